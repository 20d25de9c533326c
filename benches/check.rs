//! What `check` costs beside a build without its writing: both in turn, in one process.
//!
//! ```text
//! cargo bench --bench check -- path/to/site
//! ```
//!
//! Both begin with the files on disk. The build makes every page with its fingerprints and throws it away; `check` makes
//! every page, weighs it, looks for what is worth a look and draws the messages. Nothing is written.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use handbill::diagnostic::{Canvas, Look, digest, one_cause};
use handbill::lint::{Scales, lint};
use handbill::publish::Pages;
use handbill::session::{Edition, EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::Folder;
use rayon::prelude::*;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The memory of the program itself.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each is measured.
const TIMES: usize = 7;

fn main() {
    // Cargo hands flags such as `--bench` over.
    let argument = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let folder = argument.or_else(|| std::env::var("HANDBILL_SITE").ok()).unwrap_or_else(|| "example-site".to_owned());
    let folder = PathBuf::from(folder);
    let (mut builds, mut checks) = (vec![], vec![]);
    for _ in 0..TIMES {
        builds.push(timed(|| build(&folder)));
        checks.push(timed(|| check(&folder)));
    }
    let (build, check) = (tell("a build without its writing", builds), tell("check", checks));
    let times = |which: fn(&Measured) -> Duration| which(&check).as_secs_f64() / which(&build).as_secs_f64();
    let (median, quickest) = (times(|measured| measured.median), times(|measured| measured.quickest));
    println!("check costs {median:.2} times such a build, by the quickest of each {quickest:.2}");
}

fn build(folder: &Path) -> Arc<Edition> {
    let edition = read(folder, |session| session);
    let pages = EditionPages::new(&edition);
    (0..pages.count()).into_par_iter().with_min_len(8).for_each_init(Vec::new, |buffer, index| {
        buffer.clear();
        black_box(pages.make_unless(index, None, buffer).unwrap());
    });
    black_box(pages.notices());
    edition
}

fn check(folder: &Path) -> Arc<Edition> {
    let edition = read(folder, Session::keeping_words);
    let mut told = edition.diagnostics.clone();
    told.extend(lint(&edition));
    let scales = Scales::of(&edition);
    told.extend(EditionPages::new(&edition).try_each(&|path, target, bytes| scales.weigh(path, target, bytes)));
    told.extend(scales.told());
    one_cause(&mut told);
    told.sort();
    black_box(digest(&told, &*edition, Canvas { look: Look::Plain, width: 100 }));
    edition
}

fn read(folder: &Path, with: impl Fn(Session) -> Session) -> Arc<Edition> {
    let session =
        Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today: Today::At(jiff::Timestamp::now()) });
    let mut session = with(session);
    session.apply(Folder::new(folder).open().unwrap());
    session.edition()
}

/// How long the work takes. The commands leave it to the system to tidy up behind them, so that is not measured.
fn timed(work: impl FnOnce() -> Arc<Edition>) -> Duration {
    let begun = Instant::now();
    let edition = work();
    let time = begun.elapsed();
    drop(edition);
    time
}

/// How long some work took.
struct Measured {
    median: Duration,
    /// Where others work on the machine too, this says more.
    quickest: Duration,
}

/// Prints the median, with the quickest and the slowest.
fn tell(what: &str, mut times: Vec<Duration>) -> Measured {
    times.sort();
    let measured = Measured { median: times[times.len() / 2], quickest: times[0] };
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "{what}: {:.0} ms ({:.0} to {:.0})",
        ms(measured.median),
        ms(measured.quickest),
        ms(times[times.len() - 1])
    );
    measured
}
