//! Looks up everything that documents name: references, files, links, pictures and headings.

use super::again;
use super::ground::Ground;
use super::lookup::Found;
use super::resolved::Resolved;
use super::said::{anchor_help, bare, instead, or, other_field, takes, there_is};
use super::titled::Unknown;
use super::withheld::{Withheld, withholds_file};
use super::{DocId, SETTINGS, Serial, Target};
use crate::content::document::Shape;
use crate::content::face::Face;
use crate::content::fields::{Mention, Named, To};
use crate::content::kinds::Content;
use crate::content::markdown::{Destination, typed};
use crate::content::names::shows;
use crate::content::place::translation_of;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Spot};

/// What is looked up for one document. Of others it sees their faces, and whether they are withheld.
pub(super) struct Resolver<'a, 'i> {
    pub(super) ground: &'a Ground<'i>,
    pub(super) told: Vec<Diagnostic>,
    unknown: Vec<Unknown>,
    pub(super) targets: Vec<(Spot, Target)>,
}

/// The document that is being looked at.
#[derive(Clone, Copy)]
pub(super) struct From<'f> {
    doc: DocId,
    pub(super) path: &'f SitePath,
    /// Its files are published, and it is worth a warning where a link leads to something that is not.
    published: bool,
}

/// What a document names.
pub(super) fn document(ground: &Ground, doc: DocId) -> Resolved {
    let shape = &ground.input.shapes[doc];
    let mut resolver = Resolver { ground, told: vec![], unknown: vec![], targets: vec![] };
    let from = From { doc, path: &shape.path, published: ground.withheld[doc].is_none() };
    for mention in &shape.mentions {
        resolver.mention(from, mention, Some(shape));
    }
    resolver.text(from, shape);
    resolver.rules(shape);
    Resolved::new(resolver.targets, resolver.told, resolver.unknown, from.published, again::asked(shape))
}

/// What `site.yaml` names.
pub(super) fn settings(ground: &Ground) -> Resolved {
    let path = crate::content::settings::path();
    let mut resolver = Resolver { ground, told: vec![], unknown: vec![], targets: vec![] };
    let from = From { doc: SETTINGS, path: &path, published: true };
    for mention in ground.input.settings_mentions {
        resolver.mention(from, mention, None);
    }
    for item in ground.input.menu {
        resolver.menu(from, item);
    }
    resolver.twice_in_menu(from);
    resolver.texts_with_another_end();
    Resolved::new(resolver.targets, resolver.told, resolver.unknown, from.published, Box::default())
}

impl Resolver<'_, '_> {
    pub(super) fn tell(&mut self, from: From, spot: Spot, code: Code, message: String, help: String) {
        self.told.push(Diagnostic::new(code, Place::spot(from.path, spot), message).help(help));
    }

    pub(super) fn set(&mut self, spot: Spot, target: Target) {
        self.targets.push((spot, target));
    }

    /// A document, or `site.yaml` itself.
    fn set_document(&mut self, spot: Spot, doc: DocId, anchor: Option<String>) {
        let serial = self.ground.input.prints.get(doc).map_or(Serial::SETTINGS, |prints| prints.serial);
        self.set(spot, Target::Document(serial, anchor));
    }

    fn mention(&mut self, from: From, mention: &Mention, shape: Option<&Shape>) {
        match &mention.what {
            Named::Document(to, name) => self.reference(from, mention, *to, name),
            Named::Web(_) => {}
            Named::File(path) => {
                let hidden = shape.is_some_and(|shape| withholds_file(shape, mention.spot, self.ground.input.today));
                match self.ground.lookup.file(from.path, path) {
                    Found::File(_) if hidden => self.set(mention.spot, Target::Nothing),
                    Found::File(file) => self.set(mention.spot, Target::File(file)),
                    found => self.missing_file(from, mention.spot, path, &found, false),
                }
            }
            Named::Page(path, anchor) => {
                if path.is_empty() {
                    return match anchor {
                        Some(_) => self.set_document(mention.spot, from.doc, anchor.clone()),
                        None => self.set(mention.spot, Target::Nothing),
                    };
                }
                if mention.outer == "social" && matches!(self.ground.lookup.path(from.path, path), Found::Missing(_)) {
                    let message = format!("`{path}` is no web address");
                    let is_host = path.split('/').next().is_some_and(|host| host.contains('.') && !host.contains('@'));
                    let help = if is_host {
                        format!("if this is an address on the web, write `https://{path}`")
                    } else {
                        let name = path.trim_start_matches('@');
                        format!("write the full address of your page there, as in `https://social.example/@{name}`")
                    };
                    return self.tell(from, mention.spot, Code::BrokenLink, message, help);
                }
                self.path(from, mention.spot, path, anchor.as_deref(), None);
            }
        }
    }

