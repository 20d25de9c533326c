//! Sites built in memory, for the tests of whole sites: what is published, and what is told.

use handbill::diagnostic::{Diagnostic, Place, Where, position};
use handbill::publish::{Content, Pages};
use handbill::session::{Edition, EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::Change;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The day on which tests take place.
pub(crate) const TODAY: &str = "2026-11-24";

/// What stands in for a `site.yaml` that a test does not care about.
pub(crate) const SITE_YAML: &str = "name: Copper Street Neighbours\nlang: en\ncontact: hello@copper-street.example\n";

pub(crate) fn options() -> Options {
    Options { base_url: None, drafts: Drafts::LeftOut, today: Today::Date(TODAY.parse().unwrap()) }
}

/// The edition of these files, from scratch.
pub(crate) fn session(options: Options, changes: impl IntoIterator<Item = Change>) -> Session {
    let mut session = Session::new(options);
    session.apply(changes);
    session
}

/// All files that would be published, and what making them told.
pub(crate) fn outputs(edition: &Edition) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let pages = EditionPages::new(edition);
    let mut files = BTreeMap::new();
    let mut told = vec![];
    for index in 0..pages.count() {
        let mut buffer = vec![];
        match pages.make(index, &mut buffer) {
            Ok(Content::Buffer) => {
                files.insert(pages.path(index).to_owned(), buffer);
            }
            Ok(Content::File(disk)) => {
                let bytes = std::fs::read(&disk).unwrap_or_else(|_| disk.to_string_lossy().into_owned().into_bytes());
                files.insert(pages.path(index).to_owned(), bytes);
            }
            Err(errors) => told.extend(errors),
        }
    }
    (files, told)
}

/// One line a diagnostic: `severity code path:line:column-endline:endcolumn message | help`.
pub(crate) fn line(edition: &Edition, diagnostic: &Diagnostic) -> String {
    let mut line = format!("{} {}", diagnostic.severity.word(), diagnostic.code);
    let mut places = diagnostic.places.iter();
    let first = places.next().expect("a diagnostic has a place");
    write!(line, " {} {}", place(edition, first), diagnostic.message).unwrap();
    for further in places {
        let label = further.label.as_deref().unwrap_or("");
        write!(line, " & {} ({label})", place(edition, further)).unwrap();
    }
    if let Some(help) = &diagnostic.help {
        write!(line, " | {help}").unwrap();
    }
    line.replace('\n', "⏎")
}

fn place(edition: &Edition, place: &Place) -> String {
    match place.at {
        Where::File => place.path.to_string(),
        Where::Spot(_) => panic!("an edition tells bytes: {place:?}"),
        Where::Span(span) => {
            let text = edition.text(&place.path).or_else(|| edition.theme.source(&place.path));
            let text = text.unwrap_or_else(|| panic!("{} has bytes and no text", place.path));
            let (start, end) = (position(text, span.start as usize), position(text, span.end as usize));
            format!("{}:{}:{}-{}:{}", place.path, start.line, start.column, end.line, end.column)
        }
    }
}

/// Every template of a theme, and the name of what it shows besides the page.
pub(crate) const TEMPLATES: [(&str, &str); 19] = [
    ("404", ""),
    ("accessibility", "accessibility"),
    ("actions", "actions"),
    ("campaign", "campaign"),
    ("definition", "definition"),
    ("glossary", "glossary"),
    ("home", "home"),
    ("list", "list"),
    ("page", "extras"),
    ("person", "person"),
    ("principle", "principle"),
    ("principle-set", "set"),
    ("privacy", "privacy"),
    ("quotes", "quotes"),
    ("resource", "resource"),
    ("story", "story"),
    ("tag", "list"),
    ("tags", "tags"),
    ("redirect", ""),
];
