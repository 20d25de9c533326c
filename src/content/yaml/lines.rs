//! The lines of YAML as somebody sees them: how far each is indented, and whether it looks like a field or an item.
//!
//! The parser needs none of this; it is for text in which the parser gets lost.

use std::ops::Range;

/// A line that says something: notes and empty lines are none.
#[derive(Clone)]
pub(super) struct Line<'a> {
    /// Where it begins in the file, spaces included; or where its map does, after the dash of an item.
    pub(super) begin: usize,
    /// Where its text begins.
    pub(super) start: usize,
    /// Its text, without what stands before and after.
    pub(super) text: &'a str,
    /// The column of its text.
    pub(super) indent: usize,
    /// What it begins with.
    pub(super) lead: Lead,
}

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Spaces, or nothing.
    Spaces,
    /// A tab is among them: no column can be told.
    Tab,
    /// A no-break space is among them.
    NoBreakSpace,
}

impl Line<'_> {
    /// Whether it begins an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.text == "-" || self.text.starts_with("- ")
    }

    /// The sign that it begins with as an item of a list does, where that is no dash.
    pub(super) fn bullet(&self) -> Option<char> {
        let bullet = self.text.chars().next().filter(|sign| "•·–—*".contains(*sign))?;
        self.text[bullet.len_utf8()..].starts_with([' ', '\t', '\u{a0}']).then_some(bullet)
    }

    /// Whether it is a field after a dash that has no space behind it.
    pub(super) fn has_tight_dash(&self) -> bool {
        self.text.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic) && key_of(rest).is_some())
    }

    /// Whether it looks like a field.
    pub(super) fn is_entry(&self) -> bool {
        !self.is_item() && key_of(self.text).is_some()
    }
}

/// The lines in these bytes that say something. The first one may begin in the middle of a line of the file, in this
/// column.
pub(super) fn lines<'a>(source: &'a str, range: &Range<usize>, column: usize) -> Vec<Line<'a>> {
    let mut lines = vec![];
    let mut begin = range.start;
    for whole in source[range.clone()].split_inclusive('\n') {
        let text = whole.trim_start_matches([' ', '\t', '\u{a0}']);
        let lead = &whole[..whole.len() - text.len()];
        let in_the_middle = begin == range.start && !source[..begin].ends_with('\n') && begin > 0;
        // A note begins with `#` and a space; a line of dashes at the very start belongs to no field.
        let opens = lines.is_empty() && text.trim_end() == "---";
        if !text.trim().is_empty() && !text.starts_with('#') && !opens {
            lines.push(Line {
                begin,
                start: begin + lead.len(),
                text: text.trim_end(),
                indent: lead.chars().count() + if in_the_middle { column } else { 0 },
                lead: if lead.contains('\t') {
                    Lead::Tab
                } else if lead.contains('\u{a0}') {
                    Lead::NoBreakSpace
                } else {
                    Lead::Spaces
                },
            });
        }
        begin += whole.len();
    }
    lines
}

/// The bytes of a line before the text of its item.
pub(super) fn after_dash(text: &str) -> usize {
    text.strip_prefix('-').map_or(0, |rest| text.len() - rest.trim_start().len())
}

/// A key, and where its value begins, in bytes of the line.
pub(super) struct Key {
    /// Quotes included.
    pub(super) name: Range<usize>,
    /// After the colon.
    pub(super) value: usize,
}

/// The key that a line begins with, also where the space after its colon is missing.
pub(super) fn key_of(text: &str) -> Option<Key> {
    if let Some(quote) = text.chars().next().filter(|first| ['"', '\''].contains(first)) {
        let end = text[1..].find(quote)? + 2;
        let colon = end + text[end..].find(':').filter(|colon| text[end..end + colon].trim().is_empty())?;
        return ends_key(&text[colon + 1..]).then_some(Key { name: 0..end, value: colon + 1 });
    }
    let colon = text.match_indices(':').map(|(at, _)| at).find(|at| ends_key(&text[at + 1..]));
    let colon = colon.or_else(|| glued(text))?;
    let name = text[..colon].trim_end();
    let is_key = !name.is_empty() && !name.starts_with(['[', '{', '#', '&', '*', '!', '|', '>', '%', '@', '`', ',']);
    (is_key && !name.contains(" #")).then_some(Key { name: 0..name.len(), value: colon + 1 })
}

/// Whether this is what follows the colon of a key.
fn ends_key(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// The colon of a key that lacks the space after it: `title:Our page`, but neither `https://…` nor `19:30`.
pub(in crate::content) fn glued(text: &str) -> Option<usize> {
    let (name, rest) = text.split_once(':')?;
    let is_key = is_key(name) && !name.starts_with(|c: char| c.is_ascii_digit());
    (is_key && !rest.is_empty() && !rest.starts_with([' ', '\t', ':']) && !rest.starts_with("//")).then_some(name.len())
}

/// Whether this is a word as keys are.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Option<&str> {
        key_of(text).map(|key| &text[key.name])
    }

    #[test]
    fn a_line_with_a_key_is_known() {
        assert_eq!(key("title: A: b"), Some("title"));
        assert_eq!(key("\"title\" : A"), Some("\"title\""));
        assert_eq!(key("title:A"), Some("title"));
        assert_eq!(key("who we are:"), Some("who we are"));
        for text in ["https://a.example", "19:30", "words", "\"We won\" say: yes", "[a: b]", "a #b: c"] {
            assert_eq!(key(text), None, "{text}");
        }
    }

    #[test]
    fn notes_and_empty_lines_are_left_out_and_columns_counted() {
        let source = "a:\n# note\n\n  - b: c\n    d: e\n\tf\n";
        let columns: Vec<_> =
            lines(source, &(0..source.len()), 0).iter().map(|line| (line.indent, line.text, line.lead)).collect();
        let spaces = Lead::Spaces;
        assert_eq!(columns, [(0, "a:", spaces), (2, "- b: c", spaces), (4, "d: e", spaces), (1, "f", Lead::Tab)]);
        let inner = source.find("b: c").unwrap_or(0);
        assert_eq!(lines(source, &(inner..source.len()), 4)[0].indent, 4);
    }
}
