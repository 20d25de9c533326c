//! The words of the interface: Fluent messages from a theme's `strings/LANG.ftl`, in one language, English where it has
//! none, and over them those of the site's own `strings/LANG.ftl`.

use super::ThemeFiles;
use super::near::did_you_mean;
use super::own_words::{Known, not_this_language};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use fluent::concurrent::FluentBundle;
use fluent::resolver::errors::{ReferenceKind, ResolverError};
use fluent::{FluentArgs, FluentError, FluentResource};
use foldhash::HashMap;
use std::collections::BTreeSet;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// The language of words that the page's own language lacks.
const FALLBACK: &str = "en";

/// The words of the interface in one language.
pub(super) struct Words {
    /// The page's language first.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Every message that there is, for "did you mean".
    ids: BTreeSet<String>,
    /// Those that take no arguments, as they are shown: most of what pages ask for.
    finished: HashMap<String, String>,
}

/// Why a word can't be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoWord {
    /// What is wrong, without a full stop.
    pub(super) message: String,
    /// What to do.
    pub(super) help: Option<String>,
}

impl Words {
    /// Reads the words of a theme for a language: `cy-GB.ftl`, else `cy.ftl`, and `en.ftl` behind it. Over each lie the
    /// site's own words of the same name, `strings/cy.ftl`, which may use the theme's and be used by them.
    pub(super) fn load(theme: &ThemeFiles, own: &[(SitePath, Arc<str>)], lang: &str) -> (Self, Vec<Diagnostic>) {
        let mut words = Self { bundles: Vec::new(), ids: BTreeSet::new(), finished: HashMap::default() };
        let mut diagnostics = Vec::new();
        let language = lang.split('-').next().unwrap_or(lang);
        let known = (!own.is_empty()).then(|| Known::of(theme));
        let mut tried = BTreeSet::new();
        let mut own_ids = Vec::new();
        for name in [lang, language, FALLBACK] {
            if !tried.insert(name) {
                continue;
            }
            let path = format!("strings/{name}.ftl");
            let mut bundle = new_bundle(name);
            if let Some(bytes) = theme.get(&path) {
                let path = theme.display_path(&path);
                match std::str::from_utf8(bytes) {
                    Ok(source) => {
                        let resource = read(&path, source, &mut diagnostics);
                        words.ids.extend(messages(resource.source()).map(|(id, _)| id.to_owned()));
                        // What is written twice is told; the first stays.
                        let _ = bundle.add_resource(resource);
                    }
                    Err(_) => diagnostics.push(not_text(&path)),
                }
            }
            if let (Some((path, source)), Some(known)) = (own.iter().find(|(own, _)| **own == *path), &known) {
                let resource = read(path, source, &mut diagnostics);
                let faults = known.faults(path, resource.source());
                if faults.is_empty() {
                    let ids = messages(resource.source()).map(|(id, span)| (id.to_owned(), Place::span(path, span)));
                    own_ids.extend(ids);
                }
                diagnostics.extend(faults);
                bundle.add_resource_overriding(resource);
            }
            words.bundles.push(bundle);
        }
        words.finished = words.ids.iter().filter_map(|id| Some((id.clone(), words.plain(id)?))).collect();
        for (id, place) in own_ids {
            let values = known.iter().flat_map(|known| known.values(&id)).map(|name| (name, 3));
            if let Err(NoWord { message, .. }) = words.word(&id, &FluentArgs::from_iter(values)) {
                diagnostics.push(Diagnostic::new(Code::Words, place, message));
            }
        }
        let is_used = |path: &SitePath| tried.iter().any(|name| **path == *format!("strings/{name}.ftl"));
        diagnostics
            .extend(own.iter().filter(|(path, _)| !is_used(path)).map(|(path, _)| not_this_language(path, lang)));
        (words, diagnostics)
    }

    /// Whether there is a message of this name.
    pub(super) fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.get_message(id).is_some_and(|message| message.value().is_some()))
    }

    /// Why there is no message of this name.
    pub(super) fn unknown(&self, id: &str) -> NoWord {
        NoWord {
            message: format!("the theme has no words called `{id}`"),
            help: did_you_mean(id, self.ids.iter().map(String::as_str))
                .or_else(|| Some("Words are in the theme's strings folder.".to_owned())),
        }
    }

    /// The message of this name, with its arguments.
    pub(super) fn word(&self, id: &str, args: &FluentArgs<'_>) -> Result<String, NoWord> {
        if args.iter().next().is_none()
            && let Some(word) = self.finished.get(id)
        {
            return Ok(word.clone());
        }
        let found = self.bundles.iter().find_map(|bundle| Some((bundle, bundle.get_message(id)?.value()?)));
        let (bundle, pattern) = found.ok_or_else(|| self.unknown(id))?;
        let mut errors = Vec::new();
        let word = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        match errors.first() {
            None => Ok(word),
            Some(error) => {
                let (what, help) = what_is_wrong(error);
                Err(NoWord { message: format!("the words `{id}` {what}"), help })
            }
        }
    }

    /// A message without arguments, if there is one.
    pub(super) fn plain(&self, id: &str) -> Option<String> {
        self.word(id, &FluentArgs::new()).ok()
    }
}

