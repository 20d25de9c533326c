//! All documents together: who names whom, what is published, in which order. It reads no text, only shapes; and of
//! the shapes no more than their bones (`content::bones`) and titles.

mod again;
mod by_name;
mod ground;
mod lists;
mod lookup;
mod meant;
mod menu;
mod near;
mod order;
mod relations;
mod resolve;
mod resolved;
mod said;
mod statement;
mod tags;
mod targets;
mod titled;
mod withheld;

pub use again::{Difference, Footing};
pub use ground::Ground;
pub use lookup::{Found, Lookup};
pub use relations::{Links, Relations};
pub use resolved::{Answer, Resolved};
pub use statement::Statement;
pub use tags::Tag;
pub use targets::{Serial, Target, Targets};
pub use withheld::{Withheld, consent_withholds};

use crate::content::at::At;
use crate::content::document::Shape;
use crate::content::fields::{Date, Mention};
use crate::content::kinds::{Content, KindName, MenuItem};
use crate::diagnostic::{Diagnostic, SitePath, Spot};
use foldhash::HashMap;
use lists::Lists;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;
use titled::Titles;

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
    /// The documents of the glossary's definitions, by their index in it.
    pub glossary: &'a [DocId],
    /// For each document, the definitions in its text by their index, in reading order, each once.
    pub terms: &'a [Arc<[u32]>],
    /// What tells each from itself before an edit.
    pub prints: &'a [Prints],
    /// The entries of the menu.
    pub menu: &'a [At<MenuItem>],
    /// What the settings name.
    pub settings_mentions: &'a [Mention],
    /// The settings have an imprint that is complete.
    pub has_imprint: bool,
    /// All files that are no documents: in `content/` and `static/`.
    pub files: &'a BTreeSet<SitePath>,
    /// Today, in the site's time zone.
    pub today: Date,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// Files that are left out as if they were drafts, because of their mistakes.
    pub left_out: &'a BTreeSet<SitePath>,
}

/// What tells a document from itself before an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prints {
    /// Its number for life.
    pub serial: Serial,
    /// The fingerprint of its face.
    pub face: u128,
    /// The fingerprint of its bones.
    pub bones: u128,
    /// The fingerprint of its title.
    pub title: u128,
    /// The fingerprint of the definitions in its text.
    pub terms: u128,
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

/// All documents together: their shapes, and how they hang together.
#[derive(Clone, Debug)]
pub struct Site {
    /// All documents' shapes, by path.
    pub shapes: Vec<Arc<Shape>>,
    structure: Arc<Structure>,
}

impl Deref for Site {
    type Target = Structure;
    fn deref(&self) -> &Structure {
        &self.structure
    }
}

/// How the documents hang together.
///
/// **Invariant**: it is made of bones and titles. So it stays as it is when only words of other shapes change, and it
/// holds no shape.
#[derive(Clone, Debug)]
pub struct Structure {
    /// Why each is not published, if it is not.
    pub withheld: Vec<Option<Withheld>>,
    /// What each spot that names something leads to.
    pub targets: Targets,
    /// The far ends of all relations. They are made of bones alone.
    pub relations: Arc<Relations>,
    /// The sets, by folder.
    pub sets: Vec<Set>,
    /// The published documents of each kind, in the order of its list.
    pub lists: BTreeMap<KindName, Vec<DocId>>,
    /// The introductions of lists (`stories/index.md`), by folder.
    pub introductions: BTreeMap<String, DocId>,
    /// The tags, by name.
    pub tags: Vec<Tag>,
    /// The place of each tag in `tags`, by its part of the address.
    tag_places: HashMap<String, usize>,
    /// The place of each document in its list or set; what is in none has 0.
    places: Vec<usize>,
    /// All documents, newest first, then by title.
    newest: Vec<DocId>,
    /// The place of each document in that order.
    by_newest: Vec<usize>,
    /// The quotes that are placed on a page, by its name.
    placed: BTreeMap<String, Vec<DocId>>,
    /// The pages by their address, the first one at each.
    pages: HashMap<Arc<str>, DocId>,
    /// The files that published pages use, and all of `static/`.
    pub files: BTreeSet<SitePath>,
    /// What is wrong with orders.
    told_of_sets: Vec<Diagnostic>,
    /// Tags that are spelled in several ways.
    told_of_tags: Vec<Diagnostic>,
    /// Today, in the site's time zone.
    pub today: Date,
}

