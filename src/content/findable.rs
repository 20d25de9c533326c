//! Ways to find a storyteller that would be published: phone numbers and addresses in a story, its text and its fields.
//!
//! Every command tells them, since what was published once cannot be taken back.

use super::contact::{homes, phones};
use super::fields::Reader;
use super::front_texts;
use super::markdown::Words;
use super::yaml::Entry;
use crate::diagnostic::{Code, Span};
use std::borrow::Cow;
use std::ops::Range;

/// A story's file as it was typed.
pub(super) struct Typed<'t> {
    /// The bytes of its front matter, if it has one.
    pub(super) front: Option<Range<usize>>,
    /// The fields in it.
    pub(super) entries: &'t [Entry<'t>],
    /// The bytes of its Markdown.
    pub(super) body: Range<usize>,
    /// The words of its Markdown, if they are known.
    pub(super) words: Option<&'t Words>,
}

/// Fields that are no address of the teller: where to find help is meant to be found, and `extra` is not published.
const MEANT: [&str; 6] = ["support", "video", "extra", "slug", "aliases", "short"];

/// Tells phone numbers and addresses in a story. In English texts, numbers that belong to nobody's home are left out.
pub(super) fn check(typed: &Typed, english: bool, reader: &mut Reader) {
    let source = reader.source;
    // Most stories have none, and what was typed shows it without a look at words and fields.
    let has_some = |text: &str| !phones(text, english).is_empty() || !homes(text).is_empty();
    if has_some(&source[typed.body.clone()]) {
        let words = typed.words.map_or_else(|| Cow::Owned(Words::read(source, typed.body.clone())), Cow::Borrowed);
        for block in &words.blocks {
            tell(words.of(block), english, |range| words.span_in(block, range), reader);
        }
    }
    if typed.front.clone().is_some_and(|front| has_some(&source[front])) {
        let fields = front_texts::of(typed.entries);
        for field in fields.iter().filter(|field| !MEANT.contains(&field.keys[0].as_str())) {
            let at = |range: Range<usize>| front_texts::inside(source, field.span, &field.text[range]);
            tell(&field.text, english, at, reader);
        }
    }
}

fn tell(text: &str, english: bool, at: impl Fn(Range<usize>) -> Span, reader: &mut Reader) {
    for range in phones(text, english) {
        let help = "leave it out, or put a number of your group below `support:`";
        reader.tell(Code::PhoneInStory, at(range), "a phone number in a story: whose is it?", help);
    }
    for range in homes(text) {
        let help = "name the area alone, as in `Mill Lane`; leave out house numbers and postcodes";
        reader.tell(Code::HomeInStory, at(range), "an address in a story: somebody could be found there", help);
    }
}
