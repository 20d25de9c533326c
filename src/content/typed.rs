//! A file as it was typed, looked through for words that could harm somebody: quickly as typed, and word by word only
//! where that shows something.

use super::front_texts;
use super::markdown::Words;
use super::yaml::Entry;
use crate::diagnostic::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A file as it was typed.
pub(super) struct Typed<'t> {
    /// The whole file.
    pub(super) source: &'t str,
    /// The bytes of its front matter, if it has one.
    pub(super) front: Option<Range<usize>>,
    /// The fields in it.
    pub(super) entries: &'t [Entry<'t>],
    /// The bytes of its Markdown.
    pub(super) body: Range<usize>,
    /// The words of its Markdown, if they are known.
    pub(super) words: Option<&'t Words>,
}

/// Of longer fields that are written in several pieces no part has a place of its own.
const LONGEST: usize = 20_000;

/// A paragraph or a field of a file.
pub(super) struct Passage<'p> {
    /// Its words.
    pub(super) text: &'p str,
    /// The keys that lead to a field, the outermost first; none for a paragraph.
    pub(super) keys: &'p [String],
    /// Somebody's words: it stands in a quotation.
    pub(super) quoted: bool,
    at: &'p dyn Fn(Range<usize>) -> Span,
}

impl Passage<'_> {
    /// Where in the file these bytes of its words are.
    pub(super) fn at(&self, range: Range<usize>) -> Span {
        (self.at)(range)
    }
}

impl Typed<'_> {
    /// Gives every passage that readers may see, if `may_have` finds something in what was typed of the Markdown or of
    /// the front matter.
    pub(super) fn passages(&self, may_have: impl Fn(&str) -> bool, mut each: impl FnMut(&Passage)) {
        if may_have(&self.source[self.body.clone()]) {
            let read = || Cow::Owned(Words::read(self.source, self.body.clone()));
            let words = self.words.map_or_else(read, Cow::Borrowed);
            let mut text = String::new();
            words.write(self.source, &mut text);
            for block in &words.blocks {
                let at = |range| words.span_in(block, range);
                each(&Passage { text: &text[block.range()], keys: &[], quoted: block.quoted, at: &at });
            }
        }
        if self.front.clone().is_some_and(|front| may_have(&self.source[front])) {
            for field in front_texts::of(self.entries) {
                // A text that is written in one piece is looked for once, however much is found in it.
                let whole = front_texts::inside(self.source, field.span, &field.text);
                let is_whole = self.source.get(whole.start as usize..whole.end as usize) == Some(&*field.text);
                let at = |range: Range<usize>| match is_whole {
                    true => Span::new(whole.start as usize + range.start, whole.start as usize + range.end),
                    false if field.text.len() > LONGEST => field.span,
                    false => front_texts::inside(self.source, field.span, &field.text[range]),
                };
                each(&Passage { text: &field.text, keys: &field.keys, quoted: false, at: &at });
            }
        }
    }
}
