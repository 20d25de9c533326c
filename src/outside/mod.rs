//! Asks other hosts whether the pages that a site links to are still there.
//!
//! It is asked for with `check --external` and at no other time: each question tells a host that somebody here wants to
//! know. It is polite: a host is asked one question at a time with a pause after each, answers are remembered for some
//! days, and nothing is downloaded that can be asked for without.

mod asking;
mod memory;

use crate::content::fields::{Date, Named};
use crate::content::markdown::Destination;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::session::Edition;
pub use asking::Manners;
use memory::Memory;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What a host said, or why nothing came.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Said {
    /// This status, at the end of all redirects.
    Status(u16),
    /// Nothing that could be understood: why.
    Nothing(String),
}

/// Asks after all these pages on the web, and tells which are gone.
///
/// `memory` is the file in which answers are remembered; it is made if it is not there, and begun anew if it cannot be
/// understood. `progress` is told how many of `links` are known, from several threads.
///
/// # Errors
/// The file cannot be written.
pub fn check(
    edition: &Edition,
    memory: &Path,
    manners: &Manners,
    links: &BTreeMap<String, Place>,
    progress: &(impl Fn(usize) + Sync),
) -> io::Result<Vec<Diagnostic>> {
    let today = edition.site.today;
    let mut known = Memory::read(memory);
    let unknown: Vec<&str> = links.keys().map(String::as_str).filter(|url| known.get(url, today).is_none()).collect();
    for (url, said) in asking::ask(&unknown, manners, &|asked| progress(links.len() - unknown.len() + asked)) {
        known.note(url, said, today);
    }
    known.write(memory, |url| links.contains_key(url))?;
    let told = links.iter().filter_map(|(url, place)| tell(url, known.get(url, today)?, place));
    Ok(edition.settle(told.collect()))
}

/// Every page on the web that published documents and the settings link to, without the part after `#`, with the first
/// place that links to it.
pub fn links(edition: &Edition) -> BTreeMap<String, Place> {
    let mut links = BTreeMap::new();
    let mut note = |url: &str, place: Place| {
        let page = url.split('#').next().unwrap_or(url);
        if page.starts_with("http://") || page.starts_with("https://") {
            links.entry(page.to_owned()).or_insert(place);
        }
    };
    let settings = crate::content::settings::path();
    for mention in &edition.settings.mentions {
        if let Named::Web(url) = &mention.what {
            note(url, Place::spot(&settings, mention.spot));
        }
    }
    for (doc, document) in edition.documents.iter().enumerate() {
        if !edition.site.is_published(doc) {
            continue;
        }
        let shape = &document.shape;
        for mention in &shape.mentions {
            if let Named::Web(url) = &mention.what {
                note(url, shape.place(mention.spot));
            }
        }
        for link in &shape.outline.links {
            if let Destination::External(url) = &link.to {
                note(url, shape.place(link.spot));
            }
        }
    }
    links
}

fn tell(url: &str, said: &Said, place: &Place) -> Option<Diagnostic> {
    match said {
        // Not Found and Gone (RFC 9110, sections 15.5.5 and 15.5.11) are the two that say so.
        Said::Status(status @ (404 | 410)) => {
            let message = format!("the page `{url}` is gone: its host answers {status}");
            let help = "look for where it moved, or link to a copy at web.archive.org, or take the link out";
            Some(Diagnostic::new(Code::OutsideGone, place.clone(), message).help(help))
        }
        Said::Status(status) if *status < 400 => None,
        Said::Status(status) => {
            let message = format!("whether `{url}` is still there could not be found out: its host answers {status}");
            Some(Diagnostic::new(Code::OutsideUnknown, place.clone(), message).help("open it in a browser to see"))
        }
        Said::Nothing(why) => {
            let message = format!("whether `{url}` is still there could not be found out: {why}");
            Some(Diagnostic::new(Code::OutsideUnknown, place.clone(), message).help("open it in a browser to see"))
        }
    }
}

/// How many days it is from one day to another; none if the later one comes first.
fn days(from: Date, to: Date) -> Option<i32> {
    let span = from.until(to).ok()?;
    (span.get_days() >= 0).then_some(span.get_days())
}
