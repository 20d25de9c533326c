//! Colours as a screen has them and as the eye does: lightness, chroma and hue (OKLCH), and their contrast.

use color::{Oklch, OpaqueColor, Srgb};

/// How often a search halves what it searches: finer than the 256 steps of a screen.
const HALVINGS: usize = 12;

/// A colour of a screen, `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb([u8; 3]);

/// A colour as it is seen. Lightness goes from 0 to 1, chroma from 0 to about 0.32, and the hue is in degrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) lightness: f32,
    pub(super) chroma: f32,
    pub(super) hue: f32,
}

impl Rgb {
    pub(super) const BLACK: Rgb = Rgb::new(0, 0, 0);
    pub(super) const WHITE: Rgb = Rgb::new(0xff, 0xff, 0xff);

    pub(super) const fn new(red: u8, green: u8, blue: u8) -> Rgb {
        Rgb([red, green, blue])
    }

    /// Reads `#rrggbb`, and nothing else.
    pub(super) fn parse(text: &str) -> Option<Rgb> {
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Rgb([red, green, blue]))
    }

    pub(super) fn hex(self) -> String {
        let Rgb([red, green, blue]) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    pub(super) fn seen(self) -> Seen {
        let [lightness, chroma, hue] = self.on_screen().convert::<Oklch>().components;
        Seen { lightness, chroma, hue }
    }

    /// The contrast of two colours as WCAG 2.2 counts it, from 1 to 21.
    pub(super) fn contrast(self, other: Rgb) -> f32 {
        let (one, other) = (self.on_screen().relative_luminance(), other.on_screen().relative_luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// How different two colours look: the distance in OKLab. 0.02 can just be told apart, black and white are 1 apart.
    pub(super) fn difference(self, other: Rgb) -> f32 {
        self.on_screen().convert::<color::Oklab>().difference(other.on_screen().convert())
    }

    fn on_screen(self) -> OpaqueColor<Srgb> {
        let Rgb([red, green, blue]) = self;
        OpaqueColor::from_rgb8(red, green, blue)
    }
}

impl Seen {
    /// The colour on a screen: as it is, or with as much of its chroma as a screen can show.
    pub(super) fn rgb(self) -> Rgb {
        let of = |chroma: f32| OpaqueColor::<Oklch>::new([self.lightness, chroma, self.hue]).convert::<Srgb>();
        // A colour of a screen that went to the eye and back is a hair outside.
        let fits = |colour: OpaqueColor<Srgb>| colour.components.iter().all(|part| (-0.001..=1.001).contains(part));
        let mut shown = of(self.chroma);
        if !fits(shown) {
            let most = halve(0.0, self.chroma, |chroma| fits(of(chroma)));
            shown = of(most);
        }
        let shown = shown.to_rgba8();
        Rgb([shown.r, shown.g, shown.b])
    }

    /// The colour whose lightness is nearest to this one's on the way to `end` and that is good; `end` itself has to be.
    pub(super) fn nearest(self, end: f32, good: impl Fn(Rgb) -> bool) -> Seen {
        let at = |lightness: f32| Seen { lightness, ..self };
        if good(self.rgb()) {
            return self;
        }
        at(halve(end, self.lightness, |lightness| good(at(lightness).rgb())))
    }
}

/// The value nearest to `far` for which it holds, of those between; it holds for `near`.
fn halve(mut near: f32, mut far: f32, holds: impl Fn(f32) -> bool) -> f32 {
    for _ in 0..HALVINGS {
        let middle = f32::midpoint(near, far);
        if holds(middle) {
            near = middle;
        } else {
            far = middle;
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        for text in ["#000000", "#9b2d4a", "#ffffff"] {
            assert_eq!(Rgb::parse(text).map(Rgb::hex).as_deref(), Some(text));
        }
        for none in ["", "#", "#12345", "#1234567", "#12345g", "#+12345", "123456", "red", "#é1234"] {
            assert_eq!(Rgb::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_colour_of_a_screen_is_seen_and_shown_again_as_it_was() {
        for number in (0..0x100_0000u32).step_by(4099) {
            let [_, red, green, blue] = number.to_be_bytes();
            let colour = Rgb([red, green, blue]);
            assert_eq!(colour.seen().rgb(), colour);
        }
    }

    #[test]
    fn what_no_screen_shows_keeps_its_hue_and_lightness() {
        for hue in [0.0, 45.0, 90.0, 145.0, 200.0, 264.0, 320.0] {
            for lightness in [0.3, 0.5, 0.8] {
                let shown = Seen { lightness, chroma: 0.4, hue }.rgb().seen();
                assert!((shown.lightness - lightness).abs() < 0.01, "{hue} {lightness}: {shown:?}");
                assert!((shown.hue - hue).abs().min(360.0 - (shown.hue - hue).abs()) < 3.0, "{hue}: {shown:?}");
                assert!(shown.chroma > 0.04, "{hue} {lightness}: {shown:?}");
            }
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        // From the tables that axe-core and the WebAIM checker agree on.
        for (one, other, contrast) in
            [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)]
        {
            let found = Rgb::parse(one).zip(Rgb::parse(other)).map_or(0.0, |(one, other)| one.contrast(other));
            assert!((found - contrast).abs() < 0.005, "{one} on {other}: {found}");
        }
    }
}
