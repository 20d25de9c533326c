//! Pages as small as they can be, by minify-html, and only where a reader can't tell.
//!
//! minify-html drops white space between inline elements in blocks that usually hold none (`<div><a>One</a> <a>Two</a>
//! </div>`) and overflows the stack on deep nesting; so depth is measured before, and what the page says is compared after.

use super::said::{Said, said};
use minify_html::Cfg;

/// Elements nested deeper than this are not given to minify-html, which fails at some thousands (on 2 MB of stack).
const DEEPEST: usize = 500;

/// How much of the text around a difference is shown.
const AROUND: usize = 16;

/// How much of an address or a script is shown.
const FACT: usize = 80;

/// Why a page is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its elements are nested too deep.
    TooDeep,
    /// A piece of its text would read otherwise: as it is, and as it would be.
    Text(String, String),
    /// An address, an id, an alternative text or a script would be another: as it is, and as it would be.
    Facts(String, String),
}

/// A page made small.
///
/// # Errors
/// It would say something else.
pub fn page(html: &str) -> Result<String, Kept> {
    let before = said(html, DEEPEST).ok_or(Kept::TooDeep)?;
    let small = minify_html::minify(html.as_bytes(), &settings());
    let small = String::from_utf8_lossy(&small).into_owned();
    let after = said(&small, usize::MAX).expect("nothing is deeper");
    match difference(&before, &after) {
        None => Ok(small),
        Some(kept) => Err(kept),
    }
}

/// The settings with which minify-html writes valid HTML; whatever is not named is off.
fn settings() -> Cfg {
    let mut settings = Cfg::new();
    settings.keep_closing_tags = true;
    settings.keep_html_and_head_opening_tags = true;
    settings.keep_input_type_text_attr = true;
    settings
}

fn difference(before: &Said, after: &Said) -> Option<Kept> {
    let (was, is) = (before.text.trim_ascii_end(), after.text.trim_ascii_end());
    if was != is {
        let at = was.bytes().zip(is.bytes()).take_while(|(was, is)| was == is).count();
        return Some(Kept::Text(around(was, at), around(is, at)));
    }
    let (mut was, mut is) = (before.facts.lines(), after.facts.lines());
    loop {
        match (was.next(), is.next()) {
            (None, None) => return None,
            (was, is) if was == is => {}
            (was, is) => {
                let shown = |fact: Option<&str>| fact.unwrap_or_default().chars().take(FACT).collect();
                return Some(Kept::Facts(shown(was), shown(is)));
            }
        }
    }
}

/// Some of the text around a byte.
fn around(text: &str, at: usize) -> String {
    let at = text.floor_char_boundary(at);
    let before: String = text[..at].chars().rev().take_while(|c| *c != '\n').take(AROUND).collect();
    let after = text[at..].chars().take(AROUND);
    let both: String = before.chars().rev().chain(after).collect();
    both.replace('\n', " ").replace('\u{fffc}', "□").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_smaller_and_says_the_same() {
        let html = "<!doctype html><html lang=en><head><title> A  page </title></head><body>\n  <p class=\"a\">One\n  two </p>\n\n <ul>\n <li><a href=\"/b/\">b</a></li>\n </ul></body></html>";
        let small = page(html).unwrap();
        assert!(small.len() < html.len() && small.contains("One two"), "{small}");
    }

    #[test]
    fn a_lost_space_keeps_the_page_as_it_is() {
        let kept = page("<div>\n<a href=a>One</a>\n<a href=b>Two</a></div>").unwrap_err();
        assert_eq!(kept, Kept::Text("One Two".into(), "OneTwo".into()));
    }

    #[test]
    fn an_address_that_would_change_keeps_the_page_as_it_is() {
        let kept = page("<a href=a href=b>x</a>").unwrap_err();
        assert_eq!(kept, Kept::Facts("href=a".into(), "href=b".into()), "minify-html takes the last one");
    }

    #[test]
    fn deep_nesting_does_not_overflow_the_stack() {
        let deep = |levels: usize| format!("{}x{}", "<div>".repeat(levels), "</div>".repeat(levels));
        assert!(page(&deep(DEEPEST)).is_ok());
        assert_eq!(page(&deep(100_000)).unwrap_err(), Kept::TooDeep);
        assert_eq!(page(&"<div>".repeat(100_000)).unwrap_err(), Kept::TooDeep);
        assert_eq!(page(&"<b></i>".repeat(100_000)).unwrap_err(), Kept::TooDeep);
    }
}
