//! A story that shows an initial, while its text and the name of its file have a word that begins with it: perhaps the
//! name that was to be kept back. Without `name:` nobody else looks for it.

use super::fields::Reader;
use super::kinds::{KnownAs, Story, fold};
use super::names::find_all;
use super::place::Standing;
use super::typed::Typed;
use crate::diagnostic::{Code, Severity};

/// Tells the first such word in the text.
pub(super) fn check(story: &Story, standing: &Standing, typed: &Typed, reader: &mut Reader) {
    let who = story.who.as_ref().filter(|who| who.known_as == KnownAs::Changed && who.name.is_none());
    let Some(shown) = who.and_then(|who| who.shown()) else { return };
    let initial = fold(shown.trim_end_matches('.'));
    if initial.chars().count() != 1 {
        return;
    }
    let parts = standing.segment.split('-').map(fold);
    let words: Vec<String> = parts.filter(|part| part.starts_with(&initial) && part.chars().count() >= 3).collect();
    // A name begins with a capital, wherever it stands.
    let name = |text: &str| {
        let is_name = |found: &std::ops::Range<usize>| text[found.clone()].starts_with(char::is_uppercase);
        find_all(text, &words).into_iter().find(is_name)
    };
    let mut found = None;
    typed.passages(
        |text| !words.is_empty() && name(text).is_some(),
        |passage| {
            let is_who = passage.keys.first().is_some_and(|key| key == "who");
            if let Some(range) = name(passage.text).filter(|_| found.is_none() && !is_who) {
                found = Some((passage.at(range.clone()), passage.text[range].to_owned()));
            }
        },
    );
    if let Some((span, word)) = found {
        let message = format!(
            "readers see `{shown}` in place of a name, and `{word}` may be that name: the file is called so too"
        );
        let help = format!(
            "if it is, write `{shown}` here, and look for it in the links to this story. Rename the file in any case: its \
             name becomes the address"
        );
        reader.tell(Code::NameShown, span, message, help);
        if let Some(told) = reader.told.last_mut() {
            // It may be somebody else's.
            told.severity = Severity::Warning;
        }
    }
}
