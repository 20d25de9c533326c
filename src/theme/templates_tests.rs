//! Tests of [`super::Templates`]: what is told of broken templates, and that the others can be used.

use super::Templates;
use crate::diagnostic::{Code, Diagnostic, SitePath, Where};
use crate::theme::words::Words;
use crate::theme::{Inputs, Settings, ThemeFiles};
use proptest::prelude::*;
use std::sync::Arc;
use tera::Context;

struct Fixture {
    templates: Templates,
    diagnostics: Vec<Diagnostic>,
}

fn load(theme: &[(&str, &str)], site: &[(&str, &str)]) -> Fixture {
    let words: Arc<[u8]> = Arc::from("home = Home\nmenu = Menu\n".as_bytes());
    let files = theme.iter().map(|(name, text)| {
        (SitePath::from(format!("themes/mine/templates/{name}")), Arc::<[u8]>::from(text.as_bytes()))
    });
    let words_file = (SitePath::from("themes/mine/strings/en.ftl"), words);
    let theme = ThemeFiles::of_site("mine", files.chain([words_file]));
    let overrides: Vec<(SitePath, Arc<str>)> =
        site.iter().map(|(name, text)| (format!("templates/{name}").into(), Arc::from(*text))).collect();
    let settings = Settings::new();
    let inputs = Inputs {
        theme: &theme,
        overrides: &overrides,
        site_styles: &[],
        site_words: &[],
        settings: &settings,
        colour: None,
        lang: "en",
    };
    let words = Arc::new(Words::load(&theme, &[], "en").0);
    let (templates, diagnostics) = Templates::load(inputs, &words);
    Fixture { templates, diagnostics }
}

impl Fixture {
    /// Each diagnostic as `file:what is underlined: code message (help)`.
    fn told(&self) -> Vec<String> {
        self.diagnostics.iter().map(|diagnostic| self.tell(diagnostic)).collect()
    }

    fn tell(&self, diagnostic: &Diagnostic) -> String {
        let place = &diagnostic.places[0];
        let source = self.templates.sources.values().find(|source| source.path == place.path);
        let at = match (place.at, source) {
            (Where::Span(span), Some(source)) => {
                let line = source.text[..span.start as usize].matches('\n').count() + 1;
                format!("{line}:{}", &source.text[span.start as usize..span.end as usize])
            }
            _ => "file".to_owned(),
        };
        let help = diagnostic.help.as_deref().map_or_else(String::new, |help| format!(" ({help})"));
        format!("{}:{at}: {}{help}", place.path, diagnostic.message)
    }

    fn render(&self, name: &str) -> String {
        let mut context = Context::new();
        context.insert("page", &serde_json::json!({"title": "A & B", "date": null, "list": [1, 2]}));
        let mut out = b"before ".to_vec();
        match self.templates.render(name, &context, &Arc::default(), &mut out) {
            Ok(()) => String::from_utf8(out).unwrap(),
            Err(error) => {
                assert_eq!(out, b"before ", "a page that fails leaves nothing");
                let more: Vec<String> = error.places[1..].iter().map(|place| place.path.to_string()).collect();
                let told = self.tell(&error.into_diagnostic("/a/"));
                if more.is_empty() { told } else { format!("{told} from {}", more.join(", ")) }
            }
        }
    }
}

#[test]
fn a_template_of_the_site_stands_before_the_themes_and_may_build_on_it() {
    let fixture = load(
        &[
            ("base.html", "<p>{% block main %}theme{% endblock %}"),
            ("page.html", "{% extends \"base.html\" %}{% block main %}{{ page.title }}{% endblock %}"),
        ],
        &[("base.html", "{% extends \"theme/base.html\" %}{% block main %}site, {{ super() }}{% endblock %}")],
    );
    assert_eq!(fixture.told(), [""; 0]);
    assert_eq!(fixture.render("base.html"), "before <p>site, theme");
    assert_eq!(fixture.render("page.html"), "before <p>A &amp; B");
}

