//! The words of messages about references: what a reference takes, and what there is where it names nothing.

use super::lookup::Lookup;
use super::meant::kind_of;
use crate::content::fields::{Need, Shape, To, is_email, nearest};
use crate::content::kinds::KindName;
use crate::content::markdown::typed;
use crate::diagnostic::SitePath;

/// What a reference can name, for one that names nothing.
pub(super) fn there_is(lookup: &Lookup, to: To, name: &str) -> String {
    match (lookup.there_is(to, name), kind_of(to)) {
        (list, _) if to == To::Placed => {
            let pages = list.map_or_else(String::new, |list| format!(", or a page: {list}"));
            format!("write `home`{pages}")
        }
        (Some(list), Some(_)) => format!("the {} are: {list}", several(to)),
        (Some(list), None) => format!("write the folder and the name: {list}"),
        (None, kind) => {
            let folder =
                kind.and_then(KindName::folder).map_or("content".to_owned(), |folder| format!("content/{folder}"));
            let folder = if to == To::Principle { "content/principles".to_owned() } else { folder };
            let there = format!("a name here is that of a file in `{folder}`, without `.md`");
            format!("there are no {} yet: {there}", several(to))
        }
    }
}

/// What to write in place of a path that leads nowhere. `near` is what was probably meant; `words` are those of a link in
/// a text.
pub(super) fn instead(
    lookup: &Lookup,
    from: &SitePath,
    path: &str,
    near: Option<String>,
    words: Option<&str>,
) -> String {
    // All of the link is shown: with the address alone in its place, its words would be lost.
    let whole = |address: String| match words.filter(|words| !words.is_empty() && !words.contains(['[', ']'])) {
        Some(words) => format!("[{words}]({address})"),
        None => address,
    };
    let host = path.split('/').next().unwrap_or("");
    let in_settings = **from == *"site.yaml";
    // An ending that an editor added of its own accord.
    let with_end = format!("{path}.txt");
    if lookup.has_file(from, &with_end) {
        return format!("the file is called `{with_end}`: rename it to `{path}`");
    }
    if in_settings && path.eq_ignore_ascii_case("home") {
        return "write `{title: Home, to: /}` for the home page; the name of the group leads there too".to_owned();
    }
    if let Some(near) = near {
        return format!("did you mean `{}`?", if words.is_some() { typed(&near) } else { near });
    }
    if let Some(page) = lookup.inside_folder(from, path) {
        let page = if page.is_empty() { page } else { format!(", or lead to a page in it, such as `{page}`") };
        let folder = Lookup::joined(from, path).unwrap_or_else(|| format!("content/{}", path.trim_matches('/')));
        return format!("the folder is there, and has no page of its own: write `{folder}/index.md`{page}");
    }
    if is_translation(path) {
        return "translations are not published yet (only the files in the first language are): take this out until \
                they are"
            .to_owned();
    }
    if is_email(path) {
        return format!("if this is an email address, write `{}`", whole(format!("mailto:{path}")));
    }
    let is_file = |name: &str| name.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&&*end.to_ascii_lowercase()));
    if host.contains('.') && !host.starts_with('.') && !is_file(host) {
        return format!("if this is an address on the web, write `{}`", whole(format!("https://{path}")));
    }
    if in_settings {
        if let Some(page) = lookup.like_page(path) {
            return format!("perhaps `{page}` is meant, which is there; if not, take this out");
        }
        let there = lookup.pages(path);
        let there = if there.is_empty() { there } else { format!(" (what there is: {there})") };
        return format!("there is no such page or folder in `content`: write it, or take this out{there}");
    }
    if is_file(path) && !path.ends_with(".md") && !path.ends_with("html") {
        return "put the file beside this one, or write its path from this file; without the file, take this out"
            .to_owned();
    }
    if let Some(like) = lookup.like(from, path) {
        return format!("perhaps this is meant: {like}. Or write the path from this file to the one that is meant");
    }
    let page = lookup.some_page(from, path);
    let page = page.map_or_else(String::new, |page| format!(", or from `content`, as in `{page}`"));
    format!("write the path from this file to the one that is meant{page}")
}

/// Endings of files, which no host of the web has.
const ENDS: [&str; 12] = ["md", "html", "htm", "php", "txt", "pdf", "doc", "docx", "jpg", "jpeg", "png", "svg"];

/// Whether a path has the name of a translated page: `about.cy.md`.
fn is_translation(path: &str) -> bool {
    let language = path.strip_suffix(".md").and_then(|stem| stem.rsplit('/').next()?.rsplit_once('.'));
    language.is_some_and(|(name, language)| {
        !name.is_empty() && language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase())
    })
}

/// Names between which someone has to choose.
pub(super) fn or(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
}

/// What to do about a name of something of another kind than the field takes, in a document of the kind `of`: perhaps
/// another of its fields takes it.
pub(super) fn other_field(of: Option<KindName>, found: KindName, to: To, name: &str) -> String {
    let fields = of.map_or_else(Vec::new, KindName::fields);
    let field = fields.iter().find(|field| field.shape == Shape::Reference(found.name()));
    match field {
        Some(field) => {
            let written = if field.need == Need::List { format!("[{name}]") } else { name.to_owned() };
            let kind = found.name();
            format!("if {kind} is meant, write `{}: {written}`; else write the name of {} here", field.key, takes(to))
        }
        None => format!("write the name of {} here, or take this line out", takes(to)),
    }
}

/// What a reference of this sort names.
pub(super) fn takes(to: To) -> &'static str {
    match to {
        To::Principle => "a principle",
        To::Campaign => "a campaign",
        To::Story => "a story",
        To::Definition => "a definition",
        To::Person => "a person",
        To::Page | To::Placed => "a page",
        To::Any | To::Unchecked => "anything",
    }
}

fn several(to: To) -> &'static str {
    match to {
        To::Principle => "principles",
        To::Campaign => "campaigns",
        To::Story => "stories",
        To::Definition => "definitions",
        To::Person => "people",
        To::Page | To::Placed => "pages",
        To::Any | To::Unchecked => "files",
    }
}

/// The same without its article.
pub(super) fn bare(to: To) -> &'static str {
    match to {
        To::Any | To::Unchecked => "file",
        other => takes(other).trim_start_matches("a "),
    }
}

/// What to do about a heading that is not there.
pub(super) fn anchor_help(anchor: &str, ids: &[&str]) -> String {
    match nearest(anchor, ids.iter().copied()) {
        Some(near) => format!("did you mean `#{near}`?"),
        None if ids.is_empty() => "it has no headings; take out what follows `#`".to_owned(),
        None => format!("it has: {}", ids.iter().take(12).map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ")),
    }
}
