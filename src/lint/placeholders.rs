//! What was to be replaced before anybody reads it: filler, reminders, addresses of nobody.
//!
//! Code is not looked at, nor are notes in YAML, which readers never see.

use super::Page;
use super::language::Language;
use crate::content::front_texts::{self, Shown};
use crate::content::markdown::Destination;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use crate::session::Edition;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// What is looked for, and how.
const PATTERNS: [(&str, Sort); 26] = [
    ("lorem ipsum", Sort::Words),
    ("what the picture shows", Sort::Alone),
    ("Name of the person or group", Sort::Capitals),
    ("dolor sit amet", Sort::Words),
    ("your name here", Sort::Words),
    ("your text here", Sort::Words),
    ("your title here", Sort::Words),
    ("your address here", Sort::Words),
    ("insert name here", Sort::Words),
    ("insert text here", Sort::Words),
    ("replace_me", Sort::Words),
    ("replace-me", Sort::Words),
    ("change_me", Sort::Words),
    ("REPLACE ME", Sort::Capitals),
    ("REPLACEME", Sort::Capitals),
    ("CHANGEME", Sort::Capitals),
    ("TODO", Sort::Todo),
    ("FIXME", Sort::Capitals),
    ("TBC", Sort::Capitals),
    ("TBA", Sort::Capitals),
    ("XXX", Sort::Capitals),
    // RFC 2606, section 3: these belong to nobody.
    ("example.com", Sort::Address),
    ("example.org", Sort::Address),
    ("example.net", Sort::Address),
    // These stand in the notes of a new site, and in Handbill's messages.
    ("our-group.", Sort::OurGroup),
    ("01632 960000", Sort::Words),
];

/// How a pattern is looked for; always as whole words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// In any case.
    Words,
    /// In any case, with nothing else between the signs around it: in prose it is a phrase like any other.
    Alone,
    /// In capitals.
    Capitals,
    /// In capitals, and not where it is a word like any other.
    Todo,
    /// A host, alone or at the end of a longer one.
    Address,
    /// `our-group.org` or `our-group.example`.
    OurGroup,
}

/// Finds placeholders in files.
pub(super) struct Patterns {
    /// Finds them in lower case.
    finder: AhoCorasick,
    language: Language,
}

impl Patterns {
    pub(super) fn new(language: Language) -> Self {
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(PATTERNS.map(|(pattern, _)| pattern.to_ascii_lowercase()))
            .expect("two dozen short patterns fit");
        Self { finder, language }
    }

    /// The placeholders in a text, which is also given in lower case: whether readers see them or not, as bytes of it.
    fn find(&self, text: &str, lower: &str) -> Vec<(Code, Range<usize>)> {
        let found = self.finder.find_iter(lower).filter_map(|found| {
            let (pattern, sort) = PATTERNS[found.pattern().as_usize()];
            let range = found.range();
            let whole = is_apart(text, &range);
            let (code, range) = match sort {
                Sort::Words => (Code::Placeholder, range),
                Sort::Alone if stands_alone(text, &range) => (Code::Placeholder, range),
                Sort::Capitals if text[range.clone()] == *pattern => (Code::Placeholder, range),
                Sort::Todo if text[range.clone()] == *pattern && self.language != Language::WithTodo => {
                    (Code::Placeholder, range)
                }
                Sort::Alone | Sort::Capitals | Sort::Todo => return None,
                Sort::Address => (Code::ExampleAddress, range),
                Sort::OurGroup => {
                    let end = ["org", "example"].iter().find(|end| text[range.end..].starts_with(**end))?;
                    let range = range.start..range.end + end.len();
                    return is_apart(text, &range).then_some((Code::ExampleAddress, range));
                }
            };
            whole.then_some((code, range))
        });
        found.collect()
    }
}

/// It is all that stands in brackets, or behind a key.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches([' ', '"', '\'', '*', '_']);
    let after = text[range.end..].trim_start_matches([' ', '"', '\'', '*', '_', '.', '…']);
    before.ends_with([':', '[']) && (after.is_empty() || after.starts_with([']', '\n', '\r', '#', ',', '}']))
}

/// No letter, digit or part of a longer host name stands beside it.
fn is_apart(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let next = after.next();
    let longer = matches!(next, Some('.' | '-')) && after.next().is_some_and(char::is_alphanumeric);
    !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
        && !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
        && !longer
}

pub(super) fn page(page: &Page, patterns: &Patterns, told: &mut Vec<Diagnostic>) {
    let found = patterns.find(page.source, page.lower);
    if found.is_empty() {
        return;
    }
    for (code, range) in found {
        let written = &page.source[range.clone()];
        let (place, is_alt) = if page.body.contains(&range.start) {
            let is_alt = pictured(page, written, &range);
            let is_shown = page.words.shows(&range) || is_alt;
            (if is_shown { Some(bytes(&range)) } else { linked(page, written, &range) }, is_alt)
        } else {
            in_fields(page.fields(), &range).map_or((None, false), |(span, is_alt)| (Some(span), is_alt))
        };
        told.extend(place.map(|span| tell(page.path(), code, span, written, is_alt)));
    }
}

