//! What a page of each kind shows besides what every page has.
//!
//! Long because: one struct a kind, all alike, each field with its meaning.

use super::{ContactView, LinkView, Picture};
use serde::Serialize;
use tera::Value;

/// A source: who says so.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Its title, or the address if it has none.
    pub title: String,
    /// Where it is.
    pub href: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// `2026-10-14`.
    pub date: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
}

/// Something to do, with the way to do it. A closed action has no way.
#[derive(Clone, Debug, Serialize)]
pub struct ActionView {
    /// Its id, unique on its page.
    pub id: String,
    /// `sign`, `write`, `call`, `come`, `join`, `give`, `get-help`, `volunteer`, `share`, `tell-us`, `pledge`, `learn`,
    /// `display`, `vote`, `other`.
    #[serde(rename = "do")]
    pub deed: &'static str,
    /// What it says.
    pub title: String,
    /// How long it takes: "2 minutes".
    pub time: Option<String>,
    /// Who it goes to.
    pub to: Option<String>,
    /// Which site it opens.
    pub hosted_by: Option<String>,
    /// The last day, `2026-10-14`.
    pub deadline: Option<String>,
    /// Over: only the title is shown, with the word closed.
    pub closed: bool,
    /// Where the button leads: a page, a file, `mailto:` (with subject and body) or `tel:`.
    pub href: Option<String>,
    /// An email address to show.
    pub email: Option<String>,
    /// A phone number to show.
    pub phone: Option<String>,
    /// The same as a `tel:` address.
    pub phone_href: Option<String>,
    /// A postal address.
    pub post: Option<String>,
    /// When: `2026-10-14 19:00`.
    pub when: Option<String>,
    /// Where, in words.
    pub place: Option<String>,
    /// How to do it without the internet.
    pub offline: Option<String>,
    /// The subject of a letter to copy.
    pub subject: Option<String>,
    /// The text of a letter to copy.
    pub letter: Option<String>,
    /// What is written below the fields in an action's file, as HTML; on the page of all actions only.
    pub text: Option<Value>,
}

/// A campaign's page: the ask, who can say yes, by when, what to do now; then the rest in the order of these fields.
#[derive(Clone, Debug, Serialize)]
pub struct CampaignView {
    /// As in [`super::Card::status`].
    pub status: &'static str,
    /// It is won, lost or ended, or was given up.
    pub over: bool,
    /// `decision` or `together`.
    pub route: &'static str,
    /// The place, an area.
    pub place: Option<String>,
    /// What is asked for, in one sentence.
    pub ask: Option<String>,
    /// Who can say yes.
    pub targets: Vec<TargetView>,
    /// By when, `2026-10-14`.
    pub deadline: Option<String>,
    /// What happens then.
    pub deadline_what: Option<String>,
    /// `2026-10-14`.
    pub started: Option<String>,
    /// `2026-10-14`.
    pub ended: Option<String>,
    /// The main action; the site's `join` when the campaign is over.
    pub main_action: Option<ActionView>,
    /// At most two more.
    pub actions: Vec<ActionView>,
    /// Further ones.
    pub more_actions: Vec<ActionView>,
    /// Dated counts.
    pub progress: Vec<ProgressView>,
    /// The demands and where each stands.
    pub asks: Vec<AskView>,
    /// What comes up: the timeline after today, nearest first.
    pub upcoming: Vec<MomentView>,
    /// What happened, newest first.
    pub timeline: Vec<MomentView>,
    /// Numbers with their sources.
    pub stats: Vec<StatView>,
    /// People's words, as cards ([`super::Card`]): the campaign's own and those that name it.
    pub quotes: Vec<Value>,
    /// Stories of this campaign, as cards.
    pub stories: Vec<Value>,
    /// The principles it puts into practice, as cards.
    pub principles: Vec<Value>,
    /// Resources and others that name it, as cards.
    pub resources: Vec<Value>,
    /// Who is in it with us.
    pub partners: Vec<PartnerView>,
    /// Who organises it.
    pub organisers: Vec<String>,
    /// How to reach them; the site's contact if the campaign has none.
    pub contact: ContactView,
    /// For journalists.
    pub press: Option<PressView>,
    /// What we rely on.
    pub evidence: Vec<SourceView>,
    /// Text to copy into a message.
    pub share: Option<String>,
}

/// Who can say yes.
#[derive(Clone, Debug, Serialize)]
pub struct TargetView {
    /// A person or a post.
    pub name: String,
    /// What they are.
    pub role: Option<String>,
    /// Where.
    pub organisation: Option<String>,
    /// How to reach their office.
    pub contact: Option<ContactView>,
    /// Why they.
    pub why: Option<String>,
    /// `yes`, `no`, `silent`, `unknown`.
    pub position: Option<&'static str>,
    /// The day on which that was so, `2026-10-14`.
    pub position_as_of: Option<String>,
    /// Who says so.
    pub position_source: Option<SourceView>,
}

