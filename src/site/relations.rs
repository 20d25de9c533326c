//! The far ends of relations: each link is written once, and here are the links back (content model, section 6).

use super::again::Difference;
use super::lookup::Lookup;
use super::targets::Targets;
use super::withheld::Withheld;
use super::{DocId, Input, MOST_TERMS};
use crate::content::at::At;
use crate::content::document::Shape;
use crate::content::face::Face;
use crate::content::fields::Ref;
use crate::content::kinds::{Content, KindName};
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
    /// A document: the definitions that are linked in its text, in reading order, eight at most.
    pub linked: Links,
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
    linked: Vec<(DocId, DocId)>,
}

impl Relations {
    /// Gathers all relations of published documents.
    pub(super) fn new(input: &Input, withheld: &[Option<Withheld>], targets: &Targets) -> Self {
        let mut all = Pairs::default();
        (0..input.shapes.len()).for_each(|doc| all.of(doc, input, withheld, targets));
        let grouped = |pairs: &[(DocId, DocId)]| Links::new(pairs, input.shapes.len());
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
            linked: grouped(&all.linked),
        }
    }

    /// The same, made from the relations before a few documents changed; `None` if more than what these name can be
    /// another.
    pub(super) fn again(
        difference: &Difference,
        input: &Input,
        lookup: &Lookup,
        withheld: &[Option<Withheld>],
        targets: &Targets,
    ) -> Option<Self> {
        let before = &difference.structure()?.relations;
        // A definition decides about all texts, and both it and a principle stand at either end.
        let is_far = |face: &Face| {
            matches!(face.standing().kind, KindName::Definition | KindName::Principle | KindName::PrincipleSet)
        };
        if difference.faces(lookup).any(is_far) {
            return None;
        }
        let mut added = Pairs::default();
        difference.changed().for_each(|doc| added.of(doc, input, withheld, targets));
        let far = |links: &Links, pairs| links.far_again(difference, pairs, input.shapes.len());
        let own = |links: &Links, pairs: &[_]| links.own_again(difference, pairs, input.shapes.len());
        Some(Self {
            practice: far(&before.practice, added.practice),
            stories: far(&before.stories, added.stories),
            quotes: far(&before.quotes, added.quotes),
            told: far(&before.told, added.told),
            used_in: far(&before.used_in, added.used_in),
            uses: own(&before.uses, &added.uses),
            see_also: own(&before.see_also, &added.see_also),
            replaces: own(&before.replaces, &added.replaces),
            examples_of: far(&before.examples_of, added.examples_of),
            linked: own(&before.linked, &added.linked),
        })
    }
}

impl Links {
    /// Links to documents from those that name them, which come in their order: those of unchanged documents as they
    /// were, and these pairs.
    fn far_again(&self, difference: &Difference, mut added: Vec<(DocId, DocId)>, documents: usize) -> Self {
        added.sort_unstable();
        added.dedup();
        let mut added = added.into_iter().peekable();
        self.again(documents, |doc, docs| {
            let first = docs.len();
            docs.extend(difference.earlier(doc).into_iter().flat_map(|old| difference.all_kept(self.of(old))));
            let kept = docs.len();
            while let Some((_, other)) = added.next_if(|(to, _)| *to == doc) {
                docs.push(other);
            }
            if docs.len() > kept {
                docs[first..].sort_unstable();
            }
        })
    }

    /// Links of documents to those that they name: of unchanged documents as they were, of the others these pairs.
    fn own_again(&self, difference: &Difference, added: &[(DocId, DocId)], documents: usize) -> Self {
        let added = Self::new(added, documents);
        self.again(documents, |doc, docs| {
            if difference.has_changed(doc) {
                docs.extend_from_slice(added.of(doc));
            } else if let Some(old) = difference.earlier(doc) {
                docs.extend(difference.all_kept(self.of(old)));
            }
        })
    }

    /// The others of each document, as `extend` adds them for one after the other.
    fn again(&self, documents: usize, mut extend: impl FnMut(DocId, &mut Vec<DocId>)) -> Self {
        let (mut starts, mut docs) = (Vec::with_capacity(documents + 1), Vec::with_capacity(self.docs.len() + 16));
        starts.push(0);
        for doc in 0..documents {
            extend(doc, &mut docs);
            starts.push(docs.len());
        }
        if docs.is_empty() { Self::default() } else { Self { starts, docs } }
    }
}

impl Pairs {
    /// Adds what a document names, if it is published.
    fn of(&mut self, doc: DocId, input: &Input, withheld: &[Option<Withheld>], targets: &Targets) {
        if withheld[doc].is_some() {
            return;
        }
        let (shapes, shape) = (input.shapes, &input.shapes[doc]);
        let named = |spot: Spot| targets.named(doc, spot);
        self.of_kind(doc, shape, &named);
        // The definitions in its text: the first eight in reading order that are published.
        let found = input.terms[doc].iter().filter(|_| shape.common.autolink);
        let found = found.map(|index| input.glossary[*index as usize]);
        let found = found.filter(|term| *term != doc && withheld[*term].is_none()).take(MOST_TERMS);
        let first = self.linked.len();
        self.linked.extend(found.map(|term| (doc, term)));
        let written = shape.common.terms.iter().filter_map(|at| named(at.spot));
        let linked = shape
            .outline
            .links
            .iter()
            .filter(|link| matches!(link.to, Destination::Internal { .. }))
            .filter_map(|link| named(link.spot));
        let linked = linked.filter(|target| matches!(shapes[*target].content, Content::Definition(_)));
        let terms = self.linked[first..].iter().map(|(_, term)| *term);
        for term in written.chain(terms).chain(linked).filter(|term| *term != doc) {
            self.used_in.push((term, doc));
            self.uses.push((doc, term));
        }
    }

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
