//! Address segments and heading ids from names in any script.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The address segment of a name: lower case, letters, combining marks and digits of every script stay, every run of
/// anything else becomes one `-`, none at the ends (content model, section 3). Empty if nothing stays.
pub fn slug(name: &str) -> String {
    // Most names are plain ASCII, which has one form only and no marks.
    if name.is_ascii() {
        joined(name.len(), name.bytes().map(|byte| char::from(byte.to_ascii_lowercase())))
    } else {
        joined(name.len(), name.nfc().flat_map(char::to_lowercase).nfc())
    }
}

/// The letters, marks and digits, with one `-` for each run of anything else between them.
fn joined(length: usize, lower: impl Iterator<Item = char>) -> String {
    let mut slug = String::with_capacity(length);
    for c in lower {
        if c.is_alphanumeric() || is_combining_mark(c) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn letters_of_every_script_stay() {
        assert_eq!(slug("We won: the lift's back!"), "we-won-the-lift-s-back");
        assert_eq!(slug("سكن للجميع"), "سكن-للجميع");
        assert_eq!(slug("E\u{301}cole 2"), "école-2");
        assert_eq!(slug("…"), "");
        assert_eq!(slug(" -- A1\tb_c?"), "a1-b-c");
    }
}
