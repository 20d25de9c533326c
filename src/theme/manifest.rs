//! `theme.yaml`: what a theme is called, which contract it was written for, and the options that a site may set.

use super::lines::{Columns, byte_at, word_at};
use super::near::did_you_mean;
use super::{Setting, Settings, ThemeFiles, colour};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, SitePath};
use crate::view::CONTRACT;
use serde::Deserialize;
use serde_yaml::{Mapping, Value as Yaml};
use tera::{Map, Value};

/// The file's name.
const FILE: &str = "theme.yaml";

/// The keys that the file may have.
const KEYS: &[&str] = &["name", "version", "contract", "colour", "options", "description", "author", "licence"];

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OptionType {
    Text,
    Number,
    YesNo,
    Choice,
    Colour,
}

/// An option as a theme declares it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeOption {
    #[serde(rename = "type")]
    takes: OptionType,
    default: Option<Yaml>,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default, rename = "meaning")]
    _meaning: String,
}

/// What the file says.
#[derive(Debug)]
pub(super) struct Manifest {
    /// The options as templates see them.
    pub(super) options: Value,
    /// The colour that the palette comes from where a site has none, `#a3195b`.
    pub(super) colour: Option<String>,
}

/// Reads the file, the site's settings before the theme's defaults.
pub(super) fn read(theme: &ThemeFiles, settings: &Settings) -> (Manifest, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let path = theme.display_path(FILE);
    let text = theme.get(FILE).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let Some(text) = text else {
        let place = Place::file(&theme.display_path("").trim_end_matches('/').into());
        let message = format!("there is no theme `{}`: its folder has no {FILE}", theme.name());
        let help = format!("Add the file {FILE} with a line contract: {CONTRACT}.");
        let nothing = Manifest { options: Value::from(Map::new()), colour: None };
        return (nothing, vec![Diagnostic::new(Code::ThemeSettings, place, message).help(help)]);
    };
    let manifest = Source { path, text };
    let (declared, colour) = manifest.read(&mut diagnostics);
    let mut values = Map::new();
    for (name, option) in &declared {
        let default = option.default.as_ref().and_then(setting);
        let value = match default.as_ref().map(|default| option.value(default)) {
            None => Value::none(),
            Some(Ok(value)) => value,
            Some(Err(expected)) => {
                let message = format!("the default of the option `{name}` is not {expected}");
                diagnostics.push(manifest.tell(name, message));
                Value::none()
            }
        };
        values.insert(name.clone().into(), value);
    }
    for (name, (setting, place)) in settings {
        let Some((_, option)) = declared.iter().find(|(declared, _)| declared == name) else {
            let message = format!("the theme `{}` has no option `{name}`", theme.name());
            let mut diagnostic = Diagnostic::new(Code::ThemeSettings, place.clone(), message);
            diagnostic.help = did_you_mean(name, declared.iter().map(|(name, _)| &**name));
            diagnostics.push(diagnostic);
            continue;
        };
        match option.value(setting) {
            Ok(value) => {
                values.insert(name.clone().into(), value);
            }
            Err(expected) => {
                let message = format!("the option `{name}` takes {expected}");
                let mut diagnostic = Diagnostic::new(Code::ThemeSettings, place.clone(), message);
                if let Setting::Text(text) = setting {
                    diagnostic.help = did_you_mean(text, option.choices.iter().map(String::as_str));
                }
                diagnostics.push(diagnostic);
            }
        }
    }
    (Manifest { options: Value::from(values), colour }, diagnostics)
}

/// The file, for telling of places in it.
struct Source {
    path: SitePath,
    text: String,
}

