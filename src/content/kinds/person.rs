//! A person: someone with a role in the group who agreed to have a page.

use crate::content::at::At;
use crate::content::fields::{Date, Fields, Record, Ref, Unchecked};

/// A person; the title is their name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Person {
    pub role: At<String>,
    pub kind: Option<At<String>>,
    pub group: Option<At<Ref<Unchecked>>>,
    pub until: Option<At<Date>>,
}

impl Record for Person {
    const NAME: &'static str = "a person";
    const TITLE_IS_A_NAME: bool = true;

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            role: fields.text("role", "What they do").required(),
            kind: fields.text("kind", "organiser, member, trustee, staff, volunteer, or a word of your own").optional(),
            group: fields.field("group", "The group they belong to").optional(),
            until: fields.date("until", "The last day of their role").optional(),
        }
    }
}
