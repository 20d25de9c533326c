//! What is known of a site's folder, and what is different when it is looked at again.

use super::extent::{Extent, site_path};
use super::listing::{Found, Listing, Outside, all_areas, is_gone};
use super::reading::read;
use super::stamp::Stamp;
use super::{Change, FileContent};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};
use twox_hash::XxHash3_128;

/// A file written twice within this time may look the same from outside after both: times on FAT are whole even
/// seconds, and those of network drives come late.
const SAME_TIME: Duration = Duration::from_millis(2500);

/// What is known of a site's folder.
///
/// **Invariant**: all changes that were returned, one after the other, make what [`Folder::open`] would return now, as
/// far as the folder was looked at since.
pub struct Folder {
    root: PathBuf,
    extent: Extent,
    known: BTreeMap<SitePath, Known>,
    /// The links among the files, from the site's folder.
    links: BTreeMap<SitePath, PathBuf>,
    /// Counts looks, so that a look can tell what it did not find.
    look: u64,
}

/// What is known of a file.
struct Known {
    disk: PathBuf,
    /// What it looked like before it was last read; `None` if it was not read.
    stamp: Option<Stamp>,
    content: Remembered,
    trust: Trust,
    /// The last look that found it.
    look: u64,
}

/// What is remembered of a file's content.
enum Remembered {
    /// The fingerprint of a text.
    Text(u128),
    /// Anything else, as it was told.
    Whole(FileContent),
}

/// Whether a file with the same stamp still holds the same.
#[derive(Clone, Copy)]
enum Trust {
    /// It does.
    Settled,
    /// If it was read after this moment; before that, a second write may have got the same time as the first.
    After(Instant),
    /// It could not be read, so nothing is known.
    Never,
}

/// A file that was read.
struct Taken {
    found: Found,
    /// When reading began.
    at: Instant,
    content: io::Result<FileContent>,
}

