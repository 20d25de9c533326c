//! What could harm someone although they agreed to be shown: consent that runs out, a child's full name, a way to find
//! a storyteller. What may not be published at all is withheld elsewhere.

use super::contact::{homes, phones};
use super::language::{Language, is_capitalised, words};
use super::{Page, fields};
use crate::content::kinds::{Consent, ConsentStatus, Content, Story};
use crate::diagnostic::{Code, Diagnostic, Span};
use jiff::Unit;
use std::ops::Range;

/// Somebody has to be found and asked in so many days.
const SOON_DAYS: i32 = 60;

pub(super) fn page(page: &Page, told: &mut Vec<Diagnostic>) {
    match &page.shape.content {
        Content::Story(story) => {
            ends_soon(page, &story.consent, "story", told);
            child(page, story, told);
            ways_to_find(page, told);
        }
        Content::Quote(quote) => ends_soon(page, &quote.consent, "quote", told),
        Content::Page(kind) => {
            kind.quotes.iter().for_each(|quote| ends_soon(page, &quote.quote.consent, "quote", told));
        }
        Content::Campaign(kind) => {
            kind.quotes.iter().for_each(|quote| ends_soon(page, &quote.quote.consent, "quote", told));
        }
        _ => {}
    }
}

fn ends_soon(page: &Page, consent: &Consent, what: &str, told: &mut Vec<Diagnostic>) {
    let Some(until) = consent.until.as_ref().filter(|_| consent.status.value == ConsentStatus::Given) else { return };
    let Ok(left) = page.edition.site.today.until((Unit::Day, until.value)) else { return };
    let message = match left.get_days() {
        0 => format!("consent for this {what} ends today"),
        1 => format!("consent for this {what} ends tomorrow"),
        days @ 2..=SOON_DAYS => format!("consent for this {what} ends in {days} days, on {}", until.value),
        _ => return,
    };
    let help = format!(
        "ask again, and write the new day; without it, the {what} is taken down by the first build after that day"
    );
    told.push(page.tell_at(Code::ConsentEndsSoon, until.spot, message, help));
}

fn child(page: &Page, story: &Story, told: &mut Vec<Diagnostic>) {
    let is_child = story.under_18.as_ref().is_some_and(|under_18| under_18.value);
    let Some(who) = story.who.as_ref().filter(|_| is_child) else { return };
    let Some(shown) = who.shown().filter(|shown| is_full_name(shown)) else { return };
    let written = [&who.shown_as, &who.name].into_iter().flatten().find(|name| name.value.contains(&shown));
    let message = "a child's full name is shown, and anybody can look for it";
    let help = "show the first name at most: `known_as: first` below `who:`, or `changed` with `shown_as:`";
    let span = written.map_or(page.document.spans.span(who.spot), |name| page.inside(name.spot, &shown));
    told.push(page.tell(Code::ChildFullName, span, message, help));
}

/// Two words with capitals that follow each other: `Ana Ruiz`, but not `Ana and Ben` or `Ana R.`.
fn is_full_name(name: &str) -> bool {
    let title = |word: &str| crate::content::kinds::name_words(word).next().is_none();
    let parts: Vec<_> = words(name).filter(|word| !title(word.text)).collect();
    parts.windows(2).any(|pair| {
        let long = pair.iter().all(|word| is_capitalised(word.text) && word.text.chars().count() > 1);
        long && pair[0].after.is_empty()
    })
}

/// Phone numbers and addresses in a story, text and fields. Where to find help is meant to be found.
fn ways_to_find(page: &Page, told: &mut Vec<Diagnostic>) {
    let english = page.language == Language::English;
    for block in &page.text.blocks {
        let words = page.text.of(block);
        if words.contains(|c: char| c.is_ascii_digit()) {
            found(page, words, english, |range| page.text.span_in(block, range), told);
        }
    }
    let front = page.front.clone().unwrap_or(0..0);
    let front = &page.source[front];
    // Nearly every story: its YAML need not be read again.
    if phones(front, english).is_empty() && homes(front).is_empty() {
        return;
    }
    let hidden = ["support", "video", "extra", "slug", "aliases", "short"];
    for field in fields::of_page(page).iter().filter(|field| !hidden.contains(&field.keys[0].as_str())) {
        let at = |range: Range<usize>| fields::inside(page.source, field.span, &field.text[range]);
        found(page, &field.text, english, at, told);
    }
}

fn found(page: &Page, text: &str, english: bool, at: impl Fn(Range<usize>) -> Span, told: &mut Vec<Diagnostic>) {
    for range in phones(text, english) {
        let help = "leave it out, or put a number of your group below `support:`";
        told.push(page.tell(Code::PhoneInStory, at(range), "a phone number in a story: whose is it?", help));
    }
    for range in homes(text) {
        let help = "name the area alone, as in `Mill Lane`; leave out house numbers and postcodes";
        let message = "an address in a story: somebody could be found there";
        told.push(page.tell(Code::HomeInStory, at(range), message, help));
    }
}

#[cfg(test)]
mod tests {
    use super::is_full_name;

    #[test]
    fn full_names() {
        for name in ["Ana Ruiz", "Miss Ana Ruiz", "Ana-Lena Ruiz", "Ana and Ben Ruiz", "Zoë Öz"] {
            assert!(is_full_name(name), "{name}");
        }
        for name in ["Ana", "Miss Ana", "Ana R.", "Ana and Ben", "Ana, Ben", "Ana, 9", "ana ruiz"] {
            assert!(!is_full_name(name), "{name}");
        }
    }
}
