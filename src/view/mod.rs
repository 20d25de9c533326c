//! All that a template sees of a page: plain structs that are the theme contract.
//!
//! Every template gets `site` ([`SiteView`]) and `page` ([`PageView`]), and besides them one value named after what the
//! page shows. Fields that have nothing are null; lists that have nothing are empty. Nothing here can look anything up.

mod body;
mod campaigns;
mod card;
mod cards;
mod collections;
mod described;
mod documents;
mod frame;
mod hrefs;
mod kinds;
mod lists;
mod pages;
mod scene;
mod seen;
mod statements;
mod texts;

pub use card::{Card, CardKind};
pub use frame::{FrameInputs, frame, marked};
pub use hrefs::href;
pub use kinds::*;
pub use lists::*;
pub use pages::page;
pub use scene::{Cards, Matches, Own, Scene, Words};
pub use seen::{View, print_of};
pub use statements::{AccessibilityView, PrivacyStatementView};
pub use texts::texts;

use serde::Serialize;
use tera::Value;

/// The version of the contract between views and themes; `theme.yaml` names the one it was written for.
pub const CONTRACT: &str = "1";

/// A text that leads somewhere.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct LinkView {
    /// What the link says.
    pub title: String,
    /// The address: a complete path in the site, or `https:`, `mailto:`, `tel:`.
    pub href: String,
}

/// A picture that is published with the page.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// The address of the file.
    pub src: String,
    /// In pixels, when the file tells.
    pub width: Option<u32>,
    /// In pixels, when the file tells.
    pub height: Option<u32>,
    /// What it shows; empty for a picture without meaning.
    pub alt: String,
    /// Who made it. Under a credited picture stands how to ask for its removal.
    pub credit: Option<String>,
}

/// The same on every page of one language: who publishes, how to reach them, and the way around.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The group's name.
    pub name: String,
    /// The language tag, such as `en` or `cy`.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// One line under the name.
    pub strapline: Option<String>,
    /// Who the group is, in a sentence or two.
    pub about: Option<String>,
    /// Where it works.
    pub area: Option<String>,
    /// The address of the home page.
    pub home: String,
    /// The site's address with its scheme; null while `site.yaml` has none.
    pub url: Option<String>,
    /// The group's logo.
    pub logo: Option<Picture>,
    /// The address of the picture for a browser's tab: the group's own, its logo, or one that is drawn.
    pub icon: String,
    /// The address of the picture for a telephone's screen; null if there is none that telephones take.
    pub touch_icon: Option<String>,
    /// The group's colour as it was written, `#a3195b`.
    pub colour: Option<String>,
    /// How to reach the group.
    pub contact: ContactView,
    /// How to join.
    pub join: Option<LinkView>,
    /// How to give.
    pub donate: Option<LinkView>,
    /// Elsewhere on the web.
    pub social: Vec<LinkView>,
    /// The licence of the texts.
    pub licence: Option<String>,
    /// The legal form and registrations.
    pub legal: Option<LegalView>,
    /// Who answers for the content.
    pub imprint: Option<ImprintView>,
    /// Who looks after safety.
    pub safeguarding: Option<SafeguardingView>,
    /// Who is responsible for personal data.
    pub privacy: Option<PrivacyView>,
    /// Set when the group has stopped for now.
    pub dormant: Option<DormantView>,
    /// The main navigation.
    pub menu: Vec<LinkView>,
    /// The pages on privacy and accessibility, in this order: the theme's, or what the group has at their addresses.
    pub statements: Vec<LinkView>,
    /// The lists that have something in them, by kind: `site.lists.stories.href`.
    pub lists: ListLinks,
    /// The address of the one stylesheet.
    pub stylesheet: String,
    /// The theme's options, as the site sets them or as the theme has them by default.
    pub options: Value,
    /// The files in `data/`, by name.
    pub data: Value,
    /// The site's own fields.
    pub extra: Value,
}

/// Where the list of each kind is; null for a kind that has nothing published.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ListLinks {
    /// Campaigns.
    pub campaigns: Option<LinkView>,
    /// "Take action".
    pub actions: Option<LinkView>,
    /// Stories.
    pub stories: Option<LinkView>,
    /// The set in `content/principles/`.
    pub principles: Option<LinkView>,
    /// The glossary.
    pub definitions: Option<LinkView>,
    /// Quotes.
    pub quotes: Option<LinkView>,
    /// People.
    pub people: Option<LinkView>,
    /// Resources.
    pub resources: Option<LinkView>,
    /// All tags.
    pub tags: Option<LinkView>,
}

/// Ways to reach someone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ContactView {
    /// An email address.
    pub email: Option<String>,
    /// A phone number as it is written.
    pub phone: Option<String>,
    /// The same as a `tel:` address.
    pub phone_href: Option<String>,
    /// A postal address, or whatever else was written.
    pub address: Option<String>,
    /// A name to ask for.
    pub name: Option<String>,
}

