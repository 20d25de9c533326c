//! Files in `data/`: CSV, YAML and JSON as values that every template can show.

use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use serde_json::{Map, Value};

/// The name of a data file in templates: `data/branches.csv` is `site.data.branches`; others are no data.
pub fn name(path: &str) -> Option<&str> {
    let (name, extension) = path.strip_prefix("data/")?.rsplit_once('.')?;
    (matches!(extension, "csv" | "yaml" | "yml" | "json") && !name.contains('/')).then_some(name)
}

/// Reads a data file. CSV becomes a list of maps, with the first line as keys.
pub fn parse(path: &SitePath, text: &str) -> Result<Value, Diagnostic> {
    // The parser of YAML takes a byte order mark for a document of its own.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "csv" => csv(path, text),
        "json" => serde_json::from_str(text)
            .map_err(|error| told(path, text, error.line(), error.column(), &error.to_string())),
        _ => serde_yaml::from_str(text).map_err(|error| {
            let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
            told(path, text, line, column, &error.to_string())
        }),
    }
}

fn csv(path: &SitePath, text: &str) -> Result<Value, Diagnostic> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let failed = |error: &csv::Error| {
        let line = error.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1));
        told(path, text, line, 1, &error.to_string())
    };
    let keys = reader.headers().map_err(|error| failed(&error))?.clone();
    let mut rows = vec![];
    for record in reader.records() {
        let record = record.map_err(|error| failed(&error))?;
        let row: Map<_, _> =
            keys.iter().zip(&record).map(|(key, value)| (key.to_owned(), Value::from(value))).collect();
        rows.push(Value::Object(row));
    }
    Ok(Value::Array(rows))
}

fn told(path: &SitePath, text: &str, line: usize, column: usize, why: &str) -> Diagnostic {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start.min(text.len())..];
    let at = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.trim_end().len(), |(at, _)| at);
    let place = Place::span(path, Span::new(start + at, start + at));
    Diagnostic::new(Code::DataFile, place, format!("this data file cannot be read: {why}"))
        .help("look at this line and the one above: a quote or a comma is missing, or a row has more cells than the first one")
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
