//! Remarks that people write beside a name or with consent, and that say what readers must not see: "not her real
//! name", "first name only", "not on the internet". Nothing about agreement is guessed from them; they are told.
//!
//! Long because: the words stand here in several languages, beside what is made of them.

use super::consent::{Channel, Consent, ConsentStatus};
use super::story::{fold, name_words};
use crate::content::at::At;
use crate::content::fields::Reader;
use crate::content::yaml::as_value;
use crate::diagnostic::Code;
use std::ops::Range;

/// A remark about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::content) struct NameRemark<'t> {
    /// The name before it, if it is for certain the one that readers may see.
    pub(in crate::content) shown: Option<&'t str>,
    /// It says no more than that the name is changed, in brackets: `Ruth (name changed)`.
    pub(in crate::content) alone: bool,
}

/// Words that ask for another name, folded: what stands before them is the real one.
const TO_CHANGE: &str = "name to be changed";

/// Words that also stand in a question about what something means, folded.
const MEANS: &str = "heißt eigentlich";

/// Words that say of a name that it is another than the real one, folded.
const CHANGED: [&str; 48] = [
    "name changed",
    "names changed",
    "name has been changed",
    "name is changed",
    "name was changed",
    TO_CHANGE,
    "changed name",
    "not her name",
    "not his name",
    "not their name",
    "not my name",
    "made-up name",
    "made up name",
    "fake name",
    "false name",
    "pseudonym",
    "really called",
    "nombre cambiado",
    "nombre ficticio",
    "nombre falso",
    "nombre inventado",
    "no es su nombre",
    "seudonimo",
    "name geandert",
    "name wurde geandert",
    "namen geandert",
    "geanderter name",
    MEANS,
    "nom change",
    "prenom change",
    "nom modifie",
    "prenom modifie",
    "nom d'emprunt",
    "prenom d'emprunt",
    "nom canviat",
    "nome alterado",
    "nome ficticio",
    "nome cambiato",
    "nome di fantasia",
    "nome de fantasia",
    "imie zmienione",
    "naam veranderd",
    "naam is veranderd",
    "gefingeerde naam",
    "enw wedi'i newid",
    "enw wedi ei newid",
    "newidiwyd yr enw",
    "ffugenw",
];

/// Words for somebody's real name, folded. What stands before "not her real name" is the other one.
const REAL: [&str; 23] = [
    "real name",
    "true name",
    "actual name",
    "proper name",
    "right name",
    "real surname",
    "nombre real",
    "nombre verdadero",
    "verdadero nombre",
    "richtiger name",
    "richtigen namen",
    "wirklicher name",
    "wirklichen namen",
    "echter name",
    "echten namen",
    "vrai nom",
    "vrai prenom",
    "nom veritable",
    "vero nome",
    "nome verdadeiro",
    "echte naam",
    "enw iawn",
    "enw go iawn",
];

/// What each of those words has in it, also before it is folded.
const STEMS: [&str; 8] = ["name", "nom", "naam", "enw", "imi", "seud", "called", "heiß"];

/// Words that deny what follows, folded.
const NOT: [&str; 42] = [
    "not",
    "isn't",
    "isnt",
    "never",
    "don't",
    "dont",
    "doesn't",
    "doesnt",
    "didn't",
    "didnt",
    "can't",
    "cant",
    "cannot",
    "won't",
    "wont",
    "wouldn't",
    "wouldnt",
    "shouldn't",
    "shouldnt",
    "mustn't",
    "mustnt",
    "refused",
    "refuses",
    "no",
    "ni",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keinesfalls",
    "pas",
    "non",
    "nao",
    "niet",
    "geen",
    "nie",
    "nid",
    "dim",
    "ddim",
    "peidiwch",
    "peidio",
];

/// Words that deny of a name that it is the real one, folded. "Don't" and "never" deny something else.
const IS_NOT: [&str; 11] = ["not", "isn't", "isnt", "no", "nicht", "kein", "pas", "non", "nao", "niet", "nid"];

