//! Definitions found in running text: one pass over a body's prose for all names at once.
//! It links nothing; the matches are put into the text when a page is made.

mod find;
mod haystack;

pub use crate::content::markdown::TermMatch;
pub use find::find;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use haystack::Haystack;
use twox_hash::XxHash3_128;
use unicode_normalization::UnicodeNormalization;

/// Up to how many bytes of names the automaton is a table, which is searched twice as fast and takes some 75 times their
/// bytes in memory, and a few times more where many scripts meet. The names of a thousand definitions are 20 kB.
const MOST_FOR_TABLE: usize = 50_000;

/// The names of all definitions, ready to be looked for.
#[derive(Debug)]
pub struct Glossary {
    /// None if there is no name to look for.
    automaton: Option<AhoCorasick>,
    /// The pattern of each needle of the automaton.
    patterns: Vec<Pattern>,
    fingerprint: u128,
}

/// A name of a definition, in one spelling.
#[derive(Debug)]
struct Pattern {
    /// The definition's index.
    definition: u32,
    /// The name exactly as it must be written: names all in capitals, such as NUT, are not the word "nut".
    exact: Option<Box<str>>,
}

impl Glossary {
    /// The glossary of these definitions. Each is all its names (title and `also`); its index is its place in the list.
    pub fn new<Names, Name>(definitions: impl IntoIterator<Item = Names>) -> Self
    where
        Names: IntoIterator<Item = Name>,
        Name: AsRef<str>,
    {
        let mut hashed = Vec::new();
        let mut needles = Vec::new();
        let mut patterns = Vec::new();
        for (index, names) in definitions.into_iter().enumerate() {
            let definition = u32::try_from(index).unwrap_or(u32::MAX);
            for name in names {
                let name = name.as_ref();
                hashed.extend_from_slice(name.as_bytes());
                hashed.push(0);
                // Text may hold an accent as a character of its own or not, and so may names.
                let composed: String = name.nfc().collect();
                let decomposed: String = name.nfd().collect();
                let differs = composed != decomposed;
                for spelling in [Some(composed), differs.then_some(decomposed)].into_iter().flatten() {
                    let exact = Haystack::of_text(&spelling, haystack::Case::Kept).text;
                    let needle = Haystack::of_text(&spelling, haystack::Case::Ignored).text;
                    if needle.chars().nth(1).is_none() {
                        continue;
                    }
                    needles.push(needle);
                    patterns.push(Pattern { definition, exact: is_all_capitals(&exact).then(|| exact.into()) });
                }
            }
            // No name holds a character 1, so lists of names that differ hash differently.
            hashed.push(1);
        }
        let length: usize = needles.iter().map(String::len).sum();
        let automaton = (!needles.is_empty()).then(|| {
            AhoCorasick::builder()
                .match_kind(MatchKind::Standard)
                .kind((length <= MOST_FOR_TABLE).then_some(AhoCorasickKind::DFA))
                .build(&needles)
                .expect("the names of a glossary are far from the four gigabytes that an automaton can hold")
        });
        Self { automaton, patterns, fingerprint: XxHash3_128::oneshot(&hashed) }
    }

    /// A number that is the same for the same names in the same order, and practically never for others.
    pub fn fingerprint(&self) -> u128 {
        self.fingerprint
    }

    /// There is no name to look for.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }
}

/// Two letters or more, and every letter a capital. Scripts without case have no capitals.
fn is_all_capitals(name: &str) -> bool {
    let mut letters = name.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_depends_on_names_and_their_grouping() {
        let fingerprint = |definitions: &[&[&str]]| Glossary::new(definitions.iter().copied()).fingerprint();
        assert_eq!(fingerprint(&[&["a", "b"], &["c"]]), fingerprint(&[&["a", "b"], &["c"]]));
        assert_ne!(fingerprint(&[&["a", "b"], &["c"]]), fingerprint(&[&["a"], &["b", "c"]]));
        assert_ne!(fingerprint(&[&["ab"]]), fingerprint(&[&["a", "b"]]));
    }

    #[test]
    fn capitals_are_two_letters_or_more() {
        assert!(is_all_capitals("NUT"));
        assert!(is_all_capitals("C3 UK"));
        assert!(!is_all_capitals("A 1"));
        assert!(!is_all_capitals("Nut"));
        assert!(!is_all_capitals("سكن"));
    }
}
