//! Where text ends and Tera begins in a template: its pieces, and the names and texts inside a tag.
//!
//! The rules are those of Tera's own lexer, which gives no access to what it finds. Nothing here judges a template:
//! what is not closed reaches to the end of the file, and Tera says what is wrong.

use std::ops::Range;

/// What a piece of a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Text that is written as it stands.
    Text,
    /// `{{ … }}`
    Variable,
    /// `{% … %}`
    Statement,
    /// `{# … #}`
    Comment,
    /// `{% raw %} … {% endraw %}`, all of it.
    Raw,
}

/// A piece of a template; all of them in a row are the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) range: Range<usize>,
}

/// The pieces of a template in their order.
pub(super) fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let (kind, end) = piece(source, at);
        pieces.push(Piece { kind, range: at..end });
        at = end;
    }
    pieces
}

fn piece(source: &str, start: usize) -> (PieceKind, usize) {
    let rest = &source[start..];
    match rest.as_bytes() {
        [b'{', b'{', ..] => (PieceKind::Variable, tag_end(source, start + 2, "}}")),
        [b'{', b'#', ..] => (PieceKind::Comment, rest[2..].find("#}").map_or(source.len(), |end| start + 2 + end + 2)),
        [b'{', b'%', ..] => raw_end(source, start)
            .map_or_else(|| (PieceKind::Statement, tag_end(source, start + 2, "%}")), |end| (PieceKind::Raw, end)),
        bytes => {
            let next = bytes.windows(2).position(|pair| matches!(pair, b"{{" | b"{%" | b"{#"));
            (PieceKind::Text, next.map_or(source.len(), |next| start + next))
        }
    }
}

/// The end of a tag. Its end mark counts everywhere but in quotes, as in Tera, even inside `{ … }`.
fn tag_end(source: &str, mut at: usize, mark: &str) -> usize {
    let bytes = source.as_bytes();
    while at < bytes.len() {
        if bytes[at..].starts_with(mark.as_bytes()) {
            return at + mark.len();
        }
        at = match bytes[at] {
            b'"' | b'\'' | b'`' => quoted_end(bytes, at).unwrap_or(bytes.len()),
            _ => at + 1,
        };
    }
    source.len()
}

/// One past the closing quote of the text that opens at `start`.
fn quoted_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == bytes[start] => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

/// If a raw block opens at `start`, where its end tag ends.
fn raw_end(source: &str, start: usize) -> Option<usize> {
    let mut at = start + 2;
    at += bare_tag(source[at..].strip_prefix('-').unwrap_or(&source[at..]), "raw")?;
    while let Some(next) = source[at..].find("{%") {
        at += next + 2;
        if let Some(length) = bare_tag(&source[at..], "endraw") {
            let dash = usize::from(source[at..].starts_with('-'));
            return Some((at + length + dash).min(source.len()));
        }
    }
    Some(source.len())
}

/// The length of `name %}` at the start of `text`, a first dash not counted.
fn bare_tag(text: &str, name: &str) -> Option<usize> {
    let text = text.strip_prefix('-').unwrap_or(text);
    let rest = text.trim_ascii_start().strip_prefix(name)?.trim_ascii_start();
    let rest = rest.strip_prefix('-').unwrap_or(rest).strip_prefix("%}")?;
    Some(text.len() - rest.len())
}

/// What a token inside a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name or a keyword.
    Name,
    /// A text in quotes.
    Quoted,
    /// Any other character.
    Mark,
}

/// A token inside a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind,
    /// The name, the character, or what stands between the quotes.
    pub(super) text: &'a str,
    /// Where it is in the file.
    pub(super) range: Range<usize>,
}

/// The tokens of a tag, without its own marks; none for pieces that are not tags.
pub(super) fn tokens<'a>(source: &'a str, piece: &Piece) -> Vec<Token<'a>> {
    if !matches!(piece.kind, PieceKind::Variable | PieceKind::Statement) {
        return Vec::new();
    }
    let bytes = source.as_bytes();
    let mut tokens = Vec::new();
    let mut at = piece.range.start + 2;
    while at < piece.range.end {
        let (kind, end) = match bytes[at] {
            b'"' | b'\'' | b'`' => match quoted_end(bytes, at) {
                Some(end) => (TokenKind::Quoted, end),
                None => break,
            },
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                let length = bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
                (TokenKind::Name, at + length)
            }
            byte => {
                let length = source[at..].chars().next().map_or(1, char::len_utf8);
                if byte.is_ascii_whitespace() {
                    at += length;
                    continue;
                }
                (TokenKind::Mark, at + length)
            }
        };
        let text = if kind == TokenKind::Quoted { &source[at + 1..end - 1] } else { &source[at..end] };
        tokens.push(Token { kind, text, range: at..end });
        at = end;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(source: &str) -> Vec<(PieceKind, &str)> {
        pieces(source).into_iter().map(|piece| (piece.kind, &source[piece.range])).collect()
    }

    #[test]
    fn text_and_tags_are_told_apart() {
        use PieceKind::{Comment, Raw, Statement, Text, Variable};
        assert_eq!(
            kinds("a{{ b }}{# {{ #}{% if \"%}\" %} é "),
            [(Text, "a"), (Variable, "{{ b }}"), (Comment, "{# {{ #}"), (Statement, "{% if \"%}\" %}"), (Text, " é "),]
        );
        assert_eq!(
            kinds("{%- raw -%} {{ x }}{% y {%- endraw -%}z"),
            [(Raw, "{%- raw -%} {{ x }}{% y {%- endraw -%}"), (Text, "z")]
        );
    }

    #[test]
    fn what_is_not_closed_reaches_to_the_end() {
        assert_eq!(kinds("a{{ 'b }}"), [(PieceKind::Text, "a"), (PieceKind::Variable, "{{ 'b }}")]);
        assert_eq!(kinds("{% raw %}{% endra"), [(PieceKind::Raw, "{% raw %}{% endra")]);
    }

    #[test]
    fn the_tokens_of_a_tag_have_their_places() {
        let source = "é{{ \"home\" | t(n=1) }}";
        let piece = pieces(source).pop().unwrap();
        let found: Vec<(&str, usize)> =
            tokens(source, &piece).into_iter().map(|token| (token.text, token.range.start)).collect();
        assert_eq!(found[..3], [("home", 5), ("|", 12), ("t", 14)]);
    }

    proptest! {
        #[test]
        fn pieces_in_a_row_are_the_file_whatever_it_is(
            source in prop::collection::vec(prop::sample::select(vec![
                "{{", "}}", "{%", "%}", "{#", "#}", "-", "raw", "endraw", " ", "\"", "'", "\\", "é", "x", "{", "}", "\n",
            ]), 0..24).prop_map(|parts| parts.concat())
        ) {
            let pieces = pieces(&source);
            let joined: String = pieces.iter().map(|piece| &source[piece.range.clone()]).collect();
            for piece in &pieces {
                tokens(&source, piece);
            }
            prop_assert_eq!(joined, source);
        }
    }
}
