//! What a few changed files can change of what the others name, and of how all hang together. All else is used again,
//! with the numbers that documents have now.
//!
//! Whatever a document names is looked up by the last part of its name or path, and an answer can become another one
//! only through a document or file that has this part in its own path. So it is enough to compare these parts, and
//! wherever that does not settle it, to look again.

use super::ground::Ground;
use super::lookup::Lookup;
use super::resolved::Answer;
use super::withheld::Withheld;
use super::{DocId, Input, Prints, Structure};
use crate::content::document::Shape;
use crate::content::face::Face;
use crate::content::fields::{Date, Named};
use crate::content::kinds::Content;
use crate::content::markdown::Destination;
use crate::content::place::set_files;
use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::sync::Arc;

/// If more names and paths have come, gone or changed, everything is looked up again; and if more documents have, all
/// of them are put together anew.
const MOST: usize = 100;

/// What is kept of a site to compare the next one with.
pub struct Footing {
    print: u128,
    /// The documents by path, each with why it is withheld, if it is.
    documents: Vec<(Prints, Option<Withheld>)>,
    lookup: Arc<Lookup>,
    has_imprint: bool,
    today: Date,
    structure: Arc<Structure>,
}

/// How a site differs from the one before.
pub struct Difference<'f> {
    before: &'f Footing,
    /// By the number that a document had before, its number now, if it is still there.
    now: Vec<Option<DocId>>,
    /// By its number now, the one that the document of the same file had before.
    earlier: Vec<Option<DocId>>,
    /// By its number now, how a document has changed.
    changes: Vec<Change>,
    /// The fingerprints of the parts of the names and paths of all that was added, removed or changed.
    touched: Vec<u32>,
}

/// How a document has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// It is as it was, and names what it named.
    None,
    /// Only itself, or what it names.
    Own,
    /// It is new, or looks different to others.
    Face,
}

impl Footing {
    /// What is to be kept of a ground and of the structure that stands on it.
    pub fn of(ground: &Ground, structure: Arc<Structure>) -> Self {
        let input = ground.input;
        Self {
            print: ground.print(),
            documents: input.prints.iter().copied().zip(ground.withheld.iter().copied()).collect(),
            lookup: ground.lookup.clone(),
            has_imprint: input.has_imprint,
            today: input.today,
            structure,
        }
    }

    /// The fingerprint of the ground.
    pub fn print(&self) -> u128 {
        self.print
    }

    /// How the documents of an input differ from these; `None` if too much does.
    pub fn difference(&self, input: &Input) -> Option<Difference<'_>> {
        if (self.has_imprint, self.today) != (input.has_imprint, input.today) {
            return None;
        }
        let mut now = vec![None; self.documents.len()];
        let mut earlier = vec![None; input.prints.len()];
        let mut changes = vec![Change::Face; input.prints.len()];
        let (mut old, mut new, mut many) = (0, 0, 0);
        while old < now.len() || new < changes.len() {
            let order = match (self.documents.get(old), input.prints.get(new)) {
                (Some((before, _)), Some(now)) if before.serial == now.serial => Ordering::Equal,
                (Some(_), Some(_)) => self.lookup.face(old).path().cmp(&input.shapes[new].path),
                (Some(_), None) => Ordering::Less,
                (None, _) => Ordering::Greater,
            };
            if order == Ordering::Equal {
                let (was, is) = (&self.documents[old].0, &input.prints[new]);
                if (was.serial, was.face) == (is.serial, is.face) {
                    changes[new] = if was == is { Change::None } else { Change::Own };
                }
                (now[old], earlier[new]) = (Some(new), Some(old));
            }
            many += usize::from(order != Ordering::Equal || changes[new] == Change::Face);
            if many > MOST {
                return None;
            }
            old += usize::from(order.is_le());
            new += usize::from(order.is_ge());
        }
        Some(Difference { before: self, now, earlier, changes, touched: vec![] })
    }
}

