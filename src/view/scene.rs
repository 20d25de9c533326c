//! Everything that views are made from, and what all of them share: addresses, cards and the site's frame.

use super::seen::print_of;
use super::{Card, LinkView, Picture, hrefs};
use crate::content::at::At;
use crate::content::document::{Document, Shape};
use crate::content::fields::{Address, Date, FilePath};
use crate::content::kinds::{Contact, Image, Settings, Source};
use crate::content::markdown::TermMatch;
use crate::diagnostic::{SitePath, Spot};
use crate::plan::Plan;
use crate::site::{DocId, SETTINGS, Site, Target};
use crate::source::Asset;
use crate::view::{ContactView, SourceView};
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use tera::{Map, Value};

/// The words of the interface, which the theme has.
pub trait Words: Sync + Send {
    /// A word by its id, with its arguments.
    fn word(&self, id: &str, args: &[(&str, &str)]) -> String;
}

/// The terms found in one document.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    /// In its text.
    pub body: Vec<TermMatch>,
    /// In a definition's sentence.
    pub sentence: Vec<TermMatch>,
}

/// What of a site's looks is not the theme's that is built in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Own {
    /// Templates, or a whole theme.
    pub templates: bool,
    /// Styles.
    pub styles: bool,
}

/// Everything that views are made from: an edition's parts.
pub struct Scene<'e> {
    /// All documents together.
    pub site: &'e Site,
    /// All addresses.
    pub plan: &'e Plan,
    /// All documents, by path.
    pub documents: &'e [Arc<Document>],
    /// The terms found in each.
    pub matches: &'e [Arc<Matches>],
    /// The documents of the glossary's definitions, by their index in it.
    pub glossary: &'e [DocId],
    /// The settings.
    pub settings: &'e Settings,
    /// The files that are no documents.
    pub assets: &'e BTreeMap<SitePath, Asset>,
    /// What of the site's looks is the group's own.
    pub own: Own,
    /// The words of the interface.
    pub words: &'e dyn Words,
    /// The base path: empty, or `/lifts`.
    pub base: &'e str,
    /// The site's address without a path: `https://our-group.org`.
    pub origin: Option<&'e str>,
    /// What is the same on every page.
    pub frame: Value,
    /// The addresses that the frame links to from the menu ([`super::marked`]).
    pub marked: &'e [String],
    /// The card of each document.
    pub cards: &'e Cards,
}

/// The cards of an edition's documents, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct Cards {
    by_doc: Vec<OnceLock<Value>>,
    /// The fingerprint of each card that was made, by its place in memory: it is the card's own as long as that lives.
    prints: RwLock<HashMap<usize, u128, FixedState>>,
}

impl Cards {
    /// Room for the cards of so many documents.
    pub fn new(count: usize) -> Self {
        Self { by_doc: (0..count).map(|_| OnceLock::new()).collect(), prints: RwLock::default() }
    }

    fn of(&self, doc: DocId, make: impl FnOnce() -> Value) -> Value {
        let make = || {
            let card = make();
            if let Some(map) = card.as_map() {
                let mut prints = self.prints.write().unwrap_or_else(PoisonError::into_inner);
                prints.insert(std::ptr::from_ref(map).addr(), print_of(&card));
            }
            card
        };
        self.by_doc[doc].get_or_init(make).clone()
    }

    /// The fingerprint of the card at this place in memory, if there is one.
    pub(super) fn print(&self, map: &Map) -> Option<u128> {
        let prints = self.prints.read().unwrap_or_else(PoisonError::into_inner);
        prints.get(&std::ptr::from_ref(map).addr()).copied()
    }
}

