//! Words that are explained twice: two definitions of one term, and definitions copied into pages.

use super::Page;
use super::language::Language;
use super::wording;
use crate::content::kinds::{Agreement, Content, Definition};
use crate::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::session::Edition;
use crate::site::DocId;
use foldhash::HashMap;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// Shorter sentences may well be written twice by chance.
const SHORTEST: usize = 8;

/// The sentences of all published definitions, and an index to find copies of them.
///
/// Texts are long and copies rare, so only every so many bytes of a text are looked up ([`Sentences::step`]): the index
/// holds the first pieces of each sentence, from each of its first bytes on, so that one of them is met in any copy.
pub(super) struct Sentences {
    /// In lower case, each once, with its definition.
    all: Vec<(String, DocId)>,
    /// How many bytes a piece has.
    piece: usize,
    /// From how many bytes on there are pieces, and how far apart a text is looked at.
    step: usize,
    /// For each piece, the sentences that it is in and where in them.
    index: HashMap<Box<[u8]>, Vec<(usize, usize)>>,
}

/// A piece has no more bytes: few texts have so many in common by chance.
const PIECE: usize = 16;

impl Sentences {
    pub(super) fn of(edition: &Edition) -> Self {
        let published: Vec<_> = published(edition).collect();
        let sentences = published.into_par_iter().with_min_len(16).flat_map_iter(|(doc, definition)| {
            let text = definition.definition.split_whitespace().collect::<Vec<_>>().join(" ");
            let sentences = wording::sentences(&text).filter(|sentence| sentence.words() >= SHORTEST);
            // The mark at the end may be another one in the copy.
            let bare = sentences.map(|one| one.text.trim_end_matches(['.', '!', '?', '"', '”']).to_ascii_lowercase());
            bare.map(|bare| (bare, doc)).collect::<Vec<_>>()
        });
        let mut all: Vec<(String, DocId)> = sentences.collect();
        // Of several that are alike the first counts.
        all.par_sort();
        all.dedup_by(|later, first| later.0 == first.0);
        Self::new(all)
    }

    fn new(all: Vec<(String, DocId)>) -> Self {
        let shortest = all.iter().map(|(sentence, _)| sentence.len()).min().unwrap_or(PIECE);
        let piece = (shortest * 2 / 3).clamp(1, PIECE);
        let step = shortest - piece + 1;
        let mut index: HashMap<Box<[u8]>, Vec<(usize, usize)>> = HashMap::default();
        for (place, (sentence, _)) in all.iter().enumerate() {
            for (from, bytes) in sentence.as_bytes().windows(piece).take(step).enumerate() {
                index.entry(bytes.into()).or_default().push((place, from));
            }
        }
        Self { all, piece, step, index }
    }

    /// The copies in a text in lower case, the longest where several begin, with the definition of each.
    fn copies(&self, lower: &str) -> Vec<(Range<usize>, DocId)> {
        let mut found: Vec<(Range<usize>, DocId)> = vec![];
        if self.all.is_empty() {
            return found;
        }
        for at in (0..(lower.len() + 1).saturating_sub(self.piece)).step_by(self.step) {
            let Some(may_be) = self.index.get(&lower.as_bytes()[at..at + self.piece]) else { continue };
            let done = found.last().map_or(0, |(range, _)| range.end);
            let copies = may_be.iter().filter_map(|(place, from)| {
                let (sentence, doc) = &self.all[*place];
                let start = at.checked_sub(*from).filter(|start| *start >= done)?;
                lower.as_bytes()[start..]
                    .starts_with(sentence.as_bytes())
                    .then(|| (start..start + sentence.len(), *doc))
            });
            found.extend(copies.min_by_key(|(range, _)| (range.start, Reverse(range.end))));
        }
        found
    }

    pub(super) fn page(&self, page: &Page, told: &mut Vec<Diagnostic>) {
        let mut copied = BTreeSet::new();
        for (range, doc) in self.copies(page.lower_text) {
            if doc == page.doc || !copied.insert(doc) {
                continue;
            }
            let shape = &page.edition.site.shapes[doc];
            let message = format!("this is word for word the definition of `{}`", shape.title.value);
            let help = format!(
                "link the word instead, or show the definition as a card with `show: [definitions/{}]`: then it says the same everywhere",
                shape.standing.name
            );
            let there = Place::spot(&shape.path, spot(page.edition, doc)).label("it stands here");
            told.push(page.tell(Code::DefinitionCopied, page.words.span(range), message, help).also(there));
        }
    }
}

