//! Small sites and what should come of them: every folder of `tests/cases` is a test.
//!
//! A case holds `site/` (without a `site.yaml` it gets one), or `markdown.md` for a single text, or both. What should
//! come of it: `expected.html` (the text's HTML), `expected/` (published files, byte for byte; only those that are
//! there are compared), `absent.txt` (addresses that must not be published), `never.txt` (words that must stand in no
//! published file), and `diagnostics.txt` (everything that is told; a case without it tells nothing, but that a site
//! has no address).
//! Instead of `site/` a case may hold `each/` with many small sites, a folder each, whose messages stand in one
//! `diagnostics.txt`: what is wrong in a file that a site has only once.
//! `options.txt` may hold `date:`, `base_url:`, `drafts: yes` and `templates: theme`; without the last, pages are made
//! with bare templates that print what they show, one thing a line.
//! `HANDBILL_BLESS=1 cargo test --test cases` writes the expectations anew: read what changed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "site_support/mod.rs"]
mod site_support;

use handbill::diagnostic::one_cause;
use handbill::session::Options;
use handbill::session::Today;
use handbill::site::Drafts;
use handbill::source::{Change, FileContent, Folder};
use site_support::{SITE_YAML, TEMPLATES, line, options, outputs, session};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_case_comes_out_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let only = std::env::var("HANDBILL_CASE").unwrap_or_default();
    let mut folders: Vec<PathBuf> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir() && folder.to_string_lossy().contains(&only));
    folders.sort();
    assert!(!folders.is_empty());
    let mut failures = String::new();
    for folder in &folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let wrong = std::panic::catch_unwind(|| check(folder)).unwrap_or_else(|_| vec!["it panics".to_owned()]);
        for wrong in wrong {
            failures.push_str(&format!("\n== {name}: {wrong}"));
        }
    }
    assert!(failures.is_empty(), "{failures}\n\nHANDBILL_BLESS=1 writes the expectations anew.");
}

/// What is wrong with a case.
fn check(folder: &Path) -> Vec<String> {
    let bless = std::env::var_os("HANDBILL_BLESS").is_some();
    if folder.join("each").is_dir() {
        return check_each(folder, bless);
    }
    let settings = read_options(folder);
    let mut files = BTreeMap::new();
    let site = folder.join("site");
    let mut own_settings = false;
    if site.is_dir() {
        own_settings = site.join("site.yaml").is_file();
        let changes = Folder::new(&site).open().unwrap();
        files.extend(changes.into_iter().map(|change| (change.path.clone(), change)));
    }
    let mut add = |path: &str, text: &str| {
        files.entry(path.into()).or_insert_with(|| written(path, text));
    };
    add("site.yaml", SITE_YAML);
    if let Ok(text) = fs::read_to_string(folder.join("markdown.md")) {
        add("content/text.md", &text);
        add("templates/page.html", "{% if page.body %}{{ page.body }}{% endif %}");
    }
    if !settings.theme {
        for (name, shows) in TEMPLATES {
            add(&format!("templates/{name}.html"), &bare(name, shows));
        }
    }
    let mut session = session(settings.options, files.into_values());
    let edition = session.edition();
    let (made, mut failed) = outputs(&edition);
    failed.truncate(1);
    let mut all: Vec<_> = edition.diagnostics.iter().chain(&failed).cloned().collect();
    one_cause(&mut all);
    let mut told: Vec<String> = all.iter().map(|told| line(&edition, told)).collect();
    let list = folder.join("diagnostics.txt");
    if !own_settings || !list.exists() {
        told.retain(|line| !line.starts_with("hint HB0501 "));
    }
    let mut expectations = Expectations { folder, bless, wrong: vec![] };
    let told: String = told.iter().map(|line| format!("{line}\n")).collect();
    if list.exists() || !told.is_empty() {
        expectations.compare("diagnostics.txt", told.as_bytes());
    }
    if folder.join("markdown.md").exists() {
        expectations.compare("expected.html", made.get("text/index.html").map_or(b"" as &[u8], Vec::as_slice));
    }
    for path in below(&folder.join("expected")) {
        match made.get(&path) {
            Some(bytes) => expectations.compare(&format!("expected/{path}"), bytes),
            None => expectations.wrong.push(format!("{path} is not published")),
        }
    }
    for path in lines(folder, "absent.txt") {
        let prefix = path.strip_suffix('*');
        if made.keys().any(|key| *key == path || prefix.is_some_and(|prefix| key.starts_with(prefix))) {
            expectations.wrong.push(format!("{path} is published"));
        }
    }
    for word in lines(folder, "never.txt") {
        for (path, bytes) in &made {
            if path.to_lowercase().contains(&word.to_lowercase())
                || String::from_utf8_lossy(bytes).to_lowercase().contains(&word.to_lowercase())
            {
                expectations.wrong.push(format!("`{word}` stands in {path}"));
            }
        }
    }
    expectations.wrong
}