/// The placeholders in `site.yaml`.
pub(super) fn site(edition: &Edition, patterns: &Patterns, told: &mut Vec<Diagnostic>) {
    let path: SitePath = "site.yaml".into();
    let Some(source) = edition.text(&path) else { return };
    let found = patterns.find(source, &source.to_ascii_lowercase());
    if found.is_empty() {
        return;
    }
    let start = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let all = front_texts::read(&path, source, start..source.len());
    for (code, range) in found {
        let written = &source[range.clone()];
        told.extend(in_fields(&all, &range).map(|(span, is_alt)| tell(&path, code, span, written, is_alt)));
    }
}

/// Where it stands in a field, and whether that is the text of a picture.
fn in_fields(fields: &[Shown], range: &Range<usize>) -> Option<(Span, bool)> {
    let inside = |span: Span| span.start as usize <= range.start && range.end <= span.end as usize;
    let field = fields.iter().find(|field| inside(field.span))?;
    Some((bytes(range), field.is_alt))
}

/// Whether it stands in the text of a picture, which some readers hear.
fn pictured(page: &Page, written: &str, range: &Range<usize>) -> bool {
    page.shape.outline.images.iter().any(|image| {
        let span = page.document.spans.span(image.spot);
        span.start as usize <= range.start && range.end <= span.end as usize && image.alt.contains(written)
    })
}

/// Where a link leads to an address that readers do not see: in its brackets, or where a reference is defined.
fn linked(page: &Page, written: &str, range: &Range<usize>) -> Option<Span> {
    let links = page.shape.outline.links.iter().filter(|link| match &link.to {
        Destination::External(address) => address.to_ascii_lowercase().contains(&written.to_ascii_lowercase()),
        _ => false,
    });
    let mut spans = links.map(|link| page.document.spans.span(link.spot));
    let inside = |span: &Span| span.start as usize <= range.start && range.end <= span.end as usize;
    let line = page.source[..range.start].rsplit('\n').next().unwrap_or_default();
    let defines = line.trim_start().starts_with('[') && line.contains("]:");
    spans.any(|span| inside(&span) || defines).then(|| bytes(range))
}

fn bytes(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

fn tell(path: &SitePath, code: Code, span: Span, written: &str, is_alt: bool) -> Diagnostic {
    let (message, help) = if code == Code::ExampleAddress {
        (
            format!("`{written}` is an example, and nobody can be reached there"),
            "write your own address, or leave it out",
        )
    } else {
        // A picture without a text is an error.
        let help = match is_alt {
            true => "write what is to be seen in this picture, for people who do not see it",
            false => "write it, or take the line out",
        };
        (format!("`{written}` stands here for something that is still to be written"), help)
    };
    Diagnostic::new(code, Place::span(path, span), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let lower = text.to_ascii_lowercase();
        Patterns::new(Language::English).find(text, &lower).into_iter().map(|(_, range)| &text[range]).collect()
    }

    #[test]
    fn placeholders() {
        for (text, placeholder) in [
            ("Lorem ipsum and so on", "Lorem ipsum"),
            ("TODO: ask Ann", "TODO"),
            ("Venue (TBC).", "TBC"),
            ("REPLACE_ME", "REPLACE_ME"),
            ("by Your Name Here", "Your Name Here"),
            ("we are XXX people", "XXX"),
            ("hello@example.org.", "example.org"),
            ("https://www.example.com/join", "example.com"),
            ("hello@our-group.example", "our-group.example"),
            ("https://our-group.org", "our-group.org"),
            ("01632 960000", "01632 960000"),
            ("![what the picture shows](a.png)", "what the picture shows"),
            ("![WHAT THE PICTURE SHOWS.](a.png)", "WHAT THE PICTURE SHOWS"),
            ("  alt: \"What the picture shows\"\n", "What the picture shows"),
        ] {
            assert_eq!(found(text), [placeholder], "{text}");
        }
    }

    #[test]
    fn what_is_no_placeholder() {
        for text in [
            "todo list, Todo",
            "they cannot replace me",
            "myexample.com",
            "example.com.au",
            "kettlewharf.example",
            "example.community",
            "TBCs",
            "XXXL",
            "with love, xxx",
            "our-group.shop",
            "for example.",
            "01632 960001",
            "METODO",
            "Between the brackets stands what the picture shows.",
            "We say: what the picture shows is the yard.",
            "our-group",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
        assert!(Patterns::new(Language::WithTodo).find("TODO EL PODER", "todo el poder").is_empty());
    }
}
