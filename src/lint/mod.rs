//! What `check` looks for besides mistakes: what makes a page hard to read, hurts someone, or is no longer so.
//!
//! A lint is a plain function over a page that is published, or over the site; it reads, and changes nothing. What is
//! withheld is not looked at, nor is a file with errors, which are to be mended first.

mod accessibility;
mod care;
mod definitions;
mod freshness;
mod language;
mod notes;
mod placeholders;
mod sources;
mod weight;
mod wording;

pub use weight::Scales;

use crate::content::document::{Document, Shape, parts};
use crate::content::front_texts;
use crate::content::markdown::Words;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span, Spot};
use crate::session::Edition;
use crate::site::DocId;
use definitions::Sentences;
use language::Language;
use notes::Notes;
use placeholders::Patterns;
use rayon::prelude::*;
use sources::Signs;
use std::borrow::Cow;
use std::ops::Range;

/// Everything that the lints have to tell of an edition, settled by `checks:`, in the order of files and places.
///
/// Each text is read once more for its words and their places, unless the edition's session keeps them
/// ([`Session::keeping_words`](crate::session::Session::keeping_words)).
pub fn lint(edition: &Edition) -> Vec<Diagnostic> {
    let language = Language::of(&edition.settings.settings.lang);
    let (patterns, notes, signs) = (Patterns::new(language), Notes::new(), Signs::new());
    let sentences = Sentences::of(edition);
    let of_pages = (0..edition.documents.len()).into_par_iter().with_min_len(16).map(|doc| {
        let Some(page) = Page::of(edition, doc, language) else { return vec![] };
        let mut told = vec![];
        accessibility::page(&page, &mut told);
        care::page(&page, &mut told);
        freshness::page(&page, &mut told);
        sources::page(&page, &signs, &mut told);
        placeholders::page(&page, &patterns, &mut told);
        notes::page(&page, &notes, &mut told);
        wording::page(&page, &mut told);
        sentences.page(&page, &mut told);
        told
    });
    let mut told: Vec<Diagnostic> = of_pages.flatten().collect();
    accessibility::site(edition, &mut told);
    placeholders::site(edition, &patterns, &mut told);
    definitions::site(edition, language, &mut told);
    edition.settle(told)
}

/// A page that is published, as the lints see it.
struct Page<'e> {
    edition: &'e Edition,
    doc: DocId,
    document: &'e Document,
    shape: &'e Shape,
    /// The whole file.
    source: &'e str,
    /// The same with ASCII in lower case, byte for byte: where case does not count, many bytes are compared at once.
    lower: String,
    /// Where its front matter is.
    front: Option<Range<usize>>,
    /// Where its Markdown is.
    body: Range<usize>,
    /// The words of its Markdown.
    text: Cow<'e, Words>,
    language: Language,
}

impl<'e> Page<'e> {
    /// The page of a document; `None` if it is not published, or has errors.
    fn of(edition: &'e Edition, doc: DocId, language: Language) -> Option<Self> {
        let document: &Document = &edition.documents[doc];
        let shape: &Shape = &document.shape;
        if !edition.site.is_published(doc) || shape.broken {
            return None;
        }
        let source = edition.text(&shape.path)?;
        let (front, body) = parts(shape.standing.kind, &shape.path, source);
        let text = match &document.words {
            Some(words) => Cow::Borrowed(words),
            None => Cow::Owned(Words::read(source, body.clone())),
        };
        let lower = source.to_ascii_lowercase();
        Some(Self { edition, doc, document, shape, source, lower, front, body, text, language })
    }

    fn path(&self) -> &SitePath {
        &self.shape.path
    }

    /// Tells something about these bytes of the file.
    fn tell(&self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::span(self.path(), span), message).help(help)
    }

    /// Tells something about a value.
    fn tell_at(&self, code: Code, spot: Spot, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        self.tell(code, self.document.spans.span(spot), message, help)
    }

    /// The bytes of a text at a spot, without the quotes or brackets around it, if it is written there as it is.
    fn inside(&self, spot: Spot, text: &str) -> Span {
        front_texts::inside(self.source, self.document.spans.span(spot), text)
    }
}
