//! What a template sees of a page, and its fingerprint: two views with the same one make the same page.

use super::scene::Cards;
use crate::content::fingerprint::fingerprint_of_bytes;
use serde::Serialize;
use tera::value::ValueKind;
use tera::{Context, Value};

/// A page to be rendered: the name of its template, and all that the template sees.
pub struct View {
    /// `story.html`.
    pub template: &'static str,
    /// What the template sees, by name.
    pub(super) values: Vec<(&'static str, Value)>,
}

impl View {
    /// What the template sees.
    pub fn context(self) -> Context {
        let mut context = Context::new();
        self.values.into_iter().for_each(|(name, value)| context.insert_value(name, value));
        context
    }

    /// The fingerprint of the template's name and of all that it sees but for `site`, which all pages share. `cards` are
    /// those of its edition.
    pub fn print(&self, cards: &Cards) -> u128 {
        let mut bytes = Vec::with_capacity(64 << 10);
        text(self.template, &mut bytes);
        for (name, value) in self.values.iter().filter(|(name, _)| *name != "site") {
            text(name, &mut bytes);
            gather(value, Some(cards), &mut bytes);
        }
        fingerprint_of_bytes(&bytes)
    }
}

/// The fingerprint of a value, as templates can tell values apart.
pub fn print_of(value: &Value) -> u128 {
    let mut bytes = vec![];
    gather(value, None, &mut bytes);
    fingerprint_of_bytes(&bytes)
}

/// Writes a value so that no two that a template can tell apart are written alike; a card by its fingerprint.
fn gather(value: &Value, cards: Option<&Cards>, bytes: &mut Vec<u8>) {
    match value.kind() {
        ValueKind::Undefined => bytes.push(0),
        ValueKind::None => bytes.push(1),
        ValueKind::String => {
            // What is safe is not escaped.
            bytes.push(if value.is_safe() { 2 } else { 3 });
            text(value.as_str().unwrap_or_default(), bytes);
        }
        ValueKind::Array => {
            let items = value.as_array().unwrap_or_default();
            bytes.push(4);
            bytes.extend_from_slice(&items.len().to_le_bytes());
            items.iter().for_each(|item| gather(item, cards, bytes));
        }
        ValueKind::Map => {
            if let Some(print) = cards.zip(value.as_map()).and_then(|(cards, map)| cards.print(map)) {
                bytes.push(9);
                bytes.extend_from_slice(&print.to_le_bytes());
                return;
            }
            bytes.push(5);
            bytes.extend_from_slice(&value.len().unwrap_or(0).to_le_bytes());
            // In their order, which a loop shows.
            for (key, item) in value.as_map().into_iter().flatten() {
                bytes.push(u8::from(key.as_str().is_some()));
                match key.as_str() {
                    Some(key) => text(key, bytes),
                    None => text(&key.to_string(), bytes),
                }
                gather(item, cards, bytes);
            }
        }
        ValueKind::Bool => bytes.push(if value.is_truthy() { 6 } else { 7 }),
        // Numbers are what they are written as.
        _ => {
            bytes.push(8);
            text(&value.to_string(), bytes);
        }
    }
}

fn text(text: &str, bytes: &mut Vec<u8>) {
    // A short text's length is one byte, since nearly all are names of fields.
    match u8::try_from(text.len()) {
        Ok(short @ 0..=254) => bytes.push(short),
        _ => {
            bytes.push(u8::MAX);
            bytes.extend_from_slice(&text.len().to_le_bytes());
        }
    }
    bytes.extend_from_slice(text.as_bytes());
}

/// Values that become part of a view, whatever their type.
pub(super) trait Serializable {
    fn value(&self) -> Value;
}

impl<T: Serialize> Serializable for T {
    fn value(&self) -> Value {
        Value::from_serializable(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_that_a_template_can_tell_apart_have_different_prints() {
        let of = |value: serde_json::Value| Value::from_serializable(&value);
        let values = [
            Value::none(),
            Value::undefined(),
            of(json!(true)),
            of(json!(false)),
            of(json!(1)),
            of(json!(-1)),
            of(json!(1.5)),
            of(json!("")),
            of(json!("1")),
            of(json!("<")),
            Value::safe_string("<"),
            of(json!([])),
            of(json!([1])),
            of(json!([[1]])),
            of(json!(["a", "b"])),
            of(json!(["ab"])),
            of(json!({})),
            of(json!({"a": 1})),
            of(json!({"a": {"b": 1}})),
            of(json!({"a": 1, "b": 2})),
            of(json!({"b": 2, "a": 1})),
        ];
        for (index, one) in values.iter().enumerate() {
            for (other_index, other) in values.iter().enumerate() {
                assert_eq!(print_of(one) == print_of(other), index == other_index, "{one:?} and {other:?}");
            }
        }
    }
}
