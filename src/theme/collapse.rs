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

    /// The same with a call to the function `call` behind the start of each loop. White space that the loop's own tag
    /// takes away still goes.
    pub(super) fn with_turns(self, call: &str) -> Self {
        let mut out = Self::default();
        for piece in scan::pieces(&self.text) {
            let range = piece.range.clone();
            let shift = |at: usize, out: &Self| out.text.len() + at - range.start;
            out.origins.push((out.text.len(), self.origin(range.start)));
            let inside = self.origins.iter().filter(|(here, _)| range.contains(here) && *here > range.start);
            let inside: Vec<_> = inside.map(|(here, there)| (shift(*here, &out), *there)).collect();
            out.origins.extend(inside);
            out.text.push_str(&self.text[range.clone()]);
            if piece.kind != PieceKind::Statement || !out.text.ends_with("%}") {
                continue;
            }
            let tokens = scan::tokens(&self.text, &piece);
            let word = tokens.iter().find(|token| token.text != "-");
            if word.is_some_and(|word| word.text == "for" && word.kind == TokenKind::Name) {
                let dash = if out.text.ends_with("-%}") { "-" } else { "" };
                let call = format!("{{{{{dash} {call}() {dash}}}}}");
                // What Tera says of the call is told at the loop.
                let place = self.origin(range.start + 3);
                out.origins.extend((0..call.len()).map(|at| (out.text.len() + at, place)));
                out.text.push_str(&call);
            }
        }
        out
    }

    /// Puts `text` in before the byte `at`. What Tera says of it is told at that byte.
    pub(super) fn insert(&mut self, at: usize, text: &str) {
        let place = self.origin(at);
        let next = self.origins.partition_point(|(here, _)| *here < at);
        for (here, _) in &mut self.origins[next..] {
            *here += text.len();
        }
        let end = at + text.len();
        let goes_on = self.origins.get(next).is_none_or(|(here, _)| *here != end).then_some((end, place));
        self.origins.splice(next..next, (at..end).map(|here| (here, place)).chain(goes_on));
        self.text.insert_str(at, text);
    }
}

/// Branches of Tera statements: what the markup was where they opened and where those closed so far ended.
struct Branches {
    kind: Kind,
    /// Where the statement that opens them stands, here and in the file.
    start: (usize, usize),
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
        let start = (out.text.len(), piece.range.start);
        out.copy(source, piece.range.clone());
        markup.tera(piece.kind == PieceKind::Variable);
        if piece.kind != PieceKind::Statement {
            continue;
        }
        // Branches that leave the markup in different states, such as one that opens a `pre`, make all that follows
        // uncertain, and so it stays as it is; in a loop, what stands before may follow too.
        if let Err(uncertain) = branch(source, &piece, start, &mut markup, &mut open) {
            let (here, there) = uncertain.unwrap_or((out.text.len(), piece.range.end));
            out.text.truncate(here);
            out.origins.retain(|(begin, _)| *begin < here);
            out.copy(source, there..source.len());
            break;
        }
    }
    out
}

/// Follows a statement into, between and out of branches. The error is that it can't be known what comes after, with the
/// start of the outermost loop around.
fn branch(
    source: &str,
    piece: &Piece,
    start: (usize, usize),
    markup: &mut Markup,
    open: &mut Vec<Branches>,
) -> Result<(), Option<(usize, usize)>> {
    let tokens = scan::tokens(source, piece);
    let word = tokens.iter().find(|token| token.kind == TokenKind::Name).map_or("", |token| token.text);
    let kind = match word {
        "if" | "endif" => Kind::If,
        "for" | "endfor" => Kind::For,
        "component" | "endcomponent" => Kind::Component,
        "elif" | "else" => {
            let branches = open.last_mut().ok_or(None)?;
            branches.has_else |= word == "else";
            branches.exits.push(markup.position().clone());
            markup.set_position(branches.entry.clone());
            return Ok(());
        }
        _ => return Ok(()),
    };
    if !word.starts_with("end") {
        open.push(Branches { kind, start, entry: markup.position().clone(), exits: Vec::new(), has_else: false });
        if kind == Kind::Component {
            markup.set_position(Position::default());
        }
        return Ok(());
    }
    let loop_start = open.iter().find(|branches| branches.kind == Kind::For).map(|branches| branches.start);
    let mut branches = open.pop().filter(|branches| branches.kind == kind).ok_or(loop_start)?;
    if kind == Kind::Component {
        markup.set_position(branches.entry);
        return Ok(());
    }
    branches.exits.push(markup.position().clone());
    if kind == Kind::For || !branches.has_else {
        branches.exits.push(branches.entry.clone());
    }
    let after = branches.exits.into_iter().try_fold(None, |so_far: Option<Position>, exit| match so_far {
        Some(position) => position.meet(&exit).map(Some),
        None => Some(Some(exit)),
    });
    markup.set_position(after.flatten().ok_or(loop_start)?);
    Ok(())
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