/// `legal` of the site.
#[derive(Clone, Debug, Serialize)]
pub struct LegalView {
    /// The legal form: a known word, or free text.
    pub form: Option<String>,
    /// With whom it is registered, under which number.
    pub registrations: Vec<RegistrationView>,
    /// A charity number.
    pub charity_number: Option<String>,
    /// A company number.
    pub company_number: Option<String>,
    /// The registered office.
    pub office: Option<String>,
}

/// One registration.
#[derive(Clone, Debug, Serialize)]
pub struct RegistrationView {
    /// The register.
    pub with: String,
    /// The number there.
    pub number: String,
}

/// `imprint` of the site; on election material it ends the page's text.
#[derive(Clone, Debug, Serialize)]
pub struct ImprintView {
    /// The promoter.
    pub promoter: Option<String>,
    /// The person responsible.
    pub responsible: Option<String>,
    /// Their address.
    pub address: Option<String>,
    /// On whose behalf it is published.
    pub on_behalf_of: Option<String>,
    /// Who prints it.
    pub printer: Option<String>,
}

/// `safeguarding` of the site.
#[derive(Clone, Debug, Serialize)]
pub struct SafeguardingView {
    /// Who looks after safety.
    pub lead: Option<String>,
    /// How to reach them.
    pub contact: Option<ContactView>,
    /// The policy.
    pub policy: Option<LinkView>,
}

/// `privacy` of the site.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyView {
    /// Who is responsible.
    pub controller: Option<String>,
    /// How to reach them.
    pub contact: Option<ContactView>,
}

/// `status: dormant`.
#[derive(Clone, Debug, Serialize)]
pub struct DormantView {
    /// Why, in a sentence.
    pub note: Option<String>,
    /// Where to go instead.
    pub go_to: Option<LinkView>,
}

/// What every page has.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What the page shows: `home`, `page`, `campaign`, `story`, `principle`, `principle-set`, `definition`, `glossary`,
    /// `person`, `resource`, `quotes`, `actions`, `list`, `tag`, `tags`, `privacy`, `accessibility`, `404`.
    pub kind: &'static str,
    /// The heading.
    pub title: String,
    /// For the `title` element and share text: the page's title, or the group's name alone on a sensitive page.
    pub head_title: String,
    /// The address, a complete path in the site.
    pub href: String,
    /// The full address; null while the site has no `url`.
    pub canonical: Option<String>,
    /// The short address for print, without a scheme: `our-group.org/lifts`; null if there is none, or no `url`.
    pub short: Option<String>,
    /// One sentence for search results and share text; on lists and sets without one, the titles of what stands there.
    /// Null on a sensitive page.
    pub description: Option<String>,
    /// The full address of the picture for share text: the page's own, else the logo, if it is one that is shown there.
    pub share_image: Option<String>,
    /// What that picture shows; null without it, and where it has no meaning.
    pub share_alt: Option<String>,
    /// The menu's entry or list that the page belongs to, for marking it in the navigation.
    pub section: Option<LinkView>,
    /// The page's own address where an entry of the menu leads to it, or the link to join; null on all other pages.
    pub here: Option<String>,
    /// The way down to this page, home first, the page itself left out.
    pub breadcrumbs: Vec<LinkView>,
    /// The text as HTML; null if there is none.
    pub body: Option<Value>,
    /// The headings of the text, nested.
    pub toc: Vec<TocView>,
    /// The first day it was published, `2026-10-14`.
    pub date: Option<String>,
    /// The day of the last change that the writer tells of: `updated`, else `date`.
    pub updated: Option<String>,
    /// The page's picture.
    pub image: Option<Picture>,
    /// Its tags.
    pub tags: Vec<LinkView>,
    /// A warning to be shown before the text.
    pub content_note: Option<String>,
    /// A page that someone may have to leave quickly: a plain "leave this page" link comes first.
    pub sensitive: bool,
    /// A draft, shown by `--drafts`.
    pub draft: bool,
    /// Search engines are asked not to list the page.
    pub noindex: bool,
    /// Set on election material: the imprint ends the page's text.
    pub imprint: Option<ImprintView>,
    /// What `show:` names, as cards ([`Card`]) in the order written.
    pub cards: Vec<Value>,
    /// Definitions used on the page, as cards ([`Card`]).
    pub terms: Vec<Value>,
    /// The earlier one in its list.
    pub previous: Option<LinkView>,
    /// The later one in its list.
    pub next: Option<LinkView>,
    /// Stories and other things that the page's `extra:` holds.
    pub extra: Value,
}

/// A heading of the text.
#[derive(Clone, Debug, Serialize)]
pub struct TocView {
    /// Its words.
    pub title: String,
    /// `#its-id`.
    pub href: String,
    /// The headings below it.
    pub children: Vec<TocView>,
}
