//! Quotation marks and dashes of each language, for those that the author typed with straight characters.
//! What was typed in its final form is never changed.

/// Whether straight quotation marks, `--` and `...` become typographic ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Typography {
    /// Everything stays as typed.
    Off,
    /// They follow the custom of this language (a tag such as `cy` or `de-CH`).
    Language(String),
}

/// The quotation marks of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotes {
    pub(super) double: (&'static str, &'static str),
    pub(super) single: (&'static str, &'static str),
}

const ENGLISH: Quotes = Quotes { double: ("“", "”"), single: ("‘", "’") };

impl Quotes {
    /// The marks of a language tag; those of English for languages that are not in the table.
    ///
    /// Sources: CLDR delimiters; where practice differs, the form that newspapers of the language print.
    pub(super) fn of(language: &str) -> Self {
        let tag = language.to_ascii_lowercase().replace('_', "-");
        let primary = tag.split('-').next().unwrap_or_default();
        match (tag.as_str(), primary) {
            ("de-ch" | "de-li" | "it-ch" | "rm-ch", _) => Self { double: ("«", "»"), single: ("‹", "›") },
            ("fr-ch", _) => Self { double: ("«\u{202f}", "\u{202f}»"), single: ("‹\u{202f}", "\u{202f}›") },
            ("pt-br", _) => ENGLISH,
            (_, "de" | "cs" | "sk" | "sl" | "is" | "lt" | "lv" | "et" | "bg" | "sq" | "mk" | "ka") => {
                Self { double: ("„", "“"), single: ("‚", "‘") }
            }
            (_, "pl" | "ro" | "hu" | "hr" | "sr" | "bs") => Self { double: ("„", "”"), single: ("‚", "’") },
            (_, "fr" | "br") => Self { double: ("«\u{a0}", "\u{a0}»"), single: ("“", "”") },
            (_, "es" | "it" | "pt" | "ca" | "gl" | "eu" | "el" | "hy") => {
                Self { double: ("«", "»"), single: ("“", "”") }
            }
            (_, "nb" | "nn" | "no") => Self { double: ("«", "»"), single: ("‘", "’") },
            (_, "ru" | "uk" | "be") => Self { double: ("«", "»"), single: ("„", "“") },
            (_, "sv" | "fi") => Self { double: ("”", "”"), single: ("’", "’") },
            (_, "fa") => Self { double: ("«", "»"), single: ("‹", "›") },
            _ => ENGLISH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_may_have_its_own_marks() {
        assert_eq!(Quotes::of("de").double, ("„", "“"));
        assert_eq!(Quotes::of("de-AT").double, ("„", "“"));
        assert_eq!(Quotes::of("de-CH").double, ("«", "»"));
        assert_eq!(Quotes::of("pl").double, ("„", "”"));
    }

    #[test]
    fn an_unknown_language_takes_those_of_english() {
        for language in ["en-GB", "cy", "ar", "ur", "nl", "xx", ""] {
            assert_eq!(Quotes::of(language), ENGLISH, "{language}");
        }
    }
}
