//! Colours that are no six digits: words for them, digits in curly quotes or without their `#`.

use super::Reader;
use super::repairs::instead;
use crate::content::yaml::{Node, in_curly_quotes};
use crate::diagnostic::Code;

/// Tells of a colour that cannot be read.
pub(super) fn tell(node: &Node, reader: &mut Reader, text: &str) {
    let key = reader.key();
    let is_digits = |digits: &str| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let inner = in_curly_quotes(text);
    let typed = inner.unwrap_or(text).trim();
    let digits = typed.strip_prefix('#').unwrap_or(typed);
    if is_digits(digits) {
        let meant = format!("\"#{digits}\"");
        let (message, what) = if inner.is_some() {
            (
                "the quotation marks around this colour are curly, and only straight ones are understood",
                "write straight ones",
            )
        } else {
            ("this colour has no `#` before it", "write it")
        };
        reader.tell(Code::BadColour, node.span, message, format!("{what}: `{key}: {meant}`"));
        return reader.mend(instead(reader.source, node.span, text, meant));
    }
    let help = match named(typed) {
        Some((name, hex)) if name == joined(typed) => {
            format!("write it as six digits after a `#`, in quotes: `{key}: \"{hex}\"`")
        }
        Some((name, hex)) => {
            format!("write it as six digits after a `#`, in quotes; `{key}: \"{hex}\"` is what browsers call {name}")
        }
        None => format!(
            "write its six digits after a `#`, in quotes, as a drawing program shows them: `{key}: \"#a3195b\"` would be \
             a dark pink"
        ),
    };
    reader.tell(Code::BadColour, node.span, format!("`{text}` is not a colour"), help);
}

/// A name of several words, as browsers write it.
fn joined(text: &str) -> String {
    text.to_lowercase().replace("grey", "gray").split(|c: char| !c.is_alphanumeric()).collect()
}

/// The colour that is meant by words: the one of just this name, or the one that its last word names.
fn named(text: &str) -> Option<(&'static str, &'static str)> {
    let of_name = |name: &str| COLOURS.iter().find(|(known, _)| *known == name).copied();
    let last = text.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty())?;
    of_name(&joined(text)).or_else(|| of_name(&joined(last)))
}

/// Names of colours that people think of, with their digits (CSS Color 4, section 6.1).
const COLOURS: [(&str, &str); 52] = [
    ("black", "#000000"),
    ("blue", "#0000ff"),
    ("brown", "#a52a2a"),
    ("coral", "#ff7f50"),
    ("crimson", "#dc143c"),
    ("cyan", "#00ffff"),
    ("aqua", "#00ffff"),
    ("darkblue", "#00008b"),
    ("darkcyan", "#008b8b"),
    ("darkgray", "#a9a9a9"),
    ("darkgreen", "#006400"),
    ("darkmagenta", "#8b008b"),
    ("darkorange", "#ff8c00"),
    ("darkred", "#8b0000"),
    ("darkturquoise", "#00ced1"),
    ("darkviolet", "#9400d3"),
    ("forestgreen", "#228b22"),
    ("fuchsia", "#ff00ff"),
    ("gold", "#ffd700"),
    ("gray", "#808080"),
    ("green", "#008000"),
    ("hotpink", "#ff69b4"),
    ("indigo", "#4b0082"),
    ("lavender", "#e6e6fa"),
    ("lightblue", "#add8e6"),
    ("lightgray", "#d3d3d3"),
    ("lightgreen", "#90ee90"),
    ("lime", "#00ff00"),
    ("limegreen", "#32cd32"),
    ("magenta", "#ff00ff"),
    ("maroon", "#800000"),
    ("midnightblue", "#191970"),
    ("navy", "#000080"),
    ("navyblue", "#000080"),
    ("olive", "#808000"),
    ("olivegreen", "#808000"),
    ("orange", "#ffa500"),
    ("orangered", "#ff4500"),
    ("pink", "#ffc0cb"),
    ("purple", "#800080"),
    ("red", "#ff0000"),
    ("royalblue", "#4169e1"),
    ("seagreen", "#2e8b57"),
    ("silver", "#c0c0c0"),
    ("skyblue", "#87ceeb"),
    ("slategray", "#708090"),
    ("steelblue", "#4682b4"),
    ("teal", "#008080"),
    ("turquoise", "#40e0d0"),
    ("violet", "#ee82ee"),
    ("white", "#ffffff"),
    ("yellow", "#ffff00"),
];

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn words_name_a_colour_by_all_of_them_or_by_the_last() {
        for (text, hex) in [
            ("dark green", "#006400"),
            ("Dark-Grey", "#a9a9a9"),
            ("bottle green", "#008000"),
            ("Navy", "#000080"),
            ("our sort of red", "#ff0000"),
        ] {
            assert_eq!(named(text).map(|(_, hex)| hex), Some(hex), "{text}");
        }
        assert_eq!(named("like our banner"), None);
        assert_eq!(named("!"), None);
    }
}
