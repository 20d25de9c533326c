//! Addresses as they stand in pages: complete paths under the site's base path, percent-encoded.

use crate::content::bytes::find;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path may not hold as it is (RFC 3986, section 3.3); letters of other scripts are encoded too.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']');

/// A path of the site, with the base path in front. `address` begins with `/` and may end with `#id`.
pub fn href(base: &str, address: &str) -> String {
    let (path, anchor) = address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let mut href = String::with_capacity(base.len() + address.len());
    push_path(&mut href, base);
    push_path(&mut href, path);
    if let Some(anchor) = anchor {
        href.push('#');
        push_path(&mut href, anchor);
    }
    href
}

/// Appends a path, encoded where it must be, which is hardly ever.
fn push_path(href: &mut String, path: &str) {
    // `-./0123456789`, letters and `_`.
    let plain = |c: u8| (b'-'..=b'9').contains(&c) | (c | 0x20).is_ascii_lowercase() | (c == b'_');
    if find(path.as_bytes(), |c| !plain(c)).is_none() {
        href.push_str(path);
    } else {
        href.extend(utf8_percent_encode(path, PATH));
    }
}

/// A phone number as an address (RFC 3966): digits, and a plus in front.
pub(super) fn tel(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    // `+44 (0)20` means that the zero is dialled only without the country's code.
    let digits = if phone.trim_start().starts_with('+') && phone.contains("(0)") {
        phone.replace("(0)", "").chars().filter(char::is_ascii_digit).collect()
    } else {
        digits
    };
    format!("tel:{}{digits}", if phone.trim_start().starts_with('+') { "+" } else { "" })
}

/// An email address with a subject and a text (RFC 6068).
pub(super) fn mailto(email: &str, subject: Option<&str>, body: Option<&str>) -> String {
    let encoded = |text: &str| {
        utf8_percent_encode(&text.replace("\r\n", "\n").replace('\n', "\r\n"), NON_ALPHANUMERIC).to_string()
    };
    let email: String = utf8_percent_encode(email, PATH).to_string();
    let parts: Vec<_> = [("subject", subject), ("body", body)]
        .into_iter()
        .filter_map(|(key, text)| Some(format!("{key}={}", encoded(text?))))
        .collect();
    if parts.is_empty() { format!("mailto:{email}") } else { format!("mailto:{email}?{}", parts.join("&")) }
}

/// An address for paper: the host and the path, without a scheme and without slashes at the end.
pub(super) fn printed(origin: &str, base: &str, path: &str) -> String {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    format!("{host}{base}/{}", path.trim_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(href("/sub", "/stories/école/#a b"), "/sub/stories/%C3%A9cole/#a%20b");
        assert_eq!(printed("https://our-group.org", "/sub", "/lifts/"), "our-group.org/sub/lifts");
        assert_eq!(tel("+44 (0)20 7946 0000"), "tel:+442079460000");
        assert_eq!(
            mailto("a@b.org", Some("Fix & mend"), Some("Dear\nyou")),
            "mailto:a@b.org?subject=Fix%20%26%20mend&body=Dear%0D%0Ayou"
        );
    }
}
