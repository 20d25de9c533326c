//! What a template sees of a page, and its fingerprint: two views with the same one make the same page.

use crate::content::fingerprint::fingerprint;
use serde::Serialize;
use std::hash::{Hash, Hasher};
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

    /// The fingerprint of the template's name and of all that it sees but for `site`, which all pages share.
    pub fn print(&self) -> u128 {
        let own = self.values.iter().filter(|(name, _)| *name != "site").map(|(name, value)| (name, Hashed(value)));
        fingerprint(&(self.template, own.collect::<Vec<_>>()))
    }
}

/// The fingerprint of a value, as templates can tell values apart.
pub fn print_of(value: &Value) -> u128 {
    fingerprint(&Hashed(value))
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

struct Hashed<'a>(&'a Value);

impl Hash for Hashed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let value = self.0;
        value.kind().hash(state);
        if let Some(text) = value.as_str() {
            // What is safe is not escaped.
            (text, value.is_safe()).hash(state);
        } else if let Some(items) = value.as_array() {
            items.len().hash(state);
            items.iter().for_each(|item| Hashed(item).hash(state));
        } else if let Some(map) = value.as_map() {
            // In their order, which a loop shows.
            map.len().hash(state);
            map.iter().for_each(|(key, item)| (key, Hashed(item)).hash(state));
        } else if !value.is_none() && !value.is_undefined() {
            // Numbers, and yes or no, are what they are written as.
            value.to_string().hash(state);
        }
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
