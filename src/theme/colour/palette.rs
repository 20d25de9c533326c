//! The palette: what each of its colours is for, and how all of them come from the group's one colour.
//!
//! Nothing here is a table of colours. Each role has a lightness at which it looks right, its hue from the group's
//! colour, and the contrast it needs; where that is not met, its lightness moves as little as it takes.

use super::Mode;
use super::pairs::{PAIRS, Use};
use super::space::{Rgb, Seen};

/// What a colour is for. Each is a variable of the stylesheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The ground of the masthead, of bands and of buttons: the group's colour.
    Accent,
    /// Letters on it.
    OnAccent,
    /// The group's colour as letters.
    Link,
    /// The group's colour as a line, and the edge of what has it as its ground.
    Rim,
    /// The ground of the page.
    Paper,
    /// Soft bands and boxes.
    Tint,
    /// Letters.
    Ink,
    /// Letters that say less.
    Quiet,
    /// Lines round things.
    Line,
    /// Thin lines between them.
    Hair,
    /// Won, and other good news.
    Yes,
    /// A highlighter: the way out of the site, the ring round what has the focus.
    Mark,
    /// Letters on it.
    OnMark,
}

use Role::{Accent, Hair, Ink, Line, Link, Mark, OnAccent, OnMark, Paper, Quiet, Rim, Tint, Yes};

impl Role {
    pub(super) const ALL: [Role; 13] =
        [Accent, OnAccent, Link, Rim, Paper, Tint, Ink, Quiet, Line, Hair, Yes, Mark, OnMark];

    /// The name of its variable.
    pub(super) fn variable(self) -> &'static str {
        match self {
            Accent => "--accent",
            OnAccent => "--on-accent",
            Link => "--link",
            Rim => "--rim",
            Paper => "--paper",
            Tint => "--tint",
            Ink => "--ink",
            Quiet => "--quiet",
            Line => "--line",
            Hair => "--hair",
            Yes => "--yes",
            Mark => "--mark",
            OnMark => "--on-mark",
        }
    }
}

/// Below this chroma a colour has no hue that anybody would name: black, white and greys.
const HUELESS: f32 = 0.03;
/// The hue of paper, a little to the red of yellow.
const WARM: f32 = 65.0;
/// Green, which stands for good news whatever the group's colour is.
const GREEN: f32 = 153.0;
/// The highlighter's yellow.
const YELLOW: Rgb = Rgb::new(0xff, 0xd8, 0x3d);
/// How different the highlighter has to look from the group's colour that it stands beside.
const APART: f32 = 0.13;
/// The least contrast of links in the dark, where a colour that only just passes looks dull.
const BRIGHT: f32 = 6.0;
/// The least contrast of links of a group without a hue: grey letters look switched off.
const STRONG: f32 = 10.0;
/// The lightest ground and the strongest colour that do not glare in the dark, from edge to edge of the window.
const GLARE: (f32, f32) = (0.82, 0.2);
/// The least contrast of bands with the page in the dark: enough to see where they end, so that deep colours stay deep.
const BAND: f32 = 2.5;
/// The ground of bands in the dark for groups in black or in white.
const CHARCOAL: f32 = 0.37;

/// The colours of one mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Palette([Rgb; Role::ALL.len()]);

impl Palette {
    pub(super) fn of(self, role: Role) -> Rgb {
        self.0[role as usize]
    }

    /// All colours of a mode that come from the group's.
    pub(super) fn new(group: Rgb, mode: Mode) -> Palette {
        let seen = group.seen();
        let ground = |lightness, chroma| soft(seen, lightness, chroma).rgb();
        let (paper, tint) = match mode {
            Mode::Light | Mode::LightMore => (ground(0.994, 0.005), ground(0.95, 0.012)),
            Mode::Dark | Mode::DarkMore => (ground(0.19, 0.008), ground(0.25, 0.012)),
        };
        let end = mode.far_from_paper();
        let meets = |role: Role, colour: Rgb| {
            let pairs = PAIRS.iter().filter(|(front, ..)| *front == role);
            let mut on = pairs.map(|(_, ground, used)| (if *ground == Tint { tint } else { paper }, used.least(mode)));
            on.all(|(ground, least)| colour.contrast(ground) >= least)
        };
        let printed =
            |role, lightness, chroma| soft(seen, lightness, chroma).nearest(end, |colour| meets(role, colour)).rgb();
        let [ink, quiet, line, hair] = match mode {
            Mode::Light => [(Ink, 0.215, 0.01), (Quiet, 0.44, 0.018), (Line, 0.6, 0.02), (Hair, 0.87, 0.02)],
            Mode::Dark => [(Ink, 0.95, 0.01), (Quiet, 0.78, 0.018), (Line, 0.64, 0.02), (Hair, 0.36, 0.02)],
            Mode::LightMore => [Ink, Quiet, Line, Hair].map(|role| (role, 0.15, 0.008)),
            Mode::DarkMore => [Ink, Quiet, Line, Hair].map(|role| (role, 0.97, 0.008)),
        }
        .map(|(role, lightness, chroma)| printed(role, lightness, chroma));
        let accent = accent(group, mode, paper);
        let link = link(seen, mode, |colour| colour.contrast(paper).min(colour.contrast(tint)));
        let rim = rim(accent, link, mode, |colour| meets(Rim, colour));
        let green = Seen { lightness: if mode.dark() { 0.81 } else { 0.42 }, chroma: 0.11, hue: GREEN };
        let yes = green.nearest(end, |colour| meets(Yes, colour)).rgb();
        let (mark, on_mark) = (mark(group), Rgb::BLACK);
        Palette([accent, letters_on(accent), link, rim, paper, tint, ink, quiet, line, hair, yes, mark, on_mark])
    }
}

