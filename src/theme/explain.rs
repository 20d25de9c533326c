//! Faults of templates as diagnostics: in plain words, at the place in the file as it was written.

use super::faults::{At, Fault, Unknown};
use super::lines::{Columns, byte_at, word_at};
use super::near::did_you_mean;
use super::outline::{Named, Outline, ends_inside_a_tag, open_tags, outline};
use super::plain::plain;
use super::templates::{Source, Sources, THEME};
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use std::collections::BTreeSet;

/// The filters that templates have: Tera's own, then those of [`super::filters`].
const FILTERS: &[&str] = &[
    "safe",
    "default",
    "upper",
    "lower",
    "wordcount",
    "escape",
    "escape_html",
    "escape_xml",
    "newlines_to_br",
    "pluralize",
    "trim",
    "trim_start",
    "trim_end",
    "replace",
    "capitalize",
    "title",
    "truncate",
    "indent",
    "str",
    "int",
    "float",
    "length",
    "reverse",
    "split",
    "abs",
    "round",
    "first",
    "last",
    "nth",
    "join",
    "sort",
    "unique",
    "get",
    "values",
    "keys",
    "pairs",
    "group_by",
    "t",
    "date",
    "month_year",
    "weekday_date",
    "moment",
    "number",
    "url",
    "lines",
    "paragraphs",
    "initial",
    "slug",
];

const TESTS: &[&str] = &[
    "string",
    "number",
    "map",
    "bool",
    "array",
    "integer",
    "float",
    "none",
    "iterable",
    "defined",
    "undefined",
    "odd",
    "even",
    "divisible_by",
    "starting_with",
    "ending_with",
    "containing",
];

const FUNCTIONS: &[&str] = &["range", "throw", "super"];

/// A template asks for something that makes it unusable.
pub(super) struct Refused;

/// Tells of words that the theme does not have, and refuses the dump of the whole context.
pub(super) fn note_names(source: &Source, words: &Words, diagnostics: &mut Vec<Diagnostic>) -> Result<(), Refused> {
    let outline = outline(&source.text);
    for (id, range) in &outline.words {
        if !words.has(id) {
            let unknown = words.unknown(id);
            let place = Place::span(&source.path, Span::new(range.start, range.end));
            let mut diagnostic = Diagnostic::new(Code::TemplateName, place, unknown.message);
            diagnostic.help = unknown.help;
            diagnostics.push(diagnostic);
        }
    }
    for range in &outline.dumps {
        let place = Place::span(&source.path, Span::new(range.start, range.end));
        diagnostics.push(
            Diagnostic::new(Code::TemplateName, place, "`__tera_context` would put everything into the page")
                .help("Name the field that you want to see, such as `page.title`."),
        );
    }
    if outline.dumps.is_empty() { Ok(()) } else { Err(Refused) }
}

/// A tag that is opened and not closed: it is told where it is opened, since that is where one looks for its end.
fn never_closed(source: &Source, message: &str, place: &Place, word: &str) -> Option<Diagnostic> {
    let crate::diagnostic::Where::Span(found) = place.at else { return None };
    let closes = match message {
        "Unexpected end of input" if !ends_inside_a_tag(&source.text) => None,
        "Unknown tag" => Some(word.strip_prefix("end")?),
        _ => return None,
    };
    let until = if closes.is_some() { found.start as usize } else { source.text.len() };
    let open = open_tags(&source.text, until);
    let (keyword, range) = open.last()?;
    // An end of something that is not open at all is one too many.
    if closes.is_some_and(|closes| !open.iter().any(|(opened, _)| *opened == closes)) {
        return None;
    }
    let opened = Place::span(&source.path, Span::new(range.start, range.end));
    let diagnostic =
        Diagnostic::new(Code::TemplateSyntax, opened, format!("nothing closes this `{{% {keyword} … %}}`"));
    Some(match closes {
        Some(_) => diagnostic
            .also(place.clone().label("it must be closed before this"))
            .help(format!("Write {{% end{keyword} %}} where it ends, above {{% {word} %}}.")),
        None => diagnostic.help(format!("Write {{% end{keyword} %}} where it ends.")),
    })
}

