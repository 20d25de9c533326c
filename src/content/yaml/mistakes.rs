//! What a YAML error means to someone who writes a title: plain words, and the line as it should be.

use super::mending::{self, quote};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use std::ops::Range;

/// The diagnostic for an error that the parser found at byte `at` of the file.
pub(super) fn explain(path: &SitePath, source: &str, range: &Range<usize>, at: usize, why: &str) -> Diagnostic {
    let at = floor(source, at.clamp(range.start, range.end));
    let told = |span: Span, message: &str| Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message);
    let (start, line) = line_of(source, range, at);
    if let Some(tab) = line.find('\t').filter(|tab| line[..*tab].trim().is_empty()) {
        return told(Span::new(start + tab, start + tab + 1), "a tab stands at the start of this line")
            .help("use spaces for indentation: two for each level")
            .repair(mending::tabs(source, range, at, start));
    }
    if line.trim_start_matches(' ').starts_with('\u{a0}') {
        return told(
            Span::new(start, start + mending::indent(line)),
            "a no-break space stands at the start of this line",
        )
        .help("delete the spaces before it and type them again")
        .repair(mending::no_break_spaces(source, range, at, start));
    }
    if why.contains("recursion") || why.contains("nesting") || why == "too many aliases" {
        return told(Span::new(at, at), "this is nested too deep to be read").help("write fewer lists inside lists");
    }
    if why == "second document" {
        return told(Span::new(at, (at + 3).min(range.end)), "a second `---` stands inside the front matter")
            .help("the front matter begins with one `---` line and ends with one");
    }
    // The parser often notices a line later than the line that is wrong. Where both look wrong, it is the one that can be
    // mended.
    let mut first = None;
    for (start, line) in [(start, line), previous(source, range, start)] {
        let found = if let Some(found) = value_to_quote(line) {
            let span = Span::new(start + found.start, start + found.start + found.value.len());
            told(span, found.message)
                .help(format!("put it in quotes: `{}`", found.mended))
                .repair(mending::quoted(source, range, at, span))
        } else if let Some((key, rest)) = line.split_once(':').filter(|(key, _)| is_key(key.trim_start()))
            && !rest.starts_with(' ')
            && !rest.is_empty()
        {
            let span = Span::new(start + key.len(), start + key.len() + 1);
            told(span, "there is no space after the colon")
                .help(format!("write `{}: {}`", key.trim_start(), rest.trim_start()))
                .repair(mending::spaces(source, range, at, start))
        } else {
            continue;
        };
        if found.repair.is_some() {
            return found;
        }
        first.get_or_insert(found);
    }
    if let Some(first) = first {
        return first;
    }
    let trimmed = line.trim();
    if !trimmed.is_empty() && !trimmed.contains(':') && !trimmed.starts_with('-') {
        let from = start + line.len() - line.trim_start().len();
        return told(Span::new(from, from + trimmed.len()), "this line is no `key: value`").help(
            "each line of the front matter is `key: value`; a text over several lines is indented below its key, after `|`",
        );
    }
    told(Span::new(at, at), &format!("the YAML cannot be read here ({why})")).help(
        "look at this line and the one above: quotes that are not closed, or spaces at the start that do not line up",
    )
}

struct Unquoted<'l> {
    /// Byte in the line.
    start: usize,
    value: &'l str,
    message: &'static str,
    mended: String,
}

/// A value on this line that YAML takes for something else, with the line as it should be.
fn value_to_quote(line: &str) -> Option<Unquoted<'_>> {
    let indent = line.len() - line.trim_start().len();
    let mut start = indent;
    let rest = &line[indent..];
    if let Some(item) = rest.strip_prefix("- ") {
        start += rest.len() - item.trim_start().len();
    }
    if let Some((key, value)) = line[start..].split_once(": ").filter(|(key, _)| is_key(key)) {
        start += key.len() + 2 + (value.len() - value.trim_start().len());
    }
    let value = line[start..].trim_end();
    let first = value.chars().next()?;
    let message = match first {
        '@' | '`' | '%' => "a value cannot begin with this sign unless it is in quotes",
        '*' | '&' => "YAML takes `*` and `&` at the start of a value for something else",
        '!' => "YAML takes `!` at the start of a value for something else",
        '>' | '|' => "YAML takes this sign at the start of a value for a text on the lines below",
        '-' if value.starts_with("- ") => "YAML takes this dash for a list",
        '"' | '\'' => {
            let end = value[1..].find(first).map(|end| end + 2)?;
            if value[end..].trim().is_empty() {
                return None;
            }
            "a value that begins with a quote must end with it"
        }
        '[' | '{' => return None,
        _ if value.contains(": ") && mending::in_curly_quotes(value).is_some() => "YAML knows straight quotes only",
        _ if value.contains(": ") || value.ends_with(':') => "a colon in a value must stand in quotes",
        _ => return None,
    };
    Some(Unquoted { start, value, message, mended: format!("{}{}", &line[indent..start], quote(value)) })
}

pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// The line with this byte: where it starts, and its text without the line end.
pub(super) fn line_of<'s>(source: &'s str, range: &Range<usize>, at: usize) -> (usize, &'s str) {
    let start = source[range.start..at].rfind('\n').map_or(range.start, |end| range.start + end + 1);
    let end = source[start..range.end].find('\n').map_or(range.end, |end| start + end);
    (start, source[start..end].trim_end_matches('\r'))
}

/// The line before the one at `start` that holds something, notes aside.
fn previous<'s>(source: &'s str, range: &Range<usize>, mut start: usize) -> (usize, &'s str) {
    while start > range.start {
        let (above, line) = line_of(source, range, start - 1);
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return (above, line);
        }
        start = above;
    }
    (start, "")
}

fn floor(source: &str, mut at: usize) -> usize {
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::read;

    fn message(source: &str) -> (String, String, String) {
        let mut told = vec![];
        assert!(read(&"a.md".into(), source, 0..source.len(), &mut told).is_none(), "{source:?} could be read");
        let crate::diagnostic::Where::Span(span) = told[0].places[0].at else { panic!("a span") };
        let place = source[span.start as usize..span.end as usize].to_owned();
        (told[0].message.clone(), place, told[0].help.clone().expect("help"))
    }

    #[test]
    fn a_colon_in_a_title_gets_the_mended_line() {
        let (message, place, help) = message("title: Housing: a right\ndate: 2026-10-14\n");
        assert_eq!(message, "a colon in a value must stand in quotes");
        assert_eq!(place, "Housing: a right");
        assert_eq!(help, "put it in quotes: `title: \"Housing: a right\"`");
    }

    #[test]
    fn signs_that_mean_something_to_yaml_are_explained() {
        for (source, value) in [
            ("title: @handle\n", "@handle"),
            ("title: *urgent* meeting\n", "*urgent* meeting"),
            ("title: \"We won\" say residents\n", "\"We won\" say residents"),
            ("title: 'Our' demand\n", "'Our' demand"),
            ("title: % of rent\n", "% of rent"),
            ("title: !Join us\n", "!Join us"),
        ] {
            let (_, place, help) = message(source);
            assert_eq!(place, value, "{source}");
            assert!(help.starts_with("put it in quotes"), "{source}: {help}");
        }
    }

    #[test]
    fn tabs_are_named() {
        assert_eq!(message("who:\n\tname: Ann\n").0, "a tab stands at the start of this line");
    }
}
