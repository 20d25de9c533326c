//! YAML as a tree that keeps places and what was typed, so that `1.10` stays `1.10` and every mistake has a line.
//!
//! It knows nothing of fields or kinds. The parser is kept behind this module alone.

mod indents;
mod lines;
mod mending;
mod mistakes;
mod pieces;
mod values;

pub(super) use lines::glued;
pub(super) use mending::{as_value, in_brackets, in_curly_quotes, quote};
pub(super) use mistakes::is_field;
pub(super) use pieces::unread;

use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks, options};
use mistakes::Stop;
use std::borrow::Cow;
use std::ops::Range;

/// The most nodes that aliases may stand for: a page of front matter has a few dozen.
const ALIAS_BUDGET: usize = 20_000;

/// A value and the bytes of the file where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// The bytes, quotes and brackets included. For a block list or map: from its first to its last child.
    pub span: Span,
    /// What is written there.
    pub value: Value<'a>,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing is written.
    Empty,
    /// A text, as it was typed; whether it was in quotes.
    Text(Cow<'a, str>, bool),
    /// A list.
    List(Vec<Node<'a>>),
    /// A map, in the order written; no key twice.
    Map(Vec<Entry<'a>>),
    /// Something is written, and it cannot be read: why has been told.
    Unread,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The key. Empty for lines that cannot be read and may hold any field.
    pub key: Cow<'a, str>,
    /// Where the key is.
    pub span: Span,
    /// Its value.
    pub value: Node<'a>,
    /// The map stands in braces, where a comma ends a value.
    pub in_braces: bool,
    /// The key stands there once more, which has been told: nobody can know which of the two values is meant.
    pub twice: bool,
}

/// Reads the YAML in `range` of a file. What cannot be read is told and stands as [`Value::Unread`]; all around it keeps
/// its values. A key that is written twice is told, and the first one counts.
pub fn read<'a>(path: &SitePath, source: &'a str, range: Range<usize>, told: &mut Vec<Diagnostic>) -> Node<'a> {
    let before = told.len();
    match whole(path, source, &range, told) {
        Ok(node) => node,
        Err(stop) => {
            told.truncate(before);
            let value = pieces::read(path, source, &range, &stop, told);
            Node { span: Span::new(range.start, range.end), value }
        }
    }
}

/// Reads the fields in `range` of a file, which `what` is the name of. Where no field can be told from another, one entry
/// without a key stands for all of them.
pub(super) fn fields<'a>(
    path: &SitePath,
    source: &'a str,
    range: &Range<usize>,
    what: &str,
    told: &mut Vec<Diagnostic>,
) -> Vec<Entry<'a>> {
    let before = told.len();
    let value = match read(path, source, range.clone(), told).value {
        // Lines without a space after their colons are one text to the parser.
        Value::Text(_, false) => match pieces::read(path, source, range, &Stop { at: 0, why: String::new() }, told) {
            Value::Map(entries) => return entries,
            _ => Value::Text(Cow::Borrowed(""), false),
        },
        value => value,
    };
    match value {
        Value::Map(entries) => entries,
        Value::Empty => vec![],
        Value::Unread => vec![unread(range)],
        Value::Text(..) | Value::List(_) => {
            told.truncate(before);
            told.push(mistakes::no_fields(path, source, range, what));
            vec![unread(range)]
        }
    }
}

/// Reads the YAML in `range` of a file, if all of it can be read.
fn whole<'a>(
    path: &SitePath,
    source: &'a str,
    range: &Range<usize>,
    told: &mut Vec<Diagnostic>,
) -> Result<Node<'a>, Stop> {
    let text = &source[range.clone()];
    let mut builder = Builder {
        path,
        base: range.start,
        told,
        open: vec![],
        anchors: vec![],
        budget: ALIAS_BUDGET,
        documents: 0,
        root: None,
    };
    for event in events(text) {
        match event {
            Ok((event, span)) => {
                let start = span.start.byte_offset().unwrap_or(0);
                let end = span.end.byte_offset().unwrap_or(start);
                builder.event(event, start, end).map_err(|(at, why)| Stop { at, why })?;
            }
            Err(error) => {
                return Err(Stop { at: error.marker().byte_offset().unwrap_or(0), why: error.info().clone() });
            }
        }
    }
    Ok(builder.root.unwrap_or(Node { span: Span::new(range.start, range.start), value: Value::Empty }))
}

/// What the parser finds in a text, up to the first thing that it cannot read.
fn events(text: &str) -> impl Iterator<Item = Result<(Event<'_>, Marks), ScanError>> {
    let limits = options! { emit_comments: false, flow_nesting_limit: 32, block_nesting_limit: 32 };
    Parser::new_from_str_with_options(text, limits)
}

/// A list or map that is not closed yet.
struct Open<'a> {
    start: usize,
    anchor: usize,
    map: bool,
    in_braces: bool,
    nodes: Vec<Node<'a>>,
}