impl Source {
    fn read(&self, diagnostics: &mut Vec<Diagnostic>) -> (Vec<(String, ThemeOption)>, Option<String>) {
        let map: Mapping = match serde_yaml::from_str(&self.text) {
            Ok(map) => map,
            Err(error) => {
                let place = error.location().map_or_else(
                    || Place::file(&self.path),
                    |at| {
                        let (line, column) = (at.line().saturating_sub(1), at.column().saturating_sub(1));
                        let byte = byte_at(&self.text, line, column, Columns::Characters);
                        Place::span(&self.path, word_at(&self.text, byte))
                    },
                );
                diagnostics.push(
                    Diagnostic::new(Code::ThemeSettings, place, format!("{FILE} cannot be read from here on"))
                        .help("Look at this line and the one above: a value with a sign in it needs quotes, and the spaces at the start of lines must line up."),
                );
                return (Vec::new(), None);
            }
        };
        for key in map.keys().filter_map(Yaml::as_str).filter(|key| !KEYS.contains(key)) {
            let mut diagnostic = self.tell(key, format!("{FILE} has no key `{key}`")).severity(Severity::Warning);
            diagnostic.help = did_you_mean(key, KEYS.iter().copied());
            diagnostics.push(diagnostic);
        }
        let contract = map.get("contract").map(plain_text);
        if contract.as_deref() != Some(CONTRACT) {
            let message = contract.map_or_else(
                || format!("the theme does not say which contract it is written for; this is contract {CONTRACT}"),
                |other| format!("the theme is written for contract {other}, and this is contract {CONTRACT}"),
            );
            diagnostics.push(
                self.tell("contract", message)
                    .help(format!("Compare the theme with the guide, then write contract: {CONTRACT}.")),
            );
        }
        let colour = map.get("colour").map(plain_text);
        let colour = colour.filter(|text| {
            let usable = colour::is_colour(text);
            if !usable {
                let message = "the theme's colour is not one such as \"#a3195b\", in quotes".to_owned();
                diagnostics.push(self.tell("colour", message));
            }
            usable
        });
        let options = match map.get("options") {
            None | Some(Yaml::Null) => return (Vec::new(), colour),
            Some(Yaml::Mapping(options)) => options,
            Some(_) => {
                diagnostics.push(self.tell("options", "options are a map from names to what they take".to_owned()));
                return (Vec::new(), colour);
            }
        };
        let mut declared = Vec::new();
        for (name, option) in options {
            let name = plain_text(name);
            match serde_yaml::from_value(option.clone()) {
                Ok(option) => declared.push((name, option)),
                Err(_) => {
                    let mut diagnostic = self.tell(&name, format!("the option `{name}` cannot be read"));
                    diagnostic.help = Some(option_help(option));
                    diagnostics.push(diagnostic);
                }
            }
        }
        (declared, colour)
    }

    /// A diagnostic at the line of a key, since serde keeps no places.
    fn tell(&self, key: &str, message: String) -> Diagnostic {
        let mut start = 0;
        let line = self.text.split_inclusive('\n').find_map(|line| {
            let at = start + (line.len() - line.trim_start().len());
            start += line.len();
            line.trim_start().strip_prefix(key)?.starts_with(':').then_some(at)
        });
        let place = line.map_or_else(|| Place::file(&self.path), |at| Place::span(&self.path, word_at(&self.text, at)));
        Diagnostic::new(Code::ThemeSettings, place, message)
    }
}

/// What is wrong with an option that cannot be read.
fn option_help(option: &Yaml) -> String {
    const KNOWN: [&str; 4] = ["type", "default", "choices", "meaning"];
    const TYPES: [&str; 5] = ["text", "number", "yes-no", "choice", "colour"];
    let Yaml::Mapping(map) = option else {
        return "Write what it takes: {type: yes-no, default: yes}.".to_owned();
    };
    let unknown = map.keys().map(plain_text).find(|key| !KNOWN.contains(&key.as_str()));
    if let Some(unknown) = unknown {
        let list = format!("An option has type, default, choices and meaning, and no `{unknown}`.");
        return did_you_mean(&unknown, KNOWN).unwrap_or(list);
    }
    match map.get("type").map(plain_text) {
        Some(takes) if !TYPES.contains(&takes.as_str()) => {
            let list = format!("There is no type `{takes}`. The types are: {}.", TYPES.join(", "));
            did_you_mean(&takes, TYPES).unwrap_or(list)
        }
        Some(_) => "Its choices are a list of texts, and its meaning is a text.".to_owned(),
        None => format!("Write its type, which is one of: {}.", TYPES.join(", ")),
    }
}

fn plain_text(value: &Yaml) -> String {
    match value {
        Yaml::String(text) => text.clone(),
        other => serde_yaml::to_string(other).map(|text| text.trim().to_owned()).unwrap_or_default(),
    }
}

fn setting(value: &Yaml) -> Option<Setting> {
    match value {
        Yaml::Null => None,
        Yaml::Bool(yes) => Some(Setting::YesNo(*yes)),
        other => Some(Setting::Text(plain_text(other))),
    }
}

