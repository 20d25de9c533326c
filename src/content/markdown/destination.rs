//! What a link's address is: to another host, to the page itself, to a file of the site, or nothing that may be linked.
//! Whether the file is there is for the site to know.

use super::escape::{percent_decoded, percent_encoded};
use super::outline::Destination;

/// A path as it is typed into a link: one with a space or a bracket stands in pointed brackets.
pub fn typed(path: &str) -> String {
    if path.contains([' ', '(', ')']) { format!("<{path}>") } else { path.to_owned() }
}

/// Why an address is not linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no address.
    Empty,
    /// It holds a line break, a tab or another control character.
    Control,
    /// It holds a `\`, which browsers take for a `/`.
    Backslash,
    /// It begins with `//`, so that the first name is a host.
    HostOnly,
    /// It has a scheme that is not known to be harmless; in lower case.
    Scheme(String),
    /// It says `https:` or `mailto:` and then no host or address.
    Incomplete,
    /// A name before an `@` hides which host it is.
    UserName,
}

impl Refusal {
    /// What is wrong, as the message of a diagnostic about `written`.
    pub fn message(&self, written: &str) -> String {
        match self {
            Self::Empty => "this link leads nowhere".to_owned(),
            Self::Control => "this address holds a line break or another invisible character".to_owned(),
            Self::Backslash => format!("`{written}` is written with `\\`, which is not part of web addresses"),
            Self::HostOnly => format!("`{written}` begins with `//`, so it leads to another host"),
            Self::Scheme(scheme) => format!("`{scheme}:` addresses are not linked"),
            Self::Incomplete => format!("`{written}` is not a complete address"),
            Self::UserName => format!("`{written}` has a name before an `@`, which hides where it leads"),
        }
    }

    /// What to do, as the help of a diagnostic about `written`.
    pub fn help(&self, written: &str) -> String {
        match self {
            Self::Empty => {
                "write the file or address between the round brackets: `[words](about.md)`, `[words](https://example.org/)`"
                    .to_owned()
            }
            Self::Control => "write the address on one line, without tabs".to_owned(),
            Self::Backslash => {
                format!("write `/` in its place: `{}`", written.replace('\\', "/").replace("//", "/"))
            }
            Self::HostOnly => format!("write `https:{written}` for another host, or one `/` for a file of the site"),
            Self::Scheme(scheme) if scheme.eq_ignore_ascii_case("file") => {
                let decoded = percent_decoded(written);
                let name = decoded.rsplit(['/', '\\']).next().unwrap_or_default();
                format!(
                    "this leads to a file on one computer: copy the file into the folder of this page, and write its name: \
                     `{}`; if you do not have it, take the link out, and write words that say enough without it",
                    typed(name)
                )
            }
            Self::Scheme(_) => {
                "link to a file of the site, or to an address with `https:`, `http:`, `mailto:` or `tel:`".to_owned()
            }
            Self::Incomplete => "write it like `https://example.org/page`, `mailto:name@example.org` or `tel:+441234567`".to_owned(),
            Self::UserName => "leave out everything from `//` to `@`, if the rest is the host that you mean".to_owned(),
        }
    }
}

/// What the address of a link is. It is meant as the author wrote it, without Markdown's brackets.
pub fn classify(written: &str) -> Result<Destination, Refusal> {
    let address = written.trim_matches(' ');
    if address.is_empty() || address == "#" {
        return Err(Refusal::Empty);
    }
    refuse_tricks(address)?;
    if let Some(anchor) = address.strip_prefix('#') {
        let anchor = percent_decoded(anchor);
        refuse_tricks(&anchor)?;
        return Ok(Destination::Anchor(anchor));
    }
    match scheme(address) {
        None => {
            let decoded = percent_decoded(address);
            refuse_tricks(&decoded)?;
            Ok(Destination::internal(address))
        }
        Some((scheme, rest)) => external(&scheme.to_ascii_lowercase(), rest),
    }
}

