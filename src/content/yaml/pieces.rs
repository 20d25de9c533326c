//! YAML that cannot be read as a whole, read piece by piece: one mistake costs its own field and no other.
//!
//! A piece is an entry of a map or an item of a list, with the lines below that belong to it. Each is read alone; one that
//! cannot be read is told and stands as [`Value::Unread`]. Where only the lines below it are at fault, they are taken apart
//! in the same way, so that a mistake in one of several `demands:` leaves the others as they are.

use super::indents::{self, Dash, Misplaced};
use super::lines::{Lead, Line, after_dash, key_of, lines};
use super::mending;
use super::mistakes::{self, Stop};
use super::{Entry, Node, Value, add_entry, whole};
use crate::diagnostic::{Diagnostic, SitePath, Span};
use std::borrow::Cow;
use std::ops::Range;

/// Maps and lists inside each other that are taken apart; what is deeper is told as one.
const DEPTH: usize = 8;

/// Reads the YAML in `range`, which cannot be read as a whole: why is `stop`.
pub(super) fn read<'a>(
    path: &SitePath,
    source: &'a str,
    range: &Range<usize>,
    stop: &Stop,
    told: &mut Vec<Diagnostic>,
) -> Value<'a> {
    let before = told.len();
    let mut pieces = Pieces { path, source, whole: range.clone(), told };
    let value = pieces.block(range, 0, 0);
    let has_fields = match &value {
        Value::Map(entries) => entries.iter().any(|entry| !entry.key.is_empty()),
        Value::List(_) => true,
        _ => false,
    };
    if has_fields && told.len() > before {
        return value;
    }
    // Nothing of it is a field, or each piece is sound and only together they are not.
    told.truncate(before);
    told.push(mistakes::explain(path, source, range, range.start + stop.at, &stop.why));
    Value::Unread
}

/// Lines that belong together.
struct Piece<'a> {
    range: Range<usize>,
    is: Is,
    lines: Vec<Line<'a>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Is {
    /// An entry of the map.
    Entry,
    /// An item of the list.
    Item,
    /// Lines that begin where an entry would, and are none. They may go on with the value above.
    Loose,
    /// Lines whose spaces at the start fit nowhere.
    Misplaced(Misplaced),
}

struct Pieces<'a, 't> {
    path: &'t SitePath,
    source: &'a str,
    /// All of the YAML.
    whole: Range<usize>,
    told: &'t mut Vec<Diagnostic>,
}

