//! YAML whose lines do not line up: what stands where it should not, and in which column it belongs.

use super::lines::{Line, key_of};
use crate::content::fields::Schema;
use crate::content::kinds::{Common, KindName, Settings};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Lines whose spaces at the start fit nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misplaced {
    /// The first line has more than those below it.
    First,
    /// Fewer than the lines above that it should stand with, more than those it could belong to.
    Shallow,
    /// A field as far left as the dashes of the items above it.
    BesideDash,
    /// The same, and the items have no fields that it could belong to.
    AmongItems,
    /// A field that is indented below one that has a value.
    FieldAfterValue,
}

/// The names of the fields that stand at the left margin, of all kinds.
static FIELDS_OF_FILES: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let fields = Schema::of::<Settings>().into_iter().chain(Schema::of::<Common>());
    fields.chain(KindName::ALL.into_iter().flat_map(KindName::fields)).map(|field| field.key).collect()
});

/// What to do with the spaces before a line that has `has` and needs `needs`.
fn spaces(has: usize, needs: usize, begins: &str) -> String {
    if needs == 0 {
        return format!("delete the spaces before `{begins}`");
    }
    let (more, word) = (has.abs_diff(needs), if has < needs { "add" } else { "take away" });
    format!("`{begins}` needs {needs} spaces before it and has {has}: {word} {more}")
}

/// Lines whose spaces at the start fit nowhere. Where they should stand, the others have `base` spaces.
pub(super) fn misplaced(path: &SitePath, line: &Line, why: Misplaced, base: usize) -> Diagnostic {
    let begins = line.text.split([':', ' ']).next().unwrap_or_default();
    let spaces = spaces(line.indent, base, begins);
    let (message, help) = match why {
        Misplaced::First => ("this line begins with a space, and those below it do not", spaces),
        Misplaced::Shallow => {
            ("the spaces at the start of this line do not line up with those of any line above", spaces)
        }
        Misplaced::BesideDash => (
            "this line does not line up with the item above it",
            format!(
                "{}, so that it stands below the first word of the item",
                self::spaces(line.indent, base + 2, begins)
            ),
        ),
        Misplaced::AmongItems => (
            "the lines above are items of a list, and this one has no dash",
            format!("write it after a dash, as those above: `- {}`", line.text),
        ),
        Misplaced::FieldAfterValue => (
            "this line is indented, and the field above has its value already",
            format!("{spaces}; or, if it goes on with the text above, put all of that text in quotes"),
        ),
    };
    let span = Span::new(line.start, line.start + line.text.len());
    Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message).help(help)
}

/// The dash of an item.
#[derive(Clone, Copy)]
pub(super) struct Dash {
    /// The byte of the file.
    at: usize,
    /// Its line, counted from 1.
    line: usize,
    /// How many spaces stand before it.
    pub(super) column: usize,
}

/// The dash that stands before this byte on its line, with nothing else.
pub(super) fn dash_before(source: &str, at: usize) -> Option<Dash> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &source[start..at];
    let column = before.len() - before.trim_start_matches(' ').len();
    (before.trim() == "-").then(|| Dash { at: start + column, line: source[..start].matches('\n').count() + 1, column })
}

/// Whether an item begins with the same key as the one with this dash.
pub(super) fn begin_alike(source: &str, dash: Dash, item: &str) -> bool {
    let key = |text: &str| {
        let text = text.strip_prefix('-')?.trim_start();
        key_of(text).map(|key| text[key.name].to_owned())
    };
    let above = source[dash.at..].lines().next().unwrap_or_default();
    key(item).is_some_and(|name| key(above) == Some(name))
}

/// An item that should line up with the dash of the one above.
pub(super) fn beside_the_dash(path: &SitePath, line: &Line, dash: Dash) -> Diagnostic {
    let span = Span::new(line.start, line.start + line.text.len());
    let (more, needs) = (line.indent.abs_diff(dash.column), dash.column);
    let how = match (line.indent < needs, more) {
        (true, 1) => "add one space".to_owned(),
        (true, more) => format!("add {more} spaces"),
        (false, 1) => "take away one space".to_owned(),
        (false, more) => format!("take away {more} spaces"),
    };
    let message = "this item does not line up with the item above it";
    Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message).help(format!(
        "it must line up with the `-` in line {}: {how} before this `-`, and the same in the lines below that belong to it",
        dash.line
    ))
}

/// An item below a field that has a value on its own line.
pub(super) fn item_after_value(path: &SitePath, field: &str, item: &Line) -> Diagnostic {
    let span = Span::new(item.start, item.start + item.text.len());
    let message = "a dash begins an item of a list, and the field above has its value already";
    let told = Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message);
    let field = field.strip_prefix("- ").unwrap_or(field);
    let sample = key_of(field).map(|key| {
        let (name, value) = (&field[key.name], field[key.value..].trim());
        format!(":\n{name}:\n  - {value}\n  {}", item.text)
    });
    told.help(format!(
        "write each item of the list on a line of its own below the key, the first one too, after a dash{}",
        sample.unwrap_or_default()
    ))
}

/// A field of the page that stands among the texts of a list.
pub(super) fn field_among_items(path: &SitePath, line: &Line) -> Option<Diagnostic> {
    let name = &line.text[key_of(line.text)?.name];
    if !FIELDS_OF_FILES.contains(name) {
        return None;
    }
    let span = Span::new(line.start, line.start + line.text.len());
    let message = format!("`{name}` is a field of its own, and stands among the items of the list above");
    let told = Diagnostic::new(Code::YamlSyntax, Place::span(path, span), message);
    Some(told.help(format!("move `{name}` to the left margin: delete the spaces before it")))
}
