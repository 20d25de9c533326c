//! Laws of whole sites: what comes out depends on the files as they are now, and on nothing else.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "site_support/full.rs"]
mod full;
#[path = "site_support/mod.rs"]
mod site_support;

use full::{Files, start};
use handbill::finish::{Finish, Links, Size};
use handbill::publish::{Content, Outcome, Pages, Print};
use handbill::session::{Edition, EditionPages, Instead, Session};
use handbill::source::{Asset, Change, FileContent};
use proptest::prelude::*;
use site_support::{SITE_YAML, TEMPLATES, line, options, outputs, session};
use std::collections::BTreeMap;

fn change(path: &str, text: Option<&Option<String>>) -> Change {
    Change { path: path.into(), content: text.map(content) }
}

fn content(text: &Option<String>) -> FileContent {
    match text {
        Some(text) => FileContent::Text(text.as_str().into()),
        None => {
            FileContent::Asset(Asset { disk: "/nowhere/file".into(), length: 1, modified: 1, pixels: Some((4, 3)) })
        }
    }
}

fn changes(files: &Files) -> Vec<Change> {
    files.iter().map(|(path, text)| change(path, Some(text))).collect()
}

/// Everything that comes of an edition: all bytes, and all that is told, with its places.
fn all(edition: &Edition) -> (BTreeMap<String, String>, Vec<String>) {
    let (files, failed) = outputs(edition);
    let files = files.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    let told = edition.diagnostics.iter().chain(&failed).map(|told| line(edition, told)).collect();
    (files, told)
}

/// The first difference, in a few words.
fn difference(
    (files, told): &(BTreeMap<String, String>, Vec<String>),
    (other_files, other_told): &(BTreeMap<String, String>, Vec<String>),
) -> Option<String> {
    let path = files.keys().chain(other_files.keys()).find(|path| files.get(*path) != other_files.get(*path));
    if let Some(path) = path {
        return Some(format!("{path}\n{:?}\n{:?}", files.get(path), other_files.get(path)));
    }
    (told != other_told).then(|| format!("{told:#?}\n{other_told:#?}"))
}

/// An edit of one thing: which file, and what is done to it.
#[derive(Clone, Debug)]
struct Edit {
    file: usize,
    what: usize,
    seed: usize,
}

fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    let edit = (0..1000usize, 0..WAYS, 0..1000usize).prop_map(|(file, what, seed)| Edit { file, what, seed });
    prop::collection::vec(edit, 1..most)
}

const WAYS: usize = 19;

