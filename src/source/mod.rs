//! Files of the site: listing, reading, watching. What is on disk becomes a list of changes; nothing of it is understood.
//!
//! [`Folder`] knows what it saw last and tells what is different now. [`Watch`] tells it when and where to look.

mod extent;
mod folder;
mod heard;
mod listing;
mod orientation;
mod reading;
mod stamp;
mod watch;

pub use folder::Folder;
pub use orientation::{is_on_its_side, orientation};
pub use watch::{Waker, Watch};

use crate::diagnostic::{Diagnostic, SitePath};
use std::path::PathBuf;
use std::sync::Arc;

/// A file of the site, written or removed. Opening a site is one change a file.
#[derive(Clone, Debug)]
pub struct Change {
    /// The file.
    pub path: SitePath,
    /// What it holds now; `None` if it was removed.
    pub content: Option<FileContent>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum FileContent {
    /// Text that Handbill reads: Markdown, YAML, templates, styles, words.
    Text(Arc<str>),
    /// Should be text, and cannot be read as text: why.
    NotText(&'static str),
    /// A file that is published as it is; only its outside is known.
    Asset(Asset),
    /// There is something, and the site cannot have it: what to tell of it. It is as good as not there.
    LeftOut(Diagnostic),
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// Where it lies on disk.
    pub disk: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// When it was changed, in nanoseconds since 1970.
    pub modified: i128,
    /// Width and height in pixels as the picture is shown, for pictures that tell.
    pub pixels: Option<(u32, u32)>,
}
