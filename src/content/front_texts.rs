//! The texts of a front matter that may be published, each with its place.

use super::yaml::{self, Entry, Node, Value};
use crate::diagnostic::{SitePath, Span};
use std::ops::Range;

/// Keys that reach no page (content model, rule 6), and notes about checks.
const UNPUBLISHED: [&str; 4] = ["consent", "owner", "review_by", "checks"];

/// A text in front matter or in `site.yaml`.
#[derive(Debug)]
pub struct Field {
    /// The keys that lead to it, the outermost first; items of lists add none.
    pub keys: Vec<String>,
    /// What it says.
    pub text: String,
    /// Where it is, quotes included.
    pub span: Span,
}

/// The texts in the YAML in these bytes of a file that may be published.
pub fn read(path: &SitePath, source: &str, range: Range<usize>) -> Vec<Field> {
    let mut found = vec![];
    walk(&yaml::read(path, source, range, &mut vec![]), &mut vec![], &mut found);
    found
}

/// The texts of these fields that may be published.
pub(super) fn of(entries: &[Entry]) -> Vec<Field> {
    let mut found = vec![];
    walk_all(entries, &mut vec![], &mut found);
    found
}

fn walk(node: &Node, keys: &mut Vec<String>, found: &mut Vec<Field>) {
    match &node.value {
        Value::Empty | Value::Unread => {}
        Value::Text(text, _) => {
            found.push(Field { keys: keys.clone(), text: text.trim().to_owned(), span: node.span });
        }
        Value::List(nodes) => nodes.iter().for_each(|node| walk(node, keys, found)),
        Value::Map(entries) => walk_all(entries, keys, found),
    }
}

fn walk_all(entries: &[Entry], keys: &mut Vec<String>, found: &mut Vec<Field>) {
    for entry in entries {
        if !entry.key.starts_with('_') && !UNPUBLISHED.contains(&&*entry.key) {
            keys.push(entry.key.to_string());
            walk(&entry.value, keys, found);
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
        let found = read(&"site.yaml".into(), source, 0..source.len());
        let seen: Vec<_> = found.iter().map(|field| (field.keys.join("."), field.text.as_str())).collect();
        let expected = [("title", "A"), ("who.name", "B"), ("list", "E"), ("list.f", "F")];
        assert_eq!(seen, expected.map(|(keys, text)| (keys.to_owned(), text)));
    }
}
