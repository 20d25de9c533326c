//! Everything that has an order: sets, lists, tags. After few changes, what was in order stays, and what has changed is
//! put where it belongs.

use super::again::Difference;
use super::lookup::Lookup;
use super::targets::Targets;
use super::withheld::Withheld;
use super::{DocId, Set, Tag, order, tags};
use crate::content::document::Shape;
use crate::content::face::Face;
use crate::content::kinds::KindName;
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that has an order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lists {
    /// The sets, by folder.
    pub(super) sets: Vec<Set>,
    /// The published documents of each kind, in the order of its list.
    pub(super) of_kind: BTreeMap<KindName, Vec<DocId>>,
    /// The introductions of lists, by folder.
    pub(super) introductions: BTreeMap<String, DocId>,
    /// The tags, by name.
    pub(super) tags: Vec<Tag>,
    /// The place of each document in its list or set; what is in none has 0.
    pub(super) places: Vec<usize>,
    /// All documents, newest first.
    pub(super) newest: Vec<DocId>,
    /// What is wrong with orders.
    pub(super) told_of_sets: Vec<Diagnostic>,
    /// Tags that are spelled in several ways.
    pub(super) told_of_tags: Vec<Diagnostic>,
}

impl Lists {
    /// Puts all documents in order.
    pub(super) fn new(shapes: &[Arc<Shape>], withheld: &[Option<Withheld>], targets: &Targets) -> Self {
        // Titles are compared without case, and each takes part in several lists.
        let titles: Vec<String> = shapes.par_iter().with_min_len(512).map(|shape| title(shape)).collect();
        let (mut told_of_sets, mut told_of_tags) = (vec![], vec![]);
        let ((sets, of_kind), (newest, tags)) = rayon::join(
            || {
                let sets = order::sets(shapes, withheld, targets, &mut told_of_sets);
                let of_kind = order::lists(shapes, &titles, withheld, &sets);
                (sets, of_kind)
            },
            || {
                let newest = order::newest(shapes, &titles);
                let tags = tags::tags(shapes, withheld, &order::places(&newest), &mut told_of_tags);
                (newest, tags)
            },
        );
        let places = places(&of_kind, &sets, shapes.len());
        let introductions = introductions(shapes);
        Self { sets, of_kind, introductions, tags, places, newest, told_of_sets, told_of_tags }
    }

    /// The same, made from the lists before a few documents changed; `None` if more than the places of these can be
    /// another.
    pub(super) fn again(
        difference: &Difference,
        shapes: &[Arc<Shape>],
        lookup: &Lookup,
        withheld: &[Option<Withheld>],
    ) -> Option<Self> {
        let before = difference.structure()?;
        // A set and its items hang together, and who introduces them is part of it.
        let hangs_together = |kind| matches!(kind, KindName::Principle | KindName::PrincipleSet);
        let mut faces = difference.faces(lookup).map(Face::standing);
        if faces.any(|standing| standing.index || hangs_together(standing.kind)) {
            return None;
        }
        let kept = |doc: DocId| difference.kept(doc);
        let all_kept = |docs: &[DocId]| docs.iter().map(|doc| kept(*doc)).collect::<Option<Vec<_>>>();
        let sets = before.sets.iter().map(|set| {
            Some(Set {
                folder: set.folder.clone(),
                declared: set.declared.map_or(Some(None), |doc| kept(doc).map(Some))?,
                introduction: set.introduction.map_or(Some(None), |doc| kept(doc).map(Some))?,
                items: all_kept(&set.items)?,
                retired: all_kept(&set.retired)?,
            })
        });
        let sets: Vec<Set> = sets.collect::<Option<_>>()?;
        let introductions = before.introductions.iter().map(|(folder, doc)| Some((folder.clone(), kept(*doc)?)));
        let introductions = introductions.collect::<Option<_>>()?;
        let mut of_kind: BTreeMap<KindName, Vec<DocId>> =
            before.lists.iter().map(|(kind, docs)| (*kind, difference.all_kept(docs).collect())).collect();
        let mut newest: Vec<DocId> = difference.all_kept(&before.newest).collect();
        for doc in difference.changed() {
            order::insert(&mut newest, doc, |doc| order::newest_key(&shapes[doc], title(&shapes[doc]), doc));
            if order::is_listed(&shapes[doc]) && withheld[doc].is_none() {
                let kind = shapes[doc].standing.kind;
                let key = |doc: DocId| (order::key(kind, &shapes[doc], title(&shapes[doc])), doc);
                order::insert(of_kind.entry(kind).or_default(), doc, key);
            }
        }
        of_kind.retain(|kind, docs| !docs.is_empty() || *kind == KindName::Principle);
        let by_newest = order::places(&newest);
        let (tags, told_of_tags) = tags::again(difference, shapes, withheld, &by_newest).unwrap_or_else(|| {
            let mut told = vec![];
            (tags::tags(shapes, withheld, &by_newest, &mut told), told)
        });
        let told_of_sets = before.told_of_sets.clone();
        let places = places(&of_kind, &sets, shapes.len());
        Some(Self { sets, of_kind, introductions, tags, places, newest, told_of_sets, told_of_tags })
    }
}

/// By what titles are compared: without case.
fn title(shape: &Shape) -> String {
    shape.title.to_lowercase()
}

fn places(of_kind: &BTreeMap<KindName, Vec<DocId>>, sets: &[Set], documents: usize) -> Vec<usize> {
    let mut places = vec![0; documents];
    let listed = of_kind.iter().filter(|(kind, _)| **kind != KindName::Principle).map(|(_, docs)| docs);
    for docs in listed.chain(sets.iter().map(|set| &set.items)) {
        for (place, doc) in docs.iter().enumerate() {
            places[*doc] = place;
        }
    }
    places
}

fn introductions(shapes: &[Arc<Shape>]) -> BTreeMap<String, DocId> {
    let introduce =
        shapes.iter().enumerate().filter(|(_, shape)| shape.standing.index && !shape.standing.folder.is_empty());
    introduce.map(|(doc, shape)| (shape.standing.folder.clone(), doc)).collect()
}
