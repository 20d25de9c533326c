//! Lists the folder of a site: which files there are and what they look like from outside. It opens none of them.

use super::extent::{Extent, SETTINGS, TOPS, is_read, push_name, site_path};
use super::stamp::Stamp;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath};
use std::fs::{self, DirEntry, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A file that was found.
pub(super) struct Found {
    pub(super) path: SitePath,
    /// Where it lies on disk.
    pub(super) disk: PathBuf,
    pub(super) outside: Outside,
    /// Whether it is a link. What is at its other end may change without a word about the link.
    pub(super) link: bool,
}

/// What a file looks like without opening it.
pub(super) enum Outside {
    /// A file that can be read.
    File(Stamp),
    /// A file that no site can have.
    LeftOut(Diagnostic),
    /// A file or folder that the system does not let us see.
    Unreadable(io::Error),
}

/// The list of files, while it is made.
pub(super) struct Listing<'a> {
    root: &'a Path,
    /// The real place of the site's folder, that no link may lead out of.
    real: PathBuf,
    extent: &'a Extent,
    found: Vec<Found>,
    /// Whether something more urgent has come up.
    urgent: &'a dyn Fn() -> bool,
    /// Something has: the list is not whole.
    given_up: bool,
}

/// So many files are listed between two looks whether something is more urgent: less than a millisecond.
const BETWEEN: usize = 128;

/// A folder, or something in one.
struct Spot {
    disk: PathBuf,
    path: String,
    /// Whether all names on the way can be read.
    is_unicode: bool,
}

impl<'a> Listing<'a> {
    /// An empty list of the site in `root`.
    ///
    /// # Errors
    /// When there is no such folder, or it cannot be reached.
    pub(super) fn new(root: &'a Path, extent: &'a Extent, urgent: &'a dyn Fn() -> bool) -> io::Result<Self> {
        let real = root.canonicalize()?;
        Ok(Self { root, real, extent, found: vec![], urgent, given_up: false })
    }

    /// Adds a file, or all files of a folder; the path is from the site's folder and belongs to the site's extent.
    pub(super) fn add(&mut self, relative: &Path) {
        let spot = Spot {
            disk: self.root.join(relative),
            path: site_path(relative).to_string(),
            is_unicode: relative.to_str().is_some(),
        };
        let is_top = TOPS.iter().any(|top| relative == Path::new(top));
        match spot.disk.symlink_metadata() {
            Ok(outside) if outside.is_dir() => self.folder(spot),
            // The folders that Handbill reads may themselves be links, within the site.
            Ok(outside) if is_top && outside.is_symlink() => match spot.disk.canonicalize() {
                Ok(target) if !target.is_dir() => {}
                Ok(target) if target.starts_with(&self.real) && target != self.real => self.folder(spot),
                Ok(_) => self.leave_out_link(spot),
                Err(_) => {}
            },
            Ok(_) if is_top => {}
            Ok(outside) => self.file(spot, &outside),
            Err(error) => self.failed(spot, error),
        }
    }

    /// The files by path, each path once; `None` if something more urgent came up.
    pub(super) fn finish(mut self) -> Option<Vec<Found>> {
        if self.given_up {
            return None;
        }
        self.found.sort_unstable_by(|a, b| (&a.path, &a.disk).cmp(&(&b.path, &b.disk)));
        // Two names on disk can be one in Unicode form NFC; the last of them counts.
        self.found.reverse();
        self.found.dedup_by(|a, b| a.path == b.path);
        self.found.reverse();
        Some(self.found)
    }

    fn folder(&mut self, spot: Spot) {
        let top = spot.path.split('/').next().unwrap_or("").to_owned();
        let mut folders = vec![spot];
        // No recursion: how deep folders lie is up to the author.
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder.disk) {
                Ok(entries) => entries,
                Err(error) => {
                    self.failed(folder, error);
                    continue;
                }
            };
            for (listed, entry) in entries.enumerate() {
                self.given_up |= listed % BETWEEN == 0 && (self.urgent)();
                if self.given_up {
                    return;
                }
                match entry.and_then(|entry| Ok((entry.file_type()?.is_dir(), entry))) {
                    Ok((is_folder, entry)) => {
                        let Some(spot) = self.inner(&folder, &top, &entry) else { continue };
                        if is_folder {
                            folders.push(spot);
                        } else {
                            match entry.metadata() {
                                Ok(outside) => self.file(spot, &outside),
                                Err(error) => self.failed(spot, error),
                            }
                        }
                    }
                    Err(error) => {
                        let Spot { disk, path, is_unicode } = &folder;
                        let folder = Spot { disk: disk.clone(), path: path.clone(), is_unicode: *is_unicode };
                        self.failed(folder, error);
                    }
                }
            }
        }
    }

    /// An entry of a folder, if it belongs to the site.
    fn inner(&self, folder: &Spot, top: &str, entry: &DirEntry) -> Option<Spot> {
        let name = entry.file_name();
        if !is_read(top, &name) {
            return None;
        }
        let disk = folder.disk.join(&name);
        if !self.extent.keeps(disk.strip_prefix(self.root).unwrap_or(&disk)) {
            return None;
        }
        let mut path = String::with_capacity(folder.path.len() + 1 + name.len());
        path.push_str(&folder.path);
        push_name(&mut path, &name);
        Some(Spot { disk, path, is_unicode: folder.is_unicode && name.to_str().is_some() })
    }

    /// Adds what is no folder; `outside` is that of the link itself if it is one.
    fn file(&mut self, spot: Spot, outside: &Metadata) {
        if outside.is_dir() {
            return;
        }
        if !spot.is_unicode {
            let message = "this file's name cannot be read";
            return self.leave_out(spot, outside.is_symlink(), message, "rename it with ordinary letters");
        }
        if outside.is_symlink() {
            let target = spot.disk.canonicalize().ok().filter(|target| target.starts_with(&self.real));
            match target.and_then(|target| target.metadata().ok()).filter(Metadata::is_file) {
                Some(target) => self.push(spot, true, Outside::File(Stamp::of(&target))),
                None => self.leave_out_link(spot),
            }
        } else if outside.is_file() {
            self.push(spot, false, Outside::File(Stamp::of(outside)));
        }
    }

    fn leave_out_link(&mut self, spot: Spot) {
        let message = "this link leads out of the site's folder, or to a folder, and is left out";
        self.leave_out(spot, true, message, "put the file itself here");
    }

    fn leave_out(&mut self, spot: Spot, link: bool, message: &str, help: &str) {
        let place = Place::file(&spot.path.as_str().into());
        let told = Diagnostic::new(Code::FileLeftOut, place, message).help(help);
        self.push(spot, link, Outside::LeftOut(told));
    }

    /// Adds what cannot be seen, unless it went away meanwhile.
    fn failed(&mut self, spot: Spot, error: io::Error) {
        if !is_gone(&error) {
            self.push(spot, false, Outside::Unreadable(error));
        }
    }

    fn push(&mut self, spot: Spot, link: bool, outside: Outside) {
        self.found.push(Found { path: spot.path.into(), disk: spot.disk, outside, link });
    }
}

/// The paths below which a whole site lies.
pub(super) fn all_areas() -> Vec<PathBuf> {
    [SETTINGS].iter().chain(&TOPS).map(PathBuf::from).collect()
}

/// Whether an error says that there is no such file any more: it is gone, or a folder has taken its name.
pub(super) fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}
