//! What is not published, and why: drafts, consent, children, days. Everything that could harm someone fails closed.

use super::{Drafts, Input};
use crate::content::at::At;
use crate::content::document::Shape;
use crate::content::fields::Date;
use crate::content::kinds::{Channel, Consent, ConsentStatus, Content, InlineQuote, KnownAs, Shows};
use crate::diagnostic::{Code, Diagnostic};
use rayon::prelude::*;
use std::sync::Arc;

/// Why a document is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Withheld {
    /// `draft: yes`.
    Draft,
    /// Its `expires` day has come.
    Expired(Date),
    /// Asked, not answered.
    ConsentPending,
    /// Agreed once, and no longer.
    ConsentWithdrawn,
    /// Agreed up to this day.
    ConsentEnded(Date),
    /// Agreed, but not to this website.
    NotForWebsite,
    /// A child without a guardian's agreement.
    NoGuardian,
    /// A changed name that is not written.
    NoOtherName,
    /// A mistake in a field that protects someone, such as `consent` or `draft`.
    Unclear,
    /// Its file has mistakes, and whoever asked for this edition leaves such files out.
    Broken,
}

impl Withheld {
    /// Whether someone's protection is the reason.
    pub fn is_consent(self) -> bool {
        !matches!(self, Self::Draft | Self::Expired(_) | Self::Broken)
    }

    /// Why, as the end of "is not published: …".
    pub fn why(self) -> String {
        match self {
            Self::Draft => "it is a draft".to_owned(),
            Self::Expired(day) => format!("it expired on {day}"),
            Self::ConsentPending => "consent is pending".to_owned(),
            Self::ConsentWithdrawn => "consent was withdrawn".to_owned(),
            Self::ConsentEnded(day) => format!("consent ended on {day}"),
            Self::NotForWebsite => "consent does not cover the website".to_owned(),
            Self::NoGuardian => "a child is in it, and no guardian has agreed".to_owned(),
            Self::NoOtherName => "the name is to be changed, and no other name is written".to_owned(),
            Self::Unclear => "what was agreed cannot be read".to_owned(),
            Self::Broken => "its file has mistakes".to_owned(),
        }
    }

    /// What would publish it.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Draft => "to publish it, take out `draft: yes`",
            Self::Expired(_) => "to publish it again, change or take out `expires`",
            Self::ConsentPending => "when the person has agreed, write `given` in its place",
            Self::ConsentWithdrawn => "it stays unpublished; the file can be deleted",
            Self::ConsentEnded(_) => "ask again; when the person agrees, change `until` below `consent:`",
            Self::NotForWebsite => "if the person agrees to the website too, add `website` to `for` below `consent:`",
            Self::NoGuardian => {
                "when a parent or guardian has agreed, add a line `guardian: yes` below `consent:`, as far to the right as `status`. \
                 Where `consent: given` stands on one line, write in its place:\nconsent:\n  status: given\n  guardian: yes"
            }
            Self::NoOtherName => "add `shown_as:` below `who:` with the name that readers see",
            Self::Unclear | Self::Broken => "mend what the error says",
        }
    }
}

/// Why consent does not allow something to be published on this day, if it does not.
pub fn consent_withholds(consent: &Consent, today: Date) -> Option<Withheld> {
    match consent.status.value {
        ConsentStatus::Pending => return Some(Withheld::ConsentPending),
        ConsentStatus::Withdrawn => return Some(Withheld::ConsentWithdrawn),
        ConsentStatus::Given | ConsentStatus::NotNeeded => {}
    }
    if let Some(until) = consent.until.as_ref().filter(|until| until.value < today) {
        return Some(Withheld::ConsentEnded(until.value));
    }
    let website =
        consent.channels.is_empty() || consent.channels.iter().any(|channel| channel.value == Channel::Website);
    (!website).then_some(Withheld::NotForWebsite)
}

/// Why a document is not published, if it is not. Protection comes before everything else.
pub(super) fn reason(shape: &Shape, input: &Input) -> Option<Withheld> {
    let consent = match &shape.content {
        Content::Story(story) => {
            let consent = &story.consent;
            let child = story.under_18.as_ref().is_some_and(|under_18| under_18.value);
            let unnamed =
                story.who.as_ref().is_some_and(|who| who.known_as == KnownAs::Changed && who.shown_as.is_none());
            consent_withholds(consent, input.today)
                .or((child && !consent.guardian).then_some(Withheld::NoGuardian))
                .or(unnamed.then_some(Withheld::NoOtherName))
        }
        Content::Quote(quote) => consent_withholds(&quote.consent, input.today),
        _ => None,
    };
    let unclear = shape.withhold.then_some(Withheld::Unclear);
    let draft = (shape.common.draft && input.drafts == Drafts::LeftOut).then_some(Withheld::Draft);
    let expired =
        shape.common.expires.as_ref().filter(|day| day.value <= input.today).map(|day| Withheld::Expired(day.value));
    let broken = input.left_out.contains(&shape.path).then_some(Withheld::Broken);
    unclear.or(consent).or(draft).or(expired).or(broken)
}

