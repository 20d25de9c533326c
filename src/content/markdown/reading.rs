//! Reads the words of a text from the parser's events, one by one.

use super::words::{Block, BlockKind, CODE, Piece, Sort, Words};
use crate::diagnostic::Span;
use memchr::memchr;
use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};
use std::ops::Range;

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
    /// The head of a table that is open, and whether it has words.
    head: Option<(Span, bool)>,
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
            Tag::TableHead => self.head = Some((Span::new(from.start, from.end), false)),
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
                self.text
                    .empty_heads
                    .extend(self.head.take().filter(|(_, has_words)| !has_words).map(|(span, _)| span));
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
        let (start, kind) = (self.text.length, self.kind.unwrap_or(BlockKind::Prose));
        let (quoted, linked) = (self.quotations > 0, self.notes > 0);
        self.open.get_or_insert(Block { range: Span::new(start, start), kind, quoted, linked })
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
        // Most texts begin with a letter. At the end of a heading white space belongs to the last of the signs.
        let may_be_made = !typed.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
        let is_made = may_be_made && typed.trim_end().bytes().all(|byte| matches!(byte, b'"' | b'\'' | b'-' | b'.'));
        if is_made { typed } else { words }
    }

    /// The words of all that was read.
    pub(super) fn finish(mut self) -> Words {
        self.close();
        self.text.pieces.shrink_to_fit();
        self.text.blocks.shrink_to_fit();
        self.text
    }

    fn push(&mut self, words: &str, from: Range<usize>) {
        self.block();
        if words.is_empty() {
            return;
        }
        if let Some((_, has_words)) = &mut self.head {
            *has_words |= !words.trim_start().is_empty();
        }
        let at = self.text.length;
        self.text.length += words.len();
        let typed = self.source.get(from.clone()).unwrap_or_default();
        let length = u32::try_from(words.len()).unwrap_or(u32::MAX);
        let sort = if words.starts_with(CODE) {
            Sort::Code(length)
        } else if words == typed && memchr(b'\n', words.as_bytes()).is_none() || (words, typed) == (" ", "\n") {
            Sort::Typed
        } else {
            Sort::Made(length)
        };
        if sort != Sort::Typed {
            self.text.made.push_str(words);
        } else if let Some(last) = self.text.pieces.last_mut().filter(|last| last.sort == Sort::Typed)
            // What stands side by side in both is one piece: most paragraphs are.
            && last.from.end as usize == from.start
            && last.at as usize + (from.start - last.from.start as usize) == at
        {
            last.from = Span::new(last.from.start as usize, from.end);
            return;
        }
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.text.pieces.push(Piece { at, from: Span::new(from.start, from.end), sort });
    }

    fn close(&mut self) {
        self.kind = None;
        if let Some(mut block) = self.open.take() {
            block.range = Span::new(block.range().start, self.text.length);
            self.text.length += 1;
            self.text.blocks.push(block);
        }
    }
}

/// A note of GitHub's kind, `> [!WARNING]`, is nobody's words.
fn is_alert(kind: Option<BlockQuoteKind>) -> bool {
    kind.is_some()
}
