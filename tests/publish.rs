//! Publishing as its caller sees it: what is in the folder and beside it afterwards, whatever happened before.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use handbill::diagnostic::{Code, Diagnostic, Place};
use handbill::publish::{Content, Failure, Pages, Published, Way, publish, publish_by, published};
use proptest::prelude::*;
use tempfile::TempDir;

const WAYS: [Way; 3] = [Way::Best, Way::TwoRenames, Way::InPlace];

/// A site in memory; a page that is an error is one that cannot be made.
#[derive(Clone, Debug, Default, PartialEq)]
struct Texts(Vec<(String, Result<Vec<u8>, String>)>);

impl Texts {
    fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), Ok(text.as_bytes().to_vec()))).collect())
    }

    fn with_mistake(mut self, path: &str) -> Self {
        self.0.push((path.to_owned(), Err(format!("{path} is wrong"))));
        self
    }

    /// The files that are to be in the folder.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.0.iter().map(|(path, bytes)| (path.clone(), bytes.clone().unwrap())).collect()
    }
}

impl Pages for Texts {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn path(&self, index: usize) -> &str {
        &self.0[index].0
    }

    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        assert!(buffer.is_empty(), "the buffer is handed out empty");
        match &self.0[index].1 {
            Ok(bytes) => buffer.extend_from_slice(bytes),
            Err(message) => {
                let place = Place::file(&self.path(index).into());
                return Err(vec![Diagnostic::new(Code::TemplateRender, place, message)]);
            }
        }
        Ok(Content::Buffer)
    }
}

/// Files that are copied from a folder.
struct Copies(Vec<(String, PathBuf)>);

impl Pages for Copies {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn path(&self, index: usize) -> &str {
        &self.0[index].0
    }

    fn make(&self, index: usize, _: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        Ok(Content::File(self.0[index].1.clone()))
    }
}

fn put(way: Way, folder: &Path, site: &impl Pages) -> Published {
    publish_by(way, folder, site, &|_| {}).unwrap()
}

fn workplace() -> (TempDir, PathBuf) {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("public");
    (around, folder)
}

/// Everything below a folder: files with their bytes, links with what they lead to, folders with nothing.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_dir() {
            tree.insert(path + "/", Vec::new());
        } else if entry.file_type().is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            tree.insert(path + "@", target.to_str().unwrap().into());
        } else {
            tree.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    tree
}

/// The files and links below a folder, without folders that hold some and without the list.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    let names: Vec<String> = files.keys().cloned().collect();
    files.retain(|path, _| {
        path != ".handbill-files"
            && !(path.ends_with('/') && names.iter().any(|name| name.starts_with(path) && name != path))
    });
    files
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_site_is_published_into_a_missing_or_empty_folder() {
    for way in WAYS {
        let (around, folder) = workplace();
        let deep = around.path().join("a/b/public");
        fs::create_dir(&folder).unwrap();
        let site = Texts::of(&[("index.html", "home"), ("stories/hannah/index.html", "Hannah"), ("empty.txt", "")]);
        for folder in [&folder, &deep] {
            let told = AtomicUsize::new(0);
            let result = publish_by(way, folder, &site, &|finished| {
                told.fetch_max(finished, Ordering::Relaxed);
            });
            let result = result.unwrap();
            assert_eq!((result.written, result.unchanged, result.removed), (3, 0, vec![]));
            assert_eq!(result.not_atomic.is_some(), way == Way::InPlace || cfg!(not(unix)));
            assert_eq!(told.into_inner(), 3);
            assert_eq!(files(folder), site.files());
            let list = published(folder).unwrap().unwrap();
            assert_eq!(list.paths().collect::<Vec<_>>(), ["empty.txt", "index.html", "stories/hannah/index.html"]);
        }
        assert_eq!(names(around.path()), ["a", "public"]);
        assert_eq!(names(deep.parent().unwrap()), ["public"]);
    }
}

#[test]
fn the_list_is_the_same_each_time() {
    let (_around, folder) = workplace();
    let (mut site, mut lists) = (Texts::of(&[("b", "1"), ("a/c", "2"), ("a/b", "3")]), Vec::new());
    for way in WAYS {
        put(way, &folder, &site);
        lists.push(fs::read(folder.join(".handbill-files")).unwrap());
        site.0.reverse();
    }
    lists.dedup();
    assert_eq!(lists.len(), 1);
}