impl ThemeOption {
    /// The value as templates see it, or what the option takes.
    fn value(&self, setting: &Setting) -> Result<Value, String> {
        let yes_no = |yes: bool| if yes { "yes" } else { "no" };
        let text = match setting {
            Setting::Text(text) => text.trim(),
            Setting::YesNo(yes) => yes_no(*yes),
        };
        let value = match self.takes {
            OptionType::Text => matches!(setting, Setting::Text(_)).then(|| Value::from(text)),
            OptionType::Number => match (text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(whole), _) => Some(Value::from(whole)),
                (_, Ok(number)) if number.is_finite() => Some(Value::from(number)),
                _ => None,
            },
            OptionType::YesNo => match text {
                "yes" | "true" => Some(Value::from(true)),
                "no" | "false" => Some(Value::from(false)),
                _ => None,
            },
            OptionType::Choice => self.choices.iter().any(|choice| choice == text).then(|| Value::from(text)),
            OptionType::Colour => is_colour(text).then(|| Value::from(text)),
        };
        value.ok_or_else(|| match self.takes {
            OptionType::Text => "a text (in quotes, if it looks like yes or no)".to_owned(),
            OptionType::Number => "a number".to_owned(),
            OptionType::YesNo => "yes or no".to_owned(),
            OptionType::Choice => format!("one of: {}", self.choices.join(", ")),
            OptionType::Colour => "a colour such as \"#a3195b\", in quotes".to_owned(),
        })
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Span, Where};
    use std::sync::Arc;

    const THEME: &str = "name: t\nversion: 1.10\ncontract: 1\noptions:\n  toc: {type: yes-no, default: yes}\n  \
                         size: {type: number, default: 50, meaning: How many}\n  \
                         face: {type: choice, choices: [sans, serif], default: sans}\n  tint: {type: colour}\n  \
                         motto: {type: text, default: Hello}\n";

    fn options(theme: &str, settings: &[(&str, Setting)]) -> (Value, Vec<Diagnostic>) {
        let files = [(SitePath::from("themes/t/theme.yaml"), Arc::<[u8]>::from(theme.as_bytes()))];
        let site: SitePath = "site.yaml".into();
        let place = Place::span(&site, Span::new(3, 5));
        let settings =
            settings.iter().map(|(name, setting)| ((*name).to_owned(), (setting.clone(), place.clone()))).collect();
        let (manifest, diagnostics) = read(&ThemeFiles::of_site("t", files), &settings);
        (manifest.options, diagnostics)
    }

    fn text(text: &str) -> Setting {
        Setting::Text(text.to_owned())
    }

    #[test]
    fn a_site_changes_what_the_theme_has_by_default() {
        let (values, diagnostics) =
            options(THEME, &[("size", text("20")), ("toc", Setting::YesNo(false)), ("tint", text("#a3195b"))]);
        assert_eq!(diagnostics, []);
        let get = |name| values.get_from_path(name).map(ToString::to_string);
        let told = ["toc", "size", "face", "tint", "motto"].map(|name| get(name).unwrap_or_default());
        assert_eq!(told, ["false", "20", "sans", "#a3195b", "Hello"]);
    }

    #[test]
    fn unknown_options_and_wrong_values_are_told_where_the_site_has_them() {
        let settings = [
            ("face", text("serf")),
            ("sise", text("2")),
            ("tint", text("red")),
            ("toc", text("maybe")),
            ("motto", Setting::YesNo(true)),
        ];
        let (values, diagnostics) = options(THEME, &settings);
        let told: Vec<String> = diagnostics
            .iter()
            .map(|diagnostic| format!("{} {}", diagnostic.message, diagnostic.help.clone().unwrap_or_default()))
            .collect();
        assert_eq!(
            told,
            [
                "the option `face` takes one of: sans, serif Did you mean `serif`?",
                "the option `motto` takes a text (in quotes, if it looks like yes or no) ",
                "the theme `t` has no option `sise` Did you mean `size`?",
                "the option `tint` takes a colour such as \"#a3195b\", in quotes ",
                "the option `toc` takes yes or no ",
            ]
        );
        assert!(diagnostics.iter().all(|diagnostic| &*diagnostic.places[0].path == "site.yaml"));
        assert_eq!(values.get_from_path("face").unwrap().as_str(), Some("sans"));
    }

    #[test]
    fn mistakes_of_a_theme_are_told_in_its_file() {
        let told = |theme| {
            let (_, diagnostics) = options(theme, &[]);
            let told = diagnostics.into_iter().map(|diagnostic| {
                let at = match diagnostic.places[0].at {
                    Where::Span(span) => &theme[span.start as usize..span.end as usize],
                    _ => "file",
                };
                format!("{at}: {}", diagnostic.message)
            });
            told.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(told("contract: 2\n"), "contract: the theme is written for contract 2, and this is contract 1");
        assert!(told("name: x\n").starts_with("file: the theme does not say which contract"));
        assert_eq!(told("contract: 1\nnmae: x\n"), "nmae: theme.yaml has no key `nmae`");
        let wrong = "contract: 1\noptions:\n  a: {type: number, default: x}\n  b: {type: colours}\n";
        let both = told(wrong);
        assert!(both.contains("a: the default of the option `a` is not a number"), "{both}");
        assert!(both.contains("b: the option `b` cannot be read"), "{both}");
        assert!(told("contract: 1\ncolour: red\n").starts_with("colour: the theme's colour is not one"));
        assert!(told("a: [").contains("theme.yaml cannot be read"));
    }

    #[test]
    fn a_theme_without_its_file_is_no_theme() {
        let (_, diagnostics) = read(&ThemeFiles::of_site("none", []), &Settings::new());
        assert_eq!(diagnostics[0].message, "there is no theme `none`: its folder has no theme.yaml");
        assert_eq!(&*diagnostics[0].places[0].path, "themes/none");
    }
}
