//! Repairs of YAML that cannot be read. Each is proven before it is offered, by reading the text as it would be.

use super::mistakes::line_of;
use super::values::{is_quoted, slip};
use super::{Event, events};
use crate::diagnostic::{Repair, Replacement, Span, mended, moved};
use std::ops::Range;

/// A text in quotes, as YAML reads it back. Curly quotes around it, as word processors write them, become straight ones.
pub(in crate::content) fn quote(value: &str) -> String {
    let value = in_curly_quotes(value).unwrap_or(value);
    if value.contains('"') && !value.contains('\'') {
        format!("'{value}'")
    } else {
        format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// What stands between curly quotes, if they are around all of it and nowhere else.
pub(in crate::content) fn in_curly_quotes(value: &str) -> Option<&str> {
    let pairs = [('“', '”'), ('„', '“'), ('„', '”'), ('‘', '’'), ('”', '”')];
    let inner = pairs.iter().find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close))?;
    (!inner.contains(['“', '”', '„', '‘', '"'])).then_some(inner)
}

/// Another text in place of the value at this span, which is read as `wanted` then. `at` is where the parser stopped, a
/// byte of the file.
///
/// None where it is not certain where the value ends: a note may follow, or a further line of it, or the bracket that it
/// stands in.
pub(super) fn instead(
    source: &str,
    range: &Range<usize>,
    at: usize,
    span: Span,
    text: &str,
    wanted: Option<&str>,
) -> Option<Repair> {
    let (start, end) = (span.start as usize, span.end as usize);
    let value = &source[start..end];
    let (begin, line) = line_of(source, range, start);
    let after = &line[end - begin..];
    // A note, and a bracket that the value may stand in.
    let ends_unclear = value.ends_with(',') || value.ends_with([']', '}']) && !value.starts_with(['[', '{']);
    if value.contains(" #") || value.contains("\t#") || !after.trim().is_empty() || ends_unclear {
        return None;
    }
    if start == begin + indent(line) {
        // No key and no dash: this is not where a value stands.
        return None;
    }
    let key = begin + line.len() - line.trim_start().trim_start_matches("- ").trim_start().len();
    let outer = if key < start { key - begin } else { indent(line) };
    let mut below = source[start + value.len()..range.end].lines().skip(1).filter(|line| !line.trim().is_empty());
    if below.next().is_some_and(|next| indent(next) > outer) {
        return None;
    }
    let repair = Repair::one(span, text);
    let reading = proven(source, range, at, &repair)?;
    let Some(wanted) = wanted else { return Some(repair) };
    reading.scalars(start - range.start, start - range.start + text.len()).any(|read| read == wanted).then_some(repair)
}

/// A space after the colon at this byte, in place of the no-break spaces that may stand there.
pub(super) fn space(source: &str, range: &Range<usize>, colon: usize) -> Option<Repair> {
    let (begin, line) = line_of(source, range, colon);
    let rest = &line[colon + 1 - begin..];
    let value = rest.trim_start_matches('\u{a0}');
    if value.is_empty() {
        return None;
    }
    let repair = Repair::one(Span::new(colon + 1, colon + 1 + rest.len() - value.len()), " ");
    let reading = proven(source, range, range.start, &repair)?;
    let start = begin + indent(line);
    reading.scalars(start - range.start, colon - range.start).any(|key| *key == source[start..colon]).then_some(repair)
}

/// A text as the value of a field: in quotes where it needs them.
pub(in crate::content) fn as_value(text: &str) -> String {
    if slip(text).is_some() || text.contains('#') { quote(text) } else { text.to_owned() }
}

/// A list that was written with commas alone, in brackets.
pub(in crate::content) fn in_brackets(text: &str) -> String {
    let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
    let is_plain = |item: &str| {
        is_quoted(item) || !item.starts_with('-') && item.chars().all(|c| c.is_alphanumeric() || " _-/.".contains(c))
    };
    let items: Vec<_> = items.map(|item| if is_plain(item) { item.to_owned() } else { quote(item) }).collect();
    format!("[{}]", items.join(", "))
}

/// Spaces for the tabs at the start of the line at `start` and of those below it, if the same comes of it however wide a
/// tab was meant to be.
pub(super) fn tabs(source: &str, range: &Range<usize>, at: usize, start: usize) -> Option<Repair> {
    let lines =
        run(source, range, start, |line| line.starts_with('\t') && !line.trim_start_matches('\t').starts_with(' '));
    let ways = [2, 4, 8].into_iter().filter_map(|width| {
        let replacements = lines.iter().map(|(start, line)| {
            let tabs = line.len() - line.trim_start_matches('\t').len();
            Replacement::new(Span::new(*start, start + tabs), " ".repeat(tabs * width))
        });
        let repair = Repair { replacements: replacements.collect() };
        let reading = proven(source, range, at, &repair)?;
        Some((repair, reading))
    });
    let mut ways = ways.collect::<Vec<_>>().into_iter();
    let (repair, first) = ways.next()?;
    ways.all(|(_, other)| other.says_the_same(&first)).then_some(repair)
}

