//! One stylesheet of the theme's and the site's, checked, joined in order and made small.
//!
//! The cargo feature `styles` checks and minifies; without it the files are joined as they are. Modern CSS stays as it is
//! written: nothing is rewritten for older browsers.

use super::Inputs;
use super::colour;
use super::hosts::{Fetch, fetches, unclosed};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};

/// The order of layers, for themes that do not begin with one of their own.
const LAYERS: &str = "@layer reset, base, layout, parts, pages, utilities, print, site;\n";

/// The finished stylesheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stylesheet {
    /// Its file name, with the hash of its bytes: a changed sheet is a new file for every cache.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

/// Joins all styles. A file that can't be read is told of and left out, so that it spoils no other.
pub(super) fn join(inputs: Inputs<'_>) -> (Stylesheet, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut css = String::new();
    for (name, bytes) in inputs.theme.below("styles/").filter(|(name, _)| name.ends_with(".css")) {
        let path = inputs.theme.display_path(&format!("styles/{name}"));
        let Ok(text) = std::str::from_utf8(bytes) else {
            diagnostics.push(
                Diagnostic::new(Code::Style, Place::file(&path), "this stylesheet is not text that can be read")
                    .help("Save it as plain text in the encoding UTF-8."),
            );
            continue;
        };
        if usable(&path, text, &mut diagnostics) {
            css.push_str(text.trim_start_matches('\u{feff}'));
            css.push('\n');
        }
    }
    if !without_comments(&css).starts_with("@layer") {
        css.insert_str(0, LAYERS);
    }
    if let Some(palette) = inputs.colour.and_then(colour::rules) {
        css.insert_str(0, &palette);
    }
    let mut own: Vec<_> = inputs.site_styles.iter().filter(|(path, _)| path.ends_with(".css")).collect();
    own.sort();
    for (path, text) in own {
        if usable(path, text, &mut diagnostics) {
            css.push_str("@layer site {\n");
            css.push_str(text.trim_start_matches('\u{feff}'));
            css.push_str("\n}\n");
        }
    }
    let css = finish(css, &inputs.theme.display_path("styles"), &mut diagnostics);
    let hash = twox_hash::XxHash3_128::oneshot(css.as_bytes());
    let path = format!("style.{:016x}.css", hash >> 64);
    (Stylesheet { path, bytes: css.into_bytes() }, diagnostics)
}

/// The text from its first rule on.
fn without_comments(css: &str) -> &str {
    let mut rest = css.trim_start();
    while let Some((_, after)) = rest.strip_prefix("/*").and_then(|comment| comment.split_once("*/")) {
        rest = after.trim_start();
    }
    rest
}

/// Checks one file by itself, and says whether it may go into the sheet.
fn usable(path: &SitePath, css: &str, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let before = diagnostics.len();
    let mut import: Option<usize> = None;
    for fetch in fetches(css) {
        let (range, message, help) = match fetch {
            Fetch::Import(range) => {
                import = Some(range.end);
                let help = "Take this line out. If you have the file, put it into the styles folder: all files there are \
                            joined.";
                (range, "stylesheets cannot import others", help)
            }
            // The address of an import has been told with it.
            Fetch::Remote(range) if import.is_some_and(|end| !css[end..range.start].contains(';')) => continue,
            Fetch::Remote(range) => {
                let help = "Pages ask no other host for anything. Put the file into static/ and name it by its path.";
                (range, "this would be fetched from another host", help)
            }
        };
        let place = Place::span(path, Span::new(range.start, range.end));
        diagnostics.push(Diagnostic::new(Code::Style, place, message).help(help));
    }
    let open = unclosed(css);
    if !open.is_empty() {
        // Whoever closes these sees what else is open.
        diagnostics.extend(open.into_iter().take(MOST_OPEN).map(|at| not_closed(path, css, at)));
    } else {
        parse(path, css, diagnostics);
    }
    diagnostics.len() == before
}

/// So many brackets of a file that nothing closes are told.
const MOST_OPEN: usize = 12;

