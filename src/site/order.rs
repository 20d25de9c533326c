//! In which order things are listed (content model, section 3, "Order").

use super::targets::Targets;
use super::withheld::Withheld;
use super::{DocId, Set};
use crate::content::document::Shape;
use crate::content::fields::Date;
use crate::content::kinds::{Content, KindName};
use crate::diagnostic::{Code, Diagnostic, Spot};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The published documents of each kind in the order of their list.
pub(super) fn lists(
    shapes: &[Arc<Shape>],
    titles: &[String],
    withheld: &[Option<Withheld>],
    sets: &[Set],
) -> BTreeMap<KindName, Vec<DocId>> {
    let mut lists: BTreeMap<KindName, Vec<DocId>> = BTreeMap::new();
    for (doc, shape) in shapes.iter().enumerate() {
        if is_listed(shape) && withheld[doc].is_none() {
            lists.entry(shape.standing.kind).or_default().push(doc);
        }
    }
    for (kind, docs) in &mut lists {
        docs.sort_by_cached_key(|doc| key(*kind, &shapes[*doc], titles[*doc].as_str()));
    }
    lists.insert(KindName::Principle, sets.iter().flat_map(|set| &set.items).copied().collect());
    lists
}

/// Whether a document is listed with those of its kind, not with a set.
pub(super) fn is_listed(shape: &Shape) -> bool {
    !shape.standing.index && !matches!(shape.standing.kind, KindName::Principle | KindName::PrincipleSet)
}

/// By what documents of one kind are sorted; `title` is the title without case.
pub(super) fn key<T>(kind: KindName, shape: &Shape, title: T) -> (u8, Reverse<Option<Date>>, T, &str) {
    let rank = match (kind, &shape.content) {
        (KindName::Campaign, Content::Campaign(campaign)) => campaign.status.value.rank(),
        (KindName::Campaign, _) => u8::MAX,
        _ => 0,
    };
    let day = if matches!(kind, KindName::Story | KindName::Quote) { day(shape) } else { Reverse(None) };
    (rank, day, title, &shape.standing.name)
}

/// By what all documents are sorted, newest first, then by title, then by path; `title` is the title without case.
pub(super) fn newest_key<T>(shape: &Shape, title: T, doc: DocId) -> (Reverse<Option<Date>>, T, DocId) {
    // Documents are numbered in the order of their paths.
    (day(shape), title, doc)
}

/// Newest first; what has no day comes last.
fn day(shape: &Shape) -> Reverse<Option<Date>> {
    Reverse(shape.common.date.as_ref().map(|date| date.value))
}

/// All documents, newest first, then by title, then by path.
pub(super) fn newest(shapes: &[Arc<Shape>], titles: &[String]) -> Vec<DocId> {
    let mut docs: Vec<DocId> = (0..shapes.len()).collect();
    docs.sort_by_cached_key(|doc| newest_key(&shapes[*doc], titles[*doc].as_str(), *doc));
    docs
}

/// The place of each document in an order of all.
pub(super) fn places(docs: &[DocId]) -> Vec<usize> {
    let mut places = vec![0; docs.len()];
    for (place, doc) in docs.iter().enumerate() {
        places[*doc] = place;
    }
    places
}

/// Puts a document where it belongs among others that are in order.
pub(super) fn insert<K: Ord>(docs: &mut Vec<DocId>, doc: DocId, key: impl Fn(DocId) -> K) {
    let own = key(doc);
    let place = docs.partition_point(|other| key(*other) < own);
    docs.insert(place, doc);
}

