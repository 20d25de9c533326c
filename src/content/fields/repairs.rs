//! Repairs of keys and values: what is written in place of what. Whether one is offered is decided where it is told.

use crate::content::yaml::Entry;
use crate::diagnostic::{Repair, Replacement, Span};

/// Another text in place of a value that stands there as it was typed, in one line. An alias is none: its value stands
/// elsewhere.
pub(super) fn instead(source: &str, span: Span, value: &str, text: String) -> Option<Repair> {
    let typed = source.get(span.start as usize..span.end as usize)?;
    let inside = |quote: char| typed.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    let is_typed = [Some(typed), inside('"'), inside('\'')].contains(&Some(value));
    (is_typed && !typed.contains('\n')).then(|| Repair::one(span, text))
}

/// Ordinary spaces in place of the no-break spaces before and after a key.
pub(super) fn ordinary_spaces(source: &str, entry: &Entry) -> Option<Repair> {
    let (start, end) = (entry.span.start as usize, entry.span.end as usize);
    let typed = source.get(start..end).filter(|typed| **typed == *entry.key)?;
    let key = typed.trim_matches([' ', '\u{a0}']);
    if key.is_empty() || key.contains('\u{a0}') {
        return None;
    }
    let before = typed.len() - typed.trim_start_matches([' ', '\u{a0}']).len();
    let both = [(0, before), (before + key.len(), typed.len())];
    let replacements = both.into_iter().filter(|(from, to)| typed[*from..*to].contains('\u{a0}')).map(|(from, to)| {
        let spaces = " ".repeat(typed[from..to].chars().count());
        Replacement::new(Span::new(start + from, start + to), spaces)
    });
    Some(Repair { replacements: replacements.collect() })
}

/// Nothing in place of the line of an entry that stands on it alone.
pub(super) fn line_out(source: &str, entry: &Entry) -> Option<Repair> {
    let (start, end) = (entry.span.start as usize, entry.value.span.end as usize);
    let line = source.get(..start)?.rfind('\n').map_or(0, |before| before + 1);
    let next = source.get(end..)?.find('\n').map_or(source.len(), |after| end + after + 1);
    let is_alone = source[line..start].trim().is_empty() && !source[start..end].contains('\n');
    (is_alone && source[end..next].trim().is_empty()).then(|| Repair::one(Span::new(line, next), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_typed_there_is_replaced() {
        let source = "a: \"b\"\nc: *d";
        let of = |start, end, value| instead(source, Span::new(start, end), value, "x".to_owned());
        assert_eq!(of(3, 6, "b"), Some(Repair::one(Span::new(3, 6), "x")));
        assert_eq!(of(10, 12, "b"), None);
        assert_eq!(of(10, 99, "b"), None);
    }
}
