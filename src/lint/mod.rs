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
use crate::content::front_texts::{self, Shown};
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
use std::cell::OnceCell;
use std::ops::Range;

/// Everything that the lints have to tell of an edition, settled by `checks:`, in the order of files and places.
///
/// Each text is read once more for its words and their places, unless the edition's session keeps them
/// ([`Session::keeping_words`](crate::session::Session::keeping_words)).
pub fn lint(edition: &Edition) -> Vec<Diagnostic> {
    let language = Language::of(&edition.settings.settings.lang);
    let (patterns, notes, signs) = (Patterns::new(language), Notes::new(), Signs::new());
    let sentences = Sentences::of(edition);
    let documents = (0..edition.documents.len()).into_par_iter().with_min_len(16);
    let of_pages = documents.map_init(Desk::default, |desk, doc| {
        let Some(page) = Page::of(edition, doc, language, desk) else { return vec![] };
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
    let mut told: Vec<Diagnostic> = of_pages.flatten_iter().collect();
    accessibility::site(edition, &mut told);
    placeholders::site(edition, &patterns, &mut told);
    definitions::site(edition, language, &mut told);
    edition.settle(told)
}

/// Memory for the texts of one page after another.
#[derive(Default)]
struct Desk {
    lower: String,
    words: Words,
    text: String,
    lower_text: String,
}

/// A page that is published, as the lints see it.
struct Page<'p> {
    edition: &'p Edition,
    doc: DocId,
    document: &'p Document,
    shape: &'p Shape,
    /// The whole file.
    source: &'p str,
    /// The same with ASCII in lower case, byte for byte: where case does not count, many bytes are compared at once.
    lower: &'p str,
    /// Where its front matter is.
    front: Option<Range<usize>>,
    /// Where its Markdown is.
    body: Range<usize>,
    /// The words of its Markdown.
    words: &'p Words,
    /// The same written out.
    text: &'p str,
    /// The same with ASCII in lower case, byte for byte.
    lower_text: &'p str,
    /// Where the texts of its front matter are, once they have been asked for.
    fields: OnceCell<Cow<'p, [Shown]>>,
    language: Language,
}

impl<'p> Page<'p> {
    /// The page of a document; `None` if it is not published, or has errors.
    fn of(edition: &'p Edition, doc: DocId, language: Language, desk: &'p mut Desk) -> Option<Self> {
        let document: &Document = &edition.documents[doc];
        let shape: &Shape = &document.shape;
        if !edition.site.is_published(doc) || shape.broken {
            return None;
        }
        let source = edition.text(&shape.path)?;
        let (front, body) = parts(shape.standing.kind, &shape.path, source);
        let Desk { lower, words, text, lower_text } = desk;
        let words = match &document.words {
            Some(words) => words,
            None => {
                *words = Words::read(source, body.clone());
                words
            }
        };
        words.write(source, text);
        in_lower_case(source, lower);
        in_lower_case(text, lower_text);
        let fields = OnceCell::new();
        Some(Self {
            edition,
            doc,
            document,
            shape,
            source,
            lower,
            front,
            body,
            words,
            text,
            lower_text,
            fields,
            language,
        })
    }

    /// Where the texts of its front matter are that may be published. Few pages are asked.
    fn fields(&self) -> &[Shown] {
        let read = || match (&self.document.fields, &self.front) {
            (Some(fields), _) => Cow::Borrowed(fields.as_slice()),
            (None, Some(front)) => Cow::Owned(front_texts::read(self.path(), self.source, front.clone())),
            (None, None) => Cow::Owned(vec![]),
        };
        self.fields.get_or_init(read)
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

/// Writes a text with ASCII in lower case in place of what was there.
fn in_lower_case(text: &str, out: &mut String) {
    out.clear();
    out.push_str(text);
    out.make_ascii_lowercase();
}
