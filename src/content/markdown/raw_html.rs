//! HTML that the author wrote: shown as text, or, where the site allows it, its harmless elements kept.
//! Everything is written anew from our own list of names, with escaped values and balanced tags.

use super::RawHtml;
use super::compile::Compiler;
use super::destination::classify;
use super::escape::push_attribute;
use super::outline::Destination;
use super::raw_tags::{Piece, pieces, without_comments};
use super::writer::Flow;
use crate::diagnostic::{Code, Diagnostic, Severity};
use std::ops::Range;

/// Where a piece of HTML stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// Between blocks.
    Block,
    /// Among words, where no block may begin.
    Inline,
}

/// Elements that may stand among words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements that may stand between blocks, besides those. Headings are left to Markdown, which gives them levels and ids.
const BLOCK: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements without content and end tag.
const EMPTY: &[&str] = &["br", "hr", "wbr"];

/// Elements in which no terms are looked for.
const NO_PROSE: &[&str] =
    &["a", "blockquote", "cite", "code", "dfn", "dt", "kbd", "pre", "q", "samp", "summary", "th", "var"];

/// The attributes that stay.
fn allowed(element: &str, attribute: &str) -> bool {
    match attribute {
        "class" | "lang" | "dir" | "title" | "aria-label" => true,
        "href" => element == "a",
        "open" => element == "details",
        "start" | "reversed" => element == "ol",
        "value" => element == "li",
        "colspan" | "rowspan" => matches!(element, "td" | "th"),
        "scope" => element == "th",
        "datetime" => matches!(element, "time" | "del" | "ins"),
        _ => false,
    }
}

