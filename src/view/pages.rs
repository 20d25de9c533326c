//! The view of each address: which template shows it, and with what.

use super::body::{Bodies, toc};
use super::described::{about, described};
use super::frame::{imprint, list_title, logo};
use super::scene::{Scene, day, text};
use super::seen::{Serializable, View};
use super::{DefinitionView, LinkView, PageView, Picture, campaigns, collections, documents, statements};
use crate::content::kinds::{Content, KindName};
use crate::plan::{Target, folder, pages, set_address};
use crate::site::DocId;
use tera::Value;

/// The view of an address; `None` for what is no page made by a template.
pub fn page(scene: &Scene, target: &Target) -> Option<View> {
    match target {
        Target::Document(doc) => Some(document(scene, *doc)),
        Target::Home => Some(home(scene)),
        Target::List(kind, page) => Some(list(scene, *kind, *page)),
        Target::Set(index) => Some(set(scene, *index)),
        Target::Glossary => Some(glossary(scene)),
        Target::Quotes => Some(quotes(scene)),
        Target::Actions => Some(actions(scene)),
        Target::Tags => Some(tags(scene)),
        Target::Tag(tag, page) => Some(tag_list(scene, *tag, *page)),
        Target::Statement(statement) => Some(statements::page(scene, *statement)),
        Target::NotFound => Some(not_found(scene)),
        Target::Redirect(address) => Some(redirect(scene, address)),
        Target::Sitemap | Target::Robots | Target::Icon | Target::File(_) | Target::Theme(_) => None,
    }
}

