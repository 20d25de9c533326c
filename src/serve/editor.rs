//! Links that open a file in the author's editor, for editors that have an address scheme of their own.
//!
//! It reads no environment and starts no program: a browser follows the link, and the system knows whose it is.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::path::{Path, PathBuf};

/// The characters of a path that stay as they are in a link. A colon is not one of them: it begins the line.
const IN_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'(').remove(b')');

/// How an editor's links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `vscode://file/PATH:LINE:COLUMN`, as Visual Studio Code documents it ("Opening VS Code with URLs"); those made
    /// of it and Zed have it too.
    File(&'static str),
    /// `idea://open?file=PATH&line=LINE&column=COLUMN`, as JetBrains' editors have it.
    Open(&'static str),
    /// `txmt://open?url=file://PATH&line=LINE&column=COLUMN`, as TextMate documents it ("The TextMate URL Scheme").
    TextMate,
}

/// An editor that links can open a file in, and the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    form: Form,
    folder: PathBuf,
}

impl Editor {
    /// The editor that the values of `$VISUAL` and `$EDITOR` name, the first of them that has links.
    ///
    /// `folder` is the site's folder, absolute. Nothing for editors of the terminal and for those that nobody knows.
    pub fn of(visual: Option<&str>, editor: Option<&str>, folder: &Path) -> Option<Self> {
        let form = [visual, editor].into_iter().flatten().find_map(form)?;
        Some(Self { form, folder: folder.to_owned() })
    }

    /// The link to a place in a file of the site; nothing if the file's path is not Unicode.
    ///
    /// `path` is below the site's folder; line and column are counted from 1.
    pub fn link(&self, path: &str, at: Option<(usize, usize)>) -> Option<String> {
        let file = self.folder.join(path);
        // `C:\site` is `/C:/site` in an address.
        let text = if cfg!(windows) { file.to_str()?.replace('\\', "/") } else { file.to_str()?.to_owned() };
        let file = utf8_percent_encode(text.trim_start_matches('/'), IN_PATH);
        let query = at.map_or(String::new(), |(line, column)| format!("&line={line}&column={column}"));
        Some(match self.form {
            Form::File(scheme) => {
                let place = at.map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
                // The colon of a drive is no line.
                let file = file.to_string().replacen("%3A/", ":/", usize::from(cfg!(windows)));
                format!("{scheme}://file/{file}{place}")
            }
            Form::Open(scheme) => format!("{scheme}://open?file={root}{file}{query}", root = root()),
            Form::TextMate => format!("txmt://open?url=file:///{file}{query}"),
        })
    }
}

/// What an absolute path begins with, apart from a drive.
fn root() -> &'static str {
    if cfg!(windows) { "" } else { "/" }
}

/// The links of the program that a command such as `code --wait` or `"/opt/My Editor/code" -w` starts.
fn form(command: &str) -> Option<Form> {
    let command = command.trim();
    let program = match command.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split(['"', '\'']).next(),
        None => command.split_whitespace().next(),
    }?;
    let name = program.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    let name = [".exe", ".cmd", ".bat", ".sh"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    Some(match name {
        "code" => Form::File("vscode"),
        "code-insiders" => Form::File("vscode-insiders"),
        "codium" | "vscodium" => Form::File("vscodium"),
        "cursor" => Form::File("cursor"),
        "zed" | "zeditor" => Form::File("zed"),
        "idea" | "idea64" => Form::Open("idea"),
        "phpstorm" | "phpstorm64" => Form::Open("phpstorm"),
        "webstorm" | "webstorm64" => Form::Open("webstorm"),
        "pycharm" | "pycharm64" => Form::Open("pycharm"),
        "mate" | "mate_wait" => Form::TextMate,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn link(visual: Option<&str>, editor: Option<&str>, path: &str, at: Option<(usize, usize)>) -> Option<String> {
        Editor::of(visual, editor, Path::new("/home/ana/our site"))?.link(path, at)
    }

    #[cfg(unix)]
    #[test]
    fn editors_with_links_have_them() {
        let path = "content/stories/größe & co#1.md";
        let encoded = "home/ana/our%20site/content/stories/gr%C3%B6%C3%9Fe%20%26%20co%231.md";
        let at = Some((5, 3));
        let expected = [
            ("code --wait", format!("vscode://file/{encoded}:5:3")),
            ("/usr/local/bin/codium -w", format!("vscodium://file/{encoded}:5:3")),
            ("cursor", format!("cursor://file/{encoded}:5:3")),
            ("zed --wait", format!("zed://file/{encoded}:5:3")),
            ("\"/opt/My Editors/code-insiders\" -w", format!("vscode-insiders://file/{encoded}:5:3")),
            (r"C:\Programs\Code.exe", format!("vscode://file/{encoded}:5:3")),
            ("idea --wait", format!("idea://open?file=/{encoded}&line=5&column=3")),
            ("mate -w", format!("txmt://open?url=file:///{encoded}&line=5&column=3")),
        ];
        for (command, expected) in expected {
            assert_eq!(link(None, Some(command), path, at).as_deref(), Some(&*expected), "{command}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_whole_file_has_no_line() {
        let start = "home/ana/our%20site/site.yaml";
        assert_eq!(link(Some("code"), None, "site.yaml", None), Some(format!("vscode://file/{start}")));
        assert_eq!(link(Some("idea"), None, "site.yaml", None), Some(format!("idea://open?file=/{start}")));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_cannot_be_read_as_a_line_or_a_further_value() {
        let link = link(Some("code"), None, "content/a:9:9?x=1&y\"<b>.md", Some((1, 1)));
        assert_eq!(
            link.as_deref(),
            Some("vscode://file/home/ana/our%20site/content/a%3A9%3A9%3Fx%3D1%26y%22%3Cb%3E.md:1:1")
        );
    }

    #[test]
    fn the_first_that_has_links_is_taken() {
        let folder = Path::new("/x");
        assert_eq!(Editor::of(Some("vim"), Some("code"), folder), Editor::of(Some("code"), Some("zed"), folder));
        for none in ["", "  ", "vim", "nano -w", "emacsclient -t", "\"", "codex", "/bin/code/vi", "rm -rf code"] {
            assert_eq!(Editor::of(Some(none), None, folder), None, "{none}");
        }
        assert_eq!(Editor::of(None, None, folder), None);
    }
}
