//! Which addresses there are, and what is at each. Two things at one address are told; nothing is rendered.

mod claims;
mod icons;

pub use icons::{Icons, Logo, is_photograph};

use crate::content::kinds::{Content, KindName};
use crate::diagnostic::{Diagnostic, Place, SitePath};
use crate::site::{DocId, Site, Statement};
use claims::{Claims, Granted};
use rayon::prelude::*;

/// What is at an address: a few bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A document's own page.
    Document(DocId),
    /// The home page.
    Home,
    /// A page of the list of a kind: which page, from 1.
    List(KindName, usize),
    /// A set with all its items: its place in [`Site::sets`].
    Set(usize),
    /// All definitions.
    Glossary,
    /// All quotes.
    Quotes,
    /// "Take action".
    Actions,
    /// All tags.
    Tags,
    /// A page of the list of a tag: its place in [`Site::tags`], and which page, from 1.
    Tag(usize, usize),
    /// A page that the theme makes from `site.yaml`.
    Statement(Statement),
    /// The page for addresses that are not there.
    NotFound,
    /// A small page that leads to another address of the site.
    Redirect(String),
    /// `sitemap.xml`.
    Sitemap,
    /// `robots.txt`.
    Robots,
    /// The picture in a browser's tab, drawn for a group that has none.
    Icon,
    /// A file of the site, as it is.
    File(SitePath),
    /// A file of the theme, or its stylesheet: its place in the theme's list.
    Theme(usize),
}

/// What the plan needs to know besides the site.
pub struct Input<'a> {
    /// Where the theme's own files go, in the theme's order.
    pub theme_files: &'a [String],
    /// How many items a page of a list shows.
    pub list_size: usize,
    /// The statements that the theme can make.
    pub statements: &'a [Statement],
    /// The group's logo.
    pub logo: Option<Logo<'a>>,
    /// The site has an address, so that there is a sitemap.
    pub has_url: bool,
}

/// What is at each address, sorted by the path of the output file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets(Vec<(String, Target)>);

impl Targets {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The path and the target at a place, from 0.
    pub fn at(&self, place: usize) -> (&str, &Target) {
        let (path, target) = &self.0[place];
        (path, target)
    }

    /// The place of a path.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(path)).ok()
    }

    /// What is at a path.
    pub fn get(&self, path: &str) -> Option<&Target> {
        self.place(path).map(|place| &self.0[place].1)
    }

    /// Whether there is something at a path.
    pub fn contains_key(&self, path: &str) -> bool {
        self.place(path).is_some()
    }

    /// All paths.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| path.as_str())
    }

    /// All paths and targets.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Target)> {
        self.0.iter().map(|(path, target)| (path.as_str(), target))
    }
}

/// All addresses of a site.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// By the path of the output file: `stories/hannah/index.html`.
    pub targets: Targets,
    /// How many items a page of a list shows.
    pub list_size: usize,
    /// The pictures for browsers and telephones.
    pub icons: Icons,
}

/// The output file of an address that ends with `/`.
pub fn output_path(address: &str) -> String {
    format!("{}index.html", address.trim_start_matches('/'))
}

/// The folder of `content/` that a list stands in for.
pub fn folder(kind: KindName) -> &'static str {
    kind.folder().unwrap_or("pages")
}

/// Plans all addresses. Never fails: what cannot have its address is told and left out.
pub fn plan(site: &Site, input: &Input) -> (Plan, Vec<Diagnostic>) {
    let mut claims = Claims::with_capacity(site.shapes.len() * 5 / 4);
    let redirects = documents(site, &mut claims);
    lists(site, input, &mut claims);
    generated(site, input, &mut claims);
    claims.append(redirects);
    let mut told = vec![];
    let mut granted = claims.granted(&site.shapes, &mut told);
    statements(input, &mut granted);
    let icons = Icons::of(site, input.logo);
    if icons.tab == icons::DRAWN {
        granted.add(icons::DRAWN.to_owned(), Target::Icon, Place::file(&icons::DRAWN.into()));
    }
    granted.tell_folders(&site.shapes, &mut told);
    (Plan { targets: granted.into_targets(), list_size: input.list_size, icons }, told)
}

/// Claims what documents have, and gives back what else leads to them: nothing has an address for that reason alone if
/// something else is there.
fn documents(site: &Site, claims: &mut Claims) -> Claims {
    let all: Vec<_> = (0..site.shapes.len()).collect();
    let parts = all.par_chunks(1024).map(|docs| {
        let mut part = (Claims::with_capacity(docs.len()), Claims::with_capacity(0));
        for doc in docs.iter().filter(|doc| site.is_published(**doc)) {
            document(site, *doc, &mut part.0);
            redirects(site, *doc, &mut part.1);
        }
        part
    });
    let mut redirects = Claims::with_capacity(0);
    for (own, others) in parts.collect::<Vec<_>>() {
        claims.append(own);
        redirects.append(others);
    }
    let home = site.doc("content/index.md").is_some_and(|doc| site.is_published(doc));
    if !home {
        claims.claim("index.html".to_owned(), Target::Home, Place::file(&"content/index.md".into()));
    }
    for (index, set) in site.sets.iter().enumerate() {
        let place = match set.declared {
            Some(doc) => site.shapes[doc].place(site.shapes[doc].title.spot),
            None => Place::file(&"content/principles".into()),
        };
        claims.claim(output_path(&set_address(site, index)), Target::Set(index), place);
    }
    redirects
}

