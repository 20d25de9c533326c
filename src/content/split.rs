//! Where the front matter of a file ends and its text begins, also where the lines around it are not as they should be.

use super::yaml::{self, Value};
use crate::diagnostic::{Code, Diagnostic, Place, Repair, Replacement, SitePath, Span};
use std::ops::Range;

/// The parts of a file, in bytes.
pub(super) struct Split {
    /// What stands above the text.
    pub(super) front: Front,
    /// The Markdown.
    pub(super) body: Range<usize>,
    /// Where missing fields are told: the first line of the YAML.
    pub(super) here: u32,
    /// What is wrong with the lines of dashes.
    pub(super) told: Vec<Diagnostic>,
}

/// What stands above the text of a file.
pub(super) enum Front {
    /// Nothing.
    None,
    /// YAML.
    Yaml(Range<usize>),
    /// Fields, and nobody can tell where they end. Why has been told.
    Unread(Range<usize>),
}

/// How far down a line is looked for that ends the front matter, where it does not begin as it should.
const LINES: usize = 60;

/// A file that is YAML from its start to its end.
pub(super) fn all_front(text: &str) -> Split {
    let start = bom(text);
    Split {
        front: Front::Yaml(start..text.len()),
        body: text.len()..text.len(),
        here: Span::new(start, start).start,
        told: vec![],
    }
}

/// A byte order mark is no part of the text.
fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { 3 } else { 0 }
}

/// A line of a file, and where it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
    /// Where the next line begins.
    next: usize,
}

/// The lines of a text from this byte on.
fn lines(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Line { start, text: line.trim_end(), next: at }
    })
}

/// Splits a Markdown file.
pub(super) fn split(path: &SitePath, text: &str) -> Split {
    let start = bom(text);
    let none = Split { front: Front::None, body: start..text.len(), here: Span::new(start, start).start, told: vec![] };
    let mut from_here = lines(text, start);
    let Some(first) = from_here.next() else { return none };
    if first.text == "---" {
        if let Some(end) = from_here.find(|line| line.text == "---") {
            return front(first.next..end.start, end.next..text.len(), vec![]);
        }
        return not_closed(path, text, &lines(text, start).collect::<Vec<_>>());
    }
    strange_begin(path, text, &lines(text, start).collect::<Vec<_>>()).unwrap_or(none)
}

fn front(yaml: Range<usize>, body: Range<usize>, told: Vec<Diagnostic>) -> Split {
    let here = Span::new(yaml.start, yaml.start).start;
    Split { front: Front::Yaml(yaml), body, here, told }
}

fn told(path: &SitePath, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::FrontMatterOpen, Place::span(path, span), message)
}

/// Front matter that begins well and has no second line of dashes.
fn not_closed(path: &SitePath, text: &str, lines: &[Line]) -> Split {
    let (first, rest) = (lines[0], &lines[1..]);
    let place = Span::new(first.start, first.start + 3);
    let in_front = rest.iter().position(|line| !(is_field(line.text) || is_below_a_field(line.text)));
    if let Some(end) = in_front.filter(|end| *end > 0).map(|end| rest[end]).filter(|end| is_fence(end.text)) {
        let span = Span::new(end.start, end.start + end.text.len());
        let diagnostic = told(path, span, format!("the front matter does not end with `{}`", end.text))
            .help("end it with a line of three dashes, `---`")
            .repair(has_fields(path, text, first.next..end.start).then(|| Repair::one(span, "---")));
        return front(first.next..end.start, end.next..text.len(), vec![diagnostic]);
    }
    let diagnostic = told(path, place, "the front matter is not closed");
    if let Some(end) = end_of_fields(path, text, rest) {
        let last = text[first.next..end].lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
        let line_end = if text[..first.next].ends_with("\r\n") { "\r\n" } else { "\n" };
        let before = if text[..end].ends_with('\n') { "" } else { line_end };
        let repair = is_mendable(path, text, first.next..end)
            .then(|| Repair::one(Span::new(end, end), format!("{before}---{line_end}")));
        let below: String = text[end..].lines().next().unwrap_or_default().trim().chars().take(40).collect();
        let help = if below.is_empty() || below.starts_with('#') {
            format!("write a line `---` after its last field, below `{}`", last.trim())
        } else {
            format!("write a line `---` above the text, which begins `{below}`")
        };
        let diagnostic = diagnostic.help(help).repair(repair);
        return front(first.next..end, end..text.len(), vec![diagnostic]);
    }
    Split {
        front: Front::Unread(first.next..text.len()),
        body: text.len()..text.len(),
        here: Span::new(first.start, first.start).start,
        told: vec![diagnostic.help("write a line `---` after its last field")],
    }
}

