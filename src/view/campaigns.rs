//! Campaigns and actions as their pages show them, and how they age.

use super::kinds::{
    ActionView, AskView, CampaignView, MomentView, PartnerView, PressView, ProgressView, StatView, TargetView,
};
use super::scene::{Scene, contact, day, text, texts};
use super::{Card, ContactView, hrefs};
use crate::content::at::At;
use crate::content::fields::Address;
use crate::content::kinds::{Action, Campaign, Deed, InlineAction, Moment, Progress};
use crate::content::slug::slug;
use crate::site::DocId;

/// How many actions a campaign's page shows before "more you can do" (content model, section 7).
const MOST_ACTIONS: usize = 3;

impl ActionView {
    /// An action that is open, with its way; closed after its deadline.
    pub(super) fn of(scene: &Scene, doc: DocId, title: &str, action: &Action, id: &str) -> Self {
        let mut view = Self::closed(title, action.deed.value, id);
        if action.is_past(scene.site.today) {
            return view;
        }
        let letter = action.template.as_ref();
        let subject = letter.and_then(|letter| text(letter.subject.as_ref()));
        let body = letter.map(|letter| letter.body.value.clone());
        let mail = |email: &str| hrefs::mailto(email, subject.as_deref(), body.as_deref());
        let file =
            action.file.as_ref().and_then(|file| scene.site.file(doc, file.spot)).map(|path| scene.file_href(path));
        let url = action.url.as_ref().and_then(|url| match &url.value {
            Address::Email(email) => Some(mail(email)),
            _ => scene.address_href(doc, url),
        });
        let email = action.email.as_ref().map(|email| mail(email));
        let phone = action.phone.as_ref().map(|phone| hrefs::tel(phone));
        view.closed = false;
        view.href = url.or(email).or_else(|| phone.clone()).or(file);
        view.email = text(action.email.as_ref());
        view.phone = text(action.phone.as_ref());
        view.phone_href = phone;
        view.post = text(action.post.as_ref());
        view.when = action.when.as_ref().map(|when| when.strftime("%Y-%m-%d %H:%M").to_string());
        view.place = text(action.place.as_ref());
        view.offline = text(action.offline.as_ref());
        view.time = text(action.time.as_ref());
        view.to = text(action.to.as_ref());
        view.hosted_by = text(action.hosted_by.as_ref());
        view.deadline = day(action.deadline.as_ref());
        view.subject = subject;
        view.letter = body;
        view
    }

    /// The site's way to join, as an action.
    fn join(scene: &Scene) -> Option<Self> {
        let href = scene.address_href(crate::site::SETTINGS, scene.settings.join.as_ref()?)?;
        let view = Self::closed(&scene.word("join"), Deed::Join, "join");
        Some(Self { closed: false, href: Some(href), ..view })
    }

    /// An action that is over: its title, and no way.
    fn closed(title: &str, deed: Deed, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            deed: deed.word(),
            title: title.to_owned(),
            time: None,
            to: None,
            hosted_by: None,
            deadline: None,
            closed: true,
            href: None,
            email: None,
            phone: None,
            phone_href: None,
            post: None,
            when: None,
            place: None,
            offline: None,
            subject: None,
            letter: None,
            text: None,
        }
    }
}

/// A campaign's actions in the order of its page: the main one first. All are closed when it is paused or over.
pub(super) fn actions(scene: &Scene, doc: DocId, campaign: &Campaign) -> Vec<ActionView> {
    let main = campaign.actions.iter().position(|action| action.action.main).unwrap_or(0);
    let mut ordered: Vec<&At<InlineAction>> = campaign.actions.iter().collect();
    if main > 0 {
        let first = ordered.remove(main);
        ordered.insert(0, first);
    }
    let mut ids: Vec<String> = vec![];
    let views = ordered.into_iter().map(|at| {
        let base = format!("{}_{}", scene.shape(doc).standing.segment, slug(&at.title));
        let id = (1..)
            .map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") })
            .find(|id| !ids.contains(id))
            .unwrap_or(base);
        ids.push(id.clone());
        match campaign.status.value.is_open() {
            true => ActionView::of(scene, doc, &at.title, &at.action, &id),
            false => ActionView::closed(&at.title, at.action.deed.value, &id),
        }
    });
    views.collect()
}

/// The action that a campaign shows first: its main one while that is open, else the site's way to join.
pub(super) fn main_action(scene: &Scene, doc: DocId, campaign: &Campaign) -> Option<ActionView> {
    match actions(scene, doc, campaign).into_iter().find(|action| !action.closed) {
        Some(action) => Some(action),
        None if campaign.actions.is_empty() && !campaign.status.value.is_over() => None,
        None => ActionView::join(scene),
    }
}

