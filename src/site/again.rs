//! What a few changed files can change of what the others name. All else that was looked up is used again, with the
//! numbers that documents have now.
//!
//! Whatever a document names is looked up by the last part of its name or path, and an answer can become another one
//! only through a document or file that has this part in its own path. So it is enough to compare these parts, and
//! wherever that does not settle it, to look again.

use super::DocId;
use super::ground::Ground;
use super::resolved::Resolved;
use super::withheld::Withheld;
use crate::content::document::Shape;
use crate::content::face::Face;
use crate::content::fields::{Date, Named};
use crate::content::kinds::Content;
use crate::content::markdown::Destination;
use crate::content::place::set_files;
use crate::diagnostic::SitePath;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::Arc;

/// If more names and paths have come, gone or changed, everything is looked up again.
const MOST: usize = 100;

/// What is kept of a ground to compare the next one with.
pub struct Footing {
    print: u128,
    /// The documents by path, each with the fingerprint of its face and why it is withheld, if it is.
    documents: Vec<(Face, u128, Option<Withheld>)>,
    files: Arc<BTreeSet<SitePath>>,
    has_imprint: bool,
    today: Date,
}

/// How a ground differs from the one before.
pub struct Difference {
    /// The fingerprint of the one before.
    pub before: u128,
    /// The number that each document of the one before has now, if it is still there.
    numbers: Vec<Option<DocId>>,
    /// The documents that are new, or look different to others, by their numbers now.
    changed: BTreeSet<DocId>,
    /// The first document that has another number now, by its number before.
    first_moved: DocId,
    /// The fingerprints of the parts of the names and paths of all that was added, removed or changed.
    touched: BTreeSet<u32>,
}

impl Footing {
    /// What is to be kept of a ground.
    pub fn of(ground: &Ground) -> Self {
        let input = ground.input;
        let documents = ground.lookup.faces().iter().cloned().zip(input.face_prints).zip(&ground.withheld);
        Self {
            print: ground.print(),
            documents: documents.map(|((face, print), withheld)| (face, *print, *withheld)).collect(),
            files: ground.lookup.files.clone(),
            has_imprint: input.has_imprint,
            today: input.today,
        }
    }

    /// How a ground differs from this one; `None` if too much does.
    pub fn difference(&self, ground: &Ground) -> Option<Difference> {
        let (input, faces) = (ground.input, ground.lookup.faces());
        if (self.has_imprint, self.today) != (input.has_imprint, input.today) {
            return None;
        }
        let mut numbers = vec![None; self.documents.len()];
        let (mut changed, mut names) = (BTreeSet::new(), vec![]);
        let (mut old, mut new) = (0, 0);
        while old < self.documents.len() || new < faces.len() {
            let order = match (self.documents.get(old), faces.get(new)) {
                (Some((before, ..)), Some(now)) if Arc::ptr_eq(before.path(), now.path()) => Ordering::Equal,
                (Some((before, ..)), Some(now)) => before.path().cmp(now.path()),
                (Some(_), None) => Ordering::Less,
                (None, _) => Ordering::Greater,
            };
            let is_same = order == Ordering::Equal
                && (self.documents[old].1, self.documents[old].2) == (input.face_prints[new], ground.withheld[new]);
            if order.is_le() {
                numbers[old] = (order == Ordering::Equal).then_some(new);
            }
            if !is_same {
                // Whether a file was read as another kind than its folder says is part of its face.
                let faces = [order.is_le().then(|| &self.documents[old].0), order.is_ge().then(|| &faces[new])];
                for face in faces.into_iter().flatten() {
                    let standing = face.standing();
                    names.extend([&**face.path(), standing.folder.as_str(), standing.name.as_str()].map(str::to_owned));
                }
                if order.is_ge() {
                    changed.insert(new);
                }
            }
            if names.len() > MOST {
                return None;
            }
            old += usize::from(order.is_le());
            new += usize::from(order.is_ge());
        }
        if !Arc::ptr_eq(&self.files, &ground.lookup.files) {
            let files = self.files.symmetric_difference(&ground.lookup.files).take(MOST + 1);
            names.extend(files.map(ToString::to_string));
        }
        if names.len() > MOST {
            return None;
        }
        let touched = names.iter().flat_map(|name| name.split('/')).map(print).chain([ANYTHING]).collect();
        let is_moved = |(before, now): (DocId, &Option<DocId>)| *now != Some(before);
        let first_moved = numbers.iter().enumerate().position(is_moved).unwrap_or(numbers.len());
        Some(Difference { before: self.print, numbers, changed, first_moved, touched })
    }
}

impl Ground<'_> {
    /// What a document names, as it was looked up before, if nothing of it can have become another; its bones must be as
    /// they were.
    pub fn again(&self, difference: &Difference, doc: DocId, before: &Arc<Resolved>) -> Option<Arc<Resolved>> {
        // What was wrong may be right now, and what was perhaps meant may be something else.
        if !before.told.is_empty()
            || before.asked.iter().any(|asked| difference.touched.contains(asked))
            || difference.changed.contains(&doc)
        {
            return None;
        }
        let is_moved = before.greatest >= Some(difference.first_moved);
        let again = if is_moved { Arc::new(before.renumbered(&difference.numbers)?) } else { before.clone() };
        debug_assert_eq!(*again, self.resolve(doc), "{}", self.input.shapes[doc].path);
        Some(again)
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
