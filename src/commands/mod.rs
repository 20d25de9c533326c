//! The commands, one file each, and what they share: reading a site and telling what is wrong with it.

pub mod build;
pub mod check;
pub mod explain;
mod failed;
pub mod fix;
mod gone;
mod handover;
pub mod init;
mod progress;
mod reading;
pub mod serve;
mod telling;

pub use failed::Failed;

/// The stack of a worker thread: minify-html takes some kilobytes for each level of nested elements.
const STACK: usize = 8 << 20;

/// Gives worker threads the stack that deeply nested pages take. The process does it once, before all else.
pub fn enlarge_stacks() {
    // The pool is there already only if somebody else made it, who then answers for its stacks.
    let _ = rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global();
}