/// What can hide an address's meaning from a reader or make two programs read it differently.
fn refuse_tricks(address: &str) -> Result<(), Refusal> {
    if address.contains(char::is_control) {
        return Err(Refusal::Control);
    }
    if address.contains('\\') {
        return Err(Refusal::Backslash);
    }
    if address.starts_with("//") { Err(Refusal::HostOnly) } else { Ok(()) }
}

/// The scheme and what follows its colon. A colon after a character that no scheme has is part of a file's name.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'-' | b'.'));
    valid.then_some((scheme, rest))
}

fn external(scheme: &str, rest: &str) -> Result<Destination, Refusal> {
    match scheme {
        "https" | "http" => {
            let after = rest.strip_prefix("//").ok_or(Refusal::Incomplete)?;
            let host = after.split(['/', '?', '#']).next().unwrap_or_default();
            if host.contains('@') {
                return Err(Refusal::UserName);
            }
            if host.is_empty() || host.starts_with(':') || host.contains(' ') {
                return Err(Refusal::Incomplete);
            }
        }
        "mailto" | "tel" => {
            if rest.trim().is_empty() {
                return Err(Refusal::Incomplete);
            }
        }
        _ => return Err(Refusal::Scheme(scheme.to_owned())),
    }
    Ok(Destination::External(percent_encoded(&format!("{scheme}:{rest}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn external(address: &str) -> Result<Destination, Refusal> {
        Ok(Destination::External(address.to_owned()))
    }

    #[test]
    fn known_schemes_are_external_however_they_are_spelled() {
        assert_eq!(classify("https://example.org/a b"), external("https://example.org/a%20b"));
        assert_eq!(classify("HTTP://example.org"), external("http://example.org"));
        assert_eq!(classify("mailto:a@example.org?subject=x"), external("mailto:a@example.org?subject=x"));
        assert_eq!(classify("tel:+44 20 7946"), external("tel:+44%2020%207946"));
    }

    #[test]
    fn other_schemes_are_refused() {
        for address in
            ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc", "C:/x"]
        {
            assert!(matches!(classify(address), Err(Refusal::Scheme(_))), "{address}");
        }
    }

    #[test]
    fn tricks_are_refused() {
        assert_eq!(classify("//evil.example/x"), Err(Refusal::HostOnly));
        assert_eq!(classify("%2F/evil.example"), Err(Refusal::HostOnly));
        assert_eq!(classify("/\\evil.example"), Err(Refusal::Backslash));
        assert_eq!(classify("/%5Cevil.example"), Err(Refusal::Backslash));
        assert_eq!(classify("java\tscript:alert(1)"), Err(Refusal::Control));
        assert_eq!(classify("\u{1}javascript:alert(1)"), Err(Refusal::Control));
        assert_eq!(classify("a%0Ab"), Err(Refusal::Control));
        assert_eq!(classify("https:example.org"), Err(Refusal::Incomplete));
        assert_eq!(classify("https:///example.org"), Err(Refusal::Incomplete));
        assert_eq!(classify("https://bank.example@evil.example/"), Err(Refusal::UserName));
    }

    #[test]
    fn paths_are_decoded_and_split_from_their_anchor() {
        let internal = |path: &str, anchor: Option<&str>| {
            Ok(Destination::Internal { path: path.to_owned(), anchor: anchor.map(str::to_owned) })
        };
        assert_eq!(classify("../a%20b.md#was%20nun"), internal("../a b.md", Some("was nun")));
        assert_eq!(classify("/stories#"), internal("/stories", None));
        assert_eq!(classify("a%23b.md"), internal("a#b.md", None));
        assert_eq!(classify("10:30 notes.md"), internal("10:30 notes.md", None));
        assert_eq!(classify("#Über"), Ok(Destination::Anchor("Über".to_owned())));
        assert_eq!(classify(" "), Err(Refusal::Empty));
        assert_eq!(classify("#"), Err(Refusal::Empty));
    }
}