/// What else stands between those and "real name" when nothing more is said, folded.
const BETWEEN: [&str; 33] = [
    "this", "that", "it", "it's", "is", "her", "his", "their", "my", "the", "a", "ist", "das", "der", "ihr", "ihre",
    "sein", "seine", "es", "su", "mi", "el", "ce", "n'est", "c'est", "son", "e", "il", "suo", "seu", "haar", "zijn",
    "ei",
];

/// What a text in the place of a name says about that name besides it.
pub(in crate::content) fn about_the_name(text: &str) -> Option<NameRemark<'_>> {
    // Every title is looked at, and nearly none has a word of these.
    let lower = text.to_lowercase();
    if !STEMS.iter().any(|stem| lower.contains(stem)) {
        return None;
    }
    let folded = fold(text);
    let changed = CHANGED.iter().find(|words| has_words(&folded, words));
    let real = REAL.iter().find_map(|words| find_words(&folded, words).map(|at| &folded[..at.start]));
    if changed.is_none() && real.is_none() {
        return None;
    }
    let open = text.find(['(', '[']);
    let inside = open.and_then(|open| text[open + 1..].trim_end().strip_suffix([')', ']']));
    let alone = inside.is_some_and(|inside| {
        let inside = fold(inside);
        let bare = inside.trim().trim_end_matches('.').trim_start_matches("her ").trim_start_matches("his ");
        let denied = REAL.iter().any(|words| bare.strip_suffix(words).is_some_and(is_denial_alone));
        denied || bare != TO_CHANGE && CHANGED.contains(&bare)
    });
    let before = text[..open.or_else(|| text.find([',', ';', ':'])).unwrap_or(0)].trim();
    let denied = real
        .is_some_and(|before| before.rsplit(['(', '[', ',', ';', ':', '–', '—']).next().is_some_and(is_denial_alone));
    // "Kirsty (name changed to Kayleigh)": the name that must not be seen could stand first.
    let is_certain = alone || denied;
    Some(NameRemark { shown: Some(before).filter(|before| is_certain && !before.is_empty()), alone })
}

/// Whether these words before "real name" say no more than "not her": "don't use her" and "no" ask for something.
fn is_denial_alone(before: &str) -> bool {
    let is_word_for_it = |word: &str| IS_NOT.contains(&word) || BETWEEN.contains(&word);
    let denies = |word: &str| IS_NOT.contains(&word) && !(matches!(word, "no" | "non") && words(before).count() < 2);
    words(before).all(is_word_for_it) && words(before).any(denies)
}

/// The parts of a text that stand in brackets.
fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    text.split(['(', '[']).skip(1).filter_map(|part| part.split([')', ']']).next())
}

/// Whether a part of a title speaks of the name before it, and does not ask what something means.
fn is_about_the_name(part: &str) -> bool {
    let folded = fold(part);
    let asks = ["was", "wie", "wer"].iter().any(|word| has_words(&folded, &format!("{word} {MEANS}")));
    about_the_name(part).is_some() && !asks
}

/// A name, folded, without what is said about it besides.
pub(super) fn without_remark(name: &str) -> String {
    /// Words around such a remark that are no names.
    const AROUND: [&str; 12] =
        ["its", "it's", "she's", "he's", "was", "called", "please", "don't", "dont", "use", "print", "publish"];
    let mut rest = fold(name);
    if about_the_name(name).is_none() {
        return rest;
    }
    let is_around = |word: &str| NOT.contains(&word) || BETWEEN.contains(&word) || AROUND.contains(&word);
    for remark in CHANGED.iter().chain(&REAL) {
        while let Some(found) = find_words(&rest, remark) {
            let (mut before, mut after) = (&rest[..found.start], &rest[found.end..]);
            while let Some(shorter) = words(before.trim_end())
                .next_back()
                .filter(|word| is_around(word))
                .and_then(|word| before.trim_end().strip_suffix(word))
            {
                before = shorter;
            }
            while let Some(shorter) = words(after.trim_start())
                .next()
                .filter(|word| is_around(word))
                .and_then(|word| after.trim_start().strip_prefix(word))
            {
                after = shorter;
            }
            rest = format!("{before} | {after}");
        }
    }
    rest
}

