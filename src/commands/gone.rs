//! Pages that were published last time and are not now: moved by mistake, or taken out for consent.

use crate::content::kinds::{Content, KindName};
use crate::content::names::shows;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::plan::output_path;
use crate::publish::Manifest;
use crate::session::Edition;
use crate::site::Withheld;

/// What there is to say of pages in the list of last time that have no address now.
pub(super) fn gone(before: &Manifest, edition: &Edition, folder: &str) -> Vec<Diagnostic> {
    let pages = before.paths().filter(|path| path.ends_with(".html") && !edition.plan.targets.contains_key(path));
    let hidden = hidden_names(edition);
    let mut told = vec![];
    for path in pages {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        match withheld(edition, path) {
            Some((title, place, reason)) if reason.is_consent() => {
                let message = format!("\"{title}\" was taken out of {folder}/; it stays online until you upload again");
                told.push(
                    Diagnostic::new(Code::TakenOut, place, message)
                        .help("upload the folder as usual, and delete on the server what is not in it"),
                );
            }
            // A draft or an expired page has its own notice.
            Some(_) => {}
            // Further pages of lists and tags come and go with what they list.
            None if path.contains("/page/") || path.starts_with("tags/") || is_list(path) => {}
            None => {
                let message = format!("`{address}` was published last time, and there is nothing now");
                let help = if shows(&address, &hidden) {
                    "this address holds a name that must not be shown, so it stays gone: upload the folder as usual, delete on the \
                     server what is not in it, and ask the search engines to forget the old page"
                        .to_owned()
                } else {
                    format!(
                        "if the page moved, add to its front matter, so that old links still work:\naliases: [{address}]"
                    )
                };
                told.push(Diagnostic::new(Code::AddressGone, Place::file(&path.into()), message).help(help));
            }
        }
    }
    told
}

/// The titles of what is still in the list of last time although somebody's protection wants it gone.
pub(super) fn held_up(before: &Manifest, edition: &Edition) -> Vec<String> {
    let pages = before.paths().filter(|path| path.ends_with(".html") && !edition.plan.targets.contains_key(path));
    let withheld = pages.filter_map(|path| withheld(edition, path)).filter(|(_, _, reason)| reason.is_consent());
    withheld.map(|(title, _, _)| title.to_owned()).collect()
}

/// The folded words of all names that stories hide.
fn hidden_names(edition: &Edition) -> Vec<String> {
    let stories = edition.site.shapes.iter().filter_map(|shape| match &shape.content {
        Content::Story(story) => story.who.as_ref(),
        _ => None,
    });
    stories.flat_map(|who| who.hidden()).collect()
}

/// The list of a kind: it goes with the last thing in it.
fn is_list(path: &str) -> bool {
    path.strip_suffix("/index.html").is_some_and(|folder| KindName::of_folder(folder).is_some())
}

/// The document that would be at this path if it were published.
fn withheld<'e>(edition: &'e Edition, path: &str) -> Option<(&'e str, Place, Withheld)> {
    let site = &edition.site;
    let (doc, reason) = site
        .withheld
        .iter()
        .enumerate()
        .find_map(|(doc, reason)| Some((doc, (*reason)?)).filter(|_| output_path(site.address(doc)) == path))?;
    let shape = &site.shapes[doc];
    let place = edition
        .span(&shape.path, shape.title.spot)
        .map_or_else(|| Place::file(&shape.path), |span| Place::span(&shape.path, span));
    Some((&shape.title.value, place, reason))
}
