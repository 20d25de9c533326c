//! Tests of the languages of the built-in theme: each says all that the English words say, in its own forms.

use super::{Words, messages};
use crate::theme::ThemeFiles;
use crate::theme::dates::{self, DateForm};
use fluent::{FluentArgs, FluentValue};
use std::collections::{BTreeMap, BTreeSet};

/// The languages that the theme speaks beside English: the files in its folder.
fn languages() -> Vec<String> {
    let theme = ThemeFiles::embedded();
    let files = theme.below("strings/").filter_map(|(path, _)| path.strip_suffix(".ftl"));
    let found: Vec<String> = files.filter(|lang| *lang != "en").map(str::to_owned).collect();
    assert!(found.len() >= 7, "{found:?}");
    found
}

fn source(lang: &str) -> String {
    let theme = ThemeFiles::embedded();
    let bytes = theme.get(&format!("strings/{lang}.ftl")).unwrap_or_else(|| panic!("there is no {lang}.ftl"));
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The messages of a file, each with the text up to the next one.
fn read(source: &str) -> BTreeMap<&str, &str> {
    let found: Vec<_> = messages(source).collect();
    let ends = found.iter().skip(1).map(|(_, next)| next.start as usize).chain([source.len()]);
    found.iter().zip(ends).map(|((id, span), end)| (*id, &source[span.end as usize..end])).collect()
}

/// The values that a message takes: what follows each `$`.
fn variables(text: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    text.split('$').skip(1).map(|rest| &rest[..name(rest)]).collect()
}

fn words(lang: &str) -> Words {
    let (words, diagnostics) = Words::load(&ThemeFiles::embedded(), &[], lang);
    assert_eq!(diagnostics, [], "{lang}");
    words
}

#[test]
fn every_language_has_every_message_of_the_english_words_with_its_values_and_no_other() {
    let english = source("en");
    let english = read(&english);
    let mut faults = vec![];
    for lang in &languages() {
        let source = source(lang);
        let own = read(&source);
        for (id, text) in &english {
            match own.get(id) {
                None => faults.push(format!("{lang}.ftl has no `{id}`")),
                Some(own) => {
                    let (has, wants) = (variables(own), variables(text));
                    // The parts of a date are there for every language to choose from.
                    let dated = wants.contains("year") && has.contains("year");
                    if !dated && has != wants {
                        faults.push(format!("{lang}.ftl: `{id}` has the values {has:?}, in English {wants:?}"));
                    }
                }
            }
        }
        let unknown = own.keys().filter(|id| !english.contains_key(*id));
        faults.extend(unknown.map(|id| format!("{lang}.ftl: `{id}` is not in en.ftl")));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_message_can_be_said_and_is_not_the_english_one() {
    let english = source("en");
    let english_words = words("en");
    for lang in &languages() {
        let words = words(lang);
        let source = source(lang);
        let own = read(&source);
        let mut same = vec![];
        for (id, text) in read(&english) {
            let mut args = FluentArgs::new();
            for name in variables(text).into_iter().chain(variables(own[id])) {
                let number = matches!(name, "count" | "day" | "month-number" | "page" | "pages");
                args.set(name, if number { FluentValue::from(3) } else { FluentValue::from("x") });
            }
            let word = words.word(id, &args).unwrap_or_else(|fault| panic!("{lang}: {}", fault.message));
            assert!(!word.is_empty(), "{lang}: `{id}` is empty");
            if word == english_words.word(id, &args).unwrap() && word.chars().filter(|c| c.is_alphabetic()).count() > 8
            {
                same.push(id);
            }
        }
        assert!(same.len() < 6, "{lang}: still in English: {same:?}");
    }
}

/// The forms of plurals that a language's rules give for some number, as the program that reads the words knows them.
fn plurals(lang: &str) -> BTreeSet<String> {
    let forms = ["zero", "one", "two", "few", "many"];
    let variants: String = forms.iter().map(|form| format!("    [{form}] {form}\n")).collect();
    let source = format!("n = {{ $n ->\n{variants}   *[other] other\n}}\n");
    let files = [(format!("themes/t/strings/{lang}.ftl").into(), source.into_bytes().into())];
    let (words, _) = Words::load(&ThemeFiles::of_site("t", files), &[], lang);
    let numbers = (0..=1000).chain([1_000_000]);
    let form = |n: i64| words.word("n", &FluentArgs::from_iter([("n", FluentValue::from(n))])).unwrap();
    numbers.map(form).collect()
}

#[test]
fn words_for_a_count_have_all_the_forms_of_their_language() {
    assert_eq!(plurals("en").len(), 2);
    assert_eq!(plurals("ar").len(), 6);
    let english = source("en");
    let counted: Vec<&str> =
        read(&english).into_iter().filter(|(_, text)| text.contains("[one]")).map(|(id, _)| id).collect();
    assert!(!counted.is_empty());
    for lang in &languages() {
        let source = source(lang);
        let own = read(&source);
        for id in &counted {
            for form in plurals(lang) {
                assert!(own[id].contains(&format!("[{form}]")), "{lang}.ftl: `{id}` has no [{form}]");
            }
        }
    }
}

#[test]
fn dates_and_numbers_are_in_the_language() {
    let told = |lang: &str, text: &str, form| dates::date(&words(lang), text, form).unwrap();
    let moment = "2026-05-01 19:00";
    assert_eq!(told("ar", moment, DateForm::Moment), "الجمعة 1 مايو 2026، الساعة 19:00");
    assert_eq!(told("cy", moment, DateForm::Moment), "Dydd Gwener 1 Mai 2026, 19:00");
    assert_eq!(told("de", moment, DateForm::Moment), "Freitag, 1. Mai 2026, 19:00 Uhr");
    assert_eq!(told("es", moment, DateForm::Moment), "viernes, 1 de mayo de 2026, 19:00");
    assert_eq!(told("fr", moment, DateForm::Moment), "vendredi 1er mai 2026, 19:00");
    assert_eq!(told("pl", moment, DateForm::Moment), "piątek, 1 maja 2026, godz. 19:00");
    assert_eq!(told("ur", moment, DateForm::Moment), "جمعہ، 1 مئی 2026، 19:00");
    assert_eq!(told("fr", "2026-05-02", DateForm::Long), "2 mai 2026");
    assert_eq!(told("pl", "2026-05-01", DateForm::MonthYear), "maj 2026");
    let number = |lang| dates::number(&words(lang), "1240.5");
    assert_eq!(["ar", "cy", "ur"].map(number), ["1,240.5"; 3]);
    assert_eq!(["de", "es"].map(number), ["1.240,5"; 2]);
    assert_eq!(["fr", "pl"].map(number), ["1\u{202f}240,5", "1\u{a0}240,5"]);
    assert_eq!(words("ar").plain("list-separator").unwrap(), "، ");
}
