//! Pages made of many documents: lists, tags, the home page, the glossary, quotes and "take action".

use super::{ActionView, DefinitionView, LinkView, MomentView};
use serde::Serialize;
use tera::Value;

/// A list of one kind, or of one tag, split into pages.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// What it lists: `campaigns`, `stories`, `people`, `resources`, `tag`, `pages`.
    pub of: &'static str,
    /// The cards of this page ([`super::Card`]).
    pub items: Vec<Value>,
    /// How many there are on all pages.
    pub total: usize,
    /// Which page this is, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// The page before.
    pub newer: Option<String>,
    /// The page after.
    pub older: Option<String>,
}

/// All tags.
#[derive(Clone, Debug, Serialize)]
pub struct TagView {
    /// As it is spelled at its first use.
    pub title: String,
    /// Its page.
    pub href: String,
    /// How many pages carry it.
    pub count: usize,
}

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// The current campaign, as a card: the first active one in the order of campaigns.
    pub campaign: Option<Value>,
    /// Its dated counts.
    pub progress: Vec<super::ProgressView>,
    /// Other campaigns that are going on, as cards.
    pub campaigns: Vec<Value>,
    /// What to do: at most three.
    pub actions: Vec<ActionView>,
    /// What comes up, nearest first: at most three.
    pub upcoming: Vec<MomentView>,
    /// What was won, newest first: at most three lines from timelines and won campaigns.
    pub wins: Vec<MomentView>,
    /// One story, as a card.
    pub story: Option<Value>,
    /// Its quote.
    pub quote: Option<super::QuoteView>,
    /// The principles, as cards.
    pub principles: Vec<Value>,
    /// Where they stand.
    pub principles_link: Option<LinkView>,
    /// What to learn, as cards.
    pub resources: Vec<Value>,
    /// Quotes that are placed on the home page, as cards.
    pub quotes: Vec<Value>,
}

/// The glossary: every term in full.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// The terms by title.
    pub terms: Vec<DefinitionView>,
}

/// "Take action": what there is to do for the whole site and in each campaign.
#[derive(Clone, Debug, Serialize)]
pub struct ActionsView {
    /// For the whole site.
    pub site: Vec<ActionView>,
    /// Those of campaigns that are listening, planning or active.
    pub campaigns: Vec<CampaignActions>,
}

/// The open actions of one campaign.
#[derive(Clone, Debug, Serialize)]
pub struct CampaignActions {
    /// The campaign, as a card.
    pub campaign: Value,
    /// What to do.
    pub actions: Vec<ActionView>,
}

/// The page of all quotes.
#[derive(Clone, Debug, Serialize)]
pub struct QuotesView {
    /// The quotes, newest first, as cards; `id` of each is its anchor.
    pub quotes: Vec<AnchoredCard>,
}

/// A card with an id on its page.
#[derive(Clone, Debug, Serialize)]
pub struct AnchoredCard {
    /// The id.
    pub id: String,
    /// The card ([`super::Card`]).
    pub card: Value,
}

/// A page: what is below its folder, and quotes of its own.
#[derive(Clone, Debug, Serialize)]
pub struct PageExtras {
    /// For an `index.md` of a folder of pages: the pages in it, as cards.
    pub children: Vec<Value>,
    /// Its quotes, as cards.
    pub quotes: Vec<Value>,
}
