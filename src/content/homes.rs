//! Addresses in plain text, as bytes of it. Rather one too few than a year taken for a house.

use super::bytes::find;
use super::pieces::{Word, is_capitalised, piece_end, piece_start, words};
use std::ops::Range;

/// Words that end the name of a street.
const STREETS: [&str; 24] = [
    "Street",
    "St",
    "Road",
    "Rd",
    "Lane",
    "Ln",
    "Avenue",
    "Ave",
    "Close",
    "Drive",
    "Way",
    "Terrace",
    "Place",
    "Gardens",
    "Crescent",
    "Grove",
    "Square",
    "Walk",
    "Mews",
    "Parade",
    "Boulevard",
    "Blvd",
    "Court",
    "Row",
];

/// Words between a number and a street that make it a number of people: "the 12 Mill Lane families".
const PEOPLE: [&str; 6] = ["families", "households", "people", "parents", "tenants", "residents"];

/// The states of the United States, as they stand before a postcode.
const STATES: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY \
                      NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC";

/// Addresses of houses and flats, and postcodes of the United Kingdom and the United States.
pub(super) fn homes(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    let mut at = 0;
    // All of them have a number, first or second, and few words are numbers.
    while let Some(digit) = find(&text.as_bytes()[at..], |byte| byte.is_ascii_digit()).map(|next| at + next) {
        let number = piece_start(text, digit);
        let piece = piece_end(text, digit);
        at = piece;
        if is_plainly_none(text, number, piece) {
            continue;
        }
        let mut before = number;
        while before > 0 {
            let after = before;
            before = piece_start(text, text[..after].trim_end().len());
            if words(&text[before..after]).next().is_some() {
                break;
            }
        }
        // The name of a street or a house follows, or the number is part of a postcode: there is a capital letter.
        let next = words(&text[piece..]).next();
        let around = &text[before..piece];
        let may_be = around.bytes().any(|byte| byte.is_ascii_uppercase())
            || next.is_some_and(|next| is_capitalised(next.text) || STREETS_BETWEEN.contains(&next.text));
        if !may_be {
            continue;
        }
        let all: Vec<Word> = words(&text[before..]).take(MOST_WORDS).collect();
        let first = all.iter().position(|word| before + word.start >= number).unwrap_or(all.len());
        let home = (0..=first).find_map(|first| {
            let words = all.get(first..)?;
            let start = before + words.first()?.start;
            let is_new = found.last().is_none_or(|last| start >= last.end);
            let end = house(words)
                .or_else(|| flat(words))
                .or_else(|| postcode(words))
                .or_else(|| french(words))
                .filter(|_| is_new)?;
            Some(start..before + end)
        });
        let is_new = |home: &Range<usize>| found.last().is_none_or(|last| home.start >= last.end);
        let home = home.or_else(|| street_first(text, number, piece).filter(is_new));
        at = home.as_ref().map_or(piece, |home| piece.max(home.end));
        found.extend(home);
    }
    let is_apart = |part: &Range<usize>| {
        let next = found.partition_point(|home| home.end <= part.start);
        found.get(next).is_none_or(|home| part.end <= home.start)
    };
    let parts: Vec<_> = parts_of_houses(text).filter(is_apart).collect();
    if !parts.is_empty() {
        found.extend(parts);
        found.sort_by_key(|home| home.start);
    }
    found
}

/// `Marram Close, top flat`: the number was left out, and who looks for somebody needs none.
fn parts_of_houses(text: &str) -> impl Iterator<Item = Range<usize>> {
    const WHICH: [&str; 10] =
        ["top", "ground", "basement", "attic", "upper", "lower", "first", "second", "third", "fourth"];
    let flats = text.match_indices("flat").chain(text.match_indices("floor"));
    flats.filter_map(move |(at, flat)| {
        let near = text.floor_char_boundary(at.saturating_sub(LONGEST_STREET));
        let mut before: Vec<Word> = words(&text[near..at]).collect();
        let is_word = !text[at + flat.len()..].starts_with(char::is_alphanumeric);
        let which = before.pop().filter(|which| which.after.is_empty() && WHICH.contains(&which.text));
        which.filter(|_| is_word)?;
        before.pop().filter(|street| after(street) == "," && STREETS.contains(&street.text))?;
        let name = before.pop().filter(|name| after(name).is_empty() && is_capitalised(name.text))?;
        let more = before.pop().filter(|more| after(more).is_empty() && is_capitalised(more.text));
        Some(near + more.map_or(name.start, |more| more.start)..at + flat.len())
    })
}

