//! Running text: pieces of the parser joined, straight quotes turned, bare web addresses linked.
//! The tags of emphasis are written with the blocks.

use super::compile::Compiler;
use super::writer::Flow;
use crate::content::bytes::find_pair;
use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::CowStr;
use std::ops::Range;

/// Text that waits for what follows it: the parser splits text at characters that might be Markdown, and an address
/// may lie across.
#[derive(Default)]
pub(super) struct Pending<'a> {
    /// The text, straight quotes and dashes as they were typed.
    text: String,
    /// Where in `text` something stands for what was typed, and what.
    turned: Vec<(Range<usize>, CowStr<'a>)>,
    /// Which bytes of the file each piece of `text` comes from.
    places: Vec<(usize, Range<usize>)>,
}

impl Pending<'_> {
    /// The byte of the file that a byte of the text comes from.
    fn place(&self, at: usize) -> Option<usize> {
        let next = self.places.partition_point(|(start, _)| *start <= at);
        let (start, span) = self.places.get(next.checked_sub(1)?)?;
        Some((span.start + at - start).min(span.end))
    }
}

impl<'a> Compiler<'a> {
    /// Takes a piece of text.
    pub(super) fn push_text(&mut self, text: &CowStr<'a>, span: Range<usize>) {
        let start = self.pending.text.len();
        let typed = self.source.text.get(span.clone()).unwrap_or_default();
        match self.turned(text, typed, &span) {
            Some(turned) => {
                self.pending.text.push_str(typed);
                self.pending.turned.push((start..start + typed.len(), turned));
            }
            None => self.pending.text.push_str(text),
        }
        self.pending.places.push((start, span));
    }

    /// Writes the text that waits.
    pub(super) fn flush(&mut self) {
        if self.pending.places.is_empty() {
            return;
        }
        let mut pending = std::mem::take(&mut self.pending);
        let text = pending.text.as_str();
        // Most texts hold none of what is looked for below, and one pass is enough to know it.
        let sign = |a: u8, b: u8| {
            ((a == b) & ((a == b'/') | (a | 0x20 == b'w') | (a == b'{')))
                | ((a == b'{') & (b == b'%'))
                | (a == b'@')
                | (b == b'^')
                | ((a == b']') & (b == b'('))
        };
        let plain = find_pair(text.as_bytes(), sign).is_none();
        if !plain && text.contains("[^") {
            self.unknown_notes(text, |at| pending.place(at));
        }
        if !plain && text.contains("](") {
            self.unread_links(text, |at| pending.place(at));
        }
        if !plain && (text.contains("{{") || text.contains("{%")) {
            self.template_braces(text, |at| pending.place(at));
        }
        let mut done = 0;
        if !plain
            && !self.context.linked
            && (text.contains("://") || text.contains("www.") || text.contains("WWW.") || text.contains('@'))
        {
            for (range, address) in addresses(text) {
                self.emit_turned(&pending, done..range.start);
                let place = pending.place(range.start).zip(pending.place(range.end - 1));
                let (start, last) = place.unwrap_or_default();
                self.bare_link(&text[range.clone()], &address, &(start..last + 1));
                done = range.end;
            }
        }
        self.emit_turned(&pending, done..text.len());
        // The buffers are used again.
        pending.text.clear();
        pending.turned.clear();
        pending.places.clear();
        self.pending = pending;
    }

    /// Writes text as it is.
    pub(super) fn emit(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.words.push_str(text);
        if self.context.prose {
            self.writer.prose(text, self.flow);
            self.flow = Flow::Joined;
        } else {
            self.writer.text(text);
        }
    }

    pub(super) fn code(&mut self, code: &str) {
        self.words.push_str(code);
        self.writer.raw("<code>");
        self.writer.text(code);
        self.writer.raw("</code>");
        self.flow = Flow::New;
    }

    /// Writes a range of the waiting text with quotes and dashes turned.
    fn emit_turned(&mut self, pending: &Pending, range: Range<usize>) {
        let first = pending.turned.partition_point(|(place, _)| place.start < range.start);
        let turned = pending.turned[first..].iter().take_while(|(place, _)| place.end <= range.end);
        let mut shown = String::new();
        let mut done = range.start;
        for (place, text) in turned {
            shown.push_str(&pending.text[done..place.start]);
            shown.push_str(text);
            done = place.end;
        }
        if shown.is_empty() {
            self.emit(&pending.text[done..range.end]);
        } else {
            shown.push_str(&pending.text[done..range.end]);
            self.emit(&shown);
        }
    }