/// A bundle for a language, without words.
fn new_bundle(lang: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = lang.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks that Fluent puts around values are invisible to readers and end up in titles, copies and addresses.
    bundle.set_use_isolating(false);
    bundle
}

/// Where signs by their number stand in quotes and have too few digits before a letter beyond ASCII: fluent-syntax 0.12
/// looks for the digits inside that letter, and panics.
fn cut_escapes(source: &str) -> Vec<usize> {
    let escapes = source.match_indices(['u', 'U']).filter(|(at, _)| source[..*at].ends_with('\\'));
    let cut = escapes.filter_map(|(at, sign)| {
        let digits = source.as_bytes()[at + 1..].iter().take(if sign == "u" { 4 } else { 6 });
        let near = &source[source.floor_char_boundary(at.saturating_sub(200))..at];
        let in_quotes = near.rsplit('\n').next().is_some_and(|line| line.contains('{') && line.contains('"'));
        (in_quotes && digits.clone().any(|digit| !digit.is_ascii())).then_some(at - 1)
    });
    cut.collect()
}

/// Brackets within brackets that are read: the parser calls itself for each, and deeper ones would use up its stack.
const DEEPEST: usize = 50;

/// Where a message has too many brackets within brackets. A message begins at the start of a line.
fn too_deep(source: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut is_start = true;
    for (at, sign) in source.char_indices() {
        if is_start && sign.is_ascii_alphabetic() {
            depth = 0;
        }
        is_start = sign == '\n';
        match sign {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// Reads a file of words: what can be used of it, and what is wrong with the rest.
fn read(path: &SitePath, source: &str, diagnostics: &mut Vec<Diagnostic>) -> FluentResource {
    let mut source = source.replace("\r\n", "\n");
    for at in cut_escapes(&source) {
        let place = Place::span(path, Span::new(at, at + 2));
        let help = "A sign by its number is written with four digits after `\\u`, or six after `\\U`; or write the sign itself.";
        diagnostics.push(Diagnostic::new(Code::Words, place, "these words cannot be read").help(help));
        source.replace_range(at..=at, "/");
    }
    if let Some(at) = too_deep(&source) {
        let place = Place::span(path, Span::new(at, at + 1));
        let help = "Each { needs its } before the next words begin. Until then no words of this file are used.";
        diagnostics.push(Diagnostic::new(Code::Words, place, "these words cannot be read").help(help));
        source.clear();
    }
    let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let end = error.pos.end.min(resource.source().len());
            let span = Span::new(error.pos.start.min(end), end);
            // A colon, as in `site.yaml`.
            let start = resource.source()[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
            let line = resource.source()[start..].lines().next().unwrap_or("");
            let colon = line.split_once(':').filter(|(name, _)| !name.contains([' ', '=', '{']));
            let sample = colon.map(|(name, says)| format!(", so here: {name} = {}", says.trim())).unwrap_or_default();
            diagnostics.push(
                Diagnostic::new(Code::Words, Place::span(path, span), "these words cannot be read").help(format!(
                    "Words are written one a line, name = What it says, and each {{ has its }}{sample}."
                )),
            );
        }
        resource
    });
    let mut seen = BTreeSet::new();
    for (id, span) in messages(resource.source()).filter(|(id, _)| !seen.insert(*id)) {
        let message = format!("the words `{id}` are written twice");
        diagnostics.push(Diagnostic::new(Code::Words, Place::span(path, span), message));
    }
    resource
}

fn not_text(path: &SitePath) -> Diagnostic {
    Diagnostic::new(Code::Words, Place::file(path), "this file is not text that can be read")
        .help("Save it as plain text in the encoding UTF-8.")
}

/// What is wrong with a message when it is shown, and what to do.
fn what_is_wrong(error: &FluentError) -> (String, Option<String>) {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            (format!("need a value for `{id}`"), None)
        }
        FluentError::ResolverError(ResolverError::Reference(
            ReferenceKind::Message { id, .. } | ReferenceKind::Term { id, .. } | ReferenceKind::Function { id },
        )) => {
            let help = format!("If a value is meant, it has a `$` before its name: {{ ${id} }}.");
            (format!("use `{id}`, which is not there"), Some(help))
        }
        other => (format!("cannot be made: {}", lower_first(&other.to_string())), None),
    }
}

