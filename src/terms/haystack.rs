//! Text as terms are looked for in it: lower case, single spaces, straight apostrophes, no markup; and the way back from
//! a position in it to one in the HTML. It knows no names.

use crate::content::bytes::find;
use crate::content::markdown::Body;

/// What separates texts that a term can't reach across: no name holds it, and it is no part of a word.
const BREAK: char = '\u{0}';

/// Text to search, and where it comes from.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    /// The text.
    pub(super) text: String,
    /// Where pieces of it come from, by their start.
    pieces: Vec<Piece>,
}

/// A piece of the text and the bytes of HTML that it comes from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    text: u32,
    html: u32,
    /// One past its last byte in the HTML where that is no byte for byte copy, such as `&` for `&amp;`.
    whole: Option<u32>,
}

/// Whether letters are made lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Ignored,
    Kept,
}

impl Haystack {
    /// The prose of a body.
    pub(super) fn of_body(body: &Body) -> Self {
        let mut haystack = Self::default();
        let prose: u32 = body.runs().iter().map(|run| run.end - run.start).sum();
        haystack.text.reserve(prose as usize + body.runs().len());
        for run in body.runs() {
            if !run.joined && !haystack.text.is_empty() {
                haystack.text.push(BREAK);
            }
            haystack.push_html(&body.html()[run.start as usize..run.end as usize], run.start, Case::Ignored);
        }
        haystack
    }

    /// Plain text, its white space trimmed.
    pub(super) fn of_text(text: &str, case: Case) -> Self {
        let mut haystack = Self::default();
        haystack.push(text.trim(), 0, case);
        haystack
    }

    /// A range of HTML without its tags, in the case as written.
    pub(super) fn of_html(html: &str) -> Self {
        let mut haystack = Self::default();
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            haystack.push_html(text, 0, Case::Kept);
            rest = after.split_once('>').map_or("", |(_, after)| after);
        }
        haystack.push_html(rest, 0, Case::Kept);
        haystack
    }

    /// The range of the HTML that a range of the text comes from.
    pub(super) fn html_range(&self, start: usize, end: usize) -> (u32, u32) {
        (self.html_position(start).0, self.html_position(end - 1).1)
    }

    /// Where in the HTML the character begins that holds this byte, and where it ends (for one that was not copied), or
    /// the byte itself and the next one.
    fn html_position(&self, at: usize) -> (u32, u32) {
        let at = position(at);
        let next = self.pieces.partition_point(|piece| piece.text <= at);
        let Some(piece) = next.checked_sub(1).map(|index| self.pieces[index]) else { return (at, at + 1) };
        match piece.whole {
            Some(end) => (piece.html, end),
            None => (piece.html + (at - piece.text), piece.html + (at - piece.text) + 1),
        }
    }

    /// Appends escaped text.
    fn push_html(&mut self, html: &str, start: u32, case: Case) {
        let mut rest = html;
        let mut from = start;
        while let Some(at) = find(rest.as_bytes(), |c| c == b'&') {
            self.push(&rest[..at], from, case);
            from += position(at);
            rest = &rest[at..];
            let (reference, c) = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')]
                .into_iter()
                .find(|(reference, _)| rest.starts_with(reference))
                .unwrap_or(("&", '&'));
            let length = position(reference.len());
            self.piece(from, Some(from + length));
            self.text.push(c);
            rest = &rest[reference.len()..];
            from += length;
        }
        self.push(rest, from, case);
    }

    /// Appends text, in stretches that can be copied.
    fn push(&mut self, text: &str, start: u32, case: Case) {
        let mut done = 0;
        while done < text.len() {
            let rest = &text[done..];
            let from = start + position(done);
            let plain = plain(rest, self.text.ends_with(' '));
            if plain > 0 {
                self.piece(from, None);
                let copied = self.text.len();
                self.text.push_str(&rest[..plain]);
                if case == Case::Ignored {
                    self.text[copied..].make_ascii_lowercase();
                }
                done += plain;
            } else if let Some(c) = rest.chars().next() {
                self.push_special(c, from, case);
                done += c.len_utf8();
            }
        }
    }

    /// Appends white space, or a character that is not ASCII.
    fn push_special(&mut self, c: char, from: u32, case: Case) {
        let length = position(c.len_utf8());
        if c.is_whitespace() {
            if !self.text.ends_with(' ') {
                self.piece(from, (length > 1).then_some(from + length));
                self.text.push(' ');
            }
            return;
        }
        let c = match c {
            '’' | 'ʼ' => '\'',
            'ς' if case == Case::Ignored => 'σ',
            c => c,
        };
        let mut lower = c.to_lowercase();
        match (case, lower.next(), lower.len()) {
            (Case::Kept, ..) => self.push_char(c, from, length),
            (Case::Ignored, Some(one), 0) => self.push_char(one, from, length),
            // Such as `İ`, which is two characters in lower case.
            _ => {
                self.piece(from, Some(from + length));
                self.text.extend(c.to_lowercase());
            }
        }
    }

    fn push_char(&mut self, c: char, from: u32, length: u32) {
        let copied = position(c.len_utf8()) == length;
        self.piece(from, (!copied).then_some(from + length));
        self.text.push(c);
    }

    /// Notes that what comes next is from this byte of the HTML, unless that follows from what came before.
    fn piece(&mut self, html: u32, whole: Option<u32>) {
        let text = position(self.text.len());
        let follows = whole.is_none()
            && self
                .pieces
                .last()
                .is_some_and(|last| last.whole.is_none() && html.checked_sub(last.html) == Some(text - last.text));
        if !follows {
            self.pieces.push(Piece { text, html, whole });
        }
    }
}

/// How many bytes can be copied: ASCII, and no white space but single spaces.
fn plain(text: &str, after_space: bool) -> usize {
    if after_space && text.starts_with(' ') {
        return 0;
    }
    let ascii = find(text.as_bytes(), |c| !c.is_ascii() || (0x09..=0x0d).contains(&c)).unwrap_or(text.len());
    let ascii = &text[..ascii];
    // `contains` is much faster than `find`, and two spaces are rare. The first of them still counts.
    if ascii.contains("  ") { ascii.find("  ").map_or(ascii.len(), |at| at + 1) } else { ascii.len() }
}

/// A position in the HTML of one document, which is far from four gigabytes.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
