//! The other kinds as their pages show them.
//!
//! Long because: one function a kind, all alike.

use super::body::Bodies;
use super::kinds::{
    ChangeView, DefinitionView, GroupView, ItemChangeView, ModuleView, PersonView, PrincipleView, QuoteView,
    ResourceView, RetiredView, SetSummary, SetView, StoryView, SupportView, VideoView,
};
use super::scene::{Scene, day, text, texts};
use super::{LinkView, PageExtras, hrefs};
use crate::content::at::At;
use crate::content::kinds::{
    Content, Definition, ItemChange, KindName, KnownAs, Numbering, Page, Person, Principle, PrincipleSet, Resource,
    Story, fold, name_words,
};
use crate::site::{DocId, Set};
use tera::Value;

/// A page's children and quotes.
pub(super) fn page(scene: &Scene, doc: DocId, page: &Page) -> PageExtras {
    let own = scene.shape(doc);
    // `help/index.md` stands for the folder: the pages right below it are its children.
    let below = own.path.strip_suffix("index.md").filter(|_| !own.standing.index);
    let children = below.map_or_else(Vec::new, |below| {
        let is_child = |other: &DocId| {
            let path = &scene.shape(*other).path[below.len()..];
            let is_page = scene.shape(*other).standing.kind == KindName::Page && scene.site.place(*other).is_some();
            *other != doc && is_page && !path.strip_suffix("/index.md").unwrap_or(path).contains('/')
        };
        let mut children: Vec<_> = scene.site.below(below).filter(is_child).collect();
        children.sort_unstable_by_key(|doc| scene.site.place(*doc));
        children
    });
    let mut quotes: Vec<_> = page.quotes.iter().filter_map(|quote| super::Card::of_inline(scene, doc, quote)).collect();
    quotes.extend(scene.cards(scene.site.placed(&own.standing.name)));
    PageExtras { children: scene.cards(&children), quotes }
}

/// Documents of one relation, newest first.
pub(super) fn newest(scene: &Scene, docs: &[DocId]) -> Vec<DocId> {
    let mut docs = docs.to_vec();
    docs.sort_unstable_by_key(|doc| scene.site.newest(*doc));
    docs
}

/// Whether readers are told that a name is changed.
pub(super) fn name_changed(story: &Story) -> bool {
    story.who.as_ref().is_some_and(|who| who.known_as == KnownAs::Changed)
}

/// A story.
pub(super) fn story(scene: &Scene, doc: DocId, story: &Story) -> StoryView {
    let who = story.who.as_ref();
    let anonymous = who.is_some_and(|who| who.known_as == KnownAs::Anonymous);
    // A page about someone who must not be named would name them.
    let hidden = who.is_some_and(|who| matches!(who.known_as, KnownAs::Changed | KnownAs::Anonymous));
    StoryView {
        who: who.and_then(|who| who.shown()),
        name_changed: name_changed(story),
        anonymous,
        role: who.and_then(|who| text(who.role.as_ref())),
        person: who
            .filter(|_| !hidden)
            .and_then(|who| who.person.as_ref())
            .and_then(|at| scene.site.named(doc, at.spot))
            .map(|doc| scene.link(doc)),
        // The page of someone who must not be named shows their name, whichever field leads there.
        teller: story
            .teller
            .as_ref()
            .and_then(|at| scene.site.named(doc, at.spot))
            .filter(|teller| !who.is_some_and(|who| names(&scene.shape(*teller).title, &who.hidden())))
            .map(|doc| scene.link(doc)),
        place: story.place.as_ref().map(|place| place.text()),
        campaign: story.campaign.as_ref().and_then(|at| scene.site.named(doc, at.spot)).map(|doc| scene.card(doc)),
        principles: scene.cards(&scene.named(doc, &story.principles)),
        what_changed: text(story.what_changed.as_ref()),
        what_we_learned: text(story.what_we_learned.as_ref()),
        quote: quote(story),
        support: story.support.as_ref().map(|support| SupportView {
            text: support.text.value.clone(),
            href: support.url.as_ref().and_then(|url| scene.address_href(doc, url)),
            phone: text(support.phone.as_ref()),
            phone_href: support.phone.as_ref().map(|phone| hrefs::tel(phone)),
        }),
        video: story.video.as_ref().and_then(|video| {
            let transcript = video.transcript.as_ref().and_then(|at| scene.address_link(doc, at, None));
            Some(VideoView { href: scene.address_href(doc, &video.url)?, transcript })
        }),
        examples_of: scene.cards(scene.site.relations.examples_of.of(doc)),
    }
}

