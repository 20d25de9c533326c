//! How long the preview's work takes: one edit at the level of the session, and one page of each kind on request.
//!
//! ```text
//! cargo bench --bench edits -- path/to/site
//! ```
//!
//! Each edit is made, measured and undone nine times, each time another one of its kind. Nothing is written to the site's folder.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use handbill::publish::Pages;
use handbill::session::{EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::{Change, FileContent, Folder};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The memory of the program itself.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each is measured.
const TIMES: usize = 9;

/// A file and what it holds after an edit; nothing if it is gone.
type Edited = (Arc<str>, Option<String>);

/// An edit of one kind, another one each time.
type Edit<'e> = &'e dyn Fn(usize) -> Vec<Edited>;

type Files = BTreeMap<Arc<str>, FileContent>;

fn main() {
    // Cargo hands flags such as `--bench` over.
    let argument = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let folder = argument.or_else(|| std::env::var("HANDBILL_SITE").ok()).unwrap_or_else(|| "example-site".to_owned());
    let folder = PathBuf::from(folder);
    let begun = Instant::now();
    let opened = Folder::new(&folder).open().unwrap();
    let files: Files = opened.iter().map(|change| (change.path.clone(), change.content.clone().unwrap())).collect();
    tell("reading the folder", &[begun.elapsed()]);
    let mut session =
        Session::new(Options { base_url: None, drafts: Drafts::Shown, today: Today::At(jiff::Timestamp::now()) });
    let begun = Instant::now();
    session.apply(opened);
    let edition = session.edition();
    tell("the first edition", &[begun.elapsed()]);
    println!("{} documents, {} addresses\n", edition.documents.len(), edition.plan.targets.len());
    drop(edition);
    edits(&mut session, &files);
    println!();
    pages(&mut session);
}

fn edits(session: &mut Session, files: &Files) {
    let first = |folder: &str| {
        let is = |path: &&Arc<str>| path.starts_with(folder) && path.ends_with(".md") && !path.ends_with("index.md");
        files.keys().find(is).unwrap_or_else(|| panic!("there is nothing in {folder}")).clone()
    };
    let (story, definition) = (first("content/stories/"), first("content/definitions/"));
    // Each time is another edit, so that nothing that is kept fits by chance.
    let appended = |path: &Arc<str>, round: usize| {
        vec![(path.clone(), Some(format!("{}\nSentence {round}.\n", text(&files[path]))))]
    };
    let in_line = |path: &Arc<str>, key: &str, round: usize| {
        let changed: Vec<String> = text(&files[path])
            .lines()
            .map(|line| match line.strip_prefix(key) {
                Some(value) => format!("{key} \"Number {round} {}\"", value.trim().trim_matches('"')),
                None => line.to_owned(),
            })
            .collect();
        assert_ne!(changed.join("\n"), text(&files[path]).trim_end(), "{path} has no {key}");
        vec![(path.clone(), Some(changed.join("\n") + "\n"))]
    };
    let new = |round: usize| {
        let written = "---\ntitle: Nobody has told it\ndate: 2026-01-02\nconsent: given\n---\nNow it is told.\n";
        vec![(format!("content/stories/nobody-has-told-it-{round}.md").into(), Some(written.to_owned()))]
    };
    let deleted = |round: usize| {
        let stories = files.keys().filter(|path| path.starts_with("content/stories/") && path.ends_with(".md"));
        vec![(stories.cycle().nth(round * 7).unwrap().clone(), None)]
    };
    let base = |round: usize| {
        let text = format!("{{% extends \"theme/base.html\" %}}\n{{% block head %}}<!-- {round} -->{{% endblock %}}\n");
        vec![("templates/base.html".into(), Some(text))]
    };
    let broken = |round: usize| {
        let text = text(&files[&story]).replacen("date:", &format!("date: [{round}"), 1);
        vec![(story.clone(), Some(text))]
    };
    let site_yaml: Arc<str> = "site.yaml".into();
    let edits: [(&str, Edit); 9] = [
        ("a text", &|round| appended(&story, round)),
        ("a title", &|round| in_line(&story, "title:", round)),
        ("a new file", &new),
        ("a deleted file", &deleted),
        ("the sentence of a definition", &|round| in_line(&definition, "definition:", round)),
        ("the name of a definition", &|round| in_line(&definition, "title:", round)),
        ("the site's name", &|round| in_line(&site_yaml, "name:", round)),
        ("the base template", &base),
        ("a broken front matter", &broken),
    ];
    let only = std::env::var("HANDBILL_ONLY").unwrap_or_default();
    for (name, edit) in edits.into_iter().filter(|(name, _)| name.contains(&only)) {
        let mut times = vec![];
        // The preview keeps the edition that it shows while it makes the next.
        let mut shown = [session.edition()];
        for round in 0..TIMES {
            let edited = edit(round);
            let done: Vec<_> = edited.iter().map(|(path, text)| change(path, text.as_deref())).collect();
            let begun = Instant::now();
            session.apply(done);
            shown[0] = session.edition();
            times.push(begun.elapsed());
            session
                .apply(edited.iter().map(|(path, _)| Change { path: path.clone(), content: files.get(path).cloned() }));
            shown[0] = session.edition();
        }
        tell(name, &times);
    }
}

fn pages(session: &mut Session) {
    let edition = session.edition();
    let mut seen = BTreeMap::new();
    for (path, target) in edition.targets() {
        let kind: String = format!("{target:?}").chars().take_while(|c| c.is_alphanumeric()).collect();
        let folder = if kind == "Document" { path.split('/').next().unwrap_or(path) } else { "" };
        seen.entry(format!("{kind} {folder}")).or_insert(path);
    }
    let mut buffer = vec![];
    for (kind, path) in seen {
        let mut times = vec![];
        for _ in 0..TIMES {
            buffer.clear();
            let begun = Instant::now();
            let pages = EditionPages::new(&edition);
            let index = pages.index(path).unwrap();
            black_box(pages.make(index, &mut buffer)).unwrap();
            times.push(begun.elapsed());
        }
        tell(&format!("page: {kind}"), &times);
    }
}

fn text(content: &FileContent) -> &str {
    match content {
        FileContent::Text(text) => text,
        other => panic!("{other:?} is no text"),
    }
}

fn change(path: &Arc<str>, text: Option<&str>) -> Change {
    Change { path: path.clone(), content: text.map(|text| FileContent::Text(text.into())) }
}

fn tell(what: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let (first, median) = (milliseconds(times[0]), milliseconds(sorted[sorted.len() / 2]));
    let fastest = milliseconds(sorted[0]);
    println!("{what:32} {first:9.3} ms first {median:9.3} ms median {fastest:9.3} ms fastest");
}
