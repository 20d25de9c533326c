//! The `handbill` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    handbill::cli::run()
}
