//! What the system's events said since it was last asked: where to look, and nothing more.

use super::extent::{Extent, TOPS};
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind};
use notify::{ErrorKind, Event, EventKind};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// So long nothing must come before what came is looked at. A save is several events.
const QUIET: Duration = Duration::from_millis(12);

/// So long after the first event it is looked at even if more keep coming.
const LONGEST: Duration = Duration::from_millis(100);

/// What the watcher and the one who waits for it share.
#[derive(Default)]
pub(super) struct Heard {
    news: Mutex<Heap>,
    came: Condvar,
}

#[derive(Default)]
struct Heap {
    news: News,
    /// When the first and the last event came.
    times: Option<(Instant, Instant)>,
    woken: bool,
    no_room: bool,
}

/// Where to look.
#[derive(Default)]
pub(super) struct News {
    /// These files and folders, from the site's folder.
    pub(super) touched: HashSet<PathBuf>,
    /// Names came or went, so there may be new folders that are not watched yet.
    pub(super) names: bool,
    /// One of the top folders came or went.
    pub(super) tops: bool,
    /// Events were lost.
    pub(super) everything: bool,
}

/// Why waiting ended.
pub(super) enum Ended {
    /// Something happened, and then it was quiet.
    News(News),
    /// Somebody wants attention.
    Woken,
    /// The time is over.
    Time,
}

impl Heard {
    /// Takes an event in; `roots` are all spellings of the site's folder.
    pub(super) fn take(&self, event: notify::Result<Event>, roots: &[PathBuf], extent: &Extent) {
        let news = match event {
            Ok(event) if event.need_rescan() => News { everything: true, ..News::default() },
            Ok(event) => of_event(&event, roots, extent),
            Err(error) => {
                if matches!(error.kind, ErrorKind::MaxFilesWatch) {
                    self.lock().no_room = true;
                }
                News { everything: true, ..News::default() }
            }
        };
        if news.touched.is_empty() && !news.everything {
            return;
        }
        let mut heap = self.lock();
        heap.news.touched.extend(news.touched);
        heap.news.names |= news.names;
        heap.news.tops |= news.tops;
        heap.news.everything |= news.everything;
        let now = Instant::now();
        heap.times = Some((heap.times.map_or(now, |(first, _)| first), now));
        self.came.notify_all();
    }

    /// Ends the waiting of the one who waits, or the next time of waiting.
    pub(super) fn wake(&self) {
        self.lock().woken = true;
        self.came.notify_all();
    }

    /// Whether waiting would end without the time being over.
    pub(super) fn has_news(&self) -> bool {
        let heap = self.lock();
        heap.times.is_some() || heap.woken
    }

    /// Whether the system has refused to watch more folders.
    pub(super) fn has_no_room(&self) -> bool {
        self.lock().no_room
    }

    /// Waits for news and for the quiet after them, or until a moment.
    pub(super) fn wait(&self, until: Instant) -> Ended {
        let mut heap = self.lock();
        loop {
            if std::mem::take(&mut heap.woken) {
                return Ended::Woken;
            }
            let now = Instant::now();
            let end = match heap.times {
                Some((first, last)) => {
                    let end = (last + QUIET).min(first + LONGEST);
                    if now >= end {
                        heap.times = None;
                        return Ended::News(std::mem::take(&mut heap.news));
                    }
                    end
                }
                None if now >= until => return Ended::Time,
                None => until,
            };
            let (guard, _) = self.came.wait_timeout(heap, end - now).unwrap_or_else(PoisonError::into_inner);
            heap = guard;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Heap> {
        // What is in it is whole at any moment, so a panic elsewhere does no harm.
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an event says, as far as it concerns files of the site.
fn of_event(event: &Event, roots: &[PathBuf], extent: &Extent) -> News {
    let mut news = News::default();
    // Our own reading is no news, nor is anybody else's.
    if matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write)) {
        return news;
    }
    for path in &event.paths {
        match roots.iter().find_map(|root| path.strip_prefix(root).ok()) {
            Some(relative) if relative.as_os_str().is_empty() => {
                // Creating something in the folder changes the folder; only its own coming and going matters.
                if !matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_) | ModifyKind::Data(_))) {
                    news.everything = true;
                    news.tops = true;
                }
            }
            Some(relative) if extent.holds(relative) => {
                news.tops |= TOPS.iter().any(|top| relative == Path::new(top));
                news.names |= changes_names(event.kind);
                news.touched.insert(relative.to_owned());
            }
            Some(_) => {}
            // A spelling that is not known: better too much than too little.
            None => news.everything = true,
        }
    }
    news
}

/// Whether folders may have come with the event.
fn changes_names(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(kind) => kind != CreateKind::File,
        EventKind::Remove(kind) => kind != RemoveKind::File,
        EventKind::Modify(kind) => matches!(kind, ModifyKind::Name(_)),
        EventKind::Any | EventKind::Other => true,
        EventKind::Access(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{DataChange, Flag, RenameMode};

    fn heard(events: Vec<notify::Result<Event>>) -> (Heard, Option<News>) {
        let heard = Heard::default();
        for event in events {
            heard.take(event, &["/site".into(), "/real".into()], &Extent::default());
        }
        let news = match heard.wait(Instant::now()) {
            Ended::News(news) => Some(news),
            Ended::Woken | Ended::Time => None,
        };
        (heard, news)
    }

    fn event(kind: EventKind, paths: &[&str]) -> notify::Result<Event> {
        Ok(Event { paths: paths.iter().map(PathBuf::from).collect(), ..Event::new(kind) })
    }

    #[test]
    fn what_does_not_concern_the_site_is_no_news() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let (_, news) = heard(vec![
            event(EventKind::Access(AccessKind::Open(AccessMode::Any)), &["/site/content/a.md"]),
            event(EventKind::Access(AccessKind::Close(AccessMode::Read)), &["/site/content/a.md"]),
            event(written, &["/site/content/a.md~"]),
            event(written, &["/site/content/.a.md.swp"]),
            event(written, &["/site/public/index.html"]),
            event(written, &["/site"]),
        ]);
        assert!(news.is_none());
    }

    #[test]
    fn a_rename_is_news_of_both_names() {
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let (_, news) = heard(vec![
            event(renamed, &["/site/content/.a.tmp", "/real/content/a.md"]),
            event(renamed, &["/site/content/b", "/site/content/c"]),
        ]);
        let news = news.unwrap();
        let touched = ["content/a.md", "content/b", "content/c"].map(PathBuf::from);
        assert_eq!(news.touched, HashSet::from(touched));
        assert!(news.names && !news.tops && !news.everything);
    }

    #[test]
    fn when_events_are_lost_everything_is_looked_at() {
        for lost in [
            Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)),
            Err(notify::Error::generic("lost")),
            event(EventKind::Modify(ModifyKind::Name(RenameMode::From)), &["/site"]),
            event(EventKind::Any, &["/nowhere/content/a.md"]),
        ] {
            let (heard, news) = heard(vec![lost]);
            assert!(news.unwrap().everything);
            assert!(!heard.has_no_room());
        }
        let (heard, _) = heard(vec![Err(notify::Error::new(ErrorKind::MaxFilesWatch))]);
        assert!(heard.has_no_room());
    }
}
