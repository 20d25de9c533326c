//! Files in `data/`: CSV, YAML and JSON as values that every template can show.

use super::yaml;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span, Where};
use serde_json::Value;

/// The name of a data file in templates: `data/branches.csv` is `site.data.branches`; others are no data.
pub fn name(path: &str) -> Option<&str> {
    let (name, extension) = path.strip_prefix("data/")?.rsplit_once('.')?;
    (matches!(extension, "csv" | "yaml" | "yml" | "json") && !name.contains('/')).then_some(name)
}

/// Reads a data file, or tells what is wrong with it: at least one thing. CSV becomes a list of maps, with the first line
/// as keys.
pub fn parse(path: &SitePath, text: &str) -> Result<Value, Vec<Diagnostic>> {
    // The parser of YAML takes a byte order mark for a document of its own.
    let Some(marked) = text.strip_prefix('\u{feff}') else { return parse_text(path, text) };
    let mark = u32::try_from(text.len() - marked.len()).unwrap_or(0);
    parse_text(path, marked).map_err(|mut told| {
        for place in told.iter_mut().flat_map(|told| &mut told.places) {
            if let Where::Span(span) = &mut place.at {
                *span = Span { start: span.start + mark, end: span.end + mark };
            }
        }
        // Their places are those of a text without the mark.
        told.iter_mut().for_each(|told| told.repair = None);
        told
    })
}

fn parse_text(path: &SitePath, text: &str) -> Result<Value, Vec<Diagnostic>> {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "csv" => super::table::read(path, text),
        "json" if text.trim().is_empty() => Err(vec![empty(path, text)]),
        // What the parsers say is for programmers; the line and what to look for is what helps.
        "json" => serde_json::from_str(text)
            .map_err(|error| vec![told(path, text, error.line(), error.column().saturating_sub(1), UNREADABLE, JSON)]),
        _ => yaml_data(path, text),
    }
}
fn yaml_data(path: &SitePath, text: &str) -> Result<Value, Vec<Diagnostic>> {
    let mut mistakes = vec![];
    yaml::read(path, text, 0..text.len(), &mut mistakes);
    let parsed = serde_yaml::from_str(text);
    match parsed {
        Ok(value) => {
            // What only one of the two parsers minds does no harm; a value that is not taken does.
            mistakes.retain(|mistake| mistake.code == Code::DuplicateKey);
            if mistakes.is_empty() { Ok(value) } else { Err(mistakes) }
        }
        Err(error) => {
            for mistake in mistakes.iter_mut().filter(|mistake| mistake.code == Code::YamlSyntax) {
                mistake.code = Code::DataFile;
            }
            if text.trim().is_empty() {
                mistakes.push(empty(path, text));
            } else if mistakes.is_empty() {
                let (line, column) =
                    error.location().map_or((1, 0), |place| (place.line(), place.column().saturating_sub(1)));
                mistakes.push(told(path, text, line, column, UNREADABLE, YAML));
            }
            Err(mistakes)
        }
    }
}

fn empty(path: &SitePath, text: &str) -> Diagnostic {
    told(path, text, 1, 0, "this data file is empty", "write something into it, or take it away")
}

const UNREADABLE: &str = "this data file cannot be read from here on";
const JSON: &str =
    "look at this line and the one above: a comma or a double quote is missing, or a comma stands after the last item";
const YAML: &str = "look at this line and the one above: a value with a colon or another sign needs quotes, and the spaces at the start of lines must line up";

/// A diagnostic at a line, counted from 1, from the character `column`, counted from 0.
pub(super) fn told(path: &SitePath, text: &str, line: usize, column: usize, message: &str, help: &str) -> Diagnostic {
    // The end of a file is told at its last line that has something in it.
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let last = lines.iter().rposition(|line| !line.trim().is_empty()).unwrap_or(0);
    let (index, column) = if line.saturating_sub(1) > last { (last, 0) } else { (line.saturating_sub(1), column) };
    let start: usize = lines.iter().take(index).map(|line| line.len()).sum();
    let rest = lines.get(index).map_or("", |line| line.trim_end());
    let at = rest.char_indices().nth(column).map_or(0, |(at, _)| at);
    let place = Place::span(path, Span::new(start + at, start + rest.len()));
    Diagnostic::new(Code::DataFile, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_rows_become_maps() {
        let value = parse(&"data/a.csv".into(), "name,town\nAnn,Leeds\n").unwrap();
        assert_eq!(value, serde_json::json!([{"name": "Ann", "town": "Leeds"}]));
        assert!(parse(&"data/a.csv".into(), "a,b\n1,2,3\n").is_err());
        assert!(parse(&"data/a.json".into(), "{").is_err());
    }
}
