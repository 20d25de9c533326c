//! The files of a new site: texts of our own with the answers put in, so that any answer is shown as it was typed.

use super::{Answers, BUILD, SERVE};
use crate::content::fields::{is_email, is_phone};

/// The files, `site.yaml` first. Where they are kept their names do not begin with a dot, or Git would obey them.
const FILES: [(&str, &str); 11] = [
    ("site.yaml", include_str!("site/site.yaml")),
    (".gitignore", include_str!("site/gitignore")),
    ("content/index.md", include_str!("site/content/index.md")),
    ("content/changing-this-site.md", include_str!("site/content/changing-this-site.md")),
    ("content/campaigns/lets-talk.md", include_str!("site/content/campaigns/lets-talk.md")),
    ("content/principles/_set.yaml", include_str!("site/content/principles/_set.yaml")),
    ("content/principles/01-ask-before-we-plan.md", include_str!("site/content/principles/01-ask-before-we-plan.md")),
    (
        "content/principles/02-those-who-live-with-it-decide.md",
        include_str!("site/content/principles/02-those-who-live-with-it-decide.md"),
    ),
    (
        "content/principles/03-nobody-carries-it-alone.md",
        include_str!("site/content/principles/03-nobody-carries-it-alone.md"),
    ),
    ("content/definitions/organising.md", include_str!("site/content/definitions/organising.md")),
    ("content/definitions/listening-campaign.md", include_str!("site/content/definitions/listening-campaign.md")),
];

/// Where the files go, below the site's folder.
pub(super) fn paths() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(path, _)| *path)
}

/// The files of a new site, each with its path below the site's folder.
pub fn files(answers: &Answers) -> Vec<(&'static str, String)> {
    FILES.iter().map(|(path, text)| (*path, fill(path, text, answers))).collect()
}

/// Puts the answers into a text: as YAML in YAML and front matter, as Markdown below it.
fn fill(path: &str, text: &str, answers: &Answers) -> String {
    let mut filled = String::with_capacity(text.len() + 256);
    let mut dashes = 0;
    for line in text.lines() {
        let in_yaml = path.ends_with(".yaml") || path.ends_with(".md") && dashes < 2;
        dashes += usize::from(line == "---");
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(lines) = in_yaml.then(|| ready_lines(line.trim_start(), answers)).flatten() {
            for ready in lines {
                filled.extend([indent, &ready, "\n"]);
            }
        } else if in_yaml && line.contains('{') {
            filled.extend([&yaml_line(line, answers), "\n"]);
        } else {
            filled.extend([&put_in(line, answers, markdown), "\n"]);
        }
    }
    filled
}

/// The lines in place of one that depends on what was answered.
fn ready_lines(line: &str, answers: &Answers) -> Option<Vec<String>> {
    let contact = &answers.contact;
    Some(match line {
        "{language}" => {
            let lang = format!("lang: {}", scalar(&answers.lang));
            if is_english(&answers.lang) {
                vec![lang]
            } else {
                let notes = [
                    "# The texts of this new site are in English: put your own in their place. The words that",
                    "# Handbill adds itself, such as \"Read more\", are in English for now too.",
                ];
                notes.iter().map(|note| (*note).to_owned()).chain([lang]).collect()
            }
        }
        "{colour}" if answers.colour.is_empty() => vec!["# colour: \"#a3195b\"".to_owned()],
        "{colour}" => vec![format!("colour: \"{}\"", answers.colour)],
        "{way}" if is_email(contact) => vec![format!("email: {}", scalar(contact))],
        "{way}" if is_phone(contact) => vec![format!("phone: {}", scalar(contact))],
        "{way}" => vec![],
        "offline: {offline}" if is_email(contact) || is_phone(contact) => {
            vec!["offline: Tell any of us when you meet us, or come to our next meeting.".to_owned()]
        }
        "offline: {offline}" => vec![format!("offline: {}", scalar(&format!("Come by, or send a note: {contact}")))],
        _ => return None,
    })
}

