//! What lives between edits: files, parsed documents and found terms; and the editions made of them.
//!
//! **Invariant**: after any history of changes, an edition equals the one made from scratch. Everything kept here is
//! kept under the fingerprint of all that it was made from.

mod diagnostics;
mod edition;
mod files;
mod finishing;
mod instead;
mod mending;
mod pages;
mod parts;
mod stages;

pub use edition::Edition;
pub use instead::Instead;
pub use mending::MendedFile;
pub use pages::EditionPages;

use crate::content::fields::Date;
use crate::content::markdown::{self, WordPlaces};
use crate::content::place::{Role, set_folders};
use crate::content::settings::{self, SettingsDocument};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath};
use crate::site::Drafts;
use crate::source::{Change, FileContent};
use files::{Context, Files};
use parts::{Kept, Parts};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
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
    files: Files,
    settings: Kept<u128, Arc<SettingsDocument>>,
    parts: Parts,
    /// What becomes of the words of documents and their places.
    words: WordPlaces,
    /// How many files the last edition parsed, for tests that count work.
    parsed: usize,
}

impl Session {
    /// A session without files.
    pub fn new(options: Options) -> Self {
        let (files, settings, parts) = (Files::default(), Kept::default(), Parts::default());
        Self { options, files, settings, parts, words: WordPlaces::Forgotten, parsed: 0 }
    }

    /// The same, with documents that keep their words and places, which spares lints a second look at each text.
    #[must_use]
    pub fn keeping_words(self) -> Self {
        Self { words: WordPlaces::Kept, ..self }
    }

    /// Takes changes of files in.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            self.files.apply(change);
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
    pub fn today(&mut self) -> Date {
        let settings = self.settings();
        edition::today(&self.options, &settings)
    }

    /// The site as it is now, with these files left out as if they were drafts.
    fn edition_without(&mut self, without: &BTreeSet<SitePath>) -> Arc<Edition> {
        let settings = self.settings();
        let mut told = settings.told.clone();
        self.read(&settings);
        self.tell_roles(&mut told);
        edition::make(&self.options, &mut self.files, settings, &mut self.parts, without, told)
    }

    /// How many files the last edition parsed.
    pub fn parsed(&self) -> usize {
        self.parsed
    }

    /// Whether there is a `site.yaml`.
    pub fn has_settings(&self) -> bool {
        self.files.others.contains_key("site.yaml")
    }

    fn settings(&mut self) -> Arc<SettingsDocument> {
        let site_yaml = self.files.others.get("site.yaml");
        self.settings.reuse(site_yaml.map_or(0, |(print, _)| *print), || {
            Arc::new(match site_yaml {
                Some((_, FileContent::Text(text))) => settings::parse(Ok(text)),
                Some((_, FileContent::NotText(why))) => settings::parse(Err(why)),
                Some((_, FileContent::Asset(_) | FileContent::LeftOut(_))) | None => settings::parse(Ok("")),
            })
        })
    }

    /// Finds out what each file in `content/` is, and parses what must be parsed again.
    fn read(&mut self, settings: &SettingsDocument) {
        let markdown = markdown_options(settings, self.words);
        let sets = set_folders(self.files.sets.iter().map(|path| &**path));
        let languages: Vec<String> = settings.settings.languages.iter().map(|at| at.value.clone()).collect();
        let context = Context::new(&sets, &languages, &markdown);
        let stale: Vec<_> = self.files.content.iter_mut().filter(|(_, source)| source.is_stale(&context)).collect();
        self.parsed =
            stale.into_par_iter().filter_map(|(path, source)| source.read(path, &context).then_some(())).count();
    }

    /// Tells what is in `content/` and is not read.
    fn tell_roles(&self, told: &mut Vec<Diagnostic>) {
        let mut later: BTreeMap<String, &'static str> = BTreeMap::new();
        let mut misnamed: BTreeMap<String, (String, String)> = BTreeMap::new();
        let now = self.files.content.iter().filter_map(|(path, source)| Some((path, source.now.as_ref()?)));
        for (path, now) in now {
            match &now.role {
                Role::Document(_) => {
                    let Some(name) = &now.name else { continue };
                    misnamed.extend(name.misnamed.clone().map(|(path, said, help)| (path, (said, help))));
                    let first = name.translation_of.as_deref();
                    let first = first.filter(|first| self.files.content.contains_key(*first));
                    misnamed.extend(first.map(|first| (path.to_string(), translation(path, first))));
                }
                Role::File | Role::Ignored => {}
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
            }
        }
        for (path, (message, help)) in misnamed {
            told.push(Diagnostic::new(Code::Misnamed, Place::file(&path.as_str().into()), message).help(help));
        }
        for (folder, message) in later {
            let help = match folder.as_str() {
                "content/events" => {
                    "keep your files: they will be read then. Until then, tell readers of what is coming up in the \
                     `timeline:` of a campaign, or on a page:\ntimeline:\n  - date: …\n    what: …"
                }
                _ => "keep your files: they will be read then",
            };
            told.push(Diagnostic::new(Code::KindNotBuilt, Place::file(&folder.as_str().into()), message).help(help));
        }
    }
}

/// What to say of a file that is a translation of another by its name, and what to do.
fn translation(path: &str, first: &str) -> (String, String) {
    let name = first.rsplit('/').next().unwrap_or_default();
    let said = format!(
        "by its name this is a translation of `{name}`, and translations are not published yet: it is published as a page of \
         its own, in the first language"
    );
    // Behind the name stand two letters and `.md`.
    let language = &path[path.len() - "en.md".len()..path.len() - ".md".len()];
    let other = name.replace(".md", &format!(".{language}.md"));
    let is_so_called = path.rsplit('/').next() == Some(other.as_str());
    let call = if is_so_called { String::new() } else { format!(" and call the file `{other}`") };
    let help = format!(
        "if it is one, add `{language}` to `languages` in site.yaml{call}, so that it is kept for later; if not, give it another \
         name"
    );
    (said, help)
}

/// The site options that parsing uses.
fn markdown_options(settings: &SettingsDocument, words: WordPlaces) -> markdown::Options {
    let settings = &settings.settings;
    markdown::Options {
        typography: if settings.typography {
            markdown::Typography::Language(settings.lang.value.clone())
        } else {
            markdown::Typography::Off
        },
        raw_html: if settings.raw_html { markdown::RawHtml::Kept } else { markdown::RawHtml::Shown },
        language: settings.lang.value.clone(),
        words,
    }
}
