//! What a YAML error means to someone who writes a title: plain words, and the line as it should be.
//!
//! The parser's own words never reach anybody. They only tell what no line shows: that something is nested too deep.

use super::lines::{Line, floor, is_key, line_at, lines_above, quoted};
use super::signs::value_mistake;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use std::ops::Range;

/// Something wrong in a line: the bytes of the line, what is wrong, and what to do.
pub(super) struct Mistake {
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// The diagnostic for an error that the parser found at byte `at` of the file, in the piece of YAML in `range`.
pub(super) fn explain(path: &SitePath, source: &str, range: &Range<usize>, at: usize, why: &str) -> Diagnostic {
    let at = floor(source, at.clamp(range.start, range.end));
    let told = |span: Span, message: &str, help: &str| {
        Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message).help(help)
    };
    if why.contains("recursion") || why.contains("nesting") || why == "too many aliases" {
        return told(Span::new(at, at), "this is nested too deep to be read", "write fewer lists inside lists");
    }
    if why == "second document" {
        return told(
            Span::new(at, (at + 3).min(range.end)),
            "a second `---` stands inside the front matter",
            "the front matter begins with one `---` line and ends with one",
        );
    }
    if let Some((span, mended)) = first_is_indented(source, range) {
        return told(
            span,
            "this line has spaces at its start, and the lines below have none",
            &format!("write `{mended}`"),
        );
    }
    // The parser often notices a line later than the line that is wrong.
    for line in lines_above(source, range, at) {
        if let Some(mistake) = line_mistake(&line) {
            let (start, end) = (line.start + mistake.range.start, line.start + mistake.range.end);
            return told(Span::new(start, end), &mistake.message, &mistake.help);
        }
    }
    let line = lines_above(source, range, at)
        .find(|line| !line.text.trim().is_empty())
        .unwrap_or_else(|| line_at(source, range, at));
    let indent = line.indent();
    let span = Span::new(line.start + indent, line.start + line.text.trim_end().len().max(indent));
    told(
        span,
        "this line cannot be read",
        "compare it with the line above: each is `key: value`, and the spaces at their starts line up",
    )
}

/// The diagnostic for lines without a field: `start` is where they begin.
pub(super) fn no_field(path: &SitePath, source: &str, range: &Range<usize>) -> Diagnostic {
    explain(
        path,
        source,
        range,
        range.start + (source[range.clone()].len() - source[range.clone()].trim_start().len()),
        "",
    )
}

/// The spaces before the first field, if other fields have none; and that line without them.
fn first_is_indented<'s>(source: &'s str, range: &Range<usize>) -> Option<(Span, &'s str)> {
    let text = &source[range.clone()];
    let start = range.start + text.find(|c: char| c != '\n' && c != '\r')?;
    let line = line_at(source, range, start);
    let indent = line.indent();
    let other = line.below.lines().any(|line| line.split(':').next().is_some_and(is_key) && line.contains(':'));
    let is_field = line.text.trim().split(':').next().is_some_and(is_key) && line.text.contains(':');
    (indent > 0 && other && is_field && line.text[..indent].bytes().all(|byte| byte == b' '))
        .then(|| (Span::new(line.start, line.start + indent), line.text.trim()))
}

/// What is wrong with a line, as far as the line and the one above show it.
fn line_mistake(line: &Line<'_>) -> Option<Mistake> {
    let (indent, text) = (line.indent(), line.text.trim());
    if text.is_empty() || text.starts_with('#') {
        return None;
    }
    let told =
        |range: Range<usize>, message: &str, help: String| Some(Mistake { range, message: message.to_owned(), help });
    if let Some(tab) = line.text[..indent].find('\t') {
        let help = "use spaces for indentation: two for each level".to_owned();
        return told(tab..tab + 1, "a tab stands at the start of this line", help);
    }
    if let Some((at, space)) = line.text[..indent].char_indices().find(|(_, c)| *c != ' ') {
        let help = format!(
            "take out the spaces at the start of the line and type them again: `{}{text}`",
            " ".repeat(line.text[..indent].chars().count())
        );
        return told(at..at + space.len_utf8(), NO_BREAK, help);
    }
    if let Some(rest) =
        text.strip_prefix(['*', '•', '·', '—', '–', '‣', '−']).filter(|rest| rest.starts_with([' ', '\u{a0}', '\t']))
    {
        let mark = &text[..text.len() - rest.len()];
        let help = format!("write `- {}`", rest.trim());
        return told(
            indent..indent + mark.len(),
            &format!("an item of a list begins with `-`, and this one with `{mark}`"),
            help,
        );
    }
    let item = text.strip_prefix("- ").map_or(0, |rest| text.len() - rest.trim_start().len());
    let field = &text[item..];
    if let Some((key, rest)) = field.split_once(':').filter(|(key, _)| is_key(key)) {
        let colon = indent + item + key.len();
        let number = key.bytes().all(|b| b.is_ascii_digit());
        if !rest.is_empty() && !rest.starts_with(' ') && !rest.starts_with("//") && !number {
            let mended = format!("write `{key}: {}`", value_mistake_mended(rest.trim_matches(WHITE)));
            let first = rest.chars().next().unwrap_or(' ');
            let range = colon..colon + 1;
            let after = colon + 1..colon + 1 + first.len_utf8();
            return match first {
                '\t' => told(after, "a tab stands after the colon", mended),
                c if c.is_whitespace() => told(after, NO_BREAK, mended),
                _ => told(range, "there is no space after the colon", mended),
            };
        }
    }
    if let Some(mistake) = value_mistake(line, indent + item) {
        return Some(mistake);
    }
    if let Some((key, value)) = field.split_once('=').filter(|(key, _)| is_key(key.trim()) && !key.contains(':')) {
        let (key, value) = (key.trim(), value.trim());
        let equals = indent + item + field.find('=').unwrap_or(0);
        return told(
            equals..equals + 1,
            "a field is written with a colon, not with `=`",
            format!("write `{key}: {value}`"),
        );
    }
    let has_key = field.split_once(':').is_some_and(|(key, _)| is_key(key.trim_matches(['"', '\''])));
    if !has_key && item == 0 && !text.starts_with(['-', '"', '\'', ']', '}', '[', '{']) {
        return told(
            indent..indent + text.len(),
            "this line is no `key: value`",
            "each line is `key: value`; a text over several lines is indented below its key, after `|`".to_owned(),
        );
    }
    if has_key && item > 0 && indent == 0 && line.above.is_none() {
        return told(0..1, "a list begins here, and fields are wanted", format!("write `{field}`"));
    }
    out_of_line(line, text, indent)
}

