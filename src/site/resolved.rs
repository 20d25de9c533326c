//! What one document names, as it was looked up.

use super::{DocId, Target};
use crate::diagnostic::{Diagnostic, SitePath, Spot};
use std::sync::Arc;

/// What one document names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// What each spot leads to, by spot.
    targets: Box<[(Spot, Target)]>,
    /// The files that its page uses; none if it is not published.
    pub(super) files: Arc<[SitePath]>,
    /// What is wrong with what it names.
    pub(super) told: Box<[Diagnostic]>,
}

impl Resolved {
    pub(super) fn new(mut targets: Vec<(Spot, Target)>, told: Vec<Diagnostic>, published: bool) -> Self {
        targets.sort_by_key(|(spot, _)| *spot);
        // Of two at one spot the later one counts.
        targets.reverse();
        targets.dedup_by_key(|(spot, _)| *spot);
        targets.reverse();
        let files = targets.iter().filter(|_| published).filter_map(|(_, target)| match target {
            Target::File(path) => Some(path.clone()),
            _ => None,
        });
        Self { files: files.collect(), targets: targets.into(), told: told.into() }
    }

    /// The same with documents that have other numbers now, by their numbers before; `None` if one of them is gone.
    pub(super) fn renumbered(self: &Arc<Self>, numbers: &[Option<DocId>]) -> Option<Arc<Self>> {
        let is_moved = |target: &Target| matches!(target, Target::Document(doc, _) if numbers[*doc] != Some(*doc));
        if !self.targets.iter().any(|(_, target)| is_moved(target)) {
            return Some(self.clone());
        }
        let moved = |target: &Target| match target {
            Target::Document(doc, id) => Some(Target::Document(numbers[*doc]?, id.clone())),
            other => Some(other.clone()),
        };
        let targets: Option<Vec<_>> = self.targets.iter().map(|(spot, target)| Some((*spot, moved(target)?))).collect();
        Some(Arc::new(Self { targets: targets?.into(), files: self.files.clone(), told: self.told.clone() }))
    }

    /// What a spot leads to.
    pub(super) fn target(&self, spot: Spot) -> Option<&Target> {
        let place = self.targets.binary_search_by_key(&spot, |(spot, _)| *spot).ok()?;
        Some(&self.targets[place].1)
    }
}
