//! Diagnostics as annotations of a workflow on GitHub: one workflow command a line.

use super::files::located;
use super::{Diagnostic, Files, Severity, position};
use std::path::Path;

/// The diagnostic as a workflow command (GitHub's documentation, "Workflow commands", `error`, `warning`, `notice`),
/// without a line break at its end. `site` is the site's folder as seen from the repository's.
pub fn github_line(diagnostic: &Diagnostic, files: &dyn Files, site: &Path) -> String {
    let word = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let place = &diagnostic.places[0];
    let mut file =
        site.components().filter(|part| *part != std::path::Component::CurDir).collect::<std::path::PathBuf>();
    file.push(&*place.path);
    let mut properties = format!("file={}", property(&file.to_string_lossy().replace('\\', "/")));
    if let Some((text, range)) = located(place, files) {
        let (start, end) = (position(text, range.start), position(text, range.end));
        properties.push_str(&format!(",line={},endLine={}", start.line, end.line));
        // Columns are heeded on a single line only.
        if start.line == end.line {
            properties.push_str(&format!(",col={},endColumn={}", start.column, end.column));
        }
    }
    let help = diagnostic.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    format!("::{word} {properties},title={}::{}", diagnostic.code, data(&format!("{}{help}", diagnostic.message)))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::draw::tests::Texts;
    use super::super::{Code, Place, SitePath, Span};
    use super::*;

    #[test]
    fn an_annotation_stands_on_one_line_and_nothing_of_it_is_taken_for_another() {
        let files = Texts(vec![("content/a,b.md", "title: 100 %\nfoo: bar\n")]);
        let place = Place::span(&SitePath::from("content/a,b.md"), Span::new(13, 16));
        let diagnostic = Diagnostic::new(Code::UnknownKey, place, "100 %\n::error::no").help("take\r\nit out");
        assert_eq!(
            github_line(&diagnostic, &files, Path::new("./our: site")),
            "::error file=our%3A site/content/a%2Cb.md,line=2,endLine=2,col=1,endColumn=4,title=HB0103\
             ::100 %25%0A::error::no%0Atake%0D%0Ait out"
        );
    }

    #[test]
    fn a_whole_file_has_no_line() {
        let diagnostic = Diagnostic::new(Code::NoUrl, Place::file(&SitePath::from("site.yaml")), "no address");
        assert_eq!(
            github_line(&diagnostic, &Texts(vec![]), Path::new(".")),
            "::notice file=site.yaml,title=HB0501::no address"
        );
    }
}