/// The diagnostic of a fault in the template of this name.
pub(super) fn explain(sources: &Sources, name: &str, fault: &Fault) -> Diagnostic {
    let source = &sources[name];
    let own = outline(&source.text);
    let at = |at: &At| Place::span(&source.path, span_at(source, *at));
    match fault {
        Fault::Syntax { message, at: place } => {
            let place = at(place);
            let word = match place.at {
                crate::diagnostic::Where::Span(span) => &source.text[span.start as usize..span.end as usize],
                _ => "",
            };
            if let Some(diagnostic) = never_closed(source, message, &place, word) {
                return diagnostic;
            }
            if let crate::diagnostic::Where::Span(span) = place.at
                && let Some(help) = filter_with_a_colon(&source.text, span)
            {
                let message = "what a filter is given does not stand after a colon";
                return Diagnostic::new(Code::TemplateSyntax, place, message).help(help);
            }
            let (message, help) = match (message.as_str(), word.strip_prefix("end")) {
                ("Unknown tag", Some(opens)) => (
                    format!("`{word}` does not close what is open here"),
                    Some(format!("Each {word} closes the last {opens}; what was opened last is closed first.")),
                ),
                _ => plain(message),
            };
            with_help(Diagnostic::new(Code::TemplateSyntax, place, message), help)
        }
        Fault::Unknown { what, name, at: place } => {
            let message = match what {
                Unknown::Block => format!("no template above this one has a block `{name}`"),
                what => format!("there is no {} `{name}`", noun(*what)),
            };
            let help = suggestion(sources, *what, name);
            with_help(Diagnostic::new(Code::TemplateName, at(place), message), help)
        }
        Fault::NoParent { parent } => {
            let place = named(source, own.extends.as_ref());
            let help = suggestion(sources, Unknown::Template, parent);
            with_help(Diagnostic::new(Code::TemplateName, place, format!("there is no template `{parent}`")), help)
        }
        Fault::ExtendRing { chain } => {
            let place = named(source, own.extends.as_ref());
            let message = format!(
                "templates build on each other in a ring: {}",
                ring(std::iter::once(name).chain(chain.iter().map(String::as_str)))
            );
            let base = name.strip_prefix(THEME).unwrap_or(name);
            let help = format!("To build on the theme's own template, write {{% extends \"{THEME}{base}\" %}}.");
            Diagnostic::new(Code::TemplateName, place, message).help(help)
        }
        Fault::IncludeRing { chain } => {
            let in_ring = |include: &&Named<'_>| {
                super::templates::resolve(sources, include.0).is_some_and(|name| chain.iter().any(|link| link == name))
            };
            let place = named(source, own.includes.iter().find(in_ring));
            let message = format!("templates include each other in a ring: {}", ring(chain.iter().map(String::as_str)));
            Diagnostic::new(Code::TemplateName, place, message)
        }
        Fault::TwoComponents { name, other } => {
            let place = component(source, &own, name);
            let diagnostic =
                Diagnostic::new(Code::TemplateName, place, format!("the component `{name}` is defined twice"));
            match sources.get(other) {
                Some(other) => {
                    diagnostic.also(component(other, &outline(&other.text), name).label("first defined here"))
                }
                None => diagnostic,
            }
        }
        Fault::Other { message } => {
            let (message, help) = plain(message);
            with_help(Diagnostic::new(Code::TemplateSyntax, Place::file(&source.path), message), help)
        }
    }
}

/// What to write in place of `| date: "%d"`, as Jekyll and Liquid have it.
fn filter_with_a_colon(text: &str, colon: Span) -> Option<String> {
    let before = text.get(..colon.start as usize)?;
    let name = before[before.rfind('|')? + 1..].trim();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if !is_name || !text[colon.start as usize..].starts_with(':') {
        return None;
    }
    Some(match name {
        "date" => "Write `date` alone: dates are written as the language of the site has them.".to_owned(),
        _ => format!("It stands in brackets, with its name, as in `replace(from=\"a\", to=\"b\")`: `{name}(…)`."),
    })
}

/// The bytes of the file at a place in the text that Tera got.
pub(super) fn span_at(source: &Source, at: At) -> Span {
    let byte = byte_at(&source.collapsed.text, at.line, at.column, Columns::Characters);
    let start = source.collapsed.origin(byte).min(source.text.len());
    let rest = &source.text[start..];
    match rest.chars().next() {
        Some('<') => word_at(&source.text, start + 1),
        Some(quote @ ('"' | '\'' | '`')) => {
            let end = rest[1..].find([quote, '\n']).map_or(rest.len(), |end| end + 1);
            Span::new(start + 1, start + end)
        }
        _ => word_at(&source.text, start),
    }
}

fn with_help(diagnostic: Diagnostic, help: Option<String>) -> Diagnostic {
    Diagnostic { help, ..diagnostic }
}

fn named(source: &Source, found: Option<&Named<'_>>) -> Place {
    found.map_or_else(
        || Place::file(&source.path),
        |(_, range)| Place::span(&source.path, Span::new(range.start, range.end)),
    )
}

fn component(source: &Source, outline: &Outline<'_>, name: &str) -> Place {
    named(source, outline.components.iter().find(|(component, _)| *component == name))
}

fn ring<'a>(links: impl Iterator<Item = &'a str>) -> String {
    links.map(|name| name.strip_prefix(THEME).unwrap_or(name)).collect::<Vec<_>>().join(", ")
}

fn noun(what: Unknown) -> &'static str {
    match what {
        Unknown::Filter => "filter",
        Unknown::Test => "test",
        Unknown::Function => "function",
        Unknown::Component => "component",
        Unknown::Template => "template",
        Unknown::Block => "block",
    }
}

/// The name that was probably meant.
pub(super) fn suggestion(sources: &Sources, what: Unknown, name: &str) -> Option<String> {
    let outlines = || sources.values().map(|source| outline(&source.text));
    let known: BTreeSet<&str> = match what {
        Unknown::Filter => FILTERS.iter().copied().collect(),
        Unknown::Test => TESTS.iter().copied().collect(),
        Unknown::Function => FUNCTIONS.iter().copied().collect(),
        Unknown::Component => outlines().flat_map(|outline| outline.components).map(|(name, _)| name).collect(),
        Unknown::Block => outlines().flat_map(|outline| outline.blocks).map(|(name, _)| name).collect(),
        Unknown::Template => sources.keys().map(|name| name.strip_prefix(THEME).unwrap_or(name)).collect(),
    };
    // A block that only the template itself has is no help to it.
    did_you_mean(name, known.iter().copied().filter(|known| *known != name)).or_else(|| match what {
        Unknown::Function => Some(format!("The functions are: {}.", FUNCTIONS.join(", "))),
        Unknown::Component | Unknown::Block if !known.is_empty() => {
            let known: Vec<&str> = known.iter().copied().filter(|known| *known != name).collect();
            (!known.is_empty()).then(|| format!("There is: {}.", known.join(", ")))
        }
        _ => None,
    })
}
