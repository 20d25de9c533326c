//! What is the same on every page: the group, how to reach it, and the way around.

use super::scene::{Scene, contact, text};
use super::{
    DormantView, ImprintView, LegalView, LinkView, ListLinks, Picture, PrivacyView, RegistrationView, SafeguardingView,
    SiteView, documents,
};
use crate::content::kinds::{Activity, Imprint, KindName};
use crate::plan::{Target, output_path, set_address};
use crate::site::{SETTINGS, Statement};
use tera::Value;

/// What the frame takes from the theme and from `data/`.
pub struct FrameInputs {
    /// The address of the stylesheet below the site, `/style.0123.css`.
    pub stylesheet: String,
    /// The theme's options.
    pub options: Value,
    /// The files in `data/`.
    pub data: Value,
}

/// The addresses that the menu of a frame leads to, that of the link to join among them.
pub fn marked(frame: &Value) -> Vec<String> {
    let menu = frame.get_from_path("menu").and_then(Value::as_array).unwrap_or_default();
    let links = menu.iter().chain(frame.get_from_path("join"));
    links.filter_map(|link| link.get_from_path("href")?.as_str().map(str::to_owned)).collect()
}

/// Scripts that run from right to left: their languages.
const RIGHT_TO_LEFT: [&str; 11] = ["ar", "he", "fa", "ur", "ps", "yi", "sd", "ug", "ckb", "dv", "syr"];

/// The direction of a language's script: `ltr` or `rtl`.
pub(super) fn direction(lang: &str) -> &'static str {
    let primary = lang.split('-').next().unwrap_or("").to_lowercase();
    if RIGHT_TO_LEFT.contains(&primary.as_str()) { "rtl" } else { "ltr" }
}

/// The frame of all pages.
pub fn frame(scene: &Scene, inputs: FrameInputs) -> SiteView {
    let settings = scene.settings;
    let lists = list_links(scene);
    let lang = settings.lang.value.clone();
    SiteView {
        name: settings.name.value.clone(),
        dir: direction(&lang),
        lang,
        strapline: text(settings.strapline.as_ref()),
        about: text(settings.about.as_ref()),
        area: text(settings.area.as_ref()),
        home: scene.href("/"),
        url: scene.origin.map(|origin| format!("{origin}{}/", scene.base)),
        logo: logo(scene),
        icon: scene.href(&format!("/{}", scene.plan.icons.tab)),
        touch_icon: scene.plan.icons.touch.as_ref().map(|path| scene.href(&format!("/{path}"))),
        colour: settings.colour.as_ref().map(|colour| colour.0.clone()),
        contact: contact(&settings.contact),
        join: settings.join.as_ref().and_then(|at| scene.address_link(SETTINGS, at, Some(scene.word("join")))),
        donate: settings.donate.as_ref().and_then(|at| scene.address_link(SETTINGS, at, Some(scene.word("donate")))),
        social: settings.social.iter().filter_map(|at| scene.address_link(SETTINGS, at, None)).collect(),
        licence: text(settings.licence.as_ref()),
        legal: settings.legal.as_ref().map(|legal| LegalView {
            form: text(legal.form.as_ref()),
            registrations: legal
                .registrations
                .iter()
                .map(|at| RegistrationView { with: at.with.value.clone(), number: at.number.value.clone() })
                .collect(),
            charity_number: text(legal.charity_number.as_ref()),
            company_number: text(legal.company_number.as_ref()),
            office: text(legal.office.as_ref()),
        }),
        imprint: settings.imprint.as_ref().map(|at| imprint(at)),
        safeguarding: settings.safeguarding.as_ref().map(|at| SafeguardingView {
            lead: text(at.lead.as_ref()),
            contact: at.contact.as_ref().map(|at| contact(at)),
            policy: at
                .policy
                .as_ref()
                .and_then(|policy| scene.address_link(SETTINGS, policy, Some(scene.word("safeguarding-policy")))),
        }),
        privacy: settings.privacy.as_ref().map(|at| PrivacyView {
            controller: text(at.controller.as_ref()),
            contact: at.contact.as_ref().map(|at| contact(at)),
        }),
        dormant: settings.status.as_ref().filter(|status| status.is.value == Activity::Dormant).map(|status| {
            DormantView {
                note: text(status.note.as_ref()),
                go_to: status.go_to.as_ref().and_then(|at| scene.address_link(SETTINGS, at, None)),
            }
        }),
        menu: menu(scene, &lists),
        statements: statements(scene),
        lists,
        stylesheet: scene.href(&inputs.stylesheet),
        options: inputs.options,
        data: inputs.data,
        extra: Value::from_serializable(&settings.extra),
    }
}

