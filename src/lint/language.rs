//! The language of a site, as far as lints know words of it.

use unic_langid::LanguageIdentifier;

/// A language that lints know words of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// English.
    English,
    /// One in which "todo" is an everyday word, such as Spanish.
    WithTodo,
    /// Any other.
    Other,
}

impl Language {
    /// The language of a tag such as `en-GB`.
    pub(super) fn of(tag: &str) -> Self {
        let identifier = tag.parse::<LanguageIdentifier>().ok();
        match identifier.as_ref().map_or("", |identifier| identifier.language.as_str()) {
            "en" => Self::English,
            "es" | "pt" | "gl" | "ast" | "an" | "eo" => Self::WithTodo,
            _ => Self::Other,
        }
    }
}

/// The words of a text, split at white space, each without the signs around it, with its bytes in the text.
///
/// Signs of money, `%` and `+` stay: they mean something beside a number.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    text.split_whitespace().filter_map(move |piece| {
        // `split_whitespace` gives pieces of this very text, in order.
        let start = at + text[at..].find(piece)?;
        at = start + piece.len();
        let kept = |c: char| c.is_alphanumeric() || "£$€%+".contains(c);
        let from = piece.find(kept)?;
        let (last, c) = piece.char_indices().rev().find(|(_, c)| kept(*c))?;
        let end = last + c.len_utf8();
        Some(Word { text: &piece[from..end], start: start + from, after: &piece[end..] })
    })
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Its letters and digits.
    pub(super) text: &'t str,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// The signs that follow it, up to the next white space.
    pub(super) after: &'t str,
}

impl Word<'_> {
    /// Where it ends in the text, without the signs that follow.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Whether a word begins with a capital letter.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_their_bytes() {
        let text = "“We’ve won,” – she said: £3,000 (45%).";
        let found: Vec<_> = words(text).map(|word| word.text).collect();
        assert_eq!(found, ["We’ve", "won", "she", "said", "£3,000", "45%"]);
        assert!(words(text).all(|word| &text[word.start..word.end()] == word.text));
    }

    #[test]
    fn languages_are_known_by_their_tag() {
        assert_eq!(Language::of("en-GB"), Language::English);
        assert_eq!(Language::of("pt-BR"), Language::WithTodo);
        assert_eq!(Language::of("cy"), Language::Other);
    }
}
