//! Puts a few changed files into a large published folder one by one, in a way that can be taken back.
//!
//! A new folder for ten thousand files costs as much as writing them, even if one sentence has changed. So the changed
//! files, which are whole and lie apart already, are renamed into the folder. Before the first, links to the files that
//! go and a journal of all steps are written; after the last, the journal is removed, which is the moment from which
//! the new site counts. If a step fails, or a build is killed in between, the journal says how to put everything back:
//! see [`undo`]. Renaming takes a thousandth of a second, and a reader who comes in it sees pages of both.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::address::{self, Addresses};
use super::failure::{Doing, if_there};
use super::manifest::LIST;
use super::{Failure, Manifest};

/// The journal, among the changed files.
const JOURNAL: &str = ".handbill-journal";

/// Links to the files that go are called so, and their number.
const OLD: &str = "old-";

/// Below so many files a new folder costs nothing that anybody would notice.
const LARGE: usize = 500;

/// Few changes are at most one file in so many.
const FEW: usize = 8;

/// What is different.
pub(super) struct Changes<'a> {
    /// The files with other bytes than before: where they are and their addresses.
    pub(super) written: Vec<(PathBuf, &'a str)>,
    /// The addresses that are no more.
    pub(super) removed: &'a [String],
    /// The list of the folder.
    pub(super) before: &'a Manifest,
    /// The list to be.
    pub(super) after: &'a Manifest,
}

impl Changes<'_> {
    /// Whether it is worth while to make them one by one.
    pub(super) fn are_few(&self) -> bool {
        let (files, changes) = (self.after.len(), self.written.len() + self.removed.len());
        changes == 0 || (files >= LARGE && changes * FEW <= files)
    }
}

/// One step, which can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// A folder that is made.
    Folder(String),
    /// A file where there was none; it lies at the path until it is put there.
    Add(PathBuf, String),
    /// A file in the place of another, of which there is a link of this number.
    Replace(PathBuf, String, usize),
    /// A file that goes, of which there is a link of this number.
    Remove(String, usize),
}

/// Makes the changes; `false` if they cannot be made so, and then nothing is different.
///
/// `apart` is the folder in which the new files lie. Nothing but those is of use in it afterwards.
///
/// # Errors
/// A step failed; all others were taken back.
pub(super) fn apply(
    folder: &Path,
    apart: &Path,
    addresses: &Addresses<'_>,
    changes: &Changes<'_>,
) -> Result<bool, Failure> {
    // Behind a link in the place of a folder, a file may look as before, and is not in the folder.
    let folders: Vec<_> = address::folders(changes.before.paths()).into_iter().collect();
    let is_folder = |path: &&str| fs::symlink_metadata(folder.join(path)).is_ok_and(|metadata| metadata.is_dir());
    if !folders.par_iter().with_min_len(64).all(is_folder) {
        return Ok(false);
    }
    if changes.written.is_empty() && changes.removed.is_empty() {
        return Ok(true);
    }
    let Some(steps) = prepare(folder, apart, changes)? else { return Ok(false) };
    if let Err(failure) = steps.iter().try_for_each(|step| take(step, folder)) {
        undo(apart, folder)?;
        return Err(failure);
    }
    let journal = apart.join(JOURNAL);
    fs::remove_file(&journal).doing("remove", &journal)?;
    // Folders that have become empty, inner ones first; one with something of somebody else's in it stays.
    let around: BTreeSet<_> = address::folders(changes.removed.iter().map(String::as_str)).into_iter().collect();
    for gone in around.into_iter().rev().filter(|gone| !addresses.has_folder(gone)) {
        let _ = fs::remove_dir(folder.join(gone));
    }
    Ok(true)
}

/// Links what goes and writes the journal, after which every step can be taken back; `None` if there is no way to.
fn prepare(folder: &Path, apart: &Path, changes: &Changes<'_>) -> Result<Option<Vec<Step>>, Failure> {
    changes.after.write(apart)?;
    let Some(steps) = plan(folder, &apart.join(LIST), changes) else { return Ok(None) };
    for step in &steps {
        if let Step::Replace(_, address, number) | Step::Remove(address, number) = step
            && fs::hard_link(folder.join(address), apart.join(format!("{OLD}{number}"))).is_err()
        {
            return Ok(None);
        }
    }
    write_journal(apart, &steps)?;
    Ok(Some(steps))
}

