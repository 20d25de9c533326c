//! The words of a Markdown text as readers see them, each with its place in the file.
//!
//! It keeps no HTML and no code: a piece of code among words is one sign, [`CODE`].

use super::compile::events;
use crate::diagnostic::Span;
use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};
use std::ops::Range;

/// Stands for a piece of code among words.
pub const CODE: char = '\u{fffc}';

/// The words of a text, block after block.
#[derive(Clone, Debug, Default)]
pub struct Words {
    words: String,
    /// The same with ASCII in lower case: much is looked for in any case.
    lower: String,
    pieces: Vec<Piece>,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The heads of tables that have no word in them.
    pub empty_heads: Vec<Span>,
}

/// Some of the words, and the bytes of the file that they come from.
#[derive(Clone, Debug)]
struct Piece {
    at: usize,
    from: Range<usize>,
}

/// A paragraph, or what is like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    range: Range<usize>,
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

    /// All words with ASCII in lower case, byte for byte, the blocks one below the other.
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// The words of a block.
    pub fn of(&self, block: &Block) -> &str {
        &self.words[block.range.clone()]
    }

    /// The words of a block with ASCII in lower case, byte for byte.
    pub fn lower_of(&self, block: &Block) -> &str {
        &self.lower[block.range.clone()]
    }

    /// Where in the file these bytes of a block's words are.
    pub fn span_in(&self, block: &Block, range: Range<usize>) -> Span {
        self.span(block.range.start + range.start..block.range.start + range.end)
    }

    /// Where in the file these bytes of all words are.
    pub fn span(&self, range: Range<usize>) -> Span {
        let last = self.place(range.end.saturating_sub(1).max(range.start));
        Span::new(self.place(range.start), last + 1)
    }

    /// Whether readers see these bytes of the file as words.
    pub fn shows(&self, bytes: &Range<usize>) -> bool {
        // The pieces stand in the order of the file.
        let next = self.pieces.partition_point(|piece| piece.from.start <= bytes.start);
        let piece = next.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.is_some_and(|piece| bytes.start < piece.from.end && !self.words[piece.at..].starts_with(CODE))
    }

    fn place(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        let Some(piece) = next.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return 0 };
        (piece.from.start + (at - piece.at)).min(piece.from.end.saturating_sub(1))
    }
}

/// A text that is being read, event by event.
#[derive(Default)]
pub(super) struct Reading<'s> {
    /// The whole file.
    source: &'s str,
    text: Words,
    open: Option<Block>,
    kind: Option<BlockKind>,
    quotations: usize,
    notes: usize,
    /// How many elements are open whose words are not shown as words: code blocks, pictures.
    hidden: usize,
    head: Option<(Span, usize)>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, ..Self::default() }
    }

    /// Takes the next event, with its bytes in the file.
    pub(super) fn event(&mut self, event: &Event, from: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::Image { .. }) => {
                self.hidden += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Image) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            _ if self.hidden > 0 => {}
            Event::Start(tag) => self.start(tag, from),
            Event::End(tag) => self.end(*tag),
            Event::Text(words) => self.push(self.typed(words, &from), from),
            Event::Code(_) => self.push(CODE.encode_utf8(&mut [0; 4]), from),
            Event::SoftBreak | Event::HardBreak => self.push(" ", from),
            Event::FootnoteReference(_) => self.link(),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, from: Range<usize>) {
        match tag {
            Tag::Heading { .. } => self.begin(BlockKind::Heading),
            Tag::TableHead => self.head = Some((Span::new(from.start, from.end), self.text.words.len())),
            Tag::TableCell => self.begin(BlockKind::Cell),
            Tag::BlockQuote(kind) => {
                self.close();
                self.quotations += usize::from(!is_alert(*kind));
            }
            Tag::FootnoteDefinition(_) => {
                self.close();
                self.notes += 1;
            }
            Tag::Link { .. } => self.link(),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Image { .. } => {}
            _ => self.begin(BlockKind::Prose),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(kind) => {
                self.close();
                self.quotations = self.quotations.saturating_sub(usize::from(!is_alert(kind)));
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.notes = self.notes.saturating_sub(1);
            }
            TagEnd::TableHead => {
                self.close();
                if let Some((span, start)) = self.head.take()
                    && self.text.words[start..].trim().is_empty()
                {
                    self.text.empty_heads.push(span);
                }
            }
            TagEnd::Link
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Image => {}
            _ => self.close(),
        }
    }

    /// Words that follow belong to a new block of this kind.
    fn begin(&mut self, kind: BlockKind) {
        self.close();
        self.kind = Some(kind);
    }

    /// The open block, which is begun if there is none.
    fn block(&mut self) -> &mut Block {
        let (start, kind) = (self.text.words.len(), self.kind.unwrap_or(BlockKind::Prose));
        let (quoted, linked) = (self.quotations > 0, self.notes > 0);
        self.open.get_or_insert(Block { range: start..start, kind, quoted, linked })
    }

    fn link(&mut self) {
        self.block().linked = true;
    }

    /// The words as they were typed, where the parser made quotation marks, dashes or dots of them.
    fn typed<'w>(&self, words: &'w str, from: &Range<usize>) -> &'w str
    where
        's: 'w,
    {
        let typed = &self.source[from.clone()];
        // At the end of a heading white space belongs to the last of them.
        let is_made = typed.trim_end().bytes().all(|byte| matches!(byte, b'"' | b'\'' | b'-' | b'.'));
        if is_made { typed } else { words }
    }

    /// The words of all that was read.
    pub(super) fn finish(mut self) -> Words {
        self.close();
        let lower = self.text.words.to_ascii_lowercase();
        Words { lower, ..self.text }
    }

    fn push(&mut self, words: &str, from: Range<usize>) {
        self.block();
        self.text.pieces.push(Piece { at: self.text.words.len(), from });
        self.text.words.push_str(words);
    }

    fn close(&mut self) {
        self.kind = None;
        if let Some(mut block) = self.open.take() {
            block.range.end = self.text.words.len();
            self.text.words.push('\n');
            self.text.blocks.push(block);
        }
    }
}

