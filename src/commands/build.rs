//! `handbill build`: the whole site into a folder, or every mistake told and nothing touched.

use super::fix::shut;
use super::init::quoted;
use super::progress::Progress;
use super::reading::{Read, read};
use super::telling::{count, has_errors, say, say_what_next, strict, tell, to_mend};
use super::{Failed, gone};
use crate::cli::{Build, Format, MISTAKES, SUCCESS};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, one_cause};
use crate::finish::{CAN_MINIFY, Finish, Links, Size};
use crate::publish::{Failure, Manifest, Memory, Published, Way, publish_by, published};
use crate::session::{Edition, EditionPages, Session};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Builds the site.
///
/// # Errors
/// Wrong use or a failing machine.
pub fn run(args: &Build) -> Result<u8, Failed> {
    let begun = Instant::now();
    if args.minify && !CAN_MINIFY {
        return Err(Failed::new(
            "this build of Handbill cannot minify: it was made without the cargo feature `minify`",
        ));
    }
    let asked = &args.reading;
    let folder = args.output.clone().unwrap_or_else(|| asked.site.join("public"));
    // The process ends with this build, and the system takes all memory back at once: tidying up a large site piece by
    // piece would only keep the reader waiting.
    let mut read = ManuallyDrop::new(read(asked, &folder, Session::new)?);
    if args.leave_out_broken {
        read.leave_out_broken();
    }
    let edition = &read.edition.clone();
    let before = published(&folder)?;
    let mut told = read.told();
    let finish = finish(args.portable, args.minify, edition);
    if asked.strict && !has_errors(&told) {
        // What is found while pages are written would be found too late.
        told.extend(EditionPages::finished(edition, finish).try_all());
        one_cause(&mut told);
        strict(&mut told);
        told.sort();
    }
    if has_errors(&told) {
        return refuse(&told, &mut read, before.as_ref(), &folder, args);
    }
    if edition.settings.settings.minify && !CAN_MINIFY {
        let message = "`minify` has no effect: this build of Handbill was made without it";
        told.push(Diagnostic::new(Code::NotMinified, Place::file(&"site.yaml".into()), message));
    }
    if let Some(before) = &before {
        told.extend(gone::gone(before, edition, &name(&folder)));
    }
    match write(edition, finish, &folder, &memory(&asked.site)) {
        Ok((result, notices)) => {
            told.extend(notices);
            told.extend(afterthoughts(&result, &folder));
            told.sort();
            told.dedup();
            tell(&told, edition, asked.format, &asked.site)?;
            summary(args, edition, &result, &told, &folder, begun);
            Ok(SUCCESS)
        }
        Err(Failure::Pages(errors)) => {
            told.extend(edition.merged(errors));
            told.sort();
            one_cause(&mut told);
            refuse(&told, &mut read, before.as_ref(), &folder, args)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Tells what keeps the site from being published; first of all, what should be taken down and is not.
fn refuse(
    told: &[Diagnostic],
    read: &mut Read,
    before: Option<&Manifest>,
    folder: &Path,
    args: &Build,
) -> Result<u8, Failed> {
    let asked = &args.reading;
    let edition = &read.edition.clone();
    let held_up = before.map(|before| gone::held_up(before, edition)).unwrap_or_default();
    if !held_up.is_empty() && !args.leave_out_broken {
        let (titles, verb) = match held_up.as_slice() {
            [one] => (format!("\"{one}\""), "is"),
            several => (several.iter().map(|title| format!("\"{title}\"")).collect::<Vec<_>>().join(", "), "are"),
        };
        // Into the same folder: a takedown that goes elsewhere takes nothing down.
        let output = args.output.as_ref().map(|output| format!(" --output {}", quoted(output))).unwrap_or_default();
        let command = format!("handbill build {}{output} --leave-out-broken", quoted(&asked.site));
        eprintln!(
            "{titles} {verb} still in {}/ because of the mistakes below; to take it down now:\n  {command}\n",
            name(folder)
        );
    }
    tell(told, edition, asked.format, &asked.site)?;
    say(asked.format, &format!("Nothing was published: {}.", to_mend(told)));
    let shut = shut(read);
    say_what_next(told, read.mendable(told, &shut), asked.format);
    Ok(MISTAKES)
}

/// How pages are to be written, by the command line and the settings.
pub(super) fn finish(portable: bool, minify: bool, edition: &Edition) -> Finish {
    Finish {
        links: if portable { Links::Portable } else { Links::Complete },
        size: if minify || edition.settings.settings.minify { Size::Minified } else { Size::AsRendered },
    }
}

/// Where a build remembers what the next one need not make again. A program of the same version may be another one
/// while it is being worked on, so its file counts too.
fn memory(site: &Path) -> Memory {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let file = file.and_then(|file| Ok((file.len(), file.modified()?)));
    let (length, modified) = file.map_or((0, 0), |(length, modified)| {
        (length, modified.duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_nanos()))
    });
    let program = format!("{} {length} {modified}", env!("CARGO_PKG_VERSION"));
    Memory { file: site.join(".handbill/built"), program }
}

fn write(
    edition: &Arc<Edition>,
    finish: Finish,
    folder: &Path,
    memory: &Memory,
) -> Result<(Published, Vec<Diagnostic>), Failure> {
    let pages = EditionPages::finished(edition, finish);
    let progress = Progress::new(edition.plan.targets.len(), "files");
    let result = publish_by(Way::Best, folder, &pages, Some(memory), &|finished| progress.show(finished));
    progress.end();
    Ok((result?, pages.notices()))
}

/// What publishing itself has to tell.
fn afterthoughts(result: &Published, folder: &Path) -> Vec<Diagnostic> {
    let place = Place::file(&name(folder).as_str().into());
    let slow = result.not_atomic.iter().map(|why| {
        Diagnostic::new(Code::NotAtomic, place.clone(), format!("the folder was replaced file by file, because {why}"))
            .help("a reader may have seen old and new pages for a moment; nothing is lost")
    });
    let kept = result.kept.iter().map(|path| {
        Diagnostic::new(
            Code::FileLeftOut,
            place.clone(),
            format!("a file of yours that stood in the way was moved to {}", path.display()),
        )
        .severity(Severity::Warning)
        .help("look at it and put it where it belongs")
    });
    slow.chain(kept).collect()
}

fn summary(args: &Build, edition: &Edition, result: &Published, told: &[Diagnostic], folder: &Path, begun: Instant) {
    let pages = edition.targets().filter(|(path, _)| path.ends_with(".html")).count();
    let files = result.written + result.unchanged - pages;
    let plural = |count: usize, word: &str| if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") };
    let seconds = begun.elapsed().as_secs_f64();
    let changed = if result.unchanged == 0 {
        String::new()
    } else if result.written == 0 {
        ", nothing changed".to_owned()
    } else {
        format!(", {} changed", result.written)
    };
    say(
        args.reading.format,
        &format!(
            "Built {} and {} into {} in {seconds:.2} s{changed}.",
            plural(pages, "page"),
            plural(files, "file"),
            folder.display()
        ),
    );
    let attention = count(told);
    if !attention.is_empty() {
        say(args.reading.format, &format!("Worth a look above: {attention}."));
    }
    if args.reading.format == Format::Text {
        let site = match &args.reading.site {
            here if here == Path::new(".") => String::new(),
            site => format!(" {}", quoted(site)),
        };
        println!(
            "Before it goes online, `handbill check{site}` looks for more: notes to yourselves, vague links, what is over."
        );
    }
}

/// The name of the output folder, for messages.
fn name(folder: &Path) -> String {
    folder.file_name().map_or_else(|| folder.display().to_string(), |name| name.to_string_lossy().into_owned())
}
