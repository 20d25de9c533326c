//! The page `/_handbill/`: every page of the site, with how it stands. Which pages there are is handed in.

use super::http::Reach;
use super::own_pages::{escaped, page};

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its address as pages link it: `/lifts/stories/hannah/`.
    pub href: String,
    /// Its title, as text.
    pub title: String,
    /// The name of its group, such as "Stories". Groups stand in the order in which they come.
    pub group: String,
    /// How it stands.
    pub state: State,
    /// How many errors are in its file.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many hints.
    pub hints: usize,
}

/// How a page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It would be published.
    Published,
    /// It would not be published, for this reason: the end of "Not published: …", as text.
    Withheld(String),
    /// Its file has mistakes, and nothing can be made of it, or only what it was before.
    Mistaken,
}

/// The overview of a site with this title, as a whole page.
///
/// In each group, pages with errors come first and then those with warnings; otherwise the order stays.
pub fn overview(site: &str, rows: &[Row], reach: Reach) -> String {
    let groups = groups(rows);
    let who = match reach {
        Reach::ThisMachine => "Only you can see this.",
        Reach::Network => "Whoever has the address of this preview can see this.",
    };
    let mut main =
        format!("<h1><bdi>{}</bdi></h1><p>{who} Nothing is online yet.</p><p>{}</p>", escaped(site), summary(rows),);
    if groups.len() > 1 {
        main.push_str("<nav aria-label=\"Kinds\"><ul>");
        for (index, (name, rows)) in groups.iter().enumerate() {
            let troubled = match rows.iter().filter(|row| urgency(row) < CALM).count() {
                0 => String::new(),
                count => format!(", <span class=\"warnings\">{count} to look at</span>"),
            };
            let (name, count) = (escaped(name), rows.len());
            main.push_str(&format!(
                "<li><a href=\"#g{index}\">{name}</a> <span class=\"quiet\">{count}</span>{troubled}</li>"
            ));
        }
        main.push_str("</ul></nav>");
    }
    for (index, (name, rows)) in groups.iter().enumerate() {
        main.push_str(&format!(
            "\n<section aria-labelledby=\"g{index}\"><h2 id=\"g{index}\">{} <span>{}</span></h2><ul>",
            escaped(name),
            rows.len(),
        ));
        rows.iter().for_each(|row| push_row(&mut main, row));
        main.push_str("</ul></section>");
    }
    page(&format!("All pages: {site}"), &main)
}

/// The urgency of a page with nothing to look at.
const CALM: u8 = 2;

fn urgency(row: &Row) -> u8 {
    match row {
        Row { state: State::Mistaken, .. } | Row { errors: 1.., .. } => 0,
        Row { warnings: 1.., .. } => 1,
        _ => CALM,
    }
}

fn groups(rows: &[Row]) -> Vec<(&str, Vec<&Row>)> {
    let mut groups: Vec<(&str, Vec<&Row>)> = vec![];
    for row in rows {
        match groups.iter_mut().find(|(name, _)| *name == row.group) {
            Some((_, members)) => members.push(row),
            None => groups.push((&row.group, vec![row])),
        }
    }
    for (_, members) in &mut groups {
        members.sort_by_key(|row| urgency(row));
    }
    groups
}

fn summary(rows: &[Row]) -> String {
    let withheld = rows.iter().filter(|row| matches!(row.state, State::Withheld(_))).count();
    let errors = rows.iter().filter(|row| urgency(row) == 0).count();
    let mut parts = vec![counted(rows.len(), "page")];
    if withheld > 0 {
        parts.push(format!("{withheld} would not be published"));
    }
    if errors > 0 {
        parts.push(format!("<strong class=\"errors\">{errors} with errors</strong>"));
    }
    format!("{}.", parts.join(", "))
}

