//! What stands in a text and was not meant for its readers: notes to oneself, and signs that were meant as a heading or a
//! list. Words that say that something is not to be published are told by every command (`content::not_to_publish`).

use super::Page;
use crate::diagnostic::{Code, Diagnostic, Span};
use aho_corasick::{AhoCorasick, MatchKind};
use memchr::{memchr, memmem};
use std::ops::Range;

/// Signs that word processors write before the items of a list.
const BULLETS: [char; 6] = ['•', '·', '▪', '◦', '●', '‣'];

/// That of them which has two bytes. Finding three of each pattern at once is faster, so it is looked for by itself.
const SHORT_BULLET: &str = "·";

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
    /// It says what is to be done before this is published.
    Before,
}

/// Finds what is looked for.
pub(super) struct Notes {
    /// Finds [`WORDS`], then [`LOST`], then [`BULLETS`] but for [`SHORT_BULLET`].
    finder: AhoCorasick,
}

/// Words that lead to [`Sort::Short`] and [`Sort::Before`], and the beginning of a note in round brackets, in lower case.
const WORDS: [&str; 4] = ["pls", "publi", "goes live", "(nb"];

/// What a sentence of [`Sort::Before`] ends with.
const BEFORE: [&str; 7] = [
    "before it goes live",
    "before this goes live",
    "before we publish",
    "before we publish it",
    "before we publish this",
    "before it is published",
    "before this is published",
];

/// What such a sentence begins with, as one for readers hardly does.
const REQUESTS: [&str; 16] = [
    "ask", "check", "get", "show", "remember", "remind", "tell", "confirm", "must", "needs", "need", "add", "change",
    "fix", "replace", "update",
];

/// More of one file are not looked at: whoever has so many mends some and looks again.
const MOST: usize = 100;

/// What stands for a letter that could not be read (Unicode, "replacement character").
const LOST: char = '\u{fffd}';

/// What was found in a file.
struct Found {
    /// In the order of the file.
    seen: Vec<(Sort, Range<usize>)>,
    /// There is a [`LOST`] letter.
    has_lost: bool,
}

impl Notes {
    pub(super) fn new() -> Self {
        let words = WORDS.map(str::to_owned).into_iter();
        let signs = std::iter::once(LOST).chain(BULLETS).map(String::from).filter(|sign| sign != SHORT_BULLET);
        // By this kind of match many bytes are compared at once.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words.chain(signs));
        Self { finder: finder.expect("a dozen short patterns fit") }
    }
}

pub(super) fn page(page: &Page, notes: &Notes, told: &mut Vec<Diagnostic>) {
    let Found { mut seen, has_lost } = notes.find(page.source, page.lower);
    if seen.is_empty() && !has_lost {
        return;
    }
    let is_shown = |range: &Range<usize>| {
        let inside = |span: Span| span.start as usize <= range.start && range.end <= span.end as usize;
        match page.body.contains(&range.start) {
            true => page.words.shows(range),
            false => page.fields().iter().any(|field| inside(field.span)),
        }
    };
    if has_lost {
        let mut lost = page.source.match_indices(LOST).map(|(at, lost)| at..at + lost.len());
        if let Some(range) = lost.find(is_shown) {
            told.push(tell_lost(page, &range));
        }
    }
    let line = |range: &Range<usize>| page.source[..range.start].rfind('\n');
    seen.truncate(MOST);
    seen.retain(|(sort, range)| {
        let is_sign = matches!(sort, Sort::Heading | Sort::Bullet);
        is_shown(range) && !(if page.body.contains(&range.start) { is_quoted(page, range) } else { is_sign })
    });
    // The line of the last note: one message is enough for it.
    let mut noted = None;
    for (sort, range) in seen {
        let is_note = matches!(sort, Sort::Note | Sort::Chat | Sort::Before | Sort::Short);
        if is_note && noted.replace(line(&range)) == Some(line(&range)) {
            continue;
        }
        told.push(tell(page, sort, &range));
    }
}

/// A letter was lost. The file may have more of them, which are found with the first.
fn tell_lost(page: &Page, range: &Range<usize>) -> Diagnostic {
    let line = page.source[..range.start].rsplit('\n').next().unwrap_or_default();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, LOST | '\'' | '’' | '-');
    let before = line.rsplit(|c| !is_part(c)).next().unwrap_or_default();
    let rest = &page.source[range.start..];
    let after = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    page.tell(
        Code::LetterLost,
        Span::new(range.start, range.end),
        format!("a letter was lost in `{before}{after}` when the file was saved in another encoding"),
        format!("write it again, and look for more `{LOST}` in this file; then save it as UTF-8"),
    )
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
        Sort::Note | Sort::Chat | Sort::Short | Sort::Before => {
            let (what, help) = match sort {
                Sort::Chat => ("was copied from a chat", "take the line out, or write it as a text for readers"),
                Sort::Before => ("is a note to yourselves", "do so, and take it out"),
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
    fn find(&self, text: &str, lower: &str) -> Found {
        let (mut seen, mut has_lost, mut has_bullets) = (vec![], false, false);
        for word in self.finder.find_iter(lower) {
            match word.pattern().as_usize() {
                LOST_SIGN => has_lost = true,
                FIRST_BULLET.. => has_bullets = true,
                pattern => seen.extend(phrase(text, word.range(), pattern)),
            }
        }
        let mut signs = brackets(text);
        headings(text, &mut signs);
        if has_bullets || memmem::find(text.as_bytes(), SHORT_BULLET.as_bytes()).is_some() {
            bullets(text, &mut signs);
        }
        signs.append(&mut seen);
        signs.sort_by_key(|(_, range)| range.start);
        Found { seen: signs, has_lost }
    }
}

/// What [`Notes::finder`] finds behind [`WORDS`].
const LOST_SIGN: usize = WORDS.len();
const FIRST_BULLET: usize = LOST_SIGN + 1;

/// What one of [`WORDS`] leads to, if that is a note.
fn phrase(text: &str, word: Range<usize>, pattern: usize) -> Option<(Sort, Range<usize>)> {
    let line = around(text, word.start);
    let at = word.start - line.start;
    let (sort, range) = match pattern {
        0 => is_apart(text, &word).then(|| (Sort::Short, at..at + WORDS[0].len()))?,
        1 | 2 => (Sort::Before, before_publishing(&text[line.clone()], at)?),
        _ => (Sort::Note, in_round_brackets(&text[line.clone()], at)?),
    };
    Some((sort, line.start + range.start..line.start + range.end))
}

/// Hashes that were meant as headings.
fn headings(text: &str, found: &mut Vec<(Sort, Range<usize>)>) {
    let mut at = 0;
    while let Some(start) = memmem::find(&text.as_bytes()[at..], b"##").map(|found| at + found) {
        let hashes = text[start..].bytes().take_while(|byte| *byte == b'#').count();
        at = start + hashes;
        let before = text[..start].trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        let is_first = before.is_empty() || before.ends_with('\n');
        if is_first && hashes <= 6 && text[at..].starts_with(char::is_alphanumeric) {
            found.push((Sort::Heading, start..at));
        }
    }
}

/// Signs of a word processor that were meant as lists.
fn bullets(text: &str, found: &mut Vec<(Sort, Range<usize>)>) {
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
        start += line.len();
    }
}

