//! Why nothing was published, in words; what is only a reason to publish in another way is a [`Stop::Hindrance`].

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// Why a site was not published.
#[derive(Debug)]
pub enum Failure {
    /// Pages that could not be made, all of them in the order of the site's files.
    Pages(Vec<Diagnostic>),
    /// The folder has files in it and Handbill's list is not among them, so Handbill did not make it.
    Foreign(PathBuf),
    /// Somebody else's file or folder stands where the site wants to put a file.
    Taken {
        /// The published folder.
        folder: PathBuf,
        /// What stands there, below the folder.
        path: PathBuf,
    },
    /// The output is not a folder.
    NotFolder(PathBuf),
    /// Something has the name of Handbill's working folder and Handbill did not make it.
    NotOurs(PathBuf),
    /// The list of files in the folder cannot be read.
    List {
        /// The list.
        path: PathBuf,
        /// What is wrong with it, as a clause.
        why: String,
    },
    /// An address that no file may have. Earlier stages see to it that there is none, so this is a bug of Handbill's.
    Address {
        /// The address.
        path: String,
        /// What is wrong with it, as a clause.
        why: &'static str,
    },
    /// The machine failed.
    Machine {
        /// What Handbill was doing: "create a folder".
        doing: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pages(diagnostics) => {
                write!(f, "nothing was published, because of {} mistakes in pages", diagnostics.len())
            }
            Self::Foreign(folder) => write!(
                f,
                "{} has files in it that Handbill did not write, so nothing was published there",
                folder.display()
            ),
            Self::Taken { folder, path } => write!(
                f,
                "{} is not a file that Handbill wrote, and the site has a file at this address",
                folder.join(path).display()
            ),
            Self::NotFolder(path) => write!(f, "{} is not a folder", path.display()),
            Self::NotOurs(path) => {
                write!(f, "{} is in the way: Handbill needs this name and did not make it", path.display())
            }
            Self::List { path, why } => write!(f, "the list of published files {}: {why}", path.display()),
            Self::Address { path, why } => write!(f, "bug in Handbill: the address {path:?} {why}"),
            Self::Machine { doing, path, error } => write!(f, "could not {doing} {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Machine { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// Why the folder was not exchanged.
#[derive(Debug)]
pub(super) enum Stop {
    /// For a reason that holds for every way of publishing.
    Failure(Failure),
    /// Because this folder cannot be exchanged, but its files can be replaced.
    Hindrance(String),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// What an error of the system means once one knows what Handbill was doing.
pub(super) trait Doing<T> {
    /// The machine failed while doing this.
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, Failure>;

    /// The same, unless the error says no more than that the folder cannot be exchanged.
    fn exchanging(self, doing: &'static str, path: &Path) -> Result<T, Stop>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, Failure> {
        self.map_err(|error| Failure::Machine { doing, path: path.to_owned(), error })
    }

    fn exchanging(self, doing: &'static str, path: &Path) -> Result<T, Stop> {
        self.map_err(|error| {
            let path = path.to_owned();
            match hindrance(&error) {
                Some(why) => Stop::Hindrance(format!("{why} ({})", path.display())),
                None => Stop::Failure(Failure::Machine { doing, path, error }),
            }
        })
    }
}

/// The clause that says why a folder cannot be exchanged, if that is what the error means.
pub(super) fn hindrance(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        io::ErrorKind::CrossesDevices => Some("it is on another file system than the folder around it"),
        io::ErrorKind::ResourceBusy => Some("it is a mount point or in use"),
        io::ErrorKind::PermissionDenied => Some("the permission for it is missing"),
        io::ErrorKind::ReadOnlyFilesystem => Some("the folder around it is read-only"),
        _ => None,
    }
}

/// Takes a missing file or folder for no error: what should be gone is gone.
pub(super) fn if_there<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