impl Difference<'_> {
    /// Takes in what else is looked at from all documents: what is withheld, and which files there are. Whether few
    /// names and paths are touched; if not, nothing that was looked up can be used again.
    pub fn touch(&mut self, ground: &Ground) -> bool {
        for (new, earlier) in self.earlier.iter().enumerate() {
            if earlier.is_some_and(|old| self.before.documents[old].1 != ground.withheld[new]) {
                self.changes[new] = Change::Face;
            }
        }
        let is_face = |doc: &DocId| self.changes[*doc] == Change::Face;
        let old = (0..self.now.len()).filter(|old| self.now[*old].is_none_or(|new| is_face(&new)));
        let old = old.map(|old| self.before.lookup.face(old));
        let new = (0..self.changes.len()).filter(is_face).map(|new| ground.lookup.face(new));
        // Whether a file was read as another kind than its folder says is part of its face.
        let names = old.chain(new).flat_map(|face| {
            let standing = face.standing();
            [&**face.path(), standing.folder.as_str(), standing.name.as_str()]
        });
        let (files, files_before) = (&ground.lookup.files, &self.before.lookup.files);
        let other_files = !Arc::ptr_eq(files_before, files);
        let other_files = other_files.then(|| files_before.symmetric_difference(files).map(|file| &**file));
        let names: Vec<&str> = names.chain(other_files.into_iter().flatten()).take(3 * MOST).collect();
        self.touched = names.iter().flat_map(|name| name.split('/')).map(print).chain([ANYTHING]).collect();
        self.touched.sort_unstable();
        self.touched.dedup();
        names.len() < 3 * MOST
    }

    /// Takes in what all documents name now: who names something else has changed as well.
    pub fn name(&mut self, answers: &[Answer]) {
        let before = self.before.structure.targets.answers();
        for (doc, answer) in answers.iter().enumerate() {
            if let (Change::None, Some(old)) = (self.changes[doc], self.earlier[doc])
                && !Arc::ptr_eq(before[old].resolved(), answer.resolved())
            {
                self.changes[doc] = Change::Own;
            }
        }
    }

    /// What names were looked up in before.
    pub(super) fn lookup(&self) -> &Lookup {
        &self.before.lookup
    }

    /// The structure before, if so few documents have changed that it is worth while to go on from it.
    pub(super) fn structure(&self) -> Option<&Structure> {
        (self.changed().take(MOST + 1).count() <= MOST).then_some(&self.before.structure)
    }

    /// The documents that are new or have changed, in order.
    pub(super) fn changed(&self) -> impl Iterator<Item = DocId> {
        self.changes.iter().enumerate().filter(|(_, change)| **change != Change::None).map(|(doc, _)| doc)
    }

    /// Of these, those that are new or look different to others.
    pub(super) fn with_another_face(&self) -> impl Iterator<Item = DocId> {
        self.changed().filter(|doc| self.changes[*doc] == Change::Face)
    }

    /// How all that has changed, or is gone, looks to others: as it was and as it is.
    pub(super) fn faces<'s>(&'s self, now: &'s Lookup) -> impl Iterator<Item = &'s Face> {
        let gone = (0..self.now.len()).filter(|old| self.kept(*old).is_none());
        gone.map(|old| self.before.lookup.face(old)).chain(self.changed().map(|doc| now.face(doc)))
    }

    /// Whether a document is new or has changed.
    pub(super) fn has_changed(&self, doc: DocId) -> bool {
        self.changes[doc] != Change::None
    }

    /// The number now of a document from before that is as it was.
    pub(super) fn kept(&self, old: DocId) -> Option<DocId> {
        self.now[old].filter(|doc| self.changes[*doc] == Change::None)
    }

    /// The number now of a document from before that looks to others as it did.
    pub(super) fn with_same_face(&self, old: DocId) -> Option<DocId> {
        self.now[old].filter(|doc| self.changes[*doc] != Change::Face)
    }

    /// Of documents from before those that are as they were, by their numbers now.
    pub(super) fn all_kept(&self, old: &[DocId]) -> impl Iterator<Item = DocId> {
        old.iter().filter_map(|old| self.kept(*old))
    }

    /// The number before of a document, if its file was there.
    pub(super) fn earlier(&self, doc: DocId) -> Option<DocId> {
        self.earlier[doc]
    }
}

