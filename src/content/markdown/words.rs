//! The words of a Markdown text as readers see them, each with its place in the file.
//!
//! It keeps no HTML and no code: a piece of code among words is one sign, [`CODE`]. Nor does it keep the words: nearly all
//! stand in the file as readers see them, so their places are enough to write them out ([`Words::write`]).

use super::compile::events;
use super::reading::Reading;
use crate::diagnostic::Span;
use memchr::memchr_iter;
use std::ops::Range;

/// Stands for a piece of code among words.
pub const CODE: char = '\u{fffc}';

/// The words of a text, block after block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// How many bytes they have, written out.
    pub(super) length: usize,
    pub(super) pieces: Vec<Piece>,
    /// The words of those pieces that are not in the file as they are, one after another.
    pub(super) made: String,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The heads of tables that have no word in them.
    pub empty_heads: Vec<Span>,
}

/// Some of the words, and the bytes of the file that they come from.
///
/// There are many of them for a whole site, so each is kept small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it begins among all words, written out.
    pub(super) at: u32,
    pub(super) from: Span,
    pub(super) sort: Sort,
}

/// How the words of a piece come from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// They are those of the file, with a space for each end of a line.
    Typed,
    /// They are so many bytes of [`Words::made`].
    Made(u32),
    /// The same, and begin with [`CODE`].
    Code(u32),
}

/// A paragraph, or what is like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it is among all words, written out.
    pub(super) range: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Somebody's words: it stands in a quotation.
    pub quoted: bool,
    /// It has a link or a footnote, or is one.
    pub linked: bool,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph or an item of a list.
    Prose,
    /// A heading.
    Heading,
    /// A cell of a table.
    Cell,
}

impl Block {
    /// Its bytes among all words, written out.
    pub fn range(&self) -> Range<usize> {
        self.range.start as usize..self.range.end as usize
    }
}

impl Words {
    /// The words of the Markdown in these bytes of a file.
    pub fn read(source: &str, body: Range<usize>) -> Self {
        let text = source.get(body.clone()).unwrap_or_default();
        let mut reading = Reading::new(source);
        for (event, from) in events(text) {
            reading.event(&event, body.start + from.start..body.start + from.end);
        }
        reading.finish()
    }

    /// Writes out all words, the blocks one below the other, in place of what was there. The file is that in which they
    /// were read.
    pub fn write(&self, source: &str, out: &mut String) {
        out.clear();
        out.reserve(self.length);
        let (mut pieces, mut made) = (self.pieces.iter().peekable(), self.made.as_str());
        for block in &self.blocks {
            while let Some(piece) = pieces.next_if(|piece| piece.at < block.range.end) {
                match piece.sort {
                    Sort::Typed => {
                        let typed = &source[piece.from.start as usize..piece.from.end as usize];
                        let mut start = 0;
                        for end in memchr_iter(b'\n', typed.as_bytes()) {
                            out.push_str(&typed[start..end]);
                            out.push(' ');
                            start = end + 1;
                        }
                        out.push_str(&typed[start..]);
                    }
                    Sort::Made(length) | Sort::Code(length) => {
                        let (words, rest) = made.split_at(length as usize);
                        out.push_str(words);
                        made = rest;
                    }
                }
            }
            out.push('\n');
        }
    }

    /// Where in the file these bytes of a block's words are.
    pub fn span_in(&self, block: &Block, range: Range<usize>) -> Span {
        let start = block.range().start;
        self.span(start + range.start..start + range.end)
    }

    /// Where in the file these bytes of all words are.
    pub fn span(&self, range: Range<usize>) -> Span {
        let last = self.place(range.end.saturating_sub(1).max(range.start));
        Span::new(self.place(range.start), last + 1)
    }

    /// Whether readers see these bytes of the file as words.
    pub fn shows(&self, bytes: &Range<usize>) -> bool {
        // The pieces stand in the order of the file.
        let next = self.pieces.partition_point(|piece| piece.from.start as usize <= bytes.start);
        let piece = next.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.is_some_and(|piece| bytes.start < piece.from.end as usize && !matches!(piece.sort, Sort::Code(_)))
    }

