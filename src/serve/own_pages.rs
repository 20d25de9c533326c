//! Whole pages of the preview's own: their frame, and those that stand where a page of the site cannot be shown.
//!
//! Like every page they get their script from the server, which hashes them without it.

use super::http::Reach;
use super::ribbon::coded;

/// Their styles, as the pages ask for them.
pub(super) const STYLES: &str = r#"<link rel="stylesheet" href="/_handbill/preview.css">"#;

/// The page for a document whose consent was withdrawn: only that, and nothing of what the document says.
///
/// `why` and `help` are as in [`super::ribbon::insert`].
pub fn withdrawn(why: &str, help: &str) -> String {
    let main = format!(
        "<h1>This page is not shown</h1>\
         <p><strong>Not published: {}.</strong> {}</p>\
         <p>Nothing of it is shown here either, so that nobody sees it by accident.</p>{BACK}",
        coded(why),
        coded(&sentence(help)),
    );
    page("Not shown", &main)
}

/// The page for a file with mistakes that nothing was made of yet; the list of problems stands on it.
///
/// `file` is the path of the file below the site's folder. In a network it is not named, since a name can tell too much
/// of whom the page is about.
pub fn mistaken(file: &str, reach: Reach) -> String {
    let (name, told) = match reach {
        Reach::ThisMachine => {
            (format!("<code><bdi>{}</bdi></code>", escaped(file)), "The list below says what it is and what to do.")
        }
        Reach::Network => ("its file".to_owned(), "The terminal of Handbill says what it is and what to do."),
    };
    let main = format!(
        "<h1>This page cannot be shown yet</h1>\
         <p>There is a mistake in {name}. {told}</p>\
         <p>Mend it and save the file, and the page appears here by itself.</p>{BACK}",
    );
    page("Not yet", &main)
}

const BACK: &str = r#"<p><a href="/_handbill/">All pages</a></p>"#;

/// A page with this title and this inside of its `main`; the title is text, the inside is HTML.
pub(super) fn page(title: &str, main: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{} · Handbill</title>\n{STYLES}\n</head>\n\
         <body>\n<main>\n{main}\n</main>\n</body>\n</html>\n",
        escaped(title),
    )
}

/// The text as HTML, for elements and for attributes in double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    tera::escape_html(text, &mut out).expect("a vector takes whatever is written");
    // A null byte is no character of HTML.
    String::from_utf8(out).expect("text stays text when it is escaped").replace('\0', "\u{fffd}")
}

/// The text as a sentence, with a large first letter and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(char::to_uppercase);
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    first.into_iter().flatten().chain(characters).chain(stop.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_stays_text() {
        let page = mistaken("content/<script>alert(1)</script>\"&'.md", Reach::ThisMachine);
        assert!(page.contains("content/&lt;script&gt;alert(1)&lt;"), "{page}");
        assert!(!page.contains("<script"), "{page}");
        assert_eq!(escaped("a\0<\"'&>"), "a\u{fffd}&lt;&quot;&#39;&amp;&gt;");
    }

    #[test]
    fn a_network_is_not_told_the_name_of_a_file() {
        let page = mistaken("content/stories/maureen-tolley.md", Reach::Network);
        assert!(page.contains("There is a mistake in its file.") && !page.contains("maureen"), "{page}");
    }

    #[test]
    fn a_withdrawn_page_says_why_and_nothing_else() {
        let page = withdrawn("consent was withdrawn", "it stays unpublished; the file can be deleted");
        assert!(
            page.contains("<strong>Not published: consent was withdrawn.</strong> It stays unpublished;"),
            "{page}"
        );
        assert!(
            page.contains("<html lang=\"en\" dir=\"ltr\">") && page.contains("<title>Not shown · Handbill</title>")
        );
    }

    #[test]
    fn sentences_begin_large_and_end_with_a_stop() {
        assert_eq!(sentence("éa"), "Éa.");
        assert_eq!(sentence("`code`"), "`code`.");
        assert_eq!(sentence("Done!"), "Done!");
        assert_eq!(sentence(""), ".");
    }
}
