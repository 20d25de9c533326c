//! Watches a site's folder: says when to look where, and has the folder looked at.
//!
//! Events of the system are only hints. Files of a new folder may come without any, some editors and drives give none,
//! and a queue can overflow. So each event only says where to look, and besides the whole folder is swept all the time.

use super::extent::{Extent, TOPS};
use super::heard::{Ended, Heard};
use super::stamp::Stamp;
use super::{Change, Folder};
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often the whole folder is looked at where events are to be expected.
const BESIDES: Duration = Duration::from_secs(2);

/// How often it is looked at where there are no events.
const INSTEAD: Duration = Duration::from_millis(500);

/// How soon it is looked at again when there may be new folders: watching them begins a little after they are there.
const NEW_FOLDERS: Duration = Duration::from_millis(150);

/// Sweeps take at most one part in so many of the time.
const SHARE: u32 = 20;

/// A watch over the folder of a site.
pub struct Watch {
    root: PathBuf,
    heard: Arc<Heard>,
    /// What asks the system; `None` where it can't be asked.
    watcher: Option<RecommendedWatcher>,
    /// The folders that are watched, and which ones they were; `None` if they may be others by now.
    watched: HashMap<&'static str, Option<(u64, u64)>>,
    /// Why there are no events, or not all.
    hindrance: Option<String>,
    /// When the whole folder is looked at next.
    sweep: Instant,
    /// How often that has been put off because of something more urgent.
    put_off: u32,
}

/// A sweep is put off so long when a file is saved meanwhile, which is more urgent.
const LATER: Duration = Duration::from_millis(250);

/// But no more often than this, should files be saved all the time.
const MOST_PUT_OFF: u32 = 8;

/// Ends the waiting of a [`Watch`] from another thread.
#[derive(Clone)]
pub struct Waker(Arc<Heard>);

impl Waker {
    /// Ends the waiting that goes on, or the next one.
    pub fn wake(&self) {
        self.0.wake();
    }
}

impl Watch {
    /// Begins to watch the site in `root`; `ignore` are folders in it that are no part of the site, the same as those of
    /// [`Folder::without`].
    ///
    /// Begin before [`Folder::open`], so that no change falls between the two. A system that cannot watch is no error:
    /// see [`Watch::hindrance`].
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn start(root: &Path, ignore: &[PathBuf]) -> io::Result<Self> {
        let real = root.canonicalize()?;
        let root = std::path::absolute(root)?;
        let heard = Arc::new(Heard::default());
        let listener = heard.clone();
        let roots = [root.clone(), real];
        let extent = Extent::new(&root, ignore);
        let watcher = RecommendedWatcher::new(
            move |event| listener.take(event, &roots, &extent),
            Config::default().with_follow_symlinks(false),
        );
        let (watcher, hindrance) = match watcher {
            Ok(watcher) => (Some(watcher), None),
            Err(error) => (None, Some(late(&error))),
        };
        let sweep = Instant::now() + BESIDES;
        let mut watch = Self { root, heard, watcher, watched: HashMap::new(), hindrance, sweep, put_off: 0 };
        watch.watch_tops();
        Ok(watch)
    }

    /// Waits until files of the site have changed, at most so long, and returns what changed.
    ///
    /// Several changes of one file may follow each other in the list; the last counts. The list is empty when the time is
    /// over or somebody called [`Waker::wake`]. A change that has begun is waited for (100 ms at most) even if the time is
    /// over meanwhile.
    pub fn next(&mut self, folder: &mut Folder, at_most: Duration) -> Vec<Change> {
        let end = Instant::now().checked_add(at_most);
        loop {
            let until = end.map_or(self.sweep, |end| end.min(self.sweep));
            let mut changes = match self.heard.wait(until) {
                Ended::Woken => return vec![],
                Ended::Time => vec![],
                Ended::News(news) => {
                    if news.tops || news.everything {
                        // Whatever was watched under these names may be gone.
                        self.watched.values_mut().for_each(|which| *which = None);
                        self.watch_tops();
                    }
                    if news.everything {
                        self.sweep = Instant::now();
                    } else if news.names {
                        self.sweep = self.sweep.min(Instant::now() + NEW_FOLDERS);
                    }
                    folder.look_at(&news.touched.into_iter().collect::<Vec<_>>())
                }
            };
            if Instant::now() >= self.sweep {
                changes.extend(self.sweep(folder));
            }
            if !changes.is_empty() || end.is_some_and(|end| Instant::now() >= end) {
                return changes;
            }
        }
    }