/// Ordinary spaces for the no-break spaces at the start of the line at `start` and of those below it.
pub(super) fn no_break_spaces(source: &str, range: &Range<usize>, at: usize, start: usize) -> Option<Repair> {
    let lines = run(source, range, start, |line| line.trim_start_matches(' ').starts_with('\u{a0}'));
    let replacements = lines.iter().map(|(start, line)| {
        let inner = line.trim_start_matches([' ', '\u{a0}']);
        let spaces = line[..line.len() - inner.len()].chars().count();
        Replacement::new(Span::new(*start, start + line.len() - inner.len()), " ".repeat(spaces))
    });
    let repair = Repair { replacements: replacements.collect() };
    proven(source, range, at, &repair).map(|_| repair)
}

/// The lines in these bytes moved from one column to another; those further right keep their distance. A note among them
/// may be part of a text, so that nothing is certain.
pub(super) fn shifted(
    source: &str,
    whole: &Range<usize>,
    lines: &Range<usize>,
    from: usize,
    to: usize,
) -> Option<Repair> {
    let mut at = lines.start;
    let mut replacements = vec![];
    for line in source[lines.clone()].split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !line.trim().is_empty() {
            if line.trim_start().starts_with(['#', '\t', '\u{a0}']) {
                return None;
            }
            let column = (indent + to).checked_sub(from)?;
            replacements.push(Replacement::new(Span::new(at, at + indent), " ".repeat(column)));
        }
        at += line.len();
    }
    let repair = Repair { replacements };
    proven(source, whole, lines.start, &repair).map(|_| repair)
}

/// The lines from the one at `start` on that are alike; each with its first byte.
fn run<'s>(source: &'s str, range: &Range<usize>, start: usize, alike: impl Fn(&str) -> bool) -> Vec<(usize, &'s str)> {
    let mut at = start;
    let mut lines = vec![];
    for line in source[start..range.end].split_inclusive('\n') {
        if !alike(line) {
            break;
        }
        lines.push((at, line));
        at += line.len();
    }
    lines
}

/// How many bytes stand before the first sign of a line.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// What the parser found in a text.
struct Reading {
    found: Vec<Found>,
    /// Where it could read no further, in bytes of the text.
    stopped: Option<usize>,
}

/// An event: its bytes and, without them, what it is.
struct Found {
    bytes: Range<usize>,
    what: What,
}

#[derive(PartialEq)]
enum What {
    Scalar(String),
    Alias,
    List,
    Map,
    End,
}

impl Reading {
    fn of(text: &str) -> Self {
        let mut reading = Self { found: vec![], stopped: None };
        let mut documents = 0;
        for event in events(text) {
            let (event, marks) = match event {
                Ok(event) => event,
                Err(error) => {
                    reading.stopped = Some(error.marker().byte_offset().unwrap_or(0));
                    break;
                }
            };
            let start = marks.start.byte_offset().unwrap_or(0);
            let end = marks.end.byte_offset().unwrap_or(start);
            let what = match event {
                Event::Scalar(_, _, _, Some(_))
                | Event::SequenceStart(_, _, Some(_))
                | Event::MappingStart(_, _, Some(_)) => {
                    reading.stopped = Some(start);
                    break;
                }
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        reading.stopped = Some(start);
                        break;
                    }
                    continue;
                }
                Event::Scalar(text, ..) => What::Scalar(text.into_owned()),
                Event::Alias(_) => What::Alias,
                Event::SequenceStart(..) => What::List,
                Event::MappingStart(..) => What::Map,
                Event::SequenceEnd | Event::MappingEnd => What::End,
                _ => continue,
            };
            reading.found.push(Found { bytes: start..end, what });
        }
        reading
    }

    /// The texts that stand exactly at these bytes.
    fn scalars(&self, start: usize, end: usize) -> impl Iterator<Item = &String> {
        let here = self.found.iter().filter(move |found| found.bytes == (start..end));
        here.filter_map(|found| match &found.what {
            What::Scalar(text) => Some(text),
            _ => None,
        })
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let both = self.found.iter().map(|found| &found.what).eq(other.found.iter().map(|found| &found.what));
        both && self.stopped.is_some() == other.stopped.is_some()
    }
}

/// YAML of more bytes is told of its mistakes, and not repaired.
const LONGEST: usize = 32_000;

/// What is read after this repair, if it mends something: the parser, which stopped at byte `at` of the file, reads on
/// beyond that place and beyond the last line that was changed.
///
/// All of the YAML is read for each mistake, so nothing is proven of more than a hundred times what people write.
fn proven(source: &str, range: &Range<usize>, at: usize, repair: &Repair) -> Option<Reading> {
    if range.len() > LONGEST {
        return None;
    }
    let text = mended(source, [repair])?;
    let last = repair.replacements.last()?.span.end as usize;
    let line_end = source[last..range.end].find('\n').map_or(range.end, |end| last + end);
    let text = &text[range.start..moved(range.end, [repair]).min(text.len())];
    let reading = Reading::of(text);
    let beyond = moved(at.max(line_end), [repair]) - range.start;
    reading.stopped.is_none_or(|stopped| stopped > beyond).then_some(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_misread_in_brackets_is_quoted() {
        assert_eq!(in_brackets("housing, our rights,, a/b"), "[housing, our rights, a/b]");
        assert_eq!(in_brackets("the #1, [x]"), "[\"the #1\", \"[x]\"]");
    }
}
