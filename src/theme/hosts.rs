//! Finds what would make a browser ask another host for something, in a stylesheet.
//!
//! It reads tokens as CSS does (strings, comments, `url(…)`), not rules; it judges addresses where they are fetched and not,
//! say, in `[href^="https:"]`.

use std::ops::Range;

/// What would be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fetch {
    /// `@import`, from wherever.
    Import(Range<usize>),
    /// An address on another host.
    Remote(Range<usize>),
}

/// Functions that fetch the texts in quotes inside them.
const FETCHING: &[&str] =
    &["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"];

/// All that would be fetched.
pub(super) fn fetches(css: &str) -> Vec<Fetch> {
    scan(css).0
}

/// The brackets that are not closed: each `(` and `[` that a `}` or the end comes upon, and the innermost `{` that has no
/// `}`, since the rest of the file is inside it, which CSS takes for what was meant.
pub(super) fn unclosed(css: &str) -> Vec<usize> {
    scan(css).1
}

fn scan(css: &str) -> (Vec<Fetch>, Vec<usize>) {
    let mut found = Vec::new();
    // The functions around, innermost last; a bare bracket is an empty name.
    let mut around: Vec<String> = Vec::new();
    let mut brackets: Vec<usize> = Vec::new();
    let mut unclosed: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(c) = css[at..].chars().next() {
        let rest = &css[at..];
        at += match c {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            '"' | '\'' => {
                let length = quoted_length(rest);
                let inside = at + 1..(at + length).saturating_sub(1).max(at + 1);
                if around.last().is_some_and(|name| FETCHING.contains(&&**name)) && is_remote(&css[inside.clone()]) {
                    found.push(Fetch::Remote(inside));
                }
                length
            }
            '@' => {
                let name = name_at(&rest[1..]);
                if name.eq_ignore_ascii_case("import") {
                    found.push(Fetch::Import(at..at + 1 + name.len()));
                }
                1 + name.len()
            }
            '(' | '[' | '{' => {
                around.push(String::new());
                brackets.push(at);
                1
            }
            ')' | ']' | '}' => {
                // A brace closes what is open inside its own.
                while c == '}' && brackets.last().is_some_and(|open| !css[*open..].starts_with('{')) {
                    unclosed.extend(brackets.pop());
                    around.pop();
                }
                let open = if c == ')' {
                    '('
                } else if c == ']' {
                    '['
                } else {
                    '{'
                };
                if brackets.last().is_some_and(|last| css[*last..].starts_with(open)) {
                    brackets.pop();
                    around.pop();
                }
                1
            }
            c if is_name(c) => {
                let name = name_at(rest);
                let opened = rest[name.len()..].starts_with('(');
                if !opened {
                    name.len()
                } else if name.eq_ignore_ascii_case("url") && !rest[4..].trim_ascii_start().starts_with(['"', '\'']) {
                    let length = rest.find(')').map_or(rest.len(), |end| end + 1);
                    let inside = &rest[4..length].trim_end_matches(')');
                    let start = at + 4 + (inside.len() - inside.trim_ascii_start().len());
                    if is_remote(inside) {
                        found.push(Fetch::Remote(start..start + inside.trim_ascii().len()));
                    }
                    length
                } else {
                    around.push(name.to_ascii_lowercase());
                    brackets.push(at + name.len());
                    name.len() + 1
                }
            }
            c => c.len_utf8(),
        };
    }
    // One is told: those around it may only be open because of it.
    unclosed.extend(brackets.pop());
    (found, unclosed)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn name_at(text: &str) -> &str {
    text.find(|c| !is_name(c)).map_or(text, |end| &text[..end])
}

/// The length of the text in quotes at the start; a line's end closes it, as in CSS.
fn quoted_length(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let quote = chars.next().map(|(_, quote)| quote);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '\n' => return at,
            c if Some(c) == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Whether an address leads out of the site: it has a scheme other than `data:`, or begins with `//`.
fn is_remote(address: &str) -> bool {
    let address = address.trim();
    if address.starts_with("//") || address.starts_with("\\\\") || address.starts_with("/\\") {
        return true;
    }
    let Some((scheme, _)) = address.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        && !scheme.eq_ignore_ascii_case("data")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(css: &str) -> Vec<&str> {
        fetches(css)
            .into_iter()
            .map(|fetch| match fetch {
                Fetch::Import(range) | Fetch::Remote(range) => &css[range],
            })
            .collect()
    }

    #[test]
    fn addresses_on_other_hosts_are_found_where_they_are_fetched() {
        assert_eq!(found("a{background:url( https://a.example/b.png )}"), ["https://a.example/b.png"]);
        assert_eq!(found("a{background:URL('//a.example/b')}"), ["//a.example/b"]);
        assert_eq!(found("a{b:image-set(\"http://x/y\" 1x, url(z.png) 2x)}"), ["http://x/y"]);
        assert_eq!(found("@IMPORT 'a.css';"), ["@IMPORT"]);
    }

    #[test]
    fn a_brace_that_is_not_closed_is_found_and_those_in_texts_are_none() {
        assert_eq!(unclosed("a{b:c}\n.wide{d:e\n\np{f:g}"), [12]);
        assert_eq!(unclosed("@media print{a{b:c}"), [12]);
        assert_eq!(unclosed("a{content:'{'} /* { */ b{c:url(d{e)}"), [0; 0]);
        assert_eq!(unclosed("a}"), [0; 0]);
        assert_eq!(unclosed("h1{c:var(--d; e:f}\n.g{h:i;\na:hover{j:k}"), [8, 21]);
        assert_eq!(unclosed("a{b:c(d"), [5]);
    }

    #[test]
    fn what_stays_on_the_site_or_is_not_fetched_is_left_alone() {
        for css in [
            "a[href^='https:']{content:'//x'}",
            "/* @import url(http://x) */",
            "a{b:url(data:image/svg+xml,http://www.w3.org)}",
            "@font-face{src:url('fonts/a.woff2') format('woff2')}",
            "a{b:url(/pictures/a:b.png)}",
            "a{content:'@import'}",
        ] {
            assert_eq!(found(css), [""; 0], "{css}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(css in prop_oneof![".*", "[@ur(l)\"'\\\\/*:{}é\n ]{0,40}"]) {
            fetches(&css);
        }
    }
}