fn document(site: &Site, doc: DocId, claims: &mut Claims) {
    let shape = &site.shapes[doc];
    match shape.standing.kind {
        // On one page together: the anchor is claimed, so that two with the same id are told.
        KindName::Quote | KindName::Action => {
            claims.document(site.address(doc).trim_start_matches('/').to_owned(), Target::Quotes, doc, shape);
        }
        KindName::PrincipleSet => {}
        _ if shape.standing.index && shape.standing.folder.is_empty() => {
            claims.spot("index.html".to_owned(), Target::Home, doc, shape.title.spot);
        }
        _ if shape.standing.index => {}
        _ => claims.document(output_path(site.address(doc)), Target::Document(doc), doc, shape),
    }
}

/// The address of a set's page.
pub fn set_address(site: &Site, set: usize) -> String {
    let set = &site.sets[set];
    set.declared.map_or_else(|| "/principles/".to_owned(), |doc| site.address(doc).to_owned())
}

/// How many pages a list has.
pub fn pages(items: usize, size: usize) -> usize {
    items.div_ceil(size.max(1)).max(1)
}

fn lists(site: &Site, input: &Input, claims: &mut Claims) {
    let folder_place = |folder: &str| Place::file(&format!("content/{folder}").into());
    for kind in [KindName::Campaign, KindName::Story, KindName::Person, KindName::Resource] {
        let items = site.list(kind).len();
        for page in 1..=if items == 0 { 0 } else { pages(items, input.list_size) } {
            claims.claim(list_path(folder(kind), page), Target::List(kind, page), folder_place(folder(kind)));
        }
    }
    let singles =
        [(KindName::Definition, Target::Glossary, "definitions"), (KindName::Quote, Target::Quotes, "quotes")];
    for (kind, target, folder) in singles {
        if !site.list(kind).is_empty() {
            claims.claim(format!("{folder}/index.html"), target, folder_place(folder));
        }
    }
    if has_actions(site) {
        claims.claim("actions/index.html".to_owned(), Target::Actions, folder_place("actions"));
    }
    for (index, tag) in site.tags.iter().enumerate() {
        // The first by path: the plan is made of bones alone, and the order of the list depends on titles.
        let first = tag.docs.iter().min().map(|doc| &site.shapes[*doc]).expect("a tag is carried");
        let place = first.common.tags.first().map_or_else(|| Place::file(&first.path), |tag| first.place(tag.spot));
        for page in 1..=pages(tag.docs.len(), input.list_size) {
            claims.claim(list_path(&format!("tags/{}", tag.segment), page), Target::Tag(index, page), place.clone());
        }
    }
    if !site.tags.is_empty() {
        claims.claim("tags/index.html".to_owned(), Target::Tags, folder_place("tags"));
    }
}

/// Whether there is anything to do: for the whole site, or in a campaign that goes on.
pub fn has_actions(site: &Site) -> bool {
    let open = |doc: &DocId| matches!(&site.shapes[*doc].content, Content::Campaign(campaign) if campaign.status.value.is_open() && !campaign.actions.is_empty());
    !site.list(KindName::Action).is_empty() || site.list(KindName::Campaign).iter().any(open)
}

fn list_path(folder: &str, page: usize) -> String {
    if page == 1 { format!("{folder}/index.html") } else { format!("{folder}/page/{page}/index.html") }
}

fn generated(site: &Site, input: &Input, claims: &mut Claims) {
    let made = |what: &str| Place::file(&what.into());
    claims.claim("404.html".to_owned(), Target::NotFound, made("404.html"));
    if input.has_url {
        claims.claim("sitemap.xml".to_owned(), Target::Sitemap, made("sitemap.xml"));
    }
    if !site.files.contains("static/robots.txt") {
        claims.claim("robots.txt".to_owned(), Target::Robots, made("robots.txt"));
    }
    for file in &site.files {
        let path = file.strip_prefix("static/").or(file.strip_prefix("content/")).unwrap_or(file);
        claims.claim(path.to_owned(), Target::File(file.clone()), Place::file(file));
    }
    for (index, file) in input.theme_files.iter().enumerate() {
        // A file of the site stands in for one of the theme.
        if !site.files.contains(format!("static/{file}").as_str()) {
            claims.claim(file.clone(), Target::Theme(index), made(file));
        }
    }
}

/// What the group has at the address of a statement stands in its place, whatever it is.
fn statements(input: &Input, granted: &mut Granted) {
    for statement in input.statements {
        if !granted.has(statement.name()) {
            let place = Place::file(&statement.name().into());
            granted.add(output_path(statement.address()), Target::Statement(*statement), place);
        }
    }
}

fn redirects(site: &Site, doc: DocId, claims: &mut Claims) {
    let shape = &site.shapes[doc];
    for alias in shape.common.aliases.iter().chain(&shape.common.short) {
        let path = alias.trim_matches('/');
        let last = path.rsplit('/').next().unwrap_or(path);
        let path = if last.ends_with(".html") || last.ends_with(".htm") {
            path.to_owned()
        } else {
            format!("{path}/index.html")
        };
        claims.spot(path, Target::Redirect(site.address(doc).to_owned()), doc, alias.spot);
    }
}
