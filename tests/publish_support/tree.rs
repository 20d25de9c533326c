//! What is in a folder on disk: its files with their bytes, and when each was changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// All files below a folder.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder, |path| fs::read(path).unwrap())
}

/// When each file below a folder was changed.
pub(crate) fn modified(folder: &Path) -> BTreeMap<String, SystemTime> {
    files(folder, |path| path.metadata().unwrap().modified().unwrap())
}

fn files<T>(folder: &Path, of: impl Fn(&Path) -> T) -> BTreeMap<String, T> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            (path, of(entry.path()))
        })
        .collect()
}
