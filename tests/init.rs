//! `handbill init` as its user meets it: five questions or flags, and a site that builds without a complaint.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use handbill::commands::init::{Answers, files};
use handbill::diagnostic::{Code, Severity};
use handbill::publish::{Content, Pages};
use handbill::session::{EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::{Change, FileContent};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn handbill(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_handbill"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Builds a new site; all it may hear is that it has no address yet.
fn builds_quietly(site: &Path) {
    let built = handbill(site, &["build", "--format", "json"]);
    assert_eq!(built.status.code(), Some(0), "{}", words(&built));
    let told = String::from_utf8_lossy(&built.stdout).into_owned();
    assert!(told.lines().all(|line| line.contains("HB0501")), "{told}");
}

/// The words of a page, as a reader sees them.
fn visible(html: &str) -> String {
    let mut text = String::new();
    let body = html.find("<body>").unwrap_or(0);
    for part in html[body..].split('<').skip(1) {
        text.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2F;", "/"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, sign)| text.replace(entity, sign))
}

#[test]
fn flags_make_a_site_that_builds_without_a_complaint() {
    let around = tempfile::tempdir().unwrap();
    let flags = ["--name", "Elm Court", "--about", "damp homes", "--contact", "01632 960001", "--colour", "A3195B"];
    let made = handbill(around.path(), &[&["init", "deep/our site"], &flags[..]].concat());
    assert_eq!(made.status.code(), Some(0), "{}", words(&made));
    let told = words(&made);
    assert!(told.contains("handbill serve --open") && told.contains("deep/our site"), "{told}");
    let site = around.path().join("deep/our site");
    assert!(fs::read_to_string(site.join("site.yaml")).unwrap().contains("\ncolour: \"#a3195b\"\n"));
    assert_eq!(fs::read_to_string(site.join(".gitignore")).unwrap().lines().nth(1), Some("public/"));
    builds_quietly(&site);
    let home = visible(&fs::read_to_string(site.join("public/index.html")).unwrap());
    assert!(home.contains("Elm Court") && home.contains("Let's talk about damp homes"), "{home}");
    assert!(site.join("public/changing-this-site/index.html").is_file());
}

#[test]
fn a_new_site_may_be_in_any_language_and_says_that_its_texts_are_not() {
    for lang in ["cy", "ar", "pt-BR", "no"] {
        let folder = tempfile::tempdir().unwrap();
        let flags = ["init", "--name", "Ni", "--about", "tai", "--contact", "1 Stryd Fawr", "--lang", lang];
        assert_eq!(handbill(folder.path(), &flags).status.code(), Some(0));
        let settings = fs::read_to_string(folder.path().join("site.yaml")).unwrap();
        assert!(settings.contains("are in English"), "{settings}");
        builds_quietly(folder.path());
    }
}

#[test]
fn nothing_is_ever_overwritten() {
    let flags = ["init", "--name", "Elm Court", "--about", "rent", "--contact", "hello@elm.example"];
    for (path, said) in [
        ("site.yaml", "site.yaml"),
        (".gitignore", ".gitignore"),
        ("content/index.md", "index.md"),
        ("content/definitions/organising.md", "organising.md"),
        // A file where a folder is needed.
        ("content/campaigns", "campaigns"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join(path);
        fs::create_dir_all(there.parent().unwrap()).unwrap();
        fs::write(&there, "mine").unwrap();
        let made = handbill(folder.path(), &flags);
        assert_eq!(made.status.code(), Some(2), "{path}");
        assert!(words(&made).contains(said), "{path}: {}", words(&made));
        assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
        let files =
            walkdir::WalkDir::new(folder.path()).into_iter().filter(|file| file.as_ref().unwrap().path().is_file());
        assert_eq!(files.count(), 1, "{path}");
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(handbill(folder.path(), &flags).status.code(), Some(0));
    assert_eq!(handbill(folder.path(), &flags).status.code(), Some(2), "the second time");
}

#[test]
fn without_a_terminal_missing_and_wrong_flags_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = handbill(folder.path(), &["init", "--name", "Elm Court"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(words(&missing).contains("--about, --contact"), "{}", words(&missing));
    let flags = ["init", "--name", "Elm Court", "--about", "rent", "--contact", "x", "--colour", "red"];
    let wrong = handbill(folder.path(), &flags);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(words(&wrong).contains("--colour"), "{}", words(&wrong));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_without_a_site_gets_one_message_that_names_init() {
    let folder = tempfile::tempdir().unwrap();
    let built = handbill(folder.path(), &["build"]);
    assert_eq!(built.status.code(), Some(1));
    let told = words(&built);
    assert!(told.contains("`handbill init` makes one"), "{told}");
    assert_eq!(told.matches("error").count(), 2, "one error, and its count: {told}");
}

#[test]
fn the_story_that_the_page_for_volunteers_shows_can_be_published() {
    let folder = tempfile::tempdir().unwrap();
    let flags = ["init", "--name", "Elm Court", "--about", "rent", "--contact", "hello@elm.example"];
    assert_eq!(handbill(folder.path(), &flags).status.code(), Some(0));
    let page = fs::read_to_string(folder.path().join("content/changing-this-site.md")).unwrap();
    let story = page.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    fs::create_dir(folder.path().join("content/stories")).unwrap();
    let file = folder.path().join("content/stories/a-knock-at-the-door.md");
    fs::write(&file, story).unwrap();
    let day = ["build", "--date", "2026-11-24"];
    let pending = words(&handbill(folder.path(), &day));
    assert!(pending.contains("HB0401") && !pending.contains("warning"), "{pending}");
    let published = folder.path().join("public/stories/a-knock-at-the-door/index.html");
    assert!(!published.exists());
    fs::write(&file, story.replace("pending", "given")).unwrap();
    let given = words(&handbill(folder.path(), &day));
    assert!(published.is_file() && !given.contains("HB0401") && !given.contains("warning"), "{given}");
}

/// The home page of a new site, built in memory without a complaint, and all pages with it.
fn home(answers: &Answers) -> String {
    let today = Today::Date(jiff::civil::date(2026, 11, 24));
    let mut session = Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today });
    session.apply(
        files(answers)
            .into_iter()
            .filter(|(path, _)| *path != ".gitignore")
            .map(|(path, text)| Change { path: path.into(), content: Some(FileContent::Text(text.into())) }),
    );
    let edition = session.edition();
    for told in &edition.diagnostics {
        assert_eq!((told.code, told.severity), (Code::NoUrl, Severity::Hint), "{told:?}");
    }
    let pages = EditionPages::new(&edition);
    let mut home = None;
    for index in 0..pages.count() {
        let mut page = vec![];
        let made = pages.make(index, &mut page).unwrap();
        if made == Content::Buffer && pages.path(index).ends_with(".html") {
            let html = String::from_utf8(page).unwrap();
            assert!(!html.contains("<script>alert"), "{}", pages.path(index));
            if pages.path(index) == "index.html" {
                home = Some(html);
            }
        }
    }
    home.unwrap()
}

fn answers(name: &str, about: &str, contact: &str) -> Answers {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Answers {
        name: one_line(name),
        about: one_line(about),
        lang: "en".to_owned(),
        contact: one_line(contact),
        colour: String::new(),
    }
}

const HOSTILE: [&str; 26] = [
    "<script>alert(1)</script>",
    "*x* and _y_",
    "a: b # c",
    "\"Quotes\" and 'more' 🌻",
    "@x",
    "No",
    "1.10",
    "~",
    "null",
    "- a",
    "# b",
    "> c",
    "{name} {about} {{ site.name }} {% x %}",
    "[a](javascript:x)",
    "![a](b.png)",
    "![a]",
    "[^1] and [a][b]",
    "`code` ``",
    "a -- b --- c ...",
    "A & B &amp; C &#60;",
    "https://example.org/_x_/@y",
    "www.example.org/a*b*",
    "<hello@elm.example>",
    "a\\*b\\",
    "| a | b |",
    "---",
];

#[test]
fn hostile_answers_are_shown_as_they_were_typed() {
    for text in HOSTILE {
        let home = visible(&home(&answers(text, text, text)));
        assert!(home.contains(text), "{text}: {home}");
        assert!(home.contains(&format!("We are organising around {text}. We have not")), "in the text, {text}: {home}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_shown_as_it_was_typed(
        name in "[ -~éß’“🌻ق\u{301}]{0,12}[A-Za-z*<&\"'#:@-][ -~]{0,12}",
        about in "[ -~🌻]{0,12}[a-z_*`]",
        contact in "[ -~]{1,20}[a-z]",
        mixed in prop::sample::subsequence(HOSTILE.to_vec(), 0..3),
    ) {
        let name = format!("{name} {}", mixed.join(" "));
        let answers = answers(&name, &about, &contact);
        let home = visible(&home(&answers));
        prop_assert!(home.contains(&answers.name), "{}: {home}", answers.name);
        prop_assert!(home.contains(&format!("We are organising around {}. We have", answers.about)), "{home}");
    }
}

#[cfg(unix)]
mod on_a_terminal {
    use super::builds_quietly;
    use rustix::fs::{Mode, OFlags};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use std::ffi::OsStr;
    use std::fs::{self, File};
    use std::io::{Read, Write};
    use std::os::unix::ffi::OsStrExt;
    use std::path::Path;
    use std::process::{Child, Command};
    use std::sync::mpsc::{Receiver, channel};
    use std::time::{Duration, Instant};

    /// A command that runs on a terminal of its own, and somebody who types on it.
    struct Typist {
        child: Child,
        terminal: File,
        shown: Receiver<Vec<u8>>,
        seen: String,
    }

    impl Typist {
        fn new(folder: &Path, arguments: &[&str]) -> Self {
            let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
            grantpt(&terminal).unwrap();
            unlockpt(&terminal).unwrap();
            let size = rustix::termios::Winsize { ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
            rustix::termios::tcsetwinsize(&terminal, size).unwrap();
            let name = ptsname(&terminal, vec![]).unwrap();
            let flags = OFlags::RDWR | OFlags::NOCTTY;
            let inner = rustix::fs::open(OsStr::from_bytes(name.as_bytes()), flags, Mode::empty()).unwrap();
            let inner = || inner.try_clone().unwrap();
            let child = Command::new(env!("CARGO_BIN_EXE_handbill"))
                .args(arguments)
                .current_dir(folder)
                .env("TERM", "xterm")
                .stdin(inner())
                .stdout(inner())
                .stderr(inner())
                .spawn()
                .unwrap();
            let terminal = File::from(terminal);
            let mut out = terminal.try_clone().unwrap();
            let (send, shown) = channel();
            std::thread::spawn(move || {
                let mut buffer = [0; 4096];
                // The end of the command is an error here on Linux.
                while let Ok(length @ 1..) = out.read(&mut buffer) {
                    if send.send(buffer[..length].to_vec()).is_err() {
                        break;
                    }
                }
            });
            Self { child, terminal, shown, seen: String::new() }
        }

        /// Waits until this is shown, and types the answer.
        fn answer(&mut self, question: &str, keys: &str) {
            let end = Instant::now() + Duration::from_secs(60);
            while !self.seen.contains(question) {
                let left = end.saturating_duration_since(Instant::now());
                let Ok(shown) = self.shown.recv_timeout(left) else { panic!("no {question:?} in {:?}", self.seen) };
                self.seen.push_str(&String::from_utf8_lossy(&shown));
            }
            self.seen.clear();
            self.terminal.write_all(keys.as_bytes()).unwrap();
        }

        fn exit_code(mut self) -> Option<i32> {
            self.child.wait().unwrap().code()
        }
    }

    #[test]
    fn five_answers_make_a_site() {
        let around = tempfile::tempdir().unwrap();
        let mut typist = Typist::new(around.path(), &["init", "our-site"]);
        // Nothing is no name: the question stays until there is an answer.
        typist.answer("What is your group called?", "\r");
        typist.answer("please write a few words", "Elm Court 'Residents' 🌻\r");
        typist.answer("What are you organising around?", "damp: homes\r");
        typist.answer("Which language", "\r");
        typist.answer("How can people reach you?", "hello@elm.example\r");
        typist.answer("Do you have a colour?", "\r");
        typist.answer("handbill serve", "");
        assert_eq!(typist.exit_code(), Some(0));
        let settings = fs::read_to_string(around.path().join("our-site/site.yaml")).unwrap();
        for line in ["name: Elm Court 'Residents' 🌻", "lang: en", "contact: hello@elm.example"] {
            assert!(settings.lines().any(|other| other == line), "{line} in {settings}");
        }
        builds_quietly(&around.path().join("our-site"));
    }

    #[test]
    fn what_a_flag_says_is_not_asked() {
        let around = tempfile::tempdir().unwrap();
        let flags = ["init", "--name", "Elm Court", "--about", "rent", "--lang", "en", "--colour", "#abc"];
        let mut typist = Typist::new(around.path(), &flags);
        typist.answer("How can people reach you?", "12 Mill Lane\r");
        typist.answer("handbill serve", "");
        assert_eq!(typist.exit_code(), Some(0));
        builds_quietly(around.path());
    }

    #[test]
    fn whoever_stops_gets_no_half_a_site() {
        let around = tempfile::tempdir().unwrap();
        let mut typist = Typist::new(around.path(), &["init", "our-site"]);
        typist.answer("What is your group called?", "Elm\r");
        typist.answer("What are you organising around?", "\u{3}");
        typist.answer("nothing was written", "");
        assert_eq!(typist.exit_code(), Some(2));
        assert!(!around.path().join("our-site").exists());
    }
}
