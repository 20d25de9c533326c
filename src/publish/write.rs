//! Makes all files in parallel and writes those that are not as before.
//!
//! **Invariant**: a file that is written is a new file. What was published may share its bytes with another folder
//! through a hard link, and writing into it would change both.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;
use twox_hash::XxHash3_128;

use super::failure::Doing;
use super::memory::{Known, Look, Seen};
use super::{Content, Failure, Manifest, Outcome, Pages};
use crate::diagnostic::Diagnostic;

/// Files up to this size are copied through memory like pages; larger ones in pieces.
const PIECE: usize = 1 << 20;

/// Progress is told once in so many files.
const STEP: usize = 64;

/// Where files are written, and what is known of the files before.
pub(super) struct Writing<'a> {
    /// The folder as it was published, with its list. Its unchanged files stay where they are.
    pub(super) before: Option<(&'a Path, &'a Manifest)>,
    /// What is remembered of them.
    pub(super) known: &'a Known,
    /// The path of the n-th file; its folder is there and it is not.
    pub(super) target: &'a (dyn Fn(usize) -> PathBuf + Sync),
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is new or has other bytes.
    Written,
    /// Its bytes are as before.
    Unchanged,
}

/// A file of the site after it was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made {
    /// The hash of its bytes.
    pub(super) hash: u128,
    /// What became of it.
    pub(super) fate: Fate,
    /// What there is to remember of it.
    pub(super) seen: Option<Seen>,
}

/// What keeps a file from being made.
enum Trouble {
    Page(Vec<Diagnostic>),
    Machine(Failure),
    /// Another file has failed, so that this one is not written.
    Pointless,
}

/// The memory of a worker thread.
#[derive(Default)]
struct Buffers {
    made: Vec<u8>,
    found: Vec<u8>,
}

/// Makes all files, in the order of the site. After a mistake in a page the others are still made, for their mistakes.
pub(super) fn all(
    site: &impl Pages,
    writing: &Writing<'_>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<Vec<Made>, Failure> {
    let (count, finished) = (site.count(), AtomicUsize::new(0));
    let (pages_fail, machine_fails) = (AtomicBool::new(false), AtomicBool::new(false));
    let one = |buffers: &mut Buffers, index: usize| {
        if machine_fails.load(Ordering::Relaxed) {
            return Err(Trouble::Pointless);
        }
        buffers.made.clear();
        let item = Item::new(index, site.path(index), writing);
        let result = match site.make_unless(index, item.known.map(|seen| seen.print), &mut buffers.made) {
            Err(diagnostics) => Err(Trouble::Page(diagnostics)),
            Ok(_) if pages_fail.load(Ordering::Relaxed) => Err(Trouble::Pointless),
            Ok(outcome) => item.put(&outcome, buffers).map_err(Trouble::Machine),
        };
        match result {
            Err(Trouble::Page(_)) => pages_fail.store(true, Ordering::Relaxed),
            Err(Trouble::Machine(_)) => machine_fails.store(true, Ordering::Relaxed),
            Ok(_) | Err(Trouble::Pointless) => {}
        }
        let finished = finished.fetch_add(1, Ordering::Relaxed) + 1;
        if finished.is_multiple_of(STEP) || finished == count {
            progress(finished);
        }
        result
    };
    let results: Vec<_> = (0..count).into_par_iter().with_min_len(8).map_init(Buffers::default, one).collect();

    let (mut made, mut diagnostics, mut failed) = (Vec::with_capacity(count), Vec::new(), false);
    for result in results {
        match result {
            Ok(file) => made.push(file),
            Err(Trouble::Machine(failure)) => return Err(failure),
            Err(Trouble::Page(more)) => {
                failed = true;
                diagnostics.extend(more);
            }
            Err(Trouble::Pointless) => {}
        }
    }
    if failed { Err(Failure::Pages(diagnostics)) } else { Ok(made) }
}

/// Writes a new file in one go.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    new_file(path)?.write_all(bytes)
}

fn new_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// A file to be: where it goes, and what was published at its address before.
struct Item {
    target: PathBuf,
    before: Option<(PathBuf, u128)>,
    /// What is remembered of the file before, if it looks as it is remembered.
    known: Option<Seen>,
}

