//! Editions that keep going while some files are broken: with an earlier state of them, or without them.

use super::{Edition, Session};
use crate::content::document::Document;
use crate::diagnostic::{Severity, SitePath};
use crate::source::{Change, FileContent};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How an edition differs from what the files say now.
#[derive(Clone, Debug, Default)]
pub struct Instead {
    /// Files that are read as if they still held this.
    pub earlier: BTreeMap<SitePath, FileContent>,
    /// Files that are left out as if they were drafts.
    pub left_out: BTreeSet<SitePath>,
}

impl Instead {
    /// Whether there is no difference.
    pub fn is_nothing(&self) -> bool {
        self.earlier.is_empty() && self.left_out.is_empty()
    }
}

impl Session {
    /// The site as it would be with these differences. The session itself stays as it is.
    pub fn edition_instead(&mut self, instead: &Instead) -> Arc<Edition> {
        let now: Vec<Change> =
            instead.earlier.keys().map(|path| Change { path: path.clone(), content: self.content(path) }).collect();
        self.apply(
            instead.earlier.iter().map(|(path, content)| Change { path: path.clone(), content: Some(content.clone()) }),
        );
        let edition = self.edition_without(&instead.left_out);
        self.apply(now);
        edition
    }

    /// What a file holds, as the session knows it.
    pub fn content(&self, path: &str) -> Option<FileContent> {
        self.files.content(path)
    }
}

impl Edition {
    /// The files that cannot be used as they are: documents with a field or a text that cannot be read, and files of
    /// all other sorts (settings, templates, styles, data) that have errors.
    pub fn unusable(&self) -> BTreeSet<SitePath> {
        let errors = self.diagnostics.iter().filter(|told| told.severity == Severity::Error);
        let files = errors.map(|error| error.places[0].path.clone()).filter(|path| self.document(path).is_none());
        let documents = self.documents.iter().map(|document| &document.shape).filter(|shape| shape.broken);
        files.chain(documents.map(|shape| shape.path.clone())).collect()
    }

    /// The documents that have errors of any sort, references that lead nowhere included.
    pub fn with_errors(&self) -> BTreeSet<SitePath> {
        let errors = self.diagnostics.iter().filter(|told| told.severity == Severity::Error);
        errors.map(|error| error.places[0].path.clone()).filter(|path| self.document(path).is_some()).collect()
    }

    /// The document that a file is.
    pub fn document(&self, path: &str) -> Option<&Arc<Document>> {
        self.doc(path).map(|doc| &self.documents[doc])
    }
}
