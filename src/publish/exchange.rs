//! Publishes by making a new folder beside the old one and exchanging the two.
//!
//! At every moment the folder's name leads to the whole old site or to the whole new one. (Where a file system cannot
//! exchange, it leads nowhere between two renames, and who comes next puts the old one back.) Only where few files of a
//! large folder have changed are those put into it one by one: see [`super::patch`].

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::failure::{Doing, Stop};
use super::places::Places;
use super::staging::{self, Staging};
use super::standing::{self, Standing};
use super::write::{self, Fate, Made, Writing};
use super::{Manifest, Pages, Published, Site, Way, carry, leftover, lock, patch, retire};

/// Publishes a site so, and says what became of each file. A hindrance leaves the folder as it was.
pub(super) fn publish(
    way: Way,
    places: &Places,
    all: &Site<'_, impl Pages>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<(Published, Vec<Made>), Stop> {
    let _lock = lock::Lock::take_to_exchange(&places.lock)?;
    let kept = leftover::clear(places)?;
    carry::look_at(&places.folder)?;
    let staging = Staging::create_for(&places.new, &places.folder)?;
    match Manifest::read(&places.folder)? {
        Some(before) => again(way, places, staging, (all, before, kept), progress),
        None => first(places, staging, all, kept, progress),
    }
}

/// Publishes into a folder that is missing or empty: the files are written where they belong.
fn first(
    places: &Places,
    staging: Staging,
    Site { site, addresses, known }: &Site<'_, impl Pages>,
    kept: Vec<PathBuf>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<(Published, Vec<Made>), Stop> {
    staging.make_folders(addresses)?;
    let target = |index: usize| staging.path().join(site.path(index));
    let made = write::all(*site, &Writing { before: None, known, target: &target }, progress)?;
    staging.finish(&list(*site, &made))?;
    give_name(places)?;
    staging.published();
    Ok((Published { written: made.len(), kept, ..Published::default() }, made))
}

/// Publishes into a folder with a site: what is not as before is made first, and then either put into the folder or
/// joined with what is as before to a new one.
fn again(
    way: Way,
    places: &Places,
    staging: Staging,
    (Site { site, addresses, known }, before, mut kept): (&Site<'_, impl Pages>, Manifest, Vec<PathBuf>),
    progress: &(impl Fn(usize) + Sync),
) -> Result<(Published, Vec<Made>), Stop> {
    let folder = places.folder.as_path();
    // A name that no file of the site has. Numbers for names: the files lie here for a moment, and need no folders.
    let apart = staging.path().join(staging::INSIDE);
    fs::create_dir(&apart).doing("create the folder", &apart)?;
    let target = |index: usize| apart.join(index.to_string());
    let made = write::all(*site, &Writing { before: Some((folder, &before)), known, target: &target }, progress)?;
    let list = list(*site, &made);

    let written: Vec<_> = made.iter().enumerate().filter(|(_, made)| made.fate == Fate::Written).collect();
    let published = Published {
        written: written.len(),
        unchanged: made.len() - written.len(),
        removed: before.without(&list),
        not_atomic: None,
        kept: vec![],
    };
    let changes = patch::Changes {
        written: written.iter().map(|(index, _)| (target(*index), site.path(*index))).collect(),
        removed: &published.removed,
        before: &before,
        after: &list,
    };
    if (way == Way::Patch || changes.are_few()) && patch::apply(folder, &apart, addresses, &changes)? {
        return Ok((Published { kept, ..published }, made));
    }

    let standing = Standing::walk(folder, before)?;
    standing.refuse_taken(folder, addresses)?;
    carry::look(folder, &standing)?;
    staging.make_folders(addresses)?;
    made.par_iter().enumerate().with_min_len(32).try_for_each(|(index, made)| {
        let path = staging.path().join(site.path(index));
        match made.fate {
            Fate::Written => fs::rename(target(index), &path),
            Fate::Unchanged => link(&folder.join(site.path(index)), &path),
        }
        .doing("write", &path)
    })?;
    fs::remove_dir_all(&apart).doing("remove the folder", &apart)?;
    carry::over(folder, staging.path(), &standing)?;
    staging.finish(&list)?;
    let old = exchange(way, places)?;
    staging.published();
    kept.extend(retire::retire(old, places)?);
    Ok((Published { kept, ..published }, made))
}

/// The list of the files as they were made.
fn list(site: &impl Pages, made: &[Made]) -> Manifest {
    made.iter().enumerate().map(|(index, made)| (site.path(index).to_owned(), made.hash)).collect()
}

/// Takes over an unchanged file, with its time.
fn link(old: &Path, new: &Path) -> io::Result<()> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    // File systems without links, and files of another user that may not be linked.
    let modified = fs::metadata(old)?.modified()?;
    let (mut from, mut to) = (File::open(old)?, File::create_new(new)?);
    io::copy(&mut from, &mut to)?;
    to.set_modified(modified)
}

/// Puts the new folder in the place of a missing or empty one, which a rename does in one step.
fn give_name(places: &Places) -> Result<(), Stop> {
    // A build of this folder that was killed while it replaced single files may have left its lock.
    let _ = fs::remove_file(places.folder.join(lock::INSIDE));
    match fs::rename(&places.new, &places.folder) {
        // Somebody has put something there since we looked.
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
            standing::refuse_foreign(&places.folder)?;
            Err(error).exchanging("publish", &places.folder)
        }
        result => result.exchanging("publish", &places.folder),
    }
}

/// Exchanges the new folder with the old one, and says where the old one is now.
fn exchange(way: Way, places: &Places) -> Result<&Path, Stop> {
    if way != Way::TwoRenames {
        match in_one_step(places) {
            Err(error) if not_known_here(&error) => {}
            result => return result.exchanging("publish", &places.folder).map(|()| places.new.as_path()),
        }
    }
    fs::rename(&places.folder, &places.old).exchanging("publish", &places.folder)?;
    if let Err(error) = fs::rename(&places.new, &places.folder) {
        fs::rename(&places.old, &places.folder).doing("put back", &places.folder)?;
        return Err(error).exchanging("publish", &places.folder);
    }
    Ok(&places.old)
}

/// Whether the error says that the file system cannot exchange at all.
fn not_known_here(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn in_one_step(places: &Places) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, &places.new, CWD, &places.folder, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn in_one_step(_: &Places) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
