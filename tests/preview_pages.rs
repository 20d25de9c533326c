//! The preview's own pages, letter for letter, as the browser tests look at them. `HANDBILL_BLESS=1` writes them anew.

use handbill::serve::http::Reach;
use handbill::serve::overview::{Row, State, overview};
use handbill::serve::{own_pages, ribbon};
use std::fs;
use std::path::Path;

#[test]
fn the_preview_has_these_pages_of_its_own() {
    let why = "consent was withdrawn";
    let help = "it stays unpublished; the file can be deleted";
    let mut story = "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width\">\n<title>أحد عشر طابقا</title>\n</head>\n\
        <body>\n<main><h1>أحد عشر طابقا</h1><p>نزلت على الدرج.</p></main>\n</body>\n</html>\n"
        .to_owned();
    ribbon::insert(
        &mut story,
        "consent is pending",
        "when the person has agreed, write `given` in its place",
        Reach::ThisMachine,
    );
    let pages = [
        ("overview.html", overview("Elm Court tenants <b>\"&'", &rows(), Reach::ThisMachine)),
        ("withdrawn.html", own_pages::withdrawn(why, help)),
        ("mistaken.html", own_pages::mistaken("content/stories/eleven-floors.md", Reach::ThisMachine)),
        ("ribbon.html", story),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/preview");
    for (name, made) in pages {
        let path = folder.join(name);
        if std::env::var_os("HANDBILL_BLESS").is_some() {
            fs::write(&path, &made).unwrap();
        }
        assert_eq!(made, fs::read_to_string(&path).unwrap().replace("\r\n", "\n"), "{name}");
    }
}

fn rows() -> Vec<Row> {
    let row = |group: &str, path: &str, title: &str| Row {
        href: format!("/lifts/{path}"),
        title: title.to_owned(),
        group: group.to_owned(),
        state: State::Published,
        errors: 0,
        warnings: 0,
        hints: 0,
    };
    let withheld = |why: &str| State::Withheld(why.to_owned());
    vec![
        row("Pages", "", "Elm Court tenants"),
        row("Pages", "about/", "Who we are and how to join us"),
        Row { warnings: 1, hints: 2, ..row("Pages", "contact/", "Contact") },
        row("Campaigns", "campaigns/fix-the-lifts/", "Fix the lifts"),
        Row { state: withheld("it is a draft"), ..row("Campaigns", "campaigns/heat/", "Heat before Christmas") },
        row("Stories", "stories/night-shift/", "Home from the night shift"),
        Row {
            state: withheld("consent is pending"),
            hints: 1,
            ..row("Stories", "stories/%D8%AF%D8%B1%D8%AC/", "أحد عشر طابقا")
        },
        Row {
            state: State::Mistaken,
            errors: 2,
            ..row("Stories", "stories/eleven-floors/", "<img src=x onerror=\"alert(1)\">")
        },
        row(
            "Definitions",
            "definitions/donaudampfschifffahrtsgesellschaftskapitaen/",
            &"Donaudampfschifffahrt".repeat(4),
        ),
    ]
}
