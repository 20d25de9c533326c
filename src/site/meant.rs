//! What was probably meant by a name or a path that leads nowhere, and what there is in its place.
//!
//! All of it is made when the first such name is asked about, since most sites have none.

use super::lookup::Lookup;
use super::near::{Names, listed};
use crate::content::fields::To;
use crate::content::kinds::KindName;
use foldhash::HashMap;
use std::collections::BTreeMap;

/// The endings of pictures that browsers show.
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico"];

/// The names of all documents, for slips in references.
#[derive(Debug)]
pub(super) struct Named {
    kinds: BTreeMap<KindName, Names>,
    all: Names,
    /// Each with its folder: `campaigns/fix-the-lifts`.
    full: Names,
    /// What a menu can lead to: pages, and folders that have a list.
    pages: Names,
}

impl Named {
    /// The names in a lookup.
    pub(super) fn of(lookup: &Lookup) -> Self {
        let documents = || lookup.faces().iter().enumerate().filter(|(_, face)| !face.standing().index);
        let pages = documents().filter(|(_, face)| face.standing().kind == KindName::Page);
        let folders = lookup.folders();
        let lists = folders.iter().filter_map(|folder| folder.strip_prefix("content/"));
        let lists = lists.filter(|folder| lookup.has_list(folder));
        Self {
            kinds: lookup.names().map(|(kind, names)| (kind, Names::new(names.map(str::to_owned)))).collect(),
            all: Names::new(lookup.names().flat_map(|(_, names)| names).map(str::to_owned)),
            full: Names::new(documents().map(|(doc, _)| lookup.full_name(doc))),
            pages: Names::new(pages.map(|(_, face)| face.standing().name.clone()).chain(lists.map(str::to_owned))),
        }
    }
}

/// The paths of all documents and files, for slips in links.
#[derive(Debug)]
pub(super) struct Paths {
    /// What stands in each folder.
    inside: HashMap<Box<str>, Names>,
    /// The same without `.md`.
    bare: HashMap<Box<str>, Names>,
    /// Files that are no documents.
    files: HashMap<Box<str>, Names>,
    pictures: HashMap<Box<str>, Names>,
    /// All paths by the small letters of their last part, in order.
    ends: HashMap<String, Vec<Box<str>>>,
    /// The last parts of the paths of documents and files.
    last: Names,
}

impl Paths {
    /// The paths in a lookup.
    pub(super) fn of(lookup: &Lookup) -> Self {
        let documents = || lookup.faces().iter().map(|face| &**face.path());
        let files = || lookup.files.iter().map(|file| &**file);
        let folders = lookup.folders();
        let all = || documents().chain(folders.iter().copied()).chain(files());
        let mut ends: HashMap<String, Vec<Box<str>>> = HashMap::default();
        for path in all() {
            ends.entry(parted(path).1.to_lowercase()).or_default().push(path.into());
        }
        ends.values_mut().for_each(|paths| paths.sort_unstable());
        Self {
            inside: by_folder(all(), |name| name),
            bare: by_folder(all(), |name| name.trim_end_matches(".md")),
            files: by_folder(files(), |name| name),
            pictures: by_folder(files().filter(|file| is_picture(file)), |name| name),
            ends,
            last: Names::new(documents().chain(files()).map(|path| parted(path).1.to_owned())),
        }
    }
}

fn by_folder<'p>(paths: impl Iterator<Item = &'p str>, shown: impl Fn(&str) -> &str) -> HashMap<Box<str>, Names> {
    let mut folders: HashMap<Box<str>, Vec<String>> = HashMap::default();
    for (folder, name) in paths.map(parted) {
        folders.entry(folder.into()).or_default().push(shown(name).to_owned());
    }
    folders.into_iter().map(|(folder, names)| (folder, Names::new(names.into_iter()))).collect()
}

/// The folder of a path, and its last part.
fn parted(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// What a path should lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A page, a folder or a file.
    Anything,
    /// The same, and pages need no `.md`.
    Entry,
    /// A file that is no document.
    File,
}

impl Lookup {
    /// The name of a document of this kind that is near.
    pub(super) fn near_of_kind(&self, kind: KindName, written: &str) -> Option<String> {
        self.named().kinds.get(&kind)?.nearest(written).map(str::to_owned)
    }

    /// The name of a document of any kind that is near, with its folder.
    pub(super) fn near_of_any(&self, written: &str) -> Option<String> {
        let near = self.named().all.nearest(written.rsplit('/').next().unwrap_or(written))?;
        let doc = KindName::ALL.into_iter().find_map(|kind| self.get(kind, near).first())?;
        Some(self.full_name(*doc))
    }

    /// The names that a reference of this sort can have, the likeliest first; `None` if there are none at all.
    pub(super) fn there_is(&self, to: To, written: &str) -> Option<String> {
        let (named, name) = (self.named(), written.rsplit('/').next().unwrap_or(written));
        let names = match kind_of(to) {
            Some(kind) => named.kinds.get(&kind)?,
            None => &named.full,
        };
        Some(listed(names.likeliest(if kind_of(to).is_some() { name } else { written }), ""))
            .filter(|list| !list.is_empty())
    }

    /// The pages and lists that a menu can lead to, the likeliest first; empty if there are none.
    pub(super) fn pages(&self, written: &str) -> String {
        listed(self.named().pages.likeliest(written), "")
    }

