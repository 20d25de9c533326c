//! Fields taken out of a YAML map: each mistake is told at its place, and what nobody asked for is told at the end.

use super::{Extra, Fields, Free, Need, Record, To, Value};
use crate::content::at::{At, Spans};
use crate::content::yaml::{Entry, Node, Value as Yaml, quoted};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span, Spot};

/// What reading a file's fields leads to, besides the values: places, diagnostics, and whether the file is sound.
pub struct Reader<'a> {
    /// The file.
    pub path: SitePath,
    /// Its text.
    pub source: &'a str,
    /// The places of values.
    pub spans: Spans,
    /// What was wrong.
    pub told: Vec<Diagnostic>,
    /// Where a missing field of the map being read is told: at the start of the map.
    pub here: Span,
    /// A mistake stands in a field that protects someone: nothing of the file may be published (content model, rule 11).
    pub withhold: bool,
    /// The documents, files and pages that the fields name.
    pub mentions: Vec<Mention>,
    /// The spot of the value that is being read.
    pub(super) spot: Spot,
    /// The keys from the outermost to the one that is being read.
    keys: Vec<&'static str>,
    /// The keys of the map being read that have something after them, be it wrong.
    written: Vec<String>,
}

/// What people put before the items of a list, besides the `-` that YAML knows.
const LIST_MARKS: [char; 6] = ['—', '–', '−', '•', '·', '‣'];

/// The fields that hold something back; with a mistake in one nobody can know what was meant.
const PROTECTING: [&str; 6] = ["consent", "draft", "expires", "under_18", "known_as", "shows"];

impl<'a> Reader<'a> {
    /// A reader of this file.
    pub fn new(path: SitePath, source: &'a str, here: Span) -> Self {
        let (spans, told) = (Spans::default(), vec![]);
        Self {
            path,
            source,
            spans,
            told,
            here,
            withhold: false,
            mentions: vec![],
            spot: Spot(0),
            keys: vec![],
            written: vec![],
        }
    }

    /// Tells something about a node.
    pub fn tell(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        if self.keys.iter().any(|key| PROTECTING.contains(key)) {
            self.withhold = true;
        }
        let place = Place::span(&self.path, span);
        self.told.push(Diagnostic::new(code, place, message).help(help));
    }

    /// Tells something about a value that was read.
    pub fn tell_at<T>(&mut self, code: Code, at: &At<T>, message: impl Into<String>, help: impl Into<String>) {
        self.tell(code, self.spans.span(at.spot), message, help);
    }

    /// Whether a field of the map being read has something after its key. A rule that asks for the field is silent
    /// then, even if what is there is wrong: one mistake, one message.
    pub fn is_written(&self, key: &str) -> bool {
        self.written.iter().any(|written| written == key)
    }