/// A bracket that nothing closes.
fn not_closed(path: &SitePath, css: &str, at: usize) -> Diagnostic {
    let place = Place::span(path, Span::new(at, at + 1));
    let told = |message: &str, help: String| Diagnostic::new(Code::Style, place.clone(), message).help(help);
    if css[at..].starts_with('{') {
        let message = "this `{` has no `}`, so all that follows is part of it";
        return told(message, "Write `}` where the rule ends.".to_owned());
    }
    let (open, close) = if css[at..].starts_with('(') { ('(', ')') } else { ('[', ']') };
    // The value ends where the next one begins.
    let end = css[at..].find([';', '}', '\n']).map_or(css.len(), |end| at + end);
    let name = css[..at].rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or("");
    let value = css[at - name.len()..end].trim_end();
    let value = &value[..value.floor_char_boundary(80)];
    told(&format!("this `{open}` has no `{close}`"), format!("Write `{close}` where it ends: `{value}{close}`."))
}

#[cfg(feature = "styles")]
mod with_lightningcss {
    use super::{Code, Diagnostic, Place, SitePath, fetches};
    use crate::theme::lines::{Columns, byte_at, word_at};
    use lightningcss::error::ErrorLocation;
    use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

    /// Tells of what can't be read.
    pub(super) fn parse(path: &SitePath, css: &str, diagnostics: &mut Vec<Diagnostic>) {
        if let Err(error) = StyleSheet::parse(css, ParserOptions::default()) {
            // What the parser says is for programmers; the place is what helps.
            diagnostics.push(
                Diagnostic::new(Code::Style, place(path, css, error.loc.as_ref()), "this style cannot be read")
                    .help("Look at this line and the one above. Styles are written name: value; and each { has its }."),
            );
        }
    }

    fn place(path: &SitePath, css: &str, location: Option<&ErrorLocation>) -> Place {
        location.map_or_else(
            || Place::file(path),
            |location| {
                let column = location.column.saturating_sub(1) as usize;
                Place::span(path, word_at(css, byte_at(css, location.line as usize, column, Columns::Utf16)))
            },
        )
    }

    /// The sheet without all that browsers do not need; as it is if that fails, which is told.
    pub(super) fn finish(css: String, folder: &SitePath, diagnostics: &mut Vec<Diagnostic>) -> String {
        let small = match minify(&css) {
            Ok(small) => small,
            Err(message) => {
                let message = format!("the joined stylesheet cannot be read: {message}");
                diagnostics.push(Diagnostic::new(Code::Style, Place::file(folder), message));
                return css;
            }
        };
        // Escapes (`@\69mport`) hide from the check of each file, but are plain after printing.
        if !fetches(&small).is_empty() {
            let message = "a stylesheet would fetch something from another host";
            diagnostics.push(Diagnostic::new(Code::Style, Place::file(folder), message));
            return String::new();
        }
        small
    }

    fn minify(css: &str) -> Result<String, String> {
        let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| error.to_string())?;
        sheet.minify(MinifyOptions::default()).map_err(|error| error.to_string())?;
        let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
        sheet.to_css(options).map(|printed| printed.code).map_err(|error| error.to_string())
    }
}

#[cfg(feature = "styles")]
use with_lightningcss::{finish, parse};

#[cfg(not(feature = "styles"))]
fn parse(_: &SitePath, _: &str, _: &mut Vec<Diagnostic>) {}

