//! What is done to a finished file before it is published: it changes how a file is written, never what it says.
//!
//! It knows bytes and addresses, and neither documents nor views. Each step is a function from bytes to bytes.

pub mod portable;

/// How finished pages are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Finish {
    /// How links inside the site are written.
    pub links: Links,
}

/// How links inside the site are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Complete paths from the root of the site's host, as a web server wants them.
    #[default]
    Complete,
    /// Relative to the page and ending in a file's name, for a memory stick and `file://`.
    Portable,
}