/// Does an edit; the paths that it changed.
fn edit(files: &mut Files, first: &Files, edit: &Edit) -> Vec<String> {
    let Edit { file, what, seed } = edit;
    let of = |files: &Files, wanted: &dyn Fn(&str) -> bool| -> Option<String> {
        let paths: Vec<&String> = files.keys().filter(|path| wanted(path)).collect();
        (!paths.is_empty()).then(|| paths[file % paths.len()].clone())
    };
    let markdown = |path: &str| path.starts_with("content/") && path.ends_with(".md");
    let replace = |files: &mut Files, path: String, with: &dyn Fn(&str) -> String| {
        let Some(Some(text)) = files.get(&path) else { return vec![] };
        let text = with(text);
        files.insert(path.clone(), Some(text));
        vec![path]
    };
    let words =
        ["ally", "organisers", "[gone](nowhere.md)", "**Social** action", "![](x.png)", "## Why", "[h](/stories/)"];
    let word = words[seed % words.len()];
    match what {
        0 | 1 => of(files, &markdown)
            .map_or(vec![], |path| replace(files, path, &|text| format!("{text}\nA text with {word} {seed}.\n"))),
        2 => of(files, &markdown).map_or(vec![], |path| {
            replace(files, path, &|text| text.replacen("title: ", &format!("title: T{seed} "), 1))
        }),
        3 => of(files, &|path| path.starts_with("content/definitions/")).map_or(vec![], |path| {
            let title = ["Ally", "Friend", "Social", "Action", "organiser"][seed % 5];
            replace(files, path, &|text| {
                let line = text.lines().find(|line| line.starts_with("title: ")).unwrap_or("title: ").to_owned();
                text.replacen(&line, &format!("title: {title}"), 1)
            })
        }),
        4 => of(files, &|path| path.starts_with("content/definitions/")).map_or(vec![], |path| {
            replace(files, path, &|text| text.replacen("definition: ", &format!("definition: Word {word} "), 1))
        }),
        5 => of(files, &markdown).map_or(vec![], |path| {
            let fields = [
                "draft: yes",
                "tags: [housing, other]",
                "expires: 2026-01-01",
                "slug: moved",
                "sensitive: yes",
                "short: kurz",
                "aliases: [/old]",
                "autolink: no",
                "sumary: x",
                "terms: [ally]",
                "show: [stories/sam, people/maureen]",
                "date: 14/10/2026",
                "principles: [nobody]",
                "image: {file: ../door.svg, alt: Door}",
                "title: twice",
            ];
            replace(files, path, &|text| text.replacen("---\n", &format!("---\n{}\n", fields[seed % fields.len()]), 1))
        }),
        6 => of(files, &|_| true).map_or(vec![], |path| {
            files.remove(&path);
            vec![path]
        }),
        7 => {
            let new = [
                ("content/news.md", "# A new page\n\nSocial action.\n"),
                (
                    "content/stories/new.md",
                    "---\ntitle: New\ndate: 2026-11-01\nconsent: given\ncampaign: lifts\n---\nAn ally.\n",
                ),
                ("content/definitions/action.md", "---\ntitle: Action\ndefinition: A deed.\n---\n"),
                ("content/principles/00-first.md", "# First of all\n"),
                ("content/help/_set.yaml", "title: Help is a set now\n"),
                ("content/about/index.md", "# About, again\n"),
                ("content/a.md", "# First of all documents\n"),
                ("content/stories/index.md", "# What people told us\n\nAlly.\n"),
                ("static/about/index.html", "in the way"),
            ][seed % 9];
            files.insert(new.0.to_owned(), Some(new.1.to_owned()));
            if new.0.starts_with("static/") {
                files.insert(new.0.to_owned(), None);
            }
            vec![new.0.to_owned()]
        }
        8 => of(files, &|path| path.starts_with("content/") && (path.ends_with(".md") || path.ends_with(".yaml")))
            .map_or(vec![], |path| replace(files, path, &|text| text.replacen(": ", ": [", 1))),
        // Whatever was done to a file is undone.
        9 | 10 => of(first, &|_| true).map_or(vec![], |path| {
            files.insert(path.clone(), first[&path].clone());
            vec![path]
        }),
        11 | 16 | 17 => {
            let settings = [
                "typography: no\n",
                "raw_html: yes\n",
                "languages: [cy]\n",
                "theme: {name: commons, list_size: 1}\n",
                "strapline: Hi\n",
                "checks: {links: off}\n",
                "menu: [stories]\n",
                "lang: de\n",
                "join: about.md\n",
                "theme: other\n",
                "logo: /logo.svg\n",
                "nonsense\n",
            ];
            let text = format!("{SITE_YAML}{}", settings[seed % settings.len()]);
            files.insert("site.yaml".to_owned(), Some(text));
            vec!["site.yaml".to_owned()]
        }
        12 => {
            let template = TEMPLATES[file % TEMPLATES.len()].0;
            let path = format!("templates/{template}.html");
            let text = ["{{ page.title }}", "{{ page.titel }}", "{% if %}", "{{ site.data.branches }}"][seed % 4];
            files.insert(path.clone(), Some(text.to_owned()));
            vec![path]
        }
        13 => {
            let (path, text) = [
                ("data/branches.csv", "name,count\nSouth,4\n"),
                ("data/branches.csv", "name,count\n1,2,3\n"),
                ("data/more.yaml", "a: [1, 2]\n"),
                ("styles/site.css", "p { color: red }\n"),
                ("styles/more.css", "p { colour }\n"),
                ("themes/other/theme.yaml", "name: other\ncontract: 1\n"),
            ][seed % 6];
            files.insert(path.to_owned(), Some(text.to_owned()));
            vec![path.to_owned()]
        }
        // Words that pages show, and that decide nothing else.
        18 => of(files, &markdown).map_or(vec![], |path| {
            replace(files, path, &|text| match (seed % 3, text.strip_prefix("---\n")) {
                (0, Some(rest)) => format!("---\nsummary: Said {seed}\n{}", rest.replacen("summary: ", "# ", 1)),
                (1, _) => text.replacen("\n---\n", &format!("\n---\nThe first sentence, {seed}.\n\n"), 1),
                _ => text.replacen("definition: ", &format!("definition: Said {seed} "), 1),
            })
        }),
        14 => of(files, &markdown).map_or(vec![], |path| {
            replace(files, path, &|text| {
                if let Some(rest) = text.strip_prefix("---\n") {
                    format!("---\n# a remark\n{rest}")
                } else {
                    format!("\n{text}")
                }
            })
        }),
        // A file moves: the same text under another name.
        _ => of(files, &markdown).map_or(vec![], |path| {
            let to = path.replace(".md", "-moved.md");
            let text = files.remove(&path).unwrap();
            files.insert(to.clone(), text);
            vec![path, to]
        }),
    }
}

