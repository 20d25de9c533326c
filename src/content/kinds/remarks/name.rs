//! What is said beside a name about that name: that it is not the real one, or what the real one is.

use super::vocabulary::{BETWEEN, CHANGED, IS_NOT, MEANS, NOT, REAL, STEMS, TO_CHANGE};
use super::{beginning, find_words, has_words, words};
use crate::content::at::At;
use crate::content::fields::Reader;
use crate::content::kinds::story::{fold, name_words};
use crate::content::pieces::piece_start;
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

/// What a text in the place of a name says about that name besides it.
pub(in crate::content) fn about_the_name(text: &str) -> Option<NameRemark<'_>> {
    let text = beginning(text);
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

/// So many bytes before a remark in a text are looked at for a name.
const LONGEST_NAME: usize = 64;

/// A remark in a text is looked at so far, in bytes.
const LONGEST_REMARK: usize = 200;

/// Where a text says of one of these folded names, right behind it, that it is changed: `Ruth (not her real name)`.
pub(in crate::content) fn said_of(text: &str, names: &[String]) -> Option<Range<usize>> {
    let lower = text.to_lowercase();
    if !STEMS.iter().any(|stem| lower.contains(stem)) {
        return None;
    }
    let signs = ['(', '[', ',', '–', '—'];
    text.match_indices(signs).find_map(|(at, sign)| {
        let near = text.floor_char_boundary(at.saturating_sub(LONGEST_NAME));
        let before = text[near..at].trim_end();
        let word = piece_start(before, before.len());
        let word = word + before[word..].find(char::is_alphanumeric)?;
        let name = before[word..].trim_end_matches(|c: char| !c.is_alphanumeric());
        if !names.contains(&fold(name)) {
            return None;
        }
        let behind = &text[at + sign.len()..];
        let behind = &behind[..behind.floor_char_boundary(LONGEST_REMARK)];
        let in_brackets = "([".contains(sign);
        let is_end = |c: char| ")].;\n".contains(c) || !in_brackets && ",–—".contains(c);
        let remark = behind.split(is_end).next().unwrap_or_default().trim_end();
        about_the_name(remark).map(|_| near + word..at + sign.len() + remark.len())
    })
}

/// A name, folded, without what is said about it besides.
pub(in crate::content::kinds) fn without_remark(name: &str) -> String {
    /// Words around such a remark that are no names.
    const AROUND: [&str; 12] =
        ["its", "it's", "she's", "he's", "was", "called", "please", "don't", "dont", "use", "print", "publish"];
    let mut rest = fold(name);
    // Of one that is too long to look through all words are kept, and so hidden.
    if about_the_name(name).is_none() || beginning(name).len() < name.len() {
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

/// Whether this name is a first name alone.
pub(in crate::content::kinds) fn is_first_name(name: &str) -> bool {
    let name = name.split([',', '(']).next().unwrap_or(name);
    name_words(name).filter(|word| word.starts_with(char::is_alphabetic)).count() <= 1
}

/// Where a name stands, which decides how one that is changed is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::content::kinds) enum Standing {
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
pub(in crate::content::kinds) fn check_name(name: &At<String>, stands: Standing, reader: &mut Reader) {
    let Some(remark) = about_the_name(name) else { return };
    // A quote has no other way to say that its name is changed.
    if stands == Standing::By && remark.alone {
        return;
    }
    let shown = remark.shown.map_or_else(|| "…".to_owned(), as_value);
    let whole = format!("{NAME_KNOWN}:\nwho:\n  name: …\n  known_as: changed\n  shown_as: {shown}");
    // Lines to paste stand last: what follows them would be taken for one of them.
    let help = match stands {
        Standing::Who => format!("write the name that readers may see, alone. {whole}"),
        Standing::Role | Standing::BesideBy => "write what they do here, and nothing of the name. ".to_owned(),
        Standing::Name => {
            format!("in place of this line, write below `who:` the name that readers may see, alone. {whole}")
        }
        Standing::ShownAs => format!(
            "write the name that readers may see, alone; the page itself says that it is changed. {IN_NAME}:\nwho:\n  known_as: changed\n  shown_as: {shown}"
        ),
        Standing::By => format!("write the name that readers may see, alone: `by: {shown}`. "),
    };
    let real_name = match stands {
        Standing::Who | Standing::Name | Standing::ShownAs => "",
        Standing::Role => IN_NAME,
        Standing::By | Standing::BesideBy => NOWHERE,
    };
    tell(name, &help, real_name, reader);
}

/// Where somebody's real name may stand, if only readers are not to see it.
const IN_NAME: &str = "Write the real name only in `name:` below `who:`, which is not published beside `known_as: changed`: then \
                       every other place in this file where it stands is found (HB0403)";

/// The same before lines in which `name` is to be written.
const NAME_KNOWN: &str = "The real name belongs in `name`, which is not published beside `known_as: changed`: then every other place \
                          in this file where it stands is found (HB0403), and without it nobody can look. If you do not know it, \
                          leave that line out";

/// The same where no field is for it.
const NOWHERE: &str = "The real name is best written nowhere in this file, not in a note either";

/// Tells of a remark about a name in a title.
pub(in crate::content::kinds) fn check_title(title: &At<String>, is_name: bool, of_story: bool, reader: &mut Reader) {
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
    fn remarks_right_behind_a_name_in_a_text_are_found() {
        let said = |text: &'static str| said_of(text, &["ruth".to_owned(), "achebe".to_owned()]).map(|at| &text[at]);
        for (text, found) in [
            ("We met Ruth (not her real name) in May.", "Ruth (not her real name"),
            ("**Ruth** [name changed] spoke.", "Ruth** [name changed"),
            ("Ruth, not her real name, spoke.", "Ruth, not her real name"),
            ("Zoë Áchebe – whose name has been changed – spoke.", "Áchebe – whose name has been changed"),
            ("Ruth (nombre cambiado", "Ruth (nombre cambiado"),
            ("Mrs\u{a0}Ruth\u{a0}(not her real name)", "Ruth\u{a0}(not her real name"),
        ] {
            assert_eq!(said(text), Some(found), "{text}");
        }
        for text in [
            "Tom (not his real name) met Ruth.",
            "Ruth (47) has no real name for it.",
            "Ruth, who came. A real name.",
            "(name changed)",
        ] {
            assert_eq!(said(text), None, "{text}");
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
}
