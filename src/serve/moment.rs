//! The site as browsers see it between two edits.

use super::made::Made;
use crate::diagnostic::{Diagnostic, SitePath};
use crate::finish::{Finish, Links, Size};
use crate::plan::{Target, output_path};
use crate::publish::Content;
use crate::session::{Edition, EditionPages, Instead};
use crate::site::{DocId, Site, Withheld};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use unicode_normalization::UnicodeNormalization;

/// The site between two edits. What is in it does not change, but for the mistakes that turn up while pages are made.
pub(super) struct Moment {
    /// Which edit it is since the preview began, from 1.
    pub(super) number: u64,
    /// What the files say now, with all that is wrong in them.
    pub(super) told: Arc<Edition>,
    /// What is shown: the same, or with broken files as they were.
    pub(super) shown: Arc<Edition>,
    /// How the two differ.
    pub(super) instead: Instead,
    /// Pages that were asked for.
    pub(super) made: Made,
    /// By output path, what keeps it from being made.
    mistakes: Mutex<BTreeMap<String, Vec<Diagnostic>>>,
    /// What else the last look at all pages had to tell.
    notices: Mutex<Vec<Diagnostic>>,
    /// The documents that are not published, by the output path that they would have.
    withheld: OnceLock<HashMap<String, DocId>>,
}

impl Moment {
    pub(super) fn new(number: u64, told: Arc<Edition>, shown: Arc<Edition>, instead: Instead) -> Self {
        Self {
            number,
            told,
            shown,
            instead,
            made: Made::default(),
            mistakes: Mutex::default(),
            notices: Mutex::default(),
            withheld: OnceLock::new(),
        }
    }

    /// The document that would be at an output path if it were published, and why it is not.
    pub(super) fn withheld(&self, path: &str) -> Option<(DocId, Withheld)> {
        let site = &self.shown.site;
        let by_path = self.withheld.get_or_init(|| {
            let withheld = site.withheld.iter().enumerate().filter(|(_, reason)| reason.is_some());
            withheld.map(|(doc, _)| (output_path(&own_address(site, doc)), doc)).collect()
        });
        let doc = *by_path.get(path)?;
        Some((doc, site.withheld[doc]?))
    }

    /// Notes what keeps a page from being made; whether that is news.
    pub(super) fn note(&self, path: &str, mistakes: Vec<Diagnostic>) -> bool {
        lock(&self.mistakes).insert(path.to_owned(), mistakes.clone()) != Some(mistakes)
    }

    /// Notes what else a look at all pages had to tell; whether that is news.
    pub(super) fn note_notices(&self, notices: Vec<Diagnostic>) -> bool {
        let mut known = lock(&self.notices);
        let news = *known != notices;
        *known = notices;
        news
    }

    /// What keeps this page from being made, as far as somebody has tried.
    pub(super) fn mistakes(&self, path: &str) -> Vec<Diagnostic> {
        lock(&self.mistakes).get(path).cloned().unwrap_or_default()
    }

    /// All that there is to tell now, in the order of files.
    pub(super) fn problems(&self) -> Vec<Diagnostic> {
        let mut all = self.told.diagnostics.clone();
        all.extend(self.told.merged(lock(&self.mistakes).values().flatten().cloned()));
        all.extend(lock(&self.notices).iter().cloned());
        all.sort();
        all.dedup();
        all
    }

    /// Whether a page is known that cannot be made.
    pub(super) fn has_mistakes(&self) -> bool {
        !lock(&self.mistakes).is_empty()
    }

    /// Whether a page is made with an earlier state of a file.
    pub(super) fn is_earlier(&self, path: &str) -> bool {
        let earlier = &self.instead.earlier;
        let files = self.files(path);
        // Settings, templates and styles are part of every page.
        earlier.keys().any(|file| self.told.document(file).is_none() || files.contains(file))
    }

    /// The output path of an address as it stands in pages; `None` outside of the site's base path.
    pub(super) fn output_path(&self, address: &str) -> Option<String> {
        let inner = address.strip_prefix(self.shown.scene().base)?;
        let mut file: String = inner.trim_start_matches('/').nfc().collect();
        if file.is_empty() || file.ends_with('/') {
            file.push_str("index.html");
        }
        (inner.is_empty() || inner.starts_with('/')).then_some(file)
    }

    /// The files that decide what stands on a page: its document, or the introduction of a list.
    pub(super) fn files(&self, path: &str) -> Vec<SitePath> {
        let site = &self.shown.site;
        let docs: Vec<DocId> = match self.shown.plan.targets.get(path) {
            Some(Target::Document(doc)) => vec![*doc],
            Some(Target::Home) => return vec!["content/index.md".into()],
            Some(Target::Set(set)) => {
                let set = &site.sets[*set];
                set.declared.iter().chain(&set.introduction).chain(&set.items).chain(&set.retired).copied().collect()
            }
            Some(Target::Glossary) => self.list("definitions", crate::content::kinds::KindName::Definition),
            Some(Target::Quotes) => self.list("quotes", crate::content::kinds::KindName::Quote),
            Some(Target::Actions) => self.list("actions", crate::content::kinds::KindName::Action),
            Some(Target::List(kind, _)) => {
                site.introductions.get(crate::plan::folder(*kind)).copied().into_iter().collect()
            }
            Some(_) => vec![],
            None => self.withheld(path).map(|(doc, _)| doc).into_iter().collect(),
        };
        docs.into_iter().map(|doc| site.shapes[doc].path.clone()).collect()
    }

    fn list(&self, folder: &str, kind: crate::content::kinds::KindName) -> Vec<DocId> {
        let site = &self.shown.site;
        site.introductions.get(folder).into_iter().chain(site.list(kind)).copied().collect()
    }
}

/// The address at which the preview shows a document that is not published. A quote or an action shares a page with
/// others, on which it does not stand then: it has one of its own, `/quotes/hannah/` in place of `/quotes/#hannah`.
pub(super) fn own_address(site: &Site, doc: DocId) -> String {
    match site.address(doc).split_once('#') {
        Some((page, id)) => format!("{page}{id}/"),
        None => site.address(doc).to_owned(),
    }
}

/// All pages of an edition as `build` makes them.
pub(super) fn pages(edition: &Edition) -> EditionPages<'_> {
    let size = if edition.settings.settings.minify { Size::Minified } else { Size::AsRendered };
    EditionPages::finished(edition, Finish { links: Links::Complete, size })
}

/// The page at an output path as `build` makes it, if there is one and it can be made.
pub(super) fn make(edition: &Edition, path: &str) -> Option<Vec<u8>> {
    let target = edition.plan.targets.get(path)?;
    let mut buffer = vec![];
    match pages(edition).make_target(path, target, &mut buffer) {
        Ok(Content::Buffer) => Some(buffer),
        Ok(Content::File(_)) | Err(_) => None,
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // What is behind these locks is whole at every moment.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