/// Everything on a campaign's page.
pub(super) fn view(scene: &Scene, doc: DocId, campaign: &Campaign) -> CampaignView {
    let main_action = main_action(scene, doc, campaign);
    let rest = actions(scene, doc, campaign)
        .into_iter()
        .filter(|action| main_action.as_ref().is_none_or(|main| main.id != action.id));
    let mut rest: Vec<_> = rest.collect();
    let shown = if main_action.is_some() { MOST_ACTIONS - 1 } else { MOST_ACTIONS };
    let more_actions = rest.split_off(rest.len().min(shown));
    let (upcoming, timeline) = moments(scene, doc, campaign);
    let relations = &scene.site.relations;
    let mut quotes: Vec<_> = campaign.quotes.iter().filter_map(|quote| Card::of_inline(scene, doc, quote)).collect();
    quotes.extend(scene.cards(relations.quotes.of(doc)));
    CampaignView {
        status: campaign.status.word(),
        over: campaign.status.value.is_over(),
        route: campaign.route.word(),
        place: campaign.place.as_ref().map(|place| place.text()),
        ask: text(campaign.ask.as_ref()),
        targets: campaign.target.iter().map(|target| target_view(scene, doc, target)).collect(),
        deadline: campaign.deadline.as_ref().map(|deadline| deadline.date.value.to_string()),
        deadline_what: campaign.deadline.as_ref().and_then(|deadline| text(deadline.what.as_ref())),
        started: day(campaign.started.as_ref()),
        ended: day(campaign.ended.as_ref()),
        main_action,
        actions: rest,
        more_actions,
        progress: campaign.progress.iter().map(|progress| progress_view(progress)).collect(),
        asks: campaign
            .asks
            .iter()
            .map(|ask| AskView {
                text: ask.text.value.clone(),
                status: ask.status.word(),
                date: day(ask.date.as_ref()),
                source: scene.source(doc, ask.source.as_ref()),
            })
            .collect(),
        upcoming,
        timeline,
        stats: campaign
            .stats
            .iter()
            .map(|stat| StatView {
                value: stat.value.value.value.clone(),
                label: stat.label.value.clone(),
                source: scene.source(doc, stat.source.as_ref()),
                as_of: day(stat.as_of.as_ref()),
            })
            .collect(),
        quotes,
        stories: scene.cards(&super::documents::newest(scene, relations.stories.of(doc))),
        principles: scene.cards(&scene.named(doc, &campaign.principles)),
        resources: vec![],
        partners: campaign
            .partners
            .iter()
            .map(|partner| PartnerView {
                name: partner.name.value.clone(),
                href: partner.url.as_ref().and_then(|url| scene.address_href(doc, url)),
                logo: partner.logo.as_ref().and_then(|logo| scene.picture(doc, logo, "", None)),
            })
            .collect(),
        organisers: texts(&campaign.organisers),
        contact: campaign.contact.as_ref().map_or_else(|| contact(&scene.settings.contact), |own| contact(own)),
        press: campaign.press.as_ref().map(|press| PressView {
            contact: press.contact.as_ref().map(|at| contact(at)),
            lines: texts(&press.lines),
            notes: text(press.notes.as_ref()),
        }),
        evidence: campaign.evidence.iter().filter_map(|source| scene.source(doc, Some(source))).collect(),
        share: campaign.share.as_ref().map(|share| share.text.value.clone()),
    }
}

fn target_view(scene: &Scene, doc: DocId, target: &crate::content::kinds::Target) -> TargetView {
    TargetView {
        name: target.name.value.clone(),
        role: text(target.role.as_ref()),
        organisation: text(target.organisation.as_ref()),
        contact: target.contact.as_ref().map(|at| -> ContactView { contact(at) }),
        why: text(target.why.as_ref()),
        position: target.position.as_ref().map(|position| position.word()),
        position_as_of: day(target.position_as_of.as_ref()),
        position_source: scene.source(doc, target.position_source.as_ref()),
    }
}

pub(super) fn progress_view(progress: &Progress) -> ProgressView {
    ProgressView {
        label: progress.label.value.clone(),
        count: progress.count.text.clone(),
        of: progress.of.as_ref().map(|of| of.text.clone()),
        value: progress.count.number,
        max: progress.of.as_ref().and_then(|of| of.number),
        as_of: day(progress.as_of.as_ref()),
    }
}

/// What is coming up, nearest first, and what happened, newest first.
pub(super) fn moments(scene: &Scene, doc: DocId, campaign: &Campaign) -> (Vec<MomentView>, Vec<MomentView>) {
    let mut moments: Vec<&At<Moment>> = campaign.timeline.iter().collect();
    // A stable sort: what stands first on a day stays first.
    moments.sort_by_key(|moment| moment.date.value);
    let (past, future): (Vec<_>, Vec<_>) =
        moments.into_iter().partition(|moment| moment.date.value <= scene.site.today);
    let view = |moment: &At<Moment>| moment_view(scene, doc, moment);
    (future.into_iter().map(view).collect(), past.into_iter().rev().map(view).collect())
}

fn moment_view(scene: &Scene, doc: DocId, moment: &Moment) -> MomentView {
    MomentView {
        date: moment.date.value.to_string(),
        what: moment.what.value.clone(),
        kind: moment.kind.as_ref().map(|kind| kind.word()),
        story: moment.story.as_ref().and_then(|story| scene.site.named(doc, story.spot)).map(|story| scene.link(story)),
        source: scene.source(doc, moment.source.as_ref()),
        campaign: None,
    }
}
