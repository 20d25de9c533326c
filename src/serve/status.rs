//! How a previewed page stands, as `/_handbill/status` tells it to the script in the browser.
//!
//! Its shapes are a contract with the scripts in `client/`; they are filled by the server.

use super::editor::Editor;
use crate::diagnostic::{Diagnostic, Files, Line, Place, Severity, line, visible_line, visible_lines};
use serde::Serialize;

/// What `/_handbill/events` sends for each edition, as the data of an event called `edition`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Arrived {
    /// Which edition: the server's start, a dash, and a number that counts editions, such as `b7f3-12`.
    pub(super) edition: String,
    /// The edition since which all files that changed are in `files`. Before it, any file may have changed.
    pub(super) since: String,
    /// The published files that changed last; no pages, and not the stylesheet, whose name changes with it.
    pub(super) files: Vec<Changed>,
}

/// A file that is published as it is, whose bytes are others than in the edition before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Changed {
    /// Its address, as pages link it: `/lifts/img/a.jpg`.
    pub(super) href: String,
    /// The edition that told of it first, as in [`Arrived::edition`].
    pub(super) edition: String,
}

/// How a page stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Status {
    /// Which edition this is of, as in [`Arrived::edition`].
    pub(super) edition: String,
    /// The hash of the page's bytes, as in the `data-page` of its script; nothing if there is no page at the address.
    pub(super) page: Option<String>,
    /// Where to go instead, if there was a page at the address and there is none now.
    pub(super) gone: Option<Gone>,
    /// The page is answered as it was before its file had a mistake.
    pub(super) earlier: bool,
    /// Others than the author can look: they are told how many problems there are, and not which.
    pub(super) shared: bool,
    /// Why the page would not be published, if it would not.
    pub(super) withheld: Option<Withholding>,
    /// How many problems there are in the list.
    pub(super) counts: Counts,
    /// The errors of the whole site, then the warnings and hints of this page.
    pub(super) problems: Vec<Problem>,
}

/// Where to go from a page that is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Gone {
    /// The address of the page above it.
    pub(super) href: String,
    /// Its title, as text.
    pub(super) title: String,
}

/// Why a page would not be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Withholding {
    /// The reason, as the end of "Not published: …".
    pub(super) why: String,
    /// What would publish it; code stands between backquotes.
    pub(super) help: String,
}

/// How many problems of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Counts {
    /// Errors.
    pub(super) errors: usize,
    /// Warnings.
    pub(super) warnings: usize,
    /// Hints.
    pub(super) hints: usize,
}

/// A problem: what a diagnostic tells, with the lines that it tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Problem {
    /// `error`, `warning` or `hint`.
    pub(super) severity: &'static str,
    /// The code, such as `HB0101`.
    pub(super) code: String,
    /// Whether it is about the page that was asked for.
    pub(super) here: bool,
    /// One sentence without a full stop; code stands between backquotes.
    pub(super) message: String,
    /// What to do; lines after the first are to be pasted as they are.
    pub(super) help: Option<String>,
    /// Where it is; the first place is the main one.
    pub(super) places: Vec<Where>,
}

/// A place of a problem. Line, column and text are known together or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Where {
    /// The file or folder, below the site's folder.
    pub(super) file: String,
    /// The line in the file, from 1.
    pub(super) line: Option<usize>,
    /// The column in the file, in Unicode characters from 1.
    pub(super) column: Option<usize>,
    /// The line; a long one is cut around the place.
    pub(super) text: Option<String>,
    /// The first character of the place in `text`, in Unicode characters from 0.
    pub(super) from: usize,
    /// One past the place's last character in `text`.
    pub(super) to: usize,
    /// What is there, such as "first written here".
    pub(super) label: Option<String>,
    /// The link that opens the place in the author's editor.
    pub(super) edit: Option<String>,
}

impl Counts {
    /// Counts the problems of a list.
    pub(super) fn of(problems: &[Problem]) -> Self {
        let number = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity.word()).count();
        Self { errors: number(Severity::Error), warnings: number(Severity::Warning), hints: number(Severity::Hint) }
    }
}

impl Status {
    /// The same with these problems, in order: errors first, and of each severity those of this page first.
    #[must_use]
    pub(super) fn problems(mut self, mut problems: Vec<Problem>) -> Self {
        let rank = |problem: &Problem| {
            let severities = [Severity::Error, Severity::Warning, Severity::Hint];
            (severities.iter().position(|severity| severity.word() == problem.severity), !problem.here)
        };
        problems.sort_by_key(rank);
        self.counts = Counts::of(&problems);
        self.problems = problems;
        self
    }
}

