//! Dates, moments and numbers in the words of a language.

use super::words::{NoWord, Words};
use fluent::FluentArgs;
use jiff::civil::{Date, DateTime};

/// Which words a date is put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    /// `date-long`: 14 October 2026.
    Long,
    /// `month-year`: October 2026.
    MonthYear,
    /// `weekday-date`: Wednesday 14 October 2026.
    Weekday,
    /// `moment-long`: Wednesday 14 October 2026, 19:00; without a time it is as `weekday-date`.
    Moment,
}

/// A date as a view has it, `2026-10-14` or `2026-10-14 19:00`, in words.
///
/// The messages get `$day`, `$month` (its name), `$month-number`, `$year`, `$weekday` (its name) and `$time`.
pub(super) fn date(words: &Words, text: &str, form: DateForm) -> Result<String, NoWord> {
    let (date, time) = if let Ok(moment) = text.parse::<DateTime>() {
        let has_time = text.contains(':');
        (moment.date(), has_time.then(|| format!("{:02}:{:02}", moment.hour(), moment.minute())))
    } else {
        let date: Date = text.parse().map_err(|_| NoWord {
            message: format!("`{text}` is not a date"),
            help: Some("Dates are written as 2026-10-14, moments as 2026-10-14 19:00.".to_owned()),
        })?;
        (date, None)
    };
    let none = FluentArgs::new();
    let mut args = FluentArgs::new();
    args.set("day", date.day());
    args.set("month", words.word(&format!("month-{}", date.month()), &none)?);
    args.set("month-number", date.month());
    args.set("year", date.year());
    if matches!(form, DateForm::Weekday | DateForm::Moment) {
        let weekday = date.weekday().to_monday_one_offset();
        args.set("weekday", words.word(&format!("weekday-{weekday}"), &none)?);
    }
    let id = match (form, &time) {
        (DateForm::Long, _) => "date-long",
        (DateForm::MonthYear, _) => "month-year",
        (DateForm::Moment, Some(_)) => "moment-long",
        (DateForm::Weekday | DateForm::Moment, _) => "weekday-date",
    };
    if let Some(time) = time {
        args.set("time", time);
    }
    words.word(id, &args)
}

/// A number with the language's separator (`number-separator`) between its thousands, and its decimal mark
/// (`number-decimal`, else a point).
pub(super) fn number(words: &Words, text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !fraction.is_none_or(all_digits) {
        return text.to_owned();
    }
    let separator = words.plain("number-separator").unwrap_or_default();
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push_str(&separator);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        let decimal = words.plain("number-decimal");
        out.push_str(decimal.as_deref().unwrap_or("."));
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeFiles;
    use std::sync::Arc;

    fn words(source: &str) -> Words {
        let bytes: Arc<[u8]> = Arc::from(source.as_bytes());
        Words::load(&ThemeFiles::of_site("t", [("themes/t/strings/en.ftl".into(), bytes)]), &[], "en").0
    }

    fn english() -> Words {
        words(
            "month-10 = October\nweekday-3 = Wednesday\nnumber-separator = ,\nmonth-year = { $month } { $year }\n\
             date-long = { $day } { $month } { $year }\nweekday-date = { $weekday } { $day } { $month } { $year }\n\
             moment-long = { $weekday } { $day } { $month } { $year }, { $time }\n",
        )
    }

    #[test]
    fn dates_and_moments_are_put_into_words() {
        let words = english();
        let told = |text, form| date(&words, text, form).unwrap();
        assert_eq!(told("2026-10-14", DateForm::Long), "14 October 2026");
        assert_eq!(told("2026-10-14", DateForm::MonthYear), "October 2026");
        assert_eq!(told("2026-10-14", DateForm::Weekday), "Wednesday 14 October 2026");
        assert_eq!(told("2026-10-14 19:00", DateForm::Moment), "Wednesday 14 October 2026, 19:00");
        assert_eq!(told("2026-10-14", DateForm::Moment), "Wednesday 14 October 2026");
        assert_eq!(told("2026-10-14 09:05", DateForm::Long), "14 October 2026");
    }

    #[test]
    fn what_is_no_date_says_so_and_a_missing_month_is_named() {
        assert_eq!(date(&english(), "14/10/2026", DateForm::Long).unwrap_err().message, "`14/10/2026` is not a date");
        let missing = date(&english(), "2026-11-14", DateForm::Long).unwrap_err();
        assert_eq!(missing.message, "the theme has no words called `month-11`");
    }

    #[test]
    fn a_language_may_order_a_date_and_treat_the_first_of_a_month_as_it_likes() {
        let words =
            words("month-5 = mai\ndate-long = { $day ->\n    [1] 1er\n   *[other] { $day }\n} { $month } { $year }\n");
        assert_eq!(date(&words, "2026-05-01", DateForm::Long).unwrap(), "1er mai 2026");
        assert_eq!(date(&words, "2026-05-02", DateForm::Long).unwrap(), "2 mai 2026");
    }

    #[test]
    fn thousands_are_set_apart() {
        let words = english();
        let told = |text| number(&words, text);
        assert_eq!([told("7"), told("1240"), told("-1234567.5")], ["7", "1,240", "-1,234,567.5"]);
        assert_eq!(told("about 1240"), "about 1240");
    }
}
