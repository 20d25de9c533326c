//! What a template reads that it does not give itself: whoever knows these values knows what it makes.
//!
//! Only the plain parts of a template language are followed: values that are printed, `if`, `for`, `set`, and parts
//! included by name. Of a template with anything else in it nothing is said.

use super::names::{binds, comprehended, trim};
use super::scan::{self, Piece, PieceKind, Token, TokenKind};
use super::templates::{Sources, resolve};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A value that a template reads: a name, and the fields down to it. `page.kind` is `["page", "kind"]`.
pub(super) type Path = Vec<String>;

/// The values that are the same wherever they stand in the same place in memory, with all that is in them.
pub(super) const WHOLE: &[&str] = &["site", "card"];

/// Names that are the language's own, or that only its loops and components give.
const OWN: &[&str] =
    &["true", "false", "True", "False", "none", "None", "null", "and", "or", "not", "in", "is", "if", "else", "for"];

/// A piece of a template that is no text, and what is in it.
type Tag<'s> = (Piece, Vec<Token<'s>>);

/// Reads templates, each cut into its tags once.
pub(super) struct Reads<'s> {
    sources: &'s Sources,
    tags: BTreeMap<&'s str, Rc<[Tag<'s>]>>,
    /// The names that are given for certain, in the template and in whatever includes it; a scope for each branch and
    /// loop around.
    bound: Vec<Vec<&'s str>>,
    found: BTreeSet<Path>,
    /// The templates that are being read.
    within: Vec<&'s str>,
    /// So many tags more are looked at before the template is given up.
    left: usize,
}

/// A template with more tags than this, counted each time that they are included, is not followed: a part that includes
/// another twice, which includes another twice, soon has no end.
const MOST_TAGS: usize = 20_000;

/// Nor is one in which includes stand inside each other deeper than this.
const DEEPEST: usize = 32;

