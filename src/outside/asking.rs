//! The questions themselves: hosts at the same time, pages of one host one after the other.

use super::Said;
use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How hosts are asked.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// How many hosts are asked at a time.
    pub hosts: usize,
    /// How long a host is left alone after a question.
    pub pause: Duration,
    /// How long an answer may take, redirects included.
    pub patience: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self { hosts: 8, pause: Duration::from_millis(300), patience: Duration::from_secs(10) }
    }
}

/// Asks after pages, and gives what was said of each.
pub(super) fn ask(urls: &[&str], manners: &Manners, progress: &(impl Fn(usize) + Sync)) -> Vec<(String, Said)> {
    let mut by_host: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for url in urls {
        by_host.entry(host(url)).or_default().push(url);
    }
    let hosts = Mutex::new(by_host.into_values().collect::<VecDeque<_>>());
    let answers = Mutex::new(vec![]);
    let asked = AtomicUsize::new(0);
    let agent = agent(manners);
    std::thread::scope(|scope| {
        for _ in 0..manners.hosts {
            scope.spawn(|| {
                loop {
                    let next = hosts.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                    let Some(pages) = next else { return };
                    for url in pages {
                        let said = one(&agent, url, manners);
                        answers.lock().unwrap_or_else(PoisonError::into_inner).push((url.to_owned(), said));
                        progress(asked.fetch_add(1, Ordering::Relaxed) + 1);
                        std::thread::sleep(manners.pause);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn agent(manners: &Manners) -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(manners.patience))
        .http_status_as_error(false)
        .max_redirects(5)
        .user_agent(concat!("Handbill/", env!("CARGO_PKG_VERSION"), " (asks whether linked pages are there)"))
        .build()
        .into()
}

fn one(agent: &ureq::Agent, url: &str, manners: &Manners) -> Said {
    match agent.head(url).call() {
        Ok(answer) if answer.status().is_success() => Said::Status(answer.status().as_u16()),
        // Many hosts do not know the question without the page, and answer it with anything.
        Ok(_) => {
            std::thread::sleep(manners.pause);
            match agent.get(url).call() {
                Ok(answer) => Said::Status(answer.status().as_u16()),
                Err(error) => Said::Nothing(why(&error)),
            }
        }
        Err(error) => Said::Nothing(why(&error)),
    }
}

fn why(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "its host takes too long to answer".to_owned(),
        ureq::Error::HostNotFound => "there is no such host, or this machine is offline".to_owned(),
        ureq::Error::ConnectionFailed => "its host cannot be reached".to_owned(),
        ureq::Error::TooManyRedirects => "it leads in a circle".to_owned(),
        other => {
            let words = other.to_string();
            words.strip_prefix("io: ").unwrap_or(&words).to_owned()
        }
    }
}

/// The host with its port, as one of several that may be asked at the same time.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}
