//! The picture in a browser's tab for a group without a logo: its initial on its colour.

use super::escape;
use crate::content::kinds::Settings;

/// The ground for a group that has no colour.
const GROUND: &str = "#333333";

/// The picture as a small drawing.
pub fn icon(settings: &Settings) -> String {
    let ground = settings.colour.as_ref().map_or(GROUND, |colour| colour.0.as_str());
    let initial = settings.name.chars().find(|c| c.is_alphanumeric());
    let initial: String = initial.into_iter().flat_map(char::to_uppercase).collect();
    let letter = if is_bright(ground) { "#000" } else { "#fff" };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"6\" \
         fill=\"{ground}\"/><text x=\"16\" y=\"23.5\" fill=\"{letter}\" font-family=\"system-ui, sans-serif\" \
         font-size=\"21\" font-weight=\"700\" text-anchor=\"middle\">{}</text></svg>\n",
        escape(&initial)
    )
}

/// Whether black stands out better than white from a colour, `#rrggbb`: by its luma (ITU-R BT.601), since one large
/// letter asks for no more.
fn is_bright(colour: &str) -> bool {
    let part = |at: usize| colour.get(at..at + 2).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0);
    299 * part(1) + 587 * part(3) + 114 * part(5) > 140_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::settings::parse;

    fn of(yaml: &str) -> String {
        icon(&parse(Ok(&format!("{yaml}\nlang: en\ncontact: a@b.example\n"))).settings)
    }

    #[test]
    fn the_initial_stands_on_the_colour_and_can_be_read() {
        let dark = of("name: kettle wharf\ncolour: \"#9b2d4a\"");
        assert!(dark.contains("fill=\"#9b2d4a\"") && dark.contains("fill=\"#fff\"") && dark.contains(">K</text>"));
        let bright = of("name: \"'Äpfel'\"\ncolour: \"#ffd83d\"");
        assert!(bright.contains("fill=\"#000\"") && bright.contains(">Ä</text>"), "{bright}");
    }

    #[test]
    fn a_name_without_letters_and_a_group_without_colour_have_one_too() {
        let icon = of("name: \"<&>\"");
        assert!(icon.contains(GROUND) && icon.contains("></text>"), "{icon}");
    }
}
