//! What a template says about itself without being run: what it extends and includes, its blocks, components and words.

use super::scan::{self, PieceKind, Token, TokenKind};
use std::ops::Range;

/// A name in a template and the bytes that it stands at.
pub(super) type Named<'a> = (&'a str, Range<usize>);

/// The names of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline<'a> {
    /// The template that it builds on.
    pub(super) extends: Option<Named<'a>>,
    /// Templates that it includes.
    pub(super) includes: Vec<Named<'a>>,
    /// Blocks that it has.
    pub(super) blocks: Vec<Named<'a>>,
    /// Components that it defines.
    pub(super) components: Vec<Named<'a>>,
    /// Words of the interface that it asks for by name: `"home" | t`.
    pub(super) words: Vec<Named<'a>>,
    /// Where it asks for the whole context, which would put all that Handbill knows into a page.
    pub(super) dumps: Vec<Range<usize>>,
}

/// Reads the outline of a template.
pub(super) fn outline(source: &str) -> Outline<'_> {
    let mut outline = Outline::default();
    for piece in scan::pieces(source) {
        let tokens = scan::tokens(source, &piece);
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|index| &tokens[index]);
            let after = |more: usize| tokens.get(index + more);
            match (token.kind, token.text) {
                (TokenKind::Name, "__tera_context") if before.is_none_or(|before| before.text != ".") => {
                    outline.dumps.push(token.range.clone());
                }
                (TokenKind::Quoted, text) if is(after(1), "|") && is(after(2), "t") => {
                    outline.words.push((text, token.range.start + 1..token.range.end - 1));
                }
                _ => {}
            }
        }
        statement(source, &tokens, &mut outline);
    }
    outline
}

fn is(token: Option<&Token<'_>>, text: &str) -> bool {
    token.is_some_and(|token| token.kind != TokenKind::Quoted && token.text == text)
}

fn statement<'a>(source: &'a str, tokens: &[Token<'a>], outline: &mut Outline<'a>) {
    let start = usize::from(is(tokens.first(), "-"));
    let (Some(keyword), Some(argument)) = (tokens.get(start), tokens.get(start + 1)) else { return };
    let quote = usize::from(argument.kind == TokenKind::Quoted);
    let named = (argument.text, argument.range.start + quote..argument.range.end - quote);
    match (keyword.text, argument.kind) {
        ("extends", TokenKind::Quoted) => outline.extends = Some(named),
        ("include", TokenKind::Quoted) => outline.includes.push(named),
        ("block", TokenKind::Name) => outline.blocks.push(named),
        ("component", TokenKind::Name) => {
            // A name may have points in it: `ui.button`.
            let parts =
                tokens[start + 1..].iter().take_while(|token| token.kind == TokenKind::Name || token.text == ".");
            let end = parts.last().map_or(argument.range.end, |last| last.range.end);
            outline.components.push((&source[argument.range.start..end], argument.range.start..end));
        }
        _ => {}
    }
}

/// Whether a template ends before its last tag does.
pub(super) fn ends_inside_a_tag(source: &str) -> bool {
    scan::pieces(source).last().is_some_and(|piece| match piece.kind {
        PieceKind::Statement => !source.ends_with("%}"),
        PieceKind::Variable => !source.ends_with("}}"),
        _ => false,
    })
}

/// The tags before a byte of a template that were opened and not closed, outer ones first: `if`, `block`.
pub(super) fn open_tags(source: &str, until: usize) -> Vec<Named<'_>> {
    let mut open: Vec<Named> = vec![];
    for piece in scan::pieces(source).into_iter().take_while(|piece| piece.range.end <= until) {
        if piece.kind != PieceKind::Statement {
            continue;
        }
        let tokens = scan::tokens(source, &piece);
        let Some(keyword) = tokens.iter().find(|token| token.kind == TokenKind::Name) else { continue };
        let opens = match keyword.text {
            "if" | "for" | "block" | "component" | "filter" => true,
            // With a value it is no more than a line.
            "set" | "set_global" => !tokens.iter().any(|token| is(Some(token), "=")),
            _ => false,
        };
        if opens {
            open.push((keyword.text, keyword.range.clone()));
        } else if let Some(closes) = keyword.text.strip_prefix("end")
            && let Some(at) = open.iter().rposition(|(opened, _)| *opened == closes)
        {
            open.truncate(at);
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_says_what_it_needs_and_has() {
        let source = "{%- extends \"base.html\" %}{% block main %}{% include 'parts/card.html' %}{{ \"home\" | t(n=1) }}\
                      {% endblock main %}{% component ui.button(a) %}{% endcomponent ui.button %}{{ __tera_context }}\
                      {{ \"__tera_context\" | upper }}{# \"x\" | t #}";
        let outline = outline(source);
        assert_eq!(outline.extends.as_ref().unwrap().0, "base.html");
        assert_eq!(outline.includes[0].0, "parts/card.html");
        assert_eq!(outline.blocks[0].0, "main");
        assert_eq!(outline.components[0].0, "ui.button");
        assert_eq!(outline.words.len(), 1);
        assert_eq!(&source[outline.words[0].1.clone()], "home");
        assert_eq!(outline.dumps.len(), 1);
    }
}