    /// Tells of pages that an editor gave a second ending, as the one that comes with Windows does: they are no pages.
    fn texts_with_another_end(&mut self) {
        let doubled = |path: &&SitePath| path.starts_with("content/") && path.to_lowercase().ends_with(".md.txt");
        for path in self.ground.input.files.iter().filter(doubled) {
            let name = &path[path.rfind('/').map_or(0, |slash| slash + 1)..path.len() - ".txt".len()];
            let message = "this is no page, because its name ends with `.txt`";
            let help =
                format!("rename it to `{name}`; Windows shows the whole name if you let it show file name extensions");
            self.told.push(Diagnostic::new(Code::FileLeftOut, Place::file(path), message).help(help));
        }
    }

    fn reference(&mut self, from: From, mention: &Mention, to: To, name: &str) {
        let (key, spot) = (mention.key, mention.spot);
        match self.ground.lookup.reference(to, name) {
            Found::Document(doc) if self.ground.withheld[doc].is_some() => self.set(spot, Target::Nothing),
            Found::Document(doc) => self.set_document(spot, doc, None),
            Found::Later => self.set(spot, Target::Nothing),
            Found::Several(names) => {
                let (message, help) = match &names[..] {
                    [one] => (format!("`{name}` stands here without its folder"), format!("write `{one}`")),
                    _ => (format!("`{name}` could be several things"), format!("write which one: {}", or(&names))),
                };
                self.tell(from, spot, Code::AmbiguousReference, message, help);
            }
            Found::Other(doc) => {
                let found = self.ground.lookup.face(doc);
                let message = format!("`{name}` is {}, and `{key}` takes {}", found.standing().kind.name(), takes(to));
                let diagnostic = Diagnostic::new(Code::WrongKind, Place::spot(from.path, spot), message);
                let diagnostic = diagnostic.also(found.title_place().label("this is what the name means"));
                let of = (from.doc != SETTINGS).then(|| self.ground.lookup.face(from.doc).standing().kind);
                let help = other_field(of, found.standing().kind, to, name);
                self.told.push(diagnostic.help(help));
            }
            Found::List(folder) => self.set(spot, Target::List(folder, None)),
            Found::Missing(near) => {
                let help = near
                    .map_or_else(|| there_is(&self.ground.lookup, to, name), |near| format!("did you mean `{near}`?"));
                let message = format!("there is no {} called `{name}`", bare(to));
                self.unknown.push(Unknown { told: self.told.len(), to, name: name.to_owned() });
                self.tell(from, spot, Code::UnknownReference, message, help);
            }
            Found::File(_) | Found::Outside => unreachable!("references lead to documents"),
        }
    }

    fn missing_file(&mut self, from: From, spot: Spot, path: &str, found: &Found, in_text: bool) {
        let help = match found {
            Found::Outside => "put the file into the site's folder: nothing outside it is published".to_owned(),
            Found::Missing(Some(near)) => {
                format!("did you mean `{}`?", if in_text { typed(near) } else { near.clone() })
            }
            Found::Document(_) | Found::List(_) => "this is a page; a file is wanted here".to_owned(),
            _ => {
                let there = self.ground.lookup.files_there(from.path, path);
                let there = there.map_or_else(String::new, |there| format!("{there}. Or "));
                format!(
                    "{there}put the file beside this one, or write its path from this file (if you do not have it, take this out)"
                )
            }
        };
        self.tell(from, spot, Code::MissingFile, format!("there is no file `{path}`"), help);
    }

