//! What someone meant who wrote a value that the parser takes for something else: `@handle`, `"We won" say residents`.

use super::lines::{after_dash, key_of};
use super::mending::{in_brackets, in_curly_quotes, quote};

/// A value that cannot stand as it was typed.
pub(super) struct Slip {
    /// What is wrong.
    pub(super) message: &'static str,
    /// What to do: the corrected line follows.
    pub(super) how: &'static str,
    /// The value as it should be.
    pub(super) mended: String,
    /// The text that is read then; `None` if it is no text.
    pub(super) wanted: Option<String>,
    /// Nothing else can have been meant.
    pub(super) certain: bool,
    /// It is one only if nothing on the lines below belongs to it.
    pub(super) open: bool,
    /// What to do if something else was meant.
    pub(super) or: &'static str,
}

impl Slip {
    /// A text that lacks quotes.
    fn unquoted(message: &'static str, value: &str) -> Self {
        let wanted = in_curly_quotes(value).unwrap_or(value);
        Self::new(message, "put it in quotes", quote(value)).wanted(wanted)
    }

    fn new(message: &'static str, how: &'static str, mended: String) -> Self {
        Self { message, how, mended, wanted: None, certain: false, open: false, or: "" }
    }

    fn wanted(mut self, wanted: &str) -> Self {
        self.wanted = Some(wanted.to_owned());
        self.certain = true;
        self
    }

    fn or(mut self, or: &'static str) -> Self {
        self.or = or;
        self.certain = false;
        self
    }

    fn open(mut self) -> Self {
        self.open = true;
        self
    }
}

/// The value on a line, without the key or dash before it and the note after it, and where it begins.
pub(super) fn value_of(line: &str) -> Option<(usize, &str)> {
    let indent = line.len() - line.trim_start().len();
    let mut start = indent + after_dash(&line[indent..]);
    if let Some(key) = key_of(&line[start..]).filter(|key| line[start + key.value..].starts_with([' ', '\t'])) {
        start += key.value;
    }
    start += line[start..].len() - line[start..].trim_start().len();
    let note = line[start..].find(" # ").unwrap_or(line.len() - start);
    let mut value = line[start..start + note].trim_end();
    if start == indent {
        // A line inside brackets.
        value = value.trim_end_matches(',');
    }
    (!value.is_empty()).then_some((start, value))
}

/// What is wrong with a value, if it looks wrong.
pub(super) fn slip(value: &str) -> Option<Slip> {
    let first = value.chars().next()?;
    let unquoted = |message| Some(Slip::unquoted(message, value));
    match first {
        '"' | '\'' => in_quotes(value, first),
        '[' => in_pair(value, '[', ']'),
        '{' => in_pair(value, '{', '}'),
        '@' | '`' | '%' | ',' | ']' | '}' => unquoted("a value cannot begin with this sign unless it is in quotes"),
        '?' if value.starts_with("? ") => unquoted("a value cannot begin with this sign unless it is in quotes"),
        '*' | '&' => unquoted("YAML takes `*` and `&` at the start of a value for something else"),
        '!' => unquoted("YAML takes `!` at the start of a value for something else"),
        '>' | '|' if value[1..].chars().all(|c| c.is_ascii_digit() || "+-".contains(c)) => None,
        '>' | '|' => unquoted("YAML takes this sign at the start of a value for a text on the lines below"),
        '-' if value.starts_with("- ") => Some(
            Slip::unquoted("YAML takes this dash for a list", value)
                .or("; or, for a list, write each item on a line of its own below the key, after a dash"),
        ),
        _ if !has_colon(value) => None,
        _ if in_curly_quotes(value).is_some() => unquoted("YAML knows straight quotes only"),
        _ => unquoted("a colon in a value must stand in quotes"),
    }
}

fn has_colon(value: &str) -> bool {
    value.contains(": ") || value.contains(":\t") || value.ends_with(':')
}

/// A value that begins with a quote.
fn in_quotes(value: &str, quote_sign: char) -> Option<Slip> {
    let Some(end) = closing(value, quote_sign) else {
        if let Some(inner) = value[1..].strip_suffix(['”', '“', '’', '‘']) {
            return Some(
                Slip::new("YAML knows straight quotes only, and the one at the end is curly", "write", quote(inner))
                    .wanted(inner)
                    .open(),
            );
        }
        if quote_sign == '"' && value.contains('”') {
            let message = "the quote begins with a straight sign and ends with a curly one";
            return Some(Slip::new(message, "write", value.replacen('"', "“", 1)).open());
        }
        let slip = if quote_sign == '\'' {
            Slip::new("the quote at the start is not closed", "if it is an apostrophe, write", quote(value))
                .or("; if it is a quote, write another at the end")
        } else {
            Slip::new("the quote at the start is not closed", "write", format!("{value}\""))
        };
        return Some(slip.open());
    };
    let rest = value[end..].trim();
    if rest.is_empty() {
        // It is closed, and yet it cannot be read.
        let inner = value[1..].strip_suffix('"').filter(|inner| inner.contains('\\'))?;
        let mended = if inner.contains('\'') { quote(inner) } else { format!("'{inner}'") };
        return Some(Slip::new("YAML takes a backslash in double quotes for something else", "write", mended));
    }
    if rest == "," {
        return Some(Slip::new("a comma stands after the quotes", "take it away", value[..end].to_owned()));
    }
    let inner = value[1..].strip_suffix(quote_sign);
    if let Some(inner) = inner.filter(|inner| quote_sign == '\'' && has_apostrophes_alone(inner)) {
        let message = "the apostrophe ends the quotes too early";
        return Some(Slip::new(message, "put it in double quotes", quote(inner)).wanted(inner));
    }
    if rest.starts_with(',') && value.split(',').all(|item| is_quoted(item.trim())) {
        return Some(Slip::new("a list is not written with commas alone", "put it in brackets", in_brackets(value)));
    }
    Some(Slip::unquoted("only a part of this value is in quotes", value))
}

