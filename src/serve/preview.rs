//! Answers what browsers ask for: pages as `build` makes them, and what only the preview has.

use super::answer::{Answer, Answers, Request};
use super::editor::Editor;
use super::http::Reach;
use super::made::Page;
use super::moment::{Moment, lock, pages};
use super::news::News;
use super::remembered::Remembered;
use super::rows::rows;
use super::status::{Gone, Problem, Status, Withholding};
use super::{assets, overview, own_pages, ribbon};
use crate::content::kinds::Content as Kind;
use crate::diagnostic::{Diagnostic, Severity, SitePath};
use crate::plan::{Target, folder};
use crate::publish::Content;
use crate::site::{DocId, Withheld};
use percent_encoding::percent_decode_str;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::watch;
use twox_hash::XxHash3_128;

/// What is the preview's own, beside the site.
const OWN: &str = "/_handbill/";

/// The preview: the site as it is now, and how to answer for it.
pub struct Preview {
    now: RwLock<Arc<Moment>>,
    reach: Reach,
    /// The site's folder, for opening files in it.
    root: PathBuf,
    editor: Option<Editor>,
    news: News,
    remembered: Mutex<Remembered>,
}

/// What there is at an address.
enum Found {
    /// A page, with the one tag of the preview's in it.
    Page(Page),
    /// A file that is no page.
    Other(Answer),
    /// Somewhere else.
    Elsewhere(String),
}

impl Preview {
    /// A preview that shows a first moment of the site in the folder `root`.
    pub(super) fn new(moment: Arc<Moment>, reach: Reach, root: PathBuf, editor: Option<Editor>) -> Self {
        Self { now: RwLock::new(moment), reach, root, editor, news: News::new(), remembered: Mutex::default() }
    }

    /// What browsers see now.
    pub(super) fn now(&self) -> Arc<Moment> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn reach(&self) -> Reach {
        self.reach
    }

    /// Shows the next moment; `files` are addresses of files whose bytes changed.
    pub(super) fn show(&self, moment: Arc<Moment>, files: Vec<String>) {
        let before = std::mem::replace(&mut *self.now.write().unwrap_or_else(PoisonError::into_inner), moment);
        self.news.announce(files);
        // Tidying up a large site takes a while, and nobody has to wait for it.
        drop(before);
    }

    /// A look at all pages of a moment came to its end: what else it found out.
    pub(super) fn looked(&self, moment: &Arc<Moment>, notices: Vec<Diagnostic>) {
        let news = moment.note_notices(notices);
        if !moment.has_mistakes() {
            lock(&self.remembered).note_whole(&moment.shown);
        }
        if news || moment.has_mistakes() {
            self.news.announce(vec![]);
        }
    }

    /// What there is at a path that a browser asks for.
    fn find(&self, moment: &Moment, path: &str) -> Found {
        if path == OWN {
            return Found::Page(self.overview(moment));
        }
        let scene = moment.shown.scene();
        if path == "/favicon.ico" && !moment.shown.plan.targets.contains_key("favicon.ico") {
            // Browsers ask for it by themselves where a page names none, such as this server's own.
            return Found::Elsewhere(scene.href(&format!("/{}", moment.shown.plan.icons.tab)));
        }
        let Some(file) = moment.output_path(path) else {
            // A site that is published below a path begins there.
            return if path == "/" { Found::Elsewhere(scene.href("/")) } else { self.missing(moment) };
        };
        if !path.is_empty() && path == scene.base {
            return Found::Elsewhere(scene.href("/"));
        }
        let withheld = moment.withheld(&file);
        if let Some(target) = moment.shown.plan.targets.get(&file)
            // Whoever writes a page of their own in place of the theme's wants to see it before it is published.
            && !(matches!(target, Target::Statement(_)) && withheld.is_some())
        {
            return self.target(moment, &file, target);
        }
        if let Some((doc, reason)) = withheld {
            return self.withheld(moment, &file, doc, reason);
        }
        let index = format!("{file}/index.html");
        if moment.shown.plan.targets.contains_key(&index)
            || moment.withheld(&index).is_some_and(|(_, reason)| !self.conceals(reason))
        {
            return Found::Elsewhere(scene.href(&format!("/{file}/")));
        }
        // A picture of a page that is not published is not published either; who sees the page here, sees it.
        let source: SitePath = format!("content/{file}").as_str().into();
        if self.reach == Reach::ThisMachine && moment.shown.asset(&source).is_some() {
            return self.target(moment, &file, &Target::File(source));
        }
        self.missing(moment)
    }

