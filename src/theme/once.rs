//! Parts of pages that are made once: the footer, the cards.
//!
//! A part that reads nothing but `site`, its card and a few short values is the same wherever these are the same. Such
//! a part is made where it is first needed and then kept for all pages of an edition. Nobody who writes templates has
//! to know: which parts these are is found out from what they read (`reads.rs`), and what is kept is what the template
//! made, byte for byte. A part that fails is not kept, and so fails on every page with the same message.

use super::contract;
use super::reads::{Path, Reads};
use super::scan::{self, PieceKind, TokenKind};
use super::steps;
use super::templates::{Sources, resolve};
use foldhash::fast::FixedState;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};
use tera::value::ValueKind;
use tera::{Kwargs, State, Tera, Value};

/// What many pages have in common.
const COMMON: &[&str] = &["kind", "here", "section.href", "sensitive", "draft", "noindex", "imprint"];

/// The most values by which a kept part is known.
const MOST_VALUES: usize = 6;

/// The longest text by which a kept part is known, in bytes.
const LONGEST_TEXT: usize = 80;

/// The most that is kept, in bytes. A site of a hundred thousand pages has more cards than are worth it.
const MOST_BYTES: usize = 64 << 20;

/// The parts that were made for the pages of one edition.
#[derive(Debug, Default)]
pub struct Made {
    kept: RwLock<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    parts: HashMap<Box<[u8]>, Part, FixedState>,
    bytes: usize,
}

#[derive(Debug)]
struct Part {
    html: Value,
    /// The turns of loops that it took, which count for every page that has it.
    turns: u64,
    /// The card that it shows. A kept card's place in memory is its own.
    _card: Option<Value>,
}

thread_local! {
    /// What was made for the edition whose page is being made on this thread, and the turns that were left when the
    /// parts being made were begun.
    static NOW: RefCell<(Option<Arc<Made>>, Vec<u64>)> = RefCell::default();
}

/// Begins a page of the edition that these parts are for.
pub(super) fn begin(made: &Arc<Made>) {
    NOW.set((Some(made.clone()), vec![]));
}

/// Ends a page, so that no thread holds what belongs to an edition that nobody shows any more.
pub(super) fn end() {
    NOW.take();
}

/// Changes the templates so that each part that can be is made once, and gives `tera` the functions for that. `bound`
/// are the names that templates give: where one of them gives another `site`, nothing is kept.
pub(super) fn prepare(tera: &mut Tera, sources: &mut Sources, bound: &BTreeSet<String>) {
    if bound.contains("site") {
        return;
    }
    let parts = parts(sources);
    for (number, values) in parts.values().enumerate() {
        let values: Arc<[Path]> = values.clone().into();
        let of = values.clone();
        tera.register_function(format!("__kept_{number}"), move |_: Kwargs, state: &State| known(number, &of, state));
        tera.register_function(format!("__keep_{number}"), move |_: Kwargs, state: &State| {
            keep(number, &values, state)
        });
    }
    let numbers: BTreeMap<&str, usize> = parts.keys().enumerate().map(|(number, name)| (&**name, number)).collect();
    let mut changes = vec![];
    for name in sources.keys().filter(|name| !parts.contains_key(*name)) {
        for (range, part) in includes(&sources[name].collapsed.text) {
            let number = resolve(sources, &part).and_then(|part| numbers.get(part));
            changes.extend(number.map(|number| (name.clone(), range, *number)));
        }
    }
    // From the end of each template to its beginning.
    for (name, range, number) in changes.into_iter().rev() {
        let Some(source) = sources.get_mut(&name) else { continue };
        let tag = &source.collapsed.text[range.clone()];
        let (open, close) =
            (if tag.starts_with("{%-") { "-" } else { "" }, if tag.ends_with("-%}") { "-" } else { "" });
        let after = format!("{{% endset %}}{{{{ __keep_{number}() }}}}{{% endif {close}%}}");
        let before = format!(
            "{{%{open} set __part = __kept_{number}() %}}{{% if __part %}}{{{{ __part }}}}{{% else %}}{{% set __part %}}"
        );
        source.collapsed.insert(range.end, &after);
        source.collapsed.insert(range.start, &before);
    }
}

/// The parts that are worth keeping, those that include others, with the values by which each is known.
fn parts(sources: &Sources) -> BTreeMap<String, Vec<Path>> {
    let mut parts = BTreeMap::new();
    let mut reads = Reads::new(sources);
    for (name, source) in sources {
        let text = &source.text;
        let has_parts = includes(text).next().is_some();
        if let Some(values) = has_parts.then(|| reads.of(name)).flatten().and_then(values) {
            parts.insert(name.clone(), values);
        }
    }
    parts
}