#[cfg(not(feature = "styles"))]
fn finish(css: String, _: &SitePath, _: &mut Vec<Diagnostic>) -> String {
    css
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "styles")]
    use crate::diagnostic::Where;
    use crate::theme::{Settings, ThemeFiles};
    use std::sync::Arc;

    fn joined(theme: &[(&str, &str)], site: &str) -> (Stylesheet, Vec<Diagnostic>) {
        let files = theme
            .iter()
            .map(|(name, css)| (SitePath::from(format!("themes/t/styles/{name}")), Arc::<[u8]>::from(css.as_bytes())));
        let theme = ThemeFiles::of_site("t", files);
        let settings = Settings::new();
        let site_styles = [(SitePath::from("styles/site.css"), Arc::from(site))];
        join(Inputs {
            theme: &theme,
            overrides: &[],
            site_styles: &site_styles,
            site_words: &[],
            settings: &settings,
            colour: None,
            lang: "en",
        })
    }

    fn text(sheet: &Stylesheet) -> &str {
        std::str::from_utf8(&sheet.bytes).unwrap()
    }

    #[cfg(feature = "styles")]
    #[test]
    fn files_come_in_the_order_of_their_names_and_the_sites_last_in_its_layer() {
        let (sheet, diagnostics) = joined(
            &[("20-b.css", "@layer base { p { color: #123456 } }"), ("10-a.css", "i { top: 0 }")],
            "b { top: 1px }",
        );
        assert_eq!(diagnostics, []);
        let css = text(&sheet);
        let at = |part: &str| css.find(part).unwrap_or_else(|| panic!("{part} is not in {css}"));
        assert!(css.starts_with("@layer reset"), "{css}");
        // The minifier puts layers into their order, which is what decides between them.
        assert!(at("@layer base{p{color:#123456}}") < at("@layer site{b{top:1px}}") && at("i{top:0}") > 0, "{css}");
        assert_eq!(sheet.path.len(), "style.0123456789abcdef.css".len());
        let (own, _) = joined(&[("a.css", "/* x */ @layer mine; i { top: 0 }")], "");
        assert!(text(&own).starts_with("@layer mine"));
        assert_ne!(own.path, sheet.path);
    }

    #[test]
    fn the_palette_stands_below_all_that_a_theme_or_a_site_says() {
        let files =
            [(SitePath::from("themes/t/styles/a.css"), Arc::<[u8]>::from("@layer base; i { top: 0 }".as_bytes()))];
        let (theme, settings) = (ThemeFiles::of_site("t", files), Settings::new());
        let inputs = Inputs {
            theme: &theme,
            overrides: &[],
            site_styles: &[],
            site_words: &[],
            settings: &settings,
            colour: Some("#9b2d4a"),
            lang: "en",
        };
        let (sheet, diagnostics) = join(inputs);
        assert_eq!(diagnostics, []);
        let css = text(&sheet);
        assert!(css.starts_with("@layer palette"), "{css}");
        assert!(css.find("--accent:") < css.find("@layer base"), "{css}");
    }

    #[cfg(feature = "styles")]
    #[test]
    fn modern_css_stays_as_it_is() {
        let css = "a { color: light-dark(red, #00f); &:hover { inset-inline: 0 } @container (width > 30rem) { b { margin-inline: 1px } } }";
        let (sheet, diagnostics) = joined(&[("a.css", css)], "");
        assert_eq!(diagnostics, []);
        for part in ["light-dark(red", "&:hover", "inset-inline:", "@container (width>30rem)", "margin-inline:"] {
            assert!(text(&sheet).contains(part), "{part} is not in {}", text(&sheet));
        }
    }

    #[cfg(feature = "styles")]
    #[test]
    fn a_broken_file_is_told_of_at_its_place_and_left_out() {
        let (sheet, diagnostics) =
            joined(&[("a.css", "i { top: 0 }"), ("b.css", "p { }\n/* \u{1F600} */ b { : red }\n")], "u{}b{top:0}");
        assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        assert_eq!(&*diagnostics[0].places[0].path, "themes/t/styles/b.css");
        let Where::Span(span) = diagnostics[0].places[0].at else { panic!("{diagnostics:?}") };
        assert!((6..=28).contains(&span.start), "{span:?}");
        assert!(text(&sheet).contains("i{top:0}") && text(&sheet).contains("b{top:0}"));
    }

    #[test]
    fn nothing_is_fetched_from_another_host() {
        let (sheet, diagnostics) =
            joined(&[("a.css", "i { background: url(https://x.example/a.png) }")], "@import 'b.css';");
        let told: Vec<&str> = diagnostics.iter().map(|diagnostic| &*diagnostic.message).collect();
        assert_eq!(told, ["this would be fetched from another host", "stylesheets cannot import others"]);
        assert!(!text(&sheet).contains("x.example"));
    }

    #[cfg(not(feature = "styles"))]
    #[test]
    fn without_the_minifier_files_are_joined_as_they_are() {
        let (sheet, _) = joined(&[("b.css", "b { }"), ("a.css", "a { }")], "c { }");
        assert_eq!(text(&sheet), format!("{LAYERS}a {{ }}\nb {{ }}\n@layer site {{\nc {{ }}\n}}\n"));
    }

    #[cfg(feature = "styles")]
    #[test]
    fn an_escape_hides_nothing() {
        let (sheet, diagnostics) = joined(&[("a.css", "i { background: u\\72l(https://x.example/a.png) }")], "");
        assert_eq!(diagnostics.len(), 1, "{}", text(&sheet));
        assert!(!text(&sheet).contains("x.example"));
    }
}
