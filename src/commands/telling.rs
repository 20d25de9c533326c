//! Tells diagnostics: for people on standard error, for programs on standard output.

use crate::cli::Format;
use crate::diagnostic::{Canvas, Diagnostic, Look, Severity, SitePath, draw, github_line, json_line};
use crate::session::Edition;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;

/// The width of messages in a pipe.
const PIPE_WIDTH: usize = 100;

/// More diagnostics than this of one file are counted, not shown: nobody reads on.
const MOST_A_FILE: usize = 12;

/// Tells all of them. `site` is the site's folder as it was given, for programs that see more than the site.
pub(super) fn tell(diagnostics: &[Diagnostic], edition: &Edition, format: Format, site: &Path) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match format {
        Format::Json => {
            for diagnostic in diagnostics {
                writeln!(out, "{}", json_line(diagnostic, edition))?;
            }
            out.flush()
        }
        Format::Github => {
            for diagnostic in diagnostics {
                writeln!(out, "{}", github_line(diagnostic, edition, site))?;
            }
            out.flush()
        }
        Format::Text => {
            let mut err = std::io::stderr().lock();
            err.write_all(drawn(diagnostics, edition).as_bytes())
        }
    }
}

/// All of them for people: those of a file that has too many are cut short, errors last.
pub(super) fn drawn(diagnostics: &[Diagnostic], edition: &Edition) -> String {
    let mut of: BTreeMap<&SitePath, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        of.entry(&diagnostic.places[0].path).or_default().push(diagnostic);
    }
    let canvas = canvas();
    // A large site has thousands, and drawing one takes as long as looking for some.
    let drawn = of.into_par_iter().map(|(path, of_file)| drawn_of(path, of_file, edition, canvas));
    drawn.collect::<Vec<_>>().concat()
}

/// Those of one file.
fn drawn_of(path: &SitePath, mut of_file: Vec<&Diagnostic>, edition: &Edition, canvas: Canvas) -> String {
    let more = of_file.len().saturating_sub(MOST_A_FILE);
    if more > 0 {
        of_file.sort_by_key(|diagnostic| Reverse(diagnostic.severity));
        of_file.truncate(MOST_A_FILE);
        of_file.sort();
    }
    let mut text = draw(of_file, edition, canvas);
    if more > 0 {
        let messages = if more == 1 { "1 more message".to_owned() } else { format!("{more} more messages") };
        text.push_str(&format!("{path}: and {messages} about this file; mend these first, and look again\n\n"));
    }
    text
}

/// What messages are drawn on: standard error.
fn canvas() -> Canvas {
    canvas_of(&console::Term::stderr(), std::io::stderr().is_terminal())
}

/// What is drawn on that was asked for: standard output.
pub(super) fn output_canvas() -> Canvas {
    canvas_of(&console::Term::stdout(), std::io::stdout().is_terminal())
}

/// Colours only where they are seen and wanted (no-color.org).
pub(super) fn has_colour(is_terminal: bool) -> bool {
    is_terminal
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var("TERM").as_deref() != Ok("dumb")
}

fn canvas_of(term: &console::Term, is_terminal: bool) -> Canvas {
    let colour = has_colour(is_terminal);
    let width =
        if is_terminal { term.size_checked().map_or(PIPE_WIDTH, |(_, width)| usize::from(width)) } else { PIPE_WIDTH };
    Canvas { look: if colour { Look::Coloured } else { Look::Plain }, width }
}

/// Says below the summary, for people only, what to do next. `fix` mends so many of the errors.
pub(super) fn say_what_next(diagnostics: &[Diagnostic], mendable: usize, format: Format) {
    if format != Format::Text {
        return;
    }
    let errors = || diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let one = errors().count() == 1;
    let (them, its) = if one { ("it", "its") } else { ("them from the top down", "under each, the") };
    println!("Mend {them} and run this again: {its} line `help:` says what to do.");
    if mendable > 0 {
        let them = if one { "it".to_owned() } else { format!("{mendable} of them") };
        println!("`handbill fix` can mend {them} for you, and shows first what it would change.");
    }
    say_where_more(diagnostics);
}

/// Says where there is more about the first error.
pub(super) fn say_where_more(diagnostics: &[Diagnostic]) {
    if let Some(error) = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error) {
        println!("`handbill explain {}` says more about the first.", error.code);
    }
}

/// Writes a line of the summary: to standard output, or beside it where standard output is for programs.
pub(super) fn say(format: Format, line: &str) {
    match format {
        Format::Text => println!("{line}"),
        Format::Json | Format::Github => eprintln!("{line}"),
    }
}

/// "2 errors to mend; 1 warning and 3 hints are worth a look".
pub(super) fn to_mend(diagnostics: &[Diagnostic]) -> String {
    let (errors, others): (Vec<_>, Vec<_>) =
        diagnostics.iter().cloned().partition(|diagnostic| diagnostic.severity == Severity::Error);
    match others.len() {
        0 => format!("{} to mend", count(&errors)),
        1 => format!("{} to mend; {} is worth a look", count(&errors), count(&others)),
        _ => format!("{} to mend; {} are worth a look", count(&errors), count(&others)),
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

/// The same, with warnings as errors.
pub(super) fn strict(diagnostics: &mut [Diagnostic]) {
    for warning in diagnostics.iter_mut().filter(|diagnostic| diagnostic.severity == Severity::Warning) {
        warning.severity = Severity::Error;
    }
}
