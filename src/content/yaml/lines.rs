//! The lines of some YAML that cannot be read, and the pieces that each stand for one field.

use std::ops::Range;

/// A line and what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Line<'s> {
    /// The byte of the file where it begins.
    pub(super) start: usize,
    /// Its text, without the line end.
    pub(super) text: &'s str,
    /// The line above it that is not empty.
    pub(super) above: Option<&'s str>,
    /// All below it in the same piece.
    pub(super) below: &'s str,
}

impl Line<'_> {
    /// The bytes of white space at its start, of whatever sort.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }
}

/// The line with this byte.
pub(super) fn line_at<'s>(source: &'s str, range: &Range<usize>, at: usize) -> Line<'s> {
    let start = source[range.start..at].rfind('\n').map_or(range.start, |end| range.start + end + 1);
    let end = source[start..range.end].find('\n').map_or(range.end, |end| start + end);
    let above = source[range.start..start].lines().rev().find(|line| !line.trim().is_empty());
    Line { start, text: source[start..end].trim_end_matches('\r'), above, below: &source[end..range.end] }
}

/// The line with this byte, then those above it, to the start of the piece.
pub(super) fn lines_above<'s>(source: &'s str, range: &Range<usize>, at: usize) -> impl Iterator<Item = Line<'s>> {
    let (range, mut next) = (range.clone(), Some(at));
    std::iter::from_fn(move || {
        let line = line_at(source, &range, next?);
        next = line.start.checked_sub(1).filter(|end| *end >= range.start);
        Some(line)
    })
}

/// A piece of YAML.
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    /// It begins with a key; otherwise its lines are no field.
    pub(super) is_field: bool,
}

/// The pieces of a YAML map, each of which should be readable by itself. Lines without a key that follow each other are
/// one piece.
pub(super) fn pieces(source: &str, range: &Range<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![];
    let mut start = range.start;
    for line in source[range.clone()].split_inclusive('\n') {
        let end = start + line.len();
        let text = line.trim_end();
        let is_field = text.split_once(':').is_some_and(|(key, _)| is_key(key.trim_matches(['"', '\''])));
        let continues = text.is_empty()
            || text.starts_with([' ', '\t', '\u{a0}', '#', ']', '}'])
            || text == "-"
            || text.starts_with("- ")
            || text.starts_with(['*', '•', '·', '—', '–', '‣', '−']);
        match pieces.last_mut() {
            Some(last) if continues || (!is_field && !last.is_field) => last.range.end = end,
            _ => pieces.push(Piece { range: start..end, is_field }),
        }
        start = end;
    }
    pieces
}

/// All that looks like the key of a field at the start of a line, however far it is indented.
pub(super) fn keys<'s>(source: &'s str, range: &Range<usize>) -> Vec<(&'s str, Range<usize>)> {
    let (mut keys, mut start) = (vec![], range.start);
    for line in source[range.clone()].split_inclusive('\n') {
        let key =
            line.split([':', '=']).next().map(str::trim).filter(|key| key.len() < line.trim().len() && is_key(key));
        if let Some(key) = key {
            let at = start + line.len() - line.trim_start().len();
            keys.push((key, at..at + key.len()));
        }
        start += line.len();
    }
    keys
}

/// Whether this can be the key of a field.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// A text in straight quotes, the ones around it taken off.
pub(in crate::content) fn quoted(value: &str) -> String {
    let bare = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('„', '“'), ('«', '»')].into_iter().find_map(
        |(open, close)| {
            let inner = value.strip_prefix(open)?.strip_suffix(close)?;
            // `"We won" and "they lost"` begins and ends with quotes that are not a pair.
            let pairs = inner.matches([open, close]).count();
            (pairs == 0 || (open == close && pairs % 2 == 1) || !inner.contains(close)).then_some(inner)
        },
    );
    let value = bare.unwrap_or(value);
    if value.contains('"') && !value.contains('\'') {
        format!("'{value}'")
    } else {
        format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The nearest start of a character at or before a byte.
pub(super) fn floor(source: &str, mut at: usize) -> usize {
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_a_piece_with_all_that_is_indented_below_it() {
        let source = "title: a\ntags:\n- b\n  - c\nwords\nmore words\n\nsummary: d\n";
        let pieces = pieces(source, &(0..source.len()));
        let found: Vec<_> = pieces.iter().map(|piece| (piece.is_field, &source[piece.range.clone()])).collect();
        assert_eq!(
            found,
            [
                (true, "title: a\n"),
                (true, "tags:\n- b\n  - c\n"),
                (false, "words\nmore words\n\n"),
                (true, "summary: d\n"),
            ]
        );
    }

    #[test]
    fn quotes_around_a_text_are_replaced_and_those_in_it_stay() {
        for (value, text) in [
            ("a: b", "\"a: b\""),
            ("“a: b”", "\"a: b\""),
            ("'It's ours'", "\"It's ours\""),
            ("\"a\" b", "'\"a\" b'"),
            ("\"a\" and \"b\"", "'\"a\" and \"b\"'"),
            ("it's \"a\"", "\"it's \\\"a\\\"\""),
        ] {
            assert_eq!(quoted(value), text);
        }
    }
}
