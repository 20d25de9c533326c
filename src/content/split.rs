//! Where the front matter of a file ends and its text begins.

use super::yaml::{self, Value};
use crate::diagnostic::{Code, Diagnostic, Place, Repair, SitePath, Span};
use std::ops::Range;

/// The parts of a file, in bytes.
pub(super) struct Split {
    /// The YAML between the two lines of dashes; `None` if there is no front matter.
    pub(super) front: Option<Range<usize>>,
    /// The Markdown.
    pub(super) body: Range<usize>,
    /// Where missing fields are told: the first line of the YAML.
    pub(super) here: u32,
    /// What is wrong with the lines of dashes.
    pub(super) told: Vec<Diagnostic>,
}

/// A file that is YAML from its start to its end.
pub(super) fn all_front(text: &str) -> Split {
    let start = bom(text);
    Split {
        front: Some(start..text.len()),
        body: text.len()..text.len(),
        here: Span::new(start, start).start,
        told: vec![],
    }
}

/// A byte order mark is no part of the text.
fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { 3 } else { 0 }
}

/// Splits a Markdown file.
pub(super) fn split(path: &SitePath, text: &str) -> Split {
    let start = bom(text);
    let none = |told| Split { front: None, body: start..text.len(), here: Span::new(start, start).start, told };
    let mut lines = text[start..].split_inclusive('\n');
    let Some(first) = lines.next() else { return none(vec![]) };
    let fence = first.trim_end();
    if fence == "+++"
        || (fence.len() > 3
            && fence.chars().all(|c| c == '-')
            && text[start + first.len()..].lines().take(40).any(|line| line.trim_end() == fence))
    {
        let span = Span::new(start, start + fence.len());
        let diagnostic = Diagnostic::new(
            Code::FrontMatterOpen,
            Place::span(path, span),
            format!("front matter does not begin with `{fence}` here"),
        )
        .help("begin it with a line of three dashes, `---`, and end it with one; its fields are `key: value`");
        return none(vec![diagnostic]);
    }
    if fence != "---" {
        return none(vec![]);
    }
    let yaml = start + first.len();
    let mut at = yaml;
    for line in lines {
        if line.trim_end() == "---" {
            let body = at + line.len()..text.len();
            return Split { front: Some(yaml..at), body, here: Span::new(yaml, yaml).start, told: vec![] };
        }
        at += line.len();
    }
    let place = Place::span(path, Span::new(start, start + 3)).label("begun here");
    let diagnostic = Diagnostic::new(Code::FrontMatterOpen, place, "the front matter is not closed")
        .help("write a line `---` after its last field")
        .repair(closed(path, text, yaml));
    Split { front: None, body: text.len()..text.len(), here: Span::new(start, start).start, told: vec![diagnostic] }
}

/// The missing line of dashes, where it is plain to see where it belongs: before the first empty line or heading, if
/// what stands above is front matter and nothing below looks like a field.
fn closed(path: &SitePath, text: &str, yaml: usize) -> Option<Repair> {
    let mut end = yaml;
    for line in text[yaml..].split_inclusive('\n') {
        if line.trim().is_empty() || line.starts_with('#') {
            break;
        }
        end += line.len();
    }
    let is_field = |line: &str| {
        line.split_once(':')
            .is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'-'))
    };
    if end == yaml || end == text.len() || text[end..].lines().any(is_field) {
        return None;
    }
    let mut told = vec![];
    let node = yaml::read(path, text, yaml..end, &mut told);
    let is_sound = matches!(node.map(|node| node.value), Some(Value::Map(_))) && told.is_empty();
    // One mistake can stand in the other; this one can be mended if that one can.
    let can_be = !told.is_empty() && told.iter().all(|told| told.repair.is_some());
    let line_end = if text[..yaml].ends_with("\r\n") { "\r\n" } else { "\n" };
    (is_sound || can_be).then(|| Repair::one(Span::new(end, end), format!("---{line_end}")))
}
