//! `handbill check`: everything that is wrong or worth a look, told in one go; nothing is written.

use super::build::finish;
use super::fix::shut;
#[cfg(feature = "external")]
use super::progress::Progress;
use super::reading::read;
use super::telling::{count, has_errors, say, say_what_next, strict, tell, to_mend};
use super::{Failed, handover};
use crate::cli::{Check, MISTAKES, SUCCESS};
use crate::diagnostic::{Diagnostic, one_cause};
use crate::lint::{Scales, lint};
#[cfg(feature = "external")]
use crate::outside;
use crate::session::{Edition, EditionPages, Session};
use std::mem::ManuallyDrop;

/// Checks the site.
///
/// # Errors
/// Wrong use or a failing machine.
pub fn run(args: &Check) -> Result<u8, Failed> {
    let asked = &args.reading;
    // Its memory goes back to the system with the process, at once.
    let begin = |options| Session::new(options).keeping_words();
    let mut read = ManuallyDrop::new(read(asked, &asked.site.join("public"), begin)?);
    let edition = &read.edition.clone();
    if args.handover && edition.text("site.yaml").is_some() {
        print!("{}", handover::sheet(edition));
        return Ok(SUCCESS);
    }
    let mut told = read.told();
    told.extend(lint(edition));
    let scales = Scales::of(edition);
    let pages = EditionPages::finished(edition, finish(false, false, edition));
    told.extend(pages.try_each(&|path, target, bytes| scales.weigh(path, target, bytes)));
    told.extend(scales.told());
    if args.external {
        told.extend(external(args, edition)?);
    }
    one_cause(&mut told);
    if asked.strict {
        strict(&mut told);
    }
    told.sort();
    tell(&told, edition, asked.format, &asked.site)?;
    let attention = count(&told);
    if has_errors(&told) {
        say(asked.format, &format!("This site cannot be published yet: {}.", to_mend(&told)));
        let shut = shut(&read);
        say_what_next(&told, read.mendable(&told, &shut), asked.format);
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

/// Asks after the pages on other hosts.
#[cfg(feature = "external")]
fn external(args: &Check, edition: &Edition) -> Result<Vec<Diagnostic>, Failed> {
    let memory = args.reading.site.join(".handbill/links.json");
    let links = outside::links(edition);
    let progress = Progress::new(links.len(), "links");
    let told = outside::check(edition, &memory, &outside::Manners::default(), &links, &|known| progress.show(known));
    progress.end();
    Ok(told?)
}

/// This build cannot ask.
#[cfg(not(feature = "external"))]
fn external(_: &Check, _: &Edition) -> Result<Vec<Diagnostic>, Failed> {
    Err(Failed::new("this build of Handbill cannot ask other hosts: it was made without the cargo feature `external`"))
}