    fn place(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at as usize <= at);
        let Some(piece) = next.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return 0 };
        (piece.from.start as usize + (at - piece.at as usize)).min((piece.from.end as usize).saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a block says and is.
    type Seen = (String, BlockKind, bool, bool);

    fn read(source: &str) -> (Words, String, Vec<Seen>) {
        let words = Words::read(source, 0..source.len());
        let mut text = "something else".to_owned();
        words.write(source, &mut text);
        let blocks = words.blocks.iter();
        let seen = blocks.map(|block| (text[block.range()].to_owned(), block.kind, block.quoted, block.linked));
        let seen = seen.collect();
        (words, text, seen)
    }

    #[test]
    fn blocks_are_what_readers_see() {
        use BlockKind::{Cell, Heading, Prose};
        let source = "# A *b*\n\nOne\ntwo `x` [three](t.md).\n\n- four\n  - five\n- six[^n]\n\n> Said.\n\n> [!NOTE]\n> Told.\n\n| a |\n| - |\n| c |\n\n```\ncode\n```\n\n[^n]: From there.\n";
        let seen = read(source).2;
        let expected = [
            ("A b", Heading, false, false),
            ("One two \u{fffc} three.", Prose, false, true),
            ("four", Prose, false, false),
            ("five", Prose, false, false),
            ("six", Prose, false, true),
            ("Said.", Prose, true, false),
            ("Told.", Prose, false, false),
            ("a", Cell, false, false),
            ("c", Cell, false, false),
            ("From there.", Prose, false, true),
        ];
        assert_eq!(seen, expected.map(|(words, kind, quoted, linked)| (words.to_owned(), kind, quoted, linked)));
    }

    #[test]
    fn words_know_their_bytes() {
        let source = "é &amp; *two* \\[three\\]\n";
        let (words, text, _) = read(source);
        for word in ["two", "three"] {
            let at = text.find(word).unwrap_or_default();
            let span = words.span(at..at + word.len());
            assert_eq!(&source[span.start as usize..span.end as usize], word);
        }
        assert!(words.shows(&(source.find("two").unwrap_or_default()..0)));
    }

    #[test]
    fn a_paragraph_as_it_was_typed_is_one_piece() {
        let (words, text, _) = read("It’s \"one\"\nand -- [two]\n");
        assert_eq!((words.pieces.len(), text.as_str()), (1, "It’s \"one\" and -- [two]\n"));
        assert_eq!(words.span(20..25), Span::new(20, 25));
        let (words, text, _) = read("\u{fffc} one\\\ntwo `x` &amp;\n");
        assert_eq!(text, "\u{fffc} one two \u{fffc} &\n");
        assert!(!words.shows(&(0..1)) && words.shows(&(9..10)));
    }

    #[test]
    fn words_are_as_typed_whatever_the_compiler_makes_of_them() {
        use super::super::testing::{compile_with, options};
        use super::super::{FirstHeading, RawHtml};
        let source = "# \"A\" -- b\n\nIt's 'so' ... &ldquo;*x*&rdquo; \\'y\\' --- z\n\n- one[^n]\n\n[^n]: \"there\"\n";
        let options = super::super::Options { words: super::super::WordPlaces::Kept, ..options("en", RawHtml::Shown) };
        for first in [FirstHeading::Heading, FirstHeading::Title] {
            let kept = compile_with(source, &options, first).words.unwrap_or_default();
            let (read, text, _) = read(source);
            let mut written = String::new();
            kept.write(source, &mut written);
            assert_eq!((written, kept.blocks.len()), (text, read.blocks.len()));
        }
    }

    #[test]
    fn a_table_without_headings_is_found() {
        assert_eq!(read("|  |  |\n| - | - |\n| a | b |\n").0.empty_heads.len(), 1);
        assert_eq!(read("|  | x |\n| - | - |\n| a | b |\n").0.empty_heads.len(), 0);
    }
}
