//! What lives between edits: files, parsed documents and found terms; and the editions made of them.
//!
//! **Invariant**: after any history of changes, an edition equals the one made from scratch. Everything kept here is
//! kept under the fingerprint of all that it was made from.

mod diagnostics;
mod edition;
mod finishing;
mod instead;
mod mending;
mod pages;
mod parts;

pub use diagnostics::merged;
pub use edition::Edition;
pub use instead::Instead;
pub use mending::MendedFile;
pub use pages::EditionPages;

use crate::content::document::{self, Document};
use crate::content::fields::Date;
use crate::content::fingerprint::fingerprint;
use crate::content::kinds::{Content, KindName};
use crate::content::markdown;
use crate::content::place::{Role, Standing, role, set_folders};
use crate::content::settings::{self, SettingsDocument};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath};
use crate::site::{DocId, Drafts};
use crate::source::{Change, FileContent};
use crate::terms::{self, Glossary};
use crate::view::Matches;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What decides which day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Today {
    /// This day.
    Date(Date),
    /// The day of this moment in the site's time zone.
    At(jiff::Timestamp),
}

/// What the command line says of an edition.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address to publish under, in place of `url` in `site.yaml`.
    pub base_url: Option<String>,
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// What decides which day it is.
    pub today: Today,
}

/// What lives between edits.
pub struct Session {
    options: Options,
    files: BTreeMap<SitePath, FileContent>,
    /// What is told of files that the site cannot have.
    left_out: BTreeMap<SitePath, Diagnostic>,
    documents: HashMap<SitePath, (u128, Arc<Document>)>,
    matches: HashMap<SitePath, (u128, Arc<Matches>)>,
    parts: parts::Parts,
    /// How many files the last edition parsed, for tests that count work.
    parsed: usize,
}

