//! Tags and texts of a page, one after the other, without a tree.
//!
//! It reads what templates and authors write; it mends nothing and never fails. What is no tag is text.

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Text with its escapes.
    Text(&'h str),
    /// What stands in an element that holds text only: `script`, `style`, `textarea`, `title`.
    Raw(&'h str),
    /// A tag that opens an element; its attributes stand in [`Pieces::attributes`].
    Open(&'h str),
    /// The same with `/` at its end.
    OpenAndClosed(&'h str),
    /// A tag that closes an element.
    Close(&'h str),
}

/// The pieces of a page.
pub(super) struct Pieces<'h> {
    html: &'h str,
    at: usize,
    /// The element whose text comes next.
    raw: Option<&'h str>,
    /// The attributes of the last tag, with their escapes.
    attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Pieces<'h> {
    /// The pieces of a page.
    pub(super) fn of(html: &'h str) -> Self {
        Self { html, at: 0, raw: None, attributes: vec![] }
    }

    /// All attributes of the last tag.
    pub(super) fn attributes(&self) -> &[(&'h str, &'h str)] {
        &self.attributes
    }

    /// The next piece. Comments and declarations are left out.
    pub(super) fn next(&mut self) -> Option<Piece<'h>> {
        if let Some(name) = self.raw.take() {
            let length = end_of_raw(self.rest(), name);
            return Some(Piece::Raw(self.take(length)));
        }
        loop {
            let rest = self.rest().as_bytes();
            match rest {
                [] => return None,
                [b'<', b'!', b'-', b'-', ..] => self.skip_past("-->"),
                [b'<', b'!' | b'?', ..] => self.skip_past(">"),
                [b'<', b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.at += 2;
                    let name = self.name();
                    self.rest_of_tag();
                    return Some(Piece::Close(name));
                }
                [b'<', letter, ..] if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    let name = self.name();
                    if self.rest_of_tag() {
                        return Some(Piece::OpenAndClosed(name));
                    }
                    if ["script", "style", "textarea", "title"].iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
                        self.raw = Some(name);
                    }
                    return Some(Piece::Open(name));
                }
                _ => {
                    let length = rest[1..].iter().position(|byte| *byte == b'<').map_or(rest.len(), |at| at + 1);
                    return Some(Piece::Text(self.take(length)));
                }
            }
        }
    }

    fn rest(&self) -> &'h str {
        &self.html[self.at..]
    }

    fn take(&mut self, length: usize) -> &'h str {
        let taken = &self.html[self.at..self.at + length];
        self.at += length;
        taken
    }

    fn skip_past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.html.len(), |at| self.at + at + end.len());
    }

    fn take_until(&mut self, ends: impl Fn(u8) -> bool) -> &'h str {
        let rest = self.rest();
        self.take(rest.bytes().position(ends).unwrap_or(rest.len()))
    }

    fn name(&mut self) -> &'h str {
        self.take_until(|byte| byte.is_ascii_whitespace() || byte == b'/' || byte == b'>')
    }

    /// Reads attributes up to the tag's end (HTML, 13.2.5.32 and following); whether it ends with `/>`.
    fn rest_of_tag(&mut self) -> bool {
        self.attributes.clear();
        loop {
            let between = self.take_until(|byte| !byte.is_ascii_whitespace() && byte != b'/');
            match self.rest().bytes().next() {
                None => return false,
                Some(b'>') => {
                    self.at += 1;
                    return between.ends_with('/');
                }
                Some(_) => {}
            }
            let start = self.at;
            // A name may begin with `=`; this also makes sure that something is read.
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            self.take_until(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
            let name = &self.html[start..self.at];
            let value = self.value();
            self.attributes.push((name, value));
        }
    }

    fn value(&mut self) -> &'h str {
        let trimmed = self.rest().trim_ascii_start();
        let Some(after) = trimmed.strip_prefix('=') else { return "" };
        self.at = self.html.len() - after.trim_ascii_start().len();
        match self.rest().bytes().next() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let value = self.take_until(|byte| byte == quote);
                self.at = (self.at + 1).min(self.html.len());
                value
            }
            _ => self.take_until(|byte| byte.is_ascii_whitespace() || byte == b'>'),
        }
    }
}

/// How far the text of such an element goes.
fn end_of_raw(rest: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        rest.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    rest.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(html: &str) -> Vec<Piece<'_>> {
        let mut pieces = Pieces::of(html);
        std::iter::from_fn(|| pieces.next()).collect()
    }

    #[test]
    fn a_page_comes_apart() {
        use Piece::{Close, Open, OpenAndClosed, Raw, Text};
        assert_eq!(
            all("<!doctype html><p a=1 b='>' c>x < y<!-- <b> --> z</P><br/><script>a</b></SCRIPT>"),
            [
                Open("p"),
                Text("x "),
                Text("< y"),
                Text(" z"),
                Close("P"),
                OpenAndClosed("br"),
                Open("script"),
                Raw("a</b>"),
                Close("SCRIPT")
            ]
        );
    }

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let mut pieces = Pieces::of("<a ID = x href=\"a>b\" id=y/z =é q=a/>");
        assert_eq!(pieces.next(), Some(Piece::Open("a")));
        assert_eq!(pieces.attributes(), [("ID", "x"), ("href", "a>b"), ("id", "y/z"), ("=é", ""), ("q", "a/")]);
    }

    #[test]
    fn broken_pages_end() {
        for html in ["<", "<a", "<a b", "<a b=", "<a b='", "</", "</a", "<!--", "<!", "<?", "<title>", "<é", "<a é"] {
            all(html);
        }
    }
}
