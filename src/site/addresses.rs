//! Where each document is published (content model, section 3). It does not look for two at one address; the plan does.

use crate::content::document::Shape;
use crate::content::kinds::KindName;
use std::sync::Arc;

/// The parts of a document's address.
pub fn segments(shape: &Shape) -> Vec<String> {
    let standing = &shape.standing;
    let mut parts = standing.parents.clone();
    let last = shape.common.slug.as_ref().map_or(&standing.segment, |slug| &slug.0);
    if !last.is_empty() {
        parts.push(last.clone());
    }
    parts
}

/// The address of each document: `/stories/hannah/`, or `/quotes/#chair` for what stands on one page with others.
pub(super) fn addresses(shapes: &[Arc<Shape>]) -> Vec<String> {
    shapes.iter().map(|shape| address(shape)).collect()
}

fn address(shape: &Shape) -> String {
    let parts = segments(shape);
    if matches!(shape.standing.kind, KindName::Quote | KindName::Action)
        && let [folder, .., last] = parts.as_slice()
    {
        return format!("/{folder}/#{last}");
    }
    if parts.is_empty() { "/".to_owned() } else { format!("/{}/", parts.join("/")) }
}
