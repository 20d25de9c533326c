//! Why a command could not do its work: wrong use, or a failing machine. An author's mistake is no failure.

use std::fmt;

/// A failure that ends a command, in words for whoever runs it.
#[derive(Debug)]
pub struct Failed(String);

impl Failed {
    /// A failure in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<crate::publish::Failure> for Failed {
    fn from(failure: crate::publish::Failure) -> Self {
        Self(failure.to_string())
    }
}