/// Whether a text holds one of these folded words.
fn names(text: &str, hidden: &[String]) -> bool {
    name_words(text).any(|word| hidden.contains(&fold(word)))
}

/// A story's own words, with the name that readers may see.
pub(super) fn quote(story: &Story) -> Option<QuoteView> {
    let quote = story.quote.as_ref()?;
    let by = text(quote.by.as_ref()).or_else(|| story.who.as_ref().and_then(|who| who.shown()));
    Some(QuoteView { text: quote.text.value.clone(), by })
}

/// The number of an item as its set shows it: by its place among the items, or what the item itself says.
pub(super) fn number(scene: &Scene, doc: DocId) -> Option<String> {
    let set = scene.site.set_of(doc)?;
    let declared = declared(scene, set);
    let numbering = declared.map_or(Numbering::Digits, |set| set.numbering);
    let place = scene.site.place(doc)? + 1;
    let Content::Principle(principle) = &scene.shape(doc).content else { return None };
    if let (Some(number), false) = (&principle.number, numbering == Numbering::Nothing) {
        return Some(number.value.clone());
    }
    match numbering {
        Numbering::Digits => Some(place.to_string()),
        Numbering::Roman => Some(roman(place)),
        Numbering::Letters => Some(letters(place)),
        Numbering::Nothing => None,
    }
}

fn roman(mut number: usize) -> String {
    let signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut roman = String::new();
    for (value, sign) in signs {
        while number >= value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}

fn letters(mut number: usize) -> String {
    let mut letters = vec![];
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'A' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    letters.iter().rev().collect()
}

fn declared<'s>(scene: &'s Scene, set: &Set) -> Option<&'s PrincipleSet> {
    match set.declared.map(|doc| &scene.shape(doc).content) {
        Some(Content::PrincipleSet(set)) => Some(set),
        _ => None,
    }
}

/// What a principle's page says of its set.
pub(super) fn set_summary(scene: &Scene, set: &Set) -> SetSummary {
    let declared = declared(scene, set);
    let index = scene.site.set(&set.folder).unwrap_or(0);
    SetSummary {
        title: set_title(scene, set),
        href: scene.href(&crate::plan::set_address(scene.site, index)),
        version: declared.and_then(|set| text(set.version.as_ref())),
        item_name: declared.map_or("principle", |set| set.item_name.word()),
        status: declared.and_then(|set| set.status.as_ref()).map(|status| status.word()),
    }
}

/// A set's title; the theme's word for principles if nobody wrote one.
pub(super) fn set_title(scene: &Scene, set: &Set) -> String {
    match set.declared.or(set.introduction) {
        Some(doc) => scene.shape(doc).title.value.clone(),
        None => scene.word("principles"),
    }
}

/// Headings on the page of a set: its groups have level 2, its items 3, and their texts begin below.
const ITEM_TEXT_LEVEL: u8 = 4;

/// An item on its own page.
pub(super) fn principle(scene: &Scene, doc: DocId, principle: &Principle) -> PrincipleView {
    let mut view = item(scene, doc, principle);
    view.practice = practice(scene, doc);
    view.set = scene.site.set_of(doc).map(|set| set_summary(scene, set));
    view
}

/// "In practice": campaigns first, then stories, resources and quotes.
fn practice(scene: &Scene, doc: DocId) -> Vec<Value> {
    let relations = &scene.site.relations;
    let mut docs = newest(scene, relations.practice.of(doc));
    docs.extend(
        newest(scene, relations.quotes.of(doc)).into_iter().filter(|quote| !relations.practice.of(doc).contains(quote)),
    );
    docs.sort_by_key(|doc| match scene.shape(*doc).standing.kind {
        KindName::Campaign => 0,
        KindName::Story => 1,
        KindName::Resource => 2,
        _ => 3,
    });
    scene.cards(&docs)
}

