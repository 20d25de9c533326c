//! Takes away the folder that was published before, and nothing of anybody else's.
//!
//! Handbill's files are removed because they are on the folder's own list. What others put there was carried over and
//! is removed only if the published folder has it; what it does not have appeared meanwhile, and is moved there.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::failure::{Doing, if_there};
use super::places::{Places, exists};
use super::standing::{Foreign, Standing};
use super::write::same_hash;
use super::{Failure, Manifest, address, lock, manifest};

/// Takes the old folder away and returns the files that had to be put elsewhere.
///
/// The list goes last, so that a build that is killed here leaves a folder which the next one knows.
pub(super) fn retire(old: &Path, places: &Places) -> Result<Vec<PathBuf>, Failure> {
    let standing = Standing::read(old)?.unwrap_or_default();
    let published = Manifest::read(&places.folder)?.unwrap_or_default();
    let settling = Settling { old, places, published: &published };
    let kept: Vec<Option<PathBuf>> =
        standing.foreign.par_iter().map(|foreign| settling.settle(foreign)).collect::<Result<_, Failure>>()?;

    standing.ours.par_iter().with_min_len(32).try_for_each(|path| remove_file(&old.join(path)))?;
    for folder in standing.folders.iter().rev() {
        let path = old.join(folder);
        if_there(fs::remove_dir(&path)).doing("remove the folder", &path)?;
    }
    remove_file(&old.join(lock::INSIDE))?;
    remove_file(&old.join(manifest::LIST))?;
    fs::remove_dir(old).doing("remove the folder", old)?;
    Ok(kept.into_iter().flatten().collect())
}

fn remove_file(path: &Path) -> Result<(), Failure> {
    if_there(fs::remove_file(path)).doing("remove", path).map(drop)
}

/// The old folder, and the published one with its list.
struct Settling<'a> {
    old: &'a Path,
    places: &'a Places,
    published: &'a Manifest,
}

impl Settling<'_> {
    /// Removes something foreign from the old folder once the published one has it. What found no place there was put
    /// where the result says.
    fn settle(&self, foreign: &Foreign) -> Result<Option<PathBuf>, Failure> {
        let (here, there) = (self.old.join(&foreign.path), self.places.folder.join(&foreign.path));
        if foreign.is_folder {
            // It is emptied and removed with all others; one that was made meanwhile is made again.
            if !exists(&there) && !self.is_blocked(&foreign.path) {
                fs::create_dir_all(&there).doing("create the folder", &there)?;
            }
            return Ok(None);
        }
        let Some(mine) = Found::at(&here)? else { return Ok(None) };
        match Found::at(&there)? {
            Some(theirs) if mine.is_same(&theirs).doing("compare", &here)? => remove_file(&here)?,
            None if !self.is_blocked(&foreign.path) => move_to(&here, &there)?,
            // One file at two times, such as Git's index, which is replaced at each change: the later one is it.
            Some(theirs) if !theirs.metadata.is_dir() && !self.is_ours(&foreign.path) => {
                if mine.is_later(&theirs) {
                    move_to(&here, &there)?;
                } else {
                    remove_file(&here)?;
                }
            }
            Some(_) | None => return keep(&here, &self.places.kept.join(&foreign.path)).map(Some),
        }
        Ok(None)
    }

    fn is_ours(&self, path: &Path) -> bool {
        address::of(path).is_some_and(|address| self.published.contains(&address))
    }

    /// Whether a file of the site has the name of this path or of a folder around it.
    fn is_blocked(&self, path: &Path) -> bool {
        path.ancestors().any(|path| self.is_ours(path))
    }
}

/// A file or link that is there.
struct Found<'a> {
    path: &'a Path,
    metadata: fs::Metadata,
}

impl<'a> Found<'a> {
    fn at(path: &'a Path) -> Result<Option<Self>, Failure> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some(Self { path, metadata })),
            // The second: a file stands where a folder around it would be.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error).doing("look at", path),
        }
    }

    /// Whether two files are one, or have the same bytes, or lead to the same place.
    fn is_same(&self, other: &Self) -> io::Result<bool> {
        let (mine, theirs) = (&self.metadata, &other.metadata);
        if (mine.dev(), mine.ino()) == (theirs.dev(), theirs.ino()) {
            return Ok(true);
        }
        if mine.is_symlink() && theirs.is_symlink() {
            return Ok(fs::read_link(self.path)? == fs::read_link(other.path)?);
        }
        // Copies, where links are not to be had.
        let alike = mine.is_file() && theirs.is_file() && mine.len() == theirs.len();
        Ok(alike && same_hash(&mut File::open(self.path)?, &mut File::open(other.path)?)?.is_some())
    }

    fn is_later(&self, other: &Self) -> bool {
        let time = |file: &Self| (file.metadata.mtime(), file.metadata.mtime_nsec());
        time(self) > time(other)
    }
}

fn move_to(from: &Path, to: &Path) -> Result<(), Failure> {
    let folder = to.parent().expect("a file of the published folder is in a folder");
    fs::create_dir_all(folder).doing("create the folder", folder)?;
    fs::rename(from, to).doing("carry over", from)
}

/// Moves a file to where it disturbs nobody, under a number if there is one of its name already.
fn keep(from: &Path, to: &Path) -> Result<PathBuf, Failure> {
    let numbered = |number: u32| match number {
        1 => to.to_owned(),
        _ => {
            let mut name = to.as_os_str().to_owned();
            name.push(format!(".{number}"));
            PathBuf::from(name)
        }
    };
    let free = (1..).map(numbered).find(|path| !exists(path)).expect("there are more numbers than files");
    move_to(from, &free)?;
    Ok(free)
}
