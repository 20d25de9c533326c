//! What someone agreed to: only what is given, in date and for the website is published; everything else fails closed.

use super::remarks;
use super::story::fold;
use crate::content::at::At;
use crate::content::fields::{Date, Fields, Reader, Record, choices};
use crate::content::yaml::as_value;
use crate::diagnostic::Code;

/// Someone's agreement to be published. Never published itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Consent {
    pub status: At<ConsentStatus>,
    pub channels: Vec<At<Channel>>,
    pub agreed: Option<At<Date>>,
    pub until: Option<At<Date>>,
    pub record: Option<At<String>>,
    pub guardian: bool,
    pub why: Option<At<String>>,
}

choices! {
    /// Where someone's agreement stands. The first one is what stands in for a mistake: it publishes nothing.
    ConsentStatus {
        /// Asked, not answered.
        Pending = "pending",
        /// Agreed.
        Given = "given",
        /// Agreed once, and no longer.
        Withdrawn = "withdrawn",
        /// Nobody has to be asked; `why` says the reason.
        NotNeeded = "not-needed",
    }
}

choices! {
    /// Where someone agreed to appear.
    Channel {
        /// This website.
        Website = "website",
        /// Leaflets and posters.
        Print = "print",
        /// Newspapers and broadcasters.
        Press = "press",
        /// Social media.
        Social = "social",
    }
}

/// What people write for yes, folded, in some languages.
const YES: [&str; 15] =
    ["yes", "y", "true", "ok", "agreed", "si", "oui", "ja", "tak", "ydw", "ydy", "ie", "sim", "da", "evet"];

/// The same for no.
const NO: [&str; 12] = ["no", "n", "false", "non", "nein", "nie", "nac ydw", "nage", "na", "nao", "nee", "refused"];

/// The words that there are.
const WORDS: &str = "write `consent: given` if the person has agreed to be on this website; otherwise `pending` (asked, and not \
                     answered yet), `withdrawn` (they have changed their mind) or `not-needed` (there is nobody to ask)";

impl Record for Consent {
    const NAME: &'static str = "consent";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            status: fields.field("status", "Where it stands").required(),
            channels: fields.field("for", "Where it may appear; the website if it is missing").list(),
            agreed: fields.date("agreed", "The day they agreed").optional(),
            until: fields.date("until", "The last day on which it may be shown").optional(),
            record: fields.text("record", "Where the signed form is kept").optional(),
            guardian: fields.flag("guardian", "A parent or guardian agreed too"),
            why: fields.text("why", "Why nobody has to be asked").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        let status = match text.to_lowercase().as_str() {
            "given" => ConsentStatus::Given,
            "pending" => ConsentStatus::Pending,
            "withdrawn" => ConsentStatus::Withdrawn,
            "not-needed" => ConsentStatus::NotNeeded,
            _ => return None,
        };
        let status = At { value: status, spot: text.spot };
        Some(Self { status, channels: vec![], agreed: None, until: None, record: None, guardian: false, why: None })
    }

    fn explain_text(text: &str, _: &str) -> Option<(Code, String, String)> {
        let word = fold(text);
        let (message, help) = if YES.contains(&&*word) {
            (format!("`{text}` does not say who agreed to what"), WORDS)
        } else if NO.contains(&&*word) {
            let help = "write `consent: withdrawn` if the person has said no, or `consent: pending` if they have not answered yet: \
                        both keep it off the website";
            (format!("`{text}` does not say whether the person was asked"), help)
        } else {
            (format!("`{text}` is no word for consent"), WORDS)
        };
        // A word alone is no note that could be lost.
        let note = if text.contains(char::is_whitespace) {
            let note = as_value(text);
            format!(
                ". Keep what you noted, with the word that is true in place of the dots:\nconsent:\n  status: …\n  record: {note}"
            )
        } else {
            String::new()
        };
        Some((
            Code::ConsentNotPlain,
            message,
            format!("{help}{}{}{note}", remarks::with_the_note(text), remarks::with_the_guardian(text)),
        ))
    }

    fn check(&self, reader: &mut Reader) {
        if self.status.value == ConsentStatus::NotNeeded && self.why.is_none() {
            let help = "add `why:` below `consent:`, with `status: not-needed`: the next person will wonder. Someone whose name \
                        is changed, or who never spoke in public, has to be asked all the same: then write `pending`";
            reader.tell_at(Code::ConsentReason, &self.status, "nothing says why consent is not needed", help);
        }
        remarks::check_notes(self, reader);
    }
}
