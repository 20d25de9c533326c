//! Tables in `data/` as CSV, with commas or with the semicolons that spreadsheets write where the comma is in numbers.

use super::data::told;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use serde_json::{Map, Value};

/// So many rows of a table are told of; what is wrong with the others is often the same.
const MOST: usize = 5;

/// Reads a table: a list of maps, with the first line as keys. Tells of the rows that do not fit.
pub(super) fn read(path: &SitePath, text: &str) -> Result<Value, Vec<Diagnostic>> {
    let between = delimiter(text);
    let mut mistakes = vec![];
    // Everything behind it would be one cell.
    let open = never_closed(text, between);
    let readable = open.map_or(text, |at| &text[..text[..at].rfind('\n').map_or(0, |end| end + 1)]);
    if let Some(at) = open {
        mistakes.push(unclosed_quote(path, text, at, between));
    }
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).delimiter(between as u8).from_reader(readable.as_bytes());
    let keys = match reader.headers() {
        Ok(keys) => keys.clone(),
        Err(error) => {
            mistakes.push(row(path, text, &error, between));
            return Err(mistakes);
        }
    };
    let mut rows = vec![];
    for record in reader.records() {
        match record {
            Ok(record) => {
                let row: Map<_, _> =
                    keys.iter().zip(&record).map(|(key, value)| (key.to_owned(), Value::from(value))).collect();
                rows.push(Value::Object(row));
            }
            Err(error) => mistakes.push(row(path, text, &error, between)),
        }
        if mistakes.len() == MOST {
            break;
        }
    }
    if mistakes.is_empty() { Ok(Value::Array(rows)) } else { Err(mistakes) }
}

/// What stands between the cells: semicolons or tabs where the first line has some and no comma.
fn delimiter(text: &str) -> char {
    let first = text.lines().next().unwrap_or("");
    let found = [';', '\t'].into_iter().find(|sign| first.contains(*sign));
    found.filter(|_| !first.contains(',')).unwrap_or(',')
}

/// The quotation mark that opens a cell and that nothing closes, or only the next one that opens a cell, in another line.
fn never_closed(text: &str, between: char) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut begins) = (0, true);
    while at < bytes.len() {
        match bytes[at] {
            b'"' if begins => {
                let Some(after) = closed(text, at) else { return Some(at) };
                // A cell that goes on over a line and is followed by words was closed by the mark of another one.
                let rest = text[after..].trim_start_matches(' ');
                let ends = rest.is_empty() || rest.starts_with([between, '\r', '\n']);
                if !ends && text[at..after].contains('\n') {
                    return Some(at);
                }
                at = after - 1;
                begins = false;
            }
            b'\n' => begins = true,
            sign if sign == between as u8 => begins = true,
            b' ' => {}
            _ => begins = false,
        }
        at += 1;
    }
    None
}

/// The byte behind the mark that closes the one at this byte; two of them stand for one in the text.
fn closed(text: &str, open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        at += text[at..].find('"')? + 1;
        if !text[at..].starts_with('"') {
            return Some(at);
        }
        at += 1;
    }
}

fn unclosed_quote(path: &SitePath, text: &str, at: usize, between: char) -> Diagnostic {
    let line = text[at..].lines().next().unwrap_or("").trim_end();
    let place = Place::span(path, Span::new(at, at + line.len()));
    let sample = line.find(between).map(|end| format!(", as in `{}\"{}`", &line[..end], &line[end..]));
    let sample = sample.unwrap_or_default();
    Diagnostic::new(Code::DataFile, place, "this quotation mark is never closed")
        .help(format!("write a second one where the cell ends{sample}, or take this one out"))
}

/// A row that does not fit the first one, or cannot be read.
fn row(path: &SitePath, text: &str, error: &csv::Error, between: char) -> Diagnostic {
    let line = error.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1));
    let csv::ErrorKind::UnequalLengths { expected_len, len, .. } = error.kind() else {
        return told(path, text, line, 0, "this row cannot be read", "save the table again as CSV in UTF-8");
    };
    let message = format!("this row has {} and the first row has {}", cells(*len), cells(*expected_len));
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or("").trim_end();
    let sign = if between == '\t' { "tab".to_owned() } else { format!("`{between}`") };
    let help = if len < expected_len {
        let missing = usize::try_from((expected_len - len).min(20)).unwrap_or(0);
        let more = between.to_string().repeat(missing);
        format!("an empty cell keeps its {sign}: `{written}{more}` would leave the last cells empty")
    } else {
        let first = text.lines().next().unwrap_or("").trim_end();
        format!(
            "if the last cell is a column of its own, give it a name in the first row: `{first}{between}…`, and each other row a \
             {sign} at its end; if a {sign} \
             belongs to the words of a cell, put that cell in quotes: `\"Leeds{between} York\"`"
        )
    };
    told(path, text, line, 0, &message, &help)
}

fn cells(count: u64) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Where;

    fn places(text: &str) -> Vec<(&str, String)> {
        let told = read(&"data/a.csv".into(), text).err().unwrap_or_default();
        let place = |told: &Diagnostic| match told.places[0].at {
            Where::Span(span) => &text[span.start as usize..span.end as usize],
            _ => "",
        };
        told.iter().map(|told| (place(told), told.message.clone())).collect()
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_told_at_itself() {
        let closed = "\"a\",\"b, \"\"c\"\"\"\n\"d\ne\" ,f\ng \"h\",i\n";
        assert_eq!(never_closed(closed, ','), None);
        for text in ["a,b\n\"c,d\n", "a,b\n\"c,d\n\"e\",f\n", "a,b\n\"c,d"] {
            assert_eq!(places(text), [("\"c,d", "this quotation mark is never closed".to_owned())], "{text}");
        }
    }

    #[test]
    fn every_row_that_does_not_fit_is_told() {
        let told = places("a,b\n1,2,3\n4,5\n6\n\"7,8\n");
        assert_eq!(told.iter().map(|told| told.0).collect::<Vec<_>>(), ["\"7,8", "1,2,3", "6"]);
    }

    #[test]
    fn semicolons_and_tabs_are_read_where_the_first_line_has_no_comma() {
        let wanted = serde_json::json!([{"a": "1,5", "b": "x"}]);
        assert_eq!(read(&"data/a.csv".into(), "a;b\n1,5;x\n").ok(), Some(wanted.clone()));
        assert_eq!(read(&"data/a.csv".into(), "a\tb\n1,5\tx\n").ok(), Some(wanted));
    }
}
