//! YAML as a tree that keeps places and what was typed, so that `1.10` stays `1.10` and every mistake has a line.
//!
//! It knows nothing of fields or kinds. The parser is kept behind this module alone.

mod lines;
mod mistakes;
mod signs;

pub(in crate::content) use lines::quoted;

use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use granit_parser::{Event, Parser, ScalarStyle, options};
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
    /// Something is written that cannot be read, which has been told.
    Unread,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// Where the key is.
    pub span: Span,
    /// Its value.
    pub value: Node<'a>,
    /// The map stands in braces, where a comma ends a value.
    pub in_braces: bool,
}

/// The fields of a file, as far as they can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<'a> {
    /// The fields; one that cannot be read is [`Value::Unread`].
    pub entries: Vec<Entry<'a>>,
    /// All of it could be read.
    pub sound: bool,
}

/// Reads the YAML map in `range` of a file. What cannot be read is told, each mistake at its line, and the other fields
/// are there all the same; of a key that is written twice the first one counts.
pub fn read<'a>(path: &SitePath, source: &'a str, range: Range<usize>, told: &mut Vec<Diagnostic>) -> Written<'a> {
    let mut own = vec![];
    let failed = match tree(path, source, range.clone(), &mut own) {
        Ok(Some(Value::Map(entries))) => {
            told.append(&mut own);
            return Written { entries, sound: true };
        }
        Ok(None | Some(Value::Empty)) => return Written { entries: vec![], sound: true },
        Ok(Some(_)) => (range.start, String::new()),
        Err(failed) => failed,
    };
    let (entries, mut mistakes) = read_pieces(path, source, &range);
    if mistakes.is_empty() {
        // Each field can be read by itself, so it is how they stand together.
        mistakes.push(mistakes::explain(path, source, &range, failed.0, &failed.1));
    }
    told.append(&mut mistakes);
    Written { entries, sound: false }
}

/// Reads the fields one by one, since one of them cannot be read: so all mistakes are told at once, each at its line.
fn read_pieces<'a>(path: &SitePath, source: &'a str, range: &Range<usize>) -> (Vec<Entry<'a>>, Vec<Diagnostic>) {
    let (mut entries, mut told): (Vec<Entry>, _) = (vec![], vec![]);
    let mut prose_told = false;
    for piece in lines::pieces(source, range) {
        let mut own = vec![];
        let read = match tree(path, source, piece.range.clone(), &mut own) {
            Ok(Some(Value::Map(found))) => found,
            Ok(None | Some(Value::Empty)) => vec![],
            // An anchor that stands in another field is none of this one's mistakes.
            Err((at, why)) if is_alias(&source[at..], &why, &source[range.clone()]) => vec![],
            failed => {
                if piece.is_field || !std::mem::replace(&mut prose_told, true) {
                    own.push(match failed {
                        Err((at, why)) => mistakes::explain(path, source, &piece.range, at, &why),
                        Ok(_) => mistakes::no_field(path, source, &piece.range),
                    });
                }
                // None of the fields in it is missing.
                let keys = lines::keys(source, &piece.range).into_iter();
                let unread = keys.map(|(key, range)| {
                    let span = Span::new(range.start, range.end);
                    Entry { key: key.into(), span, value: Node { span, value: Value::Unread }, in_braces: false }
                });
                unread.collect()
            }
        };
        told.append(&mut own);
        for entry in read {
            match entries.iter().find(|first| first.key == entry.key) {
                Some(_) if entry.value.value == Value::Unread => {}
                Some(first) => told.push(twice(path, &entry.key, entry.span, first.span)),
                None => entries.push(entry),
            }
        }
    }
    (entries, told)
}

fn is_alias(rest: &str, why: &str, all: &str) -> bool {
    let name: String = rest.chars().skip(1).take_while(|c| c.is_alphanumeric() || "_-".contains(*c)).collect();
    why.contains("unknown anchor") && !name.is_empty() && all.contains(&format!("&{name}"))
}

