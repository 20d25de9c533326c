//! A principle: one item of a set.

use crate::content::at::At;
use crate::content::fields::{Fields, Principles, Record, Ref};
use crate::content::yaml::as_value;
use crate::diagnostic::Code;

/// A principle; the title is a name or a whole sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Principle {
    pub statement: Option<At<String>>,
    pub number: Option<At<String>>,
    pub code: Option<At<String>>,
    pub group: Option<At<String>>,
    pub why: Option<At<String>>,
    pub in_practice: Vec<At<String>>,
    pub not_this: Vec<At<String>>,
    pub questions: Vec<At<String>>,
    pub see_also: Vec<At<Ref<Principles>>>,
    pub since: Option<At<String>>,
    pub retired: Option<At<Retired>>,
}

impl Record for Principle {
    const NAME: &'static str = "a principle";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            statement: fields.text("statement", "The principle in one sentence").optional(),
            number: fields.text("number", "Its number in the set, where the file's name has none").optional(),
            code: fields.text("code", "A short code: A1.1").optional(),
            group: fields.text("group", "The group of the set that it belongs to").optional(),
            why: fields.text("why", "Why it matters").optional(),
            in_practice: fields.text("in_practice", "What it looks like").list(),
            not_this: fields.text("not_this", "What it is not").list(),
            questions: fields.text("questions", "Questions for a group to talk about").list(),
            see_also: fields.field("see_also", "Related principles").list(),
            since: fields.text("since", "The version since which it is there").optional(),
            retired: fields.field("retired", "That it was given up").optional(),
        }
    }
}

/// That a principle was given up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Retired {
    pub version: Option<At<String>>,
    pub why: Option<At<String>>,
    pub replaced_by: Vec<At<Ref<Principles>>>,
}

impl Record for Retired {
    const NAME: &'static str = "what became of a principle";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            version: fields.text("version", "The version without it").optional(),
            why: fields.text("why", "Why").optional(),
            replaced_by: fields.field("replaced_by", "What stands in its place").list(),
        }
    }

    fn explain_text(text: &str, key: &str) -> Option<(Code, String, String)> {
        let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is = |words: [&str; 2]| words.iter().any(|other| word.eq_ignore_ascii_case(other));
        if !is(["yes", "true"]) && !is(["no", "false"]) {
            return None;
        }
        let message = format!("`{key}` has fields of its own, and here is a text");
        let rest = text[word.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let why = if rest.is_empty() { "…".to_owned() } else { as_value(rest) };
        let help = if is(["no", "false"]) {
            "take this line out: what was not given up is in force".to_owned()
        } else {
            format!("write in place of this line why it was given up, as readers are to see it:\n{key}:\n  why: {why}")
        };
        Some((Code::WrongType, message, help))
    }
}