fn item(scene: &Scene, doc: DocId, principle: &Principle) -> PrincipleView {
    let shape = scene.shape(doc);
    let links = |docs: &[DocId]| docs.iter().map(|doc| scene.link(*doc)).collect();
    let groups =
        scene.site.set_of(doc).and_then(|set| declared(scene, set)).map_or(&[][..], |set| set.groups.as_slice());
    PrincipleView {
        id: shape.segments().pop().unwrap_or_default(),
        title: shape.title.value.clone(),
        href: scene.href(scene.site.address(doc)),
        number: number(scene, doc),
        code: text(principle.code.as_ref()),
        group: principle
            .group
            .as_ref()
            .and_then(|id| groups.iter().find(|group| group.id.value == id.value))
            .map(|group| group.title.value.clone()),
        statement: text(principle.statement.as_ref()),
        why: text(principle.why.as_ref()),
        in_practice: texts(&principle.in_practice),
        not_this: texts(&principle.not_this),
        questions: texts(&principle.questions),
        since: text(principle.since.as_ref()),
        retired: principle.retired.as_ref().map(|retired| RetiredView {
            version: text(retired.version.as_ref()),
            why: text(retired.why.as_ref()),
            replaced_by: scene.named(doc, &retired.replaced_by).first().map(|doc| scene.link(*doc)),
        }),
        replaces: links(scene.site.relations.replaces.of(doc)),
        see_also: links(scene.site.relations.see_also.of(doc)),
        body: None,
        practice: vec![],
        set: None,
    }
}

/// A set with every item in full.
pub(super) fn set(scene: &Scene, set: &Set) -> SetView {
    let mut bodies = Bodies::new(scene, None);
    let mut full = |doc: &DocId| {
        let Content::Principle(principle) = &scene.shape(*doc).content else { return None };
        let mut view = item(scene, *doc, principle);
        view.body = bodies.text(*doc, ITEM_TEXT_LEVEL, &format!("{}--", view.id));
        Some((principle.group.as_ref().map(|group| group.value.clone()), view))
    };
    let items: Vec<_> = set.items.iter().filter_map(&mut full).collect();
    let retired = set.retired.iter().filter_map(&mut full).map(|(_, view)| view).collect();
    let own = declared(scene, set);
    SetView {
        item_name: own.map_or("principle", |own| own.item_name.word()),
        version: own.and_then(|own| text(own.version.as_ref())),
        status: own.and_then(|own| own.status.as_ref()).map(|status| status.word()),
        in_force_from: own.and_then(|own| day(own.in_force_from.as_ref())),
        adopted_by: own.and_then(|own| text(own.adopted_by.as_ref())),
        steward: own.and_then(|own| text(own.steward.as_ref())),
        licence: own.and_then(|own| text(own.licence.as_ref())).or_else(|| text(scene.settings.licence.as_ref())),
        based_on: own
            .into_iter()
            .flat_map(|own| &own.based_on)
            .filter_map(|source| scene.source(set.declared?, Some(source)))
            .collect(),
        authors: own.and_then(|own| own.cite.as_ref()).map(|cite| texts(&cite.authors)).unwrap_or_default(),
        doi: own.and_then(|own| own.cite.as_ref()).and_then(|cite| text(cite.doi.as_ref())),
        sign: sign(scene, set, own),
        sign_closed: own.and_then(|own| own.sign.as_ref()).is_some_and(|sign| !sign.open),
        groups: groups(own, items),
        retired,
        changes: own
            .into_iter()
            .flat_map(|own| &own.changes)
            .map(|change| ChangeView {
                version: change.version.value.clone(),
                date: day(change.date.as_ref()),
                note: text(change.note.as_ref()),
                items: change.items.iter().map(|item| item_change(scene, set, item)).collect(),
            })
            .collect(),
    }
}

fn sign(scene: &Scene, set: &Set, own: Option<&PrincipleSet>) -> Option<LinkView> {
    let sign = own?.sign.as_ref().filter(|sign| sign.open)?;
    let url = sign.url.as_ref().and_then(|url| scene.address_href(set.declared?, url));
    let href = url.or_else(|| sign.email.as_ref().map(|email| hrefs::mailto(email, None, None)))?;
    Some(LinkView { title: scene.word("sign-set"), href })
}

/// Items under the headings of their groups, in the order of the groups; those without one come first.
fn groups(own: Option<&PrincipleSet>, items: Vec<(Option<String>, PrincipleView)>) -> Vec<GroupView> {
    let mut groups = vec![GroupView { id: None, title: None, items: vec![] }];
    groups.extend(own.into_iter().flat_map(|own| &own.groups).map(|group| GroupView {
        id: Some(group.id.value.clone()),
        title: Some(group.title.value.clone()),
        items: vec![],
    }));
    for (group, view) in items {
        let place = groups.iter().position(|other| other.id == group).unwrap_or(0);
        groups[place].items.push(view);
    }
    groups.retain(|group| !group.items.is_empty());
    groups
}

