//! The fields that templates may ask for: every view with its fields and what is in them.
//!
//! The list is a file beside this one, and a test holds it to the structs in `view`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A view a block: its name, then its fields, two spaces in, each with the view that it holds. `[Card]` is a list of
/// cards, `[]` a list of texts, `*` anything.
const TEXT: &str = include_str!("contract.txt");

/// What is known of a value in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// A view, by its name.
    View(&'static str),
    /// A list of such views.
    List(&'static str),
    /// Nothing is known: data, options, the site's own fields.
    Any,
}

/// The values that templates have by name, and their views. `redirect.html` has single texts.
const ROOTS: &[(&str, Type)] = &[
    ("site", Type::View("SiteView")),
    ("page", Type::View("PageView")),
    ("campaign", Type::View("CampaignView")),
    ("story", Type::View("StoryView")),
    ("principle", Type::View("PrincipleView")),
    ("definition", Type::View("DefinitionView")),
    ("person", Type::View("PersonView")),
    ("resource", Type::View("ResourceView")),
    ("extras", Type::View("PageExtras")),
    ("home", Type::View("HomeView")),
    ("list", Type::View("ListView")),
    ("set", Type::View("SetView")),
    ("glossary", Type::View("GlossaryView")),
    ("quotes", Type::View("QuotesView")),
    ("actions", Type::View("ActionsView")),
    ("tags", Type::List("TagView")),
    ("privacy", Type::View("PrivacyStatementView")),
    ("accessibility", Type::View("AccessibilityView")),
    ("title", Type::Any),
    ("lang", Type::Any),
    ("dir", Type::Any),
    ("canonical", Type::Any),
    ("href", Type::Any),
];

static VIEWS: LazyLock<BTreeMap<&'static str, Vec<(&'static str, Type)>>> = LazyLock::new(|| {
    let (mut views, mut fields) = (BTreeMap::new(), None);
    for line in TEXT.lines() {
        match line.strip_prefix("  ") {
            None => fields = Some(views.entry(line).or_insert_with(Vec::new)),
            Some(line) => {
                let (field, holds) = line.split_once(' ').unwrap_or((line, ""));
                let holds = match (holds, holds.strip_prefix('[')) {
                    ("" | "*" | "[]", _) => Type::Any,
                    (_, Some(item)) => Type::List(item.trim_end_matches(']')),
                    (view, None) => Type::View(view),
                };
                fields.as_mut().expect("a view stands before its fields").push((field, holds));
            }
        }
    }
    views
});

/// What a template has by this name without giving it itself.
pub(super) fn root(name: &str) -> Option<Type> {
    ROOTS.iter().find(|(root, _)| *root == name).map(|(_, holds)| *holds)
}

/// The names that templates have without giving them themselves.
pub(super) fn roots() -> impl Iterator<Item = &'static str> {
    ROOTS.iter().map(|(root, _)| *root)
}

/// The fields of a view.
pub(super) fn fields(view: &str) -> &'static [(&'static str, Type)] {
    VIEWS.get(view).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    /// The list, made from the source of the views.
    fn from_source() -> String {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/view");
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let (mut views, mut names) = (vec![], vec![]);
        for path in paths {
            let source = std::fs::read_to_string(path).unwrap();
            let mut before = "";
            let mut open = false;
            for line in source.lines() {
                if let Some(rest) = line.strip_prefix("pub struct ") {
                    open = before.contains("Serialize");
                    if open {
                        let name = rest.trim_end_matches(" {").to_owned();
                        names.push(name.clone());
                        views.push((name, vec![]));
                    }
                } else if let Some((name, holds)) =
                    line.strip_prefix("    pub ").and_then(|field| field.split_once(": "))
                    && open
                {
                    let renamed = before.split_once("rename = \"").and_then(|(_, rest)| rest.split('"').next());
                    let holds = holds.trim_end_matches(',').replace("super::", "");
                    let holds = holds.strip_prefix("Option<").map_or(&*holds, |holds| &holds[..holds.len() - 1]);
                    views.last_mut().unwrap().1.push((renamed.unwrap_or(name).to_owned(), holds.to_owned()));
                } else if line == "}" {
                    open = false;
                }
                before = line;
            }
        }
        let mut out = String::new();
        for (name, fields) in views {
            writeln!(out, "{name}").unwrap();
            for (field, holds) in fields {
                let item = holds.strip_prefix("Vec<").map(|item| item.trim_end_matches('>'));
                let holds = match (&*holds, item) {
                    // All lists of values that the views have are cards.
                    (_, Some("Value")) => " [Card]".to_owned(),
                    ("Value", _) => " *".to_owned(),
                    (_, Some(item)) if names.iter().any(|name| name == item) => format!(" [{item}]"),
                    (_, Some(_)) => " []".to_owned(),
                    (view, None) if names.iter().any(|name| name == view) => format!(" {view}"),
                    _ => String::new(),
                };
                writeln!(out, "  {field}{holds}").unwrap();
            }
        }
        out
    }

    #[test]
    fn the_list_is_what_the_views_are() {
        let is = from_source();
        if std::env::var_os("HANDBILL_BLESS").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/theme/contract.txt"), &is).unwrap();
        }
        assert!(is == TEXT, "HANDBILL_BLESS=1 writes src/theme/contract.txt anew:\n{is}");
    }

    #[test]
    fn every_view_that_is_named_is_there() {
        let held = VIEWS.values().flatten().chain(ROOTS).filter_map(|(_, holds)| match holds {
            Type::View(view) | Type::List(view) => Some(view),
            Type::Any => None,
        });
        for view in held {
            assert!(!fields(view).is_empty(), "{view}");
        }
    }
}
