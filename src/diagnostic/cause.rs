//! One cause, one message: of what is told twice of one place, the message stays that says more.

use super::{Code, Diagnostic, Place, Severity, Where};
use std::collections::BTreeMap;

/// Takes out what another message says as well, and gives that one the help of both where they differ.
///
/// A picture that is not there and has no alternative text is one picture to put right; a name in a template on which
/// pages fail need not be called doubtful too. Places must be bytes, or the same spots.
pub fn one_cause(told: &mut Vec<Diagnostic>) {
    let missing = told.iter().enumerate().filter(|(_, told)| told.code == Code::MissingFile);
    let missing: BTreeMap<Place, usize> = missing.map(|(at, told)| (told.places[0].clone(), at)).collect();
    let failing = told.iter().filter(|told| told.code == Code::TemplateRender).map(|told| told.places[0].clone());
    let failing: Vec<Place> = failing.collect();
    if missing.is_empty() && failing.is_empty() {
        return;
    }
    let mut gone = vec![false; told.len()];
    for at in 0..told.len() {
        let place = &told[at].places[0];
        match told[at].code {
            Code::NoAltText => {
                let Some(file) = missing.get(place) else { continue };
                let help = told[at].help.take();
                gone[at] = true;
                let file = &mut told[*file];
                file.message.push_str(", and the picture has no text for people who do not see it");
                file.help = match (file.help.take(), help) {
                    (Some(own), Some(help)) if own.ends_with('?') => Some(format!("{own} Then {help}")),
                    (Some(own), Some(help)) => Some(format!("{own}; then {help}")),
                    (own, help) => own.or(help),
                };
            }
            Code::TemplateName if told[at].severity == Severity::Warning => {
                gone[at] = failing.iter().any(|failing| holds(failing, place));
            }
            _ => {}
        }
    }
    let mut gone = gone.into_iter();
    told.retain(|_| gone.next() == Some(false));
}

/// Whether a place lies inside another one.
fn holds(outer: &Place, inner: &Place) -> bool {
    let inside = match (outer.at, inner.at) {
        (Where::Span(outer), Where::Span(inner)) => outer.start <= inner.start && inner.end <= outer.end,
        _ => false,
    };
    outer.path == inner.path && inside
}