/// The values by which a part that reads all this is known; `None` if there are pages enough for which it is another.
fn values(reads: impl IntoIterator<Item = Path>) -> Option<Vec<Path>> {
    let mut values: Vec<Path> = vec![];
    for mut path in reads {
        match &*path[0] {
            "site" => continue,
            "card" => path.truncate(1),
            "page" if COMMON.contains(&&*path[1..].join(".")) => {}
            "page" if path.get(1).is_some_and(|field| field == "imprint") => path.truncate(2),
            root if contract::root(root).is_some() => return None,
            _ => {}
        }
        if !values.contains(&path) {
            values.push(path);
        }
    }
    (values.len() <= MOST_VALUES).then_some(values)
}

/// The tags of a template that include another by name, components left out, since they see nothing of the page.
fn includes(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, String)> {
    let mut in_component = false;
    scan::pieces(text).into_iter().filter(|piece| piece.kind == PieceKind::Statement).filter_map(move |piece| {
        let tokens = scan::tokens(text, &piece);
        let mut tokens = tokens.iter().filter(|token| token.text != "-");
        match (tokens.next()?.text, tokens.next()) {
            ("component", _) => in_component = true,
            ("endcomponent", _) => in_component = false,
            ("include", Some(name)) if name.kind == TokenKind::Quoted && !in_component => {
                return Some((piece.range, name.text.to_owned()));
            }
            _ => {}
        }
        None
    })
}

/// The part as it was made before, for whoever has the same values; none if there is none.
fn known(number: usize, values: &[Path], state: &State) -> tera::TeraResult<Value> {
    let kept = key(number, values, state)?.and_then(|(key, _)| {
        let made = NOW.with_borrow(|(made, _)| made.clone())?;
        let kept = made.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.parts.get(&*key).map(|part| (part.html.clone(), part.turns))
    });
    if let Some((html, turns)) = kept {
        steps::spend(turns)?;
        return Ok(html);
    }
    NOW.with_borrow_mut(|(_, begun)| begun.push(steps::left()));
    Ok(Value::none())
}

/// Keeps the part that was just made, and gives it back.
fn keep(number: usize, values: &[Path], state: &State) -> tera::TeraResult<Value> {
    let html: Value = state.get("__part")?.unwrap_or_else(Value::none);
    let (made, begun) = NOW.with_borrow_mut(|(made, begun)| (made.clone(), begun.pop()));
    if let (Some((key, card)), Some(made), Some(begun)) = (key(number, values, state)?, made, begun) {
        let mut kept = made.kept.write().unwrap_or_else(PoisonError::into_inner);
        let bytes = key.len() + html.as_str().map_or(0, str::len);
        if kept.bytes + bytes <= MOST_BYTES {
            kept.bytes += bytes;
            let turns = begun.saturating_sub(steps::left());
            kept.parts.insert(key.into(), Part { html: html.clone(), turns, _card: card });
        }
    }
    Ok(html)
}

/// What stands for a part and all the values that it reads, and the card among them; `None` if one of them is nothing
/// that can be compared.
fn key(number: usize, values: &[Path], state: &State) -> tera::TeraResult<Option<(Vec<u8>, Option<Value>)>> {
    let mut bytes = Vec::with_capacity(64);
    bytes.extend_from_slice(&number.to_le_bytes());
    let mut card = None;
    for path in values {
        let mut value: Value = state.get(&path[0])?.unwrap_or_else(Value::undefined);
        for field in &path[1..] {
            value = value.get_from_path(field).cloned().unwrap_or_else(Value::undefined);
        }
        match value.kind() {
            ValueKind::Undefined => bytes.push(0),
            ValueKind::None => bytes.push(1),
            ValueKind::Bool => bytes.push(if value.is_truthy() { 2 } else { 3 }),
            ValueKind::String => {
                let text = value.as_str().unwrap_or_default();
                if text.len() > LONGEST_TEXT {
                    return Ok(None);
                }
                bytes.push(if value.is_safe() { 4 } else { 5 });
                bytes.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
                bytes.extend_from_slice(text.as_bytes());
            }
            ValueKind::Map if path[0] == "card" => {
                let Some(map) = value.as_map() else { return Ok(None) };
                bytes.push(6);
                bytes.extend_from_slice(&std::ptr::from_ref(map).addr().to_le_bytes());
                card = Some(value);
            }
            ValueKind::Map | ValueKind::Array => return Ok(None),
            _ => {
                let number = value.to_string();
                bytes.push(7);
                bytes.push(u8::try_from(number.len()).unwrap_or(u8::MAX));
                bytes.extend_from_slice(number.as_bytes());
            }
        }
    }
    Ok(Some((bytes, card)))
}

#[cfg(test)]
#[path = "once_tests.rs"]
mod tests;
