//! Stand-ins for characters that could move a terminal's cursor, change its colours, or show text in another order.

/// The same line with a visible stand-in for each such character, line breaks too.
pub fn visible_line(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    text.chars().map(|character| if character == '\t' { ' ' } else { stand_in(character) }).collect()
}

/// The same lines, each ended by `\n` alone, with visible stand-ins; tabs stay for the renderer.
///
/// One character stays one character, so columns do not change.
pub fn visible_lines(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return text.to_owned();
    }
    let keep = |character| if matches!(character, '\n' | '\t') { character } else { stand_in(character) };
    text.replace("\r\n", "\n").chars().map(keep).collect()
}

fn stand_in(character: char) -> char {
    match character {
        // The block of control pictures has the order of the C0 controls.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        // Marks, embeddings, overrides and isolates of bidirectional text (Unicode Standard Annex 9).
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // Line and paragraph separators.
        | '\u{2028}' | '\u{2029}'
        // Characters without width that are often pasted by accident and make a word another word. The joiners
        // U+200C and U+200D stay: Persian and Hindi are written with them.
        | '\u{200b}' | '\u{2060}' | '\u{feff}' => '\u{fffd}',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_visible() {
        assert_eq!(visible_line("a\u{1b}[31mb\u{7f}\u{9b}c\nd\te"), "a␛[31mb␡�c␊d e");
        assert_eq!(visible_line("\u{202e}evil\u{2066}\u{200f}"), "�evil��");
    }

    #[test]
    fn lines_keep_their_breaks_and_tabs() {
        assert_eq!(visible_lines("a\r\n\tb\rc\n\u{feff}"), "a\n\tb␍c\n�");
        assert_eq!(visible_lines("می\u{200c}خواهم 日本"), "می\u{200c}خواهم 日本");
    }
}
