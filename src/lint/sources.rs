//! Who says so: numbers that claim something and name no source, and numbers that have grown old.

use super::Page;
use super::language::Language;
use crate::content::bytes::find;
use crate::content::kinds::{Campaign, Content};
use crate::content::markdown::BlockKind;
use crate::content::pieces::{Word, piece_end, piece_start, words};
use crate::diagnostic::{Code, Diagnostic};
use aho_corasick::{AhoCorasick, Input, MatchKind};
use jiff::ToSpan;
use std::ops::Range;

/// Finds where a text may hold a number, so that few texts have to be read word by word.
pub(super) struct Signs(AhoCorasick);

impl Signs {
    pub(super) fn new() -> Self {
        let ratios = NUMBERS.iter().flat_map(|number| [format!("{number} in "), format!("{number} out of ")]);
        let multiples = MULTIPLES.iter().map(|multiple| (*multiple).to_owned());
        // By this kind of match many bytes are compared at once.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(ratios.chain(multiples));
        Self(finder.expect("two dozen short patterns fit"))
    }

    /// Where a number may be in a text in lower case, in order: at digits, and in English at words for numbers.
    fn in_text<'t>(&'t self, lower: &'t str, language: Language) -> impl Iterator<Item = usize> + 't {
        let digit = |from: usize| {
            find(&lower.as_bytes()[from..], |byte| byte.is_ascii_digit()).map_or(usize::MAX, |at| from + at)
        };
        let word = move |from: usize| {
            let found = self.0.find(Input::new(lower).range(from..)).filter(|_| language == Language::English);
            found.map_or(usize::MAX, |found| found.start())
        };
        let (mut next_digit, mut next_word) = (digit(0), word(0));
        std::iter::from_fn(move || {
            let at = next_digit.min(next_word);
            let end = piece_end(lower.get(at..)?, 0) + at;
            if next_digit < end {
                next_digit = digit(end);
            }
            if next_word < end {
                next_word = word(end);
            }
            Some(at)
        })
    }
}

/// Numbers as they are written in ratios.
const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Words that say by how much something grew or shrank.
const MULTIPLES: [&str; 5] = ["doubled", "tripled", "trebled", "quadrupled", "halved"];

pub(super) fn page(page: &Page, signs: &Signs, told: &mut Vec<Diagnostic>) {
    let shown_below = match &page.shape.content {
        // What happened to somebody needs no source; neither do somebody's words.
        Content::Story(_) | Content::Quote(_) => true,
        Content::Definition(definition) => definition.source.is_some(),
        Content::Campaign(campaign) => {
            stats(page, campaign, told);
            !campaign.evidence.is_empty()
        }
        _ => false,
    };
    if shown_below {
        return;
    }
    for block in
        page.words.blocks.iter().filter(|block| block.kind == BlockKind::Prose && !block.quoted && !block.linked)
    {
        let text = &page.text[block.range()];
        if let Some(range) = claim(text, &page.lower_text[block.range()], signs, page.language)
            && !names_source(text)
        {
            let message = format!("nothing says where `{}` comes from", &text[range.clone()]);
            let help = "link where it is written, add a footnote, or say who counted and when";
            told.push(page.tell(Code::NumberWithoutSource, page.words.span_in(block, range), message, help));
        }
    }
}

fn stats(page: &Page, campaign: &Campaign, told: &mut Vec<Diagnostic>) {
    for stat in campaign.stats.iter().map(|stat| &stat.value) {
        if stat.source.is_none() {
            let help = "add `source:` below it, with the title or address of where it is written";
            let message = format!("nothing says where `{}` comes from", stat.value.value);
            told.push(page.tell_at(Code::StatWithoutSource, stat.value.spot, message, help));
        }
        let day = stat.as_of.as_ref().or(stat.source.as_ref().and_then(|source| source.date.as_ref()));
        // What is over was so when it was over.
        let Some(day) = day.filter(|_| !campaign.status.value.is_over()) else { continue };
        if day.value.checked_add(2.years()).is_ok_and(|due| due < page.edition.site.today) {
            let message = format!("`{}` is of {}, more than two years ago", stat.value.value, day.value);
            let help = "look for a newer number, or say in `label` why the old one still counts";
            told.push(page.tell_at(Code::OldNumber, day.spot, message, help));
        }
    }
}

/// Whether a paragraph says in words who says so, or who counted, or has an address in it.
fn names_source(text: &str) -> bool {
    let lower = text.to_lowercase();
    let named = [
        "according to",
        "counted",
        "we asked",
        "we surveyed",
        "our survey",
        "source:",
        "figures from",
        "data from",
        "census",
        "://",
        "www.",
    ];
    named.iter().any(|words| lower.contains(words))
}

