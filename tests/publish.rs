//! Publishing as its caller sees it: what is in the folder and beside it afterwards.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod publish_support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use handbill::diagnostic::Diagnostic;
use handbill::publish::{Content, Failure, Memory, Outcome, Pages, Print, Way, publish, publish_by, published};
use publish_support::{Texts, WAYS, files, foreign_files, names, put, put_foreign_files, tree, workplace};

fn texts(files: &[(&str, &str)]) -> Texts {
    Texts(files.iter().map(|(path, text)| ((*path).to_owned(), Ok(text.as_bytes().to_vec()))).collect())
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

#[test]
fn a_site_is_published_into_a_missing_or_empty_folder() {
    for way in WAYS {
        let (around, folder) = workplace();
        let deep = around.path().join("a/b/public");
        fs::create_dir(&folder).unwrap();
        let site = texts(&[("index.html", "home"), ("stories/hannah/index.html", "Hannah"), ("empty.txt", "")]);
        for folder in [&folder, &deep] {
            let told = AtomicUsize::new(0);
            let result = publish_by(way, folder, &site, None, &|finished| {
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
    let (mut site, mut lists) = (texts(&[("b", "1"), ("a/c", "2"), ("a/b", "3")]), Vec::new());
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
        put(way, &folder, &texts(&[("same", "same"), ("index.html", "one")]));
        let (same, index) = (look(&folder.join("same")), look(&folder.join("index.html")));
        // Whoever holds the old file goes on seeing the old bytes: it is never written into.
        fs::hard_link(folder.join("index.html"), around.path().join("held")).unwrap();
        let result = put(way, &folder, &texts(&[("same", "same"), ("index.html", "two")]));
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
        let site = texts(&[("a", "text"), ("b", "text"), ("c/d", "text")]);
        put(way, &folder, &site);
        fs::write(folder.join("a"), "TEXT").unwrap();
        fs::write(folder.join("b"), "longer").unwrap();
        fs::remove_dir_all(folder.join("c")).unwrap();
        let result = put(way, &folder, &site);
        assert_eq!((result.written, result.unchanged), (3, 0));
        assert_eq!(files(&folder), site.files());
    }
}

/// A site whose files know what they are made from, and note that they were made.
struct Known {
    texts: Texts,
    made: Mutex<Vec<usize>>,
}

impl Pages for Known {
    fn count(&self) -> usize {
        self.texts.count()
    }

    fn path(&self, index: usize) -> &str {
        self.texts.path(index)
    }

    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        self.made.lock().unwrap().push(index);
        self.texts.make(index, buffer)
    }

    fn make_unless(
        &self,
        index: usize,
        known: Option<Print>,
        buffer: &mut Vec<u8>,
    ) -> Result<Outcome, Vec<Diagnostic>> {
        let sum = |text: &Vec<u8>| text.iter().map(|byte| u128::from(*byte)).sum();
        let print = self.texts.0[index].1.as_ref().ok().map(sum).map(|sum| Print { around: sum, shown: sum });
        let content = if known.is_some() && known == print { None } else { Some(self.make(index, buffer)?) };
        Ok(Outcome { content, print })
    }
}

#[test]
fn what_is_remembered_is_not_made_again_unless_somebody_changed_it() {
    for way in WAYS {
        let (around, folder) = workplace();
        let memory = Memory { file: around.path().join("memory/built"), program: "1".to_owned() };
        let put = |files: &[(&str, &str)], memory: &Memory| {
            let site = Known { texts: texts(files), made: Mutex::default() };
            let result = publish_by(way, &folder, &site, Some(memory), &|_| {}).unwrap();
            assert_eq!(crate::files(&folder), site.texts.files());
            let mut made = site.made.into_inner().unwrap();
            made.sort_unstable();
            (result.written, result.unchanged, made)
        };
        let first = [("a", "one"), ("b/c", "two"), ("d", "three")];
        assert_eq!(put(&first, &memory), (3, 0, vec![0, 1, 2]));
        assert_eq!(put(&first, &memory), (0, 3, vec![]));
        let second = [("a", "one"), ("b/c", "other"), ("e", "four")];
        assert_eq!(put(&second, &memory), (2, 1, vec![1, 2]));
        // Somebody writes into the folder: the same length, another time.
        fs::write(folder.join("a"), "eno").unwrap();
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
        fs::File::options().write(true).open(folder.join("a")).unwrap().set_modified(later).unwrap();
        fs::remove_file(folder.join("e")).unwrap();
        assert_eq!(put(&second, &memory), (2, 1, vec![0, 2]));
        assert_eq!(put(&second, &memory), (0, 3, vec![]));
        // Another program may make something else of the same, and without a memory all is compared.
        let other = Memory { program: "2".to_owned(), ..memory.clone() };
        assert_eq!(put(&second, &other), (0, 3, vec![0, 1, 2]));
        fs::remove_dir_all(around.path().join("memory")).unwrap();
        assert_eq!(put(&second, &other), (0, 3, vec![0, 1, 2]));
        // A build without it, in between, wrote other files than are remembered.
        publish_by(way, &folder, &texts(&first), None, &|_| {}).unwrap();
        assert_eq!(put(&second, &other), (2, 1, vec![1, 2]));
    }
}

#[cfg(unix)]
#[test]
fn a_few_changes_of_a_large_folder_touch_nothing_else() {
    use std::os::unix::fs::MetadataExt;
    let (around, folder) = workplace();
    let site = |changed: &str| {
        let page = |number: usize| {
            let text = if number.is_multiple_of(100) { format!("{changed} {number}") } else { number.to_string() };
            (format!("pages/{number}/index.html"), Ok(text.into_bytes()))
        };
        Texts((0..600).map(page).collect())
    };
    publish(&folder, &site("one"), &|_| {}).unwrap();
    fs::write(folder.join("pages/1/notes.txt"), "mine").unwrap();
    let number = |path: &str| fs::metadata(folder.join(path)).unwrap().ino();
    let (whole, page, changed) = (number(""), number("pages/1"), number("pages/100/index.html"));
    let mut next = site("two");
    next.0.retain(|(path, _)| path != "pages/200/index.html");
    next.0.push(("new/one.html".to_owned(), Ok(b"new".to_vec())));
    let result = publish(&folder, &next, &|_| {}).unwrap();
    assert_eq!((result.written, result.removed), (6, vec!["pages/200/index.html".to_owned()]));
    assert_eq!((number(""), number("pages/1")), (whole, page), "the folders are the ones from before");
    assert_ne!(number("pages/100/index.html"), changed);
    let mut expected = next.files();
    expected.insert("pages/1/notes.txt".to_owned(), b"mine".to_vec());
    assert_eq!(files(&folder), expected);
    assert!(!folder.join("pages/200").exists());
    assert_eq!(names(around.path()), ["public"]);
    // Somebody else's file at the address of a new page is no reason to write over it.
    fs::write(folder.join("more.html"), "mine").unwrap();
    next.0.push(("more.html".to_owned(), Ok(b"ours".to_vec())));
    assert!(matches!(publish(&folder, &next, &|_| {}), Err(Failure::Taken { .. })));
    assert_eq!(fs::read(folder.join("more.html")).unwrap(), b"mine");
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn a_page_that_is_gone_vanishes_with_its_folder() {
    for way in WAYS {
        let (around, folder) = workplace();
        put(way, &folder, &texts(&[("index.html", "1"), ("a/b/index.html", "2"), ("a/c", "3"), ("d", "4")]));
        let site = texts(&[("index.html", "1"), ("a/c/e", "3"), ("d", "4")]);
        let result = put(way, &folder, &site);
        assert_eq!(result.removed, ["a/b/index.html", "a/c"]);
        assert_eq!(files(&folder), site.files());
        // And a file where a folder was.
        let site = texts(&[("a", "1")]);
        assert_eq!(put(way, &folder, &site).removed, ["a/c/e", "d", "index.html"]);
        assert_eq!(files(&folder), site.files());
        assert_eq!(names(&folder), [".handbill-files", "a"]);
        assert_eq!(names(around.path()), ["public"]);
    }
}

#[test]
fn what_others_put_there_stays() {
    for way in WAYS {
        let (around, folder) = workplace();
        put(way, &folder, &texts(&[("index.html", "1"), ("gone/index.html", "2")]));
        put_foreign_files(&folder);
        for text in ["1", "2"] {
            // In the second round the site has a page in a folder that is somebody else's by then.
            let site = texts(&[("index.html", text), (if text == "1" { "a" } else { "gone/notes/x" }, text)]);
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
        let failure = publish_by(way, &folder, &texts(&[("a", "")]), None, &|_| {}).unwrap_err();
        assert!(matches!(&failure, Failure::Foreign(path) if path.ends_with("public")), "{failure:?}");
        assert_eq!(tree(around.path()), before);
    }
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let (around, folder) = workplace();
    fs::write(&folder, "mine").unwrap();
    let failure = publish(&folder, &texts(&[("a", "")]), &|_| {}).unwrap_err();
    assert!(matches!(failure, Failure::NotFolder(_)), "{failure:?}");
    assert_eq!(names(around.path()), ["public"]);
}

#[test]
fn a_list_that_cannot_be_read_stops_everything() {
    let (around, folder) = workplace();
    put(Way::Best, &folder, &texts(&[("a", "")]));
    fs::write(folder.join(".handbill-files"), "handbill-files 1\n00000000000000000000000000000000 ../public\n")
        .unwrap();
    let before = tree(around.path());
    for way in WAYS {
        let failure = publish_by(way, &folder, &texts(&[("b", "")]), None, &|_| {}).unwrap_err();
        assert!(matches!(failure, Failure::List { .. }), "{failure:?}");
        assert_eq!(tree(around.path()), before);
    }
}

#[test]
fn an_address_that_others_have_is_refused() {
    for way in WAYS {
        for (theirs, ours) in [("CNAME", "CNAME"), ("about", "about/index.html"), ("about/x/y", "about"), ("e/", "e")] {
            let (around, folder) = workplace();
            put(way, &folder, &texts(&[("index.html", "1")]));
            let path = folder.join(theirs);
            fs::create_dir_all(if theirs.ends_with('/') { &path } else { path.parent().unwrap() }).unwrap();
            if !theirs.ends_with('/') {
                fs::write(&path, "mine").unwrap();
            }
            let before = tree(around.path());
            let failure = publish_by(way, &folder, &texts(&[(ours, "1")]), None, &|_| {}).unwrap_err();
            assert!(matches!(failure, Failure::Taken { .. }), "{failure:?}");
            assert_eq!(tree(around.path()), before);
        }
    }
}

#[test]
fn a_mistake_in_a_page_publishes_nothing() {
    for way in WAYS {
        let (around, folder) = workplace();
        let mut wrong = texts(&[("index.html", "2")]);
        for path in ["b.html", "a.html"] {
            wrong.0.push((path.to_owned(), Err(format!("{path} is wrong"))));
        }
        let refuse = |folder: &Path| {
            let Err(Failure::Pages(diagnostics)) = publish_by(way, folder, &wrong, None, &|_| {}) else {
                panic!("published")
            };
            let messages: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
            assert_eq!(messages, ["b.html is wrong", "a.html is wrong"]);
        };
        refuse(&around.path().join("x/y/public"));
        refuse(&folder);
        assert_eq!(names(around.path()), Vec::<String>::new());
        put(way, &folder, &texts(&[("index.html", "1"), ("c/d", "3")]));
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
            put(way, &folder, &texts(&[("index.html", text)]));
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
    put(Way::Best, &folder, &texts(&[("index.html", "1")]));
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o2750)).unwrap();
    put(Way::Best, &folder, &texts(&[("index.html", "2")]));
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o7777, 0o2750);
}
