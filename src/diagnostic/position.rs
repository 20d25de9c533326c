//! Lines and columns, as an editor counts them.

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column in Unicode characters.
    pub column: usize,
}

/// Where this byte is in the text.
///
/// A byte inside a character counts as the character's first, one past the end as the end. A byte order mark at the
/// start and the `\r` of a line break are no columns.
pub fn position(text: &str, byte: usize) -> Position {
    let byte = before_break(text, moved_into(text, byte));
    let before = &text[..byte];
    let line = 1 + before.bytes().filter(|&byte| byte == b'\n').count();
    Position { line, column: 1 + text[line_start(text, byte)..byte].chars().count() }
}

/// The nearest byte at or before this one where a character begins, inside the text and after its byte order mark.
pub(super) fn moved_into(text: &str, byte: usize) -> usize {
    text.floor_char_boundary(byte).max(content_start(text))
}

/// The first byte of the line that holds this byte, after the byte order mark.
pub(super) fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(content_start(text), |newline| newline + 1)
}

/// The end of the line that holds this byte, before its line break.
pub(super) fn line_end(text: &str, byte: usize) -> usize {
    let end = text[byte..].find('\n').map_or(text.len(), |newline| byte + newline);
    before_break(text, end)
}

/// The same byte, or that of the `\r` if this one is the `\n` of a `\r\n`.
pub(super) fn before_break(text: &str, byte: usize) -> usize {
    let splits = text[..byte].ends_with('\r') && text[byte..].starts_with('\n');
    byte - usize::from(splits)
}

/// The length of the byte order mark.
fn content_start(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, byte: usize) -> (usize, usize) {
        let Position { line, column } = position(text, byte);
        (line, column)
    }

    #[test]
    fn columns_are_characters() {
        assert_eq!(at("première: x", 0), (1, 1));
        assert_eq!(at("première: x", "première".len()), (1, 9));
        assert_eq!(at("a\n日本x", "a\n日本".len()), (2, 3));
    }

    #[test]
    fn a_byte_inside_a_character_moves_back() {
        assert_eq!(at("日本", 4), (1, 2));
        assert_eq!(at("日本", 5), (1, 2));
    }

    #[test]
    fn past_the_end_is_the_end() {
        assert_eq!(at("", 7), (1, 1));
        assert_eq!(at("ab", 7), (1, 3));
        assert_eq!(at("ab\n", 7), (2, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let text = "\u{feff}ab\ncd";
        assert_eq!([0, 1, 3, 4, 6].map(|byte| at(text, byte)), [(1, 1), (1, 1), (1, 1), (1, 2), (2, 1)]);
        assert_eq!(at("\u{feff}", 9), (1, 1));
    }

    #[test]
    fn carriage_returns_of_line_breaks_are_no_columns() {
        assert_eq!([1, 2, 3, 4].map(|byte| at("a\r\nb", byte)), [(1, 2), (1, 2), (2, 1), (2, 2)]);
        assert_eq!(at("a\rb", 2), (1, 3));
    }
}
