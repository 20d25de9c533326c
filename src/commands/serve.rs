//! `handbill serve`: the site in a browser, as it is at every moment, with what is wrong with it.

use super::Failed;
use super::init::quoted;
use super::telling::{count, drawn};
use crate::cli::Serve;
use crate::diagnostic::{Code, Diagnostic, Severity, SitePath};
use crate::serve::editor::Editor;
use crate::serve::http::{Options as Listening, Reach, bind};
use crate::serve::{Engine, Looked, lan};
use crate::session::{Options, Session, Today};
use crate::site::Drafts;
use crate::source::{Folder, Watch};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long nothing changes before all pages are made to find mistakes in templates.
const CALM: Duration = Duration::from_millis(300);

/// How often the day is looked at, in case midnight has passed.
const DAY: Duration = Duration::from_secs(30);

/// Serves the site until the process is ended.
///
/// # Errors
/// Wrong use or a failing machine.
pub fn run(args: &Serve) -> Result<u8, Failed> {
    if !args.site.is_dir() {
        return Err(no_folder(&args.site));
    }
    let root = args.site.canonicalize()?;
    let today = || args.date.map_or_else(|| Today::At(jiff::Timestamp::now()), Today::Date);
    let drafts = if args.drafts { Drafts::Shown } else { Drafts::LeftOut };
    let mut session = Session::new(Options { base_url: None, drafts, today: today() });
    // Watching begins before reading, so that no change falls between the two.
    let published = [root.join("public")];
    let mut watch = Watch::start(&root, &published)?;
    let mut folder = Folder::new(&root).without(&published);
    session.apply(folder.open()?);
    if !session.has_settings() {
        return Err(no_site(&args.site, &root));
    }
    let reach = if args.lan { Reach::Network } else { Reach::ThisMachine };
    let bound = bind(&Listening { port: args.port, reach }).map_err(|error| no_port(args.port, &error))?;
    let variable = |name| std::env::var(name).ok();
    let editor = Editor::of(variable("VISUAL").as_deref(), variable("EDITOR").as_deref(), &root);
    let (mut engine, preview) = Engine::start(session, root, reach, editor.filter(|_| reach == Reach::ThisMachine));

    let mut voice = Voice::default();
    voice.tell(&engine);
    if bound.port() != args.port && args.port != 0 {
        println!("Port {} is taken; this is port {}.", args.port, bound.port());
    }
    println!("Handbill shows your site at  {}", bound.address());
    if let Some(address) = bound.network_address() {
        println!("In this network, for phones:  {address}");
        if let Some(code) = lan::code(&console::Term::stdout(), &address) {
            println!("{code}");
        }
        println!("Whoever has this address can look as long as this runs. Nothing is online yet.");
    } else if args.lan {
        println!("This machine is in no network now, so only it can look.");
    } else {
        println!("Only you can see this. Nothing is online yet.");
    }
    println!("Save a file, and the page shows it. Ctrl-C ends.");
    if let Some(hindrance) = watch.hindrance() {
        println!("{hindrance}");
    }
    if args.open && open::that_detached(bound.address()).is_err() {
        println!("Your browser could not be opened from here: please open the address yourself.");
    }
    std::thread::Builder::new().name("http".to_owned()).spawn(move || match bound.run(preview) {
        Ok(never) => match never {},
        Err(error) => {
            eprintln!("handbill: {error}");
            std::process::exit(i32::from(crate::cli::FAILURE));
        }
    })?;

    let mut looked = Instant::now();
    let mut looking = true;
    loop {
        let changes = watch.next(&mut folder, if looking { CALM } else { DAY });
        if changes.is_empty() {
            if looking {
                looking = engine.look(|| watch.pending()) == Looked::Interrupted;
                voice.tell(&engine);
            }
        } else {
            engine.take(changes);
            voice.tell(&engine);
            looking = true;
        }
        if looked.elapsed() >= DAY {
            looked = Instant::now();
            looking |= engine.set_today(today());
        }
    }
}

/// Says what to do when a file is given, or nothing that is there.
fn no_folder(given: &Path) -> Failed {
    let name = given.display();
    match given.parent().filter(|_| given.is_file()) {
        Some(folder) => {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            Failed::new(format!("{name} is a file; name the site's folder: `handbill serve {}`", quoted(folder)))
        }
        None => Failed::new(format!(
            "there is no folder {name}. If your site is there, look at how it is spelled; to make a new one: \
             `handbill init {}`",
            quoted(given)
        )),
    }
}

/// Says what to do in a folder without `site.yaml`: often the site is a little above or below.
fn no_site(given: &Path, root: &Path) -> Failed {
    let is_site = |folder: &Path| folder.join("site.yaml").is_file();
    let below = || {
        let folders = root.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path()));
        folders.filter(|folder| is_site(folder)).min()
    };
    let near = root.ancestors().skip(1).find(|folder| is_site(folder)).map(Path::to_owned).or_else(below);
    let name = if given == Path::new(".") { "this folder".to_owned() } else { given.display().to_string() };
    Failed::new(match near {
        Some(near) => {
            format!("there is no site.yaml in {name}, but in {}: `handbill serve {}`", near.display(), quoted(&near))
        }
        None => format!(
            "there is no site.yaml in {name}. To make a site there: `handbill init {0}`. If your site is elsewhere, \
             name its folder: `handbill serve our-site`",
            quoted(given)
        ),
    })
}

fn no_port(first: u16, error: &std::io::Error) -> Failed {
    Failed::new(format!(
        "neither port {first} nor one of those after it can be had ({error}). Try another: `--port 8000`, or end other \
         previews"
    ))
}

/// What the terminal has been told: code, file and words. A message that only moved to another line is not new.
#[derive(Default)]
struct Voice {
    said: BTreeSet<(Code, SitePath, String)>,
    /// Whether there was something to mend.
    serious: bool,
}

impl Voice {
    /// Tells what is new, and when all is well again. A change that brings nothing new says nothing.
    fn tell(&mut self, engine: &Engine) {
        let (problems, edition) = engine.told();
        let key = |told: &Diagnostic| (told.code, told.places[0].path.clone(), told.message.clone());
        let now: BTreeSet<_> = problems.iter().map(key).collect();
        if now == self.said {
            return;
        }
        let new: Vec<Diagnostic> = problems.iter().filter(|told| !self.said.contains(&key(told))).cloned().collect();
        eprint!("{}", drawn(&new, &edition));
        let left: Vec<Diagnostic> = problems.into_iter().filter(|told| told.severity > Severity::Hint).collect();
        if !left.is_empty() {
            eprintln!("Now: {}.", count(&left));
        } else if self.serious {
            eprintln!("All mended.");
        }
        self.serious = !left.is_empty();
        self.said = now;
    }
}
