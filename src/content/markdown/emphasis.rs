//! Links around a range of HTML that emphasis begins or ends in: the tags are closed and opened again, so that it stays
//! well-formed. It knows only the tags that may lie inside a term.

use std::ops::Range;

/// A range of HTML to be linked, and the tags of emphasis that cross its ends.
pub(super) struct Marked<'a> {
    /// The range, widened over tags that belong to it.
    pub(super) range: Range<usize>,
    /// Emphasis that begins before the range and ends in it, innermost first.
    begun_before: Vec<&'a str>,
    /// Emphasis that begins in the range and ends after it, outermost first.
    ends_after: Vec<&'a str>,
}

/// The range `term` of `html` as something that can be linked; none if it is not inside `within`, or not text with emphasis.
pub(super) fn link_range(html: &str, within: Range<usize>, term: Range<usize>) -> Option<Marked<'_>> {
    if term.start < within.start || term.end > within.end || term.is_empty() {
        return None;
    }
    let mut marked = Marked { range: term.clone(), begun_before: Vec::new(), ends_after: Vec::new() };
    let mut rest = html.get(term)?;
    while let Some(at) = rest.find('<') {
        let (tag, after) = rest[at + 1..].split_once('>')?;
        rest = after;
        match tag {
            "br" => {}
            "em" | "strong" | "del" => marked.ends_after.push(tag),
            "/em" | "/strong" | "/del" => {
                if marked.ends_after.pop().is_none() {
                    marked.begun_before.push(&tag[1..]);
                }
            }
            _ => return None,
        }
    }
    // A term that fills its emphasis takes the tags along: `<a><em>term</em></a>`.
    while let Some(&name) = marked.begun_before.first()
        && let Some(before) = html[within.start..marked.range.start].strip_suffix(&format!("<{name}>"))
    {
        marked.range.start = within.start + before.len();
        marked.begun_before.remove(0);
    }
    while let Some(&name) = marked.ends_after.last()
        && html[marked.range.end..within.end].starts_with(&format!("</{name}>"))
    {
        marked.range.end += name.len() + 3;
        marked.ends_after.pop();
    }
    Some(marked)
}

impl Marked<'_> {
    /// Appends the range inside a link, whose start tag `open` writes.
    pub(super) fn write(&self, out: &mut String, html: &str, open: impl FnOnce(&mut String)) {
        let tag = |out: &mut String, start: &str, name: &str| {
            out.push_str(start);
            out.push_str(name);
            out.push('>');
        };
        for name in &self.begun_before {
            tag(out, "</", name);
        }
        open(out);
        for name in self.begun_before.iter().rev() {
            tag(out, "<", name);
        }
        out.push_str(&html[self.range.clone()]);
        for name in self.ends_after.iter().rev() {
            tag(out, "</", name);
        }
        out.push_str("</a>");
        for name in &self.ends_after {
            tag(out, "<", name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::link_range;

    fn linked(html: &str, term: &str) -> String {
        let start = html.find(term).unwrap();
        let marked = link_range(html, 0..html.len(), start..start + term.len()).unwrap();
        let mut out = html[..marked.range.start].to_owned();
        marked.write(&mut out, html, |out| out.push_str("<a>"));
        out + &html[marked.range.end..]
    }

    #[test]
    fn emphasis_that_crosses_a_link_is_closed_and_opened_again() {
        assert_eq!(
            linked("<em>of social</em> action", "social</em> action"),
            "<em>of </em><a><em>social</em> action</a>"
        );
        assert_eq!(
            linked("social <strong><em>action now</em></strong>", "social <strong><em>action"),
            "<a>social <strong><em>action</em></strong></a><strong><em> now</em></strong>"
        );
    }

    #[test]
    fn emphasis_that_the_term_fills_goes_into_the_link() {
        assert_eq!(linked("<em>social</em> action", "social</em> action"), "<a><em>social</em> action</a>");
        assert_eq!(linked("social <em>action</em>!", "social <em>action"), "<a>social <em>action</em></a>!");
    }

    #[test]
    fn a_range_that_is_not_text_is_not_linked() {
        let html = "a<img src=x>b";
        assert!(link_range(html, 0..html.len(), 0..html.len()).is_none());
        assert!(link_range("é", 0..2, 1..2).is_none());
        assert!(link_range("abc", 1..3, 0..2).is_none());
    }
}