/// Where the fields end that no line of dashes follows, where that is plain to see: before the first line that is no part of one,
/// if what stands above is front matter and nothing below looks like a field; or at the end of a file of fields.
fn end_of_fields(path: &SitePath, text: &str, lines: &[Line]) -> Option<usize> {
    let is_text = |line: &&Line| !is_field(line.text) && !is_below_a_field(line.text);
    let end = lines.iter().find(is_text);
    let (start, end) = (lines.first()?.start, end.map_or(text.len(), |line| line.start));
    let is_plain = end > start && !text[end..].lines().any(is_field) && is_field(lines[0].text);
    (is_plain && has_fields(path, text, start..end)).then_some(end)
}

/// Front matter that does not begin with a line of three dashes.
fn strange_begin(path: &SitePath, text: &str, lines: &[Line]) -> Option<Split> {
    let first = lines[0];
    if first.text.is_empty() {
        // Empty lines above it.
        let at = lines.iter().position(|line| !line.text.is_empty())?;
        let (begin, rest) = (lines[at], &lines[at + 1..]);
        let end = end_of(rest, "---").filter(|_| begin.text == "---" && is_field(rest[0].text))?;
        let diagnostic =
            told(path, Span::new(begin.start, begin.start + 3), "an empty line stands above the front matter")
                .help("delete the empty lines above it: `---` must be the first line of the file")
                .repair(Some(Repair::one(Span::new(first.start, begin.start), "")));
        return Some(front(begin.next..end.start, end.next..text.len(), vec![diagnostic]));
    }
    if is_field(first.text) {
        // The first line of dashes is missing.
        let end = end_of(lines, "---").filter(|end| has_fields_alone(path, text, first.start..end.start));
        let Some(end) = end else { return without_lines(path, text, lines) };
        let line_end = if text[..first.next].ends_with("\r\n") { "\r\n" } else { "\n" };
        let at = Span::new(first.start, first.start);
        let diagnostic = told(path, at, "the front matter has no line `---` above it")
            .help("write a line of three dashes above its first field: `---`")
            .repair(Some(Repair::one(at, format!("---{line_end}"))));
        return Some(front(first.start..end.start, end.next..text.len(), vec![diagnostic]));
    }
    if let Some(split) = without_lines(path, text, lines) {
        return Some(split);
    }
    let rest = &lines[1..];
    if first.text != "+++" && !(is_fence(first.text) && rest.first().is_some_and(|line| is_field(line.text))) {
        let is_dashes = first.text.len() > 3 && first.text.bytes().all(|b| b == b'-');
        if !is_dashes || end_of(rest, first.text).is_none() {
            return None;
        }
    }
    let span = Span::new(first.start, first.start + first.text.len());
    let diagnostic = told(path, span, format!("front matter does not begin with `{}` here", first.text))
        .help("begin it with a line of three dashes, `---`, and end it with one; its fields are `key: value`");
    let end = end_of(rest, first.text).or_else(|| rest.iter().take(LINES).find(|line| is_fence(line.text)).copied());
    let Some(end) = end.filter(|end| has_fields(path, text, first.next..end.start)) else {
        let end = end.map_or(text.len(), |end| end.start);
        let here = Span::new(first.start, first.start).start;
        return Some(Split {
            front: Front::Unread(first.next..end),
            body: first.start..text.len(),
            here,
            told: vec![diagnostic],
        });
    };
    let mut replacements = vec![Replacement::new(span, "---")];
    if end.text != "---" {
        replacements.push(Replacement::new(Span::new(end.start, end.start + end.text.len()), "---"));
    }
    let diagnostic = diagnostic.repair(Some(Repair { replacements }));
    Some(front(first.next..end.start, end.next..text.len(), vec![diagnostic]))
}

