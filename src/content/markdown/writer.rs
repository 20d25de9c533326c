//! The HTML being compiled, with its holes and its runs of prose. It knows nothing of Markdown.

use super::escape::push_text;
use super::render::Word;

/// A piece of the text in which terms are looked for: a range of [`super::Body::html`] that holds no tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// Its first byte.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// Only tags of emphasis or line breaks lie between it and the run before, so a term may reach across.
    pub joined: bool,
}

/// A place of the HTML that is filled when a page is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Hole {
    /// Where, in bytes.
    pub(super) at: u32,
    /// What with.
    pub(super) fill: Fill,
}

/// What a hole is filled with. Numbers are indices into the outline, unless they say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Fill {
    /// The id prefix.
    Prefix,
    /// An interface word as text.
    Word(Word),
    /// An interface word as the value of an attribute.
    WordAttribute(Word),
    HeadingOpen(u32),
    HeadingClose(u32),
    LinkOpen(u32),
    LinkClose,
    /// A picture among words.
    Image(u32),
    /// A picture of its own.
    Figure(u32),
    /// The n-th reference to a footnote; while compiling, `number` is the index of its label.
    NoteReference {
        number: u32,
        time: u32,
        /// It stands inside another link, so it can't be one itself.
        linked: bool,
    },
    /// The links from a footnote back to each of its references.
    BackLinks {
        number: u32,
        times: u32,
    },
}

/// Whether a piece of text goes on where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Something that words can't cross lies before it.
    New,
    /// Nothing, or only emphasis, lies before it.
    Joined,
}

/// HTML, holes and runs, appended together.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) html: String,
    pub(super) holes: Vec<Hole>,
    pub(super) runs: Vec<Run>,
}

impl Writer {
    /// Appends finished HTML.
    pub(super) fn raw(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Appends text that takes no part in the search for terms.
    pub(super) fn text(&mut self, text: &str) {
        push_text(&mut self.html, text);
    }

    /// Appends text in which terms are looked for.
    pub(super) fn prose(&mut self, text: &str, flow: Flow) {
        let start = position(self.html.len());
        push_text(&mut self.html, text);
        let end = position(self.html.len());
        if start == end {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.end == start && flow == Flow::Joined => last.end = end,
            _ => self.runs.push(Run { start, end, joined: flow == Flow::Joined }),
        }
    }

    /// Appends a hole.
    pub(super) fn hole(&mut self, fill: Fill) {
        self.holes.push(Hole { at: position(self.html.len()), fill });
    }

    /// Appends what another writer holds.
    pub(super) fn append(&mut self, other: &Writer) {
        let shift = position(self.html.len());
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.iter().map(|hole| Hole { at: hole.at + shift, ..*hole }));
        self.runs.extend(other.runs.iter().map(|run| Run { start: run.start + shift, end: run.end + shift, ..*run }));
    }
}

/// A position in the HTML of one document. Files are refused long before their HTML has four gigabytes.
fn position(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
