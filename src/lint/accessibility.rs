//! What keeps people from reading a page: alternative texts, link words, tables and colours that do not help.

use super::Page;
use super::language::Language;
use crate::content::front_texts::inside;
use crate::content::kinds::{Content, Image};
use crate::content::markdown::{Destination, Link};
use crate::content::pieces::words;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, Span};
use crate::session::Edition;
use crate::site::Target;
use crate::theme::{self, ColourUse};
use foldhash::{HashMap, HashMapExt};
use std::collections::hash_map::Entry;

pub(super) fn page(page: &Page, told: &mut Vec<Diagnostic>) {
    pictures(page, told);
    links(page, told);
    for head in &page.words.empty_heads {
        let help =
            "write in the first row what each column holds: people who listen to a table hear it with every cell";
        told.push(page.tell(Code::NoTableHeader, *head, "this table has no headings", help));
    }
}

/// Where the site's colour is not used as it is, and what is used there.
pub(super) fn site(edition: &Edition, told: &mut Vec<Diagnostic>) {
    let Some(colour) = &edition.settings.settings.colour else { return };
    let uses: Vec<String> = theme::colour_changes(&colour.value.0)
        .into_iter()
        .map(|(used, instead)| match used {
            ColourUse::Links => format!("links on light pages are `{instead}`"),
            ColourUse::Lines => format!("lines on light pages are `{instead}`"),
            ColourUse::DarkGround => format!("bands on dark pages are `{instead}`"),
        })
        .collect();
    if uses.is_empty() {
        return;
    }
    let message = format!("`{}` would be hard to see in some places, so {}", colour.value.0, uses.join(", "));
    let help = "nothing needs to be done: bands and buttons on light pages have your colour as you wrote it";
    told.push(Diagnostic::new(Code::ColourChanged, Place::spot(&"site.yaml".into(), colour.spot), message).help(help));
}

fn pictures(page: &Page, told: &mut Vec<Diagnostic>) {
    for image in page.shape.outline.images.iter().filter(|image| !image.decorative) {
        let span = page.document.spans.span(image.spot);
        alt(page, &image.alt, || inside(page.source, span, &image.alt), told);
    }
    let quotes = match &page.shape.content {
        Content::Page(page) => page.quotes.as_slice(),
        Content::Campaign(campaign) => campaign.quotes.as_slice(),
        _ => &[],
    };
    let images = page.shape.common.image.iter().chain(quotes.iter().filter_map(|quote| quote.image.as_ref()));
    for Image { alt: text, .. } in images.map(|image| &image.value).filter(|image| !image.decorative) {
        if let Some(text) = text {
            alt(page, text, || page.inside(text.spot, text), told);
        }
    }
}

fn alt(page: &Page, text: &str, span: impl Fn() -> Span, told: &mut Vec<Diagnostic>) {
    let help = "write what someone would miss who does not see it, as you would say it on the phone";
    if is_file_name(text) {
        let message = format!("`{text}` is the name of a file and says nothing of the picture");
        told.push(page.tell(Code::AltSaysNothing, span(), message, help));
    } else if page.language == Language::English && says_only_picture(text) {
        let message = format!("`{text}` says nothing of what the picture shows");
        told.push(page.tell(Code::AltSaysNothing, span(), message, help));
    } else if page.language == Language::English
        && let Some(opening) = opening(text)
    {
        let message = format!("`{opening}` is said already: people who listen hear that it is a picture");
        let help = "leave these words out, and begin with what it shows";
        told.push(page.tell(Code::AltSaysNothing, span(), message, help).severity(Severity::Hint));
    }
}