/// What is wrong with a case of many small sites.
fn check_each(folder: &Path, bless: bool) -> Vec<String> {
    let mut sites: Vec<PathBuf> =
        fs::read_dir(folder.join("each")).unwrap().map(|entry| entry.unwrap().path()).collect();
    sites.sort();
    let mut told = String::new();
    for site in sites {
        let changes = Folder::new(&site).open().unwrap();
        let mut files: BTreeMap<_, _> = changes.into_iter().map(|change| (change.path.clone(), change)).collect();
        files.entry("site.yaml".into()).or_insert_with(|| written("site.yaml", SITE_YAML));
        let mut session = session(options(), files.into_values());
        let edition = session.edition();
        let failed = handbill::session::EditionPages::new(&edition).try_all();
        told.push_str(&format!("== {}\n", site.file_name().unwrap().to_string_lossy()));
        let mut all: Vec<_> = edition.diagnostics.iter().cloned().chain(failed).collect();
        one_cause(&mut all);
        for line in all.iter().map(|told| line(&edition, told)).filter(|line| !line.starts_with("hint HB0501 ")) {
            told.push_str(&line);
            told.push('\n');
        }
    }
    let mut expectations = Expectations { folder, bless, wrong: vec![] };
    expectations.compare("diagnostics.txt", told.as_bytes());
    expectations.wrong
}

#[test]
fn many_broken_files_are_tried() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files = std::collections::BTreeSet::new();
    for folder in fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()) {
        let mut site = String::new();
        for line in lines(&folder, "diagnostics.txt") {
            if let Some(name) = line.strip_prefix("== ") {
                name.clone_into(&mut site);
            } else if line.starts_with("error ") || line.starts_with("warning ") {
                let place = line.splitn(3, ' ').nth(2).unwrap_or_default();
                let path = place.split([':', ' ']).next().unwrap_or_default();
                files.insert((folder.clone(), site.clone(), path.to_owned()));
            }
        }
    }
    assert!(files.len() >= 150, "{} files raise an error or a warning", files.len());
}

/// A file of text as a change.
fn written(path: &str, text: &str) -> Change {
    Change { path: path.into(), content: Some(FileContent::Text(text.into())) }
}

struct Settings {
    options: Options,
    theme: bool,
}

fn read_options(folder: &Path) -> Settings {
    let mut settings = Settings { options: options(), theme: false };
    for line in lines(folder, "options.txt") {
        let (key, value) = line.split_once(": ").unwrap_or_else(|| panic!("`{line}` is no option"));
        match (key, value) {
            ("date", day) => settings.options.today = Today::Date(day.parse().unwrap()),
            ("base_url", url) => settings.options.base_url = Some(url.to_owned()),
            ("drafts", "yes") => settings.options.drafts = Drafts::Shown,
            ("templates", "theme") => settings.theme = true,
            _ => panic!("`{line}` is no option"),
        }
    }
    settings
}

fn lines(folder: &Path, name: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join(name)).unwrap_or_default();
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

fn below(folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/")).collect()
}

struct Expectations<'a> {
    folder: &'a Path,
    bless: bool,
    wrong: Vec<String>,
}

impl Expectations<'_> {
    fn compare(&mut self, name: &str, is: &[u8]) {
        let path = self.folder.join(name);
        let should = fs::read(&path).unwrap_or_default();
        // Without the feature a stylesheet is not made smaller, so its hash is another.
        if should == is || !cfg!(feature = "styles") && without_hash(&should) == without_hash(is) {
            return;
        }
        if self.bless && is.is_empty() {
            let _ = fs::remove_file(path);
        } else if self.bless {
            fs::write(path, is).unwrap();
        } else {
            let diff = diff(&String::from_utf8_lossy(&should), &String::from_utf8_lossy(is));
            self.wrong.push(format!("{name} differs (- expected, + made)\n{diff}"));
        }
    }
}

/// A page without the hash in the name of its stylesheet, `/style.0123456789abcdef.css`.
fn without_hash(page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page);
    let mut parts = page.split("/style.");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, part| page + "/style" + part.get(16..).unwrap_or(part))
}

