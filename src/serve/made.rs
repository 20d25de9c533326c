//! Pages of a moment as they were made. The browser asks how a page stands and then for the page itself, and a page of
//! a thousand definitions takes long enough to be made once.

use super::moment::lock;
use std::collections::VecDeque;
use std::sync::Mutex;

/// So many pages are kept: those of the tabs that somebody has open.
const MOST: usize = 16;

/// A page as it is answered, but for the preview's own tag.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) html: Vec<u8>,
    /// The hash of its bytes.
    pub(super) hash: String,
    pub(super) status: u16,
    /// It shows an earlier state, because the one of now cannot be made.
    pub(super) earlier: bool,
}

/// The pages of one moment that were asked for last, by output path.
#[derive(Default)]
pub(super) struct Made(Mutex<VecDeque<(String, Page)>>);

impl Made {
    /// The page at an output path, if it was made lately.
    pub(super) fn get(&self, file: &str) -> Option<Page> {
        lock(&self.0).iter().find(|(known, _)| known == file).map(|(_, page)| page.clone())
    }

    /// Keeps a page, and forgets the one that was made first of too many.
    pub(super) fn keep(&self, file: &str, page: Page) {
        let mut pages = lock(&self.0);
        pages.retain(|(known, _)| known != file);
        pages.push_back((file.to_owned(), page));
        if pages.len() > MOST {
            pages.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_pages_are_kept() {
        let made = Made::default();
        let page = |number: usize| Page { html: vec![], hash: number.to_string(), status: 200, earlier: false };
        for number in 0..=MOST {
            made.keep(&number.to_string(), page(number));
        }
        made.keep("2", page(99));
        let hash = |file: &str| made.get(file).map(|page| page.hash);
        assert_eq!([hash("0"), hash("1"), hash("2")], [None, Some("1".to_owned()), Some("99".to_owned())]);
        assert_eq!(lock(&made.0).len(), MOST);
    }
}
