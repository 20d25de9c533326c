//! The templates of a theme and a site in one Tera, whatever is wrong with some of them.
//!
//! A template that can't be used is told of and replaced by one that fails when it is run, so that all others can be.

use super::collapse::{Collapsed, collapse};
use super::components::wrong_arguments;
use super::explain::{explain, note_names};
use super::faults::{Fault, Unknown, faults};
use super::names::{bound_anywhere, unknown_names};
use super::outline::{Outline, outline};
use super::words::Words;
use super::{Inputs, ThemeFiles, filters, once, steps};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tera::Tera;

/// Before the names of the theme's own templates, so that the site's come first and can still build on them.
pub(super) const THEME: &str = "theme/";

/// One template.
#[derive(Debug)]
pub(super) struct Source {
    /// The file that messages name.
    pub(super) path: SitePath,
    /// As it is written.
    pub(super) text: Arc<str>,
    /// As Tera gets it.
    pub(super) collapsed: Collapsed,
}

/// Templates by the names that Tera knows them by.
pub(super) type Sources = BTreeMap<String, Source>;

/// All templates of a site.
#[derive(Debug)]
pub(super) struct Templates {
    pub(super) tera: Tera,
    pub(super) sources: Sources,
    /// Templates that can't be used.
    pub(super) broken: BTreeSet<String>,
}

impl Templates {
    /// Reads the theme's templates and the site's, and tells what is wrong in any of them.
    pub(super) fn load(inputs: Inputs<'_>, words: &Arc<Words>) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut sources = Sources::new();
        theme_sources(inputs.theme, &mut sources, &mut diagnostics);
        site_sources(inputs.overrides, &mut sources, &mut diagnostics);
        name_the_themes(&mut sources);

        let mut tera = Tera::new();
        tera.set_fallback_prefixes([THEME]).expect("there are no templates yet");
        filters::register(&mut tera, words);
        steps::register(&mut tera);
        let bound = bound_anywhere(&sources);
        once::prepare(&mut tera, &mut sources, &bound);

        let mut stand_ins = BTreeMap::new();
        for (name, source) in &sources {
            if note_names(source, words, &mut diagnostics).is_err() {
                stand_ins.insert(name.clone(), StandIn::Bare);
            }
        }
        fill(&mut tera, &sources, &mut stand_ins, &mut diagnostics);
        for source in sources.iter().filter(|(name, _)| !stand_ins.contains_key(*name)).map(|(_, source)| source) {
            diagnostics.extend(wrong_arguments(source, &tera));
            diagnostics.extend(unknown_names(source, &bound));
        }
        let broken = stand_ins.into_keys().collect();
        (Self { tera, sources, broken }, diagnostics)
    }

    /// The text of a template, by the path that messages name.
    pub(super) fn source(&self, path: &str) -> Option<&str> {
        self.sources.values().find(|source| &*source.path == path).map(|source| &*source.text)
    }

    /// The name under which a template is known: the site's before the theme's.
    pub(super) fn resolve(&self, name: &str) -> Option<&str> {
        resolve(&self.sources, name)
    }
}

/// The name under which a template is known: the site's before the theme's.
pub(super) fn resolve<'a>(sources: &'a Sources, name: &str) -> Option<&'a str> {
    let found = sources.get_key_value(name).or_else(|| sources.get_key_value(&*format!("{THEME}{name}")));
    found.map(|(name, _)| &**name)
}

fn theme_sources(theme: &ThemeFiles, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
    for (name, bytes) in theme.below("templates/").filter(|(name, _)| name.ends_with(".html")) {
        let path = theme.display_path(&format!("templates/{name}"));
        if let Ok(text) = std::str::from_utf8(bytes) {
            sources.insert(format!("{THEME}{name}"), source(path, text.into()));
        } else {
            let message = "this template is not text that can be read";
            diagnostics.push(
                Diagnostic::new(Code::TemplateSyntax, Place::file(&path), message)
                    .help("Save it as plain text in the encoding UTF-8."),
            );
        }
    }
}

fn site_sources(overrides: &[(SitePath, Arc<str>)], sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
    for (path, text) in overrides {
        let Some(name) = path.strip_prefix("templates/").filter(|name| name.ends_with(".html")) else { continue };
        if name.starts_with(THEME) {
            let message = "a folder `theme` in templates stands for the theme's own templates";
            diagnostics.push(
                Diagnostic::new(Code::TemplateName, Place::file(path), message).help("Give the folder another name."),
            );
            continue;
        }
        sources.insert(name.to_owned(), source(path.clone(), text.clone()));
    }
}

