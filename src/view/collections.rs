//! Pages made of many documents: lists, the home page, the glossary, quotes, tags and "take action".

use super::body::Bodies;
use super::kinds::{ActionView, MomentView};
use super::scene::Scene;
use super::{
    ActionsView, AnchoredCard, CampaignActions, GlossaryView, HomeView, LinkView, ListView, QuotesView, TagView,
    campaigns, documents,
};
use crate::content::kinds::{Campaign, Content, KindName, MomentKind, Status};
use crate::plan::pages;
use crate::site::{DocId, Set};
use tera::Value;

/// How many of each the home page shows.
const FEW: usize = 3;

/// One page of a list.
pub(super) fn list(scene: &Scene, of: &'static str, folder: &str, docs: &[DocId], page: usize) -> ListView {
    let size = scene.plan.list_size.max(1);
    let all = pages(docs.len(), size);
    let href =
        |page: usize| scene.href(&if page == 1 { format!("/{folder}/") } else { format!("/{folder}/page/{page}/") });
    let items = docs.chunks(size).nth(page - 1).unwrap_or(&[]);
    ListView {
        of,
        items: scene.cards(items),
        total: docs.len(),
        page,
        pages: all,
        newer: (page > 1).then(|| href(page - 1)),
        older: (page < all).then(|| href(page + 1)),
    }
}

/// The terms that a set and its items use, each once.
pub(super) fn terms_of_set(scene: &Scene, set: &Set) -> Vec<DocId> {
    let shown = [set.introduction, set.declared].into_iter().flatten().chain(set.items.iter().copied());
    let mut terms: Vec<DocId> = vec![];
    for term in shown.filter(|doc| scene.site.is_published(*doc)).flat_map(|doc| scene.site.relations.uses.of(doc)) {
        if !terms.contains(term) {
            terms.push(*term);
        }
    }
    terms
}

/// All terms in full.
pub(super) fn glossary(scene: &Scene) -> GlossaryView {
    let mut bodies = Bodies::new(scene, None);
    let terms = scene.site.list(KindName::Definition).iter().filter_map(|doc| match &scene.shape(*doc).content {
        Content::Definition(definition) => Some(documents::definition(scene, *doc, definition, &mut bodies)),
        _ => None,
    });
    GlossaryView { terms: terms.collect() }
}

/// All quotes.
pub(super) fn quotes(scene: &Scene) -> QuotesView {
    anchored(scene, scene.site.list(KindName::Quote))
}

/// These quotes.
pub(super) fn anchored(scene: &Scene, docs: &[DocId]) -> QuotesView {
    let quotes = docs.iter().map(|doc| AnchoredCard { id: anchor(scene, *doc), card: scene.card(*doc) });
    QuotesView { quotes: quotes.collect() }
}

fn anchor(scene: &Scene, doc: DocId) -> String {
    scene.site.address(doc).rsplit('#').next().unwrap_or_default().to_owned()
}

/// All tags.
pub(super) fn tags(scene: &Scene) -> Vec<TagView> {
    let tags = scene.site.tags.iter().map(|tag| TagView {
        title: tag.title.clone(),
        href: scene.href(&format!("/tags/{}/", tag.segment)),
        count: tag.docs.len(),
    });
    tags.collect()
}

fn campaign<'s>(scene: &'s Scene, doc: DocId) -> Option<&'s Campaign> {
    match &scene.shape(doc).content {
        Content::Campaign(campaign) => Some(campaign),
        _ => None,
    }
}

/// The first headings in the text of an action stand below its title.
const ACTION_TEXT_LEVEL: u8 = 4;

/// What there is to do for the whole site.
fn site_actions(scene: &Scene, docs: &[DocId]) -> Vec<ActionView> {
    let actions = docs.iter().filter_map(|doc| match &scene.shape(*doc).content {
        Content::Action(action) => {
            Some(ActionView::of(scene, *doc, &scene.shape(*doc).title, action, &anchor(scene, *doc)))
        }
        _ => None,
    });
    actions.collect()
}

/// The same with the texts of their files, which are shown nowhere else.
fn actions_with_texts(scene: &Scene, docs: &[DocId]) -> Vec<ActionView> {
    let mut bodies = Bodies::new(scene, None);
    let mut actions = site_actions(scene, docs);
    for (action, doc) in actions.iter_mut().zip(docs).filter(|(action, _)| !action.closed) {
        action.text = bodies.text(*doc, ACTION_TEXT_LEVEL, &format!("{}--", action.id));
    }
    actions
}

/// One action of the site.
pub(super) fn action(scene: &Scene, doc: DocId) -> ActionsView {
    ActionsView { site: actions_with_texts(scene, &[doc]), campaigns: vec![] }
}

/// "Take action".
pub(super) fn actions(scene: &Scene) -> ActionsView {
    let campaigns = scene.site.list(KindName::Campaign).iter().filter_map(|doc| {
        let campaign = campaign(scene, *doc).filter(|campaign| campaign.status.value.is_open())?;
        let actions: Vec<_> =
            campaigns::actions(scene, *doc, campaign).into_iter().filter(|action| !action.closed).collect();
        (!actions.is_empty()).then(|| CampaignActions { campaign: scene.card(*doc), actions })
    });
    let site = actions_with_texts(scene, scene.site.list(KindName::Action));
    ActionsView { site, campaigns: campaigns.collect() }
}

/// The home page, and whether `show:` chose what it features.
pub(super) struct Home {
    /// What the template gets.
    pub(super) home: HomeView,
    /// `show:` chose.
    pub(super) picked: bool,
    /// What `show:` names that has no section of its own.
    pub(super) rest: Vec<Value>,
}