impl Item {
    fn new(index: usize, address: &str, writing: &Writing<'_>) -> Self {
        let before = writing.before.and_then(|(folder, list)| Some((folder.join(address), list.hash(address)?)));
        let known = before.as_ref().and_then(|(old, hash)| {
            let seen = writing.known.of(address).filter(|seen| seen.hash == *hash)?;
            (Look::of(&fs::symlink_metadata(old).ok()?)? == seen.look).then_some(*seen)
        });
        Self { target: (writing.target)(index), before, known }
    }

    fn put(&self, outcome: &Outcome, buffers: &mut Buffers) -> Result<Made, Failure> {
        let content = match (&outcome.content, self.known) {
            (Some(content), _) => content,
            (None, Some(seen)) => return Ok(Made { hash: seen.hash, fate: Fate::Unchanged, seen: Some(seen) }),
            (None, None) => unreachable!("nothing was known that it could be like"),
        };
        if let Content::File(source) = content {
            let mut file = File::open(source).doing("read", source)?;
            let length = file.metadata().doing("read", source)?.len();
            if length > PIECE as u64 {
                return self.put_in_pieces(source, &mut file, length);
            }
            file.read_to_end(&mut buffers.made).doing("read", source)?;
        }
        let hash = XxHash3_128::oneshot(&buffers.made);
        let seen = |look: Option<Look>| Some(Seen { print: outcome.print?, hash, look: look? });
        // The list says what was written; whether it is still there, only the file says.
        if let Some((old, before)) = &self.before
            && *before == hash
            && let Some(metadata) = holds(old, &buffers.made, &mut buffers.found)
        {
            return Ok(Made { hash, fate: Fate::Unchanged, seen: seen(Look::of(&metadata)) });
        }
        let mut file = new_file(&self.target).doing("write", &self.target)?;
        file.write_all(&buffers.made).doing("write", &self.target)?;
        // What nobody would remember needs no look.
        let look = outcome.print.and_then(|_| Look::of(&file.metadata().ok()?));
        Ok(Made { hash, fate: Fate::Written, seen: seen(look) })
    }

    /// Copies a large file, unless the one from before has the same bytes.
    fn put_in_pieces(&self, source: &Path, file: &mut File, length: u64) -> Result<Made, Failure> {
        if let Some((old, before)) = &self.before
            && fs::symlink_metadata(old).is_ok_and(|metadata| metadata.is_file() && metadata.len() == length)
            && let Ok(mut old_file) = File::open(old)
            && let Some(hash) = same_hash(file, &mut old_file).doing("read", source)?
            && hash == *before
        {
            return Ok(Made { hash, fate: Fate::Unchanged, seen: None });
        }
        let mut file = File::open(source).doing("read", source)?;
        let mut copy = new_file(&self.target).doing("write", &self.target)?;
        let (mut hasher, mut piece) = (XxHash3_128::new(), vec![0; PIECE]);
        loop {
            let length = file.read(&mut piece).doing("read", source)?;
            if length == 0 {
                return Ok(Made { hash: hasher.finish_128(), fate: Fate::Written, seen: None });
            }
            hasher.write(&piece[..length]);
            copy.write_all(&piece[..length]).doing("write", &self.target)?;
        }
    }
}

/// What a file looks like if it has exactly these bytes. A file that cannot be read has others.
fn holds(path: &Path, bytes: &[u8], found: &mut Vec<u8>) -> Option<Metadata> {
    found.clear();
    let metadata = fs::symlink_metadata(path).ok()?;
    let holds = metadata.is_file()
        && metadata.len() == bytes.len() as u64
        && File::open(path).and_then(|mut file| file.read_to_end(found)).is_ok()
        && found == bytes;
    holds.then_some(metadata)
}

/// The hash of two files if they have the same bytes.
pub(super) fn same_hash(one: &mut File, other: &mut File) -> io::Result<Option<u128>> {
    let (mut hasher, mut left, mut right) = (XxHash3_128::new(), Vec::new(), Vec::new());
    loop {
        left.clear();
        right.clear();
        one.take(PIECE as u64).read_to_end(&mut left)?;
        // A file from before that cannot be read any more is no reason to fail; it is simply not the same.
        if other.take(PIECE as u64).read_to_end(&mut right).is_err() || left != right {
            return Ok(None);
        }
        if left.is_empty() {
            return Ok(Some(hasher.finish_128()));
        }
        hasher.write(&left);
    }
}