pub(super) fn view(
    scene: &Scene,
    template: &'static str,
    page: &PageView,
    extra: Option<(&'static str, &dyn Serializable)>,
) -> View {
    let mut values = vec![("site", scene.frame.clone()), ("page", Value::from_serializable(page))];
    values.extend(extra.map(|(name, value)| (name, value.value())));
    View { template, values }
}

/// A page with nothing but its title and address.
pub(super) fn bare(scene: &Scene, kind: &'static str, title: String, address: &str) -> PageView {
    let href = scene.href(address);
    let (share_image, share_alt) = share(scene, None);
    PageView {
        kind,
        head_title: title.clone(),
        title,
        canonical: scene.full(&href),
        here: Some(href.clone()).filter(|href| scene.marked.contains(href)),
        href,
        short: None,
        description: None,
        share_image,
        share_alt,
        section: None,
        breadcrumbs: vec![],
        body: None,
        toc: vec![],
        date: None,
        updated: None,
        image: None,
        tags: vec![],
        content_note: None,
        sensitive: false,
        draft: false,
        noindex: false,
        imprint: None,
        cards: vec![],
        terms: vec![],
        previous: None,
        next: None,
        extra: Value::none(),
    }
}

/// The picture of shared links and what it shows: the page's, else the group's logo. Messengers show no drawings.
fn share(scene: &Scene, image: Option<&Picture>) -> (Option<String>, Option<String>) {
    let is_shown = |picture: &Picture| crate::plan::is_photograph(&picture.src);
    let picture = image.cloned().filter(is_shown).or_else(|| logo(scene).filter(is_shown));
    let Some((picture, full)) = picture.and_then(|picture| scene.full(&picture.src).map(|full| (picture, full))) else {
        return (None, None);
    };
    (Some(full), Some(picture.alt).filter(|alt| !alt.is_empty()))
}

/// The level of the first heading of a text: below the page's own.
const TEXT_LEVEL: u8 = 2;

/// What a page takes from the document that it shows or that introduces it.
fn introduced(scene: &Scene, page: PageView, doc: DocId, bodies: &mut Bodies) -> PageView {
    let shape = scene.shape(doc);
    let common = &shape.common;
    let image = scene.image(doc, common.image.as_ref());
    let sensitive = common.sensitive;
    let (share_image, share_alt) = if sensitive { (None, None) } else { share(scene, image.as_ref()) };
    PageView {
        // Nobody should be harmed by a title in a list of tabs or a shared link (content model, section 7).
        head_title: if sensitive { scene.settings.name.value.clone() } else { page.head_title.clone() },
        description: shape.summary().or(page.description.clone()).filter(|_| !sensitive),
        short: common.short.as_ref().and_then(|path| scene.printed(path)),
        share_image,
        share_alt,
        body: bodies.text(doc, TEXT_LEVEL, ""),
        toc: toc(&scene.documents[doc].body),
        date: day(common.date.as_ref()),
        updated: day(common.updated.as_ref().or(common.date.as_ref())),
        image,
        tags: common.tags.iter().filter_map(|tag| tag_link(scene, &tag.0)).fold(vec![], |mut tags, tag| {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
            tags
        }),
        content_note: text(common.content_note.as_ref()),
        sensitive,
        draft: common.draft,
        noindex: common.draft,
        imprint: common
            .election_material
            .as_ref()
            .filter(|at| at.value)
            .and(scene.settings.imprint.as_ref())
            .map(|at| imprint(at)),
        cards: scene.cards(&scene.named(doc, &common.show)),
        terms: scene.cards(scene.site.relations.uses.of(doc)),
        extra: Value::from_serializable(&common.extra),
        ..page
    }
}

fn tag_link(scene: &Scene, name: &str) -> Option<LinkView> {
    let segment = crate::content::slug::slug(name);
    let tag = scene.site.tag(&segment)?;
    Some(LinkView { title: tag.title.clone(), href: scene.href(&format!("/tags/{}/", tag.segment)) })
}

pub(super) fn home_link(scene: &Scene) -> LinkView {
    LinkView { title: scene.word("home"), href: scene.href("/") }
}

fn document(scene: &Scene, doc: DocId) -> View {
    let shape = scene.shape(doc);
    let standing = &shape.standing;
    let (kind, template) = match standing.kind {
        KindName::Quote => return quote_alone(scene, doc),
        KindName::Action => return action_alone(scene, doc),
        KindName::Campaign => ("campaign", "campaign.html"),
        KindName::Story => ("story", "story.html"),
        KindName::Principle => ("principle", "principle.html"),
        KindName::Definition => ("definition", "definition.html"),
        KindName::Person => ("person", "person.html"),
        KindName::Resource => ("resource", "resource.html"),
        KindName::Page | KindName::PrincipleSet => ("page", "page.html"),
    };
    let mut bodies = Bodies::new(scene, Some(doc));
    // A definition's sentence stands before its text, so its terms are linked first.
    let definition = match &shape.content {
        Content::Definition(definition) => Some(DefinitionView {
            used_in: documents::used_in(scene, doc),
            ..documents::definition(scene, doc, definition, &mut bodies)
        }),
        _ => None,
    };
    let page = bare(scene, kind, shape.title.value.clone(), scene.site.address(doc));
    let mut page = introduced(scene, page, doc, &mut bodies);
    page.section = section(scene, doc);
    page.breadcrumbs = breadcrumbs(scene, doc, page.section.as_ref());
    (page.previous, page.next) = neighbours(scene, doc);
    let extra: (&'static str, Box<dyn Serializable>) = match &shape.content {
        Content::Campaign(campaign) => ("campaign", Box::new(campaigns::view(scene, doc, campaign))),
        Content::Story(story) => ("story", Box::new(documents::story(scene, doc, story))),
        Content::Principle(principle) => ("principle", Box::new(documents::principle(scene, doc, principle))),
        Content::Definition(_) => ("definition", Box::new(definition)),
        Content::Person(person) => ("person", Box::new(documents::person(scene, doc, person))),
        Content::Resource(resource) => ("resource", Box::new(documents::resource(scene, doc, resource))),
        Content::Page(own) => ("extras", Box::new(documents::page(scene, doc, own))),
        Content::PrincipleSet(_) | Content::Quote(_) | Content::Action(_) => {
            unreachable!("these have no page of their own")
        }
    };
    view(scene, template, &page, Some((extra.0, &*extra.1)))
}

/// The list that a document belongs to, as the menu names it; for a page the top folder's page.
fn section(scene: &Scene, doc: DocId) -> Option<LinkView> {
    let standing = &scene.shape(doc).standing;
    if let Some(set) = scene.site.set_of(doc) {
        let index = scene.site.set(&set.folder)?;
        return Some(LinkView {
            title: documents::set_title(scene, set),
            href: scene.href(&set_address(scene.site, index)),
        });
    }
    if let Some(folder) = standing.kind.folder() {
        return Some(LinkView { title: list_title(scene, folder), href: scene.list_href(folder)? });
    }
    let top = format!("/{}/", standing.parents.first()?);
    scene.site.page_at(&top).map(|page| scene.link(page))
}

fn breadcrumbs(scene: &Scene, doc: DocId, section: Option<&LinkView>) -> Vec<LinkView> {
    let mut crumbs = vec![home_link(scene)];
    let standing = &scene.shape(doc).standing;
    if standing.kind == KindName::Page {
        for depth in 1..=standing.parents.len() {
            let address = format!("/{}/", standing.parents[..depth].join("/"));
            crumbs.extend(scene.site.page_at(&address).map(|page| scene.link(page)));
        }
    } else {
        crumbs.extend(section.cloned());
    }
    crumbs
}

/// The earlier and the later one, for stories and principles.
fn neighbours(scene: &Scene, doc: DocId) -> (Option<LinkView>, Option<LinkView>) {
    // Stories are listed newest first, so the earlier one stands after this one in the list.
    let (items, newest_first) = match scene.shape(doc).standing.kind {
        KindName::Story => (scene.site.list(KindName::Story), true),
        KindName::Principle => (scene.site.set_of(doc).map_or(&[][..], |set| set.items.as_slice()), false),
        _ => return (None, None),
    };
    let Some(place) = scene.site.place(doc) else { return (None, None) };
    let before = place.checked_sub(1).and_then(|place| items.get(place)).map(|doc| scene.link(*doc));
    let after = items.get(place + 1).map(|doc| scene.link(*doc));
    if newest_first { (after, before) } else { (before, after) }
}

fn home(scene: &Scene) -> View {
    let doc = scene.site.doc("content/index.md").filter(|doc| scene.site.is_published(*doc));
    let title = doc.map_or_else(
        || scene.settings.name.value.clone(),
        |doc| {
            scene
                .shape(doc)
                .common
                .title
                .as_ref()
                .map_or_else(|| scene.settings.name.value.clone(), |title| title.value.clone())
        },
    );
    let mut page = bare(scene, "home", title, "/");
    page.description = about(scene);
    let mut page = match doc {
        Some(doc) => introduced(scene, page.clone(), doc, &mut Bodies::new(scene, Some(doc))),
        None => page,
    };
    let view_of = collections::home(scene, doc);
    if view_of.picked {
        page.cards = view_of.rest.clone();
    }
    view(scene, "home.html", &page, Some(("home", &view_of.home)))
}

/// The page of a list, with what `index.md` in its folder says.
fn listing(scene: &Scene, kind: &'static str, folder: &str) -> PageView {
    let page = bare(scene, kind, list_title(scene, folder), &format!("/{folder}/"));
    let mut page = match scene.site.introductions.get(folder).filter(|doc| scene.site.is_published(**doc)) {
        Some(doc) => introduced(scene, page, *doc, &mut Bodies::new(scene, Some(*doc))),
        None => page,
    };
    page.breadcrumbs = vec![home_link(scene)];
    page.section = Some(LinkView { title: page.title.clone(), href: page.href.clone() });
    page
}

/// The same page of a list as a further part: its own address, and no introduction.
fn part(scene: &Scene, page: PageView, folder: &str, number: usize) -> PageView {
    if number == 1 {
        return page;
    }
    let href = scene.href(&format!("/{folder}/page/{number}/"));
    PageView {
        canonical: scene.full(&href),
        href,
        here: None,
        short: None,
        body: None,
        toc: vec![],
        cards: vec![],
        description: None,
        ..page
    }
}

/// The documents that stand on one page of a list.
fn of_part<'a>(scene: &Scene, docs: &'a [DocId], number: usize) -> &'a [DocId] {
    docs.chunks(scene.plan.list_size.max(1)).nth(number - 1).unwrap_or_default()
}

