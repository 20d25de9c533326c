//! Takes needless white space out of templates, once at load, so that pages are small without a pass over each.
//!
//! A run of white space in text becomes one character, and goes where block-level tags stand on both sides. Tags with
//! their attributes, `pre`, `textarea`, `script`, `style`, comments and all of Tera's own are left as they are. Each
//! template is looked at alone: text that another file puts into a `pre` is only safe inside `{% raw %}`, and white
//! space that styles alone keep (`white-space: pre-line`) is not known here.

use super::markup::{Markup, Position};
use super::scan::{self, Piece, PieceKind, TokenKind};
use std::ops::Range;

/// A template without needless white space, which knows where everything stood before.
#[derive(Clone, Debug, Default)]
pub(super) struct Collapsed {
    /// The text for Tera.
    pub(super) text: String,
    /// Where pieces of it begin, here and in the file.
    origins: Vec<(usize, usize)>,
}

impl Collapsed {
    /// The byte of the file that a byte of the text came from.
    pub(super) fn origin(&self, at: usize) -> usize {
        let next = self.origins.partition_point(|(here, _)| *here <= at);
        next.checked_sub(1).map_or(at, |last| {
            let (here, there) = self.origins[last];
            there + (at - here)
        })
    }

    fn copy(&mut self, source: &str, range: Range<usize>) {
        if !range.is_empty() && self.origin(self.text.len()) != range.start {
            self.origins.push((self.text.len(), range.start));
        }
        self.text.push_str(&source[range]);
    }
}

/// Branches of Tera statements: what the markup was where they opened and where those closed so far ended.
struct Branches {
    kind: Kind,
    entry: Position,
    exits: Vec<Position>,
    has_else: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    If,
    For,
    Component,
}

/// Collapses the white space of a template.
pub(super) fn collapse(source: &str) -> Collapsed {
    let mut out = Collapsed::default();
    let mut markup = Markup::default();
    let mut open: Vec<Branches> = Vec::new();
    for piece in scan::pieces(source) {
        if piece.kind == PieceKind::Text {
            let next_is_tera = piece.range.end < source.len();
            text(source, piece.range, next_is_tera, &mut markup, &mut out);
            continue;
        }
        out.copy(source, piece.range.clone());
        markup.tera(piece.kind == PieceKind::Variable);
        // Branches that leave the markup in different states, such as one that opens a `pre`, make all that follows
        // uncertain, and so it stays as it is.
        if piece.kind == PieceKind::Statement && branch(source, &piece, &mut markup, &mut open).is_none() {
            out.copy(source, piece.range.end..source.len());
            break;
        }
    }
    out
}

/// Follows a statement into, between and out of branches; `None` when it can't be known what comes after.
fn branch(source: &str, piece: &Piece, markup: &mut Markup, open: &mut Vec<Branches>) -> Option<()> {
    let tokens = scan::tokens(source, piece);
    let word = tokens.iter().find(|token| token.kind == TokenKind::Name).map_or("", |token| token.text);
    let mut enter = |kind, markup: &Markup| {
        open.push(Branches { kind, entry: markup.position().clone(), exits: Vec::new(), has_else: false });
    };
    match word {
        "if" => enter(Kind::If, markup),
        "for" => enter(Kind::For, markup),
        "component" => {
            enter(Kind::Component, markup);
            markup.set_position(Position::default());
        }
        "elif" | "else" => {
            let branches = open.last_mut()?;
            branches.has_else |= word == "else";
            branches.exits.push(markup.position().clone());
            markup.set_position(branches.entry.clone());
        }
        "endif" | "endfor" | "endcomponent" => {
            let mut branches = open.pop()?;
            if branches.kind == Kind::Component {
                markup.set_position(branches.entry);
                return Some(());
            }
            branches.exits.push(markup.position().clone());
            if branches.kind == Kind::For || !branches.has_else {
                branches.exits.push(branches.entry);
            }
            let mut exits = branches.exits.into_iter();
            let first = exits.next()?;
            markup.set_position(exits.try_fold(first, Position::meet)?);
        }
        _ => {}
    }
    Some(())
}

fn text(source: &str, range: Range<usize>, next_is_tera: bool, markup: &mut Markup, out: &mut Collapsed) {
    let piece = &source[..range.end];
    let mut at = range.start;
    while at < range.end {
        if !markup.folds_white_space() {
            let end = markup.step(piece, at, next_is_tera);
            out.copy(source, at..end);
            at = end;
            continue;
        }
        let rest = &piece[at..];
        let run = rest.len() - rest.trim_ascii_start().len();
        if run == 0 {
            let end = markup.step(piece, at, next_is_tera);
            out.copy(source, at..end);
            at = end;
            continue;
        }
        if !(markup.after_block() && super::markup::opens_block(&rest[run..])) {
            let newline = rest[..run].find('\n').unwrap_or(0);
            // A tab or a form feed alone would be shown as a space.
            if matches!(rest.as_bytes()[newline], b'\n' | b' ') {
                out.copy(source, at + newline..at + newline + 1);
            } else {
                out.origins.push((out.text.len(), at));
                out.text.push(' ');
            }
        }
        at += run;
        markup.passed_white_space();
    }
}

#[cfg(test)]
#[path = "collapse_tests.rs"]
mod tests;
