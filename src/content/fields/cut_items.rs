//! One item of a list that was cut into several, because each of its lines has a dash.

use super::protection::PROTECTING;
use super::{Need, Reader, Shape};
use crate::content::yaml::{Node, Value as Yaml};
use crate::diagnostic::{Code, Repair, Replacement, Span};

/// Tells of items that are parts of one: each has a single field, and none has all that an item must have. Nothing else
/// is said of them then.
pub(super) fn cut_by_dashes(reader: &mut Reader, nodes: &[Node], shape: impl FnOnce() -> Shape) -> bool {
    let entries = nodes.iter().map(|node| match &node.value {
        Yaml::Map(entries) => match &entries[..] {
            [entry] if !entry.in_braces => Some(entry),
            _ => None,
        },
        _ => None,
    });
    let Some(entries) = entries.collect::<Option<Vec<_>>>().filter(|entries| entries.len() > 1) else { return false };
    let Shape::Map(fields, _) = shape() else { return false };
    let field = |key: &str| fields.iter().find(|field| field.key == key);
    let required: Vec<&str> =
        fields.iter().filter(|field| field.need == Need::Required).map(|field| field.key).collect();
    let is_whole = |key: &str| required.iter().all(|required| *required == key);
    let first = &*entries[0].key;
    if entries.iter().any(|entry| field(&entry.key).is_none())
        || entries.iter().all(|entry| is_whole(&entry.key))
        || entries[1..].iter().all(|entry| entry.key == first)
    {
        return false;
    }
    let source = reader.source;
    let typed = |entry: &crate::content::yaml::Entry| {
        let end = (entry.value.span.end as usize).max(entry.span.end as usize);
        source.get(entry.span.start as usize..end).unwrap_or("").lines().next().unwrap_or("").to_owned()
    };
    let lines = entries.iter().map(|entry| {
        let before = if entry.key == first { "  - " } else { "    " };
        format!("\n{before}{}", typed(entry))
    });
    let help = format!(
        "an item has one dash, before its first line, and the others stand below the first word:\n{}:{}",
        reader.key(),
        lines.collect::<String>()
    );
    let protects = |entry: &crate::content::yaml::Entry| PROTECTING.contains(&&*entry.key);
    let is_protecting = entries.iter().any(|entry| protects(entry));
    // What is in doubt here is who agreed to what.
    reader.withhold |= is_protecting;
    let second = entries[1].span;
    let message = format!("the dashes make {} items of this, which belong together", entries.len());
    let span = Span { start: nodes[0].span.start, end: nodes[nodes.len() - 1].span.end };
    reader.tell(Code::WrongType, Span { start: second.start, ..span }, message, help);
    // Where one item may have fewer fields than another, nobody knows whose a field is.
    let of_each: Vec<Vec<&str>> = entries.iter().fold(vec![], |mut items, entry| {
        match items.last_mut().filter(|_| entry.key != first) {
            Some(item) => item.push(&*entry.key),
            None => items.push(vec![&*entry.key]),
        }
        items
    });
    if !is_protecting && of_each.windows(2).all(|pair| pair[0] == pair[1]) {
        let rest = entries.iter().skip(1).filter(|entry| entry.key != first);
        let dashes = rest.map(|entry| {
            let start = entry.span.start as usize;
            let is_dash = start > 1 && source.get(start - 2..start) == Some("- ");
            is_dash.then(|| Replacement::new(Span::new(start - 2, start - 1), " "))
        });
        reader.mend(dashes.collect::<Option<Vec<_>>>().map(|replacements| Repair { replacements }));
    }
    true
}
