//! Texts that YAML reads without complaint, and not as they were meant: `We are #1`, `• an item`, `file:door.svg`.

use super::protection::PROTECTING;
use super::reader::Reader;
use super::{Record, Schema};
use crate::content::yaml::{Node, Value as Yaml, glued, quote};
use crate::diagnostic::{Code, Repair, Severity, Span};

impl Reader<'_> {
    /// Tells that YAML took the end of a text for a note, where it looks like none: the sign in `We are #1` has no space
    /// after it.
    pub(super) fn cut_off(&mut self, node: &Node, text: &str) {
        let end = node.span.end as usize;
        let line = self.source.get(end..).and_then(|rest| rest.lines().next()).unwrap_or("").trim_end();
        let Some(rest) = line.trim_start().strip_prefix('#') else { return };
        let is_note = rest.is_empty() || rest.starts_with([' ', '\t', '#']);
        if !matches!(node.value, Yaml::Text(_, false)) || is_note || !line.starts_with([' ', '\t']) {
            return;
        }
        let word = rest.split_whitespace().next().unwrap_or("");
        let message = format!("`{}` ends before `#{word}`: YAML takes the rest of the line for a comment", self.key());
        let help = format!(
            "put all of it in quotes: `{}`; if it is a comment, put a space after `#`",
            quote(&format!("{text}{line}"))
        );
        self.tell(Code::EmptyValue, Span::new(end + line.len() - rest.len() - 1, end + line.len()), message, help);
        if let Some(told) = self.told.last_mut() {
            told.severity = Severity::Warning;
        }
    }

    /// Tells that the lines of a list begin with another sign than a dash, if they do.
    pub(super) fn is_bulleted(&mut self, node: &Node, text: &str) -> bool {
        let mut signs = text.chars();
        let bullet =
            signs.next().filter(|sign| "•·–—*".contains(*sign) && signs.next().is_some_and(char::is_whitespace));
        if let Some(bullet) = bullet {
            let first = text.split(bullet).nth(1).unwrap_or("").trim();
            let help = format!("write each item on a line of its own below the key: `- {first}`");
            let message = format!("the items of a list begin with a dash, `-`, not with `{bullet}`");
            self.tell(Code::WrongType, node.span, message, help);
        }
        bullet.is_some()
    }

    /// Tells that a space is missing after the colon of a field of this record, where YAML takes both for one text.
    pub(super) fn is_glued<R: Record>(&mut self, node: &Node, text: &str) -> bool {
        let Some(colon) = glued(text).filter(|_| matches!(node.value, Yaml::Text(_, false))) else { return false };
        let key = &text[..colon];
        if !Schema::of::<R>().iter().any(|field| field.key == key) {
            return false;
        }
        self.withhold |= PROTECTING.contains(&key);
        let at = node.span.start as usize + colon;
        let typed = self.source.get(node.span.start as usize..node.span.end as usize).unwrap_or("");
        let value = typed.lines().next().and_then(|line| line.get(colon + 1..)).unwrap_or("").trim();
        let help = format!("write `{key}: {value}`");
        self.tell(Code::YamlSyntax, Span::new(at, at + 1), "there is no space after the colon", help);
        if !PROTECTING.contains(&key) && typed == text {
            self.mend(Some(Repair::one(Span::new(at + 1, at + 1), " ")));
        }
        true
    }
}
