//! What is done to a finished file before it is published: it changes how a file is written, never what it says.
//!
//! It knows bytes and addresses, and neither documents nor views. Each step is a function from bytes to bytes.

#[cfg(feature = "minify")]
pub mod minify;
pub mod pictures;
pub mod portable;
#[cfg(feature = "minify")]
mod said;
pub mod svg;
mod tags;

/// How finished pages are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Finish {
    /// How links inside the site are written.
    pub links: Links,
    /// How small they are.
    pub size: Size,
}

/// How links inside the site are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Links {
    /// Complete paths from the root of the site's host, as a web server wants them.
    #[default]
    Complete,
    /// Relative to the page and ending in a file's name, for a memory stick and `file://`.
    Portable,
}

/// How small finished pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// As they come from the templates, whose white space was collapsed when they were loaded.
    #[default]
    AsRendered,
    /// As small as they can be. A build without the cargo feature `minify` cannot; see [`CAN_MINIFY`].
    Minified,
}

/// Whether this build of Handbill can make pages small.
pub const CAN_MINIFY: bool = cfg!(feature = "minify");
