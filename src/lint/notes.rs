//! What stands in a text and was not meant for its readers: notes to oneself, and signs that were meant as a heading or a
//! list. Words that say that something is not to be published are told by every command (`content::not_to_publish`).

use super::Page;
use crate::content::front_texts;
use crate::diagnostic::{Code, Diagnostic, Span};
use aho_corasick::AhoCorasick;
use std::ops::Range;

/// Signs that word processors write before the items of a list.
const BULLETS: [char; 6] = ['•', '·', '▪', '◦', '●', '‣'];

/// Words that a note in brackets begins with, as a sentence for readers does not.
const NOTES: [&str; 8] = ["ask", "check", "insert", "nb", "note to", "pls", "query", "vacant"];

/// The longest note that is looked for, in bytes.
const LONGEST: usize = 160;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Hashes without a space after them.
    Heading,
    /// A sign of a word processor at the start of a line.
    Bullet,
    /// A note in brackets.
    Note,
    /// A line copied from a chat.
    Chat,
    /// A word of messages between friends.
    Short,
}

/// Finds what is looked for.
pub(super) struct Notes {
    /// Finds [`SHORT`] in lower case.
    finder: AhoCorasick,
}

/// The word of [`Sort::Short`].
const SHORT: &str = "pls";

impl Notes {
    pub(super) fn new() -> Self {
        // Many bytes are compared at once.
        Self { finder: AhoCorasick::new([SHORT]).expect("a short pattern fits") }
    }
}

pub(super) fn page(page: &Page, notes: &Notes, told: &mut Vec<Diagnostic>) {
    let found = notes.find(page.source, &page.lower);
    if found.is_empty() {
        return;
    }
    let front = page.front.clone();
    let front = front.map_or_else(Vec::new, |front| front_texts::read(page.path(), page.source, front));
    for (sort, range) in found {
        let is_seen = if page.body.contains(&range.start) {
            page.text.shows(&range) && !is_quoted(page, &range)
        } else {
            let inside = |span: Span| span.start as usize <= range.start && range.end <= span.end as usize;
            !matches!(sort, Sort::Heading | Sort::Bullet) && front.iter().any(|field| inside(field.span))
        };
        if is_seen {
            told.push(tell(page, sort, &range));
        }
    }
}

/// Somebody's words stay as they were said.
fn is_quoted(page: &Page, range: &Range<usize>) -> bool {
    let line = page.source[..range.start].rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with('>')
}

fn tell(page: &Page, sort: Sort, range: &Range<usize>) -> Diagnostic {
    let written = &page.source[range.clone()];
    let line = page.source[range.start..].lines().next().unwrap_or_default().trim_end();
    let span = Span::new(range.start, range.end);
    match sort {
        Sort::Heading => page.tell(
            Code::SignsShown,
            span,
            format!("`{written}` makes no heading without a space after it, and readers see the signs"),
            format!("write `{written} {}`", line[written.len()..].trim_end_matches('#')),
        ),
        Sort::Bullet => page.tell(
            Code::SignsShown,
            span,
            format!("`{written}` begins no item of a list here, so the lines run together"),
            format!("begin each of them with `-` and a space: `- {}`", line[written.len()..].trim_start()),
        ),
        Sort::Note | Sort::Chat | Sort::Short => {
            let (what, help) = match sort {
                Sort::Chat => ("was copied from a chat", "take the line out, or write it as a text for readers"),
                Sort::Short => ("belongs in messages to friends: is this a note of yours?", "take the note out"),
                _ => ("reads like a note to yourselves", "answer it, or take it out"),
            };
            let also = "; what only you are to see can stand in the front matter, in a line that begins with `#`";
            page.tell(
                Code::NoteToSelf,
                span,
                format!("`{written}` {what}, and readers see it"),
                format!("{help}{also}"),
            )
        }
    }
}

impl Notes {
    /// All that may be meant for nobody, as bytes of a file, which is also given in lower case. Whether readers see it is
    /// not known here.
    fn find(&self, text: &str, lower: &str) -> Vec<(Sort, Range<usize>)> {
        let mut found = signs(text);
        let words = self.finder.find_iter(lower).map(|word| word.range());
        found.extend(words.filter(|word| is_apart(text, word)).map(|word| (Sort::Short, word)));
        found
    }
}

