//! The lock that makes two builds of one folder wait for each other. It says nothing about what a killed build left.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use super::failure::{Doing, Stop};

/// The name of the lock inside the folder, for folders that are replaced file by file: several machines or containers
/// may share such a folder and nothing around it.
pub(super) const INSIDE: &str = ".handbill-lock";

/// A lock that is held until it is dropped. The system lets go of it when a build is killed.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock, waiting for as long as another build has it.
    pub(super) fn take(path: &Path) -> Result<Self, Failure> {
        acquire(path).doing("lock", path)
    }

    /// The same, for a folder that may not be exchangeable.
    #[cfg_attr(not(unix), expect(dead_code, reason = "folders are exchanged on Unix only"))]
    pub(super) fn take_to_exchange(path: &Path) -> Result<Self, Stop> {
        acquire(path).exchanging("lock", path)
    }

    /// The same, or no lock where none can be made.
    pub(super) fn take_if_possible(path: &Path) -> Result<Option<Self>, Failure> {
        match acquire(path) {
            Err(error) if super::failure::hindrance(&error).is_some() => Ok(None),
            result => result.doing("lock", path).map(Some),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is held, so that nobody has a lock of this name that is not the file of this name:
        // whoever was waiting for it sees that its file has no name any more, and starts again.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn acquire(path: &Path) -> io::Result<Lock> {
    loop {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match file.lock() {
            Ok(()) => {}
            // Some network drives know no locks; a build without one is better than none.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(error) => return Err(error),
        }
        if has_this_name(&file, path)? {
            return Ok(Lock { path: path.to_owned(), _file: file });
        }
    }
}

/// Whether the open file is the one that has this name now.
#[cfg(unix)]
fn has_this_name(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    Ok(fs::symlink_metadata(path).is_ok_and(|named| (named.dev(), named.ino()) == (open.dev(), open.ino())))
}

/// Where files have no stable identity in the standard library, the lock stays for ever and is always this file.
#[cfg(not(unix))]
fn has_this_name(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
