//! What a note with someone's consent asks for: not to publish, not on the web, the first name only.

use super::name::is_first_name;
use super::vocabulary::{
    CHANGED, ELSEWHERE, FIRST_NAME, GUARDIAN, IF, NO_DENIAL, NO_SURNAME, NOT, NOT_ENGLISH, ONLY, PUBLISH, REAL, WEB,
};
use super::{beginning, has_words, words};
use crate::content::fields::Reader;
use crate::content::kinds::consent::{Channel, Consent, ConsentStatus};
use crate::content::kinds::story::fold;
use crate::diagnostic::Code;

/// What a note with someone's consent asks for, besides saying that they agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::content::kinds) enum Condition {
    /// Not to be published, or not on the internet.
    NotHere,
    /// To appear somewhere else only, such as in a newsletter.
    ElsewhereOnly,
    /// To be named by the first name only.
    FirstName,
    /// To be named by another name.
    ChangedName,
    /// To be shown without a photo, an address or the like.
    Part,
    /// Something else: "as long as …".
    Other,
}

/// What a note asks for; what protects most comes first.
pub(in crate::content::kinds) fn condition(note: &str) -> Option<Condition> {
    let folded = fold(beginning(note));
    let clauses = || folded.split([',', ';', '.', ':', '(', ')', '–', '—', '!', '\n']);
    let only = |clause: &str| words(clause).any(|word| ONLY.contains(&word));
    let denials: Vec<_> = clauses().filter_map(denial).collect();
    if denials.contains(&Condition::NotHere) || is_answered_no(&folded) {
        return Some(Condition::NotHere);
    }
    if CHANGED.iter().any(|words| has_words(&folded, words)) || REAL.iter().any(|words| has_words(&folded, words)) {
        return Some(Condition::ChangedName);
    }
    if denials.contains(&Condition::Part) {
        return Some(Condition::Part);
    }
    let first = |clause: &str| FIRST_NAME.iter().any(|words| has_words(clause, words));
    if denials.contains(&Condition::FirstName)
        || clauses().any(|clause| first(clause) && only(clause))
        || NO_SURNAME.iter().any(|words| has_words(&folded, words))
    {
        return Some(Condition::FirstName);
    }
    // "On paper only" may also say where the form is.
    let form = ["signed", "kept", "form", "forms", "filed", "folder", "cabinet", "copy", "written"];
    let elsewhere = |clause: &str| {
        only(clause)
            && words(clause).any(|word| ELSEWHERE.contains(&word))
            && !words(clause).any(|word| form.contains(&word))
    };
    if clauses().any(elsewhere) {
        return Some(Condition::ElsewhereOnly);
    }
    IF.iter().any(|words| has_words(&folded, words)).then_some(Condition::Other)
}

/// Whether a word is one for publishing or for the web. "Public" is one only in "make public", or at the end.
fn is_target(words: &[&str], at: usize) -> bool {
    let word = words[at];
    if word == "public" {
        let makes = ["make", "made", "making", "go", "going", "be", "being", "it", "this"];
        return at + 1 == words.len() || at > 0 && makes.contains(&words[at - 1]);
    }
    PUBLISH.iter().any(|stem| word.starts_with(stem)) || WEB.contains(&word)
}

/// What a part of a sentence says is not to be published, or not on the web: all of it, or the surname, or another part.
fn denial(clause: &str) -> Option<Condition> {
    let whole = ["off the record", "off the internet", "off the website"];
    if whole.iter().any(|words| has_words(clause, words)) {
        return Some(Condition::NotHere);
    }
    let words: Vec<&str> = words(clause).collect();
    let mut found = None;
    for (at, _) in words.iter().enumerate().filter(|(_, word)| NOT.contains(word)) {
        let after = &words[at + 1..];
        let is_english =
            matches!(words[at], "no" | "non") && !after.iter().take(6).any(|word| NOT_ENGLISH.contains(word));
        let reach = after.len().min(if is_english { 3 } else { 8 });
        // "She does not want to be seen online" denies it.
        let ends = |to: &usize| {
            NO_DENIAL.contains(&after[*to])
                && !(after[*to] == "seen" && *to > 0 && matches!(after[*to - 1], "be" | "being"))
        };
        let reach = (0..reach).find(ends).unwrap_or(reach);
        if (0..reach).any(|to| is_target(after, to)) {
            match part(after) {
                None => return Some(Condition::NotHere),
                Some(Condition::FirstName) if found.is_some() => {}
                of_it => found = of_it,
            }
        }
    }
    found
}

