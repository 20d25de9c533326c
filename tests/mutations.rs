//! Files with one letter or line wrong: whatever it is, reading ends soon, without a panic, and every message has a place
//! inside its file.
//!
//! The files are those of the cases, of the example site and of the theme that is built in. `HANDBILL_CASES=20` tries
//! twenty times as many.

use handbill::content::markdown::{Options, RawHtml, Typography, WordPlaces};
use handbill::content::place::{Role, role, set_folders};
use handbill::content::{data, document, settings};
use handbill::diagnostic::{Diagnostic, SitePath, Where};
use handbill::theme::{Inputs, Settings, ThemeFiles, load};
use proptest::prelude::*;
use std::path::Path;
use std::sync::mpsc::channel;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// The longest that reading one file may take, on a machine that does ten other things.
const LIMIT: Duration = Duration::from_secs(30);

/// What people and editors put into files: signs of YAML, of Markdown, of templates, and what looks like them.
const SIGNS: &[&str] = &[
    ":",
    ": ",
    "-",
    "- ",
    "#",
    " #",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "\t",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\u{a0}",
    "\u{feff}",
    "“",
    "”",
    "’",
    "—",
    "•",
    "é",
    "\u{301}",
    "🏘",
    "---",
    "---\n",
    "+++",
    "<",
    "</",
    "<b>",
    "<!--",
    "-->",
    "![",
    "](",
    "[^1]",
    "```",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{% if page.nope %}",
    "{% endfor %}",
    "{% for x in page.tags %}",
    "&a",
    "*a",
    "<<: *a",
    "\0",
    "\\",
    "=",
    "/",
];

/// One change of a text.
#[derive(Clone, Debug)]
struct Mutation {
    way: usize,
    at: usize,
    other: usize,
}

fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let one = (0..9usize, any::<u16>(), any::<u16>());
    let one = one.prop_map(|(way, at, other)| Mutation { way, at: at.into(), other: other.into() });
    prop::collection::vec(one, 1..4)
}

fn mutated(text: &str, mutations: &[Mutation]) -> String {
    let mut text = text.to_owned();
    for mutation in mutations {
        text = if mutation.way < 4 { letters(&text, mutation) } else { lines(&text, mutation) };
    }
    text
}

/// A letter goes, comes twice, becomes a sign, or a sign comes in.
fn letters(text: &str, mutation: &Mutation) -> String {
    let places: Vec<(usize, char)> = text.char_indices().collect();
    let sign = SIGNS[mutation.other % SIGNS.len()];
    let Some((at, letter)) = places.get(mutation.at % places.len().max(1)) else { return sign.to_owned() };
    let (before, after) = (&text[..*at], &text[at + letter.len_utf8()..]);
    match mutation.way {
        0 => format!("{before}{after}"),
        1 => format!("{before}{letter}{letter}{after}"),
        2 => format!("{before}{sign}{after}"),
        _ => format!("{before}{sign}{letter}{after}"),
    }
}

/// A line goes, comes twice, changes places, moves in, or is joined to the next.
fn lines(text: &str, mutation: &Mutation) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return "\n".to_owned();
    }
    let (at, other) = (mutation.at % lines.len(), mutation.other % lines.len());
    match mutation.way {
        4 => {
            lines.remove(at);
        }
        5 => lines.insert(at, lines[other].clone()),
        6 => lines.swap(at, other),
        7 => lines[at].insert_str(0, ["  ", " ", "\t", "- "][mutation.other % 4]),
        _ => lines[at] = lines[at].trim_end().to_owned(),
    }
    lines.concat()
}

/// Files with one of these endings below a folder of the project, with their path in the site.
fn files(folder: &str, ends: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let all = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let all = all.filter(|entry| ends.iter().any(|end| entry.path().to_string_lossy().ends_with(end)));
    all.filter_map(|entry| {
        let path = entry.path().to_string_lossy().replace('\\', "/");
        Some((path, std::fs::read_to_string(entry.path()).ok()?))
    })
    .collect()
}

static CONTENT: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut all = files("tests/cases", &[".md", ".yaml", ".csv", ".json"]);
    all.extend(files("example-site", &[".md", ".yaml", ".csv", ".json"]));
    all.into_iter()
        .filter_map(|(path, text)| {
            let at = ["content/", "data/"].iter().find_map(|top| path.rfind(&format!("/{top}")));
            let site = at.map_or_else(
                || path.ends_with("/site.yaml").then(|| "site.yaml".to_owned()),
                |at| Some(path[at + 1..].to_owned()),
            );
            Some((site?, text))
        })
        .collect()
});

static TEMPLATES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut all = files("themes/commons/templates", &[".html"]);
    all.extend(files("tests/cases", &[".html"]).into_iter().filter(|(path, _)| path.contains("/templates/")));
    all.into_iter().filter_map(|(path, text)| Some((path[path.rfind("/templates/")? + 1..].to_owned(), text))).collect()
});

/// Runs something that must end; the panic of what it runs is its own.
fn within_the_limit<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = channel();
    let thread = std::thread::spawn(move || sender.send(run()).unwrap_or(()));
    match receiver.recv_timeout(LIMIT) {
        Ok(value) => value,
        Err(_) if thread.is_finished() => {
            panic!("it panics: {:?}", thread.join().err().and_then(|why| why.downcast::<String>().ok()))
        }
        Err(_) => panic!("it takes longer than {LIMIT:?}"),
    }
}

