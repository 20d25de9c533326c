//! The files of a theme: those built into the program, or those of a folder in the site's `themes/`.
//!
//! Nothing here reads a disk: the built-in theme is in the binary, and a site's theme is handed over by the caller.

use crate::diagnostic::SitePath;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

/// The theme that is built in.
///
/// Cargo sees edits of files that are there, but not new ones: a new file in the folder wants this file touched. A test
/// compares the two.
static COMMONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/commons");

/// The name of the theme that is built in, and that a site gets without asking.
pub const DEFAULT_THEME: &str = "commons";

/// The files of one theme, by their path inside its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFiles {
    name: Arc<str>,
    files: BTreeMap<Arc<str>, Arc<[u8]>>,
}

impl ThemeFiles {
    /// The theme in the binary.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![&COMMONS];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path.into(), Arc::from(file.contents()));
            }
        }
        Self { name: DEFAULT_THEME.into(), files }
    }

    /// A theme of the site: files whose paths begin with `themes/NAME/`; others are passed over.
    pub fn of_site(name: &str, files: impl IntoIterator<Item = (SitePath, Arc<[u8]>)>) -> Self {
        let folder = format!("themes/{name}/");
        let files = files
            .into_iter()
            .filter_map(|(path, bytes)| Some((Arc::from(path.strip_prefix(&folder)?), bytes)))
            .collect();
        Self { name: name.into(), files }
    }

    /// The theme's name, which is that of its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// There is nothing in it; for a theme of the site that means that there is no such theme.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The path that messages name: `themes/commons/theme.yaml`.
    pub fn display_path(&self, path: &str) -> SitePath {
        format!("themes/{}/{path}", self.name).into()
    }

    /// The bytes of one file, by its path inside the theme.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// The files below a folder of the theme, such as `styles/`, in the order of their paths, with the folder taken off.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> {
        self.files
            .range::<str, _>((Bound::Included(folder), Bound::Unbounded))
            .map_while(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_theme_is_the_folder_as_it_is_on_disk() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/commons");
        let on_disk: Vec<String> = walkdir::WalkDir::new(folder)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/"))
            .collect();
        let embedded = ThemeFiles::embedded();
        for path in &on_disk {
            assert!(embedded.get(path).is_some(), "{path} is new: touch src/theme/files.rs");
        }
        assert_eq!(embedded.files.len(), on_disk.len());
    }

    #[test]
    fn a_theme_of_the_site_takes_the_files_of_its_own_folder() {
        let file = |path: &str| (SitePath::from(path), Arc::<[u8]>::from(path.as_bytes()));
        let files = [file("themes/mine/styles/b.css"), file("themes/mine/styles/a.css"), file("themes/other/x")];
        let theme = ThemeFiles::of_site("mine", files);
        assert_eq!(theme.below("styles/").map(|(path, _)| path).collect::<Vec<_>>(), ["a.css", "b.css"]);
        assert_eq!(&*theme.display_path("styles/a.css"), "themes/mine/styles/a.css");
        assert!(ThemeFiles::of_site("none", []).is_empty());
    }
}
