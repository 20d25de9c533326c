//! A principle set: principles, values, stages or standards with their order, version and standing.

use super::parts::Source;
use crate::content::at::At;
use crate::content::fields::{Address, Date, Fields, FilePath, Principles, Record, Ref, choices};

choices! {
    /// What the items of a set are called.
    ItemName {
        /// Principles.
        Principle = "principle",
        /// Values.
        Value = "value",
        /// Stages.
        Stage = "stage",
        /// Standards.
        Standard = "standard",
        /// Points.
        Point = "point",
        /// Rights.
        Right = "right",
        /// Pledges.
        Pledge = "pledge",
    }
}

choices! {
    /// How items are numbered.
    Numbering {
        /// 1, 2, 3.
        Digits = "1",
        /// I, II, III.
        Roman = "i",
        /// A, B, C.
        Letters = "a",
        /// Not at all.
        Nothing = "none",
    }
}

choices! {
    /// Where a set stands.
    SetStatus {
        /// Somebody's proposal.
        Proposed = "proposed",
        /// Being talked about.
        Consultation = "consultation",
        /// Valid.
        InForce = "in-force",
        /// Not valid any more.
        Retired = "retired",
    }
}

/// A set, declared in `_set.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct PrincipleSet {
    pub version: Option<At<String>>,
    pub item_name: ItemName,
    pub numbering: Numbering,
    pub order: Vec<At<Ref<Principles>>>,
    pub status: Option<At<SetStatus>>,
    pub in_force_from: Option<At<Date>>,
    pub adopted_by: Option<At<String>>,
    pub steward: Option<At<String>>,
    pub licence: Option<At<String>>,
    pub based_on: Vec<At<Source>>,
    pub groups: Vec<At<Group>>,
    pub cite: Option<At<Cite>>,
    pub sign: Option<At<Sign>>,
    pub signatories: Option<At<FilePath>>,
    pub changes: Vec<At<Change>>,
}

impl Record for PrincipleSet {
    const NAME: &'static str = "a principle set";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            version: fields.text("version", "Its version, as you count").optional(),
            item_name: fields
                .field("item_name", "What one item is called; principle if it is missing")
                .or(ItemName::Principle),
            numbering: fields
                .field("numbering", "How items are numbered: 1, I, A or none; 1 if it is missing")
                .or(Numbering::Digits),
            order: fields.field("order", "The items in their order, by the names of their files").list(),
            status: fields.field("status", "Where it stands").optional(),
            in_force_from: fields.date("in_force_from", "The day from which it is valid").optional(),
            adopted_by: fields.text("adopted_by", "Who decided on it, and when").optional(),
            steward: fields.text("steward", "Who looks after it").optional(),
            licence: fields.text("licence", "Its licence").optional(),
            based_on: fields.field("based_on", "What it builds on").list(),
            groups: fields.field("groups", "Headings that items belong under").list(),
            cite: fields.field("cite", "How to cite it").optional(),
            sign: fields.field("sign", "How to sign it").optional(),
            signatories: fields.field("signatories", "A CSV file with those who signed").optional(),
            changes: fields.field("changes", "What each version brought").list(),
        }
    }
}

/// A heading that items of a set belong under; a text is its title.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Group {
    pub id: At<String>,
    pub title: At<String>,
}

impl Record for Group {
    const NAME: &'static str = "a group of items";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            id: fields.text("id", "The name that items use in `group:`").required(),
            title: fields.text("title", "The heading").required(),
        }
    }
}

/// How to cite a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Cite {
    pub authors: Vec<At<String>>,
    pub doi: Option<At<String>>,
}

impl Record for Cite {
    const NAME: &'static str = "a citation";

    fn read(fields: &mut impl Fields) -> Self {
        Self { authors: fields.text("authors", "Who wrote it").list(), doi: fields.text("doi", "Its DOI").optional() }
    }
}

/// How to sign a set; a text is the address or email.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Sign {
    pub url: Option<At<Address>>,
    pub email: Option<At<String>>,
    pub open: bool,
}

impl Record for Sign {
    const NAME: &'static str = "a way to sign";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            url: fields.field("url", "Where to sign").optional(),
            email: fields.text("email", "Whom to write to").optional(),
            open: fields.field("open", "Whether it can be signed now; yes if it is missing").or(true),
        }
    }
}

/// A version of a set and what it brought.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Change {
    pub version: At<String>,
    pub date: Option<At<Date>>,
    pub note: Option<At<String>>,
    pub items: Vec<At<ItemChange>>,
}

impl Record for Change {
    const NAME: &'static str = "a version of a set";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            version: fields.text("version", "The version").required(),
            date: fields.date("date", "When").optional(),
            note: fields.text("note", "What it brought, in a sentence").optional(),
            items: fields.field("items", "What became of single items").list(),
        }
    }
}

choices! {
    /// What became of an item.
    ItemChanged {
        /// It is new.
        Added = "added",
        /// It says the same in other words, or a little more.
        Reworded = "reworded",
        /// It has another place.
        Moved = "moved",
        /// It became several.
        Split = "split",
        /// It became part of another.
        Merged = "merged",
        /// It was given up.
        Retired = "retired",
    }
}

/// What became of one item. The item may be gone, so its name is not looked up as a reference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct ItemChange {
    pub item: At<String>,
    pub change: At<ItemChanged>,
    pub why: Option<At<String>>,
}

impl Record for ItemChange {
    const NAME: &'static str = "a change of an item";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            item: fields.text("item", "The item, by the name of its file").required(),
            change: fields.field("change", "What became of it").required(),
            why: fields.text("why", "Why").optional(),
        }
    }
}
