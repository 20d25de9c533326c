//! Ways to find somebody at home that would be published: phone numbers and addresses in a story, its text and its
//! fields; in everything else those that are said to be somebody's own.
//!
//! Every command tells them, since what was published once cannot be taken back.

use super::fields::Reader;
use super::homes::homes;
use super::phones::phones;
use super::pieces::{Word, is_capitalised, words};
use super::typed::{Passage, Typed};
use crate::diagnostic::Code;
use std::ops::Range;

/// Fields that are no address of the teller: where to find help is meant to be found, and `extra` is not published.
const MEANT: [&str; 6] = ["support", "video", "extra", "slug", "aliases", "short"];

/// Tells phone numbers and addresses in a story. In English texts, numbers that belong to nobody's home are left out.
pub(super) fn check(typed: &Typed, english: bool, reader: &mut Reader) {
    // Most stories have none, and what was typed shows it without a look at words and fields.
    let may_have = |text: &str| !phones(text, english).is_empty() || !homes(text).is_empty();
    typed.passages(may_have, |passage| {
        if passage.keys.first().is_none_or(|key| !MEANT.contains(&key.as_str())) {
            tell(passage, english, reader);
        }
    });
}

fn tell(passage: &Passage, english: bool, reader: &mut Reader) {
    for range in phones(passage.text, english) {
        let help = "leave it out, or put a number of your group below `support:`";
        reader.tell(Code::PhoneInStory, passage.at(range), "a phone number in a story: whose is it?", help);
    }
    for range in homes(passage.text) {
        let help = "name the area alone, as in `the streets behind the market`; leave out numbers, flats, floors and postcodes";
        let message = "an address in a story: somebody could be found there";
        reader.tell(Code::HomeInStory, passage.at(range), message, help);
    }
}

/// Tells addresses and numbers that are said to be somebody's home, in a text that is no story: halls and offices have
/// addresses too, and are meant to be found. What says so is known in English only.
pub(super) fn check_homes(typed: &Typed, reader: &mut Reader) {
    let may_have =
        |text: &str| HINTS.iter().any(|hint| text.contains(hint)) && text.bytes().any(|b| b.is_ascii_digit());
    typed.passages(may_have, |passage| {
        if !may_have(passage.text) || passage.keys.first().is_some_and(|key| key == "extra") {
            return;
        }
        for range in homes(passage.text).into_iter().filter(|range| is_somebodys(passage.text, range)) {
            let message = "this says where somebody lives";
            let help = "name the area alone, or a place where everybody may come; ask those who live there, and leave out whose home \
                        it is";
            reader.tell(Code::HomeInStory, passage.at(range), message, help);
        }
        for range in phones(passage.text, true).into_iter().filter(|range| is_at_home(passage.text, range)) {
            let message = "this is somebody's number at home: may everybody ring it?";
            reader.tell(Code::PhoneInStory, passage.at(range), message, "write a number of your group in its place");
        }
    });
}

/// What a text has in it that says of an address whose it is.
const HINTS: [&str; 5] = ["'s", "’s", "home", "live", "living"];

/// So many bytes around an address are looked at.
const NEAR: usize = 48;

/// The last words before a place of a text, the last first, and the first ones behind it, of the same sentence.
fn around<'t>(text: &'t str, range: &Range<usize>) -> (Vec<Word<'t>>, Vec<Word<'t>>) {
    let before = &text[text.floor_char_boundary(range.start.saturating_sub(NEAR))..range.start];
    let behind = &text[range.end..text.floor_char_boundary((range.end + NEAR).min(text.len()))];
    let ends = |word: &Word| word.after.contains(['.', '!', '?', ';']);
    let mut last: Vec<_> = words(before).collect();
    last.reverse();
    let same = last.iter().take_while(|word| !ends(word)).count();
    last.truncate(same);
    let mut next: Vec<_> = words(behind).collect();
    let same = next.iter().take_while(|word| !ends(word)).count();
    next.truncate(same + 1);
    (last, next)
}

/// `3 Vale Terrace (Lorna's, for the leaflets)`, `she lives at 3 Vale Terrace`, `at Lorna's house, 3 Vale Terrace`.
fn is_somebodys(text: &str, range: &Range<usize>) -> bool {
    const HOUSES: [&str; 7] = ["home", "house", "flat", "place", "kitchen", "garden", "door"];
    let (before, behind) = around(text, range);
    let lives = ["lives", "live", "living", "lived"];
    let whose = |word: &Word| is_possessive(word.text) || ["her", "his", "their", "my"].contains(&word.text);
    let said_before = before.iter().take(3).any(|word| lives.contains(&word.text))
        || before
            .iter()
            .take(4)
            .zip(before.iter().skip(1))
            .any(|(house, of)| HOUSES.contains(&house.text) && whose(of));
    // A church and a shop have names of this form: "St Mary's Hall", "Joe's café".
    let said_behind = behind.first().is_some_and(|first| {
        let next = behind.get(1).filter(|_| first.after.is_empty());
        let is_home = next.is_none_or(|next| HOUSES.contains(&next.text) || next.text == "for");
        is_possessive(first.text) && is_home || whose(first) && next.is_some_and(|next| HOUSES.contains(&next.text))
    });
    said_before || said_behind
}

/// `at home, 07700 900123`.
fn is_at_home(text: &str, range: &Range<usize>) -> bool {
    let (before, behind) = around(text, range);
    let at_home = |first: &str, second: &str| first == "at" && second == "home";
    before.iter().take(4).zip(before.iter().skip(1)).any(|(home, at)| at_home(at.text, home.text))
        || behind.iter().take(2).zip(behind.iter().skip(1)).any(|(at, home)| at_home(at.text, home.text))
}

/// `Lorna's`.
fn is_possessive(word: &str) -> bool {
    is_capitalised(word) && (word.ends_with("'s") || word.ends_with("’s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_somebodys_home() {
        let found = |text: &str| homes(text).iter().any(|range| is_somebodys(text, range));
        for text in [
            "3 Vale Terrace (Lorna's, for the leaflets)",
            "Come to 3 Vale Terrace, Lorna’s house, at seven.",
            "She lives at 3 Vale Terrace.",
            "Leaflets are at Lorna's house, 3 Vale Terrace",
            "3 Vale Terrace, her home",
        ] {
            assert!(found(text), "{text}");
        }
        for text in [
            "The hall at 3 Vale Terrace, St Mary's Church",
            "Meet at 3 Vale Terrace (Joe's café)",
            "the care home at 3 Vale Terrace",
            "Nobody lives there. 3 Vale Terrace is a shop",
            "3 Vale Terrace, in the town's middle",
            "We live near the park; come to 3 Vale Terrace",
        ] {
            assert!(!found(text), "{text}");
        }
    }

    #[test]
    fn numbers_at_home() {
        let found = |text: &str| phones(text, true).iter().any(|range| is_at_home(text, range));
        for text in ["Ring Lorna at home, 07700 900123.", "07700 900123 (at home)"] {
            assert!(found(text), "{text}");
        }
        for text in ["Ring us, 07700 900123.", "Stay at home. Ring 07700 900123", "07700 900123 if nobody is at home"] {
            assert!(!found(text), "{text}");
        }
    }
}
