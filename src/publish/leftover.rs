//! What a killed build left behind is put back or taken away at the next start, under the lock.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use super::failure::{Doing, if_there};
use super::places::{Places, exists};
use super::{manifest, staging, standing};

/// What is found under one of Handbill's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leftover {
    Nothing,
    /// An empty folder: a build was killed before its first or after its last file.
    Empty,
    /// A folder that was not finished.
    Marked,
    /// A whole folder: the one before the exchange, or a new one just before it.
    Whole,
    /// Nothing of ours.
    Strange,
}

impl Leftover {
    fn at(path: &Path) -> io::Result<Self> {
        let Some(metadata) = if_there(fs::symlink_metadata(path))? else { return Ok(Self::Nothing) };
        if !metadata.is_dir() {
            return Ok(Self::Strange);
        }
        Ok(if exists(&path.join(staging::MARKER)) {
            Self::Marked
        } else if manifest::is_in(path)? {
            Self::Whole
        } else if fs::read_dir(path)?.next().is_none() {
            Self::Empty
        } else {
            Self::Strange
        })
    }
}

/// Whether a build seems to have been killed between two renames, or between two files.
pub(super) fn needs_restoring(places: &Places) -> bool {
    (!exists(&places.folder) && (exists(&places.old) || exists(&places.new))) || was_interrupted(places)
}

/// Puts a folder back that has lost its name between two renames, or got some of its changed files and not all. The
/// old one goes before the new one, of which nobody knows yet whether all went well.
pub(super) fn restore(places: &Places) -> Result<(), Failure> {
    #[cfg(unix)]
    if was_interrupted(places) {
        super::patch::undo(&places.new.join(staging::INSIDE), &places.folder)?;
    }
    for path in [&places.old, &places.new] {
        if !exists(&places.folder) && Leftover::at(path).doing("look at", path)? == Leftover::Whole {
            fs::rename(path, &places.folder).doing("put back", &places.folder)?;
        }
    }
    Ok(())
}

/// Clears away what a killed build left, and returns the files that had to be put elsewhere.
///
/// A folder without list is refused first, so that with it nothing else is touched either.
pub(super) fn clear(places: &Places) -> Result<Vec<PathBuf>, Failure> {
    restore(places)?;
    standing::refuse_foreign(&places.folder)?;
    clear_inside(&places.folder)?;
    let mut kept = Vec::new();
    for path in [&places.old, &places.new] {
        match Leftover::at(path).doing("look at", path)? {
            Leftover::Nothing => {}
            Leftover::Empty => fs::remove_dir(path).doing("remove the folder", path)?,
            Leftover::Marked => staging::remove(path)?,
            Leftover::Whole => kept.extend(retire(path, places)?),
            Leftover::Strange => return Err(Failure::NotOurs(path.clone())),
        }
    }
    Ok(kept)
}

/// Clears away the working folder inside a published one.
pub(super) fn clear_inside(folder: &Path) -> Result<(), Failure> {
    let path = folder.join(staging::INSIDE);
    match Leftover::at(&path).doing("look at", &path)? {
        Leftover::Nothing => Ok(()),
        Leftover::Empty => fs::remove_dir(&path).doing("remove the folder", &path),
        Leftover::Marked => staging::remove(&path),
        Leftover::Whole | Leftover::Strange => Err(Failure::NotOurs(path)),
    }
}

/// Whether changes of single files were begun and not ended. Only a folder with our marker is believed.
#[cfg(unix)]
fn was_interrupted(places: &Places) -> bool {
    exists(&places.new.join(staging::MARKER)) && super::patch::was_interrupted(&places.new.join(staging::INSIDE))
}

/// Only Unix changes single files so.
#[cfg(not(unix))]
fn was_interrupted(_: &Places) -> bool {
    false
}

#[cfg(unix)]
fn retire(path: &Path, places: &Places) -> Result<Vec<PathBuf>, Failure> {
    super::retire::retire(path, places)
}

/// Only Unix exchanges folders, so a whole one of this name is not Handbill's.
#[cfg(not(unix))]
fn retire(path: &Path, _: &Places) -> Result<Vec<PathBuf>, Failure> {
    Err(Failure::NotOurs(path.to_owned()))
}