/// The message names of a file and where they are. A message begins at the start of a line.
pub(super) fn messages(source: &str) -> impl Iterator<Item = (&str, Span)> {
    let mut start = 0;
    source.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let id = line.split_once('=')?.0.trim_end();
        let is_id = id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        is_id.then(|| (id, Span::new(at, at + id.len())))
    })
}

/// The same sentence, to stand inside another.
pub(super) fn lower_first(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("ids", &self.ids.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Where;
    use std::sync::Arc;

    fn theme(files: &[(&str, &str)]) -> ThemeFiles {
        let files =
            files.iter().map(|(path, text)| (format!("themes/t/strings/{path}").into(), Arc::from(text.as_bytes())));
        ThemeFiles::of_site("t", files)
    }

    #[test]
    fn what_the_parser_cannot_bear_is_told() {
        let path: SitePath = "strings/en.ftl".into();
        for source in ["x = { \"\\u00é\" }\n", "x = { \"\\U0000é\" }\n", "y = a\nx = { \"\\ué\" }\n"] {
            let mut told = vec![];
            read(&path, source, &mut told);
            assert_eq!(told.first().map(|told| told.code), Some(Code::Words), "{source}");
        }
        for signs in ["{", "{ A(", "{ $a ->\n [b] "] {
            let mut told = vec![];
            let resource = read(&path, &format!("x = {}\n", signs.repeat(50_000)), &mut told);
            assert_eq!((told.len(), resource.source()), (1, ""), "{signs}");
        }
        let mut told = vec![];
        read(&path, "x = C:\\uñas\ny = { \"\\u00e9é\" }\n", &mut told);
        assert_eq!(told.len(), 0, "{told:?}");
    }

    fn args() -> FluentArgs<'static> {
        FluentArgs::new()
    }

    #[test]
    fn a_language_that_lacks_a_word_takes_the_english_one() {
        let theme = theme(&[("cy.ftl", "home = Hafan\n"), ("en.ftl", "home = Home\nmenu = Menu\n")]);
        let (words, diagnostics) = Words::load(&theme, &[], "cy-GB");
        assert_eq!(diagnostics, []);
        assert_eq!(words.word("home", &args()).unwrap(), "Hafan");
        assert_eq!(words.word("menu", &args()).unwrap(), "Menu");
        assert_eq!(words.word("menus", &args()).unwrap_err().help.unwrap(), "Did you mean `menu`?");
    }

    #[test]
    fn values_are_put_in_without_invisible_marks_and_plurals_follow_the_language() {
        let theme = theme(&[(
            "en.ftl",
            "page-of = Page { $page } of { $pages }\nn = { $n ->\n    [one] one\n   *[other] { $n } many\n}\n",
        )]);
        let (words, diagnostics) = Words::load(&theme, &[], "en");
        assert_eq!(diagnostics, []);
        let mut values = FluentArgs::new();
        values.set("page", 2);
        values.set("pages", 5);
        values.set("n", 1);
        assert_eq!(words.word("page-of", &values).unwrap(), "Page 2 of 5");
        assert_eq!(words.word("n", &values).unwrap(), "one");
        assert_eq!(words.word("page-of", &args()).unwrap_err().message, "the words `page-of` need a value for `page`");
    }

    #[test]
    fn mistakes_in_a_file_of_words_are_told_at_their_places_and_the_rest_is_read() {
        let source = "home = Home\nmenu Menu\nhome = House\nlast = Last\n";
        let (words, diagnostics) = Words::load(&theme(&[("en.ftl", source)]), &[], "en");
        let at: Vec<Where> = diagnostics.iter().map(|diagnostic| diagnostic.places[0].at).collect();
        let second = source.rfind("home").unwrap();
        assert_eq!(at[1], Where::Span(Span::new(second, second + 4)));
        assert!(matches!(at[0], Where::Span(span) if (12..=17).contains(&span.start)), "{at:?}");
        assert_eq!(&*diagnostics[0].places[0].path, "themes/t/strings/en.ftl");
        assert_eq!(words.plain("last").unwrap(), "Last");
        assert_eq!(words.plain("home").unwrap(), "Home");
    }
}

#[cfg(test)]
#[path = "languages_tests.rs"]
mod languages_tests;
