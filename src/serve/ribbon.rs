//! The strip above a previewed page that would not be published: why, and what would publish it. Plain HTML, no script.

use super::http::Reach;
use super::own_pages::{escaped, sentence};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Its styles, as the page asks for them.
pub(super) const STYLES: &str = r#"<link rel="stylesheet" href="/_handbill/ribbon.css">"#;

/// Puts the strip at the start of a page's body.
///
/// `why` is the end of "Not published: …", `help` says what would publish the page; both are text with code between
/// backquotes, as [`crate::diagnostic::Diagnostic`] has them. It says who can see the page. A page without a tag for its body, and one that cannot be
/// read as HTML, get the strip at their end, which is in the body too: it is never left out.
pub fn insert(html: &mut String, why: &str, help: &str, reach: Reach) {
    let ribbon = ribbon(why, help, reach);
    let mut placed = false;
    let body = element!("body", |body| {
        if !placed {
            placed = true;
            body.prepend(&ribbon, ContentType::Html);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(body);
    match rewrite_str(html, settings) {
        Ok(whole) if placed => *html = whole,
        _ => html.push_str(&ribbon),
    }
}

fn ribbon(why: &str, help: &str, reach: Reach) -> String {
    let who = match reach {
        Reach::ThisMachine => "Only you can see this page.",
        Reach::Network => "Whoever has the address of this preview can see this page.",
    };
    format!(
        "<aside class=\"handbill-ribbon\" lang=\"en\" dir=\"ltr\" aria-label=\"Not published\">{STYLES}\
         <p><strong>Not published: {}.</strong> {} {who}</p></aside>",
        coded(why),
        coded(&sentence(help)),
    )
}

/// The text as HTML, with `code` for what stands between backquotes.
pub(super) fn coded(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(text);
    }
    let mut html = String::new();
    for (index, part) in parts.iter().enumerate() {
        match index % 2 {
            0 => html.push_str(&escaped(part)),
            _ => html.push_str(&format!("<code>{}</code>", escaped(part))),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inserted(html: &str) -> String {
        let mut page = html.to_owned();
        insert(&mut page, "it is a draft", "to publish it, take out `draft: yes`", Reach::ThisMachine);
        page
    }

    const RIBBON: &str = "<aside class=\"handbill-ribbon\" lang=\"en\" dir=\"ltr\" aria-label=\"Not published\">\
        <link rel=\"stylesheet\" href=\"/_handbill/ribbon.css\"><p><strong>Not published: it is a draft.</strong> \
        To publish it, take out <code>draft: yes</code>. Only you can see this page.</p></aside>";

    #[test]
    fn it_stands_first_in_the_body() {
        let page = "<!doctype html><html><head><title>a <body> b</title><!-- <body> --></head>\n<body class=\"a>b\">\n<p>x</p></body></html>";
        let expected = page.replace("\"a>b\">", &format!("\"a>b\">{RIBBON}"));
        assert_eq!(inserted(page), expected);
    }

    #[test]
    fn a_page_without_a_body_tag_has_it_too() {
        for page in ["<!doctype html><title>x</title><p>y", "", "<!-- <body>"] {
            assert!(inserted(page).contains("Not published"), "{page}");
        }
        assert_eq!(inserted("<p>y"), format!("<p>y{RIBBON}"));
    }

    #[test]
    fn it_is_true_of_who_can_see_the_page() {
        let mut page = "<body>".to_owned();
        insert(&mut page, "it is a draft", "", Reach::Network);
        assert!(page.contains("Whoever has the address of this preview can see this page."), "{page}");
        assert!(!page.contains("Only you"), "{page}");
    }

    #[test]
    fn a_second_body_gets_none() {
        assert_eq!(inserted("<body><p>x<body>").matches("<aside").count(), 1);
    }

    #[test]
    fn what_it_says_is_text() {
        let mut page = "<body>".to_owned();
        insert(&mut page, "<img src=x onerror=alert(1)>", "write `<b>\"&'` & <script>", Reach::ThisMachine);
        let expected = "&lt;img src=x onerror=alert(1)&gt;.</strong> Write <code>&lt;b&gt;&quot;&amp;&#39;</code> &amp; &lt;script&gt;.";
        assert!(page.contains(expected), "{page}");
    }
}
