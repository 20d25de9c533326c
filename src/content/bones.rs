//! The bones of a document: its shape without the words that pages only show. They decide how the site hangs together:
//! who names whom, what is published, which addresses there are; with the titles, in which order.
//!
//! What is made of bones is still right while the bones of all are as they were, so a new sentence or summary changes
//! nothing but the pages that show it. Here stands what is *not* a bone, by name, and everything else is one: whoever
//! adds a field need not think of this, and whoever reads a word below while assembling or planning must take it in.

use super::document::Shape;
use super::kinds::{Common, Content, Definition};
use super::markdown::Outline;
use std::hash::{Hash, Hasher};

/// The bones of a document, to be hashed.
pub(super) struct Bones<'s>(pub(super) &'s Shape);

impl Hash for Bones<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Shape { path, standing, address, title, common, content, mentions, outline, broken, withhold } = self.0;
        (path, standing, address, title.spot, mentions, broken, withhold).hash(state);
        of_common(common, state);
        match content {
            Content::Definition(definition) => of_definition(definition, state),
            content => content.hash(state),
        }
        let Outline { title, summary: _, headings, links, images, is_empty } = &**outline;
        (title.as_ref().map(|title| title.spot), headings, links, images, is_empty).hash(state);
    }
}

fn of_common<H: Hasher>(common: &Common, state: &mut H) {
    let Common {
        title,
        summary,
        date,
        updated,
        image,
        tags,
        show,
        content_note,
        expires,
        review_by,
        slug,
        aliases,
        short,
        draft,
        owner,
        terms,
        autolink,
        election_material,
        sensitive,
        extra,
    } = common;
    (title.as_ref().map(|title| title.spot), summary.as_ref().map(|summary| summary.spot)).hash(state);
    (date, updated, image, tags, show, content_note, expires, review_by, slug, aliases).hash(state);
    (short, draft, owner, terms, autolink, election_material, sensitive, extra).hash(state);
}

fn of_definition<H: Hasher>(definition: &Definition, state: &mut H) {
    let Definition { definition, also, source, see_also, plain, not_to_be_confused_with, examples, status } =
        definition;
    (definition.spot, plain.as_ref().map(|plain| plain.spot)).hash(state);
    (also, source, see_also, not_to_be_confused_with, examples, status).hash(state);
}
