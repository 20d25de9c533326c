//! Code of other programs and names in braces: `{% include x.html %}`, `{{< ref "a.md" >}}`, `{{ally}}`. In a text they
//! stand for nothing, and readers would see them.

use super::compile::{Compiler, bytes};
use crate::content::kinds::KindName;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};

/// What stands between braces.
struct Braces<'t> {
    /// All of it.
    written: &'t str,
    /// What is inside, without the signs around it.
    inner: &'t str,
    /// What follows without a space: `/about/` in `{{ site.url }}/about/`.
    after: &'t str,
    /// It is code, which nobody types by accident.
    is_code: bool,
}

impl Compiler<'_> {
    /// Tells of braces. Code is an error, as nobody means it to be read; a name may be a slip.
    pub(super) fn template_braces(&mut self, text: &str, place: impl Fn(usize) -> Option<usize>) {
        let mut done = 0;
        while let Some(open) = next_open(text, done) {
            // Each byte is looked at once.
            let Some(end) = next_close(text, open + 2) else { return };
            done = end + 1;
            if text[end..].starts_with('\n') {
                continue;
            }
            let is_double = text[open..].starts_with("{{");
            // `{{% … %}}` of Hugo has both signs.
            done = end + if is_double && text[end..].starts_with("%}}") { 3 } else { 2 };
            if text[..done].ends_with("}}") != is_double {
                continue;
            }
            let written = &text[open..done];
            // With a backslash before each brace they are meant to be seen.
            let from = place(open).filter(|from| self.source.text[*from..].starts_with(written));
            let Some(from) = from else { continue };
            self.tell_braces(&Braces::of(written, &text[done..]), from, words_before(&text[..open]));
        }
    }

    fn tell_braces(&mut self, braces: &Braces, from: usize, link: Option<&str>) {
        let written = braces.written;
        let place = Place::span(self.source.path, bytes(&(from..from + written.len())));
        if !braces.is_code {
            let message = format!("`{written}` is shown as it is typed: in a text, braces stand for nothing");
            let help = format!(
                "write the words that should stand there: a term that is defined links by itself. If braces are to be \
                 seen, write `\\{{\\{{{}`",
                &written[2..]
            );
            self.diagnostics.push(Diagnostic::new(Code::TemplateBraces, place, message).help(help));
            return;
        }
        let is_closing = |word: &str| word.starts_with("end") || word == "else" || word == "elsif" || word == "/";
        let opened = |told: &Diagnostic| told.code == Code::TemplateBraces && told.severity == Severity::Error;
        // The help of the one that opens it speaks of this one too.
        if is_closing(braces.word()) && self.diagnostics.iter().any(opened) {
            return;
        }
        let message = format!("`{written}` is code of another program, and readers would see it as it is typed");
        let help = format!("{}. If readers are to see it, put it between backticks", braces.help(link));
        let mut told = Diagnostic::new(Code::TemplateBraces, place, message).help(help);
        told.severity = Severity::Error;
        self.diagnostics.push(told);
    }
}

/// So many bytes around braces are looked at for what they belong to: a line can be very long.
const NEAR: usize = 400;

/// The words of the link whose address begins here.
fn words_before(text: &str) -> Option<&str> {
    let words = text.strip_suffix("](")?;
    let words = &words[words.ceil_char_boundary(words.len().saturating_sub(NEAR))..];
    Some(&words[words.rfind(['[', '\n'])? + 1..])
}

/// The next place where braces of one of the two kinds begin.
fn next_open(text: &str, from: usize) -> Option<usize> {
    let found = text[from..].match_indices('{').find(|(at, _)| {
        let rest = &text[from + at + 1..];
        rest.starts_with('{') || rest.starts_with('%')
    });
    found.map(|(at, _)| from + at)
}

/// The next place where braces are closed, or the end of the line.
fn next_close(text: &str, from: usize) -> Option<usize> {
    let found = text[from..]
        .match_indices(['}', '%', '\n'])
        .find(|(at, sign)| *sign == "\n" || text[from + at + 1..].starts_with('}'));
    found.map(|(at, _)| from + at)
}

/// Words that stand for the address of a page.
const LINKS: [&str; 9] = ["ref", "relref", "link", "post_url", "url", "absurl", "relurl", "site.baseurl", "site.url"];
/// Words that stand for a picture.
const PICTURES: [&str; 5] = ["figure", "img", "image", "picture", "gallery"];

