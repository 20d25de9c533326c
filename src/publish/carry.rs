//! Carries what others put into the published folder over to the new one, by links, so that it is never in neither.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;

use rayon::prelude::*;
use rustix::fs::{Access, access};

use super::failure::{Doing, Stop, if_there};
use super::places::exists;
use super::standing::Standing;

/// Looks whether a folder can be taken away after it was exchanged: nothing is mounted on it or in it, and we may write
/// in all its folders.
pub(super) fn look(folder: &Path, standing: &Standing) -> Result<(), Stop> {
    look_at(folder)?;
    standing.folders.par_iter().with_min_len(64).try_for_each(|path| look_at(&folder.join(path)))
}

/// Looks at a folder alone, whatever is in it. A missing one is no hindrance.
pub(super) fn look_at(folder: &Path) -> Result<(), Stop> {
    if if_there(is_mount_point(folder)).exchanging("look at", folder)? == Some(true) {
        return Err(Stop::Hindrance(format!("something is mounted there ({})", folder.display())));
    }
    let may_write = access(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK).map_err(io::Error::from);
    if_there(may_write).exchanging("write in", folder).map(drop)
}

/// The system tells of mounts of the same file system too, which have the same number of a device.
#[cfg(target_os = "linux")]
fn is_mount_point(folder: &Path) -> io::Result<bool> {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let status = statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())?;
    Ok(status.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(target_os = "linux"))]
fn is_mount_point(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let around = folder.parent().unwrap_or(folder);
    Ok(fs::symlink_metadata(folder)?.dev() != fs::symlink_metadata(around)?.dev())
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
    // Mounted from elsewhere: the original would be taken away with the old folder.
    if refused.kind() == io::ErrorKind::CrossesDevices {
        return Err(refused);
    }
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
