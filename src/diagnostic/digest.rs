//! All diagnostics of a run as people read them: those of one file together, and of very many the first ones.
//!
//! Nobody reads on after dozens of messages about one file, or the same warning for the hundredth time, and what matters
//! more would be lost between them. The rest is counted. Programs get all of them.

use super::{Canvas, Code, Diagnostic, Files, Severity, SitePath, draw};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// More diagnostics than this of one file are counted, not shown.
const MOST_A_FILE: usize = 12;

/// More warnings and hints than this with one code are counted, not shown. Errors all have to be mended.
const MOST_A_CODE: usize = 40;

/// Draws diagnostics, which are in the order of files; those of a file that has too many are cut short, errors last.
pub fn digest(diagnostics: &[Diagnostic], files: &(dyn Files + Sync), canvas: Canvas) -> String {
    let mut of_code: BTreeMap<Code, usize> = BTreeMap::new();
    let mut left: BTreeMap<Code, (usize, BTreeSet<&SitePath>)> = BTreeMap::new();
    let mut of_file: BTreeMap<&SitePath, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let path = &diagnostic.places[0].path;
        let shown = of_code.entry(diagnostic.code).or_default();
        if diagnostic.severity < Severity::Error && *shown == MOST_A_CODE {
            let (more, paths) = left.entry(diagnostic.code).or_default();
            *more += 1;
            paths.insert(path);
            continue;
        }
        *shown += usize::from(diagnostic.severity < Severity::Error);
        of_file.entry(path).or_default().push(diagnostic);
    }
    // A large site has hundreds, and drawing one takes as long as looking for some.
    let drawn = of_file.into_par_iter().map(|(path, diagnostics)| of_one(path, diagnostics, files, canvas));
    let mut text = drawn.collect::<Vec<_>>().concat();
    for (code, (more, paths)) in left {
        let messages = if more == 1 { "1 more message".to_owned() } else { format!("{more} more messages") };
        let files = if paths.len() == 1 { "1 file".to_owned() } else { format!("{} files", paths.len()) };
        text.push_str(&format!("{code}: and {messages} of this kind, in {files}; `--format json` tells all\n\n"));
    }
    text
}

/// Those of one file.
fn of_one(path: &SitePath, mut diagnostics: Vec<&Diagnostic>, files: &dyn Files, canvas: Canvas) -> String {
    let more = diagnostics.len().saturating_sub(MOST_A_FILE);
    if more > 0 {
        diagnostics.sort_by_key(|diagnostic| Reverse(diagnostic.severity));
        diagnostics.truncate(MOST_A_FILE);
        diagnostics.sort();
    }
    let mut text = draw(diagnostics, files, canvas);
    if more > 0 {
        let messages = if more == 1 { "1 more message".to_owned() } else { format!("{more} more messages") };
        text.push_str(&format!("{path}: and {messages} about this file; mend these first, and look again\n\n"));
    }
    text
}
