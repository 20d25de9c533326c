//! Markdown of one document: compiled once to HTML with holes, filled when a page is made.
//!
//! It looks at no other file: where a link leads, how big a picture is and which word the interface uses is asked of
//! the [`Page`] that is being made.

mod blocks;
mod braces;
mod compile;
mod destination;
mod emphasis;
mod escape;
mod footnotes;
mod headings;
mod images;
mod inline;
mod links;
mod nesting;
mod outline;
mod raw_html;
mod raw_tags;
mod reading;
mod render;
mod sentence;
mod typography;
mod words;
mod writer;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod testing;

pub use destination::{Refusal, classify, typed};
pub use outline::{Destination, Heading, Image, Link, Outline};
pub use render::{ImageTo, LinkTo, Page, Setting, TermMatch, Word};
pub use sentence::ends_sentence;
pub use typography::Typography;
pub use words::{Block, BlockKind, CODE, Words};
pub use writer::Run;

use crate::content::at::Spans;
use crate::diagnostic::{Diagnostic, SitePath};
use std::ops::Range;
use std::sync::Arc;

/// The site options that parsing uses. Changing one parses every document again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// Which quotation marks and dashes straight ones become.
    pub typography: Typography,
    /// What becomes of HTML in the text.
    pub raw_html: RawHtml,
    /// The language of the site, as `en-GB`.
    pub language: String,
    /// What becomes of the words and their places.
    pub words: WordPlaces,
}

/// What becomes of the words of a text and their places, which pages do not need and lints do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordPlaces {
    /// They are forgotten; [`Words::read`] finds them again.
    Forgotten,
    /// They are kept.
    Kept,
}

/// What becomes of HTML in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// It is shown as text, with a hint.
    Shown,
    /// Harmless elements stay, everything else is taken out with a warning.
    Kept,
}

/// What becomes of a level-1 heading that is the first block of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FirstHeading {
    /// It is the document's title and no part of the text.
    Title,
    /// It is a heading like any other.
    Heading,
}

/// The Markdown to parse: a file's path, its whole text, and the bytes of the Markdown in it.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The file, for diagnostics.
    pub path: &'a SitePath,
    /// The whole file, so that all spans are positions in the file.
    pub text: &'a str,
    /// Where in it the Markdown is.
    pub body: Range<usize>,
    /// What a level-1 heading at its start is.
    pub first: FirstHeading,
}

/// Compiled Markdown: HTML, the holes that a page fills, the prose in which terms are looked for, and the outline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    html: String,
    holes: Vec<writer::Hole>,
    runs: Vec<Run>,
    /// What other pages and checks use.
    pub outline: Arc<Outline>,
}

/// Compiles Markdown. Never fails: what is wrong is told in `diagnostics`, and the rest is compiled.
/// The words come with it if they are to be kept.
pub fn parse(
    source: &Source,
    options: &Options,
    spans: &mut Spans,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Body, Option<Words>) {
    compile::compile(source, options, spans, diagnostics)
}

/// Plain text as a body without a paragraph around it, such as a definition's sentence; terms are found in it.
pub fn plain(text: &str) -> Body {
    let mut writer = writer::Writer::default();
    writer.prose(text, writer::Flow::New);
    let outline = Outline { summary: sentence::first(text), is_empty: text.trim().is_empty(), ..Outline::default() };
    Body { html: writer.html, holes: writer.holes, runs: writer.runs, outline: outline.into() }
}

impl Body {
    /// The HTML, holes not filled: what [`Run`]s and [`TermMatch`]es are positions in.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The pieces of text in which terms are looked for, in reading order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Appends the HTML to `out`, with every hole filled by what `page` answers.
    pub fn render(&self, out: &mut String, page: &mut dyn Page, setting: Setting) {
        render::render(self, out, page, setting);
    }
}
