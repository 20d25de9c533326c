//! The far ends of relations: each link is written once, and here are the links back (content model, section 6).

use super::targets::Targets;
use super::withheld::Withheld;
use super::{DocId, Input, MOST_TERMS, Target};
use crate::content::at::At;
use crate::content::document::Shape;
use crate::content::fields::Ref;
use crate::content::kinds::Content;
use crate::content::markdown::Destination;
use crate::diagnostic::Spot;

/// One relation: for each document the others, each once and in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Where the others of each document begin in `docs`; one more at the end. Empty if there are none at all.
    starts: Vec<usize>,
    docs: Vec<DocId>,
}

impl Links {
    /// The others of a document.
    pub fn of(&self, doc: DocId) -> &[DocId] {
        match self.starts.get(doc..doc + 2) {
            Some(&[start, end]) => &self.docs[start..end],
            _ => &[],
        }
    }

    /// Groups pairs of a document and another one, of which there may be several alike.
    fn new(pairs: &[(DocId, DocId)], documents: usize) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        let mut ends = vec![0; documents + 1];
        for (doc, _) in pairs {
            ends[doc + 1] += 1;
        }
        for doc in 0..documents {
            ends[doc + 1] += ends[doc];
        }
        // `ends[doc]` begins as where the others of a document begin, and grows with each one.
        let mut all = vec![0; pairs.len()];
        for (doc, other) in pairs {
            all[ends[*doc]] = *other;
            ends[*doc] += 1;
        }
        let (mut starts, mut docs) = (vec![0], Vec::with_capacity(all.len()));
        let mut from = 0;
        for end in &ends[..documents] {
            let (first, mut greatest) = (docs.len(), None);
            for other in &all[from..*end] {
                // What is greater than all is not there yet: a common term has thousands, in order.
                if greatest < Some(*other) || !docs[first..].contains(other) {
                    docs.push(*other);
                    greatest = greatest.max(Some(*other));
                }
            }
            from = *end;
            starts.push(docs.len());
        }
        Self { starts, docs }
    }
}

/// For each document, who names it. All lists hold published documents only, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// A principle: stories, campaigns, resources and quotes that name it.
    pub practice: Links,
    /// A campaign: its stories.
    pub stories: Links,
    /// A campaign, principle or resource: quotes about it.
    pub quotes: Links,
    /// A person: stories about or by them.
    pub told: Links,
    /// A definition: pages that use it.
    pub used_in: Links,
    /// A document: the definitions that it uses.
    pub uses: Links,
    /// A definition or principle: the related ones, whichever side names the other.
    pub see_also: Links,
    /// A principle: the ones that it replaces.
    pub replaces: Links,
    /// A story: definitions that give it as an example.
    pub examples_of: Links,
    /// For each document, the definitions that are linked in its text, in reading order, eight at most.
    pub linked: Vec<Vec<DocId>>,
}

/// The pairs of each relation, in the order in which they are found.
#[derive(Default)]
struct Pairs {
    practice: Vec<(DocId, DocId)>,
    stories: Vec<(DocId, DocId)>,
    quotes: Vec<(DocId, DocId)>,
    told: Vec<(DocId, DocId)>,
    used_in: Vec<(DocId, DocId)>,
    uses: Vec<(DocId, DocId)>,
    see_also: Vec<(DocId, DocId)>,
    replaces: Vec<(DocId, DocId)>,
    examples_of: Vec<(DocId, DocId)>,
}