fn list(scene: &Scene, kind: KindName, number: usize) -> View {
    let folder = folder(kind);
    let docs = scene.site.list(kind);
    let page = part(scene, listing(scene, "list", folder), folder, number);
    let page = described(scene, page, of_part(scene, docs, number));
    let list = collections::list(scene, folder_name(kind), folder, docs, number);
    view(scene, "list.html", &page, Some(("list", &list)))
}

fn folder_name(kind: KindName) -> &'static str {
    kind.folder().unwrap_or("pages")
}

fn tag_list(scene: &Scene, index: usize, number: usize) -> View {
    let tag = &scene.site.tags[index];
    let folder = format!("tags/{}", tag.segment);
    let title = scene.words.word("tag-title", &[("tag", &tag.title)]);
    let mut page = bare(scene, "tag", title, &format!("/{folder}/"));
    page.breadcrumbs = vec![home_link(scene), LinkView { title: scene.word("tags"), href: scene.href("/tags/") }];
    let page = part(scene, page, &folder, number);
    let page = described(scene, page, of_part(scene, &tag.docs, number));
    let list = collections::list(scene, "tag", &folder, &tag.docs, number);
    debug_assert!(number <= pages(tag.docs.len(), scene.plan.list_size));
    view(scene, "tag.html", &page, Some(("list", &list)))
}