    /// The text of a node; told if it is a list, a map or nothing.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Yaml::Text(text, _) => Some(text.trim().to_owned()),
            Yaml::Unread => None,
            _ => {
                let (message, help) = self.not_a_text(node);
                self.tell(Code::WrongType, node.span, message, help);
                None
            }
        }
    }

    /// What to say of a list or a map where a text is wanted: most often it is a text that lacks quotes.
    fn not_a_text(&self, node: &Node) -> (String, String) {
        let key = self.key();
        let (start, end) = (node.span.start as usize, node.span.end as usize);
        let written = self.source.get(start..end).unwrap_or_default();
        let line = self.source[..start].rfind('\n').map_or(0, |end| end + 1);
        let before = self.source[line..start].trim_start();
        let one_line = !written.trim().contains('\n') && !written.is_empty();
        let mended = format!("put it in quotes: `{before}{}`", quoted(written));
        if one_line && written.starts_with(['[', '{']) {
            let message = format!("`{key}` is a text, and a value that begins with `{}` needs quotes", &written[..1]);
            return (message, mended);
        }
        if one_line && before.starts_with("- ") && matches!(node.value, Yaml::Map(_)) {
            return ("there is a colon in this value, so it needs quotes around it".to_owned(), mended);
        }
        let what = if matches!(node.value, Yaml::List(_)) { "a list" } else { "a map" };
        let help = format!("write the text on the line of the key: `{key}: …`");
        (format!("`{key}` is a text, and here is {what}"), help)
    }

    /// Tells of what YAML cuts off a value without a word: everything after ` #`.
    fn cut(&mut self, node: &Node) {
        let Yaml::Text(text, false) = &node.value else { return };
        let end = node.span.end as usize;
        let line = self.source.get(end..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let cut = line.trim();
        if line.starts_with(' ') && cut.starts_with('#') && !cut[1..].starts_with([' ', '\t', '#']) && cut.len() > 1 {
            let key = self.key();
            let hash = end + line.len() - line.trim_start().len();
            let start = node.span.start as usize;
            let before = self.source[..start].rfind('\n').map_or(0, |end| end + 1);
            let before = self.source[before..start].trim_start();
            let mended = quoted(&format!("{} {cut}", text.trim()));
            self.tell(
                Code::EmptyValue,
                Span::new(hash, hash + cut.len()),
                format!("this part of `{key}` is lost: everything after `#` is taken for a note to yourself"),
                format!("put the whole value in quotes: `{before}{mended}`"),
            );
        }
    }

    /// Reads a value and notes its spot.
    fn value<T: Value>(&mut self, node: &Node) -> Option<At<T>> {
        let spot = self.spans.note(node.span);
        self.spot = spot;
        self.cut(node);
        let before = self.told.len();
        let value = T::read(node, self);
        if let (None, Yaml::Text(text, false)) = (&value, &node.value)
            && self.told.len() == before + 1
            && text.trim().starts_with(['“', '‘', '„', '«', '”', '’'])
        {
            let bare = text.trim().trim_matches(['“', '‘', '„', '«', '”', '’', '»']);
            self.told[before].help = Some(format!("take the curly quotes away: `{}: {bare}`", self.key()));
        }
        value.map(|value| At { value, spot })
    }

    /// Notes that the value being read names something else of the site.
    pub(super) fn mention(&mut self, what: Named) {
        let mention =
            Mention { key: self.key(), outer: self.keys.first().copied().unwrap_or(""), what, spot: self.spot };
        self.mentions.push(mention);
    }

    /// The key that is being read.
    pub fn key(&self) -> &'static str {
        self.keys.last().copied().unwrap_or("value")
    }

    /// Tells that a text is none of the words that a field takes.
    pub fn not_a_choice(&mut self, node: &Node, text: &str, words: &[&str]) {
        let key = self.key();
        let list = words.join(", ");
        let help = match nearest(text, words.iter().copied()) {
            Some(word) => format!("did you mean `{word}`? The choices are: {list}"),
            None => format!("write one of: {list}"),
        };
        self.tell(Code::UnknownChoice, node.span, format!("`{text}` is not a choice for `{key}`"), help);
    }

    /// Reads a record from a map, or from the text that may stand for it.
    pub(super) fn record<R: Record>(&mut self, node: &Node) -> Option<R> {
        match &node.value {
            Yaml::Map(entries) => Some(self.map(entries, node.span)),
            Yaml::Unread => None,
            Yaml::Text(text, quoted) => {
                if !quoted && self.lacks_a_space::<R>(text, node.span) {
                    return None;
                }
                let at = At { value: text.trim().to_owned(), spot: self.spans.note(node.span) };
                let record = R::from_text(&at);
                if record.is_some() {
                    return record;
                }
                let key = self.key();
                if let Some((code, message, help)) = R::explain_text(&at, key) {
                    self.tell(code, node.span, message, help);
                } else {
                    let required = super::Schema::of::<R>();
                    let lines: Vec<_> = required
                        .iter()
                        .filter(|f| f.need == Need::Required)
                        .map(|f| format!("  {}: …", f.key))
                        .collect();
                    let help = format!(
                        "write {} below `{key}:`, each on a line of its own:\n{key}:\n{}",
                        if lines.is_empty() { "its fields" } else { "at least this" },
                        lines.join("\n")
                    );
                    self.tell(Code::WrongType, node.span, format!("`{key}` is a map, and here is a text"), help);
                }
                None
            }
            _ => {
                let key = self.key();
                self.tell(
                    Code::WrongType,
                    node.span,
                    format!("`{key}` is {}, and here is a list", R::NAME),
                    "write its fields, each on a line of its own",
                );
                None
            }
        }
    }

    /// Whether a text is a field whose colon has no space after it: `name:Ann` is no name.
    fn lacks_a_space<R: Record>(&mut self, text: &str, span: Span) -> bool {
        let Some((key, rest)) = text.trim().split_once(':') else { return false };
        let is_field = super::Schema::of::<R>().iter().any(|field| field.key == key);
        if !is_field || rest.starts_with("//") {
            return false;
        }
        let colon = span.start as usize + key.len();
        let rest = rest.lines().next().unwrap_or("").trim();
        let help = format!("write `{key}: {rest}`");
        self.tell(Code::WrongType, Span::new(colon, colon + 1), "there is no space after the colon", help);
        true
    }

    /// Reads a record from the entries of a map that begins at `span`.
    pub fn map<R: Record>(&mut self, entries: &[Entry], span: Span) -> R {
        let outer = std::mem::replace(&mut self.here, Span { start: span.start, end: span.start });
        let written = entries.iter().filter(|entry| entry.value.value != Yaml::Empty);
        let written = written.map(|entry| entry.key.to_string()).collect();
        let outer_written = std::mem::replace(&mut self.written, written);
        let mut fields =
            FrontMatter { reader: self, entries, taken: vec![false; entries.len()], known: vec![], missing: vec![] };
        let record = R::read(&mut fields);
        fields.unknown_keys(R::NAME);
        record.check(self);
        self.here = outer;
        self.written = outer_written;
        record
    }
}

