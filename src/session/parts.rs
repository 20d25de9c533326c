//! What is kept from edition to edition, and under which fingerprints.
//!
//! **Invariant**: everything kept is kept under the fingerprint of all that it was made from. The last two results are
//! kept, because a preview goes to and fro between a file that is broken and the file as it was.

use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::site::{Footing, Lookup, Relations, Site, Structure};
use crate::terms::Glossary;
use crate::theme::Theme;
use std::sync::Arc;
use tera::Value;

/// The last two results of one step, each with the fingerprint of all that it was made from.
pub(super) struct Kept<K, T> {
    last: Option<(K, T)>,
    before: Option<(K, T)>,
}

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self { last: None, before: None }
    }
}

impl<K: PartialEq, T: Clone> Kept<K, T> {
    /// The result for this fingerprint: as it was, or else made anew.
    pub(super) fn reuse(&mut self, print: K, make: impl FnOnce() -> T) -> T {
        if !self.has(&print) {
            std::mem::swap(&mut self.last, &mut self.before);
        }
        match &self.last {
            Some((known, result)) if *known == print => result.clone(),
            _ => {
                let result = make();
                self.last = Some((print, result.clone()));
                result
            }
        }
    }

    /// Whether the last result has this fingerprint.
    pub(super) fn has(&self, print: &K) -> bool {
        self.last.as_ref().is_some_and(|(known, _)| known == print)
    }

    /// The result for this fingerprint, if it is one of the last two.
    pub(super) fn known(&self, print: &K) -> Option<T> {
        let all = [&self.last, &self.before];
        all.into_iter().flatten().find(|(known, _)| known == print).map(|(_, result)| result.clone())
    }

    /// The last result.
    pub(super) fn last(&self) -> Option<&T> {
        self.last.as_ref().map(|(_, result)| result)
    }
}

/// A part of an edition, and what was told while it was made.
pub(super) struct Part<T> {
    pub(super) value: Arc<T>,
    pub(super) told: Arc<[Diagnostic]>,
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), told: self.told.clone() }
    }
}

impl<T> Part<T> {
    /// A part from what a stage gives.
    pub(super) fn new((value, told): (T, Vec<Diagnostic>)) -> Self {
        Self { value: Arc::new(value), told: told.into() }
    }
}

/// The parts of the last editions.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) glossary: Kept<u128, Arc<Glossary>>,
    pub(super) lookup: Kept<u128, Part<Lookup>>,
    /// What the names were last looked up in.
    pub(super) footing: Option<Footing>,
    pub(super) relations: Kept<u128, Arc<Relations>>,
    pub(super) structure: Kept<u128, Part<Structure>>,
    pub(super) site: Kept<u128, Arc<Site>>,
    pub(super) theme: Kept<u128, Part<Theme>>,
    pub(super) plan: Kept<u128, Part<Plan>>,
    pub(super) data: Kept<u128, Part<Value>>,
    pub(super) frame: Kept<u128, Value>,
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn the_last_two_results_are_kept() {
        let mut kept = Kept::default();
        let mut made = vec![];
        for print in [1, 1, 2, 1, 2, 3, 2, 1] {
            assert_eq!(
                kept.reuse(print, || {
                    made.push(print);
                    print * 10
                }),
                print * 10
            );
        }
        assert_eq!(made, [1, 2, 3, 1]);
    }
}
