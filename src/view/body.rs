//! A document's text on a page: its links, pictures and terms as this page shows them.

use super::scene::Scene;
use super::{TocView, hrefs};
use crate::content::markdown::{Body, Image, ImageTo, Link, LinkTo, Page, Setting, TermMatch, Word};
use crate::site::{DocId, MOST_TERMS};
use tera::Value;

/// The bodies of one page. A term is linked once a page, however many bodies it has.
pub(super) struct Bodies<'s, 'e> {
    scene: &'s Scene<'e>,
    linked: Vec<DocId>,
    /// The document whose page this is: its own term is not linked.
    own: Option<DocId>,
}

impl<'s, 'e> Bodies<'s, 'e> {
    /// The bodies of a page that shows `own`.
    pub(super) fn new(scene: &'s Scene<'e>, own: Option<DocId>) -> Self {
        Self { scene, linked: vec![], own }
    }

    /// The text of a document, `None` if it is empty. Headings begin at `first_level`, ids with `prefix`.
    pub(super) fn text(&mut self, doc: DocId, first_level: u8, prefix: &str) -> Option<Value> {
        let scene = self.scene;
        let body = &scene.documents[doc].body;
        (!body.outline.is_empty)
            .then(|| self.render(doc, body, Setting { first_level, prefix, terms: &scene.matches[doc].body }))
    }

    /// A definition's sentence.
    pub(super) fn sentence(&mut self, doc: DocId) -> Option<Value> {
        let scene = self.scene;
        let sentence = scene.documents[doc].sentence.as_ref()?;
        let terms: &[TermMatch] = &scene.matches[doc].sentence;
        Some(self.render(doc, sentence, Setting { first_level: 2, prefix: "", terms }))
    }

    fn render(&mut self, doc: DocId, body: &Body, setting: Setting) -> Value {
        let mut html = String::new();
        let mut page = OnPage { bodies: self, doc };
        body.render(&mut html, &mut page, setting);
        Value::safe_string(&html)
    }
}

struct OnPage<'p, 's, 'e> {
    bodies: &'p mut Bodies<'s, 'e>,
    doc: DocId,
}

impl Page for OnPage<'_, '_, '_> {
    fn link(&mut self, link: &Link) -> LinkTo {
        let scene = self.bodies.scene;
        let Some(href) = scene.target_href(self.doc, link.spot) else { return LinkTo::Words };
        if let Some(target) = scene.site.named(self.doc, link.spot)
            && scene.documents[target].sentence.is_some()
        {
            self.bodies.linked.push(target);
            return LinkTo::Classed(href, "term");
        }
        LinkTo::Href(href)
    }

    fn image(&mut self, image: &Image) -> ImageTo {
        let scene = self.bodies.scene;
        match scene.site.file(self.doc, image.spot) {
            Some(path) => ImageTo::Shown {
                src: scene.file_href(path),
                size: scene.assets.get(path).and_then(|asset| asset.pixels),
            },
            None => ImageTo::Hidden,
        }
    }

    fn term(&mut self, definition: usize) -> Option<String> {
        let scene = self.bodies.scene;
        let target = *scene.glossary.get(definition)?;
        let may = scene.site.relations.linked.of(self.doc).contains(&target) && self.bodies.own != Some(target);
        if !may || self.bodies.linked.contains(&target) || self.bodies.linked.len() >= MOST_TERMS {
            return None;
        }
        self.bodies.linked.push(target);
        Some(scene.href(scene.site.address(target)))
    }

    fn word(&self, word: Word) -> String {
        let id = match word {
            Word::Footnotes => "footnotes",
            Word::BackToText(number) => {
                return self.bodies.scene.words.word("back-to-text", &[("number", &number.to_string())]);
            }
            Word::AlertNote => "alert-note",
            Word::AlertTip => "alert-tip",
            Word::AlertImportant => "alert-important",
            Word::AlertWarning => "alert-warning",
            Word::AlertCaution => "alert-caution",
            Word::TaskDone => "task-done",
            Word::TaskOpen => "task-open",
        };
        self.bodies.scene.word(id)
    }
}

/// The headings of a text, nested.
pub(super) fn toc(body: &Body) -> Vec<TocView> {
    let mut root: Vec<(u8, TocView)> = vec![];
    let mut done = vec![];
    let close = |open: &mut Vec<(u8, TocView)>, done: &mut Vec<TocView>, depth: u8| {
        while open.last().is_some_and(|(other, _)| *other >= depth) {
            let (_, entry) = open.pop().expect("there is a last one");
            match open.last_mut() {
                Some((_, parent)) => parent.children.push(entry),
                None => done.push(entry),
            }
        }
    };
    for heading in &body.outline.headings {
        close(&mut root, &mut done, heading.depth);
        let href = hrefs::href("", &format!("#{}", heading.id));
        root.push((heading.depth, TocView { title: heading.text.clone(), href, children: vec![] }));
    }
    close(&mut root, &mut done, 0);
    done
}