fn item_change(scene: &Scene, set: &Set, change: &At<ItemChange>) -> ItemChangeView {
    let found = set.items.iter().chain(&set.retired).find(|doc| scene.shape(**doc).standing.name == change.item.value);
    let item = match found {
        Some(doc) => scene.link(*doc),
        // It may be gone; its name is all there is.
        None => LinkView { title: change.item.value.replace('-', " "), href: String::new() },
    };
    ItemChangeView { item, change: change.change.word(), why: text(change.why.as_ref()) }
}

/// A term, with its sentence as this page links it.
pub(super) fn definition(scene: &Scene, doc: DocId, definition: &Definition, bodies: &mut Bodies) -> DefinitionView {
    let shape = scene.shape(doc);
    let relations = &scene.site.relations;
    let links = |docs: &[DocId]| docs.iter().map(|doc| scene.link(*doc)).collect::<Vec<_>>();
    DefinitionView {
        id: shape.segments().pop().unwrap_or_default(),
        title: shape.title.value.clone(),
        href: scene.href(scene.site.address(doc)),
        definition: bodies.sentence(doc).unwrap_or_else(Value::none),
        also: texts(&definition.also),
        source: scene.source(doc, definition.source.as_ref()),
        status: definition.status.as_ref().map(|status| status.word()),
        plain: text(definition.plain.as_ref()),
        see_also: links(relations.see_also.of(doc)),
        not_to_be_confused_with: links(&scene.named(doc, &definition.not_to_be_confused_with)),
        examples: scene.cards(&scene.named(doc, &definition.examples)),
        used_in: vec![],
    }
}

/// The pages that use a term, by title.
pub(super) fn used_in(scene: &Scene, doc: DocId) -> Vec<LinkView> {
    let mut used_in = scene.site.relations.used_in.of(doc).to_vec();
    used_in.retain(|other| !scene.shape(*other).common.sensitive);
    used_in.sort_by_cached_key(|doc| (scene.shape(*doc).title.to_lowercase(), *doc));
    used_in.into_iter().map(|doc| scene.link(doc)).collect()
}

/// A person.
pub(super) fn person(scene: &Scene, doc: DocId, person: &Person) -> PersonView {
    let shown = |story: &DocId| match &scene.shape(*story).content {
        // A story of someone who must not be named is not listed under their name.
        Content::Story(told) => told.who.as_ref().is_none_or(|who| {
            let hidden = matches!(who.known_as, KnownAs::Changed | KnownAs::Anonymous);
            !hidden || who.person.as_ref().is_none_or(|person| scene.site.named(*story, person.spot) != Some(doc))
        }),
        _ => true,
    };
    let told = newest(scene, scene.site.relations.told.of(doc));
    PersonView {
        role: person.role.value.clone(),
        kind: text(person.kind.as_ref()),
        until: day(person.until.as_ref()),
        stories: scene.cards(&told.into_iter().filter(shown).collect::<Vec<_>>()),
    }
}

/// A resource's button.
pub(super) fn button(scene: &Scene, doc: DocId, resource: &Resource) -> Option<LinkView> {
    let url = resource.url.as_ref().and_then(|url| scene.address_href(doc, url));
    let file =
        || resource.file.as_ref().and_then(|file| scene.site.file(doc, file.spot)).map(|path| scene.file_href(path));
    let href = url.or_else(file)?;
    let title = text(resource.link_text.as_ref())
        .unwrap_or_else(|| scene.word(&format!("resource-button-{}", resource.kind.word())));
    Some(LinkView { title, href })
}

/// A resource.
pub(super) fn resource(scene: &Scene, doc: DocId, resource: &Resource) -> ResourceView {
    ResourceView {
        kind: resource.kind.word(),
        button: button(scene, doc, resource),
        length: text(resource.length.as_ref()),
        parts: text(resource.parts.as_ref()),
        modules: resource
            .modules
            .iter()
            .map(|module| ModuleView {
                title: module.title.value.clone(),
                length: text(module.length.as_ref()),
                href: module.url.as_ref().and_then(|url| scene.address_href(doc, url)),
                free: module.free,
            })
            .collect(),
        cost: text(resource.cost.as_ref()),
        format: resource.format.as_ref().map(|format| format.word()),
        provider: text(resource.provider.as_ref()),
        principles: scene.cards(&scene.named(doc, &resource.principles)),
        quotes: scene.cards(scene.site.relations.quotes.of(doc)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_other_signs() {
        assert_eq!(
            (roman(4), roman(19), letters(1), letters(28)),
            ("IV".into(), "XIX".into(), "A".into(), "AB".into())
        );
    }
}