#[test]
fn nothing_was_published_where_nothing_is() {
    let (around, folder) = workplace();
    assert_eq!(published(&folder).unwrap(), None);
    assert_eq!(published(&folder.join("a/b")).unwrap(), None);
    fs::create_dir(&folder).unwrap();
    assert_eq!(published(&folder).unwrap(), None);
    assert_eq!(names(around.path()), ["public"]);
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_stays_the_file_it_was() {
    use std::os::unix::fs::MetadataExt;
    let look = |path: &Path| fs::metadata(path).map(|file| (file.ino(), file.mtime(), file.mtime_nsec())).unwrap();
    for way in WAYS {
        let (around, folder) = workplace();
        put(way, &folder, &Texts::of(&[("same", "same"), ("index.html", "one")]));
        let (same, index) = (look(&folder.join("same")), look(&folder.join("index.html")));
        // Whoever holds the old file goes on seeing the old bytes: it is never written into.
        fs::hard_link(folder.join("index.html"), around.path().join("held")).unwrap();
        let result = put(way, &folder, &Texts::of(&[("same", "same"), ("index.html", "two")]));
        assert_eq!((result.written, result.unchanged), (1, 1));
        assert_eq!(look(&folder.join("same")), same);
        assert_ne!(look(&folder.join("index.html")).0, index.0);
        assert_eq!(fs::read(around.path().join("held")).unwrap(), b"one");
        assert_eq!(fs::metadata(folder.join("same")).unwrap().nlink(), 1);
    }
}

#[test]
fn a_file_that_somebody_changed_is_published_again() {
    for way in WAYS {
        let (_around, folder) = workplace();
        let site = Texts::of(&[("a", "text"), ("b", "text"), ("c/d", "text")]);
        put(way, &folder, &site);
        fs::write(folder.join("a"), "TEXT").unwrap();
        fs::write(folder.join("b"), "longer").unwrap();
        fs::remove_dir_all(folder.join("c")).unwrap();
        let result = put(way, &folder, &site);
        assert_eq!((result.written, result.unchanged), (3, 0));
        assert_eq!(files(&folder), site.files());
    }
}

#[test]
fn a_page_that_is_gone_vanishes_with_its_folder() {
    for way in WAYS {
        let (around, folder) = workplace();
        put(way, &folder, &Texts::of(&[("index.html", "1"), ("a/b/index.html", "2"), ("a/c", "3"), ("d", "4")]));
        let site = Texts::of(&[("index.html", "1"), ("a/c/e", "3"), ("d", "4")]);
        let result = put(way, &folder, &site);
        assert_eq!(result.removed, ["a/b/index.html", "a/c"]);
        assert_eq!(files(&folder), site.files());
        // And a file where a folder was.
        let site = Texts::of(&[("a", "1")]);
        assert_eq!(put(way, &folder, &site).removed, ["a/c/e", "d", "index.html"]);
        assert_eq!(files(&folder), site.files());
        assert_eq!(names(&folder), [".handbill-files", "a"]);
        assert_eq!(names(around.path()), ["public"]);
    }
}

/// What others put into a folder.
fn put_foreign_files(folder: &Path) {
    fs::create_dir_all(folder.join(".git/objects/ab")).unwrap();
    fs::create_dir_all(folder.join(".git/refs/tags")).unwrap();
    fs::create_dir_all(folder.join("gone/notes")).unwrap();
    for (path, text) in
        [(".git/HEAD", "ref"), (".git/objects/ab/cd", "x"), ("CNAME", "example.org"), ("gone/notes/n", "mine")]
    {
        fs::write(folder.join(path), text).unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../elsewhere", folder.join("link")).unwrap();
}

/// The same as [`files`] tells them.
fn foreign_files() -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = [
        (".git/HEAD", "ref"),
        (".git/objects/ab/cd", "x"),
        (".git/refs/tags/", ""),
        ("CNAME", "example.org"),
        ("gone/notes/n", "mine"),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into()))
    .collect();
    if cfg!(unix) {
        files.insert("link@".to_owned(), "../elsewhere".into());
    }
    files
}

#[test]
fn what_others_put_there_stays() {
    for way in WAYS {
        let (around, folder) = workplace();
        put(way, &folder, &Texts::of(&[("index.html", "1"), ("gone/index.html", "2")]));
        put_foreign_files(&folder);
        for text in ["1", "2"] {
            // In the second round the site has a page in a folder that is somebody else's by then.
            let site = Texts::of(&[("index.html", text), (if text == "1" { "a" } else { "gone/notes/x" }, text)]);
            let result = put(way, &folder, &site);
            assert_eq!(result.kept, Vec::<PathBuf>::new());
            let mut expected = site.files();
            expected.append(&mut foreign_files());
            assert_eq!(files(&folder), expected, "{way:?}");
        }
        assert_eq!(names(around.path()), ["public"]);
    }
}

