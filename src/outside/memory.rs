//! What other hosts said before, in a file of the site's folder that is nobody's text and can be deleted at any time.

use super::{Said, days};
use crate::content::fields::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// A page that was there is believed to be there for so many days.
const THERE: i32 = 7;

/// Everything else is asked again after so many days.
const ELSE: i32 = 1;

/// The answers, by address.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Memory(BTreeMap<String, Answer>);

#[derive(Clone, Serialize, Deserialize)]
struct Answer {
    /// The day of the question.
    asked: String,
    said: Said,
}

impl Memory {
    /// What is remembered; nothing if the file is not there or cannot be understood.
    pub(super) fn read(path: &Path) -> Self {
        fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// What was said, unless it is too long ago.
    pub(super) fn get(&self, url: &str, today: Date) -> Option<&Said> {
        let answer = self.0.get(url)?;
        let asked = answer.asked.parse().ok()?;
        let most = if matches!(answer.said, Said::Status(..400)) { THERE } else { ELSE };
        days(asked, today).filter(|days| *days < most).map(|_| &answer.said)
    }

    pub(super) fn note(&mut self, url: String, said: Said, today: Date) {
        self.0.insert(url, Answer { asked: today.to_string(), said });
    }

    /// Writes what is still asked for.
    pub(super) fn write(&mut self, path: &Path, keep: impl Fn(&str) -> bool) -> io::Result<()> {
        self.0.retain(|url, _| keep(url));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let bytes = serde_json::to_vec_pretty(&self).map_err(io::Error::other)?;
        fs::write(path, bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_believed_for_a_while() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let mut memory = Memory::default();
        memory.note("a".to_owned(), Said::Status(200), day("2026-11-01"));
        memory.note("b".to_owned(), Said::Status(404), day("2026-11-01"));
        memory.note("c".to_owned(), Said::Nothing("no answer".to_owned()), day("2026-11-01"));
        let known = |today: &str| ["a", "b", "c"].map(|url| memory.get(url, day(today)).is_some());
        assert_eq!(known("2026-11-01"), [true; 3]);
        assert_eq!(known("2026-11-02"), [true, false, false]);
        assert_eq!(known("2026-11-08"), [false; 3]);
        // A clock that was wrong.
        assert_eq!(known("2026-10-01"), [false; 3]);
    }
}
