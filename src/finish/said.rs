//! What a page says: its visible text, its addresses, its ids, and how deep its elements are nested.
//!
//! Two ways to write a page say the same if a reader cannot tell them apart. A run of white space is one space, and
//! white space at the edges of blocks is none. One pass, no tree.

use super::tags::{Piece, Pieces};
use std::borrow::Cow;

/// Attributes that readers, or links from elsewhere, depend on.
const ATTRIBUTES: [&str; 14] = [
    "id",
    "href",
    "src",
    "srcset",
    "poster",
    "action",
    "formaction",
    "data",
    "cite",
    "xlink:href",
    "content",
    "alt",
    "aria-label",
    "aria-labelledby",
];

/// Stands in the text for a picture, a field or a button.
const THING: char = '\u{fffc}';

/// What a page says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The visible text; a line a block.
    pub(super) text: String,
    /// Addresses, ids and alternative texts, and whatever is for machines: scripts, styles; in the page's order.
    pub(super) facts: String,
}

/// How an element takes part in a line of text, if no stylesheet says otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// White space around it is seen.
    Inline,
    /// White space at its edges is not.
    Block,
    /// A thing in a line: white space beside it is seen, at the edges inside it is not.
    Thing,
    /// It leaves no trace.
    Unseen,
}

fn flow(name: &str, in_svg: bool) -> Flow {
    match name {
        "script" | "style" | "meta" | "link" | "base" | "source" | "track" | "param" => Flow::Unseen,
        "svg" | "img" | "picture" | "button" | "input" | "select" | "textarea" | "video" | "audio" | "canvas"
        | "iframe" | "embed" | "object" | "meter" | "progress" | "math" => Flow::Thing,
        "a" | "tspan" | "textpath" if in_svg => Flow::Inline,
        _ if in_svg => Flow::Block,
        "html" | "head" | "body" | "title" | "address" | "article" | "aside" | "blockquote" | "br" | "caption"
        | "center" | "col" | "colgroup" | "datalist" | "dd" | "details" | "dialog" | "dir" | "div" | "dl" | "dt"
        | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "header" | "hgroup" | "hr" | "legend" | "li" | "main" | "menu" | "nav" | "ol" | "optgroup" | "option"
        | "p" | "pre" | "search" | "section" | "summary" | "table" | "tbody" | "td" | "template" | "tfoot" | "th"
        | "thead" | "tr" | "ul" => Flow::Block,
        _ => Flow::Inline,
    }
}

/// Elements that have no end (HTML, 13.1.2).
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// What is read of a page.
#[derive(Default)]
struct Reading<'h> {
    text: String,
    facts: String,
    /// A block has just begun or ended.
    edge: bool,
    /// White space that is seen if more text comes in this block.
    space: bool,
    /// Elements that are open, as far as is certain.
    open: Vec<Cow<'h, str>>,
    svg: usize,
    pre: usize,
}

/// What a page says; `None` if its elements may be nested deeper than `deepest`.
///
/// Depth is counted on the safe side: only an end tag that fits the last open element closes one.
pub(super) fn said(html: &str, deepest: usize) -> Option<Said> {
    let mut reading = Reading { edge: true, ..Reading::default() };
    let mut pieces = Pieces::of(html);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Text(text) => reading.text(text),
            Piece::Raw(text) => reading.raw(text),
            Piece::Open(name) => reading.open(lower(name), &pieces),
            Piece::OpenAndClosed(name) => {
                let name = lower(name);
                let closed = reading.svg > 0 || name == "svg";
                reading.open(name.clone(), &pieces);
                if closed {
                    reading.close(&name);
                }
            }
            Piece::Close(name) => reading.close(&lower(name)),
        }
        if reading.open.len() > deepest {
            return None;
        }
    }
    Some(Said { text: reading.text, facts: reading.facts })
}

impl<'h> Reading<'h> {
    fn open(&mut self, name: Cow<'h, str>, pieces: &Pieces<'h>) {
        self.edge_of(&name, true);
        if !pieces.attributes().is_empty() {
            for attribute in ATTRIBUTES {
                // minify-html rightly writes `content` of a viewport anew; that of a refresh is an address.
                if attribute == "content" && value_of(pieces.attributes(), "http-equiv").is_none() {
                    continue;
                }
                if let Some(value) = value_of(pieces.attributes(), attribute) {
                    self.facts.push_str(attribute);
                    self.facts.push('=');
                    self.facts.push_str(decode(value).trim_ascii());
                    self.facts.push('\n');
                }
            }
        }
        if is_void(&name) {
            return;
        }
        self.svg += usize::from(name == "svg");
        self.pre += usize::from(name == "pre");
        self.open.push(name);
    }

    fn close(&mut self, name: &str) {
        if self.open.last().is_none_or(|last| last != name) {
            // What it closes is not certain, but it may be the edge of a block.
            self.edge_of(name, false);
            return;
        }
        self.open.pop();
        self.svg -= usize::from(name == "svg");
        self.pre -= usize::from(name == "pre");
        self.edge_of(name, false);
    }

