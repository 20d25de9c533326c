//! Publishes by replacing single files in the folder as it stands, where folders cannot be exchanged.
//!
//! All files are made before the first is replaced, so that a mistake in a page still changes nothing. A build that is
//! killed in the middle leaves some old and some new files and a list that has them all, for the next one to finish.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::address::{self, Addresses};
use super::failure::{Doing, if_there};
use super::lock::{self, Lock};
use super::manifest::{LIST, Manifest};
use super::places::Places;
use super::staging::{self, Staging};
use super::standing::Standing;
use super::write::{self, Fate, Made, Writing};
use super::{Failure, Pages, Published, Site, leftover};

/// Publishes a site so.
pub(super) fn publish(
    places: &Places,
    Site { site, addresses, known }: &Site<'_, impl Pages>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<(Published, Vec<Made>), Failure> {
    let folder = places.folder.as_path();
    // The lock beside the folder comes first here too, so that no two builds wait for each other for ever.
    let beside = Lock::take_if_possible(&places.lock)?;
    let kept = if beside.is_some() { leftover::clear(places)? } else { Vec::new() };
    super::standing::refuse_foreign(folder)?;
    let _created = Created::folder(folder)?;
    let _inside = Lock::take(&folder.join(lock::INSIDE))?;
    leftover::clear_inside(folder)?;
    let standing = Standing::read(folder)?.unwrap_or_default();
    standing.refuse_taken(folder, addresses)?;

    let staging = Staging::create(folder.join(staging::INSIDE))?;
    // Numbers for names: the files lie here for a moment only, and need no folders.
    let staged = |index: usize| staging.path().join(index.to_string());
    let writing = Writing { before: Some((folder, &standing.list)), known, target: &staged };
    let made = write::all(*site, &writing, progress)?;
    let list: Manifest =
        made.iter().enumerate().map(|(index, made)| (site.path(index).to_owned(), made.hash)).collect();

    // From here on the folder changes. The list comes first: at no moment has it fewer files than there are.
    replace_list(&standing.list.and(&list), folder, &staging)?;
    make_way(folder, &standing, addresses)?;
    for path in addresses.folders_by_depth().into_iter().flatten().map(|path| folder.join(path)) {
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result.doing("create the folder", &path)?,
        }
    }
    for (index, _) in made.iter().enumerate().filter(|(_, made)| made.fate == Fate::Written) {
        let path = folder.join(site.path(index));
        fs::rename(staged(index), &path).doing("replace", &path)?;
    }
    remove_gone(folder, &standing, addresses)?;
    replace_list(&list, folder, &staging)?;

    let unchanged = made.iter().filter(|made| made.fate == Fate::Unchanged).count();
    let removed = standing.list.without(&list);
    Ok((Published { written: made.len() - unchanged, unchanged, removed, not_atomic: None, kept }, made))
}

/// The folder, if it was created for this build: it vanishes again if it stays empty.
struct Created(Option<PathBuf>);

impl Created {
    fn folder(folder: &Path) -> Result<Self, Failure> {
        match fs::create_dir(folder) {
            Ok(()) => Ok(Self(Some(folder.to_owned()))),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Self(None)),
            Err(error) => Err(error).doing("create the folder", folder),
        }
    }
}

impl Drop for Created {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn replace_list(list: &Manifest, folder: &Path, staging: &Staging) -> Result<(), Failure> {
    list.write(staging.path())?;
    let path = folder.join(LIST);
    fs::rename(staging.path().join(LIST), &path).doing("replace", &path)
}

/// Removes files where folders are to be, and folders where files are to be. Nothing foreign is in them, which
/// [`Standing::refuse_taken`] saw to.
fn make_way(folder: &Path, standing: &Standing, addresses: &Addresses<'_>) -> Result<(), Failure> {
    for path in &standing.ours {
        let in_the_way = |address: String| {
            addresses.has_folder(&address) || address::around(&address).any(|folder| addresses.has(folder))
        };
        if address::of(path).is_some_and(in_the_way) {
            remove_file(&folder.join(path))?;
        }
    }
    for path in standing.folders.iter().rev() {
        if address::of(path).is_some_and(|address| addresses.covers(&address)) {
            let path = folder.join(path);
            if_there(fs::remove_dir(&path)).doing("remove the folder", &path)?;
        }
    }
    Ok(())
}

/// Removes the files that the site has no more, and those of its folders that are empty then.
fn remove_gone(folder: &Path, standing: &Standing, addresses: &Addresses<'_>) -> Result<(), Failure> {
    for path in &standing.ours {
        // Where a file made way for a folder, or a folder for a file, there is nothing left of it.
        let is_gone = |address: String| !addresses.covers(&address) && !addresses.has_folder(&address);
        if address::of(path).is_some_and(is_gone) {
            remove_file(&folder.join(path))?;
        }
    }
    let our_folders = address::folders(standing.list.paths());
    for path in standing.folders.iter().rev() {
        let is_gone = |address: String| our_folders.contains(address.as_str()) && !addresses.has_folder(&address);
        if address::of(path).is_some_and(is_gone) {
            // It stays if there is something of somebody else's in it.
            let _ = fs::remove_dir(folder.join(path));
        }
    }
    Ok(())
}

fn remove_file(path: &Path) -> Result<(), Failure> {
    if_there(fs::remove_file(path)).doing("remove", path).map(drop)
}
