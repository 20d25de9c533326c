//! What fields name: other documents, files and pages. Whether they are there, the site says later.

use super::To;
use crate::diagnostic::Spot;

/// Something that a field names: the site stage looks it up, by its spot.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    /// The field that names it.
    pub key: &'static str,
    /// The outermost field around it: the same unless it stands in a map.
    pub outer: &'static str,
    /// What it names.
    pub what: Named,
    /// Where.
    pub spot: Spot,
}

/// What a field can name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// Another document, by the name of its file.
    Document(To, String),
    /// A file to be published.
    File(String),
    /// A page or file to link to, and a heading in it.
    Page(String, Option<String>),
    /// An address on the web.
    Web(String),
}
