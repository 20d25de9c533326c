//! The files of a site as they are now, sorted by what is done with them, and what is kept with each.

use super::parts::Kept;
use crate::content::document::{self, Document};
use crate::content::fingerprint::fingerprint;
use crate::content::kinds::Content;
use crate::content::markdown;
use crate::content::place::{self, Role, SetFolders, Standing, is_set_file, role};
use crate::diagnostic::{Diagnostic, SitePath};
use crate::site::{Answer, Prints, Serial};
use crate::source::{Asset, Change, FileContent};
use crate::view::Matches;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

/// The files of a site. What an edition shares is behind an [`Arc`], and copied when it changes.
#[derive(Default)]
pub(super) struct Files {
    /// `content/`.
    pub(super) content: BTreeMap<SitePath, Source>,
    /// How many files have been added to it so far.
    added: u32,
    /// The files that say that their folder is a set.
    pub(super) sets: BTreeSet<SitePath>,
    /// All that Handbill reads and that is not in `content/`, with the fingerprint of each.
    pub(super) others: BTreeMap<SitePath, (u128, FileContent)>,
    /// What is published as it is.
    pub(super) assets: Arc<BTreeMap<SitePath, Asset>>,
    /// The assets in `content/` and `static/`.
    pub(super) published: Arc<BTreeSet<SitePath>>,
    /// What is told of files that the site cannot have.
    pub(super) left_out: BTreeMap<SitePath, Diagnostic>,
}

impl Files {
    /// Takes a change in.
    pub(super) fn apply(&mut self, change: Change) {
        let Change { path, content } = change;
        self.left_out.remove(&path);
        let content = match content {
            Some(FileContent::LeftOut(told)) => {
                self.left_out.insert(path.clone(), told);
                None
            }
            content => content,
        };
        let in_content = path.starts_with("content/");
        self.asset(&path, content.as_ref());
        match content {
            Some(content) if in_content => match self.content.get_mut(&path) {
                Some(source) => source.write(content),
                None => {
                    if is_set_file(&path) {
                        self.sets.insert(path.clone());
                    }
                    self.content.insert(path, Source::new(content, Serial::after(self.added)));
                    self.added += 1;
                }
            },
            None if in_content => {
                self.sets.remove(&path);
                self.content.remove(&path);
            }
            Some(FileContent::Asset(_)) | None => {
                self.others.remove(&path);
            }
            Some(content) => {
                self.others.insert(path, (print(&content), content));
            }
        }
    }

    fn asset(&mut self, path: &SitePath, content: Option<&FileContent>) {
        let is_published = path.starts_with("content/") || path.starts_with("static/");
        match content {
            Some(FileContent::Asset(asset)) => {
                if self.assets.get(path) != Some(asset) {
                    Arc::make_mut(&mut self.assets).insert(path.clone(), asset.clone());
                }
                if is_published && !self.published.contains(path) {
                    Arc::make_mut(&mut self.published).insert(path.clone());
                }
            }
            _ if self.assets.contains_key(path) => {
                Arc::make_mut(&mut self.assets).remove(path);
                Arc::make_mut(&mut self.published).remove(path);
            }
            _ => {}
        }
    }

    /// What a file holds.
    pub(super) fn content(&self, path: &str) -> Option<FileContent> {
        let in_content = self.content.get(path).map(|source| source.content.clone());
        let other = || self.others.get(path).map(|(_, content)| content.clone());
        let asset = || self.assets.get(path).map(|asset| FileContent::Asset(asset.clone()));
        let left_out = || self.left_out.get(path).map(|told| FileContent::LeftOut(told.clone()));
        in_content.or_else(other).or_else(asset).or_else(left_out)
    }

    /// The texts in a folder other than `content/`; the folder ends with `/`.
    pub(super) fn texts<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f SitePath, &'f Arc<str>)> {
        self.below(folder).filter_map(|(path, (_, content))| match content {
            FileContent::Text(text) => Some((path, text)),
            FileContent::NotText(_) | FileContent::Asset(_) | FileContent::LeftOut(_) => None,
        })
    }

    /// The fingerprint of all that is read in these folders.
    pub(super) fn print(&self, folders: &[&str]) -> u128 {
        let all = folders.iter().flat_map(|folder| self.below(folder)).map(|(path, (print, _))| (path, print));
        fingerprint(&all.collect::<Vec<_>>())
    }

    fn below<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f SitePath, &'f (u128, FileContent))> {
        self.others
            .range::<str, _>((Bound::Included(folder), Bound::Unbounded))
            .take_while(move |(path, _)| path.starts_with(folder))
    }
}

fn print(content: &FileContent) -> u128 {
    match content {
        FileContent::Text(text) => fingerprint(&(0_u8, &**text)),
        FileContent::NotText(why) => fingerprint(&(1_u8, why)),
        // Only that it is there matters to a document.
        FileContent::Asset(_) | FileContent::LeftOut(_) => fingerprint(&2_u8),
    }
}

/// A file in `content/`, and what is kept with it.
pub(super) struct Source {
    pub(super) content: FileContent,
    serial: Serial,
    print: u128,
    /// What it is as long as neither the file nor what decides that has changed.
    pub(super) now: Option<Now>,
    documents: Kept<u128, Arc<Document>>,
    /// Under the fingerprints of the text and of the names in the glossary.
    pub(super) found: Kept<(u128, u128), Found>,
    /// Under the fingerprints of the bones and of the ground.
    pub(super) answers: Kept<(u128, u128), Answer>,
}

