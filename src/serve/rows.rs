//! All pages of a moment, for the page that lists them.

use super::http::Reach;
use super::moment::{Moment, own_address};
use super::overview::{Row, State};
use crate::content::kinds::KindName;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Target;
use crate::site::{DocId, Withheld};
use std::collections::HashMap;

/// All pages of a moment: those that are published by their addresses, then those that are not.
pub(super) fn rows(moment: &Moment, reach: Reach) -> Vec<Row> {
    let (edition, problems) = (&moment.shown, moment.problems());
    let scene = edition.scene();
    let mut of: HashMap<&str, Vec<&Diagnostic>> = HashMap::new();
    for problem in &problems {
        of.entry(&problem.places[0].path).or_default().push(problem);
    }
    let counts = |path: &str| {
        let count =
            |severity| of.get(path).map_or(0, |all| all.iter().filter(|problem| problem.severity == severity).count());
        (count(Severity::Error), count(Severity::Warning), count(Severity::Hint))
    };
    let document = |doc: DocId, state: State| {
        let shape = scene.shape(doc);
        let (errors, warnings, hints) = counts(&shape.path);
        Row {
            href: match edition.site.is_published(doc) {
                true => scene.href(edition.site.address(doc)),
                false => scene.href(&own_address(&edition.site, doc)),
            },
            title: shape.title.value.clone(),
            group: group(shape.standing.kind).to_owned(),
            state,
            errors,
            warnings,
            hints,
        }
    };
    let mut rows = vec![];
    for (path, target) in edition.targets() {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let (mistakes, state) = match moment.mistakes(path).len() {
            0 => (0, State::Published),
            mistakes => (mistakes, State::Mistaken),
        };
        match target {
            Target::Document(doc) => {
                let broken =
                    moment.told.document(&scene.shape(*doc).path).is_some_and(|document| document.shape.broken);
                let row = document(*doc, if broken { State::Mistaken } else { state });
                rows.push(Row { errors: row.errors + mistakes, ..row });
            }
            Target::File(_)
            | Target::Theme(_)
            | Target::Sitemap
            | Target::Robots
            | Target::Icon
            | Target::Redirect(_) => {}
            _ => rows.push(Row {
                href: scene.href(&address),
                title: if address == "/" { edition.settings.settings.name.value.clone() } else { address },
                group: "Lists and other pages made by Handbill".to_owned(),
                state,
                errors: mistakes,
                warnings: 0,
                hints: 0,
            }),
        }
    }
    for (doc, reason) in edition.site.withheld.iter().enumerate() {
        match reason {
            // Who may look is not always the writer, and a title can hold the name that is not to be shown.
            Some(reason) if reach == Reach::Network && (reason.is_consent() || *reason == Withheld::Broken) => {}
            Some(Withheld::Broken) => rows.push(document(doc, State::Mistaken)),
            Some(reason) => rows.push(document(doc, State::Withheld(reason.why()))),
            None => {}
        }
    }
    rows
}

fn group(kind: KindName) -> &'static str {
    match kind {
        KindName::Page => "Pages",
        KindName::Campaign => "Campaigns",
        KindName::Story => "Stories",
        KindName::Principle => "Principles",
        KindName::PrincipleSet => "Sets of principles",
        KindName::Definition => "Definitions",
        KindName::Quote => "Quotes",
        KindName::Action => "Actions",
        KindName::Person => "People",
        KindName::Resource => "Resources",
    }
}
