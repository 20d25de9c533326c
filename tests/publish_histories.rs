//! Publishing through its histories: builds at the same time, builds that are killed, sites that follow each other.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod publish_support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use handbill::publish::{Way, published};
use proptest::prelude::*;
use publish_support::{Texts, WAYS, files, foreign_files, names, put, put_foreign_files, workplace};

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
                        let way = [Way::Best, Way::Best, Way::Patch, Way::InPlace][thread];
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

/// A larger site in one of four versions, which have same, changed and different files. One has a file where the
/// others have a folder, so that nobody can come from it or to it file by file.
fn version(which: usize) -> Texts {
    let page = |number: usize| {
        let path = match number {
            0 => "index.html".to_owned(),
            1 if which == 0 => "topic".to_owned(),
            1 => "topic/index.html".to_owned(),
            2..100 => format!("same/{}/{number}.html", number % 9),
            100..200 => format!("changed/{number}/index.html"),
            _ => format!("{}/{number}/index.html", ["left", "right"][which % 2]),
        };
        let text = if (2..100).contains(&number) { "same".to_owned() } else { format!("{which} {number}") };
        (path, Ok(text.repeat(200).into_bytes()))
    };
    Texts((0..300).map(page).collect())
}

/// The versions between which sites are published in this way.
fn versions_for(way: Way) -> [Texts; 2] {
    if way == Way::Patch { [version(2), version(3)] } else { [version(0), version(1)] }
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
    let sites = versions_for(way);
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
    let sites: Vec<_> = (0..4).map(version).collect();
    let mut seed = 0x5eed_u64;
    let mut random = |below: u64| {
        // A linear congruential generator: the same moments at each run, as far as a machine has the same moments.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let (around, folder) = workplace();
    let (mut leftovers, mut mixed) = (0, false);
    for round in 0..200 {
        let way = [0, 2, 1, 2, 0, 3][round % 6];
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
        if matches!(WAYS[way], Way::TwoRenames | Way::Patch) {
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
            let site = &versions_for(WAYS[way])[round / 2 % 2];
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
