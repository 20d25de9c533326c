//! Names in templates that no view has: `{% if page.titel %}` is never true, and on `{{ page.titel }}` a page fails.
//!
//! Tera is silent about the first, and about the second until a page gets there: a loop may have nothing to go through
//! yet, and of two mistakes in a template it finds the first. Where a page does fail, the message about that page stays
//! (`diagnostic::one_cause`). Values of which nothing is known are left alone, such as `site.data` and what components
//! are given.

use super::called::called_here;
use super::contract::{self, Type};
use super::near::did_you_mean;
use super::scan::{self, Piece, PieceKind, Token, TokenKind};
use super::templates::{Source, Sources};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Words of Tera's that are no names of values.
const KEYWORDS: &[&str] = &[
    "true",
    "false",
    "True",
    "False",
    "none",
    "None",
    "null",
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "elif",
    "else",
    "for",
    "endif",
    "endfor",
    "set",
    "set_global",
    "endset",
    "endset_global",
    "block",
    "endblock",
    "extends",
    "include",
    "component",
    "endcomponent",
    "filter",
    "endfilter",
    "raw",
    "endraw",
    "break",
    "continue",
    "as",
    "loop",
    "body",
];

/// With one of these, a name that is not there is as good as empty, and Tera says nothing.
const FORGIVING: &[&str] = &["and", "or", "not", "is", "if", "default", "?", "defined"];

/// The names that are bound in any template, by `set`, loops and components: a part sees those of whoever includes it.
pub(super) fn bound_anywhere(sources: &Sources) -> BTreeSet<String> {
    let mut bound = BTreeSet::new();
    for source in sources.values() {
        for piece in scan::pieces(&source.text) {
            let tokens = scan::tokens(&source.text, &piece);
            let (names, _) = binds(&tokens, &piece);
            bound.extend(names.into_iter().chain(comprehended(&tokens)).map(str::to_owned));
        }
    }
    bound
}

/// Tells of the names in a template that are nowhere. `bound` is [`bound_anywhere`].
pub(super) fn unknown_names(source: &Source, bound: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut check = Check { source, bound, scopes: vec![Scope::default()], told: vec![] };
    for piece in scan::pieces(&source.text) {
        let tokens = scan::tokens(&source.text, &piece);
        check.piece(&tokens, &piece);
    }
    check.told
}

/// What becomes of a name that is not there.
#[derive(Clone, Copy)]
enum Then {
    /// It is as good as empty.
    Empty,
    /// Tera refuses it, and there is no page.
    Fails,
}

impl Then {
    /// The end of the message.
    fn words(self) -> &'static str {
        match self {
            Self::Empty => "so this is always empty",
            Self::Fails => "so a page that comes here cannot be made",
        }
    }
}

#[derive(Default)]
struct Scope<'a> {
    names: BTreeMap<&'a str, Type>,
    /// Inside a component nothing is seen of the page.
    closed: bool,
}