/// Whether no French street follows, and there is no capital letter in the number, the piece before it, or at the start of the one behind it: most
/// numbers are of this kind, and need no look at their words. Where a piece before or behind has no letter or digit, or
/// the one behind begins with a sign, nobody knows.
fn is_plainly_none(text: &str, number: usize, end: usize) -> bool {
    let before = text[..number].trim_end();
    let before = &before[piece_start(before, before.len())..];
    let behind = text[end..].trim_start();
    let next = behind.bytes().next();
    let has_word = |piece: &str| piece.bytes().any(|byte| byte.is_ascii_alphanumeric());
    (before.is_empty() || has_word(before))
        && !before.bytes().chain(text[number..end].bytes()).any(|byte| byte.is_ascii_uppercase())
        && next.is_none_or(|next| next.is_ascii_lowercase() || next.is_ascii_digit())
        && !STREETS_BETWEEN.iter().any(|street| behind.starts_with(street))
}

/// An address has no more words than this.
const MOST_WORDS: usize = 12;

/// `12a Mill Lane`: a number, one to three names, a word for a street.
fn house(words: &[Word]) -> Option<usize> {
    let (first, rest) = words.split_first()?;
    if !is_house_number(first.text) || !matches!(after(first), "" | ",") {
        return None;
    }
    for (at, word) in rest.iter().enumerate().take(4) {
        if !is_capitalised(word.text) {
            return None;
        }
        if at > 0 && STREETS.contains(&word.text) {
            let next = rest.get(at + 1).filter(|_| after(word).is_empty());
            return (!next.is_some_and(|next| PEOPLE.contains(&next.text))).then(|| word.end());
        }
        if !after(word).is_empty() {
            return None;
        }
    }
    None
}

/// Words that stand between the number and the name of a street in French.
const STREETS_BETWEEN: [&str; 5] = ["rue", "avenue", "boulevard", "impasse", "chemin"];

/// `12, rue de la Paix`.
fn french(words: &[Word]) -> Option<usize> {
    let [number, street, rest @ ..] = words else { return None };
    let whole = matches!(after(number), "" | ",") && after(street).is_empty();
    if !whole || !is_house_number(number.text) || !STREETS_BETWEEN.contains(&street.text) {
        return None;
    }
    let name = |word: &&Word| word.text.split(['\'', '’']).any(is_capitalised);
    let found = rest.iter().find(|word| !BETWEEN.contains(&word.text) || !after(word).is_empty())?;
    Some(found).filter(name).map(Word::end)
}

/// Words that begin the name of a street, in lower case: Spanish, Catalan, French, Italian, Portuguese, Polish.
const STREETS_FIRST: [&str; 14] = [
    "calle",
    "avenida",
    "avda",
    "paseo",
    "carrer",
    "passeig",
    "rue",
    "boulevard",
    "via",
    "viale",
    "corso",
    "rua",
    "ul",
    "ulica",
];

/// Words inside such a name, in lower case.
const BETWEEN: [&str; 19] = [
    "de", "del", "la", "las", "los", "el", "les", "els", "des", "du", "di", "della", "delle", "dei", "da", "do", "dos",
    "das", "y",
];

/// What a word for a street ends in where it is one word with its name, in lower case: German and Dutch.
const STREET_ENDS: [&str; 8] = ["straße", "strasse", "str", "straat", "gasse", "weg", "allee", "laan"];

/// Words that may follow an address in a sentence. Any other could be what is counted: "in der Hauptstraße 12 Familien".
const AFTER_HOMES: [&str; 20] = [
    "and", "at", "by", "for", "from", "in", "on", "since", "when", "where", "with", "con", "desde", "donde", "en",
    "et", "mit", "seit", "und", "y",
];