fn set(scene: &Scene, index: usize) -> View {
    let set = &scene.site.sets[index];
    let mut page = bare(scene, "principle-set", documents::set_title(scene, set), &set_address(scene.site, index));
    for doc in [set.introduction, set.declared].into_iter().flatten().filter(|doc| scene.site.is_published(*doc)) {
        let title = page.title.clone();
        let body = page.body.take();
        let table = std::mem::take(&mut page.toc);
        page = introduced(scene, page, doc, &mut Bodies::new(scene, Some(doc)));
        // The text is that of `index.md`, everything else that of `_set.yaml`.
        page.title = title;
        page.body = page.body.or(body);
        page.toc = if page.toc.is_empty() { table } else { page.toc };
    }
    page.breadcrumbs = vec![home_link(scene)];
    page.section = Some(LinkView { title: page.title.clone(), href: page.href.clone() });
    page.terms = scene.cards(&collections::terms_of_set(scene, set));
    let page = described(scene, page, &set.items);
    let view_of = documents::set(scene, set);
    view(scene, "principle-set.html", &page, Some(("set", &view_of)))
}

fn glossary(scene: &Scene) -> View {
    let page = listing(scene, "glossary", "definitions");
    let page = described(scene, page, scene.site.list(KindName::Definition));
    let glossary = collections::glossary(scene);
    view(scene, "glossary.html", &page, Some(("glossary", &glossary)))
}

fn quotes(scene: &Scene) -> View {
    let page = described(scene, listing(scene, "quotes", "quotes"), &[]);
    let quotes = collections::quotes(scene);
    view(scene, "quotes.html", &page, Some(("quotes", &quotes)))
}

/// A quote alone on the page of all quotes: one that is not published, for its writer.
fn quote_alone(scene: &Scene, doc: DocId) -> View {
    let quotes = collections::anchored(scene, &[doc]);
    view(scene, "quotes.html", &listing(scene, "quotes", "quotes"), Some(("quotes", &quotes)))
}

/// An action alone on the page of all actions, likewise.
fn action_alone(scene: &Scene, doc: DocId) -> View {
    let actions = collections::action(scene, doc);
    view(scene, "actions.html", &listing(scene, "actions", "actions"), Some(("actions", &actions)))
}

fn actions(scene: &Scene) -> View {
    let page = described(scene, listing(scene, "actions", "actions"), scene.site.list(KindName::Action));
    let actions = collections::actions(scene);
    view(scene, "actions.html", &page, Some(("actions", &actions)))
}

fn tags(scene: &Scene) -> View {
    let mut page = bare(scene, "tags", scene.word("tags"), "/tags/");
    page.breadcrumbs = vec![home_link(scene)];
    let page = described(scene, page, &[]);
    let tags = collections::tags(scene);
    view(scene, "tags.html", &page, Some(("tags", &tags)))
}

fn not_found(scene: &Scene) -> View {
    let mut page = bare(scene, "404", scene.word("not-found"), "/404.html");
    page.noindex = true;
    page.canonical = None;
    view(scene, "404.html", &page, None)
}

fn redirect(scene: &Scene, address: &str) -> View {
    let href = scene.href(address);
    let values = vec![
        ("title", Value::from_serializable(&scene.word("moved"))),
        ("lang", Value::from_serializable(&scene.settings.lang.value)),
        ("dir", Value::from_serializable(super::frame::direction(&scene.settings.lang))),
        ("canonical", Value::from_serializable(&scene.full(&href))),
        ("href", Value::from_serializable(&href)),
    ];
    View { template: "redirect.html", values }
}
