//! Which elements are open, what holds for text inside them, and how deep they nest. It writes the end tags of HTML that
//! the author left open, and no others.

use super::compile::Compiler;
use super::writer::Flow;
use crate::diagnostic::Code;
use std::ops::Range;

/// How many elements may be open at once. Browsers and the minifier have limits of their own, which a hostile or broken
/// text (`> ` 20,000 times) would find.
const DEEPEST: usize = 100;

/// What holds for text in the place where the compiler is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    /// Terms are looked for in it.
    pub(super) prose: bool,
    /// It is inside a link, so it can hold no other.
    pub(super) linked: bool,
}

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open {
    kind: Kind,
    before: Context,
}

#[derive(Debug)]
enum Kind {
    /// Markdown's, with tags of its own.
    Written,
    /// Markdown's, of which only the content is shown.
    ContentOnly,
    /// HTML that the author wrote.
    Html(&'static str),
}

impl Compiler<'_> {
    /// Opens a block of Markdown, unless that would be too deep: then it is left out.
    pub(super) fn open_block(&mut self, span: &Range<usize>) -> bool {
        self.flow = Flow::New;
        if self.open.len() >= DEEPEST {
            self.too_deep(span);
            self.skipped = 1;
            return false;
        }
        self.push_open(Kind::Written);
        true
    }

    /// Opens inline Markdown, such as emphasis; too deep, only its content is shown.
    pub(super) fn open_inline(&mut self, span: &Range<usize>) -> bool {
        if self.open.len() >= DEEPEST {
            self.too_deep(span);
            self.open_content();
            return false;
        }
        self.push_open(Kind::Written);
        true
    }

    /// Opens Markdown of which only the content is shown.
    pub(super) fn open_content(&mut self) {
        self.push_open(Kind::ContentOnly);
    }

    /// Opens an element of HTML, unless that would be too deep.
    pub(super) fn open_html(&mut self, name: &'static str, span: &Range<usize>) -> bool {
        if self.open.len() >= DEEPEST {
            self.too_deep(span);
            return false;
        }
        self.push_open(Kind::Html(name));
        true
    }

    /// Closes the innermost Markdown that is open, and HTML that was left open inside it. True if it has tags.
    pub(super) fn close(&mut self, span: &Range<usize>) -> bool {
        while let Some(open) = self.open.pop() {
            self.context = open.before;
            match open.kind {
                Kind::Written => return true,
                Kind::ContentOnly => return false,
                Kind::Html(name) => self.end_left_open(name, span),
            }
        }
        // Events come in pairs, so there was something to close.
        false
    }

    /// Closes an element of HTML and what was left open inside it; false if it is not open in the same piece of Markdown.
    pub(super) fn close_html(&mut self, name: &str, span: &Range<usize>) -> bool {
        let here = self.open.iter().rev().map_while(|open| match open.kind {
            Kind::Html(name) => Some(name),
            Kind::Written | Kind::ContentOnly => None,
        });
        let Some(inside) = here.clone().position(|open| open == name) else { return false };
        let inside: Vec<_> = here.take(inside + 1).collect();
        for (index, name) in inside.iter().enumerate() {
            if let Some(open) = self.open.pop() {
                self.context = open.before;
            }
            if index + 1 < inside.len() {
                self.end_left_open(name, span);
            } else {
                self.end_tag(name);
            }
        }
        true
    }

    /// Closes all HTML that is open at the end of the text.
    pub(super) fn close_all(&mut self, span: &Range<usize>) {
        while !self.open.is_empty() {
            self.close(span);
        }
    }

    fn push_open(&mut self, kind: Kind) {
        self.open.push(Open { kind, before: self.context });
    }

    fn end_left_open(&mut self, name: &str, span: &Range<usize>) {
        self.end_tag(name);
        self.html_warning(span, format!("`<{name}>` is not closed"), format!("write `</{name}>` where it ends"));
    }

    fn end_tag(&mut self, name: &str) {
        self.writer.raw("</");
        self.writer.raw(name);
        self.writer.raw(">");
        self.flow = Flow::New;
    }

    fn too_deep(&mut self, span: &Range<usize>) {
        if !std::mem::replace(&mut self.too_deep_told, true) {
            self.tell(
                Code::TooDeep,
                span,
                format!("more than {DEEPEST} elements inside each other"),
                "write it flatter: fewer lists or quotations inside others",
            );
        }
    }
}
