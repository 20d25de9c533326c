//! A story: what happened, told by someone who agreed to it.

use super::consent::{Consent, ConsentStatus};
use super::parts::{PlaceField, check_phone};
use super::remarks;
use crate::content::at::At;
use crate::content::fields::{Address, Campaigns, Fields, People, Principles, Reader, Record, Ref, choices};
use crate::diagnostic::Code;

/// A story.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Story {
    pub consent: At<Consent>,
    pub who: Option<At<Who>>,
    pub campaign: Option<At<Ref<Campaigns>>>,
    pub principles: Vec<At<Ref<Principles>>>,
    pub place: Option<At<PlaceField>>,
    pub what_changed: Option<At<String>>,
    pub what_we_learned: Option<At<String>>,
    pub quote: Option<At<Spoken>>,
    pub teller: Option<At<Ref<People>>>,
    pub under_18: Option<At<bool>>,
    pub support: Option<At<Support>>,
    pub video: Option<At<Video>>,
}

impl Record for Story {
    const NAME: &'static str = "a story";
    const NEEDS_DATE: bool = true;
    const HAS_WHO: bool = true;

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            consent: fields.field("consent", "That the person in it agreed: `given`, or a map").required(),
            who: fields.field("who", "Whose story it is: a text is the name as readers may see it").optional(),
            campaign: fields.field("campaign", "The campaign it belongs to").optional(),
            principles: fields.field("principles", "The principles it shows").list(),
            place: fields.field("place", "An area, never an address").optional(),
            what_changed: fields.text("what_changed", "What changed").optional(),
            what_we_learned: fields.text("what_we_learned", "What was learned").optional(),
            quote: fields.field("quote", "Their words, covered by the story's consent").optional(),
            teller: fields.field("teller", "Who wrote it down").optional(),
            under_18: fields.field("under_18", "Somebody in it is a child").optional(),
            support: fields.field("support", "Where to find help with what it is about").optional(),
            video: fields.field("video", "A film; linked, never embedded").optional(),
        }
    }

    fn check(&self, reader: &mut Reader) {
        let Some(who) = &self.who else { return };
        let is_changed = matches!(who.known_as, KnownAs::Changed | KnownAs::Anonymous);
        let not_needed = self.consent.status.value == ConsentStatus::NotNeeded;
        let why = self.consent.why.as_ref().filter(|why| not_needed && !is_changed && remarks::is_changed_name(why));
        if let Some(why) = why {
            reader.tell_at(
                Code::ConsentReason,
                why,
                "a changed name is no reason not to ask: those who know them recognise the story",
                "write `consent: pending` until they have agreed, and then `given`; and below `who:`, `known_as: changed` with \
                 the other name, `shown_as: …`",
            );
            return;
        }
        let how = [
            "below `who:`, write `known_as: first` for the first name alone, or `known_as: anonymous` for none",
            "below `who:`, write `known_as: changed` with the other name, `shown_as: …`, or `known_as: anonymous` for none",
        ];
        remarks::check_shown(&self.consent, who.shown().as_deref(), is_changed, how, reader);
        if is_changed && not_needed && self.consent.why.is_some() {
            let help =
                "a changed name is no reason not to ask: write `pending` until they have agreed, and then `given`";
            reader.tell_at(
                Code::ConsentReason,
                &self.consent.status,
                "the person of this story is hidden from readers, and nobody is said to have asked them",
                help,
            );
        }
    }
}

choices! {
    /// How someone wants to be known.
    KnownAs {
        /// By their whole name.
        Full = "full",
        /// By their first name.
        First = "first",
        /// By another name.
        Changed = "changed",
        /// By none.
        Anonymous = "anonymous",
    }
}

/// Whose story it is; a text is the name as readers may see it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Who {
    pub name: Option<At<String>>,
    pub known_as: KnownAs,
    pub shown_as: Option<At<String>>,
    pub role: Option<At<String>>,
    pub person: Option<At<Ref<People>>>,
}

impl Record for Who {
    const NAME: &'static str = "the person of a story";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "Their name; shown only as `known_as` allows").optional(),
            known_as: fields.field("known_as", "How they want to be known; first if it is missing").or(KnownAs::First),
            shown_as: fields.text("shown_as", "The name that readers see").optional(),
            role: fields.text("role", "What they do").optional(),
            person: fields.field("person", "Their page").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { name: Some(text.clone()), known_as: KnownAs::Full, shown_as: None, role: None, person: None })
    }

    fn check(&self, reader: &mut Reader) {
        let alone = self.known_as == KnownAs::Full && self.shown_as.is_none() && self.role.is_none();
        // A name that is hidden is nowhere seen, with whatever stands beside it.
        let is_hidden = matches!(self.known_as, KnownAs::Changed | KnownAs::Anonymous);
        if let Some(name) = self.name.as_ref().filter(|_| !is_hidden) {
            let stands = if alone { remarks::Standing::Who } else { remarks::Standing::Name };
            remarks::check_name(name, stands, reader);
        }
        if let Some(name) = &self.shown_as {
            remarks::check_name(name, remarks::Standing::ShownAs, reader);
        }
        if let Some(role) = &self.role {
            remarks::check_name(role, remarks::Standing::Role, reader);
        }
    }
}

