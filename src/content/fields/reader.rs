//! Reading the values of one file: their places, the mistakes in them, and whether anything of the file may be shown.

use super::front_matter::{FrontMatter, comma_list};
use super::mention::{Mention, Named};
use super::near::nearest;
use super::protection::{PROTECTING, is_field, may_hold};
use super::repairs::instead;
use super::said::{begins_with, explained, in_fields, small};
use super::slips::same_word;
use super::{Need, Record, Value};
use crate::content::at::{At, Spans};
use crate::content::yaml::{Entry, Node, Value as Yaml, quote};
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
    pub(super) keys: Vec<&'static str>,
    /// The field that is being read must be there.
    pub(super) needed: bool,
    /// The field that is being read takes several values, and there is one without brackets.
    pub(super) takes_several: bool,
}

/// How far reading has come.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    told: usize,
    mentions: usize,
    untouchable: usize,
    spans: usize,
    withhold: bool,
}

impl Mark {
    /// How many diagnostics there were.
    pub(super) fn told(self) -> usize {
        self.told
    }
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
            needed: false,
            takes_several: false,
        }
    }

    /// How far reading has come, for going back.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            told: self.told.len(),
            mentions: self.mentions.len(),
            untouchable: self.untouchable.len(),
            spans: self.spans.count(),
            withhold: self.withhold,
        }
    }

    /// Forgets what was read since then.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.told.truncate(mark.told);
        self.mentions.truncate(mark.mentions);
        self.untouchable.truncate(mark.untouchable);
        self.spans.keep(mark.spans);
        self.withhold = mark.withhold;
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
    pub(super) fn unread(&mut self, span: Span) {
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
    pub(super) fn is_still_dots<T: Value>(&mut self, node: &Node, need: Need, meaning: &str) -> bool {
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
    pub(super) fn value<T: Value>(&mut self, node: &Node) -> Option<At<T>> {
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
        if self.takes_several && text.contains(',') && text.split(',').all(|word| words.contains(&word.trim())) {
            return comma_list(self, key, text, node.span);
        }
        // Whoever means several is not to lose one.
        let several = match &words[..] {
            [first, second, ..] if self.takes_several => {
                format!("; several go in brackets, as in `{key}: [{first}, {second}]`")
            }
            _ => String::new(),
        };
        // `Active campaign`, `Won!`; but of what someone agreed to, no word is left out.
        let protects = self.keys.iter().any(|key| PROTECTING.contains(key));
        let first = words.iter().copied().find(|word| !protects && begins_with(text, word));
        // Where the group itself asks, nobody chooses for it.
        let asks = text.contains('?') || words_in(text, &words).count() > 1;
        let help = match nearest(text, words.iter().copied()).or(first) {
            _ if asks && !self.takes_several && !protects => {
                let explained = choices.iter().map(|(word, meaning)| explained(word, meaning)).collect::<Vec<_>>();
                format!("find out which is true, and write that one word: {}", explained.join(", "))
            }
            Some(word) => format!("did you mean `{word}`? The choices are: {}{several}", words.join(", ")),
            None => {
                let explained = choices.iter().map(|(word, meaning)| explained(word, meaning)).collect::<Vec<_>>();
                // Nobody is to copy a word that decides who is named.
                let example = if PROTECTING.contains(&key) || self.takes_several { None } else { words.first() };
                let example = example.map(|word| format!(", as in `{key}: {word}`")).unwrap_or_default();
                // `route: number 17` of a bus: what has no field is not to be lost.
                let other = match text.chars().any(char::is_whitespace) && !self.needed && !protects {
                    true => ". If you meant something else by it, take this line out and say it in the text",
                    false => "",
                };
                // A resource alone must have a kind.
                let none = match key == "kind" && self.needed {
                    true => {
                        ". If none fits, take the nearest. Or make it a page, which needs none: move the file into `content` itself, \
                         take out this line and what else a page does not have (`format`, `cost`, `file`, `url` …), link in the \
                         text what it leads to, and change its name where `show` or the menu has it"
                    }
                    false => "",
                };
                format!("write one of these words{example}: {}{several}{other}{none}", explained.join(", "))
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
                    // A file that is not there is better said now than once the rest is right.
                    if code == Code::PictureNotMap && !at.contains("//") {
                        self.mention(Named::File(at.replace('\\', "/")));
                    }
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
        let (record, wrong): (R, _) = FrontMatter::read(self, entries);
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

/// Which of these words stand in a text as whole words.
fn words_in<'w>(text: &str, words: &[&'w str]) -> impl Iterator<Item = &'w str> {
    let small = text.to_lowercase();
    let is_between = |c: char| !(c.is_alphanumeric() || c == '-');
    words.iter().copied().filter(move |word| small.split(is_between).any(|part| part == *word))
}

/// Whether this word stands in what is told.
fn names_the_field(told: &Diagnostic, key: &str) -> bool {
    let is_between = |c: char| !(c.is_alphanumeric() || c == '_');
    let help = told.help.as_deref().unwrap_or("");
    told.message.split(is_between).chain(help.split(is_between)).any(|word| word == key)
}
