//! The first sentence of a text. Plain text only, no Markdown.

/// How long a summary may be, in characters.
const LONGEST: usize = 200;

/// Whether a full stop after this ends no sentence since it is an abbreviation, in any case.
fn is_abbreviation(stem: &str) -> bool {
    let mut lower = [0; LONGEST_ABBREVIATION];
    let Some(lower) = lower.get_mut(..stem.len()) else { return false };
    lower.copy_from_slice(stem.as_bytes());
    lower.make_ascii_lowercase();
    #[rustfmt::skip]
    let is_known = matches!(
        &*lower,
        b"mr" | b"mrs" | b"ms" | b"mx" | b"dr" | b"cllr" | b"prof" | b"rev" | b"st" | b"no" | b"vs" | b"e.g" | b"i.e" | b"etc"
            | b"approx" | b"dept" | b"inc" | b"ltd" | b"z.b" | b"bzw" | b"ca" | b"hr" | b"fr" | b"nr" | b"sra" | b"sr"
            | b"mme" | b"av"
    );
    is_known
}

/// How many bytes the longest abbreviation has: `approx`.
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
            let mut letters = stem.chars();
            let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
            !initial && !is_abbreviation(stem)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_not_at_an_abbreviation() {
        assert!(is_abbreviation("Approx") && is_abbreviation("E.G") && !is_abbreviation("approxi"));
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