/// The home page: what `show:` in `index.md` picks, else what is current.
pub(super) fn home(scene: &Scene, doc: Option<DocId>) -> Home {
    let show = doc.map_or_else(Vec::new, |doc| scene.named(doc, &scene.shape(doc).common.show));
    let of = |kind: KindName| show.iter().copied().filter(move |doc| scene.shape(*doc).standing.kind == kind);
    let calm = |doc: &DocId| !scene.shape(*doc).common.sensitive;
    let going_on: Vec<_> = scene
        .site
        .list(KindName::Campaign)
        .iter()
        .copied()
        .filter(calm)
        .filter(|doc| campaign(scene, *doc).is_some_and(|campaign| campaign.status.value.is_open()))
        .collect();
    let active = |doc: &DocId| campaign(scene, *doc).is_some_and(|campaign| campaign.status.value == Status::Active);
    let current = of(KindName::Campaign)
        .next()
        .or_else(|| going_on.iter().copied().find(active))
        .or_else(|| going_on.first().copied());
    let picked_campaigns: Vec<_> = of(KindName::Campaign).skip(1).collect();
    let others = if show.is_empty() {
        going_on.iter().copied().filter(|doc| Some(*doc) != current).take(FEW).collect()
    } else {
        picked_campaigns
    };
    let story = of(KindName::Story).next().or_else(|| scene.site.list(KindName::Story).iter().copied().find(calm));
    let main_set = scene.site.set("principles").map(|set| &scene.site.sets[set]);
    let picked_principles: Vec<_> = of(KindName::Principle).collect();
    let principles =
        if picked_principles.is_empty() { main_set.map_or(vec![], |set| set.items.clone()) } else { picked_principles };
    let picked_resources: Vec<_> = of(KindName::Resource).collect();
    let resources = if picked_resources.is_empty() {
        scene.site.list(KindName::Resource).iter().copied().filter(calm).take(FEW).collect()
    } else {
        picked_resources
    };
    let mut quotes: Vec<_> = of(KindName::Quote).collect();
    quotes.extend(scene.site.placed("home").iter().copied().filter(|doc| !quotes.contains(doc)).collect::<Vec<_>>());
    let (upcoming, wins) = moments(scene);
    let rest = show.iter().copied().filter(|doc| {
        let kind = scene.shape(*doc).standing.kind;
        matches!(kind, KindName::Page | KindName::Definition | KindName::Person | KindName::PrincipleSet)
    });
    let rest = scene.cards(&rest.collect::<Vec<_>>());
    let picked_actions: Vec<_> = of(KindName::Action).collect();
    let mut actions = site_actions(scene, scene.site.list(KindName::Action));
    if !picked_actions.is_empty() {
        let ids: Vec<_> = picked_actions.iter().map(|doc| anchor(scene, *doc)).collect();
        actions.retain(|action| ids.contains(&action.id));
    }
    actions.retain(|action| !action.closed);
    actions.truncate(FEW);
    let home = HomeView {
        progress: current.and_then(|doc| campaign(scene, doc)).map_or(vec![], |campaign| {
            campaign.progress.iter().map(|progress| campaigns::progress_view(progress)).collect()
        }),
        campaign: current.map(|doc| scene.card(doc)),
        campaigns: scene.cards(&others),
        actions,
        upcoming,
        wins,
        story: story.map(|doc| scene.card(doc)),
        quote: story.and_then(|doc| match &scene.shape(doc).content {
            Content::Story(story) => documents::quote(story),
            _ => None,
        }),
        principles: scene.cards(&principles),
        principles_link: scene
            .list_href("principles")
            .zip(main_set)
            .map(|(href, set)| LinkView { title: documents::set_title(scene, set), href }),
        resources: scene.cards(&resources),
        quotes: scene.cards(&quotes),
    };
    Home { home, picked: !show.is_empty(), rest }
}

/// From all campaigns: what comes up, nearest first, and what was won, newest first.
fn moments(scene: &Scene) -> (Vec<MomentView>, Vec<MomentView>) {
    let (mut upcoming, mut wins) = (vec![], vec![]);
    for doc in scene.site.list(KindName::Campaign) {
        let Some(campaign) = campaign(scene, *doc).filter(|_| !scene.shape(*doc).common.sensitive) else { continue };
        let (coming, past) = campaigns::moments(scene, *doc, campaign);
        let link = scene.link(*doc);
        let with_link = |moment: MomentView| MomentView { campaign: Some(link.clone()), ..moment };
        if campaign.status.value.is_open() {
            upcoming.extend(coming.into_iter().map(with_link));
        }
        let won: Vec<_> =
            past.into_iter().filter(|moment| moment.kind == Some(MomentKind::Win.word())).map(with_link).collect();
        // A won campaign whose timeline tells of no win is a line by itself.
        if let (true, true, Some(ended)) = (won.is_empty(), campaign.status.value == Status::Won, &campaign.ended) {
            let what = scene.shape(*doc).title.value.clone();
            wins.push(MomentView {
                date: ended.value.to_string(),
                what,
                kind: Some(MomentKind::Win.word()),
                story: None,
                source: None,
                campaign: Some(link.clone()),
            });
        }
        wins.extend(won);
    }
    upcoming.sort_by(|a, b| a.date.cmp(&b.date));
    wins.sort_by(|a, b| b.date.cmp(&a.date));
    upcoming.truncate(FEW);
    wins.truncate(FEW);
    (upcoming, wins)
}
