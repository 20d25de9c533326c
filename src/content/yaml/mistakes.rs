//! What a YAML error means to someone who writes a title: plain words, and the line as it should be.

use super::lines::{Line, after_dash, glued, is_key, key_of, lines};
use super::mending;
use super::values::{slip, value_of};
use crate::content::fields::{Schema, Shape};
use crate::content::kinds::{Common, KindName, Settings};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Where the parser could read no further, and why.
#[derive(Debug)]
pub(super) struct Stop {
    /// In bytes of the text that it was given.
    pub(super) at: usize,
    /// In the parser's words.
    pub(super) why: String,
}

/// The diagnostic for an error that the parser found at byte `at` of the file.
pub(super) fn explain(path: &SitePath, source: &str, range: &Range<usize>, at: usize, why: &str) -> Diagnostic {
    let at = floor(source, at.clamp(range.start, range.end));
    let told = |span: Span, message: &str| Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message);
    let (start, line) = line_of(source, range, at);
    if let Some(tab) = line.find('\t').filter(|tab| line[..*tab].trim().is_empty()) {
        return told(Span::new(start + tab, start + tab + 1), "a tab stands at the start of this line")
            .help("delete it and type two spaces, also in the lines below that begin with one")
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
        return second_fence(path, at, range);
    }
    // The parser often notices a line later than the line that is wrong. Where both look wrong, it is the one that can be
    // mended.
    let mut first = None;
    for (start, line) in [(start, line), previous(source, range, start)] {
        let open = goes_on(source, range, start);
        if let Some(told) = handle(path, source, start, line) {
            return told;
        }
        let slip = value_of(line).and_then(|(begin, value)| Some((begin, value, slip(value)?)));
        let found = if let Some((begin, value, slip)) = slip.filter(|(.., slip)| !(slip.open && open)) {
            let span = Span::new(start + begin, start + begin + value.len());
            let help = format!("{}: `{}{}`{}", slip.how, &line[mending::indent(line)..begin], slip.mended, slip.or);
            let repair =
                slip.certain.then(|| mending::instead(source, range, at, span, &slip.mended, slip.wanted.as_deref()));
            told(span, slip.message).help(help).repair(repair.flatten())
        } else if let Some(colon) = glued(line.trim_start()) {
            no_space(path, source, range, start + mending::indent(line) + colon)
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
        let from = start + mending::indent(line);
        return told(Span::new(from, from + trimmed.len()), NO_FIELD).help(FIELDS);
    }
    told(Span::new(at, at), "the text cannot be read from here on").help(
        "look at this line and the one above: quotes or brackets that are not closed, or spaces at the start that do not line up",
    )
}

/// The name of an account, `@us`, where `site.yaml` wants the group's address on a network: quotes would not mend it.
fn handle(path: &SitePath, source: &str, start: usize, line: &str) -> Option<Diagnostic> {
    let (begin, value) = value_of(line).filter(|(_, value)| value.starts_with('@') && !value.contains(' '))?;
    // The key stands on this line, or further up where lines are not indented. `line` may begin behind a dash.
    let mut lines = source[..start + line.len()].lines().rev();
    let own_line = lines.clone().next()?;
    let key = lines.find(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    if **path != *"site.yaml" || !key?.starts_with("social:") {
        return None;
    }
    let place = Place::span(path, Span::new(start + begin, start + begin + value.len()));
    let told = Diagnostic::new(Code::YamlSyntax, place, format!("`{value}` is the name of an account, and no address"));
    let before = if own_line.starts_with("social:") { "social: " } else { "- " };
    let own_key = key_of(&own_line.trim_start()[after_dash(own_line.trim_start())..]).map(|key| key.name);
    let without = own_key.filter(|_| !own_line.starts_with("social:")).map_or_else(String::new, |name| {
        let start = own_line.len() - own_line.trim_start().len() + after_dash(own_line.trim_start());
        format!(", without `{}:` and after a dash, and the same in the other lines", &own_line[start..][name])
    });
    // `@us@host` has its host with it.
    let (name, host) = value[1..].split_once('@').unwrap_or((&value[1..], "social.example"));
    let help = "write the whole address of your page there, as your browser shows it";
    Some(told.help(format!("{help}{without}: `{before}https://{host}/@{name}`")))
}

/// The names of all fields of all kinds, at every depth.
static FIELDS_OF_ALL: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let (mut names, mut open) = (BTreeSet::new(), Schema::of::<Settings>());
    open.extend(Schema::of::<Common>());
    open.extend(KindName::ALL.into_iter().flat_map(KindName::fields));
    while let Some(field) = open.pop() {
        names.insert(field.key);
        if let Shape::Map(inner, _) = field.shape {
            open.extend(inner);
        }
    }
    names
});

/// Whether some kind has a field of this name.
pub(in crate::content) fn is_field(name: &str) -> bool {
    FIELDS_OF_ALL.contains(name)
}

/// Fields whose names begin sentences.
const SMALL_WORDS: [&str; 14] =
    ["about", "by", "do", "for", "free", "is", "of", "to", "what", "when", "where", "who", "why", "with"];

const NO_FIELD: &str = "this line does not begin with the name of a field and a colon";
const FIELDS: &str =
    "each line here is `name: value`; a text over several lines stands below its name, two spaces further right";

fn second_fence(path: &SitePath, at: usize, range: &Range<usize>) -> Diagnostic {
    let place = Place::span(path, Span::new(at, (at + 3).min(range.end)));
    Diagnostic::new(Code::YamlSyntax, place, "a second `---` stands inside the front matter")
        .help("the front matter begins with one `---` line and ends with one")
}

