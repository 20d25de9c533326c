//! A group's own colour as variables for the stylesheet, with letters on it, and links in it, that people can read.

/// The least contrast between letters and what is behind them, of WCAG level AA.
const READABLE: f64 = 4.5;
/// The least contrast of links on dark ground, where a colour that only just passes looks dull.
const BRIGHT: f64 = 6.0;
/// The darkest light ground and the lightest dark one that links stand on: `--tint` of the theme that is built in.
const GROUNDS: [[u8; 3]; 2] = [[0xf6, 0xed, 0xe6], [0x26, 0x20, 0x1c]];

/// The rule that sets `--group`, `--on-group`, `--group-link` and `--group-link-dark`; nothing for what is no `#rrggbb`.
pub(super) fn rule(colour: &str) -> Option<String> {
    let group = parse(colour)?;
    let white = [0xff; 3];
    let on = if contrast(group, white) >= READABLE { white } else { [0; 3] };
    let link = readable(group, [0; 3], GROUNDS[0], READABLE);
    let dark = readable(group, white, GROUNDS[1], BRIGHT);
    let [group, on, link, dark] = [group, on, link, dark].map(hex);
    Some(format!(
        "@layer base {{ :root {{ --group: {group}; --on-group: {on}; --group-link: {link}; --group-link-dark: {dark}; }} }}\n"
    ))
}

/// The colour that links on light ground get because this one, `#rrggbb`, cannot be read there; `None` if it can.
pub fn link_instead(colour: &str) -> Option<String> {
    let group = parse(colour)?;
    let link = readable(group, [0; 3], GROUNDS[0], READABLE);
    (link != group).then(|| hex(link))
}

fn parse(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The colour itself if it can be read on the ground, or else with as little as it takes of another mixed in.
fn readable(colour: [u8; 3], other: [u8; 3], ground: [u8; 3], least: f64) -> [u8; 3] {
    (0..=20u16)
        .map(|part| {
            let mix = |index: usize| {
                let sum = u16::from(colour[index]) * (20 - part) + u16::from(other[index]) * part;
                u8::try_from(sum / 20).unwrap_or(u8::MAX)
            };
            [mix(0), mix(1), mix(2)]
        })
        .find(|mixed| contrast(*mixed, ground) >= least)
        .unwrap_or(other)
}

/// The contrast of two colours as WCAG counts it, from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_links_are_readable_in_every_colour() {
        for step in 0..4096u32 {
            let part = |shift: u32| u8::try_from((step >> shift & 15) * 17).unwrap_or(0);
            let group = [part(8), part(4), part(0)];
            let rule = rule(&hex(group)).unwrap_or_default();
            let value = |name: &str| {
                let rest = rule.split_once(&format!("--{name}: ")).map_or("", |(_, rest)| rest);
                parse(&rest[..rest.len().min(7)]).unwrap_or_else(|| panic!("{name} in {rule}"))
            };
            assert_eq!(value("group"), group);
            assert!(contrast(value("on-group"), group) >= READABLE, "{rule}");
            assert!(contrast(value("group-link"), GROUNDS[0]) >= READABLE, "{rule}");
            assert!(contrast(value("group-link-dark"), GROUNDS[1]) >= BRIGHT, "{rule}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_and_what_is_none_sets_nothing() {
        let rule_of = |colour| rule(colour).unwrap_or_default();
        assert!(rule_of("#9b2d4a").contains("--on-group: #ffffff; --group-link: #9b2d4a;"), "{}", rule_of("#9b2d4a"));
        assert!(rule_of("#ffd83d").contains("--on-group: #000000; "), "{}", rule_of("#ffd83d"));
        for none in ["", "#12345", "red", "#12345g", "123456"] {
            assert_eq!(rule(none), None);
        }
    }
}