fn push_row(out: &mut String, row: &Row) {
    let title = if row.title.trim().is_empty() { &row.href } else { &row.title };
    let href = escaped(&row.href);
    // With ids and nothing between them, ten thousand rows are brought up to date in place without comparing each with
    // each. An address begins with `/`, so it is no other id of the page.
    out.push_str(&format!(
        "<li\nid=\"{href}\"><a href=\"{href}\"><bdi>{}</bdi></a> <span class=\"address\"><bdi>{href}</bdi></span> <span class=\"state\">",
        escaped(title),
    ));
    match &row.state {
        State::Published => {}
        State::Withheld(why) => {
            out.push_str(&format!("<span class=\"withheld\"><b>Not published:</b> {}</span> ", escaped(why)));
        }
        State::Mistaken => out.push_str("<span class=\"errors\">Has mistakes</span> "),
    }
    let counts = [(row.errors, "error"), (row.warnings, "warning"), (row.hints, "hint")];
    for (count, one) in counts.into_iter().filter(|(count, _)| *count > 0) {
        out.push_str(&format!("<span class=\"{one}s\">{}</span> ", counted(count, one)));
    }
    out.push_str("</span></li>");
}

fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(group: &str, title: &str) -> Row {
        Row {
            href: format!("/{}/", title.to_lowercase()),
            title: title.to_owned(),
            group: group.to_owned(),
            state: State::Published,
            errors: 0,
            warnings: 0,
            hints: 0,
        }
    }

    /// Where these texts stand in the page, which must be in this order.
    fn in_order(page: &str, texts: &[&str]) {
        let mut at = 0;
        for text in texts {
            at +=
                page[at..].find(text).unwrap_or_else(|| panic!("{text} is not after byte {at} of {page}")) + text.len();
        }
    }

    #[test]
    fn pages_stand_in_their_groups_those_with_problems_first() {
        let rows = [
            row("Stories", "Calm"),
            Row { warnings: 2, ..row("Stories", "Warned") },
            row("Pages", "About"),
            Row { state: State::Mistaken, errors: 1, ..row("Stories", "Broken") },
            Row { state: State::Withheld("it is a draft".to_owned()), hints: 1, ..row("Pages", "Draft") },
        ];
        let page = overview("Ours", &rows, Reach::ThisMachine);
        in_order(
            &page,
            &[
                "<p>5 pages, 1 would not be published, <strong class=\"errors\">1 with errors</strong>.</p>",
                "<a href=\"#g0\">Stories</a> <span class=\"quiet\">3</span>, <span class=\"warnings\">2 to look at</span>",
                "<h2 id=\"g0\">Stories <span>3</span></h2>",
                "Broken</bdi></a>",
                "Has mistakes</span> <span class=\"errors\">1 error</span>",
                "Warned</bdi></a>",
                "2 warnings",
                "Calm</bdi></a>",
                "<h2 id=\"g1\">Pages <span>2</span></h2>",
                "About</bdi></a>",
                "Draft</bdi></a>",
                "<b>Not published:</b> it is a draft</span> <span class=\"hints\">1 hint</span>",
            ],
        );
    }

    #[test]
    fn nothing_that_is_written_becomes_markup() {
        let evil = "\"><img src=x onerror=alert(1)>&'</bdi></title><script>";
        let rows =
            [Row { href: evil.to_owned(), state: State::Withheld(evil.to_owned()), ..row(evil, evil) }, row("b", "")];
        let page = overview(evil, &rows, Reach::ThisMachine);
        assert!(!page.contains("<img") && !page.contains("<script"), "{page}");
        assert_eq!(page.matches("</title>").count(), 1);
        assert_eq!(page.matches("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;").count(), 9);
        // A page without a title is called by its address, so that its link has a name.
        assert!(page.contains("<a href=\"//\"><bdi>//</bdi></a>"), "{page}");
    }

    #[test]
    fn an_empty_site_has_an_overview() {
        assert!(overview("Ours", &[], Reach::ThisMachine).contains("<p>0 pages.</p>"));
    }
}
