//! Which colours of the palette meet on a page, and how much contrast each of these pairs needs.

use super::Mode;
use super::palette::Role::{self, Accent, Ink, Line, Link, Mark, OnAccent, OnMark, Paper, Quiet, Rim, Tint, Yes};

/// What one colour is on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Words.
    Letters,
    /// What has to be seen to know what is there: edges of buttons, marks of a timeline, the value of a meter.
    Interface,
}

/// All pairs that the theme's styles use; a test below reads the styles and finds each of theirs here.
///
/// `--hair` is in none: it only divides what stands apart anyway. Nor is `--accent` beside paper: what has to be seen of
/// it has an edge in `--rim`.
pub(super) const PAIRS: [(Role, Role, Use); 14] = [
    (Ink, Paper, Use::Letters),
    (Ink, Tint, Use::Letters),
    (Quiet, Paper, Use::Letters),
    (Quiet, Tint, Use::Letters),
    (Link, Paper, Use::Letters),
    (Link, Tint, Use::Letters),
    (OnAccent, Accent, Use::Letters),
    (OnMark, Mark, Use::Letters),
    (Yes, Paper, Use::Letters),
    (Yes, Tint, Use::Letters),
    (Line, Paper, Use::Interface),
    (Line, Tint, Use::Interface),
    (Rim, Paper, Use::Interface),
    (Rim, Tint, Use::Interface),
];

impl Use {
    /// The least contrast: WCAG 2.2, 1.4.3 and 1.4.11 at level AA, and for those who ask for more 1.4.6 at level AAA.
    pub(super) fn least(self, mode: Mode) -> f32 {
        let (usual, more) = match self {
            Use::Letters => (4.5, 7.0),
            Use::Interface => (3.0, 4.5),
        };
        if mode.more() { more } else { usual }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeFiles;
    use crate::theme::colour::palette::Role::Hair;

    /// Where a colour is seen beside paper and nothing is lost if it is not: bands and spines of cards.
    const DECORATION: [(&str, Role); 3] =
        [(".card-campaign", Accent), (".card-resource", Accent), (".booklet", Accent)];
    /// Behind pictures, which are made for white.
    const WHITE: [&str; 2] = [".brand img", "main img[src$=\".svg\"]"];

    /// Innermost rules of a stylesheet without comments: the selector, and the declarations.
    fn rules(css: &str) -> Vec<(&str, &str)> {
        let mut open = Vec::new();
        let mut rules = Vec::new();
        for (at, sign) in css.char_indices() {
            match sign {
                '{' => open.push(at),
                '}' => {
                    let start = open.pop().unwrap_or(0);
                    let body = &css[start + 1..at];
                    if !body.contains('{') {
                        let selector = css[..start].rsplit(['{', '}', ';']).next().unwrap_or_default();
                        rules.push((selector.trim(), body));
                    }
                }
                _ => {}
            }
        }
        rules
    }

    fn without_comments(css: &str) -> String {
        let parts = css.split("/*").enumerate();
        parts.map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, css)| css) }).collect()
    }

    fn roles(value: &str) -> Vec<Role> {
        Role::ALL.into_iter().filter(|role| value.contains(&format!("var({})", role.variable()))).collect()
    }

    /// What a rule asks of the palette. Letters without a ground of their own may stand on paper and on a tint, and so
    /// may lines and shapes.
    fn asked(selector: &str, body: &str) -> Vec<(Role, Role, Use)> {
        let (mut letters, mut grounds, mut shapes) = (Vec::new(), Vec::new(), Vec::new());
        for declaration in body.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let (name, roles) = (declaration.0.trim(), roles(declaration.1));
            match name {
                "color" => letters.extend(roles),
                "background" | "background-color" | "background-image" => grounds.extend(roles),
                _ if name.starts_with("--") => {}
                _ => shapes.extend(roles),
            }
        }
        if letters.is_empty() {
            shapes.append(&mut grounds);
        }
        let mut asked = Vec::new();
        for front in letters {
            let on = match front {
                OnMark => vec![Mark],
                OnAccent => vec![Accent],
                _ => vec![Paper, Tint],
            };
            let on = if grounds.is_empty() { on } else { grounds.clone() };
            asked.extend(on.into_iter().map(|ground| (front, ground, Use::Letters)));
        }
        for shape in shapes {
            match shape {
                // Grounds of pages, and what is in no pair.
                Paper | Tint | Hair => {}
                // Two rings, one light and one dark, show on every ground if the two differ.
                Mark | OnMark => asked.push((OnMark, Mark, Use::Interface)),
                _ if DECORATION.contains(&(selector, shape)) => {}
                _ => asked.extend([Paper, Tint].map(|ground| (shape, ground, Use::Interface))),
            }
        }
        asked
    }

    /// Contrast is the same both ways.
    fn same(one: (Role, Role), other: (Role, Role)) -> bool {
        one == other || one == (other.1, other.0)
    }

    #[test]
    fn the_table_holds_the_pairs_of_the_styles_and_no_others() {
        let theme = ThemeFiles::embedded();
        let mut wanted: Vec<(Role, Role, Use)> = Vec::new();
        // Paper of a printer is white and its letters are black; that sheet has colours of its own.
        for (name, bytes) in theme.below("styles/").filter(|(name, _)| *name != "90-print.css") {
            let css = without_comments(std::str::from_utf8(bytes).unwrap_or_default());
            for (selector, body) in rules(&css) {
                let literal = body.contains(['#']) || body.contains("rgb") || body.contains("okl");
                assert!(!literal || WHITE.contains(&selector), "{name}: {selector} has a colour that is in no palette");
                for (front, ground, used) in asked(selector, body) {
                    let pair = PAIRS.iter().find(|(one, other, _)| same((*one, *other), (front, ground)));
                    let enough = pair.is_some_and(|(.., most)| [used, Use::Letters].contains(most));
                    assert!(enough, "{name}: {selector} has {front:?} on {ground:?} as {used:?}");
                    wanted.push((front, ground, used));
                }
            }
        }
        for (front, ground, used) in PAIRS {
            let needed = wanted.iter().any(|(one, other, is)| same((*one, *other), (front, ground)) && *is == used);
            assert!(needed, "no style has {front:?} on {ground:?} as {used:?}");
        }
    }

    #[test]
    fn what_rules_ask_is_found() {
        let css = "@media (x) { a:hover { color: var(--link) } } b, i { background: var(--ink); color: var(--paper); }";
        let found: Vec<_> = rules(css).into_iter().flat_map(|(selector, body)| asked(selector, body)).collect();
        let letters = Use::Letters;
        assert_eq!(found, [(Link, Paper, letters), (Link, Tint, letters), (Paper, Ink, letters)]);
        assert_eq!(asked("p", "border: 1px solid var(--hair)"), []);
        assert_eq!(asked("p", "background: var(--yes)").len(), 2);
        assert_eq!(asked(".booklet", "border: 1px solid var(--accent)"), []);
    }
}