/// `HANDBILL_CASES=20` looks twenty times as long.
fn config(cases: u32) -> ProptestConfig {
    let times: u32 = std::env::var("HANDBILL_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let cases = cases * times;
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(24))]

    /// The law of ARCHITECTURE.md.
    #[test]
    fn after_any_history_an_edition_is_the_one_from_scratch(history in edits(14)) {
        let first = start();
        let mut files = first.clone();
        let mut live = session(options(), changes(&files));
        live.edition();
        for (step, next) in history.iter().enumerate() {
            let changed = edit(&mut files, &first, next);
            live.apply(changed.iter().map(|path| change(path, files.get(path))));
            // Editions between are not always asked for.
            if next.seed % 5 == 0 && step + 1 < history.len() {
                continue;
            }
            // The preview asks in between for editions with some files as they were, or without them.
            if next.seed % 3 == 0 {
                let earlier = changed.iter().filter_map(|path| Some((path.as_str().into(), content(first.get(path)?))));
                let left_out = files.keys().nth(next.file % files.len()).map(|path| path.as_str().into());
                let instead = Instead { earlier: earlier.collect(), left_out: left_out.into_iter().collect() };
                let shown = all(&live.edition_instead(&instead));
                let fresh = all(&session(options(), changes(&files)).edition_instead(&instead));
                prop_assert_eq!(difference(&shown, &fresh), None, "after {:?}", next);
            }
            let after = all(&live.edition());
            let fresh = all(&session(options(), changes(&files)).edition());
            if let Some(difference) = difference(&after, &fresh) {
                return Err(TestCaseError::fail(format!("after {next:?}:\n{difference}")));
            }
        }
    }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn the_order_of_files_and_the_number_of_threads_change_nothing(history in edits(6), order in any::<u64>()) {
        let first = start();
        let mut files = first.clone();
        for next in &history {
            edit(&mut files, &first, next);
        }
        let once = all(&session(options(), changes(&files)).edition());
        prop_assert_eq!(difference(&once, &all(&session(options(), changes(&files)).edition())), None);
        let mut shuffled = changes(&files);
        shuffled.sort_by_key(|change| twox_hash::XxHash3_128::oneshot_with_seed(order, change.path.as_bytes()));
        prop_assert_eq!(difference(&once, &all(&session(options(), shuffled).edition())), None);
        for threads in [1, 7] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let there = pool.install(|| all(&session(options(), changes(&files)).edition()));
            prop_assert_eq!(difference(&once, &there), None);
        }
    }
}

