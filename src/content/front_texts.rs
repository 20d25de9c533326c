//! The texts of a front matter that may be published, each with its place.

use super::yaml::{self, Entry, Node, Value};
use crate::diagnostic::{SitePath, Span};
use std::ops::Range;

/// Keys that reach no page (content model, rule 6), and notes about checks.
const UNPUBLISHED: [&str; 4] = ["consent", "owner", "review_by", "checks"];

/// A text in front matter.
#[derive(Debug)]
pub(super) struct Field {
    /// The keys that lead to it, the outermost first; items of lists add none.
    pub(super) keys: Vec<String>,
    /// What it says.
    pub(super) text: String,
    /// Where it is, quotes included.
    pub(super) span: Span,
}

/// Where a text is that may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where it is, quotes included.
    pub span: Span,
    /// It says what is to be seen in a picture.
    pub is_alt: bool,
}

/// Where the texts are in the YAML in these bytes of a file that may be published.
pub fn read(path: &SitePath, source: &str, range: Range<usize>) -> Vec<Shown> {
    let mut found = vec![];
    let node = yaml::read(path, source, range, &mut vec![]);
    walk(&node, &mut vec![], &mut |keys, _, span| found.push(shown(keys, span)));
    found
}

/// Where the texts of these fields are that may be published.
pub(super) fn places(entries: &[Entry]) -> Vec<Shown> {
    let mut found = vec![];
    walk_all(entries, &mut vec![], &mut |keys, _, span| found.push(shown(keys, span)));
    found
}

fn shown(keys: &[&str], span: Span) -> Shown {
    Shown { span, is_alt: keys.last() == Some(&"alt") }
}

/// The texts of these fields that may be published.
pub(super) fn of(entries: &[Entry]) -> Vec<Field> {
    let mut found = vec![];
    walk_all(entries, &mut vec![], &mut |keys, text, span| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        found.push(Field { keys, text: text.trim().to_owned(), span });
    });
    found
}

/// What is done with a text: with the keys that lead to it, the outermost first, and its place.
type Each<'e> = dyn FnMut(&[&str], &str, Span) + 'e;

fn walk<'n>(node: &'n Node, keys: &mut Vec<&'n str>, each: &mut Each) {
    match &node.value {
        Value::Empty | Value::Unread => {}
        Value::Text(text, _) => each(keys, text, node.span),
        Value::List(nodes) => nodes.iter().for_each(|node| walk(node, keys, each)),
        Value::Map(entries) => walk_all(entries, keys, each),
    }
}

fn walk_all<'n>(entries: &'n [Entry], keys: &mut Vec<&'n str>, each: &mut Each) {
    for entry in entries {
        if !entry.key.starts_with('_') && !UNPUBLISHED.contains(&&*entry.key) {
            keys.push(&entry.key);
            walk(&entry.value, keys, each);
            keys.pop();
        }
    }
}

/// The bytes of a text that is written inside a span as it is, or else the whole span.
pub fn inside(source: &str, span: Span, text: &str) -> Span {
    let written = source.get(span.start as usize..span.end as usize).unwrap_or_default();
    match written.find(text) {
        Some(at) if !text.is_empty() => {
            let start = span.start as usize + at;
            Span::new(start, start + text.len())
        }
        _ => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_published_is_not_found() {
        let source = "title: A\nwho:\n  name: B\nconsent: {record: C}\n_note: D\nlist: [E, {f: F}]\n";
        let path: SitePath = "site.yaml".into();
        let node = yaml::read(&path, source, 0..source.len(), &mut vec![]);
        let Value::Map(entries) = &node.value else { panic!("{node:?}") };
        let found = of(entries);
        let seen: Vec<_> = found.iter().map(|field| (field.keys.join("."), field.text.as_str())).collect();
        let expected = [("title", "A"), ("who.name", "B"), ("list", "E"), ("list.f", "F")];
        assert_eq!(seen, expected.map(|(keys, text)| (keys.to_owned(), text)));
        let spans: Vec<_> = found.iter().map(|field| Shown { span: field.span, is_alt: false }).collect();
        assert_eq!((places(entries), read(&path, source, 0..source.len())), (spans.clone(), spans));
    }
}
