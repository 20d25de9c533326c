//! The `handbill` command.

use std::process::ExitCode;

/// Most of a build is many small texts made in many threads.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    #[cfg(feature = "mimalloc")]
    keep_memory();
    handbill::cli::run()
}

/// Keeps memory that is free until the program ends. What one step of a build leaves the next one takes, and on a busy
/// machine it took the system longer to take pages back and clear them again than the build took.
#[cfg(feature = "mimalloc")]
#[expect(unsafe_code, reason = "mimalloc has no other way to set an option")]
fn keep_memory() {
    // SAFETY: an option is a number in a table, and no other thread runs yet.
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, -1) };
}

/// `mi_option_purge_delay` of mimalloc's second version, by its place in `mimalloc.h`: after how many milliseconds free
/// memory goes back to the system; -1 is never.
#[cfg(feature = "mimalloc")]
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;

#[cfg(all(test, feature = "mimalloc"))]
mod tests {
    #[test]
    #[expect(unsafe_code, reason = "mimalloc has no other way to read an option")]
    fn the_option_is_the_one_that_is_meant() {
        // SAFETY: an option is a number in a table, and nobody sets one here.
        let by_default = unsafe { libmimalloc_sys::mi_option_get(super::PURGE_DELAY) };
        assert_eq!(by_default, 10, "in milliseconds");
        // Others are 10 by default as well. Of one the crate knows the place: six after this one in the header.
        assert_eq!(libmimalloc_sys::mi_option_max_segment_reclaim, super::PURGE_DELAY + 6);
    }
}
