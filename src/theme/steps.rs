//! Templates that would never end: every turn of a loop is counted, and a page may have so many and no more.
//!
//! Tera has no limit of its own. So each loop of a template calls a function of ours once a turn, and `range` counts as
//! well. The count is that of the page being made on this thread, so the same page always fails at the same turn,
//! however fast the machine is.

use std::cell::Cell;
use tera::{Error, Kwargs, State, Tera, TeraResult};

/// The most turns that all loops of one page may take together. A glossary of two thousand terms, each used on two
/// thousand pages, takes four million.
pub(super) const MOST_TURNS: u64 = 5_000_000;

/// The longest list that `range` makes.
const LONGEST_RANGE: i64 = 10_000;

/// What each loop calls. Nobody writes it.
pub(super) const CALL: &str = "__turn";

thread_local! {
    /// The turns that are left to the page being made.
    static LEFT: Cell<u64> = const { Cell::new(MOST_TURNS) };
}

/// Begins a page.
pub(super) fn begin() {
    LEFT.set(MOST_TURNS);
}

/// Gives a Tera the functions that count.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(CALL, |_: Kwargs, _: &State| spend(1).map(|()| ""));
    tera.register_function("range", range);
}

/// The turns that are left to the page being made.
pub(super) fn left() -> u64 {
    LEFT.get()
}

/// Takes turns away from the page being made.
pub(super) fn spend(turns: u64) -> TeraResult<()> {
    match LEFT.get().checked_sub(turns) {
        Some(left) => {
            LEFT.set(left);
            Ok(())
        }
        None => Err(Error::message(format!(
            "the loops of this page take more than {} million turns. A loop inside a loop probably goes through too much",
            MOST_TURNS / 1_000_000
        ))),
    }
}

/// `range(end=10)`, `range(start=1, end=10, step_by=2)`: numbers in a row, the end left out, as Tera has it.
#[expect(clippy::needless_pass_by_value, reason = "functions of Tera have this form")]
fn range(kwargs: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start = kwargs.get::<i64>("start")?.unwrap_or(0);
    let end = kwargs.must_get::<i64>("end")?;
    let step = kwargs.get::<i64>("step_by")?.unwrap_or(1);
    if step < 1 || start > end {
        return Err(Error::message("`range` goes up: `start` is not above `end`, and `step_by` is 1 or more"));
    }
    let length = i128::from(end) - i128::from(start);
    let length = (length + i128::from(step) - 1) / i128::from(step);
    let length = u64::try_from(length).unwrap_or(u64::MAX);
    if length > LONGEST_RANGE.unsigned_abs() {
        return Err(Error::message(format!(
            "`range` makes at most {LONGEST_RANGE} numbers, and this would be {length}"
        )));
    }
    spend(length)?;
    Ok((start..end).step_by(usize::try_from(step).unwrap_or(usize::MAX)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Context;

    fn render(template: &str) -> String {
        let mut tera = Tera::new();
        register(&mut tera);
        begin();
        tera.add_raw_template("a", template).unwrap();
        match tera.render("a", &Context::new()) {
            Ok(text) => text,
            Err(error) => error.to_string().lines().next().unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn ranges_are_teras_and_have_an_end() {
        assert_eq!(render("{{ range(end=3) | join(sep=' ') }}"), "0 1 2");
        assert_eq!(render("{{ range(start=1, end=8, step_by=3) | join(sep=' ') }}"), "1 4 7");
        assert_eq!(render("{{ range(end=0) | length }}"), "0");
        for wrong in [
            "range(end=10001)",
            "range(start=5, end=1)",
            "range(end=1, step_by=0)",
            "range(start=-9223372036854775807, end=9223372036854775807)",
        ] {
            assert!(render(&format!("{{{{ {wrong} }}}}")).contains("`range`"), "{wrong}");
        }
    }

    #[test]
    fn turns_run_out() {
        let loops = format!(
            "{{% for a in range(end=10000) %}}{{% for b in range(end=9999) %}}{{{{ {CALL}() }}}}{{% endfor %}}{{% endfor %}}"
        );
        assert!(render(&loops).contains("more than 5 million turns"), "{}", render(&loops));
    }
}
