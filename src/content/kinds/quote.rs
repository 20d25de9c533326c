//! A quote: somebody's words, in a file of its own or inline on a page or campaign.

use super::common::Image;
use super::consent::Consent;
use super::remarks;
use crate::content::at::At;
use crate::content::children;
use crate::content::fields::{Any, Date, Fields, Placed, Principles, Reader, Record, Ref};

/// A quote in a file: the words are its text, or `text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Quote {
    pub text: Option<At<String>>,
    pub by: At<String>,
    pub consent: At<Consent>,
    pub role: Option<At<String>>,
    pub organisation: Option<At<String>>,
    pub principles: Vec<At<Ref<Principles>>>,
    pub about: Vec<At<Ref<Any>>>,
    pub placed: Vec<At<Ref<Placed>>>,
}

impl Record for Quote {
    const NAME: &'static str = "a quote";

    fn read(fields: &mut impl Fields) -> Self {
        let text = fields.text("text", "The words; or the text below the front matter").optional();
        Self { text, ..Self::without_words(fields) }
    }

    fn check(&self, reader: &mut Reader) {
        remarks::check_name(&self.by, remarks::Standing::By, reader);
        for text in [&self.role, &self.organisation].into_iter().flatten() {
            remarks::check_name(text, remarks::Standing::BesideBy, reader);
        }
        let is_changed = remarks::about_the_name(&self.by).is_some();
        let how = "write `by:` with no more of the name than they agreed to";
        remarks::check_shown(&self.consent, Some(&self.by), is_changed, [how, how], reader);
        children::check_quote(&self.by, &self.consent, reader);
    }
}

impl Quote {
    /// What every quote has besides its words.
    fn without_words(fields: &mut impl Fields) -> Self {
        Self {
            text: None,
            by: fields.text("by", "Whose words they are").required(),
            consent: fields.field("consent", "That they agreed to be quoted").required(),
            role: fields.text("role", "What they do").optional(),
            organisation: fields.text("organisation", "Where they do it").optional(),
            principles: fields.field("principles", "The principles it shows").list(),
            about: fields
                .field("about", "What it is about: campaigns, principles, resources, each with its folder")
                .list(),
            placed: fields.field("placed", "Where to show it: home, or a page").list(),
        }
    }
}

/// A quote inline on a page or campaign.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InlineQuote {
    /// The words.
    pub text: At<String>,
    /// The day they are from.
    pub date: Option<At<Date>>,
    /// A picture.
    pub image: Option<At<Image>>,
    /// The rest; its `text` is empty.
    pub quote: Quote,
}

impl Record for InlineQuote {
    const NAME: &'static str = "a quote";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            text: fields.text("text", "The words").required(),
            date: fields.date("date", "The day they are from").optional(),
            image: fields.field("image", "A picture, with its alternative text").optional(),
            quote: Quote::without_words(fields),
        }
    }

    fn check(&self, reader: &mut Reader) {
        self.quote.check(reader);
    }
}
