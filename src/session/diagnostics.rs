//! What an edition has to tell: places found, severities settled, in the order of files.

use super::Edition;
use crate::content::kinds::CheckLevel;
use crate::diagnostic::{Code, Diagnostic, Severity, SitePath, Where, one_cause};
use crate::site::Drafts;
use std::collections::{BTreeMap, BTreeSet};

/// Settles diagnostics: spots become bytes, some files are forgiven, `checks:` is heeded; sorted by file and place.
///
/// Drafts are forgiven, since they are for their writers only (content model, section 2), and so is what is left out
/// because of its mistakes: their errors are warnings.
pub(super) fn settle(
    told: Vec<Diagnostic>,
    edition: &Edition,
    drafts: Drafts,
    without: &BTreeSet<SitePath>,
) -> Vec<Diagnostic> {
    let is_forgiven = |path: &SitePath| {
        without.contains(path)
            || drafts == Drafts::LeftOut
                && edition.doc(path).is_some_and(|doc| edition.documents[doc].shape.common.draft)
    };
    let settled = told.into_iter().filter_map(|mut diagnostic| {
        for place in &mut diagnostic.places {
            if let Where::Spot(spot) = place.at {
                place.at = edition.span(&place.path, spot).map_or(Where::File, Where::Span);
            }
        }
        match level(edition, diagnostic.code) {
            // What is withheld is never withheld silently (content model, rule 11).
            Some(CheckLevel::Off) if !matches!(diagnostic.code, Code::Withheld | Code::TakenOut) => return None,
            Some(CheckLevel::Error) => diagnostic.severity = Severity::Error,
            Some(CheckLevel::Warning) => diagnostic.severity = Severity::Warning,
            Some(CheckLevel::Hint) => diagnostic.severity = Severity::Hint,
            Some(CheckLevel::Off) | None => {}
        }
        if diagnostic.severity == Severity::Error && is_forgiven(&diagnostic.places[0].path) {
            diagnostic.severity = Severity::Warning;
        }
        Some(diagnostic)
    });
    let mut settled: Vec<_> = settled.collect();
    settled.sort();
    settled.dedup();
    one_cause(&mut settled);
    settled
}

/// What `checks:` says of a code: by its number, else by its area. Errors stay errors.
fn level(edition: &Edition, code: Code) -> Option<CheckLevel> {
    let checks = edition.settings.settings.checks.as_ref()?;
    if code.severity() == Severity::Error {
        return None;
    }
    let find = |name: &str| checks.levels.iter().find(|(key, _)| key.value == name).map(|(_, check)| check.level.value);
    find(&code.to_string()).or_else(|| find(code.area().word()))
}

impl Edition {
    /// What failed while pages were made: one mistake in a template is one message, however many pages fail on it, and
    /// a template that cannot be used has been told already.
    pub fn merged(&self, mistakes: impl IntoIterator<Item = Diagnostic>) -> Vec<Diagnostic> {
        let unusable = |path: &SitePath| {
            let told = self.diagnostics.iter();
            told.filter(|told| told.severity == Severity::Error).any(|told| told.places[0].path == *path)
        };
        // So it is with words that cannot be used, wherever they stand on pages.
        let mut told = self.diagnostics.iter();
        let words = told.any(|told| told.code == Code::Words && told.severity == Severity::Error);
        let follows = |mistake: &Diagnostic| {
            unusable(&mistake.places[0].path) || words && mistake.message.starts_with("the words `")
        };
        let mut first: BTreeMap<_, (Diagnostic, usize)> = BTreeMap::new();
        for mistake in mistakes {
            if mistake.code == Code::TemplateRender && follows(&mistake) {
                continue;
            }
            let key = (mistake.code, format!("{:?}", mistake.places));
            first.entry(key).and_modify(|(_, more)| *more += 1).or_insert((mistake, 0));
        }
        let merged = first.into_values().map(|(mut mistake, more)| {
            match more {
                0 => {}
                1 => mistake.message.push_str(", and on 1 more page"),
                more => mistake.message.push_str(&format!(", and on {more} more pages")),
            }
            mistake
        });
        merged.collect()
    }
}
