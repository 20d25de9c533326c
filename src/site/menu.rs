//! What the entries of the menu in `site.yaml` lead to.

use super::Target;
use super::lookup::Found;
use super::resolve::{From, Resolver};
use crate::content::kinds::MenuItem;
use crate::diagnostic::{Code, Diagnostic, Place, Spot};

impl Resolver<'_, '_> {
    /// An entry of the menu: a folder or a page, with or without `.md`.
    pub(super) fn menu(&mut self, from: From, item: &MenuItem) {
        let (to, spot) = (item.to.value.as_str(), item.to.spot);
        let made = matches!(to.trim_matches('/'), "actions" | "tags");
        let written = format!("{}.md", to.trim_end_matches('/'));
        if made {
            self.set(spot, Target::List(to.trim_matches('/').to_owned(), None));
        } else if matches!(self.ground.lookup.path(from.path, to), Found::Missing(_) | Found::Later)
            && matches!(self.ground.lookup.path(from.path, &written), Found::Document(_))
        {
            self.path(from, spot, &written, None, None);
        } else {
            match self.ground.lookup.entry(from.path, to) {
                found @ (Found::Missing(_) | Found::Outside) => self.missing(from, spot, to, found, None),
                Found::Later => {
                    let message = format!("`{to}` is not published: this version makes no pages of it");
                    let help = "the entry is left out of the menu; take it out here too".to_owned();
                    self.set(spot, Target::Nothing);
                    self.tell(from, spot, Code::LinkToWithheld, message, help);
                }
                _ => self.path(from, spot, to, None, None),
            }
        }
    }

    /// Tells of entries of the menu that lead where an earlier one leads.
    pub(super) fn twice_in_menu(&mut self, from: From) {
        let mut seen: Vec<(&Target, Spot)> = vec![];
        for item in self.ground.input.menu {
            let spot = item.to.spot;
            let Some((_, target)) = self.targets.iter().find(|(other, _)| *other == spot) else { continue };
            match seen.iter().find(|(other, _)| *other == target) {
                _ if *target == Target::Nothing => {}
                Some((_, first)) => self.told.push(
                    Diagnostic::new(
                        Code::MenuTwice,
                        Place::spot(from.path, spot),
                        format!("`{}` stands in the menu twice", item.to.value),
                    )
                    .also(Place::spot(from.path, *first).label("it is here already"))
                    .help("take one of the two out"),
                ),
                None => seen.push((target, spot)),
            }
        }
    }
}
