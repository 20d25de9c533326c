//! The list of the files that Handbill wrote, `.handbill-files`: what is not on it is never taken away.

use std::collections::{BTreeMap, btree_map};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::Failure;
use super::address;
use super::failure::{Doing, if_there};

/// The name of the list, at the top of the folder.
pub(super) const LIST: &str = ".handbill-files";

/// The first line. A list of another version is not read, since its files would be taken for somebody else's.
const VERSION: &str = "handbill-files 1";

/// The files of a published folder with the hashes of their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, u128>,
}

impl Manifest {
    /// Whether a file of this address was published.
    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The hash (XXH3, 128 bits) of the bytes of this file.
    pub fn hash(&self, path: &str) -> Option<u128> {
        self.files.get(path).copied()
    }

    /// All addresses, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether no file was published.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The list of this folder, or `None` if it has none.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(LIST);
        let Some(bytes) = if_there(fs::read(&path)).doing("read", &path)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| "it is not text".to_owned());
        text.and_then(|text| Self::parse(&text)).map(Some).map_err(|why| Failure::List { path, why })
    }

    /// Writes the list into a folder that has none yet.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let path = folder.join(LIST);
        super::write::create(&path, self.text().as_bytes()).doing("write", &path)
    }

    /// All files of both; where both have one, the hash is that of the other list.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut files = self.files.clone();
        files.extend(other.files.iter().map(|(path, hash)| (path.clone(), *hash)));
        Self { files }
    }

    /// The addresses that the other list does not have.
    pub(super) fn without(&self, other: &Self) -> Vec<String> {
        self.files.keys().filter(|path| !other.files.contains_key(*path)).cloned().collect()
    }

    fn text(&self) -> String {
        let mut text = format!("{VERSION}\n");
        for (path, hash) in &self.files {
            writeln!(text, "{hash:032x} {path}").expect("a string takes everything");
        }
        text
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut lines = text.lines().enumerate();
        match lines.next() {
            Some((_, VERSION)) => {}
            _ => return Err(format!("it does not begin with \"{VERSION}\"; another version of Handbill may know it")),
        }
        let mut files = BTreeMap::new();
        for (number, line) in lines {
            let (path, hash) = entry(line).ok_or_else(|| format!("line {} is not an entry", number + 1))?;
            if files.insert(path.to_owned(), hash).is_some() {
                return Err(format!("line {} is there twice", number + 1));
            }
        }
        Ok(Self { files })
    }
}

fn entry(line: &str) -> Option<(&str, u128)> {
    let (hash, path) = line.split_once(' ')?;
    // Digits are checked, since a sign would be read as part of a number.
    let digits = hash.len() == 32 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    let hash = digits.then(|| u128::from_str_radix(hash, 16).ok())??;
    address::fault(path).is_none().then_some((path, hash))
}

impl FromIterator<(String, u128)> for Manifest {
    fn from_iter<I: IntoIterator<Item = (String, u128)>>(files: I) -> Self {
        Self { files: files.into_iter().collect() }
    }
}

impl<'a> IntoIterator for &'a Manifest {
    type Item = (&'a String, &'a u128);
    type IntoIter = btree_map::Iter<'a, String, u128>;

    fn into_iter(self) -> Self::IntoIter {
        self.files.iter()
    }
}

/// Whether this folder has a list, readable or not.
pub(super) fn is_in(folder: &Path) -> io::Result<bool> {
    Ok(if_there(fs::symlink_metadata(folder.join(LIST)))?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_sorted_and_read_again() {
        let list: Manifest = [("b.html".to_owned(), 2), ("a b/ü.html".to_owned(), u128::MAX)].into_iter().collect();
        let text = list.text();
        assert_eq!(
            text,
            "handbill-files 1\nffffffffffffffffffffffffffffffff a b/ü.html\n00000000000000000000000000000002 b.html\n"
        );
        assert_eq!(Manifest::parse(&text), Ok(list));
    }

    #[test]
    fn a_list_that_leads_out_of_the_folder_is_not_read() {
        let hash = "0".repeat(32);
        for path in ["../x", "/etc/passwd", "a/../../x", "", "a//b", "a\\b", ".handbill-files"] {
            let why = Manifest::parse(&format!("{VERSION}\n{hash} {path}\n")).unwrap_err();
            assert_eq!(why, "line 2 is not an entry", "{path}");
        }
        assert!(Manifest::parse("handbill-files 2\n").is_err());
        assert!(Manifest::parse("").is_err());
        assert!(Manifest::parse(&format!("{VERSION}\n+{} a\n", "0".repeat(31))).is_err());
    }
}