proptest! {
    #![proptest_config(config(16))]

    /// A build does not make a page again that would be made from the same: so the same must make the same page.
    #[test]
    fn a_page_made_from_the_same_is_the_same(history in edits(14)) {
        let first = start();
        let mut files = first.clone();
        let mut live = session(options(), changes(&files));
        let mut made: BTreeMap<(String, bool, u128), Vec<u8>> = BTreeMap::new();
        for next in &history {
            let changed = edit(&mut files, &first, next);
            live.apply(changed.iter().map(|path| change(path, files.get(path))));
            let edition = live.edition();
            let finish = Finish { links: [Links::Complete, Links::Portable][next.seed % 2], size: Size::AsRendered };
            let pages = EditionPages::finished(&edition, finish);
            for index in 0..pages.count() {
                let mut buffer = vec![];
                let Ok(Outcome { content: Some(Content::Buffer), print: Some(print) }) =
                    pages.make_unless(index, None, &mut buffer)
                else {
                    continue;
                };
                let path = pages.path(index).to_owned();
                for (whole, either) in [(false, print.shown), (true, print.around)] {
                    let known = if whole { Print { shown: 0, ..print } } else { Print { around: 0, ..print } };
                    let again = pages.make_unless(index, Some(known), &mut vec![]);
                    prop_assert!(matches!(again, Ok(Outcome { content: None, print: Some(_) })), "{again:?}");
                    let before = made.entry((path.clone(), whole, either)).or_insert_with(|| buffer.clone());
                    prop_assert!(*before == buffer, "{path} after {next:?}:\n{}\n{}",
                        String::from_utf8_lossy(before), String::from_utf8_lossy(&buffer));
                }
            }
        }
    }
}

fn edited(live: &mut Session, files: &mut Files, path: &str, from: &str, to: &str) -> usize {
    let text = files[path].clone().unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    files.insert(path.to_owned(), Some(text.replacen(from, to, 1)));
    live.apply([change(path, files.get(path))]);
    live.edition();
    live.parsed()
}

#[test]
fn an_edit_of_a_text_parses_one_file() {
    let mut files = start();
    let mut live = session(options(), changes(&files));
    let before = live.edition();
    assert!(live.parsed() > 15);
    assert_eq!(edited(&mut live, &mut files, "content/help/rent.md", " and an ", " with a short word and an "), 1);
    let after = live.edition();
    assert_eq!(live.parsed(), 0, "nothing is parsed when nothing changed");
    assert!(std::sync::Arc::ptr_eq(&before.site, &after.site), "the structure is the one from before");
    assert!(std::sync::Arc::ptr_eq(&before.plan, &after.plan), "the addresses are those from before");
    assert!(std::sync::Arc::ptr_eq(&before.theme, &after.theme), "the theme is the one from before");
}

/// Words that only cards and pages show are no bones, nor is a title: who names whom is as it was, and what is where.
#[test]
fn an_edit_of_a_sentence_or_a_title_leaves_relations_and_plan() {
    let mut files = start();
    let mut live = session(options(), changes(&files));
    let before = live.edition();
    let steps = [
        ("content/definitions/ally.md", "definition: ", "definition: In short, "),
        ("content/definitions/ally.md", "---\n", "---\nplain: A friend.\n"),
        ("content/stories/hannah.md", "---\n", "---\nsummary: A story.\n"),
        ("content/definitions/ally.md", "plain: A", "plain: A good"),
        ("content/stories/hannah.md", "summary: A", "summary: Another"),
        ("content/stories/hannah.md", "title: ", "title: Z "),
    ];
    let mut kept = vec![];
    for (path, from, to) in steps {
        let before = live.edition();
        edited(&mut live, &mut files, path, from, to);
        let after = live.edition();
        kept.push(std::sync::Arc::ptr_eq(&before.site.relations, &after.site.relations));
        assert_eq!(std::sync::Arc::ptr_eq(&before.plan, &after.plan), kept[kept.len() - 1], "{to}");
        assert!(!std::sync::Arc::ptr_eq(&before.site, &after.site), "{to}: shapes are those of now");
        assert_eq!(difference(&all(&after), &all(&session(options(), changes(&files)).edition())), None);
    }
    // A field that was not there is a spot more.
    assert_eq!(kept, [true, false, false, true, true, true]);
    assert_ne!(difference(&all(&before), &all(&live.edition())), None);
}

