//! What someone may have meant who wrote a name that is not there: the nearest of some names, and the likeliest.
//!
//! A site may have ten thousand names, and as many links that lead nowhere. So where names are many, only those are
//! compared that stand beside the written one in their order, or in their order read from behind: a slip of the hand
//! leaves one end of a name as it was.

use crate::content::fields::nearest;
use std::collections::HashSet;

/// Up to so many names, all are compared.
const FEW: usize = 300;

/// Of many names, so many before and after the written one are compared, in either order.
const BESIDE: usize = 60;

/// So many names are listed where none is near.
const LISTED: usize = 5;

/// Names among which one is looked for.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In order of their small letters, each name once.
    names: Vec<Name>,
    /// Their places in `names`, in the order that they have when read from behind.
    from_behind: Vec<usize>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    small: String,
    name: String,
}

impl Names {
    /// These names.
    pub(super) fn new(names: impl Iterator<Item = String>) -> Self {
        let mut names: Vec<_> = names.map(|name| Name { small: name.to_lowercase(), name }).collect();
        names.sort_unstable();
        names.dedup();
        let mut from_behind: Vec<usize> = vec![];
        if names.len() > FEW {
            from_behind.extend(0..names.len());
            from_behind.sort_by(|a, b| reversed(&names[*a].small).cmp(reversed(&names[*b].small)));
        }
        Self { names, from_behind }
    }

    /// The name that was probably meant, if one is near.
    pub(super) fn nearest(&self, written: &str) -> Option<&str> {
        nearest(written, self.compared(written).into_iter())
    }

    /// The likeliest of all names, the first most of all, and how many more there are.
    pub(super) fn likeliest(&self, written: &str) -> (Vec<&str>, usize) {
        let small = written.to_lowercase();
        let alike = |name: &str| strsim::sorensen_dice(&small, &name.to_lowercase());
        let mut names: Vec<_> = self.compared(written).into_iter().map(|name| (alike(name), name)).collect();
        // Names that are alike in the same measure keep their order.
        names.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        names.truncate(LISTED);
        let more = self.names.len() - names.len();
        (names.into_iter().map(|(_, name)| name).collect(), more)
    }

    /// Those of the names that have nearly all of the written one in them, or lie in it, as `what-we-have-won` has `won`.
    pub(super) fn alike(&self, written: &str) -> Vec<&str> {
        let pairs = |text: &str| -> HashSet<(char, char)> {
            let stem = text.strip_suffix(".md").unwrap_or(text).to_lowercase();
            stem.chars().zip(stem.chars().skip(1)).collect()
        };
        let wanted = pairs(written);
        let (names, _) = self.likeliest(written);
        let is_alike = |name: &&str| {
            let own = pairs(name);
            let least = wanted.len().min(own.len());
            least > 0 && wanted.intersection(&own).count() * 4 > least * 3
        };
        names.into_iter().filter(is_alike).collect()
    }

    /// The names that are compared with a written one, in their order.
    fn compared(&self, written: &str) -> Vec<&str> {
        if self.from_behind.is_empty() {
            return self.names.iter().map(|name| &*name.name).collect();
        }
        let small = written.to_lowercase();
        let around = |at: usize| at.saturating_sub(BESIDE)..(at + BESIDE).min(self.names.len());
        let ahead = self.names.partition_point(|name| name.small < small);
        let behind = self.from_behind.partition_point(|at| reversed(&self.names[*at].small).lt(reversed(&small)));
        let mut places: Vec<usize> = around(ahead).collect();
        places.extend(&self.from_behind[around(behind)]);
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &*self.names[at].name).collect()
    }
}

fn reversed(text: &str) -> impl Iterator<Item = char> {
    text.chars().rev()
}

/// Some names for a message: "`a`, `b` and 3 more".
pub(super) fn listed((names, more): (Vec<&str>, usize), before: &str) -> String {
    let mut list: Vec<String> = names.into_iter().map(|name| format!("`{before}{name}`")).collect();
    if more > 0 {
        list.push(format!("{more} more"));
    }
    match list.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn among_many_names_a_slip_at_either_end_is_found_without_comparing_all() {
        let names = Names::new((0..5000).map(|n| format!("page-{n:04}")));
        for (written, meant) in [
            ("page-1234", "page-1234"),
            ("pgae-1234", "page-1234"),
            ("Page-12345", "page-1234"),
            ("age-4321", "page-4321"),
            ("page-4321s", "page-4321"),
        ] {
            assert_eq!(names.nearest(written), Some(meant), "{written}");
        }
        assert_eq!(names.nearest("the-lifts"), None);
        assert!(names.compared("page-x").len() <= 4 * BESIDE);
        let (likeliest, more) = names.likeliest("the-lifts");
        assert_eq!((likeliest.len(), more), (LISTED, 5000 - LISTED));
    }

    #[test]
    fn a_part_of_a_name_finds_it_and_nothing_else_does() {
        let names = Names::new(["what-we-have-won.md", "about.md", "join.md"].into_iter().map(str::to_owned));
        assert_eq!(names.alike("won"), ["what-we-have-won.md"]);
        assert_eq!(names.alike("about-our-group.md"), ["about.md"]);
        assert_eq!(names.alike("lifts.md"), [""; 0]);
        assert_eq!(names.alike(""), [""; 0]);
    }

    #[test]
    fn what_shares_words_comes_first_and_the_rest_is_counted() {
        let all = ["open-the-baths", "fix-the-lifts", "a-shelter", "night-bus", "clean-air", "warm-homes"];
        let names = Names::new(all.into_iter().map(str::to_owned));
        let list = listed(names.likeliest("the-lifts-of-fern-court"), "");
        assert!(list.starts_with("`fix-the-lifts`, ") && list.ends_with(" and 1 more"), "{list}");
        assert_eq!(listed((vec!["a"], 0), "x/"), "`x/a`");
    }
}