/// The byte after the quote that closes the one at the start.
fn closing(value: &str, quote_sign: char) -> Option<usize> {
    let mut signs = value.char_indices().skip(1).peekable();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' if quote_sign == '"' => {
                signs.next();
            }
            _ if sign == quote_sign => {
                // Two of them stand for one.
                if quote_sign == '\'' && signs.peek().is_some_and(|(_, next)| *next == '\'') {
                    signs.next();
                } else {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether each straight quote in this text stands inside a word, as in `It's`.
fn has_apostrophes_alone(text: &str) -> bool {
    text.contains('\'')
        && text
            .match_indices('\'')
            .all(|(at, _)| text[..at].ends_with(char::is_alphabetic) && text[at + 1..].starts_with(char::is_alphabetic))
}

pub(super) fn is_quoted(item: &str) -> bool {
    let sign = item.chars().next().filter(|first| ['"', '\''].contains(first));
    sign.is_some_and(|sign| closing(item, sign) == Some(item.len()))
}

/// A value that begins with a bracket or a brace.
fn in_pair(value: &str, open: char, close: char) -> Option<Slip> {
    let is_list = open == '[';
    let Some(end) = end_of_pair(value, open, close) else {
        let message = if is_list { "this bracket is not closed" } else { "this brace is not closed" };
        let slip = Slip::new(message, "write", format!("{}{close}", value.trim_end_matches([',', ' '])));
        let plain = |c: char| c.is_alphanumeric() || " _-,/.:".contains(c);
        let certain = is_list && value.contains(',') && value[1..].chars().all(plain) && !has_colon(value);
        return Some(Slip { certain, ..slip }.open());
    };
    let rest = value[end..].trim();
    if rest == "," {
        return Some(Slip::new("a comma stands after the last bracket", "take it away", value[..end].to_owned()));
    }
    if !rest.is_empty() {
        return Some(Slip::unquoted(
            if is_list {
                "YAML takes a bracket at the start of a value for a list"
            } else {
                "YAML takes a brace at the start of a value for a map"
            },
            value,
        ));
    }
    let inner = &value[1..end - 1];
    Some(if is_list {
        Slip::new("an item in these brackets must stand in quotes", "write", in_brackets(inner))
    } else {
        let message = "a value in these braces must stand in quotes";
        Slip::new(message, "write", in_braces(inner)).or(", or each field on a line of its own below the key")
    })
}

/// The byte after the bracket that closes the one at the start.
fn end_of_pair(value: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    let mut before = ' ';
    for (at, sign) in value.char_indices() {
        if let Some(end) = quote {
            quote = quote.filter(|_| sign != end);
        } else if ['"', '\''].contains(&sign) && !before.is_alphanumeric() {
            quote = Some(sign);
        } else if sign == open {
            depth += 1;
        } else if sign == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + 1);
            }
        }
        before = sign;
    }
    None
}

/// Fields in braces, with quotes around each value that could be misread.
fn in_braces(inner: &str) -> String {
    let mut fields: Vec<String> = vec![];
    for part in inner.split(',') {
        match part.split_once(": ") {
            Some((key, value)) => fields.push(format!("{}: {}", key.trim(), value.trim())),
            // A comma in the value before.
            None => match fields.last_mut() {
                Some(last) => *last = format!("{last},{part}"),
                None => fields.push(part.trim().to_owned()),
            },
        }
    }
    let quoted = fields.iter().map(|field| match field.split_once(": ") {
        Some((key, value))
            if !is_quoted(value) && !value.chars().all(|c| c.is_alphanumeric() || " _-/.".contains(c)) =>
        {
            format!("{key}: {}", quote(value))
        }
        _ => field.clone(),
    });
    format!("{{{}}}", quoted.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_has_the_value_as_it_should_be() {
        for (value, mended) in [
            ("Housing: a right", "\"Housing: a right\""),
            ("\"We won\" say residents", "'\"We won\" say residents'"),
            ("'It's ours'", "\"It's ours\""),
            ("'Our' demand", "\"'Our' demand\""),
            ("'Tis the season", "\"'Tis the season\""),
            ("\"We won", "\"We won\""),
            ("\"We won”", "\"We won\""),
            ("\"C:\\rent\"", "'C:\\rent'"),
            ("\"housing\", \"rent\"", "[\"housing\", \"rent\"]"),
            ("[housing, rent", "[housing, rent]"),
            ("[@us, rent]", "[\"@us\", rent]"),
            ("[Draft] We won", "\"[Draft] We won\""),
            ("{alt: A: door, file: a.svg}", "{alt: \"A: door\", file: a.svg}"),
            ("? what", "\"? what\""),
        ] {
            assert_eq!(slip(value).map(|slip| slip.mended).as_deref(), Some(mended), "{value}");
        }
        for value in ["Housing", "a:b", "\"a: b\"", "|", ">-", "-5"] {
            assert!(slip(value).is_none(), "{value}");
        }
    }
}