struct Check<'a> {
    source: &'a Source,
    bound: &'a BTreeSet<String>,
    scopes: Vec<Scope<'a>>,
    told: Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    fn piece(&mut self, tokens: &[Token<'a>], piece: &Piece) {
        let tokens = trim(tokens);
        let word = tokens.first().filter(|token| token.kind == TokenKind::Name).map_or("", |token| token.text);
        let statement = piece.kind == PieceKind::Statement;
        if statement && matches!(word, "endfor" | "endcomponent") && self.scopes.len() > 1 {
            self.scopes.pop();
            return;
        }
        if statement && matches!(word, "include" | "extends" | "block" | "endblock") {
            return;
        }
        let (names, value) = binds(tokens, piece);
        if statement && word == "component" {
            let names = names.into_iter().map(|name| (name, Type::Any)).collect();
            self.scopes.push(Scope { names, closed: true });
            return;
        }
        let condition = statement && matches!(word, "if" | "elif");
        let forgives = tokens.iter().any(|token| token.kind != TokenKind::Quoted && FORGIVING.contains(&token.text));
        let then = if condition || forgives { Then::Empty } else { Then::Fails };
        if !statement || condition || matches!(word, "for" | "set" | "set_global") {
            self.paths(&tokens[value.min(tokens.len())..], &comprehended(tokens), then);
        }
        if !statement || names.is_empty() {
            return;
        }
        let holds = self.whole(&tokens[value..]);
        match word {
            "for" => {
                let item = match holds {
                    Type::List(view) if names.len() == 1 => Type::View(view),
                    _ => Type::Any,
                };
                self.scopes.push(Scope { names: names.into_iter().map(|name| (name, item)).collect(), closed: false });
            }
            _ => {
                // A value may be set again in a branch that is not taken.
                for name in names {
                    let scope = self.scopes.last_mut().expect("the outermost scope stays");
                    let holds =
                        if scope.names.get(name).is_none_or(|before| *before == holds) { holds } else { Type::Any };
                    scope.names.insert(name, holds);
                }
            }
        }
    }

    /// What a value is that is nothing but a path.
    fn whole(&self, tokens: &[Token<'a>]) -> Type {
        let Some(first) = tokens.first().filter(|token| token.kind == TokenKind::Name) else { return Type::Any };
        let mut holds = self.start(first.text).unwrap_or(Type::Any);
        let mut rest = &tokens[1..];
        while let [dot, name, after @ ..] = rest
            && dot.text == "."
            && name.kind == TokenKind::Name
        {
            let Type::View(view) = holds else { return Type::Any };
            holds = field(view, name.text).unwrap_or(Type::Any);
            rest = after;
        }
        if rest.is_empty() { holds } else { Type::Any }
    }

    /// What a name stands for; `None` if there is no such name.
    fn start(&self, name: &str) -> Option<Type> {
        for scope in self.scopes.iter().rev() {
            if let Some(holds) = scope.names.get(name) {
                return Some(*holds);
            }
            if scope.closed {
                return Some(Type::Any);
            }
        }
        if self.bound.contains(name) {
            // An included part sees the names of whoever includes it.
            return Some(Type::Any);
        }
        contract::root(name)
    }

    /// Looks at every path among tokens.
    fn paths(&mut self, tokens: &[Token<'a>], local: &[&str], then: Then) {
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            let before = at.checked_sub(1).map(|before| tokens[before].text);
            let is_next = |more: usize, text: &str| {
                tokens.get(at + more).is_some_and(|token| token.kind == TokenKind::Mark && token.text == text)
            };
            let argument = is_next(1, "=") && !is_next(2, "=");
            let is_test = before == Some("not") && at > 1 && tokens[at - 2].text == "is";
            let follows = is_test || matches!(before, Some("." | "|" | "is" | "<" | "/"));
            let is_known = KEYWORDS.contains(&token.text) || local.contains(&token.text);
            let is_value = token.kind == TokenKind::Name
                && !(is_known || follows || argument || is_next(1, "(") || token.text.starts_with("__"));
            if !is_value {
                at += 1;
                continue;
            }
            let mut holds = self.start(token.text);
            if holds.is_none() {
                // A field of a name that is not there is refused even where the name alone is not.
                let then = if is_next(1, ".") { Then::Fails } else { then };
                let help = did_you_mean(token.text, contract::roots());
                self.tell(token, format!("there is no `{}` here, {}", token.text, then.words()), help);
            }
            holds = holds.or(Some(Type::Any));
            let mut holder = token;
            at += 1;
            while at + 1 < tokens.len() && tokens[at].text == "." && tokens[at + 1].kind == TokenKind::Name {
                let name = &tokens[at + 1];
                if let Some(Type::View(view)) = holds {
                    holds = field(view, name.text);
                    if holds.is_none() {
                        let fields = || contract::fields(view).iter().map(|(field, _)| *field);
                        let list = || Some(format!("There is: {}.", fields().collect::<Vec<_>>().join(", ")));
                        let help = called_here(view, holder.text, name.text)
                            .or_else(|| did_you_mean(name.text, fields()))
                            .or_else(list);
                        self.tell(
                            name,
                            format!("`{}` has no field `{}`, {}", holder.text, name.text, then.words()),
                            help,
                        );
                    }
                } else {
                    holds = None;
                }
                holder = name;
                at += 2;
                if holds.is_none() {
                    // Nothing is known of what follows.
                    while at + 1 < tokens.len() && tokens[at].text == "." {
                        at += 2;
                    }
                }
            }
        }
    }

    fn tell(&mut self, token: &Token<'_>, message: String, help: Option<String>) {
        let place = Place::span(&self.source.path, Span::new(token.range.start, token.range.end));
        let mut diagnostic = Diagnostic::new(Code::TemplateName, place, message).severity(Severity::Warning);
        diagnostic.help = help;
        self.told.push(diagnostic);
    }
}

fn field(view: &str, name: &str) -> Option<Type> {
    contract::fields(view).iter().find(|(field, _)| *field == name).map(|(_, holds)| *holds)
}

/// Tokens without the dashes that take white space away.
pub(super) fn trim<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let dash =
        |token: Option<&Token<'_>>| token.is_some_and(|token| token.kind == TokenKind::Mark && token.text == "-");
    let tokens = if dash(tokens.first()) { &tokens[1..] } else { tokens };
    // The end mark of the tag is among them.
    let end = tokens.iter().rposition(|token| !matches!(token.text, "}" | "%" | "-") || token.kind != TokenKind::Mark);
    &tokens[..end.map_or(0, |end| end + 1)]
}

