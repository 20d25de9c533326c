//! An edition: the site at one moment, ready to be rendered. It never changes.

use super::files::Files;
use super::parts::{Part, Parts};
use super::stages::{self, Documents};
use super::{Options, Today, diagnostics};
use crate::content::at::At;
use crate::content::data;
use crate::content::document::Document;
use crate::content::fields::Date;
use crate::content::fingerprint::fingerprint;
use crate::content::kinds::Content;
use crate::content::settings::SettingsDocument;
use crate::diagnostic::{self, Code, Diagnostic, Place, SitePath, Span, Spot};
use crate::plan::{self, Logo, Plan, Target};
use crate::site::{DocId, Drafts, SETTINGS, Site, Statement};
use crate::source::{Asset, FileContent};
use crate::theme::{self, Made, Setting, Theme, ThemeFiles};
use crate::view::{self, Cards, FrameInputs, Matches, Own, Scene, Words, frame};
use fluent::FluentArgs;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::path::PathBuf;
use std::sync::Arc;
use tera::Value;

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
    assets: Arc<BTreeMap<SitePath, Asset>>,
    /// The text of each document.
    texts: Vec<Option<Arc<str>>>,
    /// The other texts that Handbill reads.
    others: BTreeMap<SitePath, Arc<str>>,
    theme_assets: Vec<(String, PathBuf)>,
    /// The fingerprint of all that the theme was made from.
    pub(super) theme_print: u128,
    /// The fingerprint of all that the frame was made from: the site, the theme, the settings and the data.
    frame_print: u128,
    own: Own,
    words: ThemeWords,
    base: String,
    origin: Option<String>,
    frame: Value,
    marked: Vec<String>,
    cards: Cards,
    /// The parts that its pages have in common.
    pub(super) made: Arc<Made>,
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

/// Makes an edition; what was kept is used again where nothing that it is made of has changed.
pub(super) fn make(
    options: &Options,
    files: &mut Files,
    settings: Arc<SettingsDocument>,
    parts: &mut Parts,
    without: &BTreeSet<SitePath>,
    mut told: Vec<Diagnostic>,
) -> Arc<Edition> {
    let today = today(options, &settings);
    let documents = stages::documents(options, files, &settings, (today, without), parts, &mut told);
    let (theme, theme_assets, theme_print) = load_theme(files, &settings, parts, &mut told);
    let (origin, base) = address(options, &settings);
    // An address that cannot be read has been told.
    if origin.is_none() && settings.settings.url.is_none() {
        let message = "the site has no address yet, so there is no sitemap and nothing to share";
        told.push(
            Diagnostic::new(Code::NoUrl, Place::file(&"site.yaml".into()), message)
                .help("when you know it, add `url: https://our-group.org`"),
        );
    }
    // The one file whose size the frame shows.
    let logo = settings.settings.logo.as_ref().and_then(|logo| documents.site.file(SETTINGS, logo.spot));
    let pixels = logo.and_then(|path| files.assets.get(path)).and_then(|asset| asset.pixels);
    let logo = logo.map(|path| Logo { path, pixels });
    let plan = make_plan(&documents, &theme, &theme_assets, logo, origin.is_some(), parts, &mut told);
    let data = data_files(files, parts, &mut told);
    told.extend(files.others.iter().filter_map(|(path, (_, content))| match content {
        FileContent::NotText(why) if path.contains('/') => {
            let message = format!("this file cannot be read as text: {why}");
            Some(Diagnostic::new(Code::NotText, Place::file(path), message).help("save it as plain text in UTF-8"))
        }
        _ => None,
    }));
    if !files.others.contains_key("site.yaml") {
        // One cause, one message: nothing else is worth saying of a folder that is no site.
        let place = Place::file(&"site.yaml".into());
        told = vec![Diagnostic::new(Code::NoSite, place, "no site.yaml here").help("`handbill init` makes one")];
    }
    told.extend(files.left_out.values().cloned());
    let read = files.print(&["site.yaml", "data/"]);
    let frame_print = fingerprint(&(documents.site_print, theme_print, read, pixels, &origin, &base));
    let mut edition = Edition {
        own: Own {
            templates: own_theme(files, &settings).is_some() || files.texts("templates/").next().is_some(),
            styles: files.texts("styles/").next().is_some(),
        },
        words: ThemeWords(theme.clone()),
        made: Arc::default(),
        cards: Cards::new(documents.all.len()),
        texts: documents.texts,
        others: files.texts("").map(|(path, text)| (path.clone(), text.clone())).collect(),
        diagnostics: vec![],
        frame: Value::none(),
        marked: vec![],
        site: documents.site,
        plan,
        theme,
        documents: documents.all,
        settings,
        matches: documents.matches,
        glossary: documents.glossary,
        assets: files.assets.clone(),
        theme_assets,
        theme_print,
        frame_print,
        base,
        origin,
    };
    edition.frame = parts.frame.reuse(frame_print, || {
        let inputs = FrameInputs {
            stylesheet: format!("/{}", edition.theme.stylesheet().0),
            options: edition.theme.options(),
            data: (*data).clone(),
        };
        Value::from_serializable(&frame(&edition.scene(), inputs))
    });
    edition.marked = view::marked(&edition.frame);
    edition.diagnostics = diagnostics::settle(told, &edition, options.drafts, without);
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

/// The theme; the files of a site's own theme that are copied as they are, where to and from where; and the fingerprint
/// of all that the theme was made from.
fn load_theme(
    files: &Files,
    settings: &SettingsDocument,
    parts: &mut Parts,
    told: &mut Vec<Diagnostic>,
) -> (Arc<Theme>, Vec<(String, PathBuf)>, u128) {
    let choice = settings.settings.theme.as_ref();
    let name = choice.and_then(|choice| choice.name.as_ref());
    let own = own_theme(files, settings);
    if let (Some(name), None) = (name.filter(|name| name.value != theme::DEFAULT_THEME), own) {
        let message = format!("there is no theme called `{}`", name.value);
        let help = format!(
            "put it into the folder `themes/{}`, or take the line out to have the theme that is built in",
            name.value
        );
        told.push(
            Diagnostic::new(Code::ThemeSettings, Place::spot(&"site.yaml".into(), name.spot), message).help(help),
        );
    }
    let folder = format!("themes/{}/static/", own.map_or(theme::DEFAULT_THEME, |name| name.value.as_str()));
    let theme_assets = files
        .assets
        .range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded))
        .map_while(|(path, asset)| Some((path.strip_prefix(&folder)?.to_owned(), asset.disk.clone())))
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
    let read = files.print(&["templates/", "styles/", "strings/", "themes/"]);
    let print = fingerprint(&(own.map(|name| &name.value), read, typed, colour, lang));
    let theme = parts.theme.reuse(print, || {
        let owned = |(path, text): (&SitePath, &Arc<str>)| (path.clone(), text.clone());
        let overrides: Vec<_> = files.texts("templates/").map(owned).collect();
        let styles: Vec<_> = files.texts("styles/").map(owned).collect();
        let words: Vec<_> = files.texts("strings/").map(owned).collect();
        let theme_files = own.map_or_else(ThemeFiles::embedded, |name| {
            let all = files.texts("themes/").map(|(path, text)| (path.clone(), Arc::<[u8]>::from(text.as_bytes())));
            ThemeFiles::of_site(&name.value, all)
        });
        Part::new(theme::load(theme::Inputs {
            theme: &theme_files,
            overrides: &overrides,
            site_styles: &styles,
            site_words: &words,
            settings: &chosen,
            colour,
            lang,
        }))
    });
    told.extend(theme.told.iter().cloned());
    (theme.value, theme_assets, print)
}

