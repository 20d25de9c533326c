//! Blocks of Markdown as HTML: paragraphs, lists, quotations, tables, code; and the tags of emphasis.
//! Headings, footnotes, links, pictures and HTML have files of their own.

use super::compile::{Compiler, Table, TablePart};
use super::escape::push_attribute;
use super::raw_html::Position;
use super::render::Word;
use super::sentence;
use super::writer::{Fill, Flow};
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Tag, TagEnd};
use std::ops::Range;

impl Compiler<'_> {
    pub(super) fn start(&mut self, tag: Tag, span: &Range<usize>) {
        match tag {
            Tag::Emphasis => self.start_inline("<em>", span),
            Tag::Strong => self.start_inline("<strong>", span),
            Tag::Strikethrough => self.start_inline("<del>", span),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title, span),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title),
            Tag::HtmlBlock => self.html_block = Some(String::new()),
            // Neither is enabled: superscripts and subscripts are too easily typed by accident.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => self.open_content(),
            _ if !self.open_block(span) => {}
            Tag::Heading { level, id, .. } => self.start_heading(level, id.as_deref(), span),
            Tag::FootnoteDefinition(label) => self.start_note(&label, span),
            Tag::Paragraph => {
                self.begin_words();
                self.paragraph = self.writer.html.len();
                self.writer.raw("<p>");
            }
            Tag::BlockQuote(None) => {
                self.context.prose = false;
                self.writer.raw("<blockquote>\n");
            }
            Tag::BlockQuote(Some(kind)) => self.start_alert(kind),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(None) => self.writer.raw("<ul>\n"),
            Tag::List(Some(1)) => self.writer.raw("<ol>\n"),
            Tag::List(Some(first)) => self.writer.raw(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.start_words("<li>"),
            Tag::DefinitionList => self.writer.raw("<dl>\n"),
            Tag::DefinitionListTitle => {
                self.context.prose = false;
                self.start_words("<dt>");
            }
            Tag::DefinitionListDefinition => self.start_words("<dd>"),
            Tag::Table(alignments) => {
                self.table = Some(Table { alignments, column: 0, part: TablePart::Head });
                self.writer.raw("<div class=\"table\"><table>\n");
            }
            Tag::TableHead => self.writer.raw("<thead><tr>"),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(),
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd, span: &Range<usize>) {
        if tag == TagEnd::HtmlBlock {
            if let Some(html) = self.html_block.take() {
                self.html_piece(&html, span, Position::Block);
            }
            return;
        }
        let written = self.close(span);
        match tag {
            TagEnd::Emphasis if written => self.writer.raw("</em>"),
            TagEnd::Strong if written => self.writer.raw("</strong>"),
            TagEnd::Strikethrough if written => self.writer.raw("</del>"),
            TagEnd::Link if written => self.end_link(span),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::BlockQuote(None) => self.writer.raw("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.writer.raw("</aside>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.writer.raw("</code></pre>\n");
            }
            TagEnd::List(false) => self.writer.raw("</ul>\n"),
            TagEnd::List(true) => self.writer.raw("</ol>\n"),
            TagEnd::Item => self.writer.raw("</li>\n"),
            TagEnd::DefinitionList => self.writer.raw("</dl>\n"),
            TagEnd::DefinitionListTitle => self.writer.raw("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.writer.raw("</dd>\n"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.writer.raw("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Image
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_) => {}
        }
        if !is_inline(tag) {
            self.flow = Flow::New;
        }
    }

    /// The box that opens an item of a task list.
    pub(super) fn task(&mut self, done: bool) {
        let (checked, word) = if done { (" checked", Word::TaskDone) } else { ("", Word::TaskOpen) };
        self.writer.raw(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\""));
        self.writer.hole(Fill::WordAttribute(word));
        self.writer.raw("\"> ");
    }

    /// A block with words of its own begins.
    pub(super) fn begin_words(&mut self) {
        self.words.clear();
        self.single_open = false;
    }

    fn start_words(&mut self, tag: &str) {
        self.begin_words();
        self.writer.raw(tag);
    }

    fn start_inline(&mut self, tag: &str, span: &Range<usize>) {
        if self.open_inline(span) {
            self.writer.raw(tag);
        }
    }

    fn end_paragraph(&mut self) {
        let start = self.paragraph + "<p>".len();
        if self.writer.html.len() == start {
            let first = self.writer.holes.partition_point(|hole| (hole.at as usize) < start);
            match &mut self.writer.holes[first..] {
                // Nothing but a comment or a refused picture.
                [] => return self.writer.html.truncate(self.paragraph),
                // A picture alone in its paragraph is a figure.
                [hole] if let Fill::Image(index) = hole.fill => {
                    hole.fill = Fill::Figure(index);
                    hole.at -= 3;
                    return self.writer.html.truncate(self.paragraph);
                }
                _ => {}
            }
        }
        self.writer.raw("</p>\n");
        if self.outline.summary.is_empty() && self.open.is_empty() {
            self.outline.summary = sentence::first(&self.words);
        }
    }

    fn start_alert(&mut self, kind: BlockQuoteKind) {
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", Word::AlertNote),
            BlockQuoteKind::Tip => ("tip", Word::AlertTip),
            BlockQuoteKind::Important => ("important", Word::AlertImportant),
            BlockQuoteKind::Warning => ("warning", Word::AlertWarning),
            BlockQuoteKind::Caution => ("caution", Word::AlertCaution),
        };
        self.writer.raw(&format!("<aside class=\"alert {class}\"><p class=\"alert-title\">"));
        self.writer.hole(Fill::Word(word));
        self.writer.raw("</p>\n");
    }

    fn start_code(&mut self, kind: &CodeBlockKind) {
        self.in_code = true;
        // A long line makes the block scroll, which must be possible from the keyboard.
        self.writer.raw("<pre tabindex=\"0\"><code");
        let language = match kind {
            CodeBlockKind::Fenced(language) => language.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let language = language.to_ascii_lowercase();
        if !language.is_empty()
            && language.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'#' | b'-'))
        {
            self.writer.raw(" class=\"language-");
            push_attribute(&mut self.writer.html, &language);
            self.writer.raw("\"");
        }
        self.writer.raw(">");
    }

    fn start_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.column = 0;
            if table.part == TablePart::AfterHead {
                table.part = TablePart::Body;
                self.writer.raw("<tbody>\n");
            }
        }
        self.writer.raw("<tr>");
    }

    fn start_cell(&mut self) {
        self.begin_words();
        let (alignment, head) = match &self.table {
            Some(table) => (table.alignments.get(table.column).copied(), table.part == TablePart::Head),
            None => (None, false),
        };
        if head {
            self.context.prose = false;
        }
        self.writer.raw(if head { "<th scope=\"col\"" } else { "<td" });
        self.writer.raw(match alignment {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
    }

    fn end_cell(&mut self) {
        let head = self.table.as_ref().is_some_and(|table| table.part == TablePart::Head);
        self.writer.raw(if head { "</th>" } else { "</td>" });
        if let Some(table) = &mut self.table {
            table.column += 1;
        }
    }

    fn end_table_head(&mut self) {
        self.writer.raw("</tr></thead>\n");
        if let Some(table) = &mut self.table {
            table.part = TablePart::AfterHead;
        }
    }

    fn end_table(&mut self) {
        if self.table.take().is_some_and(|table| table.part == TablePart::Body) {
            self.writer.raw("</tbody>\n");
        }
        self.writer.raw("</table></div>\n");
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript)
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::testing::{compile, html};
    use crate::diagnostic::Code;

    #[test]
    fn tables_scroll_in_a_frame_and_align_by_class() {
        assert_eq!(
            html("| a | b |\n|--:|---|\n| *c* | d |"),
            "<div class=\"table\"><table>\n<thead><tr><th scope=\"col\" class=\"align-right\">a</th><th scope=\"col\">b</th>\
             </tr></thead>\n<tbody>\n<tr><td class=\"align-right\"><em>c</em></td><td>d</td></tr>\n</tbody>\n</table></div>\n"
        );
        assert_eq!(
            html("| a |\n|---|"),
            "<div class=\"table\"><table>\n<thead><tr><th scope=\"col\">a</th></tr></thead>\n</table></div>\n"
        );
    }

    #[test]
    fn lists_keep_their_first_number_and_tasks_have_names() {
        assert_eq!(html("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
        assert_eq!(
            html("- [x] a"),
            "<ul>\n<li><input type=\"checkbox\" disabled checked aria-label=\"&lt;TaskDone&gt;\"> a</li>\n</ul>\n"
        );
        assert_eq!(html("a\n: b"), "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n");
    }

    #[test]
    fn alerts_are_asides_with_a_title() {
        assert_eq!(
            html("> [!WARNING]\n> a"),
            "<aside class=\"alert warning\"><p class=\"alert-title\">&lt;AlertWarning&gt;</p>\n<p>a</p>\n</aside>\n"
        );
        assert_eq!(html("> a"), "<blockquote>\n<p>a</p>\n</blockquote>\n");
    }

    #[test]
    fn only_plain_language_names_become_classes() {
        assert_eq!(
            html("```C++ x\n<a>\n```"),
            "<pre tabindex=\"0\"><code class=\"language-c++\">&lt;a&gt;\n</code></pre>\n"
        );
        assert_eq!(html("```\"onclick=x\na\n```"), "<pre tabindex=\"0\"><code>a\n</code></pre>\n");
    }

    #[test]
    fn too_deep_nesting_is_told_once_and_left_out() {
        let compiled = compile(&"> ".repeat(20_000).replace("> > > > > ", "> > > > > - "));
        assert_eq!(compiled.told().iter().map(|(code, _)| *code).collect::<Vec<_>>(), [Code::TooDeep]);
        assert!(compiled.render().len() < 10_000);
        let text = "*a **b ".repeat(300) + &"** c*".repeat(300);
        assert!(compile(&text).render().matches("<em>").count() <= 100);
    }

    #[test]
    fn the_outline_tells_the_first_sentence() {
        let outline = compile("# A title\n\n> quoted\n\nThe *first* one. The second `x`.").body.outline;
        assert_eq!(outline.summary, "The first one.");
        assert!(!outline.is_empty);
        assert!(compile("<!-- nothing -->\n").body.outline.is_empty);
    }
}
