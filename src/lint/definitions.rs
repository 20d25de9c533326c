//! Words that are explained twice: two definitions of one term, and definitions copied into pages.

use super::Page;
use super::language::Language;
use super::wording;
use crate::content::kinds::{Agreement, Content, Definition};
use crate::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::session::Edition;
use crate::site::DocId;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// Shorter sentences may well be written twice by chance.
const SHORTEST: usize = 8;

/// So many bytes of a sentence are looked for at first.
const BEGINNING: usize = 24;

/// The sentences of all published definitions.
pub(super) struct Sentences {
    /// Finds how they begin; `None` if there are none. Whole sentences would make it large, and slow to make.
    finder: Option<AhoCorasick>,
    /// The sentences with each beginning, and the definition of each.
    with: Vec<BTreeMap<String, DocId>>,
}

impl Sentences {
    pub(super) fn of(edition: &Edition) -> Self {
        let mut with: BTreeMap<String, BTreeMap<String, DocId>> = BTreeMap::new();
        for (doc, definition) in published(edition) {
            let text = definition.definition.split_whitespace().collect::<Vec<_>>().join(" ");
            let long = wording::sentences(&text).filter(|sentence| sentence.words >= SHORTEST);
            // The mark at the end may be another one in the copy.
            let bare = long.map(|sentence| text[sentence.range].trim_end_matches(['.', '!', '?', '"', '”']).to_owned());
            for sentence in bare {
                let sentence = sentence.to_ascii_lowercase();
                let beginning = sentence[..sentence.floor_char_boundary(BEGINNING)].to_owned();
                // Of several that are alike the first counts.
                with.entry(beginning).or_default().entry(sentence).or_insert(doc);
            }
        }
        let finder = AhoCorasick::builder().ascii_case_insensitive(true).build(with.keys());
        // A glossary too large for the finder, of gigabytes, is not looked for.
        let finder = finder.ok().filter(|_| !with.is_empty());
        Self { finder, with: with.into_values().collect() }
    }

    /// The copies in a text, the longest where several begin, with the definition of each.
    fn copies<'t>(
        &'t self,
        finder: &'t AhoCorasick,
        text: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, DocId)> + 't {
        let mut done = 0;
        finder.find_overlapping_iter(text).filter_map(move |found| {
            let rest = &text[found.start()..];
            let begins =
                |sentence: &str| rest.get(..sentence.len()).is_some_and(|words| words.eq_ignore_ascii_case(sentence));
            let with = self.with[found.pattern().as_usize()].iter().filter(|(sentence, _)| begins(sentence));
            let (sentence, doc) = with.max_by_key(|(sentence, _)| sentence.len())?;
            let range = found.start()..found.start() + sentence.len();
            let is_new = range.start >= done;
            done = if is_new { range.end } else { done };
            is_new.then_some((range, *doc))
        })
    }

    pub(super) fn page(&self, page: &Page, told: &mut Vec<Diagnostic>) {
        let Some(finder) = &self.finder else { return };
        let mut copied = BTreeSet::new();
        for (range, doc) in self.copies(finder, page.text.words()) {
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
            told.push(page.tell(Code::DefinitionCopied, page.text.span(range), message, help).also(there));
        }
    }
}

/// Terms that are defined twice.
pub(super) fn site(edition: &Edition, language: Language, told: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, (DocId, Spot)> = HashMap::new();
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
