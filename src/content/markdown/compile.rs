//! The compiler of Markdown: takes the parser's events one by one and hands each to the file that knows it.

use super::footnotes::Notes;
use super::headings::{Ids, OpenHeading};
use super::images::OpenImage;
use super::inline::Pending;
use super::links::OpenLink;
use super::nesting::{Context, Open};
use super::outline::Outline;
use super::reading::Reading;
use super::typography::{Quotes, Typography};
use super::words::Words;
use super::writer::{Flow, Writer};
use super::{Body, Options, RawHtml, Source, WordPlaces};
use crate::content::at::Spans;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use pulldown_cmark::{Alignment, Event, Parser};
use std::ops::Range;

/// What has been compiled so far, and where in the text the compiler is.
pub(super) struct Compiler<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) raw_html: RawHtml,
    pub(super) quotes: Option<Quotes>,
    pub(super) spans: &'a mut Spans,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    pub(super) writer: Writer,
    pub(super) outline: Outline,
    pub(super) notes: Notes,
    pub(super) ids: Ids,
    /// The elements that are open.
    pub(super) open: Vec<Open>,
    pub(super) context: Context,
    /// Whether the next text goes on where the last one ended.
    pub(super) flow: Flow,
    /// Text that waits for what follows it.
    pub(super) pending: Pending<'a>,
    /// The plain text of the block that is open.
    pub(super) words: String,
    pub(super) heading: Option<OpenHeading>,
    pub(super) link: Option<OpenLink>,
    pub(super) image: Option<OpenImage>,
    pub(super) table: Option<Table>,
    /// Where the HTML of the open paragraph begins.
    pub(super) paragraph: usize,
    /// The HTML block that is open.
    pub(super) html_block: Option<String>,
    pub(super) in_code: bool,
    /// A `'` was opened in this block and not closed yet.
    pub(super) single_open: bool,
    /// How many elements are open inside something that is left out.
    pub(super) skipped: usize,
    pub(super) too_deep_told: bool,
    pub(super) html_told: bool,
}

/// The table that is open.
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) part: TablePart,
}

/// Which part of a table is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TablePart {
    Head,
    /// Between the head and the first row: `tbody` is not written yet, as there may be no rows.
    AfterHead,
    Body,
}

/// Compiles the Markdown of a file.
pub(super) fn compile(
    source: &Source,
    options: &Options,
    spans: &mut Spans,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Body, Option<Words>) {
    let text = source.text.get(source.body.clone()).unwrap_or_default();
    let end = source.body.start + text.len();
    let quotes = match &options.typography {
        Typography::Off => None,
        Typography::Language(language) => Some(Quotes::of(language)),
    };
    let mut compiler = Compiler {
        source,
        raw_html: options.raw_html,
        quotes,
        spans,
        diagnostics,
        // Tags and links make most texts longer by less than a quarter.
        writer: Writer { html: String::with_capacity(text.len() * 5 / 4), ..Writer::default() },
        outline: Outline::default(),
        notes: Notes::default(),
        ids: Ids::default(),
        open: Vec::new(),
        context: Context { prose: true, linked: false },
        flow: Flow::New,
        pending: Pending::default(),
        words: String::new(),
        heading: None,
        link: None,
        image: None,
        table: None,
        paragraph: 0,
        html_block: None,
        in_code: false,
        single_open: false,
        skipped: 0,
        too_deep_told: false,
        html_told: false,
    };
    compiler.writer.html.reserve(text.len() + text.len() / 4);
    let mut words = (options.words == WordPlaces::Kept).then(|| Reading::new(source.text));
    for (event, span) in Parser::new_ext(text, extensions(quotes.is_some())).into_offset_iter() {
        let span = source.body.start + span.start..source.body.start + span.end;
        if let Some(words) = &mut words {
            words.event(&event, span.clone());
        }
        compiler.event(event, span);
    }
    compiler.flush();
    compiler.close_all(&(end..end));
    (compiler.finish(), words.map(Reading::finish))
}

/// The parser's events of a text with their bytes in it, as the compiler takes them; quotes and dashes as typed.
///
/// For whoever wants the words of a text with their places: [`Body`] keeps no places of words.
pub(super) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, extensions(false)).into_offset_iter()
}

fn extensions(typography: bool) -> pulldown_cmark::Options {
    use pulldown_cmark::Options;
    let mut extensions = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    extensions.set(Options::ENABLE_SMART_PUNCTUATION, typography);
    extensions
}

impl<'a> Compiler<'a> {
    fn event(&mut self, event: Event<'a>, span: Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        if self.image.is_some() {
            return self.image_event(event, &span);
        }
        if let Event::Text(text) = event {
            return if self.in_code { self.writer.text(&text) } else { self.push_text(&text, span) };
        }
        self.flush();
        match event {
            Event::Start(tag) => self.start(tag, &span),
            Event::End(tag) => self.end(tag, &span),
            Event::Code(code) => self.code(&code),
            // Mathematics is not enabled; its text would be shown as it was typed.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.emit(&text),
            Event::Html(html) => match &mut self.html_block {
                Some(block) => block.push_str(&html),
                None => self.html_piece(&html, &span, super::raw_html::Position::Block),
            },
            Event::InlineHtml(html) => self.html_piece(&html, &span, super::raw_html::Position::Inline),
            Event::FootnoteReference(label) => self.note_reference(&label, &span),
            Event::SoftBreak => self.emit("\n"),
            Event::HardBreak => {
                self.writer.raw("<br>");
                self.emit("\n");
            }
            Event::Rule => self.writer.raw("<hr>\n"),
            Event::TaskListMarker(done) => self.task(done),
        }
    }

    fn finish(mut self) -> Body {
        self.finish_notes();
        self.outline.is_empty = self.writer.holes.is_empty() && self.writer.html.trim().is_empty();
        let Writer { html, holes, runs } = self.writer;
        Body { html, holes, runs, outline: self.outline.into() }
    }

    /// Tells the author something about these bytes of the file.
    pub(super) fn tell(
        &mut self,
        code: Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.diagnostics.push(Diagnostic::new(code, self.place(span), message).help(help));
    }

    /// These bytes of the file.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::span(self.source.path, bytes(span))
    }
}

/// A range as a span.
pub(super) fn bytes(span: &Range<usize>) -> Span {
    Span::new(span.start, span.end)
}