/// What a note with someone's consent asks for, besides saying that they agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
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

/// Stems of words for publishing and for the web, folded.
const PUBLISH: [&str; 8] =
    ["publi", "veroffentlich", "pubblic", "cyhoedd", "gyhoedd", "chyhoedd", "nghyhoedd", "gepubliceerd"];
const WEB: [&str; 12] = [
    "internet",
    "online",
    "website",
    "websites",
    "web",
    "webseite",
    "gwefan",
    "rhyngrwyd",
    "webpage",
    "homepage",
    "wefan",
    "on-line",
];

/// Where else something can appear, folded.
const ELSEWHERE: [&str; 22] = [
    "newsletter",
    "paper",
    "print",
    "printed",
    "leaflet",
    "leaflets",
    "poster",
    "posters",
    "press",
    "newspaper",
    "radio",
    "magazine",
    "zine",
    "facebook",
    "papel",
    "boletin",
    "papier",
    "zeitung",
    "rundbrief",
    "journal",
    "papur",
    "cylchlythyr",
];

/// Words that mean "only", folded.
const ONLY: [&str; 10] =
    ["only", "just", "solo", "solamente", "nur", "seulement", "uniquement", "unig", "alleen", "soltanto"];

/// Words for someone's first name, folded.
const FIRST_NAME: [&str; 10] = [
    "first name",
    "first names",
    "christian name",
    "nombre de pila",
    "vorname",
    "vornamen",
    "prenom",
    "enw cyntaf",
    "voornaam",
    "nome proprio",
];

/// Words that say the same of the other name, folded.
const NO_SURNAME: [&str; 10] = [
    "no surname",
    "not her surname",
    "not his surname",
    "not their surname",
    "without surname",
    "without her surname",
    "without his surname",
    "no last name",
    "sin apellido",
    "ohne nachname",
];

/// Words that set a condition, whatever it is.
const IF: [&str; 8] = ["as long as", "on condition", "provided", "unless", "but", "except", "pero", "aber"];

/// What a note asks for; what protects most comes first.
pub(super) fn condition(note: &str) -> Option<Condition> {
    let folded = fold(note);
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

/// Words after which nothing is denied any more, folded: "not needed, since it was published", "not only on the
/// website", "no problem with being online".
const NO_DENIAL: [&str; 72] = [
    "only",
    "just",
    "needed",
    "need",
    "necessary",
    "required",
    "ask",
    "asked",
    "problem",
    "problems",
    "objection",
    "objections",
    "object",
    "objects",
    "issue",
    "issues",
    "mind",
    "minds",
    "worried",
    "bothered",
    "fussed",
    "wait",
    "because",
    "since",
    "until",
    "but",
    "before",
    "seen",
    "private",
    "secret",
    "closed",
    "nur",
    "sondern",
    "aber",
    "einwand",
    "einwande",
    "bedenken",
    "dagegen",
    "probleme",
    "solo",
    "sino",
    "pero",
    "hay",
    "importa",
    "molesta",
    "problema",
    "problemas",
    "inconveniente",
    "inconvenientes",
    "dispiace",
    "obiezioni",
    "mas",
    "seulement",
    "mais",
    "souci",
    "soucis",
    "inconvenient",
    "opposee",
    "oppose",
    "maar",
    "bezwaar",
    "ond",
    "meindio",
    "poeni",
    "broblem",
    "ots",
    "gwrthwynebiad",
    "wrthwynebiad",
    "gwrthwynebu",
    "wrthwynebu",
    "malio",
    "probleem",
];

/// Small words that show that "no" is not English: more words can stand between it and what it denies.
const NOT_ENGLISH: [&str; 16] =
    ["que", "se", "en", "la", "el", "lo", "su", "al", "por", "para", "che", "sia", "sul", "nel", "di", "quiere"];

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

/// The words of a folded text.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'))
        .filter(|word| word.contains(char::is_alphanumeric))
}

fn has_words(text: &str, words: &str) -> bool {
    find_words(text, words).is_some()
}