/// Gives what is included from the theme its whole name. Tera would look for the site's template of the name first, in
/// vain, each time that a page is made.
fn name_the_themes(sources: &mut Sources) {
    let known: BTreeSet<String> = sources.keys().cloned().collect();
    for source in sources.values_mut() {
        let text = source.collapsed.text.clone();
        for (name, range) in outline(&text).includes.iter().rev() {
            if !known.contains(*name) && known.contains(&format!("{THEME}{name}")) {
                source.collapsed.insert(range.start, THEME);
            }
        }
    }
}

fn source(path: SitePath, text: Arc<str>) -> Source {
    let collapsed = collapse(&text).with_turns(steps::CALL);
    Source { path, text, collapsed }
}

/// What takes the place of a template that can't be used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StandIn {
    /// It has the blocks and components of the template, so that those that need them are not told of in vain.
    WithNames,
    /// It has nothing, because the names themselves are at fault.
    Bare,
}

/// Adds all templates, with stand-ins for as many as it takes.
fn fill(
    tera: &mut Tera,
    sources: &Sources,
    stand_ins: &mut BTreeMap<String, StandIn>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    loop {
        let texts = sources.iter().map(|(name, source)| match stand_ins.get(name) {
            None => (&**name, source.collapsed.text.clone()),
            Some(StandIn::WithNames) => (&**name, stand_in(&outline(&source.text))),
            Some(StandIn::Bare) => (&**name, stand_in(&Outline::default())),
        });
        let Err(error) = tera.add_raw_templates(texts) else { return };
        let mut found = faults(&error);
        if matches!(found[..], [(_, Fault::Syntax { .. })]) {
            // Tera stops at the first of these, so each template is read alone.
            found = sources
                .iter()
                .filter(|(name, _)| !stand_ins.contains_key(*name))
                .filter_map(|(name, source)| Tera::new().add_raw_template(name, &source.collapsed.text).err())
                .flat_map(|error| faults(&error))
                .filter(|(_, fault)| matches!(fault, Fault::Syntax { .. }))
                .collect();
        }
        let before = stand_ins.clone();
        for (name, fault) in found {
            match before.get(&name) {
                None if sources.contains_key(&name) => {
                    if !follows(sources, &before, &name, &fault) {
                        diagnostics.push(explain(sources, &name, &fault));
                    }
                    let bare = matches!(fault, Fault::TwoComponents { .. });
                    stand_ins.entry(name).or_insert(if bare { StandIn::Bare } else { StandIn::WithNames });
                }
                // The stand-in itself is at fault.
                Some(StandIn::WithNames) => {
                    stand_ins.insert(name, StandIn::Bare);
                }
                _ => {}
            }
        }
        if *stand_ins == before {
            // A fault that names no template: none is usable, and each says so when it is run.
            diagnostics.extend(sources.first_key_value().map(|(name, _)| explain(sources, name, &faults(&error)[0].1)));
            stand_ins.extend(sources.keys().map(|name| (name.clone(), StandIn::Bare)));
            return;
        }
    }
}

/// A template that has these blocks and components, and fails when it is run.
fn stand_in(outline: &Outline<'_>) -> String {
    const FAIL: &str = "{{ throw(message=\"broken\") }}";
    let blocks: BTreeSet<&str> = outline.blocks.iter().map(|(name, _)| *name).collect();
    let components: BTreeSet<&str> = outline.components.iter().map(|(name, _)| *name).collect();
    let mut text = FAIL.to_owned();
    for name in blocks {
        text.push_str(&format!("{{% block {name} %}}{{% endblock %}}"));
    }
    for name in components {
        text.push_str(&format!("{{% component {name}(...rest) %}}{FAIL}{{% endcomponent {name} %}}"));
    }
    text
}

/// Whether a fault is only there because of another template that can't be used.
fn follows(sources: &Sources, broken: &BTreeMap<String, StandIn>, name: &str, fault: &Fault) -> bool {
    let outlines = || broken.keys().filter_map(|name| Some(outline(&sources.get(name)?.text)));
    match fault {
        Fault::Unknown { what: Unknown::Component, name, .. } => {
            outlines().any(|outline| outline.components.iter().any(|(component, _)| component == name))
        }
        Fault::Unknown { what: Unknown::Block, .. } => {
            let mut seen = BTreeSet::new();
            let mut next = Some(name);
            while let Some(name) = next.filter(|name| seen.insert(*name)) {
                if broken.contains_key(name) {
                    return true;
                }
                let parent = sources.get(name).and_then(|source| outline(&source.text).extends);
                next = parent.and_then(|(parent, _)| resolve(sources, parent));
            }
            false
        }
        _ => false,
    }
}

#[cfg(test)]
#[path = "templates_tests.rs"]
mod tests;
