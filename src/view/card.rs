//! Cards: what one document looks like on the pages of others.

use super::{ActionView, LinkView, Picture};
use serde::Serialize;

/// Which kind a card shows; a theme has one form for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the kinds")]
pub enum CardKind {
    Page,
    Campaign,
    Story,
    Principle,
    PrincipleSet,
    Definition,
    Quote,
    Person,
    Resource,
    Action,
}

/// A document as other pages show it. Only the fields of its kind are set.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Which kind it is.
    pub kind: CardKind,
    /// Its title. Empty for a quote.
    pub title: String,
    /// Its address; null for a quote or action that stands on no page.
    pub href: Option<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Its date, `2026-10-14`.
    pub date: Option<String>,
    /// Its picture.
    pub image: Option<Picture>,
    /// Not to be featured: someone may be harmed by being seen with it.
    pub sensitive: bool,
    /// Campaign: `listening`, `planning`, `active`, `paused`, `won`, `part-won`, `lost`, `ended`. Definition: `agreed`,
    /// `proposed`, `disputed`, `retired`.
    pub status: Option<&'static str>,
    /// Campaign: `decision` or `together`.
    pub route: Option<&'static str>,
    /// Campaign and story: the place, an area.
    pub place: Option<String>,
    /// Campaign: what is asked for.
    pub ask: Option<String>,
    /// Campaign: by when, `2026-10-14`.
    pub deadline: Option<String>,
    /// Campaign: what happens on that day; it need not be what is asked for.
    pub deadline_what: Option<String>,
    /// Campaign: its main action. Action: the action itself.
    pub action: Option<ActionView>,
    /// Story: who tells it, as readers may see it. Quote: whose words they are.
    pub who: Option<String>,
    /// Story: the name is changed.
    pub name_changed: bool,
    /// Person and quote: their role.
    pub role: Option<String>,
    /// Quote: their organisation.
    pub organisation: Option<String>,
    /// Story: what changed. Quote: the words. Definition: the sentence. Principle: the statement.
    pub text: Option<String>,
    /// Principle: its number as the set shows it.
    pub number: Option<String>,
    /// Definition: the plain version.
    pub plain: Option<String>,
    /// Resource: `course`, `guide`, `toolkit`, `template`, `video`, `report`, `policy`.
    pub resource: Option<&'static str>,
    /// Resource: how long it takes, as it is written.
    pub length: Option<String>,
    /// Resource: its parts, as they are written.
    pub parts: Option<String>,
    /// Resource: the titles of the modules that cost nothing.
    pub free_modules: Vec<String>,
    /// Resource: the button; null where it has no address, such as one on paper. Other kinds: null.
    pub button: Option<LinkView>,
}
