//! How long a saved file takes to be seen: starts the real `handbill serve` on a copy of a site and edits it.
//!
//! `cargo bench --bench preview -- SITE [--each N] [--edits N]` makes N edits of each sort (20), then N edits (1000) to
//! see what memory does. Without SITE it is the example site. `HANDBILL` names another program to measure.
//!
//! An edit is timed from the moment before the file is written to the event that tells of it, and to the last byte of a
//! page or file that holds it.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// An edit that is not seen in this time is not seen at all.
const LIMIT: Duration = Duration::from_secs(60);

/// How long nothing is announced before the next edit, so that what is timed is one edit.
const QUIET: Duration = Duration::from_millis(80);

const BASE: &str = include_str!("../themes/commons/templates/base.html");

fn main() -> io::Result<()> {
    let arguments = Arguments::of(std::env::args().skip(1));
    let folder = tempfile::tempdir()?;
    copy(&arguments.site, folder.path())?;
    let site = Site::new(folder.path());
    let started = Instant::now();
    let server = Server::start(folder.path())?;
    let first = server.get("/")?;
    assert_eq!(first.status, 200, "the home page is shown");
    let ready = started.elapsed();
    server.wait_for_quiet();
    let before = server.memory();

    println!("| edit | announced, median | p95 | fetched, median | p95 |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for sort in Sort::ALL {
        let mut times: Vec<(Duration, Duration)> = vec![];
        for number in 0..arguments.each {
            let Some(time) = site.time(sort, number, &server)? else { break };
            times.push(time);
        }
        let row = |of: fn(&(Duration, Duration)) -> Duration| {
            let mut all: Vec<Duration> = times.iter().map(of).collect();
            all.sort();
            let at = |share: usize| all.get((all.len() * share / 100).min(all.len().saturating_sub(1)));
            let shown = |time: Option<&Duration>| time.map_or("–".to_owned(), |time| milliseconds(*time));
            format!("{} | {}", shown(at(50)), shown(at(95)))
        };
        println!("| {} | {} | {} |", sort.name(), row(|time| time.0), row(|time| time.1));
    }
    server.wait_for_quiet();
    let between = server.memory();
    for number in 0..arguments.edits {
        site.write_body(arguments.each + number)?;
        server.wait_for_news();
    }
    server.wait_for_quiet();
    println!("\nFrom start to the first page: {}.", milliseconds(ready));
    if let (Some(before), Some(between), Some(after)) = (before, between, server.memory()) {
        println!(
            "Memory: {before} MB before all edits, {between} MB after those above, {after} MB after {} more.",
            arguments.edits
        );
    }
    Ok(())
}

struct Arguments {
    site: PathBuf,
    each: usize,
    edits: usize,
}

impl Arguments {
    fn of(mut given: impl Iterator<Item = String>) -> Self {
        let mut arguments =
            Self { site: Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site"), each: 20, edits: 1000 };
        while let Some(argument) = given.next() {
            let mut number = || given.next().and_then(|text| text.parse().ok()).expect("a number follows");
            match argument.as_str() {
                // Cargo says that it is a benchmark, which we know.
                "--bench" => {}
                "--each" => arguments.each = number(),
                "--edits" => arguments.edits = number(),
                site => arguments.site = site.into(),
            }
        }
        arguments
    }
}

/// Asks whether an edit can be seen.
type Seen = Box<dyn Fn(&Server) -> io::Result<bool>>;

/// What is edited.
#[derive(Clone, Copy, Debug)]
enum Sort {
    Body,
    Title,
    Definition,
    BaseTemplate,
    Name,
    Stylesheet,
    NewFile,
    DeletedFile,
}

impl Sort {
    const ALL: [Self; 8] = [
        Self::Body,
        Self::Title,
        Self::Definition,
        Self::BaseTemplate,
        Self::Name,
        Self::Stylesheet,
        Self::NewFile,
        Self::DeletedFile,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Body => "text of a story",
            Self::Title => "title of a story, seen on another page",
            Self::Definition => "sentence of a definition, seen in the glossary",
            Self::BaseTemplate => "base template",
            Self::Name => "`name` in site.yaml",
            Self::Stylesheet => "stylesheet",
            Self::NewFile => "new file",
            Self::DeletedFile => "deleted file",
        }
    }
}

/// The copy of the site, and what is edited in it.
struct Site {
    root: PathBuf,
    story: Option<Document>,
    definition: Option<Document>,
    settings: String,
    template: String,
    styles: String,
}

struct Document {
    path: PathBuf,
    /// Its address without a base path.
    address: String,
    text: String,
}