/// The names that a statement gives, and the token at which their value begins.
pub(super) fn binds<'a>(tokens: &[Token<'a>], piece: &Piece) -> (Vec<&'a str>, usize) {
    let tokens = trim(tokens);
    let [first, rest @ ..] = tokens else { return (vec![], 0) };
    if piece.kind != PieceKind::Statement || first.kind != TokenKind::Name {
        return (vec![], 0);
    }
    let names = |tokens: &[Token<'a>]| -> Vec<&'a str> {
        tokens.iter().filter(|token| token.kind == TokenKind::Name).map(|token| token.text).collect()
    };
    let value = |text: &str| rest.iter().position(|token| token.text == text && token.kind != TokenKind::Quoted);
    match first.text {
        "for" => value("in").map_or((vec![], 0), |at| (names(&rest[..at]), at + 2)),
        "set" | "set_global" => match value("=") {
            Some(at) => (names(&rest[..at]), at + 2),
            None => (names(&rest[..1.min(rest.len())]), tokens.len()),
        },
        "component" => (names(rest), tokens.len()),
        _ => (vec![], 0),
    }
}

/// The names that a list made in one line gives: `[x for x in xs]`.
pub(super) fn comprehended<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut names = vec![];
    for (at, token) in tokens.iter().enumerate().skip(2) {
        if token.kind == TokenKind::Name && token.text == "for" {
            let until = tokens[at + 1..].iter().take_while(|token| token.text != "in");
            names.extend(until.filter(|token| token.kind == TokenKind::Name).map(|token| token.text));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn told(text: &str) -> Vec<(String, String)> {
        let text: Arc<str> = text.into();
        let source =
            Source { path: "a.html".into(), text: text.clone(), collapsed: super::super::collapse::collapse(&text) };
        let sources = Sources::from([("a.html".to_owned(), source)]);
        let bound = bound_anywhere(&sources);
        let told = unknown_names(&sources["a.html"], &bound);
        told.into_iter()
            .map(|told| {
                let crate::diagnostic::Where::Span(span) = told.places[0].at else { panic!("a span") };
                (text[span.start as usize..span.end as usize].to_owned(), told.help.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn silent_mistakes_are_found_with_their_place() {
        for (text, name, near) in [
            ("{% if page.titel %}{% endif %}", "titel", "title"),
            ("{% if not pag %}{% endif %}", "pag", "page"),
            ("{{ page.sumary or \"\" }}", "sumary", ""),
            ("{{ site.contact.mail | default(value=\"\") }}", "mail", "email"),
            ("{% for it in page.cards %}{% if it.imge %}{% endif %}{% endfor %}", "imge", "image"),
            ("{% set cards = page.cards %}{% for it in cards %}{{ it.hreff or 1 }}{% endfor %}", "hreff", "href"),
            ("{% if campaign.main_action and campaign.main_action.tilte %}{% endif %}", "tilte", "title"),
            ("{% if pag.title %}{% endif %}", "pag", "page"),
            ("{{ page.updatd }}", "updatd", "updated"),
            ("{% for it in page.cads %}{% endfor %}", "cads", "cards"),
            ("{% for it in campaign.actions %}{{ it.tilte | upper }}{% endfor %}", "tilte", "title"),
            ("{{ <ui.button label={page.titel} /> }}", "titel", "title"),
        ] {
            let told = told(text);
            assert_eq!(told.len(), 1, "{text}: {told:?}");
            assert_eq!(told[0].0, name, "{text}");
            assert!(told[0].1.contains(near), "{text}: {told:?}");
        }
    }

    #[test]
    fn what_is_not_known_is_left_alone() {
        for text in [
            "{% if site.data.branches.nope or page.extra.nope or site.options.nope or site.extra.a.b %}{% endif %}",
            "{{ site.data.branches.nope }}{% for x in page.extra.nope %}{{ x.y }}{% endfor %}{{ t(key=\"home\") }}",
            "{% set card = 1 %}{% if card.anything %}{% endif %}",
            "{% for key, value in site.data %}{% if value.nope and key and loop.first %}{% endif %}{% endfor %}",
            "{% component c(label, kind: string = \"a\", ...rest) %}{% if label.x or rest.y or body %}{% endif %}{% endcomponent c %}",
            "{{ <ui.button label={page.title or 1} /> }}{% if \"home\" | t(n=page.title) is starting_with(pat=\"x\") %}{% endif %}",
            "{{ [x.a or 1 for x in site.data.list] }}{% if page.tags | length > 0 and page.date is defined %}{% endif %}",
            "{% if page[\"nope\"] or page.body.nope %}{% endif %}",
            "{% if {\"a\": 1}.a == 1 and page.kind in [\"story\"] %}{% endif %}",
        ] {
            let told = told(text);
            // A field of a text is a mistake, but not one that the list of fields knows.
            assert!(told.is_empty(), "{text}: {told:?}");
        }
    }
}
