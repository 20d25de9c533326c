//! What the spots of documents lead to, looked up by document and spot.

use super::resolved::Resolved;
use super::{DocId, SETTINGS, Target};
use crate::diagnostic::Spot;
use std::sync::Arc;

/// What each spot that names something leads to. Those of a document are shared with the sites before and after.
#[derive(Clone, Debug)]
pub struct Targets {
    settings: Arc<Resolved>,
    documents: Vec<Arc<Resolved>>,
}

impl Targets {
    /// The targets of `site.yaml` and of all documents.
    pub(super) fn new(settings: Arc<Resolved>, documents: Vec<Arc<Resolved>>) -> Self {
        Self { settings, documents }
    }

    /// What a spot of a document leads to, or one of `site.yaml` if `doc` is [`SETTINGS`].
    pub fn get(&self, doc: DocId, spot: Spot) -> Option<&Target> {
        let resolved = if doc == SETTINGS { &self.settings } else { self.documents.get(doc)? };
        resolved.target(spot)
    }
}
