//! What drawn diagnostics look like, to the letter.

use super::super::{Code, Span, Spot};
use super::*;
use proptest::prelude::*;

/// Files in memory; every file's spot 0 is its first three bytes.
pub(in super::super) struct Texts<'a>(pub Vec<(&'a str, &'a str)>);

impl Files for Texts<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
    }

    fn span(&self, path: &str, spot: Spot) -> Option<Span> {
        (spot == Spot(0) && self.text(path).is_some()).then_some(Span::new(0, 3))
    }
}

/// Texts of characters that are hard to draw.
pub(in super::super) fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "b ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{feff}",
        "é",
        "日本",
        "e\u{301}",
        "👩\u{200d}👧",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{2066}",
        "\u{85}",
        "\u{2028}",
        "می\u{200c}خ",
        "\0",
        "{",
        "a long word or two or three ",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

const PLAIN: Canvas = Canvas { look: Look::Plain, width: 60 };

fn path(path: &str) -> SitePath {
    SitePath::from(path)
}

/// The place of `found` in `text`.
fn place(name: &str, text: &str, found: &str) -> Place {
    let start = text.find(found).unwrap();
    Place::span(&path(name), Span::new(start, start + found.len()))
}

#[track_caller]
fn check(diagnostic: Diagnostic, files: &[(&str, &str)], expected: &str) {
    let drawn = draw(&[diagnostic], &Texts(files.to_vec()), PLAIN);
    assert_eq!(drawn, format!("{expected}\n\n"), "\n{drawn}");
}

const PAGE: &str = "---\ntitle: x\nprincipals: [start]\n  - première\n---\n";
const OTHER: &str = "a\nb\nc\nd\ne\nf\ng\nh\ni\nfoo bar\n";

fn told(place: Place) -> Diagnostic {
    Diagnostic::new(Code::UnknownKey, place, "there is no field `principals`")
}

#[test]
fn one_place() {
    check(
        told(place("content/x.md", PAGE, "principals")).help("write `principles:`"),
        &[("content/x.md", PAGE)],
        "\
error[HB0103]: there is no field `principals`
 --> content/x.md:3:1
  |
3 | principals: [start]
  | ^^^^^^^^^^
  |
  = help: write `principles:`",
    );
}

#[test]
fn two_places_in_one_file() {
    let other = place("content/x.md", PAGE, "première").label("but here");
    check(
        told(place("content/x.md", PAGE, "principals").label("not here")).also(other).severity(Severity::Warning),
        &[("content/x.md", PAGE)],
        "\
warning[HB0103]: there is no field `principals`
 --> content/x.md:3:1
  |
3 | principals: [start]
  | ^^^^^^^^^^ not here
4 |   - première
  |     -------- but here",
    );
}

#[test]
fn two_files() {
    let other = place("content/y.md", OTHER, "bar").label("but here");
    check(
        told(place("content/x.md", PAGE, "principals")).also(other).help("take one"),
        &[("content/x.md", PAGE), ("content/y.md", OTHER)],
        "\
error[HB0103]: there is no field `principals`
  --> content/x.md:3:1
   |
 3 | principals: [start]
   | ^^^^^^^^^^
   |
  ::: content/y.md:10:5
   |
10 | foo bar
   |     --- but here
   |
   = help: take one",
    );
}

#[test]
fn line_numbers_stay_in_their_column_before_an_empty_span() {
    let name = path("y.md");
    check(
        told(Place::span(&name, Span::new(16, 17))).also(Place::span(&name, Span::new(18, 18)).label("here")),
        &[("y.md", OTHER)],
        "\
error[HB0103]: there is no field `principals`
  --> y.md:9:1
   |
 9 | i
   | ^
10 | foo bar
   | - here",
    );
}

#[test]
fn several_lines() {
    check(
        told(place("x.md", PAGE, "principals: [start]\n  - première\n")),
        &[("x.md", PAGE)],
        "\
error[HB0103]: there is no field `principals`
 --> x.md:3:1
  |
3 | / principals: [start]
4 | |   - première
  | |____________^",
    );
}

#[test]
fn whole_files_are_named_only() {
    let folder = Place::file(&path("content")).label("this needs the folder");
    check(
        told(Place::file(&path("site.yaml"))).also(folder).severity(Severity::Hint).help("rename it"),
        &[("site.yaml", "a: b\n")],
        "\
hint[HB0103]: there is no field `principals`
 --> site.yaml
 ::: content: this needs the folder
  = help: rename it",
    );
}

#[test]
fn files_without_text_and_unknown_spots_are_named_only() {
    let named = "error[HB0103]: there is no field `principals`\n --> x.png";
    check(told(Place::span(&path("x.png"), Span::new(1, 2))), &[], named);
    check(told(Place::spot(&path("x.png"), Spot(9))), &[("x.png", "text")], named);
}

#[test]
fn the_empty_file_and_the_end_of_a_file() {
    let empty = "error[HB0103]: there is no field `principals`\n --> e.md:1:1\n  |\n1 |\n  | ^";
    check(told(Place::span(&path("e.md"), Span::new(0, 0))), &[("e.md", "")], empty);
    let end = "error[HB0103]: there is no field `principals`\n --> e.md:2:1\n  |\n2 |\n  | ^";
    check(told(Place::span(&path("e.md"), Span::new(2, 9))), &[("e.md", "a\n")], end);
    let unended = "error[HB0103]: there is no field `principals`\n --> e.md:1:2\n  |\n1 | a\n  |  ^";
    check(told(Place::span(&path("e.md"), Span::new(1, 1))), &[("e.md", "a")], unended);
}

