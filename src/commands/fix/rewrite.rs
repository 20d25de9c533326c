//! Writes a mended file in place of the old one, in one step. It never follows a link and never overwrites what it has not
//! read.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was left as it is.
#[derive(Debug)]
pub(super) enum Left {
    /// It no longer holds what was read.
    Changed,
    /// The machine failed.
    Failed(io::Error),
}

impl From<io::Error> for Left {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Whether a file is an ordinary one that its owner lets be changed.
pub(super) fn is_writable(disk: &Path) -> bool {
    disk.symlink_metadata().is_ok_and(|outside| outside.is_file() && !outside.permissions().readonly())
}

/// Replaces what a file holds, with the same permissions. A failure leaves the old file.
///
/// # Errors
/// When the file no longer holds `before`, is no ordinary file any more, or cannot be written.
pub(super) fn rewrite(disk: &Path, before: &str, after: &str) -> Result<(), Left> {
    let beside = beside(disk);
    let written = write(&beside, disk, after).and_then(|()| {
        if holds(disk, before)? {
            fs::rename(&beside, disk)?;
            return Ok(());
        }
        Err(Left::Changed)
    });
    if written.is_err() {
        // It is ours, and in nobody's way if it cannot be removed: names with a dot are no part of a site.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A name in the same folder, so that a rename is one step. Nothing that begins with a dot is read as a part of a site.
fn beside(disk: &Path) -> PathBuf {
    let name = disk.file_name().unwrap_or_default().to_string_lossy();
    disk.with_file_name(format!(".{name}.{}.handbill-fix", std::process::id()))
}

fn write(beside: &Path, disk: &Path, text: &str) -> Result<(), Left> {
    let permissions = fs::symlink_metadata(disk)?.permissions();
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(text.as_bytes())?;
    file.set_permissions(permissions)?;
    file.sync_all()?;
    Ok(())
}

/// Whether an ordinary file holds this.
fn holds(disk: &Path, text: &str) -> io::Result<bool> {
    Ok(is_writable(disk) && fs::read(disk)? == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_changed_meanwhile_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let disk = folder.path().join("a.md");
        fs::write(&disk, "theirs").unwrap();
        assert!(matches!(rewrite(&disk, "ours", "mended"), Err(Left::Changed)));
        assert_eq!(fs::read_to_string(&disk).unwrap(), "theirs");
        rewrite(&disk, "theirs", "mended").unwrap();
        assert_eq!(fs::read_to_string(&disk).unwrap(), "mended");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_not_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (disk, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&disk, "old").unwrap();
        fs::set_permissions(&disk, fs::Permissions::from_mode(0o640)).unwrap();
        rewrite(&disk, "old", "new").unwrap();
        assert_eq!(fs::metadata(&disk).unwrap().permissions().mode() & 0o777, 0o640);
        symlink(&disk, &link).unwrap();
        assert!(matches!(rewrite(&link, "new", "other"), Err(Left::Changed)));
        assert_eq!(fs::read_to_string(&disk).unwrap(), "new");
        fs::set_permissions(&disk, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(!is_writable(&disk));
        assert!(rewrite(&disk, "new", "other").is_err());
        assert_eq!(fs::read_to_string(&disk).unwrap(), "new");
    }
}