/// A line with more or fewer spaces at its start than the lines around it allow.
fn out_of_line(line: &Line<'_>, text: &str, indent: usize) -> Option<Mistake> {
    let above = line.above?;
    let outer = above.len() - above.trim_start().len();
    let above = above.trim();
    if indent == 0 || above.is_empty() || indent == outer {
        return None;
    }
    let value = above.trim_start_matches("- ").split_once(':').map(|(_, value)| value.trim());
    let (message, wanted) = if indent > outer && value.is_some_and(|value| !value.is_empty()) {
        ("this line has more spaces at its start than the line above, which has its value already", outer)
    } else if indent < outer {
        ("the spaces at the start of this line do not line up with any line above", outer)
    } else {
        return None;
    };
    let help = format!("begin it where the line above begins: `{}{text}`", " ".repeat(wanted));
    Some(Mistake { range: 0..indent, message: message.to_owned(), help })
}

const NO_BREAK: &str = "a no-break space stands here: it looks like a space and is none";

/// What looks like white space.
const WHITE: fn(char) -> bool = char::is_whitespace;

/// A value as it should be written: in quotes if it needs them.
fn value_mistake_mended(value: &str) -> String {
    let line = format!("x: {value}");
    let wrong = value_mistake(&Line { start: 0, text: &line, above: None, below: "" }, 0).is_some();
    if wrong { quoted(value) } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::diagnostic::{SitePath, Where};
    use super::super::read;

    fn told(source: &str) -> Vec<(String, String, String)> {
        let path: SitePath = "a.md".into();
        let mut told = vec![];
        assert!(!read(&path, source, 0..source.len(), &mut told).sound, "{source:?} could be read");
        told.into_iter()
            .map(|told| {
                let Where::Span(span) = told.places[0].at else { panic!("a span") };
                let place = source[span.start as usize..span.end as usize].to_owned();
                (told.message, place, told.help.expect("help"))
            })
            .collect()
    }

    #[test]
    fn every_mistake_has_its_place_and_the_line_as_it_should_be() {
        for (source, place, help) in [
            ("title: Housing: a right\ndate: 2026-10-14\n", "Housing: a right", "`title: \"Housing: a right\"`"),
            ("title: @handle\n", "@handle", "`title: \"@handle\"`"),
            ("title: *urgent* meeting\n", "*urgent* meeting", "`title: \"*urgent* meeting\"`"),
            ("title: &more things\n", "&more things", "`title: \"&more things\"`"),
            ("title: \"We won\" say residents\n", "\"We won\" say residents", "`title: '\"We won\" say residents'`"),
            ("title: 'Our' demand\n", "'Our' demand", "`title: \"'Our' demand\"`"),
            ("title: 'It's ours'\n", "'It's ours'", "`title: \"It's ours\"`"),
            ("title: % of rent\n", "% of rent", "`title: \"% of rent\"`"),
            ("title: !Join us\n", "!Join us", "`title: \"!Join us\"`"),
            ("title: [Draft] We won\n", "[Draft] We won", "`title: \"[Draft] We won\"`"),
            ("title: \"We won\nsummary: b\n", "\"We won", "`title: \"We won\"`"),
            ("title: a\ntags: [b, c\nsummary: d\n", "[b, c", "`tags: [b, c]`"),
            ("title: “Housing: a right”\n", "“Housing: a right”", "`title: \"Housing: a right\"`"),
            ("title:No space\n", ":", "`title: No space`"),
            ("title:\u{a0}Odd\n", "\u{a0}", "`title: Odd`"),
            ("title = We won\n", "=", "`title = We won`"),
            ("title: a\n  summary: b\n", "  ", "`summary: b`"),
            ("who:\n  name: Ann\n role: x\n", " ", "`  role: x`"),
            ("tags:\n  * a\n", "*", "`- a`"),
            (" title: a\nsummary: b\n", " ", "`title: a`"),
            ("- title: a\n- summary: b\n", "-", "`title: a`"),
            ("who:\n\tname: Ann\n", "\t", "two for each level"),
        ] {
            let told = told(source);
            assert_eq!(told.len(), 1, "{source:?}: {told:?}");
            assert_eq!(told[0].1, place, "{source:?}: {told:?}");
            let help = help.replace("title = We", "title: We");
            assert!(told[0].2.contains(&help), "{source:?}: {told:?}");
        }
    }

    #[test]
    fn all_mistakes_are_told_at_once_and_prose_only_once() {
        let all = told("title: A: b\nsummary: @c\ntags: [x]\n");
        assert_eq!(all.iter().map(|told| told.1.as_str()).collect::<Vec<_>>(), ["A: b", "@c"]);
        assert_eq!(told("Some words.\n\nMore words.\ntitle: x\nAnd more.\n").len(), 1);
    }
}
