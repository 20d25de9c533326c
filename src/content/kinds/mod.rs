//! The kinds of content, one file each: their fields, and the rules between them.
//!
//! A kind is declared by its [`Record`](super::fields::Record); the list of all kinds is [`KindName::ALL`].

mod accessibility;
mod action;
mod campaign;
mod common;
mod consent;
mod definition;
mod page;
mod parts;
mod person;
mod principle;
mod principle_set;
mod quote;
mod remarks;
mod resource;
mod settings;
mod story;
mod weight;

pub use accessibility::Accessibility;
pub use action::{Action, Deed, InlineAction, Letter};
pub use campaign::{
    Ask, AskStatus, Campaign, Deadline, Moment, MomentKind, Position, Press, Progress, Route, Share, Stat, Status,
    Target,
};
pub use common::{Common, Image, Shows};
pub use consent::{Channel, Consent, ConsentStatus};
pub use definition::{Agreement, Definition};
pub use page::Page;
pub use parts::{Contact, Partner, PlaceField, Source};
pub use person::Person;
pub use principle::{Principle, Retired};
pub use principle_set::{
    Change, Cite, Group, ItemChange, ItemChanged, ItemName, Numbering, PrincipleSet, SetStatus, Sign,
};
pub use quote::{InlineQuote, Quote};
pub(in crate::content) use remarks::said_of;
pub use resource::{Format, Module, Resource, ResourceKind};
pub use settings::{
    Activity, Check, CheckLevel, Checks, Imprint, Legal, MenuItem, OptionValue, Privacy, Registration, Safeguarding,
    Settings, SiteStatus, ThemeChoice,
};
pub use story::{KnownAs, Spoken, Story, Support, Video, Who, fold, name_words};
pub use weight::Kilobytes;

use super::at::At;
use super::fields::{Field, Fields, Reader, Record, Schema};

/// The name of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of the kinds")]
pub enum KindName {
    Page,
    PrincipleSet,
    Principle,
    Campaign,
    Story,
    Definition,
    Quote,
    Person,
    Resource,
    Action,
}

impl KindName {
    /// All kinds, in the order of the content model.
    pub const ALL: [Self; 10] = [
        Self::Page,
        Self::PrincipleSet,
        Self::Principle,
        Self::Campaign,
        Self::Story,
        Self::Definition,
        Self::Quote,
        Self::Person,
        Self::Resource,
        Self::Action,
    ];

    /// The folder of `content/` that holds the kind; pages, sets and their principles have none of their own.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Self::Page | Self::PrincipleSet | Self::Principle => None,
            Self::Campaign => Some("campaigns"),
            Self::Story => Some("stories"),
            Self::Definition => Some("definitions"),
            Self::Quote => Some("quotes"),
            Self::Person => Some("people"),
            Self::Resource => Some("resources"),
            Self::Action => Some("actions"),
        }
    }

    /// The kind that a folder of `content/` holds.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == Some(folder))
    }

    /// The kind's name with its article, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => Page::NAME,
            Self::PrincipleSet => PrincipleSet::NAME,
            Self::Principle => Principle::NAME,
            Self::Campaign => Campaign::NAME,
            Self::Story => Story::NAME,
            Self::Definition => Definition::NAME,
            Self::Quote => Quote::NAME,
            Self::Person => Person::NAME,
            Self::Resource => Resource::NAME,
            Self::Action => Action::NAME,
        }
    }

    /// Checks the title that a file of the kind has, wherever in the file it stands.
    pub(super) fn check_title(self, title: &At<String>, reader: &mut Reader) {
        fn check<K: Record>(title: &At<String>, reader: &mut Reader) {
            remarks::check_title(title, K::TITLE_IS_A_NAME, K::HAS_WHO, reader);
        }
        let check = match self {
            Self::Page => check::<Page>,
            Self::PrincipleSet => check::<PrincipleSet>,
            Self::Principle => check::<Principle>,
            Self::Campaign => check::<Campaign>,
            Self::Story => check::<Story>,
            Self::Definition => check::<Definition>,
            Self::Quote => check::<Quote>,
            Self::Person => check::<Person>,
            Self::Resource => check::<Resource>,
            Self::Action => check::<Action>,
        };
        check(title, reader);
    }

    /// The fields that the kind has besides those of every kind.
    pub fn fields(self) -> Vec<Field> {
        match self {
            Self::Page => Schema::of::<Page>(),
            Self::PrincipleSet => Schema::of::<PrincipleSet>(),
            Self::Principle => Schema::of::<Principle>(),
            Self::Campaign => Schema::of::<Campaign>(),
            Self::Story => Schema::of::<Story>(),
            Self::Definition => Schema::of::<Definition>(),
            Self::Quote => Schema::of::<Quote>(),
            Self::Person => Schema::of::<Person>(),
            Self::Resource => Schema::of::<Resource>(),
            Self::Action => Schema::of::<Action>(),
        }
    }
}