/// The steps in their order, or `None` if something is not as the list says, or stands in the way: then the whole
/// folder is to be looked at.
fn plan(folder: &Path, new_list: &Path, changes: &Changes<'_>) -> Option<Vec<Step>> {
    let (mut folders, mut steps) = (BTreeSet::new(), Vec::new());
    for (number, (path, address)) in changes.written.iter().enumerate() {
        for around in address::around(address) {
            match fs::symlink_metadata(folder.join(around)) {
                // A link in the place of a folder would lead out of it.
                Ok(metadata) if metadata.is_dir() => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    folders.insert(around.to_owned());
                }
                _ => return None,
            }
        }
        let ours = changes.before.contains(address);
        steps.push(match fs::symlink_metadata(folder.join(address)) {
            Ok(metadata) if metadata.is_file() && ours => Step::Replace(path.clone(), (*address).to_owned(), number),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Step::Add(path.clone(), (*address).to_owned()),
            _ => return None,
        });
    }
    let number = changes.written.len();
    for (index, address) in changes.removed.iter().enumerate() {
        let inside = address::around(address)
            .all(|around| fs::symlink_metadata(folder.join(around)).is_ok_and(|metadata| metadata.is_dir()));
        if !inside || !fs::symlink_metadata(folder.join(address)).is_ok_and(|metadata| metadata.is_file()) {
            return None;
        }
        steps.push(Step::Remove(address.clone(), number + index));
    }
    steps.push(Step::Replace(new_list.to_owned(), LIST.to_owned(), number + changes.removed.len()));
    // Outer folders sort before those in them.
    Some(folders.into_iter().map(Step::Folder).chain(steps).collect())
}

fn take(step: &Step, folder: &Path) -> Result<(), Failure> {
    let at = |address: &String| folder.join(address);
    match step {
        Step::Folder(address) => fs::create_dir(at(address)).doing("create the folder", &at(address)),
        Step::Add(from, address) | Step::Replace(from, address, _) => {
            fs::rename(from, at(address)).doing("replace", &at(address))
        }
        Step::Remove(address, _) => fs::remove_file(at(address)).doing("remove", &at(address)),
    }
}

/// Whether changes were begun here and not ended.
pub(super) fn was_interrupted(apart: &Path) -> bool {
    super::places::exists(&apart.join(JOURNAL))
}

/// Puts everything back that was begun and not ended. Who is killed while doing so can begin again.
pub(super) fn undo(apart: &Path, folder: &Path) -> Result<(), Failure> {
    let journal = apart.join(JOURNAL);
    let text = fs::read_to_string(&journal).doing("read", &journal)?;
    let steps: Option<Vec<_>> = text.lines().map(|line| read_step(line, apart)).collect();
    let Some(steps) = steps else {
        return Err(Failure::List { path: journal, why: "was changed by somebody, so it is not believed".to_owned() });
    };
    for step in steps.iter().rev() {
        match step {
            Step::Replace(_, address, number) | Step::Remove(address, number) => {
                let (old, path) = (apart.join(format!("{OLD}{number}")), folder.join(address));
                // If the file is still there, the two are one, and nothing happens.
                if_there(fs::rename(&old, &path)).doing("put back", &path)?;
            }
            Step::Add(from, address) => {
                let path = folder.join(address);
                if !super::places::exists(from) {
                    if_there(fs::remove_file(&path)).doing("remove", &path)?;
                }
            }
            // Something of somebody else's may have come into it.
            Step::Folder(address) => drop(fs::remove_dir(folder.join(address))),
        }
    }
    fs::remove_file(&journal).doing("remove", &journal)
}

fn write_journal(apart: &Path, steps: &[Step]) -> Result<(), Failure> {
    let mut text = String::new();
    for step in steps {
        // Files that lie apart are named below that folder.
        let below = |path: &Path| path.strip_prefix(apart).unwrap_or(path).display().to_string();
        text += &match step {
            Step::Folder(address) => format!("folder - - {address}\n"),
            Step::Add(from, address) => format!("add {} - {address}\n", below(from)),
            Step::Replace(from, address, number) => format!("replace {} {number} {address}\n", below(from)),
            Step::Remove(address, number) => format!("remove - {number} {address}\n"),
        };
    }
    // Whole or not there at all.
    let (new, journal) = (apart.join("journal"), apart.join(JOURNAL));
    super::write::create(&new, text.as_bytes()).doing("write", &new)?;
    fs::rename(&new, &journal).doing("write", &journal)
}