#[test]
fn a_tag_that_is_not_closed_is_told_where_it_is_opened() {
    let told = |text: &str| load(&[("a.html", text)], &[]).told();
    let line = |rest: &str| vec![format!("themes/mine/templates/a.html:{rest}")];
    assert_eq!(
        told("{% block main %}\n{% if page.title %}\n<p>\n{% endblock main %}\n<p>"),
        line("2:if: nothing closes this `{% if … %}` (Write {% endif %} where it ends, above {% endblock %}.)")
    );
    assert_eq!(
        told("{% block main %}\n{% for tag in page.tags %}{% set x %}a{% endset %}{% endfor %}\n<p>"),
        line("1:block: nothing closes this `{% block … %}` (Write {% endblock %} where it ends.)")
    );
    // One end too many is told where it is.
    assert_eq!(told("<p>{% if page.title %}{% endif %}\n{% endif %}").len(), 1);
    assert!(told("<p>{% if page.title %}{% endif %}\n{% endif %}")[0].contains("a.html:2:endif"));
}

#[test]
fn every_broken_template_is_told_of_in_one_run_and_the_others_work() {
    let fixture = load(
        &[
            ("good.html", "good"),
            ("a.html", "<ul>\n\n  <li>\n {% if %}</ul>"),
            ("b.html", "é  {{ page.date | dat }}\n\n<p>\n\n<p>{{ <crad /> }}{% include \"part.html\" %}"),
            ("parts.html", "{% component card() %}{% endcomponent card %}"),
        ],
        &[("c.html", "{{ \"hom\" | t }} {{ __tera_context }}"), ("d.html", "\n\n{{ page.title")],
    );
    assert_eq!(
        fixture.told(),
        [
            "templates/c.html:1:hom: the theme has no words called `hom` (Did you mean `home`?)",
            "templates/c.html:1:__tera_context: `__tera_context` would put everything into the page (Name the field that you want to see, such as `page.title`.)",
            "templates/d.html:3:: the file ends before something in it does (Each {% if … %}, {% for … %}, {% block … %} and {% set … %} with a text needs its end: {% endif %}, {% endfor %} …)",
            "themes/mine/templates/a.html:4:%: `%}` cannot stand here (A value is wanted here: a name such as page.title, a text in quotes, or a number.)",
            "themes/mine/templates/b.html:1:dat: there is no filter `dat` (Did you mean `date`?)",
            "themes/mine/templates/b.html:5:crad: there is no component `crad` (Did you mean `card`?)",
            "themes/mine/templates/b.html:5:part.html: there is no template `part.html` (Did you mean `parts.html`?)",
        ]
    );
    let codes: Vec<Code> = fixture.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes[1..4], [Code::TemplateName, Code::TemplateSyntax, Code::TemplateSyntax]);
    assert_eq!(fixture.render("good.html"), "before good");
    assert_eq!(
        fixture.render("c.html"),
        "templates/c.html:file: this template cannot be used, while making /a/ (See the message about it.)"
    );
}

#[test]
fn what_depends_on_a_broken_template_is_not_told_of_but_fails() {
    let fixture = load(
        &[
            ("root.html", "{% block root %}{% endblock %}"),
            ("base.html", "{% extends \"root.html\" %}{% if %}{% block main %}{% endblock %}{% component c() %}"),
            ("page.html", "{% extends \"base.html\" %}{% block main %}{{ <c /> }}{% endblock %}"),
            ("deep.html", "{% extends \"base.html\" %}{% block root %}{% endblock %}"),
        ],
        &[],
    );
    assert_eq!(fixture.told().len(), 1);
    assert!(fixture.render("page.html").contains("cannot be used"));
    assert!(fixture.render("deep.html").contains("cannot be used"));
    assert_eq!(fixture.render("root.html"), "before ");
}