fn twice(path: &SitePath, key: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateKey, Place::span(path, span), format!("`{key}` is written twice"))
        .also(Place::span(path, first).label("first written here"))
        .help("keep one of the two lines")
}

/// What is written in `range`: nothing, or a value; or the byte of the file where it cannot be read, and the reason.
fn tree<'a>(
    path: &SitePath,
    source: &'a str,
    range: Range<usize>,
    told: &mut Vec<Diagnostic>,
) -> Result<Option<Value<'a>>, (usize, String)> {
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
    let limits = options! { emit_comments: false, flow_nesting_limit: 32, block_nesting_limit: 32 };
    for event in Parser::new_from_str_with_options(&source[range.clone()], limits) {
        let step = match event {
            Ok((event, span)) => {
                let start = span.start.byte_offset().unwrap_or(0);
                let end = span.end.byte_offset().unwrap_or(start);
                builder.event(event, start, end)
            }
            Err(error) => Err((error.marker().byte_offset().unwrap_or(0), error.info().clone())),
        };
        step.map_err(|(at, why)| (lines::floor(source, (range.start + at).min(range.end)), why))?;
    }
    Ok(builder.root.map(|root| root.value))
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
                // `title: &more` would lose its words, and `title: !now` its sign.
                if tag.is_some() || (anchor > 0 && style == ScalarStyle::Plain) {
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
            if let Some(first) = entries.iter().find(|entry| entry.key == key) {
                self.told.push(twice(self.path, &key, span, first.span));
            } else {
                entries.push(Entry { key, span, value, in_braces });
            }
        }
        Value::Map(entries)
    }
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

    fn written(source: &str) -> (Written<'_>, Vec<Diagnostic>) {
        let mut told = vec![];
        let written = read(&"a.md".into(), source, 0..source.len(), &mut told);
        (written, told)
    }

    fn get<'n>(written: &'n Written<'n>, key: &str) -> &'n Node<'n> {
        &written.entries.iter().find(|entry| entry.key == key).expect("the key").value
    }

    #[test]
    fn what_was_typed_stays() {
        let source = "version: 1.10\ntime: 19:00\nanswer: No\nempty:\nlist:\n  - a\n  - {b: c}\n";
        let (written, told) = written(source);
        assert!(told.is_empty() && written.sound, "{told:?}");
        for (key, text) in [("version", "1.10"), ("time", "19:00"), ("answer", "No")] {
            let value = get(&written, key);
            assert_eq!(value.value, Value::Text(text.into(), false));
            assert_eq!(&source[value.span.start as usize..value.span.end as usize], text);
        }
        assert_eq!(get(&written, "empty").value, Value::Empty);
        let list = get(&written, "list").span;
        assert_eq!(&source[list.start as usize..list.end as usize], "a\n  - {b: c}");
    }

    #[test]
    fn a_key_written_twice_is_told_with_both_places() {
        for source in ["a: 1\nb: 2\na: 3\n", "a: 1\nb: 2\na: 3\nc: @\n"] {
            let (_, told) = written(source);
            assert_eq!(told[0].code, Code::DuplicateKey);
            assert_eq!(told[0].places.len(), 2);
        }
    }

    #[test]
    fn the_fields_around_a_mistake_are_read() {
        let (written, told) = written("title: A: b\nsummary: c\n");
        assert_eq!(told.len(), 1);
        assert_eq!(get(&written, "title").value, Value::Unread);
        assert_eq!(get(&written, "summary").value, Value::Text("c".into(), false));
    }

    #[test]
    fn bombs_and_deep_nesting_end_with_a_message() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for n in 1..9 {
            bomb += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "));
        }
        for source in [bomb, "[".repeat(5000), "- ".repeat(5000)] {
            let (written, told) = written(&source);
            assert!(!written.sound);
            assert_eq!(told[0].code, Code::YamlSyntax);
        }
    }
}