/// The sets with their items in order.
pub(super) fn sets(
    shapes: &[Arc<Shape>],
    withheld: &[Option<Withheld>],
    targets: &Targets,
    told: &mut Vec<Diagnostic>,
) -> Vec<Set> {
    let mut sets: BTreeMap<&str, Set> = BTreeMap::new();
    for (doc, shape) in shapes.iter().enumerate() {
        let folder = shape.standing.folder.as_str();
        let is_set = matches!(shape.standing.kind, KindName::Principle | KindName::PrincipleSet);
        if !is_set {
            continue;
        }
        let set = sets.entry(folder).or_insert_with(|| Set {
            folder: folder.to_owned(),
            declared: None,
            introduction: None,
            items: vec![],
            retired: vec![],
        });
        match &shape.content {
            Content::PrincipleSet(_) => set.declared = Some(doc),
            Content::Principle(principle) if withheld[doc].is_none() && principle.retired.is_some() => {
                set.retired.push(doc);
            }
            Content::Principle(_) if withheld[doc].is_none() => set.items.push(doc),
            _ => {}
        }
    }
    for (doc, shape) in shapes.iter().enumerate().filter(|(_, shape)| shape.standing.index) {
        if let Some(set) = sets.get_mut(shape.standing.folder.as_str()) {
            set.introduction = Some(doc);
        }
    }
    // A set that is a draft takes its items with it: they stand on its page.
    let mut sets: Vec<Set> =
        sets.into_values().filter(|set| set.declared.is_none_or(|doc| withheld[doc].is_none())).collect();
    sets.retain(|set| set.declared.is_some() || !set.items.is_empty());
    for set in &mut sets {
        arrange(set, shapes, targets, told);
    }
    sets
}

fn arrange(set: &mut Set, shapes: &[Arc<Shape>], targets: &Targets, told: &mut Vec<Diagnostic>) {
    let order = set.declared.and_then(|doc| match &shapes[doc].content {
        Content::PrincipleSet(set) => Some((doc, &set.order)),
        _ => None,
    });
    let mut listed: Vec<DocId> = vec![];
    if let Some((doc, order)) = order {
        let named = order.iter().filter_map(|at| Some((targets.named(doc, at.spot)?, at.spot)));
        let items: BTreeSet<_> = set.items.iter().copied().collect();
        let mut seen: BTreeMap<DocId, Spot> = BTreeMap::new();
        for (target, spot) in named.filter(|(target, _)| items.contains(target)) {
            if let Some(first) = seen.get(&target) {
                let message = format!("`order` names \"{}\" twice, and it is shown once", shapes[target].title.value);
                told.push(
                    Diagnostic::new(Code::TwiceInOrder, shapes[doc].place(spot), message)
                        .also(shapes[doc].place(*first).label("it is here already"))
                        .help("take one of the two out, or write the name of the one that you meant"),
                );
                continue;
            }
            seen.insert(target, spot);
            listed.push(target);
        }
        // Where `order` has names that are nobody's, they are told, and who was meant is not called left out.
        let all_known = order.iter().all(|at| targets.get(doc, at.spot).is_some());
        if let (Some(first), true) = (order.first(), all_known) {
            for doc in set.items.iter().filter(|doc| !seen.contains_key(doc)) {
                let message = format!("`order` leaves out \"{}\", which follows at the end", shapes[*doc].title.value);
                let place = shapes[order_doc(set)].place(first.spot);
                told.push(
                    Diagnostic::new(Code::UnlistedInOrder, place, message)
                        .help(format!("add `{}` to `order`", shapes[*doc].standing.name)),
                );
            }
        }
    }
    let by_number = |doc: &DocId| (number(&shapes[*doc]), pieces(&shapes[*doc].standing.name));
    let seen: BTreeSet<_> = listed.iter().copied().collect();
    let mut rest: Vec<_> = set.items.iter().copied().filter(|doc| !seen.contains(doc)).collect();
    rest.sort_by_cached_key(by_number);
    listed.append(&mut rest);
    set.items = listed;
    set.retired.sort_by_cached_key(by_number);
}

fn order_doc(set: &Set) -> DocId {
    set.declared.expect("an order stands in a `_set.yaml`")
}

/// Leading digits, else `number`; what has neither comes after.
fn number(shape: &Shape) -> (bool, u32) {
    let written = match &shape.content {
        Content::Principle(principle) => principle.number.as_ref().and_then(|number| number.parse().ok()),
        _ => None,
    };
    let number = shape.standing.digits.or(written);
    (number.is_none(), number.unwrap_or(0))
}

/// A name in pieces that sort with digits as numbers: `point-9` before `point-10`.
fn pieces(mut name: &str) -> Vec<(Option<u64>, &str)> {
    let mut pieces = vec![];
    while !name.is_empty() {
        let digits = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len());
        let end = if digits > 0 { digits } else { name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len()) };
        pieces.push((name[..end].parse().ok(), &name[..end]));
        name = &name[end..];
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_names_sort_as_numbers() {
        assert!(pieces("point-9") < pieces("point-10"));
        assert!(pieces("a") < pieces("b"));
    }
}