/// Signs that were meant as a heading or a list, and notes in brackets.
fn signs(text: &str) -> Vec<(Sort, Range<usize>)> {
    let mut found = vec![];
    let (mut start, mut in_list) = (0, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let begin = start + (line.len() - line.trim_start().len());
        let bullet = words.chars().next().filter(|first| BULLETS.contains(first));
        if let Some(bullet) = bullet.filter(|_| !in_list && words.chars().nth(1).is_some()) {
            found.push((Sort::Bullet, begin..begin + bullet.len_utf8()));
        }
        // One message for the lines of a list, whether empty ones stand between them or not.
        in_list = bullet.is_some() || in_list && words.is_empty();
        let hashes = words.len() - words.trim_start_matches('#').len();
        if (2..=6).contains(&hashes) && words[hashes..].starts_with(char::is_alphanumeric) {
            found.push((Sort::Heading, begin..begin + hashes));
        }
        in_brackets(text, start..start + line.len(), &mut found);
        start += line.len();
    }
    found
}

/// Whether a word stands by itself at these bytes of a text, and in no address.
fn is_apart(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text[word.end..].chars().next();
    !before.is_some_and(|c| c.is_alphanumeric() || "-_/.@".contains(c)) && !after.is_some_and(char::is_alphanumeric)
}

/// Notes in the brackets of a line.
fn in_brackets(text: &str, line: Range<usize>, found: &mut Vec<(Sort, Range<usize>)>) {
    let mut at = line.start;
    while let Some(open) = text[at..line.end].find('[').map(|open| at + open) {
        let Some(close) = text[open..line.end].find(']').map(|close| open + close) else { return };
        at = close + 1;
        let inner = &text[open + 1..close];
        // A link, a picture, a box to tick.
        let is_other = text[at..].starts_with(['(', '[']) || text[..open].ends_with(['!', '\\', ']']);
        if is_other || inner.len() > LONGEST || inner.contains('[') {
            continue;
        }
        let range = open..at;
        if text[..open].ends_with('\n') && is_time(inner) {
            let name = text[at..line.end].find(':').map_or(at, |colon| at + colon + 1);
            found.push((Sort::Chat, open..name));
        } else if is_note(inner) || is_comment_mark(inner) && text.contains(&format!("[{inner}]:")) {
            found.push((Sort::Note, range));
        }
    }
}

/// A question to oneself, or a word that only notes begin with.
fn is_note(inner: &str) -> bool {
    let lower = inner.trim().to_lowercase();
    let begins = |word: &str| {
        lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    lower.ends_with('?') && lower.len() > 1 || NOTES.iter().any(|word| begins(word))
}

/// The mark of a comment in a word processor: initials and a number.
fn is_comment_mark(inner: &str) -> bool {
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (2..=3).contains(&(inner.len() - digits.len()))
        && (1..=2).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A day and a time as messengers write them: `03/10/2026, 18:04`.
fn is_time(inner: &str) -> bool {
    let Some((day, time)) = inner.split_once(", ") else { return false };
    let is_day = day.split(['/', '.', '-']).count() == 3 && day.starts_with(|c: char| c.is_ascii_digit());
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    is_day && is_time && !day.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Sort, &str)> {
        let found = Notes::new().find(text, &text.to_ascii_lowercase());
        found.into_iter().map(|(sort, range)| (sort, &text[range])).collect()
    }

    #[test]
    fn notes_and_signs_that_are_shown() {
        for (text, sort, written) in [
            ("##What we know", Sort::Heading, "##"),
            ("Bring:\n• bread\n• soup\n\n• tins", Sort::Bullet, "•"),
            ("Treasurer: [VACANT – ask Lesley?]", Sort::Note, "[VACANT – ask Lesley?]"),
            ("in 1987 [was it?] we", Sort::Note, "[was it?]"),
            ("[insert date]", Sort::Note, "[insert date]"),
            ("Since 1987 [PD1].\n", Sort::Note, ""),
            ("\n[03/10/2026, 18:04] Jo: hello", Sort::Chat, "[03/10/2026, 18:04] Jo:"),
            ("someone end this pls", Sort::Short, "pls"),
        ] {
            let expected: Vec<_> = (!written.is_empty()).then_some((sort, written)).into_iter().collect();
            assert_eq!(found(text), expected, "{text}");
        }
        assert_eq!(found("1987 [PD1]\n\n[PD1]: ask").len(), 2);
    }

    #[test]
    fn what_is_meant_for_readers() {
        for text in [
            "## What we know\n#FixTheLifts\n####",
            "[Who are we?](about.md) ![What is it?](a.png) [who?][a]\n- [ ] a\n- [x] b\n[^1] [1] [sic]",
            "pulse, cpls, pls@x.example/pls",
            "a · b\n-\n•\n",
            "\\[what?]",
        ] {
            let seen: Vec<_> = found(text).into_iter().filter(|(_, words)| *words != "pls").collect();
            assert_eq!(seen, [], "{text}");
        }
    }
}
