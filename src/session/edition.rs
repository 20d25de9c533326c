//! An edition: the site at one moment, ready to be rendered. It never changes.

use super::parts::{Parts, reuse};
use super::{Options, Today, diagnostics};
use crate::content::data;
use crate::content::document::Document;
use crate::content::fields::Date;
use crate::content::fields::nearest;
use crate::content::fingerprint::fingerprint;
use crate::content::settings::SettingsDocument;
use crate::diagnostic::{Code, Diagnostic, Files, Place, SitePath, Span, Spot};
use crate::plan::{self, Plan, Target};
use crate::site::{self, DocId, Site};
use crate::source::{Asset, FileContent};
use crate::theme::{self, Setting, Theme, ThemeFiles};
use crate::view::{FrameInputs, Matches, Scene, Words, frame};
use fluent::FluentArgs;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use tera::Value;

/// What an edition is made of.
pub(super) struct Ingredients<'a> {
    pub(super) options: &'a Options,
    pub(super) files: &'a BTreeMap<SitePath, FileContent>,
    pub(super) left_out: &'a BTreeMap<SitePath, Diagnostic>,
    pub(super) settings: Arc<SettingsDocument>,
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) glossary: Vec<DocId>,
    pub(super) matches: Vec<Arc<Matches>>,
    pub(super) told: Vec<Diagnostic>,
    pub(super) without: &'a BTreeSet<SitePath>,
}

/// The site at one moment.
pub struct Edition {
    /// All documents together.
    pub site: Arc<Site>,
    /// All addresses.
    pub plan: Arc<Plan>,
    /// Templates, styles, words.
    pub theme: Arc<Theme>,
    /// All documents, by path.
    pub documents: Vec<Arc<Document>>,
    /// The settings.
    pub settings: Arc<SettingsDocument>,
    /// What there is to tell, in the order of files; places are bytes.
    pub diagnostics: Vec<Diagnostic>,
    matches: Vec<Arc<Matches>>,
    glossary: Vec<DocId>,
    assets: BTreeMap<SitePath, Asset>,
    texts: BTreeMap<SitePath, Arc<str>>,
    theme_assets: Vec<(String, PathBuf)>,
    words: ThemeWords,
    base: String,
    origin: Option<String>,
    frame: Value,
    cards: Vec<OnceLock<Value>>,
}

/// The theme's words in the form in which views ask for them.
struct ThemeWords(Arc<Theme>);

impl Words for ThemeWords {
    fn word(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, *value);
        }
        self.0.word(id, &fluent)
    }
}

/// Makes an edition; parts of the last one are used again where nothing that they are made of has changed.
pub(super) fn make(from: Ingredients, parts: &mut Parts) -> Arc<Edition> {
    let Ingredients { options, files, left_out, settings, documents, glossary, matches, mut told, without } = from;
    let assets: BTreeMap<SitePath, Asset> = files
        .iter()
        .filter_map(|(path, content)| match content {
            FileContent::Asset(asset) => Some((path.clone(), asset.clone())),
            _ => None,
        })
        .collect();
    let published: BTreeSet<SitePath> =
        assets.keys().filter(|path| path.starts_with("content/") || path.starts_with("static/")).cloned().collect();
    let today = today(options, &settings);
    let (site, site_print) =
        assemble(options, &settings, &documents, &glossary, &matches, (&published, without), today, parts, &mut told);
    let (theme, theme_assets) = load_theme(files, &settings, &assets, parts, &mut told);
    let (origin, base) = address(options, &settings);
    if origin.is_none() {
        let message = "the site has no address yet, so there is no sitemap and nothing to share";
        told.push(
            Diagnostic::new(Code::NoUrl, Place::file(&"site.yaml".into()), message)
                .help("when you know it, add `url: https://our-group.org`"),
        );
    }
    let plan = make_plan((&site, site_print), &theme, &theme_assets, origin.is_some(), parts, &mut told);
    let data = data_files(files, &mut told);
    told.extend(files.iter().filter_map(|(path, content)| match content {
        FileContent::NotText(why)
            if ["templates/", "styles/", "themes/", "data/"].iter().any(|top| path.starts_with(top)) =>
        {
            let message = format!("this file cannot be read as text: {why}");
            Some(
                Diagnostic::new(Code::NotText, Place::file(path), message)
                    .help("open it where it was written, and save it as plain text with the encoding UTF-8"),
            )
        }
        _ => None,
    }));
    for document in &documents {
        told.extend(document.told.iter().cloned());
    }
    if !files.contains_key("site.yaml") {
        // One cause, one message: nothing else is worth saying of a folder that is no site.
        let place = Place::file(&"site.yaml".into());
        told = vec![Diagnostic::new(Code::NoSite, place, "no site.yaml here").help("`handbill init` makes one")];
    }
    told.extend(left_out.values().cloned());
    let texts = files.iter().filter_map(|(path, content)| match content {
        FileContent::Text(text) => Some((path.clone(), text.clone())),
        _ => None,
    });
    let mut edition = Edition {
        words: ThemeWords(theme.clone()),
        cards: documents.iter().map(|_| OnceLock::new()).collect(),
        texts: texts.collect(),
        diagnostics: vec![],
        frame: Value::none(),
        site,
        plan,
        theme,
        documents,
        settings,
        matches,
        glossary,
        assets,
        theme_assets,
        base,
        origin,
    };
    let inputs = FrameInputs {
        stylesheet: format!("/{}", edition.theme.stylesheet().0),
        options: edition.theme.options(),
        data,
    };
    let made = frame(&edition.scene(), inputs);
    edition.frame = Value::from_serializable(&made);
    edition.diagnostics =
        diagnostics::settle(told, &edition, &diagnostics::forgiven(&edition, options.drafts, without));
    Arc::new(edition)
}

