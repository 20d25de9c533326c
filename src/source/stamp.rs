//! What a file looks like from outside, so that a later look can tell whether it was written.

use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Clocks of file systems elsewhere are trusted to be wrong by less than this.
const CLOCKS_DIFFER: Duration = Duration::from_hours(1);

/// Length, times and identity of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// In bytes.
    pub(super) length: u64,
    /// When it was last written, in nanoseconds since 1970; anybody can set it.
    pub(super) modified: i128,
    /// When anything of it last changed, in nanoseconds since 1970; nobody can set it. Where the system has none, 0.
    changed: i128,
    /// The device and number of the file, which a file put in its place does not share. Where the system has none, 0.
    pub(super) file: (u64, u64),
}

impl Stamp {
    pub(super) fn of(outside: &Metadata) -> Self {
        let (changed, file) = system(outside);
        Self { length: outside.len(), modified: outside.modified().map_or(0, nanoseconds), changed, file }
    }

    /// Whether the file was last written so long ago that a write after now gets another time for certain.
    pub(super) fn is_old(&self, now: SystemTime) -> bool {
        let margin = i128::try_from(CLOCKS_DIFFER.as_nanos()).unwrap_or(i128::MAX);
        self.modified.max(self.changed) < nanoseconds(now).saturating_sub(margin)
    }
}

fn nanoseconds(time: SystemTime) -> i128 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| i128::try_from(since.as_nanos()).unwrap_or(i128::MAX))
}

#[cfg(unix)]
fn system(outside: &Metadata) -> (i128, (u64, u64)) {
    use std::os::unix::fs::MetadataExt;
    let changed = i128::from(outside.ctime()) * 1_000_000_000 + i128::from(outside.ctime_nsec());
    (changed, (outside.dev(), outside.ino()))
}

#[cfg(not(unix))]
fn system(outside: &Metadata) -> (i128, (u64, u64)) {
    (outside.created().map_or(0, nanoseconds), (0, 0))
}
