//! `handbill serve` in a terminal: what it says when it starts, when something is wrong, and when it cannot start.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const SITE_YAML: &str = "name: Elm Court\nlang: en\ncontact: hello@elm.example\n";

fn handbill(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
    command.current_dir(folder).args(args).env_remove("EDITOR").env_remove("VISUAL").stdin(Stdio::null());
    command
}

fn site(folder: &Path) {
    fs::create_dir_all(folder.join("content")).unwrap();
    fs::write(folder.join("site.yaml"), SITE_YAML).unwrap();
    fs::write(folder.join("content/about.md"), "---\ntitle: About us\n---\nWe live here.\n").unwrap();
}

/// A preview that is ended when it is dropped, and its lines as they come, on standard output and standard error.
struct Preview {
    child: Child,
    lines: Receiver<String>,
}

impl Preview {
    fn start(folder: &Path, args: &[&str], path: Option<&str>) -> Self {
        let mut command = handbill(folder, &[&["serve"], args].concat());
        path.map(|path| command.env("PATH", path));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (tell, lines) = channel();
        let also = tell.clone();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        std::thread::spawn(move || {
            BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| tell.send(line))
        });
        std::thread::spawn(move || {
            BufReader::new(err).lines().map_while(Result::ok).try_for_each(|line| also.send(line))
        });
        Self { child, lines }
    }

    /// Reads up to a line that begins with these words; all lines that came until then.
    fn until(&self, words: &str) -> String {
        let mut said = String::new();
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(30));
            let line = line.unwrap_or_else(|_| panic!("no line begins with {words:?} in:\n{said}"));
            said.push_str(&line);
            said.push('\n');
            if line.starts_with(words) {
                return said;
            }
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn it_says_where_the_site_is_and_who_can_see_it() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let preview = Preview::start(folder.path(), &["--port", "0"], None);
    let said = preview.until("Save a file");
    assert!(said.contains("Handbill shows your site at  http://localhost:"), "{said}");
    assert!(said.contains("Only you can see this. Nothing is online yet.\n"), "{said}");
    assert!(!said.contains("taken"), "{said}");
}

#[test]
fn a_mistake_is_told_once_and_so_is_that_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let preview = Preview::start(folder.path(), &["--port", "0"], None);
    preview.until("Save a file");
    let about = folder.path().join("content/about.md");
    fs::write(&about, "---\ntitle: About us\ncolour: red\n---\nWe live here.\n").unwrap();
    let said = preview.until("Now: 1 error.");
    assert_eq!(said.matches("error[").count(), 1, "{said}");
    assert!(said.contains("content/about.md:3:1") && said.contains("help: "), "{said}");
    // Another line above it is no new mistake.
    fs::write(&about, "---\n\ntitle: About us\ncolour: red\n---\nWe live here.\n").unwrap();
    std::thread::sleep(Duration::from_millis(500));
    fs::write(&about, "---\ntitle: About us\n---\nWe live here.\n").unwrap();
    assert_eq!(preview.until("All mended."), "All mended.\n");
}

#[test]
fn a_port_that_is_taken_is_passed_over_and_said_so() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let held = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = held.local_addr().unwrap().port();
    let preview = Preview::start(folder.path(), &["--port", &taken.to_string()], None);
    let said = preview.until("Save a file");
    assert!(said.contains(&format!("Port {taken} is taken; this is port ")), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_browser_the_address_is_there_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let preview = Preview::start(folder.path(), &["--port", "0", "--open"], Some("/nowhere"));
    let said = preview.until("Your browser could not be opened");
    assert!(said.contains("http://localhost:"), "{said}");
    assert!(
        said.ends_with("Your browser could not be opened from here: please open the address yourself.\n"),
        "{said}"
    );
}

#[test]
fn without_a_site_it_says_what_to_do() {
    let around = tempfile::tempdir().unwrap();
    let root = around.path().canonicalize().unwrap();
    site(&root.join("our site"));
    fs::create_dir(root.join("empty")).unwrap();
    fs::create_dir(root.join("empty/more")).unwrap();
    let told =
        |folder: &Path, args: &[&str]| refused(&handbill(folder, &[&["serve"], args].concat()).output().unwrap());
    let said = told(&root.join("empty"), &[]);
    assert!(said.contains("there is no site.yaml in this folder. To make a site there: `handbill init .`"), "{said}");
    // A folder too deep, and one too high.
    let site = root.join("our site");
    for said in [told(&site.join("content"), &[]), told(&root, &[]), told(&root, &["our site/content"])] {
        let command = format!("but in {}: `handbill serve ", site.display());
        assert!(said.contains(&command), "{said}");
    }
    let said = told(&site, &["site.yaml"]);
    assert!(said.contains("site.yaml is a file; name the site's folder: `handbill serve .`"), "{said}");
    let said = told(&root, &["our-sit"]);
    assert!(said.contains("there is no folder our-sit.") && said.contains("`handbill init our-sit`"), "{said}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_at_once() {
    use std::os::unix::process::ExitStatusExt;

    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let mut preview = Preview::start(folder.path(), &["--port", "0"], None);
    preview.until("Save a file");
    let id = preview.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let status = (0..200).find_map(|_| {
        std::thread::sleep(Duration::from_millis(50));
        preview.child.try_wait().unwrap()
    });
    let why = "a shell that runs its commands in the background has them ignore interrupts";
    assert_eq!(status.expect(why).signal(), Some(2));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left in the folder");
}
