//! The answers that a new site is made from, and what each of them may be.

/// What a group says of itself. Each is one line without white space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The group's name.
    pub name: String,
    /// What it is organising around, in a few words.
    pub about: String,
    /// The language of its texts.
    pub lang: String,
    /// An email address, a phone number or a postal address.
    pub contact: String,
    /// A colour such as `#a3195b`; empty if there is none.
    pub colour: String,
}

/// A text of one line that says something.
pub(super) fn text(answer: &str) -> Result<String, &'static str> {
    let line = one_line(answer);
    if line.chars().all(is_blank) {
        Err("please write a few words here")
    } else if hides_its_host(&line) {
        Err("please leave out what stands between // and @ in the web address")
    } else {
        Ok(line)
    }
}

/// Whether a web address in the text has a name before its host, as in `https://bank.example@evil.example`: such an
/// address is an error wherever it would be linked.
fn hides_its_host(line: &str) -> bool {
    let hides = |(_, after): (&str, &str)| after.split(['/', '?', '#']).next().is_some_and(|host| host.contains('@'));
    line.split_whitespace().any(|word| {
        let mut rest = word;
        std::iter::from_fn(|| {
            let split = rest.split_once("//")?;
            rest = split.1;
            Some(split)
        })
        .any(hides)
    })
}

/// What the group is organising around: texts go on after it, so it ends without a full stop.
pub(super) fn about(answer: &str) -> Result<String, &'static str> {
    text(text(answer)?.trim_end_matches('.'))
}

/// A language tag.
pub(super) fn lang(answer: &str) -> Result<String, &'static str> {
    let tag = one_line(answer);
    match tag.parse::<unic_langid::LanguageIdentifier>() {
        Ok(_) => Ok(tag),
        Err(_) => Err("please write a language tag: en, cy, pt-BR"),
    }
}

/// A way to reach the group. `site.yaml` takes the text without `mailto:` and `tel:` too.
pub(super) fn contact(answer: &str) -> Result<String, &'static str> {
    let contact = text(answer)?;
    text(contact.trim_start_matches("mailto:").trim_start_matches("tel:"))
}

/// A colour, or nothing. The `#` may be left out: a shell takes what follows it for a comment.
pub(super) fn colour(answer: &str) -> Result<String, &'static str> {
    let colour = one_line(answer);
    let digits = colour.strip_prefix('#').unwrap_or(&colour);
    if digits.is_empty() {
        Ok(String::new())
    } else if matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(format!("#{}", digits.to_lowercase()))
    } else {
        Err("please write six digits after a #, such as #a3195b, or nothing")
    }
}

/// Without line breaks, white space around, and characters that no text shows.
fn one_line(answer: &str) -> String {
    let shown = |c: &char| !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    let spaced: String = answer.chars().filter(shown).map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character leaves no mark on a page: white space, joiners and marks of direction.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_that_says_something() {
        assert_eq!(text(" Elm\n Court\u{7}\u{feff} ").as_deref(), Ok("Elm Court"));
        assert!(text(" \u{200b}\t").is_err());
        assert_eq!(about("damp homes.").as_deref(), Ok("damp homes"));
        assert!(about("...").is_err());
        assert_eq!(contact("mailto:hello@elm.example").as_deref(), Ok("hello@elm.example"));
    }

    #[test]
    fn an_address_that_hides_its_host_is_no_answer() {
        assert!(text("See https://bank.example@evil.example/x").is_err());
        assert!(text("https://a.example//https://u:p@b.example").is_err());
        assert!(contact("https://social.example/@elmcourt").is_ok());
    }

    #[test]
    fn a_colour_may_be_left_out_and_its_sign_too() {
        assert_eq!(colour("").as_deref(), Ok(""));
        assert_eq!(colour("A3195B").as_deref(), Ok("#a3195b"));
        assert_eq!(colour("#abc").as_deref(), Ok("#abc"));
        assert!(colour("red").is_err());
    }

    #[test]
    fn a_language_is_a_tag() {
        assert_eq!(lang("pt-BR").as_deref(), Ok("pt-BR"));
        assert!(lang("").is_err());
        assert!(lang("British English").is_err());
    }
}