/// Something that a field names: the site stage looks it up, by its spot.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    /// The field that names it.
    pub key: &'static str,
    /// The outermost field around it: the same unless it stands in a map.
    pub outer: &'static str,
    /// What it names.
    pub what: Named,
    /// Where.
    pub spot: Spot,
}

/// What a field can name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// Another document, by the name of its file.
    Document(To, String),
    /// A file to be published.
    File(String),
    /// A page or file to link to, and a heading in it.
    Page(String, Option<String>),
}

/// A YAML map that fields are taken out of.
pub struct FrontMatter<'r, 'a, 'n> {
    reader: &'r mut Reader<'a>,
    entries: &'n [Entry<'n>],
    taken: Vec<bool>,
    known: Vec<&'static str>,
    /// Required fields that are not there: told at the end, unless a mistyped key explains them.
    missing: Vec<&'static str>,
}

impl FrontMatter<'_, '_, '_> {
    fn entry(&mut self, key: &'static str) -> Option<usize> {
        self.known.push(key);
        let found = self.entries.iter().position(|entry| entry.key == key);
        if let Some(found) = found {
            self.taken[found] = true;
        }
        found
    }

    /// A key without a value: fine, unless YAML took the value for a comment.
    fn empty(&mut self, entry: &Entry, need: Need) {
        let (key, end) = (&entry.key, entry.span.end as usize);
        let line = self.reader.source[end..].lines().next().unwrap_or("");
        if let Some(hash) =
            line.find('#').filter(|hash| !line[hash + 1..].starts_with([' ', '\t']) && line.len() > hash + 1)
        {
            let text = line[hash..].trim_end();
            self.reader.tell(
                Code::EmptyValue,
                Span::new(end + hash, end + hash + text.len()),
                format!("`{key}` is empty: everything after `#` is taken for a note to yourself"),
                format!("put it in quotes: `{key}: \"{text}\"`"),
            );
        } else if need == Need::Required {
            self.reader.tell(
                Code::MissingField,
                entry.span,
                format!("`{key}` is empty"),
                format!("write something after `{key}:`"),
            );
        }
    }

    /// Whether a list's items begin with a long dash or a dot, which YAML reads as one text; told if they do.
    fn list_marks(&mut self, key: &str, node: &Node) -> bool {
        let Yaml::Text(text, false) = &node.value else { return false };
        let text = text.trim();
        let Some(mark) = text.chars().next().filter(|mark| LIST_MARKS.contains(mark)) else { return false };
        let rest = &text[mark.len_utf8()..];
        if !rest.starts_with([' ', '\u{a0}']) {
            return false;
        }
        let items: Vec<_> = rest.split(mark).map(|item| format!("- {}", item.trim())).collect();
        let start = node.span.start as usize;
        self.reader.tell(
            Code::WrongType,
            Span::new(start, start + mark.len_utf8()),
            format!("an item of a list begins with `-`, and this one with `{mark}`"),
            format!("write\n{key}:\n  {}", items.join("\n  ")),
        );
        true
    }

    fn unknown_keys(&mut self, name: &str) {
        let unknown =
            self.entries.iter().zip(&self.taken).filter(|(entry, taken)| !**taken && !entry.key.starts_with('_'));
        let mut first_in_braces = None;
        for (entry, _) in unknown {
            let key = &entry.key;
            let known: Vec<_> = self
                .known
                .iter()
                .copied()
                .filter(|known| !self.entries.iter().any(|other| other.key == *known))
                .collect();
            let near = nearest(key, known.iter().copied());
            // One mistake, one message: the field that this key was meant to be is not called missing as well.
            self.missing.retain(|missing| Some(*missing) != near);
            self.reader.written.extend(near.map(str::to_owned));
            self.reader.withhold |= nearest(key, PROTECTING.into_iter()).is_some();
            if entry.value.value == Yaml::Unread {
                continue;
            }
            if entry.in_braces && entry.value.value == Yaml::Empty && entry.span != self.entries[0].span {
                // Two commas in one value are one mistake.
                if first_in_braces.replace(()).is_none() {
                    self.reader.tell(
                        Code::UnknownKey,
                        entry.span,
                        format!("the comma before `{key}` ends the value: inside braces a comma separates"),
                        "write each field on a line of its own below the key, or put the text in quotes",
                    );
                }
                continue;
            }
            if key.contains(['\u{a0}', '\u{202f}', '\u{2007}']) {
                let help = format!(
                    "delete the space before it and type it again: `{}`",
                    key.replace(['\u{a0}', '\u{202f}', '\u{2007}'], " ")
                );
                let message = "a no-break space stands in this key: it looks like a space and is none";
                self.reader.tell(Code::UnknownKey, entry.span, message, help);
                continue;
            }
            let help = match near {
                Some(near) if near.eq_ignore_ascii_case(key) => format!("write it in small letters: `{near}:`"),
                Some(near) => format!("did you mean `{near}`? Fields of your own go below `extra:`"),
                None => match nearest(key, self.known.iter().copied()) {
                    Some(known) => format!("`{known}` is there already: keep one of the two lines"),
                    None => format!("{name} has: {}. Fields of your own go below `extra:`", self.known.join(", ")),
                },
            };
            self.reader.tell(Code::UnknownKey, entry.span, format!("`{key}` is not a field of {name}"), help);
        }
        for key in std::mem::take(&mut self.missing) {
            let here = self.reader.here;
            self.reader.keys.push(key);
            self.reader.tell(Code::MissingField, here, format!("`{key}` is missing"), format!("add a line `{key}: …`"));
            self.reader.keys.pop();
        }
    }
}

