//! The folder in which a site is made before it is published. Its first file is a marker, by which the next build
//! knows it for Handbill's own if this one is killed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[cfg(unix)]
use rayon::prelude::*;

use super::Failure;
use super::failure::{Doing, if_there};
#[cfg(unix)]
use super::{Manifest, address::Addresses, failure::Stop};

/// The marker, at the top of a folder that is not finished.
pub(super) const MARKER: &str = ".handbill-unfinished";

/// The name of the working folder where it is made inside the published one.
pub(super) const INSIDE: &str = ".handbill-new";

/// A folder that is being made. It is removed when dropped, unless it was published.
#[derive(Debug)]
pub(super) struct Staging {
    path: PathBuf,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ours,
    #[cfg(unix)]
    Published,
}

impl Staging {
    /// Makes the folder with its marker.
    pub(super) fn create(path: PathBuf) -> Result<Self, Failure> {
        fs::create_dir(&path).doing("create the folder", &path)?;
        Self::mark(path)
    }

    fn mark(path: PathBuf) -> Result<Self, Failure> {
        let staging = Self { path, state: State::Ours };
        let marker = staging.path.join(MARKER);
        super::write::create(&marker, b"Handbill is making a site here. If it is not, this folder can go.\n")
            .doing("write", &marker)?;
        Ok(staging)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(unix)]
impl Staging {
    /// Makes the folder, which is to take the place of another one, like that one in owner and permissions.
    pub(super) fn create_for(path: &Path, folder: &Path) -> Result<Self, Stop> {
        use std::os::unix::fs::{MetadataExt, chown};
        fs::create_dir(path).exchanging("create the folder", path)?;
        let staging = Self::mark(path.to_owned())?;
        if let Ok(like) = fs::metadata(folder) {
            // The group may be that of a web server. Who may not give the folder away keeps it, which is no harm.
            let _ = chown(path, Some(like.uid()), Some(like.gid()));
            fs::set_permissions(path, like.permissions()).exchanging("set the permissions of", path)?;
        }
        Ok(staging)
    }

    /// Makes the folders for these files, each once.
    pub(super) fn make_folders(&self, addresses: &Addresses<'_>) -> Result<(), Failure> {
        addresses.folders_by_depth().into_iter().try_for_each(|level| {
            level.into_par_iter().with_min_len(16).try_for_each(|folder| {
                let path = self.path.join(folder);
                fs::create_dir(&path).doing("create the folder", &path)
            })
        })
    }

    /// Writes the list, which makes the folder whole, and takes the marker away.
    pub(super) fn finish(&self, list: &Manifest) -> Result<(), Failure> {
        list.write(&self.path)?;
        let marker = self.path.join(MARKER);
        fs::remove_file(&marker).doing("remove", &marker)
    }

    /// Notes that the folder has become the published one.
    pub(super) fn published(mut self) {
        self.state = State::Published;
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.state == State::Ours {
            // What cannot be removed now is removed by the next build.
            let _ = remove(&self.path);
        }
    }
}

/// Removes a folder that Handbill was making, the marker last: who is killed here leaves a folder that is still marked.
pub(super) fn remove(folder: &Path) -> Result<(), Failure> {
    let marker = folder.join(MARKER);
    match super::write::create(&marker, b"Handbill is removing this folder.\n") {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        result => result.doing("write", &marker)?,
    }
    for entry in fs::read_dir(folder).doing("list", folder)? {
        let entry = entry.doing("list", folder)?;
        let path = entry.path();
        if entry.file_name() == MARKER {
            continue;
        }
        let is_folder = entry.file_type().doing("look at", &path)?.is_dir();
        // Links are not followed, neither here nor below.
        let gone = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        if_there(gone).doing("remove", &path)?;
    }
    fs::remove_file(&marker).doing("remove", &marker)?;
    fs::remove_dir(folder).doing("remove the folder", folder)
}
