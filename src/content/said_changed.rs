//! A story whose text says that the name which readers see is changed, while its fields do not say so: the cards, the
//! lists and the page's own line then show the name as a real one, and nobody looks for the other.

use super::fields::Reader;
use super::kinds::{KnownAs, Story, fold, name_words, said_of};
use super::typed::Typed;
use crate::diagnostic::{Code, Severity};

/// Tells the first place that says so, beside the name that readers see. Where a remark stands in a field that is for a
/// name, that has been told.
pub(super) fn check(story: &Story, typed: &Typed, reader: &mut Reader) {
    let is_hidden = |known_as| matches!(known_as, KnownAs::Changed | KnownAs::Anonymous);
    let Some(who) = story.who.as_ref().filter(|who| !is_hidden(who.known_as)) else { return };
    if reader.told.iter().any(|told| told.code == Code::NameRemark) {
        return;
    }
    let shown = who.shown().unwrap_or_default();
    let names: Vec<String> = name_words(&shown).map(fold).collect();
    if names.is_empty() {
        return;
    }
    let mut found = None;
    typed.passages(
        |text| said_of(text, &names).is_some(),
        |passage| {
            // What stands below `who:` and `quote:` is looked at as the name that it is.
            let is_other = passage.keys.first().is_some_and(|key| matches!(key.as_str(), "who" | "quote" | "extra"));
            if found.is_none() && !is_other {
                found = said_of(passage.text, &names).map(|range| passage.at(range));
            }
        },
    );
    if let Some(span) = found {
        let help = format!(
            "if it is changed, write below `who:` `known_as: changed` and `shown_as: …` with the name that readers see, and the real \
             one in `name:`, which is not published then: the page says itself that the name is changed, and the real one is \
             looked for. If `{shown}` is the real name, take these words out"
        );
        let message = "the text says that this name is changed, and `who:` does not";
        reader.tell(Code::NameRemark, span, message, help);
        if let Some(told) = reader.told.last_mut() {
            // No real name is seen here; only nobody would look for it.
            told.severity = Severity::Warning;
        }
    }
}
