//! What other programs call the fields of a page, and what they are called here: `person.name` is `page.title`.

use super::contract;

/// Names that people expect, and the field of a view that holds it.
const CALLED: [(&[&str], &str); 5] = [
    (&["summary", "excerpt", "intro"], "description"),
    (&["name", "heading", "headline"], "title"),
    (&["description", "excerpt", "intro"], "summary"),
    (&["url", "link", "permalink", "address"], "href"),
    (&["content", "text", "html"], "body"),
];

/// Views of what a page is about: what they have not, the page may have.
const OF_A_PAGE: [&str; 8] = [
    "PersonView",
    "StoryView",
    "CampaignView",
    "PrincipleView",
    "DefinitionView",
    "QuoteView",
    "ResourceView",
    "SetView",
];

/// What to write for a field that a view does not have, as far as that is certain. `holder` is the name before the dot.
pub(super) fn called_here(view: &str, holder: &str, name: &str) -> Option<String> {
    let has = |view: &str, field: &str| contract::fields(view).iter().any(|(known, _)| *known == field);
    // Of a longer word a slip is known too.
    let slips = if name.len() > 5 { 1 } else { 0 };
    let is_named = |names: &[&str]| names.iter().any(|known| strsim::damerau_levenshtein(known, name) <= slips);
    for field in CALLED.iter().filter(|(names, _)| is_named(names)).map(|(_, field)| *field) {
        if has(view, field) {
            return Some(format!("It is called `{holder}.{field}` here."));
        }
        if OF_A_PAGE.contains(&view) && has("PageView", field) {
            return Some(format!("It is called `page.{field}` here."));
        }
    }
    if matches!(name, "author" | "writer") && (view == "PageView" || view == "StoryView") {
        return Some(
            "Pages have no author; who wrote down a story is `story.teller.title`, and a story may have nobody there: \
             {% if story.teller %}{{ story.teller.title }}{% endif %}."
                .to_owned(),
        );
    }
    let own = match view {
        "SiteView" => "site",
        "PageView" => "page",
        _ => return None,
    };
    let fields = || contract::fields(view).iter().map(|(field, _)| *field);
    super::near::nearest(name, fields()).is_none().then(|| {
        format!(
            "A field of your own stands below `extra:` in the file, and is `{own}.extra.{name}` in templates. There is: {}.",
            fields().collect::<Vec<_>>().join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::called_here;

    #[test]
    fn what_is_expected_is_found_where_it_is() {
        let help = |view, holder, name| called_here(view, holder, name).unwrap_or_default();
        assert_eq!(help("PersonView", "person", "name"), "It is called `page.title` here.");
        assert_eq!(help("Card", "it", "url"), "It is called `it.href` here.");
        assert!(help("SiteView", "site", "opening_hours").contains("site.extra.opening_hours"));
        assert_eq!(called_here("PageView", "page", "titel"), None);
        assert_eq!(called_here("PersonView", "person", "age"), None);
    }
}
