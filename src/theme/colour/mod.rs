//! One colour in, a palette out: the variables of the stylesheet for light, dark and more contrast.
//!
//! `space` knows colours, `pairs` which of them meet on a page, and `palette` makes them from the group's.

mod pairs;
mod palette;
mod space;

use palette::{Palette, Role};
use space::Rgb;
use std::fmt::Write;

/// A use for which a group's colour is not taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourUse {
    /// Letters on a light ground.
    Links,
    /// Lines on a light ground, and edges of buttons.
    Lines,
    /// Bands and buttons for readers who have asked for dark pages.
    DarkGround,
}

/// What a reader has asked the browser for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Light,
    Dark,
    LightMore,
    DarkMore,
}

impl Mode {
    const ALL: [Mode; 4] = [Mode::Light, Mode::Dark, Mode::LightMore, Mode::DarkMore];

    fn dark(self) -> bool {
        matches!(self, Mode::Dark | Mode::DarkMore)
    }

    fn more(self) -> bool {
        matches!(self, Mode::LightMore | Mode::DarkMore)
    }

    /// The lightness that has most contrast with the ground of the page.
    fn far_from_paper(self) -> f32 {
        if self.dark() { 1.0 } else { 0.0 }
    }

    /// The question to the browser; light is for all who ask for nothing.
    fn query(self) -> Option<&'static str> {
        match self {
            Mode::Light => None,
            Mode::Dark => Some("(prefers-color-scheme:dark)"),
            Mode::LightMore => Some("(prefers-contrast:more)"),
            Mode::DarkMore => Some("(prefers-contrast:more) and (prefers-color-scheme:dark)"),
        }
    }
}

/// Whether this is a colour that a palette can be made of: `#rrggbb`.
pub(super) fn is_colour(text: &str) -> bool {
    Rgb::parse(text).is_some()
}

/// A ground in the dark that differs less from the group's colour than this passes for the same.
const SAME: f32 = 0.1;

/// The uses for which this colour, `#rrggbb`, cannot be taken, each with the colour that is taken instead.
///
/// Links in the dark and colours for more contrast are not told: hardly any colour stays as it is there.
pub fn colour_changes(colour: &str) -> Vec<(ColourUse, String)> {
    let Some(group) = Rgb::parse(colour) else { return Vec::new() };
    let (light, dark) = (Palette::new(group, Mode::Light), Palette::new(group, Mode::Dark));
    let ground = dark.of(Role::Accent);
    [
        (ColourUse::Links, light.of(Role::Link), light.of(Role::Link) != group),
        (ColourUse::Lines, light.of(Role::Rim), light.of(Role::Rim) != group),
        (ColourUse::DarkGround, ground, ground.difference(group) > SAME),
    ]
    .into_iter()
    .filter(|(_, _, changed)| *changed)
    .map(|(use_, instead, _)| (use_, instead.hex()))
    .collect()
}

/// The rules that set the palette of a group's colour, in a layer of their own; nothing for what is no `#rrggbb`.
///
/// They stand before all of a theme's, so a theme or a site that sets one of the variables itself wins.
pub(super) fn rules(colour: &str) -> Option<String> {
    let group = Rgb::parse(colour)?;
    let [light, dark, more, dark_more] = Mode::ALL.map(|mode| Palette::new(group, mode));
    let mut css = "@layer palette {\n".to_owned();
    for mode in Mode::ALL {
        let mut values = String::new();
        for role in Role::ALL {
            let (is, was) = match mode {
                Mode::Light => (light.of(role), None),
                Mode::Dark => (dark.of(role), Some(light.of(role))),
                Mode::LightMore => (more.of(role), Some(light.of(role))),
                // Who asks for both has got all three before.
                Mode::DarkMore if more.of(role) == light.of(role) => (dark_more.of(role), Some(dark.of(role))),
                Mode::DarkMore => (dark_more.of(role), Some(more.of(role))),
            };
            if was != Some(is) {
                let _ = write!(values, "{}: {}; ", role.variable(), is.hex());
            }
        }
        let _ = match mode.query() {
            None => writeln!(css, ":root {{ {values}}}"),
            Some(query) => writeln!(css, "@media {query} {{ :root {{ {values}}} }}"),
        };
    }
    css.push_str("}\n");
    Some(css)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// What a browser makes of the rules for a reader who asks for what `holds` says.
    fn applied(css: &str, holds: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        for line in css.lines().filter(|line| line.contains(":root")) {
            let (query, body) = line.split_once(":root {").unwrap_or_default();
            if query.is_empty() || query.split(" and ").all(&holds) {
                let set = body.split(';').filter_map(|set| set.split_once(": "));
                values.extend(set.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())));
            }
        }
        values
    }

    #[test]
    fn every_reader_gets_the_palette_of_the_mode_that_is_asked_for() {
        for colour in ["#9b2d4a", "#ffd83d", "#000000", "#ffffff", "#0000ff", "#00ff00", "#808080"] {
            let css = rules(colour).unwrap_or_default();
            for mode in Mode::ALL {
                let palette = Rgb::parse(colour).map(|group| Palette::new(group, mode));
                let wanted = |role| (role, palette.map(|palette| palette.of(role).hex()));
                let found = applied(&css, |part| {
                    part.contains("dark") && mode.dark() || part.contains("contrast") && mode.more()
                });
                for (role, value) in Role::ALL.map(wanted) {
                    assert_eq!(found.get(role.variable()), value.as_ref(), "{colour} {mode:?} {role:?}");
                }
            }
        }
        assert_eq!(["", "#12345", "red", "#fff"].map(rules), [None, None, None, None]);
    }

    #[test]
    fn what_cannot_be_used_as_it_is_is_told() {
        let uses = |colour| colour_changes(colour).into_iter().map(|(used, _)| used).collect::<Vec<_>>();
        assert_eq!(uses("#9b2d4a"), []);
        assert_eq!(uses("#ffd83d"), [ColourUse::Links, ColourUse::Lines]);
        assert_eq!(uses("#000000"), [ColourUse::DarkGround]);
        assert_eq!(uses("#ffffff"), [ColourUse::Links, ColourUse::Lines, ColourUse::DarkGround]);
        assert_eq!(uses("#e0457b"), [ColourUse::Links]);
        assert_eq!(uses("no colour"), []);
    }
}
