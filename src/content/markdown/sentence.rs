//! The first sentence of a text. Plain text only, no Markdown.

/// How long a summary may be, in characters.
const LONGEST: usize = 200;

/// Abbreviations after which a full stop ends no sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "cllr", "prof", "rev", "st", "no", "vs", "e.g", "i.e", "etc", "approx", "dept",
    "inc", "ltd", "z.b", "bzw", "ca", "hr", "fr", "nr", "sra", "sr", "mme", "av",
];

/// How many bytes the longest of them has; an initial has no more.
const LONGEST_ABBREVIATION: usize = 6;

/// The first sentence, its white space made single spaces; cut after a word with `…` if it is very long.
pub(super) fn first(text: &str) -> String {
    let mut sentence = String::new();
    let mut characters = 0;
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        let length = word.chars().count();
        if characters + length > LONGEST {
            if sentence.is_empty() {
                sentence.extend(word.chars().take(LONGEST));
            }
            while sentence.ends_with([' ', ',', ';', ':', '–', '—', '-']) {
                sentence.pop();
            }
            sentence.push('…');
            return sentence;
        }
        sentence.push_str(word);
        characters += length + 1;
        if words.peek().is_some_and(|next| ends_sentence(word, next)) {
            return sentence;
        }
    }
    sentence
}

/// Whether a sentence ends with this word, going by the word after it. Both are without white space around them.
pub fn ends_sentence(word: &str, next: &str) -> bool {
    // Most words end with a plain letter.
    let last = word.as_bytes().last();
    if last.is_some_and(|last| last.is_ascii_alphanumeric() || *last == b',') {
        return false;
    }
    let bare = match last {
        Some(b'.' | b'!' | b'?') => word,
        _ => word.trim_end_matches(['"', '\'', '”', '’', '“', '»', '›', ')', ']', '\u{a0}']),
    };
    let Some(last) = bare.chars().next_back() else { return false };
    match last {
        '!' | '?' | '…' => !next.starts_with(char::is_lowercase),
        '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' | '։' | '።' => true,
        '.' => {
            if next.starts_with(char::is_lowercase) {
                return false;
            }
            let stem = bare.trim_end_matches('.').trim_start_matches(|c: char| !c.is_alphanumeric());
            if stem.len() > LONGEST_ABBREVIATION {
                return true;
            }
            let initial = stem.chars().count() == 1 && stem.chars().all(char::is_uppercase);
            !initial && !ABBREVIATIONS.iter().any(|abbreviation| stem.eq_ignore_ascii_case(abbreviation))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_not_at_an_abbreviation() {
        assert_eq!(ABBREVIATIONS.iter().map(|one| one.len()).max(), Some(LONGEST_ABBREVIATION));
        assert_eq!(first("We met Cllr. Lee today.  She\nlistened. Then"), "We met Cllr. Lee today.");
        assert_eq!(first("Why now? Because."), "Why now?");
        assert_eq!(first("“It works!” she said. Good."), "“It works!” she said.");
        assert_eq!(first("J. Smith and e.g. Ann came. More"), "J. Smith and e.g. Ann came.");
        assert_eq!(first("متى نبدأ؟ الآن"), "متى نبدأ؟");
        assert_eq!(first("No mark at all"), "No mark at all");
        assert_eq!(first(" \n"), "");
    }

    #[test]
    fn a_long_sentence_is_cut_after_a_word() {
        let summary = first(&"word, ".repeat(100));
        assert!(summary.ends_with("word…"), "{summary}");
        assert!(summary.chars().count() <= 200);
        assert_eq!(first(&"x".repeat(300)).chars().count(), 201);
    }
}