/// A note of GitHub's kind, `> [!WARNING]`, is nobody's words.
fn is_alert(kind: Option<BlockQuoteKind>) -> bool {
    kind.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Words, Vec<(String, BlockKind, bool, bool)>) {
        let text = Words::read(source, 0..source.len());
        let blocks = text.blocks.iter();
        let seen = blocks.map(|block| (text.of(block).to_owned(), block.kind, block.quoted, block.linked)).collect();
        (text, seen)
    }

    #[test]
    fn blocks_are_what_readers_see() {
        use BlockKind::{Cell, Heading, Prose};
        let source = "# A *b*\n\nOne\ntwo `x` [three](t.md).\n\n- four\n  - five\n- six[^n]\n\n> Said.\n\n> [!NOTE]\n> Told.\n\n| a |\n| - |\n| c |\n\n```\ncode\n```\n\n[^n]: From there.\n";
        let seen = read(source).1;
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
        let (text, _) = read(source);
        for word in ["two", "three"] {
            let at = text.lower().find(word).unwrap_or_default();
            let span = text.span(at..at + word.len());
            assert_eq!(&source[span.start as usize..span.end as usize], word);
        }
        assert!(text.shows(&(source.find("two").unwrap_or_default()..0)));
    }

    #[test]
    fn words_are_as_typed_whatever_the_compiler_makes_of_them() {
        use super::super::testing::{compile_with, options};
        use super::super::{FirstHeading, RawHtml};
        let source = "# \"A\" -- b\n\nIt's 'so' ... &ldquo;*x*&rdquo; \\'y\\' --- z\n\n- one[^n]\n\n[^n]: \"there\"\n";
        let options = super::super::Options { words: super::super::WordPlaces::Kept, ..options("en", RawHtml::Shown) };
        for first in [FirstHeading::Heading, FirstHeading::Title] {
            let kept = compile_with(source, &options, first).words.unwrap_or_default();
            let (read, _) = read(source);
            assert_eq!((kept.words, kept.blocks.len()), (read.words, read.blocks.len()));
        }
    }

    #[test]
    fn a_table_without_headings_is_found() {
        assert_eq!(read("|  |  |\n| - | - |\n| a | b |\n").0.empty_heads.len(), 1);
        assert_eq!(read("|  | x |\n| - | - |\n| a | b |\n").0.empty_heads.len(), 0);
    }
}