impl Compiler<'_> {
    /// A piece of HTML.
    pub(super) fn html_piece(&mut self, html: &str, span: &Range<usize>, position: Position) {
        let start = self.source.text.get(span.clone()).unwrap_or_default();
        let span = span.start..span.start + start.trim_end().len();
        match self.raw_html {
            RawHtml::Shown => self.show_html(&without_comments(html), &span, position),
            RawHtml::Kept => match pieces(html) {
                Some(pieces) => {
                    // In a quotation or a list the lines of the file have marks that the HTML has not.
                    let as_written = self.source.text.get(span.clone()) == Some(html.trim_end());
                    for (range, piece) in pieces {
                        let exact = span.start + range.start..span.start + range.end;
                        let place = if as_written && exact.end <= span.end { exact } else { span.clone() };
                        self.keep_html(piece, &place, position);
                    }
                }
                None => self.show_html(html, &span, position),
            },
        }
    }

    /// Tells that some HTML was changed or taken out.
    pub(super) fn html_warning(&mut self, span: &Range<usize>, message: String, help: String) {
        let diagnostic = Diagnostic::new(Code::RawHtml, self.place(span), message).help(help);
        self.diagnostics.push(diagnostic.severity(Severity::Warning));
    }

    fn show_html(&mut self, html: &str, span: &Range<usize>, position: Position) {
        let shown = if position == Position::Block { html.trim() } else { html };
        if shown.is_empty() {
            return;
        }
        self.flow = Flow::New;
        if position == Position::Block {
            self.writer.raw("<p>");
            self.writer.text(shown);
            self.writer.raw("</p>\n");
        } else {
            self.writer.text(shown);
        }
        if !std::mem::replace(&mut self.html_told, true) {
            let help = match self.raw_html {
                RawHtml::Shown => {
                    "write it in Markdown; if a whole site needs HTML, `raw_html: yes` in `site.yaml` keeps harmless elements"
                }
                RawHtml::Kept => "a tag or comment is not finished: end it with `>` or `-->`",
            };
            self.tell(Code::RawHtml, span, "this HTML is shown as text", help);
        }
    }

    fn keep_html(&mut self, piece: Piece, span: &Range<usize>, position: Position) {
        self.flow = Flow::New;
        match piece {
            Piece::Text(text) => push_html_text(&mut self.writer.html, text),
            Piece::Close(name) => {
                if !EMPTY.contains(&name.as_str()) && known(&name).is_some() && !self.close_html(&name, span) {
                    self.html_warning(
                        span,
                        format!("`</{name}>` closes nothing"),
                        format!("take it out, or write `<{name}>` where it begins, in the same paragraph or block"),
                    );
                }
            }
            Piece::Open { name, attributes } => match known(&name) {
                Some(element) if position == Position::Block || INLINE.contains(&element) => {
                    self.keep_element(element, &attributes, span);
                }
                Some(_) => self.html_warning(
                    span,
                    format!("`<{name}>` can't stand among words, so it is left out"),
                    "write it on a line of its own, with an empty line before it".to_owned(),
                ),
                None if name == "img" => self.html_error(
                    span,
                    "pictures are not written in HTML",
                    "write it in Markdown, with what it shows in place of the dots, so that the file is found and published: `![…](file.png)`",
                ),
                None => self.html_warning(
                    span,
                    format!("`<{name}>` is not kept"),
                    "write it in Markdown, or put it into a template of the site".to_owned(),
                ),
            },
        }
    }

    fn keep_element(&mut self, element: &'static str, attributes: &[(String, String)], span: &Range<usize>) {
        if element == "a" && self.context.linked {
            let help = "end the first link before the second begins".to_owned();
            return self.html_warning(span, "a link can't stand inside another, so it is left out".to_owned(), help);
        }
        let empty = EMPTY.contains(&element);
        if !empty {
            if !self.open_html(element, span) {
                return;
            }
            self.context.prose &= !NO_PROSE.contains(&element);
            self.context.linked |= element == "a";
        }
        self.writer.raw("<");
        self.writer.raw(element);
        for (name, value) in attributes {
            if !allowed(element, name) {
                let help = format!("take `{name}` out; looks belong into `styles/site.css`");
                self.html_warning(span, format!("`{name}` of `<{element}>` is not kept"), help);
            } else if name == "href" {
                self.keep_address(value, span);
            } else {
                self.keep_attribute(name, value);
            }
        }
        self.writer.raw(">");
    }

    fn keep_address(&mut self, address: &str, span: &Range<usize>) {
        match classify(address) {
            Ok(Destination::External(address)) => self.keep_attribute("href", &address),
            Ok(_) => self.html_error(
                span,
                "links inside the site are not written in HTML",
                "write it in Markdown, so that the page is found: `[words](about.md)`",
            ),
            Err(refusal) => self.refuse(&refusal, address, span),
        }
    }

    fn keep_attribute(&mut self, name: &str, value: &str) {
        self.writer.raw(" ");
        self.writer.raw(name);
        self.writer.raw("=\"");
        push_attribute(&mut self.writer.html, value);
        self.writer.raw("\"");
    }

    fn html_error(&mut self, span: &Range<usize>, message: &str, help: &str) {
        let diagnostic = Diagnostic::new(Code::RawHtml, self.place(span), message).help(help);
        self.diagnostics.push(diagnostic.severity(Severity::Error));
    }
}

/// The name of an element that may stay, from our own list.
fn known(name: &str) -> Option<&'static str> {
    INLINE.iter().chain(BLOCK).copied().find(|known| *known == name)
}

