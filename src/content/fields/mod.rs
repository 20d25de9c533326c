//! How a kind declares its fields: one trait to ask for values, answered by front matter or by a schema.
//!
//! Reading a kind is its declaration: [`FrontMatter`] takes the values out of a YAML map and notes every mistake at its
//! place; [`Schema`] records what was asked for, for the reference and for editors.

mod called;
mod choice;
mod colours;
mod cut_items;
mod dates;
mod front_matter;
mod mention;
mod misread;
mod near;
mod protection;
mod reader;
mod repairs;
mod said;
mod schema;
mod slips;
mod strangers;
mod values;

pub(crate) use choice::choices;
pub use front_matter::FrontMatter;
pub use mention::{Mention, Named};
pub use near::nearest;
pub use reader::Reader;
pub use schema::{Field, Schema, Shape};
pub use values::{
    Address, Any, Campaigns, Colour, Count, Date, Definitions, FilePath, Moment, Pages, People, Placed, Principles,
    Ref, Segment, Stories, Tag, Target, To, Unchecked, is_email, is_phone,
};

use super::at::At;
use crate::content::yaml::Node;
use crate::diagnostic::Code;

/// Something that can stand as a value in YAML.
pub trait Value: Sized {
    /// Its form, for the reference and for messages.
    fn shape() -> Shape;

    /// Reads it from a node, or tells what is wrong and gives nothing.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;

    /// What stands in for a required value that is missing; the document is marked as broken, so nobody sees it.
    fn placeholder() -> Self;
}

/// A map with fields: a kind, or a part of one.
pub trait Record: Sized {
    /// What it is, for messages: "a campaign".
    const NAME: &'static str;

    /// It must have a `date`, which is a field of every kind.
    const NEEDS_DATE: bool = false;

    /// Whether it has `who`, in which a name can stand that is not published.
    const HAS_WHO: bool = false;

    /// Its `title` is the name of a person.
    const TITLE_IS_A_NAME: bool = false;

    /// Asks for every field, unconditionally and in the order in which the reference shows them.
    fn read(fields: &mut impl Fields) -> Self;

    /// What a plain text stands for, if it may stand for this map (content model, rule 5).
    fn from_text(text: &At<String>) -> Option<Self> {
        let _ = text;
        None
    }

    /// Why a text may not stand for this map, where there is more to say than the form: code, message and help.
    fn explain_text(text: &str, key: &str) -> Option<(Code, String, String)> {
        let _ = (text, key);
        None
    }

    /// The rules between fields.
    fn check(&self, reader: &mut Reader) {
        let _ = reader;
    }
}

/// How many values a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// One, and it must be there.
    Required,
    /// One or none.
    Optional,
    /// Any number; a single value is a list of one.
    List,
}

/// Where fields are asked for.
pub trait Fields: Sized {
    /// All values of a field: at most one unless `need` is a list.
    fn take<T: Value>(&mut self, key: &'static str, meaning: &'static str, need: Need) -> Vec<At<T>>;

    /// A place for a value that is missing.
    fn missing<T: Value>(&mut self, key: &'static str) -> At<T>;

    /// All keys that no field has taken: for maps whose keys are free.
    fn rest<T: Value>(&mut self, meaning: &'static str) -> Vec<(At<String>, At<T>)>;

    /// Keys and values of the site's own, kept as they are; never published keys are left out.
    fn extra(&mut self, key: &'static str, meaning: &'static str) -> Extra;

    /// Begins to ask for a field.
    fn field<T: Value>(&mut self, key: &'static str, meaning: &'static str) -> Ask<'_, Self, T> {
        Ask { fields: self, key, meaning, value: std::marker::PhantomData }
    }

    /// Begins to ask for a text.
    fn text(&mut self, key: &'static str, meaning: &'static str) -> Ask<'_, Self, String> {
        self.field(key, meaning)
    }

    /// Begins to ask for a date.
    fn date(&mut self, key: &'static str, meaning: &'static str) -> Ask<'_, Self, Date> {
        self.field(key, meaning)
    }

    /// Asks for a yes or no; no if it is not there.
    fn flag(&mut self, key: &'static str, meaning: &'static str) -> bool {
        self.field::<bool>(key, meaning).or(false)
    }
}

/// Free values of a site's own, in a form that templates can show.
pub type Extra = Option<Free>;

/// A free value: what was typed, with its structure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(untagged)]
pub enum Free {
    /// A text, as it was typed.
    Text(String),
    /// A list.
    List(Vec<Free>),
    /// A map, by key.
    Map(std::collections::BTreeMap<String, Free>),
}

/// A field that is being asked for.
pub struct Ask<'f, F, T> {
    fields: &'f mut F,
    key: &'static str,
    meaning: &'static str,
    value: std::marker::PhantomData<T>,
}

impl<F: Fields, T: Value> Ask<'_, F, T> {
    /// It must be there: told if it is not, and a placeholder stands in.
    pub fn required(self) -> At<T> {
        match self.fields.take(self.key, self.meaning, Need::Required).pop() {
            Some(value) => value,
            None => self.fields.missing(self.key),
        }
    }

    /// It may be there.
    pub fn optional(self) -> Option<At<T>> {
        self.fields.take(self.key, self.meaning, Need::Optional).pop()
    }

    /// Any number of them.
    pub fn list(self) -> Vec<At<T>> {
        self.fields.take(self.key, self.meaning, Need::List)
    }

    /// It may be there; otherwise this.
    pub fn or(self, default: T) -> T {
        self.optional().map_or(default, |value| value.value)
    }
}
