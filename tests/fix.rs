//! `handbill fix`: what it mends and what it leaves, and that it harms nothing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "publish_support/tree.rs"]
mod folders;
#[path = "site_support/mod.rs"]
mod site_support;

use folders::{modified, tree};
use handbill::diagnostic::{Code, Severity};
use handbill::session::{Edition, Session};
use handbill::source::{Change, FileContent, Folder};
use proptest::prelude::*;
use site_support::{SITE_YAML, TEMPLATES, line, options, outputs, session};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The texts of a site, by path.
type Texts = BTreeMap<String, String>;

fn change(path: &str, text: &str) -> Change {
    Change { path: path.into(), content: Some(FileContent::Text(text.into())) }
}

/// A site with these files, and with templates that show little.
fn opened(files: &Texts) -> Session {
    let mut all: Vec<Change> = vec![change("site.yaml", SITE_YAML)];
    all.extend(TEMPLATES.iter().map(|(name, _)| change(&format!("templates/{name}.html"), "{{ page }}")));
    all.extend(files.iter().map(|(path, text)| change(path, text)));
    session(options(), all)
}

fn mend(session: &mut Session) -> Texts {
    let mended = session.mend(&BTreeSet::new());
    mended.into_iter().map(|file| (file.path.to_string(), file.after.to_string())).collect()
}

fn errors(edition: &Edition) -> Vec<String> {
    let errors = edition.diagnostics.iter().filter(|told| told.severity == Severity::Error);
    errors.map(|told| line(edition, told)).collect()
}

/// What comes of one page.
fn page(text: &str) -> (String, Vec<String>) {
    let mut session = opened(&Texts::from([("content/a.md".to_owned(), text.to_owned())]));
    let mended = mend(&mut session);
    let after = mended.get("content/a.md").cloned().unwrap_or_else(|| text.to_owned());
    assert!(mended.len() <= 1, "{mended:?}");
    assert!(mend(&mut session).is_empty(), "a second run changes nothing: {text:?}");
    (after, errors(&session.edition()))
}