/// White or black, whichever can be read; white if both can.
fn letters_on(ground: Rgb) -> Rgb {
    let white = ground.contrast(Rgb::WHITE);
    if white >= 4.5 || white > ground.contrast(Rgb::BLACK) { Rgb::WHITE } else { Rgb::BLACK }
}

/// Paper and what is printed on it: the group's hue, and so little of it that one feels it more than one sees it.
///
/// Hues near that of paper lean to it, which keeps reds warm; without one of its own, paper is warm as paper is.
fn soft(group: Seen, lightness: f32, chroma: f32) -> Seen {
    if group.chroma < HUELESS {
        return Seen { lightness, chroma, hue: WARM };
    }
    let way = (WARM - group.hue + 540.0).rem_euclid(360.0) - 180.0;
    let near = (1.0 - way.abs() / 130.0).max(0.0);
    // Yellow is bright by itself, so it takes more chroma to tell a yellow paper from a white one.
    Seen { lightness, chroma: chroma * (1.0 + near / 4.0), hue: group.hue + way * near }
}

/// The group's colour as a ground. It is what the group gave, but in the dark it may neither glare nor vanish, and for
/// those who ask for more contrast it has to carry letters that have it.
fn accent(group: Rgb, mode: Mode, paper: Rgb) -> Rgb {
    let seen = group.seen();
    let ground = if !mode.dark() {
        seen
    } else if seen.chroma >= HUELESS {
        let glares = seen.lightness > GLARE.0;
        let dimmed = Seen { lightness: GLARE.0, chroma: seen.chroma.min(GLARE.1), ..seen };
        (if glares { dimmed } else { seen }).nearest(1.0, |colour| colour.contrast(paper) >= BAND)
    } else if (CHARCOAL..=GLARE.0).contains(&seen.lightness) {
        seen
    } else {
        Seen { lightness: CHARCOAL, ..seen }
    };
    let least = Use::Letters.least(mode);
    let carries = |colour: Rgb| colour.contrast(Rgb::WHITE).max(colour.contrast(Rgb::BLACK)) >= least;
    let [darker, lighter] = [0.0, 1.0].map(|end| ground.nearest(end, carries));
    let nearer = (ground.lightness - darker.lightness) <= (lighter.lightness - ground.lightness);
    if nearer { darker.rgb() } else { lighter.rgb() }
}

/// The group's colour as letters on paper.
fn link(group: Seen, mode: Mode, contrast: impl Fn(Rgb) -> f32) -> Rgb {
    let least = Use::Letters.least(mode).max(if mode.dark() { BRIGHT } else { 0.0 });
    if contrast(group.rgb()) >= least {
        return group.rgb();
    }
    if group.chroma < HUELESS {
        return group.nearest(mode.far_from_paper(), |colour| contrast(colour) >= STRONG).rgb();
    }
    // What is pale has little chroma to give; as letters it would be grey.
    let chroma = group.chroma.max((group.chroma * 2.0).min(0.12));
    Seen { chroma, ..group }.nearest(mode.far_from_paper(), |colour| contrast(colour) >= least).rgb()
}

/// The group's colour as a line on paper, and as the edge of a ground that paper would swallow.
fn rim(accent: Rgb, link: Rgb, mode: Mode, seen_on_paper: impl Fn(Rgb) -> bool) -> Rgb {
    let seen = accent.seen();
    if seen_on_paper(accent) {
        accent
    } else if seen.chroma < HUELESS || mode.more() {
        link
    } else {
        seen.nearest(mode.far_from_paper(), seen_on_paper).rgb()
    }
}

