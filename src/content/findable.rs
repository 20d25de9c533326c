//! Ways to find a storyteller that would be published: phone numbers and addresses in a story, its text and its fields.
//!
//! Every command tells them, since what was published once cannot be taken back.

use super::fields::Reader;
use super::homes::homes;
use super::phones::phones;
use super::typed::{Passage, Typed};
use crate::diagnostic::Code;

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
