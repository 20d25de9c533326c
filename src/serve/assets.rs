//! The preview's own files for browsers, built into the program. Which page asks for them is not known here.

use std::borrow::Cow;

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLES: &str = "text/css; charset=utf-8";

/// The file at `/_handbill/NAME`: its media type and its bytes.
pub(super) fn asset(name: &str) -> Option<(&'static str, Cow<'static, [u8]>)> {
    let script = |text| Some((SCRIPT, Cow::Owned(compact(text).into_bytes())));
    let as_it_is = |kind, bytes: &'static [u8]| Some((kind, Cow::Borrowed(bytes)));
    match name {
        "live.js" => script(include_str!("client/live.js")),
        "bar.js" => script(include_str!("client/bar.js")),
        "panel.js" => script(include_str!("client/panel.js")),
        "change.js" => script(include_str!("client/change.js")),
        "idiomorph.js" => as_it_is(SCRIPT, include_bytes!("client/idiomorph/idiomorph.min.js")),
        "panel.css" => as_it_is(STYLES, include_bytes!("client/panel.css")),
        "ribbon.css" => as_it_is(STYLES, include_bytes!("client/ribbon.css")),
        "preview.css" => as_it_is(STYLES, include_bytes!("client/preview.css")),
        _ => None,
    }
}

/// A script of ours without indentation and without comments, which have lines of their own in it.
fn compact(script: &str) -> String {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|start| line.starts_with(start));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 4] = [
        include_str!("client/live.js"),
        include_str!("client/bar.js"),
        include_str!("client/panel.js"),
        include_str!("client/change.js"),
    ];

    #[test]
    fn what_the_scripts_and_pages_ask_for_is_there() {
        let asking = OURS.into_iter().chain([super::super::ribbon::STYLES, super::super::own_pages::STYLES]);
        let mut asked = 0;
        for text in asking {
            let roots = ["${ROOT}", "/_handbill/", "from \"./"];
            for (at, root) in roots.into_iter().flat_map(|root| text.match_indices(root)) {
                let rest = &text[at + root.len()..];
                let name = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len())];
                if name.contains('.') {
                    asked += 1;
                    assert!(asset(name).is_some(), "{name}");
                }
            }
        }
        assert!(asked >= 8, "{asked}");
    }

    #[test]
    fn nothing_else_is_there() {
        for name in ["", "/", "../mod.rs", "live.js/", "LIVE.JS", "idiomorph/LICENSE"] {
            assert!(asset(name).is_none(), "{name}");
        }
    }

    #[test]
    fn scripts_never_take_text_for_markup() {
        for script in OURS {
            for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", ".style."] {
                assert!(!script.contains(way), "{way}");
            }
        }
    }

    /// A comment is told from code by how its line begins, which is true as long as no text goes over lines.
    #[test]
    fn a_compact_script_has_all_that_is_no_comment() {
        assert_eq!(compact("// A.\n  /** B\n   * c */\n  a(`//`); // d\n\n  b * c;\n"), "a(`//`); // d\nb * c;\n");
        for script in OURS {
            for line in script.lines() {
                let marks = line.replace("\"`\"", "").replace("`code`", "").matches('`').count();
                assert!(marks.is_multiple_of(2) || line.trim().starts_with(['/', '*']), "{line}");
            }
        }
    }

    /// What a page loads before anything has changed or is wrong: a few kilobytes.
    #[test]
    fn a_page_loads_little() {
        let size = |name: &str| asset(name).map_or(0, |(_, bytes)| bytes.len());
        assert!((1000..=3500).contains(&size("live.js")), "{}", size("live.js"));
        assert!((1000..=5500).contains(&size("bar.js")), "{}", size("bar.js"));
    }
}