impl Session {
    /// A session without files.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            files: BTreeMap::new(),
            left_out: BTreeMap::new(),
            documents: HashMap::new(),
            matches: HashMap::new(),
            parts: parts::Parts::default(),
            parsed: 0,
        }
    }

    /// Takes changes of files in.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            self.left_out.remove(&change.path);
            let content = match change.content {
                Some(FileContent::LeftOut(told)) => {
                    self.left_out.insert(change.path.clone(), told);
                    None
                }
                content => content,
            };
            match content {
                Some(content) => {
                    self.files.insert(change.path, content);
                }
                None => {
                    self.files.remove(&change.path);
                    self.documents.remove(&change.path);
                    self.matches.remove(&change.path);
                }
            }
        }
    }

    /// The site as it is now.
    pub fn edition(&mut self) -> Arc<Edition> {
        self.edition_without(&BTreeSet::new())
    }

    /// Another day, or another way to know which it is.
    pub fn set_today(&mut self, today: Today) {
        self.options.today = today;
    }

    /// Today, in the site's time zone.
    pub fn today(&self) -> Date {
        edition::today(&self.options, &self.settings())
    }

    /// The site as it is now, with these files left out as if they were drafts.
    fn edition_without(&mut self, without: &BTreeSet<SitePath>) -> Arc<Edition> {
        let settings = Arc::new(self.settings());
        let mut told = settings.told.clone();
        let documents = self.parse(&settings, &mut told);
        let glossary: Vec<DocId> = documents
            .iter()
            .enumerate()
            .filter(|(_, document)| document.shape.standing.kind == KindName::Definition)
            .map(|(doc, _)| doc)
            .collect();
        let matches = self.find_terms(&documents, &glossary);
        let (files, left_out) = (&self.files, &self.left_out);
        edition::make(
            edition::Ingredients {
                options: &self.options,
                files,
                left_out,
                settings,
                documents,
                glossary,
                matches,
                told,
                without,
            },
            &mut self.parts,
        )
    }

    /// How many files the last edition parsed.
    pub fn parsed(&self) -> usize {
        self.parsed
    }

    /// Whether there is a `site.yaml`.
    pub fn has_settings(&self) -> bool {
        self.files.contains_key("site.yaml")
    }

    fn settings(&self) -> SettingsDocument {
        match self.files.get("site.yaml") {
            Some(FileContent::Text(text)) => settings::parse(Ok(text)),
            Some(FileContent::NotText(why)) => settings::parse(Err(why)),
            Some(FileContent::Asset(_) | FileContent::LeftOut(_)) | None => settings::parse(Ok("")),
        }
    }

    /// All documents by path; only what changed is parsed.
    fn parse(&mut self, settings: &SettingsDocument, told: &mut Vec<Diagnostic>) -> Vec<Arc<Document>> {
        let markdown = markdown_options(settings);
        let sets = set_folders(self.files.keys().map(|path| &**path));
        let languages: Vec<String> = settings.settings.languages.iter().map(|at| at.value.clone()).collect();
        let mut later: BTreeMap<String, &'static str> = BTreeMap::new();
        let mut all: Vec<(&SitePath, &FileContent, Standing)> = vec![];
        for (path, content) in &self.files {
            match role(path, &sets, &languages) {
                Role::Document(standing) => all.push((path, content, standing)),
                Role::UnderscoreIndex => {
                    let name = path.replace("_index.md", "index.md");
                    told.push(
                        Diagnostic::new(
                            Code::UnderscoreIndex,
                            Place::file(path),
                            "files whose names begin with `_` are not read",
                        )
                        .help(format!("rename it to `{name}`")),
                    );
                }
                Role::Later("translations") => {
                    later.insert(
                        path.to_string(),
                        "translations are published by a later version; this file is left out",
                    );
                }
                Role::Later(kind) => {
                    later.insert(
                        format!("content/{kind}"),
                        "this kind is published by a later version; the folder is left out",
                    );
                }
                Role::File | Role::Ignored => {}
            }
        }
        for (folder, message) in later {
            told.push(
                Diagnostic::new(Code::KindNotBuilt, Place::file(&folder.as_str().into()), message)
                    .help("keep your files: they will be read then"),
            );
        }
        let cached = &self.documents;
        let options = &markdown;
        let documents: Vec<(u128, Arc<Document>, bool)> = all
            .into_par_iter()
            .map(|(path, content, standing)| {
                let key = match content {
                    FileContent::Text(text) => fingerprint(&(&**text, &standing, options)),
                    FileContent::NotText(why) => fingerprint(&(why, &standing)),
                    FileContent::Asset(_) | FileContent::LeftOut(_) => fingerprint(&standing),
                };
                if let Some((_, document)) = cached.get(path).filter(|(known, _)| *known == key) {
                    return (key, document.clone(), false);
                }
                let document = match content {
                    FileContent::Text(text) => document::parse(path, text, standing, options),
                    FileContent::NotText(why) => document::unreadable(path, why, standing, options),
                    FileContent::Asset(_) | FileContent::LeftOut(_) => {
                        document::unreadable(path, "it is no text", standing, options)
                    }
                };
                (key, Arc::new(document), true)
            })
            .collect();
        self.parsed = documents.iter().filter(|(_, _, parsed)| *parsed).count();
        for (key, document, _) in documents.iter().filter(|(_, _, parsed)| *parsed) {
            self.documents.insert(document.shape.path.clone(), (*key, document.clone()));
        }
        documents.into_iter().map(|(_, document, _)| document).collect()
    }

    /// The terms in all documents; only changed texts are looked through, unless a name changed.
    fn find_terms(&mut self, documents: &[Arc<Document>], glossary: &[DocId]) -> Vec<Arc<Matches>> {
        let names = glossary.iter().map(|doc| {
            let shape = &documents[*doc].shape;
            let also: &[_] = match &shape.content {
                Content::Definition(definition) => &definition.also,
                _ => &[],
            };
            std::iter::once(shape.title.value.as_str()).chain(also.iter().map(|at| at.value.as_str()))
        });
        let glossary = Glossary::new(names);
        let (print, cached) = (glossary.fingerprint(), &self.matches);
        let found: Vec<(u128, Arc<Matches>)> = documents
            .par_iter()
            .map(|document| {
                let key = fingerprint(&(document.text_print, print));
                match cached.get(&document.shape.path) {
                    Some((known, matches)) if *known == key => (key, matches.clone()),
                    _ => {
                        let body = terms::find(&document.body, &glossary);
                        let sentence = document
                            .sentence
                            .as_ref()
                            .map(|sentence| terms::find(sentence, &glossary))
                            .unwrap_or_default();
                        (key, Arc::new(Matches { body, sentence }))
                    }
                }
            })
            .collect();
        for (document, entry) in documents.iter().zip(&found) {
            if self.matches.get(&document.shape.path).is_none_or(|(known, _)| *known != entry.0) {
                self.matches.insert(document.shape.path.clone(), entry.clone());
            }
        }
        found.into_iter().map(|(_, matches)| matches).collect()
    }
}

/// The site options that parsing uses.
fn markdown_options(settings: &SettingsDocument) -> markdown::Options {
    let settings = &settings.settings;
    markdown::Options {
        typography: if settings.typography {
            markdown::Typography::Language(settings.lang.value.clone())
        } else {
            markdown::Typography::Off
        },
        raw_html: if settings.raw_html { markdown::RawHtml::Kept } else { markdown::RawHtml::Shown },
    }
}
