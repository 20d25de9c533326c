//! What a site's own words are held to: the names that the theme has, and the values that it gives them.
//!
//! A site's words stand in `strings/LANG.ftl`, beside `content`, and each takes the place of the theme's of that name.

use super::ThemeFiles;
use super::near::did_you_mean;
use super::words::messages;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, SitePath, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The messages of a theme, each with the names of all values that it takes in one of the theme's languages: where one
/// language says the month in words, another may want its number.
pub(super) struct Known {
    messages: BTreeMap<String, BTreeSet<String>>,
}

impl Known {
    /// All messages in the words of a theme.
    pub(super) fn of(theme: &ThemeFiles) -> Self {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let files = theme.below("strings/").filter(|(name, _)| name.ends_with(".ftl"));
        for source in files.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()) {
            for (id, span) in messages(source) {
                let values = values(source, span).into_iter().map(|(name, _)| name.to_owned());
                known.entry(id.to_owned()).or_default().extend(values);
            }
        }
        Self { messages: known }
    }

    /// The values that a message can be given.
    pub(super) fn values(&self, id: &str) -> impl Iterator<Item = &str> {
        self.messages.get(id).into_iter().flatten().map(String::as_str)
    }

    /// Tells of messages that the theme never shows, and of values that it does not have for them.
    pub(super) fn faults(&self, path: &SitePath, source: &str) -> Vec<Diagnostic> {
        let mut told = vec![];
        for (id, span) in messages(source) {
            let Some(known) = self.messages.get(id) else {
                let help = did_you_mean(id, self.messages.keys().map(String::as_str)).unwrap_or_else(|| {
                    "Words here take the place of the theme's, so they have its names: see the guide, \
                     “Changing how it looks”."
                        .to_owned()
                });
                let message = format!("the theme has no words called `{id}`, so these would never be shown");
                told.push(Diagnostic::new(Code::Words, Place::span(path, span), message).help(help));
                continue;
            };
            for (name, span) in values(source, span).into_iter().filter(|(name, _)| !known.contains(*name)) {
                let help = did_you_mean(name, known.iter().map(String::as_str)).unwrap_or_else(|| {
                    let all: Vec<_> = known.iter().map(|name| format!("`{{ ${name} }}`")).collect();
                    if all.is_empty() {
                        "These words have no values to put in.".to_owned()
                    } else {
                        format!("There is {}.", all.join(", "))
                    }
                });
                let message = format!("the words `{id}` are given no value called `{name}`");
                told.push(Diagnostic::new(Code::Words, Place::span(path, span), message).help(help));
            }
            for (name, span) in references(source, span).into_iter().filter(|(name, _)| !self.is_message(source, name))
            {
                let help = match known.iter().find(|value| *value == name).or(known.first()) {
                    Some(value) if value == name => {
                        format!("A value has a `$` before its name: write `{{ ${value} }}`.")
                    }
                    Some(value) => format!("A value has a `$` before its name, and here there is `{{ ${value} }}`."),
                    None => did_you_mean(name, self.messages.keys().map(String::as_str))
                        .unwrap_or_else(|| "Write the words alone: these have no values to put in.".to_owned()),
                };
                let message = format!("there are no words called `{name}` to put in here");
                told.push(Diagnostic::new(Code::Words, Place::span(path, span), message).help(help));
            }
        }
        told
    }

    /// Whether the theme or this file has words of this name.
    fn is_message(&self, source: &str, name: &str) -> bool {
        self.messages.contains_key(name) || messages(source).any(|(id, _)| id == name)
    }
}

/// A file of words in a language that the site has not.
pub(super) fn not_this_language(path: &SitePath, lang: &str) -> Diagnostic {
    Diagnostic::new(Code::Words, Place::file(path), "the words in this file are never shown")
        .severity(Severity::Warning)
        .help(format!("The site's language is `{lang}` (`lang` in site.yaml): call the file `strings/{lang}.ftl`."))
}

/// The values that a message takes, each with its place: names after a `$` in braces. `id` is where the message's name
/// stands.
fn values(source: &str, id: Span) -> Vec<(&str, Span)> {
    let (start, text) = text_of(source, id);
    let (mut depth, mut is_quoted) = (0_usize, false);
    let mut found = vec![];
    for (at, letter) in text.char_indices() {
        match letter {
            '"' if depth > 0 => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '$' if depth > 0 => {
                let name = &text[at + 1..];
                let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
                let name = &name[..end.unwrap_or(name.len())];
                if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    found.push((name, Span::new(start + at, start + at + 1 + name.len())));
                }
            }
            _ => {}
        }
    }
    found
}

/// The text of a message, and where it begins.
fn text_of(source: &str, id: Span) -> (usize, &str) {
    let start = id.end as usize;
    // It goes on until a line begins with something else: the next message, a term or a comment.
    let mut ends = source[start..].match_indices('\n').map(|(at, _)| start + at + 1);
    let is_next = |at: &usize| source[*at..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '#'));
    (start, &source[start..ends.find(is_next).unwrap_or(source.len())])
}

/// The other words that a message puts in, each with its place: `{ name }`.
fn references(source: &str, id: Span) -> Vec<(&str, Span)> {
    let (start, text) = text_of(source, id);
    // No name is longer.
    let inside = |at: usize| text[at..text.floor_char_boundary(at + 200)].split_once('}');
    let open = text.match_indices('{').filter_map(|(at, _)| Some((at + 1, inside(at + 1)?.0)));
    let names = open.map(|(at, inside)| (at + inside.len() - inside.trim_start().len(), inside.trim()));
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    let names = names.filter(|(_, name)| is_name(name));
    names.map(|(at, name)| (name, Span::new(start + at, start + at + name.len()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Vec<&str> {
        let (_, id) = messages(source).next().unwrap_or_else(|| panic!("no message in {source}"));
        values(source, id)
            .into_iter()
            .inspect(|(name, span)| assert_eq!(&source[span.start as usize + 1..span.end as usize], *name))
            .map(|(name, _)| name)
            .collect()
    }

    #[test]
    fn values_are_what_follows_a_dollar_in_braces_up_to_the_next_message() {
        assert_eq!(names("a = It costs $5 { $count } { $month-number }\nb = { $other }\n"), ["count", "month-number"]);
        assert_eq!(
            names("a = { $n ->\n    [one] { $who } came\n   *[other] { $n }\n}\n# { $no }\n"),
            ["n", "who", "n"]
        );
        assert_eq!(names("a = { \"{ $no }\" } é { $yes"), ["yes"]);
        assert_eq!(names("a = plain\n"), [""; 0]);
    }
}
