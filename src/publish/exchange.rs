//! Publishes by making a new folder beside the old one and exchanging the two.
//!
//! At every moment the folder's name leads to the whole old site or to the whole new one. (Where a file system cannot
//! exchange, it leads nowhere between two renames, and who comes next puts the old one back.)

use std::fs;
use std::io;

use super::failure::{Doing, Stop};
use super::places::Places;
use super::staging::Staging;
use super::standing::{self, Standing};
use super::write::{self, Fate, Keep, Writing};
use super::{Manifest, Pages, Published, Site, Way, carry, leftover, lock, retire};

/// Publishes a site so. A hindrance leaves the folder as it was.
pub(super) fn publish(
    way: Way,
    places: &Places,
    Site { site, addresses }: &Site<'_, impl Pages>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<Published, Stop> {
    let _lock = lock::Lock::take_to_exchange(&places.lock)?;
    let mut kept = leftover::clear(places)?;
    let standing = Standing::read(&places.folder)?;
    match &standing {
        Some(standing) => {
            standing.refuse_taken(&places.folder, addresses)?;
            carry::look(&places.folder, standing)?;
        }
        None => carry::look_at(&places.folder)?,
    }

    let staging = Staging::create_for(&places.new, &places.folder)?;
    staging.make_folders(addresses)?;
    let writing = Writing {
        before: standing.as_ref().map(|standing| (places.folder.as_path(), &standing.list)),
        keep: Keep::Link,
        target: &|index| staging.path().join(site.path(index)),
    };
    let made = write::all(*site, &writing, progress)?;
    let list: Manifest =
        made.iter().enumerate().map(|(index, made)| (site.path(index).to_owned(), made.hash)).collect();
    if let Some(standing) = &standing {
        carry::over(&places.folder, staging.path(), standing)?;
    }
    staging.finish(&list)?;

    match &standing {
        Some(_) => {
            let old = exchange(way, places)?;
            staging.published();
            kept.extend(retire::retire(old, places)?);
        }
        None => {
            first(places)?;
            staging.published();
        }
    }
    let unchanged = made.iter().filter(|made| made.fate == Fate::Unchanged).count();
    Ok(Published {
        written: made.len() - unchanged,
        unchanged,
        removed: standing.map(|standing| standing.list.without(&list)).unwrap_or_default(),
        not_atomic: None,
        kept,
    })
}

/// Puts the new folder in the place of a missing or empty one, which a rename does in one step.
fn first(places: &Places) -> Result<(), Stop> {
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
fn exchange(way: Way, places: &Places) -> Result<&std::path::Path, Stop> {
    if way == Way::Best {
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
