//! The window through which drawing sees the files: their text, and the bytes behind a place.

use super::position::moved_into;
use super::{Place, Span, Spot, Where};
use std::ops::Range;

/// What drawing needs to know of the files: text by path, and where spots are.
pub trait Files {
    /// The text of this file, if it is there and is text.
    fn text(&self, path: &str) -> Option<&str>;

    /// The bytes of this spot of this file.
    fn span(&self, path: &str, spot: Spot) -> Option<Span>;
}

/// The text of the place's file and the bytes of the place; nothing for whole files and for files without text.
///
/// **Invariant**: the range is inside the text, begins and ends between characters, and does not begin before a byte
/// order mark's end.
pub(super) fn located<'a>(place: &Place, files: &'a dyn Files) -> Option<(&'a str, Range<usize>)> {
    let span = match place.at {
        Where::File => None,
        Where::Span(span) => Some(span),
        Where::Spot(spot) => files.span(&place.path, spot),
    }?;
    let text = files.text(&place.path)?;
    let start = moved_into(text, span.start as usize);
    Some((text, start..moved_into(text, span.end as usize).max(start)))
}