fn is_english(lang: &str) -> bool {
    lang.split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

/// A line `key: value` or `- value` with the answers in the value, which is written anew as one scalar.
fn yaml_line(line: &str, answers: &Answers) -> String {
    let at = line.find(": ").map_or_else(|| line.find("- ").map_or(0, |at| at + 2), |at| at + 2);
    let (key, value) = line.split_at(at);
    format!("{key}{}", scalar(&put_in(value, answers, str::to_owned)))
}

/// Puts the answers in where their names stand in braces. What an answer says is not looked at again.
fn put_in(text: &str, answers: &Answers, write: fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, after)| {
            let value = match name {
                "name" => write(&answers.name),
                "about" => write(&answers.about),
                "contact" => write(&answers.contact),
                "build" => BUILD.to_owned(),
                "serve" => SERVE.to_owned(),
                _ => return None,
            };
            Some((value, after))
        });
        rest = match known {
            Some((value, after)) => {
                filled.push_str(&value);
                after
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// A text of one line as a YAML scalar, with quotes where it needs them.
fn scalar(text: &str) -> String {
    let written = serde_yaml::to_string(text).expect("a string is YAML");
    written.trim_end_matches('\n').to_owned()
}

/// A text of one line as Markdown that shows it, inside a line. Only what means something there is escaped, so that
/// the file stays pleasant to read.
fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.chars() {
        // Two dashes or three dots become one sign.
        let doubled = matches!(c, '-' | '.') && before == c;
        if doubled || "\\`*_~[]<>&|!\"'$^{}".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(name: &str, contact: &str) -> Answers {
        let own = str::to_owned;
        Answers { name: own(name), about: own("{name} homes"), lang: own("en"), contact: own(contact), colour: own("") }
    }

    #[test]
    fn scalars_keep_what_was_typed() {
        for (text, yaml) in [
            ("Elm Court", "Elm Court"),
            ("Housing: a right", "'Housing: a right'"),
            ("@x", "'@x'"),
            ("1.10", "'1.10'"),
            ("a # b", "'a # b'"),
            ("No", "No"),
            ("It's: 🌻", "'It''s: 🌻'"),
            ("It's 👩\u{200d}🌾", "It's 👩\u{200d}🌾"),
        ] {
            assert_eq!(scalar(text), yaml);
        }
        let long = "Residents of Elm Court and Mill Lane: ".repeat(9);
        assert_eq!(scalar(&long).lines().count(), 1);
    }

    #[test]
    fn an_answer_is_put_in_once() {
        let answers = answers("*Elm*", "x");
        assert_eq!(put_in("{about}, {else} {name", &answers, markdown), "\\{name\\} homes, {else} {name");
        assert_eq!(put_in("by {name}", &answers, markdown), "by \\*Elm\\*");
    }

    #[test]
    fn the_way_to_act_follows_from_the_contact() {
        let campaign = |contact| {
            let files = files(&answers("Elm", contact));
            files.into_iter().find(|(path, _)| path.contains("campaigns")).expect("a campaign").1
        };
        assert!(campaign("hello@elm.example").contains("    email: hello@elm.example\n"));
        assert!(campaign("01632 960001").contains("    phone: 01632 960001\n"));
        assert!(campaign("12 Mill Lane").contains("    offline: 'Come by, or send a note: 12 Mill Lane'\n"));
    }

    #[test]
    fn no_place_for_an_answer_is_left_over() {
        for (path, text) in files(&answers("Elm", "hello@elm.example")) {
            let place = ["{name}", "{contact}", "{language}", "{colour}", "{way}", "{offline}", "{build}", "{serve}"];
            let left = place.iter().filter(|place| text.contains(**place) && !text.contains("{name} homes"));
            assert_eq!(left.count(), 0, "{path}");
        }
    }
}
