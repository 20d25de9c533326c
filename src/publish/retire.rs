//! Takes away the folder that was published before, and nothing of anybody else's.
//!
//! Handbill's files are removed because they are on the folder's own list. What others put there was carried over and
//! is removed only if the published folder has it; what it does not have appeared meanwhile, and is moved there.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::failure::{Doing, if_there};
use super::places::{Places, exists};
use super::standing::{Foreign, Standing};
use super::{Failure, Manifest, address, lock, manifest};

/// Takes the old folder away and returns the files that had to be put elsewhere.
///
/// The list goes last, so that a build that is killed here leaves a folder which the next one knows.
pub(super) fn retire(old: &Path, places: &Places) -> Result<Vec<PathBuf>, Failure> {
    let Some(standing) = Standing::read(old)? else {
        return fs::remove_dir(old).doing("remove the folder", old).map(|()| Vec::new());
    };
    let published = Manifest::read(&places.folder)?.unwrap_or_default();
    let kept: Vec<Option<PathBuf>> = standing
        .foreign
        .par_iter()
        .map(|foreign| settle(old, foreign, (places, &published)))
        .collect::<Result<_, Failure>>()?;

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

/// Removes something foreign from the old folder once the published one has it.
fn settle(
    old: &Path,
    foreign: &Foreign,
    (places, published): (&Places, &Manifest),
) -> Result<Option<PathBuf>, Failure> {
    let (here, there) = (old.join(&foreign.path), places.folder.join(&foreign.path));
    if foreign.is_folder {
        // Emptied and removed with all others; one that was made meanwhile is made again.
        if !exists(&there) && !is_blocked(&foreign.path, published) {
            fs::create_dir_all(&there).doing("create the folder", &there)?;
        }
        return Ok(None);
    }
    let Some(mine) = if_there(fs::symlink_metadata(&here)).doing("look at", &here)? else { return Ok(None) };
    let theirs = if_there(fs::symlink_metadata(&there)).or_else(not_a_folder).doing("look at", &there)?;
    match theirs {
        Some(theirs) if is_same((&here, &mine), (&there, &theirs)).doing("compare", &here)? => remove_file(&here)?,
        None if !is_blocked(&foreign.path, published) => move_to(&here, &there)?,
        // The same file at two times, such as Git's index, which is replaced at each change: the later one is it.
        Some(theirs) if !theirs.is_dir() && !is_ours(&foreign.path, published) => {
            if later(&mine, &theirs) {
                move_to(&here, &there)?;
            } else {
                remove_file(&here)?;
            }
        }
        Some(_) | None => return keep(&here, &places.kept.join(&foreign.path)).map(Some),
    }
    Ok(None)
}

/// A file stands where a folder of the path would be, so there is nothing of that name.
fn not_a_folder(error: io::Error) -> io::Result<Option<fs::Metadata>> {
    if error.kind() == io::ErrorKind::NotADirectory { Ok(None) } else { Err(error) }
}

fn is_ours(path: &Path, published: &Manifest) -> bool {
    address::of(path).is_some_and(|address| published.contains(&address))
}

/// Whether a page of the site has the name of a folder around this path.
fn is_blocked(path: &Path, published: &Manifest) -> bool {
    path.ancestors().any(|folder| is_ours(folder, published))
}

/// Whether two files are one, or have the same bytes or lead to the same place.
fn is_same((one, mine): (&Path, &fs::Metadata), (other, theirs): (&Path, &fs::Metadata)) -> io::Result<bool> {
    if (mine.dev(), mine.ino()) == (theirs.dev(), theirs.ino()) {
        return Ok(true);
    }
    if mine.is_symlink() && theirs.is_symlink() {
        return Ok(fs::read_link(one)? == fs::read_link(other)?);
    }
    // Copies, where links are not to be had.
    let alike = mine.is_file() && theirs.is_file() && mine.len() == theirs.len();
    Ok(alike && fs::read(one)? == fs::read(other)?)
}

fn later(mine: &fs::Metadata, theirs: &fs::Metadata) -> bool {
    (mine.mtime(), mine.mtime_nsec()) > (theirs.mtime(), theirs.mtime_nsec())
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