    /// What is planned at an output path.
    fn target(&self, moment: &Moment, file: &str, target: &Target) -> Found {
        let is_page = is_page(target);
        if let Some(page) = moment.made.get(file).filter(|_| is_page) {
            return Found::Page(page);
        }
        let mut buffer = vec![];
        match pages(&moment.shown).make_target(file, target, &mut buffer) {
            Ok(Content::Buffer) if is_page => {
                lock(&self.remembered).note(file, &moment.shown);
                let status = if *target == Target::NotFound { 404 } else { 200 };
                let page = page(buffer, status, moment.is_earlier(file));
                moment.made.keep(file, page.clone());
                Found::Page(page)
            }
            Ok(Content::Buffer) => Found::Other(Answer::bytes(200, buffer)),
            Ok(Content::File(disk)) => Found::Other(Answer::file(&self.root, disk)),
            Err(mistakes) => {
                if moment.note(file, mistakes) {
                    self.news.announce(vec![]);
                }
                let earlier = lock(&self.remembered).before(file, &moment.shown);
                // What others may see is decided by what the files say now, not by what they said then.
                match (self.reach == Reach::ThisMachine).then(|| earlier.make(file)).flatten() {
                    Some(html) if is_page => Found::Page(page(html, 200, true)),
                    _ if is_page => Found::Page(broken(moment, file, self.reach)),
                    _ => Found::Other(Answer::bytes(500, "This file cannot be shown: see the messages of Handbill.\n")),
                }
            }
        }
    }

    /// Whether who looks is told nothing of a document that is not published, not even that it is there.
    fn conceals(&self, reason: Withheld) -> bool {
        self.reach == Reach::Network && reason.is_consent()
    }

    /// A page that is not published, for its writer.
    fn withheld(&self, moment: &Moment, file: &str, doc: DocId, reason: Withheld) -> Found {
        if reason == Withheld::Broken {
            return Found::Page(broken(moment, file, self.reach));
        }
        if self.conceals(reason) {
            return self.missing(moment);
        }
        let edition = &moment.shown;
        let (why, help) = (reason.why(), reason.remedy());
        let shape = &edition.site.shapes[doc];
        // Nothing of what was withdrawn is shown, to nobody.
        let has_page = !matches!(shape.content, Kind::PrincipleSet(_)) && reason != Withheld::ConsentWithdrawn;
        let mut html = vec![];
        if has_page
            && pages(edition).make_target(file, &Target::Document(doc), &mut html).is_ok()
            && let Ok(mut html) = String::from_utf8(html)
        {
            ribbon::insert(&mut html, &why, help, self.reach);
            return Found::Page(page(html.into_bytes(), 200, moment.is_earlier(file)));
        }
        Found::Page(page(own_pages::withdrawn(&why, help).into_bytes(), 200, false))
    }

    /// The theme's page for what is not there.
    fn missing(&self, moment: &Moment) -> Found {
        match moment.shown.plan.targets.get("404.html") {
            Some(target) => match self.target(moment, "404.html", target) {
                Found::Page(page) => Found::Page(Page { status: 404, ..page }),
                other => other,
            },
            None => Found::Other(Answer::bytes(404, "There is nothing here.\n")),
        }
    }

