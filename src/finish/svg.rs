//! What an SVG does besides being a drawing: it may run programs and ask other hosts. Nothing is changed in it.

use super::tags::{Piece, Pieces};

/// What a drawing does, as a clause; `None` if it only draws.
pub fn does(svg: &str) -> Option<&'static str> {
    const RUNS: &str = "it holds a script";
    const ASKS: &str = "it would fetch something from elsewhere";
    if svg.contains("<!ENTITY") {
        return Some("it declares entities, behind which anything may hide");
    }
    if svg.contains("<?xml-stylesheet") {
        return Some(ASKS);
    }
    let mut pieces = Pieces::of(svg);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(name) | Piece::OpenAndClosed(name) => {
                let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
                if name == "script" {
                    return Some(RUNS);
                }
                for (attribute, value) in pieces.attributes() {
                    let attribute = attribute.to_ascii_lowercase();
                    let is_address = matches!(attribute.as_str(), "href" | "xlink:href" | "src");
                    let value = value.trim_ascii().to_ascii_lowercase();
                    // Escapes have no business in the beginning of an address.
                    if attribute.starts_with("on") || is_address && value.starts_with("javascript:") {
                        return Some(RUNS);
                    }
                    if is_address && name != "a" && is_elsewhere(&value) || fetches(&value) {
                        return Some(ASKS);
                    }
                }
            }
            Piece::Text(text) | Piece::Raw(text) if fetches(&text.to_ascii_lowercase()) => return Some(ASKS),
            Piece::Text(_) | Piece::Raw(_) | Piece::Close(_) => {}
        }
    }
    None
}

fn is_elsewhere(address: &str) -> bool {
    ["http:", "https:", "//", "&"].iter().any(|start| address.starts_with(start))
}

/// Whether a style asks another host.
fn fetches(style: &str) -> bool {
    style.contains("@import")
        || style.split("url(").skip(1).any(|url| is_elsewhere(url.trim_start_matches(['"', '\'', ' '])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_only_draws() {
        let svg = r##"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
            <style>path{fill:url(#a)}</style><a href="https://a.org"><use xlink:href="#b"/></a><text>one</text></svg>"##;
        assert_eq!(does(svg), None);
    }

    #[test]
    fn what_runs_or_fetches_is_found() {
        for svg in [
            "<svg><script>x</script></svg>",
            "<svg:svg><svg:SCRIPT href='a'/></svg:svg>",
            "<svg onload=\"x\">",
            "<svg><a xlink:href=' javascript:x'/></svg>",
            "<svg><image href='https://a.org/a.png'/></svg>",
            "<svg><path style=\"fill:url( '//a.org/x')\"/></svg>",
            "<svg><style>@import 'x'</style></svg>",
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>",
            "<?xml-stylesheet href='x.css'?><svg/>",
        ] {
            assert!(does(svg).is_some(), "{svg}");
        }
    }
}
