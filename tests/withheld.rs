//! What the preview shows of documents that are not published, to their writer and to a network.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "site_support/mod.rs"]
#[expect(dead_code, reason = "only sessions are needed here")]
mod site_support;

use handbill::serve::http::Reach;
use handbill::serve::{Answers, Body, Engine, Looked, Preview, Request};
use handbill::source::{Change, FileContent};
use site_support::{SITE_YAML, options, session};
use std::sync::Arc;

const QUOTE: (&str, &str) =
    ("content/quotes/hannah.md", "---\nby: Hannah Reed\ndate: 2026-10-14\nconsent: pending\n---\nThe lift was out.\n");
const ACTION: (&str, &str) = (
    "content/actions/write.md",
    "---\ntitle: Write to the council\ndraft: yes\ndo: write\nurl: https://council.example\n---\n",
);

fn preview(files: &[(&str, &str)], reach: Reach) -> (Engine, Arc<Preview>) {
    let all = [("site.yaml", SITE_YAML)].into_iter().chain(files.iter().copied());
    let changes = all.map(|(path, text)| Change { path: path.into(), content: Some(FileContent::Text(text.into())) });
    Engine::start(session(options(), changes), "/nowhere".into(), reach, None)
}

fn get(preview: &Preview, path: &str, query: Option<&str>) -> (u16, String) {
    let answer = preview.answer(&Request { path: path.to_owned(), query: query.map(str::to_owned) });
    match answer.body {
        Body::Bytes(bytes) => (answer.status, String::from_utf8(bytes).unwrap()),
        Body::File { path, .. } => panic!("{} is a file", path.display()),
    }
}

#[test]
fn a_quote_that_is_not_published_is_shown_to_its_writer_alone() {
    let (_, preview) = preview(&[QUOTE], Reach::ThisMachine);
    let (status, page) = get(&preview, "/quotes/hannah/", None);
    assert_eq!(status, 200);
    for words in
        ["Not published: consent is pending.", "Only you can see this page.", "The lift was out.", "Hannah Reed"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(get(&preview, "/quotes/hannah", None).0, 302);
    let (_, overview) = get(&preview, "/_handbill/", None);
    assert!(overview.contains("<a href=\"/quotes/hannah/\">"), "{overview}");
    let (_, status) = get(&preview, "/_handbill/status", Some("page=%2Fquotes%2Fhannah%2F"));
    assert!(status.contains("consent is pending") && status.contains("content/quotes/hannah.md"), "{status}");
    // It is in no list.
    assert_eq!(get(&preview, "/quotes/", None).0, 404);
    assert!(!get(&preview, "/", None).1.contains("Hannah"));
}

#[test]
fn a_network_sees_no_quote_that_nobody_agreed_to() {
    let (_, preview) = preview(&[QUOTE], Reach::Network);
    for (path, query) in [
        ("/quotes/hannah/", None),
        ("/quotes/hannah", None),
        ("/quotes/", None),
        ("/_handbill/", None),
        ("/_handbill/status", Some("page=/quotes/hannah/")),
    ] {
        let (status, page) = get(&preview, path, query);
        assert!(status == 404 || path.starts_with("/_handbill/"), "{path}: {status}");
        assert!(!page.to_lowercase().contains("hannah") && !page.contains("lift"), "{path}: {page}");
    }
}

#[test]
fn an_action_and_a_quote_that_was_withdrawn() {
    let withdrawn = QUOTE.1.replace("pending", "withdrawn");
    let (_, preview) = preview(&[ACTION, (QUOTE.0, &withdrawn)], Reach::ThisMachine);
    let (status, page) = get(&preview, "/actions/write/", None);
    assert_eq!(status, 200);
    assert!(page.contains("Not published: it is a draft.") && page.contains("Write to the council"), "{page}");
    let (_, page) = get(&preview, "/quotes/hannah/", None);
    assert!(page.contains("consent was withdrawn") && !page.contains("Hannah") && !page.contains("lift"), "{page}");
}

#[test]
fn a_template_that_cannot_be_used_is_told_once() {
    let files = [("content/about.md", "# About\n"), ("templates/page.html", "{% if %}")];
    let (mut engine, preview) = preview(&files, Reach::ThisMachine);
    assert_eq!(engine.look(|| false), Looked::AtAll);
    let told: Vec<_> =
        engine.told().0.into_iter().filter(|told| &*told.places[0].path == "templates/page.html").collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    let (_, status) = get(&preview, "/_handbill/status", Some("page=/about/"));
    let status: serde_json::Value = serde_json::from_str(&status).unwrap();
    let about: Vec<_> =
        status["problems"].as_array().unwrap().iter().filter(|problem| problem["severity"] == "error").collect();
    assert_eq!(about.len(), 1, "{about:#?}");
    assert_eq!(about[0]["here"], true, "the page could not be made because of it");
}
