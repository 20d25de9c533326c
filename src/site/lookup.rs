//! Finding documents and files by what a writer writes: names in front matter, paths in text.

use super::again::Difference;
use super::by_name::ByName;
use super::meant::{Named, Paths, Wanted, kind_of};
use super::{DocId, Statement};
use crate::content::face::Face;
use crate::content::fields::To;
use crate::content::kinds::{KindName, LATER};
use crate::content::place::set_files;
use crate::diagnostic::{Diagnostic, SitePath};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// What a path or a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A document.
    Document(DocId),
    /// The list of a folder: of a kind, the glossary, or a set; or a statement, by its name.
    List(String),
    /// A file.
    File(SitePath),
    /// Something of a kind that is not built yet: nothing more is said.
    Later,
    /// Nothing: what was probably meant.
    Missing(Option<String>),
    /// Something of another kind.
    Other(DocId),
    /// Several: their full names.
    Several(Vec<String>),
    /// A path that leads out of the site.
    Outside,
}

/// All names and paths of a site: what there is to name, not what it says.
#[derive(Debug)]
pub struct Lookup {
    faces: Vec<Face>,
    pub(super) files: Arc<BTreeSet<SitePath>>,
    names: ByName,
    /// Whether two of one kind have the same name in the same folder.
    has_same_names: bool,
    /// For names that lead nowhere.
    named: OnceLock<Named>,
    all_paths: OnceLock<Paths>,
}

impl Lookup {
    /// Gathers all names, of documents by path and of all other files; the same name twice in one kind is told.
    pub fn new(faces: Vec<Face>, files: Arc<BTreeSet<SitePath>>) -> (Self, Vec<Diagnostic>) {
        let names = ByName::new(&faces);
        let told = names.told(&faces);
        (Self::of(faces, files, names, !told.is_empty()), told)
    }

    /// The same, made from the lookup before some documents changed.
    pub fn again(difference: &Difference, faces: Vec<Face>, files: Arc<BTreeSet<SitePath>>) -> (Self, Vec<Diagnostic>) {
        let before = difference.lookup();
        let names = before.names.again(difference, &faces);
        debug_assert_eq!(names, ByName::new(&faces));
        let mut changed = difference.with_another_face().map(|doc| &faces[doc]);
        let may_tell = before.has_same_names || changed.any(|face| names.has_same(&faces, face));
        let told = if may_tell { names.told(&faces) } else { vec![] };
        (Self::of(faces, files, names, !told.is_empty()), told)
    }

    fn of(faces: Vec<Face>, files: Arc<BTreeSet<SitePath>>, names: ByName, has_same_names: bool) -> Self {
        Self { faces, files, names, has_same_names, named: OnceLock::new(), all_paths: OnceLock::new() }
    }

    /// What others see of a document.
    pub fn face(&self, doc: DocId) -> &Face {
        &self.faces[doc]
    }

    /// All faces, by path.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// What a reference in front matter names.
    pub fn reference(&self, to: To, name: &str) -> Found {
        match to {
            To::Unchecked => Found::Later,
            To::Principle => self.principle(name),
            To::Any => self.any(name),
            // The home page is there without a file of its own, too.
            To::Placed if name == "home" && self.get(KindName::Page, name).is_empty() => Found::List(String::new()),
            _ => self.of_kind(kind_of(to).expect("the others are of one kind"), name),
        }
    }

    /// The names of documents, for those that lead nowhere.
    pub(super) fn named(&self) -> &Named {
        self.named.get_or_init(|| Named::of(self))
    }

    /// The paths of documents and files, for those that lead nowhere.
    pub(super) fn all_paths(&self) -> &Paths {
        self.all_paths.get_or_init(|| Paths::of(self))
    }

    /// Whether there is a list at a folder below `content/`.
    pub(super) fn has_list(&self, folder: &str) -> bool {
        matches!(self.at(&format!("content/{folder}")), Some(Found::List(_)))
    }

    /// The documents of this kind and name.
    pub(super) fn get(&self, kind: KindName, name: &str) -> &[DocId] {
        self.names.get(&self.faces, kind, name)
    }

    /// All names of documents by kind, in order; one may be there several times.
    pub(super) fn names(&self) -> impl Iterator<Item = (KindName, impl Iterator<Item = &str>)> {
        self.names.all(&self.faces)
    }

    /// The document of a file.
    pub(super) fn doc(&self, path: &str) -> Option<DocId> {
        self.faces.binary_search_by(|face| (**face.path()).cmp(path)).ok()
    }

