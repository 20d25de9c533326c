//! Opens a file of an answer, and only a plain one below its folder.
//!
//! Whoever names the file has seen that it is there. Between that and now a synchronised folder may have put a link or
//! a pipe in its place, so the check is made on the way to the open file and not before it.

use std::fs::File;
use std::io;
use std::path::Path;

/// Opens a file for reading and gives its length in bytes.
///
/// # Errors
///
/// If the file is not there, cannot be read, is no plain file, or is not below the folder once links are followed.
pub(super) fn open(root: &Path, path: &Path) -> io::Result<(File, u64)> {
    let root = root.canonicalize()?;
    let path = root.join(path).canonicalize()?;
    let inside =
        path.strip_prefix(&root).map_err(|_| io::Error::new(io::ErrorKind::PermissionDenied, "outside the folder"))?;
    let file = open_inside(&root, inside)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
    }
    Ok((file, metadata.len()))
}

/// Goes down from the folder name by name and follows no link: those that may be followed were followed before, and
/// one that is met now was put there in between.
#[cfg(unix)]
fn open_inside(root: &Path, inside: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};

    let folder = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    // Opening a pipe would wait for somebody to write into it.
    let file = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let mut at = rustix::fs::open(root, folder, Mode::empty())?;
    let mut names = inside.components().peekable();
    while let Some(name) = names.next() {
        let flags = if names.peek().is_some() { folder | OFlags::NOFOLLOW } else { file };
        at = rustix::fs::openat(&at, name.as_os_str(), flags, Mode::empty())?;
    }
    Ok(File::from(at))
}

/// Opens the file where links led a moment ago; making a link needs special rights on such systems.
#[cfg(not(unix))]
fn open_inside(root: &Path, inside: &Path) -> io::Result<File> {
    File::open(root.join(inside))
}

#[cfg(all(test, unix))]
mod tests {
    use super::{open, open_inside};
    use std::fs;
    use std::io::Read;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    #[test]
    fn a_file_below_the_folder_is_opened_and_nothing_else() {
        let around = tempfile::tempdir().expect("a folder");
        let root = around.path().join("site");
        fs::create_dir_all(root.join("static/deep")).expect("folders");
        fs::write(root.join("static/deep/a.txt"), "inside").expect("a file");
        fs::write(around.path().join("secret"), "outside").expect("a file");
        symlink("deep/a.txt", root.join("static/link")).expect("a link");
        symlink("../../secret", root.join("static/out")).expect("a link");
        symlink(around.path(), root.join("static/up")).expect("a link");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            root.join("pipe"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::from_raw_mode(0o600),
            0,
        )
        .expect("a pipe");

        let read = |path: &Path| {
            let (mut file, length) = open(&root, path).ok()?;
            let mut text = String::new();
            file.read_to_string(&mut text).expect("text");
            assert_eq!(length, text.len() as u64);
            Some(text)
        };
        for path in [Path::new("static/deep/a.txt"), Path::new("static/link"), &root.join("static/deep/a.txt")] {
            assert_eq!(read(path).as_deref(), Some("inside"), "{}", path.display());
        }
        for path in ["static/out", "static/up/secret", "../secret", "static", "", "pipe", "nothing"] {
            assert_eq!(read(Path::new(path)), None, "{path}");
        }
        assert_eq!(read(&around.path().join("secret")), None);
        // As if the links had been put there after the path was looked at.
        for path in ["static/out", "static/link", "static/up/secret"] {
            assert!(open_inside(&root, Path::new(path)).is_err(), "{path}");
        }
    }
}
