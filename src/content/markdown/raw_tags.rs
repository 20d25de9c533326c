//! A strict reader of HTML tags. What it does not understand is text; it decides nothing about what is allowed.
//!
//! The HTML that is kept is written anew from what is read here, each name from our own list and each value escaped, so
//! that a browser can't read a tag in it that we did not.

use std::ops::Range;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    Open { name: String, attributes: Vec<(String, String)> },
    Close(String),
}

/// Elements whose content is not HTML: it goes with them.
const OPAQUE: &[&str] = &[
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "template",
];

/// The pieces of some HTML with their bytes, comments left out; none if it ends inside a tag or comment.
pub(super) fn pieces(html: &str) -> Option<Vec<(Range<usize>, Piece<'_>)>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    let start = |rest: &str| html.len() - rest.len();
    while let Some(at) = rest.find('<') {
        let inside = &rest[at + 1..];
        let here = start(rest);
        let starts_tag = inside.strip_prefix('/').unwrap_or(inside).starts_with(|c: char| c.is_ascii_alphabetic());
        if !starts_tag && !inside.starts_with(['!', '?', '/']) {
            // A `<` before a space or digit is a character.
            pieces.push((here..here + at + 1, Piece::Text(&rest[..=at])));
            rest = inside;
            continue;
        }
        pieces.push((here..here + at, Piece::Text(&rest[..at])));
        rest = if let Some(comment) = inside.strip_prefix("!--") {
            comment.split_once("-->")?.1
        } else if starts_tag {
            let (piece, after) = tag(inside)?;
            let opaque = match &piece {
                Piece::Open { name, .. } if OPAQUE.contains(&name.as_str()) => Some(name.clone()),
                _ => None,
            };
            pieces.push((here + at..start(after), piece));
            opaque.map_or(after, |name| after_opaque(after, &name))
        } else {
            inside.split_once('>')?.1
        };
    }
    pieces.push((start(rest)..html.len(), Piece::Text(rest)));
    pieces.retain(|(_, piece)| *piece != Piece::Text(""));
    Some(pieces)
}

/// The HTML without its comments; one that is not closed stays.
pub(super) fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        out.push_str(before);
        rest = after;
    }
    out + rest
}

/// The value of an attribute with the references decoded that people write. Others stay as they are, and are escaped
/// when the value is written: `java&#115;cript:` never becomes anything else.
fn decoded(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Reads a tag after its `<`; gives it and what follows.
fn tag(html: &str) -> Option<(Piece<'_>, &str)> {
    let (closing, html) = html.strip_prefix('/').map_or((false, html), |html| (true, html));
    let end = html.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))?;
    let name = html[..end].to_ascii_lowercase();
    let mut attributes: Vec<(String, String)> = Vec::new();
    let mut rest = &html[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let piece = if closing { Piece::Close(name) } else { Piece::Open { name, attributes } };
            return Some((piece, after));
        }
        // An attribute's name may begin with `=` in browsers, too.
        let first = rest.chars().next()?.len_utf8();
        let end = first + rest[first..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='))?;
        let attribute = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
            (value, rest) = match after.chars().next()? {
                quote @ ('"' | '\'') => after[1..].split_once(quote)?,
                _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
            };
        }
        // Of two with one name, browsers take the first.
        if attributes.iter().all(|(name, _)| *name != attribute) {
            attributes.push((attribute, decoded(value)));
        }
    }
}

/// What follows the end tag of an element whose content is not HTML, the tag included.
fn after_opaque<'a>(html: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = html[from..].find("</") {
        let start = from + at;
        let after = &html.as_bytes()[start + 2..];
        if after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return &html[start..];
        }
        from = start + 2;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_pieces(html: &str) -> Option<Vec<Piece<'_>>> {
        Some(pieces(html)?.into_iter().map(|(_, piece)| piece).collect())
    }

    fn open(name: &str, attributes: &[(&str, &str)]) -> Piece<'static> {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Piece::Open { name: name.to_owned(), attributes }
    }

    #[test]
    fn tags_are_read_in_every_spelling() {
        let read = read_pieces("a<B Class='x y' open\nTITLE=z>c</b >d").unwrap();
        let tag = open("b", &[("class", "x y"), ("open", ""), ("title", "z")]);
        assert_eq!(read, [Piece::Text("a"), tag, Piece::Text("c"), Piece::Close("b".to_owned()), Piece::Text("d")]);
        assert_eq!(read_pieces("<br/>").unwrap(), [open("br", &[])]);
        assert_eq!(read_pieces("<a/onclick=x/href=y>").unwrap(), [open("a", &[("onclick", "x/href=y")])]);
        assert_eq!(read_pieces("<b =x>").unwrap(), [open("b", &[("=x", "")])]);
    }

    #[test]
    fn unfinished_tags_and_comments_are_not_read() {
        for html in ["<a", "<a href", "<a href='x>", "x<!-- y", "</b", "<!doctype"] {
            assert_eq!(read_pieces(html), None, "{html}");
        }
        assert_eq!(read_pieces("1 < 2").unwrap(), [Piece::Text("1 <"), Piece::Text(" 2")]);
    }

    #[test]
    fn what_is_no_html_goes_with_its_element() {
        let read = read_pieces("<script>if (a</b>) '<p>'</SCRIPT>x").unwrap();
        assert_eq!(read, [open("script", &[]), Piece::Close("script".to_owned()), Piece::Text("x")]);
        assert_eq!(read_pieces("<style>a{}").unwrap(), [open("style", &[])]);
    }

    #[test]
    fn comments_go() {
        assert_eq!(without_comments("a<!-- b -->c<!-- d"), "ac<!-- d");
        assert_eq!(read_pieces("a<!-- <b> -->c").unwrap(), [Piece::Text("a"), Piece::Text("c")]);
    }

    #[test]
    fn pieces_know_their_bytes() {
        let html = "a <b>c</b> <!-- d --> <i";
        assert_eq!(pieces(html), None);
        let html = "a <b>c</b> <!-- d --> <script>x</script>";
        let found: Vec<_> = pieces(html).unwrap().into_iter().map(|(range, _)| &html[range]).collect();
        assert_eq!(found, ["a ", "<b>", "c", "</b>", " ", " ", "<script>", "</script>"]);
    }
}
