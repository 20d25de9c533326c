//! Files of the site: what there is on disk, as a list of changes. It reads and lists; it understands nothing.

mod orientation;
mod scan;

pub use orientation::{is_on_its_side, orientation};
pub use scan::{Scan, scan};

use crate::diagnostic::SitePath;
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
