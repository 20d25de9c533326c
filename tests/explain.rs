//! The explanations of the codes: each has one, and each example does what it is there to show.
//!
//! `HANDBILL_BLESS=1 cargo test --test explain` writes the guide's chapter of all messages anew, from the same texts.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use handbill::diagnostic::{Canvas, Code, Diagnostic, Look, one_cause};
use handbill::explain::{Cause, Example, Explanation, File, Form, Part, draw, draw_list, read};
use handbill::finish::{CAN_MINIFY, Finish, Size};
use handbill::lint::{Scales, lint};
use handbill::session::{Edition, EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::Folder;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The day of examples that name none.
const TODAY: &str = "2026-11-24";

/// What stands in for a `site.yaml` in examples that show nothing outside `content/`.
const SITE_YAML: &str = "name: Copper Street Neighbours\nlang: en\ncontact: hello@copper-street.example\nurl: https://copper-street.example\n";

/// The texts as they are on disk, so that a mended one needs no new program.
fn explanations() -> Vec<(String, Explanation)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/explain/codes");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            let explanation = read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name.trim_end_matches(".md").to_owned(), explanation)
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn every_code_has_an_explanation_and_every_explanation_a_code() {
    let explained: Vec<String> = explanations().into_iter().map(|(code, _)| code).collect();
    let mut codes: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
    codes.sort();
    assert_eq!(explained, codes);
    for (code, explanation) in explanations() {
        let built_in = handbill::explain::explanation(Code::from_name(&code).unwrap());
        assert_eq!(built_in, explanation, "{code} is another in the program");
    }
}

#[test]
fn the_titles_are_those_of_the_table_in_the_guide() {
    let guide = read_guide("when-something-is-wrong.md");
    for (code, explanation) in explanations() {
        let severity = Code::from_name(&code).unwrap().severity().word();
        let row = format!("| {code} | {severity} | {}. |", explanation.title);
        assert!(guide.contains(&row), "the guide does not have the line\n{row}");
    }
}

#[test]
fn every_example_shows_what_it_is_there_for() {
    let only = std::env::var("HANDBILL_CASE").unwrap_or_default();
    let chosen: Vec<_> = explanations().into_iter().filter(|(code, _)| code.contains(&only)).collect();
    assert!(!chosen.is_empty());
    let failures: Vec<String> = chosen.par_iter().flat_map(|(code, explanation)| check(code, explanation)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// What is wrong with the examples of a code.
fn check(code: &str, explanation: &Explanation) -> Vec<String> {
    let mut expected: BTreeSet<String> = explanation.along_with.iter().cloned().collect();
    expected.insert(code.to_owned());
    let mut failures = vec![];
    let mut compare = |which: &str, told: &Told, expected: &BTreeSet<String>| {
        let codes: BTreeSet<String> = told.iter().map(|(code, _)| code.clone()).collect();
        if codes != *expected {
            failures.push(format!("{code}, {which}: it tells {told:#?}"));
        }
    };
    let nothing = BTreeSet::new();
    match explanation.cause {
        Cause::Files if !can_be_shown(explanation) => {}
        Cause::Files => {
            compare("wrong", &told(&explanation.wrong), &expected);
            let mut told = told(&explanation.right);
            // What is mended by holding it back is withheld, and that is always told.
            told.retain(|(told, _)| told != "HB0401" || code == "HB0401");
            compare("right", &told, &nothing);
        }
        Cause::Check => {
            compare("wrong", &checked(&explanation.wrong), &expected);
            compare("right", &checked(&explanation.right), &nothing);
        }
        Cause::Build => {
            compare("before", &told(&explanation.before), &nothing);
            compare("wrong", &told_by_building_after(&explanation.before, &explanation.wrong), &expected);
            compare("right", &told_by_building_after(&explanation.before, &explanation.right), &nothing);
        }
        // What is outside the site cannot be set up for every code; its files are sound, that is all.
        Cause::Machine => {
            compare("wrong", &told(&explanation.wrong), &nothing);
            compare("right", &told(&explanation.right), &nothing);
        }
    }
    failures
}

/// Whether this system has links and this build can do what the files ask for.
fn can_be_shown(explanation: &Explanation) -> bool {
    let mut files = explanation.wrong.files();
    let styles = cfg!(feature = "styles");
    files.all(|file| {
        (cfg!(unix) || file.form != Form::Link)
            && (CAN_MINIFY || !file.text.contains("minify: yes"))
            && (styles || !file.path.starts_with("styles/"))
    })
}

/// Codes and messages.
type Told = Vec<(String, String)>;

/// What is told of these files when they are built.
fn told(example: &Example) -> Told {
    all_told(example, |_| vec![])
}

/// What is told of these files when they are checked.
fn checked(example: &Example) -> Told {
    all_told(example, |edition| {
        let scales = Scales::of(edition);
        EditionPages::new(edition).try_each(&|path, target, bytes| scales.weigh(path, target, bytes));
        let mut told = lint(edition);
        told.extend(scales.told());
        told
    })
}

fn all_told(example: &Example, more: impl Fn(&Edition) -> Vec<Diagnostic>) -> Told {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), example);
    let day = example.day.as_deref().unwrap_or(TODAY).parse().unwrap();
    let mut session = Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today: Today::Date(day) });
    session.apply(Folder::new(folder.path()).open().unwrap());
    let edition = session.edition();
    let size = if edition.settings.settings.minify { Size::Minified } else { Size::AsRendered };
    let mut all = edition.diagnostics.clone();
    all.extend(more(&edition));
    all.extend(EditionPages::finished(&edition, Finish { size, ..Finish::default() }).try_all());
    one_cause(&mut all);
    all.into_iter().map(|told| (told.code.to_string(), told.message)).collect()
}

