//! A progress bar for whatever takes longer than half a second, on a terminal only.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How long something may take in silence.
const PATIENCE: Duration = Duration::from_millis(500);

/// The bar of one piece of work.
pub(super) struct Progress {
    total: u64,
    /// What is counted: `files`.
    unit: &'static str,
    begun: Instant,
    terminal: bool,
    bar: Mutex<Option<ProgressBar>>,
}

impl Progress {
    pub(super) fn new(total: usize, unit: &'static str) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        Self { total, unit, begun: Instant::now(), terminal, bar: Mutex::new(None) }
    }

    /// Shows how many are finished. Called from worker threads.
    pub(super) fn show(&self, finished: usize) {
        if !self.terminal || self.begun.elapsed() < PATIENCE {
            return;
        }
        // A worker that finds another one drawing goes on working.
        let Ok(mut bar) = self.bar.try_lock() else { return };
        let bar = bar.get_or_insert_with(|| {
            let template = format!("{{bar:40}} {{pos}} of {{len}} {}", self.unit);
            let style = ProgressStyle::with_template(&template).expect("the template is sound");
            ProgressBar::new(self.total).with_style(style)
        });
        bar.set_position(u64::try_from(finished).unwrap_or(u64::MAX));
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if let Ok(bar) = self.bar.lock()
            && let Some(bar) = bar.as_ref()
        {
            bar.finish_and_clear();
        }
    }
}
