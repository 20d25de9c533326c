//! How a text reads: its longest sentences, as a matter of taste and no more.

use super::Page;
use crate::content::bytes::{count, find};
use crate::content::markdown::{Block, BlockKind, CODE, ends_sentence};
use crate::content::pieces::{piece_end, piece_start, pieces, skip_white};
use crate::diagnostic::{Code, Diagnostic};
use memchr::memchr3;
use std::cmp::Reverse;
use std::ops::Range;

/// A sentence of more words is hard to follow (GOV.UK style: "sentence length").
const LONGEST: usize = 25;
/// So many sentences of a page are told: mending the worst is worth most.
const WORST: usize = 3;
/// So many words of a sentence are quoted.
const QUOTED: usize = 6;

pub(super) fn page(page: &Page, told: &mut Vec<Diagnostic>) {
    let mut long = vec![];
    // Somebody's words stay as they were said.
    for block in page.words.blocks.iter().filter(|block| block.kind == BlockKind::Prose && !block.quoted) {
        // Words have at least one byte and a space each.
        let all = sentences(&page.text[block.range()]).filter(|sentence| sentence.text.len() > 2 * LONGEST);
        let all = all.map(|sentence| (sentence.most_words(), sentence, block));
        long.extend(all.filter(|(most, ..)| *most > LONGEST));
    }
    long.sort_by_key(|(most, ..)| Reverse(*most));
    let mut worst: Vec<(usize, Sentence, &Block)> = vec![];
    for (most, sentence, block) in long {
        // Those that follow have no more words than they may have.
        if worst.get(WORST - 1).is_some_and(|(words, ..)| *words > most) {
            break;
        }
        worst.push((sentence.words(), sentence, block));
        worst.sort_by_key(|(words, sentence, block)| (Reverse(*words), page.words.span_in(block, sentence.range())));
        worst.truncate(WORST);
    }
    for (words, sentence, block) in worst.into_iter().filter(|(words, ..)| *words > LONGEST) {
        let beginning: Vec<_> = sentence.text.split_whitespace().take(QUOTED).collect();
        let beginning = beginning.join(" ").replace(CODE, "…");
        let message = format!("this sentence has {words} words: “{beginning} …”");
        let help = "try it as two or three sentences, one thought each";
        told.push(page.tell(Code::LongSentence, page.words.span_in(block, sentence.range()), message, help));
    }
}

/// A sentence of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence<'t> {
    /// Where it begins in the text.
    start: usize,
    /// The mark at its end included.
    pub(super) text: &'t str,
}

impl Sentence<'_> {
    /// Its bytes in the text.
    fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        let is_word = |piece: &&str| {
            // Most pieces begin with a plain letter.
            piece.as_bytes()[0].is_ascii_alphanumeric() || piece.contains(|c: char| c.is_alphanumeric() || c == CODE)
        };
        pieces(self.text).map(|(_, piece)| piece).filter(is_word).count()
    }

    /// It has no more words than this; told by a look at its bytes, which costs a fraction of counting them.
    fn most_words(&self) -> usize {
        count(self.text.as_bytes(), |byte| (byte <= b' ') | (byte >= 0xc2)) + 1
    }
}

/// The sentences of a paragraph. What ends one, and which abbreviations do not, is the same as for summaries.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Sentence<'_>> {
    let bytes = text.as_bytes();
    let plain = |from: usize| memchr3(b'.', b'!', b'?', &bytes[from..]).map_or(usize::MAX, |at| from + at);
    let other = |from: usize| find(&bytes[from..], may_end).map_or(usize::MAX, |at| from + at);
    let (mut at, mut next_plain, mut next_other) = (0, plain(0), other(0));
    std::iter::from_fn(move || {
        let start = skip_white(text, at);
        at = start;
        let end = loop {
            if next_plain < at {
                next_plain = plain(at);
            }
            if next_other < at {
                next_other = other(at);
            }
            let mark = next_plain.min(next_other);
            if mark == usize::MAX {
                at = text.len();
                break text.trim_end().len();
            }
            let (first, last) = (piece_start(text, mark), piece_end(text, mark));
            at = skip_white(text, last);
            if at == text.len() || ends_sentence(&text[first.max(start)..last], &text[at..]) {
                break last;
            }
        };
        (start < end).then(|| Sentence { start, text: &text[start..end] })
    })
}

/// Whether a sign that can end a sentence may begin with this byte (`content::markdown::ends_sentence`), if it is none of
/// the three in ASCII: all others have later bytes than accented letters, Greek and Cyrillic.
fn may_end(byte: u8) -> bool {
    byte >= 0xd6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_in_words() {
        let text = "We met Cllr. Lee at 7.30 p.m. on 3 May. “Is it mended?” she asked – twice. No! It is.";
        let found: Vec<_> = sentences(text).map(|sentence| (sentence.text, sentence.words())).collect();
        let expected = [
            ("We met Cllr. Lee at 7.30 p.m. on 3 May.", 10),
            ("“Is it mended?” she asked – twice.", 6),
            ("No!", 1),
            ("It is.", 2),
        ];
        assert_eq!(found, expected);
        let text = "“Wait…” He did. Really?! 三人。四人！ See 2.5 “there” – it… goes on";
        let found: Vec<_> = sentences(text).map(|sentence| sentence.text).collect();
        assert_eq!(found, ["“Wait…”", "He did.", "Really?!", "三人。四人！", "See 2.5 “there” – it… goes on"]);
    }
}