/// The items of a set that is withheld are withheld with it: they stand on its page.
pub(super) fn with_their_sets(shapes: &[Arc<Shape>], withheld: &mut [Option<Withheld>]) {
    let sets =
        shapes.iter().zip(withheld.iter()).filter(|(shape, _)| matches!(shape.content, Content::PrincipleSet(_)));
    let sets: Vec<_> = sets.filter_map(|(shape, reason)| Some((shape.standing.folder.clone(), (*reason)?))).collect();
    for (shape, reason) in shapes.iter().zip(withheld) {
        if let (Content::Principle(_), Some((_, of_set))) =
            (&shape.content, sets.iter().find(|(folder, _)| *folder == shape.standing.folder))
        {
            *reason = reason.or(Some(*of_set));
        }
    }
}

/// Tells what is withheld, and what is not although someone may think so.
pub(super) fn notices(input: &Input, withheld: &[Option<Withheld>], told: &mut Vec<Diagnostic>) {
    let all = input.shapes.par_iter().with_min_len(512).zip(withheld);
    told.par_extend(all.flat_map_iter(|(shape, reason)| notices_of(shape, *reason, input.today)));
}

fn notices_of(shape: &Shape, reason: Option<Withheld>, today: Date) -> Vec<Diagnostic> {
    let mut told = vec![];
    if let Some(reason) = reason {
        // A mistake has its own message.
        if !matches!(reason, Withheld::Unclear | Withheld::Broken) {
            let message = format!("\"{}\" is not published: {}", shape.title.value, reason.why());
            told.push(Diagnostic::new(Code::Withheld, shape.place(spot(shape, reason)), message).help(reason.remedy()));
        }
        return told;
    }
    if let Some(date) = shape.common.date.as_ref().filter(|date| date.value > today) {
        let message = format!("{} is in the future, and the page is published now", date.value);
        told.push(
            Diagnostic::new(Code::FutureDate, shape.place(date.spot), message).help("`draft: yes` holds it back"),
        );
    }
    for quote in inline_quotes(shape) {
        if let Some(reason) = consent_withholds(&quote.quote.consent, today) {
            let message = format!("the words of {} are not published: {}", quote.quote.by.value, reason.why());
            told.push(
                Diagnostic::new(Code::Withheld, shape.place(consent_spot(&quote.quote.consent, reason)), message)
                    .help(reason.remedy()),
            );
        }
    }
    for image in images(shape).filter(|image| is_withheld(image)) {
        let message = "this picture is not published: it shows children, and no guardian has agreed";
        let help = "when their parents or guardians have agreed, add `guardian: yes` below `image:`, as far to the right as `file`";
        told.push(Diagnostic::new(Code::Withheld, shape.place(image.file.spot), message).help(help));
    }
    told
}

/// Where the reason stands.
fn spot(shape: &Shape, reason: Withheld) -> crate::diagnostic::Spot {
    match (&shape.content, reason) {
        (_, Withheld::Expired(_)) => shape.common.expires.as_ref().map_or(shape.title.spot, |day| day.spot),
        (_, Withheld::Draft) => shape.title.spot,
        (Content::Story(story), Withheld::NoOtherName) => story.who.as_ref().map_or(shape.title.spot, |who| who.spot),
        (Content::Story(story), _) => consent_spot(&story.consent, reason),
        (Content::Quote(quote), _) => consent_spot(&quote.consent, reason),
        _ => shape.title.spot,
    }
}

/// The line of a consent that is the reason.
fn consent_spot(consent: &Consent, reason: Withheld) -> crate::diagnostic::Spot {
    let until = consent.until.as_ref().filter(|_| matches!(reason, Withheld::ConsentEnded(_))).map(|until| until.spot);
    let channel = consent.channels.first().filter(|_| reason == Withheld::NotForWebsite).map(|channel| channel.spot);
    until.or(channel).unwrap_or(consent.status.spot)
}

/// The quotes written inline in a document.
pub(super) fn inline_quotes(shape: &Shape) -> impl Iterator<Item = &At<InlineQuote>> {
    let quotes: &[At<InlineQuote>] = match &shape.content {
        Content::Campaign(campaign) => &campaign.quotes,
        Content::Page(page) => &page.quotes,
        _ => &[],
    };
    quotes.iter()
}

/// The pictures in a document's fields.
fn images(shape: &Shape) -> impl Iterator<Item = &crate::content::kinds::Image> {
    let own = shape.common.image.iter().map(|image| &image.value);
    own.chain(inline_quotes(shape).filter_map(|quote| quote.image.as_ref().map(|image| &image.value)))
}

/// Whether a picture is withheld alone: it shows children, and no guardian has agreed.
pub(super) fn is_withheld(image: &crate::content::kinds::Image) -> bool {
    image.shows.as_ref().is_some_and(|shows| shows.value == Shows::Children) && !image.guardian
}

/// Whether the file at this spot belongs to something that is withheld inside a published document.
pub(super) fn withholds_file(shape: &Shape, spot: crate::diagnostic::Spot, today: Date) -> bool {
    images(shape).any(|image| image.file.spot == spot && is_withheld(image))
        || inline_quotes(shape).any(|quote| {
            quote.image.as_ref().is_some_and(|image| image.file.spot == spot)
                && consent_withholds(&quote.quote.consent, today).is_some()
        })
}
