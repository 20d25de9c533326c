//! Shows what would change: each file's name, and the lines that go and come.

use crate::commands::telling::has_colour;
use crate::diagnostic::visible_line;
use crate::session::MendedFile;
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;
use std::io::IsTerminal;

/// How many lines are shown around a change.
const AROUND: usize = 2;

const BOLD: &str = "1";
const RED: &str = "31";
const GREEN: &str = "32";
const CYAN: &str = "36";

/// The changes as a unified diff, with colours where they are seen.
pub(super) fn drawn(files: &[MendedFile]) -> String {
    let paint = paint(has_colour(std::io::stdout().is_terminal()));
    let mut text = String::new();
    for file in files {
        let _ = writeln!(text, "{}", paint(BOLD, &format!("--- {}", visible_line(&file.path))));
        let _ = writeln!(text, "{}", paint(BOLD, &format!("+++ {}", visible_line(&file.path))));
        let diff = TextDiff::from_lines(&*file.before, &*file.after);
        for hunk in diff.unified_diff().context_radius(AROUND).iter_hunks() {
            let _ = writeln!(text, "{}", paint(CYAN, hunk.header().to_string().trim_end()));
            for change in hunk.iter_changes() {
                let line = visible_line(change.value().trim_end_matches(['\n', '\r']));
                let _ = match change.tag() {
                    ChangeTag::Equal => writeln!(text, " {line}"),
                    ChangeTag::Delete => writeln!(text, "{}", paint(RED, &format!("-{line}"))),
                    ChangeTag::Insert => writeln!(text, "{}", paint(GREEN, &format!("+{line}"))),
                };
                if change.missing_newline() {
                    text.push_str("\\ No newline at end of file\n");
                }
            }
        }
        text.push('\n');
    }
    text
}

/// "3 lines in 2 files".
pub(super) fn size(files: &[MendedFile]) -> String {
    let lines: usize = files.iter().map(lines).sum();
    let of = |count: usize, word: &str| if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") };
    format!("{} in {}", of(lines, "line"), of(files.len(), "file"))
}

fn lines(file: &MendedFile) -> usize {
    let diff = TextDiff::from_lines(&*file.before, &*file.after);
    diff.iter_all_changes().filter(|change| change.tag() == ChangeTag::Insert).count()
}

fn paint(colour: bool) -> impl Fn(&str, &str) -> String {
    move |code, text| if colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_change_are_shown_and_counted() {
        let file = MendedFile {
            path: "content/a.md".into(),
            before: "---\r\ntitle: A: b\r\n---\r\n\x1b[31mText".into(),
            after: "---\r\ntitle: \"A: b\"\r\n---\r\n\x1b[31mText".into(),
        };
        assert_eq!(size(std::slice::from_ref(&file)), "1 line in 1 file");
        let drawn = drawn(&[file]);
        let wanted = "--- content/a.md\n+++ content/a.md\n@@ -1,4 +1,4 @@\n ---\n-title: A: b\n+title: \"A: b\"\n ---\n ␛[31mText\n\\ No newline at end of file\n\n";
        assert_eq!(drawn, wanted);
    }
}
