//! Carries what others put into the published folder over to the new one, by links, so that it is never in neither.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;

use rayon::prelude::*;
use rustix::fs::{Access, access};

use super::failure::{Doing, Stop, if_there};
use super::standing::Standing;

/// Looks whether a folder can be taken away after it was exchanged: no other file system is mounted in it,
/// and we may write in all its folders.
pub(super) fn look(folder: &Path, standing: &Standing) -> Result<(), Stop> {
    let device = fs::metadata(folder).exchanging("look at", folder)?.dev();
    let may_go = |path: &Path| {
        access(path, Access::WRITE_OK | Access::EXEC_OK).map_err(io::Error::from).exchanging("write in", path)?;
        let mounted =
            if_there(fs::symlink_metadata(path)).exchanging("look at", path)?.is_some_and(|m| m.dev() != device);
        if mounted {
            return Err(Stop::Hindrance(format!("another file system is mounted in it ({})", path.display())));
        }
        Ok(())
    };
    may_go(folder)?;
    standing.folders.par_iter().with_min_len(64).try_for_each(|path| may_go(&folder.join(path)))
}

/// Carries everything foreign over.
pub(super) fn over(from: &Path, to: &Path, standing: &Standing) -> Result<(), Stop> {
    // Folders come before what is in them, so they are made in this order and by one thread.
    for folder in standing.foreign.iter().filter(|foreign| foreign.is_folder) {
        let (old, new) = (from.join(&folder.path), to.join(&folder.path));
        let Some(like) = if_there(fs::metadata(&old)).exchanging("look at", &old)? else { continue };
        fs::create_dir(&new).exchanging("create the folder", &new)?;
        fs::set_permissions(&new, like.permissions()).exchanging("set the permissions of", &new)?;
    }
    standing.foreign.par_iter().filter(|foreign| !foreign.is_folder).try_for_each(|foreign| {
        let (old, new) = (from.join(&foreign.path), to.join(&foreign.path));
        // What others have removed meanwhile is not missed.
        if_there(link_or_copy(&old, &new)).exchanging("carry over", &old).map(drop)
    })
}

/// Links a file or a link; where that fails, makes another one like it.
fn link_or_copy(old: &Path, new: &Path) -> io::Result<()> {
    let Err(refused) = fs::hard_link(old, new) else { return Ok(()) };
    let metadata = fs::symlink_metadata(old)?;
    if metadata.is_symlink() {
        return symlink(fs::read_link(old)?, new);
    }
    if !metadata.is_file() {
        return Err(refused);
    }
    fs::copy(old, new)?;
    File::open(new)?.set_modified(metadata.modified()?)
}
