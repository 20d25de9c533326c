//! What one document names, as it was looked up.

use super::Target;
use super::titled::Unknown;
use crate::diagnostic::{Diagnostic, SitePath, Spot};
use std::sync::Arc;

/// What one document names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// What each spot leads to, by spot.
    targets: Box<[(Spot, Target)]>,
    /// The files that its page uses; none if it is not published.
    pub(super) files: Box<[SitePath]>,
    /// What is wrong with what it names.
    pub(super) told: Box<[Diagnostic]>,
    /// The references in it that name nothing.
    pub(super) unknown: Box<[Unknown]>,
    /// Fingerprints of what it was looked up by (`site::again`).
    pub(super) asked: Box<[u32]>,
}

impl Resolved {
    pub(super) fn new(
        mut targets: Vec<(Spot, Target)>,
        told: Vec<Diagnostic>,
        unknown: Vec<Unknown>,
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
        Self { files: files.collect(), targets: targets.into(), told: told.into(), unknown: unknown.into(), asked }
    }

    /// What a spot leads to.
    pub(super) fn target(&self, spot: Spot) -> Option<&Target> {
        let place = self.targets.binary_search_by_key(&spot, |(spot, _)| *spot).ok()?;
        Some(&self.targets[place].1)
    }
}

/// What one document names, and at hand what is asked of each for every edition.
#[derive(Clone, Debug)]
pub struct Answer {
    resolved: Arc<Resolved>,
    /// A few bits of each fingerprint in [`Resolved::asked`].
    asked: [u64; 4],
    /// There are files in it.
    pub(super) has_files: bool,
    /// There are mistakes in it.
    pub(super) has_told: bool,
}

impl Answer {
    /// With what is at hand of it.
    pub(super) fn new(resolved: Arc<Resolved>) -> Self {
        let mut asked = [0; 4];
        for print in &resolved.asked {
            let (word, bit) = place(*print);
            asked[word] |= bit;
        }
        Self { asked, has_files: !resolved.files.is_empty(), has_told: !resolved.told.is_empty(), resolved }
    }

    /// What it names.
    pub(super) fn resolved(&self) -> &Arc<Resolved> {
        &self.resolved
    }

    /// Whether it was looked up by one of these.
    pub(super) fn asks(&self, touched: &[u32]) -> bool {
        touched.iter().any(|print| {
            let (word, bit) = place(*print);
            self.asked[word] & bit != 0 && self.resolved.asked.contains(print)
        })
    }
}

/// Which bit stands for a fingerprint.
fn place(print: u32) -> (usize, u64) {
    ((print & 3) as usize, 1 << (print >> 2 & 63))
}
