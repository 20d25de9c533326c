//! `site.yaml` as a document: the site's settings, what they name, and where.

use super::at::Spans;
use super::fields::{Mention, Reader, Value};
use super::kinds::Settings;
use super::yaml;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};

/// What `site.yaml` says.
#[derive(Clone, Debug)]
pub struct SettingsDocument {
    /// The settings; placeholders where they could not be read.
    pub settings: Settings,
    /// The files and pages that they name.
    pub mentions: Vec<Mention>,
    /// Where each spot is.
    pub spans: Spans,
    /// What was wrong.
    pub told: Vec<Diagnostic>,
}

/// The path of the settings.
pub fn path() -> SitePath {
    "site.yaml".into()
}

/// Reads `site.yaml`; `Err` says why it is no text. Never fails.
pub fn parse(text: Result<&str, &str>) -> SettingsDocument {
    let path = path();
    let source = text.unwrap_or("");
    let start = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reader = Reader::new(path.clone(), source, Span::new(start, start));
    let mut told = vec![];
    if let Err(why) = text {
        let message = format!("this file cannot be read as text: {why}");
        told.push(Diagnostic::new(Code::NotText, Place::file(&path), message).help("save it as plain text in UTF-8"));
    }
    let entries = yaml::fields(&path, source, &(start..source.len()), "site.yaml", &mut told);
    let here = reader.here;
    let mut settings: Settings = reader.map(&entries, here);
    // An entry whose target is missing has been told, and leads nowhere.
    settings.menu.retain(|item| item.to.value != String::placeholder());
    if text.is_ok() {
        told.append(&mut reader.told);
    }
    SettingsDocument { settings, mentions: reader.mentions, spans: reader.spans, told }
}