    /// Whether [`Watch::next`] has something to do at once: something has happened, somebody has called, or it is time to
    /// look at the whole folder. It costs next to nothing to ask.
    pub fn pending(&self) -> bool {
        self.heard.has_news() || Instant::now() >= self.sweep
    }

    /// What ends waiting from another thread.
    pub fn waker(&self) -> Waker {
        Waker(self.heard.clone())
    }

    /// Why changes may be seen late, in a sentence for the author; `None` if all is well.
    pub fn hindrance(&self) -> Option<String> {
        let full = || self.heard.has_no_room().then(|| late(&notify::Error::new(notify::ErrorKind::MaxFilesWatch)));
        self.hindrance.clone().or_else(full)
    }

    fn sweep(&mut self, folder: &mut Folder) -> Vec<Change> {
        let begun = Instant::now();
        self.watch_tops();
        let heard = &self.heard;
        let may_wait = self.put_off < MOST_PUT_OFF;
        let Some(changes) = folder.sweep_unless(&|| may_wait && heard.has_news()) else {
            self.put_off += 1;
            self.sweep = Instant::now() + LATER;
            return vec![];
        };
        self.put_off = 0;
        let often = if self.hindrance().is_some() { INSTEAD } else { BESIDES };
        self.sweep = Instant::now() + often.max(begun.elapsed() * SHARE);
        changes
    }

    /// Watches the site's folder and the top folders in it, those that are new or were replaced again.
    ///
    /// The site's folder alone, not what is in it: published folders and the like are no concern of ours.
    fn watch_tops(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        self.hindrance = None;
        for top in [""].into_iter().chain(TOPS) {
            let (path, mode) = match top {
                "" => (self.root.clone(), RecursiveMode::NonRecursive),
                top => (self.root.join(top), RecursiveMode::Recursive),
            };
            // A top folder that is a link is swept only.
            let outside = if top.is_empty() { path.metadata() } else { path.symlink_metadata() };
            let now = outside.ok().filter(std::fs::Metadata::is_dir).map(|outside| Stamp::of(&outside).file);
            if now.is_some() && self.watched.get(top) == Some(&now) {
                continue;
            }
            if self.watched.remove(top).is_some() {
                // It fails if the system has given up the watch by itself.
                let _ = watcher.unwatch(&path);
            }
            let Some(now) = now else { continue };
            match watcher.watch(&path, mode) {
                Ok(()) => {
                    self.watched.insert(top, Some(now));
                }
                // It went away just now, and the next sweep will see.
                Err(_) if !path.is_dir() => {}
                Err(error) => self.hindrance = Some(late(&error)),
            }
        }
    }
}

/// Why changes are seen late.
fn late(error: &notify::Error) -> String {
    let why = match &error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            "this system lets no more folders be watched (on Linux, raise fs.inotify.max_user_watches)".to_owned()
        }
        _ => format!("this folder cannot be watched ({error})"),
    };
    format!("Changes may take a second or two to show: {why}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_events_changes_are_found_by_looking() {
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join("content")).unwrap();
        let mut folder = Folder::new(site.path());
        folder.open().unwrap();
        let mut watch = Watch {
            root: site.path().to_owned(),
            heard: Arc::new(Heard::default()),
            watcher: None,
            watched: HashMap::new(),
            hindrance: Some(late(&notify::Error::generic("none here"))),
            sweep: Instant::now(),
            put_off: 0,
        };
        for text in ["one", "two", "six"] {
            std::fs::write(site.path().join("content/a.md"), text).unwrap();
            let changes = watch.next(&mut folder, Duration::from_secs(60));
            assert_eq!(changes.len(), 1);
        }
        assert!(watch.hindrance().is_some_and(|sentence| sentence.ends_with("(none here).")));
        assert!(!watch.pending());
    }
}
