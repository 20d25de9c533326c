//! Fields taken out of a YAML map: each mistake is told at its place, and what nobody asked for is told at the end.

use super::near::nearest;
use super::protection::PROTECTING;
use super::reader::Reader;
use super::repairs::{instead, ordinary_spaces};
use super::said::{items_in_fields, small};
use super::{Extra, Fields, Free, Need, Record, Value};
use crate::content::at::At;
use crate::content::yaml::{Entry, Node, Value as Yaml, in_brackets, quote};
use crate::diagnostic::{Code, Diagnostic, Repair, Span, Where};

/// A YAML map that fields are taken out of.
pub struct FrontMatter<'r, 'a, 'n> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) entries: &'n [Entry<'n>],
    pub(super) taken: Vec<bool>,
    pub(super) known: Vec<&'static str>,
    /// Required fields that are not there, with their meaning: told at the end, unless a mistyped key explains them.
    pub(super) missing: Vec<(&'static str, super::Shape, &'static str)>,
    /// The meaning of the field that was asked for last.
    meaning: &'static str,
    /// Fields without a value: their place in `entries`, whether there must be one, and the fields that they could have.
    hollow: Vec<(usize, Need, Vec<&'static str>)>,
    /// Fields with a value that is none: why has been told.
    wrong: Vec<&'static str>,
    /// Keys that are read as the fields that were meant for certain: their place in `entries`, and what stands there.
    pub(super) renamed: Vec<(usize, &'n str)>,
}

impl<'r, 'a, 'n> FrontMatter<'r, 'a, 'n> {
    /// Reads a record, and names the fields with a value that is none.
    pub(super) fn read<R: Record>(reader: &'r mut Reader<'a>, entries: &'n [Entry<'n>]) -> (R, Vec<&'static str>) {
        let before = reader.mark();
        let mut fields = Self::new(reader, entries, vec![]);
        let record = R::read(&mut fields);
        let mut meant = fields.meant_for_certain();
        if meant.is_empty() {
            fields.unknown_keys::<R>();
            return (record, fields.wrong);
        }
        // Their values are judged now, and not only once the keys are mended.
        let reader = fields.reader;
        loop {
            reader.back_to(before);
            let mut renamed = entries.to_vec();
            meant.iter().for_each(|meant| renamed[meant.at].key = meant.field.into());
            let mut fields = FrontMatter::new(
                reader,
                &renamed,
                meant.iter().map(|meant| (meant.at, &*entries[meant.at].key)).collect(),
            );
            let record = R::read(&mut fields);
            fields.unknown_keys::<R>();
            let wrong = fields.wrong;
            // A misspelt key whose value has quite another form was meant to be another field.
            let before_these = meant.len();
            let told = &reader.told[before.told()..];
            meant.retain(|meant| !(meant.by_nearness && told.iter().any(|told| is_wrong(told, &renamed[meant.at]))));
            if meant.len() == before_these {
                return (record, wrong);
            }
        }
    }

    fn new(reader: &'r mut Reader<'a>, entries: &'n [Entry<'n>], renamed: Vec<(usize, &'n str)>) -> Self {
        Self {
            reader,
            entries,
            taken: vec![false; entries.len()],
            known: vec![],
            missing: vec![],
            meaning: "",
            hollow: vec![],
            wrong: vec![],
            renamed,
        }
    }
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
        let key = &entry.key;
        if self.is_hash(entry.span.end as usize, false, entry.in_braces) {
            // It has been told.
        } else if need == Need::Required {
            self.reader.tell(
                Code::MissingField,
                entry.span,
                format!("`{key}` is empty"),
                format!("write something after `{key}:`"),
            );
        }
    }

    /// Tells that YAML took what follows on this line for a comment, where it looks like none.
    fn is_hash(&mut self, end: usize, is_item: bool, in_braces: bool) -> bool {
        let line = self.reader.source.get(end..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let hash = line.find('#').filter(|hash| line[hash + 1..].chars().next().is_some_and(|c| !c.is_whitespace()));
        let Some(hash) = hash else { return false };
        let (text, key) = (line[hash..].trim_end(), self.reader.key());
        let span = Span::new(end + hash, end + hash + text.len());
        let (of, before) = if is_item { ("an item of ", "- ".to_owned()) } else { ("", format!("{key}: ")) };
        let message = format!("{of}`{key}` is empty: what follows `#` is not read");
        self.reader.tell(Code::EmptyValue, span, message, format!("put it in quotes: `{before}{}`", quote(text)));
        // A second `#` could begin a note, and inside braces the value would end at a comma.
        if !text.contains(" #") && !in_braces {
            self.reader.mend(Some(Repair::one(span, quote(text))));
        }
        true
    }

    /// Tells of fields without a value: perhaps their own fields stand below them, too far left.
    fn hollow_fields(&mut self) {
        for (at, need, inner) in std::mem::take(&mut self.hollow) {
            let entry = &self.entries[at];
            let key = *self.known.iter().find(|known| **known == entry.key).expect("it was asked for");
            let after = self.entries[at + 1..].iter().zip(&self.taken[at + 1..]);
            let below = after.take_while(|(other, taken)| !**taken && inner.contains(&&*other.key)).count();
            self.reader.keys.push(key);
            if below == 0 {
                self.empty(entry, need);
            } else {
                self.taken[at + 1..=at + below].fill(true);
                self.wrong.push(key);
                let first = &self.entries[at + 1];
                let message = format!("`{}` is a field of `{key}`, and stands too far left", first.key);
                let line = self.reader.source[first.span.start as usize..].lines().next().unwrap_or("").trim_end();
                let them = if below == 1 { "it" } else { "it and the other fields of the same" };
                let help = format!("put two spaces before {them}:\n{key}:\n  {line}");
                self.reader.tell(Code::YamlSyntax, first.span, message, help);
            }
            self.reader.keys.pop();
        }
    }

    /// Whether `draft: yes` stands here.
    fn is_draft(&self) -> bool {
        let is_yes =
            |value: &Yaml| matches!(value, Yaml::Text(text, _) if matches!(&*text.to_lowercase(), "yes" | "true"));
        self.entries.iter().any(|entry| entry.key == "draft" && is_yes(&entry.value.value))
    }

    fn unknown_keys<R: Record>(&mut self) {
        self.hollow_fields();
        for (at, key) in std::mem::take(&mut self.renamed) {
            self.tell_renamed(at, key, R::NAME);
        }
        let entries = self.entries;
        for (entry, taken) in entries.iter().zip(self.taken.clone()) {
            if taken || entry.key.starts_with('_') {
                continue;
            }
            let key = &entry.key;
            if entry.value.value == Yaml::Unread {
                // One mistake, one message; once it can be read, its key is looked at.
                let near = nearest(key, self.known.iter().copied());
                self.missing.retain(|(missing, ..)| Some(*missing) != near);
                self.reader.withhold |= nearest(key, PROTECTING.into_iter()).is_some();
                continue;
            }
            if self.is_after_a_comma(entry) {
                self.comma_in_braces(entry);
                continue;
            }
            if let Some(field) = key.strip_prefix('-').filter(|field| self.known.contains(field)) {
                self.missing.retain(|(missing, ..)| *missing != field);
                self.reader.withhold |= PROTECTING.contains(&field);
                let help = format!("write `- {field}: …`");
                self.reader.tell(
                    Code::YamlSyntax,
                    entry.span,
                    "an item of a list begins with a dash and a space",
                    help,
                );
                continue;
            }
            if key.contains('\u{a0}') {
                let help = "delete the spaces before it and type them again";
                self.reader.tell(Code::UnknownKey, entry.span, "a no-break space stands in this key", help);
                let spaces = ordinary_spaces(self.reader.source, entry);
                self.reader.mend(spaces);
                continue;
            }
            self.stranger::<R>(entry);
        }
        for (key, shape, meaning) in std::mem::take(&mut self.missing) {
            if self.reader.may_be_unread(self.entries, key) {
                self.reader.withhold |= PROTECTING.contains(&key);
                continue;
            }
            let here = self.reader.here;
            self.reader.keys.push(key);
            let help = match shape {
                _ if key == "consent" => {
                    "add a line `consent: given` if the person has agreed to be on this website; otherwise `consent: pending`".to_owned()
                }
                super::Shape::Text(form) if key == "date" && self.reader.keys.len() == 1 && self.is_draft() => {
                    format!("before you take out `draft: yes`, add a line `date: …` ({form})")
                }
                super::Shape::Text(form) if key == "date" && self.reader.keys.len() == 1 => {
                    format!("add a line `date: …` ({form}); until you know the day, write `draft: yes`")
                }
                super::Shape::Choice(words) => format!("add a line `{key}: …` with one of: {}", words.join(", ")),
                super::Shape::Text("text") | super::Shape::Map(..) if !meaning.is_empty() => {
                    format!("add a line `{key}: …` ({})", small(meaning))
                }
                super::Shape::Text(form) if form != "text" => format!("add a line `{key}: …` ({form})"),
                _ => format!("add a line `{key}: …`"),
            };
            self.reader.tell(Code::MissingField, here, format!("`{key}` is missing"), help);
            self.reader.keys.pop();
        }
    }
}

impl FrontMatter<'_, '_, '_> {
    /// Tells of several texts where each item has fields of its own, once for all of them.
    fn is_list_of_texts<T: Value>(&mut self, entry: &Entry, nodes: &[Node]) -> bool {
        let texts = nodes.iter().map(|node| match &node.value {
            Yaml::Text(text, _) => Some(text.trim()),
            _ => None,
        });
        let Some(texts) = texts.collect::<Option<Vec<_>>>().filter(|texts| texts.len() > 1) else { return false };
        let super::Shape::Map(fields, false) = T::shape() else { return false };
        let key = self.reader.key();
        let message = format!("each item of `{key}` has fields of its own, and here are texts");
        let help = items_in_fields(key, &fields, &texts);
        self.reader.tell(Code::WrongType, entry.value.span, message, help);
        true
    }

    /// Whether this is no key, but what stands after a comma in a value inside braces.
    fn is_after_a_comma(&self, entry: &Entry) -> bool {
        let is_key = || nearest(&entry.key, self.known.iter().copied()).is_some();
        let no_word = |c: char| c.is_ascii_digit() || c.is_whitespace();
        entry.in_braces && entry.value.value == Yaml::Empty && (entry.key.contains(no_word) || !is_key())
    }

    /// Tells of a value in braces that a comma cuts off, once for all of its commas.
    fn comma_in_braces(&mut self, entry: &Entry) {
        let Some(at) = self.entries.iter().position(|other| other.span == entry.span) else { return };
        let Some(start) = at.checked_sub(1).filter(|before| !self.is_after_a_comma(&self.entries[*before])) else {
            return;
        };
        let cut = self.entries[at..].iter().take_while(|other| self.is_after_a_comma(other)).last().unwrap_or(entry);
        let before = &self.entries[start];
        let whole = self.reader.source.get(before.value.span.start as usize..cut.span.end as usize).unwrap_or("");
        let help = format!("put the text in quotes: `{}: {}`", before.key, quote(whole));
        let message = format!("the comma before `{}` ends the value: inside braces a comma separates", entry.key);
        self.reader.withhold |= PROTECTING.contains(&&*before.key);
        self.reader.tell(Code::UnknownKey, entry.span, message, help);
    }
}

