//! What date someone meant who wrote it in another form than the one that is taken.

use super::Date;

/// What a text means as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This day, for certain.
    Day(Date),
    /// One of two days: some write the day first, others the month.
    Either(Date, Date),
    /// No day that can be named.
    Unknown,
}

/// Quotes and dashes that word processors write by themselves.
const QUOTES: [char; 6] = ['“', '”', '„', '‘', '’', '"'];
const DASHES: [char; 4] = ['\u{2010}', '\u{2011}', '–', '−'];

/// What this text means. Years have four digits.
pub(super) fn meant(text: &str) -> Meant {
    let has_dots = text.contains('.');
    let text = text.trim_matches(QUOTES).replace(DASHES, "-").replace(['.', '/', ',', '-', '\u{a0}'], " ");
    // 1st, 2nd, 3rd, 4th; but August keeps its end.
    let words = text.split_whitespace().map(|word| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() { word } else { digits }
    });
    let text = words.collect::<Vec<_>>().join(" ");
    let read = |form: &str| Date::strptime(form, &text).ok().filter(|date| date.year() >= 1000);
    // Dots stand only where the day comes first.
    let month_first = if has_dots { None } else { read("%m %d %Y") };
    match (read("%d %m %Y"), month_first) {
        (Some(day), Some(month)) if day != month => return Meant::Either(day, month),
        (Some(date), _) | (None, Some(date)) => return Meant::Day(date),
        (None, None) => {}
    }
    let words = ["%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %m %d", "%A %d %B %Y"];
    words.into_iter().find_map(read).map_or(Meant::Unknown, Meant::Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_can_be_only_one_day_is_that_day() {
        let day = Meant::Day(Date::constant(2026, 10, 14));
        for text in [
            "14 October 2026",
            "14th of October 2026".replace("of ", "").as_str(),
            "October 14, 2026",
            "Wednesday 14 October 2026",
            "14.10.2026",
            "14/10/2026",
            "10/14/2026",
            "2026/10/14",
            "2026–10–14",
            "“2026-10-14”",
        ] {
            assert_eq!(meant(text), day, "{text}");
        }
        assert_eq!(meant("4.10.2026"), Meant::Day(Date::constant(2026, 10, 4)));
        assert_eq!(meant("10/10/2026"), Meant::Day(Date::constant(2026, 10, 10)));
    }

    #[test]
    fn a_date_that_could_be_two_days_is_neither() {
        let either = Meant::Either(Date::constant(2026, 10, 4), Date::constant(2026, 4, 10));
        for text in ["4/10/2026", "04-10-2026", "04 10 2026"] {
            assert_eq!(meant(text), either, "{text}");
        }
        // The fourteenth was a Wednesday.
        for text in ["14/10/26", "October 2026", "Monday 14 October 2026", "31/02/2026", "soon"] {
            assert_eq!(meant(text), Meant::Unknown, "{text}");
        }
    }
}
