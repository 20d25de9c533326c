//! Repairs: how a mistake is mended when only one thing can have been meant. Whether to mend it is not decided here.

use super::Span;

/// How the mistake of a diagnostic is mended, in the file of its first place.
///
/// A repair is offered only where it cannot change what was meant; everything else is the author's to decide. It takes
/// no part in fingerprints, as no position does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repair {
    /// What is written where, in the order of the file; none overlaps another.
    pub replacements: Vec<Replacement>,
}

/// Some bytes of a file, and what stands there instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replacement {
    /// The bytes; none where something is put in.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Replacement {
    /// This text in place of these bytes.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

impl Repair {
    /// A repair of one replacement.
    pub fn one(span: Span, text: impl Into<String>) -> Self {
        Self { replacements: vec![Replacement::new(span, text)] }
    }
}

/// The text with all of these repairs; `None` if two of them touch or overlap, or one does not lie in the text.
pub fn mended<'r>(text: &str, repairs: impl IntoIterator<Item = &'r Repair>) -> Option<String> {
    let mut all: Vec<&Replacement> = repairs.into_iter().flat_map(|repair| &repair.replacements).collect();
    all.sort();
    let mut result = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for (index, replacement) in all.into_iter().enumerate() {
        let (start, end) = (replacement.span.start as usize, replacement.span.end as usize);
        // Two that touch could mean something else together than each by itself.
        if index > 0 && start <= done || start > end {
            return None;
        }
        result.push_str(text.get(done..start)?);
        result.push_str(&replacement.text);
        text.get(start..end)?;
        done = end;
    }
    result.push_str(text.get(done..)?);
    Some(result)
}

/// Where this byte is after the repairs; a byte that was replaced moves to the end of what replaced it.
pub fn moved<'r>(byte: usize, repairs: impl IntoIterator<Item = &'r Repair>) -> usize {
    let all = repairs.into_iter().flat_map(|repair| &repair.replacements);
    let mut moved = byte;
    for Replacement { span, text } in all {
        let (start, end) = (span.start as usize, span.end as usize);
        if end <= byte && start < byte || end < byte {
            moved = moved + text.len() - (end - start);
        } else if start < byte {
            moved = moved + text.len() - (byte - start);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_repairs_are_made_at_once_in_any_order() {
        let (first, second) = (Repair::one(Span::new(0, 1), "AA"), Repair::one(Span::new(2, 2), "-"));
        assert_eq!(mended("abcd", [&second, &first]).as_deref(), Some("AAb-cd"));
        assert_eq!([0, 1, 2, 3].map(|byte| moved(byte, [&first, &second])), [0, 2, 3, 5]);
    }

    #[test]
    fn repairs_that_touch_or_do_not_fit_are_refused() {
        let of = |start, end| Repair::one(Span::new(start, end), "x");
        assert_eq!(mended("abcd", [&of(0, 2), &of(2, 3)]), None);
        assert_eq!(mended("abcd", [&of(1, 1), &of(1, 1)]), None);
        assert_eq!(mended("abcd", [&of(3, 9)]), None);
        assert_eq!(mended("é", [&of(1, 2)]), None);
    }
}
