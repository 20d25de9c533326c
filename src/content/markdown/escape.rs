//! Escaping for HTML, and percent-encoding. Nothing here knows Markdown.

use crate::content::bytes::find;

/// What stands for characters of a text. Carriage returns go, since HTML has no use for them; a null byte is no character.
const IN_TEXT: [(u8, &str); 5] = [(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;"), (b'\r', ""), (0, "\u{fffd}")];

/// The same for the value of an attribute in double quotes.
const IN_ATTRIBUTE: [(u8, &str); 7] =
    [(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;"), (b'"', "&quot;"), (b'\'', "&#39;"), (b'\r', ""), (0, "\u{fffd}")];

/// Appends text that is to be shown.
pub(super) fn push_text(out: &mut String, text: &str) {
    push(out, text, IN_TEXT);
}

/// Appends the value of an attribute that stands in double quotes.
pub(super) fn push_attribute(out: &mut String, value: &str) {
    push(out, value, IN_ATTRIBUTE);
}

#[inline]
fn push<const N: usize>(out: &mut String, text: &str, replacements: [(u8, &str); N]) {
    let mut rest = text;
    // Only ASCII bytes are replaced, so the position is always between characters.
    while let Some(position) =
        find(rest.as_bytes(), |byte| replacements.iter().fold(false, |any, (from, _)| any | (byte == *from)))
    {
        out.push_str(&rest[..position]);
        let byte = rest.as_bytes()[position];
        out.extend(replacements.iter().find(|(from, _)| *from == byte).map(|(_, to)| *to));
        rest = &rest[position + 1..];
    }
    out.push_str(rest);
}

/// The text with `%41` turned into its character; as it is if that would not be UTF-8.
pub(super) fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |offset: usize| bytes.get(at + offset).and_then(|&digit| char::from(digit).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, digit(1), digit(2)) {
            decoded.extend(u8::try_from(high * 16 + low));
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// An address with the characters encoded that must not stand in one; letters of other scripts stay, as browsers take them.
pub(super) fn percent_encoded(address: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::with_capacity(address.len());
    for c in address.chars() {
        if c <= ' ' || matches!(c, '"' | '<' | '>' | '`' | '\\' | '^' | '{' | '|' | '}' | '\u{7f}') {
            write!(encoded, "%{:02X}", u32::from(c)).expect("a string takes everything that is written to it");
        } else {
            encoded.push(c);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_cannot_be_left() {
        let mut out = String::new();
        push_attribute(&mut out, "\"><script>'&amp;");
        assert_eq!(out, "&quot;&gt;&lt;script&gt;&#39;&amp;amp;");
    }

    #[test]
    fn percent_signs_that_encode_nothing_stay() {
        assert_eq!(percent_decoded("a%20b%C3%A9"), "a bé");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%zz%2"), "%zz%2");
        assert_eq!(percent_decoded("%ff"), "%ff");
    }

    #[test]
    fn addresses_keep_their_letters() {
        assert_eq!(percent_encoded("https://ü.example/a b\"c"), "https://ü.example/a%20b%22c");
    }
}