    /// A path in an address field or in a link; `words` are a link's words.
    pub(super) fn path(&mut self, from: From, spot: Spot, path: &str, anchor: Option<&str>, words: Option<&str>) {
        match self.ground.lookup.path(from.path, path) {
            Found::Document(doc) => match self.ground.withheld[doc] {
                _ if from.published && self.shows_hidden_name(doc, words) => {
                    self.set(spot, Target::Nothing);
                    let message = "these words hold a name that must not be shown".to_owned();
                    let file = self.ground.lookup.face(doc).path();
                    let help = format!(
                        "{file} hides the name of its person: name them as readers may see them, here and in the rest of this page"
                    );
                    self.tell(from, spot, Code::NameShown, message, help);
                }
                Some(reason) => {
                    self.set(spot, Target::Nothing);
                    self.link_to_withheld(from, spot, doc, reason, words);
                }
                None => {
                    let anchor = anchor.and_then(|anchor| self.anchor(from, spot, path, doc, anchor));
                    self.set_document(spot, doc, anchor);
                }
            },
            Found::List(folder) => {
                let anchor = anchor.and_then(|anchor| self.list_anchor(from, spot, path, &folder, anchor));
                self.set(spot, Target::List(folder, anchor));
            }
            Found::File(file) => self.set(spot, Target::File(file)),
            Found::Later => self.set(spot, Target::Nothing),
            found => self.missing(from, spot, path, found, words),
        }
    }

    /// Tells of a path that leads nowhere.
    pub(super) fn missing(&mut self, from: From, spot: Spot, path: &str, found: Found, words: Option<&str>) {
        // Whether the file is there or not: it is published nowhere.
        let first = translation_of(path)
            .filter(|first| matches!(self.ground.lookup.path(from.path, first), Found::Document(_)));
        if let Some(first) = first {
            let message = format!("`{path}` is a translation by its name, and translations are not published yet");
            let help = format!("take this out until they are; `{first}` is the page in the first language");
            return self.tell(from, spot, Code::BrokenLink, message, help);
        }
        let help = match found {
            Found::Outside => self.inside(from, path),
            Found::Missing(near) => instead(&self.ground.lookup, from.path, path, near, words),
            _ => unreachable!("the others lead somewhere"),
        };
        self.tell(from, spot, Code::BrokenLink, format!("there is no file `{path}`"), help);
    }

    /// What to do about a path that leads out: often it goes up once too often.
    fn inside(&self, from: From, path: &str) -> String {
        let below = path.trim_start_matches("../");
        match self.ground.lookup.path(from.path, below) {
            Found::Document(_) | Found::List(_) | Found::File(_) => format!("did you mean `{below}`?"),
            _ => "a link leads to a file inside the site's folder".to_owned(),
        }
    }

    /// Whether the words of a link to a story hold the name that it hides.
    fn shows_hidden_name(&self, doc: DocId, words: Option<&str>) -> bool {
        words.is_some_and(|words| shows(words, &self.ground.lookup.face(doc).hidden()))
    }

    fn link_to_withheld(&mut self, from: From, spot: Spot, doc: DocId, reason: Withheld, words: Option<&str>) {
        // One mistake, one message: what cannot be read has its own.
        if !from.published || matches!(reason, Withheld::Unclear | Withheld::Broken) {
            return;
        }
        let title = self.ground.title_of_withheld(doc);
        let message = format!("this leads to \"{title}\", which is not published: {}", reason.why());
        let help = match words {
            // The words may tell what the person did not want told.
            Some(words) if reason.is_consent() => format!(
                "the link is left out, and its words stay: \"{words}\". Read them again: may they be published?"
            ),
            _ if from.doc == SETTINGS => "the entry is left out".to_owned(),
            _ => "the link is left out, and its words stay".to_owned(),
        };
        self.tell(from, spot, Code::LinkToWithheld, message, help);
    }

    fn anchor(&mut self, from: From, spot: Spot, path: &str, doc: DocId, anchor: &str) -> Option<String> {
        let face = self.ground.lookup.face(doc);
        if let Some(id) = face.anchor(anchor) {
            return Some(id.to_owned());
        }
        let ids: Vec<_> = face.headings().collect();
        let help = anchor_help(anchor, &ids);
        self.tell(from, spot, Code::MissingAnchor, format!("`{path}` has no heading `#{anchor}`"), help);
        None
    }