/// What is told when files are published that were others when they were published before.
fn told_by_building_after(before: &Example, now: &Example) -> Told {
    let around = tempfile::tempdir().unwrap();
    let site = around.path().join("site");
    write(&site, before);
    build(&site, before);
    for top in ["content", "site.yaml", "static"] {
        let top = site.join(top);
        if top.is_dir() {
            fs::remove_dir_all(top).unwrap();
        } else if top.is_file() {
            fs::remove_file(top).unwrap();
        }
    }
    write(&site, now);
    let output = build(&site, now);
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    lines.map(|line| (text(&line["code"]), text(&line["message"]))).collect()
}

fn build(site: &Path, example: &Example) -> Output {
    let day = example.day.as_deref().unwrap_or(TODAY);
    let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
    command.arg("build").arg(site).args(["--date", day, "--format", "json"]);
    command.stdin(Stdio::null()).output().unwrap()
}

fn write(folder: &Path, example: &Example) {
    let is_top = |file: &File| !file.path.contains('/');
    if !example.files().any(is_top) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("site.yaml"), SITE_YAML).unwrap();
    }
    for file in example.files() {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match file.form {
            Form::Text => fs::write(path, &file.text).unwrap(),
            Form::Picture => fs::write(path, picture(&file.path)).unwrap(),
            Form::Latin1 => {
                let bytes = file.text.chars().map(|c| u8::try_from(c).expect("Latin-1 has this character"));
                fs::write(path, bytes.collect::<Vec<u8>>()).unwrap();
            }
            #[cfg(unix)]
            Form::Link => std::os::unix::fs::symlink(file.text.trim_end(), path).unwrap(),
            #[cfg(not(unix))]
            Form::Link => unreachable!("such examples are not shown here"),
        }
    }
}

