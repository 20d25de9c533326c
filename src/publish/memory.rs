//! What a build remembers for the next one: from what each file was made, and what it looked like when it was written.
//!
//! It saves work and decides nothing else. A file is believed to be as it was if the list in the folder has the hash
//! that is noted here, and if its length and time are those noted here; one that is not, or of which nothing is noted,
//! is made and compared. So it may be deleted, or be that of another folder, or be unreadable, and every build gives
//! the same files.

use super::Print;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use twox_hash::XxHash3_128;

/// Where a memory is kept.
#[derive(Clone, Debug)]
pub struct Memory {
    /// The file; the folder around it is made when it is needed.
    pub file: PathBuf,
    /// Which program writes it: another one would make other files from the same things.
    pub program: String,
}

/// What is remembered of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// What it was made from.
    pub(super) print: Print,
    /// The hash of its bytes.
    pub(super) hash: u128,
    /// What it looked like in the published folder.
    pub(super) look: Look,
}

/// What a file looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Its length in bytes.
    length: u64,
    /// When it was changed last, in nanoseconds since 1970.
    modified: u64,
}

impl Look {
    /// That of a plain file.
    pub(super) fn of(metadata: &Metadata) -> Option<Self> {
        let since = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let modified = u64::try_from(since.as_nanos()).ok()?;
        metadata.is_file().then_some(Self { length: metadata.len(), modified })
    }
}

/// What is remembered of the files of one folder, by address.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<String, Seen, foldhash::fast::FixedState>);

impl Known {
    /// What is remembered of the file at an address.
    pub(super) fn of(&self, address: &str) -> Option<&Seen> {
        self.0.get(address)
    }
}

impl Memory {
    /// What is remembered of a folder: nothing if there is no such memory, or one of another folder or program.
    pub(super) fn read(&self, folder: &Path) -> Known {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let Some(entries) = text.strip_prefix(&self.heading(folder)) else { return Known::default() };
        let entries: Option<_> = entries.lines().map(entry).collect();
        Known(entries.unwrap_or_default())
    }

    /// Remembers the files of a folder. What cannot be written is not remembered, which is no harm.
    pub(super) fn write<'f>(&self, folder: &Path, files: impl Iterator<Item = (&'f str, Seen)>) {
        let mut text = self.heading(folder);
        for (address, Seen { print, hash, look }) in files {
            let Look { length, modified } = look;
            let Print { around, shown } = print;
            writeln!(text, "{around:x} {shown:x} {hash:x} {length} {modified} {address}")
                .expect("a string takes everything");
        }
        let Some(around) = self.file.parent() else { return };
        if !around.exists() && fs::create_dir_all(around).is_ok() {
            // What is in there is of no use to anybody else.
            let _ = fs::write(around.join(".gitignore"), "*\n");
        }
        let new = self.file.with_extension("new");
        let written = fs::write(&new, text).and_then(|()| fs::rename(&new, &self.file));
        if written.is_err() {
            let _ = fs::remove_file(new);
        }
    }

    /// The first line. The folder is named by a hash: its path may hold the name of a person.
    fn heading(&self, folder: &Path) -> String {
        let folder = XxHash3_128::oneshot(folder.as_os_str().as_encoded_bytes());
        format!("handbill-memory 2 {folder:032x} {}\n", self.program)
    }
}

fn entry(line: &str) -> Option<(String, Seen)> {
    let mut parts = line.splitn(6, ' ');
    let mut next = || parts.next();
    let number = |text: Option<&str>| u128::from_str_radix(text?, 16).ok();
    let print = Print { around: number(next())?, shown: number(next())? };
    let hash = number(next())?;
    let look = Look { length: next()?.parse().ok()?, modified: next()?.parse().ok()? };
    Some((next()?.to_owned(), Seen { print, hash, look }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_for_the_same_folder_and_program() {
        let around = tempfile::tempdir().unwrap();
        let memory = Memory { file: around.path().join("a/built"), program: "1".into() };
        let seen =
            Seen { print: Print { around: u128::MAX, shown: 1 }, hash: 2, look: Look { length: 3, modified: 4 } };
        memory.write(Path::new("/public"), [("a b/ü.html", seen)].into_iter());
        assert_eq!(memory.read(Path::new("/public")).of("a b/ü.html"), Some(&seen));
        assert_eq!(memory.read(Path::new("/public")).of("a b"), None);
        assert!(memory.read(Path::new("/other")).0.is_empty());
        let other = Memory { program: "2".into(), ..memory.clone() };
        assert!(other.read(Path::new("/public")).0.is_empty());
        fs::write(&memory.file, memory.heading(Path::new("/public")) + "nonsense\n").unwrap();
        assert!(memory.read(Path::new("/public")).0.is_empty());
        fs::remove_file(&memory.file).unwrap();
        assert!(memory.read(Path::new("/public")).0.is_empty());
    }
}