/// Appends the text between tags: references such as `&nbsp;` stay, every `<` and `>` is a character.
fn push_html_text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '\r', '\0']) {
        out.push_str(&rest[..at]);
        let (special, after) = rest[at..].split_at(1);
        rest = after;
        match special {
            "<" => out.push_str("&lt;"),
            ">" => out.push_str("&gt;"),
            "&" => {
                let reference = after.split_once(';').is_some_and(|(name, _)| {
                    let name = name.strip_prefix('#').unwrap_or(name);
                    !name.is_empty() && name.len() < 32 && name.bytes().all(|c| c.is_ascii_alphanumeric())
                });
                out.push_str(if reference { "&" } else { "&amp;" });
            }
            _ => {}
        }
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::testing::{compile, compile_html};
    use crate::diagnostic::{Code, Severity};

    fn kept(text: &str) -> String {
        compile_html(text).render()
    }

    #[test]
    fn html_is_shown_with_one_hint_and_comments_vanish() {
        let compiled = compile("<b>a</b> <!-- x -->\n\n<div>b</div>\n\n<!-- y -->");
        assert_eq!(compiled.render(), "<p>&lt;b&gt;a&lt;/b&gt; </p>\n<p>&lt;div&gt;b&lt;/div&gt;</p>\n");
        assert_eq!(compiled.told(), [(Code::RawHtml, "<b>")]);
    }

    #[test]
    fn harmless_elements_stay_around_markdown() {
        let text = "<details open>\n<summary>More &amp; more</summary>\n\n*a* <kbd class=\"k\">b</kbd>\n\n</details>\n";
        let compiled = compile_html(text);
        assert_eq!(compiled.told(), []);
        assert_eq!(
            compiled.render(),
            "<details open=\"\">\n<summary>More &amp; more</summary>\n<p><em>a</em> <kbd class=\"k\">b</kbd></p>\n</details>\n"
        );
    }

    #[test]
    fn programs_and_looks_are_taken_out_with_a_warning() {
        let compiled = compile_html("<div onclick=\"x\" style=\"y\">a</div><script>alert(1)</script>");
        assert_eq!(compiled.render(), "<div>a</div>");
        assert!(compiled.diagnostics.iter().all(|told| told.severity == Severity::Warning));
        assert_eq!(compiled.diagnostics.len(), 3);
        assert!(!kept("<svg><script>alert(1)</script></svg> <iframe src=x></iframe>").contains("<s"));
    }

    #[test]
    fn tags_always_balance() {
        assert_eq!(kept("a <b>b <i>c</b> d</i>"), "<p>a <b>b <i>c</i></b> d</p>\n");
        assert_eq!(kept("</div></article>\n\nx"), "\n<p>x</p>\n");
        assert_eq!(kept("*a <b>b*"), "<p><em>a <b>b</b></em></p>\n");
        assert_eq!(kept("<div>\n\nx"), "<div>\n<p>x</p>\n</div>");
    }

    #[test]
    fn addresses_are_those_that_markdown_may_have() {
        assert_eq!(
            kept("<a href=\"https://x.example/?a&amp;b\">x</a>"),
            "<p><a href=\"https://x.example/?a&amp;b\">x</a></p>\n"
        );
        for address in [
            "javascript:alert(1)",
            "java&#115;cript:alert(1)",
            "&#106;avascript:x",
            "about.md",
            "//x.example",
            "java\tscript:x",
        ] {
            let compiled = compile_html(&format!("<a href=\"{address}\">x</a>"));
            assert_eq!(compiled.render(), "<p><a>x</a></p>\n", "{address}");
            assert_eq!(compiled.diagnostics[0].severity, Severity::Error, "{address}");
        }
        assert_eq!(compile_html("<img src=x>").diagnostics[0].severity, Severity::Error);
    }

    #[test]
    fn links_never_nest() {
        assert_eq!(kept("[a <a href=\"https://x.example\">b</a>](c.md)"), "<p><a href=\"/c.md/\">a b</a></p>\n");
        assert_eq!(
            kept("<a href=\"https://x.example\">[b](c.md) https://y.example</a>"),
            "<p><a href=\"https://x.example\">b https://y.example</a></p>\n"
        );
    }

    #[test]
    fn what_ends_in_a_tag_or_comment_is_shown() {
        assert_eq!(kept("<div class=\"x\n\na"), "<p>&lt;div class=\"x</p>\n<p>a</p>\n");
        assert_eq!(kept("<!-- a"), "<p>&lt;!-- a</p>\n");
    }
}
