//! Documents by kind and name. In place of a table there is an order: a new file is put where it belongs, and the numbers
//! of documents are all that is copied.

use super::again::Difference;
use super::{DocId, order};
use crate::content::face::Face;
use crate::content::kinds::KindName;
use crate::diagnostic::{Code, Diagnostic};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The documents of each kind in the order of their names, those of the same name in that of their paths.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ByName(BTreeMap<KindName, Vec<DocId>>);

impl ByName {
    /// Puts documents in order.
    pub(super) fn new(faces: &[Face]) -> Self {
        let mut all: BTreeMap<KindName, Vec<DocId>> = BTreeMap::new();
        for (doc, face) in faces.iter().enumerate() {
            if let Some((kind, _)) = name(face) {
                all.entry(kind).or_default().push(doc);
            }
        }
        for docs in all.values_mut() {
            docs.par_sort_by_key(|doc| name(&faces[*doc]));
        }
        Self(all)
    }

    /// The order of these documents, made from the one before some of them changed.
    pub(super) fn again(&self, difference: &Difference, faces: &[Face]) -> Self {
        let kept = |docs: &[DocId]| docs.iter().filter_map(|old| difference.with_same_face(*old)).collect();
        let mut all: BTreeMap<KindName, Vec<DocId>> = self.0.iter().map(|(kind, docs)| (*kind, kept(docs))).collect();
        for doc in difference.with_another_face() {
            if let Some((kind, _)) = name(&faces[doc]) {
                order::insert(all.entry(kind).or_default(), doc, |doc| (name(&faces[doc]), doc));
            }
        }
        all.retain(|_, docs| !docs.is_empty());
        Self(all)
    }

    /// The documents of this kind and name.
    pub(super) fn get(&self, faces: &[Face], kind: KindName, wanted: &str) -> &[DocId] {
        let own = |doc: &DocId| name(&faces[*doc]).map_or("", |(_, name)| name);
        let docs = self.0.get(&kind).map_or(&[][..], Vec::as_slice);
        let docs = &docs[docs.partition_point(|doc| own(doc) < wanted)..];
        &docs[..docs.iter().take_while(|doc| own(doc) == wanted).count()]
    }

    /// All names by kind, in order; one may be there several times.
    pub(super) fn all<'n>(
        &'n self,
        faces: &'n [Face],
    ) -> impl Iterator<Item = (KindName, impl Iterator<Item = &'n str>)> {
        let named = |docs: &'n [DocId]| docs.iter().filter_map(|doc| name(&faces[*doc])).map(|(_, name)| name);
        self.0.iter().map(move |(kind, docs)| (*kind, named(docs)))
    }

    /// Whether another document of the same kind has the name of this one.
    pub(super) fn has_same(&self, faces: &[Face], face: &Face) -> bool {
        name(face).is_some_and(|(kind, name)| self.get(faces, kind, name).len() > 1)
    }

    /// Tells of the same name twice in one kind and folder.
    pub(super) fn told(&self, faces: &[Face]) -> Vec<Diagnostic> {
        let mut told = vec![];
        // Pages have their whole path as a name, so two of them are two at one address, which the plan tells.
        let named = self.0.iter().filter(|(kind, _)| **kind != KindName::Page).map(|(_, docs)| docs);
        let same = named.flat_map(|docs| docs.chunk_by(|one, other| name(&faces[*one]) == name(&faces[*other])));
        for docs in same.filter(|docs| docs.len() > 1) {
            let mut by_folder: BTreeMap<&str, DocId> = BTreeMap::new();
            for doc in docs {
                let face = &faces[*doc];
                if let Some(first) = by_folder.insert(&face.standing().folder, *doc) {
                    let name = name(face).map_or("", |(_, name)| name);
                    let message = format!("two files are called `{name}`, and a reference could not tell them apart");
                    told.push(
                        Diagnostic::new(Code::SameName, face.title_place(), message)
                            .also(faces[first].title_place().label("the other one"))
                            .help("rename one of the two files"),
                    );
                }
            }
        }
        told
    }
}

/// The kind of a document and its name among those of this kind; `None` for what introduces a list.
fn name(face: &Face) -> Option<(KindName, &str)> {
    let standing = face.standing();
    match standing.index {
        false => Some((standing.kind, &standing.name)),
        true => standing.folder.is_empty().then_some((KindName::Page, "index")),
    }
}
