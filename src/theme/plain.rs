//! Tera's messages in the words of this program: what is wrong, and what to do.

use super::near::nearest;
use super::words::lower_first;
use std::ops::Range;

/// A value's type in plain words.
pub(super) fn type_words(name: &str) -> &'static str {
    match name {
        "none" | "undefined" => "nothing",
        "bool" => "yes or no",
        "u64" | "i64" | "u128" | "i128" | "f64" | "integer" | "float" | "number" | "Number" => "a number",
        "array" | "Vec<Value>" | "&[Value]" => "a list",
        "string" | "&str" | "String" | "Cow<str>" => "a text",
        _ => "a value with fields",
    }
}

/// A message of Tera's as a sentence without a full stop, and advice.
pub(super) fn plain(message: &str) -> (String, Option<String>) {
    let (first, rest) = message.split_once(". ").map_or((message, ""), |(first, rest)| (first, rest.trim()));
    let first = first.trim_end_matches('.');
    let mut quoted = first.split('`').skip(1).step_by(2);
    let (name, other) = (quoted.next().unwrap_or_default(), quoted.next().unwrap_or_default());
    if first.ends_with("is not defined") && (first.starts_with("Field ") || first.starts_with("Variable ")) {
        let known: Vec<&str> = rest.split_once(": ").map_or("", |(_, names)| names).split(", ").collect();
        let help = nearest(name, known.iter().copied()).map(|near| format!("Did you mean `{near}`?"));
        let list = known.join(", ");
        let there = (!list.is_empty()).then(|| format!("There is: {list}"));
        // Without a list nothing is known of what holds it: mostly it is empty.
        return (format!("there is no `{name}` here"), help.or(there).or_else(|| Some(ASK_FIRST.to_owned())));
    }
    if first.starts_with("Tried to render a variable that is undefined") {
        return ("this has no value".to_owned(), Some(ASK_FIRST.to_owned()));
    }
    if first.starts_with("Invalid type for the value") {
        let help = matches!(other, "none" | "undefined").then(|| ASK_FIRST.to_owned());
        return (format!("this takes {}, and was given {}", type_words(name), type_words(other)), help);
    }
    if first.starts_with("Missing keyword argument") {
        return (format!("`{name}` is missing here"), Some(format!("Write it into the brackets: {name}=…")));
    }
    if first.starts_with("Iteration not possible") {
        let help = matches!(name, "none" | "undefined").then(|| ASK_FIRST.to_owned());
        return (format!("a loop needs a list, and was given {}", type_words(name)), help);
    }
    if let Some(told) = syntax(first).or_else(|| wrong_value(message)) {
        return told;
    }
    (lower_first(first), (!rest.is_empty()).then(|| rest.to_owned()))
}

/// What Tera says of a template that it cannot read.
fn syntax(first: &str) -> Option<(String, Option<String>)> {
    let told = |message: &str, help: &str| Some((message.to_owned(), Some(help.to_owned())));
    let wanted = first.split_once(" but expected ");
    match first {
        "Unexpected end of input" => told(
            "the file ends before something in it does",
            "Each {% if … %}, {% for … %}, {% block … %} and {% set … %} with a text needs its end: {% endif %}, {% endfor %} …",
        ),
        "Unknown tag" => told(
            "there is no such tag",
            "The tags are: if, elif, else, for, set, block, extends, include, component, filter, raw, and their ends.",
        ),
        "Unexpected character" => {
            told("this sign cannot stand here", "Inside {{ … }} stands a value, inside {% … %} a tag.")
        }
        _ if first.contains("missing its closing") => {
            told("this quote is never closed", "Write the same quote at the end of the text.")
        }
        _ => {
            let (found, expected) = wanted?;
            let found = found.trim_start_matches("Found ").trim_start_matches("found ").trim_matches('`');
            let help = if expected.contains("ident") {
                "A value is wanted here: a name such as page.title, a text in quotes, or a number.".to_owned()
            } else {
                format!("What is wanted here is: {}", expected.trim_matches('`'))
            };
            Some((format!("`{found}` cannot stand here"), Some(help)))
        }
    }
}

