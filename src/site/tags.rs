//! Tags: one for all spellings that have the same address, spelled as at the first use.

use super::DocId;
use super::again::Difference;
use super::withheld::Withheld;
use crate::content::document::Shape;
use crate::content::slug::slug;
use crate::diagnostic::{Code, Diagnostic};
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A tag and the published documents that carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// As it is spelled at its first use.
    pub title: String,
    /// Its part of the address.
    pub segment: String,
    /// The documents, newest first, then by title.
    pub docs: Vec<DocId>,
}

/// All tags by name; `newest` is the place of each document among all, newest first.
pub(super) fn tags(
    shapes: &[Arc<Shape>],
    withheld: &[Option<Withheld>],
    newest: &[usize],
    told: &mut Vec<Diagnostic>,
) -> Vec<Tag> {
    let mut tags: Vec<Tag> = vec![];
    let mut by_segment: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_spelling: HashMap<&str, usize> = HashMap::default();
    for (doc, shape) in shapes.iter().enumerate().filter(|(doc, _)| withheld[*doc].is_none()) {
        for at in &shape.common.tags {
            let place = *by_spelling.entry(&at.0).or_insert_with(|| {
                let segment = slug(&at.0);
                *by_segment.entry(segment.clone()).or_insert_with(|| {
                    tags.push(Tag { title: at.0.clone(), segment, docs: vec![] });
                    tags.len() - 1
                })
            });
            let tag = &mut tags[place];
            if tag.title != at.0 {
                let message = format!("the tag `{}` is spelled `{}` elsewhere", at.0, tag.title);
                told.push(
                    Diagnostic::new(Code::TagSpelling, shape.place(at.spot), message)
                        .help(format!("write `{}`", tag.title)),
                );
            }
            // Documents come in order, so one that is there already is the last.
            if tag.docs.last() != Some(&doc) {
                tag.docs.push(doc);
            }
        }
    }
    for tag in &mut tags {
        tag.docs.sort_unstable_by_key(|doc| newest[*doc]);
    }
    tags.sort_by_cached_key(|tag| (tag.title.to_lowercase(), tag.segment.clone()));
    tags
}

/// The same, made from the tags before a few documents changed; `None` if there may be others now, or other spellings.
pub(super) fn again(
    difference: &Difference,
    shapes: &[Arc<Shape>],
    withheld: &[Option<Withheld>],
    newest: &[usize],
) -> Option<(Vec<Tag>, Vec<Diagnostic>)> {
    let before = difference.structure()?;
    if !before.told_of_tags.is_empty() {
        return None;
    }
    let kept = |tag: &Tag| Tag {
        title: tag.title.clone(),
        segment: tag.segment.clone(),
        docs: difference.all_kept(&tag.docs).collect(),
    };
    let mut tags: Vec<Tag> = before.tags.iter().map(kept).collect();
    for doc in difference.changed().filter(|doc| withheld[*doc].is_none()) {
        for at in &shapes[doc].common.tags {
            // All spell it alike, so whichever comes first does not matter.
            let tag = tags.iter_mut().find(|tag| tag.title == at.0)?;
            if !tag.docs.contains(&doc) {
                let place = tag.docs.partition_point(|other| newest[*other] < newest[doc]);
                tag.docs.insert(place, doc);
            }
        }
    }
    tags.retain(|tag| !tag.docs.is_empty());
    Some((tags, vec![]))
}
