//! What date someone meant who wrote it in another form than the one that is taken.

use super::Date;
use super::values::Moment;
use jiff::civil::Time;

/// What a text means as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This day, for certain.
    Day(Date),
    /// One of two days: some write the day first, others the month.
    Either(Date, Date),
    /// Most probably this day: the year has two digits, or the day of the week is another one.
    Perhaps(Date),
    /// No day that can be named.
    Unknown,
}

/// Quotes and dashes that word processors write by themselves.
const QUOTES: [char; 6] = ['“', '”', '„', '‘', '’', '"'];
const DASHES: [char; 4] = ['\u{2010}', '\u{2011}', '–', '−'];

/// What this text means.
pub(super) fn meant(text: &str) -> Meant {
    let has_dots = text.contains('.');
    let text = text.trim_matches(QUOTES).replace(DASHES, "-");
    // A time of the day is no part of a date: 2026-10-14T19:00:00Z.
    let text = match text.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') && day.contains('-') => day.to_owned(),
        _ => text,
    };
    let text = text.replace(['.', '/', ',', '-', '\u{a0}'], " ");
    // 1st, 2nd, 3rd, 4th; but August keeps its end.
    let words = text.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("of")).map(|word| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() { word } else { digits }
    });
    let words: Vec<&str> = words.collect();
    match in_full(&words, has_dots) {
        Meant::Unknown => guessed(&words, has_dots),
        meant => meant,
    }
}

/// The day and the time that a text means for certain: `2026-12-10 a las 19:00`. The hour has two digits, since `7:00` may
/// be in the evening.
pub(super) fn meant_moment(text: &str) -> Option<Moment> {
    /// So many words may join the day and the time.
    const JOINING: usize = 3;
    let (day, time) = text.trim().rsplit_once([' ', ',', 'T'])?;
    let is_whole = time.len() == 5 && time.is_ascii() && time[..2].bytes().all(|b| b.is_ascii_digit());
    let time = time.replace(['.', 'h'], ":");
    let time = Time::strptime("%H:%M", &time).ok().filter(|_| is_whole)?;
    let mut day = day.trim();
    for _ in 0..=JOINING {
        match meant(day) {
            Meant::Day(date) => return Some(date.to_datetime(time)),
            Meant::Unknown => {}
            Meant::Either(..) | Meant::Perhaps(_) => return None,
        }
        let (before, word) = day.rsplit_once(' ')?;
        if word.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        day = before.trim_end();
    }
    None
}

/// What these words mean if the year has four digits.
fn in_full(words: &[&str], has_dots: bool) -> Meant {
    let text = words.join(" ");
    let read = |form: &str| Date::strptime(form, &text).ok().filter(|date| date.year() >= 1000);
    // Dots stand only where the day comes first.
    let month_first = if has_dots { None } else { read("%m %d %Y") };
    match (read("%d %m %Y"), month_first) {
        (Some(day), Some(month)) if day != month => return Meant::Either(day, month),
        (Some(date), _) | (None, Some(date)) => return Meant::Day(date),
        (None, None) => {}
    }
    let forms = ["%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %m %d", "%A %d %B %Y"];
    forms.into_iter().find_map(read).map_or(Meant::Unknown, Meant::Day)
}

/// What these words mean without a day of the week, or with a year of this century.
fn guessed(words: &[&str], has_dots: bool) -> Meant {
    let century = |year: &str| format!("20{year}");
    let whole = match words {
        [.., year] if year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()) && words.len() == 3 => {
            let year = century(year);
            in_full(&[words[0], words[1], &year], has_dots)
        }
        [_, rest @ ..] if rest.len() == 3 => in_full(rest, has_dots),
        _ => Meant::Unknown,
    };
    match whole {
        Meant::Day(date) => Meant::Perhaps(date),
        meant => meant,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_can_be_only_one_day_is_that_day() {
        let day = Meant::Day(Date::constant(2026, 10, 14));
        for text in [
            "14 October 2026",
            "14th October 2026",
            "14th of October 2026",
            "2026-10-14T19:00:00Z",
            "2026-10-14 19:00",
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
        assert_eq!(meant("4/10/26"), either);
        // The fourteenth was a Wednesday.
        let perhaps = Meant::Perhaps(Date::constant(2026, 10, 14));
        for text in ["14/10/26", "14 Oct 26", "Monday 14 October 2026", "Wed 14 October 2026"] {
            assert_eq!(meant(text), perhaps, "{text}");
        }
        for text in ["October 2026", "31/02/2026", "14 October", "soon", "2026"] {
            assert_eq!(meant(text), Meant::Unknown, "{text}");
        }
    }
}
