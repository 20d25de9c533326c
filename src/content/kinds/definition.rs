//! A definition: what a word means here.

use super::parts::Source;
use crate::content::at::At;
use crate::content::fields::{Definitions, Fields, Reader, Record, Ref, Stories, choices};
use crate::content::yaml::in_brackets;
use crate::diagnostic::Code;

/// A definition; the title is the term.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Definition {
    pub definition: At<String>,
    pub also: Vec<At<String>>,
    pub source: Option<At<Source>>,
    pub see_also: Vec<At<Ref<Definitions>>>,
    pub plain: Option<At<String>>,
    pub not_to_be_confused_with: Vec<At<Ref<Definitions>>>,
    pub examples: Vec<At<Ref<Stories>>>,
    pub status: Option<At<Agreement>>,
}

choices! {
    /// How far a definition is agreed on.
    Agreement {
        /// Agreed by the group.
        Agreed = "agreed",
        /// Somebody's proposal.
        Proposed = "proposed",
        /// Not everybody agrees.
        Disputed = "disputed",
        /// Not used any more.
        Retired = "retired",
    }
}

impl Record for Definition {
    const NAME: &'static str = "a definition";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            definition: fields.text("definition", "What the term means, in two sentences at most").required(),
            also: fields.text("also", "Other names and forms of the term").list(),
            source: fields.field("source", "Who says so").optional(),
            see_also: fields.field("see_also", "Related definitions").list(),
            plain: fields.text("plain", "The same in plainer words").optional(),
            not_to_be_confused_with: fields
                .field("not_to_be_confused_with", "Definitions that people mix up with it")
                .list(),
            examples: fields.field("examples", "Stories that show it").list(),
            status: fields.field("status", "How far it is agreed on").optional(),
        }
    }

    fn check(&self, reader: &mut Reader) {
        if let [also] = self.also.as_slice()
            && also.contains(',')
        {
            let help = format!("put it in brackets: `also: {}`", in_brackets(also));
            reader.tell_at(Code::CommaList, also, "a list is not written with commas alone", help);
        }
        if sentences(&self.definition) > 2 {
            let help = "keep one or two sentences here, and put the rest into the text below the front matter";
            reader.tell_at(Code::LongDefinition, &self.definition, "a definition is read best in two sentences", help);
        }
    }
}

/// How many sentences a text has: ends of sentences that a space and a capital follow, and the last one.
fn sentences(text: &str) -> usize {
    let text = text.trim();
    let starts = text.match_indices(['.', '!', '?', '؟', '۔', '。']).filter(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        rest.starts_with(char::is_whitespace) && rest.trim_start().chars().next().is_some_and(|c| !c.is_lowercase())
    });
    starts.count() + 1
}
