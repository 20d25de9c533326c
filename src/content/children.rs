//! A child in a story that does not say that there is one: an age under 18, or a picture whose words speak of a child.
//!
//! Every command tells it, since what was published once cannot be taken back.

use super::at::At;
use super::bytes::find;
use super::fields::Reader;
use super::kinds::{Common, Consent, ConsentStatus, Shows, Story, name_words};
use super::pieces::{Word, piece_end, piece_start, words};
use super::typed::Typed;
use crate::diagnostic::{Code, Span};
use std::ops::Range;

/// Words for children.
const CHILDREN: [&str; 16] = [
    "baby",
    "boy",
    "boys",
    "child",
    "children",
    "girl",
    "girls",
    "kid",
    "kids",
    "pupil",
    "pupils",
    "schoolboy",
    "schoolchildren",
    "schoolgirl",
    "toddler",
    "toddlers",
];

/// Words for those whose age may be told.
const RELATIVES: [&str; 11] = [
    "brother",
    "daughter",
    "granddaughter",
    "grandson",
    "nephew",
    "niece",
    "sister",
    "son",
    "sons",
    "student",
    "students",
];

/// Fields in which nobody's age stands.
const OTHERS: [&str; 6] = ["support", "video", "extra", "slug", "aliases", "short"];

/// Tells that there seems to be a child in a story that says nothing about it; the first place that shows it. What
/// people write about ages is known in English only.
pub(super) fn check(story: &Story, common: &Common, typed: &Typed, english: bool, reader: &mut Reader) {
    if !english {
        return;
    }
    if let Some(under_18) = &story.under_18 {
        if under_18.value {
            check_picture(common, reader);
        }
        return;
    }
    let names: Vec<String> = story
        .who
        .iter()
        .flat_map(|who| [&who.name, &who.shown_as].into_iter().flatten())
        .flat_map(|name| name_words(name).map(str::to_lowercase))
        .collect();
    let mut found: Option<Span> = None;
    typed.passages(
        |text| !ages(text, &names).is_empty(),
        |passage| {
            let ages = || ages(passage.text, &names).into_iter().next();
            let is_other = passage.keys.first().is_some_and(|key| OTHERS.contains(&key.as_str()));
            if let Some(age) = ages().filter(|_| !is_other && found.is_none()) {
                found = Some(passage.at(age));
            }
        },
    );
    let who = story.who.iter().flat_map(|who| [&who.name, &who.shown_as, &who.role].into_iter().flatten());
    let in_name = who.filter(|text| behind_a_name(text).is_some()).map(|text| reader.spans.span(text.spot)).next();
    let found = found.or(in_name).or_else(|| in_picture(common).map(|alt| reader.spans.span(alt.spot)));
    if let Some(span) = found {
        reader.tell(
            Code::ChildNotMarked,
            span,
            "somebody in this story seems to be under 18, and the file does not say whether that is so",
            "if so, write `under_18: yes`: the story is then published only with a guardian's consent, `guardian: yes` below \
             `consent:`. If nobody in it is under 18 now, write `under_18: no`",
        );
    }
}

/// The words for a picture if they speak of a child and `shows` does not.
fn in_picture(common: &Common) -> Option<&At<String>> {
    let is_unmarked = |shows: &At<Shows>| shows.value == Shows::Adults;
    let image = common.image.as_ref().filter(|image| image.shows.as_ref().is_none_or(is_unmarked))?;
    image.alt.as_ref().filter(|alt| words(alt).any(|word| is_one_of(word.text, &CHILDREN)))
}

/// Tells that the picture of a story with a child in it seems to show one and does not say so: for the story a guardian
/// may have agreed, and for the picture nobody was asked.
fn check_picture(common: &Common, reader: &mut Reader) {
    if let Some(alt) = in_picture(common) {
        let help = "if it does, write `shows: children` below `image:`: the picture is then published only with a guardian's agreement \
                    to it, `guardian: yes` below `image:` too, and never together with the child's name";
        reader.tell_at(
            Code::ChildNotMarked,
            alt,
            "this picture seems to show a child, and `shows:` does not say so",
            help,
        );
    }
}

/// Tells that a quote says of whose it is that they are under 18, and that no guardian is said to have agreed.
pub(super) fn check_quote(by: &At<String>, consent: &Consent, reader: &mut Reader) {
    let is_given = consent.status.value == ConsentStatus::Given && !consent.guardian;
    if is_given && !(ages(by, &[]).is_empty() && behind_a_name(by).is_none()) {
        let help = "if they are, a parent or guardian has to agree too: write `guardian: yes` below `consent:`, with `status: given`, \
                    or `consent: pending` until then. Better leave out how old they are";
        reader.tell_at(Code::ChildNotMarked, by, "somebody who is quoted here seems to be under 18", help);
    }
}