/// The name of a file, or what a camera or a phone calls one.
fn is_file_name(alt: &str) -> bool {
    let lower = alt.trim().to_lowercase();
    let ends = [".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".heic", ".tif", ".tiff", ".bmp"];
    if ends.iter().any(|end| lower.ends_with(end)) && !lower.contains(". ") {
        return true;
    }
    let cameras =
        ["img", "dsc", "dscn", "dscf", "pxl", "dcim", "mvimg", "screenshot", "image", "photo", "whatsapp image"];
    let rest = cameras.iter().find_map(|camera| lower.strip_prefix(camera));
    let Some(rest) = rest.filter(|rest| rest.contains(|c: char| c.is_ascii_digit())) else { return false };
    rest.chars().all(|c| c.is_ascii_digit() || "-_ .:()~".contains(c)) || lower.starts_with("whatsapp image 20")
}

/// Words that say of a picture that it is one.
const PICTURES: [&str; 16] = [
    "image",
    "photo",
    "picture",
    "photograph",
    "graphic",
    "logo",
    "icon",
    "banner",
    "alt",
    "alternative",
    "text",
    "untitled",
    "screenshot",
    "img",
    "pic",
    "illustration",
];

/// No word but such as "the", "photo" and "1".
fn says_only_picture(alt: &str) -> bool {
    let mut pictures = 0;
    for word in words(alt) {
        let word = word.text.to_lowercase();
        if PICTURES.contains(&word.as_str()) {
            pictures += 1;
        } else if !matches!(word.as_str(), "a" | "an" | "the" | "our" | "this" | "here")
            && !word.chars().all(|c| c.is_ascii_digit())
        {
            return false;
        }
    }
    pictures > 0
}

/// "Photo of" and the like at the start.
fn opening(alt: &str) -> Option<&str> {
    let mut first = words(alt).take(3).skip_while(|word| matches!(&*word.text.to_lowercase(), "a" | "an" | "the"));
    let (noun, of) = (first.next()?, first.next()?);
    let known = matches!(&*noun.text.to_lowercase(), "image" | "photo" | "picture" | "photograph" | "pic");
    (known && of.text == "of").then(|| &alt[..of.end()])
}

/// Link words that say nothing, in lower case, in the languages that we know them in.
const VAGUE: [&str; 41] = [
    "here",
    "click here",
    "click",
    "click this",
    "click me",
    "tap here",
    "press here",
    "see here",
    "look here",
    "read more",
    "more",
    "read on",
    "learn more",
    "find out more",
    "see more",
    "more info",
    "more information",
    "info",
    "details",
    "link",
    "this link",
    "this",
    "this page",
    "this website",
    "download",
    "continue",
    "continue reading",
    "hier",
    "hier klicken",
    "mehr",
    "weiterlesen",
    "mehr erfahren",
    "ici",
    "cliquez ici",
    "en savoir plus",
    "lire la suite",
    "aquí",
    "haz clic aquí",
    "leer más",
    "yma",
    "darllen mwy",
];

/// How many characters the longest of them has.
const LONGEST_VAGUE: usize = 16;

fn is_vague(link: &str) -> bool {
    let bare = link.trim_matches(|c: char| !c.is_alphanumeric());
    // No character becomes less than one in lower case.
    bare.chars().nth(LONGEST_VAGUE).is_none() && VAGUE.contains(&bare.to_lowercase().as_str())
}

fn links(page: &Page, told: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, &Link> = HashMap::new();
    for link in page.shape.outline.links.iter().filter(|link| !link.words.is_empty()) {
        let span = || page.inside(link.spot, &link.words);
        if is_vague(&link.words) {
            told.push(vague(page, &link.words, span()));
            continue;
        }
        if is_address(&link.words) {
            let help =
                "write words around it: `[the council's plan](https://…)`; a listener hears an address sign by sign";
            let message = "an address stands where words could say what it leads to";
            told.push(page.tell(Code::AddressAsWords, span(), message, help));
            continue;
        }
        // Where it leads is looked up only if another one has its words.
        let mut earlier = match first.entry(in_one_line(&link.words)) {
            Entry::Vacant(none) => {
                none.insert(link);
                continue;
            }
            Entry::Occupied(earlier) => earlier,
        };
        if earlier.get().to == link.to {
            continue;
        }
        let Some(here) = target(page, link) else { continue };
        match target(page, earlier.get()) {
            None => {
                earlier.insert(link);
            }
            Some(there) if there == here => {}
            Some(_) => {
                let message = format!("`{}` leads to two different pages", link.words);
                let help = "give each its own words: some people go through a page from link to link";
                let spot = earlier.get().spot;
                let place = Place::spot(page.path(), spot).label("the same words, leading elsewhere");
                told.push(page.tell(Code::SameWords, span(), message, help).also(place));
            }
        }
    }
    if let Content::Resource(resource) = &page.shape.content
        && let Some(text) = resource.link_text.as_ref().filter(|text| is_vague(text))
    {
        told.push(vague(page, text, page.inside(text.spot, text)));
    }
}

/// The words in lower case, with single spaces between them.
fn in_one_line(words: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    if words.bytes().all(is_plain) && !words.as_bytes().windows(2).any(|pair| pair == b"  ") {
        return words.trim_matches(' ').to_ascii_lowercase();
    }
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn vague(page: &Page, words: &str, span: Span) -> Diagnostic {
    let help = "say what it leads to, so that it makes sense on its own: `[the minutes of the meeting](…)`";
    page.tell(Code::VagueLink, span, format!("`{words}` does not say where the link leads"), help)
}

/// An address on the web. `our-group.org` alone can be read out, and stays.
fn is_address(words: &str) -> bool {
    let begins = |with: &str| words.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let is_schemed = begins("https://") || begins("http://");
    (is_schemed || begins("www.") && words.contains('/')) && !words.contains(char::is_whitespace)
}

/// The page that a link leads to, whatever the place on it; `None` for what is not published.
fn target(page: &Page, link: &Link) -> Option<String> {
    match &link.to {
        Destination::External(address) => {
            Some(address.split('#').next().unwrap_or(address).trim_end_matches('/').to_lowercase())
        }
        Destination::Anchor(_) => Some(page.doc.to_string()),
        Destination::Internal { .. } => match page.edition.site.targets.get(page.doc, link.spot)? {
            Target::Document(serial, _) => Some(page.edition.site.targets.doc(*serial)?.to_string()),
            Target::List(folder, _) => Some(format!("{folder}/")),
            Target::File(path) => Some(path.to_string()),
            Target::Nothing => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternative_texts_that_say_nothing() {
        for alt in
            ["IMG_2041.JPG", "lifts-broken.png", "IMG_2041", "PXL_20260412_101112", "Screenshot 2026-04-12 10.11"]
        {
            assert!(is_file_name(alt), "{alt}");
        }
        for alt in ["Photo", "image 1", "Our logo", "The banner", "alt text", "A picture here"] {
            assert!(says_only_picture(alt), "{alt}");
        }
        assert_eq!(opening("Photo of a lift"), Some("Photo of"));
        assert_eq!(opening("An image of a lift"), Some("An image of"));
    }

    #[test]
    fn alternative_texts_that_say_something() {
        for alt in [
            "A drawing of a bus at night",
            "The 9 bus",
            "Image makers at work in the hall",
            "Photo booth at the fair",
            "Logo: a kettle over three waves",
            "Screenshot of the council's page",
            "Lift out of order",
            "A sign that says photo.jpg. Somebody laughed.",
        ] {
            assert!(!is_file_name(alt) && !says_only_picture(alt), "{alt}");
        }
        assert_eq!(opening("A drawing of a lift"), None);
        assert_eq!(opening("Pictures of the strike on a wall"), None);
    }

    #[test]
    fn link_words() {
        for words in ["here", "Click here!", "Read more …", "this link", "→ More", "Hier", "yma"] {
            assert!(is_vague(words), "{words}");
        }
        assert_eq!(VAGUE.iter().map(|words| words.chars().count()).max(), Some(LONGEST_VAGUE));
        assert_eq!(in_one_line(" The  \nMINUTES of Émile\u{a0}"), "the minutes of émile");
        for words in
            ["here is how it works", "Read more about lifts", "the minutes", "Moreton Hall", "Go to the course"]
        {
            assert!(!is_vague(words), "{words}");
        }
        assert!(is_address("https://a.example/x") && is_address("www.a.example/x"));
        assert!(!is_address("a.example") && !is_address("www.a.example") && !is_address("see https://a.example"));
    }
}