impl Folder {
    /// The folder of a site, of which nothing is known yet.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            extent: Extent::default(),
            known: BTreeMap::new(),
            links: BTreeMap::new(),
            look: 0,
        }
    }

    /// The same, where these folders are no part of the site: a published folder that lies in it.
    #[must_use]
    pub fn without(mut self, folders: &[PathBuf]) -> Self {
        self.extent = Extent::new(&self.root, folders);
        self
    }

    /// Lists and reads everything: one change a file, by path.
    ///
    /// # Errors
    /// When a folder or file cannot be read; the error names it. Nothing is known of the folder then.
    pub fn open(&mut self) -> io::Result<Vec<Change>> {
        self.known.clear();
        self.links.clear();
        let found = self.list(&all_areas(), &|| false).map_err(|error| named(&self.root, &error))?;
        let found = found.expect("nothing is more urgent");
        let (changes, failed) = self.compare(&all_areas(), found, &HashSet::new());
        if let Some(error) = failed {
            self.known.clear();
            self.links.clear();
            return Err(error);
        }
        Ok(changes)
    }

    /// Where a file lies on disk, as far as it is known; `None` for one that is reached by a link, since what is written
    /// there would land elsewhere.
    pub fn place(&self, path: &str) -> Option<&Path> {
        let known = self.known.get(path)?;
        let top = path.split('/').next().unwrap_or(path);
        let is_linked = self.links.contains_key(path) || self.root.join(top).is_symlink();
        (!is_linked).then_some(known.disk.as_path())
    }

    /// Looks at these files and folders, and at all that is in them. Files that are named are read whatever their times
    /// say. The paths are complete, or from the site's folder; the folder itself means all of it.
    ///
    /// What cannot be read is left out with a message. While the site's folder itself cannot be reached, nothing changes.
    pub fn look_at(&mut self, touched: &[PathBuf]) -> Vec<Change> {
        let Ok(real) = self.root.canonicalize() else { return vec![] };
        let mut areas = vec![];
        let mut named = HashSet::new();
        for path in touched {
            let relative = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&real)).unwrap_or(path);
            if relative.as_os_str().is_empty() {
                areas.extend(all_areas());
            } else if self.extent.holds(relative) {
                areas.push(self.area(relative));
                named.insert(self.root.join(relative));
            }
        }
        // Any of the files may be what a link leads to.
        if !areas.is_empty() {
            areas.extend(self.links.values().map(|link| self.area(link)));
            areas.extend(all_areas().into_iter().filter(|top| self.root.join(top).is_symlink()));
        }
        // A folder stands before all that is in it.
        areas.sort();
        areas.dedup_by(|later, earlier| later.starts_with(earlier));
        self.look(&areas, &named)
    }

    /// Looks at the whole folder from outside, and reads what differs from what is known or was written a moment before
    /// it was last read.
    ///
    /// What cannot be read is left out with a message and tried again by the next sweep. While the site's folder itself
    /// cannot be reached, nothing changes.
    pub fn sweep(&mut self) -> Vec<Change> {
        self.sweep_unless(&|| false).unwrap_or_default()
    }

    /// The same, unless something more urgent comes up while files are listed, which takes most of the time: `None` then,
    /// and nothing is known that was not known before.
    pub fn sweep_unless(&mut self, urgent: &dyn Fn() -> bool) -> Option<Vec<Change>> {
        let areas = all_areas();
        let Ok(found) = self.list(&areas, urgent) else { return Some(vec![]) };
        Some(self.compare(&areas, found?, &HashSet::new()).0)
    }

    fn look(&mut self, areas: &[PathBuf], named: &HashSet<PathBuf>) -> Vec<Change> {
        let Ok(Some(found)) = self.list(areas, &|| false) else { return vec![] };
        self.compare(areas, found, named).0
    }

    /// Lists all files in these areas; `None` if something more urgent came up.
    fn list(&self, areas: &[PathBuf], urgent: &dyn Fn() -> bool) -> io::Result<Option<Vec<Found>>> {
        let mut listing = Listing::new(&self.root, &self.extent, urgent)?;
        for area in areas {
            listing.add(area);
        }
        Ok(listing.finish())
    }

    /// The smallest area around a path in which nothing but listing tells what is there: where a folder has become a
    /// file or is gone, its own; where a name can be spelt in two ways, the folder that it is in.
    fn area(&self, relative: &Path) -> PathBuf {
        let mut area = PathBuf::new();
        for part in relative.components() {
            if !part.as_os_str().is_ascii() {
                return area;
            }
            area.push(part);
            if self.known.contains_key(&site_path(&area)) {
                return area;
            }
            let disk = self.root.join(&area);
            // A top folder may be a link.
            let is_top = area.parent().is_some_and(|parent| parent.as_os_str().is_empty());
            let is_folder = if is_top { disk.is_dir() } else { disk.symlink_metadata().is_ok_and(|it| it.is_dir()) };
            if !is_folder {
                return area;
            }
        }
        area
    }

    /// Compares all that was found in these areas with what is known, and remembers it; also the first failure.
    fn compare(
        &mut self,
        areas: &[PathBuf],
        found: Vec<Found>,
        named: &HashSet<PathBuf>,
    ) -> (Vec<Change>, Option<io::Error>) {
        self.look += 1;
        let settles = Instant::now() + SAME_TIME;
        let now = SystemTime::now();
        let mut changes = vec![];
        let mut failed = None;
        let found: Vec<Found> = found
            .into_iter()
            .filter(|found| match self.known.get_mut(&found.path) {
                Some(known) if known.is_settled(found) && !named.contains(&found.disk) => {
                    known.look = self.look;
                    false
                }
                _ => true,
            })
            .collect();
        let taken: Vec<Taken> = found.into_par_iter().map(take).collect();
        for Taken { found, at, content } in taken {
            let Found { path, disk, outside, link } = found;
            let (content, could_read) = match content {
                Ok(content) => (content, true),
                // It went away after it was listed.
                Err(error) if is_gone(&error) => continue,
                Err(error) => {
                    let content = FileContent::LeftOut(unreadable(&path, &error));
                    failed.get_or_insert_with(|| self::named(&disk, &error));
                    (content, false)
                }
            };
            let stamp = match outside {
                Outside::File(stamp) => Some(stamp),
                Outside::LeftOut(_) | Outside::Unreadable(_) => None,
            };
            let before = self.known.remove(&path);
            let trust = match &before {
                _ if !could_read => Trust::Never,
                Some(before) if before.stamp == stamp && before.disk == disk => before.trust.once_read(at, settles),
                _ if stamp.is_some_and(|stamp| stamp.is_old(now)) => Trust::Settled,
                _ => Trust::After(settles),
            };
            if link {
                let relative = disk.strip_prefix(&self.root).unwrap_or(&disk).to_owned();
                self.links.insert(path.clone(), relative);
            } else {
                self.links.remove(&path);
            }
            let known = Known { disk, stamp, content: Remembered::of(&content), trust, look: self.look };
            if before.is_none_or(|before| !before.holds_the_same(&known)) {
                changes.push(Change { path: path.clone(), content: Some(content) });
            }
            self.known.insert(path, known);
        }
        for path in areas.iter().flat_map(|area| self.missing(area)).collect::<Vec<_>>() {
            self.known.remove(&path);
            self.links.remove(&path);
            changes.push(Change { path, content: None });
        }
        changes.sort_by(|a, b| a.path.cmp(&b.path));
        (changes, failed)
    }

    /// What is known in an area and was not found by this look.
    fn missing(&self, area: &Path) -> Vec<SitePath> {
        let area = site_path(area);
        let inside = format!("{area}/");
        let itself = self.known.get_key_value(&area).into_iter();
        let inner = self.known.range::<str, _>((std::ops::Bound::Included(&*inside), std::ops::Bound::Unbounded));
        let inner = inner.take_while(|(path, _)| path.starts_with(&inside));
        let missing = itself.chain(inner).filter(|(_, known)| known.look != self.look);
        missing.map(|(path, _)| path.clone()).collect()
    }
}

