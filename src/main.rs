//! The `handbill` command.

use std::process::ExitCode;

/// Most of a build is many small texts made in many threads.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    handbill::cli::run()
}