/// A sound picture of a thousand bytes; what Handbill does not look into has any.
fn picture(path: &str) -> Vec<u8> {
    match path.rsplit_once('.').unwrap().1 {
        "jpg" | "jpeg" => {
            let mut out = vec![0xff, 0xd8];
            let mut segment = |marker: u8, contents: &[u8]| {
                out.extend([0xff, marker, 0, u8::try_from(contents.len() + 2).unwrap()]);
                out.extend(contents);
            };
            segment(0xc0, &[8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
            segment(0xda, &[1, 1, 0, 0, 63, 0]);
            out.extend([1; 1000]);
            out.extend([0xff, 0xd9]);
            out
        }
        "heic" | "tif" | "avif" => b"a picture in a form of its own".to_vec(),
        other => panic!("no picture is made here that ends in .{other}"),
    }
}

#[test]
fn the_chapter_of_the_guide_is_made_of_the_same_texts() {
    let chapter = chapter();
    if std::env::var_os("HANDBILL_BLESS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/content/all-messages.md");
        fs::write(path, &chapter).unwrap();
    }
    let is = read_guide("all-messages.md");
    assert!(is == chapter, "docs/guide/content/all-messages.md is another; HANDBILL_BLESS=1 writes it anew");
}

fn read_guide(chapter: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/content").join(chapter);
    fs::read_to_string(path).unwrap()
}

/// Every explanation, one below the other.
fn chapter() -> String {
    let mut text = "---\ntitle: All messages\nsummary: What each code means, why it matters, and how to mend it.\n\
        autolink: no\n---\n\
        Each message has a code, such as `HB0103`. Here they all are, each with what it means, why Handbill tells it, \
        and an example of the mistake and of how to mend it. `handbill explain HB0103` shows the same in the terminal. \
        How to read a message is in [When something is wrong](when-something-is-wrong.md).\n"
        .to_owned();
    for (code, explanation) in explanations() {
        let severity = Code::from_name(&code).unwrap().severity().word();
        let number = code.to_lowercase();
        let article = if severity == "error" { "An" } else { "A" };
        text.push_str(&format!("\n## {code}: {} {{#{number}}}\n\n*{article} {severity}.* ", explanation.title));
        text.push_str(&explanation.what.join("\n\n"));
        text.push_str(&format!("\n\n**Why.** {}\n", explanation.why.join("\n\n")));
        for (name, example) in
            [("Before", &explanation.before), ("Wrong", &explanation.wrong), ("Right", &explanation.right)]
        {
            if !example.parts.is_empty() {
                text.push_str(&format!("\n**{name}**\n"));
            }
            let mut day = example.day.as_ref();
            for part in &example.parts {
                match part {
                    Part::Remark(words) => text.push_str(&format!("\n{words}\n")),
                    Part::File(file) => {
                        text.extend(day.take().map(|day| format!("\nOn {day}:\n")));
                        text.push_str(&in_a_fence(file));
                    }
                }
            }
        }
    }
    text
}

fn in_a_fence(file: &File) -> String {
    let File { path, form, language, text } = file;
    let fence = if text.contains("```") { "````" } else { "```" };
    match form {
        Form::Text => format!("\n`{path}`\n\n{fence}{language}\n{text}{fence}\n"),
        Form::Picture => format!("\n`{path}`, a picture: {}\n", text.trim_end()),
        Form::Latin1 => format!("\n`{path}`, in the encoding Latin-1\n\n{fence}text\n{text}{fence}\n"),
        Form::Link => format!("\n`{path}`, a link that leads to `{}`\n", text.trim_end()),
    }
}

#[test]
fn drawings_are_plain_in_a_pipe_and_no_line_of_words_is_too_long() {
    let canvas = Canvas { look: Look::Plain, width: 60 };
    for (code, explanation) in explanations() {
        let drawn = draw(Code::from_name(&code).unwrap(), &explanation, canvas);
        assert!(!drawn.contains('\u{1b}'), "{code}");
        let files = |line: &&str| !line.starts_with("  ");
        let long = drawn.lines().filter(files).find(|line| line.chars().count() > 60 && line.contains(' '));
        assert_eq!(long, None, "{code}");
        let example = explanation.wrong.files().next();
        assert!(example.is_none_or(|file| drawn.contains(&file.path)), "{code}");
    }
    let coloured = draw_list(Canvas { look: Look::Coloured, width: 60 });
    assert!(coloured.contains("\u{1b}[1mfields"), "{coloured:?}");
}

fn explain(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
    let output = command.arg("explain").args(args).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_explains_a_code_however_it_is_written() {
    let (code, out, err) = explain(&["HB0103"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("HB0103: A key that this kind does not have\n"), "{out}");
    for written in ["hb103", "103", "Hb0103"] {
        assert_eq!(explain(&[written]), (0, out.clone(), String::new()), "{written}");
    }
}

#[test]
fn an_unknown_code_has_what_may_be_meant_and_ends_with_code_2() {
    let (code, out, err) = explain(&["HB0130"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("there is no code `HB0130`") && err.contains("did you mean") && err.contains("HB0103"),
        "{err}"
    );
    let (code, _, err) = explain(&["\u{1b}[2J"]);
    assert_eq!(code, 2);
    assert!(!err.contains('\u{1b}'), "{err:?}");
}

#[test]
fn without_a_code_all_are_listed() {
    let (code, out, _) = explain(&[]);
    assert_eq!(code, 0);
    for code in Code::ALL {
        assert!(out.contains(&format!("  {code}  ")), "{code} is not listed");
    }
}

#[test]
fn programs_get_one_object_a_line() {
    let (_, out, _) = explain(&["103", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&told["code"], &told["severity"]), (&"HB0103".into(), &"error".into()));
    assert!(told["wrong"][0]["text"].as_str().unwrap().contains("sumary"), "{told}");
    let (_, out, _) = explain(&["--format", "json"]);
    assert_eq!(out.lines().count(), Code::ALL.len());
}

#[test]
fn a_run_that_told_errors_says_once_where_there_is_more() {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir(site.path().join("content")).unwrap();
    fs::write(site.path().join("site.yaml"), SITE_YAML).unwrap();
    fs::write(site.path().join("content/about.md"), "---\ntitle: About\nsumary: Us\n---\n[x](y.md)\n").unwrap();
    let run = |command: &str, format: &str| {
        let mut handbill = Command::new(env!("CARGO_BIN_EXE_handbill"));
        let output = handbill.arg(command).arg(site.path()).args(["--format", format]).stdin(Stdio::null()).output();
        let output = output.unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let more = "`handbill explain HB0103` says more about the first.\n";
    for command in ["build", "check"] {
        assert_eq!(run(command, "text").matches(more).count(), 1, "{}", run(command, "text"));
        assert!(!run(command, "json").contains("explain"), "{}", run(command, "json"));
    }
    fs::write(site.path().join("content/about.md"), "---\ntitle: About\ndraft: yes\n---\n").unwrap();
    assert!(!run("check", "text").contains("explain"), "hints alone need no more");
}
