//! One cause, one message: of what is told twice of one place, the message stays that says more.

use super::{Code, Diagnostic, Place, Severity, Where};
use std::collections::BTreeMap;

/// Takes out what another message says as well, and gives that one the help of both where they differ.
///
/// A picture that is not there and has no alternative text is one picture to put right, in a text or in a field; a name in
/// a template on which pages fail need not be called doubtful too. Places must be bytes, or the same spots.
pub fn one_cause(told: &mut Vec<Diagnostic>) {
    let missing = told.iter().enumerate().filter(|(_, told)| told.code == Code::MissingFile);
    let missing: BTreeMap<Place, usize> = missing.map(|(at, told)| (told.places[0].clone(), at)).collect();
    let failing = told.iter().enumerate().filter(|(_, told)| told.code == Code::TemplateRender);
    let failing: Vec<(usize, Place)> = failing.map(|(at, told)| (at, told.places[0].clone())).collect();
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
                // What is to be copied has the name of the file that is there.
                let help = match (help, file.help.as_deref().and_then(near)) {
                    (Some(help), Some(near)) => Some(with_address(&help, near)),
                    (help, _) => help,
                };
                file.message.push_str(", and the picture has no text for people who do not see it");
                file.help = match (file.help.take(), help) {
                    (Some(own), Some(help)) if own.ends_with('?') => Some(format!("{own} Then {help}")),
                    (Some(own), Some(help)) => Some(format!("{own}; then {help}")),
                    (own, help) => own.or(help),
                };
            }
            Code::PictureNotMap => {
                let Some(file) = missing.get(place) else { continue };
                gone[*file] = true;
                let Diagnostic { message, help: file, .. } = told[*file].clone();
                let told = &mut told[at];
                told.message.push_str(&format!(", and {message}"));
                let near = file.as_deref().and_then(near).map(str::to_owned);
                told.help = match (told.help.take(), file, near) {
                    (Some(help), _, Some(near)) => Some(with_file(&help, &near)),
                    (Some(help), Some(file), None) => Some(format!("{file}; then {help}")),
                    (help, file, _) => help.or(file),
                };
            }
            Code::TemplateName if told[at].severity == Severity::Warning => {
                if let Some((failing, _)) = failing.iter().find(|(_, failing)| holds(failing, place)) {
                    gone[at] = true;
                    // It knows what was asked for, and the failing page only what there is.
                    let help = told[at].help.take();
                    let told = &mut told[*failing];
                    told.help = help.or_else(|| told.help.take());
                }
            }
            _ => {}
        }
    }
    let mut gone = gone.into_iter();
    told.retain(|_| gone.next() == Some(false));
}

/// The file that was probably meant.
fn near(help: &str) -> Option<&str> {
    help.strip_prefix("did you mean `")?.strip_suffix("`?")
}

/// The same with another address in all samples of Markdown.
fn with_address(help: &str, address: &str) -> String {
    let mut parts = help.split("](");
    let mut changed = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let rest = part.find(")`").map_or(part, |end| &part[end..]);
        changed.push_str(&format!("]({address}{rest}"));
    }
    changed
}

/// The same with another file in the sample of fields.
fn with_file(help: &str, file: &str) -> String {
    let lines = help.split('\n').map(|line| match line.split_once("  file: ") {
        Some((before, _)) => format!("{before}  file: {file}"),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a place lies inside another one.
fn holds(outer: &Place, inner: &Place) -> bool {
    let inside = match (outer.at, inner.at) {
        (Where::Span(outer), Where::Span(inner)) => outer.start <= inner.start && inner.end <= outer.end,
        _ => false,
    };
    outer.path == inner.path && inside
}
