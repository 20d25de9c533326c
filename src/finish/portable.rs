//! Links that work without a web server: relative to the page, and ending in a file's name.
//!
//! Only addresses below the site's base path are written anew; other hosts, full addresses (`canonical`, Open Graph)
//! and anchors stay as they are. Values keep their escapes, of HTML and of addresses, byte for byte.

use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// Attributes that hold one address.
const ADDRESSES: [&str; 8] = ["href", "src", "poster", "action", "formaction", "data", "cite", "xlink:href"];
/// Attributes that hold a list of addresses with sizes.
const LISTS: [&str; 2] = ["srcset", "imagesrcset"];

/// Where the site's links lead.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The base path as it stands in pages, without `/` at its end; empty at the root of a host.
    pub base: &'a str,
    /// Whether there is a file at this path below the site's folder; the path is not percent-encoded.
    pub has_file: &'a (dyn Fn(&str) -> bool + Sync),
}

/// A page with links relative to itself. `from` is its path as it stands in addresses: `stories/index.html`.
///
/// A page that cannot be read as HTML to its end stays as it was; the templates make none.
pub fn page(html: &str, from: &str, site: Site<'_>) -> String {
    let mut style = String::new();
    let attributes = element!("*", |element| {
        let refresh = element.tag_name() == "meta"
            && element.get_attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh"));
        let found: Vec<(String, String)> = element
            .attributes()
            .iter()
            .filter_map(|attribute| {
                let (name, value) = (attribute.name(), attribute.value());
                let value = match name.as_str() {
                    name if ADDRESSES.contains(&name) => relative(value.trim_ascii(), from, site)?,
                    name if LISTS.contains(&name) => source_set(&value, from, site),
                    "content" if refresh => refreshed(&value, from, site)?,
                    "style" => stylesheet(&value, from, site).into_owned(),
                    _ => return None,
                };
                Some((name, value))
            })
            .collect();
        for (name, value) in found {
            element.set_attribute(&name, &value)?;
        }
        Ok(())
    });
    // A text may come in pieces, and an address may be cut.
    let styles = text!("style", |piece| {
        style.push_str(piece.as_str());
        if piece.last_in_text_node() {
            let whole = stylesheet(&style, from, site).into_owned();
            piece.replace(&whole, lol_html::html_content::ContentType::Html);
            style.clear();
        } else {
            piece.remove();
        }
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(attributes).append_element_content_handler(styles);
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// A stylesheet whose `url()`s below the base path are relative to itself.
pub fn stylesheet<'c>(css: &'c str, from: &str, site: Site<'_>) -> Cow<'c, str> {
    let mut out = String::new();
    let mut done = 0;
    while let Some(at) = css[done..].find("url(") {
        let start = done + at + 4;
        let inside = css[start..].find(')').map_or(css.len(), |length| start + length);
        let written = &css[start..inside];
        let address = written.trim_ascii().trim_matches(['"', '\'']);
        out.push_str(&css[done..start]);
        match relative(address, from, site) {
            Some(relative) => out.push_str(&written.replacen(address, &relative, 1)),
            None => out.push_str(written),
        }
        done = inside;
    }
    if done == 0 {
        return Cow::Borrowed(css);
    }
    out.push_str(&css[done..]);
    Cow::Owned(out)
}

/// An address of the site as it is written in the file `from`; `None` if it is none of the site's and stays.
pub fn relative(address: &str, from: &str, site: Site<'_>) -> Option<String> {
    let below = address.strip_prefix(site.base)?;
    let (path, rest) = below.split_at(below.find(['?', '#']).unwrap_or(below.len()));
    let path = match path.strip_prefix('/') {
        // `//host` is another host; `/sub` is the home page of a site below `/sub`, and `/subway` is not.
        Some(path) if !(site.base.is_empty() && path.starts_with('/')) => path,
        None if path.is_empty() && !site.base.is_empty() => path,
        _ => return None,
    };
    let file = if path.is_empty() || path.ends_with('/') {
        Cow::Owned(format!("{path}index.html"))
    } else {
        // Typed by hand in HTML, an address may lack its last `/`; a web server adds it.
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        if !(site.has_file)(&decoded) && (site.has_file)(&format!("{decoded}/index.html")) {
            Cow::Owned(format!("{path}/index.html"))
        } else {
            Cow::Borrowed(path)
        }
    };
    if file == from && rest.starts_with('#') {
        return Some(rest.to_owned());
    }
    let here: Vec<&str> = from.split('/').collect();
    let there: Vec<&str> = file.split('/').collect();
    let folders = (here.len() - 1).min(there.len() - 1);
    let shared = (0..folders).take_while(|index| here[*index] == there[*index]).count();
    let mut relative = "../".repeat(here.len() - 1 - shared);
    // A first part with a colon would be read as a scheme, an empty one as the root.
    if relative.is_empty() && there[shared..].first().is_some_and(|part| part.is_empty() || part.contains(':')) {
        relative.push_str("./");
    }
    relative.push_str(&there[shared..].join("/"));
    relative.push_str(rest);
    Some(relative)
}

/// The value of a `srcset` (HTML, "srcset attributes"): addresses, each with an optional size, between commas.
fn source_set(value: &str, from: &str, site: Site<'_>) -> String {
    let mut sources = vec![];
    let mut left = value;
    loop {
        left = left.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        if left.is_empty() {
            return sources.join(", ");
        }
        let (address, after) = left.split_at(left.find(|c: char| c.is_ascii_whitespace()).unwrap_or(left.len()));
        let (size, after) = match address.ends_with(',') {
            true => ("", after),
            false => after.split_at(after.find(',').unwrap_or(after.len())),
        };
        let address = address.trim_end_matches(',');
        let address = relative(address, from, site).unwrap_or_else(|| address.to_owned());
        sources.push(format!("{address} {}", size.trim_ascii()).trim_ascii_end().to_owned());
        left = after;
    }
}

/// The `content` of a refresh: `0; url=/stories/`.
fn refreshed(value: &str, from: &str, site: Site<'_>) -> Option<String> {
    let at = value.to_ascii_lowercase().find("url=")? + 4;
    let address = value[at..].trim_ascii().trim_matches(['"', '\'']);
    Some(format!("{}{}", &value[..at], relative(address, from, site)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'a>(base: &'a str) -> Site<'a> {
        Site { base, has_file: &|path| ["stories/index.html", "é/x.pdf", "school/index.html"].contains(&path) }
    }

    fn from_x(address: &str) -> Option<String> {
        relative(address, "campaigns/x/index.html", at(""))
    }

    #[test]
    fn addresses_become_relative_and_end_in_a_file() {
        assert_eq!(from_x("/stories/").unwrap(), "../../stories/index.html");
        assert_eq!(from_x("/").unwrap(), "../../index.html");
        assert_eq!(from_x("/campaigns/").unwrap(), "../index.html");
        assert_eq!(from_x("/campaigns/y/").unwrap(), "../y/index.html");
        assert_eq!(from_x("/campaigns/x/photo.jpg").unwrap(), "photo.jpg");
        assert_eq!(from_x("/style.0a.css").unwrap(), "../../style.0a.css");
        assert_eq!(relative("/stories/", "index.html", at("")).unwrap(), "stories/index.html");
        assert_eq!(relative("/stories/", "404.html", at("")).unwrap(), "stories/index.html");
    }

    #[test]
    fn queries_anchors_and_escapes_are_kept() {
        assert_eq!(from_x("/stories/?a=1&amp;b=%2F#c").unwrap(), "../../stories/index.html?a=1&amp;b=%2F#c");
        assert_eq!(from_x("/%C3%A9/x.pdf").unwrap(), "../../%C3%A9/x.pdf");
        assert_eq!(relative("/%C3%A9/x.pdf", "%C3%A9/index.html", at("")).unwrap(), "x.pdf");
    }

    #[test]
    fn a_page_that_links_to_itself_stays_right() {
        assert_eq!(from_x("/campaigns/x/#ask").unwrap(), "#ask");
        assert_eq!(from_x("/campaigns/x/").unwrap(), "index.html");
        assert_eq!(from_x("/campaigns/x/?q#ask").unwrap(), "index.html?q#ask");
    }

    #[test]
    fn what_is_not_the_sites_stays() {
        for address in ["#ask", "https://a.org/", "//a.org/", "mailto:a@b.org", "tel:+44", "", "other.html", "data:,x"]
        {
            assert_eq!(from_x(address), None, "{address}");
        }
        let below = |address| relative(address, "stories/index.html", at("/sub"));
        for address in ["/", "/other/", "/subway/", "//sub/", "#sub"] {
            assert_eq!(below(address), None, "{address}");
        }
        assert_eq!(below("/sub/stories/a/").unwrap(), "a/index.html");
        assert_eq!(below("/sub").unwrap(), "../index.html");
        assert_eq!(below("/sub#x").unwrap(), "../index.html#x");
    }

    #[test]
    fn a_missing_slash_is_mended_where_a_server_would() {
        assert_eq!(from_x("/school").unwrap(), "../../school/index.html");
        assert_eq!(from_x("/school#a").unwrap(), "../../school/index.html#a");
        assert_eq!(from_x("/nothing").unwrap(), "../../nothing");
    }

    #[test]
    fn no_part_of_a_path_becomes_a_scheme() {
        assert_eq!(relative("/a:b/", "index.html", at("")).unwrap(), "./a:b/index.html");
    }

    #[test]
    fn every_attribute_with_an_address_is_written_anew() {
        let html = concat!(
            r#"<meta http-equiv="Refresh" content="0; url=/stories/"><meta name="x" content="0; url=/stories/">"#,
            r#"<link rel=canonical href="https://a.org/stories/"><a class="x" HREF='/stories/?a=1&amp;b'>&copy; /stories/</a>"#,
            r#"<img src=/a.png srcset="/a.png 1x, /b,c.png 2x,https://x.org/d.png"><video poster="/p.jpg"></video>"#,
            r#"<form action="/stories/"></form><style>a{background:url("/a.png") url(b.png)}</style>"#,
        );
        let expected = concat!(
            r#"<meta http-equiv="Refresh" content="0; url=../stories/index.html"><meta name="x" content="0; url=/stories/">"#,
            r#"<link rel=canonical href="https://a.org/stories/"><a class="x" HREF="../stories/index.html?a=1&amp;b">&copy; /stories/</a>"#,
            r#"<img src="../a.png" srcset="../a.png 1x, ../b,c.png 2x, https://x.org/d.png"><video poster="../p.jpg"></video>"#,
            r#"<form action="../stories/index.html"></form><style>a{background:url("../a.png") url(b.png)}</style>"#,
        );
        assert_eq!(page(html, "x/index.html", at("")), expected);
    }

    #[test]
    fn stylesheets_are_relative_to_themselves() {
        assert_eq!(stylesheet("a{b:url('/f/a.woff2')}", "css/a.css", at("")), "a{b:url('../f/a.woff2')}");
        assert_eq!(stylesheet("a{b:url(/f/a.woff2)", "a.css", at("")), "a{b:url(f/a.woff2)");
        assert_eq!(stylesheet("a{b:url(f/a.woff2)}", "a.css", at("/sub")), "a{b:url(f/a.woff2)}");
    }
}
