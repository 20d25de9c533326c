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
    let mut entries = yaml::fields(&path, source, &(start..source.len()), "site.yaml", &mut told);
    for menu in entries.iter_mut().filter(|entry| entry.key == "menu") {
        if let Some(foreign) = menu_of_another_program(&path, menu) {
            told.push(foreign);
            menu.value.value = yaml::Value::Unread;
        }
    }
    let here = reader.here;
    let mut settings: Settings = reader.map(&entries, here);
    // An entry whose target is missing has been told, and leads nowhere.
    settings.menu.retain(|item| item.to.value != String::placeholder());
    if text.is_ok() {
        told.append(&mut reader.told);
    }
    SettingsDocument { settings, mentions: reader.mentions, spans: reader.spans, told }
}

/// A menu as Hugo and Jekyll have it, `menu: {main: [{name: …, url: …}]}`: one message with the whole menu as it should be.
fn menu_of_another_program(path: &SitePath, menu: &yaml::Entry) -> Option<Diagnostic> {
    let has = |map: &[yaml::Entry], keys: &[&str]| map.iter().any(|entry| keys.contains(&&*entry.key));
    let is_foreign = match &menu.value.value {
        yaml::Value::Map(map) => !has(map, &["to", "title"]),
        yaml::Value::List(items) => items.iter().any(|item| match &item.value {
            yaml::Value::Map(map) => !has(map, &["to"]) && has(map, &ADDRESSES),
            _ => false,
        }),
        _ => false,
    };
    if !is_foreign {
        return None;
    }
    let mut entries = vec![];
    foreign_entries(&menu.value, &mut entries);
    if entries.is_empty() {
        entries.push("  - campaigns\n  - title: About us\n    to: about".to_owned());
    }
    let message = "the menu is a list here, each entry with `title:` and `to:`, or a name alone";
    let help = format!("write in its place, with the folders and pages that there are:\nmenu:\n{}", entries.join("\n"));
    Some(Diagnostic::new(Code::WrongType, Place::span(path, menu.span), message).help(help))
}

/// Where an entry of a menu leads, in other programs.
const ADDRESSES: [&str; 5] = ["url", "pageRef", "pageref", "link", "href"];

/// The entries of such a menu, as they are written here.
fn foreign_entries(node: &yaml::Node, entries: &mut Vec<String>) {
    let text = |map: &[yaml::Entry], keys: &[&str]| {
        map.iter().find(|entry| keys.contains(&&*entry.key)).and_then(|entry| match &entry.value.value {
            yaml::Value::Text(text, _) => Some(text.trim().to_owned()),
            _ => None,
        })
    };
    match &node.value {
        yaml::Value::List(items) => items.iter().for_each(|item| foreign_entries(item, entries)),
        yaml::Value::Map(map) => match text(map, &ADDRESSES).or_else(|| text(map, &["to"])) {
            Some(to) => {
                let inner = to.trim_matches('/');
                let to = if inner.is_empty() || inner.contains(':') { &*to } else { inner };
                let title = text(map, &["name", "title", "label"]);
                let title = title.map(|title| format!("  - title: {}\n    to: ", yaml::as_value(&title)));
                entries.push(format!("{}{to}", title.unwrap_or_else(|| "  - ".to_owned())));
            }
            None => map.iter().for_each(|entry| foreign_entries(&entry.value, entries)),
        },
        yaml::Value::Text(text, _) => entries.push(format!("  - {}", text.trim().trim_matches('/'))),
        yaml::Value::Empty | yaml::Value::Unread => {}
    }
}