    /// On the page of a set or on the glossary each item has an id, and its headings have it in front.
    fn list_anchor(&mut self, from: From, spot: Spot, path: &str, folder: &str, anchor: &str) -> Option<String> {
        let wanted = crate::content::slug::slug(anchor);
        let ids = self.ground.listed(folder);
        if let Some(id) = ids.iter().find(|id| **id == wanted) {
            return Some(id.clone());
        }
        let help = anchor_help(anchor, &ids.iter().map(String::as_str).collect::<Vec<_>>());
        self.tell(from, spot, Code::MissingAnchor, format!("`{path}` has nothing called `#{anchor}`"), help);
        None
    }

    fn text(&mut self, from: From, shape: &Shape) {
        for link in &shape.outline.links {
            match &link.to {
                Destination::External(_) => {}
                Destination::Anchor(anchor) => {
                    if shape.outline.anchor(anchor).is_none() && !anchor.is_empty() {
                        let ids: Vec<_> = shape.outline.headings.iter().map(|heading| heading.id.as_str()).collect();
                        self.tell(
                            from,
                            link.spot,
                            Code::MissingAnchor,
                            format!("this page has no heading `#{anchor}`"),
                            anchor_help(anchor, &ids),
                        );
                    }
                }
                Destination::Internal { path, anchor } => {
                    self.path(from, link.spot, path, anchor.as_deref(), Some(&link.words));
                }
            }
        }
        for image in &shape.outline.images {
            match self.ground.lookup.file(from.path, &image.path) {
                Found::File(file) => self.set(image.spot, Target::File(file)),
                found => self.missing_file(from, image.spot, &image.path, &found, true),
            }
        }
    }

    /// Rules that need more than the file itself.
    fn rules(&mut self, shape: &Shape) {
        if let Some(election) = shape.common.election_material.as_ref().filter(|election| election.value)
            && !self.ground.input.has_imprint
        {
            // Elections Act 2022, Part 6; Political Parties, Elections and Referendums Act 2000, section 143.
            let message = "election material needs an imprint, and `site.yaml` has none that is complete";
            let help = "add to site.yaml, with the name and the address of the person or group who answers for it:\nimprint:\n  promoter: …\n  address: …";
            self.told.push(Diagnostic::new(Code::ImprintMissing, shape.place(election.spot), message).help(help));
        }
        if let Content::Campaign(campaign) = &shape.content
            && campaign.status.value.is_open()
            && campaign.actions.len() > 3
        {
            let message = "more than three actions: people choose best between three";
            let place = shape.place(campaign.actions[3].spot);
            self.told.push(
                Diagnostic::new(Code::ManyActions, place, message).help("the others follow under \"more you can do\""),
            );
        }
        if let Content::Campaign(campaign) = &shape.content {
            for (spot, message) in campaign.actions_long_ago(self.ground.input.today) {
                let help = "is another year meant? As it is, the page says that the action is closed, and shows no way to do it. If \
                            the day is right, take the action out";
                self.told.push(Diagnostic::new(Code::ActionLongAgo, shape.place(spot), message).help(help));
            }
        }
        if let (Content::Principle(principle), folder) = (&shape.content, &shape.standing.folder)
            && let Some(group) = &principle.group
            && !self.ground.set(folder).is_some_and(Face::may_have_more_groups)
        {
            let groups: Vec<_> = self.ground.set(folder).into_iter().flat_map(Face::groups).collect();
            if !groups.contains(&group.as_str()) {
                let help = match crate::content::fields::nearest(group, groups.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if groups.is_empty() => "the set has no `groups:` in its _set.yaml".to_owned(),
                    None => format!("the groups of the set are: {}", groups.join(", ")),
                };
                let message = format!("the set has no group `{}`", group.value);
                self.told.push(Diagnostic::new(Code::UnknownReference, shape.place(group.spot), message).help(help));
            }
        }
    }
}