/// Where these words stand in a text, not as a part of other words.
fn find_words(text: &str, words: &str) -> Option<Range<usize>> {
    text.match_indices(words).map(|(at, _)| at..at + words.len()).find(|at| {
        !text[..at.start].ends_with(char::is_alphanumeric) && !text[at.end..].starts_with(char::is_alphanumeric)
    })
}

/// Whether this name is a first name alone.
pub(super) fn is_first_name(name: &str) -> bool {
    let name = name.split([',', '(']).next().unwrap_or(name);
    name_words(name).filter(|word| word.starts_with(char::is_alphabetic)).count() <= 1
}

/// Where a name stands, which decides how one that is changed is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// `who: Kayleigh`.
    Who,
    /// `name` below `who`.
    Name,
    /// `role` below `who`.
    Role,
    /// `shown_as` below `who`.
    ShownAs,
    /// `by` of a quote.
    By,
    /// `role` or `organisation` of a quote.
    BesideBy,
}

/// Tells of a remark about a name where readers would see both: it may hold the name that they must not see. Nothing of
/// the file is published then.
pub(super) fn check_name(name: &At<String>, stands: Standing, reader: &mut Reader) {
    let Some(remark) = about_the_name(name) else { return };
    // A quote has no other way to say that its name is changed.
    if stands == Standing::By && remark.alone {
        return;
    }
    let shown = remark.shown.map_or_else(|| "…".to_owned(), as_value);
    let help = match stands {
        Standing::Who => {
            format!("write the name that readers may see, alone:\nwho:\n  known_as: changed\n  shown_as: {shown}\n")
        }
        Standing::Role | Standing::BesideBy => "write what they do here, and nothing of the name. ".to_owned(),
        Standing::Name => format!(
            "in place of this line, write below `who:` the name that readers may see, alone:\nwho:\n  known_as: changed\n  shown_as: {shown}\n"
        ),
        Standing::ShownAs => format!(
            "write the name that readers may see, alone; the page itself says that it is changed:\nwho:\n  known_as: changed\n  shown_as: {shown}\n"
        ),
        Standing::By => format!("write the name that readers may see, alone: `by: {shown}`. "),
    };
    let of_quote = matches!(stands, Standing::By | Standing::BesideBy);
    tell(name, &help, if of_quote { NOWHERE } else { IN_NAME }, reader);
}

/// Where somebody's real name may stand, if only readers are not to see it.
const IN_NAME: &str = "Write the real name only in `name:` below `who:`, which is not published beside `known_as: changed`: then \
                       every other place in this file where it stands is found (HB0403)";

/// The same where no field is for it.
const NOWHERE: &str = "The real name is best written nowhere in this file, not in a note either";

/// Tells of a remark about a name in a title.
pub(super) fn check_title(title: &At<String>, is_name: bool, of_story: bool, reader: &mut Reader) {
    let Some(remark) = about_the_name(title) else { return };
    // "Not my real name" can be what a story is called, and "Street names changed (2026)" what a page is.
    if remark.alone || !is_name && !bracketed(title).any(is_about_the_name) {
        return;
    }
    let shown = remark.shown.map_or_else(|| "…".to_owned(), as_value);
    let help = format!("write what readers may see, alone: `title: {shown}`. ");
    tell(title, &help, if of_story { IN_NAME } else { NOWHERE }, reader);
}

fn tell(name: &At<String>, help: &str, real_name: &str, reader: &mut Reader) {
    reader.withhold = true;
    let message = "a remark about this name stands where readers see the name";
    let help = format!("{help}{real_name}");
    reader.tell_at(Code::NameRemark, name, message, help);
}

