//! The lints of `check`: what must be told, at which words, and what must not.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "site_support/mod.rs"]
mod site_support;

use handbill::diagnostic::{Code, Diagnostic, Severity, Where};
use handbill::lint::{Scales, lint};
use handbill::session::{Edition, EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::{Change, FileContent, Folder};
use site_support::{SITE_YAML, TEMPLATES, options, outputs, session};
use std::path::Path;
use std::sync::Arc;

/// The edition of files; `site.yaml` gets these further lines.
fn edition(settings: &str, files: &[(&str, &str)]) -> Arc<Edition> {
    let settings = format!("{SITE_YAML}{settings}");
    let all = files.iter().copied().chain([("site.yaml", settings.as_str())]);
    let changes = all.map(|(path, text)| Change { path: path.into(), content: Some(FileContent::Text(text.into())) });
    session(options(), changes).edition()
}

/// What the lints tell: code and the words at the place.
fn told(settings: &str, files: &[(&str, &str)]) -> Vec<(Code, String)> {
    let edition = edition(settings, files);
    let errors: Vec<_> = edition.diagnostics.iter().filter(|told| told.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // How somebody could be found is told by every command.
    let found = edition.diagnostics.iter().filter(|told| matches!(told.code as u16, 903..=906));
    found.chain(&lint(&edition)).map(|told| (told.code, words(&edition, told))).collect()
}

fn words(edition: &Edition, told: &Diagnostic) -> String {
    let Where::Span(span) = told.places[0].at else { panic!("a lint names bytes: {told:?}") };
    edition.text(&told.places[0].path).unwrap()[span.start as usize..span.end as usize].to_owned()
}

/// A file that is told of these words, or, without them, of nothing.
type Case<'a> = (&'a str, String, Option<(Code, &'a str)>);

fn check(cases: &[Case]) {
    let mut wrong = String::new();
    for (path, text, expected) in cases {
        let told = told("", &[(path, text)]);
        let expected: Vec<_> = expected.iter().map(|(code, words)| (*code, (*words).to_owned())).collect();
        if told != expected {
            wrong.push_str(&format!("\n== {path}\n{text}\n   told:     {told:?}\n   expected: {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn page(body: &str) -> String {
    format!("---\ntitle: A page\n---\n{body}\n")
}

const PAGE: &str = "content/a.md";
const STORY: &str = "content/stories/a.md";
const CAMPAIGN: &str = "content/campaigns/a.md";

fn story(fields: &str, body: &str) -> String {
    format!("---\ntitle: A story\ndate: 2026-10-30\n{fields}\n---\n{body}\n")
}

/// An active campaign with an open action, or with what is written in its place.
fn campaign(fields: &str) -> String {
    let actions = if fields.contains("actions:") {
        ""
    } else {
        "actions:\n  - do: come\n    title: Come along\n    offline: On Tuesdays\n"
    };
    format!(
        "---\ntitle: Mend the lifts\nstatus: active\nask: Mend them.\ntarget: The head of repairs\n{actions}{fields}\n---\nNow.\n"
    )
}

#[test]
fn accessibility() {
    check(&[
        (PAGE, page("Come along, [click here](a.md)."), Some((Code::VagueLink, "click here"))),
        (PAGE, page("[Read more](a.md)"), Some((Code::VagueLink, "Read more"))),
        (PAGE, page("[Read more about lifts](a.md)"), None),
        (
            PAGE,
            page("See https://plans.example/lifts/2026."),
            Some((Code::AddressAsWords, "https://plans.example/lifts/2026")),
        ),
        (PAGE, page("Write to <hello@elm.example>."), None),
        (
            PAGE,
            page("[the plan](https://a.example/1), [The  plan](https://a.example/2)"),
            Some((Code::SameWords, "The  plan")),
        ),
        (PAGE, page("[the plan](https://a.example/1), [the plan](https://a.example/1#costs)"), None),
        (PAGE, page("|  |  |\n|---|---|\n| a | b |"), Some((Code::NoTableHeader, "|  |  |\n"))),
        (PAGE, page("| | Tuesday |\n|---|---|\n| a | b |"), None),
        (
            "content/resources/a.md",
            "---\ntitle: A guide\nkind: guide\nurl: https://a.example/\nlink_text: Click here\n---\n".to_owned(),
            Some((Code::VagueLink, "Click here")),
        ),
    ]);
}

#[test]
fn pictures_in_texts_and_fields_need_words_that_say_something() {
    let files = |alt: &str| {
        let text = format!("---\ntitle: A\nimage:\n  file: /a.png\n  alt: \"{alt}\"\n---\n![{alt}](/a.png)\n");
        let asset = handbill::source::Asset { disk: "/nowhere".into(), length: 1, modified: 1, pixels: Some((4, 3)) };
        [
            Change { path: PAGE.into(), content: Some(FileContent::Text(text.as_str().into())) },
            Change { path: "content/a.png".into(), content: Some(FileContent::Asset(asset)) },
            Change { path: "site.yaml".into(), content: Some(FileContent::Text(SITE_YAML.into())) },
        ]
    };
    let told = |alt: &str| {
        let edition = session(options(), files(alt)).edition();
        lint(&edition).iter().map(|told| (told.code, told.severity, words(&edition, told))).collect::<Vec<_>>()
    };
    let twice = |severity, words: &str| vec![(Code::AltSaysNothing, severity, words.to_owned()); 2];
    assert_eq!(told("IMG_2041.jpg"), twice(Severity::Warning, "IMG_2041.jpg"));
    // What messages show in its place is no text yet.
    assert_eq!(
        told("what the picture shows"),
        [(); 2].map(|()| (Code::Placeholder, Severity::Warning, "what the picture shows".to_owned()))
    );
    let edition = session(options(), files("what the picture shows")).edition();
    for told in lint(&edition) {
        assert!(!told.help.unwrap().contains("line"), "without a text, the picture would be an error");
    }
    assert_eq!(told("Photo of a lift"), twice(Severity::Hint, "Photo of a lift"));
    assert_eq!(told("A lift that stands open between two floors"), []);
}

#[test]
fn a_colour_that_is_too_pale_is_told_with_the_one_that_is_used() {
    assert_eq!(told("colour: \"#ffd83d\"\n", &[]), [(Code::ColourChanged, "\"#ffd83d\"".to_owned())]);
    assert_eq!(told("colour: \"#9b2d4a\"\n", &[]), []);
}

#[test]
fn care() {
    let until = |day: &str| story(&format!("consent:\n  status: given\n  until: {day}"), "It came back.");
    let child = |who: &str| story(&format!("under_18: yes\nconsent:\n  status: given\n  guardian: yes\n{who}"), "So.");
    let given = |body: &str| story("consent: given", body);
    check(&[
        (STORY, until("2026-11-24"), Some((Code::ConsentEndsSoon, "2026-11-24"))),
        (STORY, until("2027-01-23"), Some((Code::ConsentEndsSoon, "2027-01-23"))),
        (STORY, until("2027-01-24"), None),
        // It has ended, and is withheld: there is nothing to say besides.
        (STORY, until("2026-11-23"), None),
        (
            "content/quotes/a.md",
            "---\nby: Ann\nconsent:\n  status: given\n  until: 2026-12-01\n---\nWe won.\n".to_owned(),
            Some((Code::ConsentEndsSoon, "2026-12-01")),
        ),
        (
            PAGE,
            "---\ntitle: A\nquotes:\n  - text: We won.\n    by: Ann\n    consent:\n      status: given\n      until: 2026-12-01\n---\n"
                .to_owned(),
            Some((Code::ConsentEndsSoon, "2026-12-01")),
        ),
        (STORY, child("who: Mina Farrow"), Some((Code::ChildFullName, "Mina Farrow"))),
        (STORY, child("who:\n  name: Mina Farrow\n  shown_as: Mina Farrow"), Some((Code::ChildFullName, "Mina Farrow"))),
        (STORY, child("who:\n  name: Mina Farrow"), None),
        (STORY, child("who: Mina and Ben"), None),
        (STORY, story("consent: given\nwho: Mina Farrow", "She is grown up."), None),
        (STORY, given("Ring me on 07700 900123, she said."), Some((Code::PhoneInStory, "07700 900123"))),
        (STORY, given("We counted 1,126 cars on 2026-11-24 at 08:30."), None),
        (STORY, story("consent: given\nsupport:\n  text: Ring us.\n  phone: 01632 960417", "It helped."), None),
        (STORY, story("consent: given\nplace: 12 Mill Lane", "It helped."), Some((Code::HomeInStory, "12 Mill Lane"))),
        (STORY, given("She lives at **12** Mill Lane."), Some((Code::HomeInStory, "12** Mill Lane"))),
        (STORY, given("The 12 Mill Lane families came in 2026."), None),
        // Only stories lead to somebody's door.
        (PAGE, page("Come to 12 Mill Lane, or ring 01632 960417."), None),
    ]);
}

#[test]
fn freshness() {
    let action =
        |more: &str| campaign(&format!("actions:\n  - do: come\n    title: Come\n    offline: Tuesdays\n{more}"));
    check(&[
        (CAMPAIGN, campaign("deadline: 2026-11-23"), Some((Code::DeadlinePassed, "2026-11-23"))),
        (CAMPAIGN, campaign("deadline: 2026-11-24"), None),
        (CAMPAIGN, campaign("deadline: 2026-11-23").replace("active", "paused"), None),
        (CAMPAIGN, action("    deadline: 2026-11-23"), Some((Code::NoOpenAction, "active"))),
        (CAMPAIGN, action("    deadline: 2026-11-24"), None),
        (CAMPAIGN, campaign("actions: []"), Some((Code::NoOpenAction, "active"))),
        (CAMPAIGN, campaign("started: 2026-08-25"), Some((Code::NoUpdate, "2026-08-25"))),
        (CAMPAIGN, campaign("started: 2026-08-26"), None),
        (CAMPAIGN, campaign("started: 2025-01-01\ntimeline:\n  - date: 2027-01-05\n    what: They decide."), None),
        (
            CAMPAIGN,
            campaign("started: 2025-01-01\nprogress:\n  - label: names\n    count: 9\n    as_of: 2026-11-01"),
            None,
        ),
        (CAMPAIGN, campaign("started: 2025-01-01").replace("active", "won"), None),
        (PAGE, "---\ntitle: A\nreview_by: 2026-11-23\n---\n".to_owned(), Some((Code::ReviewDue, "2026-11-23"))),
        (PAGE, "---\ntitle: A\nreview_by: 2026-11-24\n---\n".to_owned(), None),
    ]);
    let won = |more: &str| campaign(more).replace("active", "won");
    let person = |until: &str| format!("---\ntitle: Moira\nrole: Treasurer\nuntil: {until}\n---\n");
    check(&[
        ("content/people/moira.md", person("2026-11-23"), Some((Code::RoleEnded, "2026-11-23"))),
        ("content/people/moira.md", person("2026-11-24"), None),
        (CAMPAIGN, won("ended: 2026-11-25"), Some((Code::EndedAndGoingOn, "2026-11-25"))),
        (CAMPAIGN, won("ended: 2026-11-24"), None),
        (CAMPAIGN, won("asks:\n  - text: Two"), Some((Code::WonAndOpen, "Two"))),
        (CAMPAIGN, won("asks:\n  - text: Two\n    status: won"), None),
        (CAMPAIGN, won("asks:\n  - text: Two").replace("status: won", "status: part-won"), None),
        (CAMPAIGN, won("deadline: 2026-11-24"), Some((Code::WonAndOpen, "2026-11-24"))),
        (CAMPAIGN, won("deadline: 2026-11-23"), None),
    ]);
}

#[test]
fn an_action_of_the_whole_site_is_something_to_do_for_a_campaign_that_shows_it() {
    let join = ("content/actions/join.md", "---\ntitle: Join us\ndo: join\noffline: On Tuesdays\n---\n");
    let shown = campaign("actions: []\nshow: [actions/join]");
    assert_eq!(told("", &[(CAMPAIGN, &shown), join]), []);
    let alone = campaign("actions: []");
    assert_eq!(told("", &[(CAMPAIGN, &alone), join]), [(Code::NoOpenAction, "active".to_owned())]);
}

#[test]
fn sources() {
    let stat = |more: &str| campaign(&format!("stats:\n  - value: 61%\n    label: of flats\n{more}"));
    check(&[
        (PAGE, page("Here 45% of flats are damp."), Some((Code::NumberWithoutSource, "45%"))),
        (PAGE, page("- It is *one* in five."), Some((Code::NumberWithoutSource, "one* in five"))),
        (PAGE, page("Here 45% of flats are damp, [says the council](https://a.example/)."), None),
        (PAGE, page("Here 45% of flats are damp.[^1]\n\n[^1]: Survey, 45% in 2026."), None),
        (PAGE, page("> Here 45% of flats are damp."), None),
        (PAGE, page("According to the council, 45% of flats are damp."), None),
        (PAGE, page("## 45% is too much\n\n`45%`"), None),
        (STORY, story("consent: given", "I would say that 45% of my neighbours knew."), None),
        (CAMPAIGN, stat(""), Some((Code::StatWithoutSource, "61%"))),
        (CAMPAIGN, stat("    source: Our count\n    as_of: 2024-11-24"), None),
        (CAMPAIGN, stat("    source: Our count\n    as_of: 2024-11-23"), Some((Code::OldNumber, "2024-11-23"))),
        (CAMPAIGN, stat("    source: Our count\n    as_of: 2024-11-23").replace("active", "won"), None),
        (CAMPAIGN, campaign("evidence: [Minutes of May]").replace("Now.", "It is 45%."), None),
    ]);
}

#[test]
fn what_was_meant_for_nobody() {
    check(&[
        (PAGE, page("##What we know"), Some((Code::SignsShown, "##"))),
        (PAGE, page("Bring:\n• bread\n• tins"), Some((Code::SignsShown, "•"))),
        (PAGE, page("    ##code\n\n`[what?]`\n\n> [what?] she said"), None),
        (PAGE, page("Treasurer: [VACANT – ask Lesley?]"), Some((Code::NoteToSelf, "[VACANT – ask Lesley?]"))),
        (PAGE, page("[who?]\n\n[who?]: about.md \"us\"").replace("about.md", "https://a.example"), None),
        (
            PAGE,
            page("In short:\n\n[03/10/2026, 18:04] Jo: write this"),
            Some((Code::NoteToSelf, "[03/10/2026, 18:04] Jo:")),
        ),
        (
            PAGE,
            page("It is so. Ask Amina to read this before it goes live."),
            Some((Code::NoteToSelf, "Ask Amina to read this before it goes live")),
        ),
        // One message for a line.
        (PAGE, page("[check with Jo] and ask her, pls"), Some((Code::NoteToSelf, "[check with Jo]"))),
        (PAGE, page("The Caf\u{fffd} Bella and the Andr\u{fffd} hall."), Some((Code::LetterLost, "\u{fffd}"))),
        (PAGE, page("`a\u{fffd}`"), None),
        (
            PAGE,
            "---\ntitle: Ren\u{fffd}e\n# No\u{fffd}l\n---\nAnd \u{fffd}.\n".to_owned(),
            Some((Code::LetterLost, "\u{fffd}")),
        ),
        (PAGE, "---\ntitle: A\n# not for publication, pls\nowner: pls ask Ann\n---\n".to_owned(), None),
    ]);
}

#[test]
fn placeholders() {
    check(&[
        (PAGE, page("Room: TBC."), Some((Code::Placeholder, "TBC"))),
        (PAGE, "---\ntitle: TODO\n---\n".to_owned(), Some((Code::Placeholder, "TODO"))),
        (PAGE, page("Lorem ipsum."), Some((Code::Placeholder, "Lorem ipsum"))),
        (PAGE, page("[Write to us](mailto:hello@example.org)"), Some((Code::ExampleAddress, "example.org"))),
        (PAGE, page("[Write to us][us]\n\n[us]: https://example.org/us"), Some((Code::ExampleAddress, "example.org"))),
        (PAGE, page("Write to hello@example.com."), Some((Code::ExampleAddress, "example.com"))),
        (PAGE, page("Write `TODO` or `example.org`.\n\n```\nLorem ipsum\n```"), None),
        (PAGE, "---\ntitle: A # TODO\n# example.org\n_note: TBC\nowner: TBC\n---\n<!-- TODO -->\n".to_owned(), None),
        (PAGE, page("Mi todo, hello@kettlewharf.example"), None),
    ]);
    let told = told("about: REPLACE_ME\n# url: https://our-group.example\njoin: https://our-group.example/join\n", &[]);
    let expected = [(Code::Placeholder, "REPLACE_ME"), (Code::ExampleAddress, "our-group.example")];
    assert_eq!(told, expected.map(|(code, words)| (code, words.to_owned())));
}

#[test]
fn wording() {
    let long = |words: usize| format!("We {}.", vec!["go"; words - 1].join(" "));
    let longest = long(30);
    check(&[
        (PAGE, page(&long(25)), None),
        (PAGE, page(&longest), Some((Code::LongSentence, &longest))),
        (PAGE, page(&format!("> {longest}\n\n# {longest}")), None),
        (PAGE, page(&["Mr. Lee, e.g., came at 7.30 and won."; 9].join(" ")), None),
    ]);
    let page = page(&[26, 29, 27, 40, 28].map(long).join(" "));
    let told: Vec<_> = told("", &[(PAGE, &page)]).into_iter().map(|(_, words)| words.split(' ').count()).collect();
    assert_eq!(told, [29, 40, 28], "the three longest, in the order of the page");
}

#[test]
fn definitions() {
    let definition =
        |title: &str, more: &str, text: &str| format!("---\ntitle: {title}\n{more}definition: {text}\n---\n");
    let meeting = "A small meeting in somebody's home where neighbours talk about what to change.";
    let (one, other) =
        (definition("Ally", "", "Someone with us."), definition("Friend", "also: [allies, mates]\n", "Someone near."));
    let files = [("content/definitions/ally.md", one.as_str()), ("content/definitions/friend.md", &other)];
    assert_eq!(told("", &files), [(Code::TermTwice, "allies".to_owned())]);
    let retired = definition("Friend", "also: [allies]\nstatus: retired\n", "Someone near.");
    assert_eq!(told("", &[files[0], ("content/definitions/friend.md", &retired)]), []);
    let own = definition("Ally", "also: [allies]\n", "Someone with us.");
    assert_eq!(told("", &[("content/definitions/ally.md", &own)]), []);

    let house = definition("House meeting", "", meeting);
    let house = ("content/definitions/house-meeting.md", house.as_str());
    let copy = page("It is this: a small meeting in somebody's\nhome where neighbours *talk* about what to change!");
    let words = "a small meeting in somebody's\nhome where neighbours *talk* about what to change".to_owned();
    assert_eq!(told("", &[house, (PAGE, &copy)]), [(Code::DefinitionCopied, words)]);
    assert_eq!(told("", &[house, (PAGE, &page("A small meeting in somebody's home is fine."))]), []);
}

#[test]
fn checks_make_a_lint_an_error_a_hint_or_nothing() {
    let file = page("Here 45% of flats are damp. Room: TBC.");
    let levels = |checks: &str| {
        let told = lint(&edition(checks, &[(PAGE, &file)]));
        told.iter().map(|told| (told.code, told.severity)).collect::<Vec<_>>()
    };
    use Code::{NumberWithoutSource as Number, Placeholder};
    assert_eq!(levels(""), [(Number, Severity::Hint), (Placeholder, Severity::Warning)]);
    assert_eq!(levels("checks:\n  sources: error\n  HB1201: off\n"), [(Number, Severity::Error)]);
    assert_eq!(
        levels("checks:\n  HB1101: warning\n  placeholders: {level: hint, why: We know}\n"),
        [(Number, Severity::Warning), (Placeholder, Severity::Hint)]
    );
}

#[test]
fn a_check_that_is_not_there_is_an_error_with_what_was_meant() {
    for (name, meant) in [("acessibility", "accessibility"), ("hb0801", "HB0801")] {
        let edition = edition(&format!("checks:\n  {name}: off\n"), &[]);
        let told = edition.diagnostics.iter().find(|told| told.code == Code::UnknownChoice).unwrap();
        assert_eq!(words(&edition, told), name);
        let help = told.help.as_deref().unwrap();
        assert!(help.starts_with(&format!("did you mean `{meant}`?")), "{help}");
    }
}

#[test]
fn what_is_not_published_or_has_errors_is_not_looked_at() {
    let draft = "---\ntitle: TODO\ndraft: yes\n---\nTBC\n";
    assert_eq!(told("", &[(PAGE, draft)]), []);
    let broken = edition("", &[(PAGE, "---\ntitle: TODO\nsumary: x\n---\nTBC\n")]);
    assert_eq!(lint(&broken), []);
}

#[test]
fn templates_are_not_looked_at() {
    let templates: Vec<_> = TEMPLATES.iter().map(|(name, _)| format!("templates/{name}.html")).collect();
    let text = page("[here](a.md)");
    let files: Vec<_> = templates.iter().map(|path| (path.as_str(), "TODO")).chain([(PAGE, text.as_str())]).collect();
    assert_eq!(told("", &files), [(Code::VagueLink, "here".to_owned())]);
}

/// What the scales tell: code, path, message and help.
fn weighed(settings: &str, files: &[(&str, &str)]) -> Vec<String> {
    let edition = edition(settings, files);
    let scales = Scales::of(&edition);
    let failed = EditionPages::new(&edition).try_each(&|path, target, bytes| scales.weigh(path, target, bytes));
    assert_eq!(failed, []);
    scales.told().iter().map(|told| site_support::line(&edition, told)).collect()
}

/// Words that do not compress away.
fn words_in_plenty(count: u32) -> String {
    let mut seed = 1u32;
    let words = (0..count).map(|_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("w{:x} ", seed >> 8)
    });
    words.collect()
}

#[test]
fn a_page_that_is_too_heavy_is_told_with_what_makes_it_so() {
    let text = page(&words_in_plenty(9000));
    let told = weighed("", &[(PAGE, &text)]);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("warning HB1401 content/a.md `/a/` weighs "), "{told:#?}");
    assert!(told[0].contains(", and may weigh 40 kB | split the page into several. Most of it: text "), "{told:#?}");
    let cells: Vec<String> = words_in_plenty(9000).split(' ').map(|word| format!("| {word} |\n")).collect();
    let told = weighed("", &[(PAGE, &page(&format!("| A |\n|---|\n{}", cells.concat())))]);
    assert!(told[0].contains("| put tables into a file") && told[0].contains(": 1 table "), "{told:#?}");
    assert_eq!(weighed("checks:\n  page_weight: 200\n", &[(PAGE, &text)]), [""; 0]);
    assert_eq!(weighed("checks:\n  weight: off\n", &[(PAGE, &text)]), [""; 0]);
}

#[test]
fn many_heavy_pages_are_counted_and_heavy_styles_told_once() {
    let text = page(&words_in_plenty(9000));
    let paths: Vec<_> = (0..9).map(|number| format!("content/{number}.md")).collect();
    let files: Vec<_> = paths.iter().map(|path| (path.as_str(), text.as_str())).collect();
    let told = weighed("", &files);
    assert_eq!(told.len(), 6, "{told:#?}");
    assert!(
        told.contains(&"warning HB1401 site.yaml 4 more pages are too heavy, though less so".to_owned()),
        "{told:#?}"
    );
    let told = weighed("checks: {page_weight: 1 kB}\n", &files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("warning HB1401 styles the styles alone weigh "), "{told:#?}");
}

#[test]
fn build_tells_how_somebody_could_be_found() {
    let story = story("consent: given", "She lives at 12 Mill Lane.");
    let told = |settings: &str| {
        let told = edition(settings, &[(STORY, &story)]).diagnostics.clone();
        told.iter().filter(|told| told.code == Code::HomeInStory).map(|told| told.severity).collect::<Vec<_>>()
    };
    assert_eq!(told(""), [Severity::Warning]);
    assert_eq!(told("checks:\n  HB0904: {level: error, why: \"we promised\"}\n"), [Severity::Error]);
    assert_eq!(told("checks:\n  HB0904: {level: off, why: \"it is our office\"}\n"), []);
}

#[test]
fn build_tells_what_is_not_to_be_published() {
    let minutes = "Present: six.\n\nApologies: Ms Angove (hospital, *please* do\nnot publish).";
    check(&[
        (PAGE, page(minutes), Some((Code::NotForPublication, "(hospital, *please* do\nnot publish)"))),
        (
            PAGE,
            "---\ntitle: A\nsummary: Not for publication\n---\n".to_owned(),
            Some((Code::NotForPublication, "Not for publication")),
        ),
        (PAGE, page("> Please do not publish this."), None),
        (PAGE, page(minutes).replace("title: A page", "title: A page\ndraft: yes"), None),
    ]);
}

#[test]
fn build_tells_of_a_child_that_is_not_marked() {
    let with = |fields: &str, body: &str| story(&format!("consent: given\n{fields}"), body);
    let image = |alt: &str, more: &str| format!("image: {{file: a.jpg, alt: {alt}{more}}}\n");
    check(&[
        (STORY, with("", "My son, aged **11**, has asthma."), Some((Code::ChildNotMarked, "11"))),
        (
            STORY,
            with("who: {shown_as: Tyler, role: \"pupil, 16\"}\n", "We won."),
            Some((Code::ChildNotMarked, "\"pupil, 16\"")),
        ),
        (STORY, with("under_18: no\n", "She was 11, and I am 40."), None),
        (STORY, with("support: Ring us if you are aged 11.\n", "We won."), None),
        (PAGE, page("My son, aged 11, has asthma."), None),
    ]);
    let told = |fields: String| {
        let story = with(&fields, "We won.");
        let edition = edition("", &[(STORY, &story)]);
        edition.diagnostics.iter().any(|told| told.code == Code::ChildNotMarked)
    };
    assert!(told(image("A girl at the gate", ", shows: adults")));
    assert!(!told(image("A girl at the gate", ", shows: adults") + "under_18: no\n"));
    assert!(!told(image("A woman at the gate", ", shows: adults")));
}

#[test]
fn build_tells_none_of_it() {
    let edition = edition("", &[(PAGE, &page("TODO [here](a.md)"))]);
    let (_, told) = outputs(&edition);
    let lints = |told: &Diagnostic| told.code as u16 >= 801;
    assert!(!told.iter().any(lints) && !edition.diagnostics.iter().any(lints));
    assert_eq!(lint(&edition).len(), 2);
}

#[test]
fn the_sites_that_come_with_handbill_have_no_more_than_hints() {
    for site in ["docs/guide", "example-site"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(site);
        let today = Today::Date(jiff::civil::date(2026, 11, 24));
        let mut session = Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today });
        session.apply(Folder::new(&folder).open().unwrap());
        let edition = session.edition();
        let mut told = edition.diagnostics.clone();
        told.extend(lint(&edition));
        let scales = Scales::of(&edition);
        told.extend(EditionPages::new(&edition).try_each(&|path, target, bytes| scales.weigh(path, target, bytes)));
        told.extend(scales.told());
        let lines: Vec<_> = told
            .iter()
            .filter(|told| told.severity > Severity::Hint)
            .map(|told| site_support::line(&edition, told))
            .collect();
        assert!(lines.is_empty(), "{site}: {lines:#?}");
    }
}