/// Front matter before and after; with a title in front where it has none.
const MENDED: [(&str, &str); 51] = [
    ("title: A\npublished: false", "title: A\ndraft: yes"),
    ("title: A\nhidden: true", "title: A\ndraft: yes"),
    ("title: A\npublished: true\nowner: Ann", "title: A\nowner: Ann"),
    ("title: A\nlayout: post\nowner: Ann", "title: A\nowner: Ann"),
    ("name: A\nlastmod: 14 October 2026", "title: A\nupdated: 2026-10-14"),
    ("title: A\npermalink: /old/place/", "title: A\naliases: /old/place/"),
    ("title: A\npermission: yes", "title: A\npermission: yes"),
    ("title: Housing: a right", "title: \"Housing: a right\""),
    ("title: We ask:", "title: \"We ask:\""),
    ("title: @handle", "title: \"@handle\""),
    ("title: *urgent* meeting", "title: \"*urgent* meeting\""),
    ("title: & more", "title: \"& more\""),
    ("title: !Join us", "title: \"!Join us\""),
    ("title: % of rent", "title: \"% of rent\""),
    ("title: > 5 of us", "title: \"> 5 of us\""),
    ("title: `so`", "title: \"`so`\""),
    ("title: \"We won\" say residents", "title: '\"We won\" say residents'"),
    ("title: 'Our' demand", "title: \"'Our' demand\""),
    ("title: \"We\" and 'you'", "title: \"\\\"We\\\" and 'you'\""),
    ("title: “Housing: a right”", "title: \"Housing: a right\""),
    ("title: #fixthelifts", "title: \"#fixthelifts\""),
    ("title: A: b # a note", "title: A: b # a note"),
    ("title: Our: long\n  title", "title: Our: long\n  title"),
    ("title: A\nextra:\n  a: Our: door\n  b: x", "title: A\nextra:\n  a: \"Our: door\"\n  b: x"),
    ("title: A\nextra: {a: Our: door, b: x}", "title: A\nextra: {a: Our: door, b: x}"),
    ("title:No space", "title: No space"),
    ("title:No space\ndate:2026-10-14", "title: No space\ndate: 2026-10-14"),
    ("title:No space\ndate:2026-10-14\nowner: Ann", "title: No space\ndate: 2026-10-14\nowner: Ann"),
    ("title:\u{a0}No space\nowner: Ann", "title: No space\nowner: Ann"),
    ("owner:Ann\n# a note\n\ntitle: A", "owner: Ann\n# a note\n\ntitle: A"),
    ("https://a.example\nowner: Ann", "https://a.example\nowner: Ann"),
    ("title: A\nextra:\n\ta: b\n\tc: d", "title: A\nextra:\n  a: b\n  c: d"),
    ("title: A\nextra:\n\ta:\n\t\tc: d", "title: A\nextra:\n  a:\n    c: d"),
    ("title: A\nextra:\n  a:\n\tc: d", "title: A\nextra:\n  a:\n\tc: d"),
    ("title: A\nextra:\n\u{a0}\u{a0}a: b", "title: A\nextra:\n  a: b"),
    ("title: A\nupdated: 14 October 2026", "title: A\nupdated: 2026-10-14"),
    ("title: A\nupdated: October 14th, 2026 # a note", "title: A\nupdated: 2026-10-14 # a note"),
    ("title: A\nupdated: \"14.10.2026\"", "title: A\nupdated: 2026-10-14"),
    ("title: A\nupdated: 14/10/2026", "title: A\nupdated: 2026-10-14"),
    ("title: A\nupdated: 4/10/2026", "title: A\nupdated: 4/10/2026"),
    ("title: A\nexpires: 14 October 2027", "title: A\nexpires: 14 October 2027"),
    ("titel: A", "title: A"),
    ("Title: A", "title: A"),
    ("title: A\nsumary: b", "title: A\nsummary: b"),
    ("title: A\nsort: b", "title: A\nsort: b"),
    ("title: A\ndratf: yes", "title: A\ndratf: yes"),
    ("titel: A\ntilte: B", "titel: A\ntilte: B"),
    ("title: A\ntags: housing, our rights", "title: A\ntags: [housing, our rights]"),
    ("title: A\ntag: housing", "title: A\ntags: housing"),
    ("title: A\nowner: &x Ann, Bo\ntags: *x", "title: A\nowner: &x Ann, Bo\ntags: *x"),
    (
        "Title: Housing: a right\nupdated: 14/10/2026\nsumary: a",
        "title: \"Housing: a right\"\nupdated: 2026-10-14\nsummary: a",
    ),
];

#[test]
fn what_can_mean_one_thing_only_is_mended_and_all_else_is_left_and_told() {
    for (before, after) in MENDED {
        let file = |front: &str| format!("---\n{front}\n---\nText: with [a]: colon.\n");
        let (mended, errors) = page(&file(before));
        assert_eq!(mended, file(after), "{before:?}: {errors:?}");
        assert_eq!(errors.is_empty(), before != after, "{before:?}: {errors:?}");
    }
}

#[test]
fn choices_and_lists_of_other_kinds_are_mended() {
    let campaign = |status: &str| {
        format!("---\ntitle: A\nstatus: {status}\nask: Mend it.\ntarget: Ann Lee\nended: 2026-10-01\n---\n")
    };
    let path = "content/campaigns/a.md".to_owned();
    for (before, after) in [("part won", "part-won"), ("“Planning”", "planning"), ("wonn", "wonn")] {
        let mut session = opened(&Texts::from([(path.clone(), campaign(before))]));
        let mended = mend(&mut session);
        assert_eq!(mended.get(&path).cloned().unwrap_or_else(|| campaign(before)), campaign(after), "{before}");
    }
}

#[test]
fn no_word_about_consent_is_ever_changed() {
    for front in [
        "consnet: given",
        "consent:given",
        "consent:\n\tstatus: given",
        "consent: [given, x",
        "draft:no: x",
        "consent: not needed",
        "consent: Yes",
        "consent: #given",
        "consent:\n  staus: given",
    ] {
        let text = format!("---\ntitle: A\ndate: 2026-10-01\n{front}\n---\nWe.\n");
        let mut session = opened(&Texts::from([("content/stories/a.md".to_owned(), text)]));
        assert_eq!(mend(&mut session), Texts::new(), "{front}");
        assert!(!errors(&session.edition()).is_empty(), "{front}");
    }
}

