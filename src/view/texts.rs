//! Which texts the page of a target shows, told without making it.

use super::scene::Scene;
use crate::content::kinds::KindName;
use crate::plan::{Target, folder};
use crate::site::DocId;

/// The documents whose texts the page of a target shows, but for quotes, which any page may show. Of all others a page
/// shows no more than their shapes say.
pub fn texts(scene: &Scene, target: &Target) -> Vec<DocId> {
    let introduction = |folder: &str| scene.site.introductions.get(folder).copied().into_iter().collect();
    match target {
        Target::Document(doc) => vec![*doc],
        Target::Home => scene.site.doc("content/index.md").into_iter().collect(),
        Target::List(kind, _) => introduction(folder(*kind)),
        Target::Set(index) => {
            let set = &scene.site.sets[*index];
            set.introduction.iter().chain(&set.declared).chain(&set.items).chain(&set.retired).copied().collect()
        }
        Target::Glossary => introduction("definitions"),
        Target::Quotes => introduction("quotes"),
        Target::Actions => {
            let introduction: Vec<DocId> = introduction("actions");
            introduction.into_iter().chain(scene.site.list(KindName::Action).iter().copied()).collect()
        }
        Target::Tags
        | Target::Tag(..)
        | Target::Statement(_)
        | Target::NotFound
        | Target::Redirect(_)
        | Target::Sitemap
        | Target::Robots
        | Target::Icon
        | Target::File(_)
        | Target::Theme(_) => vec![],
    }
}