/// What Tera says of a value that does not suit.
fn wrong_value(message: &str) -> Option<(String, Option<String>)> {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if message.starts_with("Component argument") {
        let [name, is, wanted, ..] = quoted[..] else { return None };
        let (wanted, is) = (type_words(wanted), type_words(is));
        return Some((
            format!("the argument `{name}` takes {wanted}, and was given {is}"),
            Some(format!("Give it {wanted}.")),
        ));
    }
    if message.starts_with("Math operations") {
        let is = type_words(quoted.first()?);
        let help = "Count with numbers alone, or write the texts one after the other.".to_owned();
        return Some((format!("only numbers can be counted with, and this is {is}"), Some(help)));
    }
    message.starts_with("Maximum render recursion depth").then(|| {
        (
            "components use each other without an end".to_owned(),
            Some("A component that uses itself needs an {% if … %} that stops it.".to_owned()),
        )
    })
}

const ASK_FIRST: &str = "Fields may be empty: ask first with {% if … %}.";

/// The same help with the name that may be empty, if it is about that. `at` are the bytes at which the template fails.
pub(super) fn with_name(help: Option<String>, message: &str, text: &str, at: Range<usize>) -> Option<String> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let failing = text.get(at.clone()).filter(|failing| failing.chars().all(is_name));
    let is_field = message.starts_with("there is no ");
    // The place may be the beginning of a longer name.
    let rest = text.get(at.end..).unwrap_or_default();
    let end = at.end + if is_field { 0 } else { rest.find(|c| !is_name(c)).unwrap_or(rest.len()) };
    let name = failing.and_then(|_| text.get(..end)?.rsplit(|c| !is_name(c)).next());
    // A field that is not there belongs to something that is empty.
    let name = name.and_then(|name| if is_field { Some(name.rsplit_once('.')?.0) } else { Some(name) });
    match name.filter(|name| !name.is_empty() && help.as_deref() == Some(ASK_FIRST)) {
        Some(name) => Some(format!(
            "`{name}` may be empty: write {{% if {name} %}} before what needs it, and {{% endif %}} behind it."
        )),
        None => help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_empty_is_named() {
        let named = |message, text: &str, at| with_name(Some(ASK_FIRST.to_owned()), message, text, at).unwrap();
        let text = "é{{ story.teller.title | upper }}";
        let said =
            "`story.teller` may be empty: write {% if story.teller %} before what needs it, and {% endif %} behind it.";
        assert_eq!(named("there is no `title` here", text, 18..23), said);
        let said = said.replace("story.teller", "story.teller.title");
        assert_eq!(named("this takes a text, and was given nothing", text, 5..10), said);
        assert_eq!(named("this takes a text, and was given nothing", text, 5..31), ASK_FIRST);
        assert_eq!(named("there is no `title` here", "{{ title }}", 3..8), ASK_FIRST);
        assert_eq!(with_name(None, "there is no `title` here", text, 18..23), None);
    }

    #[test]
    fn messages_say_what_is_wrong_and_what_to_do() {
        let told = |message| {
            let (message, help) = plain(message);
            format!("{message} / {}", help.unwrap_or_default())
        };
        assert_eq!(
            told("Field `titel` is not defined. Available fields: author, date, title"),
            "there is no `titel` here / Did you mean `title`?"
        );
        assert_eq!(
            told("Variable `x` is not defined. Available variables: page, site"),
            "there is no `x` here / There is: page, site"
        );
        assert_eq!(
            told("Invalid type for the value, expected `string` but got `none`"),
            "this takes a text, and was given nothing / Fields may be empty: ask first with {% if … %}."
        );
        assert_eq!(
            told("Math operations can only be done on numbers, found `string`"),
            "only numbers can be counted with, and this is a text / Count with numbers alone, or write the texts one after the other."
        );
    }
}