struct Builder<'a, 't> {
    path: &'t SitePath,
    base: usize,
    told: &'t mut Vec<Diagnostic>,
    open: Vec<Open<'a>>,
    anchors: Vec<(usize, Node<'a>)>,
    budget: usize,
    documents: usize,
    root: Option<Node<'a>>,
}

impl<'a> Builder<'a, '_> {
    fn event(&mut self, event: Event<'a>, start: usize, end: usize) -> Result<(), (usize, String)> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if tag.is_some() {
                    return Err((start, "tag".to_owned()));
                }
                let value = if start == end && style == ScalarStyle::Plain {
                    Value::Empty
                } else {
                    Value::Text(text, style != ScalarStyle::Plain)
                };
                self.close(Node { span: self.span(start, end), value }, anchor);
            }
            Event::SequenceStart(_, _, Some(_)) | Event::MappingStart(_, _, Some(_)) => {
                return Err((start, "tag".to_owned()));
            }
            Event::SequenceStart(_, anchor, _) => self.open(start, anchor, false, end > start),
            Event::MappingStart(_, anchor, _) => self.open(start, anchor, true, end > start),
            Event::SequenceEnd | Event::MappingEnd => {
                let open = self.open.pop().expect("the parser closes only what it opened");
                let last = open.nodes.last().map_or(open.start, |node| node.span.end as usize - self.base);
                let span = self.span(open.start, if end > start { end } else { last });
                let value = if open.map { self.pair(open.nodes, open.in_braces) } else { Value::List(open.nodes) };
                self.close(Node { span, value }, open.anchor);
            }
            Event::Alias(id) => {
                let Some((_, node)) = self.anchors.iter().find(|(anchor, _)| *anchor == id) else {
                    return Err((start, "unknown anchor".to_owned()));
                };
                let mut node = node.clone();
                let size = size(&node);
                if size > self.budget {
                    return Err((start, "too many aliases".to_owned()));
                }
                self.budget -= size;
                node.span = self.span(start, end);
                self.close(node, 0);
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err((start, "second document".to_owned()));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base + start, self.base + end)
    }

    fn open(&mut self, start: usize, anchor: usize, map: bool, in_braces: bool) {
        self.open.push(Open { start, anchor, map, in_braces, nodes: vec![] });
    }

    fn close(&mut self, node: Node<'a>, anchor: usize) {
        if anchor > 0 {
            self.anchors.push((anchor, node.clone()));
        }
        match self.open.last_mut() {
            Some(open) => {
                // A block list or map begins at its first child: its own event may stand before white space.
                if open.nodes.is_empty() && !open.in_braces {
                    open.start = node.span.start as usize - self.base;
                }
                open.nodes.push(node);
            }
            None => self.root = Some(node),
        }
    }

    fn pair(&mut self, nodes: Vec<Node<'a>>, in_braces: bool) -> Value<'a> {
        let mut entries: Vec<Entry<'a>> = Vec::with_capacity(nodes.len() / 2);
        let mut nodes = nodes.into_iter();
        while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
            let span = key.span;
            let key = match key.value {
                Value::Text(text, _) => text,
                _ => Cow::Borrowed(""),
            };
            add_entry(self.path, Entry { key, span, value, in_braces, twice: false }, &mut entries, self.told);
        }
        Value::Map(entries)
    }
}

/// Adds an entry to a map, unless its key is there.
fn add_entry<'a>(path: &SitePath, entry: Entry<'a>, entries: &mut Vec<Entry<'a>>, told: &mut Vec<Diagnostic>) {
    let is_known = |other: &&mut Entry| other.key == entry.key;
    let first =
        entries.iter_mut().find(is_known).filter(|_| !(entry.key.is_empty() && entry.value.value == Value::Unread));
    let Some(first) = first else { return entries.push(entry) };
    first.twice = true;
    told.push(
        Diagnostic::new(Code::DuplicateKey, Place::span(path, entry.span), format!("`{}` is written twice", entry.key))
            .also(Place::span(path, first.span).label("first written here"))
            .help("keep one of the two lines"),
    );
}

fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::List(nodes) => nodes.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|entry| 1 + size(&entry.value)).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(source: &str) -> (Node<'_>, Vec<Diagnostic>) {
        let mut told = vec![];
        let node = read(&"a.md".into(), source, 0..source.len(), &mut told);
        (node, told)
    }

    fn get<'n>(node: &'n Node<'n>, key: &str) -> &'n Node<'n> {
        let Value::Map(entries) = &node.value else { panic!("a map") };
        &entries.iter().find(|entry| entry.key == key).expect("the key").value
    }

    #[test]
    fn what_was_typed_stays() {
        let source = "version: 1.10\ntime: 19:00\nanswer: No\nempty:\nlist:\n  - a\n  - {b: c}\n";
        let (node, told) = tree(source);
        assert!(told.is_empty(), "{told:?}");
        for (key, text) in [("version", "1.10"), ("time", "19:00"), ("answer", "No")] {
            let value = get(&node, key);
            assert_eq!(value.value, Value::Text(text.into(), false));
            assert_eq!(&source[value.span.start as usize..value.span.end as usize], text);
        }
        assert_eq!(get(&node, "empty").value, Value::Empty);
        let list = get(&node, "list").span;
        assert_eq!(&source[list.start as usize..list.end as usize], "a\n  - {b: c}");
    }

    #[test]
    fn a_key_written_twice_is_told_with_both_places() {
        let (_, told) = tree("a: 1\nb: 2\na: 3\n");
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].code, Code::DuplicateKey);
        assert_eq!(told[0].places.len(), 2);
    }

    #[test]
    fn bombs_and_deep_nesting_end_with_a_message() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for n in 1..9 {
            bomb += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "));
        }
        for source in [bomb, "[".repeat(5000), "- ".repeat(5000)] {
            let (node, told) = tree(&source);
            assert!(!matches!(node.value, Value::Empty | Value::Text(..)));
            assert!(!told.is_empty() && told.len() <= 10 && told.iter().all(|told| told.code == Code::YamlSyntax));
        }
    }
}