impl Known {
    /// Whether a file that looks like this need not be read.
    fn is_settled(&self, found: &Found) -> bool {
        matches!((&found.outside, &self.stamp), (Outside::File(now), Some(then)) if now == then)
            && matches!(self.trust, Trust::Settled)
            && self.disk == found.disk
    }

    /// Whether nobody has to be told of the difference.
    fn holds_the_same(&self, other: &Self) -> bool {
        match (&self.content, &other.content) {
            (Remembered::Text(before), Remembered::Text(now)) => before == now,
            // Of files that are published as they are only the outside is known, and a replaced file is another file.
            (Remembered::Whole(before @ FileContent::Asset(_)), Remembered::Whole(now)) => {
                before == now && self.stamp.map(|stamp| stamp.file) == other.stamp.map(|stamp| stamp.file)
            }
            (Remembered::Whole(before), Remembered::Whole(now)) => before == now,
            (Remembered::Text(_), Remembered::Whole(_)) | (Remembered::Whole(_), Remembered::Text(_)) => false,
        }
    }
}

impl Remembered {
    fn of(content: &FileContent) -> Self {
        match content {
            FileContent::Text(text) => Self::Text(XxHash3_128::oneshot(text.as_bytes())),
            other => Self::Whole(other.clone()),
        }
    }
}

impl Trust {
    /// How far a file is to be trusted that was read at this moment and looks as it did before.
    fn once_read(self, at: Instant, settles: Instant) -> Self {
        match self {
            Self::After(moment) if at < moment => self,
            Self::After(_) | Self::Settled => Self::Settled,
            Self::Never => Self::After(settles),
        }
    }
}

fn take(mut found: Found) -> Taken {
    let at = Instant::now();
    let content = match &mut found.outside {
        Outside::File(stamp) => read(&found.path, &found.disk, stamp),
        Outside::LeftOut(told) => Ok(FileContent::LeftOut(told.clone())),
        Outside::Unreadable(error) => Err(std::mem::replace(error, ErrorKind::Other.into())),
    };
    Taken { found, at, content }
}

/// What is told of a file or folder that could not be read.
fn unreadable(path: &SitePath, error: &io::Error) -> Diagnostic {
    let message = match error.kind() {
        ErrorKind::PermissionDenied => "the system does not let Handbill read this".to_owned(),
        _ => format!("this cannot be read just now: {error}"),
    };
    Diagnostic::new(Code::FileLeftOut, Place::file(path), message).help("look at its permissions; it is tried again")
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes the folder know something else of the file, as if it had been written again at the very time of its stamp.
    fn written_unseen(folder: &mut Folder, trust: Option<Trust>) {
        let known = folder.known.get_mut("content/a.md").unwrap();
        known.content = Remembered::Text(0);
        if let Some(trust) = trust {
            known.trust = trust;
        }
    }

    #[test]
    fn a_file_is_read_until_no_write_can_have_had_the_same_time() {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join("content")).unwrap();
        std::fs::write(site.path().join("content/a.md"), "A").unwrap();
        let mut folder = Folder::new(site.path());
        folder.open().unwrap();
        // It was written just now, so neither the first nor the second look can be sure.
        for _ in 0..2 {
            written_unseen(&mut folder, None);
            assert_eq!(folder.sweep().len(), 1);
        }
        // The time has come: it is read once more, and then no longer.
        written_unseen(&mut folder, Some(Trust::After(Instant::now())));
        assert_eq!(folder.sweep().len(), 1);
        written_unseen(&mut folder, None);
        assert!(folder.sweep().is_empty());
        // A file that is named is read whatever is known of it.
        assert_eq!(folder.look_at(&["content/a.md".into()]).len(), 1);
    }

    #[test]
    fn a_sweep_gives_way_and_forgets_nothing() {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join("content")).unwrap();
        for name in 0..300 {
            std::fs::write(site.path().join(format!("content/{name}.md")), "A").unwrap();
        }
        let mut folder = Folder::new(site.path());
        assert_eq!(folder.open().unwrap().len(), 300);
        std::fs::remove_file(site.path().join("content/7.md")).unwrap();
        assert!(folder.sweep_unless(&|| true).is_none());
        assert_eq!(folder.sweep_unless(&|| false).map(|changes| changes.len()), Some(1));
    }

    #[test]
    fn a_file_that_could_not_be_read_is_tried_again() {
        let now = Instant::now();
        assert!(matches!(Trust::Never.once_read(now, now + SAME_TIME), Trust::After(_)));
        assert!(matches!(Trust::After(now + SAME_TIME).once_read(now, now), Trust::After(_)));
        assert!(matches!(Trust::After(now).once_read(now, now), Trust::Settled));
    }
}
