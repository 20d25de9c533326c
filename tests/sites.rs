//! The sites that come with Handbill: they build, and the guide knows every field.

use handbill::content::fields::{Field, Schema, Shape};
use handbill::content::kinds::{Common, KindName, Settings};
use handbill::diagnostic::{Code, Severity};
use handbill::publish::{Content, Pages};
use handbill::session::{Edition, EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::{FileContent, Folder};
use std::path::Path;
use std::sync::Arc;

fn edition(site: &str) -> Arc<Edition> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(site);
    let changes = Folder::new(&folder).open().expect("the folder is there");
    let left_out = |content: &FileContent| matches!(content, FileContent::LeftOut(_));
    assert!(!changes.iter().any(|change| change.content.as_ref().is_some_and(left_out)), "{changes:#?}");
    let today = Today::Date(jiff::civil::date(2026, 11, 24));
    let mut session = Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today });
    session.apply(changes);
    session.edition()
}

/// Every file of an edition that is no copy, as text.
fn pages(edition: &Edition) -> Vec<(String, String)> {
    let pages = EditionPages::new(edition);
    let mut made = vec![];
    for index in 0..pages.count() {
        let mut buffer = vec![];
        if pages.make(index, &mut buffer).expect("every page can be made") == Content::Buffer
            && let Ok(text) = String::from_utf8(buffer)
        {
            made.push((pages.path(index).to_owned(), text));
        }
    }
    made
}

#[test]
fn the_example_tells_of_its_pending_story_and_of_nothing_else() {
    let edition = edition("example-site");
    let told: Vec<_> = edition.diagnostics.iter().map(|told| (told.code, &*told.places[0].path)).collect();
    assert_eq!(told, [(Code::Withheld, "content/stories/my-hands-stopped-shaking.md")]);
    for (path, text) in pages(&edition) {
        assert!(!text.contains("My hands stopped shaking"), "the pending story is named in {path}");
        assert!(!text.contains("my-hands-stopped-shaking"), "the pending story is linked in {path}");
    }
}

#[test]
fn every_kind_of_the_example_shows_who_names_it() {
    let edition = edition("example-site");
    let pages = pages(&edition);
    let page = |path: &str| &pages.iter().find(|(other, _)| other == path).unwrap_or_else(|| panic!("no {path}")).1;
    let principle = page("principles/listen-first/index.html");
    assert!(principle.contains("/campaigns/") && principle.contains("/stories/"), "a campaign and a story in practice");
    assert!(page("campaigns/fix-the-lifts/index.html").contains("/stories/down-eleven-floors/"));
    assert!(page("definitions/social-action/index.html").contains("/what-is-organising/"), "used in");
    assert!(page("resources/first-knock/index.html").contains("/principles/"));
}

#[test]
fn the_guide_builds_without_a_word() {
    let edition = edition("docs/guide");
    let told: Vec<_> = edition.diagnostics.iter().filter(|told| told.severity > Severity::Hint).collect();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn the_guide_names_every_field() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/content");
    let chapters = ["what-to-write.md", "consent-and-care.md", "links-pictures-lists.md"];
    let guide: String = chapters.map(|chapter| std::fs::read_to_string(folder.join(chapter)).unwrap()).concat();
    // Checked for their form only, until what they name is published.
    let later = ["languages", "event", "group"];
    let mut missing = vec![];
    let mut look = |what: &str, fields: Vec<Field>| {
        for field in fields.iter().filter(|field| field.key != "*") {
            let inner: &[Field] = if let Shape::Map(inner, _) = &field.shape { inner } else { &[] };
            for key in std::iter::once(field.key)
                .chain(inner.iter().map(|field| field.key))
                .filter(|key| *key != "*" && !later.contains(key))
            {
                if !guide.contains(&format!("`{key}`")) && !guide.contains(&format!("{key}:")) {
                    missing.push(format!("{what}: {key}"));
                }
            }
        }
    };
    look("site.yaml", Schema::of::<Settings>());
    look("every kind", Schema::of::<Common>());
    for kind in KindName::ALL {
        look(kind.name(), kind.fields());
    }
    assert!(missing.is_empty(), "the guide does not name {missing:#?}");
}

#[test]
fn the_guide_names_every_code_with_its_severity() {
    let chapter = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/content/when-something-is-wrong.md");
    let guide = std::fs::read_to_string(chapter).unwrap();
    for code in Code::ALL {
        assert!(guide.contains(&format!("| {code} | {} |", code.severity().word())), "the guide does not name {code}");
    }
}
