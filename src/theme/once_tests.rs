//! Tests of [`super`]: pages are the same whether their parts were made before or not.

use super::*;
use crate::theme::templates::Templates;
use crate::theme::words::Words;
use crate::theme::{Inputs, Settings, ThemeFiles};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::json;
use tera::Context;

fn load(theme: &[(&str, &str)]) -> Templates {
    let files = theme
        .iter()
        .map(|(name, text)| (format!("themes/t/templates/{name}").into(), Arc::<[u8]>::from(text.as_bytes())));
    of(&ThemeFiles::of_site("t", files))
}

fn of(theme: &ThemeFiles) -> Templates {
    let words = Arc::new(Words::load(theme, &[], "en").0);
    let settings = Settings::new();
    let inputs = Inputs {
        theme,
        overrides: &[],
        site_styles: &[],
        site_words: &[],
        settings: &settings,
        colour: None,
        lang: "en",
    };
    Templates::load(inputs, &words).0
}

/// The page, or what is wrong with it.
fn page(templates: &Templates, context: &Context, made: &Arc<Made>) -> Result<String, String> {
    let mut out = vec![];
    let result = templates.render("page.html", context, made, &mut out);
    result.map(|()| String::from_utf8(out).unwrap()).map_err(|error| format!("{:?} {}", error.places, error.message))
}

fn kept(made: &Made) -> usize {
    made.kept.read().unwrap().parts.len()
}

/// A page whose cards stand in memory where they stood before.
#[derive(Serialize)]
struct Page {
    kind: &'static str,
    title: &'static str,
    level: usize,
    cards: Vec<Value>,
}

impl Page {
    fn value(kind: &'static str, level: usize, cards: Vec<Value>) -> Value {
        Value::from_serializable(&Self { kind, title: kind, level, cards })
    }
}

const PIECE: (&str, &str) = ("piece.html", "!");

#[test]
fn a_part_that_reads_only_the_site_is_made_once() {
    let footer =
        "<p>{{ site.name }}{% if page.imprint %}{{ page.imprint.promoter }}{% endif %}{% include \"piece.html\" %}";
    let templates =
        load(&[("page.html", "{{ page.title }}{% include \"footer.html\" %}"), ("footer.html", footer), PIECE]);
    let made = Arc::new(Made::default());
    let at = |title: &str, imprint: serde_json::Value| {
        let mut context = Context::new();
        context.insert("site", &json!({"name": "A & B"}));
        context.insert("page", &json!({"title": title, "imprint": imprint}));
        page(&templates, &context, &made).unwrap()
    };
    assert_eq!(at("1", json!(null)), "1<p>A &amp; B!");
    assert_eq!(at("2", json!(null)), "2<p>A &amp; B!");
    assert_eq!(kept(&made), 1);
    // An imprint of its own is nothing that can be compared.
    assert_eq!(at("3", json!({"promoter": "C"})), "3<p>A &amp; BC!");
    assert_eq!(kept(&made), 1);
}

#[test]
fn a_card_is_made_once_for_each_level_and_never_taken_for_another() {
    let list = "{% set level = page.level %}{% for card in page.cards %}{% include \"card.html\" %}{% endfor %}";
    let card = "<h{{ level }}>{{ card.title }}{% include \"piece.html\" %}";
    let templates = load(&[("page.html", list), ("card.html", card), PIECE]);
    let made = Arc::new(Made::default());
    let shared = Value::from_serializable(&json!({"title": "shared"}));
    for turn in 0..50 {
        // Cards of one page alone stand where those of the page before stood.
        let alone = Value::from_serializable(&json!({"title": format!("of {turn}")}));
        let level = 2 + turn % 2;
        let mut context = Context::new();
        context.insert_value("page", Page::value("", level, vec![shared.clone(), alone]));
        let expected = format!("<h{level}>shared!<h{level}>of {turn}!");
        assert_eq!(page(&templates, &context, &made), Ok(expected));
    }
    assert_eq!(kept(&made), 52);
}

