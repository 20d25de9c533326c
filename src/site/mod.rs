//! All documents together: who names whom, what is published, in which order. It reads no text, only shapes.

mod addresses;
mod lookup;
mod order;
mod relations;
mod resolve;
mod tags;
mod withheld;

pub use addresses::segments;
pub use lookup::{Found, Lookup};
pub use relations::Relations;
pub use tags::Tag;
pub use withheld::{Withheld, consent_withholds};

use crate::content::document::Shape;
use crate::content::fields::{Date, Mention};
use crate::content::kinds::{Content, KindName, Settings};
use crate::diagnostic::{Diagnostic, SitePath, Spot};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The number of a document: its place in the list of all documents by path.
pub type DocId = usize;

/// Stands in for a document's number where `site.yaml` itself names something.
pub const SETTINGS: DocId = usize::MAX;

/// Terms are linked this often on a page at most (content model, section 5).
pub const MOST_TERMS: usize = 8;

/// Whether drafts are part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drafts {
    /// They are left out.
    LeftOut,
    /// They are published, marked as drafts.
    Shown,
}

/// What the site is assembled from.
pub struct Input<'a> {
    /// All documents' shapes, by path.
    pub shapes: &'a [Arc<Shape>],
    /// For each document, the definitions in its text in reading order, each once.
    pub terms: &'a [Arc<[DocId]>],
    /// The site's settings.
    pub settings: &'a Settings,
    /// What the settings name.
    pub settings_mentions: &'a [Mention],
    /// All files that are no documents: in `content/` and `static/`.
    pub files: &'a BTreeSet<SitePath>,
    /// Today, in the site's time zone.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// Files that are left out as if they were drafts, because of their mistakes.
    pub left_out: &'a BTreeSet<SitePath>,
}

/// Where something that a document names is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A document that is published, and the id of a heading on its page.
    Document(DocId, Option<String>),
    /// The list of a kind's folder, the glossary or a set's page, and an id on it.
    List(String, Option<String>),
    /// A file of the site.
    File(SitePath),
    /// Something that is not published: only the words stay.
    Nothing,
}

/// A set and its items in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// Its folder below `content/`.
    pub folder: String,
    /// Its `_set.yaml`; `content/principles/` may do without.
    pub declared: Option<DocId>,
    /// Its `index.md`.
    pub introduction: Option<DocId>,
    /// The published items in their order, those that were given up left out.
    pub items: Vec<DocId>,
    /// The published items that were given up.
    pub retired: Vec<DocId>,
}

/// All documents together.
#[derive(Clone, Debug)]
pub struct Site {
    /// All documents' shapes, by path.
    pub shapes: Vec<Arc<Shape>>,
    /// Why each is not published, if it is not.
    pub withheld: Vec<Option<Withheld>>,
    /// Where each is published: a path that begins and ends with `/`. Quotes and actions, which stand on one page
    /// together, have an anchor after it.
    pub addresses: Vec<String>,
    /// What each spot that names something leads to.
    pub targets: HashMap<(DocId, Spot), Target>,
    /// The far ends of all relations.
    pub relations: Relations,
    /// The sets, by folder.
    pub sets: Vec<Set>,
    /// The published documents of each kind, in the order of its list.
    pub lists: BTreeMap<KindName, Vec<DocId>>,
    /// The introductions of lists (`stories/index.md`), by folder.
    pub introductions: BTreeMap<String, DocId>,
    /// The tags, by name.
    pub tags: Vec<Tag>,
    /// The files that published pages use, and all of `static/`.
    pub files: BTreeSet<SitePath>,
    /// For each document, the definitions that are linked in its text, in reading order, eight at most.
    pub terms: Vec<Vec<DocId>>,
    /// Today, in the site's time zone.
    pub today: Date,
}

/// Puts all documents together. Never fails: mistakes are told, at spots.
pub fn assemble(input: &Input) -> (Site, Vec<Diagnostic>) {
    let mut told = vec![];
    let mut withheld: Vec<_> = input.shapes.iter().map(|shape| withheld::reason(shape, input)).collect();
    withheld::notices(input, &withheld, &mut told);
    withheld::with_their_sets(input.shapes, &mut withheld);
    let lookup = Lookup::new(input.shapes, input.files, &mut told);
    let addresses = addresses::addresses(input.shapes);
    let resolved = resolve::resolve(input, &lookup, &withheld, &mut told);
    let terms = linked_terms(input, &withheld);
    let relations = Relations::new(input.shapes, &withheld, &resolved.targets, &terms);
    let sets = order::sets(input.shapes, &withheld, &resolved.targets, &mut told);
    let lists = order::lists(input.shapes, &withheld, &sets);
    let introductions =
        input.shapes.iter().enumerate().filter(|(_, shape)| shape.standing.index && !shape.standing.folder.is_empty());
    let introductions = introductions.map(|(doc, shape)| (shape.standing.folder.clone(), doc)).collect();
    let tags = tags::tags(input.shapes, &withheld, &mut told);
    let site = Site {
        shapes: input.shapes.to_vec(),
        withheld,
        addresses,
        targets: resolved.targets,
        relations,
        sets,
        lists,
        introductions,
        tags,
        files: resolved.files,
        terms,
        today: input.today,
    };
    (site, told)
}

/// The definitions that are linked in each text: the first eight in reading order that are published.
fn linked_terms(input: &Input, withheld: &[Option<Withheld>]) -> Vec<Vec<DocId>> {
    let linked = input.shapes.iter().zip(input.terms).enumerate().map(|(doc, (shape, found))| {
        if !shape.common.autolink {
            return vec![];
        }
        found.iter().copied().filter(|term| *term != doc && withheld[*term].is_none()).take(MOST_TERMS).collect()
    });
    linked.collect()
}

impl Site {
    /// Whether a document is published.
    pub fn is_published(&self, doc: DocId) -> bool {
        self.withheld[doc].is_none()
    }

    /// The published document that a spot names.
    pub fn named(&self, doc: DocId, spot: Spot) -> Option<DocId> {
        match self.targets.get(&(doc, spot)) {
            Some(Target::Document(target, _)) => Some(*target),
            _ => None,
        }
    }

    /// The file that a spot names.
    pub fn file(&self, doc: DocId, spot: Spot) -> Option<&SitePath> {
        match self.targets.get(&(doc, spot)) {
            Some(Target::File(path)) => Some(path),
            _ => None,
        }
    }

    /// The published documents of a kind, in the order of its list.
    pub fn list(&self, kind: KindName) -> &[DocId] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The set that an item belongs to.
    pub fn set_of(&self, doc: DocId) -> Option<&Set> {
        let folder = &self.shapes[doc].standing.folder;
        matches!(self.shapes[doc].content, Content::Principle(_))
            .then(|| self.sets.iter().find(|set| set.folder == *folder))?
    }
}
