//! From lines and columns, as other parsers count them, to bytes.

use crate::diagnostic::Span;

/// How a parser counts along a line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Columns {
    /// In characters.
    Characters,
    /// In units of UTF-16, as browsers and lightningcss do.
    #[cfg(feature = "styles")]
    Utf16,
}

/// The byte at a line and column that both begin at 0; the end of the line if the column is beyond it.
pub(super) fn byte_at(text: &str, line: usize, column: usize, columns: Columns) -> usize {
    let start = if line == 0 {
        0
    } else {
        text.match_indices('\n').nth(line - 1).map_or(text.len(), |(newline, _)| newline + 1)
    };
    let mut left = column;
    for (at, c) in text[start..].char_indices() {
        if left == 0 || c == '\n' {
            return start + at;
        }
        let width = match columns {
            Columns::Characters => 1,
            #[cfg(feature = "styles")]
            Columns::Utf16 => c.len_utf16(),
        };
        left = left.saturating_sub(width);
    }
    text.len()
}

/// The word that begins at a byte, or else the one character there, to have something to underline.
pub(super) fn word_at(text: &str, start: usize) -> Span {
    let rest = text.get(start..).unwrap_or("");
    let word: usize =
        rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).map(char::len_utf8).sum();
    let length = if word > 0 { word } else { rest.chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8) };
    Span::new(start, start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_their_parser_counts_them() {
        let text = "é\n\u{1F600}x y\n";
        assert_eq!(byte_at(text, 1, 1, Columns::Characters), 7);
        #[cfg(feature = "styles")]
        assert_eq!(byte_at(text, 1, 2, Columns::Utf16), 7);
        assert_eq!(byte_at(text, 0, 9, Columns::Characters), 2);
        assert_eq!(byte_at(text, 9, 9, Columns::Characters), text.len());
        assert_eq!(word_at("one two", 4), Span::new(4, 7));
        assert_eq!(word_at("", 4), Span::new(4, 4));
    }
}