/// Fields that say something of a page and begin no sentence, in Handbill or in the programs that people come from.
const OF_PAGES: [&str; 10] =
    ["title", "summary", "tags", "slug", "aliases", "draft", "layout", "permalink", "description", "published"];

/// Front matter that has no line of dashes at all, with small letters or capitals: `Title: …`.
fn without_lines(path: &SitePath, text: &str, lines: &[Line]) -> Option<Split> {
    let key = |line: &Line| {
        let (key, value) = line.text.split_once(':')?;
        let is_word = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
        (is_word && !value.starts_with("//")).then(|| key.to_lowercase())
    };
    let first = lines.first()?;
    let first_key = key(first)?;
    let belongs = |line: &&Line| key(line).is_some() || is_below_a_field(line.text);
    let front_lines: Vec<_> = lines.iter().take_while(belongs).collect();
    let keys: Vec<String> = front_lines.iter().copied().filter_map(key).collect();
    let of_pages = |key: &String| OF_PAGES.contains(&&**key);
    // What begins with "When: … Where: …" may be a text, as long as nothing in it is about the page.
    let is_front = match keys.len() {
        1 => first_key == "title",
        _ => {
            keys.iter().any(of_pages) && keys.iter().filter(|key| yaml::is_field(key)).count() > 1
                || front_lines.iter().all(|line| is_field(line.text)) && keys.iter().all(|key| yaml::is_field(key))
        }
    };
    let last = front_lines.last().filter(|_| is_front)?;
    let yaml = first.start..last.next;
    let line_end = if text[..first.next].ends_with("\r\n") { "\r\n" } else { "\n" };
    let before = if text[..last.next].ends_with('\n') { "" } else { line_end };
    let repair = is_mendable(path, text, yaml.clone()).then(|| Repair {
        replacements: vec![
            Replacement::new(Span::new(first.start, first.start), format!("---{line_end}")),
            Replacement::new(Span::new(last.next, last.next), format!("{before}---{line_end}")),
        ],
    });
    let diagnostic = told(path, Span::new(first.start, first.start), "the front matter has no lines `---` around it")
        .help(format!(
            "write a line of three dashes, `---`, above `{}` and another one below `{}`",
            first.text, last.text
        ))
        .repair(repair);
    Some(front(yaml, last.next..text.len(), vec![diagnostic]))
}

/// The first of these lines that is such a fence, or one of three dashes.
fn end_of<'a>(lines: &[Line<'a>], fence: &str) -> Option<Line<'a>> {
    lines.iter().take(LINES).find(|line| line.text == fence || line.text == "---").copied()
}

/// Whether a line is made of what people and word processors write for `---`.
fn is_fence(line: &str) -> bool {
    !line.is_empty() && !line.starts_with("- ") && line != "-" && line.chars().all(|c| "-—–‐‑−=+*_~. ".contains(c))
}

/// Whether a line looks like a field of front matter: small letters and a colon.
fn is_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        !key.is_empty()
            && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'-')
            && !value.starts_with("//")
    })
}

/// Whether a line may belong to the field above it.
fn is_below_a_field(line: &str) -> bool {
    line.starts_with([' ', '\t']) && !line.trim().is_empty() || line.starts_with("- ")
}

/// Whether fields are read in this YAML, mistakes aside.
fn has_fields(path: &SitePath, text: &str, yaml: Range<usize>) -> bool {
    !yaml.is_empty() && yaml::fields(path, text, &yaml, "", &mut vec![]).iter().any(|entry| !entry.key.is_empty())
}

/// Whether this YAML is a map without a mistake.
fn has_fields_alone(path: &SitePath, text: &str, yaml: Range<usize>) -> bool {
    let mut told = vec![];
    let node = yaml::read(path, text, yaml, &mut told);
    matches!(node.value, Value::Map(_)) && told.is_empty()
}

/// Whether this YAML has no mistake but those that can be mended.
fn is_mendable(path: &SitePath, text: &str, yaml: Range<usize>) -> bool {
    let mut told = vec![];
    yaml::fields(path, text, &yaml, "", &mut told);
    told.iter().all(|told| told.repair.is_some())
}
