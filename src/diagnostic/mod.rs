//! What Handbill tells an author: one struct for every message, its code, its places, and how it is drawn.
//!
//! A diagnostic is an author's mistake or something they should know; a failing machine is a [`std::io::Error`]
//! or a `Result` with context instead, and a bug of Handbill's is a panic.

mod cause;
mod code;
mod digest;
mod draw;
mod files;
mod github;
mod json;
mod line;
mod place;
mod position;
mod repair;
mod visible;

pub use cause::one_cause;
pub use code::{Area, Code};
pub use digest::digest;
pub use draw::{Canvas, Look, draw};
pub use files::Files;
pub use github::github_line;
pub use json::json_line;
pub use line::{Line, line};
pub use place::{Place, Span, Spot, Where};
pub use position::{Position, position};
pub use repair::{Repair, Replacement, mended, moved};
pub use visible::{visible_line, visible_lines};

use std::sync::Arc;

/// A path below the site's folder, with `/` between its parts and in Unicode form NFC: `content/stories/hannah.md`.
pub type SitePath = Arc<str>;

/// How much a diagnostic matters. The order is that of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; nothing is wrong.
    Hint,
    /// Probably not what the author wants; published all the same.
    Warning,
    /// Nothing is published until it is mended.
    Error,
}

impl Severity {
    /// The word in messages and in JSON: `hint`, `warning`, `error`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Something to tell the author: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where it is; the first place is the main one. Never empty.
    pub places: Vec<Place>,
    /// Which mistake it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// One plain sentence without a full stop at its end.
    pub message: String,
    /// What to do, in the author's words.
    pub help: Option<String>,
    /// How it is mended, where only one thing can have been meant: the line in the help, as replacements.
    pub repair: Option<Repair>,
}

impl Diagnostic {
    /// A diagnostic with the severity that its code has by default.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        let severity = code.severity();
        Self { places: vec![place], code, severity, message: message.into(), help: None, repair: None }
    }

    /// The same with advice on what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with the way to mend it, if there is a safe one.
    #[must_use]
    pub fn repair(mut self, repair: Option<Repair>) -> Self {
        self.repair = repair;
        self
    }

    /// The same with a further place, such as where a name was used first.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
