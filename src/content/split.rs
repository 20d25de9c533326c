//! Where the front matter of a file ends and its text begins.

use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
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
    if let Some(diagnostic) = other_fence(path, text, start, fence) {
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
    let mut diagnostic = Diagnostic::new(Code::FrontMatterOpen, place, "the front matter is not closed");
    diagnostic.help = Some(match last_field(&text[yaml..]) {
        Some(line) => format!("write a line `---` below the line `{}`", line.trim()),
        None => "write a line `---` after its last field".to_owned(),
    });
    Split { front: None, body: text.len()..text.len(), here: Span::new(start, start).start, told: vec![diagnostic] }
}

/// The last line of the fields that a file begins with, as far as one can tell.
fn last_field(text: &str) -> Option<&str> {
    text.lines().take_while(|line| is_field(line) || line.starts_with([' ', '\t', '-'])).last()
}

/// Whether a line is `key: value`.
fn is_field(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key);
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// A first line that was meant to begin front matter, and does not.
fn other_fence(path: &SitePath, text: &str, start: usize, fence: &str) -> Option<Diagnostic> {
    let rest = || text[start..].lines().skip(1);
    let told = |at: usize, fence: &str, message: String, help: &str| {
        let place = Place::span(path, Span::new(at, at + fence.len()));
        Some(Diagnostic::new(Code::FrontMatterOpen, place, message).help(help))
    };
    let again = |fence: &str| rest().take(40).any(|line| line.trim_end() == fence);
    if fence == "+++" {
        let help = "begin it and end it with a line of three dashes, `---`; between them, `title = \"…\"` is written `title: …`";
        return told(start, fence, "front matter does not begin with `+++`".to_owned(), help);
    }
    // Phones and word processors make one long dash of two short ones.
    let long = !fence.is_empty() && fence != "---" && fence.chars().all(|c| "-–—−―".contains(c));
    if long && (again(fence) || rest().next().is_some_and(is_field)) {
        let help = "begin it with a line of three short dashes, `---`, and end it with one";
        return told(start, fence, format!("front matter does not begin with `{fence}`"), help);
    }
    if fence.is_empty() {
        let blank: usize =
            text[start..].split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
        let mut lines = text[start + blank..].lines();
        if lines.next().is_some_and(|line| line.trim_end() == "---") && lines.next().is_some_and(is_field) {
            let help = "take out the empty lines above it";
            return told(start + blank, "---", "the front matter does not begin on the first line".to_owned(), help);
        }
    }
    if text[start..].starts_with("{\\rtf") {
        let place = Place::file(path);
        let message = "this is a formatted text (RTF) with another name";
        let help = "open it where it was written and save it as plain text, with the encoding UTF-8";
        return Some(Diagnostic::new(Code::NotText, place, message).help(help));
    }
    None
}