    /// What is the preview's own, by what stands after `/_handbill/`.
    fn own(&self, moment: &Moment, name: &str, query: Option<&str>) -> Answer {
        if name == "status" {
            let path = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("page=")));
            // The script sends the path as the browser has it, which is encoded once already.
            let path = percent_decode_str(path.unwrap_or("/")).decode_utf8_lossy().into_owned();
            let path = percent_decode_str(&path).decode_utf8_lossy().into_owned();
            let json = serde_json::to_vec(&self.status(moment, &path)).expect("a status has plain keys");
            return Answer { content_type: Some("application/json".into()), ..Answer::bytes(200, json) };
        }
        match assets::asset(name) {
            Some((kind, bytes)) => Answer { content_type: Some(kind.into()), ..Answer::bytes(200, bytes.into_owned()) },
            None => Answer::bytes(404, "There is nothing here.\n"),
        }
    }

    /// How a page stands, for the script in it.
    fn status(&self, moment: &Moment, path: &str) -> Status {
        // Asked for first: making the page may bring a mistake to light.
        let found = self.find(moment, path);
        let file = moment.output_path(path);
        let (hash, earlier) = match found {
            Found::Page(page) if page.status != 404 => (Some(page.hash), page.earlier),
            _ => (None, false),
        };
        let withheld = file.as_deref().and_then(|file| moment.withheld(file));
        let withheld = withheld
            .filter(|_| hash.is_some())
            .map(|(_, reason)| Withholding { why: reason.why(), help: reason.remedy().to_owned() });
        let files = file.as_deref().map(|file| moment.files(file)).unwrap_or_default();
        let own = file.as_deref().map(|file| moment.mistakes(file)).unwrap_or_default();
        let keeps = |problem: &Diagnostic| own.iter().any(|own| own.places[0].path == problem.places[0].path);
        let problems: Vec<_> = moment
            .problems()
            .into_iter()
            .filter_map(|problem| {
                let here = problem.places.iter().any(|place| files.contains(&place.path)) || keeps(&problem);
                (here || problem.severity == Severity::Error).then_some((problem, here))
            })
            .collect();
        let told = &*moment.told;
        let editor = self.editor.as_ref();
        let problems = problems.iter().map(|(problem, here)| Problem::of(problem, told, *here, editor)).collect();
        let status = Status {
            edition: self.news.edition(),
            gone: hash.is_none().then(|| self.gone(moment, path)),
            page: hash,
            earlier,
            shared: self.reach == Reach::Network,
            withheld,
            ..Status::default()
        };
        let status = status.problems(problems);
        // The messages quote lines of files that nobody has agreed to show.
        if status.shared { Status { problems: vec![], ..status } } else { status }
    }

    /// Where to go from a page that is not there: the nearest one above it.
    fn gone(&self, moment: &Moment, path: &str) -> Gone {
        let mut above = path.trim_end_matches('/');
        let plan = &moment.shown.plan.targets;
        let home = moment.shown.scene().href("/");
        while let Some((parent, _)) = above.rsplit_once('/') {
            above = parent;
            let address = format!("{parent}/");
            if let Some(target) =
                moment.output_path(&address).and_then(|file| plan.get(&file)).filter(|_| address != home)
            {
                let site = &moment.shown.site;
                let doc = match target {
                    Target::Document(doc) => Some(*doc),
                    Target::List(kind, _) => site.introductions.get(folder(*kind)).copied(),
                    _ => None,
                };
                let title = doc.map_or_else(|| address.clone(), |doc| site.shapes[doc].title.value.clone());
                return Gone { href: address, title };
            }
        }
        Gone { href: home, title: moment.shown.settings.settings.name.value.clone() }
    }

    /// The page that lists all pages.
    fn overview(&self, moment: &Moment) -> Page {
        let name = &moment.shown.settings.settings.name.value;
        page(overview::overview(name, &rows(moment, self.reach), self.reach).into_bytes(), 200, false)
    }
}

impl Answers for Preview {
    fn answer(&self, request: &Request) -> Answer {
        // Before the moment: a page that says it is older than it is only looks once more at its pictures.
        let edition = self.news.edition();
        let moment = self.now();
        if let Some(name) = request.path.strip_prefix(OWN).filter(|name| !name.is_empty()) {
            return self.own(&moment, name, request.query.as_deref());
        }
        match self.find(&moment, &request.path) {
            Found::Page(page) => {
                let mut html = page.html;
                tag(&mut html, &page.hash, &edition);
                Answer::html(page.status, html)
            }
            Found::Other(answer) => answer,
            Found::Elsewhere(location) => Answer::elsewhere(location),
        }
    }

    fn news(&self) -> watch::Receiver<Arc<str>> {
        self.news.receiver()
    }
}

/// Whether a target is made of a template.
fn is_page(target: &Target) -> bool {
    !matches!(target, Target::File(_) | Target::Theme(_) | Target::Sitemap | Target::Robots | Target::Icon)
}

/// A page for one that cannot be made, and could not be before either.
fn broken(moment: &Moment, file: &str, reach: Reach) -> Page {
    let mistakes = moment.mistakes(file);
    let places = mistakes.iter().map(|mistake| &mistake.places[0].path);
    let path = moment.files(file).into_iter().chain(places.cloned()).next();
    page(own_pages::mistaken(path.as_deref().unwrap_or("site.yaml"), reach).into_bytes(), 500, false)
}

fn page(html: Vec<u8>, status: u16, earlier: bool) -> Page {
    Page { hash: format!("{:032x}", XxHash3_128::oneshot(&html)), html, status, earlier }
}

/// Puts the preview's one tag before the end of the body: which page it is, and of which edition.
fn tag(html: &mut Vec<u8>, hash: &str, edition: &str) {
    let tag =
        format!("<script src=\"/_handbill/live.js\" data-page=\"{hash}\" data-edition=\"{edition}\" defer></script>");
    let end = html.windows(b"</body>".len()).rposition(|bytes| bytes == b"</body>").unwrap_or(html.len());
    html.splice(end..end, tag.into_bytes());
}
