//! The parts of an edition that the next one uses again while what they are made of is as it was.

use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::site::Site;
use crate::theme::Theme;
use std::sync::Arc;

/// A part, the fingerprint of all that it was made from, and what was told while it was made.
pub(super) struct Part<T> {
    print: u128,
    value: Arc<T>,
    told: Vec<Diagnostic>,
}

/// The parts of the last edition.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) site: Option<Part<Site>>,
    pub(super) plan: Option<Part<Plan>>,
    pub(super) theme: Option<Part<Theme>>,
}

/// The part as it was, if it is made of the same; else made anew. What was told is told again.
pub(super) fn reuse<T>(
    part: &mut Option<Part<T>>,
    print: u128,
    told: &mut Vec<Diagnostic>,
    make: impl FnOnce() -> (T, Vec<Diagnostic>),
) -> Arc<T> {
    if part.as_ref().is_none_or(|part| part.print != print) {
        let (value, told) = make();
        *part = Some(Part { print, value: Arc::new(value), told });
    }
    let part = part.as_ref().expect("it was made just now");
    told.extend(part.told.iter().cloned());
    part.value.clone()
}
