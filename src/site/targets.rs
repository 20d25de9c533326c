//! What the spots of documents lead to, looked up by document and spot.

use super::resolved::Resolved;
use super::{Answer, DocId, Prints, SETTINGS};
use crate::diagnostic::{SitePath, Spot};
use std::sync::Arc;

/// The number that a document keeps as long as its file is there, while its [`DocId`] changes with each file that comes
/// before it or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(u32);

impl Serial {
    /// Stands in for a document where `site.yaml` itself names something.
    pub(super) const SETTINGS: Self = Self(u32::MAX);

    /// The number of the file that came after so many others.
    pub fn after(others: u32) -> Self {
        Self(others)
    }
}

/// Where something that a document names is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A document that is published ([`Targets::doc`]), and the id of a heading on its page.
    Document(Serial, Option<String>),
    /// The list of a kind's folder, the glossary, a set's page or a statement, and an id on it.
    List(String, Option<String>),
    /// A file of the site.
    File(SitePath),
    /// Something that is not published: only the words stay.
    Nothing,
}

/// What each spot that names something leads to. Those of a document are shared with the sites before and after.
#[derive(Clone, Debug)]
pub struct Targets {
    settings: Arc<Resolved>,
    documents: Vec<Answer>,
    /// The documents by their serial numbers; of those that are not there any more, none is asked for.
    docs: Vec<Option<DocId>>,
}

impl Targets {
    /// The targets of `site.yaml` and of all documents, which have these serial numbers.
    pub(super) fn new(settings: Arc<Resolved>, documents: Vec<Answer>, prints: &[Prints]) -> Self {
        let place = |serial: Serial| usize::try_from(serial.0).unwrap_or(usize::MAX);
        let most = prints.iter().map(|prints| place(prints.serial) + 1).max();
        let mut docs = vec![None; most.unwrap_or(0)];
        for (doc, prints) in prints.iter().enumerate() {
            docs[place(prints.serial)] = Some(doc);
        }
        Self { settings, documents, docs }
    }

    /// What a spot of a document leads to, or one of `site.yaml` if `doc` is [`SETTINGS`].
    pub fn get(&self, doc: DocId, spot: Spot) -> Option<&Target> {
        let resolved = if doc == SETTINGS { &self.settings } else { self.documents.get(doc)?.resolved() };
        resolved.target(spot)
    }

    /// The document with this serial number, or [`SETTINGS`].
    pub fn doc(&self, serial: Serial) -> Option<DocId> {
        if serial == Serial::SETTINGS {
            return Some(SETTINGS);
        }
        *self.docs.get(usize::try_from(serial.0).ok()?)?
    }

    /// The published document that a spot names.
    pub(super) fn named(&self, doc: DocId, spot: Spot) -> Option<DocId> {
        match self.get(doc, spot)? {
            Target::Document(serial, _) => self.doc(*serial),
            _ => None,
        }
    }

    /// What each document names.
    pub(super) fn answers(&self) -> &[Answer] {
        &self.documents
    }
}
