//! Where the published folder really is, and the names that are used beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use super::failure::{Doing, if_there};

/// The folder and its neighbours.
#[derive(Debug)]
pub(super) struct Places {
    /// The published folder, links resolved.
    pub(super) folder: PathBuf,
    /// The new folder while it is made.
    pub(super) new: PathBuf,
    /// The folder before, between two renames.
    pub(super) old: PathBuf,
    /// The lock.
    pub(super) lock: PathBuf,
    /// Where files go that have no place any more.
    pub(super) kept: PathBuf,
    /// Folders around it that were created for it, from the innermost outwards.
    created: Vec<PathBuf>,
}

impl Places {
    /// The places of a folder; creates the folders around it, which vanish again if nothing is published.
    pub(super) fn create(folder: &Path) -> Result<Self, Failure> {
        let folder = follow(folder)?;
        let mut created = Vec::new();
        if let Some(parent) = folder.parent() {
            created.extend(parent.ancestors().take_while(|path| !exists(path)).map(Path::to_owned));
            fs::create_dir_all(parent).doing("create the folder", parent)?;
        }
        let places = Self::named(&canonical(&folder)?, created)?;
        match fs::metadata(&places.folder) {
            Ok(metadata) if !metadata.is_dir() => Err(Failure::NotFolder(places.folder.clone())),
            _ => Ok(places),
        }
    }

    /// The places of a folder, or `None` if there is not even a folder around it.
    pub(super) fn find(folder: &Path) -> Result<Option<Self>, Failure> {
        let folder = follow(folder)?;
        match folder.parent() {
            Some(parent) if !exists(parent) => Ok(None),
            _ => Self::named(&canonical(&folder)?, Vec::new()).map(Some),
        }
    }

    fn named(folder: &Path, created: Vec<PathBuf>) -> Result<Self, Failure> {
        // Without a name and a parent it is the root of the file system.
        let (Some(name), Some(parent)) = (folder.file_name(), folder.parent()) else {
            return Err(Failure::Foreign(folder.to_owned()));
        };
        let beside = |before: &str, after: &str| {
            let mut file = std::ffi::OsString::from(before);
            file.push(name);
            file.push(after);
            parent.join(file)
        };
        Ok(Self {
            folder: folder.to_owned(),
            new: beside(".", ".handbill-new"),
            old: beside(".", ".handbill-old"),
            lock: beside(".", ".handbill-lock"),
            kept: beside("", ".handbill-kept"),
            created,
        })
    }
}

impl Drop for Places {
    fn drop(&mut self) {
        for folder in &self.created {
            // Only an empty folder can be removed this way: after a success it is not empty, and that is no error.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Whether there is anything of this name, be it a link that leads nowhere.
pub(super) fn exists(path: &Path) -> bool {
    path.as_os_str().is_empty() || fs::symlink_metadata(path).is_ok()
}

/// Follows links as far as they lead, even if the folder at their end is missing (as it is between two renames).
fn follow(folder: &Path) -> Result<PathBuf, Failure> {
    // What Linux allows.
    const MOST_LINKS: usize = 40;
    let path = std::path::absolute(folder).doing("find the folder", folder)?;
    // A slash at the end would follow the link for us, and fail if it leads nowhere.
    let mut path: PathBuf = path.components().collect();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().map_or_else(|| target.clone(), |parent| parent.join(&target)),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links")).doing("find the folder", folder)
}

/// The path without links and dots; the folder itself need not be there, but the one around it.
fn canonical(folder: &Path) -> Result<PathBuf, Failure> {
    if let Some(path) = if_there(fs::canonicalize(folder)).doing("find the folder", folder)? {
        return Ok(path);
    }
    let (Some(name), Some(parent)) = (folder.file_name(), folder.parent()) else {
        return Err(io::Error::from(io::ErrorKind::NotFound)).doing("find the folder", folder);
    };
    Ok(fs::canonicalize(parent).doing("find the folder", parent)?.join(name))
}
