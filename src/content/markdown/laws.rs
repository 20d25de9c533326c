//! Laws that hold for every text, tried with random ones: no panic, well-formed and harmless HTML, true places.

use super::testing::{Compiled, compile_with, options};
use super::*;
use crate::diagnostic::{Spot, Where};
use crate::terms::{Glossary, find};
use proptest::prelude::*;

/// Pieces that mean something in Markdown or HTML, so that random texts are full of it.
const PIECES: &[&str] = &[
    "social",
    "action",
    " ",
    "  \n",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "# ",
    "### ",
    "> ",
    "> [!TIP]\n",
    "- ",
    "- [x] ",
    "1. ",
    ": ",
    "| a | b |\n|:--|--:|\n| c | d |\n",
    "[a](b.md)",
    "[",
    "](",
    ")",
    "![",
    "![x](y.png)",
    "![x](withheld.png \"t\")",
    "[^1]",
    "[^1]: ",
    "[^2]",
    "\n[^2]: note [^1]\n",
    "https://example.org/a_b?c=d&e",
    "a@example.org",
    "\"",
    "'",
    "--",
    "...",
    "&amp;",
    "&",
    "<",
    ">",
    "<b>",
    "</b>",
    "<a href=\"https://x.example\">",
    "</a>",
    "<div>\n\n",
    "</div>\n\n",
    "<details open>",
    "<p onclick=x style='y'>",
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "<!--",
    "-->",
    "<br/>",
    "<pre>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "\\",
    "\u{301}",
    "é",
    "سكن",
    "\t",
    "    ",
    "---\n",
    "{#id}",
    "\0",
    "\r\n",
    "<a href=\"java&#115;cript:x\">",
    "<svg/onload=x>",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

/// The names of open elements must match; gives the text between the tags.
fn well_formed(html: &str) -> String {
    let mut open = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a stray > in {html}");
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or_else(|| panic!("an open tag in {html}"));
        rest = after;
        let name = tag.split(' ').next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "in {html}");
        } else {
            assert!(name.bytes().all(|c| c.is_ascii_alphanumeric()), "<{tag}> in {html}");
            assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}> in {html}");
            assert!(name != "a" || !open.contains(&"a"), "a link in a link: {html}");
            if !["br", "hr", "img", "input", "wbr"].contains(&name) {
                open.push(name);
            }
            harmless(tag, name);
        }
    }
    assert_eq!(open, [""; 0], "left open in {html}");
    text + rest
}

fn harmless(tag: &str, name: &str) {
    assert!(!["script", "style", "iframe", "svg", "object"].contains(&name), "<{tag}>");
    // Values are taken out, what stays are the names of attributes.
    let names: String = tag.split('"').step_by(2).collect();
    for attribute in names.split([' ', '=']).skip(1) {
        assert!(!attribute.starts_with("on") && attribute != "style", "<{tag}>");
    }
    for (_, value) in tag.match_indices("href=\"").map(|(at, found)| (at, &tag[at + found.len()..])) {
        assert!(
            ["https:", "http:", "mailto:", "tel:", "#", "/"].iter().any(|start| value.starts_with(start)),
            "<{tag}>"
        );
    }
}

fn check_places(compiled: &Compiled, length: usize) {
    let inside = |span: crate::diagnostic::Span| span.start <= span.end && span.end as usize <= length;
    for diagnostic in &compiled.diagnostics {
        for place in &diagnostic.places {
            assert!(matches!(place.at, Where::Span(span) if inside(span)), "{diagnostic:?}");
        }
    }
    let outline = &compiled.body.outline;
    let spots = outline.links.iter().map(|link| link.spot).chain(outline.images.iter().map(|image| image.spot));
    for Spot(spot) in spots.chain(outline.headings.iter().map(|heading| heading.spot)) {
        assert!(inside(compiled.spans.span(Spot(spot))));
    }
}

proptest! {
    #[test]
    fn every_text_becomes_harmless_well_formed_html(text in texts(), kept: bool, title: bool) {
        let raw_html = if kept { RawHtml::Kept } else { RawHtml::Shown };
        let first = if title { FirstHeading::Title } else { FirstHeading::Heading };
        let compiled = compile_with(&text, &options("fr", raw_html), first);
        let plain = well_formed(&compiled.render());
        check_places(&compiled, text.len());

        let glossary = Glossary::new([["social action"], ["action"], ["social"], ["سكن"], ["a social"]]);
        let terms = find(&compiled.body, &glossary);
        let with_terms = compiled.render_in(Setting { first_level: 2, prefix: "", terms: &terms });
        prop_assert_eq!(well_formed(&with_terms), plain);
        prop_assert_eq!(with_terms.matches("class=\"term\"").count(), terms.len());

        let again = compile_with(&text, &options("fr", raw_html), first);
        prop_assert_eq!(again.body, compiled.body);
        prop_assert_eq!(again.diagnostics, compiled.diagnostics);
    }

    #[test]
    fn words_that_are_kept_are_those_that_are_read(text in texts()) {
        let options = Options { words: WordPlaces::Kept, ..options("en", RawHtml::Kept) };
        let kept = compile_with(&text, &options, FirstHeading::Heading).words.unwrap_or_default();
        let read = Words::read(&text, 0..text.len());
        let (mut kept_words, mut read_words) = (String::new(), String::new());
        kept.write(&text, &mut kept_words);
        read.write(&text, &mut read_words);
        prop_assert_eq!(&kept_words, &read_words);
        prop_assert_eq!(&kept.blocks, &read.blocks);
        for at in 0..read_words.len() {
            prop_assert_eq!(kept.span(at..at + 1), read.span(at..at + 1));
        }
    }

    #[test]
    fn a_file_with_front_matter_has_the_same_text_further_down(text in texts()) {
        let front = "---\ntitle: é\n---\n";
        let file = format!("{front}{text}");
        let source =
            Source { path: &"a.md".into(), text: &file, body: front.len()..file.len(), first: FirstHeading::Heading };
        let mut diagnostics = Vec::new();
        let below = parse(&source, &options("en", RawHtml::Kept), &mut Spans::default(), &mut diagnostics);
        let alone = compile_with(&text, &options("en", RawHtml::Kept), FirstHeading::Heading);
        prop_assert_eq!(below.0, alone.body);
        prop_assert_eq!(diagnostics.len(), alone.diagnostics.len());
    }

    #[test]
    fn a_plain_text_stays_the_same_text(text in any::<String>()) {
        let mut out = String::new();
        let setting = Setting { first_level: 2, prefix: "", terms: &[] };
        plain(&text).render(&mut out, &mut super::testing::Stub, setting);
        let shown = out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        prop_assert_eq!(shown, text.replace('\r', "").replace('\0', "\u{fffd}"));
    }
}
