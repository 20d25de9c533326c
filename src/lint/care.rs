//! What could harm someone although they agreed to be shown: consent that runs out, a child's full name. What may not be
//! published at all is withheld elsewhere, and ways to find a storyteller, children that are not
//! marked and requests not to publish are told by every command (`content::findable`, `children`, `not_to_publish`).

use super::Page;
use crate::content::kinds::{Consent, ConsentStatus, Content, Story};
use crate::content::pieces::{is_capitalised, words};
use crate::diagnostic::{Code, Diagnostic};
use jiff::Unit;

/// Somebody has to be found and asked in so many days.
const SOON_DAYS: i32 = 60;

pub(super) fn page(page: &Page, told: &mut Vec<Diagnostic>) {
    match &page.shape.content {
        Content::Story(story) => {
            ends_soon(page, &story.consent, "story", told);
            child(page, story, told);
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