#[test]
fn an_edit_of_a_name_parses_one_file_too() {
    let mut files = start();
    let mut live = session(options(), changes(&files));
    live.edition();
    assert_eq!(edited(&mut live, &mut files, "content/definitions/ally.md", "Ally", "Friend"), 1);
    assert_eq!(edited(&mut live, &mut files, "site.yaml", "Copper", "Silver"), 0);
    assert_eq!(edited(&mut live, &mut files, "data/branches.csv", "North", "South"), 0);
    assert_eq!(edited(&mut live, &mut files, "templates/page.html", "page", "site"), 0);
    assert_eq!(edited(&mut live, &mut files, "styles/site.css", "123456", "654321"), 0);
}

/// What is looked up for a document is kept while the faces of all are as they were; so what is seen of a face and of
/// what is withheld must make it be looked up again.
#[test]
fn what_others_see_of_a_document_reaches_them() {
    let mut files = start();
    let mut live = session(options(), changes(&files));
    live.edition();
    let steps = [
        (
            "content/stories/hannah.md",
            "consent: given",
            "consent: pending",
            "\"Eleven floors\", which is not published",
        ),
        ("content/stories/hannah.md", "Eleven floors", "Twelve floors", "\"Twelve floors\", which is not published"),
        ("content/campaigns/lifts.md", "## Why", "## What for", "has no heading `#why`"),
        ("content/about.md", "## How", "## When", "has no heading `#how`"),
        ("content/principles/01-listen.md", "see_also: [look-back]", "group: first", "no group `first`"),
        (
            "content/principles/_set.yaml",
            "version: 1.10",
            "groups: [{id: second, title: Second}]",
            "the groups of the set are: second",
        ),
    ];
    for (path, from, to, told) in steps {
        edited(&mut live, &mut files, path, from, to);
        let after = all(&live.edition());
        assert_eq!(difference(&after, &all(&session(options(), changes(&files)).edition())), None);
        assert!(after.1.iter().any(|line| line.contains(told)), "{told}: {:#?}", after.1);
    }
    let broken = all(&live.edition());
    for (path, from, to, _) in steps.into_iter().rev() {
        edited(&mut live, &mut files, path, to, from);
    }
    assert_eq!(difference(&all(&live.edition()), &all(&session(options(), changes(&start())).edition())), None);
    for (path, from, to, _) in steps {
        edited(&mut live, &mut files, path, from, to);
    }
    assert_eq!(difference(&all(&live.edition()), &broken), None);
}

