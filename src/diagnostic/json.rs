//! Diagnostics for other programs: one line of JSON each.

use super::files::located;
use super::{Diagnostic, Files, position};
use serde_json::json;

/// The diagnostic as one line of JSON, without a line break at its end.
///
/// It tells the first place only. Lines and columns are counted from 1, columns in Unicode characters, and the end is
/// exclusive; what is not known is `null`.
pub fn json_line(diagnostic: &Diagnostic, files: &dyn Files) -> String {
    let place = diagnostic.places.first();
    let range = place.and_then(|place| located(place, files));
    let (start, end) = range.map(|(text, range)| (position(text, range.start), position(text, range.end))).unzip();
    json!({
        "code": diagnostic.code.to_string(),
        "severity": diagnostic.severity.word(),
        "message": diagnostic.message,
        "path": place.map(|place| &*place.path),
        "line": start.map(|start| start.line),
        "column": start.map(|start| start.column),
        "end_line": end.map(|end| end.line),
        "end_column": end.map(|end| end.column),
        "help": diagnostic.help,
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::super::draw::tests::{Texts, any_text};
    use super::super::{Code, Place, SitePath, Span, Spot};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_has_its_start_and_end() {
        let path = SitePath::from("content/x.md");
        let files = Texts(vec![("content/x.md", "title: Größe\r\nfoo: bar\n")]);
        let start = "title: Größe\r\n".len();
        let place = Place::span(&path, Span::new(start, start + 3));
        let diagnostic = Diagnostic::new(Code::UnknownKey, place, "there is no field \"foo\"").help("take\nit out");
        assert_eq!(
            json_line(&diagnostic, &files),
            r#"{"code":"HB0103","severity":"error","message":"there is no field \"foo\"","path":"content/x.md","line":2,"column":1,"end_line":2,"end_column":4,"help":"take\nit out"}"#
        );
        let place = Place::span(&path, Span::new("title: Gr".len(), start));
        let line = json_line(&Diagnostic::new(Code::RawHtml, place, "x"), &files);
        assert!(line.contains(r#""severity":"hint""#), "{line}");
        assert!(line.contains(r#""line":1,"column":10,"end_line":2,"end_column":1,"help":null"#), "{line}");
    }

    #[test]
    fn what_is_not_known_is_null() {
        let path = SitePath::from("site.yaml");
        let nowhere = r#"{"code":"HB0503","severity":"error","message":"m","path":"site.yaml","line":null,"column":null,"end_line":null,"end_column":null,"help":null}"#;
        for place in [Place::file(&path), Place::span(&path, Span::new(2, 3)), Place::spot(&path, Spot(7))] {
            assert_eq!(json_line(&Diagnostic::new(Code::NoSite, place, "m"), &Texts(vec![])), nowhere);
        }
    }

    proptest! {
        #[test]
        fn lines_and_columns_are_inside_the_text(text in any_text(), start in 0..60_usize, end in 0..60_usize) {
            let files = Texts(vec![("x.md", &text)]);
            let place = Place::span(&SitePath::from("x.md"), Span::new(start, end));
            let line = json_line(&Diagnostic::new(Code::YamlSyntax, place, "m\u{1b}\n"), &files);
            prop_assert!(!line.contains('\n'));
            let value: serde_json::Value = serde_json::from_str(&line).unwrap();
            let number = |key: &str| usize::try_from(value[key].as_u64().unwrap()).unwrap();
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
            let lines: Vec<_> = text.split('\n').collect();
            for (line, column) in [("line", "column"), ("end_line", "end_column")] {
                prop_assert!((1..=lines.len()).contains(&number(line)));
                prop_assert!((1..=lines[number(line) - 1].chars().count() + 1).contains(&number(column)));
            }
            prop_assert!((number("line"), number("column")) <= (number("end_line"), number("end_column")));
        }
    }
}