/// What is told of one file alone.
fn told(path: &str, text: &str) -> Vec<Diagnostic> {
    let site_path: SitePath = path.into();
    if path == "site.yaml" {
        return settings::parse(Ok(text))
            .told
            .into_iter()
            .filter(|told| !told.places.iter().any(|place| matches!(place.at, Where::Spot(_))))
            .collect();
    }
    if path.starts_with("data/") {
        return data::parse(&site_path, text).err().unwrap_or_default();
    }
    let sets = set_folders(CONTENT.iter().map(|(path, _)| path.as_str()));
    let Role::Document(standing) = role(path, &sets, &[]) else { return vec![] };
    let language = "en".to_owned();
    let typography = Typography::Language(language.clone());
    let options = Options { typography, raw_html: RawHtml::Kept, language, words: WordPlaces::Kept };
    document::parse(&site_path, text, standing, &options).told
}

/// A place that is not in the file.
fn outside(told: &[Diagnostic], path: &str, text: &str) -> Option<String> {
    let wrong = told.iter().flat_map(|told| told.places.iter().map(move |place| (told, place))).find(|(_, place)| {
        let Where::Span(span) = place.at else { return false };
        let (start, end) = (span.start as usize, span.end as usize);
        &*place.path == path
            && (start > end || !text.is_char_boundary(start) || !text.is_char_boundary(end) || end > text.len())
    });
    let empty = told.iter().find(|told| told.message.is_empty() || told.places.is_empty());
    wrong.map(|(told, place)| format!("{place:?} of {told:?}")).or_else(|| empty.map(|told| format!("{told:?}")))
}

fn config(cases: u32) -> ProptestConfig {
    let times: u32 = std::env::var("HANDBILL_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig {
        cases: cases * times,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

/// The part of a Markdown file that is front matter, or its text: what is mutated.
fn halves(text: &str) -> (&str, &str) {
    let end = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---")).map_or(0, |end| end + 4);
    text.split_at(end)
}

/// The text with another sign, of several bytes, in all places where somebody may have typed it without seeing a
/// difference; white space that is part of YAML or Markdown stays.
fn with_signs_of_several_bytes(text: &str, sign: char, other: char) -> String {
    let mut before = '\n';
    let sign_for = |c: char| {
        let is_between = !before.is_whitespace() && !matches!(before, ':' | '-' | '#' | '>' | '|');
        let put = if c == sign && is_between { other } else { c };
        before = c;
        put
    };
    text.chars().map(sign_for).collect()
}

#[test]
fn every_file_with_signs_of_several_bytes() {
    for (path, text) in CONTENT.iter() {
        for (sign, other) in [(' ', '\u{a0}'), (' ', '\u{3000}'), ('\'', '’'), ('-', '–'), ('e', 'é'), ('(', '（')]
        {
            let text = with_signs_of_several_bytes(text, sign, other);
            let told = within_the_limit({
                let (path, text) = (path.clone(), text.clone());
                move || told(&path, &text)
            });
            assert_eq!(outside(&told, path, &text), None, "{path}: {text}");
        }
    }
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn front_matter_and_settings_and_data(file in any::<u16>(), mutations in mutations()) {
        let (path, text) = &CONTENT[usize::from(file) % CONTENT.len()];
        let (front, body) = if path.ends_with(".md") { halves(text) } else { (text.as_str(), "") };
        let text = mutated(front, &mutations) + body;
        let told = within_the_limit({ let (path, text) = (path.clone(), text.clone()); move || told(&path, &text) });
        prop_assert_eq!(outside(&told, path, &text), None, "{}", text);
    }

    #[test]
    fn texts(file in any::<u16>(), mutations in mutations()) {
        let (path, text) = &CONTENT[usize::from(file) % CONTENT.len()];
        let (front, body) = halves(text);
        let text = front.to_owned() + &mutated(body, &mutations);
        let told = within_the_limit({ let (path, text) = (path.clone(), text.clone()); move || told(&path, &text) });
        prop_assert_eq!(outside(&told, path, &text), None, "{}", text);
    }
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn templates(file in any::<u16>(), mutations in mutations()) {
        let (path, text) = &TEMPLATES[usize::from(file) % TEMPLATES.len()];
        let text: Arc<str> = mutated(text, &mutations).into();
        let told = within_the_limit({
            let overrides = vec![(SitePath::from(path.as_str()), text.clone())];
            move || {
                // A theme without styles: joining them takes most of the time and changes nothing here.
                let commons = ThemeFiles::embedded();
                let names = ["theme.yaml", "strings/en.ftl"].map(str::to_owned).into_iter();
                let names = names.chain(commons.below("templates/").map(|(name, _)| format!("templates/{name}")));
                let files = names.filter_map(|name| Some((commons.display_path(&name), commons.get(&name)?.clone())));
                let theme = ThemeFiles::of_site("commons", files.collect::<Vec<_>>());
                let (settings, context) = (Settings::new(), tera::Context::new());
                let inputs = Inputs { theme: &theme, overrides: &overrides, site_styles: &[], site_words: &[], settings: &settings, colour: None, lang: "en" };
                let (theme, mut told) = load(inputs);
                for name in ["home.html", "page.html", "campaign.html", "list.html", "404.html"] {
                    told.extend(theme.render(name, &context, &Arc::default(), &mut vec![]).err().map(|error| error.into_diagnostic("/")));
                }
                told
            }
        });
        prop_assert_eq!(outside(&told, path, &text), None, "{}", text);
    }
}