#[test]
fn a_folder_that_is_not_ours_is_not_touched() {
    for way in WAYS {
        let (around, folder) = workplace();
        put_foreign_files(&folder);
        let before = tree(around.path());
        let failure = publish_by(way, &folder, &Texts::of(&[("a", "")]), &|_| {}).unwrap_err();
        assert!(matches!(&failure, Failure::Foreign(path) if path.ends_with("public")), "{failure:?}");
        assert_eq!(tree(around.path()), before);
    }
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let (around, folder) = workplace();
    fs::write(&folder, "mine").unwrap();
    let failure = publish(&folder, &Texts::of(&[("a", "")]), &|_| {}).unwrap_err();
    assert!(matches!(failure, Failure::NotFolder(_)), "{failure:?}");
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn a_list_that_cannot_be_read_stops_everything() {
    let (around, folder) = workplace();
    put(Way::Best, &folder, &Texts::of(&[("a", "")]));
    fs::write(folder.join(".handbill-files"), "handbill-files 1\n00000000000000000000000000000000 ../public\n")
        .unwrap();
    let before = tree(around.path());
    for way in WAYS {
        let failure = publish_by(way, &folder, &Texts::of(&[("b", "")]), &|_| {}).unwrap_err();
        assert!(matches!(failure, Failure::List { .. }), "{failure:?}");
        assert_eq!(tree(around.path()), before);
    }
}

#[test]
fn an_address_that_others_have_is_refused() {
    for way in WAYS {
        for (theirs, ours) in [("CNAME", "CNAME"), ("about", "about/index.html"), ("about/x/y", "about"), ("e/", "e")] {
            let (around, folder) = workplace();
            put(way, &folder, &Texts::of(&[("index.html", "1")]));
            let path = folder.join(theirs);
            fs::create_dir_all(if theirs.ends_with('/') { &path } else { path.parent().unwrap() }).unwrap();
            if !theirs.ends_with('/') {
                fs::write(&path, "mine").unwrap();
            }
            let before = tree(around.path());
            let failure = publish_by(way, &folder, &Texts::of(&[(ours, "1")]), &|_| {}).unwrap_err();
            assert!(matches!(failure, Failure::Taken { .. }), "{failure:?}");
            assert_eq!(tree(around.path()), before);
        }
    }
}

#[test]
fn a_mistake_in_a_page_publishes_nothing() {
    for way in WAYS {
        let (around, folder) = workplace();
        let wrong = Texts::of(&[("index.html", "2")]).with_mistake("b.html").with_mistake("a.html");
        let refuse = |folder: &Path| {
            let Err(Failure::Pages(diagnostics)) = publish_by(way, folder, &wrong, &|_| {}) else {
                panic!("published")
            };
            let messages: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
            assert_eq!(messages, ["b.html is wrong", "a.html is wrong"]);
        };
        refuse(&around.path().join("x/y/public"));
        refuse(&folder);
        assert_eq!(names(around.path()), Vec::<String>::new());
        put(way, &folder, &Texts::of(&[("index.html", "1"), ("c/d", "3")]));
        put_foreign_files(&folder);
        let before = tree(around.path());
        refuse(&folder);
        assert_eq!(tree(around.path()), before);
    }
}

#[test]
fn a_missing_source_is_a_failure_of_the_machine() {
    let (around, folder) = workplace();
    let source = around.path().join("missing");
    let failure = publish(&folder, &Copies(vec![("a".to_owned(), source.clone())]), &|_| {}).unwrap_err();
    assert!(matches!(failure, Failure::Machine { path, .. } if path == source));
    assert_eq!(names(around.path()), Vec::<String>::new());
}

#[test]
fn files_are_copied_whatever_their_size() {
    for way in WAYS {
        let (around, folder) = workplace();
        let source = |name: &str, size: usize| {
            let path = around.path().join(name);
            fs::write(&path, (0..size).map(|n| (n % 251) as u8).collect::<Vec<_>>()).unwrap();
            (name.to_owned(), path)
        };
        let site =
            Copies(vec![source("empty", 0), source("small", 7), source("edge", 1 << 20), source("large", 3_000_001)]);
        assert_eq!(put(way, &folder, &site).written, 4);
        assert_eq!(put(way, &folder, &site).unchanged, 4);
        source("large", 3_000_000);
        let result = put(way, &folder, &site);
        assert_eq!((result.written, result.unchanged), (1, 3));
        for (name, path) in &site.0 {
            assert!(fs::read(folder.join(name)).unwrap() == fs::read(path).unwrap(), "{name}");
        }
        // Read in one piece or in many, the bytes have one hash.
        let list = published(&folder).unwrap().unwrap();
        let whole = Texts(site.0.iter().map(|(name, path)| (name.clone(), Ok(fs::read(path).unwrap()))).collect());
        assert_eq!(put(way, &folder, &whole).unchanged, 4);
        assert_eq!(published(&folder).unwrap().unwrap(), list);
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_a_link() {
    for way in WAYS {
        let (around, folder) = workplace();
        fs::create_dir_all(around.path().join("www/site")).unwrap();
        std::os::unix::fs::symlink("www/site", &folder).unwrap();
        for text in ["1", "2"] {
            put(way, &folder, &Texts::of(&[("index.html", text)]));
            assert!(folder.is_symlink());
            assert_eq!(fs::read_to_string(around.path().join("www/site/index.html")).unwrap(), text);
        }
        assert_eq!(names(around.path()), ["public", "www"]);
        assert_eq!(names(&around.path().join("www")), ["site"]);
        // Killed between two renames, the link leads nowhere for a while.
        fs::rename(around.path().join("www/site"), around.path().join("www/.site.handbill-old")).unwrap();
        assert!(published(&folder).unwrap().unwrap().contains("index.html"));
        assert_eq!(names(&around.path().join("www")), ["site"]);
    }
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let (_around, folder) = workplace();
    put(Way::Best, &folder, &Texts::of(&[("index.html", "1")]));
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o2750)).unwrap();
    put(Way::Best, &folder, &Texts::of(&[("index.html", "2")]));
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn builds_at_the_same_time_leave_one_whole_site() {
    let (around, folder) = workplace();
    let sites = [version(0), version(1)];
    put(Way::Best, &folder, &sites[0]);
    put_foreign_files(&folder);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // Somebody who reads all the time finds a page at every moment.
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(Ordering::Relaxed) {
                fs::read(folder.join("index.html")).unwrap();
                reads += 1;
            }
            reads
        });
        let builds: Vec<_> = (0..4)
            .map(|thread| {
                let (sites, folder) = (&sites, &folder);
                scope.spawn(move || {
                    for round in 0..6 {
                        let way = if thread == 3 { Way::InPlace } else { Way::Best };
                        put(way, folder, &sites[(thread + round) % 2]);
                    }
                })
            })
            .collect();
        builds.into_iter().for_each(|build| build.join().unwrap());
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
    assert!(is_one_of(&sites, &folder, &foreign_files()));
    assert_eq!(names(around.path()), ["public"]);
}

