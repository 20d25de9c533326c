//! Filling the holes of compiled Markdown with what a page answers. It decides nothing about links or pictures itself.

use super::escape::{push_attribute, push_text};
use super::outline::{Destination, Image, Link};
use super::writer::Fill;
use super::{Body, emphasis};
use std::fmt::Write;

/// What a page answers while a body is being rendered.
pub trait Page {
    /// Where a link to a file of the site leads.
    ///
    /// Links to other hosts and to headings of the same text need no answer and are not asked for.
    fn link(&mut self, link: &Link) -> LinkTo;

    /// What is shown of a picture.
    fn image(&mut self, image: &Image) -> ImageTo;

    /// The address of a definition (its index in the glossary), or none if it is not to be linked here: it is linked
    /// on this page already, this is its own page, or there are enough.
    fn term(&mut self, definition: usize) -> Option<String>;

    /// A word of the interface, as plain text.
    fn word(&self, word: Word) -> String;
}

/// Where a link leads on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// An address, not yet escaped.
    Href(String),
    /// An address and a class, such as `term`.
    Classed(String, &'static str),
    /// Nowhere: the words stay as text.
    Words,
}

/// What is shown of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImageTo {
    /// The picture.
    Shown {
        /// Its address, not yet escaped.
        src: String,
        /// Width and height in pixels, so that the text does not jump when it arrives.
        size: Option<(u32, u32)>,
    },
    /// Nothing, nor its caption.
    Hidden,
}

/// A word of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// The name of the list of footnotes.
    Footnotes,
    /// The name of the link from footnote n back to the text.
    BackToText(u32),
    /// The title of a `[!NOTE]`.
    AlertNote,
    /// The title of a `[!TIP]`.
    AlertTip,
    /// The title of an `[!IMPORTANT]`.
    AlertImportant,
    /// The title of a `[!WARNING]`.
    AlertWarning,
    /// The title of a `[!CAUTION]`.
    AlertCaution,
    /// A task that is done.
    TaskDone,
    /// A task that is open.
    TaskOpen,
}

/// How a body is set into a page.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The level of its first heading, 2 on its own page.
    pub first_level: u8,
    /// What stands before every id: empty, or `slug-` where a page is made of several bodies.
    pub prefix: &'a str,
    /// The terms found in it, in reading order.
    pub terms: &'a [TermMatch],
}

/// A definition's name in the prose of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TermMatch {
    /// The definition's index in the glossary.
    pub definition: u32,
    /// Its first byte in [`Body::html`].
    pub start: u32,
    /// One past its last byte there; markup of emphasis may lie between.
    pub end: u32,
}

/// Appends the HTML of a body.
pub(super) fn render(body: &Body, out: &mut String, page: &mut dyn Page, setting: Setting) {
    out.reserve(body.html.len() + body.html.len() / 8 + 64);
    let mut renderer = Renderer { body, out, page, setting, done: 0, terms: setting.terms, link: None };
    for hole in &body.holes {
        renderer.text_until(hole.at as usize);
        renderer.fill(hole.fill);
    }
    renderer.text_until(body.html.len());
}

struct Renderer<'a> {
    body: &'a Body,
    out: &'a mut String,
    page: &'a mut dyn Page,
    setting: Setting<'a>,
    /// How much of the body's HTML is written.
    done: usize,
    /// The terms that are not yet written.
    terms: &'a [TermMatch],
    /// The link that is open: where its tag begins and ends in `out`.
    link: Option<(usize, usize)>,
}