/// How many bytes before a number the name of a street may begin.
const LONGEST_STREET: usize = 64;

/// `Calle del Pozo 12`, `C/ Mayor 3`, `ul. Długa 7/2`, `Lindenweg 5`: the street stands before this number.
fn street_first(text: &str, number: usize, piece: usize) -> Option<Range<usize>> {
    let word = words(&text[number..piece]).next()?;
    let house = word.text.split(['/', '-']).next().unwrap_or_default();
    let next = words(&text[piece..]).next().filter(|_| after(&word).is_empty());
    if !is_house_number(house) || next.is_some_and(|next| !AFTER_HOMES.contains(&next.text)) {
        return None;
    }
    let near = text.floor_char_boundary(number.saturating_sub(LONGEST_STREET));
    let before: Vec<Word> = words(&text[near..number]).collect();
    let found = |first: &Word| Some(near + first.start..number + word.end());
    let mut names = 0;
    for (back, first) in before.iter().rev().enumerate() {
        let lower = first.text.to_lowercase();
        let sign = after(first);
        let is_street = STREETS_FIRST.contains(&&*lower) && (sign.is_empty() || sign == "." && first.text.len() < 5);
        // "Via" is an English word too.
        if names > 0 && (is_street && (lower != "via" || first.text == "Via") || lower == "c" && sign == "/") {
            return found(first);
        }
        // Romance languages may have a comma before the number.
        if !(sign.is_empty() || back == 0 && matches!(sign, "," | ".")) {
            return None;
        }
        let is_name = is_capitalised(first.text);
        if is_name && lower.starts_with("c/") {
            return found(first);
        }
        let ending = STREET_ENDS.iter().find(|ending| lower.ends_with(*ending));
        if let Some(ending) = ending.filter(|_| is_name && back == 0) {
            let is_joined = lower.len() > ending.len() + 2 && sign.is_empty() != (*ending == "str");
            let named = before.iter().rev().nth(1).filter(|name| is_capitalised(name.text) && after(name).is_empty());
            return match named.filter(|_| lower == *ending && ending.ends_with('e') && sign.is_empty()) {
                Some(name) => found(name),
                None => is_joined.then(|| found(first)).flatten(),
            };
        }
        if sign == "." || !is_name && !BETWEEN.contains(&&*lower) || !is_name && names == 0 {
            return None;
        }
        names += usize::from(is_name);
    }
    None
}

/// The signs after a word, without those that make it bold: a text can be looked at as it was typed.
fn after<'t>(word: &Word<'t>) -> &'t str {
    word.after.trim_matches(['*', '_'])
}

/// `Flat 4, Elm Court`.
fn flat(words: &[Word]) -> Option<usize> {
    let [flat, number, building, ..] = words else { return None };
    let is_flat = ["flat", "apartment", "apt"].iter().any(|word| flat.text.eq_ignore_ascii_case(word));
    let whole = after(flat).trim_matches('.').is_empty() && matches!(after(number), "" | ",");
    if !(is_flat && whole && is_house_number(number.text) && is_capitalised(building.text)) {
        return None;
    }
    let names = words[2..].iter().take_while(|word| is_capitalised(word.text));
    let mut end = building.end();
    for word in names {
        end = word.end();
        if !word.after.is_empty() {
            break;
        }
    }
    Some(end)
}

/// Up to four digits and perhaps a letter; not a year.
fn is_house_number(word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten();
    let year = digits.len() == 4 && number.is_some_and(|number| (1800..2100).contains(&number));
    number.is_some_and(|number| number > 0) && digits.len() <= 4 && word.len() - digits.len() <= 1 && !year
}

