//! Remarks that people write beside a name or with consent, and that say what readers must not see: "not her real
//! name", "first name only", "not on the internet". Nothing about agreement is guessed from them; they are told.

mod name;
mod note;
mod vocabulary;

pub(in crate::content) use name::said_of;
pub(super) use name::{Standing, about_the_name, check_name, check_title, without_remark};
pub(super) use note::{check_notes, check_shown, is_changed_name, with_the_guardian, with_the_note};

use std::ops::Range;

/// Longer remarks are looked at so far: nobody writes more beside a name or a consent.
const LONGEST: usize = 2_000;

/// The beginning of a remark, all of it unless it is very long.
fn beginning(remark: &str) -> &str {
    &remark[..remark.floor_char_boundary(LONGEST)]
}

/// The words of a folded text.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'))
        .filter(|word| word.contains(char::is_alphanumeric))
}

fn has_words(text: &str, words: &str) -> bool {
    find_words(text, words).is_some()
}

/// Where these words stand in a text, not as a part of other words.
fn find_words(text: &str, words: &str) -> Option<Range<usize>> {
    text.match_indices(words).map(|(at, _)| at..at + words.len()).find(|at| {
        !text[..at.start].ends_with(char::is_alphanumeric) && !text[at.end..].starts_with(char::is_alphanumeric)
    })
}
