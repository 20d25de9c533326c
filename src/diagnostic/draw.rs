//! Diagnostics for people: the message, the lines of the files with the places marked, and what to do.
//!
//! It neither sorts nor prints, and knows nothing of terminals beyond their width and whether they have colours.

use super::files::located;
use super::position::{before_break, line_end, line_start};
use super::visible::{visible_line, visible_lines};
use super::{Diagnostic, Files, Place, Severity, SitePath, position};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Whether text is drawn with colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Text alone, for files and pipes.
    Plain,
    /// With ANSI colours.
    Coloured,
}

/// What is drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canvas {
    /// Whether it has colours.
    pub look: Look,
    /// Its width in columns.
    pub width: usize,
}

/// The diagnostics in their order, each followed by an empty line; nothing at all for none.
///
/// Control characters and those that turn the direction of text are shown by stand-ins, so no file and no message can
/// disturb the terminal.
pub fn draw<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>, files: &dyn Files, canvas: Canvas) -> String {
    let width = canvas.width.max(NARROWEST);
    let renderer = match canvas.look {
        Look::Plain => Renderer::plain(),
        Look::Coloured => Renderer::styled(),
    };
    let renderer = renderer.term_width(width);
    let mut drawn = String::new();
    for diagnostic in diagnostics {
        let Drawing { group, last_line } = drawing(diagnostic, files, width);
        for (index, line) in renderer.render(&[group]).lines().enumerate() {
            // Without line numbers the renderer leaves no room for them; the arrow stays in its column all the same.
            if index > 0 && last_line == 0 {
                drawn.push(' ');
            }
            drawn.push_str(line.trim_end());
            drawn.push('\n');
        }
        drawn.push('\n');
    }
    drawn
}

/// Narrower terminals get lines of this width all the same, since nothing can be read in less.
const NARROWEST: usize = 40;

/// The places of a diagnostic that lie in one file.
struct Sheet<'a> {
    path: &'a SitePath,
    /// Labels of places that cannot be pointed at.
    notes: Vec<&'a str>,
    text: &'a str,
    marks: Vec<Mark<'a>>,
}

/// A place that can be pointed at.
struct Mark<'a> {
    kind: AnnotationKind,
    range: Range<usize>,
    label: Option<&'a str>,
}

/// A diagnostic ready for the renderer, and the greatest line number in it (0 for none).
struct Drawing<'a> {
    group: Group<'a>,
    last_line: usize,
}

fn drawing<'a>(diagnostic: &'a Diagnostic, files: &'a dyn Files, width: usize) -> Drawing<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name(Severity::Hint.word()),
    };
    let title = level.primary_title(visible_line(&diagnostic.message)).id(diagnostic.code.to_string());
    let mut group = Group::with_title(title);
    let mut last_line = 0;
    for sheet in sheets(diagnostic, files) {
        let path = visible_line(sheet.path);
        if sheet.marks.is_empty() || !sheet.notes.is_empty() {
            let named = std::iter::once(path.clone()).chain(sheet.notes.iter().map(|note| visible_line(note)));
            group = group.element(Origin::path(named.collect::<Vec<_>>().join(": ")));
        }
        if !sheet.marks.is_empty() {
            let excerpt = excerpt(sheet.text, &sheet.marks);
            last_line = last_line.max(excerpt.last_line);
            group = group.element(excerpt.snippet.path(path));
        }
    }
    if let Some(help) = &diagnostic.help {
        // The line number has at least one column; three more and the word come before the text.
        let margin = last_line.to_string().len() + "   help: ".len();
        group = group.element(help_lines(help, width - margin));
    }
    Drawing { group, last_line }
}

/// The places by file, in the order in which the files are first named.
fn sheets<'a>(diagnostic: &'a Diagnostic, files: &'a dyn Files) -> Vec<Sheet<'a>> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for (index, place) in diagnostic.places.iter().enumerate() {
        let found = sheets.iter().position(|sheet| sheet.path == &place.path);
        let at = found.unwrap_or_else(|| {
            sheets.push(Sheet { path: &place.path, notes: Vec::new(), text: "", marks: Vec::new() });
            sheets.len() - 1
        });
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        sheets[at].add(kind, place, files);
    }
    sheets
}

impl<'a> Sheet<'a> {
    fn add(&mut self, kind: AnnotationKind, place: &'a Place, files: &'a dyn Files) {
        let label = place.label.as_deref();
        match located(place, files) {
            Some((text, range)) => {
                self.text = text;
                self.marks.push(Mark { kind, range: marked(text, range, kind), label });
            }
            None => self.notes.extend(label),
        }
    }
}

/// The part of the range to underline: without the white space behind it, so that no empty lines are drawn.
///
/// Of further places only the first line is underlined: the renderer's brackets for several lines cross each other.
fn marked(text: &str, range: Range<usize>, kind: AnnotationKind) -> Range<usize> {
    let start = before_break(text, range.start);
    let first_line_end = line_end(text, start);
    let end = match kind {
        _ if range.end <= first_line_end => range.end,
        AnnotationKind::Primary => start + text[start..range.end].trim_end().len(),
        _ => first_line_end,
    };
    start..end.max(start)
}

/// Some lines of a file, ready to be drawn.
struct Excerpt<'a> {
    snippet: Snippet<'a, Annotation<'a>>,
    last_line: usize,
}

/// The lines from the first mark to the last. The renderer gets no more of the file, since it goes through all of it.
fn excerpt<'a>(text: &str, marks: &[Mark<'a>]) -> Excerpt<'a> {
    let first = marks.iter().map(|mark| mark.range.start).min().unwrap_or_default();
    let last = marks.iter().map(|mark| mark.range.end).max().unwrap_or_default();
    let window = line_start(text, first)..line_end(text, last);
    let mut source = visible_lines(&text[window.clone()]);
    // The renderer does not know an empty last line.
    if source.ends_with('\n') {
        source.push(' ');
    }
    let drawn = |byte: usize| visible_lines(&text[window.start..byte]).len();
    let annotations = marks
        .iter()
        .map(|mark| mark.kind.span(drawn(mark.range.start)..drawn(mark.range.end)).label(mark.label.map(visible_line)));
    // annotate-snippets 0.12 takes the width of the line numbers from the last byte of the places, and counts one line
    // too few if that byte begins a line.
    let whole = AnnotationKind::Visible.span(source.len()..source.len());
    let first_line = position(text, first).line;
    let last_line = first_line + source.matches('\n').count();
    let annotations: Vec<_> = annotations.chain([whole]).collect();
    Excerpt { snippet: Snippet::source(source).line_start(first_line).annotations(annotations), last_line }
}

/// The help with its first line wrapped; the further lines are code to paste and stay as they are.
fn help_lines<'a>(help: &str, room: usize) -> Element<'a> {
    let mut lines = help.lines();
    let mut wrapped = wrap(&visible_line(lines.next().unwrap_or_default()), room);
    wrapped.extend(lines.map(|line| visible_lines(line).replace('\t', "    ")));
    Level::HELP.message(wrapped.join("\n")).into()
}

/// The text in lines of at most so many characters, unless a word is longer.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in words(text) {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += length;
        }
    }
    lines
}

/// The words of a text; code between backquotes is one, so that it can be copied as it is.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let paired = text.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    text.split(move |character| {
        in_code ^= paired && character == '`';
        character == ' ' && !in_code
    })
    .filter(|word| !word.is_empty())
}

#[cfg(test)]
pub(super) mod tests;
