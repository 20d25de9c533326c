//! `accessibility:` of `site.yaml`: what the group has found out about barriers on its own site.

use super::parts::Contact;
use crate::content::at::At;
use crate::content::fields::{Date, Fields, Record};

/// What the group knows of barriers on its site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Accessibility {
    pub checked: Option<At<Date>>,
    pub how: Option<At<String>>,
    pub problems: Vec<At<String>>,
    pub contact: Option<At<Contact>>,
}

impl Record for Accessibility {
    const NAME: &'static str = "accessibility";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            checked: fields.field("checked", "The day on which you last checked the site").optional(),
            how: fields.text("how", "How, in a sentence").optional(),
            problems: fields.text("problems", "What you know to be in people's way, a sentence each").list(),
            contact: fields.field("contact", "Whom to tell of a barrier, if it is not the site's contact").optional(),
        }
    }
}
