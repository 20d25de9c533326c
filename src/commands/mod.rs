//! The commands, one file each, and what they share: reading a site and telling what is wrong with it.

pub mod build;
mod failed;
mod gone;
pub mod init;
mod progress;
mod telling;

pub use failed::Failed;