/// The first number of a text that claims something, as bytes of it. The text is also given in lower case.
fn claim(text: &str, lower: &str, signs: &Signs, language: Language) -> Option<Range<usize>> {
    let english = language == Language::English;
    signs.in_text(lower, language).find_map(|sign| {
        let start = piece_start(text, sign);
        let from: Vec<Word> = words(&text[start..]).take(MOST_WORDS).collect();
        let first = from.first()?;
        let end = if first.text.contains(|c: char| c.is_ascii_digit()) {
            let before = last_word(&text[..start]);
            percentage(&from)
                .or_else(|| money(before.as_ref(), &from))
                .or_else(|| count(before.as_ref(), &from, language))
                .or_else(|| ratio(&from).filter(|_| english))
        } else {
            ratio(&from).or_else(|| multiple(&from))
        };
        Some(start + first.start..start + end?)
    })
}

/// A claim is known by no more words than this: `nine out of ten weeks`.
const MOST_WORDS: usize = 6;

/// The last word of a text.
fn last_word(text: &str) -> Option<Word<'_>> {
    let mut end = text.trim_end().len();
    while end > 0 {
        let start = piece_start(text, end);
        let word = words(&text[start..end]).next();
        if word.is_some() {
            return word;
        }
        end = text[..start].trim_end().len();
    }
    None
}

/// `45%`, `45 per cent`. That something is so to 100% is a way to speak.
fn percentage(words: &[Word]) -> Option<usize> {
    let first = words[0].text;
    if let Some(number) = first.strip_suffix('%') {
        return (number != "100" && amount(number).is_some()).then(|| words[0].end());
    }
    amount(first).filter(|_| words[0].after.is_empty())?;
    let next = words.get(1)?;
    match next.text {
        "%" | "percent" | "pct" => Some(next.end()).filter(|_| first != "100"),
        "per" => words.get(2).filter(|word| word.text == "cent" && first != "100").map(Word::end),
        _ => None,
    }
}

/// Large sums, and sums by which something changed. Small ones are prices.
fn money(before: Option<&Word>, words: &[Word]) -> Option<usize> {
    let first = words[0].text;
    let number = first.strip_prefix(['£', '$', '€']).or_else(|| first.strip_suffix('€'))?;
    let bare = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let value = amount(bare)?;
    let large = value >= 1000.0 || matches!(&number[bare.len()..], "k" | "K" | "m" | "M" | "bn" | "b");
    if let Some(next) = words.get(1).filter(|next| words[0].after.is_empty() && is_magnitude(next.text)) {
        return Some(next.end());
    }
    let changed = before.is_some_and(|before| before.text == "by" && before.after.is_empty());
    (large || changed).then(|| words[0].end())
}

/// Words after a number that measure rather than count.
const MEASURES: [&str; 22] = [
    "words",
    "characters",
    "letters",
    "metres",
    "meters",
    "m",
    "km",
    "kilometres",
    "miles",
    "feet",
    "hours",
    "minutes",
    "seconds",
    "years",
    "px",
    "pixels",
    "kb",
    "bytes",
    "or",
    "and",
    "to",
    "in",
];

/// Words before a number that make it a name.
const NAMES: [&str; 12] =
    ["number", "no", "nr", "room", "bus", "route", "section", "page", "version", "act", "ref", "reference"];

/// `3,000 households`, `2 million people`: a thousand or more of something.
fn count(before: Option<&Word>, words: &[Word], language: Language) -> Option<usize> {
    let (first, next) = (words.first()?, words.get(1)?);
    let value = amount(first.text)?;
    if !first.after.is_empty() || first.text.starts_with('0') {
        return None;
    }
    if is_magnitude(next.text) {
        return Some(next.end());
    }
    let bare = first.text.bytes().all(|byte| byte.is_ascii_digit());
    let year = bare && first.text.len() == 4 && (1800.0..2100.0).contains(&value);
    let is_name = || {
        before.is_some_and(|before| {
            let state = before.text.len() == 2 && before.text.bytes().all(|byte| byte.is_ascii_uppercase());
            state || NAMES.contains(&before.text.to_lowercase().as_str())
        })
    };
    let thing = next.text.chars().next().is_some_and(|c| {
        // Nouns have capitals in German, and names of streets have them in English.
        if language == Language::English { c.is_lowercase() } else { c.is_alphabetic() }
    });
    let counted =
        value >= 1000.0 && thing && !year && !is_name() && !MEASURES.contains(&next.text.to_lowercase().as_str());
    counted.then(|| next.end())
}