/// The part of what somebody said yes to that a denial is about, if it is about no more than that: "publish her surname".
fn part(denied: &[&str]) -> Option<Condition> {
    const BEFORE: [&str; 16] = [
        "want", "wants", "wish", "to", "put", "use", "show", "print", "include", "have", "give", "ever", "quiere",
        "que", "se", "please",
    ];
    const WHOSE: [&str; 21] = [
        "her", "his", "their", "my", "the", "any", "a", "full", "home", "ihr", "ihre", "ihren", "sein", "seine",
        "seinen", "den", "su", "sus", "el", "la", "email",
    ];
    const AFTER: [&str; 17] = [
        "on", "the", "our", "your", "this", "in", "at", "all", "to", "be", "please", "anywhere", "used", "shown", "im",
        "en", "auf",
    ];
    const SURNAME: [&str; 6] = ["surname", "surnames", "nachname", "nachnamen", "apellido", "apellidos"];
    const OTHER: [&str; 15] = [
        "address",
        "addresses",
        "photo",
        "photos",
        "photograph",
        "photographs",
        "picture",
        "pictures",
        "phone",
        "adresse",
        "foto",
        "fotos",
        "direccion",
        "age",
        "postcode",
    ];
    let is_publish = |word: &str| PUBLISH.iter().any(|stem| word.starts_with(stem)) && word != "public";
    let skip = |at: usize, is_skipped: &dyn Fn(&str) -> bool| {
        at + denied[at..].iter().take_while(|word| is_skipped(word)).count()
    };
    let mut at = skip(0, &|word| BEFORE.contains(&word) || is_publish(word));
    let mut asks = Condition::FirstName;
    loop {
        at = skip(at, &|word| WHOSE.contains(&word));
        match &denied[at.min(denied.len())..] {
            ["last" | "family" | "second", "name", ..] => at += 2,
            [word, ..] if SURNAME.contains(word) => at += 1,
            [word, ..] if OTHER.contains(word) => {
                asks = Condition::Part;
                at += 1;
            }
            _ => return None,
        }
        match denied.get(at) {
            Some(&("or" | "and" | "nor" | "oder" | "und" | "ni" | "o" | "y")) => at += 1,
            _ => break,
        }
    }
    (at..denied.len()).all(|to| AFTER.contains(&denied[to]) || is_target(denied, to)).then_some(asks)
}

/// Whether a note answers with no to a word for the web: "paper yes, website no", "online: no".
fn is_answered_no(folded: &str) -> bool {
    const NO: [&str; 11] = ["no", "nope", "nein", "non", "nee", "na", "not", "never", "nicht", "niet", "nao"];
    const AFTER: [&str; 12] =
        ["thanks", "thank", "please", "way", "yet", "but", "just", "only", "and", "yes", "bitte", "gracias"];
    NO.iter().any(|no| {
        folded.match_indices(no).any(|(at, _)| {
            let (before, after) = (&folded[..at], &folded[at + no.len()..]);
            let is_word = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
            let before: Vec<_> = words(before).collect();
            let is_end =
                after.trim_start_matches(' ').chars().next().is_none_or(|c| !(c.is_alphanumeric() || c == '?'));
            let next = words(after).next();
            is_word
                && !before.is_empty()
                && is_target(&before, before.len() - 1)
                && (is_end || next.is_some_and(|word| AFTER.contains(&word) || ELSEWHERE.contains(&word)))
        })
    })
}

/// Tells of a note with consent that says no, or that asks for another place than this website.
pub(in crate::content::kinds) fn check_notes(consent: &Consent, reader: &mut Reader) {
    for note in [&consent.record, &consent.why].into_iter().flatten().filter(|_| says_yes_to_the_website(consent)) {
        match condition(note) {
            Some(Condition::NotHere) => {
                let message = "this note says that something is not to be published here, and the consent says yes";
                let help = "read it again. If it was yes for paper only, add a line `for: [print]` below `consent:`, as far to the \
                            right as `status`; if they were not asked about this website or said no, write `status: pending`. Only if \
                            they themselves said yes to it since, write the note anew, with the day";
                reader.tell_at(Code::NoteForbids, note, message, help);
            }
            Some(Condition::ElsewhereOnly) => {
                let message = "this note sets a condition, and the consent is for this website";
                let help = "read it again. If they agreed to print only, add a line `for: [print]` below `consent:`, as far to \
                            the right as `status`; if they agreed to this website too, say so in the note";
                reader.tell_at(Code::NoteCondition, note, message, help);
            }
            Some(Condition::Part) => {
                let message = "this note says that something of theirs, such as a photo or an address, is not to be published here";
                let help = "read it again, and see that it stands nowhere in this file. If it does not, write the note so that it \
                            says what they agreed to";
                reader.tell_at(Code::NoteCondition, note, message, help);
            }
            _ => {}
        }
    }
}

/// Tells of a note with consent that allows less of a name than readers would see; `how` says what to write for the first
/// name alone, and what for another name.
pub(in crate::content::kinds) fn check_shown(
    consent: &Consent,
    shown: Option<&str>,
    is_changed: bool,
    how: [&str; 2],
    reader: &mut Reader,
) {
    for note in [&consent.record, &consent.why].into_iter().flatten().filter(|_| says_yes_to_the_website(consent)) {
        let (asks, how) = match condition(note) {
            Some(Condition::FirstName) if shown.is_some_and(|name| !is_first_name(name)) => {
                ("the first name only, and readers would see more", how[0])
            }
            Some(Condition::ChangedName) if !is_changed && shown.is_some() => {
                ("another name than the real one, and nothing here says that it is changed", how[1])
            }
            _ => continue,
        };
        reader.tell_at(
            Code::NoteCondition,
            note,
            format!("this note asks for {asks}"),
            format!("read it again; {how}"),
        );
    }
}