#[test]
fn a_part_that_fails_fails_on_every_page_alike_and_turns_are_counted_whoever_made_it() {
    let fails = load(&[
        ("page.html", "{% include \"a.html\" %}"),
        ("a.html", "{% include \"b.html\" %}"),
        ("b.html", "{{ site.no }}"),
    ]);
    let mut context = Context::new();
    context.insert("site", &json!({"name": ""}));
    let made = Arc::new(Made::default());
    let first = page(&fails, &context, &made);
    assert!(first.as_ref().unwrap_err().contains("used from here"), "{first:?}");
    assert_eq!(page(&fails, &context, &made), first);

    let many = "{% for a in range(end=10000) %}{% for b in range(end=199) %}{% endfor %}{% endfor %}{% include \"piece.html\" %}";
    let slow = load(&[
        ("page.html", "{% for x in page.times %}{% include \"a.html\" %}{% endfor %}"),
        ("a.html", many),
        PIECE,
    ]);
    let times = |times: &[u8]| {
        context.insert("page", &json!({ "times": times }));
        page(&slow, &context, &made)
    };
    let mut times = times;
    assert_eq!(times(&[1]), Ok("!".to_owned()));
    assert_eq!(kept(&made), 1);
    assert!(times(&[1, 2]).unwrap_err().contains("turns"));
}

#[test]
fn the_footer_and_the_cards_of_the_built_in_theme_are_made_once() {
    let files = ThemeFiles::embedded();
    let templates = of(&files);
    let names: Vec<String> = parts(&templates.sources).into_keys().collect();
    for part in ["card.html", "footer.html", "header.html"] {
        assert!(names.contains(&format!("theme/parts/{part}")), "{part} is not among {names:?}");
    }
    assert!(!names.contains(&"theme/parts/page-end.html".to_owned()));
}

/// A piece of a part: what is read, given, and shown, in loops and branches.
fn piece() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["a", "b", "c", "card.title", "page.kind", "page.title", "site.name", "icon"]);
    let leaf = prop_oneof![
        name.clone().prop_map(|name| format!("{{{{ {name} or '-' }}}}")),
        (prop::sample::select(vec!["a", "b", "icon"]), name.clone())
            .prop_map(|(given, name)| format!("{{% set {given} = {name} or 'x' %}}")),
        Just("{% include \"piece.html\" %}".to_owned()),
        Just("{% include \"inner.html\" %}".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, move |inner| {
        let many = prop::collection::vec(inner, 0..3).prop_map(|pieces| pieces.concat());
        prop_oneof![
            (name.clone(), many.clone(), many.clone())
                .prop_map(|(name, yes, no)| format!("{{% if {name} == 'x' %}}{yes}{{% else %}}{no}{{% endif %}}")),
            many.prop_map(|each| format!("{{% for a in [1, 'x'] %}}{each}{{% endfor %}}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn pages_are_the_same_whatever_was_made_before(
        part in prop::collection::vec(piece(), 1..5), inner in prop::collection::vec(piece(), 0..3),
        outer in prop::collection::vec(piece(), 0..3),
        values in prop::collection::vec((0..3_usize, prop::bool::ANY, 0..3_usize), 2..6),
    ) {
        let inner = inner.concat().replace("inner.html", "piece.html");
        let outer = outer.concat();
        let text = format!("{outer}{{% for card in page.cards %}}{{% include \"part.html\" %}}{{% endfor %}}");
        let part = part.concat();
        let templates = load(&[("page.html", &text), ("part.html", &part), ("inner.html", &inner), PIECE]);
        let made = Arc::new(Made::default());
        let cards = ["x", "y", "z"].map(|title| Value::from_serializable(&json!({ "title": title })));
        for (kind, gives, card) in values {
            let mut context = Context::new();
            context.insert("site", &json!({"name": "x"}));
            let cards = vec![cards[card].clone(), cards[0].clone()];
            let kind = ["x", "y", ""][kind];
            context.insert_value("page", Page::value(kind, 2, cards));
            if gives {
                context.insert("c", kind);
            }
            prop_assert_eq!(page(&templates, &context, &made), page(&templates, &context, &Arc::default()));
        }
    }
}
