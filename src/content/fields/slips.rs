//! Slips of the hand: which of the known words was meant for certain. [`super::nearest`] guesses; this does not.

/// The one candidate that this is a slip of: no other is near, and the slip is small. `others` are the other unknown
/// words of the same map: what two of them could mean is certain for neither.
pub(super) fn slip<'c>(text: &str, candidates: &[&'c str], others: &[&str]) -> Option<&'c str> {
    let near = |text: &str| -> Vec<(usize, &'c str)> {
        let text = plain(text);
        let length = text.chars().count();
        let with_distance =
            candidates.iter().map(|candidate| (strsim::damerau_levenshtein(&text, &plain(candidate)), *candidate));
        with_distance.filter(|(distance, _)| *distance <= (length / 3).clamp(1, 4)).collect()
    };
    let [(distance, meant)] = near(text)[..] else { return None };
    let length = text.chars().count();
    // Short words are too near to other words: `sort` is no slip of `short`.
    let allowed = match length {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    };
    let is_small = distance <= allowed || distance == 1 && (is_swap(text, meant) || is_plural(text, meant));
    (is_small && !others.iter().any(|other| near(other).iter().any(|(_, near)| *near == meant))).then_some(meant)
}

/// The one word that this is, but for capitals, spaces, hyphens, underscores and curly quotes.
pub(super) fn same_word<'c>(text: &str, words: &[&'c str]) -> Option<&'c str> {
    let bare = |text: &str| plain(text).replace('_', "");
    let text = bare(text.trim_matches(['“', '”', '„', '‘', '’']));
    let mut same = words.iter().copied().filter(|word| bare(word) == text);
    same.next().filter(|_| same.next().is_none())
}

/// Without capitals, and with one sign between words.
fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', ' ', '\u{a0}'], "_")
}

/// Two letters beside each other, exchanged.
fn is_swap(text: &str, word: &str) -> bool {
    let letters = |text: &str| {
        let mut letters: Vec<char> = plain(text).chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(text) == letters(word)
}

fn is_plural(text: &str, word: &str) -> bool {
    let (text, word) = (plain(text), plain(word));
    text.strip_suffix('s') == Some(word.as_str()) || word.strip_suffix('s') == Some(text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_a_slip() {
        let known = ["title", "summary", "short", "show", "tags", "date", "content_note"];
        for (text, meant) in [
            ("Title", Some("title")),
            ("titel", Some("title")),
            ("sumary", Some("summary")),
            ("tag", Some("tags")),
            ("content-note", Some("content_note")),
            ("content note", Some("content_note")),
            ("sort", None),
            ("shor", None),
            ("data", None),
            ("weather", None),
            ("s", None),
        ] {
            assert_eq!(slip(text, &known, &[]), meant, "{text}");
        }
        assert_eq!(slip("titel", &known, &["titles"]), None);
    }

    #[test]
    fn a_choice_may_differ_in_its_hyphen_alone() {
        let words = ["not-needed", "part-won", "won"];
        assert_eq!(same_word("Not needed", &words), Some("not-needed"));
        assert_eq!(same_word("“part_won”", &words), Some("part-won"));
        assert_eq!(same_word("partly-won", &words), None);
        assert_eq!(same_word("on-line", &["online", "on line"]), None);
    }
}