/// The file of a page whose address another program made of `{{ site.url }}` and this: `/about.md` of `/about/`. The
/// address of a list stays. `None` if it is no path, or may lead to something else.
fn from_the_top(after: &str) -> Option<String> {
    let (path, anchor) = after.find('#').map_or((after, ""), |at| after.split_at(at));
    let page = path.strip_prefix('/')?.trim_end_matches(['/', '.', ',', ';']);
    let page = page.strip_suffix(".html").map_or(page, |page| page.strip_suffix("/index").unwrap_or(page));
    let plain = |c: char| c.is_alphanumeric() || "-_./%".contains(c);
    if page.is_empty() || page.contains("//") || page.contains("..") || !page.chars().all(plain) {
        return None;
    }
    let is_list = KindName::of_folder(page).is_some() || matches!(page, "actions" | "tags");
    // What has an ending is a file.
    let end = if is_list || page.rsplit('/').next().is_some_and(|last| last.contains('.')) { "" } else { ".md" };
    Some(format!("/{page}{end}{anchor}"))
}

impl<'t> Braces<'t> {
    /// These braces, with the text behind them.
    fn of(written: &'t str, rest: &'t str) -> Self {
        let inside = &written[2..written.len() - 2];
        let inner = inside.trim_matches(|c: char| "<>%-/ \t".contains(c));
        let is_code = written.starts_with("{%")
            || inside.starts_with(['<', '%'])
            || inner.starts_with(['.', '$'])
            || inner.contains(['.', '|', '(', '"', '=']);
        let rest = &rest[..rest.floor_char_boundary(NEAR)];
        let end = rest.find(|c: char| c.is_whitespace() || "()[]<>\"'`".contains(c)).unwrap_or(rest.len());
        Self { written, inner, after: &rest[..end], is_code }
    }

