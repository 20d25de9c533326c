//! Tags: one for all spellings that have the same address, spelled as at the first use.

use super::DocId;
use super::withheld::Withheld;
use crate::content::document::Shape;
use crate::content::slug::slug;
use crate::diagnostic::{Code, Diagnostic};
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

pub(super) fn tags(shapes: &[Arc<Shape>], withheld: &[Option<Withheld>], told: &mut Vec<Diagnostic>) -> Vec<Tag> {
    let mut tags: BTreeMap<String, Tag> = BTreeMap::new();
    for (doc, shape) in shapes.iter().enumerate().filter(|(doc, _)| withheld[*doc].is_none()) {
        for at in &shape.common.tags {
            let segment = slug(&at.0);
            let tag = tags.entry(segment.clone()).or_insert_with(|| Tag { title: at.0.clone(), segment, docs: vec![] });
            if tag.title != at.0 {
                let message = format!("the tag `{}` is spelled `{}` elsewhere", at.0, tag.title);
                told.push(
                    Diagnostic::new(Code::TagSpelling, shape.place(at.spot), message)
                        .help(format!("write `{}`", tag.title)),
                );
            }
            if !tag.docs.contains(&doc) {
                tag.docs.push(doc);
            }
        }
    }
    let mut tags: Vec<_> = tags.into_values().collect();
    for tag in &mut tags {
        tag.docs.sort_by_cached_key(|doc| {
            let shape = &shapes[*doc];
            (
                std::cmp::Reverse(shape.common.date.as_ref().map(|date| date.value)),
                shape.title.to_lowercase(),
                shape.path.clone(),
            )
        });
    }
    tags.sort_by_cached_key(|tag| tag.title.to_lowercase());
    tags
}