/// Puts all documents together; `answers` is what each names, `known` their relations if all bones are as they were,
/// `difference` how they differ from those of the structure before. Never fails: mistakes are told, at spots.
pub fn assemble(
    ground: &Ground,
    answers: Vec<Answer>,
    known: Option<Arc<Relations>>,
    difference: Option<&Difference>,
) -> (Structure, Vec<Diagnostic>) {
    let settings = resolve::settings(ground);
    let Ground { input, lookup, withheld, .. } = ground;
    let (shapes, mut told) = (input.shapes, ground.told.clone());
    let mut files: BTreeSet<SitePath> =
        input.files.iter().filter(|file| file.starts_with("static/")).cloned().collect();
    files
        .extend(answers.iter().filter(|answer| answer.has_files).flat_map(|answer| &*answer.resolved().files).cloned());
    let mut titles = Titles::default();
    for answer in answers.iter().filter(|answer| answer.has_told) {
        told.extend(titles.told(ground, answer.resolved()));
    }
    files.extend(settings.files.iter().cloned());
    told.extend(titles.told(ground, &settings));
    let targets = Targets::new(Arc::new(settings), answers, input.prints);
    let (relations, lists) = rayon::join(
        || {
            let fresh = || Relations::new(input, withheld, &targets);
            let again = || {
                let again = Relations::again(difference?, input, lookup, withheld, &targets)?;
                debug_assert_eq!(again, fresh());
                Some(again)
            };
            known.unwrap_or_else(|| Arc::new(again().unwrap_or_else(fresh)))
        },
        || {
            let fresh = || Lists::new(shapes, withheld, &targets);
            let again = || {
                let again = Lists::again(difference?, shapes, lookup, withheld)?;
                debug_assert_eq!(again, fresh());
                Some(again)
            };
            again().unwrap_or_else(fresh)
        },
    );
    told.extend(lists.told_of_sets.iter().chain(&lists.told_of_tags).cloned());
    let structure = Structure {
        targets,
        relations,
        sets: lists.sets,
        introductions: lists.introductions,
        tag_places: lists.tags.iter().enumerate().map(|(place, tag)| (tag.segment.clone(), place)).collect(),
        tags: lists.tags,
        places: lists.places,
        by_newest: order::places(&lists.newest),
        newest: lists.newest,
        placed: placed(shapes, lists.of_kind.get(&KindName::Quote).map_or(&[], Vec::as_slice)),
        pages: pages(shapes, lists.of_kind.get(&KindName::Page).map_or(&[], Vec::as_slice)),
        lists: lists.of_kind,
        told_of_sets: lists.told_of_sets,
        told_of_tags: lists.told_of_tags,
        withheld: withheld.clone(),
        files,
        today: input.today,
    };
    (structure, told)
}

fn placed(shapes: &[Arc<Shape>], quotes: &[DocId]) -> BTreeMap<String, Vec<DocId>> {
    let mut all: BTreeMap<String, Vec<DocId>> = BTreeMap::new();
    for doc in quotes {
        let Content::Quote(quote) = &shapes[*doc].content else { continue };
        for name in &quote.placed {
            // The file of the home page is one more name for it.
            let page = if name.name == "index" { "home" } else { &name.name };
            let on_page = all.entry(page.to_owned()).or_default();
            if on_page.last() != Some(doc) {
                on_page.push(*doc);
            }
        }
    }
    all
}

fn pages(shapes: &[Arc<Shape>], docs: &[DocId]) -> HashMap<Arc<str>, DocId> {
    let mut pages = HashMap::default();
    for doc in docs {
        pages.entry(shapes[*doc].address.clone()).or_insert(*doc);
    }
    pages
}

impl Site {
    /// The site of these shapes, with the structure that was assembled of their bones and titles.
    pub fn new(shapes: Vec<Arc<Shape>>, structure: Arc<Structure>) -> Self {
        Self { shapes, structure }
    }

    /// Whether a document is published.
    pub fn is_published(&self, doc: DocId) -> bool {
        self.withheld[doc].is_none()
    }

    /// The published document that a spot names.
    pub fn named(&self, doc: DocId, spot: Spot) -> Option<DocId> {
        self.targets.named(doc, spot)
    }

    /// The file that a spot names.
    pub fn file(&self, doc: DocId, spot: Spot) -> Option<&SitePath> {
        match self.targets.get(doc, spot) {
            Some(Target::File(path)) => Some(path),
            _ => None,
        }
    }

    /// The published documents of a kind, in the order of its list.
    pub fn list(&self, kind: KindName) -> &[DocId] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Where a document is published: a path that begins and ends with `/`, or one with an anchor after it.
    pub fn address(&self, doc: DocId) -> &str {
        &self.shapes[doc].address
    }

    /// The document of a file.
    pub fn doc(&self, path: &str) -> Option<DocId> {
        self.shapes.binary_search_by(|shape| (*shape.path).cmp(path)).ok()
    }

    /// The documents in a folder and the folders in it; `folder` ends with `/`.
    pub fn below<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = DocId> + 's {
        let first = self.shapes.partition_point(|shape| &*shape.path < folder);
        let is_below = move |(_, shape): &(usize, &Arc<Shape>)| shape.path.starts_with(folder);
        self.shapes[first..].iter().enumerate().take_while(is_below).map(move |(place, _)| first + place)
    }

    /// The quotes that are placed on the page of this name, in the order of their list.
    pub fn placed(&self, name: &str) -> &[DocId] {
        self.placed.get(name).map_or(&[], Vec::as_slice)
    }

    /// The published page (of the kind) at an address.
    pub fn page_at(&self, address: &str) -> Option<DocId> {
        self.pages.get(address).copied()
    }

    /// The tag with this part of the address.
    pub fn tag(&self, segment: &str) -> Option<&Tag> {
        self.tag_places.get(segment).map(|place| &self.tags[*place])
    }

    /// The place of a published document in the list of its kind, or of an item in its set; `None` if it is not listed.
    pub fn place(&self, doc: DocId) -> Option<usize> {
        let place = self.places[doc];
        let listed = match self.set_of(doc) {
            Some(set) => set.items.as_slice(),
            None => self.list(self.shapes[doc].standing.kind),
        };
        (listed.get(place) == Some(&doc)).then_some(place)
    }

    /// A number by which documents are sorted newest first, then by title.
    pub fn newest(&self, doc: DocId) -> usize {
        self.by_newest[doc]
    }

    /// The place of a folder's set in [`Site::sets`].
    pub fn set(&self, folder: &str) -> Option<usize> {
        self.sets.binary_search_by(|set| set.folder.as_str().cmp(folder)).ok()
    }

    /// The set that an item belongs to.
    pub fn set_of(&self, doc: DocId) -> Option<&Set> {
        let shape = &self.shapes[doc];
        matches!(shape.content, Content::Principle(_))
            .then(|| self.set(&shape.standing.folder).map(|set| &self.sets[set]))?
    }
}
