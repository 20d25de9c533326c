//! Looks up everything that documents name: references, files, links, pictures and headings.

use super::lookup::{Found, Lookup};
use super::withheld::{Withheld, withholds_file};
use super::{DocId, Input, SETTINGS, Target};
use crate::content::document::Shape;
use crate::content::fields::{Mention, Named, To};
use crate::content::kinds::{Content, KindName, MenuItem};
use crate::content::markdown::Destination;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Spot};
use std::collections::{BTreeSet, HashMap};

/// What was looked up.
pub(super) struct Resolved {
    /// What each spot leads to.
    pub(super) targets: HashMap<(DocId, Spot), Target>,
    /// The files that published pages use, and all of `static/`.
    pub(super) files: BTreeSet<SitePath>,
}

struct Resolver<'a, 'i> {
    input: &'a Input<'i>,
    lookup: &'a Lookup<'i>,
    withheld: &'a [Option<Withheld>],
    told: &'a mut Vec<Diagnostic>,
    resolved: Resolved,
}

/// The document that is being looked at.
#[derive(Clone, Copy)]
struct From<'f> {
    doc: DocId,
    path: &'f SitePath,
    /// Its files are published, and it is worth a warning where a link leads to something that is not.
    published: bool,
}

pub(super) fn resolve(
    input: &Input,
    lookup: &Lookup,
    withheld: &[Option<Withheld>],
    told: &mut Vec<Diagnostic>,
) -> Resolved {
    let files = input.files.iter().filter(|file| file.starts_with("static/")).cloned().collect();
    let mut resolver =
        Resolver { input, lookup, withheld, told, resolved: Resolved { targets: HashMap::new(), files } };
    let settings = crate::content::settings::path();
    for mention in input.settings_mentions {
        resolver.mention(From { doc: SETTINGS, path: &settings, published: true }, mention, None);
    }
    for item in &input.settings.menu {
        resolver.menu(From { doc: SETTINGS, path: &settings, published: true }, item);
    }
    for (doc, shape) in input.shapes.iter().enumerate() {
        let from = From { doc, path: &shape.path, published: withheld[doc].is_none() };
        for mention in &shape.mentions {
            resolver.mention(from, mention, Some(shape));
        }
        resolver.text(from, shape);
        resolver.rules(shape);
    }
    resolver.resolved
}

impl Resolver<'_, '_> {
    fn tell(&mut self, from: From, spot: Spot, code: Code, message: String, help: String) {
        self.told.push(Diagnostic::new(code, Place::spot(from.path, spot), message).help(help));
    }

    fn set(&mut self, from: From, spot: Spot, target: Target) {
        if from.published
            && let Target::File(path) = &target
        {
            self.resolved.files.insert(path.clone());
        }
        self.resolved.targets.insert((from.doc, spot), target);
    }

    fn mention(&mut self, from: From, mention: &Mention, shape: Option<&Shape>) {
        match &mention.what {
            Named::Document(to, name) => self.reference(from, mention, *to, name),
            Named::File(path) => {
                let hidden = shape.is_some_and(|shape| withholds_file(shape, mention.spot, self.input.today));
                match self.lookup.path(from.path, path) {
                    Found::File(_) if hidden => self.set(from, mention.spot, Target::Nothing),
                    Found::File(file) => self.set(from, mention.spot, Target::File(file)),
                    found => self.missing_file(from, mention.spot, path, &found),
                }
            }
            Named::Page(path, anchor) => {
                if path.is_empty() {
                    let target =
                        anchor.clone().map_or(Target::Nothing, |anchor| Target::Document(from.doc, Some(anchor)));
                    return self.set(from, mention.spot, target);
                }
                self.path(from, mention.spot, path, anchor.as_deref(), None);
            }
        }
    }

    /// An entry of the menu: a folder or a page, with or without `.md`.
    fn menu(&mut self, from: From, item: &MenuItem) {
        let (to, spot) = (item.to.value.as_str(), item.to.spot);
        let made = matches!(to.trim_matches('/'), "actions" | "tags");
        let written = format!("{}.md", to.trim_end_matches('/'));
        if to.contains(',') && matches!(self.lookup.path(from.path, to), Found::Missing(_)) {
            let items: Vec<_> = to.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
            let help = format!("put it in brackets: `menu: [{}]`", items.join(", "));
            self.tell(from, spot, Code::CommaList, "a list is not written with commas alone".to_owned(), help);
        } else if made {
            self.set(from, spot, Target::List(to.trim_matches('/').to_owned(), None));
        } else if matches!(self.lookup.path(from.path, to), Found::Missing(_))
            && matches!(self.lookup.path(from.path, &written), Found::Document(_))
        {
            self.path(from, spot, &written, None, None);
        } else {
            self.path(from, spot, to, None, None);
        }
    }