/// A larger site in one of two versions, which have same, changed and different files, and a folder where the other
/// has a file.
fn version(which: usize) -> Texts {
    let page = |number: usize| {
        let path = match number {
            0 => "index.html".to_owned(),
            1 => ["topic", "topic/index.html"][which].to_owned(),
            2..100 => format!("same/{}/{number}.html", number % 9),
            100..200 => format!("changed/{number}/index.html"),
            _ => format!("{}/{number}/index.html", ["left", "right"][which]),
        };
        let text = if (2..100).contains(&number) { "same".to_owned() } else { format!("{which} {number}") };
        (path, Ok(text.repeat(200).into_bytes()))
    };
    Texts((0..300).map(page).collect())
}

fn is_one_of(sites: &[Texts], folder: &Path, foreign: &BTreeMap<String, Vec<u8>>) -> bool {
    let found = files(folder);
    sites.iter().any(|site| {
        let mut expected = site.files();
        expected.append(&mut foreign.clone());
        found == expected
    })
}

/// Publishes for ever, for [`a_killed_build_leaves_a_whole_site`].
#[test]
fn child_that_is_killed() {
    let Ok(folder) = std::env::var("HANDBILL_TEST_PUBLISH_INTO") else { return };
    let way = WAYS[std::env::var("HANDBILL_TEST_WAY").unwrap().parse::<usize>().unwrap()];
    let sites = [version(0), version(1)];
    eprintln!("ready");
    for round in 0.. {
        put(way, Path::new(&folder), &sites[round % 2]);
    }
}

