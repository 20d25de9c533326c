//! Footnotes: taken out of the text where they are written, numbered by their first reference, shown at its end.

use super::compile::Compiler;
use super::nesting::Context;
use super::render::Word;
use super::writer::{Fill, Flow, Writer};
use crate::diagnostic::Code;
use std::collections::HashMap;
use std::ops::Range;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Notes {
    /// The index in `notes` of a label.
    indices: HashMap<String, usize>,
    notes: Vec<Note>,
    /// What was being written when a footnote began.
    suspended: Vec<Suspended>,
}

/// A footnote that is referred to, or written, or both.
struct Note {
    label: String,
    /// Where it is written, or else where it is first referred to.
    span: Range<usize>,
    /// What is written, once it is.
    content: Option<Writer>,
    /// Its number, if it is referred to.
    number: Option<u32>,
    references: u32,
}

struct Suspended {
    writer: Writer,
    note: usize,
    span: Range<usize>,
}

impl Notes {
    fn index(&mut self, label: &str, span: &Range<usize>) -> usize {
        *self.indices.entry(label.to_lowercase()).or_insert_with(|| {
            let (label, span) = (label.to_owned(), span.clone());
            self.notes.push(Note { label, span, content: None, number: None, references: 0 });
            self.notes.len() - 1
        })
    }
}

impl Compiler<'_> {
    pub(super) fn note_reference(&mut self, label: &str, span: &Range<usize>) {
        let number = count(self.notes.index(label, span));
        self.writer.hole(Fill::NoteReference { number, time: 0, linked: !self.context.linked });
        self.flow = Flow::New;
    }

    pub(super) fn start_note(&mut self, label: &str, span: &Range<usize>) {
        let note = self.notes.index(label, span);
        let writer = std::mem::take(&mut self.writer);
        self.notes.suspended.push(Suspended { writer, note, span: span.clone() });
        self.context = Context { prose: true, linked: false };
        self.flow = Flow::New;
    }

    pub(super) fn end_note(&mut self) {
        let Some(Suspended { writer, note, span }) = self.notes.suspended.pop() else { return };
        let content = std::mem::replace(&mut self.writer, writer);
        let note = &mut self.notes.notes[note];
        // The first one counts, as on the platforms that people know.
        if note.content.is_none() {
            note.span = span;
            note.content = Some(content);
        }
    }

    /// Warns of references in running text that have no footnote; the parser takes them for text.
    pub(super) fn unknown_notes(&mut self, text: &str, place: impl Fn(usize) -> Option<usize>) {
        for (start, _) in text.match_indices("[^") {
            // No name is as long as that; without a limit, a text of many brackets would take for ever.
            let Some(length) = text[start..].bytes().take(200).position(|byte| byte == b']') else { continue };
            let label = &text[start + 2..start + length];
            let Some(from) = place(start) else { continue };
            let escaped = self.source.text.as_bytes().get(from.wrapping_sub(1)) == Some(&b'\\');
            if label.is_empty() || label.contains(char::is_whitespace) || label.contains('[') || escaped {
                continue;
            }
            self.tell(
                Code::UnknownFootnote,
                &(from..from + length + 1),
                format!("there is no footnote `[^{label}]`"),
                format!("write it in a paragraph of its own: `[^{label}]: the words of the footnote`"),
            );
        }
    }

    /// Numbers the references and appends the footnotes.
    pub(super) fn finish_notes(&mut self) {
        let mut notes = std::mem::take(&mut self.notes.notes);
        let mut order = Vec::new();
        number(&mut self.writer, &mut notes, &mut order);
        let mut next = 0;
        // A footnote may refer to others, which are numbered after those of the text.
        while let Some(&index) = order.get(next) {
            if let Some(mut content) = notes[index].content.take() {
                number(&mut content, &mut notes, &mut order);
                notes[index].content = Some(content);
            }
            next += 1;
        }
        if !order.is_empty() {
            self.write_notes(&notes, &order);
        }
        for Note { label, span, .. } in notes.iter().filter(|note| note.number.is_none()) {
            self.tell(
                Code::UnknownFootnote,
                span,
                format!("nothing refers to the footnote `[^{label}]`, so it is not shown"),
                format!("write `[^{label}]` in the text where it belongs, or take the footnote out"),
            );
        }
    }

    fn write_notes(&mut self, notes: &[Note], order: &[usize]) {
        let writer = &mut self.writer;
        writer.raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        writer.hole(Fill::WordAttribute(Word::Footnotes));
        writer.raw("\"><ol>\n");
        for (index, note) in order.iter().map(|&index| &notes[index]).enumerate() {
            let number = count(index + 1);
            writer.raw("<li id=\"");
            writer.hole(Fill::Prefix);
            writer.raw(&format!("fn_{number}\">"));
            if let Some(content) = &note.content {
                writer.append(content);
            }
            let trimmed = writer.html.trim_end().len();
            let in_paragraph = writer.html[..trimmed].ends_with("</p>");
            if in_paragraph {
                writer.html.truncate(trimmed - "</p>".len());
            } else {
                writer.raw("<p>");
            }
            writer.hole(Fill::BackLinks { number, times: note.references });
            writer.raw("</p></li>\n");
        }
        writer.raw("</ol></section>\n");
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Gives the references in a piece of HTML their numbers, in reading order.
fn number(writer: &mut Writer, notes: &mut [Note], order: &mut Vec<usize>) {
    for hole in &mut writer.holes {
        if let Fill::NoteReference { number, time, .. } = &mut hole.fill {
            let index = *number as usize;
            let note = &mut notes[index];
            note.references += 1;
            *time = note.references;
            *number = *note.number.get_or_insert_with(|| {
                order.push(index);
                count(order.len())
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::Setting;
    use crate::content::markdown::testing::{compile, html};
    use crate::diagnostic::Code;

    #[test]
    fn footnotes_are_numbered_by_their_first_reference() {
        let html = html("a[^x] b[^y] c[^x]\n\n[^y]: *Y*\n[^x]: X [^z]\n[^z]: Z");
        let order: Vec<_> =
            ["fn_1\"><p>X", "fn_2\"><p><em>Y</em>", "fn_3\"><p>Z"].iter().map(|note| html.find(note)).collect();
        assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{html}");
        for part in
            ["id=\"fnref_1\"", "id=\"fnref_1_2\"", "href=\"#fnref_1_2\"", "aria-label=\"&lt;BackToText(3)&gt;\""]
        {
            assert_eq!(html.matches(part).count(), 1, "{part} in {html}");
        }
    }

    #[test]
    fn ids_of_footnotes_have_the_prefix() {
        let html = compile("a[^x]\n\n[^x]: X").render_in(Setting { first_level: 2, prefix: "p-", terms: &[] });
        for part in ["id=\"p-fnref_1\"", "href=\"#p-fn_1\"", "id=\"p-fn_1\"", "href=\"#p-fnref_1\""] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn a_footnote_that_is_not_written_or_not_used_is_told() {
        let compiled = compile("a[^x] \\[^y] `[^z]`\n\n[^w]: unused\n");
        assert_eq!(compiled.told().len(), 2);
        assert_eq!(compiled.told()[0], (Code::UnknownFootnote, "[^x]"));
        assert_eq!(compiled.told()[1].0, Code::UnknownFootnote);
        assert!(!compiled.render().contains("unused"));
    }

    #[test]
    fn of_two_with_one_name_the_first_counts() {
        let html = html("a[^x]\n\n[^x]: one\n\n[^x]: two");
        assert!(html.contains("one") && !html.contains("two"), "{html}");
    }
}
