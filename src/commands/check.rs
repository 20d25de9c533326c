//! `handbill check`: everything that is wrong or worth a look, told in one go; nothing is written.

use super::Failed;
use super::build::finish;
use super::reading::read;
use super::telling::{count, has_errors, say, strict, tell};
use crate::cli::{Check, MISTAKES, SUCCESS};
use crate::lint::lint;
use crate::session::EditionPages;

/// Checks the site.
///
/// # Errors
/// Wrong use or a failing machine.
pub fn run(args: &Check) -> Result<u8, Failed> {
    let asked = &args.reading;
    let read = read(asked, &asked.site.join("public"))?;
    let edition = &read.edition;
    let mut told = read.told();
    told.extend(lint(edition));
    told.extend(EditionPages::finished(edition, finish(false, false, edition)).try_all());
    if asked.strict {
        strict(&mut told);
    }
    told.sort();
    tell(&told, edition, asked.format, &asked.site)?;
    let attention = count(&told);
    if has_errors(&told) {
        say(asked.format, &format!("This site cannot be published yet: {attention}."));
        return Ok(MISTAKES);
    }
    let line = if attention.is_empty() {
        "Nothing to mend.".to_owned()
    } else {
        format!("This site can be published. Worth a look above: {attention}.")
    };
    say(asked.format, &line);
    Ok(SUCCESS)
}
