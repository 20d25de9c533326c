//! Addresses below the published folder, checked once more before anything is written or taken away.
//!
//! The check guards two gates: the site's own addresses, and the list in the folder, which anybody may have edited.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use super::{Failure, Pages};

/// Handbill's own names at the top of the folder, which no page may have.
const RESERVED: [&str; 4] =
    [super::manifest::LIST, super::staging::MARKER, super::staging::INSIDE, super::lock::INSIDE];

/// What is wrong with an address, as a clause; `None` if it is safe.
pub(super) fn fault(address: &str) -> Option<&'static str> {
    if address.chars().any(|c| c.is_control() || c == '\\') {
        return Some("has a backslash or a control character");
    }
    // A drive letter would make it absolute on Windows.
    if cfg!(windows) && address.contains(':') {
        return Some("has a colon");
    }
    for segment in address.split('/') {
        match segment {
            "" => return Some("has an empty part"),
            "." | ".." => return Some("has a dot for a part"),
            _ => {}
        }
    }
    let top = address.split('/').next().unwrap_or(address);
    RESERVED.contains(&top).then_some("has a name that Handbill needs itself")
}

/// The address of a path below the folder, if it is Unicode.
pub(super) fn of(path: &Path) -> Option<String> {
    let mut address = String::with_capacity(path.as_os_str().len());
    for component in path.components() {
        let Component::Normal(part) = component else { return None };
        if !address.is_empty() {
            address.push('/');
        }
        address.push_str(part.to_str()?);
    }
    Some(address)
}

/// The folders around an address, from the innermost outwards: `a/b/c` is in `a/b` and `a`.
pub(super) fn around(address: &str) -> impl Iterator<Item = &str> {
    address.rmatch_indices('/').map(|(at, _)| &address[..at])
}

/// All folders that these addresses need.
pub(super) fn folders<'a>(addresses: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
    let mut folders = HashSet::new();
    for address in addresses {
        // Neighbours share their folders: the first one that is known has all others around it.
        for folder in around(address) {
            if !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}

/// The files that a site wants, and the folders for them.
pub(super) struct Addresses<'a> {
    files: HashSet<&'a str>,
    folders: HashSet<&'a str>,
}

impl<'a> Addresses<'a> {
    /// Checks that every address is safe and that no two stand in each other's way.
    pub(super) fn of(site: &'a impl Pages) -> Result<Self, Failure> {
        let wrong = |path: &str, why| Failure::Address { path: path.to_owned(), why };
        let mut files = HashSet::with_capacity(site.count());
        for path in (0..site.count()).map(|index| site.path(index)) {
            if let Some(why) = fault(path) {
                return Err(wrong(path, why));
            }
            if !files.insert(path) {
                return Err(wrong(path, "is that of two files"));
            }
        }
        let folders = folders(files.iter().copied());
        match folders.iter().filter(|folder| files.contains(*folder)).min() {
            Some(path) => Err(wrong(path, "is that of a file and of a folder")),
            None => Ok(Self { files, folders }),
        }
    }

    /// Whether the site has a file of this address.
    pub(super) fn has(&self, address: &str) -> bool {
        self.files.contains(address)
    }

    /// Whether this is a folder with files of the site in it.
    pub(super) fn has_folder(&self, address: &str) -> bool {
        self.folders.contains(address)
    }

    /// Whether the site has a file where this or a folder around it is.
    pub(super) fn covers(&self, address: &str) -> bool {
        self.has(address) || around(address).any(|folder| self.has(folder))
    }

    /// The folders to create, outer ones before inner ones, grouped by how deep they are.
    pub(super) fn folders_by_depth(&self) -> Vec<Vec<PathBuf>> {
        let mut levels: Vec<Vec<PathBuf>> = Vec::new();
        for folder in &self.folders {
            let depth = folder.matches('/').count();
            if levels.len() <= depth {
                levels.resize_with(depth + 1, Vec::new);
            }
            levels[depth].push(PathBuf::from(folder));
        }
        levels
    }
}