#[test]
fn front_matter_without_any_line_of_dashes_gets_both() {
    let without = "Title: A: b\nSummary: what we do\n\nText.\n\n---\n\nMore.\n";
    let (after, errors) = page(without);
    assert_eq!(after, "---\ntitle: \"A: b\"\nsummary: what we do\n---\n\nText.\n\n---\n\nMore.\n");
    assert!(errors.is_empty(), "{errors:?}");
    let (after, errors) = page("title: A\r\nsummary: b");
    assert_eq!(after, "---\r\ntitle: A\r\nsummary: b\r\n---\r\n");
    assert!(errors.is_empty(), "{errors:?}");
    // The words of a text, which has to have a title of its own.
    let text = "# Open\n\nWhen: Tuesdays\nWhere: the hatch\n";
    assert_eq!(page(text), (text.to_owned(), vec![]));
}

#[test]
fn items_that_do_not_line_up_are_moved_with_their_lines() {
    let front =
        "title: A\nquotes:\n - text: b\n   by: C\n   consent: given\n  - text: d\n    by: E\n    consent: given";
    let (after, errors) = page(&format!("---\n{front}\n---\n"));
    assert_eq!(after, format!("---\n{front}\n---\n"), "nothing about consent is mended");
    assert!(!errors.is_empty());
    let front = |second: &str| format!("---\ntitle: A\nextra:\n  a:\n    - b: c\n      d: e\n{second}---\n");
    for wrong in ["     - b: f\n       d: g\n", "      - b: f\n        d: g\n", "       - b: f\n         d: g\n"] {
        assert_eq!(page(&front(wrong)).0, front("    - b: f\n      d: g\n"), "{wrong}");
    }
}

#[test]
fn one_item_with_a_dash_before_each_line_is_put_together() {
    let campaign = |lines: &str| {
        let text = format!("---\ntitle: A\nstatus: active\nask: B\nroute: together\n{lines}---\n");
        Texts::from([("content/campaigns/a.md".to_owned(), text)])
    };
    let mut session = opened(&campaign("actions:\n  - do: come\n  - title: Come\n  - offline: Just come\n"));
    let whole = campaign("actions:\n  - do: come\n    title: Come\n    offline: Just come\n");
    assert_eq!(mend(&mut session), whole);
    let quotes = campaign("quotes:\n  - text: B\n  - by: C\n  - consent: given\n");
    assert!(mend(&mut opened(&quotes)).is_empty(), "nobody guesses who agreed to what");
}

#[test]
fn front_matter_is_closed_where_its_end_is_plain() {
    for (before, after) in [
        ("---\ntitle: A\n\nText.\n", "---\ntitle: A\n---\n\nText.\n"),
        ("---\ntitle: A\n# Heading\n", "---\ntitle: A\n---\n# Heading\n"),
        ("---\r\ntitle: A: b\r\n\r\nText.\r\n", "---\r\ntitle: \"A: b\"\r\n---\r\n\r\nText.\r\n"),
        ("---\ntitle: A\n\nsummary: b\n\nText.\n", "---\ntitle: A\n\nsummary: b\n\nText.\n"),
        ("---\n\nA line between dashes is no front matter.\n", "---\n\nA line between dashes is no front matter.\n"),
    ] {
        assert_eq!(page(before).0, after, "{before:?}");
    }
}

#[test]
fn line_ends_marks_and_the_end_of_the_file_stay() {
    let before =
        "\u{feff}---\r\ntitel: Housing: a right\r\n# a note\r\nupdated: 14/10/2026  # another\r\n---\r\nLast \r\nline";
    let after = "\u{feff}---\r\ntitle: \"Housing: a right\"\r\n# a note\r\nupdated: 2026-10-14  # another\r\n---\r\nLast \r\nline";
    let (mended, errors) = page(before);
    assert_eq!((mended.as_str(), errors), (after, vec![]));
}

