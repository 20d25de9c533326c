//! Watching a real folder: whatever is done to it, all changes together are the folder as it is.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use handbill::session::{Options, Session, Today};
use handbill::source::{Change, FileContent, Folder, Watch};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// No machine is so slow that something takes longer.
const PATIENCE: Duration = Duration::from_secs(60);

type State = BTreeMap<String, FileContent>;

fn apply(state: &mut State, changes: &[Change]) {
    for change in changes {
        match &change.content {
            Some(content) => state.insert(change.path.to_string(), content.clone()),
            None => state.remove(&*change.path),
        };
    }
}

/// The folder as it is, for one who comes now.
fn fresh(root: &Path) -> State {
    let mut state = State::new();
    apply(&mut state, &Folder::new(root).open().unwrap());
    state
}

fn write(path: impl AsRef<Path>, text: &str) {
    fs::create_dir_all(path.as_ref().parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A site that is watched.
struct Site {
    root: PathBuf,
    folder: Folder,
    watch: Watch,
    state: State,
    temporary: tempfile::TempDir,
}

impl Site {
    fn new() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let root = temporary.path().join("site");
        write(root.join("site.yaml"), "name: A");
        write(root.join("content/a.md"), "A");
        write(root.join("content/stories/b.md"), "B");
        write(root.join("static/c.txt"), "C");
        write(root.join("public/index.html"), "published");
        let watch = Watch::start(&root, &[]).unwrap();
        let mut folder = Folder::new(&root);
        let mut state = State::new();
        apply(&mut state, &folder.open().unwrap());
        assert_eq!(
            state.keys().collect::<Vec<_>>(),
            ["content/a.md", "content/stories/b.md", "site.yaml", "static/c.txt"]
        );
        Self { root, folder, watch, state, temporary }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn text(&self, path: &str) -> Option<&str> {
        match self.state.get(path) {
            Some(FileContent::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Waits until all that was told is the folder as it is; everything that was told meanwhile.
    fn settle(&mut self) -> Vec<Change> {
        let begun = Instant::now();
        let mut all = vec![];
        while self.state != fresh(&self.root) {
            assert!(begun.elapsed() < PATIENCE, "{:#?}\n{:#?}", self.state, fresh(&self.root));
            let changes = self.watch.next(&mut self.folder, Duration::from_secs(1));
            apply(&mut self.state, &changes);
            all.extend(changes);
        }
        all
    }
}

#[test]
fn a_save_in_place_shows_soon() {
    let mut site = Site::new();
    assert_eq!(site.watch.hindrance(), None);
    let soon = (0..20).filter(|number| {
        let begun = Instant::now();
        write(site.at("content/a.md"), &format!("Save {number}"));
        site.settle();
        assert_eq!(site.text("content/a.md"), Some(&*format!("Save {number}")));
        begun.elapsed() < Duration::from_millis(250)
    });
    // Looking every two seconds alone would find one in eight of them in this time.
    assert!(soon.count() >= 10);
}

#[test]
fn saves_as_editors_do_them() {
    let mut site = Site::new();
    // By renaming, with a hidden temporary file.
    write(site.at("content/.a.md.tmp"), "atomic");
    fs::rename(site.at("content/.a.md.tmp"), site.at("content/a.md")).unwrap();
    site.settle();
    assert_eq!(site.text("content/a.md"), Some("atomic"));
    // As vim does it: a trial file, the old text moved away, a new file, the old one deleted.
    write(site.at("content/4913"), "");
    fs::remove_file(site.at("content/4913")).unwrap();
    write(site.at("content/.a.md.swp"), "swap");
    fs::rename(site.at("content/a.md"), site.at("content/a.md~")).unwrap();
    write(site.at("content/a.md"), "vim");
    fs::remove_file(site.at("content/a.md~")).unwrap();
    site.settle();
    assert_eq!(site.text("content/a.md"), Some("vim"));
    // Emptied first, written a little later.
    let file = fs::File::create(site.at("content/a.md")).unwrap();
    site.settle();
    assert_eq!(site.text("content/a.md"), Some(""));
    std::io::Write::write_all(&mut &file, b"in two steps").unwrap();
    site.settle();
    assert_eq!(site.text("content/a.md"), Some("in two steps"));
}

#[test]
fn a_save_of_the_same_bytes_is_no_change() {
    let mut site = Site::new();
    write(site.at("content/stories/b.md"), "B");
    write(site.at("content/draft.md~"), "left behind");
    write(site.at("public/index.html"), "published again");
    write(site.at("content/a.md"), "other");
    let told = site.settle();
    assert!(told.iter().all(|change| &*change.path == "content/a.md"), "{told:?}");
}

#[test]
fn files_of_new_folders_are_not_missed() {
    let mut site = Site::new();
    for number in 0..100 {
        let folder = site.at(&format!("content/new-{number}/inner"));
        for file in 0..3 {
            write(folder.join(format!("{file}.md")), "new");
        }
        if number % 10 == 0 {
            site.settle();
        }
    }
    site.settle();
    assert_eq!(site.state.len(), 304);
    // And a new file in each of them, now that they are watched or should be.
    for number in 0..100 {
        write(site.at(&format!("content/new-{number}/inner/later.md")), "later");
    }
    site.settle();
    assert_eq!(site.state.len(), 404);
}

#[test]
fn folders_come_move_and_go() {
    let mut site = Site::new();
    let outside = site.temporary.path().join("outside");
    write(outside.join("deep/d.md"), "D");
    fs::rename(&outside, site.at("content/inside")).unwrap();
    site.settle();
    assert_eq!(site.text("content/inside/deep/d.md"), Some("D"));

    fs::rename(site.at("content/inside"), site.at("content/elsewhere")).unwrap();
    site.settle();
    assert_eq!(site.text("content/inside/deep/d.md"), None);
    write(site.at("content/elsewhere/deep/d.md"), "D in its new place");
    site.settle();
    assert_eq!(site.text("content/elsewhere/deep/d.md"), Some("D in its new place"));

    fs::remove_dir_all(site.at("content/elsewhere")).unwrap();
    write(site.at("content/elsewhere/deep/d.md"), "again");
    site.settle();
    assert_eq!(site.text("content/elsewhere/deep/d.md"), Some("again"));

    // A folder becomes a file, and a file becomes a folder.
    fs::remove_dir_all(site.at("content/elsewhere")).unwrap();
    write(site.at("content/elsewhere"), "a file");
    fs::remove_file(site.at("content/a.md")).unwrap();
    write(site.at("content/a.md/inner.md"), "inner");
    site.settle();
    assert_eq!(site.text("content/a.md/inner.md"), Some("inner"));
    assert!(site.state.contains_key("content/elsewhere"));
}

#[test]
fn top_folders_and_settings_come_and_go() {
    let mut site = Site::new();
    write(site.at("themes/own/theme.yaml"), "name: own");
    site.settle();
    write(site.at("themes/own/theme.yaml"), "name: other");
    site.settle();
    assert_eq!(site.text("themes/own/theme.yaml"), Some("name: other"));

    write(site.at("site.yaml.new"), "name: B");
    fs::rename(site.at("site.yaml.new"), site.at("site.yaml")).unwrap();
    site.settle();
    assert_eq!(site.text("site.yaml"), Some("name: B"));
    fs::remove_file(site.at("site.yaml")).unwrap();
    site.settle();
    assert_eq!(site.text("site.yaml"), None);

    fs::rename(site.at("content"), site.at("contents")).unwrap();
    site.settle();
    assert!(!site.state.keys().any(|path| path.starts_with("content")));
    fs::rename(site.at("contents"), site.at("content")).unwrap();
    site.settle();
    write(site.at("content/stories/b.md"), "B again");
    site.settle();
    assert_eq!(site.text("content/stories/b.md"), Some("B again"));
}

#[test]
fn a_site_that_is_replaced_is_watched_again() {
    let mut site = Site::new();
    let before = site.state.clone();
    let away = site.temporary.path().join("away");
    fs::rename(&site.root, &away).unwrap();
    // What cannot be reached is not gone.
    let changes = site.watch.next(&mut site.folder, Duration::from_millis(300));
    apply(&mut site.state, &changes);
    assert_eq!(site.state, before);

    write(site.at("site.yaml"), "name: Another");
    write(site.at("content/new/a.md"), "another");
    site.settle();
    assert_eq!(site.state.len(), 2);
    for number in 0..5 {
        write(site.at("content/new/a.md"), &format!("{number}"));
        site.settle();
    }
    assert_eq!(site.text("content/new/a.md"), Some("4"));
}

#[test]
fn a_thousand_files_at_once() {
    let mut site = Site::new();
    for number in 0..1000 {
        write(site.at(&format!("content/many/{}.md", number % 250)), &format!("{number}"));
    }
    site.settle();
    assert_eq!(site.text("content/many/249.md"), Some("999"));
    fs::remove_dir_all(site.at("content/many")).unwrap();
    site.settle();
    assert_eq!(site.state.len(), 4);
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_site_and_told_elsewhere() {
    use std::os::unix::fs::symlink;
    let mut site = Site::new();
    write(site.temporary.path().join("private.txt"), "private");
    symlink("../../private.txt", site.at("content/out.txt")).unwrap();
    symlink("stories/b.md", site.at("content/in.md")).unwrap();
    symlink(site.temporary.path(), site.at("data")).unwrap();
    site.settle();
    assert!(matches!(site.state["content/out.txt"], FileContent::LeftOut(_)));
    assert!(matches!(site.state["data"], FileContent::LeftOut(_)));
    assert_eq!(site.text("content/in.md"), Some("B"));
    write(site.at("content/stories/b.md"), "B by two names");
    site.settle();
    assert_eq!(site.text("content/in.md"), Some("B by two names"));
    symlink("content/stories", site.at("themes")).unwrap();
    site.settle();
    write(site.at("content/stories/new.md"), "new");
    site.settle();
    assert!(site.state.contains_key("themes/new.md"));
    fs::remove_file(site.at("content/out.txt")).unwrap();
    write(site.at("content/out.txt"), "a file");
    site.settle();
    assert!(matches!(site.state["content/out.txt"], FileContent::Asset(_)));
}

#[test]
fn waiting_ends_when_it_should() {
    let mut site = Site::new();
    let begun = Instant::now();
    assert!(site.watch.next(&mut site.folder, Duration::ZERO).is_empty());
    let waker = site.watch.waker();
    let other = std::thread::spawn(move || waker.wake());
    assert!(site.watch.next(&mut site.folder, Duration::MAX).is_empty());
    other.join().unwrap();
    assert!(begun.elapsed() < PATIENCE);

    // Looked at just now, so there is nothing to do until something happens.
    let begun = Instant::now();
    while site.watch.pending() && begun.elapsed() < PATIENCE {
        site.watch.next(&mut site.folder, Duration::ZERO);
    }
    assert!(!site.watch.pending());
    write(site.at("content/a.md"), "pending");
    while !site.watch.pending() {
        assert!(begun.elapsed() < PATIENCE);
        std::thread::yield_now();
    }
    site.settle();
}

/// A second write may leave length and, where clocks are coarse, times as they were, and is found all the same.
#[test]
fn two_writes_in_one_moment_are_told_apart() {
    let temporary = tempfile::tempdir().unwrap();
    let path = temporary.path().join("content/a.md");
    write(&path, "0000");
    let mut folder = Folder::new(temporary.path());
    folder.open().unwrap();
    for number in 1..200 {
        write(&path, &format!("{number:04}"));
        let changes = folder.sweep();
        assert_eq!(changes.len(), 1, "{number}");
    }
    assert!(folder.sweep().is_empty());
}

/// A folder so deep that the system will not open it stands for all that cannot be read.
#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_an_error_at_first_and_a_message_later() {
    use rustix::fs::{CWD, Mode, OFlags, mkdirat, openat};
    let site = tempfile::tempdir().unwrap();
    write(site.path().join("content/a.md"), "A");
    let mut folder = Folder::new(site.path());
    let mut state = State::new();
    apply(&mut state, &folder.open().unwrap());

    let name = "d".repeat(250);
    let deep = site.path().join("content").join(&name);
    let mut here = openat(CWD, site.path().join("content"), OFlags::DIRECTORY, Mode::empty()).unwrap();
    for _ in 0..20 {
        mkdirat(&here, &*name, Mode::RWXU).unwrap();
        here = openat(&here, &*name, OFlags::DIRECTORY, Mode::empty()).unwrap();
    }
    assert!(Folder::new(site.path()).open().is_err());
    let left_out = |state: &State| state.values().filter(|it| matches!(it, FileContent::LeftOut(_))).count();
    apply(&mut state, &folder.look_at(std::slice::from_ref(&deep)));
    assert_eq!((state.len(), left_out(&state)), (2, 1));
    assert!(folder.sweep().is_empty());
    fs::remove_dir_all(&deep).unwrap();
    apply(&mut state, &folder.sweep());
    assert_eq!(state, fresh(site.path()));
}

#[test]
fn a_published_folder_inside_is_no_part_of_the_site() {
    let site = tempfile::tempdir().unwrap();
    write(site.path().join("static/a.txt"), "A");
    let output = site.path().join("static/old");
    write(output.join("index.html"), "published");
    let mut folder = Folder::new(site.path()).without(std::slice::from_ref(&output));
    assert_eq!(folder.open().unwrap().len(), 1);
    write(output.join("more.html"), "more");
    assert!(folder.sweep().is_empty());
    assert!(folder.look_at(&[output.join("more.html"), output]).is_empty());
}

#[test]
fn an_edition_tells_what_is_left_out_as_long_as_it_is() {
    let path: handbill::diagnostic::SitePath = "content/about.md".into();
    let place = handbill::diagnostic::Place::file(&path);
    let told = handbill::diagnostic::Diagnostic::new(handbill::diagnostic::Code::FileLeftOut, place, "left out");
    let mut session = Session::new(Options {
        base_url: None,
        drafts: handbill::site::Drafts::LeftOut,
        today: Today::Date(jiff::civil::date(2026, 11, 24)),
    });
    let settings = FileContent::Text("name: A\nlang: en\ncontact: a@b.example\n".into());
    let page = FileContent::Text("---\ntitle: About\n---\nUs.".into());
    session.apply([Change { path: "site.yaml".into(), content: Some(settings) }]);
    for (content, documents, messages) in
        [(Some(page.clone()), 1, 0), (Some(FileContent::LeftOut(told.clone())), 0, 1), (Some(page), 1, 0), (None, 0, 0)]
    {
        session.apply([Change { path: path.clone(), content }]);
        let edition = session.edition();
        assert_eq!(edition.documents.len(), documents);
        assert_eq!(edition.diagnostics.iter().filter(|diagnostic| **diagnostic == told).count(), messages);
    }
}

/// Something that is done to a folder: what, where, where to, with which text.
type Step = (usize, usize, usize, usize);

const NAMES: [&str; 7] = ["a.md", "b", "C.css", "e\u{301}.md", "é.md", "d", ".hidden"];

/// One of all paths that the steps use.
fn place(root: &Path, number: usize) -> PathBuf {
    let count = NAMES.len();
    let top = ["content", "static", "styles"][number % 3];
    let number = number / 3;
    match number % 8 {
        0 => root.join("site.yaml"),
        1 => root.join(top),
        2..=4 => root.join(top).join(NAMES[number / 8 % count]),
        _ => root.join(top).join(NAMES[number / 8 % count]).join(NAMES[number / 8 / count % count]),
    }
}

/// Does it, if it can be done, and says which paths a watcher names.
fn step(root: &Path, (what, here, there, text): Step) -> Vec<PathBuf> {
    let (here, there) = (place(root, here), place(root, there));
    let text = ["", "one", "two", "a longer text"][text % 4];
    let parent = |path: &Path| path.parent().unwrap().to_owned();
    let mut touched = real(root, [&here, &there]);
    // What fails has changed nothing, but for the folders around it.
    match what {
        0..=3 => drop(fs::create_dir_all(parent(&here)).and_then(|()| fs::write(&here, text))),
        4 => drop(fs::remove_file(&here)),
        5 => drop(fs::remove_dir_all(&here)),
        6 | 7 => drop(fs::create_dir_all(parent(&there)).and_then(|()| fs::rename(&here, &there))),
        8 => drop(fs::copy(&here, &there)),
        9 => {
            let file = fs::File::options().append(true).open(&here);
            drop(file.and_then(|file| file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_000_000))));
        }
        _ => {
            #[cfg(unix)]
            drop(std::os::unix::fs::symlink(&there, &here));
        }
    }
    touched.extend(real(root, [&here, &there]));
    touched
}

/// The paths, the uppermost folders that are missing for them, and the same where no link leads to them: events name
/// those.
fn real(root: &Path, paths: [&Path; 2]) -> Vec<PathBuf> {
    let missing = |path: &&Path| *path != root && path.symlink_metadata().is_err();
    let with_folder = paths.into_iter().flat_map(|path| {
        let folder = path.ancestors().take_while(missing).last().unwrap_or(path);
        [path.to_owned(), folder.to_owned()]
    });
    let all = with_folder.flat_map(|path| {
        let behind = path.canonicalize().ok();
        let folder = path.parent().and_then(|parent| Some(parent.canonicalize().ok()?.join(path.file_name()?)));
        [Some(path), behind, folder].into_iter().flatten()
    });
    all.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn all_changes_together_are_the_folder_as_it_is(
        steps in prop::collection::vec(((0..11usize, 0..1200usize, 0..1200usize, 0..4usize), 0..4usize), 1..40)
    ) {
        let temporary = tempfile::tempdir().unwrap();
        let root = temporary.path().join("site");
        write(root.join("content/d/a.md"), "one");
        let mut folder = Folder::new(&root);
        let mut state = State::new();
        apply(&mut state, &folder.open().unwrap());
        let mut touched = vec![];
        for (done, how) in steps {
            touched.extend(step(&root, done));
            touched.retain(|path| path != &root);
            match how {
                0 => apply(&mut state, &folder.sweep()),
                1 | 2 => apply(&mut state, &folder.look_at(&touched)),
                _ => continue,
            }
            touched.clear();
            prop_assert_eq!(&state, &fresh(&root), "after {:?}, {}", done, how);
        }
    }
}