impl Scene<'_> {
    /// A path of the site as it stands in pages.
    pub fn href(&self, address: &str) -> String {
        hrefs::href(self.base, address)
    }

    /// The full address of a path that stands in pages.
    pub fn full(&self, href: &str) -> Option<String> {
        self.origin.map(|origin| format!("{origin}{href}"))
    }

    /// A path of the site as people type it, `our-group.org/lifts`: with the host, without what browsers add.
    pub fn printed(&self, path: &str) -> Option<String> {
        Some(hrefs::printed(self.origin?, self.base, path))
    }

    /// The shape of a document.
    pub fn shape(&self, doc: DocId) -> &Shape {
        &self.site.shapes[doc]
    }

    /// A link to a document.
    pub fn link(&self, doc: DocId) -> LinkView {
        LinkView { title: self.shape(doc).title.value.clone(), href: self.href(self.site.address(doc)) }
    }

    /// A word of the interface.
    pub fn word(&self, id: &str) -> String {
        self.words.word(id, &[])
    }

    /// The card of a document.
    pub fn card(&self, doc: DocId) -> Value {
        self.cards.of(doc, || Value::from_serializable(&Card::of(self, doc)))
    }

    /// The cards of documents.
    pub fn cards(&self, docs: &[DocId]) -> Vec<Value> {
        docs.iter().map(|doc| self.card(*doc)).collect()
    }

    /// The documents that spots name, in their order.
    pub fn named<K>(&self, doc: DocId, refs: &[At<K>]) -> Vec<DocId> {
        refs.iter().filter_map(|at| self.site.named(doc, at.spot)).collect()
    }

    /// Where the path at a spot leads; `None` if that is not published.
    pub fn target_href(&self, doc: DocId, spot: Spot) -> Option<String> {
        match self.site.targets.get(doc, spot)? {
            Target::Document(serial, anchor) => match self.site.targets.doc(*serial)? {
                SETTINGS => anchor.as_ref().map(|anchor| format!("#{anchor}")),
                target => Some(with_anchor(self.href(self.site.address(target)), anchor.as_deref())),
            },
            Target::List(folder, anchor) => self.list_href(folder).map(|href| with_anchor(href, anchor.as_deref())),
            Target::File(path) => Some(self.file_href(path)),
            Target::Nothing => None,
        }
    }

    /// The address of a list, if there is one.
    pub fn list_href(&self, folder: &str) -> Option<String> {
        let address = match self.site.set(folder) {
            Some(set) => crate::plan::set_address(self.site, set),
            None if folder.is_empty() => "/".to_owned(),
            None => format!("/{folder}/"),
        };
        self.plan.targets.contains_key(&crate::plan::output_path(&address)).then(|| self.href(&address))
    }

    /// The address of a file of the site.
    pub fn file_href(&self, path: &str) -> String {
        let inner = path.strip_prefix("static").or(path.strip_prefix("content")).unwrap_or(path);
        self.href(inner)
    }

    /// A file named in a field, as a picture.
    pub fn picture(&self, doc: DocId, file: &At<FilePath>, alt: &str, credit: Option<&str>) -> Option<Picture> {
        let path = self.site.file(doc, file.spot)?;
        let pixels = self.assets.get(path).and_then(|asset| asset.pixels);
        Some(Picture {
            src: self.file_href(path),
            width: pixels.map(|(width, _)| width),
            height: pixels.map(|(_, height)| height),
            alt: alt.to_owned(),
            credit: credit.map(str::to_owned),
        })
    }

    /// A document's picture.
    pub fn image(&self, doc: DocId, image: Option<&At<Image>>) -> Option<Picture> {
        let image = image?;
        let alt = image.alt.as_ref().filter(|_| !image.decorative).map_or("", |alt| alt.as_str());
        self.picture(doc, &image.file, alt, image.credit.as_ref().map(|credit| credit.as_str()))
    }

    /// Where an address in a field leads; `None` if it is a page that is not published.
    pub fn address_href(&self, doc: DocId, address: &At<Address>) -> Option<String> {
        match &address.value {
            Address::Web(url) => Some(url.clone()),
            Address::Email(email) => Some(hrefs::mailto(email, None, None)),
            Address::Phone(phone) => Some(hrefs::tel(phone)),
            Address::Page(..) => self.target_href(doc, address.spot),
        }
    }

    /// An address with words for it: those of the interface, or its own.
    pub fn address_link(&self, doc: DocId, address: &At<Address>, title: Option<String>) -> Option<LinkView> {
        let href = self.address_href(doc, address)?;
        Some(LinkView { title: title.unwrap_or_else(|| self.address_title(doc, address)), href })
    }

    fn address_title(&self, doc: DocId, address: &At<Address>) -> String {
        match &address.value {
            Address::Web(url) => {
                let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
                rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
            }
            Address::Email(text) | Address::Phone(text) => text.clone(),
            Address::Page(path, _) => match self.site.named(doc, address.spot) {
                Some(target) => self.shape(target).title.value.clone(),
                None => path.rsplit('/').next().unwrap_or(path).to_owned(),
            },
        }
    }

    /// A source as readers see it.
    pub fn source(&self, doc: DocId, source: Option<&At<Source>>) -> Option<SourceView> {
        let source = source?;
        let href = source.url.as_ref().and_then(|url| self.address_href(doc, url));
        let title = source.title.as_ref().map(|title| title.value.clone());
        let title = title.or_else(|| source.url.as_ref().map(|url| self.address_title(doc, url)));
        Some(SourceView {
            title: title
                .or_else(|| text(source.publisher.as_ref()))
                .or_else(|| text(source.by.as_ref()))
                .unwrap_or_default(),
            href,
            by: text(source.by.as_ref()),
            publisher: text(source.publisher.as_ref()),
            date: day(source.date.as_ref()),
            licence: text(source.licence.as_ref()),
        })
    }
}

fn with_anchor(href: String, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{href}{}", hrefs::href("", &format!("#{anchor}"))),
        None => href,
    }
}

/// A text field as readers see it.
pub(super) fn text(field: Option<&At<String>>) -> Option<String> {
    field.map(|text| text.value.clone())
}

/// Text fields as readers see them.
pub(super) fn texts(fields: &[At<String>]) -> Vec<String> {
    fields.iter().map(|text| text.value.clone()).collect()
}

/// A day in the form that templates get, `2026-10-14`.
pub(super) fn day(date: Option<&At<Date>>) -> Option<String> {
    date.map(|date| date.value.to_string())
}

/// A contact as readers see it.
pub(super) fn contact(contact: &Contact) -> ContactView {
    ContactView {
        email: text(contact.email.as_ref()),
        phone: text(contact.phone.as_ref()),
        phone_href: contact.phone.as_ref().map(|phone| hrefs::tel(phone)),
        address: text(contact.address.as_ref()),
        name: text(contact.name.as_ref()),
    }
}