#[test]
fn what_was_sound_is_neither_changed_nor_published_otherwise() {
    let files = Texts::from([
        ("content/about.md".to_owned(), "---\ntitle:   “About”\ntags: housing\n---\nText.\n".to_owned()),
        (
            "content/stories/sam.md".to_owned(),
            "---\ntitle: Sam\ndate: 2026-09-01\nconsent: given\n---\nWe.\n".to_owned(),
        ),
        ("content/broken.md".to_owned(), "---\ntitle: Broken\nsumary: Our: door\n---\nText.\n".to_owned()),
    ]);
    let mut session = opened(&files);
    let (before, _) = outputs(&session.edition());
    let mended = mend(&mut session);
    assert_eq!(mended.keys().collect::<Vec<_>>(), ["content/broken.md"]);
    let (after, _) = outputs(&session.edition());
    for page in ["about/index.html", "stories/sam/index.html", "stories/index.html", "tags/housing/index.html"] {
        assert!(before.contains_key(page), "{page}");
        assert_eq!(before.get(page), after.get(page), "{page}");
    }
}

/// Lines of front matter that any page can have: sound, and with a slip of the hand.
const SLIPS: [(&str, &str); 14] = [
    ("summary: \"Housing: a right\"", "summary: Housing: a right"),
    ("summary: \"@us\"", "summary: @us"),
    ("summary: \"*All* of us\"", "summary: *All* of us"),
    ("summary: '\"We won\" say residents'", "summary: \"We won\" say residents"),
    ("content_note: Loss", "content-note: Loss"),
    ("content_note: \"#loss\"", "content_note: #loss"),
    ("content_note: \"Loss: of a home\"", "content_note: “Loss: of a home”"),
    ("updated: 2026-10-14", "updated: 14 October 2026"),
    ("updated: 2026-10-14", "updated: 14.10.2026"),
    ("updated: 2026-10-14", "updated: 10/14/2026"),
    ("tags: [housing, our rights]", "tags: housing, our rights"),
    ("owner: The committee", "owner:The committee"),
    ("extra:\n  a: b\n  c: d", "extra:\n\ta: b\n\tc: d"),
    ("review_by: 2027-01-31", "reveiw_by: 2027-01-31"),
];

/// What nobody can mend but the author.
const RIDDLES: [&str; 4] = ["short: 4: 5 # or 6", "updated: 04/10/2026", "nothing-like-it: x", "draft: perhaps"];

fn key(lines: &str) -> &str {
    lines.split(':').next().unwrap()
}

/// The texts of the example site.
fn example() -> Vec<Change> {
    Folder::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site")).open().unwrap()
}

#[derive(Clone, Debug)]
struct Mixture {
    /// Which file, which slips, which riddle if any.
    file: usize,
    slips: Vec<usize>,
    riddle: Option<usize>,
    crlf: bool,
    bom: bool,
}

fn mixtures() -> impl Strategy<Value = Vec<Mixture>> {
    let slips = prop::collection::vec(0..SLIPS.len(), 1..5);
    let riddle = prop::option::weighted(0.2, 0..RIDDLES.len());
    let mixture = (0..1000usize, slips, riddle, any::<bool>(), any::<bool>())
        .prop_map(|(file, slips, riddle, crlf, bom)| Mixture { file, slips, riddle, crlf, bom });
    prop::collection::vec(mixture, 1..4)
}

/// The file with these lines in its front matter, sound and with the slips.
fn mixed(text: &str, mixture: &Mixture) -> (String, String) {
    let (front, rest) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    let mut taken: Vec<String> = front.lines().map(|line| key(line).to_owned()).collect();
    let mut make = |lines: &str, other: &str, sound: &mut String, slipped: &mut String| {
        if !taken.contains(&key(lines).to_owned()) {
            taken.push(key(lines).to_owned());
            *sound = format!("{lines}\n{sound}");
            *slipped = format!("{other}\n{slipped}");
        }
    };
    let (mut sound, mut slipped) = (front.to_owned(), front.to_owned());
    if let Some(riddle) = mixture.riddle {
        make(RIDDLES[riddle], RIDDLES[riddle], &mut sound, &mut slipped);
    }
    for (lines, other) in mixture.slips.iter().map(|slip| SLIPS[*slip]) {
        make(lines, other, &mut sound, &mut slipped);
    }
    let finish = |front: &str| {
        let text = format!("---\n{front}\n---\n{rest}");
        let text = if mixture.crlf { text.replace('\n', "\r\n") } else { text };
        if mixture.bom { format!("\u{feff}{text}") } else { text }
    };
    (finish(&sound), finish(&slipped))
}

