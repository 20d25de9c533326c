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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_their_tag() {
        assert_eq!(Language::of("en-GB"), Language::English);
        assert_eq!(Language::of("pt-BR"), Language::WithTodo);
        assert_eq!(Language::of("cy"), Language::Other);
    }
}