/// A key with its value glued to it; `colon` is its byte.
fn no_space(path: &SitePath, source: &str, range: &Range<usize>, colon: usize) -> Diagnostic {
    let (start, line) = line_of(source, range, colon);
    let (key, rest) = line.split_at(colon - start);
    Diagnostic::new(
        Code::YamlSyntax,
        Place::span(path, Span::new(colon, colon + 1)),
        "there is no space after the colon",
    )
    .help(format!("write `{}: {}`", key.trim_start(), rest[1..].trim()))
    .repair(mending::space(source, range, colon))
}

/// A line that stands where a field should, and is none.
pub(super) fn no_field(path: &SitePath, source: &str, range: &Range<usize>, line: &Line) -> Diagnostic {
    if line.text.starts_with("---") {
        return second_fence(path, line.start, range);
    }
    let content = line.start + after_dash(line.text);
    if let Some(colon) = glued(&line.text[content - line.start..]) {
        return no_space(path, source, range, content + colon);
    }
    let place = Place::span(path, Span::new(line.start, line.start + line.text.len()));
    if let Some((key, value)) = with_equals_sign(line.text) {
        return Diagnostic::new(Code::YamlSyntax, place, "a field is written with a colon, not with `=`")
            .help(format!("write `{key}: {value}`"));
    }
    if line.is_item() {
        return Diagnostic::new(Code::YamlSyntax, place, "a dash begins an item of a list, and no key stands above it")
            .help("write the key of the list on the line above, with a colon: `tags:`");
    }
    if line.text.starts_with('-') && line.text[1..].starts_with(char::is_alphanumeric) {
        return tight_dash(path, line);
    }
    let (name, value) = line.text.split_once([' ', '\t']).unwrap_or((line.text, ""));
    let (field, value) = (name.to_lowercase(), value.trim());
    // "For ten years" is more probably a sentence.
    if is_field(&field) && (value.is_empty() || !SMALL_WORDS.contains(&&*field)) {
        let place = Place::span(path, Span::new(line.start, line.start + name.len()));
        let told = Diagnostic::new(Code::YamlSyntax, place, format!("there is no colon after `{name}`"));
        return told.help(if value.is_empty() {
            format!("write `{field}: …` with what it says, or take the line out")
        } else {
            format!("write `{field}: {value}`")
        });
    }
    // `contact us@our-group.org`: one small word that a colon is missing after.
    let colon = line.text.split_once(' ').filter(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    let help = match colon {
        Some((key, value)) => format!("if `{key}` is a field, write `{key}: {}`; {FIELDS}", value.trim_start()),
        None => FIELDS.to_owned(),
    };
    Diagnostic::new(Code::YamlSyntax, place, NO_FIELD).help(help)
}

/// A list whose items begin with another sign than a dash.
pub(super) fn bulleted(path: &SitePath, line: &Line, bullet: char) -> Diagnostic {
    let place = Place::span(path, Span::new(line.start, line.start + line.text.len()));
    let item = line.text[bullet.len_utf8()..].trim();
    Diagnostic::new(Code::YamlSyntax, place, format!("the items of a list begin with a dash, `-`, not with `{bullet}`"))
        .help(format!("write `- {item}`, and the lines below in the same way"))
}

fn with_equals_sign(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once('=')?;
    (is_key(key.trim_end())).then(|| (key.trim_end(), value.trim()))
}

/// Front matter or settings in which no field can be told from another; `what` is their name.
pub(super) fn no_fields(path: &SitePath, source: &str, range: &Range<usize>, what: &str) -> Diagnostic {
    let lines = lines(source, range, 0);
    let equals = lines.first().and_then(|line| with_equals_sign(line.text).map(|found| (line, found)));
    if let Some((line, (key, value))) = equals {
        let place = Place::span(path, Span::new(line.start, line.start + line.text.len()));
        return Diagnostic::new(
            Code::YamlSyntax,
            place,
            format!("the fields of {what} are written with a colon, not with `=`"),
        )
        .help(format!("write `{key}: {value}`, and the lines below in the same way"));
    }
    let start = Span::new(range.start, range.start);
    let example = if what == "site.yaml" { "name: Our group" } else { "title: Our first page" };
    Diagnostic::new(
        Code::YamlSyntax,
        Place::span(path, start),
        format!("{what} has no line with the name of a field and a colon"),
    )
    .help(format!("write for example `{example}`"))
}

/// A list whose items have no space after the dash.
pub(super) fn tight_dash(path: &SitePath, line: &Line) -> Diagnostic {
    let place = Place::span(path, Span::new(line.start, line.start + line.text.len()));
    Diagnostic::new(Code::YamlSyntax, place, "an item of a list begins with a dash and a space")
        .help(format!("write `- {}`", &line.text[1..]))
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

/// Whether the value on the line at `start` may go on below: the next line is indented further, or closes a bracket.
fn goes_on(source: &str, range: &Range<usize>, start: usize) -> bool {
    let mut lines = source[start..range.end].lines();
    let indent = lines.next().map_or(0, mending::indent);
    let next = lines.find(|line| !line.trim().is_empty());
    next.is_some_and(|next| mending::indent(next) > indent || next.trim_start().starts_with([']', '}']))
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
        read(&"a.md".into(), source, 0..source.len(), &mut told);
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