fn says_yes_to_the_website(consent: &Consent) -> bool {
    let says_yes = matches!(consent.status.value, ConsentStatus::Given | ConsentStatus::NotNeeded);
    let channels = &consent.channels;
    says_yes && (channels.is_empty() || channels.iter().any(|channel| channel.value == Channel::Website))
}

/// Whether a reason why nobody has to be asked is that the name is changed, which is none.
pub(in crate::content::kinds) fn is_changed_name(why: &str) -> bool {
    condition(why) == Some(Condition::ChangedName)
}

/// What to say of a note in which a parent agrees, or a child is spoken of.
pub(in crate::content::kinds) fn with_the_guardian(note: &str) -> &'static str {
    let folded = fold(note);
    if GUARDIAN.iter().any(|word| has_words(&folded, word)) {
        ". For somebody under 18 a parent or guardian has to agree as well as they themselves: then `guardian: yes` stands below \
         `status: given`, and in a story also `under_18: yes`"
    } else {
        ""
    }
}

/// What to say of a note that stands in the place of a word for consent, and asks for something.
pub(in crate::content::kinds) fn with_the_note(note: &str) -> &'static str {
    match condition(note) {
        Some(Condition::NotHere) => {
            ". Your note says that something is not to be published here: then it is not `given`"
        }
        Some(Condition::ElsewhereOnly) => {
            ". Your note sets a condition: agreement for paper alone is `given` with a line `for: [print]` below it"
        }
        Some(Condition::FirstName) => {
            ". Your note sets a condition: before you write `given`, take the surname out of this file wherever it stands"
        }
        Some(Condition::ChangedName) => {
            ". Your note sets a condition: before you write `given`, see that the real name stands nowhere in this file"
        }
        Some(Condition::Part | Condition::Other) => {
            ". Your note sets a condition: before you write `given`, do what it asks for"
        }
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_note_asks_for_is_found() {
        use Condition::*;
        for (note, asks) in [
            ("Only for the paper newsletter, she does not want it on the internet", Some(NotHere)),
            ("please do not publish", Some(NotHere)),
            ("Don’t put it online", Some(NotHere)),
            ("nicht im Internet", Some(NotHere)),
            ("no publicar", Some(NotHere)),
            ("first name only, and not on Facebook", Some(FirstName)),
            ("his mum says ok but first name only please", Some(FirstName)),
            ("nur der Vorname", Some(FirstName)),
            ("only for the newsletter", Some(ElsewhereOnly)),
            ("Ruth is not her real name", Some(ChangedName)),
            ("fine as long as the dog is in it", Some(Other)),
            ("On paper, in the red folder", None),
            ("Signed on paper only", None),
            ("no problem with being online", None),
            ("she doesnt want it online", Some(NotHere)),
            ("dont put on website", Some(NotHere)),
            ("cannot be published", Some(NotHere)),
            ("can’t be published", Some(NotHere)),
            ("won't have it online", Some(NotHere)),
            ("didn't agree to the website", Some(NotHere)),
            ("does not want to be seen online", Some(NotHere)),
            ("she does not want it made public", Some(NotHere)),
            ("paper yes, website no", Some(NotHere)),
            ("website no paper yes", Some(NotHere)),
            ("website - no", Some(NotHere)),
            ("online: no", Some(NotHere)),
            ("No quiere que se publique", Some(NotHere)),
            ("no quiere salir en la web", Some(NotHere)),
            ("Keine Veröffentlichung", Some(NotHere)),
            ("keinesfalls ins Internet", Some(NotHere)),
            ("Dim ar y wefan", Some(NotHere)),
            ("ddim i'w gyhoeddi", Some(NotHere)),
            ("peidiwch â chyhoeddi", Some(NotHere)),
            ("please don't publish her surname", Some(FirstName)),
            ("no last name on the website", Some(FirstName)),
            ("do not put her photo or address on the website", Some(Part)),
            ("don't publish her surname or her story", Some(NotHere)),
            ("don't put her photo or her on the website", Some(NotHere)),
            ("does not want to be online or have her surname published", Some(NotHere)),
            ("not on Facebook but the website is fine", Some(Other)),
            ("not a private remark but a public speech", Some(Other)),
            ("has not seen the website yet", None),
            ("did not ask to see it before publication", None),
            ("Dydy hi ddim yn meindio bod ar y wefan", None),
            ("pas de problème pour le site web", None),
            ("website: no problem", None),
            ("no le importa que se publique", None),
            ("not only on the website", None),
            ("Not needed, it was published in the Gazette", None),
            ("She does not mind being on the website", None),
            ("Said at the open council meeting on 4 November 2026.", None),
            ("WhatsApp, 6 October", None),
        ] {
            assert_eq!(condition(note), asks, "{note}");
        }
    }
}