/// Terms that are defined twice.
pub(super) fn site(edition: &Edition, language: Language, told: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, (DocId, Spot)> = HashMap::default();
    for (doc, definition) in published(edition).filter(|(_, one)| !is_retired(one)) {
        let shape = &edition.site.shapes[doc];
        for name in std::iter::once(&shape.title).chain(&definition.also) {
            let (other, spot) = *first.entry(singular(name, language)).or_insert((doc, name.spot));
            if other == doc {
                continue;
            }
            let path = &edition.site.shapes[other].path;
            let message = format!("`{}` is defined twice", name.value);
            let help = "keep one, or say in both titles what sets them apart, such as `Ally (in a campaign)`";
            let place = Place::spot(path, spot).label("defined here as well");
            told.push(Diagnostic::new(Code::TermTwice, shape.place(name.spot), message).help(help).also(place));
        }
    }
}

/// The published definitions.
fn published(edition: &Edition) -> impl Iterator<Item = (DocId, &Definition)> {
    let all = edition.site.shapes.iter().enumerate();
    all.filter_map(|(doc, shape)| match &shape.content {
        Content::Definition(definition) if edition.site.is_published(doc) && !shape.broken => {
            Some((doc, &**definition)).filter(|_| !shape.standing.index)
        }
        _ => None,
    })
}

fn is_retired(definition: &Definition) -> bool {
    definition.status.as_ref().is_some_and(|status| status.value == Agreement::Retired)
}

fn spot(edition: &Edition, doc: DocId) -> Spot {
    let shape = &edition.site.shapes[doc];
    match &shape.content {
        Content::Definition(definition) => definition.definition.spot,
        _ => shape.title.spot,
    }
}

/// A term without case and, in English, without the end that makes it many.
fn singular(term: &str, language: Language) -> String {
    let lower = term.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    if language != Language::English {
        return lower;
    }
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.chars().count() > 2) {
        return format!("{stem}y");
    }
    for end in ["ches", "shes", "sses", "xes"] {
        if lower.ends_with(end) {
            return lower[..lower.len() - 2].to_owned();
        }
    }
    let one = lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is") || lower.chars().count() < 4;
    lower.strip_suffix('s').filter(|_| !one).map_or_else(|| lower.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_found_wherever_it_begins() {
        let sentences =
            ["a rota is a list of who does what and when", "a rota is a list of who does what", "an ally acts"];
        let all = || sentences.iter().enumerate().map(|(doc, sentence)| ((*sentence).to_owned(), doc)).collect();
        for (doc, sentence) in sentences.iter().enumerate() {
            for before in 0..40 {
                let text = format!("{}{}! a rota is a list. é", "é".repeat(before), sentence);
                let start = "é".len() * before;
                assert_eq!(Sentences::new(all()).copies(&text), [(start..start + sentence.len(), doc)], "{text}");
            }
        }
        let twice = "an ally acts, and an ally acts";
        assert_eq!(Sentences::new(all()).copies(twice), [(0..12, 2), (18..30, 2)]);
        assert_eq!(Sentences::new(vec![]).copies(twice), []);
        assert_eq!(Sentences::new(all()).copies("short"), []);
    }

    #[test]
    fn one_and_many_are_one_term() {
        for (one, many) in [
            ("ally", "Allies"),
            ("house meeting", "House  meetings"),
            ("church", "churches"),
            ("class", "Classes"),
            ("box", "boxes"),
            ("bus", "BUS"),
            ("analysis", "Analysis"),
            ("lease", "leases"),
        ] {
            assert_eq!(singular(one, Language::English), singular(many, Language::English));
        }
        for (one, other) in [("ally", "alley"), ("organiser", "organising"), ("as", "a"), ("mas", "mass")] {
            assert_ne!(singular(one, Language::English), singular(other, Language::English));
        }
        assert_ne!(singular("bras", Language::Other), singular("bra", Language::Other));
    }
}
