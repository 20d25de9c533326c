//! The outline of a text: what other pages and the checks of the site need to know of it. It holds no HTML.

use super::escape::percent_decoded;
use crate::content::at::At;
use crate::content::slug::slug;
use crate::diagnostic::Spot;

/// The part of a body that other pages and checks use; it takes part in the document's shape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Outline {
    /// The level-1 heading that was taken as title ([`super::FirstHeading::Title`]), as plain text.
    pub title: Option<At<String>>,
    /// The first sentence of the first paragraph as plain text, about 200 characters at most; may be empty.
    pub summary: String,
    /// The headings in reading order.
    pub headings: Vec<Heading>,
    /// The links in reading order, those that were refused left out.
    pub links: Vec<Link>,
    /// The pictures in reading order, those that were refused left out.
    pub images: Vec<Image>,
    /// Nothing is shown.
    pub is_empty: bool,
}

impl Outline {
    /// The id that an anchor written by an author means: a heading's id, or the heading's words.
    ///
    /// The id lacks the prefix of [`super::Setting`]. None if there is no such heading.
    pub fn anchor(&self, written: &str) -> Option<&str> {
        let wanted = slug(written);
        let find = |id: &str| self.headings.iter().find(|heading| heading.id == id);
        find(written).or_else(|| find(&wanted)).map(|heading| heading.id.as_str())
    }
}

/// A heading of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// How many levels it is below the first heading of the text; 0 for that one and those above it.
    pub depth: u8,
    /// Its id, unique in the text, without the prefix of [`super::Setting`].
    pub id: String,
    /// Its words as plain text.
    pub text: String,
    /// Where it is.
    pub spot: Spot,
}

/// A link of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// Where it leads.
    pub to: Destination,
    /// Its words as plain text.
    pub words: String,
    /// Its title; empty if there is none.
    pub title: String,
    /// Where it is.
    pub spot: Spot,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// A complete `https:`, `http:`, `mailto:` or `tel:` address, ready to be escaped.
    External(String),
    /// A place on the same page, percent-decoded, without `#`.
    Anchor(String),
    /// A file of the site.
    Internal {
        /// As written, percent-decoded; one that begins with `/` starts at `content/`.
        path: String,
        /// The place on it, percent-decoded, without `#`.
        anchor: Option<String>,
    },
}

impl Destination {
    /// A path as written, split at its `#`.
    pub(super) fn internal(written: &str) -> Self {
        match written.split_once('#') {
            Some((path, anchor)) if !anchor.is_empty() => {
                Self::Internal { path: percent_decoded(path), anchor: Some(percent_decoded(anchor)) }
            }
            Some((path, _)) => Self::Internal { path: percent_decoded(path), anchor: None },
            None => Self::Internal { path: percent_decoded(written), anchor: None },
        }
    }
}

/// A picture of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Image {
    /// The file as written, percent-decoded; one that begins with `/` starts at `content/`.
    pub path: String,
    /// What it shows; empty if it is decorative.
    pub alt: String,
    /// It has no meaning.
    pub decorative: bool,
    /// Its title, shown as a caption where it stands alone; empty if there is none.
    pub title: String,
    /// Where it is.
    pub spot: Spot,
}