/// The age behind a name: `Tyler, 16`.
fn behind_a_name(name: &str) -> Option<Range<usize>> {
    let (_, age) = name.rsplit_once([',', '('])?;
    let start = name.len() - age.trim_start().len();
    let digits = name[start..].trim_end().trim_end_matches(')');
    digits.parse().is_ok_and(|age: u8| (1..18).contains(&age)).then(|| start..start + digits.len())
}

/// Ages under 18 of somebody in a text, and years of school; `names` are those of the storyteller in lower case. Rather
/// one too few than the age of a boiler.
fn ages(text: &str, names: &[String]) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(digit) = find(&text.as_bytes()[at..], |byte| byte.is_ascii_digit()).map(|next| at + next) {
        let start = piece_start(text, digit);
        at = piece_end(text, digit);
        // Most numbers are other ones.
        let digits = text[digit..at].bytes().take_while(u8::is_ascii_digit).count();
        let is_child = text[digit..digit + digits].parse().is_ok_and(|age: u8| (1..18).contains(&age));
        if !is_child || !may_be_age(text, start, at) {
            continue;
        }
        let Some(number) = words(&text[start..at]).next() else { continue };
        let digits = number.text.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) || !number.text[..digits].parse().is_ok_and(|age: u8| (1..18).contains(&age)) {
            continue;
        }
        let age = Age { number, rest: &number.text[digits..], before: before(text, start), after: after(text, at) };
        if let Some(end) = age.end(at, names) {
            found.push(start + number.start..end.unwrap_or(start + number.end()));
        }
    }
    found
}

/// Words that stand before an age, unless one for years follows it ([`Age::end`]).
const LEADS: [&str; 15] = [
    "aged", "year", "is", "was", "am", "turned", "turns", "i'm", "he's", "she's", "who's", "just", "now", "only",
    "still",
];

/// Whether the piece before a number, or what follows it, may belong to an age; told by these two alone.
fn may_be_age(text: &str, start: usize, end: usize) -> bool {
    let behind = text[end..].trim_start().trim_start_matches(['*', '_']).as_bytes();
    let is_year = behind.get(..4).is_some_and(|word| word.eq_ignore_ascii_case(b"year"));
    let before = text[..start].trim_end();
    let piece = &before[piece_start(before, before.len())..];
    // A sign by itself stands between words.
    let is_lead = words(piece).next().map_or(!piece.is_empty(), |word| is_one_of(word.text, &LEADS));
    is_year || is_lead || piece.contains('’') || text[start..end].contains("-year")
}

/// How many bytes before an age are looked at.
const NEAR: usize = 64;

/// The last words of the same sentence before a byte of a text, the last first.
fn before(text: &str, to: usize) -> Vec<Word<'_>> {
    let near = &text[text.floor_char_boundary(to.saturating_sub(NEAR))..to];
    let mut all: Vec<_> = words(near).collect();
    all.reverse();
    let same = all.iter().take_while(|word| !word.after.contains(['.', '!', '?', ';', ':'])).count();
    all.truncate(same.min(4));
    all
}

/// The next words from a byte of a text on.
fn after(text: &str, from: usize) -> Vec<Word<'_>> {
    words(&text[from..text.floor_char_boundary(text.len().min(from + NEAR))]).take(3).collect()
}

/// A number that may be an age, with what stands around it.
struct Age<'t> {
    number: Word<'t>,
    /// What is joined to it: `-year-old`.
    rest: &'t str,
    before: Vec<Word<'t>>,
    after: Vec<Word<'t>>,
}