    /// Whether there is a document somewhere below a folder.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let first = self.faces.partition_point(|face| **face.path() < *below);
        self.faces.get(first).is_some_and(|face| face.path().starts_with(&below))
    }

    /// All folders that documents are below.
    pub(super) fn folders(&self) -> BTreeSet<&str> {
        let mut folders: BTreeSet<&str> = BTreeSet::new();
        for path in self.faces.iter().map(|face| &**face.path()) {
            let own = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            if folders.insert(own) {
                folders.extend(own.match_indices('/').map(|(at, _)| &own[..at]));
            }
        }
        folders
    }

    fn of_kind(&self, kind: KindName, name: &str) -> Found {
        // The field fixes the kind, so the folder may stand before the name or not.
        let folder = kind.folder().unwrap_or("");
        let bare = name
            .strip_prefix(folder)
            .and_then(|rest| rest.strip_prefix('/'))
            .filter(|_| !folder.is_empty())
            .unwrap_or(name);
        if let Some(doc) = self.get(kind, bare).first() {
            return Found::Document(*doc);
        }
        self.other(name).unwrap_or_else(|| Found::Missing(self.near_of_kind(kind, bare)))
    }

    fn principle(&self, name: &str) -> Found {
        if let Some((folder, last)) = name.rsplit_once('/') {
            let found =
                self.get(KindName::Principle, last).iter().find(|doc| self.faces[**doc].standing().folder == folder);
            if let Some(doc) = found {
                return Found::Document(*doc);
            }
            return self.other(name).unwrap_or_else(|| Found::Missing(self.near_of_kind(KindName::Principle, last)));
        }
        let docs = self.get(KindName::Principle, name);
        let main = docs.iter().find(|doc| self.faces[**doc].standing().folder == "principles");
        match (main, docs) {
            (Some(doc), _) | (None, [doc]) => Found::Document(*doc),
            (None, []) => {
                self.other(name).unwrap_or_else(|| Found::Missing(self.near_of_kind(KindName::Principle, name)))
            }
            (None, several) => Found::Several(several.iter().map(|doc| self.full_name(*doc)).collect()),
        }
    }

    /// A reference that may be of any kind: the folder comes first; a page is named by its path.
    fn any(&self, name: &str) -> Found {
        if let Some((folder, last)) = name.split_once('/') {
            if LATER.contains(&folder) {
                return Found::Later;
            }
            if let Some(kind) = KindName::of_folder(folder) {
                return match self.get(kind, last) {
                    [doc, ..] => Found::Document(*doc),
                    [] => {
                        let near = self.near_of_kind(kind, last);
                        Found::Missing(near.map(|near| format!("{folder}/{near}")))
                    }
                };
            }
            if let Found::Document(doc) = self.principle(name) {
                return Found::Document(doc);
            }
        }
        if let Some(doc) = self.get(KindName::Page, name).first().or(self.get(KindName::PrincipleSet, name).first()) {
            return Found::Document(*doc);
        }
        let others = KindName::ALL.into_iter().filter(|kind| *kind != KindName::Page);
        match others.flat_map(|kind| self.get(kind, name)).collect::<Vec<_>>() {
            several if !several.is_empty() => {
                Found::Several(several.into_iter().map(|doc| self.full_name(*doc)).collect())
            }
            _ => Found::Missing(self.near_of_any(name)),
        }
    }

    /// The name is that of something of another kind.
    fn other(&self, name: &str) -> Option<Found> {
        let last = name.rsplit('/').next().unwrap_or(name);
        let found =
            KindName::ALL.into_iter().find_map(|kind| self.get(kind, name).first().or(self.get(kind, last).first()));
        found.map(|doc| Found::Other(*doc))
    }

    /// The name of a document where a field takes several kinds.
    pub fn full_name(&self, doc: DocId) -> String {
        let standing = self.faces[doc].standing();
        if standing.kind == KindName::Page || standing.kind == KindName::PrincipleSet {
            return standing.name.clone();
        }
        format!("{}/{}", standing.folder, standing.name)
    }

    /// What a path in a document leads to. `from` is the document's file.
    pub fn path(&self, from: &str, written: &str) -> Found {
        self.path_to(from, written, Wanted::Anything)
    }

    /// What a path leads to that should lead to a file.
    pub fn file(&self, from: &str, written: &str) -> Found {
        self.path_to(from, written, Wanted::File)
    }

    /// What an entry of the menu leads to, which needs no `.md`.
    pub(super) fn entry(&self, from: &str, written: &str) -> Found {
        self.path_to(from, written, Wanted::Entry)
    }

    /// Whether a path leads to a file that is no document.
    pub(super) fn has_file(&self, from: &str, written: &str) -> bool {
        Self::joined(from, written).is_some_and(|path| self.files.contains(path.as_str()))
    }

    fn path_to(&self, from: &str, written: &str, wanted: Wanted) -> Found {
        let Some(path) = Self::joined(from, written) else { return Found::Outside };
        let in_static = || written.strip_prefix('/').and_then(|rest| join("static", rest));
        let in_static =
            || in_static().and_then(|path| self.files.get(path.as_str())).map(|file| Found::File(file.clone()));
        // What was meant is looked for last: it takes a look at every name of the site.
        self.at(&path).or_else(in_static).unwrap_or_else(|| {
            let near = self.near_path(&path, written, wanted);
            Found::Missing(near.filter(|near| near != written && self.leads_somewhere(from, near)))
        })
    }

    /// Whether a path that is to be offered leads to something.
    fn leads_somewhere(&self, from: &str, path: &str) -> bool {
        let Some(joined) = Self::joined(from, path) else { return false };
        let in_static = || join("static", path.strip_prefix('/')?).filter(|path| self.files.contains(path.as_str()));
        // Entries of the menu need no `.md`.
        let at = |path: &str| self.at(path).is_some_and(|found| found != Found::Later);
        at(&joined) || from == "site.yaml" && at(&format!("{joined}.md")) || in_static().is_some()
    }

    /// The path below the site's folder that is written in a file; `None` if it leads out.
    pub(super) fn joined(from: &str, written: &str) -> Option<String> {
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let joined = match written.strip_prefix('/') {
            Some(rest) => join("content", rest),
            None => join(folder, written),
        }?;
        if joined.is_empty()
            || joined == "content"
            || joined == "static"
            || joined.starts_with("content/")
            || joined.starts_with("static/")
        {
            return Some(joined);
        }
        // `site.yaml` stands beside `content`, and means what is in it.
        folder.is_empty().then(|| format!("content/{joined}"))
    }

    /// What is at a path below the site's folder.
    fn at(&self, path: &str) -> Option<Found> {
        if let Some(file) = self.files.get(path) {
            return Some(Found::File(file.clone()));
        }
        if let Some(doc) = self.doc(path) {
            return Some(self.document(doc));
        }
        let inner = path.strip_prefix("content/").unwrap_or("");
        if LATER.iter().any(|later| inner == *later || inner.starts_with(&format!("{later}/"))) {
            return Some(Found::Later);
        }
        if let Some(stem) = path.strip_suffix(".md") {
            // `hannah.md` and `hannah/index.md` are the same story, and digits are no part of a principle's name.
            let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
            let same = self.doc(&format!("{stem}/index.md")).or_else(|| {
                let name = name
                    .split_once('-')
                    .filter(|(digits, _)| (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()))
                    .map_or(name, |(_, rest)| rest);
                let inner = folder.strip_prefix("content/")?;
                let found = |doc: &&DocId| self.faces[**doc].standing().folder == inner;
                self.get(KindName::Principle, name).iter().find(found).copied()
            });
            if let Some(doc) = same {
                return Some(Found::Document(doc));
            }
            if stem == "content/index" {
                // There is a home page without a file of its own, too.
                return Some(Found::List(String::new()));
            }
            let inner = stem.strip_prefix("content/").unwrap_or("");
            return Statement::of(inner).map(|_| Found::List(inner.to_owned()));
        } else if inner == "actions" || inner == "tags" {
            // Campaigns alone make "take action", and pages alone the tags.
            return Some(Found::List(inner.to_owned()));
        } else if path == "content" {
            return Some(Found::List(String::new()));
        } else if self.has_folder(path) {
            if let Some(doc) = self.doc(&format!("{path}/index.md")) {
                return Some(self.document(doc));
            }
            let mut files = set_files().map(|file| format!("{path}/{file}"));
            let set = inner == "principles" || files.any(|file| self.doc(&file).is_some());
            if KindName::of_folder(inner).is_some() || set {
                return Some(Found::List(inner.to_owned()));
            }
        }
        // It is there whether the group writes it or the theme, so its address may be written either way.
        let statement = Statement::of(inner)?;
        let own = self.doc(&format!("content/{}.md", statement.name()));
        Some(own.map_or_else(|| Found::List(inner.to_owned()), |doc| self.document(doc)))
    }

    /// A document, or the list that it introduces.
    fn document(&self, doc: DocId) -> Found {
        let standing = self.faces[doc].standing();
        if standing.kind == KindName::PrincipleSet || (standing.index && !standing.folder.is_empty()) {
            return Found::List(standing.folder.clone());
        }
        Found::Document(doc)
    }
}

/// A path joined to a folder, `.` and `..` taken out; `None` if it leads above the site.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut joined = String::with_capacity(folder.len() + path.len() + 1);
    for part in folder.split('/').filter(|part| !part.is_empty()) {
        push(&mut joined, part);
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if joined.is_empty() {
                    return None;
                }
                joined.truncate(joined.rfind('/').unwrap_or(0));
            }
            part => push(&mut joined, part),
        }
    }
    // ASCII is in this form already.
    let is_composed = joined.is_ascii();
    Some(if is_composed { joined } else { unicode_normalization::UnicodeNormalization::nfc(joined.as_str()).collect() })
}

fn push(joined: &mut String, part: &str) {
    if !joined.is_empty() {
        joined.push('/');
    }
    joined.push_str(part);
}