/// A dated count.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressView {
    /// What is counted.
    pub label: String,
    /// How many, as it is written.
    pub count: String,
    /// Of how many.
    pub of: Option<String>,
    /// The count as a whole number, for a meter.
    pub value: Option<u64>,
    /// The goal as a whole number, for a meter.
    pub max: Option<u64>,
    /// On which day it was counted, `2026-10-14`.
    pub as_of: Option<String>,
}

/// A demand.
#[derive(Clone, Debug, Serialize)]
pub struct AskView {
    /// What is demanded.
    pub text: String,
    /// `open`, `part-won`, `won`, `refused`, `dropped`.
    pub status: &'static str,
    /// Since when, `2026-10-14`.
    pub date: Option<String>,
    /// Who says so.
    pub source: Option<SourceView>,
}

/// Something on a timeline.
#[derive(Clone, Debug, Serialize)]
pub struct MomentView {
    /// `2026-10-14`.
    pub date: String,
    /// What happened.
    pub what: String,
    /// `launch`, `action`, `meeting`, `response`, `win`, `setback`, `media`, `decision`.
    pub kind: Option<&'static str>,
    /// The story that tells of it.
    pub story: Option<LinkView>,
    /// Who says so.
    pub source: Option<SourceView>,
    /// On the home page: the campaign.
    pub campaign: Option<LinkView>,
}

/// A number with its source.
#[derive(Clone, Debug, Serialize)]
pub struct StatView {
    /// The number, as it is written.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// Who says so.
    pub source: Option<SourceView>,
    /// Of which day, `2026-10-14`.
    pub as_of: Option<String>,
}

/// Someone who is in it with us.
#[derive(Clone, Debug, Serialize)]
pub struct PartnerView {
    /// Their name.
    pub name: String,
    /// Their site.
    pub href: Option<String>,
    /// Their logo.
    pub logo: Option<Picture>,
}

/// For journalists.
#[derive(Clone, Debug, Serialize)]
pub struct PressView {
    /// Whom to ask.
    pub contact: Option<ContactView>,
    /// Lines to quote.
    pub lines: Vec<String>,
    /// Notes to editors.
    pub notes: Option<String>,
}

/// A story's page.
#[derive(Clone, Debug, Serialize)]
pub struct StoryView {
    /// Who tells it, as readers may see it; null for someone who must not be named.
    pub who: Option<String>,
    /// The name is changed, and the page says so.
    pub name_changed: bool,
    /// They asked not to be named.
    pub anonymous: bool,
    /// Their role.
    pub role: Option<String>,
    /// Their page.
    pub person: Option<LinkView>,
    /// Who wrote it down.
    pub teller: Option<LinkView>,
    /// An area.
    pub place: Option<String>,
    /// The campaign it belongs to, as a card.
    pub campaign: Option<Value>,
    /// The principles it shows, as cards.
    pub principles: Vec<Value>,
    /// What changed.
    pub what_changed: Option<String>,
    /// What was learned.
    pub what_we_learned: Option<String>,
    /// Their words.
    pub quote: Option<QuoteView>,
    /// Where to find help with what the story is about.
    pub support: Option<SupportView>,
    /// A film, never embedded.
    pub video: Option<VideoView>,
    /// Definitions that give it as an example, as cards.
    pub examples_of: Vec<Value>,
}

/// Somebody's words.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteView {
    /// The words.
    pub text: String,
    /// Whose they are.
    pub by: Option<String>,
}

/// Where to find help.
#[derive(Clone, Debug, Serialize)]
pub struct SupportView {
    /// What it says.
    pub text: String,
    /// Where.
    pub href: Option<String>,
    /// A number to call.
    pub phone: Option<String>,
    /// The same as a `tel:` address.
    pub phone_href: Option<String>,
}

/// A film.
#[derive(Clone, Debug, Serialize)]
pub struct VideoView {
    /// Where it is.
    pub href: String,
    /// Its words.
    pub transcript: Option<LinkView>,
}

/// One item of a set: on its own page, or in full on the page of its set.
#[derive(Clone, Debug, Serialize)]
pub struct PrincipleView {
    /// On the set's page: its id there.
    pub id: String,
    /// A name or a whole sentence.
    pub title: String,
    /// Its own page.
    pub href: String,
    /// As the set numbers it: `3`, `III`, `C`; null in a set without numbers.
    pub number: Option<String>,
    /// A short code.
    pub code: Option<String>,
    /// The group of the set that it belongs to.
    pub group: Option<String>,
    /// One sentence.
    pub statement: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// What it looks like in practice.
    pub in_practice: Vec<String>,
    /// What it is not.
    pub not_this: Vec<String>,
    /// Questions for a group.
    pub questions: Vec<String>,
    /// The version since which it is there.
    pub since: Option<String>,
    /// Set when it was given up.
    pub retired: Option<RetiredView>,
    /// Principles that this one replaces.
    pub replaces: Vec<LinkView>,
    /// Others of its kind.
    pub see_also: Vec<LinkView>,
    /// The text as HTML; on the set's page only, elsewhere it is `page.body`.
    pub body: Option<Value>,
    /// "In practice": stories, campaigns, resources and quotes that name it, as cards; on its own page only, since there
    /// may be thousands.
    pub practice: Vec<Value>,
    /// The set, on its own page.
    pub set: Option<SetSummary>,
}

