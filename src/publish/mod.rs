//! An edition to a folder: staged beside it, exchanged in one step, deleting only what Handbill wrote.
//!
//! It knows nothing of pages but their addresses, their bytes and a fingerprint of what they are made from. What stays
//! from one build to the next is a list of files with their hashes, which stands in the folder itself, and, where the
//! caller has a place for it, a [`Memory`] that only saves work. The promise covers builds that are killed, not power
//! cuts.
//!
//! Names, for a folder `public`: `.public.handbill-new` is the new folder while it is made (and, after the exchange,
//! the one before while it is taken away), `.public.handbill-old` the one before on file systems that cannot exchange,
//! `.public.handbill-lock` the lock, `public.handbill-kept` what a strange coincidence left no place for.

mod address;
#[cfg(unix)]
mod carry;
#[cfg(unix)]
mod exchange;
mod failure;
mod in_place;
mod leftover;
mod lock;
mod manifest;
mod memory;
#[cfg(unix)]
mod patch;
mod places;
#[cfg(unix)]
mod retire;
mod staging;
mod standing;
mod write;

pub use failure::Failure;
pub use manifest::Manifest;
pub use memory::Memory;

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// All files of the site to be. Files are made in worker threads, each once, and written at once, so that they are
/// never in memory together.
pub trait Pages: Sync {
    /// How many files there are.
    fn count(&self) -> usize;

    /// The address of a file below the folder, with `/` between its parts and the file's name at its end:
    /// `stories/hannah/index.html`.
    fn path(&self, index: usize) -> &str;

    /// Makes a file. The buffer is empty and is used again for other files.
    ///
    /// Diagnostics of all files are collected, and nothing is published if there are any. A file may be made a second
    /// time if the folder turns out to be one that cannot be exchanged.
    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>>;

    /// Makes a file unless it is made from the same as before. Whoever knows no fingerprints makes it always.
    fn make_unless(
        &self,
        index: usize,
        known: Option<Print>,
        buffer: &mut Vec<u8>,
    ) -> Result<Outcome, Vec<Diagnostic>> {
        let _ = known;
        Ok(Outcome { content: Some(self.make(index, buffer)?), print: None })
    }
}

/// A file that was made, or need not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Where its bytes are; `None` if it would be as before.
    pub content: Option<Content>,
    /// What it is made from. `None` if that is not known, or if it must be made again in any case, since there is
    /// something to tell each time.
    pub print: Option<Print>,
}

/// The fingerprints of what a file is made from: if either is as before, so is the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// Of all that it could show, which is quick to tell.
    pub around: u128,
    /// Of all that it does show.
    pub shown: u128,
}

/// Where the bytes of a file are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// In the buffer.
    Buffer,
    /// In this file, which is to be copied.
    File(PathBuf),
}

/// How the folder is replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// In one step if the system can do it, else by two renames, else file by file.
    #[default]
    Best,
    /// By two renames even where one step would do.
    TwoRenames,
    /// Changed files alone, however many there are, with a journal to take it back; else like [`Way::Best`].
    Patch,
    /// File by file, in the folder as it stands.
    InPlace,
}

/// What publishing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files whose bytes are as before; their modification time is too.
    pub unchanged: usize,
    /// Addresses that were published before and are no more, sorted.
    pub removed: Vec<String>,
    /// Why the folder could not be replaced in one step, as a clause: "it is a mount point". `None` if it was.
    pub not_atomic: Option<String>,
    /// Files of somebody else that appeared at one of the site's addresses in the moment of publishing, and where
    /// they were put. Nearly always empty.
    pub kept: Vec<PathBuf>,
}

/// Publishes a site: afterwards the folder holds its files, the list of them, and what others put there.
///
/// `progress` is told now and then, from worker threads, how many files are finished.
/// On any failure before the exchange the folder is as it was, and nothing is left beside it.
pub fn publish(folder: &Path, site: &impl Pages, progress: &(impl Fn(usize) + Sync)) -> Result<Published, Failure> {
    publish_by(Way::Best, folder, site, None, progress)
}

/// Publishes a site in a way that the caller chooses, with or without a memory of the last time.
pub fn publish_by(
    way: Way,
    folder: &Path,
    site: &impl Pages,
    memory: Option<&Memory>,
    progress: &(impl Fn(usize) + Sync),
) -> Result<Published, Failure> {
    let addresses = address::Addresses::of(site)?;
    let places = places::Places::create(folder)?;
    let known = memory.map(|memory| memory.read(&places.folder)).unwrap_or_default();
    let all = Site { site, addresses: &addresses, known: &known };
    let hindrance = match way {
        Way::InPlace => "this was asked for".to_owned(),
        #[cfg(unix)]
        Way::Best | Way::TwoRenames | Way::Patch => match exchange::publish(way, &places, &all, progress) {
            Ok((published, made)) => {
                remember(memory, &places, site, &made);
                return Ok(published);
            }
            Err(failure::Stop::Failure(failure)) => return Err(failure),
            Err(failure::Stop::Hindrance(why)) => why,
        },
        // Folders with open files cannot be renamed on Windows, and there is no exchange.
        #[cfg(not(unix))]
        Way::Best | Way::TwoRenames | Way::Patch => "this system cannot exchange folders".to_owned(),
    };
    let (published, made) = in_place::publish(&places, &all, progress)?;
    remember(memory, &places, site, &made);
    Ok(Published { not_atomic: Some(hindrance), ..published })
}

/// Notes what the next build need not make again.
fn remember(memory: Option<&Memory>, places: &places::Places, site: &impl Pages, made: &[write::Made]) {
    if let Some(memory) = memory {
        let files = made.iter().enumerate().filter_map(|(index, made)| Some((site.path(index), made.seen?)));
        memory.write(&places.folder, files);
    }
}

/// The list of the files that were published last time, or `None` if there is no list.
///
/// If the last build was killed between two renames, or between the first and the last of a few changed files, the
/// folder is put back first.
pub fn published(folder: &Path) -> Result<Option<Manifest>, Failure> {
    let Some(places) = places::Places::find(folder)? else { return Ok(None) };
    if leftover::needs_restoring(&places) {
        let _lock = lock::Lock::take(&places.lock)?;
        leftover::restore(&places)?;
    }
    Manifest::read(&places.folder)
}

/// A site together with its addresses, which were found to be safe, and what is known of its files from the last time.
struct Site<'a, P> {
    site: &'a P,
    addresses: &'a address::Addresses<'a>,
    known: &'a memory::Known,
}

#[cfg(test)]
mod tests;