impl Relations {
    /// Gathers all relations of published documents.
    pub(super) fn new(input: &Input, withheld: &[Option<Withheld>], targets: &Targets) -> Self {
        let (shapes, terms) = (input.shapes, linked_terms(input, withheld));
        let mut all = Pairs::default();
        for (doc, shape) in shapes.iter().enumerate().filter(|(doc, _)| withheld[*doc].is_none()) {
            let named = |spot: Spot| match targets.get(doc, spot) {
                Some(Target::Document(target, _)) => Some(*target),
                _ => None,
            };
            all.of_kind(doc, shape, &named);
            let written = shape.common.terms.iter().filter_map(|at| named(at.spot));
            let linked = shape
                .outline
                .links
                .iter()
                .filter(|link| matches!(link.to, Destination::Internal { .. }))
                .filter_map(|link| named(link.spot));
            let linked = linked.filter(|target| matches!(shapes[*target].content, Content::Definition(_)));
            for term in written.chain(terms[doc].iter().copied()).chain(linked).filter(|term| *term != doc) {
                all.used_in.push((term, doc));
                all.uses.push((doc, term));
            }
        }
        let grouped = |pairs: &[(DocId, DocId)]| Links::new(pairs, shapes.len());
        Self {
            practice: grouped(&all.practice),
            stories: grouped(&all.stories),
            quotes: grouped(&all.quotes),
            told: grouped(&all.told),
            used_in: grouped(&all.used_in),
            uses: grouped(&all.uses),
            see_also: grouped(&all.see_also),
            replaces: grouped(&all.replaces),
            examples_of: grouped(&all.examples_of),
            linked: terms,
        }
    }
}

/// The definitions that are linked in each text: the first eight in reading order that are published.
fn linked_terms(input: &Input, withheld: &[Option<Withheld>]) -> Vec<Vec<DocId>> {
    let linked = input.shapes.iter().zip(input.terms).enumerate().map(|(doc, (shape, found))| {
        if !shape.common.autolink {
            return vec![];
        }
        let found = found.iter().map(|index| input.glossary[*index as usize]);
        found.filter(|term| *term != doc && withheld[*term].is_none()).take(MOST_TERMS).collect()
    });
    linked.collect()
}

impl Pairs {
    fn of_kind(&mut self, doc: DocId, shape: &Shape, named: &impl Fn(Spot) -> Option<DocId>) {
        match &shape.content {
            Content::Story(story) => {
                add_all(&mut self.practice, &story.principles, named, doc);
                self.stories
                    .extend(story.campaign.iter().filter_map(|at| named(at.spot)).map(|campaign| (campaign, doc)));
                let person = story.who.as_ref().and_then(|who| who.person.as_ref());
                let people = person.iter().copied().chain(&story.teller).filter_map(|at| named(at.spot));
                self.told.extend(people.map(|person| (person, doc)));
            }
            Content::Campaign(campaign) => add_all(&mut self.practice, &campaign.principles, named, doc),
            Content::Resource(resource) => add_all(&mut self.practice, &resource.principles, named, doc),
            Content::Quote(quote) => {
                add_all(&mut self.practice, &quote.principles, named, doc);
                add_all(&mut self.quotes, &quote.about, named, doc);
            }
            Content::Definition(definition) => {
                self.both_ways(&definition.see_also, named, doc);
                add_all(&mut self.examples_of, &definition.examples, named, doc);
            }
            Content::Principle(principle) => {
                self.both_ways(&principle.see_also, named, doc);
                if let Some(retired) = &principle.retired {
                    add_all(&mut self.replaces, &retired.replaced_by, named, doc);
                }
            }
            Content::Page(_) | Content::PrincipleSet(_) | Content::Person(_) | Content::Action(_) => {}
        }
    }

    fn both_ways<K>(&mut self, others: &[At<Ref<K>>], named: &impl Fn(Spot) -> Option<DocId>, doc: DocId) {
        for other in others.iter().filter_map(|at| named(at.spot)).filter(|other| *other != doc) {
            self.see_also.extend([(doc, other), (other, doc)]);
        }
    }
}

fn add_all<K>(
    pairs: &mut Vec<(DocId, DocId)>,
    refs: &[At<Ref<K>>],
    named: &impl Fn(Spot) -> Option<DocId>,
    doc: DocId,
) {
    pairs.extend(refs.iter().filter_map(|at| named(at.spot)).map(|target| (target, doc)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_grouped_in_their_order_and_each_is_there_once() {
        let links = Links::new(&[(2, 5), (0, 1), (2, 3), (2, 5), (2, 4), (0, 1)], 4);
        assert_eq!([links.of(0), links.of(1), links.of(2), links.of(3)], [&[1][..], &[], &[5, 3, 4], &[]]);
        assert_eq!(links.of(9), [0; 0]);
        assert_eq!(Links::default().of(0), [0; 0]);
    }
}