/// `HANDBILL_CASES=20` looks twenty times as long.
fn config() -> ProptestConfig {
    let times: u32 = std::env::var("HANDBILL_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig { cases: 24 * times, failure_persistence: None, max_shrink_iters: 100, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn slips_are_taken_back_and_riddles_are_told(mixtures in mixtures()) {
        let site = example();
        let pages: Vec<&Change> = site.iter().filter(|change| change.path.ends_with(".md")).collect();
        let mut expected = BTreeMap::new();
        let mut changes = site.clone();
        for mixture in &mixtures {
            let page = pages[mixture.file % pages.len()];
            let Some(FileContent::Text(text)) = &page.content else { panic!("{} is no text", page.path) };
            let (sound, slipped) = mixed(text, mixture);
            changes.push(change(&page.path, &slipped));
            expected.insert(page.path.to_string(), (sound, slipped, mixture.riddle.is_some()));
        }
        let mut session = session(options(), changes);
        let before = session.edition();
        let mended = mend(&mut session);
        let after = session.edition();
        prop_assert!(mended.keys().all(|path| expected.contains_key(path)), "{:?}", mended.keys());
        for (path, (sound, slipped, has_riddle)) in &expected {
            let result = mended.get(path).unwrap_or(slipped);
            let told = after.diagnostics.iter().any(|told| *told.places[0].path == **path && told.code.severity() == Severity::Error);
            if *has_riddle {
                prop_assert!(told || result == sound, "{}\n{}", path, result);
            } else {
                prop_assert_eq!(result, sound, "{}: {:?}", path, errors(&after));
                prop_assert!(!told, "{}: {:?}", path, errors(&after));
            }
        }
        // What had no error has none now.
        let known: BTreeSet<_> = before.diagnostics.iter().map(|told| (told.places[0].path.clone(), told.code)).collect();
        for told in after.diagnostics.iter().filter(|told| told.severity == Severity::Error) {
            let path = &told.places[0].path;
            prop_assert!(known.contains(&(path.clone(), told.code)) || expected.contains_key(&**path), "{}", line(&after, told));
        }
        prop_assert!(mend(&mut session).is_empty());
    }

    #[test]
    fn no_text_whatever_makes_it_panic_or_go_in_circles(front in "([a-z]{1,3}|title|tags|date)?[:#\"'“”`>|&*!%@,{}\\[\\] \t\u{a0}a-z0-9./\n-]{0,60}") {
        for text in [format!("---\n{front}\n---\nText.\n"), format!("---\n{front}")] {
            let mut session = opened(&Texts::from([("content/a.md".to_owned(), text.clone())]));
            let had = session.edition().diagnostics.iter().any(|told| told.code.severity() == Severity::Error);
            let mended = mend(&mut session);
            prop_assert!(had || mended.is_empty());
            let hidden = |code: Code| matches!(code, Code::YamlSyntax | Code::FrontMatterOpen);
            let edition = session.edition();
            let still = edition.diagnostics.iter().filter(|told| told.repair.is_some() && !hidden(told.code)).count();
            prop_assert!(still == 0 || mend(&mut session).is_empty(), "{:?}", text);
        }
    }
}

/// A site on disk.
struct Site {
    around: tempfile::TempDir,
}

impl Site {
    fn new(files: &[(&str, &str)]) -> Self {
        let site = Self { around: tempfile::tempdir().unwrap() };
        site.write("site.yaml", "name: Copper Street\nlang: en\ncontact: a@b.example\nurl: https://a.example\n");
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    fn folder(&self) -> PathBuf {
        self.around.path().join("site")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder().join(path)).unwrap()
    }