/// Words that stand before a name and are none.
const TITLES: [&str; 14] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "fr", "sr", "sir", "dame", "cllr", "imam"];

/// The words of a name, without titles such as Mr or Dr.
pub fn name_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| {
        !(c.is_alphanumeric() || c == '\'' || c == '’' || unicode_normalization::char::is_combining_mark(c))
    })
    .filter(|word| !word.is_empty() && !TITLES.contains(&word.to_lowercase().as_str()))
}

impl Who {
    /// The name that readers see; `None` if there is none to show.
    pub fn shown(&self) -> Option<String> {
        let name = self.name.as_ref().map(|name| name.value.as_str());
        let shown_as = self.shown_as.as_ref().map(|name| name.value.clone());
        match self.known_as {
            KnownAs::Full => name.map(str::to_owned).or(shown_as),
            KnownAs::First => shown_as.or_else(|| name_words(name?).next().map(str::to_owned)),
            KnownAs::Changed => shown_as,
            KnownAs::Anonymous => None,
        }
    }

    /// The words that must stand nowhere on the page: those of the name that `known_as` hides (content model, section 7).
    pub fn hidden(&self) -> Vec<String> {
        let (KnownAs::Changed | KnownAs::Anonymous, Some(name)) = (self.known_as, &self.name) else { return vec![] };
        let shown: Vec<_> = self.shown_as.iter().flat_map(|name| name_words(name)).map(fold).collect();
        let name = remarks::without_remark(name);
        name_words(&name).map(fold).filter(|word| word.chars().count() >= 3 && !shown.contains(word)).collect()
    }
}

/// A word without case and accents, for comparing names.
pub fn fold(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters = word.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    letters.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Their words; a text is the words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spoken {
    /// The words.
    pub text: At<String>,
    /// Whose they are, if not the storyteller's.
    pub by: Option<At<String>>,
}

impl Record for Spoken {
    const NAME: &'static str = "a quote";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            text: fields.text("text", "The words").required(),
            by: fields.text("by", "Whose they are, if not the storyteller's").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { text: text.clone(), by: None })
    }

    fn check(&self, reader: &mut Reader) {
        if let Some(by) = &self.by {
            remarks::check_name(by, remarks::Standing::By, reader);
        }
    }
}

/// Where to find help; a text is what it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Support {
    pub text: At<String>,
    pub url: Option<At<Address>>,
    pub phone: Option<At<String>>,
}

impl Record for Support {
    const NAME: &'static str = "a place to find help";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            text: fields.text("text", "What it says").required(),
            url: fields.field("url", "Where").optional(),
            phone: fields.text("phone", "A number to call").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { text: text.clone(), url: None, phone: None })
    }

    fn check(&self, reader: &mut Reader) {
        check_phone(self.phone.as_ref(), reader);
    }
}

/// A film.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Video {
    /// Where it is.
    pub url: At<Address>,
    /// Its words.
    pub transcript: Option<At<Address>>,
}

impl Record for Video {
    const NAME: &'static str = "a film";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            url: fields.field("url", "Where it is").required(),
            transcript: fields.field("transcript", "Its words: a page or file").optional(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Spot;

    fn who(name: &str, known_as: KnownAs, shown_as: Option<&str>) -> Who {
        let at = |text: &str| At { value: text.to_owned(), spot: Spot(0) };
        Who { name: Some(at(name)), known_as, shown_as: shown_as.map(at), role: None, person: None }
    }

    #[test]
    fn a_first_name_is_no_title() {
        assert_eq!(who("Dr. Zoë Achebe", KnownAs::First, None).shown().as_deref(), Some("Zoë"));
    }

    #[test]
    fn hidden_words_leave_out_titles_short_words_and_what_is_shown() {
        assert_eq!(who("Mrs Al Zoë Achebe", KnownAs::Changed, Some("Zoe B.")).hidden(), ["achebe"]);
        for name in
            ["Kirsty Bell (real name)", "Kirsty Bell (don't use real name)", "Kay (not her real name its Kirsty Bell)"]
        {
            assert_eq!(who(name, KnownAs::Changed, Some("Kay")).hidden(), ["kirsty", "bell"], "{name}");
        }
        assert_eq!(who("Zoë Achebe", KnownAs::Full, None).hidden(), Vec::<String>::new());
    }
}
