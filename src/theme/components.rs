//! Calls of components with arguments that they do not have, or without those that they need, told before a page is made.
//!
//! Whether a value is of the form that an argument takes is only known when a page is made.

use super::near::did_you_mean;
use super::scan::{self, PieceKind, Token, TokenKind};
use super::templates::Source;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use tera::{ComponentInfo, Tera};

/// Tells what is wrong with the arguments of the components that a template calls.
pub(super) fn wrong_arguments(source: &Source, tera: &Tera) -> Vec<Diagnostic> {
    let mut told = vec![];
    for piece in scan::pieces(&source.text) {
        if !matches!(piece.kind, PieceKind::Variable | PieceKind::Statement) {
            continue;
        }
        let tokens = scan::tokens(&source.text, &piece);
        // A `<` before a name is a call at the start of a tag; elsewhere it may compare.
        let start = usize::from(is(tokens.first(), "-"));
        if is(tokens.get(start), "<")
            && let Some(call) = call(&source.text, &tokens[start + 1..])
            && let Some(component) = tera.get_component_definition(call.name)
        {
            check(source, &call, &component, &mut told);
        }
    }
    told
}

struct Call<'a> {
    name: &'a str,
    span: Span,
    arguments: Vec<Token<'a>>,
    /// It passes on all fields of a map, and nobody knows which those are.
    spreads: bool,
}

fn call<'a>(source: &'a str, tokens: &[Token<'a>]) -> Option<Call<'a>> {
    let named = tokens.iter().take_while(|token| token.kind == TokenKind::Name || token.text == ".");
    // Names and points take turns: a name after a name is an argument.
    let mut length = 0;
    for (at, token) in named.enumerate() {
        if (at % 2 == 0) != (token.kind == TokenKind::Name) {
            break;
        }
        length = at + 1;
    }
    let (first, last) = (tokens.first().filter(|_| length > 0)?, tokens.get(length.checked_sub(1)?)?);
    let span = Span::new(first.range.start, last.range.end);
    let mut call = Call { name: &source[first.range.start..last.range.end], span, arguments: vec![], spreads: false };
    let mut at = length;
    while at < tokens.len() {
        let token = &tokens[at];
        match (token.kind, token.text) {
            (TokenKind::Name, _) => {
                call.arguments.push(token.clone());
                at += 1;
                if is(tokens.get(at), "=") {
                    at = value_end(tokens, at + 1);
                }
            }
            (TokenKind::Mark, "{") => {
                call.spreads = true;
                at = value_end(tokens, at);
            }
            _ => break,
        }
    }
    Some(call)
}

/// One past the value that begins here: a text, or what stands in braces.
fn value_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        if token.kind == TokenKind::Mark {
            match token.text {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
        }
        if depth <= 0 {
            return at + 1;
        }
    }
    tokens.len()
}

fn is(token: Option<&Token<'_>>, text: &str) -> bool {
    token.is_some_and(|token| token.kind == TokenKind::Mark && token.text == text)
}

fn check(source: &Source, call: &Call<'_>, component: &ComponentInfo, told: &mut Vec<Diagnostic>) {
    let known = || component.args().iter().map(tera::ComponentArg::name);
    let mut tell = |span: Span, message: String, help: Option<String>| {
        let place = Place::span(&source.path, span);
        told.push(Diagnostic { help, ..Diagnostic::new(Code::TemplateName, place, message) });
    };
    let list = known().collect::<Vec<_>>().join(", ");
    let takes = if list.is_empty() { "It takes nothing.".to_owned() } else { format!("It takes: {list}.") };
    let mut meant = vec![];
    for argument in &call.arguments {
        if component.rest_param().is_some() || known().any(|known| known == argument.text) {
            continue;
        }
        let near = did_you_mean(argument.text, known());
        meant.extend(super::near::nearest(argument.text, known()));
        let message = format!("the component `{}` has no argument `{}`", call.name, argument.text);
        tell(Span::new(argument.range.start, argument.range.end), message, near.or(Some(takes.clone())));
    }
    if call.spreads {
        return;
    }
    for needed in component.args().iter().filter(|argument| argument.is_required()) {
        let name = needed.name();
        if !call.arguments.iter().any(|argument| argument.text == name) && !meant.contains(&name) {
            let message = format!("the component `{}` needs `{name}`", call.name);
            tell(call.span, message, Some(format!("Write {name}=\"…\", or {name}={{…}} for a value.")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::collapse::collapse;
    use super::*;
    use crate::diagnostic::Where;
    use std::sync::Arc;

    #[test]
    fn wrong_arguments_are_told_where_they_stand() {
        let mut tera = Tera::new();
        tera.add_raw_template(
            "parts",
            "{% component ui.button(label, kind=\"a\") %}x{% endcomponent ui.button %}\
             {% component open(a, ...rest) %}x{% endcomponent open %}{% component page(x) %}{% endcomponent page %}",
        )
        .unwrap();
        for (text, told) in [
            ("{{ <ui.button label=\"x\" kind={page.a} /> }}", ""),
            ("{{ <ui.button lable=\"x\" /> }}", "lable"),
            ("{{ <ui.button kind=\"x\" /> }}", "ui.button"),
            ("{% <ui.button label={ {\"a\": 1}.a } colour=\"x\"> %}a{% </ui.button> %}", "colour"),
            ("{{ <open a={1} whatever=\"x\" /> }}{{ <open {...all} /> }}", ""),
            ("{{ <open /> }}", "open"),
            ("{{ <page x /> }}{% if a < page %}{% endif %}{{ <nowhere b /> }}", ""),
        ] {
            let text: Arc<str> = text.into();
            let source = Source { path: "a.html".into(), text: text.clone(), collapsed: collapse(&text) };
            let places = wrong_arguments(&source, &tera).into_iter().map(|told| {
                let Where::Span(span) = told.places[0].at else { panic!("a span") };
                text[span.start as usize..span.end as usize].to_owned()
            });
            assert_eq!(places.collect::<Vec<_>>().join(" "), told, "{text}");
        }
    }
}