    /// The first word.
    fn word(&self) -> &'t str {
        if self.written.trim_start_matches(['{', '<', '%', ' ']).starts_with('/') {
            return "/";
        }
        self.inner.split(|c: char| c.is_whitespace() || c == '|').next().unwrap_or_default()
    }

    /// A value in quotes after one of these names; with no name, the first one.
    fn value(&self, names: &[&str]) -> Option<&'t str> {
        let starts = if names.is_empty() {
            vec![self.inner.find(['"', '\''])?]
        } else {
            names
                .iter()
                .filter_map(|name| self.inner.find(&format!(" {name}=")).map(|at| at + name.len() + 2))
                .collect()
        };
        let rest = &self.inner[*starts.first()?..];
        let quote = rest.chars().next().filter(|quote| "\"'".contains(*quote))?;
        let value = rest[1..].split(quote).next()?;
        (!value.is_empty() && !value.contains(['`', ']', ')'])).then_some(value)
    }

    fn help(&self, link: Option<&str>) -> String {
        let word = self.word().to_lowercase();
        if link.is_some() || LINKS.contains(&&*word) {
            let place = match link {
                Some(_) => "the address of a link is",
                None => "write an ordinary link, with",
            };
            let words = link.unwrap_or("the words");
            // Only a path that is written here is shown: one that is made up would be copied.
            let named = self.value(&[]).filter(|path| path.ends_with(".md")).map(str::to_owned);
            let sample = named.or_else(|| from_the_top(self.after));
            let sample = sample.map_or_else(String::new, |path| format!(": `[{words}]({path})`"));
            return format!("{place} the path from this file to the one that is meant{sample}");
        }
        if PICTURES.contains(&&*word) {
            // What stands below a picture seldom says what it shows.
            let alt = self.value(&["alt"]);
            let caption = self.value(&["caption", "title"]).map_or_else(String::new, |caption| {
                format!(", and write what stands below it as a line of its own: `{caption}`")
            });
            let what = if alt.is_some() { "" } else { " and with what it shows in place of the dots" };
            let Some(file) = self.value(&["src", "file"]) else {
                return "write a picture, with what it shows and the path of its file".to_owned();
            };
            let picture = format!("![{}]({file})", alt.unwrap_or("…"));
            return format!("write a picture, with the path of its file{what}: `{picture}`{caption}");
        }
        if matches!(&*word, "for" | "if" | "unless" | "range" | "with" | "block" | "raw" | "highlight" | "capture") {
            let end = if self.written.starts_with("{%") {
                format!("`{{% end{word} %}}`")
            } else {
                "the one that closes it".to_owned()
            };
            return format!("take it out, with {end}, and write the words that it would make{}", self.origin());
        }
        format!("take it out, and write the words, the link or the picture that it would put there{}", self.origin())
    }

    /// Where the other program has the words from, as far as the code says it.
    fn origin(&self) -> String {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let named = |before: &str| {
            // Templates of Hugo write `.Site.Data.x`.
            let at = self.inner.to_ascii_lowercase().find(before)? + before.len();
            let name = self.inner[at..].split(|c| !is_name(c)).next()?;
            Some(name).filter(|name| !name.is_empty())
        };
        if let Some(name) = named("site.data.") {
            return format!(
                ": they stand in the file `{name}` of the folder `data` or `_data` (its name ends with .csv, .yml or .json)"
            );
        }
        let word = self.word().to_lowercase();
        let second = || self.inner.split_whitespace().nth(1).map(|name| name.trim_matches(['"', '\'']));
        let is_sound = |name: &&str| !name.is_empty() && name.chars().all(|c| is_name(c) || matches!(c, '.' | '/'));
        let param = if word == "param" { second() } else { named("site.params.") };
        if let Some(name) = param.filter(is_sound) {
            return format!(": they stand as `{name}` in the settings of that program, such as `hugo.toml`");
        }
        match second().filter(is_sound).filter(|_| word == "include") {
            Some(file) => format!(": they stand in `{file}`, in the folder `_includes` of that program"),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::compile;
    use crate::diagnostic::Severity;

    fn told(text: &str) -> Vec<(Severity, String)> {
        let told = compile(text).diagnostics.into_iter();
        told.map(|told| (told.severity, told.help.unwrap_or_default())).collect()
    }

    #[test]
    fn code_is_an_error_and_a_name_is_not() {
        assert_eq!(told("A {{word}}.")[0].0, Severity::Warning);
        for code in ["{% include a.html %}", "{{< param x >}}", "{{% notice %}}", "{{ site.title }}", "{{ .Title }}"] {
            assert_eq!(told(&format!("See {code}."))[0].0, Severity::Error, "{code}");
        }
        for none in ["100 {%} and {{ and", "\\{\\{word}}", "`{% raw %}`", "{ % x % }"] {
            assert_eq!(told(none), [], "{none}");
        }
    }

    #[test]
    fn help_follows_what_is_inside() {
        let help = |text: &str| told(text)[0].1.clone();
        assert!(help("[a]({{< ref \"stories/x.md\" >}})").contains("[a](stories/x.md)"));
        assert!(help("[a]({{ site.url }}/campaigns/x/).").contains("`[a](/campaigns/x.md)`"));
        assert!(help("[a]({{ site.url }}/x/index.html#b)").contains("`[a](/x.md#b)`"));
        assert!(help("[a]({{ site.url }}/stories/)").contains("`[a](/stories)`"));
        assert!(help("[a]({{ site.url }}/files/x.pdf)").contains("`[a](/files/x.pdf)`"));
        for nowhere in
            ["[a]({{ site.url }})", "[a]({{< ref \"about\" >}})", "[a]({{ site.url }}/?x=1)", "{{< ref x >}}"]
        {
            assert!(help(nowhere).contains("the one that is meant. If"), "{nowhere}: {}", help(nowhere));
        }
        assert!(help("{{< figure src=\"/a.svg\" >}}").contains("![…](/a.svg)"));
        assert!(!help("{{< figure >}}").contains("]("));
        let figure = help("{{< figure src=\"/a.svg\" caption=\"The road\" >}}");
        assert!(figure.contains("`![…](/a.svg)`") && figure.contains("of its own: `The road`"), "{figure}");
        assert!(help("{{< figure src=\"/a.svg\" alt=\"A road\" >}}").contains("![A road](/a.svg)"));
        for (code, origin) in [
            ("{% for b in site.data.branches %}", "the file `branches` of the folder"),
            ("{{ .Site.Data.numbers.a }}", "the file `numbers` of the folder"),
            ("{{< param speed >}}", "as `speed` in the settings"),
            ("{{ .Site.Params.city }}", "as `city` in the settings"),
            ("{% include contact.html %}", "in `contact.html`, in the folder"),
        ] {
            assert!(help(code).contains(origin), "{code}: {}", help(code));
        }
        assert!(help("{% for a in b %}x{% endfor %}").contains("`{% endfor %}`"));
        assert_eq!(told("{% for a in b %}\n\nx\n\n{% endfor %}").len(), 1);
    }
}
