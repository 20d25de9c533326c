//! `handbill check --handover`: what the next volunteer must know, on one sheet of paper.

use crate::content::fields::Date;
use crate::content::kinds::{ConsentStatus, Content};
use crate::session::Edition;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Something that comes to pass on a day: what, and in which file.
type Dated = (Date, String, String);

/// The sheet, as plain text.
pub(super) fn sheet(edition: &Edition) -> String {
    let today = edition.site.today;
    let name = &edition.settings.settings.name.value;
    let mut sheet = format!("{name}: what the next one must know, as of {today}\n");
    let (ends, reviews) = dates(edition);
    let (over, to_come): (Vec<_>, Vec<_>) = ends.into_iter().partition(|(day, ..)| *day < today);
    let (late, later): (Vec<_>, Vec<_>) = reviews.into_iter().partition(|(day, ..)| *day < today);
    section(
        &mut sheet,
        "What ends or is to come, and when",
        dated(&to_come),
        "Nothing has a day that is written down.",
    );
    section(&mut sheet, "What is over", dated(&over), "Nothing.");
    section(&mut sheet, "To be read again, and late", dated(&late), "Nothing is late.");
    section(&mut sheet, "To be read again", dated(&later), "No page has a `review_by`.");
    section(&mut sheet, "Not published, and why", withheld(edition), "Everything is published.");
    section(&mut sheet, "Who looks after which page", owners(edition), "No page has an `owner`.");
    sheet
}

fn section(sheet: &mut String, title: &str, lines: Vec<String>, nothing: &str) {
    write!(sheet, "\n{title}\n{}\n", "-".repeat(title.chars().count())).expect("text takes whatever is written");
    let lines = if lines.is_empty() { vec![nothing.to_owned()] } else { lines };
    for line in lines {
        writeln!(sheet, "{line}").expect("text takes whatever is written");
    }
}

fn dated(all: &[Dated]) -> Vec<String> {
    all.iter().map(|(day, what, file)| format!("{day}  {what}\n            {file}")).collect()
}

/// What ends on a day, and what is to be read again by one, each in the order of days.
fn dates(edition: &Edition) -> (Vec<Dated>, Vec<Dated>) {
    let (mut ends, mut reviews) = (vec![], vec![]);
    let today = edition.site.today;
    for document in &edition.documents {
        let shape = &document.shape;
        let title = &shape.title.value;
        let mut end = |day: Date, what: String| ends.push((day, what, shape.path.to_string()));
        if let Some(day) = &shape.common.expires {
            end(day.value, format!("\"{title}\" goes offline"));
        }
        let consent = match &shape.content {
            Content::Story(story) => Some((&story.consent.value, title.clone())),
            Content::Quote(quote) => Some((&quote.consent.value, title.clone())),
            _ => None,
        };
        let quotes = match &shape.content {
            Content::Campaign(campaign) => campaign.quotes.as_slice(),
            Content::Page(page) => page.quotes.as_slice(),
            _ => &[],
        };
        let inline = quotes.iter().map(|quote| (&quote.quote.consent.value, quote.quote.by.value.clone()));
        for (consent, of) in consent.into_iter().chain(inline) {
            if let (ConsentStatus::Given, Some(until)) = (consent.status.value, &consent.until) {
                end(until.value, format!("consent for \"{of}\" ends: ask again before, or it goes offline"));
            }
        }
        match &shape.content {
            Content::Campaign(campaign) if campaign.status.value.is_open() => {
                if let Some(deadline) = &campaign.deadline {
                    let what = deadline.what.as_ref().map_or("deadline", |what| what.value.as_str());
                    end(deadline.date.value, format!("\"{title}\": {what}"));
                }
                for action in &campaign.actions {
                    if let Some(day) = action.action.last_day() {
                        end(day.value, format!("\"{title}\": the action \"{}\" closes", action.title.value));
                    }
                }
                for moment in campaign.timeline.iter().filter(|moment| moment.date.value >= today) {
                    end(moment.date.value, format!("\"{title}\": {}", moment.what.value));
                }
            }
            Content::Action(action) => {
                if let Some(day) = action.last_day() {
                    end(day.value, format!("the action \"{title}\" closes"));
                }
            }
            Content::Person(person) => {
                if let Some(day) = &person.until {
                    end(day.value, format!("the role of {title} ends"));
                }
            }
            _ => {}
        }
        if let Some(day) = &shape.common.review_by {
            reviews.push((day.value, format!("\"{title}\""), shape.path.to_string()));
        }
    }
    ends.sort();
    reviews.sort();
    (ends, reviews)
}

fn withheld(edition: &Edition) -> Vec<String> {
    let site = &edition.site;
    let withheld = site.withheld.iter().enumerate().filter_map(|(doc, reason)| Some((doc, (*reason)?)));
    withheld
        .map(|(doc, reason)| {
            let shape = &site.shapes[doc];
            let (title, why, remedy) = (&shape.title.value, reason.why(), reason.remedy());
            format!("\"{title}\": {why}; {remedy}\n            {}", shape.path)
        })
        .collect()
}

fn owners(edition: &Edition) -> Vec<String> {
    let mut owners: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut nobody = 0;
    for document in &edition.documents {
        let shape = &document.shape;
        match &shape.common.owner {
            Some(owner) => {
                owners.entry(&owner.value).or_default().push(format!("  {}  ({})", shape.title.value, shape.path));
            }
            None => nobody += 1,
        }
    }
    if owners.is_empty() {
        return vec![];
    }
    let mut lines: Vec<String> =
        owners.into_iter().flat_map(|(owner, pages)| std::iter::once(format!("{owner}:")).chain(pages)).collect();
    if nobody > 0 {
        lines.push(format!("Nobody in particular: {nobody} more files"));
    }
    lines
}