fn read_step(line: &str, apart: &Path) -> Option<Step> {
    let mut parts = line.splitn(4, ' ');
    let (what, from, number, address) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?.to_owned());
    // Anybody may have edited the journal: it must not lead out of either folder.
    if (address::fault(&address).is_some() && address != LIST) || from.split('/').any(|part| part == "..") {
        return None;
    }
    let from = apart.join(from.trim_start_matches('/'));
    match what {
        "folder" => Some(Step::Folder(address)),
        "add" => Some(Step::Add(from, address)),
        "replace" => Some(Step::Replace(from, address, number.parse().ok()?)),
        "remove" => Some(Step::Remove(address, number.parse().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::{published, staging};

    /// All files below a folder with their texts.
    fn files(folder: &Path) -> Vec<(PathBuf, String)> {
        let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
        all.map(|entry| {
            let text =
                if entry.file_type().is_dir() { String::new() } else { fs::read_to_string(entry.path()).unwrap() };
            (entry.path().strip_prefix(folder).unwrap().to_owned(), text)
        })
        .collect()
    }

    fn list(files: &[(&str, u128)]) -> Manifest {
        files.iter().map(|(path, hash)| ((*path).to_owned(), *hash)).collect()
    }

    #[test]
    fn whatever_step_a_build_is_killed_after_everything_is_put_back() {
        for killed_after in 0..8 {
            let around = tempfile::tempdir().unwrap();
            let folder = around.path().join("public");
            for (path, text) in [("index.html", "old"), ("gone/index.html", "gone"), ("same", "same"), ("CNAME", "x")] {
                fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
                fs::write(folder.join(path), text).unwrap();
            }
            let before = list(&[("gone/index.html", 1), ("index.html", 2), ("same", 3)]);
            before.write(&folder).unwrap();
            let as_it_was = files(&folder);

            // As a build leaves it that is killed: marked, and with all that was made.
            let staging = around.path().join(".public.handbill-new");
            let apart = staging.join(staging::INSIDE);
            fs::create_dir_all(&apart).unwrap();
            fs::write(staging.join(staging::MARKER), "").unwrap();
            fs::write(apart.join("0"), "new").unwrap();
            fs::write(apart.join("1"), "more").unwrap();
            let after = list(&[("index.html", 4), ("more/of/it/index.html", 5), ("same", 3)]);
            let changes = Changes {
                written: vec![(apart.join("0"), "index.html"), (apart.join("1"), "more/of/it/index.html")],
                removed: &["gone/index.html".to_owned()],
                before: &before,
                after: &after,
            };
            let steps = prepare(&folder, &apart, &changes).unwrap().unwrap();
            assert_eq!(steps.len(), 7, "{steps:?}");
            for step in steps.iter().take(killed_after) {
                take(step, &folder).unwrap();
            }
            assert_eq!(files(&folder) == as_it_was, killed_after == 0);

            assert_eq!(published(&folder).unwrap(), Some(before));
            assert_eq!(files(&folder), as_it_was, "after {killed_after} steps");
            assert_eq!(published(&folder).unwrap().map(|list| list.len()), Some(3));
        }
    }

    #[test]
    fn a_journal_that_leads_out_is_not_believed() {
        let around = tempfile::tempdir().unwrap();
        let (folder, apart) = (around.path().join("public"), around.path().join("apart"));
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir_all(&apart).unwrap();
        fs::write(around.path().join("mine"), "mine").unwrap();
        for line in ["add 0 - ../mine", "add ../mine - a", "remove - x a", "replace 0 1 /etc/passwd", "burn 0 1 a", ""]
        {
            fs::write(apart.join(JOURNAL), format!("{line}\n")).unwrap();
            assert!(matches!(undo(&apart, &folder), Err(Failure::List { .. })), "{line}");
            assert_eq!(fs::read_to_string(around.path().join("mine")).unwrap(), "mine");
        }
    }
}
