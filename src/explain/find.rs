//! Finds the code that someone means: `HB0103`, `hb103` and `103` are one.

use super::explanation;
use crate::diagnostic::Code;

/// More codes than this are no help to someone who looks for one.
const MOST: usize = 5;

/// What was found for the words of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The code that they mean.
    Code(Code),
    /// No code; these may be meant.
    Near(Vec<Code>),
}

/// The code of this name. If there is none: those whose numbers are near, or whose titles hold the word.
pub fn find(typed: &str) -> Found {
    let wanted = typed.trim().trim_matches(|c| matches!(c, '[' | ']' | ':' | '`')).to_lowercase();
    let digits = wanted.strip_prefix("hb").unwrap_or(&wanted);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        let speaks_of = |code: &Code| !wanted.is_empty() && explanation(*code).title.to_lowercase().contains(&wanted);
        return Found::Near(Code::ALL.iter().copied().filter(speaks_of).take(MOST).collect());
    }
    let number = format!("{:0>4}", digits.trim_start_matches('0'));
    let distance = |code: &Code| strsim::damerau_levenshtein(&number, &code.to_string()[2..]);
    if let Some(code) = Code::ALL.iter().copied().find(|code| distance(code) == 0) {
        return Found::Code(code);
    }
    // One slip of four digits, and the beginning (which is the area) most likely right.
    let mut near: Vec<_> = Code::ALL.iter().copied().filter(|code| distance(code) == 1).collect();
    near.sort_by_key(|code| (code.to_string()[2..4] != number[..2], *code));
    near.truncate(MOST);
    Found::Near(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for typed in ["HB0103", "hb0103", "hb103", "103", " 0103 ", "[HB0103]:"] {
            assert_eq!(find(typed), Found::Code(Code::UnknownKey), "{typed}");
        }
    }

    #[test]
    fn a_slip_has_what_may_be_meant() {
        let Found::Near(near) = find("HB0013") else { panic!("there is no HB0013") };
        assert!(near.contains(&Code::UnknownKey), "{near:?}");
        assert!(near.len() <= MOST);
        assert_eq!(find("999999999999999999999999"), Found::Near(vec![]));
    }

    #[test]
    fn a_word_has_the_codes_that_speak_of_it() {
        let Found::Near(near) = find("Footnote") else { panic!("no code is a word") };
        assert_eq!(near, [Code::UnknownFootnote]);
        assert_eq!(find(""), Found::Near(vec![]));
        assert_eq!(find("\u{1b}[2J"), Found::Near(vec![]));
        assert_eq!(find("é"), Found::Near(vec![]));
    }
}
