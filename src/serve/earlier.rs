//! What broken files held when they could last be used, so that a mistake does not take a page away from its writer.
//!
//! The preview alone remembers this: an edition itself is made of files and nothing else.

use super::http::Reach;
use crate::diagnostic::{Code, SitePath};
use crate::session::{Edition, Instead, Session};
use crate::site::Withheld;
use crate::source::{Change, FileContent};
use std::collections::{BTreeMap, BTreeSet};

/// The earlier states of the files that are broken now.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    /// The files that cannot be used now.
    unusable: BTreeSet<SitePath>,
    /// For some of them, what they held when they could.
    sound: BTreeMap<SitePath, FileContent>,
}

impl Earlier {
    /// Notes what files hold that could be used until now and are about to change.
    pub(super) fn before(&self, session: &Session, changes: &[Change]) -> BTreeMap<SitePath, FileContent> {
        let usable = changes.iter().filter(|change| change.content.is_some() && !self.unusable.contains(&change.path));
        usable.filter_map(|change| Some((change.path.clone(), session.content(&change.path)?))).collect()
    }

    /// Takes in which files are broken after a change, and what they held before it.
    pub(super) fn after(&mut self, edition: &Edition, mut before: BTreeMap<SitePath, FileContent>) {
        self.unusable = edition.unusable();
        self.sound.append(&mut before);
        self.sound.retain(|path, _| self.unusable.contains(path));
    }

    /// How the edition that is shown differs from what the files say.
    pub(super) fn instead(&self, edition: &Edition, reach: Reach) -> Instead {
        let mut instead = Instead::default();
        for path in &self.unusable {
            let document = edition.document(path);
            // Where a field that protects someone is at fault, or says that nothing is to be shown, nothing of the file
            // is shown as it was either: who writes a mistake beside `consent: withdrawn` wants the page gone.
            if document.is_some() && withholds(edition, path) {
                continue;
            }
            match self.sound.get(path) {
                // Others do not see what may have been taken out.
                Some(sound) if document.is_none() || reach == Reach::ThisMachine => {
                    instead.earlier.insert(path.clone(), sound.clone());
                }
                _ if document.is_some() => {
                    instead.left_out.insert(path.clone());
                }
                _ => {}
            }
        }
        if reach == Reach::Network {
            // A build would publish nothing while such a name stands there.
            let exposed =
                edition.diagnostics.iter().filter(|told| matches!(told.code, Code::NameShown | Code::ChildShown));
            let exposed = exposed.flat_map(|told| &told.places).map(|place| &place.path);
            instead.left_out.extend(exposed.filter(|path| edition.document(path).is_some()).cloned());
        }
        instead
    }
}

/// Whether what the file says now keeps its document from being published, for someone's protection.
fn withholds(edition: &Edition, path: &str) -> bool {
    let doc = edition.site.shapes.binary_search_by(|shape| (*shape.path).cmp(path)).ok();
    doc.and_then(|doc| edition.site.withheld[doc]).is_some_and(Withheld::is_consent)
}