#[test]
fn line_breaks_of_windows() {
    let text = "x\r\ny: z\r\n\r\nq\r\n";
    let value = "error[HB0103]: there is no field `principals`\n --> c.md:2:4\n  |\n2 | y: z\n  |    ^";
    check(told(Place::span(&path("c.md"), Span::new(6, 9))), &[("c.md", text)], value);
    let newline = "error[HB0103]: there is no field `principals`\n --> c.md:2:5\n  |\n2 | y: z\n  |     ^";
    check(told(Place::span(&path("c.md"), Span::new(8, 9))), &[("c.md", text)], newline);
}

#[test]
fn a_byte_order_mark_is_not_drawn() {
    let key = "error[HB0103]: there is no field `principals`\n --> b.md:1:1\n  |\n1 | foo: bar\n  | ^^^";
    check(told(Place::span(&path("b.md"), Span::new(3, 6))), &[("b.md", "\u{feff}foo: bar\n")], key);
    check(told(Place::spot(&path("b.md"), Spot(0))), &[("b.md", "foo: bar")], key);
}

#[test]
fn wide_characters_tabs_and_stand_ins() {
    let text = "日本: é\t語 \u{202e}x\u{1b}[31m end\n";
    check(
        told(place("w.md", text, "語")).also(place("w.md", text, "end").label("a\u{1b}b")),
        &[("w.md", text)],
        "\
error[HB0103]: there is no field `principals`
 --> w.md:1:7
  |
1 | 日本: é    語 �x␛[31m end
  |            ^^         --- a␛b",
    );
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = "word ".repeat(4000);
    check(
        told(Place::span(&path("l.md"), Span::new(10_000, 10_004)).label("here it is")),
        &[("l.md", &text)],
        "\
error[HB0103]: there is no field `principals`
 --> l.md:1:10001
  |
1 | ...d word word word word word word word word word wor...
  |                     ^^^^ here it is",
    );
}

#[test]
fn help_is_wrapped_except_for_code() {
    let help = "write these lines instead of the one above, or take `order: all of them` out\norder:\n\t- one\u{1b}, \
                which is a line of code that is much too long to fit";
    check(
        told(Place::file(&path("site.yaml"))).help(help),
        &[],
        "\
error[HB0103]: there is no field `principals`
 --> site.yaml
  = help: write these lines instead of the one above, or
          take `order: all of them` out
          order:
              - one␛, which is a line of code that is much too long to fit",
    );
}

#[test]
fn diagnostics_are_parted_by_empty_lines() {
    let diagnostic = told(Place::file(&path("a")));
    assert_eq!(draw(&[], &Texts(vec![]), PLAIN), "");
    let drawn = draw(&[diagnostic.clone(), diagnostic], &Texts(vec![]), PLAIN);
    let one = "error[HB0103]: there is no field `principals`\n --> a\n\n";
    assert_eq!(drawn, one.repeat(2));
}

#[test]
fn colours_are_drawn_on_request() {
    let files = Texts(vec![("x.md", PAGE)]);
    let diagnostic = [told(place("x.md", PAGE, "principals")).help("x")];
    let drawn = draw(&diagnostic, &files, Canvas { look: Look::Coloured, width: 0 });
    assert!(drawn.contains("\u{1b}[91merror[HB0103]"), "{drawn:?}");
    let mut plain = String::new();
    for part in drawn.split('\u{1b}') {
        plain.push_str(part.strip_prefix('[').and_then(|part| part.split_once('m')).map_or(part, |(_, text)| text));
    }
    assert_eq!(plain, draw(&diagnostic, &files, PLAIN));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_places_in_any_text_are_drawn(
        text in any_text(),
        words in any_text(),
        spans in prop::collection::vec((0..90_usize, 0..90_usize, prop::bool::ANY), 1..4),
        width in 0..100_usize,
    ) {
        let files = Texts(vec![("x.md", &text)]);
        let mut places = spans.iter().map(|&(start, end, labelled)| {
            let place = Place::span(&path("x.md"), Span::new(start, end));
            if labelled { place.label(words.clone()) } else { place }
        });
        let mut diagnostic = Diagnostic::new(Code::YamlSyntax, places.next().unwrap(), words.clone()).help(words.clone());
        diagnostic.places.extend(places);
        let drawn = draw(&[diagnostic.clone()], &files, Canvas { look: Look::Plain, width });
        let position = position(&text, spans[0].0);
        let arrow = format!("--> x.md:{}:{}", position.line, position.column);
        prop_assert_eq!(drawn.lines().nth(1).map(str::trim), Some(&*arrow), "{}", drawn);
        let disturbing = |character: char| character.is_control() && character != '\n' || character == '\u{202e}';
        prop_assert!(!drawn.contains(disturbing), "{:?}", drawn);
        draw(&[diagnostic], &files, Canvas { look: Look::Coloured, width });
    }
}
