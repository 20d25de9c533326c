//! The path of a request, decoded strictly: what could be understood in two ways is not understood at all.

use percent_encoding::percent_decode_str;

/// Decodes a path as it stands in a request (RFC 3986, section 2.1), or says that it is none we answer.
///
/// No page of a site has an address that is refused here, so nothing is lost by being strict; and what comes out can
/// be compared with addresses as it is.
pub(super) fn decode(raw: &str) -> Option<String> {
    // A slash in a name is no name, and a `%` that begins nothing would be decoded as itself.
    let mut escapes = raw.split('%').skip(1);
    if escapes.any(|escape| {
        let code = escape.as_bytes().get(..2);
        code.is_none_or(|code| !code.iter().all(u8::is_ascii_hexdigit) || code.eq_ignore_ascii_case(b"2f"))
    }) {
        return None;
    }
    let path = percent_decode_str(raw).decode_utf8().ok()?;
    let segments = path.strip_prefix('/')?;
    if path.contains(|sign: char| sign == '\\' || sign.is_control()) {
        return None;
    }
    let mut segments = segments.split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        if matches!(segment, "." | "..") || segment.is_empty() && !last {
            return None;
        }
    }
    Some(path.into_owned())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn plain_paths_are_decoded() {
        for (raw, path) in [
            ("/", "/"),
            ("/stories/", "/stories/"),
            ("/files/a%20b.pdf", "/files/a b.pdf"),
            ("/caf%C3%A9/", "/café/"),
            ("/...", "/..."),
            ("/100%25", "/100%"),
            ("/a%252e%252e/b", "/a%2e%2e/b"),
        ] {
            assert_eq!(decode(raw).as_deref(), Some(path), "{raw}");
        }
    }

    #[test]
    fn odd_paths_are_refused() {
        for raw in [
            "",
            "a",
            "*",
            "//",
            "//evil.example",
            "/a//b",
            "/..",
            "/../a",
            "/a/..",
            "/a/./b",
            "/.",
            "/%2e%2e/a",
            "/%2E./a",
            "/.%2e",
            "/a%2fb",
            "/a%2Fb",
            "/..%2fa",
            "/a%5cb",
            "/a\\b",
            "/..%5c..%5ca",
            "/a%00",
            "/%0a",
            "/a%7f",
            "/%c0%af",
            "/%c0%ae%c0%ae/",
            "/%ff",
            "/%u002e",
            "/%",
            "/%2",
            "/%zz",
            "/%e2%82",
            "/a%C2%85",
        ] {
            assert_eq!(decode(raw), None, "{raw}");
        }
    }
}
