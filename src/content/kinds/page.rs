//! A page: any Markdown file that is in no other kind's folder.

use super::quote::InlineQuote;
use crate::content::at::At;
use crate::content::fields::{Fields, Record};

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Page {
    /// People's words, shown on the page.
    pub quotes: Vec<At<InlineQuote>>,
}

impl Record for Page {
    const NAME: &'static str = "a page";

    fn read(fields: &mut impl Fields) -> Self {
        Self { quotes: fields.field("quotes", "People's words, shown on the page").list() }
    }
}