    fn fix(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
        command.arg("fix").arg(self.folder()).args(args).stdin(Stdio::null()).output().unwrap()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const SLIPPED: &str = "---\ntitle: Housing: a right\n---\nText.\n";
const SOUND: &str = "---\ntitle: \"Housing: a right\"\n---\nText.\n";

#[test]
fn with_yes_files_are_written_and_nothing_else_is_touched() {
    let site = Site::new(&[("content/a.md", SLIPPED), ("content/b.md", "# B\n")]);
    let before = modified(&site.folder());
    let output = site.fix(&["--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    let text = out(&output);
    assert!(text.contains("-title: Housing: a right\n+title: \"Housing: a right\"\n"), "{text}");
    assert!(text.contains("Changed 1 line in 1 file.") && text.contains("Nothing is left to mend."), "{text}");
    assert_eq!(site.read("content/a.md"), SOUND);
    let after = modified(&site.folder());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(before.iter().all(|(path, time)| path == "content/a.md" || after[path] == *time));
    let again = site.fix(&["--yes"]);
    assert_eq!((again.status.code(), out(&again).trim()), (Some(0), "Nothing to mend."));
    assert_eq!(modified(&site.folder()), after);
}

#[test]
fn without_a_terminal_or_with_dry_run_nothing_is_written() {
    let site = Site::new(&[("content/a.md", SLIPPED)]);
    let (before, times) = (tree(&site.folder()), modified(&site.folder()));
    for (args, words) in
        [(&[][..], "`--yes` writes these changes"), (&["--dry-run"][..], "Nothing was written, as you asked")]
    {
        let output = site.fix(args);
        assert_eq!(output.status.code(), Some(1), "the mistakes are still there");
        assert!(
            out(&output).contains("+title: \"Housing: a right\"") && out(&output).contains(words),
            "{}",
            out(&output)
        );
        assert_eq!((tree(&site.folder()), modified(&site.folder())), (before.clone(), times.clone()));
    }
    assert_eq!(site.fix(&["--dry-run", "--yes"]).status.code(), Some(2));
}

#[test]
fn what_is_left_is_told_as_check_tells_it() {
    let site = Site::new(&[("content/a.md", SLIPPED), ("content/b.md", "---\ntitle: B\nupdated: 4/10/2026\n---\n")]);
    let output = site.fix(&["--yes"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(site.read("content/a.md"), SOUND);
    assert!(out(&output).contains("Left for you to mend: 1 error."), "{}", out(&output));
    assert!(err(&output).contains("error[HB0107]") && err(&output).contains("2026-10-04"), "{}", err(&output));
    let mut check = Command::new(env!("CARGO_BIN_EXE_handbill"));
    let check = check.arg("check").arg(site.folder()).output().unwrap();
    assert_eq!(err(&check), err(&output));
}

#[test]
fn a_folder_that_is_no_site_and_a_file_that_is_no_text_are_left() {
    let site = Site::new(&[]);
    fs::write(site.folder().join("content.md"), SLIPPED).unwrap();
    fs::create_dir(site.folder().join("content")).unwrap();
    fs::write(site.folder().join("content/a.md"), b"---\ntitle: A: \xff\n---\n").unwrap();
    let before = tree(&site.folder());
    assert_eq!(site.fix(&["--yes"]).status.code(), Some(1));
    assert_eq!(tree(&site.folder()), before);
    let nowhere = Command::new(env!("CARGO_BIN_EXE_handbill")).args(["fix", "/no/such/folder"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn links_and_files_that_may_not_be_written_or_read_are_left() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = Site::new(&[("content/a.md", SLIPPED), ("content/b.md", SLIPPED), ("content/d.md", SLIPPED)]);
    let outside = site.around.path().join("outside.md");
    fs::write(&outside, SLIPPED).unwrap();
    symlink(&outside, site.folder().join("content/c.md")).unwrap();
    symlink(site.folder().join("content/d.md"), site.folder().join("content/e.md")).unwrap();
    let b = site.folder().join("content/b.md");
    fs::set_permissions(&b, fs::Permissions::from_mode(0o444)).unwrap();
    let output = site.fix(&["--yes"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("content/b.md cannot be written to"), "{}", out(&output));
    assert_eq!((site.read("content/a.md").as_str(), site.read("content/d.md").as_str()), (SOUND, SOUND));
    assert_eq!(
        (fs::read_to_string(&outside).unwrap().as_str(), site.read("content/b.md").as_str()),
        (SLIPPED, SLIPPED)
    );
    assert!(site.folder().join("content/e.md").is_symlink() && site.folder().join("content/c.md").is_symlink());
    // Whoever may read everything reads this too; it is left all the same.
    fs::set_permissions(&b, fs::Permissions::from_mode(0o000)).unwrap();
    let output = site.fix(&["--yes"]);
    assert!(matches!(output.status.code(), Some(1 | 2)));
    fs::set_permissions(&b, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(site.read("content/b.md"), SLIPPED);
}