impl Fields for FrontMatter<'_, '_, '_> {
    fn take<T: Value>(&mut self, key: &'static str, _: &'static str, need: Need) -> Vec<At<T>> {
        let Some(found) = self.entry(key) else { return vec![] };
        let entry = &self.entries[found];
        let blank = matches!(&entry.value.value, Yaml::Text(text, _) if text.trim().is_empty());
        if entry.value.value == Yaml::Empty || blank {
            self.reader.keys.push(key);
            self.empty(entry, need);
            self.reader.keys.pop();
            return vec![];
        }
        self.reader.keys.push(key);
        if entry.value.value == Yaml::Unread {
            self.reader.withhold |= self.reader.keys.iter().any(|key| PROTECTING.contains(key));
        }
        let mut values = vec![];
        let nodes = if need == Need::List && self.list_marks(key, &entry.value) {
            &[]
        } else {
            match (&entry.value.value, need) {
                (Yaml::List(nodes), Need::List) => nodes.as_slice(),
                _ => std::slice::from_ref(&entry.value),
            }
        };
        for node in nodes {
            if node.value == Yaml::Empty {
                self.reader.tell(
                    Code::EmptyValue,
                    node.span,
                    format!("an item of `{key}` is empty"),
                    "write something after the dash, or take the line out",
                );
                continue;
            }
            values.extend(self.reader.value(node));
        }
        self.reader.keys.pop();
        // A value that was there but wrong has been told; a placeholder stands in and nothing more is said.
        if need == Need::Required && values.is_empty() {
            values.push(At { value: T::placeholder(), spot: self.reader.spans.note(entry.value.span) });
        }
        values
    }

    fn missing<T: Value>(&mut self, key: &'static str) -> At<T> {
        if !self.entries.iter().any(|entry| entry.key == key) {
            self.missing.push(key);
        }
        At { value: T::placeholder(), spot: self.reader.spans.note(self.reader.here) }
    }

    fn rest<T: Value>(&mut self, _: &'static str) -> Vec<(At<String>, At<T>)> {
        let mut rest = vec![];
        for (index, entry) in self.entries.iter().enumerate() {
            if self.taken[index] || entry.key.starts_with('_') || entry.value.value == Yaml::Empty {
                continue;
            }
            self.taken[index] = true;
            let key = At { value: entry.key.to_string(), spot: self.reader.spans.note(entry.span) };
            rest.extend(self.reader.value(&entry.value).map(|value| (key, value)));
        }
        rest
    }

    fn extra(&mut self, key: &'static str, _: &'static str) -> Extra {
        let found = self.entry(key)?;
        Some(free(&self.entries[found].value))
    }
}

