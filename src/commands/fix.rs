//! `handbill fix`: mends slips in the author's files where only one thing can have been meant. It shows every change
//! before it writes any.

mod changes;
mod rewrite;

use super::Failed;
use super::build::finish;
use super::reading::{Read, read};
use super::telling::{count, has_errors, say_where_more, tell};
use crate::cli::{Fix, Format, MISTAKES, Reading, SUCCESS};
use crate::diagnostic::{Diagnostic, SitePath};
use crate::session::{EditionPages, MendedFile, Session};
use inquire::{Confirm, InquireError};
use rewrite::Left;
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};

/// Whether files are to be written.
enum Answer {
    Write,
    /// They stay as they are: why, as a line to print.
    Leave(&'static str),
}

/// Mends a site.
///
/// # Errors
/// Wrong use or a failing machine. Files that were written before the failure stay mended.
pub fn run(args: &Fix) -> Result<u8, Failed> {
    let asked = Reading {
        site: args.site.clone(),
        base_url: None,
        drafts: false,
        date: None,
        strict: false,
        format: Format::Text,
    };
    let mut read = read(&asked, &args.site.join("public"), Session::new)?;
    let shut = shut(&read);
    let mended = read.mend(&shut);
    let mut out = io::stdout().lock();
    for path in &shut {
        writeln!(out, "{path} cannot be written to, or is a link, so it is left as it is.")?;
    }
    let mut is_written = true;
    if !mended.is_empty() {
        out.write_all(changes::drawn(&mended).as_bytes())?;
        out.flush()?;
        match answer(args, &mended)? {
            Answer::Write => {
                write(&read, &mended)?;
                writeln!(out, "Changed {}.", changes::size(&mended))?;
            }
            Answer::Leave(why) => {
                writeln!(out, "{why}")?;
                is_written = false;
            }
        }
    }
    drop(out);
    rest(&read, &args.site, &mended, is_written)
}

/// Tells what is left as `check` tells it, and gives the exit code.
fn rest(read: &Read, site: &std::path::Path, mended: &[MendedFile], is_written: bool) -> Result<u8, Failed> {
    let edition = &read.edition;
    let mut told: Vec<Diagnostic> = read.told();
    told.extend(EditionPages::finished(edition, finish(false, false, edition)).try_all());
    told.sort();
    if !is_written && !told.is_empty() {
        println!("With these changes, this would be left:");
    }
    tell(&told, edition, Format::Text, site)?;
    let attention = count(&told);
    if has_errors(&told) {
        println!("Left for you to mend: {attention}.");
        say_where_more(&told);
        return Ok(MISTAKES);
    }
    if !is_written {
        return Ok(MISTAKES);
    }
    match (mended.is_empty(), attention.is_empty()) {
        (true, true) => println!("Nothing to mend."),
        (false, true) => println!("Nothing is left to mend."),
        (_, false) => println!("This site can be published. Worth a look above: {attention}."),
    }
    Ok(SUCCESS)
}

/// The files with something to mend that cannot be written to, or are only links.
pub(super) fn shut(read: &Read) -> BTreeSet<SitePath> {
    let offered = read.edition.diagnostics.iter().filter(|told| told.repair.is_some());
    let paths = offered.map(|told| &told.places[0].path);
    paths.filter(|path| !read.folder.place(path).is_some_and(rewrite::is_writable)).cloned().collect()
}

/// Whether to write: by the flags, or asked for once on a terminal.
fn answer(args: &Fix, mended: &[MendedFile]) -> Result<Answer, Failed> {
    if args.dry_run {
        return Ok(Answer::Leave("Nothing was written, as you asked."));
    }
    if args.yes {
        return Ok(Answer::Write);
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Ok(Answer::Leave("Nothing was written: there is no terminal to ask on. `--yes` writes these changes."));
    }
    match Confirm::new(&format!("Change {}?", changes::size(mended))).with_default(true).prompt() {
        Ok(true) => Ok(Answer::Write),
        Ok(false) | Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            Ok(Answer::Leave("Nothing was written."))
        }
        Err(error) => Err(Failed::new(format!("cannot ask on this terminal: {error}"))),
    }
}

/// Writes all files; those that changed meanwhile are left, and told at the end.
fn write(read: &Read, mended: &[MendedFile]) -> Result<(), Failed> {
    let mut left = vec![];
    for file in mended {
        let disk = read.folder.place(&file.path).expect("files without a place are not mended");
        match rewrite::rewrite(disk, &file.before, &file.after) {
            Ok(()) => {}
            Err(Left::Changed) => left.push(format!("{} was changed just now by something else", file.path)),
            Err(Left::Failed(error)) => left.push(format!("{} cannot be written: {error}", file.path)),
        }
    }
    if left.is_empty() {
        return Ok(());
    }
    Err(Failed::new(format!("left as it is, the rest is mended:\n  {}", left.join("\n  "))))
}
