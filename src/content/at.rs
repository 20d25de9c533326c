//! Values that remember their place, and the list of places of a document.

use crate::diagnostic::{Span, Spot};
use serde::{Serialize, Serializer};
use std::ops::Deref;

/// A value and the spot where it was written.
///
/// Spots take part in hashes (they are numbers in reading order, not positions): two documents with equal hashes have
/// their n-th spot at the same thing, so diagnostics of the site stage stay true when text moves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub spot: Spot,
}

impl<T> At<T> {
    /// The value, changed, at the same spot.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> At<U> {
        At { value: change(self.value), spot: self.spot }
    }
}

impl<T> Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for At<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// The bytes of each spot of a document, in the order in which they were noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Notes a place and gives its spot.
    pub fn note(&mut self, span: Span) -> Spot {
        self.0.push(span);
        Spot(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Forgets all but the first ones.
    pub fn keep(&mut self, count: usize) {
        self.0.truncate(count);
    }

    /// The bytes of a spot.
    pub fn span(&self, spot: Spot) -> Span {
        self.0.get(spot.0 as usize).copied().unwrap_or_default()
    }
}