/// A list that was written with commas, shown as the list it should be.
pub(super) fn comma_list(reader: &mut Reader, key: &str, text: &str, span: Span) {
    let items: Vec<_> = text.split(',').map(str::trim).filter(|item| !item.is_empty()).collect();
    reader.tell(
        Code::CommaList,
        span,
        "a list is not written with commas alone",
        format!("put it in brackets: `{key}: [{}]`", items.join(", ")),
    );
}

fn free(node: &Node) -> Free {
    match &node.value {
        Yaml::Empty | Yaml::Unread => Free::Text(String::new()),
        Yaml::Text(text, _) => Free::Text(text.trim().to_owned()),
        Yaml::List(nodes) => Free::List(nodes.iter().map(free).collect()),
        Yaml::Map(entries) => {
            let published = entries.iter().filter(|entry| !entry.key.starts_with('_'));
            Free::Map(published.map(|entry| (entry.key.to_string(), free(&entry.value))).collect())
        }
    }
}

/// The candidate that someone who typed `text` most probably meant, if one is near.
pub fn nearest<'c>(text: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let text = text.to_lowercase();
    let near = candidates.map(|candidate| (strsim::damerau_levenshtein(&text, &candidate.to_lowercase()), candidate));
    let (distance, candidate) = near.min_by_key(|(distance, _)| *distance)?;
    let length = text.chars().count().min(candidate.chars().count());
    let allowed = if length < 3 { 0 } else { (length / 3).clamp(1, 4) };
    (distance <= allowed).then_some(candidate)
}