impl Site {
    fn new(root: &Path) -> Self {
        let text = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_default();
        let own = text("templates/base.html");
        Self {
            root: root.to_owned(),
            story: Document::first(root, "stories", "title:"),
            definition: Document::first(root, "definitions", "definition:"),
            settings: text("site.yaml"),
            template: if own.is_empty() { BASE.to_owned() } else { own },
            styles: text("styles/site.css"),
        }
    }

    /// Makes one edit, and how long it took to be announced and to be fetched; nothing if the site has no such file.
    fn time(&self, sort: Sort, number: usize, server: &Server) -> io::Result<Option<(Duration, Duration)>> {
        let word = format!("{sort:?} edit {number} of the benchmark");
        let home = "/".to_owned();
        let new = self.root.join(format!("content/benchmark-{number}.md"));
        let new_address = format!("/benchmark-{number}/");
        let (Some(story), Some(definition)) = (&self.story, &self.definition) else { return Ok(None) };
        // A title is looked for where the story's card is.
        let elsewhere = match sort {
            Sort::Title => server.page_with_card(&story.address)?,
            _ => home.clone(),
        };
        server.wait_for_quiet();
        let is_in = |address: String, word: String| {
            move |server: &Server| Ok(String::from_utf8_lossy(&server.get(&address)?.body).contains(&word))
        };
        let write = |path: &Path, text: &str| {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let start = Instant::now();
            fs::write(path, text)?;
            Ok::<_, io::Error>(start)
        };
        let mut seen: Seen = Box::new(is_in(home, word.clone()));
        let start = match sort {
            Sort::Body => {
                seen = Box::new(is_in(story.address.clone(), word.clone()));
                write(&story.path, &format!("{}\n\n{word}.\n", story.text))?
            }
            Sort::Title => {
                seen = Box::new(is_in(elsewhere, word.clone()));
                write(&story.path, &story.with("title:", &word))?
            }
            Sort::Definition => {
                seen = Box::new(is_in("/definitions/".to_owned(), word.clone()));
                write(&definition.path, &definition.with("definition:", &format!("{word}.")))?
            }
            Sort::BaseTemplate => write(
                &self.root.join("templates/base.html"),
                &self.template.replace("</body>", &format!("<p>{word}</p></body>")),
            )?,
            Sort::Name => write(&self.root.join("site.yaml"), &with_line(&self.settings, "name:", &word))?,
            Sort::Stylesheet => {
                // Its address changes with it, so the page is fetched first.
                let rule = format!("z-index:{}", 7_000_000 + number);
                seen = Box::new(move |server| {
                    let page = String::from_utf8_lossy(&server.get("/")?.body).into_owned();
                    let address = stylesheet(&page).expect("a page has a stylesheet");
                    let css = String::from_utf8_lossy(&server.get_complete(address)?.body).replace(' ', "");
                    Ok(css.contains(&rule))
                });
                let rule = format!("\n.benchmark {{ z-index: {} }}\n", 7_000_000 + number);
                write(&self.root.join("styles/site.css"), &format!("{}{rule}", self.styles))?
            }
            Sort::NewFile => {
                seen = Box::new(is_in(new_address, word.clone()));
                write(&new, &format!("---\ntitle: New {number}\n---\n{word}.\n"))?
            }
            Sort::DeletedFile => {
                seen = Box::new(move |server| Ok(server.get(&new_address)?.status == 404));
                let start = Instant::now();
                match fs::remove_file(&new) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                    removed => removed?,
                }
                start
            }
        };
        server.until(start, &seen).map(Some)
    }

    /// Edits the text of the story, and nothing else.
    fn write_body(&self, number: usize) -> io::Result<()> {
        match &self.story {
            Some(story) => fs::write(&story.path, format!("{}\n\nEdit {number} of the benchmark.\n", story.text)),
            None => Ok(()),
        }
    }
}

impl Document {
    /// The first published document of a folder that has a line with this key and no address of its own.
    fn first(root: &Path, folder: &str, key: &str) -> Option<Self> {
        let files = fs::read_dir(root.join("content").join(folder)).ok()?;
        let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
        paths.sort();
        paths.into_iter().find_map(|path| {
            let name = path.file_stem()?.to_str().filter(|name| *name != "index")?.to_owned();
            let text = fs::read_to_string(&path).ok()?;
            let held_back = ["slug:", "draft:", "expires:", "consent: pending", "  status: pending", "sensitive:"];
            let lines = || text.lines();
            if !lines().any(|line| line.starts_with(key))
                || lines().any(|line| held_back.iter().any(|field| line.starts_with(field)))
            {
                return None;
            }
            Some(Self { path, address: format!("/{folder}/{name}/"), text })
        })
    }

