//! Places in files: byte spans, and spots that later stages name without knowing bytes.

use super::SitePath;

/// A range of bytes in a file, from the file's first byte (a byte order mark counts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to `end`, both in bytes.
    ///
    /// Files are refused long before four gigabytes, so the positions fit.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }
}

/// The n-th place that parsing noted in a document; the document knows the bytes.
///
/// The site stage names places by spots, so that its diagnostics stay true when lines are added above them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot(pub u32);

/// Where in a file something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// The file as a whole, or a folder.
    File,
    /// These bytes.
    Span(Span),
    /// A spot of the document, resolved to bytes when the diagnostic is told.
    Spot(Spot),
}

/// A place in a file of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, or the folder.
    pub path: SitePath,
    /// Where in it.
    pub at: Where,
    /// What is there, such as "first written here".
    pub label: Option<String>,
}

impl Place {
    /// A whole file or folder.
    pub fn file(path: &SitePath) -> Self {
        Self { path: path.clone(), at: Where::File, label: None }
    }

    /// Some bytes of a file.
    pub fn span(path: &SitePath, span: Span) -> Self {
        Self { path: path.clone(), at: Where::Span(span), label: None }
    }

    /// A spot of a document.
    pub fn spot(path: &SitePath, spot: Spot) -> Self {
        Self { path: path.clone(), at: Where::Spot(spot), label: None }
    }

    /// The same place with a few words beside it.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}