/// The lines that differ, by a longest common subsequence.
fn diff(should: &str, is: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (should.lines().collect(), is.lines().collect());
    let mut longest = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] =
                if a[i] == b[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && longest[i + 1][j] >= longest[i][j + 1] {
            out.push_str(&format!("- {}\n", a[i]));
            i += 1;
        } else {
            out.push_str(&format!("+ {}\n", b[j]));
            j += 1;
        }
    }
    if out.is_empty() { "they differ in line ends only\n".to_owned() } else { out }
}

/// A template that prints what its page shows, one thing a line.
fn bare(name: &str, shows: &str) -> String {
    if name == "redirect" {
        return "leads to {{ href }}\n".to_owned();
    }
    let optional = |label: &str, value: &str| format!("{{% if {value} %}}{label}: {{{{ {value} }}}}\n{{% endif %}}");
    let flag = |value: &str, word: &str| format!("{{% if {value} %}}{word}\n{{% endif %}}");
    let links = |label: &str, value: &str| {
        format!("{{% for it in {value} %}}{label}: {{{{ it.title }}}} {{{{ it.href or '-' }}}}\n{{% endfor %}}")
    };
    let cards = |label: &str, value: &str| {
        format!(
            "{{% for it in {value} %}}{label}: {{{{ it.kind }}}} \"{{{{ it.title or it.text or '' }}}}\"\
             {{% if it.who %}} by {{{{ it.who }}}}{{% endif %}}{{% if it.number %}} no. {{{{ it.number }}}}{{% endif %}}\
             {{% if it.image %}} with {{{{ it.image.src }}}}{{% endif %}} {{{{ it.href or '-' }}}}\n{{% endfor %}}"
        )
    };
    let actions = |label: &str, value: &str| {
        format!(
            "{{% for it in {value} %}}{label}: {{{{ it.do }}}} \"{{{{ it.title }}}}\" #{{{{ it.id }}}}\
             {{% if it.closed %}} closed{{% endif %}} {{{{ it.href or '-' }}}}\n{{% endfor %}}"
        )
    };
    let mut out = "<pre>{{ page.kind }} \"{{ page.title }}\" {{ page.href }}\n".to_owned();
    out += &flag("page.draft", "draft");
    out += &flag("page.noindex", "noindex");
    out += &flag("page.sensitive", "sensitive, head title: {{ page.head_title }}");
    for (label, value) in [
        ("canonical", "page.canonical"),
        ("description", "page.description"),
        ("share image", "page.share_image"),
        ("date", "page.date"),
        ("content note", "page.content_note"),
        ("imprint", "page.imprint.address"),
    ] {
        out += &optional(label, value);
    }
    out += "{% if page.image %}image: {{ page.image.src }} \"{{ page.image.alt }}\"\n{% endif %}";
    out += "{% if page.body %}{{ page.body }}\n{% endif %}";
    out += &links("menu", "site.menu");
    out += &links("tag", "page.tags");
    out += &cards("shows", "page.cards");
    out += &cards("term", "page.terms");
    out += "{% if page.previous %}previous: {{ page.previous.title }} {{ page.previous.href }}\n{% endif %}";
    out += "{% if page.next %}next: {{ page.next.title }} {{ page.next.href }}\n{% endif %}";
    let of = |field: &str| format!("{shows}.{field}");
    match name {
        "campaign" => {
            for field in ["status", "route", "place", "ask", "deadline"] {
                out += &optional(field, &of(field));
            }
            out += "{% for it in campaign.targets %}target: {{ it.name }}{% if it.role %}, {{ it.role }}{% endif %}\n{% endfor %}";
            out += "{% if campaign.main_action %}main action: \"{{ campaign.main_action.title }}\" {{ campaign.main_action.href or '-' }}\n{% endif %}";
            out += &actions("action", "campaign.actions");
            out += &actions("more", "campaign.more_actions");
            out += "{% for it in campaign.upcoming %}upcoming: {{ it.date }} {{ it.what }}\n{% endfor %}";
            out += "{% for it in campaign.timeline %}timeline: {{ it.date }} {{ it.what }}\n{% endfor %}";
            for field in ["stories", "principles", "resources", "quotes"] {
                out += &cards(field, &of(field));
            }
            out += "{% for it in campaign.evidence %}evidence: {{ it.title }} {{ it.href or '-' }}\n{% endfor %}";
        }
        "story" => {
            out += &optional("who", "story.who");
            out += &flag("story.name_changed", "name changed");
            out += &flag("story.anonymous", "anonymous");
            for field in ["role", "place", "what_changed", "what_we_learned"] {
                out += &optional(field, &of(field));
            }
            out += "{% if story.person %}person: {{ story.person.title }} {{ story.person.href }}\n{% endif %}";
            out += "{% if story.teller %}teller: {{ story.teller.title }} {{ story.teller.href }}\n{% endif %}";
            out += "{% if story.quote %}quote: {{ story.quote.text }}\n{% endif %}";
            out += "{% if story.campaign %}campaign: {{ story.campaign.title }} {{ story.campaign.href }}\n{% endif %}";
            out += &cards("principle", "story.principles");
            out += &cards("example of", "story.examples_of");
        }
        "principle" => {
            out += &optional("number", "principle.number");
            out += &optional("statement", "principle.statement");
            out += &links("replaces", "principle.replaces");
            out += &links("see also", "principle.see_also");
            out += &cards("in practice", "principle.practice");
            out += "{% if principle.retired %}retired{% if principle.retired.replaced_by %}, now {{ principle.retired.replaced_by.title }}{% endif %}\n{% endif %}";
        }
        "principle-set" => {
            out += &optional("version", "set.version");
            out += "{% for group in set.groups %}group: {{ group.title or '-' }}\n{% for it in group.items %}item: {{ it.number or '-' }} \"{{ it.title }}\" #{{ it.id }} {{ it.href }}\n{% if it.body %}{{ it.body }}\n{% endif %}{% endfor %}{% endfor %}";
            out += "{% for it in set.retired %}retired: {{ it.title }}\n{% endfor %}";
        }
        "definition" => {
            out += "definition: {{ definition.definition }}\n";
            for (label, field) in [("see also", "see_also"), ("not", "not_to_be_confused_with"), ("used in", "used_in")]
            {
                out += &links(label, &of(field));
            }
            out += &cards("example", "definition.examples");
        }
        "glossary" => {
            out += "{% for it in glossary.terms %}term: \"{{ it.title }}\" #{{ it.id }} {{ it.href }}\n  {{ it.definition }}\n{% endfor %}";
        }
        "home" => {
            out += "{% if home.campaign %}campaign: {{ home.campaign.title }}\n{% endif %}";
            out += "{% if home.story %}story: {{ home.story.title }}\n{% endif %}";
            out += &cards("quote", "home.quotes");
            out += &actions("action", "home.actions");
            out += &cards("principle", "home.principles");
            out += &cards("resource", "home.resources");
        }
        "list" | "tag" => {
            out += "of {{ list.of }}, {{ list.total }} in all, page {{ list.page }} of {{ list.pages }}\n";
            out += &cards("item", "list.items");
            out += &optional("newer", "list.newer");
            out += &optional("older", "list.older");
        }
        "tags" => out += "{% for it in tags %}tag: {{ it.title }} {{ it.href }} {{ it.count }}\n{% endfor %}",
        "person" => {
            out += &optional("role", "person.role");
            out += &cards("story", "person.stories");
        }
        "resource" => {
            out +=
                "{% if resource.button %}button: {{ resource.button.title }} {{ resource.button.href }}\n{% endif %}";
            out += &cards("principle", "resource.principles");
            out += &cards("quote", "resource.quotes");
        }
        "quotes" => {
            out += "{% for it in quotes.quotes %}quote: #{{ it.id }} \"{{ it.card.text }}\" by {{ it.card.who }}{% if it.card.image %} with {{ it.card.image.src }}{% endif %}\n{% endfor %}";
        }
        "actions" => {
            out += &actions("site", "actions.site");
            out += "{% for it in actions.site %}{% if it.text %}text: {{ it.text }}\n{% endif %}{% endfor %}";
            out += "{% for of in actions.campaigns %}campaign: {{ of.campaign.title }}\n{% for it in of.actions %}  {{ it.title }} {{ it.href or '-' }}\n{% endfor %}{% endfor %}";
        }
        "privacy" => {
            out += &flag("privacy.own_parts", "own parts");
            out += &flag("privacy.people", "people");
        }
        "accessibility" => {
            for field in ["checked", "how"] {
                out += &optional(field, &of(field));
            }
            out += "{% for it in accessibility.problems %}problem: {{ it }}\n{% endfor %}";
            out += &flag("accessibility.films_without_words", "films without words");
            out += &flag("accessibility.documents", "documents");
        }
        "page" => {
            out += &cards("child", "extras.children");
            out += &cards("quote", "extras.quotes");
        }
        _ => {}
    }
    out + "</pre>\n"
}
