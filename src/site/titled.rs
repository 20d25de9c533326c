//! Titles in place of names: whoever writes the title of a page where its name is wanted is told the name.
//!
//! Titles are no part of what names are looked up in, so that a new title makes nothing be looked up again. So this is
//! said afterwards, where all documents are put together.

use super::lookup::Found;
use super::resolved::Resolved;
use super::said::or;
use super::{DocId, Ground};
use crate::content::fields::To;
use crate::content::slug::slug;
use crate::diagnostic::Diagnostic;
use foldhash::HashMap;

/// If more documents have the same title, it says nothing.
const MOST: usize = 3;

/// A reference that names nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The place of its message in [`Resolved::told`].
    pub(super) told: usize,
    pub(super) to: To,
    pub(super) name: String,
}

/// The documents by their titles, gathered when the first unknown name is asked about.
#[derive(Default)]
pub(super) struct Titles(Option<HashMap<String, Vec<DocId>>>);

impl Titles {
    /// What is told of a document or of `site.yaml`, with names for titles.
    pub(super) fn told(&mut self, ground: &Ground, resolved: &Resolved) -> Vec<Diagnostic> {
        let mut told = resolved.told.to_vec();
        for unknown in &resolved.unknown {
            let names = self.names(ground, unknown);
            let meant = format!("did you mean {}?", or(&names));
            let told = &mut told[unknown.told];
            // Where the name is so near that it was found without the title, that is enough.
            if (1..=MOST).contains(&names.len()) && told.help.as_ref() != Some(&meant) {
                let its = if names.len() == 1 { "its" } else { "their" };
                told.help = Some(format!("{meant} A name is that of the file, and this is {its} title"));
            }
        }
        told
    }

    /// The names of the documents that have this title, as the field takes them; in the order of their paths.
    fn names(&mut self, ground: &Ground, unknown: &Unknown) -> Vec<String> {
        let titles = self.0.get_or_insert_with(|| {
            let mut titles: HashMap<String, Vec<DocId>> = HashMap::default();
            for (doc, shape) in ground.input.shapes.iter().enumerate() {
                titles.entry(key(&shape.title.value)).or_default().push(doc);
            }
            titles
        });
        let lookup = &ground.lookup;
        let docs = titles.get(&key(&unknown.name)).map_or(&[][..], Vec::as_slice);
        let names = docs.iter().filter_map(|doc| {
            let names = [lookup.face(*doc).standing().name.clone(), lookup.full_name(*doc)];
            names.into_iter().find(|name| lookup.reference(unknown.to, name) == Found::Document(*doc))
        });
        names.collect()
    }
}

/// By what titles are compared: their letters and digits, without a number in front, which readers see and nobody types.
fn key(title: &str) -> String {
    let bare = title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    slug(if bare.is_empty() { title } else { bare })
}
