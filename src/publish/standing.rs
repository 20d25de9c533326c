//! The published folder as it stands: which of its files Handbill wrote, and which are somebody else's.
//!
//! It is read by walking and without following links, never by trusting the list: a listed file is taken away only
//! if it is found, so that a link which somebody put in the place of a folder leads nowhere.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::address::{self, Addresses};
use super::failure::{Doing, if_there};
use super::manifest::{self, Manifest};
use super::{Failure, lock, staging};

/// A folder with a list.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The list.
    pub(super) list: Manifest,
    /// Files of Handbill's that are there.
    pub(super) ours: Vec<PathBuf>,
    /// What others put there, outer folders before what is in them.
    pub(super) foreign: Vec<Foreign>,
    /// All folders, outer ones before inner ones.
    pub(super) folders: Vec<PathBuf>,
}

/// Something of somebody else's in the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Foreign {
    /// Its path below the folder.
    pub(super) path: PathBuf,
    /// Whether it is a folder, rather than a file, a link or something stranger.
    pub(super) is_folder: bool,
}

impl Standing {
    /// The folder as it stands, or `None` if it is missing or empty. One with files and without a list is refused.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        refuse_foreign(folder)?;
        Manifest::read(folder)?.map(|list| Self::walk(folder, list)).transpose()
    }

    /// The folder as it stands, by a list that was read.
    pub(super) fn walk(folder: &Path, list: Manifest) -> Result<Self, Failure> {
        let our_folders = address::folders(list.paths());
        let (mut ours, mut foreign, mut folders) = (Vec::new(), Vec::new(), Vec::new());
        for entry in WalkDir::new(folder).min_depth(1) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if is_no_harm(&error, folder, &our_folders) => continue,
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    return Err(Failure::Machine { doing: "list", path, error: error.into() });
                }
            };
            let path = entry.path().strip_prefix(folder).expect("a walk stays in its folder").to_owned();
            let is_folder = entry.file_type().is_dir();
            let address = address::of(&path);
            let is_ours = match address.as_deref() {
                Some(manifest::LIST | lock::INSIDE) => continue,
                Some(address) if is_folder => our_folders.contains(address),
                Some(address) => list.contains(address),
                None => false,
            };
            if is_folder {
                folders.push(path.clone());
            }
            match (is_ours, is_folder) {
                (true, true) => {}
                (true, false) => ours.push(path),
                (false, _) => foreign.push(Foreign { path, is_folder }),
            }
        }
        drop(our_folders);
        Ok(Self { list, ours, foreign, folders })
    }

    /// Refuses a site that has files where others have theirs.
    pub(super) fn refuse_taken(&self, folder: &Path, addresses: &Addresses<'_>) -> Result<(), Failure> {
        let taken = self.foreign.iter().filter(|foreign| {
            address::of(&foreign.path).is_some_and(|address| {
                addresses.covers(&address) || (!foreign.is_folder && addresses.has_folder(&address))
            })
        });
        match taken.min() {
            Some(foreign) => Err(Failure::Taken { folder: folder.to_owned(), path: foreign.path.clone() }),
            None => Ok(()),
        }
    }
}

/// Others may work in the folder, and Git makes short-lived files. What is in a folder of theirs that may not be read
/// stays unknown; such a folder is never exchanged.
fn is_no_harm(error: &walkdir::Error, folder: &Path, our_folders: &HashSet<&str>) -> bool {
    let is_ours = || {
        let path = error.path().and_then(|path| path.strip_prefix(folder).ok());
        path.and_then(address::of).is_none_or(|address| our_folders.contains(address.as_str()))
    };
    match error.io_error().map(io::Error::kind) {
        Some(io::ErrorKind::NotFound) => true,
        Some(io::ErrorKind::PermissionDenied) => !is_ours(),
        _ => false,
    }
}

/// Refuses a folder that has files and no list.
pub(super) fn refuse_foreign(folder: &Path) -> Result<(), Failure> {
    let Some(entries) = if_there(fs::read_dir(folder)).doing("list", folder)? else { return Ok(()) };
    if manifest::is_in(folder).doing("list", folder)? {
        return Ok(());
    }
    for entry in entries {
        let entry = entry.doing("list", folder)?;
        let name = entry.file_name();
        if name == lock::INSIDE || (name == staging::INSIDE && entry.path().join(staging::MARKER).exists()) {
            continue;
        }
        return Err(Failure::Foreign(folder.to_owned()));
    }
    Ok(())
}
