//! The far ends of relations: each link is written once, and here are the links back (content model, section 6).

use super::withheld::Withheld;
use super::{DocId, Target};
use crate::content::at::At;
use crate::content::document::Shape;
use crate::content::fields::Ref;
use crate::content::kinds::Content;
use crate::content::markdown::Destination;
use crate::diagnostic::Spot;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// For each document, who names it. All lists hold published documents only, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// A principle: stories, campaigns, resources and quotes that name it.
    pub practice: BTreeMap<DocId, Vec<DocId>>,
    /// A campaign: its stories.
    pub stories: BTreeMap<DocId, Vec<DocId>>,
    /// A campaign, principle or resource: quotes about it.
    pub quotes: BTreeMap<DocId, Vec<DocId>>,
    /// A person: stories about or by them.
    pub told: BTreeMap<DocId, Vec<DocId>>,
    /// A definition: pages that use it.
    pub used_in: BTreeMap<DocId, Vec<DocId>>,
    /// A document: the definitions that it uses.
    pub uses: BTreeMap<DocId, Vec<DocId>>,
    /// A definition or principle: the related ones, whichever side names the other.
    pub see_also: BTreeMap<DocId, Vec<DocId>>,
    /// A principle: the ones that it replaces.
    pub replaces: BTreeMap<DocId, Vec<DocId>>,
    /// A story: definitions that give it as an example.
    pub examples_of: BTreeMap<DocId, Vec<DocId>>,
}

impl Relations {
    /// Gathers all relations of published documents.
    pub(super) fn new(
        shapes: &[Arc<Shape>],
        withheld: &[Option<Withheld>],
        targets: &HashMap<(DocId, Spot), Target>,
        terms: &[Vec<DocId>],
    ) -> Self {
        let mut all = Self::default();
        for (doc, shape) in shapes.iter().enumerate().filter(|(doc, _)| withheld[*doc].is_none()) {
            let named = |spot: Spot| match targets.get(&(doc, spot)) {
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
                add(&mut all.used_in, term, doc);
                add(&mut all.uses, doc, term);
            }
        }
        all
    }

    fn of_kind(&mut self, doc: DocId, shape: &Shape, named: &impl Fn(Spot) -> Option<DocId>) {
        match &shape.content {
            Content::Story(story) => {
                add_all(&mut self.practice, &story.principles, named, doc);
                for campaign in story.campaign.iter().filter_map(|at| named(at.spot)) {
                    add(&mut self.stories, campaign, doc);
                }
                let person = story.who.as_ref().and_then(|who| who.person.as_ref());
                for person in person.iter().copied().chain(&story.teller).filter_map(|at| named(at.spot)) {
                    add(&mut self.told, person, doc);
                }
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
            add(&mut self.see_also, doc, other);
            add(&mut self.see_also, other, doc);
        }
    }
}

fn add_all<K>(
    map: &mut BTreeMap<DocId, Vec<DocId>>,
    refs: &[At<Ref<K>>],
    named: &impl Fn(Spot) -> Option<DocId>,
    doc: DocId,
) {
    for target in refs.iter().filter_map(|at| named(at.spot)) {
        add(map, target, doc);
    }
}

fn add(map: &mut BTreeMap<DocId, Vec<DocId>>, target: DocId, doc: DocId) {
    let docs = map.entry(target).or_default();
    // Documents come in order, so one that is there already is nearly always the last: a common term has thousands.
    if docs.last().is_none_or(|last| *last < doc) || !docs.contains(&doc) {
        docs.push(doc);
    }
}