fn postcode(words: &[Word]) -> Option<usize> {
    let [first, second, ..] = words else { return None };
    // Both second halves begin with a digit, which few words do.
    if !second.text.starts_with(|c: char| c.is_ascii_digit()) || !after(first).is_empty() {
        return None;
    }
    let british = is_outward(first.text) && is_inward(second.text);
    let digits = second.text.split('-').next().unwrap_or_default();
    let american = digits.len() == 5
        && second.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && STATES.split_whitespace().any(|state| state == first.text);
    (british || american).then(|| second.end())
}

/// The first half of a British postcode: `SE15`, `EC1A`, `M1`.
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &word.as_bytes()[letters.min(word.len())..];
    (1..=2).contains(&letters)
        && matches!(rest.len(), 1 | 2)
        && rest[0].is_ascii_digit()
        && rest.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// The second half: `4QX`.
fn is_inward(word: &str) -> bool {
    matches!(word.as_bytes(), [digit, first, second]
        if digit.is_ascii_digit() && first.is_ascii_uppercase() && second.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn homes_in(text: &str) -> Vec<&str> {
        homes(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn addresses() {
        for (text, found) in [
            ("She lives at 12 Mill Lane, above the shop.", "12 Mill Lane"),
            ("12a Old Mill Rd", "12a Old Mill Rd"),
            ("in Flat 4, Elm Court, since May", "Flat 4, Elm Court"),
            ("flat 11 Bellfounders Court.", "flat 11 Bellfounders Court"),
            ("London SE15 4QX", "SE15 4QX"),
            ("Oakland, CA 94612", "CA 94612"),
            ("4 St Mary's Way", "4 St Mary's Way"),
            ("in **12** _Mill_ Lane", "12** _Mill_ Lane"),
            ("en la Calle del Pozo 12, 3.º B", "Calle del Pozo 12"),
            ("C/ Mayor 3, 2.º", "C/ Mayor 3"),
            ("vivo en C/Mayor, 3.", "C/Mayor, 3"),
            ("Rue de la Paix 5", "Rue de la Paix 5"),
            ("au 12, rue de la Paix", "12, rue de la Paix"),
            ("au 3 rue **d’Alsace**.", "3 rue **d’Alsace"),
            ("al carrer Gran 8.", "carrer Gran 8"),
            ("Via Roma 4", "Via Roma 4"),
            ("at ul. Długa 7/2, upstairs", "ul. Długa 7/2"),
            ("in der Musterstraße 12.", "Musterstraße 12"),
            ("Musterstr. 12 in Ulm", "Musterstr. 12"),
            ("Lange Straße 5", "Lange Straße 5"),
            ("Lindenweg 5a", "Lindenweg 5a"),
            ("She has Marram Close, top flat, since May", "Marram Close, top flat"),
            ("at Old Mill Lane, ground floor", "Old Mill Lane, ground floor"),
            ("9 Marram Close, top flat", "9 Marram Close"),
        ] {
            assert_eq!(homes_in(text), [found], "{text}");
        }
    }

    #[test]
    fn a_long_row_of_signs_is_read_once() {
        let text = format!("Flat {}4, Elm Court", "- ".repeat(200_000));
        assert_eq!(homes_in(&text).len(), 1);
    }

    #[test]
    fn what_is_no_address() {
        for text in [
            "In 2026 Mill Lane was closed",
            "The 12 Mill Lane families",
            "on Mill Lane",
            "the number 9 bus on Tidewell Road",
            "We met 12 people. Mill Lane is long",
            "the flat on floor 4 was dry",
            "20 Tidewell Road parents came",
            "E3 was closed",
            "Section 21 Notices",
            "OK 12 of us",
            "at 8 Copper",
            "42 Neighbours of Elm Court",
            "in der Hauptstraße 12 Familien",
            "En la calle Mayor 15 vecinas",
            "came via Leeds 4.",
            "Calle 13",
            "12 avenue trees, 5 rue de la",
            "on Monday 9, rue it",
            "Norweg 1999",
            "Str. 5",
            "Via Roma. 4",
            "We live on Mill Lane, flat and grey",
            "Mill Lane, top floors",
            "In May, first floor",
            "They closed Mill Lane. Top flat",
        ] {
            assert_eq!(homes_in(text), Vec::<&str>::new(), "{text}");
        }
    }
}
