//! The example site for a memory stick: every link leads to a file that is there.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use handbill::finish::{Finish, Links};
use handbill::publish::publish;
use handbill::session::{EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::Folder;
use std::fs;
use std::path::Path;

/// Publishes the example below an address, and says how many links were followed and which lead nowhere.
fn follow_all(url: &str) -> (usize, Vec<String>) {
    let changes = Folder::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site")).open().unwrap();
    let today = Today::Date(jiff::civil::date(2026, 11, 24));
    let mut session = Session::new(Options { base_url: Some(url.to_owned()), drafts: Drafts::LeftOut, today });
    session.apply(changes);
    let edition = session.edition();
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let pages = EditionPages::finished(&edition, Finish { links: Links::Portable, ..Finish::default() });
    publish(&site, &pages, &|_| {}).unwrap();
    let (mut followed, mut wrong) = (0, vec![]);
    for path in edition.plan.targets.keys().filter(|path| path.ends_with(".html")) {
        let html = fs::read_to_string(site.join(path)).unwrap();
        for link in links(&html) {
            let scheme = link.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '.', '#', '?']));
            if link.starts_with('#') || scheme {
                continue;
            }
            followed += 1;
            let file = link.split(['?', '#']).next().unwrap();
            let file = percent_encoding::percent_decode_str(file).decode_utf8().unwrap();
            let anchor = link
                .split_once('#')
                .map(|(_, anchor)| percent_encoding::percent_decode_str(anchor).decode_utf8().unwrap());
            let there = site.join(path).parent().unwrap().join(&*file);
            if link.starts_with('/') || !there.is_file() {
                wrong.push(format!("{path}: {link}"));
            } else if let Some(anchor) = anchor
                && !fs::read_to_string(&there).unwrap().contains(&format!("id=\"{anchor}\""))
            {
                wrong.push(format!("{path}: {link} (no such heading)"));
            }
        }
    }
    (followed, wrong)
}

/// Every address in the attributes of a page.
fn links(html: &str) -> Vec<String> {
    let mut links = vec![];
    for name in [" href=\"", " src=\"", " poster=\"", " action=\"", " srcset=\"", "content=\"0; url="] {
        for (at, _) in html.match_indices(name) {
            let value = html[at + name.len()..].split('"').next().unwrap().replace("&amp;", "&");
            match name {
                " srcset=\"" => links.extend(value.split(", ").map(|one| one.split(' ').next().unwrap().to_owned())),
                _ => links.push(value),
            }
        }
    }
    links
}

#[test]
fn every_relative_link_of_the_example_leads_to_a_file() {
    let (followed, wrong) = follow_all("https://kettlewharf.example");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(followed > 1000, "{followed} links were followed");
}

#[test]
fn a_base_path_makes_no_difference() {
    let (followed, wrong) = follow_all("https://kettlewharf.example/the/wharf");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(followed > 1000, "{followed} links were followed");
}