/// What a file is in the site as it is now.
pub(super) struct Now {
    /// The fingerprint of what decides: the sets, the languages and the options of Markdown.
    context: u128,
    pub(super) role: Role,
    /// What is unusual about its name, if anything is.
    pub(super) name: Option<Box<UnusualName>>,
    /// There if the role is that of a document.
    pub(super) document: Option<Read>,
}

/// A name that is told, or that may have to be.
pub(super) struct UnusualName {
    /// It is read as if it had another: its path, what to say, what to do.
    pub(super) misnamed: Option<(String, String, String)>,
    /// By its name it is a translation of this file, if that is there.
    pub(super) translation_of: Option<String>,
}

/// A document, and at hand what is asked of each for every edition.
pub(super) struct Read {
    pub(super) document: Arc<Document>,
    pub(super) shape_print: u128,
    pub(super) bones_print: u128,
    /// The fingerprint of the title.
    pub(super) title_print: u128,
    pub(super) face_print: u128,
    pub(super) text_print: u128,
    /// For a definition: the fingerprint of its names.
    pub(super) names_print: Option<u128>,
    pub(super) tells: bool,
}

/// The terms found in a document.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) matches: Arc<Matches>,
    /// The definitions by their index in the glossary, in reading order, each once.
    pub(super) definitions: Arc<[u32]>,
    /// The fingerprint of the definitions.
    pub(super) print: u128,
}

/// What decides which file is what, and how its text is read.
pub(super) struct Context<'c> {
    pub(super) sets: &'c SetFolders,
    pub(super) languages: &'c [String],
    pub(super) markdown: &'c markdown::Options,
    pub(super) print: u128,
}

impl<'c> Context<'c> {
    pub(super) fn new(sets: &'c SetFolders, languages: &'c [String], markdown: &'c markdown::Options) -> Self {
        Self { sets, languages, markdown, print: fingerprint(&(sets, languages, markdown)) }
    }
}

impl Source {
    fn new(content: FileContent, serial: Serial) -> Self {
        Self {
            serial,
            print: print(&content),
            content,
            now: None,
            documents: Kept::default(),
            found: Kept::default(),
            answers: Kept::default(),
        }
    }

    fn write(&mut self, content: FileContent) {
        if self.content != content {
            self.print = print(&content);
            self.content = content;
            self.now = None;
        }
    }

    /// Whether it must be looked at again.
    pub(super) fn is_stale(&self, context: &Context) -> bool {
        self.now.as_ref().is_none_or(|now| now.context != context.print)
    }

    /// Finds out what it is, and reads it unless it was read like this before. Whether it was parsed.
    pub(super) fn read(&mut self, path: &SitePath, context: &Context) -> bool {
        let role = role(path, context.sets, context.languages);
        let mut parsed = false;
        let document = match &role {
            Role::Document(standing) => {
                let print = fingerprint(&(self.print, standing, context.markdown));
                let document = self.documents.reuse(print, || {
                    parsed = true;
                    let standing = standing.clone();
                    Arc::new(match &self.content {
                        FileContent::Text(text) => document::parse(path, text, standing, context.markdown),
                        FileContent::NotText(why) => document::unreadable(path, why, standing, context.markdown),
                        FileContent::Asset(_) | FileContent::LeftOut(_) => {
                            document::unreadable(path, "it is no text", standing, context.markdown)
                        }
                    })
                });
                Some(Read::new(document))
            }
            _ => None,
        };
        let name = match &role {
            Role::Document(standing) => unusual(path, standing).map(Box::new),
            _ => None,
        };
        self.now = Some(Now { context: context.print, role, name, document });
        parsed
    }

    /// The document that it is.
    pub(super) fn document(&self) -> Option<&Read> {
        self.now.as_ref().and_then(|now| now.document.as_ref())
    }

    /// What tells its document from itself before an edit.
    pub(super) fn prints(&self) -> Option<Prints> {
        let (read, found) = (self.document()?, self.found.last()?);
        let Read { face_print: face, bones_print: bones, title_print: title, .. } = *read;
        Some(Prints { serial: self.serial, face, bones, title, terms: found.print })
    }

    /// Its text, if it has one.
    pub(super) fn text(&self) -> Option<Arc<str>> {
        match &self.content {
            FileContent::Text(text) => Some(text.clone()),
            FileContent::NotText(_) | FileContent::Asset(_) | FileContent::LeftOut(_) => None,
        }
    }
}

fn unusual(path: &str, standing: &Standing) -> Option<UnusualName> {
    let name = UnusualName { misnamed: place::misnamed(path, standing), translation_of: place::translation_of(path) };
    (name.misnamed.is_some() || name.translation_of.is_some()).then_some(name)
}

impl Read {
    fn new(document: Arc<Document>) -> Self {
        let names_print = match &document.shape.content {
            Content::Definition(_) => Some(fingerprint(&names(&document).collect::<Vec<_>>())),
            _ => None,
        };
        Self {
            shape_print: document.shape_print,
            bones_print: document.bones_print,
            title_print: fingerprint(&document.shape.title.value),
            face_print: document.face_print,
            text_print: document.text_print,
            names_print,
            tells: !document.told.is_empty(),
            document,
        }
    }
}

/// The names of a definition: its title and `also`.
pub(super) fn names(document: &Document) -> impl Iterator<Item = &str> {
    let also: &[_] = match &document.shape.content {
        Content::Definition(definition) => &definition.also,
        _ => &[],
    };
    std::iter::once(document.shape.title.value.as_str()).chain(also.iter().map(|at| at.value.as_str()))
}
