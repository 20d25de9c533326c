//! The media type of a file by its ending, with the charset where there is one.

/// The media type of what is at a path. A path that ends with `/` is a page; an unknown ending is only bytes.
pub(super) fn of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((_, ending)) = name.rsplit_once('.') else {
        return if name.is_empty() { "text/html; charset=utf-8" } else { "application/octet-stream" }.to_owned();
    };
    let kind = mime_guess::from_ext(ending).first_or_octet_stream();
    // Sites are written in UTF-8, and a browser that is not told would guess.
    let text = kind.type_() == mime_guess::mime::TEXT
        || matches!(kind.suffix().map(|suffix| suffix.as_str()), Some("xml" | "json"))
        || matches!(kind.subtype().as_str(), "json" | "xml" | "javascript");
    if text { format!("{}; charset=utf-8", kind.essence_str()) } else { kind.essence_str().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_sites_hold_has_its_type() {
        for (path, kind) in [
            ("/", "text/html; charset=utf-8"),
            ("/stories/", "text/html; charset=utf-8"),
            ("/404.html", "text/html; charset=utf-8"),
            ("/a.CSS", "text/css; charset=utf-8"),
            ("/a.js", "text/javascript; charset=utf-8"),
            ("/a.mjs", "application/javascript; charset=utf-8"),
            ("/a.svg", "image/svg+xml; charset=utf-8"),
            ("/a.json", "application/json; charset=utf-8"),
            ("/a.webmanifest", "application/manifest+json; charset=utf-8"),
            ("/sitemap.xml", "text/xml; charset=utf-8"),
            ("/robots.txt", "text/plain; charset=utf-8"),
            ("/a.csv", "text/csv; charset=utf-8"),
            ("/a.ics", "text/calendar; charset=utf-8"),
            ("/a.vtt", "text/vtt; charset=utf-8"),
            ("/a.pdf", "application/pdf"),
            ("/a.png", "image/png"),
            ("/a.jpg", "image/jpeg"),
            ("/a.webp", "image/webp"),
            ("/a.avif", "image/avif"),
            ("/a.ico", "image/x-icon"),
            ("/a.woff2", "font/woff2"),
            ("/a.ttf", "font/ttf"),
            ("/a.mp3", "audio/mpeg"),
            ("/a.ogg", "audio/ogg"),
            ("/a.m4a", "audio/m4a"),
            ("/a.mp4", "video/mp4"),
            ("/a.webm", "video/webm"),
            ("/CNAME", "application/octet-stream"),
            ("/a.b/c", "application/octet-stream"),
            ("/a.nothing-known", "application/octet-stream"),
        ] {
            assert_eq!(of(path), kind, "{path}");
        }
    }
}
