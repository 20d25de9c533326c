//! What messages about fields say: words with their meaning, and fields as they are to be written.

use super::Need;
use super::dates::{Meant, meant};
use super::schema::{Field, Shape};
use crate::content::yaml::as_value;

/// A word of a choice with its meaning behind it, unless it speaks for itself.
pub(super) fn explained(word: &str, meaning: &str) -> String {
    let meaning = meaning.trim().trim_end_matches('.');
    let meaning = meaning.strip_prefix(&format!("{}: ", capital(word))).unwrap_or(meaning);
    if meaning.eq_ignore_ascii_case(word) {
        return word.to_owned();
    }
    format!("{word} ({})", small(meaning))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence as it stands inside another.
pub(super) fn small(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next();
    // `I, II, III` stays.
    let is_word = letters.clone().next().is_none_or(|next| next.is_lowercase() || next == ' ');
    first.filter(|_| is_word).map_or_else(|| sentence.to_owned(), |first| first.to_lowercase().chain(letters).collect())
}

/// Whether a text begins with this word, whatever follows.
pub(super) fn begins_with(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// So many fields are shown where none must be there.
const SHOWN: usize = 4;

/// How the fields below a key are to be written, where a text stands: with that text in the field that it fits.
///
/// Words to choose from stand behind the field as a note, so that all of it can be pasted.
pub(super) fn in_fields(key: &str, fields: &[Field], text: &str, is_item: bool) -> String {
    let required: Vec<&Field> = fields.iter().filter(|field| field.need == Need::Required).collect();
    let shown: Vec<&Field> = if required.is_empty() { fields.iter().take(SHOWN).collect() } else { required.clone() };
    let mut text = Some(text);
    let lines = shown.iter().enumerate().map(|(at, field)| {
        let indent = match (is_item, at) {
            (false, _) => "  ",
            (true, 0) => "  - ",
            (true, _) => "    ",
        };
        let (value, note) = match &field.shape {
            Shape::Choice(words) => ("…".to_owned(), format!("  # {}", words.join(", "))),
            Shape::Text("text") if matches!(field.key, "title" | "name" | "text" | "what" | "notes") => {
                (text.take().map_or_else(|| "…".to_owned(), as_value), String::new())
            }
            Shape::Text(form) if form.starts_with("a date") => match text.map(meant) {
                Some(Meant::Day(date)) => (date.to_string(), String::new()),
                _ => ("…".to_owned(), format!("  # {form}")),
            },
            _ if field.key == "consent" => ("…".to_owned(), "  # given, pending, withdrawn, not-needed".to_owned()),
            _ => ("…".to_owned(), String::new()),
        };
        format!("{indent}{}: {value}{note}", field.key)
    });
    let lines: Vec<String> = lines.collect();
    let at_least = if required.is_empty() { "its fields" } else { "at least this" };
    let lines = lines.join("\n");
    if is_item {
        return format!("write {at_least} in its place:\n{lines}");
    }
    format!("write {at_least} below `{key}:`, each on a line of its own:\n{key}:\n{lines}")
}
