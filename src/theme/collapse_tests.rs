//! Tests of [`super::collapse`]: what goes, what stays, and that a reader sees the same.

use super::collapse;
use proptest::prelude::*;
use tera::{Context, Tera};

fn collapsed(source: &str) -> String {
    collapse(source).text
}

#[test]
fn white_space_between_blocks_goes_and_between_words_one_space_stays() {
    assert_eq!(
        collapsed("<!doctype html>\n<ul>\n  <li>\n <a>One</a>\n  <a>Two</a>  three</li>\n\n</ul>\n"),
        "<!doctype html><ul><li>\n<a>One</a>\n<a>Two</a> three</li></ul>\n"
    );
    assert_eq!(collapsed("a \t b\r\n\r\nc\t"), "a b\nc ");
}

#[test]
fn beside_tera_one_space_stays() {
    assert_eq!(
        collapsed("<p>  {% if a %}  b  {% endif %}  </p>  {{ c }}"),
        "<p> {% if a %} b {% endif %} </p> {{ c }}"
    );
    assert_eq!(collapsed("{{ \"a   b\" |  t }}{#  c  #}"), "{{ \"a   b\" |  t }}{#  c  #}");
}

#[test]
fn elements_that_keep_their_text_and_attributes_are_left_alone() {
    for kept in [
        "<pre class=x>  a\n  <b>b  </b></pre>",
        "<textarea>  </textarx  <p>  </textarea>",
        "<script>  a  <  b </script>",
        "<style>  p  { }</STYLE >",
        "<p title=\"a  >  b\"\n  hidden>x",
        "<p title={{ a }}  lang='  >'>x",
        "{% raw %}  {{ a }}  {% endraw %}",
        "<!--  a  <p>  -->",
    ] {
        assert_eq!(collapsed(kept), kept);
    }
}

#[test]
fn branches_that_leave_a_pre_open_keep_everything_after_them() {
    assert_eq!(collapsed("a  b{% if c %}<pre>{% endif %}d  e"), "a b{% if c %}<pre>{% endif %}d  e");
    let both = "{% if c %}<pre>{% else %}<pre id=a>{% endif %}d  e</pre>f  g";
    assert_eq!(collapsed(both), "{% if c %}<pre>{% else %}<pre id=a>{% endif %}d  e</pre>f g");
    let heading = "<{% if c %}h2{% else %}h3{% endif %} id=a>d  e";
    assert_eq!(collapsed(heading), "<{% if c %}h2{% else %}h3{% endif %} id=a>d e");
}

#[test]
fn a_component_is_read_by_itself() {
    let source = "{% component a() %}b  c<pre>{% endcomponent a %}\n\n<p>  d";
    assert_eq!(collapsed(source), "{% component a() %}b c<pre>{% endcomponent a %}\n<p> d");
}

#[test]
fn every_byte_knows_where_it_stood() {
    let source = "<ul>\n  <li>é  {{ a }}\n\n{{ b }}";
    let collapsed = collapse(source);
    let at = collapsed.text.find("{{ b }}").unwrap();
    assert_eq!(collapsed.origin(at), source.find("{{ b }}").unwrap());
    assert_eq!(collapsed.origin(at + 3), source.find("b }}").unwrap());
}

/// What a reader sees of a page, the tags between: runs of white space are one space, none beside a block.
fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut pre = 0_u32;
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if rest.starts_with("<!--") {
            length = rest.find("-->").map_or(rest.len(), |end| end + 3);
            out.push_str(&rest[..length].replace(' ', "_"));
        } else if c == '<' && rest[1..].trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            length = tag_length(rest);
            let tag = &rest[..length];
            let name: String =
                tag[1..].trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            let block = matches!(&*name, "p" | "li" | "div");
            if name == "pre" {
                pre = if tag.starts_with("</") { pre.saturating_sub(1) } else { pre + 1 };
            }
            if matches!(&*name, "textarea" | "script") {
                length = rest.find(&format!("</{name}>")).unwrap_or(rest.len()).max(length);
            }
            if block {
                out.push('|');
            }
            out.push_str(&rest[..length].replace(' ', "_").replace('\n', "^"));
            if block {
                out.push('|');
            }
        } else if c.is_ascii_whitespace() {
            let seen = if pre == 0 {
                ' '
            } else if c == '\n' {
                '^'
            } else {
                '_'
            };
            if !(seen == ' ' && out.ends_with(' ')) {
                out.push(seen);
            }
        } else {
            out.push(c);
        }
        rest = &rest[length..];
    }
    out.replace("| ", "|").replace(" |", "|")
}

