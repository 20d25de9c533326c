//! Templates of a site that no page comes to: their name is that of no template of the theme, nothing includes them or
//! builds on them, and they define no component. Mostly the name is a slip, and what was written shows nowhere.

use super::ThemeFiles;
use super::near::did_you_mean;
use super::outline::outline;
use super::templates::{Sources, THEME};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// Tells of templates that nothing uses.
pub(super) fn unused(sources: &Sources) -> Vec<Diagnostic> {
    let own: BTreeSet<&str> = sources.keys().filter_map(|name| name.strip_prefix(THEME)).collect();
    let mut strangers =
        sources.iter().filter(|(name, _)| !name.starts_with(THEME) && !own.contains(&***name)).peekable();
    if strangers.peek().is_none() {
        return vec![];
    }
    // Another theme may do without a template that pages ask for.
    let built_in = ThemeFiles::embedded();
    let known: BTreeSet<&str> = own.iter().copied().chain(built_in.below("templates/").map(|(name, _)| name)).collect();
    let outlines: BTreeMap<&str, _> =
        sources.iter().map(|(name, source)| (&**name, outline(&source.collapsed.text))).collect();
    let named = outlines.values().flat_map(|outline| outline.extends.iter().chain(&outline.includes));
    let named: BTreeSet<&str> = named.map(|(name, _)| *name).collect();
    let mut told = vec![];
    for (name, source) in strangers.filter(|(name, _)| !known.contains(&***name)) {
        let makes_components = outlines.get(&**name).is_some_and(|outline| !outline.components.is_empty());
        if named.contains(&**name) || makes_components {
            continue;
        }
        let pages = known.iter().filter(|known| !known.contains('/')).copied();
        let help = did_you_mean(name, pages).map_or_else(
            || "Give it the name of a template of the theme, such as `story.html`, or include it in one.".to_owned(),
            |near| format!("{near} Then rename the file."),
        );
        let message = "no page uses this template, and what stands in it is shown nowhere";
        let diagnostic = Diagnostic::new(Code::TemplateName, Place::file(&source.path), message);
        told.push(diagnostic.severity(Severity::Warning).help(help));
    }
    told
}
