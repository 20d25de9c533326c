//! What browsers are told when there is something new: the names of editions, and which files changed lately.

use super::moment::lock;
use super::status::{Arrived, Changed};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

/// So many files that changed last are told with every edition, for browsers that missed the news between.
const MOST_RECENT: usize = 200;

/// The news of one run of the program.
pub(super) struct News {
    /// Tells one run from another.
    run: String,
    told: Mutex<Told>,
    sender: watch::Sender<Arc<str>>,
}

/// What has been told.
#[derive(Default)]
struct Told {
    /// The number of the newest edition.
    number: u64,
    /// The addresses of files that changed last, with the number of the edition that told of each; the newest last.
    files: VecDeque<(String, u64)>,
    /// All that changed after this edition is among them.
    since: u64,
}

impl News {
    /// The news of a run that has one edition.
    pub(super) fn new() -> Self {
        let started = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let run = format!("{:x}", started.as_nanos());
        let news = Self { run, told: Mutex::default(), sender: watch::Sender::new("".into()) };
        news.announce(vec![]);
        news
    }

    /// Tells all browsers that there is another edition; `files` are the addresses of files whose bytes changed.
    pub(super) fn announce(&self, files: Vec<String>) {
        // The lock is held to the end, so that announcements go out in their order.
        let mut told = lock(&self.told);
        told.number += 1;
        let number = told.number;
        for file in files {
            told.files.retain(|(known, _)| *known != file);
            told.files.push_back((file, number));
        }
        while told.files.len() > MOST_RECENT
            && let Some((_, number)) = told.files.pop_front()
        {
            told.since = number;
        }
        let changed = told.files.iter();
        let arrived = Arrived {
            edition: self.name(number),
            since: self.name(told.since),
            files: changed.map(|(href, number)| Changed { href: href.clone(), edition: self.name(*number) }).collect(),
        };
        let text = serde_json::to_string(&arrived).expect("it has plain keys");
        self.sender.send_replace(text.into());
    }

    /// The name of the newest edition: the run, and how many there have been in it.
    pub(super) fn edition(&self) -> String {
        self.name(lock(&self.told).number)
    }

    /// The news as they come.
    pub(super) fn receiver(&self) -> watch::Receiver<Arc<str>> {
        self.sender.subscribe()
    }

    fn name(&self, number: u64) -> String {
        format!("{}-{number}", self.run)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn newest(news: &News) -> Value {
        serde_json::from_str(&news.receiver().borrow()).expect("JSON")
    }

    #[test]
    fn a_file_is_told_with_the_edition_that_it_changed_in() {
        let news = News::new();
        let first = news.edition();
        news.announce(vec!["/a.jpg".to_owned()]);
        let second = news.edition();
        news.announce(vec![]);
        let told = newest(&news);
        assert_eq!((&told["since"], &told["edition"]), (&news.name(0).into(), &news.edition().into()));
        assert_eq!(told["files"], serde_json::json!([{"href": "/a.jpg", "edition": second}]));
        assert_ne!(first, second);
        news.announce(vec!["/a.jpg".to_owned()]);
        assert_eq!(newest(&news)["files"][0]["edition"], Value::from(news.edition()));
    }

    #[test]
    fn what_is_no_longer_told_can_be_known_by_since() {
        let news = News::new();
        news.announce(vec!["/first.jpg".to_owned()]);
        let first = news.edition();
        news.announce((0..MOST_RECENT).map(|number| format!("/{number}.jpg")).collect());
        let told = newest(&news);
        assert_eq!(told["since"], Value::from(first));
        assert_eq!(told["files"].as_array().map(Vec::len), Some(MOST_RECENT));
    }
}
