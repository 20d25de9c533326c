//! What is no longer so: campaigns that call for nothing or have stopped speaking, and pages due to be read again.

use super::Page;
use crate::content::at::At;
use crate::content::fields::Date;
use crate::content::kinds::{AskStatus, Campaign, Content, KindName, Status};
use crate::diagnostic::{Code, Diagnostic, Spot};
use jiff::{ToSpan, Unit};

/// After so many days without a word, readers take an active campaign for a sleeping one.
const QUIET_DAYS: i64 = 90;

pub(super) fn page(page: &Page, told: &mut Vec<Diagnostic>) {
    let today = page.edition.site.today;
    if let Some(day) = page.shape.common.review_by.as_ref().filter(|day| day.value < today) {
        let message = format!("someone was to read this page again by {}", day.value);
        let help = "read it, mend what is no longer so, and write a later day";
        told.push(page.tell_at(Code::ReviewDue, day.spot, message, help));
    }
    if let Content::Person(person) = &page.shape.content
        && let Some(until) = person.until.as_ref().filter(|until| until.value < today)
    {
        let message = format!("the role of {} ended on {}", page.shape.title.value, until.value);
        let help = "if they go on, write a later day; if not, see who does it now, also in `safeguarding`, `contact` and the texts, \
                    and say in `role` what they were, or take the file out";
        told.push(page.tell_at(Code::RoleEnded, until.spot, message, help));
    }
    let Content::Campaign(campaign) = &page.shape.content else { return };
    over(page, campaign, today, told);
    if campaign.status.value != Status::Active {
        return;
    }
    if let Some(day) = campaign.deadline.as_ref().map(|deadline| &deadline.value.date).filter(|day| day.value < today) {
        let message = format!("the deadline was {}, and the campaign is still active", day.value);
        let help = "say what came of it: write a later `deadline`, or change `status`; a line in `timeline` tells why";
        told.push(page.tell_at(Code::DeadlinePassed, day.spot, message, help));
    }
    actions(page, campaign, today, told);
    news(page, campaign, today, told);
}

/// What a campaign that is over says besides.
fn over(page: &Page, campaign: &Campaign, today: Date, told: &mut Vec<Diagnostic>) {
    let is_open = campaign.status.value.is_open();
    if let Some(ended) = campaign.ended.as_ref().filter(|ended| !is_open && ended.value > today) {
        let message = format!("{} is still to come, and the page says that the campaign ended then", ended.value);
        let help = "write the day on which it ended; a day by which something should be done is `deadline`";
        told.push(page.tell_at(Code::EndedAndGoingOn, ended.spot, message, help));
    }
    if campaign.status.value != Status::Won {
        return;
    }
    let ask = campaign.asks.iter().find(|ask| matches!(ask.status, AskStatus::Open | AskStatus::PartWon));
    let deadline = campaign.deadline.as_ref().map(|deadline| &deadline.value.date).filter(|day| day.value >= today);
    let found = ask.map(|ask| (ask.text.spot, "a demand below `asks` is not won yet"));
    let found = found.or_else(|| deadline.map(|day| (day.spot, "its deadline is still to come")));
    if let Some((spot, what)) = found {
        let message = format!("this campaign is won, and {what}: its actions are closed");
        let acts = campaign.actions.iter().any(|action| {
            let action = &action.action;
            let has_day = action.deadline.is_some() || action.when.is_some();
            has_day && !action.is_past(today)
        });
        let help = if acts {
            "write `status: active` while people can act, and `part-won` only when there is nothing left for them to do; or say what \
             came of it"
        } else {
            "if something is left to win, write `status: part-won`, or `active` while people can act; else say what came of it"
        };
        told.push(page.tell_at(Code::WonAndOpen, spot, message, help));
    }
}

fn actions(page: &Page, campaign: &Campaign, today: Date, told: &mut Vec<Diagnostic>) {
    let open = campaign.actions.iter().any(|action| !action.action.is_past(today));
    // An action of the whole site that the campaign shows is something to do too.
    let shown = page.shape.common.show.iter().any(|reference| {
        let named = page.edition.site.named(page.doc, reference.spot);
        named.is_some_and(|doc| match &page.edition.site.shapes[doc].content {
            Content::Action(action) => !action.is_past(today),
            _ => page.edition.site.shapes[doc].standing.kind == KindName::Action,
        })
    });
    if open || shown {
        return;
    }
    let message = match campaign.actions.last() {
        Some(_) => "every action of this active campaign is past",
        None => "this campaign is active, and there is nothing to do for it",
    };
    let help = "add something that people can do now below `actions:`, however small; or change `status`";
    told.push(page.tell_at(Code::NoOpenAction, campaign.status.spot, message, help));
}

fn news(page: &Page, campaign: &Campaign, today: Date, told: &mut Vec<Diagnostic>) {
    let common = &page.shape.common;
    let single = [&common.date, &common.updated, &campaign.started];
    let timeline = campaign.timeline.iter().map(|moment| &moment.date);
    let progress = campaign.progress.iter().filter_map(|progress| progress.as_of.as_ref());
    let asks = campaign.asks.iter().filter_map(|ask| ask.date.as_ref());
    let days = single.into_iter().flatten().chain(timeline).chain(progress).chain(asks);
    // Without any day nobody can say how old it is; a day to come is news enough.
    let Some((newest, spot)) =
        days.map(|At { value, spot }| (*value, *spot)).max_by_key(|(day, _): &(Date, Spot)| *day)
    else {
        return;
    };
    if newest.checked_add(QUIET_DAYS.days()).is_ok_and(|due| due < today) {
        let days = newest.until((Unit::Day, today)).map_or(QUIET_DAYS, |span| i64::from(span.get_days()));
        let message = format!("the newest day of this active campaign is {newest}, {days} days ago");
        let help = "tell what happened since: a line in `timeline`, a new count in `progress`, or another `status`";
        told.push(page.tell_at(Code::NoUpdate, spot, message, help));
    }
}
