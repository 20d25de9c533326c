//! What search engines and shared links are told of a page that nobody has described.

use super::PageView;
use super::scene::{Scene, text};
use crate::site::DocId;

/// The page of a list, described by what stands on it where its introduction says nothing: its first titles, or else
/// what the group says of itself. A page that is sensitive is not named (content model, section 7).
pub(super) fn described(scene: &Scene, page: PageView, docs: &[DocId]) -> PageView {
    let shown = docs.iter().filter(|doc| !scene.shape(**doc).common.sensitive);
    let mut titles = String::new();
    for title in shown.map(|doc| &scene.shape(*doc).title.value) {
        if !titles.is_empty() && titles.chars().count() + title.chars().count() > DESCRIPTION_LENGTH {
            break;
        }
        titles = if titles.is_empty() { title.clone() } else { format!("{titles} · {title}") };
    }
    let titles = Some(titles).filter(|titles| !titles.is_empty());
    let description = page.description.clone().or(titles).or_else(|| about(scene)).filter(|_| !page.sensitive);
    PageView { description, ..page }
}

/// What the group says of itself in `site.yaml`.
pub(super) fn about(scene: &Scene) -> Option<String> {
    text(scene.settings.about.as_ref()).or_else(|| text(scene.settings.strapline.as_ref()))
}

/// How long a description made of titles may grow, in characters; search engines and messengers show about as much.
const DESCRIPTION_LENGTH: usize = 160;
