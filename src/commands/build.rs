//! `handbill build`: the whole site into a folder, or every mistake told and nothing touched.

use super::progress::Progress;
use super::telling::{count, has_errors, say, tell};
use super::{Failed, gone};
use crate::cli::{Build, MISTAKES, SUCCESS};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::finish::{CAN_MINIFY, Finish, Links, Size};
use crate::publish::{Failure, Published, publish, published};
use crate::session::{Edition, EditionPages, Options, Session, Today};
use crate::site::Drafts;
use crate::source::scan;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Builds the site.
///
/// # Errors
/// Wrong use or a failing machine.
pub fn run(args: &Build) -> Result<u8, Failed> {
    let begun = Instant::now();
    if !args.site.is_dir() {
        return Err(Failed::new(format!("there is no folder {}", args.site.display())));
    }
    if args.minify && !CAN_MINIFY {
        return Err(Failed::new(
            "this build of Handbill cannot minify: it was made without the cargo feature `minify`",
        ));
    }
    let base_url = args.base_url.as_deref().map(checked_url).transpose()?;
    let today = args.date.map_or_else(|| Today::At(jiff::Timestamp::now()), Today::Date);
    let drafts = if args.drafts { Drafts::Shown } else { Drafts::LeftOut };
    let scan = scan(&args.site)?;
    let mut session = Session::new(Options { base_url, drafts, today });
    session.apply(scan.changes);
    let edition = session.edition();
    // The process ends with this build, and the system takes all memory back at once: tidying up a large site piece by
    // piece would only keep the reader waiting.
    std::mem::forget((session, edition.clone()));
    let mut told = scan.told;
    told.extend(edition.diagnostics.iter().cloned());
    if has_errors(&told) {
        return refuse(&told, &edition, args);
    }
    if edition.settings.settings.minify && !CAN_MINIFY {
        let message = "`minify` has no effect: this build of Handbill was made without it";
        told.push(Diagnostic::new(Code::NotMinified, Place::file(&"site.yaml".into()), message));
    }
    let folder = args.output.clone().unwrap_or_else(|| args.site.join("public"));
    if let Some(before) = published(&folder)? {
        told.extend(gone::gone(&before, &edition, &name(&folder)));
    }
    match write(&edition, finish(args, &edition), &folder) {
        Ok((result, notices)) => {
            told.extend(notices);
            told.extend(afterthoughts(&result, &folder));
            told.sort();
            tell(&told, &edition, args.format)?;
            summary(args, &edition, &result, &told, &folder, begun);
            Ok(SUCCESS)
        }
        Err(Failure::Pages(errors)) => {
            told.extend(merged(errors));
            told.sort();
            refuse(&told, &edition, args)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Tells what keeps the site from being published.
fn refuse(told: &[Diagnostic], edition: &Edition, args: &Build) -> Result<u8, Failed> {
    tell(told, edition, args.format)?;
    say(args.format, &format!("Nothing was published: {}.", count(told)));
    Ok(MISTAKES)
}

/// How pages are to be written, by the command line and the settings.
fn finish(args: &Build, edition: &Edition) -> Finish {
    Finish {
        links: if args.portable { Links::Portable } else { Links::Complete },
        size: if args.minify || edition.settings.settings.minify { Size::Minified } else { Size::AsRendered },
    }
}

fn write(edition: &Arc<Edition>, finish: Finish, folder: &Path) -> Result<(Published, Vec<Diagnostic>), Failure> {
    let pages = EditionPages::finished(edition, finish);
    let progress = Progress::new(edition.plan.targets.len());
    let result = publish(folder, &pages, &|finished| progress.show(finished));
    progress.end();
    Ok((result?, pages.notices()))
}

/// One mistake in a template is one message, however many pages fail on it.
fn merged(errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<_, (Diagnostic, usize)> = BTreeMap::new();
    for error in errors {
        let key = (error.code, format!("{:?}", error.places));
        first.entry(key).and_modify(|(_, more)| *more += 1).or_insert((error, 0));
    }
    let merged = first.into_values().map(|(mut error, more)| {
        match more {
            0 => {}
            1 => error.message.push_str(", and on 1 more page"),
            more => error.message.push_str(&format!(", and on {more} more pages")),
        }
        error
    });
    merged.collect()
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
        args.format,
        &format!(
            "Built {} and {} into {} in {seconds:.2} s{changed}.",
            plural(pages, "page"),
            plural(files, "file"),
            folder.display()
        ),
    );
    let attention = count(told);
    if !attention.is_empty() {
        say(args.format, &format!("Worth a look above: {attention}."));
    }
}

/// The name of the output folder, for messages.
fn name(folder: &Path) -> String {
    folder.file_name().map_or_else(|| folder.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// An address to publish under, from the command line.
fn checked_url(url: &str) -> Result<String, Failed> {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://")).unwrap_or("");
    let sound = !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\\<>\"@%".contains(c))
        && !rest.contains("/.")
        && !rest.contains("//");
    if sound {
        Ok(url.to_owned())
    } else {
        Err(Failed::new(format!("`{url}` is not the address of a site: write it as https://our-group.org")))
    }
}
