//! The fields that protect someone, and how they are looked for in what cannot be read.

/// The fields that hold something back; with a mistake in one nobody can know what was meant.
pub(super) const PROTECTING: [&str; 8] =
    ["consent", "draft", "expires", "under_18", "known_as", "shows", "sensitive", "guardian"];

/// What else decides about names: a mistake in one of these is told, and while it cannot be read, nothing is shown.
const NAMES: [&str; 2] = ["who", "shown_as"];

/// Whether a field that protects someone may stand in a text that cannot be read, wherever in it.
pub(super) fn may_hold(text: &str) -> bool {
    words(text).any(|(at, end)| {
        begins_a_field(&text[..at]) || text[end..].trim_start_matches([' ', '"', '\'']).starts_with(':')
    })
}

/// Whether a field that protects someone stands in a text where fields begin.
pub(super) fn is_field(text: &str) -> bool {
    words(text).any(|(at, _)| begins_a_field(&text[..at]))
}

/// Where the names of these fields stand in a text as words of their own.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let all = PROTECTING.into_iter().chain(NAMES).flat_map(move |word| {
        let lower = text.to_ascii_lowercase();
        lower.match_indices(word).map(|(at, _)| (at, at + word.len())).collect::<Vec<_>>()
    });
    all.filter(move |(at, end)| !text[..*at].ends_with(is_part) && !text[*end..].starts_with(is_part))
}

/// Whether a field can begin after this text: at the start of a line, after a dash, or inside braces.
fn begins_a_field(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t', '\u{a0}', '"', '\'']);
    let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    before.is_empty() || before.ends_with(['\n', '\r', '{', ',']) || line.trim() == "-"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_protect_are_found_in_what_cannot_be_read() {
        for text in
            ["title: a\n draft: yes", "draft yes", "- known_as:changed", "a: {b: c, Consent: d: e}", "\u{a0}consent: x"]
        {
            assert!(may_hold(text) && is_field(text), "{text}");
        }
        assert!(may_hold("title: A draft: b") && !is_field("title: A draft: b"));
        for text in ["title: A: draft", "drafts: a: b", "title: a redraft: b", ""] {
            assert!(!may_hold(text), "{text}");
        }
    }
}