/// Folders of `content/` that a later version publishes.
pub const LATER: [&str; 3] = ["events", "news", "groups"];

/// What a document says in the fields of its kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of the kinds")]
pub enum Content {
    Page(Page),
    PrincipleSet(Box<PrincipleSet>),
    Principle(Box<Principle>),
    Campaign(Box<Campaign>),
    Story(Box<Story>),
    Definition(Box<Definition>),
    Quote(Box<Quote>),
    Person(Person),
    Resource(Box<Resource>),
    Action(Box<Action>),
}

/// A kind together with the fields of every kind: what one front matter holds.
pub struct Whole<K> {
    /// The fields of every kind.
    pub common: Common,
    /// Those of this kind.
    pub kind: K,
}

impl<K: Record> Record for Whole<K> {
    const NAME: &'static str = K::NAME;

    fn read(fields: &mut impl Fields) -> Self {
        Self { common: Common::read_for::<K>(fields), kind: K::read(fields) }
    }

    fn check(&self, reader: &mut Reader) {
        self.common.check(reader);
        self.kind.check(reader);
    }
}

#[cfg(test)]
mod tests {
    use crate::content::place::{Role, role, set_folders};
    use crate::content::{document, markdown};
    use crate::diagnostic::{Code, SitePath};

    fn is_told(path: &str, text: &str) -> bool {
        let Role::Document(standing) = role(path, &set_folders(std::iter::empty()), &[]) else { panic!("{path}") };
        let options = markdown::Options {
            typography: markdown::Typography::Off,
            raw_html: markdown::RawHtml::Shown,
            language: "en".to_owned(),
            words: markdown::WordPlaces::Forgotten,
        };
        let document = document::parse(&SitePath::from(path), text, standing, &options);
        let told = document.told.iter().any(|told| told.code == Code::NameRemark);
        assert_eq!(told, document.shape.withhold, "{text}");
        told
    }

    #[test]
    fn a_remark_about_a_name_is_told_in_the_final_title_and_beside_a_quote() {
        let title = "# Kayleigh (not her real name its Kirsty)\n\nWords.\n";
        assert!(is_told("content/stories/kayleigh.md", title));
        assert!(is_told("content/people/kayleigh.md", title));
        assert!(is_told("content/stories/k.md", &format!("---\nconsent: given\ndate: 2026-01-02\n---\n\n{title}")));
        assert!(!is_told("content/help.md", "# Street names changed (2026)\n\nWords.\n"));
        let quote = |line: &str| format!("---\nby: Kay\nconsent: given\n{line}\n---\n\nWords.\n");
        assert!(is_told("content/quotes/kay.md", &quote("role: real name Kirsty Bell")));
        assert!(is_told("content/quotes/kay.md", &quote("organisation: Tenants, real name Kirsty")));
        let by = quote("role: Tenant").replace("by: Kay", "by: Kirsty Bell (don't use real name)");
        assert!(is_told("content/quotes/kay.md", &by));
        assert!(!is_told("content/quotes/kay.md", &quote("role: Tenant")));
    }
}