/// Notes in brackets, the first ones of very many.
fn brackets(text: &str) -> Vec<(Sort, Range<usize>)> {
    let (mut found, mut at) = (vec![], 0);
    while let Some(open) = memchr(b'[', &text.as_bytes()[at..]).map(|open| at + open).filter(|_| found.len() < MOST) {
        at = memchr(b'\n', &text.as_bytes()[open..]).map_or(text.len(), |end| open + end + 1);
        in_brackets(text, open..at, &mut found);
    }
    found
}

/// The line around a byte of a text, of a very long one a part: no note is longer.
fn around(text: &str, at: usize) -> Range<usize> {
    let from = text.floor_char_boundary(at.saturating_sub(2 * LONGEST));
    let to = text.floor_char_boundary(at + 2 * LONGEST);
    let start = text[from..at].rfind('\n').map_or(from, |newline| from + newline + 1);
    let end = text[at..to].find('\n').map_or(to, |newline| at + newline);
    start..end
}

/// `Ask Amina to read this before it goes live.`: a whole sentence, and what is asked of one of us.
fn before_publishing(line: &str, at: usize) -> Option<Range<usize>> {
    let ends = ['.', '!', '?', '(', '[', ')', ']'];
    let start = line[..at].rfind(ends).map_or(0, |end| end + 1);
    let end = line[at..].find(ends).map_or(line.len(), |end| at + end);
    let sentence = line[start..end].trim().trim_matches(['*', '_', '-', '–', ':', ' ']);
    let lower = sentence.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !REQUESTS.contains(&first) || !BEFORE.iter().any(|end| lower.ends_with(end)) {
        return None;
    }
    let from = start + line[start..end].find(sentence)?;
    Some(from..from + sentence.len())
}

/// `(NB change the date!!)`: without such a word or sign it may be for readers.
fn in_round_brackets(line: &str, open: usize) -> Option<Range<usize>> {
    let close = open + line[open..].find(')')?;
    let inner = line[open + 1..close].to_lowercase();
    let rest = inner.strip_prefix("nb")?;
    let is_word = !rest.starts_with(char::is_alphanumeric);
    let mut words = rest.split(|c: char| !c.is_alphabetic());
    let is_note = is_word && inner.len() <= LONGEST && (rest.contains("!!") || words.any(|word| word == "change"));
    is_note.then_some(open..close + 1)
}

/// Whether a word stands by itself at these bytes of a text, and in no address.
fn is_apart(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text[word.end..].chars().next();
    !before.is_some_and(|c| c.is_alphanumeric() || "-_/.@".contains(c)) && !after.is_some_and(char::is_alphanumeric)
}

/// Notes in the brackets of a line, from the first bracket on.
fn in_brackets(text: &str, line: Range<usize>, found: &mut Vec<(Sort, Range<usize>)>) {
    let mut at = line.start;
    // Each may be looked for in all of the file.
    let mut marks = 0;
    while let Some(open) = text[at..line.end].find('[').map(|open| at + open).filter(|_| found.len() < MOST) {
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
        } else if is_note(inner) {
            found.push((Sort::Note, range));
        } else if is_comment_mark(inner) && marks < MOST {
            marks += 1;
            found.extend(text.contains(&format!("[{inner}]:")).then_some((Sort::Note, range)));
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
        found.seen.into_iter().map(|(sort, range)| (sort, &text[range])).collect()
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
            ("Ask Amina to read this before it goes live.", Sort::Before, "Ask Amina to read this before it goes live"),
            ("It is so. **Check with Jo before we publish!**", Sort::Before, "Check with Jo before we publish"),
            ("(NB to April 2027, change date after AGM!!)", Sort::Note, "(NB to April 2027, change date after AGM!!)"),
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
            "Ask people before we publish their stories. We ask everybody before it goes live.",
            "Our page goes live in May. Check it before it is published in the paper.",
            "(NB: the hall has no lift) (nbc changes) (NB",
            "pulse, cpls, pls@x.example/pls",
            "a · b\n-\n•\n",
            "\\[what?]",
        ] {
            let seen: Vec<_> = found(text).into_iter().filter(|(_, words)| *words != "pls").collect();
            assert_eq!(seen, [], "{text}");
        }
    }
}