fn is_magnitude(word: &str) -> bool {
    matches!(word, "million" | "millions" | "billion" | "billions" | "thousand")
}

/// `one in five`, `9 out of 10`; not `two in three weeks`.
fn ratio(words: &[Word]) -> Option<usize> {
    let at = match (words.get(1)?.text, words.get(2)?.text) {
        ("in", _) => 2,
        ("out", "of") => 3,
        _ => return None,
    };
    let part = small(words[0].text)?;
    let whole = words.get(at)?;
    let number = small(whole.text)?;
    let apart = words[..at].iter().any(|word| !word.after.is_empty());
    let time = words.get(at + 1).filter(|_| whole.after.is_empty()).is_some_and(|next| {
        let units = ["day", "week", "month", "year", "minute", "hour", "night", "evening", "second"];
        units.iter().any(|unit| next.text.strip_prefix(unit).is_some_and(|end| matches!(end, "" | "s")))
    });
    (part < number && !apart && !time).then(|| whole.end())
}

/// `doubled`; not `doubled up`.
fn multiple(words: &[Word]) -> Option<usize> {
    let known = MULTIPLES.iter().any(|multiple| words[0].text.eq_ignore_ascii_case(multiple));
    let other = words.get(1).is_some_and(|next| matches!(next.text, "up" | "over" | "back" | "down"));
    (known && !other).then(|| words[0].end())
}

/// A whole number from 1 to 100, in digits or, up to ten, in words.
fn small(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let named = NUMBERS.iter().position(|name| *name == lower).and_then(|at| u32::try_from(at + 1).ok());
    named.or_else(|| word.parse().ok().filter(|number| (1..=100).contains(number)))
}

/// A number in digits, with or without signs between thousands, with or without a fraction.
fn amount(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit())
        || !word.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte))
    {
        return None;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    let groups: Vec<&str> = word.split([',', '.']).collect();
    let thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    if thousands {
        return groups.concat().parse().ok();
    }
    let (whole, fraction) = word.rsplit_once([',', '.']).unwrap_or((word, "0"));
    format!("{}.{fraction}", whole.replace([',', '.'], "")).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claimed(text: &str, language: Language) -> Option<&str> {
        claim(text, &text.to_ascii_lowercase(), &Signs::new(), language).map(|range| &text[range])
    }

    #[test]
    fn numbers_that_claim_something() {
        for (text, found) in [
            ("Rents rose 45% in a year.", "45%"),
            ("nearly 4.5 per cent of homes", "4.5 per cent"),
            ("It affects 3,000 households.", "3,000 households"),
            ("One in five of us", "One in five"),
            ("9 out of 10 flats", "9 out of 10"),
            ("Rents have doubled since then.", "doubled"),
            ("The council spent £3.2m on it", "£3.2m"),
            ("they owe us £12,500", "£12,500"),
            ("up by £40 a week", "£40"),
            ("$2 million was lost", "$2 million"),
            ("2 million people wait", "2 million"),
        ] {
            assert_eq!(claimed(text, Language::English), Some(found), "{text}");
        }
        let german = "Es trifft 3.000 Haushalte, also 12 %.";
        assert_eq!(claimed(german, Language::Other), Some("3.000 Haushalte"));
    }

    #[test]
    fn numbers_that_claim_nothing() {
        for text in [
            "On 14 October 2026 at 19:00",
            "In 2026 tenants met",
            "Ring 01632 960417 and ask",
            "She is 84 and lives on floor 11",
            "Step 3 of 12",
            "It costs £2 a month",
            "Bring £5",
            "1200 Mill Lane",
            "83 people came",
            "two in three weeks",
            "We are 100% behind you",
            "we doubled back",
            "Write at most 1,500 words",
            "room 2104 upstairs",
            "HB0302 is a code",
            "version 1.10 or later",
            "one in a hundred",
            "number 1234 is late",
            "the 1980s were hard",
            "come in 2026, in five days",
            "CA 94612 is home",
            "three of the five",
        ] {
            assert_eq!(claimed(text, Language::English), None, "{text}");
        }
    }

    #[test]
    fn a_paragraph_can_name_its_source_in_words() {
        assert!(names_source("According to the council, 45% …"));
        assert!(names_source("We counted 1,126 cars."));
        assert!(!names_source("The country has 3,000 households."));
    }
}