impl Fields for FrontMatter<'_, '_, '_> {
    fn take<T: Value>(&mut self, key: &'static str, meaning: &'static str, need: Need) -> Vec<At<T>> {
        self.meaning = meaning;
        let Some(found) = self.entry(key) else { return vec![] };
        let entry = &self.entries[found];
        if entry.value.value == Yaml::Empty {
            let inner = match T::shape() {
                super::Shape::Map(fields, _) => fields.iter().map(|field| field.key).collect(),
                _ => vec![],
            };
            self.hollow.push((found, need, inner));
            return vec![];
        }
        self.reader.keys.push(key);
        let mut values = vec![];
        if entry.value.value == Yaml::Unread {
            self.reader.unread(entry.value.span);
        }
        let nodes = match (&entry.value.value, need) {
            (Yaml::List(nodes), Need::List) => nodes.as_slice(),
            _ => std::slice::from_ref(&entry.value),
        };
        let is_cut = need == Need::List
            && (super::cut_items::cut_by_dashes(self.reader, nodes, T::shape)
                || self.is_list_of_texts::<T>(entry, nodes));
        let nodes = if is_cut { &[] } else { nodes };
        for node in nodes {
            self.reader.needed = need == Need::Required;
            self.reader.takes_several = need == Need::List && !matches!(entry.value.value, Yaml::List(_));
            if self.reader.is_still_dots::<T>(node, need, meaning) {
                continue;
            }
            if node.value == Yaml::Empty {
                if self.is_hash(node.span.end as usize, true, entry.in_braces) {
                    continue;
                }
                self.reader.tell(
                    Code::EmptyValue,
                    node.span,
                    format!("an item of `{key}` is empty"),
                    "write something after the dash, or take the line out",
                );
                continue;
            }
            if node.value == Yaml::Unread {
                self.reader.unread(node.span);
                continue;
            }
            values.extend(self.reader.value(node));
        }
        self.reader.keys.pop();
        if values.is_empty() && !matches!(&entry.value.value, Yaml::List(nodes) if nodes.is_empty()) {
            self.wrong.push(key);
        }
        // A value that was there but wrong has been told; a placeholder stands in and nothing more is said.
        if need == Need::Required && values.is_empty() {
            values.push(At { value: T::placeholder(), spot: self.reader.spans.note(entry.value.span) });
        }
        values
    }

    fn missing<T: Value>(&mut self, key: &'static str) -> At<T> {
        if !self.entries.iter().any(|entry| entry.key == key) {
            self.missing.push((key, T::shape(), self.meaning));
        }
        At { value: T::placeholder(), spot: self.reader.spans.note(self.reader.here) }
    }

    fn rest<T: Value>(&mut self, _: &'static str) -> Vec<(At<String>, At<T>)> {
        let mut rest = vec![];
        for (index, entry) in self.entries.iter().enumerate() {
            let says_nothing = matches!(entry.value.value, Yaml::Empty | Yaml::Unread);
            if self.taken[index] || entry.key.starts_with('_') || says_nothing {
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

/// Whether this tells that the value of an entry has another form than its field.
fn is_wrong(told: &Diagnostic, entry: &Entry) -> bool {
    let span = entry.value.span;
    let inside = |at: Where| matches!(at, Where::Span(at) if span.start <= at.start && at.end <= span.end);
    told.code == Code::WrongType && inside(told.places[0].at)
}

/// A list that was written with commas, shown as the list it should be; also with what YAML took for a note: in
/// `tags: rents, #repairs` that is no note.
pub(super) fn comma_list(reader: &mut Reader, key: &str, text: &str, span: Span) {
    let end = span.end as usize;
    let line = reader.source.get(end..).and_then(|rest| rest.lines().next()).unwrap_or("").trim_end();
    let rest = line.trim_start().strip_prefix('#').filter(|rest| rest.starts_with(char::is_alphanumeric));
    let cut = rest.filter(|_| text.trim_end().ends_with(',') && line.starts_with([' ', '\t']) && !line.contains(" # "));
    let Some(cut) = cut else {
        let list = in_brackets(text);
        let help = format!("put it in brackets: `{key}: {list}`");
        reader.tell(Code::CommaList, span, "a list is not written with commas alone", help);
        return reader.mend(instead(reader.source, span, text, list));
    };
    // A tag has no sign before it.
    let full = if key == "tags" { format!("{text} {}", cut.replace(", #", ", ")) } else { format!("{text} #{cut}") };
    let list = in_brackets(&full);
    let help = format!("put it in brackets, also what follows `#`, which YAML takes for a comment: `{key}: {list}`");
    reader.told.retain(|told| told.code != Code::EmptyValue || told.places[0].at != Where::Span(cut_span(end, line)));
    reader.tell(Code::CommaList, span, "a list is not written with commas alone", help);
    let whole = instead(reader.source, span, text, list.clone());
    reader.mend(whole.map(|_| Repair::one(Span::new(span.start as usize, end + line.len()), list)));
}

/// Where [`Reader::cut_off`] tells of the rest of a line.
fn cut_span(end: usize, line: &str) -> Span {
    Span::new(end + line.len() - line.trim_start().len(), end + line.len())
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
