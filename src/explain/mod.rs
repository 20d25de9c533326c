//! What each code means, why it matters and how to mend it, for whoever wants more than the message says.
//!
//! The texts are Markdown files in `codes/`, one a code, built into the program; they are read and drawn here, and
//! nothing here knows of sites. `tests/explain.rs` builds every example.

mod draw;
mod find;
mod read;

pub use draw::{draw, draw_list};
pub use find::{Found, find};
pub use read::read;

use crate::diagnostic::Code;
use include_dir::{Dir, include_dir};

static TEXTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/explain/codes");

/// The explanation of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code's meaning in a few words, without a full stop.
    pub title: String,
    /// What was found, and what it means for the page; in Markdown, one paragraph or list each.
    pub what: Vec<String>,
    /// Why it is told, and what happens if nothing is done.
    pub why: Vec<String>,
    /// How the message comes about.
    pub cause: Cause,
    /// Other codes that are told with it, because they tell another side of the same matter.
    pub along_with: Vec<String>,
    /// What was published before, where that matters; else empty.
    pub before: Example,
    /// Files that make Handbill say it.
    pub wrong: Example,
    /// The same files as they should be.
    pub right: Example,
}

/// How a message comes about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cause {
    /// The files as they are.
    #[default]
    Files,
    /// The files as they are, if `check` looks at them.
    Check,
    /// Building again what was once built otherwise.
    Build,
    /// Something outside the site, such as the disk that it is published to.
    Machine,
}

/// Some files of a site, and what there is to say of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The day on which it is, as `2026-11-24`, where the day matters.
    pub day: Option<String>,
    /// Its files, and remarks between them.
    pub parts: Vec<Part>,
}

/// A part of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph, in Markdown.
    Remark(String),
    /// A file.
    File(File),
}

/// A file of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the site's folder.
    pub path: String,
    /// How the text stands for the file.
    pub form: Form,
    /// The word after the fence, for whoever colours the text: `yaml`.
    pub language: String,
    /// What is in it; with a line break at its end.
    pub text: String,
}

/// How the text of an example stands for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It is what the file holds.
    Text,
    /// It says what is in a picture.
    Picture,
    /// It is what the file holds, saved in the old Western encoding Latin-1.
    Latin1,
    /// It is where the file, which is a link of the file system, leads.
    Link,
}

impl Example {
    /// Its files, in their order.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.parts.iter().filter_map(|part| match part {
            Part::File(file) => Some(file),
            Part::Remark(_) => None,
        })
    }
}

/// The explanation of a code.
pub fn explanation(code: Code) -> Explanation {
    let file = TEXTS.get_file(format!("{code}.md"));
    let text = file.and_then(include_dir::File::contents_utf8);
    let text = text.expect("tests/explain.rs holds that every code has a text");
    read(text).expect("tests/explain.rs holds that every text can be read")
}
