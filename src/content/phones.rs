//! Phone numbers in plain text, as bytes of it. Rather one too few than a list of years taken for a number.

use super::bytes::find;
use std::ops::Range;

/// Phone numbers. In English texts, numbers that belong to nobody's home (0300, 0800 …) are left out.
pub(super) fn phones(text: &str, english: bool) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut rest = 0;
    let begins = |byte: u8| byte.is_ascii_digit() | (byte == b'+') | (byte == b'(');
    while let Some(start) = find(&text.as_bytes()[rest..], begins).map(|at| rest + at) {
        let (mut end, mut digits) = (start, 0);
        while let Some(byte) = text.as_bytes().get(end) {
            match byte {
                b'0'..=b'9' => digits += 1,
                b' ' | b'(' | b')' | b'-' | b'.' | b'+' | b'*' | b'_' => {}
                _ if text[end..].starts_with('\u{a0}') => end += 1,
                _ => break,
            }
            end += 1;
        }
        rest = end;
        if digits < FEWEST_DIGITS {
            continue;
        }
        let written = text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let after = text[start + written.len()..].chars().next();
        let before = text[..start].chars().next_back();
        let apart = !before.is_some_and(|c| c.is_alphanumeric() || "£$€/,".contains(c))
            && !after.is_some_and(|c| c.is_alphanumeric() || c == '%' || c == '/');
        if apart && is_phone(written, english) {
            found.push(start..start + written.len());
        }
    }
    found
}

/// No phone number that [`is_phone`] knows has fewer.
const FEWEST_DIGITS: usize = 8;

fn is_phone(written: &str, english: bool) -> bool {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let groups: Vec<usize> =
        written.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
    // Sentences that end between two numbers, and lists of numbers, are no phone number.
    if written.contains(". ") || written.contains("  ") || groups.iter().filter(|length| **length == 1).count() > 1 {
        return false;
    }
    if written.starts_with('+') {
        return (8..=15).contains(&digits.len());
    }
    if digits.starts_with('0') && !written.starts_with("0.") {
        let public = english && (digits.starts_with("03") || digits.starts_with("0800") || digits.starts_with("0808"));
        return (9..=12).contains(&digits.len()) && !public;
    }
    // As in North America: (555) 123-4567.
    groups == [3, 3, 4] && written.contains(['-', '.', '('])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phones_in(text: &str) -> Vec<&str> {
        phones(text, true).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn phone_numbers() {
        for (text, found) in [
            ("Ring me on 07700 900123.", "07700 900123"),
            ("(01632) 960-001, after six", "(01632) 960-001"),
            ("+44 7700 900123", "+44 7700 900123"),
            ("or (555) 123-4567 at night", "(555) 123-4567"),
            ("555-123-4567", "555-123-4567"),
            ("07700 **900123**", "07700 **900123"),
        ] {
            assert_eq!(phones_in(text), [found], "{text}");
        }
    }

    #[test]
    fn what_is_no_phone_number() {
        for text in [
            "On 2026-11-24 at 19:00",
            "1,126 cars and 61 children",
            "We rang 999",
            "from 2019-2026",
            "01/02/2026",
            "£1 250 000 000",
            "in 2024. 2025 was worse",
            "0800 123 4567 is free",
            "0300 123 1234",
            "ISBN 9780306406157",
            "0.123456789",
            "1 2 3 4 5 6 7 8 9 10",
            "step 1.2.3",
            "+10 more",
            "030% of 123456789",
        ] {
            assert_eq!(phones_in(text), Vec::<&str>::new(), "{text}");
        }
    }
}