/// The name of the site's own theme, if it has one.
fn own_theme<'s>(files: &Files, settings: &'s SettingsDocument) -> Option<&'s At<String>> {
    let name = settings.settings.theme.as_ref()?.name.as_ref()?;
    files.texts(&format!("themes/{}/", name.value)).next().map(|_| name)
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
    documents: &Documents,
    theme: &Theme,
    assets: &[(String, PathBuf)],
    logo: Option<Logo>,
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
    let mut statements = Statement::ALL.to_vec();
    statements.retain(|statement| theme.has_template(statement.template()));
    let print = fingerprint(&(documents.bones_print, &theme_files, list_size, &statements, logo, has_url));
    let plan = parts.plan.reuse(print, || {
        let input = plan::Input { theme_files: &theme_files, list_size, statements: &statements, logo, has_url };
        Part::new(plan::plan(&documents.site, &input))
    });
    told.extend(plan.told.iter().cloned());
    plan.value
}

/// The files in `data/` as one value.
fn data_files(files: &Files, parts: &mut Parts, told: &mut Vec<Diagnostic>) -> Arc<Value> {
    let data = parts.data.reuse(files.print(&["data/"]), || {
        let (mut all, mut told) = (serde_json::Map::new(), vec![]);
        for (path, text) in files.texts("data/") {
            let Some(name) = data::name(path) else { continue };
            match data::parse(path, text) {
                Ok(value) => {
                    all.insert(name.to_owned(), value);
                }
                Err(mistakes) => told.extend(mistakes),
            }
        }
        Part::new((Value::from_serializable(&all), told))
    });
    told.extend(data.told.iter().cloned());
    data.value
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
            own: self.own,
            words: &self.words,
            base: &self.base,
            origin: self.origin.as_deref(),
            frame: self.frame.clone(),
            marked: &self.marked,
            cards: &self.cards,
        }
    }

    /// The fingerprint of all that a page can be made from, but for the texts of documents that are no quotes.
    pub(super) fn all_print(&self) -> u128 {
        let assets: Vec<_> = self.assets.iter().map(|(path, asset)| (path, asset.pixels)).collect();
        let quotes = self.documents.iter().filter(|document| matches!(document.shape.content, Content::Quote(_)));
        let quotes: Vec<_> = quotes.map(|quote| quote.text_print).collect();
        fingerprint(&(self.frame_print, assets, quotes))
    }

    /// The text of a file that Handbill reads.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.doc(path) {
            Some(doc) => self.texts[doc].as_deref(),
            None => self.others.get(path).map(|text| &**text),
        }
    }

    /// Where a spot of a file is.
    pub fn span(&self, path: &str, spot: Spot) -> Option<Span> {
        if path == "site.yaml" {
            return Some(self.settings.spans.span(spot));
        }
        Some(self.documents[self.doc(path)?].spans.span(spot))
    }

    /// Settles what was found out about this edition later: places become bytes, `checks:` is heeded; in the order of
    /// files.
    pub fn settle(&self, told: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics::settle(told, self, Drafts::Shown, &BTreeSet::new())
    }

    /// The document of a file.
    pub(super) fn doc(&self, path: &str) -> Option<DocId> {
        self.documents.binary_search_by(|document| (*document.shape.path).cmp(path)).ok()
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
        self.plan.targets.iter()
    }
}

/// The files as messages show them: those of the site, and the templates of a theme that is built in.
impl diagnostic::Files for Edition {
    fn text(&self, path: &str) -> Option<&str> {
        self.text(path).or_else(|| self.theme.source(path))
    }
    fn span(&self, path: &str, spot: Spot) -> Option<Span> {
        self.span(path, spot)
    }
}
