//! The `handbill` command as whoever runs it sees it: exit codes, what it prints, and the folder afterwards.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "publish_support/tree.rs"]
mod folders;

use folders::{modified, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A site on disk.
struct Site {
    around: TempDir,
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

    fn public(&self) -> PathBuf {
        self.folder().join("public")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
        command.arg("build").arg(self.folder()).args(args).stdin(Stdio::null());
        command
    }

    fn build(&self, args: &[&str]) -> Output {
        let mut all = vec!["--date", "2026-11-24"];
        all.extend(args);
        self.command(&all).output().unwrap()
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const STORY: &str = "---\ntitle: Down eleven floors\ndate: 2026-01-01\nconsent: given\nimage: {file: stairs.svg, alt: The stairs}\n---\nShe carried him.\n";
const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";

#[test]
fn a_sound_site_is_built_and_said_so() {
    let site = Site::new(&[("content/about.md", "# About\n")]);
    let built = site.build(&[]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    assert!(out(&built).starts_with("Built "), "{}", out(&built));
    let last = out(&built).lines().last().unwrap().to_owned();
    assert!(last.starts_with("Before it goes online, `handbill check"), "{last}");
    assert!(site.public().join("about/index.html").is_file());
    assert!(site.public().join(".handbill-files").is_file());
}

#[test]
fn mistakes_end_with_code_1_and_touch_nothing() {
    let site = Site::new(&[("content/about.md", "# About\n")]);
    assert_eq!(code(&site.build(&[])), 0);
    let (before, times) = (tree(&site.public()), modified(&site.public()));
    site.write("content/about.md", "# About it\n\n[x](missing.md)\n");
    site.write("content/new.md", "# New\n");
    let failed = site.build(&[]);
    assert_eq!(code(&failed), 1);
    assert!(err(&failed).contains("missing.md") && err(&failed).contains("content/about.md:3"), "{}", err(&failed));
    let last = "Nothing was published: 1 error to mend.\nMend it and run this again: its line `help:` says \
                what to do.\n`handbill explain HB0204` says more about the first.\n";
    assert!(out(&failed).ends_with(last), "{}", out(&failed));
    assert_eq!((tree(&site.public()), modified(&site.public())), (before, times));
}

#[test]
fn the_end_says_how_much_is_to_mend_and_what_can_be_mended_without_hands() {
    let site = Site::new(&[
        ("content/a.md", "---\ntitle: Housing: a right\nsumary: We say so.\n---\n![](gone.png)\n"),
        ("content/b.md", "# B\n\n## C\n\n#### D\n"),
    ]);
    let failed = site.build(&[]);
    let last = "Nothing was published: 3 errors to mend; 1 warning is worth a look.\nMend them from the top down and run this \
                again: under each, the line `help:` says what to do.\n`handbill fix` can mend 2 of them for you, and shows \
                first what it would change.\n`handbill explain HB0101` says more about the first.\n";
    assert!(out(&failed).ends_with(last), "{}", out(&failed));
}

#[test]
fn a_template_that_fails_on_a_page_publishes_nothing() {
    let site = Site::new(&[("content/about.md", "# About\n"), ("content/more.md", "# More\n")]);
    assert_eq!(code(&site.build(&[])), 0);
    let before = tree(&site.public());
    site.write("templates/page.html", "{{ page.titel }}\n");
    let failed = site.build(&[]);
    assert_eq!(code(&failed), 1, "{}", err(&failed));
    assert!(err(&failed).contains("titel"), "{}", err(&failed));
    assert!(err(&failed).contains("and on 1 more page"), "{}", err(&failed));
    assert_eq!(tree(&site.public()), before);
}

#[test]
fn wrong_use_and_failing_machines_end_with_code_2() {
    let site = Site::new(&[]);
    assert_eq!(code(&site.build(&["--no-such-option"])), 2);
    assert_eq!(code(&site.build(&["--date", "yesterday"])), 2);
    assert_eq!(code(&site.build(&["--base-url", "a.example"])), 2);
    let nowhere = Command::new(env!("CARGO_BIN_EXE_handbill")).args(["build", "/no/such/folder"]).output().unwrap();
    assert_eq!(code(&nowhere), 2);
    assert!(err(&nowhere).contains("/no/such/folder"), "{}", err(&nowhere));
    assert!(!site.public().exists());
}

#[test]
fn a_folder_without_site_yaml_is_one_error() {
    let around = tempfile::tempdir().unwrap();
    fs::create_dir(around.path().join("content")).unwrap();
    let failed = Command::new(env!("CARGO_BIN_EXE_handbill")).arg("build").arg(around.path()).output().unwrap();
    assert_eq!(code(&failed), 1);
    assert!(err(&failed).contains("no site.yaml"), "{}", err(&failed));
    assert!(!around.path().join("public").exists());
}

#[test]
fn json_is_one_object_a_line_on_standard_output() {
    let site =
        Site::new(&[("content/a.md", "---\ntitle: A\nsumary: x\n---\n"), ("content/b.md", "# B\n\n## C\n\n#### D\n")]);
    let failed = site.build(&["--format", "json"]);
    assert_eq!(code(&failed), 1);
    let lines: Vec<serde_json::Value> = out(&failed).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{}", out(&failed));
    let keys = ["code", "severity", "message", "path", "line", "column", "end_line", "end_column", "help"];
    for line in &lines {
        assert_eq!(line.as_object().unwrap().keys().collect::<Vec<_>>(), keys);
    }
    assert_eq!(lines[0]["code"], "HB0103");
    assert_eq!(
        (&lines[0]["path"], &lines[0]["line"], &lines[0]["column"]),
        (&"content/a.md".into(), &3.into(), &1.into())
    );
    assert_eq!(lines[1]["severity"], "warning");
    assert!(err(&failed).contains("Nothing was published"), "{}", err(&failed));
    site.write("content/a.md", "# A\n");
    let built = site.build(&["--format", "json"]);
    assert_eq!(code(&built), 0);
    assert!(out(&built).lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    assert!(err(&built).contains("Built ") && !err(&built).contains("handbill check"), "{}", err(&built));
}

#[test]
fn the_output_folder_can_be_chosen_and_a_foreign_one_is_refused() {
    let site = Site::new(&[("content/about.md", "# About\n")]);
    let elsewhere = site.around.path().join("web");
    assert_eq!(code(&site.build(&["--output", elsewhere.to_str().unwrap()])), 0);
    assert!(elsewhere.join("about/index.html").is_file() && !site.public().exists());
    let foreign = site.around.path().join("photos");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("wedding.jpg"), "x").unwrap();
    let refused = site.build(&["--output", foreign.to_str().unwrap()]);
    assert_eq!(code(&refused), 2, "{}", err(&refused));
    assert_eq!(tree(&foreign).len(), 1);
}

#[test]
fn a_day_can_be_given() {
    let site = Site::new(&[("content/a.md", "---\ntitle: A\nexpires: 2026-12-01\n---\n")]);
    assert_eq!(code(&site.build(&[])), 0);
    assert!(site.public().join("a/index.html").exists());
    assert_eq!(code(&site.command(&["--date", "2026-12-01"]).output().unwrap()), 0);
    assert!(!site.public().join("a/index.html").exists());
}

#[test]
fn drafts_are_shown_as_drafts_and_not_listed() {
    let site = Site::new(&[("content/a.md", "---\ntitle: A\ndraft: yes\n---\nText.\n")]);
    assert_eq!(code(&site.build(&[])), 0);
    assert!(!site.public().join("a/index.html").exists());
    assert_eq!(code(&site.build(&["--drafts"])), 0);
    let page = fs::read_to_string(site.public().join("a/index.html")).unwrap();
    assert!(page.contains("Draft") && page.contains("noindex"), "{page}");
    assert!(!fs::read_to_string(site.public().join("sitemap.xml")).unwrap().contains("/a/"));
}

#[test]
fn what_consent_takes_away_is_gone_and_told() {
    let site = Site::new(&[("content/stories/stairs/index.md", STORY), ("content/stories/stairs/stairs.svg", PICTURE)]);
    let built = site.build(&[]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    let (page, picture) = (site.public().join("stories/stairs/index.html"), "stories/stairs/stairs.svg");
    assert!(page.is_file() && site.public().join(picture).is_file());
    site.write("content/stories/stairs/index.md", &STORY.replace("consent: given", "consent: withdrawn"));
    let built = site.build(&[]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    let told = err(&built).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("was taken out of public/; it stays online until you upload again"), "{told}");
    assert!(!told.contains("aliases:"), "{told}");
    for (path, bytes) in tree(&site.public()) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("stairs") && !text.contains("stairs") && !text.contains("eleven floors"), "{path}");
    }
}

#[test]
fn a_page_that_moved_gives_the_line_to_paste() {
    let site = Site::new(&[("content/old.md", "# A page\n")]);
    assert_eq!(code(&site.build(&[])), 0);
    fs::rename(site.folder().join("content/old.md"), site.folder().join("content/new.md")).unwrap();
    let built = site.build(&[]);
    assert_eq!(code(&built), 0);
    assert!(err(&built).contains("aliases: [/old/]"), "{}", err(&built));
    site.write("content/new.md", "---\ntitle: A page\naliases: [/old/]\n---\n");
    let built = site.build(&[]);
    assert!(!err(&built).contains("aliases"), "{}", err(&built));
    assert!(fs::read_to_string(site.public().join("old/index.html")).unwrap().contains("/new/"));
}

#[test]
fn an_address_with_a_name_that_must_not_be_shown_is_not_offered_again() {
    let story = |who: &str| format!("---\ntitle: The letter\ndate: 2026-01-01\nconsent: given\n{who}---\nIt came.\n");
    let site = Site::new(&[("content/stories/remedios.md", &story(""))]);
    assert_eq!(code(&site.build(&[])), 0);
    fs::remove_file(site.folder().join("content/stories/remedios.md")).unwrap();
    let who = "who:\n  name: Remedios Campos\n  known_as: changed\n  shown_as: Ines\n";
    site.write("content/stories/the-letter.md", &story(who));
    let built = site.build(&[]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    assert!(err(&built).contains("HB0210") && !err(&built).contains("aliases"), "{}", err(&built));
    assert!(err(&built).contains("holds a name that must not be shown"), "{}", err(&built));
}

#[test]
fn the_page_of_a_principle_that_was_given_up_does_not_say_in_force() {
    let site = Site::new(&[
        ("content/principles/_set.yaml", "title: Our promises\nversion: 2\nstatus: in-force\n"),
        ("content/principles/01-quiet.md", "---\ntitle: Quiet nights\n---\n"),
        ("content/principles/02-pets.md", "---\ntitle: One pet a flat\nretired:\n  why: Nobody kept to it\n---\n"),
    ]);
    assert_eq!(code(&site.build(&[])), 0);
    let page = |name: &str| fs::read_to_string(site.public().join(format!("principles/{name}/index.html"))).unwrap();
    assert!(page("quiet").contains("In force"), "{}", page("quiet"));
    assert!(!page("pets").contains("In force") && page("pets").contains("Nobody kept to it"), "{}", page("pets"));
}

#[test]
fn the_theme_says_what_a_day_is_for_and_names_no_page_twice() {
    let site = Site::new(&[
        (
            "site.yaml",
            "name: N\nlang: en\ncontact: a@b.example\nurl: https://a.example\nmenu: [{title: Home, to: /}, about]\n",
        ),
        ("content/about.md", "# About\n"),
        (
            "content/campaigns/damp.md",
            "---\ntitle: No damp\nstatus: active\nask: Mend it by March.\ntarget: The office\ndeadline: {date: 2026-12-17, what: They set the budget}\n---\n",
        ),
    ]);
    let built = site.build(&[]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    let page = |path: &str| fs::read_to_string(site.public().join(path)).unwrap();
    for cards in [page("index.html"), page("campaigns/index.html")] {
        assert!(cards.contains("By 17 December 2026</time>: They set the budget"), "{cards}");
    }
    let lost = page("404.html");
    let list = lost.split("<ul class=\"lines\">").nth(1).unwrap().split("</ul>").next().unwrap();
    assert_eq!((list.matches("Home</a>").count(), list.matches("About</a>").count()), (1, 1), "{list}");
}

#[test]
fn what_did_not_change_keeps_its_time() {
    let site = Site::new(&[("content/a.md", "# A\n\nOne.\n"), ("content/b.md", "# B\n"), ("static/x.txt", "x")]);
    assert_eq!(code(&site.build(&[])), 0);
    let first = modified(&site.public());
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(code(&site.build(&[])), 0);
    assert_eq!(without_list(modified(&site.public())), without_list(first.clone()));
    site.write("content/a.md", "# A\n\nTwo.\n");
    assert_eq!(code(&site.build(&[])), 0);
    let third = modified(&site.public());
    let changed: Vec<_> = third.iter().filter(|(path, time)| first.get(*path) != Some(time)).collect();
    let pages: Vec<_> =
        changed.iter().map(|(path, _)| path.as_str()).filter(|path| *path != ".handbill-files").collect();
    assert_eq!(pages, ["a/index.html"]);
}

fn without_list(mut times: BTreeMap<String, std::time::SystemTime>) -> BTreeMap<String, std::time::SystemTime> {
    times.remove(".handbill-files");
    times
}

#[test]
fn a_build_that_is_killed_leaves_the_old_or_the_new_site() {
    let site = Site::new(&[]);
    let version = |word: &str| {
        for page in 0..200 {
            site.write(&format!("content/page-{page}.md"), &format!("# Page {page}\n\n{word} {page}\n"));
        }
    };
    let mut whole = vec![];
    for word in ["red", "blue"] {
        version(word);
        assert_eq!(code(&site.build(&[])), 0);
        whole.push(tree(&site.public()));
    }
    version("red");
    let begun = Instant::now();
    assert_eq!(code(&site.build(&[])), 0);
    let usual = begun.elapsed();
    version("blue");
    assert_eq!(code(&site.build(&[])), 0);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let limit = Instant::now() + Duration::from_secs(50);
    let (mut kills, mut finished) = (0, 0);
    for round in 0..200 {
        // However slow the machine is, as many kills as are asked for below.
        if Instant::now() > limit && kills >= 20 {
            break;
        }
        let (old, new) = (&whole[(round + 1) % 2], &whole[round % 2]);
        version(if round % 2 == 0 { "red" } else { "blue" });
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let mut build =
            site.command(&["--date", "2026-11-24"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(usual.mul_f64((random % 1100) as f64 / 1000.0));
        if build.try_wait().unwrap().is_some() {
            finished += 1;
        }
        let _ = build.kill();
        build.wait().unwrap();
        kills += 1;
        let now = tree(&site.public());
        assert!(now == *old || now == *new, "after kill {round} the site is neither the old nor the new one");
        let built = site.build(&[]);
        assert_eq!(code(&built), 0, "after kill {round}: {}", err(&built));
        assert!(tree(&site.public()) == *new, "the build after kill {round} made something else");
        let beside: Vec<_> = names(&site.folder());
        assert_eq!(beside, [".handbill", "content", "public", "site.yaml"], "after kill {round}");
    }
    assert!(kills >= 20 && finished < kills, "{kills} kills, {finished} of them too late");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.ends_with("handbill-lock"));
    names.sort();
    names
}

#[test]
fn a_takedown_is_not_held_up_by_mistakes_elsewhere() {
    let story = "---\ntitle: How we got the lift back\ndate: 2026-10-01\nconsent: given\n---\nWe rang.\n";
    let site = Site::new(&[("content/stories/lift.md", story), ("content/about.md", "# About\n")]);
    assert_eq!(code(&site.build(&[])), 0);
    site.write("content/stories/lift.md", &story.replace("given", "withdrawn"));
    site.write("content/about.md", "---\ntitle: About\ntitel: x\n---\n");
    let before = tree(&site.public());
    let output = site.build(&[]);
    assert_eq!(code(&output), 1);
    let text = String::from_utf8(output.stderr).unwrap();
    let first = text.lines().next().unwrap();
    assert!(first.starts_with("\"How we got the lift back\" is still in public/"), "{text}");
    assert!(text.contains("--leave-out-broken"), "{text}");
    assert_eq!(tree(&site.public()), before);
    let elsewhere = site.public().to_str().unwrap().to_owned();
    let text = String::from_utf8(site.build(&["--output", &elsewhere]).stderr).unwrap();
    assert!(text.contains(&format!("--output {elsewhere} --leave-out-broken")), "it names the folder: {text}");

    let output = site.build(&["--leave-out-broken"]);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!site.public().join("stories/lift").exists());
    assert!(!site.public().join("about").exists());
    assert!(site.public().join("index.html").exists());
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("warning[HB0103]"), "the mistake is still told: {text}");
}

#[test]
fn leaving_out_goes_on_until_nothing_is_broken() {
    let site = Site::new(&[
        ("content/a.md", "---\ntitle: A\nshow: [nothing-like-it]\n---\n[B](b.md)\n"),
        ("content/b.md", "---\ntitle: B\n---\n[A](a.md) and [nowhere](nowhere.md)\n"),
        ("content/c.md", "# C\n\n[A](a.md)\n"),
    ]);
    assert_eq!(code(&site.build(&[])), 1);
    assert_eq!(code(&site.build(&["--leave-out-broken"])), 0);
    let public = tree(&site.public());
    assert!(!site.public().join("a").exists() && !site.public().join("b").exists());
    assert!(site.public().join("c/index.html").exists(), "{public:?}");
}

#[test]
fn strict_makes_warnings_errors_before_anything_is_written() {
    let site = Site::new(&[
        ("content/about.md", "# About\n\n[Sam](stories/sam.md)\n"),
        ("content/stories/sam.md", "---\ntitle: Sam\ndate: 2026-10-01\nconsent: pending\n---\nWe.\n"),
    ]);
    assert_eq!(code(&site.build(&["--strict"])), 1);
    assert!(!site.public().exists());
    assert_eq!(code(&site.build(&[])), 0);
}

#[test]
fn check_finds_what_build_finds_and_writes_nothing() {
    let site = Site::new(&[
        ("content/about.md", "---\ntitle: About\nshow: [nothing-like-it]\n---\n"),
        ("templates/404.html", "{{ nothing.there }}"),
    ]);
    let before = tree(&site.folder());
    let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
    let output = command.arg("check").arg(site.folder()).args(["--format", "github"]).output().unwrap();
    assert_eq!(code(&output), 1);
    assert_eq!(tree(&site.folder()), before);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("content/about.md,line=3"), "{text}");
    assert!(text.contains("templates/404.html,line=1"), "{text}");
}

#[test]
fn a_file_with_too_many_mistakes_is_cut_short_and_the_rest_counted() {
    let keys: String = (0..30).map(|number| format!("nonsense-{number}: x\n")).collect();
    let site = Site::new(&[("content/about.md", &format!("---\ntitle: About\n{keys}---\n"))]);
    let output = site.build(&[]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.matches("error[HB0103]").count(), 12, "{text}");
    assert!(text.contains("content/about.md: and 18 more messages about this file"), "{text}");
}

#[test]
fn a_warning_that_many_files_have_is_told_for_some_and_counted_for_the_rest() {
    let text = "---\ntitle: A\n---\nTODO: ask Ann.\n";
    let names: Vec<String> = (0..45).map(|number| format!("content/{number}.md")).collect();
    let mut files: Vec<_> = names.iter().map(|name| (name.as_str(), text)).collect();
    files.push(("content/z.md", "---\ntitle: Z\nnonsense: x\n---\nTODO\n"));
    let site = Site::new(&files);
    let check = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
        command.arg("check").arg(site.folder()).args(more).output().unwrap()
    };
    let told = String::from_utf8(check(&[]).stderr).unwrap();
    assert_eq!(told.matches("[HB1201]").count(), 40, "{told}");
    assert!(told.contains("HB1201: and 5 more messages of this kind, in 5 files; `--format json` tells all"), "{told}");
    // What keeps the site from being published is always told.
    assert!(told.contains("error[HB0103]"), "{told}");
    let all = String::from_utf8(check(&["--format", "json"]).stdout).unwrap();
    assert_eq!(all.matches("\"HB1201\"").count(), 45, "{all}");
}

#[test]
fn the_sheet_for_the_next_one_says_what_ends_and_who_looks_after_what() {
    let site = Site::new(&[
        (
            "content/stories/hannah.md",
            "---\ntitle: Eleven floors\ndate: 2026-10-01\nconsent: {status: given, until: 2027-01-31}\nowner: Samir\n---\nWe.\n",
        ),
        ("content/stories/sam.md", "---\ntitle: Sam\ndate: 2026-10-01\nconsent: pending\n---\nWe.\n"),
        ("content/about.md", "---\ntitle: About\nreview_by: 2026-01-01\n---\nUs.\n"),
        ("content/people/moira.md", "---\ntitle: Moira\nuntil: 2026-09-30\n---\nShe.\n"),
        (
            "content/campaigns/lifts.md",
            "---\ntitle: Lifts\nstatus: planning\ntimeline:\n  - {date: 2026-12-16, what: They vote}\n  - {date: 2026-01-02, what: We met}\nactions:\n  - {do: come, title: Come, when: 2026-12-10 19:00, where: The hall}\n---\nUp.\n",
        ),
    ]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
    let output = command.arg("check").arg(site.folder()).args(["--handover", "--date", "2026-11-24"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    for wanted in [
        "2026-12-10  \"Lifts\": the action \"Come\" closes",
        "2026-12-16  \"Lifts\": They vote",
        "2027-01-31  consent for \"Eleven floors\" ends",
        "What is over\n------------\n2026-09-30  the role of Moira ends\n            content/people/moira.md\n",
        "To be read again, and late\n--------------------------\n2026-01-01  \"About\"\n            content/about.md\n",
        "\"Sam\": consent is pending",
        "Samir:\n  Eleven floors  (content/stories/hannah.md)\nNobody in particular: 4 more files\n",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}
