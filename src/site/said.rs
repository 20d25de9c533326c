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
    if in_settings && path == "home" {
        return "write `{title: Home, to: /}` for the home page; the name of the group leads there too".to_owned();
    }
    if let Some(near) = near {
        return format!("did you mean `{}`?", if words.is_some() { typed(&near) } else { near });
    }
    if is_email(path) {
        return format!("if this is an email address, write `{}`", whole(format!("mailto:{path}")));
    }
    if host.contains('.') && !host.ends_with(".md") && !host.starts_with('.') {
        return format!("if this is an address on the web, write `{}`", whole(format!("https://{path}")));
    }
    if in_settings {
        let there = lookup.pages(path);
        let there = if there.is_empty() { there } else { format!(" (what there is: {there})") };
        return format!("there is no such page or folder in `content`: write it, or take this out{there}");
    }
    let like = lookup.like(from, path);
    let like = like.map_or_else(String::new, |like| format!("perhaps this is meant: {like}. Or "));
    format!("{like}write the path from this file to the other, such as `../stories/hannah.md`")
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