impl<'s> Reads<'s> {
    pub(super) fn new(sources: &'s Sources) -> Self {
        let tags = |text: &'s str| {
            let tags = scan::pieces(text).into_iter().filter(|piece| piece.kind != PieceKind::Text);
            tags.map(|piece| (piece.clone(), scan::tokens(text, &piece))).collect()
        };
        let tags = sources.iter().map(|(name, source)| (&**name, tags(&source.text))).collect();
        Self { sources, tags, bound: vec![], found: BTreeSet::new(), within: vec![], left: 0 }
    }

    /// What the template `name` and all that it includes read before they have given it themselves; `None` if that
    /// cannot be said.
    pub(super) fn of(&mut self, name: &str) -> Option<BTreeSet<Path>> {
        self.bound.clear();
        self.found.clear();
        self.within.clear();
        self.left = MOST_TAGS;
        self.template(name)?;
        Some(std::mem::take(&mut self.found))
    }

    fn template(&mut self, name: &str) -> Option<()> {
        let name = resolve(self.sources, name)?;
        if self.within.contains(&name) || self.within.len() >= DEEPEST {
            return None;
        }
        self.within.push(name);
        let outside = self.bound.len();
        self.bound.push(vec![]);
        for (piece, tokens) in self.tags.get(name)?.clone().iter() {
            self.left = self.left.checked_sub(1)?;
            self.piece(tokens, piece)?;
        }
        self.bound.truncate(outside);
        self.within.pop();
        Some(())
    }

    fn piece(&mut self, tokens: &[Token<'s>], piece: &Piece) -> Option<()> {
        let (names, value) = binds(tokens, piece);
        let tokens = trim(tokens);
        let mark = |text: &str| tokens.iter().any(|token| token.kind == TokenKind::Mark && token.text == text);
        // Components may read names of whoever calls them.
        if mark("<") {
            return None;
        }
        match piece.kind {
            PieceKind::Text | PieceKind::Comment | PieceKind::Raw => return Some(()),
            PieceKind::Variable => return self.values(tokens),
            PieceKind::Statement => {}
        }
        let (word, rest) = tokens.split_first()?;
        match word.text {
            "include" => {
                let [Token { kind: TokenKind::Quoted, text, .. }] = rest else { return None };
                self.template(text)?;
            }
            "if" => {
                self.values(rest)?;
                self.bound.push(vec![]);
            }
            "elif" | "else" => {
                self.bound.pop();
                self.values(rest)?;
                self.bound.push(vec![]);
            }
            "for" => {
                // Any other list from outside is nothing that can be compared.
                let [list, after @ ..] = tokens.get(value..)? else { return None };
                let is_call = after.first().is_some_and(|after| after.text == "(");
                let is_name = list.kind == TokenKind::Name && !is_call;
                if is_name && !WHOLE.contains(&list.text) && !self.is_bound(list.text) {
                    return None;
                }
                self.values(&tokens[value..])?;
                self.bound.push(names.into_iter().chain(["loop"]).collect());
            }
            "endif" | "endfor" => {
                self.bound.pop();
            }
            "set" | "set_global" if value < tokens.len() => {
                self.values(&tokens[value..])?;
                self.bound.last_mut()?.extend(names);
            }
            _ => return None,
        }
        Some(())
    }

    fn is_bound(&self, name: &str) -> bool {
        self.bound.iter().flatten().any(|bound| *bound == name)
    }

    /// Looks at every path among tokens.
    fn values(&mut self, tokens: &[Token<'s>]) -> Option<()> {
        let local = comprehended(tokens);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let is_mark = |at: usize, text: &str| {
                tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark && token.text == text)
            };
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            let is_test = |token: &Token| token.kind == TokenKind::Name && token.text == "is";
            let follows = before.is_some_and(|before| {
                matches!((before.kind, before.text), (TokenKind::Mark, "." | "|"))
                    || is_test(before)
                    || before.text == "not" && at > 1 && is_test(&tokens[at - 2])
            });
            let is_argument = is_mark(at + 1, "=") && !is_mark(at + 2, "=");
            let is_call = is_mark(at + 1, "(");
            at += 1;
            if token.kind != TokenKind::Name || follows || is_argument || OWN.contains(&token.text) {
                continue;
            }
            if token.text.starts_with("__") {
                return None;
            }
            if is_call || local.contains(&token.text) || self.is_bound(token.text) {
                continue;
            }
            // What only the loop or the component around gives.
            if matches!(token.text, "loop" | "body") {
                return None;
            }
            let mut path = vec![token.text.to_owned()];
            loop {
                let dot = at + usize::from(is_mark(at, "?"));
                match tokens.get(dot + 1) {
                    Some(field) if is_mark(dot, ".") && field.kind == TokenKind::Name => {
                        path.push(field.text.to_owned());
                        at = dot + 2;
                    }
                    _ => break,
                }
            }
            self.found.insert(path);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::collapse::collapse;
    use super::super::templates::Source;
    use super::*;
    use std::sync::Arc;

    fn found(templates: &[(&str, &str)]) -> Option<Vec<String>> {
        let source = |text: &str| {
            let text: Arc<str> = text.into();
            Source { path: "a.html".into(), collapsed: collapse(&text), text }
        };
        let sources = templates.iter().map(|(name, text)| ((*name).to_owned(), source(text))).collect();
        Reads::new(&sources).of("a").map(|found| found.into_iter().map(|path| path.join(".")).collect())
    }

    #[test]
    fn what_is_given_before_is_not_read() {
        for (text, expected) in [
            ("{{ site.name }} {{ page.kind | upper }}", "page.kind site.name"),
            ("{% set a = b %}{{ a }}{{ a.c }}", "b"),
            ("{{ a }}{% set a = 1 %}", "a"),
            ("{% if x %}{% set a = 1 %}{{ a }}{% endif %}", "x"),
            ("{% if x %}{% set a = 1 %}{% endif %}{{ a }}", "a x"),
            ("{% if x %}{% set a = 1 %}{% else %}{{ a }}{% endif %}", "a x"),
            ("{% if x %}{% elif y.z %}{% endif %}", "x y.z"),
            ("{% for link in site.menu %}{{ link.href }}{{ loop.first }}{% endfor %}{{ link }}", "link site.menu"),
            ("{% set in_menu = [item.href for item in site.menu] %}{{ in_menu }}{{ item }}", "item site.menu"),
            ("{{ \"name\" | t(name=site.name, b=c) }}", "c site.name"),
            ("{{ page?.section?.href }}", "page.section.href"),
            ("{{ a[\"b\"].c }}", "a"),
            ("{{ x if y is defined else z }}{% if a is not starting_with(pat=b) %}{% endif %}", "a b x y z"),
            ("{% raw %}{{ x }}{% endraw %}{# {{ y }} #}", ""),
        ] {
            assert_eq!(found(&[("a", text)]).map(|found| found.join(" ")).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn parts_see_what_whoever_includes_them_has_given() {
        let part = ("b", "{{ icon }}{{ other }}{% set mine = 1 %}");
        assert_eq!(
            found(&[("a", "{% set icon = 1 %}{% include \"b\" %}{{ mine }}"), part]),
            Some(vec!["mine".to_owned(), "other".to_owned()])
        );
        assert_eq!(
            found(&[("a", "{% if x %}{% set icon = 1 %}{% endif %}{% include \"b\" %}"), part]),
            Some(vec!["icon".to_owned(), "other".to_owned(), "x".to_owned()])
        );
    }

    #[test]
    fn what_has_no_end_in_reason_is_given_up() {
        let name = |level: usize| if level == 0 { "a".to_owned() } else { format!("a{level}") };
        for (levels, times) in [(30, 2), (5_000, 1)] {
            let text = |level| format!("{{% include \"{}\" %}}", name(level + 1)).repeat(times);
            let mut all: Vec<_> = (0..levels).map(|level| (name(level), text(level))).collect();
            all.push((name(levels), "x".to_owned()));
            let all: Vec<_> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            assert_eq!(found(&all), None, "{levels} levels");
        }
    }

    #[test]
    fn of_anything_else_nothing_is_said() {
        for text in [
            "{% for x in cards %}{% endfor %}",
            "{{ loop.first }}",
            "{{ body }}",
            "{% block a %}{% endblock %}",
            "{% extends \"b\" %}",
            "{% include \"a\" %}",
            "{% include \"nowhere\" %}",
            "{{ <button label=\"a\" /> }}",
            "{% set a %}b{% endset %}",
            "{% filter upper %}a{% endfilter %}",
            "{{ __tera_context }}",
        ] {
            assert_eq!(found(&[("a", text)]), None, "{text}");
        }
    }
}
