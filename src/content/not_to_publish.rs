//! Words that say that something is not to be published, in a text that would be: "please do not publish".
//!
//! Every command tells them, since what was published once cannot be taken back.

use super::bytes::find_pair;
use super::fields::Reader;
use super::typed::Typed;
use crate::diagnostic::Code;
use std::ops::Range;

/// What may stand before a word for publishing to make a request of it, in some languages.
const REFUSALS: [(&str, &str); 7] = [
    ("do not", "publish"),
    ("don't", "publish"),
    ("don’t", "publish"),
    ("not to be", "published"),
    ("not for", "publication"),
    ("no", "publicar"),
    ("ne pas", "publier"),
];

/// How all those words for publishing begin.
const STEM: &[u8] = b"publi";

/// How words in each of those refusals end.
const DENIALS: [&[u8]; 5] = [b"no", b"not", b"n't", "n’t".as_bytes(), b"pas"];

/// In how many bytes before a word for publishing a refusal is looked for first; markup may stand between them.
const NEAR: usize = 32;

/// How many bytes before and behind a request are looked at for what it protects.
const FAR: usize = 400;

/// Tells the words that say so, each with all of its sentence or brackets: what they protect stands beside them.
pub(super) fn check(typed: &Typed, reader: &mut Reader) {
    // Most files have no word of these, and what was typed shows it at once.
    typed.passages(may_refuse, |passage| {
        if passage.quoted || !may_refuse(passage.text) {
            return;
        }
        let mut told = 0;
        for request in requests(passage.text) {
            // One message for a sentence.
            if request.start < told {
                continue;
            }
            let all = with_what_it_protects(passage.text, &request);
            told = all.end;
            let written = passage.text[request].split_whitespace().collect::<Vec<_>>().join(" ");
            reader.tell(
                Code::NotForPublication,
                passage.at(all),
                format!("`{written}` stands in a text for readers, beside what is not to be published"),
                "take out the words and what they speak of, or hold the page back with `draft: yes`",
            );
        }
    });
}

/// Whether a word for publishing stands in a text, and near before it something that may deny it.
fn may_refuse(text: &str) -> bool {
    stems(text).any(|at| {
        let before = &text.as_bytes()[at.saturating_sub(NEAR)..at];
        let ends = |denial: &[u8], part: &[u8]| {
            part[..denial.len()].eq_ignore_ascii_case(denial) && !part[denial.len()].is_ascii_alphabetic()
        };
        DENIALS.iter().any(|denial| before.windows(denial.len() + 1).any(|part| ends(denial, part)))
    })
}

/// All requests in a text.
fn requests(text: &str) -> Vec<Range<usize>> {
    stems(text).filter_map(|at| request(text, at)).collect()
}

/// Where words for publishing begin in a text, in any case.
fn stems(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let begins = |first: u8, second: u8| (first | 0x20 == STEM[0]) & (second | 0x20 == STEM[1]);
    let mut from = 0;
    let pairs = std::iter::from_fn(move || {
        let at = from + find_pair(&bytes[from..], begins)?;
        from = at + 1;
        Some(at)
    });
    pairs.filter(|at| bytes[*at..].get(..STEM.len()).is_some_and(|stem| stem.eq_ignore_ascii_case(STEM)))
}

/// `please do not publish`, `not for publication`, with the word for publishing at this byte: a request by itself, and
/// no sentence about what the group does.
fn request(text: &str, at: usize) -> Option<Range<usize>> {
    if text[..at].ends_with(char::is_alphabetic) {
        return None;
    }
    let end = text[at..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |end| at + end);
    let word = text[at..end].to_lowercase();
    let before = text[..at].trim_end();
    let (refusal, _) = REFUSALS.iter().find(|(refusal, wanted)| *wanted == word && ends_in(before, refusal))?;
    let refused = before.len() - refusal.len();
    let prior = text[..refused].trim_end();
    let polite = ["please", "pls", "por favor", "merci de"].iter().find(|polite| ends_in(prior, polite));
    let start = polite.map_or(refused, |polite| prior.len() - polite.len());
    // Words in quotation marks are spoken of.
    if text[..start].ends_with(['"', '“', '‘', '\'', '«', '„']) {
        return None;
    }
    // A line of its own, as in "Notes of May", "Not for publication". Titles Have More Capitals.
    let begins_a_line = text[refused..].starts_with(char::is_uppercase)
        && text[refused..end].chars().filter(|c| c.is_uppercase()).count() == 1;
    let begins = polite.is_some()
        || prior.is_empty()
        || begins_a_line
        || prior.ends_with(['(', '[', '–', '—', '-', ':', ';', ',', '.', '*']);
    let after = text[end..].trim_start();
    let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let ends =
        next.is_empty() || ["this", "it", "yet", "her", "his", "him", "them", "until", "online"].contains(&&*next);
    (begins && ends).then_some(start..end)
}

