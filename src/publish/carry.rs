//! Carries what others put into the published folder over to the new one, by links, so that it is never in neither.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;

use rayon::prelude::*;
use rustix::fs::{Access, access};

use super::failure::{Doing, Stop, if_there};
use super::places::exists;
use super::standing::Standing;

/// Looks whether a folder can be taken away after it was exchanged: no other file system is mounted in it,
/// and we may write in all its folders.
pub(super) fn look(folder: &Path, standing: &Standing) -> Result<(), Stop> {
    let device = fs::metadata(folder).exchanging("look at", folder)?.dev();
    let may_go = |path: &Path| {
        access(path, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK)
            .map_err(io::Error::from)
            .exchanging("write in", path)?;
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
    // Those around foreign files too: the site may have nothing in them any more.
    let needed: HashSet<&Path> = standing.foreign.iter().flat_map(|foreign| foreign.path.ancestors()).collect();
    // Outer folders come first, so they are made in this order and by one thread.
    for folder in standing.folders.iter().filter(|folder| needed.contains(folder.as_path())) {
        let (old, new) = (from.join(folder), to.join(folder));
        let Some(like) = if_there(fs::metadata(&old)).exchanging("look at", &old)? else { continue };
        match fs::create_dir(&new) {
            // The site has files in it too.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => {
                result.exchanging("create the folder", &new)?;
                fs::set_permissions(&new, like.permissions()).exchanging("set the permissions of", &new)?;
            }
        }
    }
    standing.foreign.par_iter().filter(|foreign| !foreign.is_folder).try_for_each(|foreign| {
        let (old, new) = (from.join(&foreign.path), to.join(&foreign.path));
        match link_or_copy(&old, &new) {
            // What others have removed meanwhile is not missed.
            Err(_) if !exists(&old) => Ok(()),
            result => result.exchanging("carry over", &old),
        }
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