    /// What stands for a piece that the parser made of straight quotes, dashes or dots; none if it is text as typed.
    pub(super) fn turned(&mut self, text: &CowStr<'a>, typed: &str, span: &Range<usize>) -> Option<CowStr<'a>> {
        let quotes = self.quotes?;
        let quote = match (typed, text.as_ref()) {
            ("\"", "“") => quotes.double.0,
            ("\"", "”") => quotes.double.1,
            ("'", "‘") => {
                self.single_open = true;
                quotes.single.0
            }
            ("'", "’") => {
                if self.single_open && !self.between_letters(span) {
                    self.single_open = false;
                    quotes.single.1
                } else {
                    // An apostrophe looks the same in every language.
                    "’"
                }
            }
            _ => {
                let made = text.starts_with(['–', '—', '…']) && typed.starts_with(['-', '.']);
                return made.then(|| text.clone());
            }
        };
        Some(quote.into())
    }

    fn between_letters(&self, span: &Range<usize>) -> bool {
        let before = self.source.text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = self.source.text.get(span.end..).and_then(|text| text.chars().next());
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }
}

/// The bare addresses in a text, and what each links to.
fn addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut finder = LinkFinder::new();
    // Without it `www.example.org` is not found; of the other names without a scheme, such as `notes.md`, none is meant.
    finder.url_must_have_scheme(false);
    let address = |link: linkify::Link| {
        let written = link.as_str();
        let starts = |prefix: &str| written.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        let address = match link.kind() {
            LinkKind::Email => format!("mailto:{written}"),
            _ if starts("https://") || starts("http://") => written.to_owned(),
            _ if starts("www.") => format!("https://{written}"),
            _ => return None,
        };
        Some((link.start()..link.end(), address))
    };
    finder.links(text).filter_map(address).collect()
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::testing::{compile, compile_with, html, options};
    use crate::content::markdown::{Destination, FirstHeading, Options, RawHtml, Typography};

    fn in_language(language: &str, text: &str) -> String {
        compile_with(text, &options(language, RawHtml::Shown), FirstHeading::Heading).render()
    }

    #[test]
    fn straight_quotes_follow_the_language_and_typed_ones_stay() {
        assert_eq!(html("\"It's 'so'\" -- x..."), "<p>“It’s ‘so’” – x…</p>\n");
        assert_eq!(in_language("de", "\"Peters 'Idee', geht's?\""), "<p>„Peters ‚Idee‘, geht’s?“</p>\n");
        assert_eq!(in_language("fr", "\"l'idée\" “x” &quot;"), "<p>«\u{a0}l’idée\u{a0}» “x” \"</p>\n");
        assert_eq!(in_language("pl", "“x” \\\"y\\\""), "<p>“x” \"y\"</p>\n");
    }

    #[test]
    fn nothing_is_turned_when_typography_is_off() {
        let off = Options { typography: Typography::Off, ..options("en", RawHtml::Shown) };
        assert_eq!(compile_with("\"a\" -- b...", &off, FirstHeading::Heading).render(), "<p>\"a\" -- b...</p>\n");
    }

    #[test]
    fn bare_addresses_become_links_as_they_were_typed() {
        assert_eq!(
            html("See https://example.org/a_b--c?d=1&e=*2, or WWW.example.org. Mail a_b@example.org!"),
            "<p>See <a href=\"https://example.org/a_b--c?d=1&amp;e=*2\">https://example.org/a_b--c?d=1&amp;e=*2</a>, \
             or <a href=\"https://WWW.example.org\">WWW.example.org</a>. \
             Mail <a href=\"mailto:a_b@example.org\">a_b@example.org</a>!</p>\n"
        );
        assert_eq!(html("www.example.org/x"), "<p><a href=\"https://www.example.org/x\">www.example.org/x</a></p>\n");
        assert_eq!(
            html("`https://a.example` notes.md example.org"),
            "<p><code>https://a.example</code> notes.md example.org</p>\n"
        );
        assert_eq!(html("[https://a.example](b.md)"), "<p><a href=\"/b.md/\">https://a.example</a></p>\n");
    }

    #[test]
    fn a_bare_address_has_its_place() {
        let compiled = compile("é \"x\" https://a.example/b_c_ end");
        let link = &compiled.body.outline.links[0];
        assert_eq!(link.to, Destination::External("https://a.example/b_c_".to_owned()));
        let span = compiled.spans.span(link.spot);
        assert_eq!((span.start, span.end), (7, 29));
    }
}