/// A principle that was given up.
#[derive(Clone, Debug, Serialize)]
pub struct RetiredView {
    /// In which version.
    pub version: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// What stands in its place.
    pub replaced_by: Option<LinkView>,
}

/// What a principle's page says of its set.
#[derive(Clone, Debug, Serialize)]
pub struct SetSummary {
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Its version, as it is written.
    pub version: Option<String>,
    /// `principle`, `value`, `stage`, `standard`, `point`, `right`, `pledge`.
    pub item_name: &'static str,
    /// `proposed`, `consultation`, `in-force`, `retired`.
    pub status: Option<&'static str>,
}

/// The page of a set, with every item in full.
#[derive(Clone, Debug, Serialize)]
pub struct SetView {
    /// As in [`SetSummary::item_name`].
    pub item_name: &'static str,
    /// Its version, as it is written.
    pub version: Option<String>,
    /// As in [`SetSummary::status`].
    pub status: Option<&'static str>,
    /// `2026-10-14`.
    pub in_force_from: Option<String>,
    /// Who decided on it.
    pub adopted_by: Option<String>,
    /// Who looks after it.
    pub steward: Option<String>,
    /// Its licence.
    pub licence: Option<String>,
    /// What it builds on.
    pub based_on: Vec<SourceView>,
    /// Who wrote it, for citing.
    pub authors: Vec<String>,
    /// A DOI, for citing.
    pub doi: Option<String>,
    /// Where to sign, while it is open.
    pub sign: Option<LinkView>,
    /// Signing is closed.
    pub sign_closed: bool,
    /// The items in their order, in groups; one group without a title if there are none.
    pub groups: Vec<GroupView>,
    /// Items that were given up.
    pub retired: Vec<PrincipleView>,
    /// What changed, newest first.
    pub changes: Vec<ChangeView>,
}

/// Items under a common heading.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Its id.
    pub id: Option<String>,
    /// The heading.
    pub title: Option<String>,
    /// The items.
    pub items: Vec<PrincipleView>,
}

/// A version of a set and what it brought.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// The version.
    pub version: String,
    /// `2026-10-14`.
    pub date: Option<String>,
    /// In a sentence.
    pub note: Option<String>,
    /// Item by item.
    pub items: Vec<ItemChangeView>,
}

/// What became of one item.
#[derive(Clone, Debug, Serialize)]
pub struct ItemChangeView {
    /// Its title, with its page if it has one now.
    pub item: LinkView,
    /// `added`, `reworded`, `moved`, `split`, `merged`, `retired`.
    pub change: &'static str,
    /// Why.
    pub why: Option<String>,
}

/// A term: on its own page, or on the glossary's.
#[derive(Clone, Debug, Serialize)]
pub struct DefinitionView {
    /// On the glossary's page: its id there.
    pub id: String,
    /// The term.
    pub title: String,
    /// Its own page.
    pub href: String,
    /// The sentence as HTML, with links to other terms.
    pub definition: Value,
    /// Other names.
    pub also: Vec<String>,
    /// Who says so.
    pub source: Option<SourceView>,
    /// `agreed`, `proposed`, `disputed`, `retired`.
    pub status: Option<&'static str>,
    /// In plainer words.
    pub plain: Option<String>,
    /// Related terms.
    pub see_also: Vec<LinkView>,
    /// Terms that people mix up with it.
    pub not_to_be_confused_with: Vec<LinkView>,
    /// Stories that show it, as cards.
    pub examples: Vec<Value>,
    /// On its own page: pages that use it. On the glossary's they would be thousands.
    pub used_in: Vec<LinkView>,
}

/// A person's page.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// Their role.
    pub role: String,
    /// `organiser`, `member`, … or free text.
    pub kind: Option<String>,
    /// Until when they held the role, `2026-10-14`.
    pub until: Option<String>,
    /// Their stories, as cards.
    pub stories: Vec<Value>,
}

/// A resource's page.
#[derive(Clone, Debug, Serialize)]
pub struct ResourceView {
    /// As in [`super::Card::resource`].
    pub kind: &'static str,
    /// The button; null where the resource has no address, such as one on paper.
    pub button: Option<LinkView>,
    /// How long it takes, as it is written.
    pub length: Option<String>,
    /// Its parts, as they are written.
    pub parts: Option<String>,
    /// The parts one by one.
    pub modules: Vec<ModuleView>,
    /// What it costs, as it is written.
    pub cost: Option<String>,
    /// `online-own-time`, `online-live`, `in-person`, `printed`.
    pub format: Option<&'static str>,
    /// Who offers it.
    pub provider: Option<String>,
    /// The principles it teaches, as cards.
    pub principles: Vec<Value>,
    /// Quotes about it, as cards.
    pub quotes: Vec<Value>,
}

/// A part of a resource.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleView {
    /// Its title.
    pub title: String,
    /// How long it takes, as it is written.
    pub length: Option<String>,
    /// Where it is.
    pub href: Option<String>,
    /// It costs nothing.
    pub free: bool,
}