pub(super) fn today(options: &Options, settings: &SettingsDocument) -> Date {
    match options.today {
        Today::Date(date) => date,
        Today::At(moment) => {
            let zone = settings.settings.timezone.as_ref().and_then(|zone| jiff::tz::TimeZone::get(zone).ok());
            moment.to_zoned_datetime(zone.unwrap_or(jiff::tz::TimeZone::UTC)).date()
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one stage's input, gathered here and nowhere else")]
fn assemble(
    options: &Options,
    settings: &SettingsDocument,
    documents: &[Arc<Document>],
    glossary: &[DocId],
    matches: &[Arc<Matches>],
    (files, left_out): (&BTreeSet<SitePath>, &BTreeSet<SitePath>),
    today: Date,
    parts: &mut Parts,
    told: &mut Vec<Diagnostic>,
) -> (Arc<Site>, u128) {
    let shapes: Vec<_> = documents.iter().map(|document| document.shape.clone()).collect();
    let terms: Vec<Arc<[DocId]>> = matches
        .iter()
        .map(|matches| {
            let mut found: Vec<DocId> = vec![];
            for term in matches.sentence.iter().chain(&matches.body) {
                let doc = glossary[term.definition as usize];
                if !found.contains(&doc) {
                    found.push(doc);
                }
            }
            found.into()
        })
        .collect();
    let prints: Vec<_> = documents.iter().map(|document| document.shape_print).collect();
    let print =
        fingerprint(&(prints, &terms, &settings.settings, &settings.mentions, files, today, options.drafts, left_out));
    let site = reuse(&mut parts.site, print, told, || {
        site::assemble(&site::Input {
            shapes: &shapes,
            terms: &terms,
            settings: &settings.settings,
            settings_mentions: &settings.mentions,
            files,
            today,
            drafts: options.drafts,
            left_out,
        })
    });
    (site, print)
}

/// The theme, and the files of a site's own theme that are copied as they are: where to, and from where.
fn load_theme(
    files: &BTreeMap<SitePath, FileContent>,
    settings: &SettingsDocument,
    assets: &BTreeMap<SitePath, Asset>,
    parts: &mut Parts,
    told: &mut Vec<Diagnostic>,
) -> (Arc<Theme>, Vec<(String, PathBuf)>) {
    let choice = settings.settings.theme.as_ref();
    let name = choice.and_then(|choice| choice.name.as_ref());
    let texts = |folder: &'static str| {
        files.iter().filter_map(move |(path, content)| match content {
            FileContent::Text(text) if path.starts_with(folder) => Some((path.clone(), text.clone())),
            _ => None,
        })
    };
    let overrides: Vec<_> = texts("templates/").collect();
    let styles: Vec<_> = texts("styles/").collect();
    let own = name.map(|name| {
        let all = texts("themes/").map(|(path, text)| (path, Arc::<[u8]>::from(text.as_bytes())));
        ThemeFiles::of_site(name, all)
    });
    let theme_files = match own {
        Some(own) if !own.is_empty() => own,
        _ => {
            if let Some(name) = name.filter(|name| name.value != theme::DEFAULT_THEME) {
                let message = format!("there is no theme called `{}`", name.value);
                let help = match nearest(&name.value, [theme::DEFAULT_THEME].into_iter()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!(
                        "put it into the folder `themes/{}`, or take the line out to have the theme that is built in",
                        name.value
                    ),
                };
                told.push(
                    Diagnostic::new(Code::ThemeSettings, Place::spot(&"site.yaml".into(), name.spot), message)
                        .help(help),
                );
            }
            ThemeFiles::embedded()
        }
    };
    let folder = format!("themes/{}/static/", theme_files.name());
    let theme_assets = assets
        .iter()
        .filter_map(|(path, asset)| Some((path.strip_prefix(&folder)?.to_owned(), asset.disk.clone())))
        .collect();
    let chosen: theme::Settings = choice
        .into_iter()
        .flat_map(|choice| &choice.options)
        .map(|(key, value)| {
            let setting = match value.0.to_lowercase().as_str() {
                "yes" | "true" => Setting::YesNo(true),
                "no" | "false" => Setting::YesNo(false),
                _ => Setting::Text(value.0.clone()),
            };
            (key.value.clone(), (setting, Place::spot(&"site.yaml".into(), value.spot)))
        })
        .collect();
    let lang = settings.settings.lang.value.as_str();
    let typed: Vec<_> = chosen.iter().map(|(key, (setting, place))| (key, format!("{setting:?} {place:?}"))).collect();
    let colour = settings.settings.colour.as_ref().map(|colour| colour.0.as_str());
    let own: Vec<_> = theme_files.below("").collect();
    let print = fingerprint(&(theme_files.name(), own, &overrides, &styles, typed, colour, lang));
    let theme = reuse(&mut parts.theme, print, told, || {
        theme::load(theme::Inputs {
            theme: &theme_files,
            overrides: &overrides,
            site_styles: &styles,
            settings: &chosen,
            colour,
            lang,
        })
    });
    (theme, theme_assets)
}

/// The origin and the base path of the site's address: `https://our-group.org` and `/lifts`.
fn address(options: &Options, settings: &SettingsDocument) -> (Option<String>, String) {
    let url = options.base_url.clone().or_else(|| settings.settings.url.as_ref().map(|url| url.value.clone()));
    let Some((scheme, rest)) = url.as_deref().and_then(|url| url.split_once("://")) else {
        return (None, String::new());
    };
    let (host, path) = rest.split_once('/').map_or((rest, ""), |(host, path)| (host, path.trim_matches('/')));
    let base = if path.is_empty() { String::new() } else { format!("/{path}") };
    (Some(format!("{scheme}://{host}")), base)
}

fn make_plan(
    (site, site_print): (&Site, u128),
    theme: &Theme,
    assets: &[(String, PathBuf)],
    has_url: bool,
    parts: &mut Parts,
    told: &mut Vec<Diagnostic>,
) -> Arc<Plan> {
    let mut theme_files = vec![theme.stylesheet().0.to_owned()];
    theme_files.extend(theme.static_files().iter().map(|(path, _)| path.to_string()));
    theme_files.extend(assets.iter().map(|(path, _)| path.clone()));
    let list_size =
        theme.options().get_from_path("list_size").and_then(Value::as_u64).and_then(|size| usize::try_from(size).ok());
    let list_size = list_size.filter(|size| *size > 0).unwrap_or(50);
    let print = fingerprint(&(site_print, &theme_files, list_size, has_url));
    reuse(&mut parts.plan, print, told, || {
        plan::plan(site, &plan::Input { theme_files: &theme_files, list_size, has_url })
    })
}

fn data_files(files: &BTreeMap<SitePath, FileContent>, told: &mut Vec<Diagnostic>) -> Value {
    let mut all = serde_json::Map::new();
    for (path, content) in files {
        let Some(name) = data::name(path) else { continue };
        let parsed = match content {
            FileContent::Text(text) => data::parse(path, text),
            FileContent::NotText(_) | FileContent::Asset(_) | FileContent::LeftOut(_) => continue,
        };
        match parsed {
            Ok(value) => {
                all.insert(name.to_owned(), value);
            }
            Err(diagnostic) => told.push(diagnostic),
        }
    }
    Value::from_serializable(&all)
}

impl Edition {
    /// Everything that views are made from.
    pub fn scene(&self) -> Scene<'_> {
        Scene {
            site: &self.site,
            plan: &self.plan,
            documents: &self.documents,
            matches: &self.matches,
            glossary: &self.glossary,
            settings: &self.settings.settings,
            assets: &self.assets,
            words: &self.words,
            base: &self.base,
            origin: self.origin.as_deref(),
            frame: self.frame.clone(),
            cards: &self.cards,
        }
    }

    /// The text of a file that Handbill reads.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(|text| &**text)
    }

    /// Where a spot of a file is.
    pub fn span(&self, path: &str, spot: Spot) -> Option<Span> {
        if path == "site.yaml" {
            return Some(self.settings.spans.span(spot));
        }
        let doc = self.documents.binary_search_by(|document| (*document.shape.path).cmp(path)).ok()?;
        Some(self.documents[doc].spans.span(spot))
    }

    /// A file of the site that is published as it is.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path)
    }

    /// The n-th file of the theme: its bytes, or where they are.
    pub(super) fn theme_file(&self, index: usize) -> Result<&[u8], &PathBuf> {
        let fixed = self.theme.static_files();
        match index {
            0 => Ok(self.theme.stylesheet().1),
            index if index <= fixed.len() => Ok(&fixed[index - 1].1),
            index => Err(&self.theme_assets[index - 1 - fixed.len()].1),
        }
    }

    /// All addresses and what is at each, in order.
    pub fn targets(&self) -> impl Iterator<Item = (&str, &Target)> {
        self.plan.targets.iter().map(|(path, target)| (path.as_str(), target))
    }
}

/// The files as messages show them: those of the site, and the templates of a theme that is built in.
impl Files for Edition {
    fn text(&self, path: &str) -> Option<&str> {
        self.text(path).or_else(|| self.theme.source(path))
    }
    fn span(&self, path: &str, spot: Spot) -> Option<Span> {
        self.span(path, spot)
    }
}