/// However a name is written, what it leads to is known again when that changes.
#[test]
fn names_in_unusual_forms_are_looked_up_again_too() {
    let principle = |title: &str| format!("---\ntitle: {title}\n---\n# How\n");
    for (link, file) in [
        ("framework/_set.yaml#listen", "content/framework/01-listen.md"),
        ("framework/-listen.md", "content/framework/01-listen.md"),
        ("framework/01-2024-aims.md#how", "content/framework/2024-aims.md"),
        ("framework/2024-aims.md", "content/framework/2024-aims.md"),
        ("notes.md.md", "content/notes.md/index.md"),
        ("notes.md", "content/notes.md/index.md"),
        ("framework/", "content/framework/_set.yaml"),
        ("./stories/../notes.md/", "content/notes.md/index.md"),
        ("Story/dave.md", "content/Story/dave.md"),
        ("stories/dave.md", "content/Story/dave.md"),
    ] {
        let mut files = start();
        let mut add = |path: &str, text: &str| files.insert(path.to_owned(), Some(text.to_owned()));
        add("content/framework/_set.yaml", "title: Framework\n");
        add("content/framework/01-listen.md", &principle("Listen"));
        add("content/framework/2024-aims.md", &principle("Aims"));
        add("content/notes.md/index.md", &principle("Notes"));
        add("content/Story/dave.md", "---\ntitle: Dave\ndate: 2026-10-01\nconsent: given\n---\n# How\n");
        add("content/index.md", &format!("---\ntitle: Home\n---\n[There]({link})\n"));
        let mut live = session(options(), changes(&files));
        live.edition();
        let before = files.get(file).cloned().flatten().unwrap();
        let edits = [
            before.replacen("title:", "draft: yes\ntitle:", 1),
            before.replacen("title:", "slug: elsewhere\ntitle:", 1),
            before.replace("# How", "# When"),
        ];
        for text in edits.into_iter().map(Some).chain([None, Some(before.clone())]) {
            if text.is_none() {
                files.remove(file);
            } else {
                files.insert(file.to_owned(), text.clone());
            }
            live.apply([change(file, files.get(file))]);
            let fresh = all(&session(options(), changes(&files)).edition());
            assert_eq!(difference(&all(&live.edition()), &fresh), None, "{link} when {file} is {text:?}");
        }
    }
}

#[test]
fn the_site_of_these_laws_is_sound_and_full() {
    let (files, told) = all(&session(options(), changes(&start())).edition());
    assert!(told.iter().all(|line| line.starts_with("hint HB0307 ")), "{told:#?}");
    assert!(files.len() > 25, "{:?}", files.keys());
}

/// The edits that come most often: the last paragraph of each document, one after the other.
#[test]
fn a_page_that_shows_a_new_sentence_is_made_from_something_else() {
    let mut files = start();
    for folder in ["stories", "campaigns", "definitions", "quotes", "actions", "people", "resources", "principles"] {
        let text = "---\ntitle: About these\n---\nThis is how they came about.\n";
        files.entry(format!("content/{folder}/index.md")).or_insert(Some(text.to_owned()));
    }
    let written: Vec<String> = files
        .iter()
        .filter(|(path, text)| path.ends_with(".md") && text.is_some())
        .map(|(path, _)| path.clone())
        .collect();
    let mut live = session(options(), changes(&files));
    let made = |edition: &Edition| -> BTreeMap<String, (Option<Print>, Vec<u8>)> {
        let pages = EditionPages::new(edition);
        let one = |index| {
            let mut buffer = vec![];
            let outcome = pages.make_unless(index, None, &mut buffer).ok()?;
            Some((pages.path(index).to_owned(), (outcome.print, buffer)))
        };
        (0..pages.count()).filter_map(one).collect()
    };
    let mut before = made(&live.edition());
    let mut shown = 0;
    for path in &written {
        let text = files[path].clone().unwrap();
        files.insert(path.clone(), Some(format!("{text}\n\nA sentence that nobody has written yet.\n")));
        live.apply([change(path, files.get(path))]);
        let after = made(&live.edition());
        for (page, (print, bytes)) in &after {
            let Some((old, old_bytes)) = before.get(page) else { continue };
            shown += usize::from(bytes != old_bytes);
            let is_same = print.is_some() && print.map(|print| print.around) == old.map(|old| old.around);
            assert!(!is_same || bytes == old_bytes, "{page} after an edit of {path}");
        }
        before = after;
    }
    assert!(shown >= written.len() / 2, "only {shown} pages showed a new sentence");
}