/// Whether a text ends in these words, in any case.
fn ends_in(text: &str, words: &str) -> bool {
    let own = text.len().checked_sub(words.len()).and_then(|from| text.get(from..));
    own.is_some_and(|own| own.eq_ignore_ascii_case(words))
}

/// The brackets or the sentence around a request; if it is a sentence by itself, the one before it too.
fn with_what_it_protects(text: &str, request: &Range<usize>) -> Range<usize> {
    let from = text.floor_char_boundary(request.start.saturating_sub(FAR));
    let to = text.ceil_char_boundary((request.end + FAR).min(text.len()));
    let all = around(&text[from..to], request.start - from..request.end - from);
    from + all.start..from + all.end
}

/// The same in a text that is not long.
fn around(text: &str, request: Range<usize>) -> Range<usize> {
    let open = text[..request.start].rfind(['(', '[', ')', ']']).filter(|at| text[*at..].starts_with(['(', '[']));
    let close = text[request.end..].find(['(', '[', ')', ']']).map(|at| request.end + at);
    if let (Some(open), Some(close)) = (open, close.filter(|at| text[*at..].starts_with([')', ']']))) {
        return open..close + 1;
    }
    let end = sentence_end(text, request.end);
    let start = sentence_start(text, request.start);
    let start = if start == request.start { sentence_start(text, text[..start].trim_end().len()) } else { start };
    start..end
}

/// Where the sentence ends in which this byte of a text stands.
fn sentence_end(text: &str, from: usize) -> usize {
    let ends = text[from..].match_indices(['.', '!', '?']).map(|(at, _)| from + at + 1);
    let mut ends = ends.filter(|end| text[*end..].chars().next().is_none_or(char::is_whitespace));
    ends.next().unwrap_or(text.trim_end().len())
}

/// Where the sentence begins to which the words before this byte of a text belong.
fn sentence_start(text: &str, to: usize) -> usize {
    let before = text[..to].trim_end_matches(['.', '!', '?']);
    let ends = before.rmatch_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let mut ends = ends.filter(|end| before[*end..].starts_with(char::is_whitespace));
    let end = ends.next().unwrap_or(0);
    text.len() - text[end..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let found = if may_refuse(text) { requests(text) } else { vec![] };
        found
            .into_iter()
            .map(|request| (&text[request.clone()], &text[with_what_it_protects(text, &request)]))
            .collect()
    }

    #[test]
    fn requests_and_what_they_protect() {
        for (text, request, all) in [
            ("Ann (hip – please do not publish). So", "please do not publish", "(hip – please do not publish)"),
            ("NOT FOR PUBLICATION", "NOT FOR PUBLICATION", "NOT FOR PUBLICATION"),
            ("Don’t publish this yet", "Don’t publish", "Don’t publish this yet"),
            (
                "Hello. Ann is ill, please do not publish! Next",
                "please do not publish",
                "Ann is ill, please do not publish!",
            ),
            (
                "One. Ann is ill. Please do not publish. Two.",
                "Please do not publish",
                "Ann is ill. Please do not publish.",
            ),
            ("Notes of May Not for publication", "Not for publication", "Notes of May Not for publication"),
            ("(a) Ana, por favor no publicar", "por favor no publicar", "(a) Ana, por favor no publicar"),
            ("Ana : ne pas publier.", "ne pas publier", "Ana : ne pas publier."),
            ("Ann (ill), do not publish", "do not publish", "Ann (ill), do not publish"),
        ] {
            assert_eq!(found(text), [(request, all)], "{text}");
        }
    }

    #[test]
    fn very_many_requests_are_read_once() {
        let words = format!("not {}", "publi".repeat(200_000));
        assert!(requests(&words).is_empty());
        let text = "é please do not publish it, ".repeat(2_000);
        let found = found(&text);
        assert!(found.len() == 2_000 && found.iter().all(|(_, all)| all.len() < 1000));
    }

    #[test]
    fn what_is_no_request() {
        for text in [
            "We do not publish your address.\nDo not publish names without asking.",
            "This is not for publication elsewhere by others",
            "the list is not to be published before May",
            "What We Do Not Publish",
            "She said \"please do not publish\", and we did not.",
            "No public meeting, not a publisher, publication",
            "é do not publi",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
