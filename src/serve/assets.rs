//! The preview's own files for browsers, built into the program. Which page asks for them is not known here.

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLES: &str = "text/css; charset=utf-8";

/// The file at `/_handbill/NAME`: its media type and its bytes.
pub(super) fn asset(name: &str) -> Option<(&'static str, &'static [u8])> {
    Some(match name {
        "live.js" => (SCRIPT, include_bytes!("client/live.js")),
        "panel.js" => (SCRIPT, include_bytes!("client/panel.js")),
        "idiomorph.js" => (SCRIPT, include_bytes!("client/idiomorph/idiomorph.min.js")),
        "panel.css" => (STYLES, include_bytes!("client/panel.css")),
        "ribbon.css" => (STYLES, include_bytes!("client/ribbon.css")),
        "preview.css" => (STYLES, include_bytes!("client/preview.css")),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_scripts_and_pages_ask_for_is_there() {
        let asking = [
            include_str!("client/live.js"),
            include_str!("client/panel.js"),
            super::super::ribbon::STYLES,
            super::super::own_pages::STYLES,
        ];
        let mut asked = 0;
        for text in asking {
            for (at, root) in text.match_indices("${ROOT}").chain(text.match_indices("/_handbill/")) {
                let rest = &text[at + root.len()..];
                let name = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len())];
                if name.contains('.') {
                    asked += 1;
                    assert!(asset(name).is_some(), "{name}");
                }
            }
        }
        assert!(asked >= 5, "{asked}");
    }

    #[test]
    fn nothing_else_is_there() {
        for name in ["", "/", "../mod.rs", "live.js/", "LIVE.JS", "idiomorph/LICENSE"] {
            assert!(asset(name).is_none(), "{name}");
        }
    }

    #[test]
    fn scripts_never_take_text_for_markup() {
        for script in [include_str!("client/live.js"), include_str!("client/panel.js")] {
            for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", ".style."] {
                assert!(!script.contains(way), "{way}");
            }
        }
    }
}
