//! Links of Markdown, and bare addresses. Whether the file that a link names is there, the site says later.

use super::compile::{Compiler, bytes};
use super::destination::{Refusal, classify};
use super::outline::{Destination, Link};
use super::writer::{Fill, Flow};
use crate::diagnostic::Code;
use pulldown_cmark::LinkType;
use std::ops::Range;

/// The link that is open.
pub(super) struct OpenLink {
    /// Its index in the outline.
    index: usize,
    /// Where its words begin in those of the block.
    words: usize,
}

/// The most bytes in which the end of an address is looked for that the parser took for text.
const LONGEST: usize = 300;

impl Compiler<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, address: &str, title: &str, span: &Range<usize>) {
        let email;
        let address = if kind == LinkType::Email {
            email = format!("mailto:{address}");
            &email
        } else {
            address
        };
        self.flow = Flow::New;
        // Inside an `<a>` that the author wrote there can be no other link.
        if self.context.linked {
            self.open_content();
        } else {
            match classify(address) {
                Ok(to) if self.open_inline(span) => self.open_link(to, title, span),
                Ok(_) => {}
                Err(refusal) => {
                    self.refuse(&refusal, address, span);
                    self.open_content();
                }
            }
        }
        self.context.prose = false;
    }

    /// Warns of links and pictures in running text whose address has a space; the parser takes them for text.
    pub(super) fn unread_links(&mut self, text: &str, place: impl Fn(usize) -> Option<usize>) {
        // Each byte is looked at once, and an address has an end, or a text of many brackets would take for ever.
        let (mut open, mut done) = (None, 0);
        for (middle, _) in text.match_indices("](") {
            open = text[done..middle].rfind('[').map(|at| done + at).or(open);
            done = middle;
            let Some(open) = open else { continue };
            let ends = |byte: u8| byte == b')' || byte == b'\n';
            let Some(length) = text[middle..].bytes().take(LONGEST).position(ends) else { continue };
            let (words, address) = (&text[open + 1..middle], text[middle + 2..middle + length].trim());
            let ends_as_a_file = address.rsplit_once('.').is_some_and(|(name, end)| {
                !name.is_empty() && (2..=5).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
            let is_address = ends_as_a_file || address.starts_with(['/', '.']) || address.contains("://");
            // Code of another program has a message of its own.
            let is_code = address.contains("{{") || address.contains("{%");
            if !is_address || is_code || !address.contains(' ') || address.contains(['<', '>', '"', '(']) {
                continue;
            }
            let (Some(from), Some(to)) = (place(open), place(middle + length)) else { continue };
            let escaped = self.source.text.as_bytes().get(from.wrapping_sub(1)) == Some(&b'\\');
            if !escaped && self.source.text.get(from..=to).is_some_and(|typed| typed.ends_with(')')) {
                self.tell(
                    Code::UnreadLink,
                    &(from..to + 1),
                    "this link is shown as it is typed, because there is a space in its address",
                    format!("put the address in pointed brackets: `[{words}](<{address}>)`"),
                );
            }
        }
    }

    pub(super) fn end_link(&mut self, span: &Range<usize>) {
        let Some(OpenLink { index, words }) = self.link.take() else { return };
        let words = self.words.get(words..).unwrap_or_default().trim().to_owned();
        if words.is_empty() {
            self.tell(
                Code::BrokenLink,
                span,
                "this link has no words",
                "write what it leads to between the square brackets: `[our story](story.md)`",
            );
        }
        self.outline.links[index].words = words;
        self.writer.hole(Fill::LinkClose);
        self.flow = Flow::New;
    }

    /// A bare address in running text.
    pub(super) fn bare_link(&mut self, written: &str, address: &str, span: &Range<usize>) {
        let before = self.context;
        self.flow = Flow::New;
        self.context.prose = false;
        match classify(address) {
            Ok(to) => {
                self.open_link(to, "", span);
                self.emit(written);
                self.end_link(span);
            }
            Err(refusal) => {
                self.refuse(&refusal, address, span);
                self.emit(written);
            }
        }
        self.flow = Flow::New;
        self.context = before;
    }

    /// Tells why an address is not linked.
    pub(super) fn refuse(&mut self, refusal: &Refusal, address: &str, span: &Range<usize>) {
        let code = match refusal {
            Refusal::Empty => Code::BrokenLink,
            _ => Code::UnsafeLink,
        };
        self.tell(code, span, refusal.message(address), refusal.help(address));
    }

    fn open_link(&mut self, to: Destination, title: &str, span: &Range<usize>) {
        let index = self.outline.links.len();
        let spot = self.spans.note(bytes(span));
        self.outline.links.push(Link { to, words: String::new(), title: title.to_owned(), spot });
        self.writer.hole(Fill::LinkOpen(u32::try_from(index).unwrap_or(u32::MAX)));
        self.link = Some(OpenLink { index, words: self.words.len() });
        self.context.linked = true;
    }
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::Destination;
    use crate::content::markdown::testing::{compile, html};
    use crate::diagnostic::Code;

    #[test]
    fn links_are_holes_and_external_ones_are_not_asked_for() {
        assert_eq!(html("[a *b*](c.md#d 't\"')"), "<p><a href=\"/c.md/\" title=\"t&quot;\">a <em>b</em></a></p>\n");
        assert_eq!(html("<https://a.example/>"), "<p><a href=\"https://a.example/\">https://a.example/</a></p>\n");
        assert_eq!(html("<a@b.example>"), "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>\n");
        assert_eq!(html("# Über uns\n[a](#Über-uns)").lines().last().unwrap(), "<p><a href=\"#über-uns\">a</a></p>");
        assert_eq!(html("[a *b*](withheld.md) c"), "<p>a <em>b</em> c</p>\n");
    }

    #[test]
    fn the_outline_has_the_words_of_a_link() {
        let outline = compile("x [a *b* `c`](d.md) y").body.outline;
        assert_eq!(outline.links[0].words, "a b c");
        assert_eq!(outline.links[0].to, Destination::Internal { path: "d.md".to_owned(), anchor: None });
    }

    #[test]
    fn refused_addresses_leave_their_words() {
        let compiled = compile("[a](javascript:alert(1)) [b](//x.example) [c]() <vbscript:x> [d](a\\b.md)");
        let codes: Vec<_> = compiled.told().iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [Code::UnsafeLink, Code::UnsafeLink, Code::BrokenLink, Code::UnsafeLink, Code::UnsafeLink]);
        assert_eq!(compiled.told()[1].1, "[b](//x.example)");
        assert_eq!(compiled.render(), "<p>a b c vbscript:x d</p>\n");
        assert!(compiled.body.outline.links.is_empty());
    }

    #[test]
    fn a_link_with_a_space_in_its_address_is_told() {
        let told = |text: &str| {
            let compiled = compile(text);
            compiled.told().iter().map(|(code, typed)| (*code, (*typed).to_owned())).collect::<Vec<_>>()
        };
        let unread = |typed: &str| vec![(Code::UnreadLink, typed.to_owned())];
        assert_eq!(told("So *we* [let's talk](lets talk.md), twice."), unread("[let's talk](lets talk.md)"));
        assert_eq!(told("- ![A bench](/pictures/a bench.jpg)"), unread("[A bench](/pictures/a bench.jpg)"));
        assert_eq!(told("[x](https://a.example/b c)"), unread("[x](https://a.example/b c)"));
        for plain in [
            "[a](<a b.md>)",
            "[a](b.md \"c d\")",
            "see [1](page 3 of it)",
            "\\[a](b c.md)",
            "`[a](b c.md)`",
            "[a](b\nc.md)",
            "[a](b c.md",
            "](a b.md)",
        ] {
            assert_eq!(told(plain), [], "{plain}");
        }
        // A megabyte of brackets is read like any other.
        for many in ["x](", "[x](", "[^x["] {
            assert!(told(&many.repeat(300_000)).is_empty(), "{many}");
        }
    }

    #[test]
    fn a_link_without_words_is_told() {
        assert_eq!(compile("[](a.md)").told(), [(Code::BrokenLink, "[](a.md)")]);
        assert_eq!(compile("[![decorative](a.png)](a.md)").told().len(), 1);
        assert_eq!(compile("[![a bench](a.png)](a.md)").body.outline.links[0].words, "a bench");
    }
}
