//! Headings: their levels, ids and the outline. A page decides which level the first one has.

use super::FirstHeading;
use super::compile::{Compiler, bytes};
use super::outline::Heading;
use super::writer::{Fill, Writer};
use crate::content::at::At;
use crate::content::slug::slug;
use crate::diagnostic::{Code, Spot};
use pulldown_cmark::HeadingLevel;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The heading that is open.
pub(super) enum OpenHeading {
    /// The title, which is no part of the text: what was written before it is kept here.
    Title(Spot, Writer),
    /// A heading of the text, with the id that the author chose.
    Text(Option<String>),
}

/// The ids that are taken, and the levels so far.
#[derive(Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The number to try next for an id that is asked for again.
    next: HashMap<String, u32>,
    /// The level of the first heading as the author wrote it.
    first_level: Option<u8>,
}

impl Ids {
    /// An id made of this text that no other heading of the body has.
    fn unique(&mut self, text: &str) -> String {
        let mut wanted = slug(text);
        if wanted.is_empty() {
            "section".clone_into(&mut wanted);
        }
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let number = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let id = format!("{wanted}-{number}");
            *number += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

impl Compiler<'_> {
    pub(super) fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, span: &Range<usize>) {
        self.begin_words();
        self.context.prose = false;
        let span = self.line(span);
        let spot = self.spans.note(bytes(&span));
        if self.source.first == FirstHeading::Title && level == HeadingLevel::H1 && self.is_first_block() {
            self.heading = Some(OpenHeading::Title(spot, std::mem::take(&mut self.writer)));
            return;
        }
        let depth = self.depth(level as u8, &span);
        let index = u32::try_from(self.outline.headings.len()).unwrap_or(u32::MAX);
        self.outline.headings.push(Heading { depth, id: String::new(), text: String::new(), spot });
        self.writer.hole(Fill::HeadingOpen(index));
        self.heading = Some(OpenHeading::Text(id.map(str::to_owned)));
    }

    pub(super) fn end_heading(&mut self) {
        let text = self.words.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.heading.take() {
            Some(OpenHeading::Title(spot, writer)) => {
                self.writer = writer;
                self.outline.title = Some(At { value: text, spot });
            }
            Some(OpenHeading::Text(id)) => {
                let index = self.outline.headings.len() - 1;
                let id = self.ids.unique(id.as_deref().unwrap_or(&text));
                let heading = &mut self.outline.headings[index];
                heading.id = id;
                heading.text = text;
                self.writer.hole(Fill::HeadingClose(u32::try_from(index).unwrap_or(u32::MAX)));
                self.writer.raw("\n");
            }
            None => {}
        }
    }

    /// Nothing but the heading that begins has been written; comments do not count.
    fn is_first_block(&self) -> bool {
        let nothing = self.writer.html.is_empty() && self.writer.holes.is_empty();
        nothing && self.open.len() == 1 && self.outline.title.is_none()
    }

    /// How far below the first heading one of this level is; one that skips a level is told.
    fn depth(&mut self, level: u8, span: &Range<usize>) -> u8 {
        let first = *self.ids.first_level.get_or_insert(level);
        let depth = level.saturating_sub(first);
        let before = self.outline.headings.last().map_or(0, |heading| heading.depth);
        if depth > before + 1 {
            let right = "#".repeat(usize::from(first + before + 1));
            self.tell(
                Code::HeadingSkipped,
                span,
                "this heading is more than one level below the one before",
                format!("write `{right}`: people who listen to the page go from heading to heading by level"),
            );
        }
        depth
    }

    /// The span without the line break at its end.
    fn line(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.source.text.get(span.clone()).unwrap_or_default();
        span.start..span.start + text.trim_end().len()
    }
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::testing::{compile, compile_with, html, options};
    use crate::content::markdown::{FirstHeading, RawHtml, Setting};
    use crate::diagnostic::Code;

    #[test]
    fn levels_follow_the_first_heading() {
        assert_eq!(html("### a\n#### b\n## c"), "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<h2 id=\"c\">c</h2>\n");
        let setting = Setting { first_level: 6, prefix: "x-", terms: &[] };
        assert_eq!(compile("# a\n## b").render_in(setting), "<h6 id=\"x-a\">a</h6>\n<h6 id=\"x-b\">b</h6>\n");
    }

    #[test]
    fn a_skipped_level_is_told_with_the_right_one() {
        let compiled = compile("## a\n\n#### b\n");
        assert_eq!(compiled.told(), [(Code::HeadingSkipped, "#### b")]);
        assert!(compiled.diagnostics[0].help.as_ref().unwrap().starts_with("write `###`:"));
    }

    #[test]
    fn ids_are_unique_and_can_be_chosen() {
        let compiled = compile("# A *b*\n# A b\n# A b 2\n# …\n# x {#Über_uns}\n# A b");
        let ids: Vec<_> = compiled.body.outline.headings.iter().map(|heading| heading.id.as_str()).collect();
        assert_eq!(ids, ["a-b", "a-b-2", "a-b-2-2", "section", "über-uns", "a-b-3"]);
        assert_eq!(compiled.body.outline.headings[0].text, "A b");
        assert_eq!(compiled.body.outline.anchor("A b"), Some("a-b"));
        assert_eq!(compiled.body.outline.anchor("no"), None);
    }

    #[test]
    fn only_a_level_1_heading_at_the_start_is_the_title() {
        let title = |text: &str| {
            let compiled = compile_with(text, &options("en", RawHtml::Shown), FirstHeading::Title);
            (compiled.body.outline.title.as_ref().map(|title| title.value.clone()), compiled.render())
        };
        assert_eq!(title("<!-- x -->\n\n# The *title*\n\na"), (Some("The title".to_owned()), "<p>a</p>\n".to_owned()));
        assert_eq!(title("# a\n# b"), (Some("a".to_owned()), "<h2 id=\"b\">b</h2>\n".to_owned()));
        assert_eq!(title("a\n# b").0, None);
        assert_eq!(title("## b").0, None);
        assert_eq!(title("> # b").0, None);
    }
}
