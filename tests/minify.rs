//! Pages made smaller say what they said, by a comparison that is not the guard's own.
#![cfg(feature = "minify")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use handbill::diagnostic::{Code, Diagnostic};
use handbill::finish::{Finish, Size};
use handbill::publish::{Content, Pages};
use handbill::session::{Edition, EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::{Change, FileContent, Folder};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

fn edition(changes: Vec<Change>) -> Arc<Edition> {
    let today = Today::Date(jiff::civil::date(2026, 11, 24));
    let mut session = Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today });
    session.apply(changes);
    session.edition()
}

/// A site in memory, whose pages have this body.
fn small_site(template: &str) -> Arc<Edition> {
    let site = "name: Copper Street\nlang: en\ncontact: a@b.example\nurl: https://a.example\n";
    let files =
        [("site.yaml", site), ("content/about.md", "---\ntitle: About\n---\nUs."), ("templates/page.html", template)];
    let written =
        |(path, text): &(&str, &str)| Change { path: (*path).into(), content: Some(FileContent::Text((*text).into())) };
    edition(files.iter().map(written).collect())
}

fn pages(edition: &Edition, size: Size) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let pages = EditionPages::finished(edition, Finish { size, ..Finish::default() });
    let mut made = BTreeMap::new();
    for index in 0..pages.count() {
        let mut buffer = vec![];
        if pages.make(index, &mut buffer).unwrap() == Content::Buffer && pages.path(index).ends_with(".html") {
            made.insert(pages.path(index).to_owned(), String::from_utf8(buffer).unwrap());
        }
    }
    (made, pages.notices())
}

/// Stands for the edge of a block.
const EDGE: char = '\u{1}';

/// Text with a mark at every edge of a block, addresses and ids of a page, as lol_html reads it.
fn reading(html: &str) -> (String, Vec<String>, Vec<String>) {
    const BLOCKS: &str = "html, head, body, title, article, aside, blockquote, br, button, dd, details, div, dl, dt, \
        fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, legend, li, main, nav, ol, \
        option, p, pre, section, select, summary, svg, table, tbody, td, tfoot, th, thead, tr, ul, svg *";
    let seen = Rc::new(RefCell::new(String::new()));
    let (links, ids) = (RefCell::new(vec![]), RefCell::new(vec![]));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("*", |element| {
            for name in ["href", "src", "srcset", "poster", "action"] {
                links.borrow_mut().extend(element.get_attribute(name).map(|value| unescaped(&value)));
            }
            ids.borrow_mut().extend(element.get_attribute("id"));
            Ok(())
        }))
        .append_element_content_handler(element!(BLOCKS, |element| {
            seen.borrow_mut().push(EDGE);
            if let Some(handlers) = element.end_tag_handlers() {
                let seen = seen.clone();
                handlers.push(lol_html::end_tag!(move |_| {
                    seen.borrow_mut().push(EDGE);
                    Ok(())
                }));
            }
            Ok(())
        }))
        .append_element_content_handler(element!("img", |_| {
            seen.borrow_mut().push('#');
            Ok(())
        }))
        .append_element_content_handler(text!("*", |piece| {
            seen.borrow_mut().push_str(piece.as_str());
            Ok(())
        }));
    rewrite_str(html, settings).unwrap();
    let lines = unescaped(&seen.borrow());
    let lines: Vec<String> =
        lines.split(EDGE).map(|line| line.split_ascii_whitespace().collect::<Vec<_>>().join(" ")).collect();
    (
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
        links.into_inner(),
        ids.into_inner(),
    )
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

#[test]
fn every_page_of_the_example_says_the_same_when_it_is_smaller() {
    let changes = Folder::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site")).open().unwrap();
    let edition = edition(changes);
    let (full, _) = pages(&edition, Size::AsRendered);
    let (small, notices) = pages(&edition, Size::Minified);
    assert_eq!(notices, []);
    assert!(full.len() > 50);
    for (path, full) in &full {
        let small = &small[path];
        assert!(small.len() < full.len(), "{path} is not smaller");
        assert_eq!(reading(small), reading(full), "{path}");
    }
}

#[test]
fn a_page_that_would_lose_a_space_is_published_as_it_is_and_told() {
    let template = "<!doctype html>\n<div>\n<a href=a>One</a>\n<a href=b>Two</a></div>";
    let edition = small_site(template);
    let (full, _) = pages(&edition, Size::AsRendered);
    let (small, notices) = pages(&edition, Size::Minified);
    assert_eq!(small["about/index.html"], full["about/index.html"]);
    assert!(small["index.html"].len() < full["index.html"].len(), "other pages are smaller");
    let [notice] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!((notice.code, &*notice.places[0].path), (Code::NotMinified, "content/about.md"));
    assert!(notice.message.contains("`/about/`"), "{}", notice.message);
    assert!(notice.message.contains("`OneTwo` and not `One Two`"), "{}", notice.message);
}

#[test]
fn a_page_nested_deep_is_published_as_it_is_and_told() {
    let edition = small_site("{% for n in range(end=10000) %}<div><div>{% endfor %}deep");
    let (small, notices) = pages(&edition, Size::Minified);
    assert_eq!(small["about/index.html"].matches("<div>").count(), 20_000);
    let [notice] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!(notice.code, Code::NotMinified);
    assert!(notice.message.contains("`/about/`") && notice.message.contains("nested too deep"), "{}", notice.message);
}

#[test]
fn a_site_can_turn_the_warning_off() {
    let site = "name: A\nlang: en\ncontact: a@b.example\nurl: https://a.example\nchecks:\n  HB0703: off\n";
    let written = |path: &str, text: &str| Change { path: path.into(), content: Some(FileContent::Text(text.into())) };
    let edition = edition(vec![
        written("site.yaml", site),
        written("templates/home.html", "<div><a href=a>One</a> <a href=b>Two</a></div>"),
    ]);
    assert_eq!(pages(&edition, Size::Minified).1, []);
}
