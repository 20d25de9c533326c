//! How a text reads: its longest sentences, as a matter of taste and no more.

use super::Page;
use super::language;
use super::text::{BlockKind, CODE};
use crate::content::markdown::ends_sentence;
use crate::diagnostic::{Code, Diagnostic};
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
    for block in page.text.blocks.iter().filter(|block| block.kind == BlockKind::Prose && !block.quoted) {
        let words = page.text.of(block);
        // No shorter text has so many words.
        if words.len() > LONGEST * 2 {
            long.extend(sentences(words).filter(|sentence| sentence.words > LONGEST).map(|sentence| (sentence, block)));
        }
    }
    long.sort_by_key(|(sentence, _)| std::cmp::Reverse(sentence.words));
    for (sentence, block) in long.into_iter().take(WORST) {
        let beginning: Vec<_> = page.text.of(block)[sentence.range.clone()].split_whitespace().take(QUOTED).collect();
        let beginning = beginning.join(" ").replace(CODE, "…");
        let message = format!("this sentence has {} words: “{beginning} …”", sentence.words);
        let help = "try it as two or three sentences, one thought each";
        told.push(page.tell(Code::LongSentence, page.text.span_in(block, sentence.range), message, help));
    }
}

/// A sentence of a text.
pub(super) struct Sentence {
    /// Its bytes, the mark at its end included.
    pub(super) range: Range<usize>,
    /// How many words it has.
    pub(super) words: usize,
}

/// The sentences of a paragraph. What ends one, and which abbreviations do not, is the same as for summaries.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Sentence> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut sentence: Option<Sentence> = None;
        while let Some((start, piece)) = language::piece(text, at) {
            at = start + piece.len();
            let sentence = sentence.get_or_insert(Sentence { range: start..at, words: 0 });
            sentence.range.end = at;
            // Most pieces begin and end with a plain letter.
            let is_word = piece.as_bytes()[0].is_ascii_alphanumeric()
                || piece.contains(|c: char| c.is_alphanumeric() || c == CODE);
            sentence.words += usize::from(is_word);
            let goes_on = piece.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric);
            if !goes_on && language::piece(text, at).is_some_and(|(_, next)| ends_sentence(piece, next)) {
                break;
            }
        }
        sentence
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_in_words() {
        let text = "We met Cllr. Lee at 7.30 p.m. on 3 May. “Is it mended?” she asked – twice. No! It is.";
        let found: Vec<_> = sentences(text).map(|sentence| (&text[sentence.range], sentence.words)).collect();
        let expected = [
            ("We met Cllr. Lee at 7.30 p.m. on 3 May.", 10),
            ("“Is it mended?” she asked – twice.", 6),
            ("No!", 1),
            ("It is.", 2),
        ];
        assert_eq!(found, expected);
    }
}