    /// The path that was probably meant, written as the writer wrote it.
    pub(super) fn near_path(&self, path: &str, written: &str, wanted: Wanted) -> Option<String> {
        let written = written.trim_end_matches('/');
        if wanted != Wanted::File {
            // The address of a page, as a browser or another program has it.
            let ends = ["", ".html", ".htm", ".php", "/index.html"].into_iter();
            let page = ends.filter_map(|end| Some((path.strip_suffix(end)?, written.strip_suffix(end)?)));
            let mut page = page.filter(|(path, _)| self.doc(&format!("{path}.md")).is_some());
            if let Some((_, written)) = page.next() {
                return Some(format!("{written}.md"));
            }
        }
        let all = self.all_paths();
        let (folder, name) = parted(path);
        if wanted == Wanted::File {
            let near = all.files.get(folder).and_then(|names| names.nearest(name));
            return near.map(|near| format!("{}{near}", before(written))).or_else(|| self.elsewhere(name, wanted));
        }
        // Where the ending was left out, it is no part of the mistake.
        let bare = !name.contains('.');
        let inside = if bare { &all.bare } else { &all.inside };
        if let Some(near) = inside.get(folder).and_then(|names| names.nearest(name)) {
            let is_page = bare && self.doc(&format!("{folder}/{near}.md")).is_some();
            let end = if is_page && wanted == Wanted::Anything { ".md" } else { "" };
            return Some(format!("{}{near}{end}", before(written)));
        }
        self.elsewhere(name, wanted)
    }

    /// The same name in another folder, or one that is near, written from the top.
    fn elsewhere(&self, name: &str, wanted: Wanted) -> Option<String> {
        let all = self.all_paths();
        let same = all.ends.get(name.to_lowercase().as_str()).or_else(|| {
            let near = if name.contains('.') { all.last.nearest(name) } else { None };
            near.and_then(|near| all.ends.get(near.to_lowercase().as_str()))
        });
        let mut same = same?.iter().map(|path| &**path);
        let first = same.find(|path| wanted != Wanted::File || self.files.contains(*path))?;
        Some(first.trim_start_matches("content").trim_start_matches("static").to_owned())
    }

    /// What stands where a link leads and has a name like it, or else in another folder. `None` if there is nothing.
    pub(super) fn like(&self, from: &str, written: &str) -> Option<String> {
        let written = written.trim_end_matches('/');
        let path = Self::joined(from, written)?;
        let (folder, name) = parted(&path);
        let all = self.all_paths();
        let alike = all.inside.get(folder).map_or(vec![], |names| names.alike(name));
        if !alike.is_empty() {
            return Some(listed((alike, 0), before(written)));
        }
        // Short names lie in many others.
        let last = if name.len() > 5 { all.last.alike(name) } else { vec![] };
        let places = last.into_iter().filter_map(|name| self.elsewhere(name, Wanted::Anything));
        let places: Vec<String> = places.collect();
        (!places.is_empty()).then(|| listed((places.iter().map(String::as_str).collect(), 0), ""))
    }

    /// The page that has a name like this, of those that a menu can lead to.
    pub(super) fn like_page(&self, written: &str) -> Option<&str> {
        match self.named().pages.alike(written.trim_matches('/'))[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Some page in a folder that has no page of its own; empty if there is none. `None` if there is no such folder.
    pub(super) fn inside_folder(&self, from: &str, written: &str) -> Option<String> {
        let path = Self::joined(from, written)?;
        let names = self.has_folder(&path).then(|| self.all_paths().inside.get(path.as_str()))??;
        let (pages, _) = names.likeliest("");
        let page = pages.into_iter().find(|name| name.ends_with(".md"));
        Some(page.map_or_else(String::new, |page| format!("{}/{page}", written.trim_end_matches('/'))))
    }

    /// The likeliest page of all besides this one, written from the top; `None` if there is no other.
    pub(super) fn some_page(&self, from: &str, written: &str) -> Option<String> {
        let (names, _) = self.all_paths().last.likeliest(parted(written).1);
        let pages = names.into_iter().filter(|name| name.ends_with(".md"));
        let mut paths = pages.filter_map(|name| self.elsewhere(name, Wanted::Anything));
        paths.find(|path| format!("content{path}") != from)
    }

    /// What files stand where a path leads, the likeliest first; only pictures if it is one. `None` if there are none.
    pub(super) fn files_there(&self, from: &str, written: &str) -> Option<String> {
        let path = Self::joined(from, written)?;
        let (folder, name) = parted(&path);
        let all = self.all_paths();
        let (folders, what) = if is_picture(name) { (&all.pictures, "pictures") } else { (&all.files, "files") };
        let there = folders.get(folder)?;
        Some(format!("the {what} there are: {}", listed(there.likeliest(name), before(written))))
    }
}

fn is_picture(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| PICTURES.contains(&&*end.to_ascii_lowercase()))
}

/// What a path has before its last part, with the slash.
fn before(written: &str) -> &str {
    &written[..written.rfind('/').map_or(0, |slash| slash + 1)]
}

/// The kind that a reference of this sort names, if it is one.
pub(super) fn kind_of(to: To) -> Option<KindName> {
    match to {
        To::Principle => Some(KindName::Principle),
        To::Campaign => Some(KindName::Campaign),
        To::Story => Some(KindName::Story),
        To::Definition => Some(KindName::Definition),
        To::Person => Some(KindName::Person),
        To::Page | To::Placed => Some(KindName::Page),
        To::Any | To::Unchecked => None,
    }
}
