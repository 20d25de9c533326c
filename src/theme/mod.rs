//! Theme folders: templates, styles and words of the interface, compiled once and used for every page of a language.
//!
//! A theme sees views and nothing else: no filter or function here can look up pages, files, the network or the clock.
//! What is wrong in a theme is told at load, all of it in one run, at the exact place in the file as it was written.

mod called;
mod collapse;
mod colour;
mod components;
mod contract;
mod dates;
mod explain;
mod faults;
mod files;
mod filters;
mod hosts;
mod lines;
mod manifest;
mod markup;
mod names;
mod near;
mod once;
mod outline;
mod own_words;
mod plain;
mod reads;
mod render;
mod scan;
mod steps;
mod styles;
mod templates;
mod unused;
mod words;

pub use colour::{ColourUse, colour_changes};
pub use files::{DEFAULT_THEME, ThemeFiles};
pub use once::Made;
pub use render::TemplateError;

use crate::diagnostic::{Diagnostic, Place, SitePath};
use fluent::FluentArgs;
use manifest::Manifest;
use std::collections::BTreeMap;
use std::sync::Arc;
use styles::Stylesheet;
use templates::Templates;
use tera::{Context, Value};
use words::Words;

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
    /// The site's own `strings/*.ftl`, by site path; each word in them takes the place of the theme's of that name.
    pub site_words: &'a [(SitePath, Arc<str>)],
    /// The options that the site sets.
    pub settings: &'a Settings,
    /// The group's own colour, `#a3195b`; without one the theme's is taken.
    pub colour: Option<&'a str>,
    /// The language tag of the pages.
    pub lang: &'a str,
}

/// A theme for one language, ready to make pages. It never changes, and any number of threads may use it.
#[derive(Debug)]
pub struct Theme {
    templates: Templates,
    words: Arc<Words>,
    stylesheet: Stylesheet,
    static_files: Vec<(SitePath, Arc<[u8]>)>,
    options: Value,
}

/// Loads a theme for one language, and tells all that is wrong with it.
///
/// This never fails: what can't be used is told of and left out, and only pages that need it fail.
pub fn load(inputs: Inputs<'_>) -> (Theme, Vec<Diagnostic>) {
    let (Manifest { options, colour }, mut diagnostics) = manifest::read(inputs.theme, inputs.settings);
    let inputs = Inputs { colour: inputs.colour.or(colour.as_deref()), ..inputs };
    let (words, more) = Words::load(inputs.theme, inputs.site_words, inputs.lang);
    diagnostics.extend(more);
    let words = Arc::new(words);
    let (templates, more) = Templates::load(inputs, &words);
    diagnostics.extend(more);
    diagnostics.extend(unused::unused(&templates.sources));
    let (stylesheet, more) = styles::join(inputs);
    diagnostics.extend(more);
    let static_files = inputs.theme.below("static/").map(|(path, bytes)| (path.into(), bytes.clone())).collect();
    (Theme { templates, words, stylesheet, static_files, options }, diagnostics)
}

impl Theme {
    /// The text of one of the theme's own templates, styles or words, by the path that messages name.
    pub fn source(&self, path: &str) -> Option<&str> {
        self.templates.source(path)
    }

    /// Appends the page that a template (`story.html`) makes of a view to `out`; when it fails, `out` is as it was.
    ///
    /// `made` holds the parts that the pages of one edition have in common; the pages of another have another `site`, and
    /// so need another.
    ///
    /// A page of more than 20 MB is an error, and so is one whose loops take more than five million turns together.
    ///
    /// # Errors
    ///
    /// When the template is not there, can't be used, or fails on this page.
    pub fn render(
        &self,
        template: &str,
        context: &Context,
        made: &Arc<Made>,
        out: &mut Vec<u8>,
    ) -> Result<(), TemplateError> {
        self.templates.render(template, context, made, out)
    }

    /// Whether the theme or the site has this template, usable or not.
    pub fn has_template(&self, name: &str) -> bool {
        self.templates.resolve(name).is_some()
    }

    /// A word of the interface, in plain text; its name if there is no such word or an argument is missing.
    pub fn word(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.words.word(id, args).unwrap_or_else(|_| id.to_owned())
    }

    /// Whether there is a word of this name, in the page's language or in English.
    pub fn has_word(&self, id: &str) -> bool {
        self.words.has(id)
    }

    /// The one stylesheet: its path at the root of the site, `style.0123456789abcdef.css`, and its bytes.
    pub fn stylesheet(&self) -> (&str, &[u8]) {
        (&self.stylesheet.path, &self.stylesheet.bytes)
    }

    /// The files in `static/`, by their paths at the root of the site.
    pub fn static_files(&self) -> &[(SitePath, Arc<[u8]>)] {
        &self.static_files
    }

    /// The options for templates (`site.options`): a map from each option to its value.
    pub fn options(&self) -> Value {
        self.options.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_shared<T: Send + Sync>(_: &T) {}

    #[test]
    fn a_theme_makes_pages_with_words_and_options() {
        let file = |path: &str, text: &str| (format!("themes/t/{path}").into(), Arc::<[u8]>::from(text.as_bytes()));
        let files = ThemeFiles::of_site(
            "t",
            [
                file("theme.yaml", "contract: 1\noptions:\n  toc: {type: yes-no, default: yes}\n"),
                file("strings/en.ftl", "home = Home, { $name }\n"),
                file("static/fonts/a.woff2", "font"),
                file("styles/a.css", "p { top: 0 }"),
                file(
                    "templates/home.html",
                    "<p>\n\n<p>{{ 'home' | t(name=site.name) }}{% if site.options.toc %}!{% endif %}",
                ),
            ],
        );
        let settings = Settings::new();
        let inputs = Inputs {
            theme: &files,
            overrides: &[],
            site_styles: &[],
            site_words: &[],
            settings: &settings,
            colour: None,
            lang: "en-GB",
        };
        let (theme, diagnostics) = load(inputs);
        assert_shared(&theme);
        assert_eq!(diagnostics, []);
        let mut context = Context::new();
        context.insert("site", &serde_json::json!({"name": "A & B", "options": theme.options()}));
        let mut out = Vec::new();
        theme.render("home.html", &context, &Arc::default(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "<p><p>Home, A &amp; B!");
        assert!(theme.has_template("home.html") && !theme.has_template("no.html"));
        assert_eq!(theme.word("no", &FluentArgs::new()), "no");
        assert!(theme.stylesheet().0.starts_with("style."));
        assert_eq!(&*theme.static_files()[0].0, "fonts/a.woff2");
    }

    #[test]
    fn the_built_in_theme_has_nothing_to_complain_about() {
        let files = ThemeFiles::embedded();
        let settings = Settings::new();
        let inputs = Inputs {
            theme: &files,
            overrides: &[],
            site_styles: &[],
            site_words: &[],
            settings: &settings,
            colour: None,
            lang: "en",
        };
        assert_eq!(load(inputs).1, []);
    }
}
