//! What fields a kind has, recorded from its own declaration: for the reference and for editors.

use super::{Extra, Fields, Need, Record, Value};
use crate::content::at::At;
use crate::diagnostic::Spot;

/// The form of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Text; what is meant by it, as in "text" or "an address".
    Text(&'static str),
    /// `yes` or `no`.
    YesNo,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The name of another document: of which kind.
    Reference(&'static str),
    /// A map with these fields; whether a plain text may stand for it.
    Map(Vec<Field>, bool),
    /// Whatever the site likes.
    Free,
}

/// A field as it was declared.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What it means, for a writer.
    pub meaning: &'static str,
    /// How many values it takes.
    pub need: Need,
    /// The form of a value.
    pub shape: Shape,
}

/// The fields that were asked for.
#[derive(Default)]
pub struct Schema {
    fields: Vec<Field>,
}

impl Schema {
    /// The fields of a record, in the order in which it asks for them.
    pub fn of<R: Record>() -> Vec<Field> {
        let mut schema = Self::default();
        R::read(&mut schema);
        schema.fields
    }
}

impl Fields for Schema {
    fn take<T: Value>(&mut self, key: &'static str, meaning: &'static str, need: Need) -> Vec<At<T>> {
        self.fields.push(Field { key, meaning, need, shape: T::shape() });
        vec![]
    }

    fn missing<T: Value>(&mut self, _: &'static str) -> At<T> {
        At { value: T::placeholder(), spot: Spot(0) }
    }

    fn rest<T: Value>(&mut self, meaning: &'static str) -> Vec<(At<String>, At<T>)> {
        self.fields.push(Field { key: "*", meaning, need: Need::List, shape: T::shape() });
        vec![]
    }

    fn extra(&mut self, key: &'static str, meaning: &'static str) -> Extra {
        self.fields.push(Field { key, meaning, need: Need::Optional, shape: Shape::Free });
        None
    }
}