    fn edge_of(&mut self, name: &str, begins: bool) {
        match flow(name, self.svg > 0) {
            Flow::Inline | Flow::Unseen => {}
            Flow::Block => {
                if !self.edge {
                    self.text.push('\n');
                }
                (self.edge, self.space) = (true, false);
            }
            Flow::Thing => {
                if begins {
                    self.seen(THING);
                    (self.edge, self.space) = (!is_void(name), false);
                } else {
                    self.space = false;
                    self.seen(THING);
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        let decoded = decode(text);
        if self.pre > 0 {
            // The first line break after the tag is not part of the text (HTML, 13.1.2.5).
            let begins = self.edge && self.open.last().is_some_and(|last| last == "pre");
            let whole = if begins { decoded.strip_prefix('\n').unwrap_or(&decoded) } else { &decoded };
            self.text.push_str(whole);
            (self.edge, self.space) = (false, false);
            return;
        }
        for c in decoded.chars() {
            if c.is_ascii_whitespace() {
                self.space |= !self.edge;
            } else {
                self.seen(c);
            }
        }
    }

    fn seen(&mut self, c: char) {
        if self.space {
            self.text.push(' ');
        }
        self.text.push(c);
        (self.edge, self.space) = (false, false);
    }

    fn raw(&mut self, text: &str) {
        match self.open.last().map(|name| &**name) {
            Some("title") => {
                decode(text).split_ascii_whitespace().for_each(|word| {
                    self.facts.push_str(word);
                    self.facts.push(' ');
                });
            }
            Some("textarea") => {
                let decoded = decode(text);
                self.facts.push_str(decoded.strip_prefix('\n').unwrap_or(&decoded));
            }
            _ => self.facts.push_str(text.trim_ascii()),
        }
        self.facts.push('\n');
    }
}

/// The value of an attribute; the first of a name counts, whatever its case.
fn value_of<'h>(attributes: &[(&'h str, &'h str)], name: &str) -> Option<&'h str> {
    attributes.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// Text without escapes. What has no `;` at its end stays, which is on the safe side.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest.bytes().skip(1).position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#');
        let end = name.map_or(rest.len(), |length| length + 1);
        match rest[1..end].is_empty() || !rest[end..].starts_with(';') {
            true => {
                out.push('&');
                rest = &rest[1..];
            }
            false => {
                push_character(&rest[1..end], &mut out);
                rest = &rest[end + 1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn push_character(name: &str, out: &mut String) {
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let known = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => number.and_then(char::from_u32),
    };
    match known {
        Some(c) => out.push(c),
        // The Markdown parser has the whole table; such names come from HTML typed by hand, and rarely.
        None => {
            for event in pulldown_cmark::Parser::new(&format!("&{name};")) {
                if let pulldown_cmark::Event::Text(text) = event {
                    out.push_str(&text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        said(html, 500).unwrap().text.trim_end().to_owned()
    }

    #[test]
    fn white_space_counts_where_it_is_seen() {
        assert_eq!(text("<p> One\n <b> two</b></p>\n<p>three "), "One two\nthree");
        assert_ne!(text("<div><a>One</a> <a>Two</a></div>"), text("<div><a>One</a><a>Two</a></div>"));
        assert_eq!(text("<ul> <li> One </li> <li>Two</li></ul>"), text("<ul><li>One</li><li>Two</li></ul>"));
        assert_ne!(text("a <img src=b> c"), text("a<img src=b>c"));
        assert_ne!(text("<button>a</button> <button>b</button>"), text("<button>a</button><button>b</button>"));
        assert_eq!(text("<button> a </button>"), text("<button>a</button>"));
        assert_ne!(text("<pre>a  b</pre>"), text("<pre>a b</pre>"));
        assert_eq!(text("<pre>\na  b</pre>"), text("<pre>a  b</pre>"));
        assert_eq!(text("<p>a<br> b</p>"), text("<p>a<br>b</p>"));
        assert_ne!(text("<p>a</p>b"), text("<p>ab</p>"));
    }

    #[test]
    fn escapes_say_what_they_stand_for() {
        assert_eq!(text("&amp;lt; &eacute;&#233;&#xE9;&nbsp;&AMP &unknown; a&b"), "&lt; ééé\u{a0}&AMP &unknown; a&b");
    }

    #[test]
    fn addresses_and_ids_are_facts() {
        let facts = |html| said(html, 500).unwrap().facts;
        assert_eq!(facts("<a id=x href='/a?b&amp;c'>"), facts("<a href=\"/a?b&c\" id=x>"));
        assert_ne!(facts("<a href=a id=x>"), facts("<a href=a>"));
        assert_ne!(facts("<a href=a id=x>"), facts("<a href=b id=x>"));
        assert_eq!(facts("<a id=x id=y>"), facts("<a id=x>"), "the first counts");
    }

    #[test]
    fn depth_is_counted_on_the_safe_side() {
        let deep = |levels: usize| format!("{}{}", "<b>".repeat(levels), "</b>".repeat(levels));
        assert!(said(&deep(500), 500).is_some() && said(&deep(501), 500).is_none());
        assert!(said(&"<i></b>".repeat(501), 500).is_none(), "an end tag that fits nothing closes nothing");
        assert!(said(&"<br><p>x</p><svg><path/></svg>".repeat(600), 500).is_some());
    }
}