    fn reference(&mut self, from: From, mention: &Mention, to: To, name: &str) {
        let (key, spot) = (mention.key, mention.spot);
        match self.lookup.reference(to, name) {
            Found::Document(doc) => match self.withheld[doc] {
                Some(reason) => {
                    self.set(from, spot, Target::Nothing);
                    if to == To::Person {
                        self.person_withheld(from, spot, key, doc, reason);
                    }
                }
                None => self.set(from, spot, Target::Document(doc, None)),
            },
            Found::Later => self.set(from, spot, Target::Nothing),
            Found::Several(names) if to == To::Any && names.len() == 1 => {
                let message = format!("`{key}` takes names with their folder, and `{name}` stands alone");
                self.tell(from, spot, Code::AmbiguousReference, message, format!("write `{}`", names[0]));
            }
            Found::Several(names) => {
                let help = format!("write which one: {}", or(&names));
                self.tell(from, spot, Code::AmbiguousReference, format!("`{name}` could be several things"), help);
            }
            Found::Other(doc) => {
                let found = &self.input.shapes[doc];
                let message = format!("`{name}` is {}, and `{key}` takes {}", found.standing.kind.name(), takes(to));
                let diagnostic = Diagnostic::new(Code::WrongKind, Place::spot(from.path, spot), message);
                let diagnostic = diagnostic.also(found.place(found.title.spot).label("this is what the name means"));
                self.told.push(diagnostic.help(format!("write the name of {}, or use another field", takes(to))));
            }
            Found::Missing(near) => {
                let help = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => {
                        "a reference is the name of a file without `.md`: look into the folder for its name".to_owned()
                    }
                };
                self.tell(
                    from,
                    spot,
                    Code::UnknownReference,
                    format!("there is no {} called `{name}`", bare(to)),
                    help,
                );
            }
            Found::List(_) | Found::File(_) | Found::Outside => unreachable!("references lead to documents"),
        }
    }

    /// A person is named by name on the page, and it would be missed that nothing of it shows.
    fn person_withheld(&mut self, from: From, spot: Spot, key: &str, doc: DocId, reason: Withheld) {
        if !from.published || matches!(reason, Withheld::Unclear | Withheld::Broken) {
            return;
        }
        let title = &self.input.shapes[doc].title.value;
        let message = format!("`{key}` names \"{title}\", whose page is not published: {}", reason.why());
        let help = "the page says nothing of them; publish their page, or take this line out".to_owned();
        self.tell(from, spot, Code::LinkToWithheld, message, help);
    }

    fn missing_file(&mut self, from: From, spot: Spot, path: &str, found: &Found) {
        let help = match found {
            Found::Outside => "put the file into the site's folder: nothing outside it is published".to_owned(),
            Found::Missing(Some(near)) => format!("did you mean `{near}`?"),
            Found::Document(_) | Found::List(_) => "this is a page; a file is wanted here".to_owned(),
            _ => "put the file beside this one, or write its path from this file".to_owned(),
        };
        self.tell(from, spot, Code::MissingFile, format!("there is no file `{path}`"), help);
    }

    /// A path in an address field or in a link; `words` are a link's words.
    fn path(&mut self, from: From, spot: Spot, path: &str, anchor: Option<&str>, words: Option<&str>) {
        match self.lookup.path(from.path, path) {
            Found::Document(doc) => match self.withheld[doc] {
                Some(reason) => {
                    self.set(from, spot, Target::Nothing);
                    self.link_to_withheld(from, spot, doc, reason, words);
                }
                None => {
                    let anchor = anchor.and_then(|anchor| self.anchor(from, spot, path, doc, anchor));
                    self.set(from, spot, Target::Document(doc, anchor));
                }
            },
            Found::List(folder) => {
                let anchor = anchor.and_then(|anchor| self.list_anchor(from, spot, path, &folder, anchor));
                self.set(from, spot, Target::List(folder, anchor));
            }
            Found::File(file) => self.set(from, spot, Target::File(file)),
            Found::Later => self.set(from, spot, Target::Nothing),
            found => {
                let host = path.split('/').next().unwrap_or("");
                let help = match found {
                    Found::Outside => "a link leads to a file inside the site's folder".to_owned(),
                    Found::Missing(Some(near)) => format!("did you mean `{near}`?"),
                    _ if host.contains('.') && !host.ends_with(".md") && !host.starts_with('.') => {
                        format!("if this is an address on the web, write `https://{path}`")
                    }
                    _ => "write the path from this file to the other, such as `../stories/hannah.md`".to_owned(),
                };
                self.tell(from, spot, Code::BrokenLink, format!("there is no file `{path}`"), help);
            }
        }
    }

    fn link_to_withheld(&mut self, from: From, spot: Spot, doc: DocId, reason: Withheld, words: Option<&str>) {
        // One mistake, one message: what cannot be read has its own.
        if !from.published || matches!(reason, Withheld::Unclear | Withheld::Broken) {
            return;
        }
        let title = &self.input.shapes[doc].title.value;
        let message = format!("this leads to \"{title}\", which is not published: {}", reason.why());
        let help = match words {
            // The words may tell what the person did not want told.
            Some(words) if reason.is_consent() => format!(
                "the link is left out, and its words stay: \"{words}\". Read them again: may they be published?"
            ),
            _ => "the link is left out, and its words stay".to_owned(),
        };
        self.tell(from, spot, Code::LinkToWithheld, message, help);
    }

    fn anchor(&mut self, from: From, spot: Spot, path: &str, doc: DocId, anchor: &str) -> Option<String> {
        let shape = &self.input.shapes[doc];
        if let Some(id) = shape.outline.anchor(anchor) {
            return Some(id.to_owned());
        }
        let ids: Vec<_> = shape.outline.headings.iter().map(|heading| heading.id.as_str()).collect();
        let help = anchor_help(anchor, &ids);
        self.tell(from, spot, Code::MissingAnchor, format!("`{path}` has no heading `#{anchor}`"), help);
        None
    }

    /// On the page of a set or on the glossary each item has an id, and its headings have it in front.
    fn list_anchor(&mut self, from: From, spot: Spot, path: &str, folder: &str, anchor: &str) -> Option<String> {
        let wanted = crate::content::slug::slug(anchor);
        let items = self.input.shapes.iter().enumerate().filter(|(doc, shape)| {
            shape.standing.folder == folder
                && !shape.standing.index
                && self.withheld[*doc].is_none()
                && shape.standing.kind != KindName::PrincipleSet
        });
        let ids: Vec<String> = items.filter_map(|(_, shape)| super::segments(shape).pop()).collect();
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
            match self.lookup.path(from.path, &image.path) {
                Found::File(file) => self.set(from, image.spot, Target::File(file)),
                found => self.missing_file(from, image.spot, &image.path, &found),
            }
        }
    }

    /// Rules that need more than the file itself.
    fn rules(&mut self, shape: &Shape) {
        if let Some(election) = shape.common.election_material.as_ref().filter(|election| election.value)
            && !self.input.settings.imprint.as_ref().is_some_and(|imprint| imprint.is_complete())
        {
            // Elections Act 2022, Part 6; Political Parties, Elections and Referendums Act 2000, section 143.
            let message = "election material needs an imprint, and `site.yaml` has none that is complete";
            let help = "add to site.yaml:\nimprint:\n  promoter: Name of the person or group\n  address: Their address";
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
        if let (Content::Principle(principle), folder) = (&shape.content, &shape.standing.folder)
            && let Some(group) = &principle.group
        {
            let set = self.input.shapes.iter().find_map(|other| match &other.content {
                Content::PrincipleSet(set) if other.standing.folder == *folder => Some(set),
                _ => None,
            });
            let groups: Vec<_> = set.iter().flat_map(|set| &set.groups).map(|group| group.id.value.as_str()).collect();
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

fn anchor_help(anchor: &str, ids: &[&str]) -> String {
    match crate::content::fields::nearest(anchor, ids.iter().copied()) {
        Some(near) => format!("did you mean `#{near}`?"),
        None if ids.is_empty() => "it has no headings; take out what follows `#`".to_owned(),
        None => format!("it has: {}", ids.iter().take(12).map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ")),
    }
}

fn or(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
}

fn takes(to: To) -> &'static str {
    match to {
        To::Principle => "a principle",
        To::Campaign => "a campaign",
        To::Story => "a story",
        To::Definition => "a definition",
        To::Person => "a person",
        To::Page => "a page",
        To::Any | To::Unchecked => "anything",
    }
}

fn bare(to: To) -> &'static str {
    match to {
        To::Any | To::Unchecked => "file",
        other => takes(other).trim_start_matches("a "),
    }
}
