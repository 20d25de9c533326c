//! The pages on privacy and accessibility that nobody has to write: what is true of this site, for the theme to say.

use super::ContactView;
use super::pages::{bare, home_link, view};
use super::scene::{Scene, contact, day, text, texts};
use super::seen::View;
use crate::content::kinds::{Content, KindName};
use crate::site::Statement;
use serde::Serialize;

/// What a website learns about its readers. Pages that Handbill makes set no cookies, run no scripts and ask no other
/// host; here is what that may not hold for.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct PrivacyStatementView {
    /// Some templates, whole pages or scripts are the group's own, and nobody but the group knows what they do.
    pub own_parts: bool,
    /// People are told of: in stories, in quotes, or as people.
    pub people: bool,
}

/// What is known of barriers on this site.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityView {
    /// Some templates, styles or whole pages are the group's own, and the theme's tests know nothing of them.
    pub own_parts: bool,
    /// The day on which the group last checked the site, `2026-10-14`; null if nobody has written one down.
    pub checked: Option<String>,
    /// How the group checked it.
    pub how: Option<String>,
    /// Barriers that the group knows.
    pub problems: Vec<String>,
    /// A film is linked without a text of what is said in it.
    pub films_without_words: bool,
    /// There are files to read that are no pages, such as PDF.
    pub documents: bool,
    /// Whom to tell of a barrier; null if it is the site's contact.
    pub contact: Option<ContactView>,
}

/// Ends of the names of files that browsers show or run as pages; nothing here looks into them.
const PAGES: [&str; 5] = [".html", ".htm", ".xhtml", ".js", ".mjs"];

/// Ends of the names of files that people read, and that may have barriers of their own.
const DOCUMENTS: [&str; 10] = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx"];

/// The view of a statement.
pub(super) fn page(scene: &Scene, statement: Statement) -> View {
    let mut page = bare(scene, statement.name(), scene.word(statement.name()), statement.address());
    page.breadcrumbs = vec![home_link(scene)];
    page.description = Some(scene.word(match statement {
        Statement::Privacy => "privacy-intro",
        Statement::Accessibility => "accessibility-intro",
    }));
    match statement {
        Statement::Privacy => view(scene, statement.template(), &page, Some((statement.name(), &privacy(scene)))),
        Statement::Accessibility => {
            view(scene, statement.template(), &page, Some((statement.name(), &accessibility(scene))))
        }
    }
}

fn privacy(scene: &Scene) -> PrivacyStatementView {
    let kinds = [KindName::Story, KindName::Quote, KindName::Person];
    PrivacyStatementView {
        own_parts: scene.own.templates || has_file(scene, &PAGES),
        people: kinds.into_iter().any(|kind| !scene.site.list(kind).is_empty()),
    }
}

fn accessibility(scene: &Scene) -> AccessibilityView {
    let settings = scene.settings.accessibility.as_ref();
    let is_mute = |doc: &usize| match &scene.shape(*doc).content {
        Content::Story(story) => story.video.as_ref().is_some_and(|video| video.transcript.is_none()),
        _ => false,
    };
    AccessibilityView {
        own_parts: scene.own.templates || scene.own.styles || has_file(scene, &PAGES),
        checked: settings.and_then(|at| day(at.checked.as_ref())),
        how: settings.and_then(|at| text(at.how.as_ref())),
        problems: settings.map_or_else(Vec::new, |at| texts(&at.problems)),
        films_without_words: scene.site.list(KindName::Story).iter().any(is_mute),
        documents: has_file(scene, &DOCUMENTS),
        contact: settings.and_then(|at| at.contact.as_ref()).map(|at| contact(at)),
    }
}

/// Whether a file with such an end is published as it is.
fn has_file(scene: &Scene, ends: &[&str]) -> bool {
    scene.site.files.iter().any(|file| {
        let file = file.to_ascii_lowercase();
        ends.iter().any(|end| file.ends_with(end))
    })
}