/// The group's logo, called by the group's name.
pub(super) fn logo(scene: &Scene) -> Option<Picture> {
    scene.picture(SETTINGS, scene.settings.logo.as_ref()?, &scene.settings.name, None)
}

/// The imprint as readers see it.
pub(super) fn imprint(imprint: &Imprint) -> ImprintView {
    ImprintView {
        promoter: text(imprint.promoter.as_ref()),
        responsible: text(imprint.responsible.as_ref()),
        address: text(imprint.address.as_ref()),
        on_behalf_of: text(imprint.on_behalf_of.as_ref()),
        printer: text(imprint.printer.as_ref()),
    }
}

/// The title of a list: its introduction's, or the theme's word.
pub(super) fn list_title(scene: &Scene, folder: &str) -> String {
    match scene.site.introductions.get(folder) {
        Some(doc) if scene.site.is_published(*doc) => scene.shape(*doc).title.value.clone(),
        _ => scene.word(folder),
    }
}

fn list_links(scene: &Scene) -> ListLinks {
    let link = |path: &str, folder: &str| {
        let there = scene
            .plan
            .targets
            .get(path)
            .is_some_and(|target| !matches!(target, Target::Document(_) | Target::Redirect(_) | Target::File(_)));
        there.then(|| LinkView { title: list_title(scene, folder), href: scene.href(&format!("/{folder}/")) })
    };
    let of_kind = |kind: KindName| kind.folder().and_then(|folder| link(&format!("{folder}/index.html"), folder));
    let principles = scene.site.set("principles").map(|set| LinkView {
        title: documents::set_title(scene, &scene.site.sets[set]),
        href: scene.href(&set_address(scene.site, set)),
    });
    ListLinks {
        campaigns: of_kind(KindName::Campaign),
        actions: of_kind(KindName::Action),
        stories: of_kind(KindName::Story),
        principles,
        definitions: of_kind(KindName::Definition),
        quotes: of_kind(KindName::Quote),
        people: of_kind(KindName::Person),
        resources: of_kind(KindName::Resource),
        tags: link("tags/index.html", "tags"),
    }
}

/// Links to the statements, whoever makes them.
fn statements(scene: &Scene) -> Vec<LinkView> {
    let links = Statement::ALL.into_iter().filter_map(|statement| {
        let title = match scene.plan.targets.get(&output_path(statement.address()))? {
            Target::Document(doc) => scene.shape(*doc).title.value.clone(),
            _ => scene.word(statement.name()),
        };
        Some(LinkView { title, href: scene.href(statement.address()) })
    });
    links.collect()
}

/// What `menu:` names; without it the lists that have something in them.
fn menu(scene: &Scene, lists: &ListLinks) -> Vec<LinkView> {
    let settings = scene.settings;
    if settings.menu.is_empty() {
        let about = scene.site.page_at("/about/").map(|doc| scene.link(doc));
        let all = [
            &lists.campaigns,
            &lists.actions,
            &lists.stories,
            &lists.principles,
            &lists.definitions,
            &lists.quotes,
            &lists.people,
            &lists.resources,
            &about,
        ];
        return all.into_iter().flatten().cloned().collect();
    }
    let entries = settings.menu.iter().filter_map(|item| {
        let href = scene.target_href(SETTINGS, item.to.spot)?;
        let title = text(item.title.as_ref()).unwrap_or_else(|| title(scene, item.to.spot));
        Some(LinkView { title, href })
    });
    entries.collect()
}

/// The title of what an entry of the menu leads to.
fn title(scene: &Scene, spot: crate::diagnostic::Spot) -> String {
    use crate::site::Target as Named;
    match scene.site.targets.get(SETTINGS, spot) {
        Some(Named::Document(serial, _)) => {
            scene.site.targets.doc(*serial).map_or_else(String::new, |doc| scene.shape(doc).title.value.clone())
        }
        Some(Named::List(folder, _)) => match scene.site.set(folder) {
            Some(set) => documents::set_title(scene, &scene.site.sets[set]),
            None if folder.is_empty() => scene.word("home"),
            None => list_title(scene, folder),
        },
        Some(Named::File(path)) => path.rsplit('/').next().unwrap_or(path).to_owned(),
        _ => String::new(),
    }
}
