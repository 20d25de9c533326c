//! Theme folders: templates, styles and words of the interface, compiled once and used for every page of a language.
//!
//! A theme sees views and nothing else: no filter or function here can look up pages, files, the network or the clock.
//! What is wrong in a theme is told at load, all of it in one run, at the exact place in the file as it was written.

mod collapse;
mod dates;
mod files;
mod filters;
mod lines;
mod markup;
mod near;
mod scan;
mod words;

pub use files::{DEFAULT_THEME, ThemeFiles};

use crate::diagnostic::{Diagnostic, Place, SitePath};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The value that a site gives to an option of its theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// As it was written.
    Text(String),
    /// Yes or no.
    YesNo(bool),
}

/// The options that a site sets, each with the place of its value in `site.yaml`.
pub type Settings = BTreeMap<String, (Setting, Place)>;

/// What a theme is made of.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The theme's folder.
    pub theme: &'a ThemeFiles,
    /// The site's own `templates/*.html`, by site path; each stands before the theme's template of the same name.
    pub overrides: &'a [(SitePath, Arc<str>)],
    /// The site's own `styles/*.css`, by site path; they come last, in the layer `site`.
    pub site_styles: &'a [(SitePath, Arc<str>)],
    /// The options that the site sets.
    pub settings: &'a Settings,
    /// The language tag of the pages.
    pub lang: &'a str,
}

/// Loads a theme for one language, and tells all that is wrong with it.
pub fn load(_inputs: Inputs<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