    fn with(&self, key: &str, value: &str) -> String {
        with_line(&self.text, key, value)
    }
}

/// The text with another value in the first line that begins with a key.
fn with_line(text: &str, key: &str, value: &str) -> String {
    let mut is_done = false;
    let mut changed = String::new();
    for line in text.lines() {
        if !is_done && line.starts_with(key) {
            is_done = true;
            changed.push_str(&format!("{key} \"{value}\"\n"));
        } else {
            changed.push_str(&format!("{line}\n"));
        }
    }
    changed
}

fn stylesheet(page: &str) -> Option<&str> {
    let rest = &page[page.find("stylesheet")?..];
    let rest = rest[rest.find("href=")? + "href=".len()..].trim_start_matches('"');
    rest.split(['"', '>', ' ']).next()
}

/// The program, serving the copy.
struct Server {
    child: Child,
    port: u16,
    /// The path of the site's address, without the slash at its end.
    base: String,
    news: Receiver<Instant>,
}

struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Server {
    fn start(site: &Path) -> io::Result<Self> {
        let program = std::env::var_os("HANDBILL").unwrap_or_else(|| env!("CARGO_BIN_EXE_handbill").into());
        let mut child = Command::new(program)
            .arg("serve")
            .arg(site)
            .args(["--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let address = loop {
            let line = lines.next().expect("an address is told before the end")?;
            if let Some((_, address)) = line.split_once("http://") {
                break address.to_owned();
            }
        };
        std::thread::spawn(move || lines.for_each(drop));
        let port = address.rsplit_once(':').and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
        let port = port.expect("the address has a port");
        let news = listen(port)?;
        let mut server = Self { child, port, base: String::new(), news };
        // A site below a path sends its home page on to there.
        let head = server.get_complete("/")?.head.to_lowercase();
        if let Some((_, rest)) = head.split_once("location: ") {
            rest.lines().next().unwrap_or_default().trim_end_matches('/').clone_into(&mut server.base);
        }
        Ok(server)
    }

    /// What is at an address without the base path.
    fn get(&self, address: &str) -> io::Result<Reply> {
        self.get_complete(&format!("{}{address}", self.base))
    }

    fn get_complete(&self, path: &str) -> io::Result<Reply> {
        let mut stream = ask(self.port, path)?;
        let mut answer = vec![];
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("an answer has a status");
        Ok(Reply { status, head, body: answer.split_off(end + 4) })
    }

    /// A list or the home page that links a page; the page itself if there is none.
    fn page_with_card(&self, address: &str) -> io::Result<String> {
        let link = format!("{}{address}", self.base);
        for page in
            ["/", "/stories/"].map(str::to_owned).into_iter().chain((2..100).map(|n| format!("/stories/page/{n}/")))
        {
            let reply = self.get(&page)?;
            if reply.status != 200 {
                break;
            }
            if String::from_utf8_lossy(&reply.body).contains(&link) {
                return Ok(page);
            }
        }
        Ok(address.to_owned())
    }

    /// Waits until an edit is seen: the time to the news of it, and to the end of its bytes.
    fn until(&self, start: Instant, seen: &Seen) -> io::Result<(Duration, Duration)> {
        loop {
            let told = self.news.recv_timeout(LIMIT.saturating_sub(start.elapsed()));
            let told = told.map_err(|_| io::Error::other("an edit was not seen"))?;
            // News of something else may come first.
            if seen(self)? {
                return Ok((told.saturating_duration_since(start), start.elapsed()));
            }
        }
    }

    fn wait_for_news(&self) {
        self.news.recv_timeout(LIMIT).expect("an edit is announced");
    }

    fn wait_for_quiet(&self) {
        while self.news.recv_timeout(QUIET) != Err(RecvTimeoutError::Timeout) {}
    }

    /// How much memory the program holds, in megabytes, where the system tells (proc(5)).
    fn memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? / 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ask(port: u16, path: &str) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_nodelay(true)?;
    let head = format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    Ok(stream)
}

/// The moments at which editions are announced, beginning with the one that stands.
fn listen(port: u16) -> io::Result<Receiver<Instant>> {
    let lines = BufReader::new(ask(port, "/_handbill/events")?).lines();
    let (tell, news) = channel();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if line.starts_with("data:") && tell.send(Instant::now()).is_err() {
                break;
            }
        }
    });
    Ok(news)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Copies a folder without what was published in it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            if entry.file_name() != "public" {
                copy(&source, &target)?;
            }
        } else {
            fs::copy(&source, &target)?;
        }
    }
    Ok(())
}
