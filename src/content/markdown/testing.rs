//! What the tests of this folder share: a page that answers everything, and short ways to compile a text.
//! It tests nothing itself.

use super::*;
use crate::diagnostic::{Code, Span, Where};

/// A page on which every link and picture is found, and every term linked.
pub(super) struct Stub;

impl Page for Stub {
    fn link(&mut self, link: &Link) -> LinkTo {
        match &link.to {
            Destination::Internal { path, .. } if path.contains("withheld") => LinkTo::Words,
            Destination::Internal { path, .. } => LinkTo::Href(format!("/{path}/")),
            to => panic!("{to:?} is not for the page to answer"),
        }
    }

    fn image(&mut self, image: &Image) -> ImageTo {
        if image.path.contains("withheld") {
            return ImageTo::Hidden;
        }
        ImageTo::Shown { src: format!("/{}", image.path), size: Some((4, 3)) }
    }

    fn term(&mut self, definition: usize) -> Option<String> {
        Some(format!("/definitions/{definition}/"))
    }

    fn word(&self, word: Word) -> String {
        format!("<{word:?}>")
    }
}

/// A compiled text, and what was told of it.
pub(super) struct Compiled {
    pub(super) body: Body,
    pub(super) words: Option<Words>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) spans: Spans,
    text: String,
}

impl Compiled {
    pub(super) fn render(&self) -> String {
        self.render_in(Setting { first_level: 2, prefix: "", terms: &[] })
    }

    pub(super) fn render_in(&self, setting: Setting) -> String {
        let mut out = String::new();
        self.body.render(&mut out, &mut Stub, setting);
        out
    }

    /// What was told: each code, and the text that it points at.
    pub(super) fn told(&self) -> Vec<(Code, &str)> {
        let text = |diagnostic: &Diagnostic| match diagnostic.places[0].at {
            Where::Span(Span { start, end }) => &self.text[start as usize..end as usize],
            at => panic!("{at:?}"),
        };
        self.diagnostics.iter().map(|diagnostic| (diagnostic.code, text(diagnostic))).collect()
    }
}

pub(super) fn compile_with(text: &str, options: &Options, first: FirstHeading) -> Compiled {
    let mut spans = Spans::default();
    let mut diagnostics = Vec::new();
    let source = Source { path: &"content/a.md".into(), text, body: 0..text.len(), first };
    let (body, words) = parse(&source, options, &mut spans, &mut diagnostics);
    Compiled { body, words, diagnostics, spans, text: text.to_owned() }
}

pub(super) fn options(language: &str, raw_html: RawHtml) -> Options {
    let typography = Typography::Language(language.to_owned());
    Options { typography, raw_html, language: language.to_owned(), words: WordPlaces::Forgotten }
}

/// An English text in which HTML is shown as text.
pub(super) fn compile(text: &str) -> Compiled {
    compile_with(text, &options("en", RawHtml::Shown), FirstHeading::Heading)
}

/// An English text in which harmless HTML is kept.
pub(super) fn compile_html(text: &str) -> Compiled {
    compile_with(text, &options("en", RawHtml::Kept), FirstHeading::Heading)
}

/// The HTML of a text in which nothing is wrong.
pub(super) fn html(text: &str) -> String {
    let compiled = compile(text);
    assert_eq!(compiled.told(), [], "{text}");
    compiled.render()
}
