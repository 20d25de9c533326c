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
    /// Fingerprints of what it was looked up by (`site::again`).
    pub(super) asked: Arc<[u32]>,
    /// The greatest number of a document that it names.
    pub(super) greatest: Option<DocId>,
}

impl Resolved {
    pub(super) fn new(
        mut targets: Vec<(Spot, Target)>,
        told: Vec<Diagnostic>,
        published: bool,
        asked: Box<[u32]>,
    ) -> Self {
        targets.sort_by_key(|(spot, _)| *spot);
        // Of two at one spot the later one counts.
        targets.reverse();
        targets.dedup_by_key(|(spot, _)| *spot);
        targets.reverse();
        let files = targets.iter().filter(|_| published).filter_map(|(_, target)| match target {
            Target::File(path) => Some(path.clone()),
            _ => None,
        });
        let files = files.collect();
        Self::of(targets.into(), files, told.into(), asked.into())
    }

    /// The same with documents that have other numbers now, by their numbers before; `None` if one of them is gone.
    pub(super) fn renumbered(&self, numbers: &[Option<DocId>]) -> Option<Self> {
        let moved = |target: &Target| match target {
            Target::Document(doc, id) => Some(Target::Document(numbers[*doc]?, id.clone())),
            other => Some(other.clone()),
        };
        let targets: Option<Box<[_]>> =
            self.targets.iter().map(|(spot, target)| Some((*spot, moved(target)?))).collect();
        Some(Self::of(targets?, self.files.clone(), self.told.clone(), self.asked.clone()))
    }

    fn of(targets: Box<[(Spot, Target)]>, files: Arc<[SitePath]>, told: Box<[Diagnostic]>, asked: Arc<[u32]>) -> Self {
        let docs = targets.iter().filter_map(|(_, target)| match target {
            Target::Document(doc, _) => Some(*doc),
            _ => None,
        });
        Self { greatest: docs.max(), targets, files, told, asked }
    }

    /// What a spot leads to.
    pub(super) fn target(&self, spot: Spot) -> Option<&Target> {
        let place = self.targets.binary_search_by_key(&spot, |(spot, _)| *spot).ok()?;
        Some(&self.targets[place].1)
    }
}