/// The highlighter: yellow, or where the group is of much the same colour the nearest hue that differs.
fn mark(group: Rgb) -> Rgb {
    let yellow = YELLOW.seen();
    (0..=18u8)
        .flat_map(|step| [-10.0, 10.0].map(|turn| Seen { hue: yellow.hue + turn * f32::from(step), ..yellow }.rgb()))
        .find(|mark| mark.difference(group) >= APART)
        .unwrap_or(YELLOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of WCAG 2.2 once more, in numbers of twice the length and from its own text.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let luminance = |colour: Rgb| {
            let number = u32::from_str_radix(&colour.hex()[1..], 16).unwrap_or_default();
            let part = |shift: u32| {
                let part = f64::from(number >> shift & 0xff) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The corners of all colours and the middles between them, every grey, and many colours in no order.
    fn colours() -> impl Iterator<Item = Rgb> {
        let steps = [0x00, 0x01, 0x80, 0xfe, 0xff];
        let corners = steps
            .into_iter()
            .flat_map(move |red| steps.into_iter().flat_map(move |green| steps.map(|blue| Rgb::new(red, green, blue))));
        let greys = (0..=0xff).map(|grey| Rgb::new(grey, grey, grey));
        let mut state = 0x2545_f491_u32;
        let others = (0..3000).map(move |_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let [red, green, blue, _] = state.to_be_bytes();
            Rgb::new(red, green, blue)
        });
        corners.chain(greys).chain(others)
    }

    fn of(colour: &str, mode: Mode) -> Palette {
        Palette::new(Rgb::parse(colour).unwrap_or(Rgb::BLACK), mode)
    }

    #[test]
    fn every_pair_has_its_contrast_in_every_colour_and_mode() {
        for group in colours() {
            for mode in Mode::ALL {
                let palette = Palette::new(group, mode);
                for (front, ground, used) in PAIRS {
                    let (front_is, ground_is) = (palette.of(front), palette.of(ground));
                    let (found, least) = (contrast(front_is, ground_is), f64::from(used.least(mode)));
                    assert!(
                        found >= least - 1e-4,
                        "{}, {mode:?}: {front:?} {} on {ground:?} {} has {found:.4} and not {least}",
                        group.hex(),
                        front_is.hex(),
                        ground_is.hex()
                    );
                }
            }
        }
    }

    #[test]
    fn the_groups_colour_is_the_ground_as_it_was_given() {
        for group in colours() {
            assert_eq!(Palette::new(group, Mode::Light).of(Accent), group);
        }
        for deep in ["#9b2d4a", "#1f5fa8", "#0b6e4f", "#7a3db8"] {
            assert_eq!(of(deep, Mode::Dark).of(Accent).hex(), deep);
        }
        for readable in ["#9b2d4a", "#0000ff", "#000000", "#135a2f"] {
            let palette = of(readable, Mode::Light);
            assert_eq!([Link, Rim].map(|role| palette.of(role).hex()), [readable, readable]);
        }
    }

    #[test]
    fn what_moves_keeps_its_hue() {
        for group in colours().filter(|group| group.seen().chroma > 0.06) {
            for mode in Mode::ALL {
                let palette = Palette::new(group, mode);
                for role in [Accent, Link, Rim] {
                    let is = palette.of(role).seen();
                    let turn = (is.hue - group.seen().hue + 540.0).rem_euclid(360.0) - 180.0;
                    // Eight bits a part leave a dark colour of little chroma no finer hue.
                    let least = 3.0 + 0.3 / is.chroma.max(0.01);
                    assert!(turn.abs() < least, "{} {mode:?} {role:?}: {is:?}, turned by {turn}", group.hex());
                }
            }
        }
    }

    #[test]
    fn nothing_glares_or_vanishes_in_the_dark() {
        for group in colours() {
            let palette = Palette::new(group, Mode::Dark);
            let ground = palette.of(Accent);
            assert!(ground.seen().lightness < GLARE.0 + 0.01, "{}: {}", group.hex(), ground.hex());
            assert!(contrast(ground, palette.of(Paper)) > 1.7, "{}: {}", group.hex(), ground.hex());
        }
    }

    #[test]
    fn the_highlighter_differs_from_the_group() {
        for group in colours() {
            assert!(Palette::new(group, Mode::Light).of(Mark).difference(group) >= APART, "{}", group.hex());
        }
        assert_eq!(of("#9b2d4a", Mode::Light).of(Mark), YELLOW);
    }

    #[test]
    fn paper_is_warm_for_the_theme_itself_and_where_a_group_has_no_hue() {
        // The looks of the theme: warm paper under warm black.
        let light = [(Paper, "#fffdfa"), (Tint, "#f6ede6"), (Ink, "#1d1916"), (Quiet, "#5b524c"), (Line, "#8a7f77")];
        let dark = [(Paper, "#171412"), (Tint, "#26201c"), (Ink, "#f4eee9"), (Quiet, "#c2b6ad"), (Line, "#96897f")];
        for colour in ["#9c2a1c", "#000000", "#ffffff", "#777777"] {
            for (mode, looks) in [(Mode::Light, light), (Mode::Dark, dark)] {
                let palette = of(colour, mode);
                for (role, look) in looks {
                    let away = Rgb::parse(look).map_or(1.0, |look| look.difference(palette.of(role)));
                    assert!(away < 0.02, "{colour} {mode:?} {role:?}: {} is not {look}", palette.of(role).hex());
                }
            }
        }
    }
}
