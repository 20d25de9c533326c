//! Holds the table of `ARCHITECTURE.md`: who may use whom, what each module says of itself, how long a file may be.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of `src/`, and the parts that it may use.
const LAYERS: [(&str, &[&str]); 18] = [
    ("diagnostic", &[]),
    ("source", &["diagnostic"]),
    ("content", &["source", "diagnostic"]),
    ("terms", &["content", "diagnostic"]),
    ("site", &["content", "terms", "source", "diagnostic"]),
    ("plan", &["site", "content", "diagnostic"]),
    ("view", &["plan", "site", "content", "source", "diagnostic"]),
    ("theme", &["view", "source", "diagnostic", "content::slug"]),
    ("export", &["view", "plan", "site", "content"]),
    (
        "session",
        &[
            "export",
            "finish",
            "theme",
            "view",
            "plan",
            "site",
            "terms",
            "content",
            "source",
            "diagnostic",
            // Publishing asks for its files through this trait alone, so that it knows nothing of editions.
            "publish::{Content, Outcome, Pages, Print}",
            "publish::Content",
            "publish::Pages",
        ],
    ),
    ("lint", &["session", "plan", "site", "content", "diagnostic", "theme"]),
    // Bytes and addresses only, and which way up a camera held a picture.
    ("finish", &["source"]),
    ("publish", &["diagnostic"]),
    ("serve", &["session", "publish::Content", "finish", "view", "plan", "site", "content", "source", "diagnostic"]),
    ("outside", &["session", "content", "diagnostic"]),
    ("explain", &["diagnostic"]),
    ("commands", &["*"]),
    ("cli", &["*"]),
];

#[test]
fn every_part_uses_only_the_parts_below_it() {
    let mut wrong = String::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| !is_for_tests(path)) {
        let part = part(&path);
        let Some((_, may)) = LAYERS.iter().find(|(name, _)| *name == part) else {
            if !matches!(part.as_str(), "lib" | "main") {
                wrong.push_str(&format!("{path}: `{part}` is not in the table of layers\n"));
            }
            continue;
        };
        let code = without_comments(&text);
        for (line, used) in used(&code) {
            let name = used.split("::").next().unwrap_or(used);
            let allowed = *may == ["*"]
                || name == part
                || may.iter().any(|may| *may == name || used.starts_with(may) && may.contains("::"));
            // Macros of the crate are named without their module.
            let known = LAYERS.iter().any(|(layer, _)| *layer == name);
            if known && !allowed {
                let used: String = used.chars().take(40).collect();
                wrong.push_str(&format!("{path}:{line}: {part} may not use {name} (`crate::{used}`)\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_module_opens_with_a_sentence() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        let opening: String =
            text.lines().take_while(|line| line.starts_with("//!")).map(|line| format!("{} ", &line[3..])).collect();
        if !opening.trim_start().starts_with(|c: char| c.is_uppercase() || "`\"[".contains(c)) || !opening.contains('.')
        {
            wrong.push_str(&format!("{path} does not open with a sentence (`//! …`)\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn no_file_is_long_without_a_reason() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        let lines = text.lines().count();
        if lines > 400 && !text.lines().any(|line| line.starts_with("//! Long because: ")) {
            wrong.push_str(&format!("{path} has {lines} lines and no line `//! Long because: …`\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// All files of `src/`, with their paths from there.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path: &PathBuf| path.extension().is_some_and(|end| end == "rs"));
    let named = files.map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).unwrap())
    });
    named.collect()
}

/// Tests may use what they like to set something up.
fn is_for_tests(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".rs");
    matches!(name, "laws" | "testing" | "tests") || name.ends_with("_tests")
}

fn part(path: &str) -> String {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs").to_owned()
}

/// The text with comments blanked out: documentation may name what code may not use.
fn without_comments(text: &str) -> String {
    let lines = text.lines().map(|line| match line.trim_start() {
        comment if comment.starts_with("//") => "",
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What follows each `crate::`, with its line; `use crate::{a, b}` is each of them.
fn used(code: &str) -> Vec<(usize, &str)> {
    let mut found = vec![];
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            found.push((line, rest));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (index, sign) in group.char_indices() {
            match sign {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    found.push((line, group[start..index].trim()));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    found.push((line, group[start..index].trim()));
                    start = index + 1;
                }
                _ => {}
            }
        }
    }
    found
}
