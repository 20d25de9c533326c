//! Mends what can be mended safely, in memory: repairs are tried, and those that make anything worse are dropped.
//!
//! It writes nothing. **Invariant**: a file without an error is never changed, and no repair brings a new error with it,
//! but for those that its mistake had hidden.

use super::{Edition, Session};
use crate::diagnostic::{Code, Diagnostic, Repair, Severity, SitePath, Where, mended, moved};
use crate::source::{Change, FileContent};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One mistake can hide the next; more than this many behind each other are left to the next run.
const ROUNDS: usize = 12;

/// A file that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedFile {
    /// The file.
    pub path: SitePath,
    /// What it held.
    pub before: Arc<str>,
    /// What it should hold.
    pub after: Arc<str>,
}

/// A mistake that can be mended, and how.
#[derive(Clone, PartialEq)]
struct Offer {
    told: Diagnostic,
    repair: Repair,
}

/// What files hold, by path.
type Texts = BTreeMap<SitePath, Arc<str>>;

impl Session {
    /// Mends every mistake that has a safe repair, round after round, in all files but these. The session then holds the
    /// mended files; the disk does not.
    pub fn mend(&mut self, without: &BTreeSet<SitePath>) -> Vec<MendedFile> {
        let mut first: Texts = BTreeMap::new();
        let mut before = self.edition();
        for _ in 0..ROUNDS {
            let offers = offers(&before, without);
            let Some((edition, changed)) = self.take(&before, &offers) else { break };
            for (path, text) in changed {
                first.entry(path).or_insert(text);
            }
            before = edition;
        }
        let mended = first.into_iter().filter_map(|(path, before)| {
            let after = self.text(&path)?;
            (before != after).then_some(MendedFile { path, before, after })
        });
        mended.collect()
    }

    /// Takes as many of the offers as are sound together: all of them, or else half of them, down to each by itself. Gives
    /// the new edition and what the changed files held; nothing if none was taken.
    fn take(&mut self, before: &Arc<Edition>, offers: &[Offer]) -> Option<(Arc<Edition>, Texts)> {
        let texts = self.texts(offers);
        let mut taken: Vec<Offer> = vec![];
        let mut now = None;
        let mut rest: Vec<&[Offer]> = vec![offers];
        while let Some(group) = rest.pop().filter(|group| !group.is_empty()) {
            let mut tried = taken.clone();
            tried.extend_from_slice(group);
            if let Some(edition) = self.sound(before, &tried, &texts) {
                (taken, now) = (tried, Some(edition));
            } else if group.len() > 1 {
                // A single bad one among many costs few attempts this way.
                let (left, right) = group.split_at(group.len() / 2);
                rest.extend([right, left]);
            }
        }
        self.put(&texts, &taken);
        let changed = taken.iter().map(|offer| offer.told.places[0].path.clone()).collect::<BTreeSet<_>>();
        Some((now?, texts.into_iter().filter(|(path, _)| changed.contains(path)).collect()))
    }

    /// The edition with these repairs, if they mend what they should and break nothing. The session then holds them.
    fn sound(&mut self, before: &Edition, offers: &[Offer], texts: &Texts) -> Option<Arc<Edition>> {
        if !self.put(texts, offers) {
            return None;
        }
        let after = self.edition();
        let is_gone = offers.iter().all(|offer| is_gone(offer, offers, &after));
        (is_gone && new_errors(before, offers, &after).is_empty()).then_some(after)
    }

    /// Puts files back to these texts, with these repairs made; whether all of them could be.
    fn put(&mut self, texts: &Texts, offers: &[Offer]) -> bool {
        let mut all = true;
        let changes = texts.iter().map(|(path, text)| {
            let here = offers.iter().filter(|offer| offer.told.places[0].path == *path);
            let text = mended(text, here.map(|offer| &offer.repair)).map_or_else(
                || {
                    all = false;
                    text.clone()
                },
                Arc::from,
            );
            Change { path: path.clone(), content: Some(FileContent::Text(text)) }
        });
        let changes: Vec<_> = changes.collect();
        self.apply(changes);
        all
    }

    fn texts(&self, offers: &[Offer]) -> Texts {
        let paths = offers.iter().map(|offer| &offer.told.places[0].path);
        paths.filter_map(|path| Some((path.clone(), self.text(path)?))).collect()
    }

    fn text(&self, path: &str) -> Option<Arc<str>> {
        match self.content(path) {
            Some(FileContent::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }
}

/// What could be mended.
fn offers(edition: &Edition, without: &BTreeSet<SitePath>) -> Vec<Offer> {
    let offers = edition.diagnostics.iter().filter_map(|told| {
        let repair = told.repair.clone()?;
        (!without.contains(&told.places[0].path)).then(|| Offer { told: told.clone(), repair })
    });
    offers.collect()
}

/// Whether the mistake is no longer told where it was.
fn is_gone(offer: &Offer, offers: &[Offer], after: &Edition) -> bool {
    let place = &offer.told.places[0];
    let here = offers.iter().filter(|other| other.told.places[0].path == place.path);
    let here: Vec<&Repair> = here.map(|other| &other.repair).collect();
    let start = |told: &Diagnostic| match told.places[0].at {
        Where::Span(span) => span.start as usize,
        Where::File | Where::Spot(_) => 0,
    };
    let there = moved(start(&offer.told), here.iter().copied());
    let same = |told: &&Diagnostic| told.code == offer.told.code && told.message == offer.told.message;
    !after.diagnostics.iter().filter(same).any(|told| told.places[0].path == place.path && start(told) == there)
}

/// The errors that were not there before and cannot have been hidden by what was mended.
fn new_errors<'e>(before: &Edition, offers: &[Offer], after: &'e Edition) -> Vec<&'e Diagnostic> {
    let hid = |path: &SitePath| offers.iter().any(|offer| hides(offer.told.code) && offer.told.places[0].path == *path);
    let key = |told: &Diagnostic| (told.places[0].path.clone(), told.code, told.message.clone());
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for told in before.diagnostics.iter().filter(|told| is_error(told)) {
        *known.entry(key(told)).or_default() += 1;
    }
    let errors = after.diagnostics.iter().filter(|told| is_error(told));
    let new = errors.filter(|told| match known.get_mut(&key(told)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => !hid(&told.places[0].path),
    });
    new.collect()
}

/// Whether nothing else of a file is known while this is wrong.
fn hides(code: Code) -> bool {
    matches!(code, Code::YamlSyntax | Code::FrontMatterOpen)
}

/// Errors of drafts count as well, though they are told as warnings.
fn is_error(told: &Diagnostic) -> bool {
    told.severity == Severity::Error || told.code.severity() == Severity::Error
}