impl<'a> Pieces<'a, '_> {
    /// The map or list in these bytes, whose first line begins in this column.
    fn block(&mut self, range: &Range<usize>, column: usize, depth: usize) -> Value<'a> {
        let lines = lines(self.source, range, column);
        let Some(first) = lines.first() else { return Value::Empty };
        let columns = lines.iter().filter(|line| line.lead == Lead::Spaces).map(|line| line.indent);
        let base = if depth == 0 { columns.min().unwrap_or(0) } else { first.indent };
        let in_list = first.is_item();
        let dash = indents::dash_before(self.source, range.start);
        let pieces = cut(lines, base, in_list, range.end);
        let (mut entries, mut items) = (vec![], vec![]);
        let mut rest = pieces.as_slice();
        while let [piece, after @ ..] = rest {
            rest = after;
            match piece.is {
                Is::Entry | Is::Item => {
                    let loose = after.first().filter(|next| next.is == Is::Loose);
                    let joined = loose.map(|loose| piece.range.start..loose.range.end);
                    if let Some(node) = joined.and_then(|joined| self.sound(&joined, piece.is)) {
                        self.add(node, &mut entries, &mut items);
                        rest = &after[1..];
                    } else if let Some(node) = self.sound(&piece.range, piece.is) {
                        self.add(node, &mut entries, &mut items);
                    } else {
                        let nodes = if piece.is == Is::Entry {
                            self.entry(piece, depth, dash)
                        } else {
                            Value::List(vec![self.item(piece, depth)])
                        };
                        self.add(nodes, &mut entries, &mut items);
                        // What stands below a broken value may be more of it.
                        if let Some(loose) = loose {
                            entries.push(unread(&loose.range));
                            rest = &after[1..];
                        }
                    }
                }
                Is::Loose => {
                    self.told.push(mistakes::no_field(self.path, self.source, &piece.range, &piece.lines[0]));
                    entries.push(unread(&piece.range));
                }
                Is::Misplaced(why) => {
                    let is_field = why == Misplaced::AmongItems && depth == 1;
                    self.told.push(if is_field && let Some(told) = self.field_among_items(&piece.lines[0]) {
                        told
                    } else if let Some(dash) = dash.filter(|_| why == Misplaced::Shallow && piece.lines[0].is_item()) {
                        self.next_item(&piece.range, &piece.lines[0], dash)
                    } else {
                        indents::misplaced(self.path, &piece.lines[0], why, base)
                    });
                    match items.last_mut().map(|item: &mut Node| &mut item.value) {
                        // Fields of the item above.
                        Some(Value::Map(fields)) => fields.push(unread(&piece.range)),
                        _ => entries.push(unread(&piece.range)),
                    }
                }
            }
        }
        if in_list {
            items.extend(entries.into_iter().map(|entry| entry.value));
            Value::List(items)
        } else {
            Value::Map(entries)
        }
    }

    fn add(&mut self, value: Value<'a>, entries: &mut Vec<Entry<'a>>, items: &mut Vec<Node<'a>>) {
        match value {
            Value::Map(new) => new.into_iter().for_each(|entry| add_entry(self.path, entry, entries, self.told)),
            Value::List(new) => items.extend(new),
            _ => {}
        }
    }

    /// What these bytes say by themselves, if they are one entry or item that can be read.
    fn sound(&mut self, range: &Range<usize>, is: Is) -> Option<Value<'a>> {
        let mut told = vec![];
        let node = whole(self.path, self.source, range, &mut told).ok()?;
        let fits = match &node.value {
            Value::Map(_) => is == Is::Entry,
            Value::List(_) => is == Is::Item,
            _ => false,
        };
        fits.then(|| {
            self.told.append(&mut told);
            node.value
        })
    }

    /// An entry that cannot be read.
    fn entry(&mut self, piece: &Piece<'a>, depth: usize, dash: Option<Dash>) -> Value<'a> {
        let first = &piece.lines[0];
        let Some(key) = key_of(first.text) else { return self.unreadable(piece) };
        let span = Span::new(first.start + key.name.start, first.start + key.name.end);
        let name = Cow::Borrowed(first.text[key.name.clone()].trim_matches(['"', '\'']));
        let entry = |value, start: usize, end: usize| {
            let node = Node { span: Span::new(start, end), value };
            Entry { key: name.clone(), span, value: node, in_braces: false, twice: false }
        };
        let value = first.text[key.value..].trim();
        let odd = piece.lines.iter().any(|line| line.lead != Lead::Spaces);
        if let Some(below) = piece.lines.get(1).filter(|_| !odd) {
            if let Some(bullet) = below.bullet().filter(|_| value.is_empty()) {
                self.told.push(mistakes::bulleted(self.path, below, bullet));
                return Value::Map(vec![entry(Value::Unread, below.start, piece.range.end)]);
            }
            if value.is_empty() && below.has_tight_dash() {
                self.told.push(mistakes::tight_dash(self.path, below));
                return Value::Map(vec![entry(Value::Unread, below.start, piece.range.end)]);
            }
            if value.is_empty() || value.starts_with('#') {
                let before = self.told.len();
                if depth < DEPTH {
                    let inner = self.block(&(below.begin..piece.range.end), below.indent, depth + 1);
                    if self.told.len() > before {
                        return Value::Map(vec![entry(inner, below.start, piece.range.end)]);
                    }
                }
            } else if let Some(deeper) = piece.lines[1..].iter().find(|line| line.is_item() || line.is_entry()) {
                // The value stands on the line of the key, and below it a line that looks like a field of its own.
                let own = piece.range.start..deeper.begin;
                if let Some(Value::Map(mut entries)) =
                    self.sound(&own, Is::Entry).filter(|_| !value.starts_with(['|', '>']))
                {
                    let below = deeper.begin..piece.range.end;
                    // What begins as the item above does is the next one.
                    let dash = dash.filter(|dash| indents::begin_alike(self.source, *dash, deeper.text));
                    self.told.push(if let Some(dash) = dash {
                        self.next_item(&below, deeper, dash)
                    } else if deeper.is_item() {
                        indents::item_after_value(self.path, first.text, deeper)
                    } else {
                        indents::misplaced(self.path, deeper, Misplaced::FieldAfterValue, first.indent)
                    });
                    entries.push(unread(&(deeper.begin..piece.range.end)));
                    return Value::Map(entries);
                }
            }
        }
        self.tell(piece);
        let start = first.start + key.name.end;
        Value::Map(vec![entry(Value::Unread, start, piece.range.end)])
    }

    /// An item that should line up with the one above it, whose dash this is.
    fn next_item(&self, range: &Range<usize>, line: &Line, dash: Dash) -> Diagnostic {
        let repair = mending::shifted(self.source, &self.whole, range, line.indent, dash.column);
        indents::beside_the_dash(self.path, line, dash).repair(repair)
    }

    /// A field of the page among the texts of a list.
    fn field_among_items(&self, line: &Line) -> Option<Diagnostic> {
        let told = indents::field_among_items(self.path, line)?;
        let end = line.start + line.text.len();
        Some(told.repair(mending::shifted(self.source, &self.whole, &(line.begin..end), line.indent, 0)))
    }

    /// An item of a list that cannot be read.
    fn item(&mut self, piece: &Piece<'a>, depth: usize) -> Node<'a> {
        let first = &piece.lines[0];
        let content = after_dash(first.text);
        let odd = piece.lines.iter().any(|line| line.lead != Lead::Spaces);
        let span = Span::new(first.start, piece.range.end);
        if depth < DEPTH && !odd && key_of(&first.text[content..]).is_some() {
            let before = self.told.len();
            let inner = first.start + content..piece.range.end;
            let value = self.block(&inner, first.indent + content, depth + 1);
            if self.told.len() > before {
                return Node { span, value };
            }
        }
        self.tell(piece);
        Node { span, value: Value::Unread }
    }

    fn unreadable(&mut self, piece: &Piece<'a>) -> Value<'a> {
        self.tell(piece);
        Value::Map(vec![unread(&piece.range)])
    }

    /// Tells why a piece cannot be read.
    fn tell(&mut self, piece: &Piece<'a>) {
        let range = &piece.range;
        let odd = piece.lines.iter().find(|line| line.lead != Lead::Spaces);
        let diagnostic = match whole(self.path, self.source, range, &mut vec![]) {
            Err(stop) if stop.why.contains("nown anchor") && self.has_anchor(range.start + stop.at) => return,
            Err(stop) => {
                let at = odd.map_or(range.start + stop.at, |line| line.start);
                mistakes::explain(self.path, self.source, range, at, &stop.why)
            }
            Ok(_) => mistakes::no_field(self.path, self.source, range, &piece.lines[0]),
        };
        self.told.push(diagnostic);
    }

    /// Whether the alias at this byte names something that stands elsewhere: by itself its piece could not be read, and
    /// with the rest it can.
    fn has_anchor(&self, at: usize) -> bool {
        let name = self.source[at..self.whole.end].strip_prefix('*');
        let name = name.and_then(|rest| rest.split(|c: char| c.is_whitespace() || ",]}".contains(c)).next());
        name.is_some_and(|name| !name.is_empty() && self.source[self.whole.clone()].contains(&format!("&{name}")))
    }
}

/// Lines that no field is known of. What they hold may be anything.
pub(in crate::content) fn unread<'a>(range: &Range<usize>) -> Entry<'a> {
    let span = Span::new(range.start, range.end);
    Entry { key: Cow::Borrowed(""), span, value: Node { span, value: Value::Unread }, in_braces: false, twice: false }
}

/// Cuts lines into the entries or items that begin in column `base`.
fn cut(lines: Vec<Line<'_>>, base: usize, in_list: bool, end: usize) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = vec![];
    for line in lines {
        let begins = line.lead == Lead::Spaces && line.indent <= base;
        let is = if !begins {
            // More spaces than the first line of all, and nothing above that it could belong to.
            pieces.is_empty().then_some(Is::Misplaced(Misplaced::First))
        } else if line.indent < base {
            Some(Is::Misplaced(Misplaced::Shallow))
        } else if line.is_item() {
            if in_list { Some(Is::Item) } else { pieces.is_empty().then_some(Is::Loose) }
        } else if line.is_entry() {
            let items_have_fields = pieces.iter().rev().find(|piece| piece.is == Is::Item).is_none_or(|piece| {
                let text = piece.lines[0].text;
                key_of(&text[after_dash(text)..]).is_some() || piece.lines.len() > 1
            });
            Some(match (in_list, items_have_fields) {
                (false, _) => Is::Entry,
                (true, true) => Is::Misplaced(Misplaced::BesideDash),
                (true, false) => Is::Misplaced(Misplaced::AmongItems),
            })
        } else {
            Some(Is::Loose)
        };
        match (is, pieces.last_mut()) {
            (Some(is), last)
                if !last.as_ref().is_some_and(|last| is == last.is && !matches!(is, Is::Entry | Is::Item)) =>
            {
                if let Some(last) = last {
                    last.range.end = line.begin;
                }
                pieces.push(Piece { range: line.begin..end, is, lines: vec![line] });
            }
            (_, Some(last)) => last.lines.push(line),
            (_, None) => {}
        }
    }
    pieces
}