impl Problem {
    /// What a diagnostic tells. `here` says whether it is about the page that was asked for.
    ///
    /// An editor is handed in only for browsers on the author's own machine: its links hold the path of the site's
    /// folder, and lead nowhere on a telephone.
    pub(super) fn of(diagnostic: &Diagnostic, files: &impl Files, here: bool, editor: Option<&Editor>) -> Self {
        Self {
            severity: diagnostic.severity.word(),
            code: diagnostic.code.to_string(),
            here,
            message: visible_line(&diagnostic.message),
            help: diagnostic.help.as_deref().map(visible_lines),
            places: diagnostic.places.iter().map(|place| Where::of(place, files, editor)).collect(),
        }
    }
}

impl Where {
    fn of(place: &Place, files: &impl Files, editor: Option<&Editor>) -> Self {
        let line = line(place, files);
        let at = line.as_ref().map(|line| (line.number, line.column));
        let (number, column) = at.unzip();
        let (from, to) = line.as_ref().map_or((0, 0), |line| (line.from, line.to));
        Self {
            file: visible_line(&place.path),
            line: number,
            column,
            text: line.map(|Line { text, .. }| text),
            from,
            to,
            label: place.label.as_deref().map(visible_line),
            edit: editor.and_then(|editor| editor.link(&place.path, at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, SitePath, Span, Spot};
    use serde_json::json;

    struct One(&'static str, &'static str);

    impl Files for One {
        fn text(&self, path: &str) -> Option<&str> {
            (path == self.0).then_some(self.1)
        }

        fn span(&self, _: &str, _: Spot) -> Option<Span> {
            None
        }
    }

    const STORY: One = One("content/stories/x.md", "title: <img src=x>\ncolour: réd\n");

    fn diagnostic(code: Code) -> Diagnostic {
        let path = SitePath::from("content/stories/x.md");
        let start = "title: <img src=x>\n".len();
        let place = Place::span(&path, Span::new(start, start + "colour".len())).label("here");
        Diagnostic::new(code, place, "there is no field `<img src=x onerror=alert(1)>`\u{202e}").help("take\nit out")
    }

    #[cfg(unix)]
    #[test]
    fn a_status_is_as_the_script_reads_it() {
        let editor = Editor::of(None, Some("code"), std::path::Path::new("/site"));
        let also = diagnostic(Code::UnknownKey).also(Place::file(&"site.yaml".into()));
        let problem = Problem::of(&also, &STORY, true, editor.as_ref());
        let status = Status {
            edition: "b7f3-12".to_owned(),
            page: Some("ab12".to_owned()),
            gone: Some(Gone { href: "/stories/".to_owned(), title: "Stories".to_owned() }),
            withheld: Some(Withholding { why: "it is a draft".to_owned(), help: "take out `draft: yes`".to_owned() }),
            ..Status::default()
        }
        .problems(vec![problem]);
        assert_eq!(
            serde_json::to_value(&status).unwrap(),
            json!({
                "edition": "b7f3-12",
                "page": "ab12",
                "gone": {"href": "/stories/", "title": "Stories"},
                "earlier": false,
                "shared": false,
                "withheld": {"why": "it is a draft", "help": "take out `draft: yes`"},
                "counts": {"errors": 1, "warnings": 0, "hints": 0},
                "problems": [{
                    "severity": "error",
                    "code": "HB0103",
                    "here": true,
                    "message": "there is no field `<img src=x onerror=alert(1)>`\u{fffd}",
                    "help": "take\nit out",
                    "places": [
                        {
                            "file": "content/stories/x.md", "line": 2, "column": 1, "text": "colour: réd",
                            "from": 0, "to": 6, "label": "here",
                            "edit": "vscode://file/site/content/stories/x.md:2:1",
                        },
                        {
                            "file": "site.yaml", "line": null, "column": null, "text": null,
                            "from": 0, "to": 0, "label": null, "edit": "vscode://file/site/site.yaml",
                        },
                    ],
                }],
            })
        );
        let changed = Changed { href: "/img/lift.jpg".to_owned(), edition: "b7f3-9".to_owned() };
        let arrived = Arrived { edition: "b7f3-12".to_owned(), since: "b7f3-0".to_owned(), files: vec![changed] };
        let files = json!([{"href": "/img/lift.jpg", "edition": "b7f3-9"}]);
        let expected = json!({"edition": "b7f3-12", "since": "b7f3-0", "files": files});
        assert_eq!(serde_json::to_value(&arrived).unwrap(), expected);
    }

    #[test]
    fn errors_come_first_and_then_what_is_of_this_page() {
        let of = |code, here| Problem::of(&diagnostic(code), &STORY, here, None);
        let hint = of(Code::RawHtml, true);
        let [there, here] = [false, true].map(|here| of(Code::UnknownKey, here));
        let status = Status::default().problems(vec![hint.clone(), there.clone(), here.clone()]);
        assert_eq!(status.counts, Counts { errors: 2, warnings: 0, hints: 1 });
        assert_eq!(status.problems, [here, there, hint]);
    }
}
