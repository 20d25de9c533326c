//! The law of the preview: after any storm of edits on disk, what it serves is what a fresh build writes, and while
//! something is broken it tells what `check` tells. And what the preview answers when nobody edits anything.
//!
//! `HANDBILL_STORM_SEED=7 HANDBILL_STORM_STEPS=5000 cargo test --test storm` looks longer, at another storm.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "site_support/full.rs"]
mod full;
#[path = "preview_support/mod.rs"]
mod preview_support;
#[path = "site_support/mod.rs"]
#[expect(dead_code, reason = "only the names of templates are needed here")]
mod site_support;

use full::{Files, start};
use preview_support::{Preview, TODAY, eventually};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use walkdir::WalkDir;

const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3H0z"/></svg>"#;

/// A number from the environment.
fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Numbers that look random and are the same for a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

/// The site on disk.
struct Disk {
    around: tempfile::TempDir,
    first: Files,
}

impl Disk {
    fn new() -> Self {
        let disk = Self { around: tempfile::tempdir().unwrap(), first: start() };
        disk.mend();
        disk
    }

    fn site(&self) -> PathBuf {
        self.around.path().join("site")
    }

    /// Everything as it was in the beginning.
    fn mend(&self) {
        for (path, text) in &self.first {
            write(&self.site().join(path), text.as_deref().unwrap_or(PICTURE));
        }
        for path in self.files() {
            if !self.first.contains_key(&path) {
                fs::remove_file(self.site().join(path)).unwrap();
            }
        }
    }