/// Tells of a note with consent that says no, or that asks for another place than this website.
pub(super) fn check_notes(consent: &Consent, reader: &mut Reader) {
    for note in [&consent.record, &consent.why].into_iter().flatten().filter(|_| says_yes_to_the_website(consent)) {
        match condition(note) {
            Some(Condition::NotHere) => {
                let message = "this note says that something is not to be published here, and the consent says yes";
                let help = "read it again. If they said no to this website, write `status: pending`, or `for: [print]` if it was \
                            yes for paper only; if they said yes, write the note so that it says that";
                reader.tell_at(Code::NoteForbids, note, message, help);
            }
            Some(Condition::ElsewhereOnly) => {
                let message = "this note sets a condition, and the consent is for this website";
                let help = "read it again. If they agreed to print only, write `for: [print]` below `consent:`; if they agreed to \
                            this website too, say so in the note";
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
pub(super) fn check_shown(
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
pub(super) fn is_changed_name(why: &str) -> bool {
    condition(why) == Some(Condition::ChangedName)
}

/// Words for those who agree for a child, and for a child, folded.
const GUARDIAN: [&str; 16] = [
    "mum",
    "mam",
    "mom",
    "mother",
    "dad",
    "father",
    "parent",
    "parents",
    "guardian",
    "guardians",
    "carer",
    "gran",
    "nan",
    "under 18",
    "minor",
    "child",
];

/// What to say of a note in which a parent agrees, or a child is spoken of.
pub(super) fn with_the_guardian(note: &str) -> &'static str {
    let folded = fold(note);
    if GUARDIAN.iter().any(|word| has_words(&folded, word)) {
        ". For somebody under 18 a parent or guardian has to agree as well as they themselves: then `guardian: yes` stands below \
         `status: given`, and in a story also `under_18: yes`"
    } else {
        ""
    }
}

/// What to say of a note that stands in the place of a word for consent, and asks for something.
pub(super) fn with_the_note(note: &str) -> &'static str {
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
    fn remarks_about_names_are_found_in_several_languages() {
        for (text, shown, alone) in [
            ("Kayleigh (not her real name its Kirsty)", Some("Kayleigh"), false),
            ("Kayleigh (not her real name)", Some("Kayleigh"), true),
            ("Ruth (name changed)", Some("Ruth"), true),
            ("R. (nombre cambiado, la conocemos todas)", None, false),
            ("R. (nombre cambiado)", Some("R."), true),
            ("Anna (nicht ihr richtiger Name)", Some("Anna"), true),
            ("Mair (enw wedi’i newid)", Some("Mair"), true),
            ("Kirsty (name changed to Kayleigh)", None, false),
            ("Kayleigh, real name Kirsty", None, false),
            ("Kayleigh, not her real name", Some("Kayleigh"), false),
            ("Rosa (no es su nombre real)", Some("Rosa"), true),
            ("Kirsty Bell (don't use real name)", None, false),
            ("Kirsty Bell (do not print real name)", None, false),
            ("Kirsty Bell (no real name)", None, false),
            ("Kirsty Bell (never her real name)", None, false),
            ("Kirsty Bell (name to be changed)", None, false),
        ] {
            let found = about_the_name(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.shown, found.alone), (shown, alone), "{text}");
        }
        for text in ["Kayleigh", "Ruth Surreal Name", "The Real Names Project", "", "Dr. Real"] {
            assert_eq!(about_the_name(text), None, "{text}");
        }
    }

    #[test]
    fn titles_speak_of_a_name_in_their_brackets_only() {
        let speaks = |title: &str| bracketed(title).any(is_about_the_name);
        for title in [
            "Was heißt eigentlich Miete? (Teil 2)",
            "Miete (was heißt eigentlich kalt?)",
            "Our name has changed (AGM 2026)",
            "Street names changed (2026)",
            "The right name (a guide to pronouns)",
        ] {
            assert!(!speaks(title), "{title}");
        }
        for title in
            ["Kayleigh (not her real name its Kirsty)", "Kayleigh (heißt eigentlich Kirsty)", "A (b) C [real name D"]
        {
            assert!(speaks(title), "{title}");
        }
    }

    #[test]
    fn every_word_about_names_has_a_stem() {
        for words in CHANGED.iter().chain(&REAL) {
            assert!(STEMS.iter().any(|stem| words.contains(stem)), "{words}");
        }
    }

    #[test]
    fn a_first_name_may_have_an_age_behind_it() {
        assert!(is_first_name("Tyler, 16") && is_first_name("Ms Okafor") && !is_first_name("Tyler Bannock, 16"));
    }

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