fn tag_length(rest: &str) -> usize {
    let mut quoted = false;
    for (at, c) in rest.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn snippet() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "one",
        "two",
        " ",
        "\n  ",
        "\t",
        "\n\n",
        "  ",
        "{{ word }}",
        "{{ blank }}",
        "<br>",
        "<img alt=\"a   b\">",
        "{# c #}",
        "{#- c -#}",
        "<!-- x   y -->",
        "{% raw %} {{ x }}  {% endraw %}",
        "{{- word -}}",
        "{{ word -}}",
        "<textarea> a  b\n</textarea>",
        "<script> if (a  <  b) {} </script>",
        "<p>",
        "</p>",
        "<li>",
        "</li>",
        "<b>",
        "</b>",
        "<pre>",
        "</pre>",
        "<a title=\"  x > \n y\" href={{ word }}>",
        "<{{ tag }}>",
        "< 5 ",
        "&nbsp;",
        "é",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(4, 60, 8, |inner| {
        let some = || prop::collection::vec(inner.clone(), 0..8).prop_map(|parts| parts.concat());
        prop_oneof![
            4 => some(),
            1 => (some(), some()).prop_map(|(a, b)| format!("{{% if yes %}}{a}{{% else %}}{b}{{% endif %}}")),
            1 => (some(), some()).prop_map(|(a, b)| format!("{{% if no %}}{a}{{%- else -%}}{b}{{% endif -%}}")),
            1 => some().prop_map(|a| format!("{{%- if no %}}{a}{{% endif %}}")),
            1 => some().prop_map(|a| format!("{{% for i in list %}}{a}{{% endfor %}}")),
            1 => some().prop_map(|a| format!("<div\n class=\"a  b\">{a}</div>")),
            1 => some().prop_map(|a| format!("<pre>{a}</pre>")),
            1 => some().prop_map(|a| format!("<p {{% if yes %}}id=\"a  b\"{{% endif %}}>{a}</p>")),
        ]
    })
}

#[test]
fn what_is_put_in_moves_no_places() {
    let source = "<p>\n\n  <p>{% include  'a.html' %} é";
    let before = collapse(source);
    for at in (0..=before.text.len()).filter(|at| before.text.is_char_boundary(*at)) {
        let mut after = before.clone();
        after.insert(at, "theme/");
        assert_eq!(after.text, format!("{}theme/{}", &before.text[..at], &before.text[at..]));
        for byte in 0..before.text.len() {
            assert_eq!(after.origin(if byte < at { byte } else { byte + 6 }), before.origin(byte), "{at}, {byte}");
        }
        assert!((at..at + 6).all(|byte| after.origin(byte) == before.origin(at)), "{at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn a_reader_sees_the_same(source in snippet()) {
        let context = Context::from_serialize(&serde_json::json!({
            "word": "w", "blank": " ", "tag": "i", "yes": true, "no": false, "list": [1, 2],
        })).unwrap();
        let render = |text: &str| Tera::new().render_str(text, &context, true).unwrap();
        let collapsed = collapsed(&source);
        prop_assert_eq!(visible(&render(&source)), visible(&render(&collapsed)), "{:?} became {:?}", source, collapsed);
    }

    #[test]
    fn any_text_keeps_all_but_white_space_and_knows_its_places(source in prop_oneof![
        ".*",
        prop::collection::vec(prop::sample::select(vec![
            "<", ">", "</", "<!--", "-->", "<!", "p", "pre", "textarea", " ", "\n", "\t", "\r", "\"", "'", "=", "/", "{{", "}}",
            "{%", "%}", "{#", "#}", "if", "else", "endif", "component", "raw", "endraw", "é", "\u{a0}", "-",
        ]), 0..40).prop_map(|parts| parts.concat()),
    ]) {
        let collapsed = collapse(&source);
        let bare = |text: &str| text.chars().filter(|c| !c.is_ascii_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&source), bare(&collapsed.text));
        for (at, byte) in collapsed.text.bytes().enumerate().filter(|(_, byte)| !byte.is_ascii_whitespace()) {
            prop_assert_eq!(source.as_bytes()[collapsed.origin(at)], byte);
        }
    }
}
