//! The ground on which the names in a document are looked up: what there is, what is withheld, and nothing that a text
//! or a title says.
//!
//! What was looked up for a document is still right while its shape and the ground are as they were, so both have
//! fingerprints.

use super::lookup::Lookup;
use super::resolve;
use super::resolved::Resolved;
use super::withheld::{self, Withheld};
use super::{DocId, Input};
use crate::content::face::Face;
use crate::content::fingerprint::fingerprint;
use crate::diagnostic::Diagnostic;
use foldhash::HashMap;
use rayon::prelude::*;
use std::sync::{Arc, OnceLock};

/// What all documents have in common while their names are looked up.
pub struct Ground<'i> {
    pub(super) input: &'i Input<'i>,
    pub(super) lookup: Arc<Lookup>,
    pub(super) withheld: Vec<Option<Withheld>>,
    pub(super) told: Vec<Diagnostic>,
    print: u128,
    /// The ids on the page of each list, made when the first is asked for.
    listed: OnceLock<HashMap<String, Vec<String>>>,
    /// The `_set.yaml` of each folder.
    sets: HashMap<String, DocId>,
}

impl<'i> Ground<'i> {
    /// The ground that an input gives. `lookup` must be made of its faces and files.
    pub fn new(input: &'i Input<'i>, lookup: Arc<Lookup>) -> Self {
        let mut told = vec![];
        let mut withheld: Vec<_> =
            input.shapes.par_iter().with_min_len(512).map(|shape| withheld::reason(shape, input)).collect();
        withheld::notices(input, &withheld, &mut told);
        withheld::with_their_sets(input.shapes, &mut withheld);
        // A message about a link to something withheld names it by its title.
        let hidden = withheld
            .iter()
            .enumerate()
            .filter_map(|(doc, reason)| reason.map(|reason| (doc, reason, &*input.shapes[doc].title.value)));
        let hidden: Vec<_> = hidden.collect();
        let faces: Vec<_> = input.prints.iter().map(|prints| (prints.face, prints.serial)).collect();
        let print = fingerprint(&(faces, input.files, hidden, input.has_imprint, input.today));
        let mut sets = HashMap::default();
        for (doc, face) in lookup.faces().iter().enumerate().filter(|(_, face)| face.is_set()) {
            sets.entry(face.standing().folder.clone()).or_insert(doc);
        }
        Self { input, lookup, withheld, told, print, listed: OnceLock::new(), sets }
    }

    /// The fingerprint of all that is looked at for a document besides its own shape.
    pub fn print(&self) -> u128 {
        self.print
    }

    /// What a document names.
    pub fn resolve(&self, doc: DocId) -> Resolved {
        resolve::document(self, doc)
    }

    /// The title of a document that is withheld; of others no title is part of the ground.
    pub(super) fn title_of_withheld(&self, doc: DocId) -> &str {
        debug_assert!(self.withheld[doc].is_some());
        &self.input.shapes[doc].title.value
    }

    /// The `_set.yaml` of a folder.
    pub(super) fn set(&self, folder: &str) -> Option<&Face> {
        self.sets.get(folder).map(|doc| self.lookup.face(*doc))
    }

    /// The ids on the page of a list: on the glossary and on the page of a set each item has one.
    pub(super) fn listed(&self, folder: &str) -> &[String] {
        let all = self.listed.get_or_init(|| {
            let mut all: HashMap<String, Vec<String>> = HashMap::default();
            for (doc, face) in self.lookup.faces().iter().enumerate() {
                let standing = face.standing();
                if !standing.index && self.withheld[doc].is_none() && !face.is_set() {
                    all.entry(standing.folder.clone()).or_default().extend(face.segment());
                }
            }
            all
        });
        all.get(folder).map_or(&[], Vec::as_slice)
    }
}
