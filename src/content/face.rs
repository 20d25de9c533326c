//! The face of a document: all that the references and links of other files see of it, and not more.
//!
//! What is looked up in faces alone is still right while all faces are as they were, whatever else was edited. That is
//! why a [`Face`] gives nothing that takes no part in its hash.

use super::document::Shape;
use super::kinds::{Content, KindName};
use super::place::Standing;
use crate::diagnostic::{Place, SitePath};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What others see of a document.
#[derive(Clone, Debug)]
pub struct Face(Arc<Shape>);

/// **Invariant**: whatever a method of [`Face`] can see is hashed here.
impl Hash for Face {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let shape = &self.0;
        (&shape.path, &shape.standing, &shape.common.slug, shape.title.spot).hash(state);
        for heading in &shape.outline.headings {
            heading.id.hash(state);
        }
        (self.is_set() && shape.broken).hash(state);
        // No id holds this byte, so headings and groups are not taken for each other.
        state.write_u8(0xff);
        for id in self.groups() {
            id.hash(state);
        }
        state.write_u8(0xff);
        self.hidden().hash(state);
    }
}

impl Face {
    /// The face of a document.
    pub fn of(shape: &Arc<Shape>) -> Self {
        Self(shape.clone())
    }

    /// Its file.
    pub fn path(&self) -> &SitePath {
        &self.0.path
    }

    /// Its kind, name and place in the address.
    pub fn standing(&self) -> &Standing {
        &self.0.standing
    }

    /// Where its title is told.
    pub fn title_place(&self) -> Place {
        self.0.place(self.0.title.spot)
    }

    /// The last part of its address, which is its id on a page that it shares.
    pub fn segment(&self) -> Option<String> {
        self.0.segments().pop()
    }

    /// The id of the heading that an anchor means.
    pub fn anchor(&self, written: &str) -> Option<&str> {
        self.0.outline.anchor(written)
    }

    /// The ids of all its headings.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.0.outline.headings.iter().map(|heading| heading.id.as_str())
    }

    /// For a set: the ids of its groups.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        let groups = match &self.0.content {
            Content::PrincipleSet(set) => set.groups.as_slice(),
            _ => &[],
        };
        groups.iter().map(|group| group.id.value.as_str())
    }

    /// For a set: whether it has groups that nobody knows, because of a mistake in its file.
    pub fn may_have_more_groups(&self) -> bool {
        self.is_set() && self.0.broken
    }

    /// For a story: the folded words of a name that must not be shown, in links to it neither.
    pub fn hidden(&self) -> Vec<String> {
        match &self.0.content {
            Content::Story(story) => story.who.as_ref().map_or_else(Vec::new, |who| who.hidden()),
            _ => vec![],
        }
    }

    /// Whether it is the `_set.yaml` of a set.
    pub fn is_set(&self) -> bool {
        self.0.standing.kind == KindName::PrincipleSet
    }
}
