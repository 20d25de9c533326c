//! Which files of a folder belong to the site, judged by their paths alone.

use crate::diagnostic::SitePath;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// The file of settings; the one file of a site that lies in no folder.
pub(super) const SETTINGS: &str = "site.yaml";

/// The folders that are read. Whatever else lies beside them is the author's own.
pub(super) const TOPS: [&str; 7] = ["content", "static", "styles", "strings", "templates", "themes", "data"];

/// What belongs to a site.
#[derive(Clone, Debug, Default)]
pub(super) struct Extent {
    /// Folders inside the site that are no part of it, from the site's folder.
    without: Vec<PathBuf>,
}

impl Extent {
    /// The extent of the site in `root`, of which these folders are no part.
    ///
    /// Folders outside the site change nothing, and nor does one that would leave nothing of a top folder.
    pub(super) fn new(root: &Path, without: &[PathBuf]) -> Self {
        let below = |path: &PathBuf| {
            let plain = std::path::absolute(path).ok()?.strip_prefix(std::path::absolute(root).ok()?).ok()?.to_owned();
            (plain.components().count() > 1).then_some(plain)
        };
        Self { without: without.iter().filter_map(below).collect() }
    }

    /// Whether there may be a file of the site at this path or below it; the path is from the site's folder.
    pub(super) fn holds(&self, relative: &Path) -> bool {
        let mut parts = relative.components();
        let Some(Component::Normal(top)) = parts.next() else { return false };
        if top == SETTINGS {
            return parts.next().is_none();
        }
        TOPS.iter().any(|name| top == *name)
            && parts.all(|part| matches!(part, Component::Normal(name) if is_read(top, name)))
            && self.keeps(relative)
    }

    /// Whether the path is outside all folders that are no part of the site.
    pub(super) fn keeps(&self, relative: &Path) -> bool {
        !self.without.iter().any(|folder| relative.starts_with(folder))
    }
}

/// Whether a file or folder of this name belongs to the site, somewhere in this top folder.
///
/// What editors and systems leave behind is not part of any site; `.well-known` is.
pub(super) fn is_read(top: impl AsRef<OsStr>, name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    !is_leftover(&name) && (!name.starts_with('.') || top.as_ref() == "static")
}

/// What editors and systems leave beside files.
fn is_leftover(name: &str) -> bool {
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".swx")
}

/// The path of a file below the site's folder, as all stages know it.
pub(super) fn site_path(relative: &Path) -> SitePath {
    let mut path = String::new();
    for part in relative.components() {
        push_name(&mut path, part.as_os_str());
    }
    path.into()
}

/// Adds a name to a path, in Unicode form NFC.
pub(super) fn push_name(path: &mut String, name: &OsStr) {
    if !path.is_empty() {
        path.push('/');
    }
    let name = name.to_string_lossy();
    if name.is_ascii() {
        path.push_str(&name);
    } else {
        path.extend(name.nfc());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_site_is_made_of_belongs_to_it() {
        let extent = Extent::new(Path::new("/a/site"), &["/a/site/static/old".into(), "/a/site/content".into()]);
        for (path, belongs) in [
            ("site.yaml", true),
            ("site.yaml/x", false),
            ("site.yaml~", false),
            ("content", true),
            ("content/a.md", true),
            ("content/.a.md.swp", false),
            ("content/.git/a.md", false),
            ("content/a.md~", false),
            ("content/../site.yaml", false),
            ("static/.well-known/x", true),
            ("static/old/x", false),
            ("static/older", true),
            ("public/index.html", false),
            ("", false),
        ] {
            assert_eq!(extent.holds(Path::new(path)), belongs, "{path}");
        }
    }

    #[test]
    fn paths_are_in_one_unicode_form() {
        assert_eq!(&*site_path(Path::new("content/e\u{301}.md")), "content/é.md");
    }
}