    /// The paths of all files of the site.
    fn files(&self) -> Vec<String> {
        let site = self.site();
        let walk = WalkDir::new(&site).sort_by_file_name().into_iter().map(Result::unwrap);
        walk.filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&site).unwrap().to_str().unwrap().to_owned())
            .collect()
    }

    /// One edit; what was done.
    fn edit(&self, dice: &mut Dice) -> String {
        let files = self.files();
        let of = |dice: &mut Dice, start: &str| {
            let some: Vec<&String> = files.iter().filter(|path| path.starts_with(start)).collect();
            (!some.is_empty()).then(|| (*dice.pick(&some)).clone())
        };
        let text = |path: &str| fs::read_to_string(self.site().join(path)).unwrap();
        let content = of(dice, "content/").unwrap_or_else(|| "content/a.md".to_owned());
        match dice.roll(16) {
            0..=2 if content.ends_with(".md") => {
                let words = ["Ally", "[x](nowhere.md)", "## Why", "[About](/about.md)", "An organiser", "Plain"];
                let new =
                    format!("{}\n{} {}\n", text_or(&self.site().join(&content)), dice.pick(&words), dice.roll(99));
                self.save(dice, &content, &new)
            }
            3 if content.ends_with(".md") => {
                let fields =
                    ["titel: x", "draft: yes", "tags: [housing, new]", "title: [", "slug: moved", "sensitive: yes"];
                let new = text_or(&self.site().join(&content)).replacen(
                    "---\n",
                    &format!("---\n{}\n", dice.pick(&fields)),
                    1,
                );
                self.save(dice, &content, &new)
            }
            4 => {
                let new = text_or(&self.site().join(&content)).replacen(": ", ": T ", 1);
                self.save(dice, &content, &new)
            }
            5 => {
                let _ = fs::remove_file(self.site().join(&content));
                format!("remove {content}")
            }
            6 => {
                let to = content.replace(".md", "-moved.md");
                let _ = fs::rename(self.site().join(&content), self.site().join(&to));
                format!("rename {content} to {to}")
            }
            7 => {
                let new = [
                    ("content/news/index.md", "# News\n\nAn ally.\n"),
                    (
                        "content/stories/new.md",
                        "---\ntitle: New\ndate: 2026-11-01\nconsent: given\ncampaign: lifts\n---\nWe.\n",
                    ),
                    ("content/stories/asked.md", "---\ntitle: Asked\ndate: 2026-11-01\nconsent: pending\n---\nWe.\n"),
                    ("content/definitions/action.md", "---\ntitle: Action\ndefinition: A deed.\n---\n"),
                    ("static/new.txt", "a file"),
                    ("templates/parts/own.html", "part"),
                ];
                let (path, text) = dice.pick(&new);
                self.save(dice, path, text)
            }
            8 => {
                let folders = ["help", "stories", "people", "quotes", "definitions"];
                let folder = self.site().join("content").join(dice.pick(&folders));
                let away = self.site().join("content/away");
                let (from, to) = if away.is_dir() { (away, folder) } else { (folder, away) };
                let done = if to.exists() { Ok(()) } else { fs::rename(&from, &to) };
                format!("move {} to {}: {done:?}", from.display(), to.display())
            }
            9 => {
                let template = of(dice, "templates/").unwrap_or_else(|| "templates/page.html".to_owned());
                let texts = ["<p>{{ page.title }}</p>", "{{ page.titel }}", "{% if %}", "{% include \"no.html\" %}"];
                let new = if dice.roll(2) == 0 {
                    format!("{}<hr>", text(&template))
                } else {
                    (*dice.pick(&texts)).to_owned()
                };
                self.save(dice, &template, &new)
            }
            10 => {
                let texts = ["p { color: red }\n", "p { colour\n", "a { color: #123 }\n"];
                let new = format!("{}/* {} */\n", dice.pick(&texts), dice.roll(99));
                self.save(dice, "styles/site.css", &new)
            }
            11 => {
                let files = [("data/branches.csv", "name,count\nSouth,4\n"), ("data/branches.csv", "name\n1,2,3\n")];
                let (path, text) = dice.pick(&files);
                self.save(dice, path, text)
            }
            12 => {
                let lines = [
                    "strapline: Hi",
                    "menu: [stories]",
                    "menu: [nowhere]",
                    "nonsense",
                    "colour: red",
                    "lang: de",
                    "typography: no",
                ];
                let first = self.first["site.yaml"].clone().unwrap();
                let new = format!("{first}{}\n", dice.pick(&lines));
                self.save(dice, "site.yaml", &new)
            }
            13 => {
                let picture = format!("{PICTURE}<!-- {} -->", dice.roll(99));
                self.save(dice, "content/door.svg", &picture)
            }
            // Whatever was done to a file is undone.
            _ => {
                let paths: Vec<&String> = self.first.keys().collect();
                let path = (*dice.pick(&paths)).clone();
                let text = self.first[&path].clone();
                self.save(dice, &path, text.as_deref().unwrap_or(PICTURE))
            }
        }
    }

    /// Saves a file in one of the ways in which editors do.
    fn save(&self, dice: &mut Dice, path: &str, text: &str) -> String {
        let file = self.site().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let way = ["in place", "in two steps", "by renaming", "after a backup"][dice.roll(4)];
        match way {
            "in two steps" => {
                write(&file, "");
                std::thread::sleep(Duration::from_millis(dice.roll(30) as u64));
                write(&file, text);
            }
            "by renaming" => {
                let beside = file.with_extension("tmp~");
                write(&beside, text);
                fs::rename(&beside, &file).unwrap();
            }
            "after a backup" => {
                let _ = fs::rename(&file, format!("{}~", file.display()));
                write(&file, text);
                let _ = fs::remove_file(format!("{}~", file.display()));
            }
            _ => write(&file, text),
        }
        format!("save {path} {way}")
    }

    /// What `handbill build` or `check` says and does now.
    fn run(&self, command: &str, args: &[&str]) -> std::process::Output {
        let mut handbill = Command::new(env!("CARGO_BIN_EXE_handbill"));
        handbill.arg(command).arg(self.site()).args(["--date", TODAY, "--format", "json"]).args(args);
        handbill.output().unwrap()
    }

    /// The errors that `check` tells, and the files that a build writes if there are none.
    fn truth(&self) -> (BTreeSet<String>, Option<BTreeMap<String, Vec<u8>>>) {
        let output = self.run("check", &[]);
        let lines = String::from_utf8(output.stdout).unwrap();
        let errors = lines.lines().filter_map(|line| {
            let told: serde_json::Value = serde_json::from_str(line).unwrap();
            let at = [&told["code"], &told["path"], &told["line"], &told["column"]];
            (told["severity"] == "error").then(|| format!("{at:?} {}", words(&told["message"])))
        });
        let errors: BTreeSet<String> = errors.collect();
        let files = errors.is_empty().then(|| {
            let public = self.around.path().join("public");
            let output = self.run("build", &["--output", public.to_str().unwrap()]);
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
            let walk = WalkDir::new(&public).into_iter().map(Result::unwrap);
            walk.filter(|entry| entry.file_type().is_file() && entry.file_name() != ".handbill-files")
                .map(|entry| {
                    let path = entry.path().strip_prefix(&public).unwrap().to_str().unwrap().to_owned();
                    (path, fs::read(entry.path()).unwrap())
                })
                .collect()
        });
        (errors, files)
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn text_or(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The words of a message, as the preview writes them.
fn words(message: &serde_json::Value) -> String {
    message.as_str().unwrap().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The errors that the preview tells.
fn told(preview: &Preview) -> BTreeSet<String> {
    let status = preview.status("/");
    let problems = status["problems"].as_array().unwrap().iter().filter(|problem| problem["severity"] == "error");
    problems
        .map(|problem| {
            let place = &problem["places"][0];
            let at = [&problem["code"], &place["file"], &place["line"], &place["column"]];
            format!("{at:?} {}", words(&problem["message"]))
        })
        .collect()
}

/// The first difference between what is served and what a build writes now, or between what the two tell.
fn difference(disk: &Disk, preview: &Preview, ever: &mut BTreeSet<String>) -> Result<Seen, String> {
    let (errors, files) = disk.truth();
    // Pages are shown as they were before a mistake, so one in a template may show on other pages than it fails on.
    let found = |all: &BTreeSet<String>| -> BTreeSet<String> {
        all.iter().filter(|line| errors.is_empty() || !line.contains("HB0603")).cloned().collect()
    };
    let (wanted, told) = (found(&errors), found(&told(preview)));
    if wanted != told {
        return Err(format!("check: {wanted:#?}\npreview: {told:#?}"));
    }
    let Some(files) = files else { return Ok(Seen::Broken) };
    ever.extend(files.keys().cloned());
    for path in ever.iter() {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let (status, page) = preview.page(&address);
        match files.get(path) {
            Some(bytes) if page != String::from_utf8_lossy(bytes) => {
                return Err(format!("{path}:\n{page}\n\nbuild:\n{}", String::from_utf8_lossy(bytes)));
            }
            None if status == 200 && !page.contains("handbill-ribbon") && !page.contains("is not shown") => {
                return Err(format!("{path} is still there: {page}"));
            }
            _ => {}
        }
    }
    Ok(Seen::Whole)
}

/// What a comparison found to compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// Mistakes.
    Broken,
    /// All files.
    Whole,
}

#[test]
fn after_a_storm_the_preview_is_what_a_build_writes() {
    let mut dice = Dice(number("HANDBILL_STORM_SEED", 20_261_124));
    let steps = number("HANDBILL_STORM_STEPS", 240);
    let disk = Disk::new();
    let mut preview = Preview::start(&disk.site(), &[]);
    let mut ever = BTreeSet::new();
    let mut history: Vec<String> = vec![];
    let (mut broken, mut whole) = (0, 0);
    let mut check = |history: &[String], ever: &mut BTreeSet<String>, preview: &Preview| {
        let ask = std::panic::AssertUnwindSafe(|| eventually(|| difference(&disk, preview, ever)));
        match std::panic::catch_unwind(ask) {
            Ok(Seen::Broken) => broken += 1,
            Ok(Seen::Whole) => whole += 1,
            Err(panic) => {
                let recent = &history[history.len().saturating_sub(40)..];
                eprintln!("the last edits:\n{}", recent.join("\n"));
                std::panic::resume_unwind(panic);
            }
        }
    };
    check(&history, &mut ever, &preview);
    let mut step = 0;
    while step < steps {
        for _ in 0..=dice.roll(6) {
            history.push(disk.edit(&mut dice));
            step += 1;
        }
        std::thread::sleep(Duration::from_millis(dice.roll(60) as u64));
        if dice.roll(4) == 0 {
            assert!(preview.lives());
            check(&history, &mut ever, &preview);
        }
        if dice.roll(10) == 0 {
            disk.mend();
            history.push("mend everything".to_owned());
            check(&history, &mut ever, &preview);
        }
    }
    disk.mend();
    history.push("mend everything".to_owned());
    check(&history, &mut ever, &preview);
    let (errors, files) = disk.truth();
    assert!(errors.is_empty() && files.unwrap().len() > 20, "{errors:?}");
    assert!(broken >= 5 && whole >= 5, "{broken} times broken and {whole} times whole is no storm");
}

#[test]
fn pages_and_pictures_that_nobody_made_are_there_until_somebody_makes_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("site.yaml"), site_support::SITE_YAML).unwrap();
    let preview = Preview::start(folder.path(), &[]);
    assert_eq!(preview.get("/favicon.ico").0, 302);
    assert!(String::from_utf8(preview.get("/favicon.svg").1).unwrap().contains(">C</text>"));
    for (path, title) in [("/privacy/", "<h1>Privacy</h1>"), ("/accessibility/", "<h1>Accessibility</h1>")] {
        let (status, page) = preview.page(path);
        assert!(status == 200 && page.contains(title) && page.contains("href=\"/favicon.svg\""), "{page}");
    }
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::write(folder.path().join("content/privacy.md"), "---\ntitle: What we keep\ndraft: yes\n---\nA list.\n")
        .unwrap();
    eventually(|| match preview.page("/privacy/") {
        (200, page) if page.contains("<h1>What we keep</h1>") && page.contains("handbill-ribbon") => Ok(()),
        other => Err(format!("{other:?}")),
    });
    fs::create_dir(folder.path().join("static")).unwrap();
    fs::write(folder.path().join("static/favicon.ico"), "ours").unwrap();
    eventually(|| match preview.get("/favicon.ico") {
        (200, body) if body == b"ours" => Ok(()),
        other => Err(format!("{other:?}")),
    });
}
