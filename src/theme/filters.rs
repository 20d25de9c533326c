//! The filters of templates, bound to the words of one language.
//!
//! None of them looks anything up but words: what a filter gives depends on its value, its arguments and the language.

use super::dates::{self, DateForm};
use super::plain::type_words;
use super::words::{NoWord, Words};
use crate::content::slug::slug;
use fluent::{FluentArgs, FluentValue};
use std::fmt::Write;
use std::sync::Arc;
use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

/// Gives a Tera the filters of a language.
pub(super) fn register(tera: &mut Tera, words: &Arc<Words>) {
    let own = words.clone();
    tera.register_filter("t", move |id: &str, kwargs: Kwargs, _: &State| translate(&own, id, &kwargs));
    for (name, form) in [
        ("date", DateForm::Long),
        ("month_year", DateForm::MonthYear),
        ("weekday_date", DateForm::Weekday),
        ("moment", DateForm::Moment),
    ] {
        let own = words.clone();
        tera.register_filter(name, move |text: &str, _: Kwargs, _: &State| {
            dates::date(&own, text, form).map_err(error)
        });
    }
    let own = words.clone();
    tera.register_filter("number", move |value: Value, _: Kwargs, _: &State| number(&own, &value));
    tera.register_filter("url", |text: &str, _: Kwargs, _: &State| percent_encode(text));
    tera.register_filter("lines", |text: StringInput<'_>, _: Kwargs, _: &State| lines(&text));
    tera.register_filter("paragraphs", |text: StringInput<'_>, _: Kwargs, _: &State| paragraphs(&text));
    tera.register_filter("initial", |text: &str, _: Kwargs, _: &State| initial(text));
    tera.register_filter("slug", |text: &str, _: Kwargs, _: &State| slug(text));
}

fn error(no_word: NoWord) -> Error {
    // The first full stop ends the message, the rest is help; `render` takes them apart again.
    Error::message(match no_word.help {
        Some(help) => format!("{}. {help}", no_word.message),
        None => no_word.message,
    })
}

fn translate(words: &Words, id: &str, kwargs: &Kwargs) -> TeraResult<String> {
    let mut args = FluentArgs::new();
    for (key, value) in kwargs.iter() {
        let Some(name) = key.as_str() else { continue };
        args.set(name.to_owned(), argument(id, name, value)?);
    }
    words.word(id, &args).map_err(error)
}

fn argument(id: &str, name: &str, value: &Value) -> TeraResult<FluentValue<'static>> {
    if let Some(text) = value.as_str() {
        return Ok(FluentValue::from(text.to_owned()));
    }
    let number = value.as_i64().map(FluentValue::from).or_else(|| value.as_f64().map(FluentValue::from));
    number.ok_or_else(|| {
        Error::message(format!(
            "the words `{id}` were given {} for `{name}`. They take a text or a number",
            type_words(value.name())
        ))
    })
}

fn number(words: &Words, value: &Value) -> TeraResult<String> {
    if value.is_number() || value.is_string() {
        Ok(dates::number(words, &value.to_string()))
    } else {
        Err(Error::message(format!("`number` takes a number, not {}", type_words(value.name()))))
    }
}

/// A path segment with all but letters, digits and `-._~` of ASCII encoded.
fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The text as HTML: as it is if it was made safe before, escaped otherwise.
fn html(text: &StringInput<'_>) -> String {
    if text.is_safe() {
        return text.as_str().to_owned();
    }
    let mut out = Vec::with_capacity(text.as_str().len());
    tera::escape_html(text.as_str(), &mut out).expect("a vector takes whatever is written");
    String::from_utf8(out).expect("text stays text when it is escaped")
}

fn lines(text: &StringInput<'_>) -> Value {
    let html = html(text);
    let lines: Vec<&str> = html.trim().lines().map(str::trim_end).collect();
    Value::safe_string(&lines.join("<br>\n"))
}

fn paragraphs(text: &StringInput<'_>) -> Value {
    let html = html(text);
    let mut out = String::with_capacity(html.len() + 16);
    let mut open = false;
    for line in html.lines().map(str::trim) {
        match (open, line.is_empty()) {
            (false, false) => out.push_str("<p>"),
            (true, false) => out.push('\n'),
            (true, true) => out.push_str("</p>\n"),
            (false, true) => {}
        }
        out.push_str(line);
        open = !line.is_empty();
    }
    if open {
        out.push_str("</p>");
    }
    Value::safe_string(out.trim_end())
}

/// The first letter or digit in upper case, for lists from A to Z.
fn initial(text: &str) -> String {
    text.chars().find(|c| c.is_alphanumeric()).map_or_else(String::new, |c| c.to_uppercase().take(1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeFiles;
    use tera::Context;

    fn render(template: &str, value: &serde_json::Value) -> String {
        let source: Arc<[u8]> =
            Arc::from("home = Home & away\npage-of = Page { $page } of { $of }\nnumber-separator = ,\n".as_bytes());
        let words = Words::load(&ThemeFiles::of_site("t", [("themes/t/strings/en.ftl".into(), source)]), &[], "en").0;
        let mut tera = Tera::new();
        register(&mut tera, &Arc::new(words));
        let mut context = Context::new();
        context.insert("v", value);
        match tera.render_str(template, &context, true) {
            Ok(html) => html,
            Err(error) => error.to_string().lines().next().unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn words_are_escaped_and_take_arguments() {
        let none = serde_json::Value::Null;
        assert_eq!(render("{{ 'home' | t }}", &none), "Home &amp; away");
        assert_eq!(render("{{ 'page-of' | t(page=2, of='<5>') }}", &none), "Page 2 of &lt;5&gt;");
        assert_eq!(
            render("{{ 'hom' | t }}", &none),
            "error: the theme has no words called `hom`. Did you mean `home`?"
        );
        assert_eq!(
            render("{{ 'page-of' | t(page=v, of=1) }}", &none),
            "error: the words `page-of` were given nothing for `page`. They take a text or a number"
        );
    }

    #[test]
    fn text_of_several_lines_becomes_safe_html() {
        let text = "a <b>\nc\n\n  \nd".into();
        assert_eq!(render("{{ v | paragraphs }}", &text), "<p>a &lt;b&gt;\nc</p>\n<p>d</p>");
        assert_eq!(render("{{ v | lines }}", &"1 <High> St\nLeeds\n".into()), "1 &lt;High&gt; St<br>\nLeeds");
        assert_eq!(render("{{ v | safe | lines }}", &"<i>a</i>\nb".into()), "<i>a</i><br>\nb");
        assert_eq!(render("{{ v | paragraphs }}", &"\n".into()), "");
    }

    #[test]
    fn small_filters_do_what_they_say() {
        assert_eq!(render("{{ v | url }}", &"a b/é".into()), "a%20b%2F%C3%A9");
        assert_eq!(render("{{ v | initial }}", &"“élan”".into()), "É");
        assert_eq!(render("{{ v | slug }}", &"The lift’s back".into()), "the-lift-s-back");
        assert_eq!(render("{{ v | number }}", &1240.into()), "1,240");
        assert_eq!(render("{{ v | number }}", &serde_json::json!([])), "error: `number` takes a number, not a list");
    }
}
