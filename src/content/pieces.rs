//! The words of a plain text, and the pieces between white space, each with its bytes in the text.

/// The words of a text, split at white space, each without the signs around it, with its bytes in the text.
///
/// Signs of money, `%` and `+` stay: they mean something beside a number.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    pieces(text).filter_map(|(start, piece)| {
        let kept = |c: char| c.is_alphanumeric() || matches!(c, '£' | '$' | '€' | '%' | '+');
        // Most words begin and end with a plain letter.
        let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let from = if is_plain(piece.as_bytes().first()) { 0 } else { piece.find(kept)? };
        let end = if is_plain(piece.as_bytes().last()) {
            piece.len()
        } else {
            let (last, c) = piece.char_indices().rev().find(|(_, c)| kept(*c))?;
            last + c.len_utf8()
        };
        Some(Word { text: &piece[from..end], start: start + from, after: &piece[end..] })
    })
}

/// The pieces of a text between white space, each with where it begins.
pub fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, piece) = piece(text, at)?;
        at = start + piece.len();
        Some((start, piece))
    })
}

/// The next piece of a text from a byte on, and where it begins.
fn piece(text: &str, at: usize) -> Option<(usize, &str)> {
    let start = skip_white(text, at);
    let end = piece_end(text, start);
    (start < end).then(|| (start, &text[start..end]))
}

/// Where the white space ends that stands at a byte of a text; the same place if none does.
pub fn skip_white(text: &str, mut at: usize) -> usize {
    while let Some(length) = white(text, at) {
        at += length;
    }
    at
}

/// Where the piece ends that a byte of a text belongs to.
pub fn piece_end(text: &str, mut at: usize) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        if MAY_BE_WHITE[usize::from(*byte)] && white(text, at).is_some() {
            break;
        }
        at += 1;
    }
    at
}

/// Where the piece begins that ends before a character of a text.
pub fn piece_start(text: &str, end: usize) -> usize {
    let mut at = end;
    while let Some(before) = at.checked_sub(1) {
        let byte = text.as_bytes()[before];
        if matches!(byte, b' ' | b'\t'..=b'\r') {
            break;
        } else if byte.is_ascii() {
            at = before;
        } else {
            match text[..at].chars().next_back().filter(|c| !c.is_whitespace()) {
                Some(c) => at -= c.len_utf8(),
                None => break,
            }
        }
    }
    at
}

/// The bytes that white space can begin with. Of what is not ASCII only the first byte of a character can.
const MAY_BE_WHITE: [bool; 256] = {
    let mut may_be = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may_be[byte] = byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte >= 0xc2;
        byte += 1;
    }
    may_be
};

/// How many bytes the white space has that stands here; `None` if there is something else, or nothing.
fn white(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b' ' | b'\t'..=b'\r' => Some(1),
        0..0x80 => None,
        _ => text[at..].chars().next().filter(|c| c.is_whitespace()).map(char::len_utf8),
    }
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its letters and digits.
    pub text: &'t str,
    /// Where it begins in the text.
    pub start: usize,
    /// The signs that follow it, up to the next white space.
    pub after: &'t str,
}

impl Word<'_> {
    /// Where it ends in the text, without the signs that follow.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Whether a word begins with a capital letter.
pub fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_their_bytes() {
        let text = "“We’ve won,” – she said: £3,000 (45%).";
        let found: Vec<_> = words(text).map(|word| word.text).collect();
        assert_eq!(found, ["We’ve", "won", "she", "said", "£3,000", "45%"]);
        assert!(words(text).all(|word| &text[word.start..word.end()] == word.text));
    }

    #[test]
    fn pieces_are_those_between_white_space() {
        for text in ["", " ", "a", " a\u{a0}b\u{2003}é\n", "é ü", "\u{3000}字\u{3000}"] {
            let found: Vec<_> = pieces(text).collect();
            assert_eq!(
                found.iter().map(|(_, piece)| *piece).collect::<Vec<_>>(),
                text.split_whitespace().collect::<Vec<_>>()
            );
            assert!(found.iter().all(|(start, piece)| text[*start..].starts_with(piece)));
            assert!(found.iter().all(|(start, piece)| piece_start(text, start + piece.len()) == *start));
        }
    }
}