#[test]
fn rings_missing_parents_and_double_components_are_told_at_their_names() {
    let component = "{% component c() %}{% endcomponent c %}";
    let fixture = load(
        &[
            ("a.html", "  {% include \"b.html\" %}"),
            ("b.html", "{% include \"a.html\" %}"),
            ("c.html", component),
            ("d.html", component),
            ("e.html", "{% extends \"bas.html\" %}"),
            ("base.html", ""),
        ],
        &[("base.html", "{% extends \"base.html\" %}"), ("theme/x.html", "")],
    );
    let told = fixture.told().join("\n");
    for part in [
        "templates/theme/x.html:file: a folder `theme`",
        "templates/base.html:1:base.html: templates build on each other in a ring: base.html, base.html (To build on the theme's own template, write {% extends \"theme/base.html\" %}.)",
        "themes/mine/templates/a.html:1:b.html: templates include each other in a ring: a.html, b.html, a.html",
        "themes/mine/templates/d.html:1:c: the component `c` is defined twice",
        "themes/mine/templates/e.html:1:bas.html: there is no template `bas.html` (Did you mean `base.html`?)",
    ] {
        assert!(told.contains(part), "{part}\nis not in\n{told}");
    }
}

#[test]
fn what_fails_on_a_page_is_told_at_its_place_in_the_file_as_it_was_written() {
    let fixture = load(
        &[
            ("page.html", "<div>\n\n\n  <p>\n é {{ page.titel }}"),
            ("date.html", "<p>\n\n<p>{{ page.date | date }}"),
            ("outer.html", "<p>\n\n<p>{% include \"date.html\" %}"),
            ("word.html", "{% set id = \"meny\" %}{{ id | t }}"),
            (
                "loop.html",
                "{% for a in range(end=10000) %}{% for b in range(end=400) %}{{ page }}{{ page }}{{ page }}{{ page }}{{ page }}{% endfor %}{% endfor %}",
            ),
        ],
        &[],
    );
    let known = "themes/mine/templates/page.html:5:titel: `page` has no field `titel`, so a page that comes here cannot be made (Did you mean `title`?)";
    assert_eq!(fixture.told(), [known]);
    assert_eq!(
        fixture.render("page.html"),
        "themes/mine/templates/page.html:5:titel: there is no `titel` here, while making /a/ (Did you mean `title`?)"
    );
    let date = "themes/mine/templates/date.html:3:page: this takes a text, and was given nothing, while making /a/ \
                (`page.date` may be empty: write {% if page.date %} before what needs it, and {% endif %} behind it.)";
    assert_eq!(fixture.render("date.html"), date);
    assert_eq!(fixture.render("outer.html"), format!("{date} from themes/mine/templates/outer.html"));
    assert_eq!(
        fixture.render("word.html"),
        "themes/mine/templates/word.html:1:t: the theme has no words called `meny`, while making /a/ (Did you mean `menu`?)"
    );
    assert!(fixture.render("loop.html").contains("the page is larger than 20 MB"));
    assert!(fixture.render("dat.html").contains("there is no template `dat.html`"));
}

fn soup() -> impl Strategy<Value = String> {
    let parts = vec![
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{% if page.title %}",
        "{% else %}",
        "{% endif %}",
        "{% for a in page.list %}",
        "{% endfor %}",
        "{% block main %}",
        "{% endblock %}",
        "{% extends \"a.html\" %}",
        "{% include 'b.html' %}",
        "{% component c() %}",
        "{% endcomponent c %}",
        "{{ <c /> }}",
        "{{ page.titel }}",
        "{{ page.title | dat }}",
        "{{ \"home\" | t }}",
        "{{ 'x' | t }}",
        "{% raw %}",
        "{% endraw %}",
        "<p>",
        "</p>",
        "<pre>",
        " ",
        "\n\n",
        "é\t",
        "\u{1F600}",
        "`",
        "\"",
        "{% extends 'theme/a.html' %}",
        "{{ __tera_context }}",
        "-",
        "page",
    ];
    prop::collection::vec(prop::sample::select(parts), 0..10).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn whatever_templates_say_they_load_and_every_place_can_be_shown(a in soup(), b in soup(), c in soup()) {
        let fixture = load(&[("a.html", &a), ("b.html", &b), ("good.html", "good")], &[("a.html", &c)]);
        fixture.told();
        for name in ["a.html", "b.html", "theme/a.html"] {
            fixture.render(name);
        }
        prop_assert_eq!(fixture.render("good.html"), "before good");
    }
}
