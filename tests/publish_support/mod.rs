//! Sites in memory, and what is in a folder, for the tests of publishing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use handbill::diagnostic::{Code, Diagnostic, Place};
use handbill::publish::{Content, Pages, Published, Way, publish_by};
use tempfile::TempDir;

/// Every way of publishing.
pub(crate) const WAYS: [Way; 4] = [Way::Best, Way::TwoRenames, Way::Patch, Way::InPlace];

/// A site in memory; a page that is an error is one that cannot be made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Texts(pub(crate) Vec<(String, Result<Vec<u8>, String>)>);

impl Texts {
    /// The files that are to be in the folder.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.0.iter().map(|(path, bytes)| (path.clone(), bytes.clone().unwrap())).collect()
    }
}

impl Pages for Texts {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn path(&self, index: usize) -> &str {
        &self.0[index].0
    }

    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        assert!(buffer.is_empty(), "the buffer is handed out empty");
        match &self.0[index].1 {
            Ok(bytes) => buffer.extend_from_slice(bytes),
            Err(message) => {
                let place = Place::file(&self.path(index).into());
                return Err(vec![Diagnostic::new(Code::TemplateRender, place, message)]);
            }
        }
        Ok(Content::Buffer)
    }
}

pub(crate) fn put(way: Way, folder: &Path, site: &impl Pages) -> Published {
    publish_by(way, folder, site, None, &|_| {}).unwrap()
}

pub(crate) fn workplace() -> (TempDir, PathBuf) {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("public");
    (around, folder)
}

/// Everything below a folder: files with their bytes, links with what they lead to, folders with nothing.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_dir() {
            tree.insert(path + "/", Vec::new());
        } else if entry.file_type().is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            tree.insert(path + "@", target.to_str().unwrap().into());
        } else {
            tree.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    tree
}

/// The files and links below a folder, without folders that hold some and without the list.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    let names: Vec<String> = files.keys().cloned().collect();
    files.retain(|path, _| {
        path != ".handbill-files"
            && !(path.ends_with('/') && names.iter().any(|name| name.starts_with(path) && name != path))
    });
    files
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What others put into a folder.
pub(crate) fn put_foreign_files(folder: &Path) {
    fs::create_dir_all(folder.join(".git/objects/ab")).unwrap();
    fs::create_dir_all(folder.join(".git/refs/tags")).unwrap();
    fs::create_dir_all(folder.join("gone/notes")).unwrap();
    for (path, text) in
        [(".git/HEAD", "ref"), (".git/objects/ab/cd", "x"), ("CNAME", "example.org"), ("gone/notes/n", "mine")]
    {
        fs::write(folder.join(path), text).unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../elsewhere", folder.join("link")).unwrap();
}

/// The same as [`files`] tells them.
pub(crate) fn foreign_files() -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = [
        (".git/HEAD", "ref"),
        (".git/objects/ab/cd", "x"),
        (".git/refs/tags/", ""),
        ("CNAME", "example.org"),
        ("gone/notes/n", "mine"),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into()))
    .collect();
    if cfg!(unix) {
        files.insert("link@".to_owned(), "../elsewhere".into());
    }
    files
}
