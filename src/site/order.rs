//! In which order things are listed (content model, section 3, "Order").

use super::withheld::Withheld;
use super::{DocId, Set, Target};
use crate::content::document::Shape;
use crate::content::kinds::{Content, KindName};
use crate::diagnostic::{Code, Diagnostic, Spot};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The published documents of each kind in the order of their list.
pub(super) fn lists(
    shapes: &[Arc<Shape>],
    withheld: &[Option<Withheld>],
    sets: &[Set],
) -> BTreeMap<KindName, Vec<DocId>> {
    let mut lists: BTreeMap<KindName, Vec<DocId>> = BTreeMap::new();
    for (doc, shape) in shapes.iter().enumerate() {
        let listed =
            !shape.standing.index && !matches!(shape.standing.kind, KindName::Principle | KindName::PrincipleSet);
        if listed && withheld[doc].is_none() {
            lists.entry(shape.standing.kind).or_default().push(doc);
        }
    }
    for (kind, docs) in &mut lists {
        sort(*kind, docs, shapes);
    }
    lists.insert(KindName::Principle, sets.iter().flat_map(|set| &set.items).copied().collect());
    lists
}

/// Sorts documents of one kind.
fn sort(kind: KindName, docs: &mut [DocId], shapes: &[Arc<Shape>]) {
    // Sort keys are made once: titles are compared without case.
    let title = |doc: DocId| (shapes[doc].title.to_lowercase(), shapes[doc].standing.name.clone());
    let newest = |doc: DocId| std::cmp::Reverse(shapes[doc].common.date.as_ref().map(|date| date.value));
    match kind {
        KindName::Campaign => docs.sort_by_cached_key(|doc| {
            let rank = if let Content::Campaign(campaign) = &shapes[*doc].content {
                campaign.status.value.rank()
            } else {
                u8::MAX
            };
            (rank, title(*doc))
        }),
        KindName::Story | KindName::Quote => docs.sort_by_cached_key(|doc| (newest(*doc), title(*doc))),
        _ => docs.sort_by_cached_key(|doc| title(*doc)),
    }
}

/// The sets with their items in order.
pub(super) fn sets(
    shapes: &[Arc<Shape>],
    withheld: &[Option<Withheld>],
    targets: &HashMap<(DocId, Spot), Target>,
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

fn arrange(set: &mut Set, shapes: &[Arc<Shape>], targets: &HashMap<(DocId, Spot), Target>, told: &mut Vec<Diagnostic>) {
    let order = set.declared.and_then(|doc| match &shapes[doc].content {
        Content::PrincipleSet(set) => Some((doc, &set.order)),
        _ => None,
    });
    let mut listed: Vec<DocId> = vec![];
    if let Some((doc, order)) = order {
        let named = order.iter().filter_map(|at| match targets.get(&(doc, at.spot)) {
            Some(Target::Document(target, _)) => Some(*target),
            _ => None,
        });
        listed.extend(named.filter(|target| set.items.contains(target)));
        let seen: BTreeSet<_> = listed.iter().copied().collect();
        // A name that is nobody's has been told, and is most probably that of the one left out.
        let sound = order.iter().all(|at| targets.contains_key(&(doc, at.spot)));
        if let (Some(first), true) = (order.first(), sound && seen.len() != set.items.len()) {
            for doc in set.items.iter().filter(|doc| !seen.contains(doc)) {
                let message = format!("`order` leaves out \"{}\", which follows at the end", shapes[*doc].title.value);
                let place = shapes[order_doc(set)].place(first.spot);
                told.push(
                    Diagnostic::new(Code::UnlistedInOrder, place, message)
                        .help(format!("add `{}` to `order`", shapes[*doc].standing.name)),
                );
            }
        }
    }
    let by_number = |a: &DocId, b: &DocId| {
        number(&shapes[*a])
            .cmp(&number(&shapes[*b]))
            .then_with(|| natural(&shapes[*a].standing.name, &shapes[*b].standing.name))
    };
    let mut rest: Vec<_> = set.items.iter().copied().filter(|doc| !listed.contains(doc)).collect();
    rest.sort_by(by_number);
    listed.append(&mut rest);
    set.items = listed;
    set.retired.sort_by(by_number);
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

/// Compares names with digits as numbers: `point-9` before `point-10`.
fn natural(a: &str, b: &str) -> Ordering {
    let pieces = |text: &str| -> Vec<(Option<u64>, String)> {
        let mut pieces: Vec<(Option<u64>, String)> = vec![];
        let mut rest = text;
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let end = if digits > 0 { digits } else { rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()) };
            pieces.push((rest[..end].parse().ok(), rest[..end].to_owned()));
            rest = &rest[end..];
        }
        pieces
    };
    pieces(a).cmp(&pieces(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_names_sort_as_numbers() {
        assert_eq!(natural("point-9", "point-10"), Ordering::Less);
        assert_eq!(natural("a", "b"), Ordering::Less);
    }
}
