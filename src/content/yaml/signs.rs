//! Values that YAML takes for something else because of a sign in them, and how they are written instead.

use super::lines::{Line, is_key, quoted};
use super::mistakes::Mistake;

/// What is wrong with the value on a line, where its key or itself begins at byte `from` of the line.
pub(super) fn value_mistake(line: &Line<'_>, from: usize) -> Option<Mistake> {
    let text = line.text.trim_end();
    let mut start = from.min(text.len());
    if let Some((key, value)) = text[start..].split_once(": ").filter(|(key, _)| is_key(key)) {
        start += key.len() + 2 + (value.len() - value.trim_start().len());
    }
    let value = &text[start.min(text.len())..];
    let first = value.chars().next()?;
    // A line that is nothing but a key, or a text after `|`, has no value to judge.
    if value.ends_with(':') && is_key(&value[..value.len() - 1]) {
        return None;
    }
    let before = line.text[..start].trim_start();
    let mended = |value: &str| format!("`{before}{value}`");
    let quote = |message: String| Mistake {
        range: start..text.len(),
        message,
        help: format!("put it in quotes: {}", mended(&quoted(value))),
    };
    let sign = if first == '`' { "a backtick".to_owned() } else { format!("`{first}`") };
    let needs = || Some(quote(format!("a value that begins with {sign} needs quotes around it")));
    match first {
        '-' | '?' if value[1..].starts_with(' ') => {
            let mut mistake = needs()?;
            if first == '-' {
                mistake.help.push_str("; a list begins on the line below its key");
            }
            Some(mistake)
        }
        '@' | '`' | '%' | '*' | '&' | '!' | ']' | '}' | ',' => needs(),
        '>' | '|' if value.len() > 2 => needs(),
        '"' | '\'' => match end_of_quote(value, first) {
            Some(end) if after(&value[end..]).is_empty() => None,
            Some(_) => Some(quote("this value begins with a quote and does not end with it".to_owned())),
            // It may end on a line below.
            None if line.below.contains(first)
                && line.below.lines().skip(1).take(1).all(|next| next.starts_with([' ', '\t'])) =>
            {
                None
            }
            None => Some(Mistake {
                range: start..text.len(),
                message: "this quote is never closed".to_owned(),
                help: format!("write {}", mended(&quoted(&value[1..]))),
            }),
        },
        '[' | '{' => brackets(line, start, value, &mended, quote),
        _ if value.contains(": ") || value.ends_with(':') => {
            Some(quote("there is a colon in this value, so it needs quotes around it".to_owned()))
        }
        _ => None,
    }
}

/// A value that begins with a bracket: something follows its end, or it has none.
fn brackets(
    line: &Line<'_>,
    start: usize,
    value: &str,
    mended: &dyn Fn(&str) -> String,
    quote: impl Fn(String) -> Mistake,
) -> Option<Mistake> {
    let first = &value[..1];
    let (mut open, mut in_quotes) = (vec![], None);
    for (at, c) in value.char_indices() {
        match (in_quotes, c) {
            (Some(mark), c) if c == mark => in_quotes = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if value[..at].ends_with([' ', '[', '{', ',']) => in_quotes = Some(c),
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ']' | '}') => {
                open.pop();
                if open.is_empty() {
                    let rest = after(&value[at + 1..]);
                    return (!rest.is_empty())
                        .then(|| quote(format!("a value that begins with `{first}` needs quotes around it")));
                }
            }
            _ => {}
        }
    }
    if in_quotes.is_some() || line.below.contains([']', '}']) {
        return None;
    }
    open.reverse();
    let end: String = open.into_iter().collect();
    Some(Mistake {
        range: start..start + value.len(),
        message: "this bracket is never closed".to_owned(),
        help: format!(
            "write {}, or, if it is no list, {}",
            mended(&format!("{}{end}", value.trim_end_matches(','))),
            mended(&quoted(value))
        ),
    })
}

/// One past the quote that closes the text.
fn end_of_quote(value: &str, quote: char) -> Option<usize> {
    let mut chars = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let doubled = quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'');
        if (c == '\\' && quote == '"') || (c == quote && doubled) {
            chars.next();
        } else if c == quote {
            return Some(at + 1);
        }
    }
    None
}

/// What follows a value, a comment not counted.
fn after(rest: &str) -> &str {
    if rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#') { "" } else { rest.trim() }
}