impl Renderer<'_> {
    /// Writes the HTML up to a position, with the terms that lie before it. No hole lies inside a term.
    fn text_until(&mut self, end: usize) {
        let html = &self.body.html;
        while let Some((term, rest)) = self.terms.split_first()
            && (term.start as usize) < end
        {
            self.terms = rest;
            let marked = emphasis::link_range(html, self.done..end, term.start as usize..term.end as usize);
            if let Some(marked) = marked
                && let Some(href) = self.page.term(term.definition as usize)
            {
                self.out.push_str(&html[self.done..marked.range.start]);
                marked.write(self.out, html, |out| {
                    out.push_str("<a class=\"term\" href=\"");
                    push_attribute(out, &href);
                    out.push_str("\">");
                });
                self.done = marked.range.end;
            }
        }
        self.out.push_str(&html[self.done..end]);
        self.done = end;
    }

    fn fill(&mut self, fill: Fill) {
        match fill {
            Fill::Prefix => push_attribute(self.out, self.setting.prefix),
            Fill::Word(word) => push_text(self.out, &self.page.word(word)),
            Fill::WordAttribute(word) => push_attribute(self.out, &self.page.word(word)),
            Fill::HeadingOpen(index) => self.heading_open(index),
            Fill::HeadingClose(index) => {
                let level = self.level(index);
                self.put(format_args!("</h{level}>"));
            }
            Fill::LinkOpen(index) => self.link_open(index),
            Fill::LinkClose => self.link_close(),
            Fill::Image(index) => self.image(index),
            Fill::Figure(index) => self.figure(index),
            Fill::NoteReference { number, time, linked } => self.note_reference(number, time, linked),
            Fill::BackLinks { number, times } => self.back_links(number, times),
        }
    }

    fn put(&mut self, arguments: std::fmt::Arguments) {
        self.out.write_fmt(arguments).expect("a string takes everything that is written to it");
    }

    fn level(&self, heading: u32) -> u8 {
        let depth = self.body.outline.headings[heading as usize].depth;
        self.setting.first_level.saturating_add(depth).clamp(1, 6)
    }

    fn heading_open(&mut self, index: u32) {
        let level = self.level(index);
        self.put(format_args!("<h{level} id=\""));
        push_attribute(self.out, self.setting.prefix);
        push_attribute(self.out, &self.body.outline.headings[index as usize].id);
        self.out.push_str("\">");
    }

    fn link_open(&mut self, index: u32) {
        let link = &self.body.outline.links[index as usize];
        let before = self.out.len();
        match &link.to {
            Destination::External(address) => self.anchor(address, None),
            Destination::Anchor(written) => {
                let href = match self.body.outline.anchor(written) {
                    Some(id) => format!("#{}{id}", self.setting.prefix),
                    None => format!("#{written}"),
                };
                self.anchor(&href, None);
            }
            Destination::Internal { .. } => match self.page.link(link) {
                LinkTo::Href(href) => self.anchor(&href, None),
                LinkTo::Classed(href, class) => self.anchor(&href, Some(class)),
                LinkTo::Words => return,
            },
        }
        if !link.title.is_empty() {
            self.out.truncate(self.out.len() - 1);
            self.out.push_str(" title=\"");
            push_attribute(self.out, &link.title);
            self.out.push_str("\">");
        }
        self.link = Some((before, self.out.len()));
    }

    fn anchor(&mut self, href: &str, class: Option<&str>) {
        self.out.push_str("<a href=\"");
        push_attribute(self.out, href);
        if let Some(class) = class {
            self.out.push_str("\" class=\"");
            push_attribute(self.out, class);
        }
        self.out.push_str("\">");
    }

    fn link_close(&mut self) {
        if let Some((before, after)) = self.link.take() {
            if self.out.len() == after {
                // Its only content was a picture that is hidden: a link without words helps nobody.
                self.out.truncate(before);
            } else {
                self.out.push_str("</a>");
            }
        }
    }

    fn image(&mut self, index: u32) {
        let image = &self.body.outline.images[index as usize];
        if let ImageTo::Shown { src, size } = self.page.image(image) {
            self.picture(image, &src, size, Some(&image.title));
        }
    }

    fn figure(&mut self, index: u32) {
        let image = &self.body.outline.images[index as usize];
        if let ImageTo::Shown { src, size } = self.page.image(image) {
            self.out.push_str("<figure>");
            self.picture(image, &src, size, None);
            if !image.title.is_empty() {
                self.out.push_str("<figcaption>");
                push_text(self.out, &image.title);
                self.out.push_str("</figcaption>");
            }
            self.out.push_str("</figure>\n");
        }
    }

    fn picture(&mut self, image: &Image, src: &str, size: Option<(u32, u32)>, title: Option<&str>) {
        self.out.push_str("<img src=\"");
        push_attribute(self.out, src);
        self.out.push_str("\" alt=\"");
        push_attribute(self.out, &image.alt);
        if let Some((width, height)) = size {
            self.put(format_args!("\" width=\"{width}\" height=\"{height}"));
        }
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            self.out.push_str("\" title=\"");
            push_attribute(self.out, title);
        }
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\">");
    }

    fn note_reference(&mut self, number: u32, time: u32, linked: bool) {
        self.out.push_str("<sup class=\"footnote-ref\" id=\"");
        self.reference_id(number, time);
        self.out.push_str("\">");
        if linked {
            self.out.push_str("<a role=\"doc-noteref\" href=\"#");
            push_attribute(self.out, self.setting.prefix);
            self.put(format_args!("fn_{number}\">{number}</a>"));
        } else {
            self.put(format_args!("{number}"));
        }
        self.out.push_str("</sup>");
    }

    fn back_links(&mut self, number: u32, times: u32) {
        let word = self.page.word(Word::BackToText(number));
        for time in 1..=times {
            self.out.push_str(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#");
            self.reference_id(number, time);
            self.out.push_str("\" aria-label=\"");
            push_attribute(self.out, &word);
            // Without the variation selector some systems draw the arrow as a coloured picture.
            self.out.push_str("\">↩\u{fe0e}");
            if time > 1 {
                self.put(format_args!("<sup>{time}</sup>"));
            }
            self.out.push_str("</a>");
        }
    }

    fn reference_id(&mut self, number: u32, time: u32) {
        push_attribute(self.out, self.setting.prefix);
        self.put(format_args!("fnref_{number}"));
        if time > 1 {
            self.put(format_args!("_{time}"));
        }
    }
}