impl Ground<'_> {
    /// What a document names. If its bones are as they were, what it named `before` is used again wherever that cannot
    /// have become something else.
    pub fn answer(&self, doc: DocId, before: Option<(&Difference, Answer)>) -> Answer {
        let Some((difference, before)) = before else { return Answer::new(Arc::new(self.resolve(doc))) };
        // What was wrong may be right now, and what was perhaps meant may be something else.
        let may_differ = before.has_told || difference.changes[doc] == Change::Face || before.asks(&difference.touched);
        if may_differ {
            let now = self.resolve(doc);
            return if now == **before.resolved() { before } else { Answer::new(Arc::new(now)) };
        }
        debug_assert_eq!(**before.resolved(), self.resolve(doc), "{}", self.input.shapes[doc].path);
        before
    }
}

/// The last parts of all that a document names, as fingerprints, each once; [`ANYTHING`] if one of them is not plain.
pub(super) fn asked(shape: &Shape) -> Box<[u32]> {
    let mentions = shape.mentions.iter().filter_map(|mention| match &mention.what {
        Named::Document(_, name) | Named::File(name) => Some(name.as_str()),
        // Without a path it is a heading of the same page.
        Named::Page(path, _) => Some(path.as_str()).filter(|path| !path.is_empty()),
        Named::Web(_) => None,
    });
    let links = shape.outline.links.iter().filter_map(|link| match &link.to {
        Destination::Internal { path, .. } => Some(path.as_str()),
        Destination::External(_) | Destination::Anchor(_) => None,
    });
    let images = shape.outline.images.iter().map(|image| image.path.as_str());
    // The groups of principles are those of their set.
    let set = matches!(&shape.content, Content::Principle(principle) if principle.group.is_some());
    let set = set.then_some(shape.standing.folder.as_str());
    let mut asked: Vec<u32> = mentions.chain(links).chain(images).chain(set).map(last).collect();
    asked.sort_unstable();
    asked.dedup();
    asked.into()
}

/// Stands for a name whose last part says nothing: it may lead to anything.
const ANYTHING: u32 = 0;

/// The fingerprint of the last part of a name or path.
fn last(written: &str) -> u32 {
    let mut parts = written.trim_end_matches('/').rsplit('/');
    let last = parts.next().unwrap_or_default();
    let last = if matches!(last, "index.md" | "index") { parts.next().unwrap_or_default() } else { last };
    // Beyond ASCII a name may be spelled in several ways.
    // The file of a set leads to the page with all its items, and an id on it to any of them.
    let is_set = set_files().any(|file| file == last);
    let is_plain = last.is_ascii() && !matches!(last, "" | "." | "..") && !is_set;
    if is_plain { print(last) } else { ANYTHING }
}

/// The fingerprint of a part of a path, as names have it: without `.md`, and without the digits that principles are
/// ordered by. Two parts with the same one only make work.
fn print(part: &str) -> u32 {
    let print = foldhash::fast::FixedState::default().hash_one(bare(part));
    u32::try_from(print >> 32).unwrap_or_default().max(ANYTHING + 1)
}

/// A part of a path as names have it: without `.md`, and without the digits that principles are ordered by.
fn bare(part: &str) -> &str {
    let mut name = part.trim_end_matches(".md");
    // As often as there are some, since one name can be written with and without.
    while let Some(rest) = name.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix('-') {
        name = rest;
    }
    name
}