#[cfg(unix)]
#[test]
fn a_killed_build_leaves_a_whole_site() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let sites = [version(0), version(1)];
    let mut seed = 0x5eed_u64;
    let mut random = |below: u64| {
        // A linear congruential generator: the same moments at each run, as far as a machine has the same moments.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let (around, folder) = workplace();
    let (mut leftovers, mut mixed) = (0, false);
    for round in 0..200 {
        let way = if round % 5 < 3 { 0 } else { round % 5 - 2 };
        let first = round % 20 == 19;
        if first {
            // A first build is killed too, with nothing there before.
            put(Way::Best, &folder, &sites[0]);
            fs::remove_dir_all(&folder).unwrap();
        } else if !folder.join("CNAME").exists() {
            put(Way::Best, &folder, &sites[0]);
            put_foreign_files(&folder);
        }
        let foreign = if first { BTreeMap::new() } else { foreign_files() };

        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_is_killed", "--nocapture", "--test-threads=1"])
            .env("HANDBILL_TEST_PUBLISH_INTO", &folder)
            .env("HANDBILL_TEST_WAY", way.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        while line.trim() != "ready" {
            line.clear();
            assert_ne!(stderr.read_line(&mut line).unwrap(), 0, "the child ended");
        }
        std::thread::sleep(std::time::Duration::from_micros(random(60_000)));
        child.kill().unwrap();
        let status = child.wait().unwrap();
        assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(9), "the child failed by itself");

        leftovers += usize::from(names(around.path()) != ["public"]);
        if WAYS[way] == Way::TwoRenames {
            published(&folder).unwrap();
        }
        // Where files were replaced one by one, it is mixed until the next build is through.
        mixed |= WAYS[way] == Way::InPlace;
        // Without a first site there may be none at all.
        if !mixed && (!first || folder.exists()) {
            assert!(is_one_of(&sites, &folder, &foreign), "round {round}, {way}");
        }
        // Every other time it is the next child that finds what this one left.
        if round % 2 == 0 || first {
            let site = &sites[round / 2 % 2];
            put(WAYS[way], &folder, site);
            assert!(is_one_of(std::slice::from_ref(site), &folder, &foreign), "round {round}, {way}");
            assert_eq!(names(around.path()), ["public"], "round {round}, {way}");
            mixed = false;
        }
    }
    assert!(leftovers > 50, "only {leftovers} builds were killed while they worked");
}

/// Sites of a few files that often share addresses and bytes.
fn small_site() -> impl Strategy<Value = Texts> {
    let address =
        prop::sample::select(vec!["index.html", "a", "a/b", "a/b/c", "b/index.html", "b/c", "ü/x y.txt", "gone/x"]);
    prop::collection::btree_map(address, 0_u8..3, 0..6).prop_map(|files| {
        let blocked = |path: &str| files.keys().any(|other| path.starts_with(&format!("{other}/")));
        let files = files.iter().filter(|(path, _)| !blocked(path));
        Texts(files.map(|(path, text)| ((*path).to_owned(), Ok(vec![*text; 3]))).collect())
    })
}

/// What somebody else does to the folder between two builds.
#[derive(Clone, Debug)]
enum Deed {
    Nothing,
    Change,
    Remove,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![Just(Deed::Nothing), Just(Deed::Change), Just(Deed::Remove)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_folder_always_equals_the_last_site_and_what_others_put_there(
        history in prop::collection::vec((small_site(), prop::sample::select(&WAYS[..]), deed()), 1..8),
    ) {
        let (around, folder) = workplace();
        put(Way::Best, &folder, &Texts::default());
        put_foreign_files(&folder);
        let mut last = Texts::default();
        for (site, way, deed) in history {
            for (path, _) in last.0.iter().step_by(2) {
                match deed {
                    Deed::Nothing => {}
                    Deed::Change => fs::write(folder.join(path), "changed").unwrap(),
                    Deed::Remove => fs::remove_file(folder.join(path)).unwrap(),
                }
            }
            let result = put(way, &folder, &site);
            let mut expected = site.files();
            expected.append(&mut foreign_files());
            prop_assert_eq!(files(&folder), expected);
            prop_assert_eq!(names(around.path()), ["public"]);
            prop_assert_eq!(result.written + result.unchanged, site.0.len());
            let addresses = |site: &Texts| site.0.iter().map(|(path, _)| path.clone()).collect::<std::collections::BTreeSet<_>>();
            let gone: Vec<String> = addresses(&last).difference(&addresses(&site)).cloned().collect();
            prop_assert_eq!(result.removed, gone);
            last = site;
        }
    }
}