impl Age<'_> {
    /// Where it ends if it is an age: `Some(None)` with its number. `to` is where the number's piece ends.
    fn end(&self, to: usize, names: &[String]) -> Option<Option<usize>> {
        let next = |at: usize| self.after.get(at).filter(|_| self.number.after.is_empty());
        let is = |at: usize, wanted: &[&str]| next(at).is_some_and(|word| is_one_of(word.text, wanted));
        // `an 11-year-old girl`, `my 11 year old`, `a 15-year-old who`.
        let joined = match self.rest {
            "-year-old" | "-years-old" => Some((0, &self.number)),
            "-year" if is(0, &["old"]) => Some((1, &self.after[0])),
            "" if is(0, &["year-old"]) => Some((1, &self.after[0])),
            "" if is(0, &["year"]) && is(1, &["old"]) => Some((2, &self.after[1])),
            _ => None,
        };
        if let Some((behind, old)) = joined {
            const GOES_ON: [&str; 12] =
                ["who", "whose", "from", "with", "is", "was", "has", "had", "said", "says", "told", "asked"];
            let person = match self.after.get(behind) {
                _ if !old.after.is_empty() => true,
                None => true,
                Some(word) => {
                    is_one_of(word.text, &CHILDREN)
                        || is_one_of(word.text, &RELATIVES)
                        || is_one_of(word.text, &GOES_ON)
                        || names.contains(&word.text.to_lowercase())
                }
            };
            let end = if behind == 0 { None } else { Some(to + old.end()) };
            return person.then_some(end);
        }
        if !self.rest.is_empty() {
            return None;
        }
        let last = self.before.first().filter(|word| word.after.is_empty())?;
        let ends = !self.number.after.is_empty() || self.after.is_empty();
        if last.text.eq_ignore_ascii_case("aged") {
            let whose = self.before.get(1).map_or("", |word| word.text);
            let anybody = is_one_of(whose, &["anybody", "anyone", "everybody", "everyone", "people", "those", "young"]);
            let span = is(0, &["to", "or", "up", "upwards", "plus", "months", "weeks", "years"])
                || is(0, &["and"]) && is(1, &["above", "below", "over", "older", "under", "up", "upwards", "younger"]);
            return (!anybody && !span).then_some(None);
        }
        if last.text == "Year" {
            let pupil = is(0, &CHILDREN) || is(0, &["student", "students"]);
            let is_in = self.before.get(1).is_some_and(|word| word.text == "in");
            let goes_on = is(0, &["of"]);
            let is_school = pupil || is_in && !goes_on && is_subject(&self.before[2..], names);
            return is_school.then_some(None);
        }
        let years = is(0, &["years", "year"]) && is(1, &["old"]);
        let goes_on = ends || is(0, &["and", "but", "now"]) || years;
        let end = years.then(|| to + self.after[1].end());
        (goes_on && self.is_somebodys(names)).then_some(end)
    }

    /// Whether the words before it say that somebody is of this age: `he is`, `I'm only`, `my son was`.
    fn is_somebodys(&self, names: &[String]) -> bool {
        let is_filler = |word: &Word| is_one_of(word.text, &["just", "now", "only", "still"]);
        let from = usize::from(self.before.first().is_some_and(is_filler));
        is_subject(&self.before[from..], names)
    }
}

/// Whether these words, the last first, are `he is`, `I'm` and the like. Who was a child once tells of it as `I was`.
fn is_subject(before: &[Word], names: &[String]) -> bool {
    let Some(last) = before.first().filter(|word| word.after.is_empty()) else { return false };
    let verb = last.text.to_lowercase().replace('’', "'");
    if ["i'm", "he's", "she's", "who's"].contains(&&*verb) {
        return true;
    }
    let Some(whose) = before.get(1).filter(|word| word.after.is_empty()) else { return false };
    let whose = whose.text.to_lowercase();
    match &*verb {
        "am" => whose == "i",
        "is" | "was" | "turned" | "turns" => {
            ["he", "she", "who"].contains(&&*whose)
                || is_one_of(&whose, &CHILDREN)
                || is_one_of(&whose, &RELATIVES)
                || names.contains(&whose)
        }
        _ => false,
    }
}

fn is_one_of(word: &str, wanted: &[&str]) -> bool {
    wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        ages(text, &["tyler".to_owned()]).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn ages_under_18() {
        for (text, age) in [
            ("My son, aged 11, has asthma.", "11"),
            ("Aged **9** and 12, they walk.", "9"),
            ("a 15-year-old who left", "15-year-old"),
            ("my 11 year-old daughter", "11 year-old"),
            ("the 11-year-old girl", "11-year-old"),
            ("Tyler is 16 and works", "16"),
            ("Tyler is 16.", "16"),
            ("He’s only 12.", "12"),
            ("I am 16 years old", "16 years old"),
            ("my daughter was 7 when it began", ""),
            ("my daughter was 7, I think", "7"),
            ("I'm in Year 6", "6"),
            ("a Year 6 pupil", "6"),
        ] {
            let expected: Vec<&str> = if age.is_empty() { vec![] } else { vec![age] };
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_age_of_a_child() {
        for text in [
            "the 15-year-old boiler",
            "The building is 11 years old",
            "The limit is 16.",
            "She is 16 weeks pregnant",
            "He is 17 minutes late",
            "for everyone aged 16 or over",
            "children aged 5–11, aged 16+, aged 5 to 11",
            "aged 16 and over",
            "when I was 11, we",
            "In Year 2 of the campaign we are in Year 3",
            "She is 43. 16 of us came.",
            "on 12 May, at 7",
            "aged 70",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
