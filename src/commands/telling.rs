//! Tells diagnostics: for people on standard error, for programs on standard output.

use crate::cli::Format;
use crate::diagnostic::{Canvas, Diagnostic, Files, Look, Severity, Span, Spot, draw, json_line};
use crate::session::Edition;
use std::io::{IsTerminal, Write};

/// The width of messages in a pipe.
const PIPE_WIDTH: usize = 100;

/// The files of an edition, as drawing asks for them.
struct EditionFiles<'e>(&'e Edition);

impl Files for EditionFiles<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        self.0.text(path).or_else(|| self.0.theme.source(path))
    }
    fn span(&self, path: &str, spot: Spot) -> Option<Span> {
        self.0.span(path, spot)
    }
}

/// Tells all of them.
pub(super) fn tell(diagnostics: &[Diagnostic], edition: &Edition, format: Format) -> std::io::Result<()> {
    let files = EditionFiles(edition);
    match format {
        Format::Json => {
            let mut out = std::io::stdout().lock();
            for diagnostic in diagnostics {
                writeln!(out, "{}", json_line(diagnostic, &files))?;
            }
            out.flush()
        }
        Format::Text => std::io::stderr().lock().write_all(draw(diagnostics, &files, canvas()).as_bytes()),
    }
}

/// Colours only where they are seen and wanted (no-color.org).
fn canvas() -> Canvas {
    let terminal = std::io::stderr().is_terminal();
    let colour = terminal
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var("TERM").as_deref() != Ok("dumb");
    let width = if terminal {
        console::Term::stderr().size_checked().map_or(PIPE_WIDTH, |(_, width)| usize::from(width))
    } else {
        PIPE_WIDTH
    };
    Canvas { look: if colour { Look::Coloured } else { Look::Plain }, width }
}

/// Writes a line of the summary: to standard output, or beside it where standard output is for programs.
pub(super) fn say(format: Format, line: &str) {
    match format {
        Format::Text => println!("{line}"),
        Format::Json => eprintln!("{line}"),
    }
}

/// "2 errors, 1 warning and 3 hints"; empty if there are none.
pub(super) fn count(diagnostics: &[Diagnostic]) -> String {
    let of = |severity: Severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let parts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .map(|severity| (of(severity), severity.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") })
        .collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Whether any of them keeps the site from being published.
pub(super) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
