//! What messages about fields say: words with their meaning, and fields as they are to be written.

use super::Need;
use super::dates::{Meant, meant};
use super::schema::{Field, Shape};
use crate::content::slug::slug;
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

/// How a list of maps is to be written where a list of texts stands, all items at once.
pub(super) fn items_in_fields(key: &str, fields: &[Field], texts: &[&str]) -> String {
    let items = texts.iter().map(|text| in_fields(key, fields, text, true));
    let items: Vec<String> =
        items.map(|help| help.split_once('\n').map_or(String::new(), |(_, lines)| lines.to_owned())).collect();
    format!("write in place of this list:\n{key}:\n{}", items.join("\n"))
}

/// So many fields are shown where none must be there.
const SHOWN: usize = 4;

/// How the fields below a key are to be written, where a text stands: with that text in the field that it fits.
///
/// Words to choose from stand behind the field as a note, so that all of it can be pasted.
pub(super) fn in_fields(key: &str, fields: &[Field], text: &str, is_item: bool) -> String {
    let required: Vec<&Field> = fields.iter().filter(|field| field.need == Need::Required).collect();
    let shown: Vec<&Field> = if required.is_empty() { fields.iter().take(SHOWN).collect() } else { required.clone() };
    // What has a field of its own is no part of the title: readers would see it twice, and could not follow it.
    let address = text
        .split_whitespace()
        .find(|word| word.starts_with("https://") || word.starts_with("http://"))
        .map(|address| address.trim_end_matches(['.', ',', ';', ')']));
    let address = address.filter(|_| fields.iter().any(|field| field.key == "url"));
    let without = address.map_or(text.to_owned(), |address| text.replacen(address, "", 1));
    let without = without.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = Some(without.trim_end_matches([':', ' ', ',', '-'])).filter(|text| !text.is_empty());
    let mut lines = vec![];
    for field in &shown {
        let (value, note) = match &field.shape {
            Shape::Choice(words) => (None, format!("  # {}", words.join(", "))),
            Shape::Text("text") if matches!(field.key, "title" | "name" | "text" | "what" | "notes") => {
                (text.take().map(as_value), String::new())
            }
            // The name of a group of items is made of its heading.
            Shape::Text("text") if field.key == "id" => (text.map(slug), String::new()),
            Shape::Text(form) if form.starts_with("a date") => match text.map(meant) {
                Some(Meant::Day(date)) => (Some(date.to_string()), String::new()),
                _ => (None, format!("  # {form}")),
            },
            _ if field.key == "consent" => (None, "  # given, pending, withdrawn, not-needed".to_owned()),
            _ => (None, String::new()),
        };
        lines.push((field.key, value, note));
    }
    if let Some(address) = address {
        lines.retain(|(key, ..)| *key != "url");
        lines.push(("url", Some(as_value(address)), String::new()));
    }
    // What was written has a place among the others: it is not to be lost.
    let is_a_date = lines.iter().any(|(_, value, _)| value.is_some());
    let other = fields.iter().find(|field| matches!(field.key, "what" | "note" | "notes" | "why"));
    if let (false, Some(text), Some(other)) = (is_a_date, text.take(), other) {
        lines.push((other.key, Some(as_value(text)), String::new()));
    }
    // Where no field must be there, dots are only more to write.
    if required.is_empty() && lines.iter().any(|(_, value, _)| value.is_some()) {
        lines.retain(|(_, value, _)| value.is_some());
    }
    let lines = lines.iter().enumerate().map(|(at, (key, value, note))| {
        let indent = match (is_item, at) {
            (false, _) => "  ",
            (true, 0) => "  - ",
            (true, _) => "    ",
        };
        format!("{indent}{key}: {}{note}", value.as_deref().unwrap_or("…"))
    });
    let lines = lines.collect::<Vec<_>>().join("\n");
    if is_item {
        return format!("write in place of this line:\n{lines}");
    }
    format!("write in place of this line:\n{key}:\n{lines}")
}
