//! Fields taken out of a YAML map: each mistake is told at its place, and what nobody asked for is told at the end.
//!
//! Long because: taking a value, telling what is wrong with it and offering its repair are one walk through a map.

use super::protection::{PROTECTING, is_field, may_hold};
use super::repairs::{instead, ordinary_spaces};
use super::said::{begins_with, explained, in_fields, small};
use super::slips::{same_word, slip};
use super::{Extra, Fields, Free, Need, Record, To, Value};
use crate::content::at::{At, Spans};
use crate::content::yaml::{Entry, Node, Value as Yaml, in_brackets, quote};
use crate::diagnostic::{Code, Diagnostic, Place, Repair, Severity, SitePath, Span, Spot, Where};

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
    /// Where something is written that cannot be read and may hold a field that protects someone: no repair of it is
    /// offered.
    pub untouchable: Vec<Span>,
    /// The documents, files and pages that the fields name.
    pub mentions: Vec<Mention>,
    /// The spot of the value that is being read.
    pub(super) spot: Spot,
    /// The keys from the outermost to the one that is being read.
    keys: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    /// A reader of this file.
    pub fn new(path: SitePath, source: &'a str, here: Span) -> Self {
        Self {
            path,
            source,
            spans: Spans::default(),
            told: vec![],
            here,
            withhold: false,
            untouchable: vec![],
            mentions: vec![],
            spot: Spot(0),
            keys: vec![],
        }
    }

    /// Tells something about a node.
    pub fn tell(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let protects = self.keys.iter().any(|key| PROTECTING.contains(key));
        // A warning leaves no doubt about what was meant.
        self.withhold |= protects && code.severity() == Severity::Error;
        let place = Place::span(&self.path, span);
        self.told.push(Diagnostic::new(code, place, message).help(help));
    }

    /// Gives what was told last a way to be mended, unless it stands in a field that protects someone: no word of those
    /// is changed by a machine.
    pub(super) fn mend(&mut self, repair: Option<Repair>) {
        let protects = self.keys.iter().any(|key| PROTECTING.contains(key));
        if let Some(told) = self.told.last_mut().filter(|_| !protects) {
            told.repair = repair;
        }
    }

    /// Tells something about a value that was read.
    pub fn tell_at<T>(&mut self, code: Code, at: &At<T>, message: impl Into<String>, help: impl Into<String>) {
        self.tell(code, self.spans.span(at.spot), message, help);
    }

    /// The text of a node; told if it is a list, a map or nothing.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Yaml::Text(text, _) => Some(text.trim().to_owned()),
            _ => {
                let key = self.key();
                let what = if matches!(node.value, Yaml::List(_)) { "a list" } else { "a map" };
                let made = if what == "a map" { "fields" } else { what };
                let typed = self.source.get(node.span.start as usize..node.span.end as usize).unwrap_or("");
                let (message, help) = if typed.contains('\n') {
                    let help = format!("write the text on the line of the key: `{key}: …`");
                    (format!("`{key}` is a text, and here is {what}"), help)
                } else if typed.starts_with(['[', '{']) {
                    let help = format!("put all of it in quotes, `{}`, or take the brackets away", quote(typed));
                    (format!("`{key}` is a text, and brackets make {made} of it"), help)
                } else if what == "a map" {
                    let help = format!("put it in quotes: `{}`", quote(typed.trim()));
                    (format!("`{key}` is a text, and the colon makes a field of it"), help)
                } else {
                    let help = format!("write it on the line of the key, without a dash: `{key}: …`");
                    (format!("`{key}` is a text, and the dash makes a list of it"), help)
                };
                self.tell(Code::WrongType, node.span, message, help);
                None
            }
        }
    }

    /// Notes that something at this place cannot be read: why has been told.
    fn unread(&mut self, span: Span) {
        let text = self.source.get(span.start as usize..span.end as usize).unwrap_or("");
        let inside = self.keys.iter().any(|key| PROTECTING.contains(key));
        self.withhold |= inside || may_hold(text);
        if inside || is_field(text) {
            self.untouchable.push(span);
        }
    }

    /// Whether a field may stand in that part of these entries which cannot be read.
    pub fn may_be_unread(&self, entries: &[Entry], key: &str) -> bool {
        let mut unread = entries.iter().filter(|entry| entry.value.value == Yaml::Unread).peekable();
        // Where nothing at all can be read, nothing is missing.
        let nothing = unread.peek().is_some() && entries.iter().all(|entry| entry.key.is_empty());
        let text = |entry: &Entry| self.source.get(entry.span.start as usize..entry.value.span.end as usize);
        nothing || unread.any(|entry| text(entry).is_some_and(|text| text.to_lowercase().contains(key)))
    }

    /// Whether what is told stands where something cannot be read and may hold a field that protects someone.
    pub fn protects(&self, told: &Diagnostic) -> bool {
        let Where::Span(span) = told.places[0].at else { return false };
        self.untouchable.iter().any(|unread| unread.start <= span.start && span.start <= unread.end)
    }

    /// Tells of the dots that stand in messages and examples for words of the writer's own.
    fn is_still_dots<T: Value>(&mut self, node: &Node, need: Need, meaning: &str) -> bool {
        let Yaml::Text(text, _) = &node.value else { return false };
        let dots = text.trim();
        if !matches!(dots, "…" | "...") {
            return false;
        }
        let message = format!("`{}` is still to be written: `{dots}` stands for words of your own", self.key());
        let wanted = match T::shape() {
            super::Shape::Choice(words) => format!("write one of these in its place: {}", words.join(", ")),
            super::Shape::Text(form) if form != "text" => format!("write in its place {form}"),
            _ if self.key() == "consent" => {
                "write `given`, `pending`, `withdrawn` or `not-needed` in its place".to_owned()
            }
            _ => format!("write in its place: {}", small(meaning)),
        };
        let or = if need == Need::List { ", or take it out" } else { "" };
        self.tell(Code::EmptyValue, node.span, message, format!("{wanted}{or}"));
        true
    }

    /// Reads a value and notes its spot.
    fn value<T: Value>(&mut self, node: &Node) -> Option<At<T>> {
        let spot = self.spans.note(node.span);
        self.spot = spot;
        T::read(node, self).map(|value| At { value, spot })
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

    /// Tells that a text is none of the words that a field takes; each word comes with its meaning.
    pub fn not_a_choice(&mut self, node: &Node, text: &str, choices: &[(&str, &str)]) {
        let key = self.key();
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        // `Active campaign`, `Won!`; but of what someone agreed to, no word is left out.
        let protects = self.keys.iter().any(|key| PROTECTING.contains(key));
        let first = words.iter().copied().find(|word| !protects && begins_with(text, word));
        let help = match nearest(text, words.iter().copied()).or(first) {
            Some(word) => format!("did you mean `{word}`? The choices are: {}", words.join(", ")),
            None => {
                let explained = choices.iter().map(|(word, meaning)| explained(word, meaning)).collect::<Vec<_>>();
                // Nobody is to copy a word that decides who is named.
                let example = if PROTECTING.contains(&key) { None } else { words.first() };
                let example = example.map(|word| format!(", as in `{key}: {word}`")).unwrap_or_default();
                format!("write one of these words{example}: {}", explained.join(", "))
            }
        };
        self.tell(Code::UnknownChoice, node.span, format!("`{text}` is not a choice for `{key}`"), help);
        self.mend(same_word(text, &words).and_then(|word| instead(self.source, node.span, text, word.to_owned())));
    }

    /// Reads a record from a map, or from the text that may stand for it.
    pub(super) fn record<R: Record>(&mut self, node: &Node) -> Option<R> {
        match &node.value {
            Yaml::Map(entries) => Some(self.map(entries, node.span)),
            Yaml::Text(text, _) => {
                let at = At { value: text.trim().to_owned(), spot: self.spans.note(node.span) };
                if self.is_glued::<R>(node, &at) {
                    return None;
                }
                self.cut_off(node, &at);
                if let Some(record) = R::from_text(&at) {
                    record.check(self);
                    return Some(record);
                }
                let key = self.key();
                if let Some((code, message, help)) = R::explain_text(&at, key) {
                    self.tell(code, node.span, message, help);
                } else {
                    let line = self.source[..node.span.start as usize].rsplit('\n').next().unwrap_or("");
                    let help = in_fields(key, &super::Schema::of::<R>(), text.trim(), line.trim_end().ends_with('-'));
                    self.tell(
                        Code::WrongType,
                        node.span,
                        format!("`{key}` has fields of its own, and here is a text"),
                        help,
                    );
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

    /// Reads a record from the entries of a map that begins at `span`.
    pub fn map<R: Record>(&mut self, entries: &[Entry], span: Span) -> R {
        let outer = std::mem::replace(&mut self.here, Span { start: span.start, end: span.start });
        for entry in entries {
            if entry.value.value == Yaml::Unread {
                self.unread(Span { start: entry.span.start, end: entry.value.span.end });
            }
            self.withhold |= entry.twice && PROTECTING.contains(&&*entry.key);
        }
        let mut fields = FrontMatter {
            reader: self,
            entries,
            taken: vec![false; entries.len()],
            known: vec![],
            missing: vec![],
            meaning: "",
            hollow: vec![],
            wrong: vec![],
        };
        let record = R::read(&mut fields);
        fields.unknown_keys(R::NAME);
        let wrong = std::mem::take(&mut fields.wrong);
        let before = self.told.len();
        record.check(self);
        // A rule between fields cannot judge what nobody could read: that has been told.
        let unread = entries.iter().filter(|entry| entry.value.value == Yaml::Unread);
        let new = self.told.split_off(before);
        self.told.extend(new.into_iter().filter(|told| {
            !unread.clone().any(|entry| entry.key.is_empty() || names_the_field(told, &entry.key))
                && !wrong.iter().any(|key| names_the_field(told, key))
        }));
        self.here = outer;
        record
    }
}

/// Whether this word stands in what is told.
fn names_the_field(told: &Diagnostic, key: &str) -> bool {
    let is_between = |c: char| !(c.is_alphanumeric() || c == '_');
    let help = told.help.as_deref().unwrap_or("");
    told.message.split(is_between).chain(help.split(is_between)).any(|word| word == key)
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
    /// An address on the web.
    Web(String),
}

/// A YAML map that fields are taken out of.
pub struct FrontMatter<'r, 'a, 'n> {
    reader: &'r mut Reader<'a>,
    entries: &'n [Entry<'n>],
    taken: Vec<bool>,
    known: Vec<&'static str>,
    /// Required fields that are not there, with their meaning: told at the end, unless a mistyped key explains them.
    missing: Vec<(&'static str, super::Shape, &'static str)>,
    /// The meaning of the field that was asked for last.
    meaning: &'static str,
    /// Fields without a value: their place in `entries`, whether there must be one, and the fields that they could have.
    hollow: Vec<(usize, Need, Vec<&'static str>)>,
    /// Fields with a value that is none: why has been told.
    wrong: Vec<&'static str>,
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

    fn unknown_keys(&mut self, name: &str) {
        self.hollow_fields();
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
            let known: Vec<_> = self
                .known
                .iter()
                .copied()
                .filter(|known| !self.entries.iter().any(|other| other.key == *known))
                .collect();
            // Of two fields that are as near, the one is meant that has to be there and is not.
            let near = nearest(key, self.missing.iter().map(|(missing, ..)| *missing).chain(known.iter().copied()));
            let help = match near {
                Some(near) => format!("did you mean `{near}`? Fields of your own go below `extra:`"),
                None => format!("{name} has: {}. Fields of your own go below `extra:`", self.known.join(", ")),
            };
            // One mistake, one message: the field that this key was meant to be is not called missing as well.
            if let Some(near) = near {
                self.missing.retain(|(missing, ..)| *missing != near);
            }
            let withheld = nearest(key, PROTECTING.into_iter()).is_some();
            self.reader.withhold |= withheld;
            self.reader.tell(Code::UnknownKey, entry.span, format!("`{key}` is not a field of {name}"), help);
            if !withheld && let Some(meant) = slip(key, &known, &self.other_unknown(key)) {
                let renamed = instead(self.reader.source, entry.span, key, meant.to_owned());
                self.reader.mend(renamed);
            }
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

    /// The keys besides this one that are no fields.
    fn other_unknown(&self, key: &str) -> Vec<&str> {
        let others = self.entries.iter().map(|entry| &*entry.key);
        others.filter(|other| *other != key && !self.known.contains(other)).collect()
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
        for node in nodes {
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

/// A list that was written with commas, shown as the list it should be.
pub(super) fn comma_list(reader: &mut Reader, key: &str, text: &str, span: Span) {
    let list = in_brackets(text);
    reader.tell(
        Code::CommaList,
        span,
        "a list is not written with commas alone",
        format!("put it in brackets: `{key}: {list}`"),
    );
    reader.mend(instead(reader.source, span, text, list));
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
    let near = candidates.filter_map(|candidate| {
        let lower = candidate.to_lowercase();
        may_be_near(&text, &lower).then(|| (strsim::damerau_levenshtein(&text, &lower), candidate))
    });
    let (distance, candidate) = near.min_by_key(|(distance, _)| *distance)?;
    let length = text.chars().count().min(candidate.chars().count());
    let allowed = if length < 3 { 0 } else { (length / 3).clamp(1, MOST_SLIPS) };
    (distance <= allowed).then_some(candidate)
}

/// More slips than this are another word, however long it is.
const MOST_SLIPS: usize = 4;

/// Whether two texts may be [`MOST_SLIPS`] apart at most, which a count of their letters tells sooner than a comparison:
/// a slip changes two of the counts by one, or one of them.
fn may_be_near(one: &str, other: &str) -> bool {
    let mut counts = [0_i32; 64];
    for c in one.chars() {
        counts[c as usize % 64] += 1;
    }
    for c in other.chars() {
        counts[c as usize % 64] -= 1;
    }
    counts.iter().map(|count| count.unsigned_abs() as usize).sum::<usize>() <= 2 * MOST_SLIPS
}
