//! Which edition could make a page last, for the time when the newest cannot: a template fails on it, say.

use super::moment::make;
use crate::session::Edition;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// So many pages are remembered one by one.
const MOST: usize = 200;

/// The last editions that could make pages.
#[derive(Default)]
pub(super) struct Remembered {
    /// The last edition that could make every page.
    whole: Option<Arc<Edition>>,
    /// Newer ones, by output path.
    pages: BTreeMap<String, Arc<Edition>>,
    order: VecDeque<String>,
}

impl Remembered {
    /// Notes that this edition could make every page. Older ones are forgotten.
    pub(super) fn note_whole(&mut self, edition: &Arc<Edition>) {
        *self = Self { whole: Some(edition.clone()), ..Self::default() };
    }

    /// Notes that this edition could make a page.
    pub(super) fn note(&mut self, file: &str, edition: &Arc<Edition>) {
        if self.whole.as_ref().is_some_and(|whole| Arc::ptr_eq(whole, edition)) {
            return;
        }
        if self.pages.insert(file.to_owned(), edition.clone()).is_none() {
            self.order.push_back(file.to_owned());
        }
        if self.order.len() > MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.pages.remove(&oldest);
        }
    }

    /// The editions that may be able to make a page which this one cannot, the newest first.
    pub(super) fn before(&self, file: &str, now: &Arc<Edition>) -> Earlier {
        let known = self.pages.get(file).into_iter().chain(&self.whole);
        Earlier(known.filter(|edition| !Arc::ptr_eq(edition, now)).cloned().collect())
    }
}

/// Editions from before, the newest first.
pub(super) struct Earlier(Vec<Arc<Edition>>);

impl Earlier {
    /// The page as the newest of them makes it that can.
    pub(super) fn make(&self, file: &str) -> Option<Vec<u8>> {
        self.0.iter().find_map(|edition| make(edition, file))
    }
}
