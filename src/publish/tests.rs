//! What only shows inside: addresses, and what a build finds that was killed, or disturbed, at an exact moment.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;
use super::{address::Addresses, places::Places, standing::Standing};

/// A site in memory.
struct Texts(Vec<(&'static str, &'static str)>);

impl Pages for Texts {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn path(&self, index: usize) -> &str {
        self.0[index].0
    }

    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        buffer.extend_from_slice(self.0[index].1.as_bytes());
        Ok(Content::Buffer)
    }
}

const OLD: [(&str, &str); 2] = [("index.html", "old"), ("gone/index.html", "gone")];
const NEW: [(&str, &str); 2] = [("index.html", "new"), ("more/index.html", "more")];

fn put(site: &[(&'static str, &'static str)], folder: &Path) -> Published {
    publish(folder, &Texts(site.to_vec()), &|_| {}).unwrap()
}

/// A folder with the old site in it, and a foreign file.
fn published_before() -> (TempDir, PathBuf) {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("public");
    put(&OLD, &folder);
    fs::write(folder.join("CNAME"), "example.org").unwrap();
    (around, folder)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn text(path: PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn an_unsafe_address_is_refused() {
    for path in [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        "a\\b",
        "a\0b",
        "a\nb",
        ".handbill-files",
        ".handbill-new",
        ".handbill-new/x",
        ".handbill-lock",
        ".handbill-unfinished",
    ] {
        let failure = Addresses::of(&Texts(vec![(path, "")])).err().unwrap();
        assert!(matches!(failure, Failure::Address { .. }), "{path:?}: {failure:?}");
    }
    for path in ["a", "a/b.html", ".well-known/security.txt", "a/.handbill-files", "…/ü b", "a..b/..c"] {
        assert!(Addresses::of(&Texts(vec![(path, "")])).is_ok(), "{path}");
    }
}

#[test]
fn two_files_in_each_others_way_are_refused() {
    assert!(Addresses::of(&Texts(vec![("a", ""), ("a", "")])).is_err());
    assert!(Addresses::of(&Texts(vec![("a/b/c", ""), ("a/b", "")])).is_err());
    assert!(Addresses::of(&Texts(vec![("a/b", ""), ("a/c", ""), ("ab", "")])).is_ok());
}

#[cfg(unix)]
#[test]
fn a_folder_without_its_name_between_two_renames_is_put_back() {
    let (around, folder) = published_before();
    // The new one is whole, and the old one has made way for it.
    put(&NEW, &around.path().join(".public.handbill-new"));
    fs::rename(&folder, around.path().join(".public.handbill-old")).unwrap();

    assert!(published(&folder).unwrap().unwrap().contains("gone/index.html"));
    assert_eq!(text(folder.join("index.html")), "old");
    assert_eq!(put(&NEW, &folder).removed, ["gone/index.html"]);
    assert_eq!(text(folder.join("CNAME")), "example.org");
    assert_eq!(names(around.path()), ["public"]);
}

#[cfg(unix)]
#[test]
fn an_old_folder_that_was_not_taken_away_wholly_is_taken_away() {
    for name in [".public.handbill-new", ".public.handbill-old"] {
        let (around, folder) = published_before();
        let old = around.path().join(name);
        fs::rename(&folder, &old).unwrap();
        fs::remove_file(old.join("index.html")).unwrap();
        put(&NEW, &around.path().join("other"));
        fs::rename(around.path().join("other"), &folder).unwrap();
        fs::write(folder.join("CNAME"), "example.org").unwrap();

        put(&NEW, &folder);
        assert_eq!(names(around.path()), ["public"]);
        assert_eq!(names(&folder), [".handbill-files", "CNAME", "index.html", "more"]);
    }
}

#[cfg(unix)]
#[test]
fn leftovers_at_every_early_moment_are_cleared_away() {
    let (around, folder) = published_before();
    let new = around.path().join(".public.handbill-new");
    let moments: [&dyn Fn(); 4] = [
        &|| fs::create_dir(&new).unwrap(),
        &|| {
            fs::create_dir(&new).unwrap();
            fs::write(new.join(".handbill-unfinished"), "").unwrap();
        },
        &|| {
            fs::create_dir_all(new.join("a/b")).unwrap();
            fs::write(new.join(".handbill-unfinished"), "").unwrap();
            fs::write(new.join("a/b/c"), "").unwrap();
            fs::write(new.join(".handbill-files"), "handbill-fi").unwrap();
        },
        &|| fs::create_dir(around.path().join(".public.handbill-old")).unwrap(),
    ];
    for leave in moments {
        leave();
        fs::write(around.path().join(".public.handbill-lock"), "").unwrap();
        put(&OLD, &folder);
        assert_eq!(names(around.path()), ["public"]);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_our_name_that_is_not_ours_is_refused() {
    for name in [".public.handbill-new", ".public.handbill-old", "public/.handbill-new"] {
        let (around, folder) = published_before();
        let strange = around.path().join(name);
        fs::create_dir(&strange).unwrap();
        fs::write(strange.join("diary.txt"), "mine").unwrap();
        let failure = publish(&folder, &Texts(NEW.to_vec()), &|_| {}).unwrap_err();
        assert!(matches!(failure, Failure::NotOurs(_)), "{failure:?}");
        assert_eq!(text(strange.join("diary.txt")), "mine");
        assert_eq!(text(folder.join("index.html")), "old");
    }
}

#[cfg(unix)]
#[test]
fn what_appears_in_the_old_folder_at_the_last_moment_is_not_lost() {
    let (around, folder) = published_before();
    let old = around.path().join(".public.handbill-new");
    fs::rename(&folder, &old).unwrap();
    put(&NEW, &around.path().join("other"));
    fs::rename(around.path().join("other"), &folder).unwrap();
    // Carried over, and then replaced in the old folder; so the old folder has the later one.
    fs::write(folder.join("CNAME"), "example.com").unwrap();
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    fs::File::options().write(true).open(old.join("CNAME")).unwrap().set_modified(later).unwrap();
    fs::create_dir_all(old.join("diary/empty")).unwrap();
    fs::write(old.join("diary/today.txt"), "mine").unwrap();
    fs::write(old.join("more"), "a file where the site has a folder").unwrap();
    fs::create_dir(old.join("index.html.d")).unwrap();

    let places = Places::create(&folder).unwrap();
    let kept = retire::retire(&old, &places).unwrap();
    assert_eq!(kept, [places.kept.join("more")]);
    assert_eq!(text(kept[0].clone()), "a file where the site has a folder");
    assert_eq!(text(folder.join("CNAME")), "example.org");
    assert_eq!(text(folder.join("diary/today.txt")), "mine");
    assert!(folder.join("diary/empty").is_dir());
    assert_eq!(text(folder.join("index.html")), "new");
    assert_eq!(names(around.path()), ["public", "public.handbill-kept"]);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_folder_leads_nobody_out() {
    for way in [Way::Best, Way::TwoRenames, Way::Patch, Way::InPlace] {
        let (around, folder) = published_before();
        let mine = around.path().join("mine");
        fs::create_dir(&mine).unwrap();
        fs::write(mine.join("index.html"), "gone").unwrap();
        fs::remove_dir_all(folder.join("gone")).unwrap();
        std::os::unix::fs::symlink(&mine, folder.join("gone")).unwrap();

        // The site has files behind the link: refused. It has none any more: the link stays, as does what it leads to.
        let failure = publish_by(way, &folder, &Texts(OLD.to_vec()), None, &|_| {}).unwrap_err();
        assert!(matches!(&failure, Failure::Taken { path, .. } if path == Path::new("gone")), "{failure:?}");
        publish_by(way, &folder, &Texts(NEW.to_vec()), None, &|_| {}).unwrap();
        assert_eq!(text(mine.join("index.html")), "gone");
        assert!(folder.join("gone").is_symlink());
        assert_eq!(names(around.path()), ["mine", "public"]);
    }
}

#[test]
fn the_standing_folder_is_told_apart() {
    let (_around, folder) = published_before();
    fs::create_dir_all(folder.join("gone/drafts")).unwrap();
    fs::write(folder.join("gone/notes.txt"), "").unwrap();
    fs::write(folder.join(".handbill-lock"), "").unwrap();
    let mut standing = Standing::read(&folder).unwrap().unwrap();
    standing.ours.sort();
    standing.foreign.sort();
    assert_eq!(standing.ours, [Path::new("gone/index.html"), Path::new("index.html")]);
    let foreign: Vec<_> = standing.foreign.iter().map(|foreign| foreign.path.to_str().unwrap()).collect();
    assert_eq!(foreign, ["CNAME", "gone/drafts", "gone/notes.txt"]);
}

#[test]
fn a_lock_is_waited_for_and_leaves_nothing() {
    let around = tempfile::tempdir().unwrap();
    let path = around.path().join("lock");
    let (inside, most) = (std::sync::atomic::AtomicUsize::new(0), std::sync::atomic::AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let _lock = lock::Lock::take(&path).unwrap();
                    let now = inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1;
                    most.fetch_max(now, std::sync::atomic::Ordering::SeqCst);
                    std::thread::yield_now();
                    inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(most.into_inner(), 1);
    assert!(cfg!(not(unix)) || names(around.path()).is_empty());
}
