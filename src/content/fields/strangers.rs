//! Keys that a map does not have: which field was meant, where it belongs, or what to do in its place.

use super::called::{Publishes, called, instead_of, is_protecting, plain, publishes, where_it_protects};
use super::front_matter::FrontMatter;
use super::near::nearest;
use super::protection::PROTECTING;
use super::repairs::{instead, line_out};
use super::slips::{same_word, slip};
use super::values::Date;
use super::{Record, Schema, Shape};
use crate::content::kinds::KindName;
use crate::content::yaml::{Entry, Value as Yaml};
use crate::diagnostic::{Code, Repair, Span};

/// Of maps with more keys than this, ten times as many as the longest kind has fields, it is not asked what each key could
/// have been: every other key has a say in that.
const MOST: usize = 400;

/// A key that is a field for certain, by another name or misspelt.
#[derive(Clone, Copy)]
pub(super) struct Meant {
    /// Its place among the entries.
    pub(super) at: usize,
    /// The field.
    pub(super) field: &'static str,
    /// It is another word, and only near to it.
    pub(super) by_nearness: bool,
}

impl FrontMatter<'_, '_, '_> {
    /// The keys that are fields for certain, misspelt or by another name, each with that field. Nothing is guessed of what
    /// protects someone.
    pub(super) fn meant_for_certain(&self) -> Vec<Meant> {
        let mut found: Vec<Meant> = vec![];
        if self.entries.len() > MOST {
            return found;
        }
        for (at, entry) in self.entries.iter().enumerate().filter(|(at, _)| !self.taken[*at]) {
            let is_readable = !matches!(entry.value.value, Yaml::Empty | Yaml::Unread) && !entry.key.contains('\u{a0}');
            let is_other = entry.key.starts_with(['_', '-']) || entry.twice || is_protecting(&entry.key);
            if is_readable && !is_other && self.says_whether_published(entry).is_none() {
                let certain = self.certain(&entry.key).filter(|(field, _)| !PROTECTING.contains(field));
                found.extend(certain.map(|(field, by_nearness)| Meant { at, field, by_nearness }));
            }
        }
        // What two keys could be is certain for neither.
        let twice = |field: &str| found.iter().filter(|other| other.field == field).count() > 1;
        found.iter().copied().filter(|meant| !twice(meant.field)).collect()
    }

    /// The field, and whether it is only near.
    fn certain(&self, key: &str) -> Option<(&'static str, bool)> {
        let free = self.free();
        let others = self.entries.iter().map(|entry| &*entry.key);
        let others: Vec<&str> = others.filter(|other| *other != key && !self.known.contains(other)).collect();
        let other_name = || called(key, &self.known).filter(|meant| free.contains(meant));
        let same = same_word(key, &free).or_else(other_name).map(|field| (field, false));
        same.or_else(|| slip(key, &free, &others).map(|field| (field, true)))
    }

    /// The fields that stand nowhere in this map yet.
    fn free(&self) -> Vec<&'static str> {
        let is_free = |known: &&str| !self.entries.iter().any(|other| other.key == **known);
        self.known.iter().copied().filter(|known| is_free(known)).collect()
    }

    /// Tells of a key that was read as the field that it was meant to be.
    pub(super) fn tell_renamed(&mut self, at: usize, key: &str, name: &str) {
        let entry = &self.entries[at];
        let meant = &*entry.key;
        let value = self.line_of(entry);
        let is_other = plain(key) != meant && called(key, &[meant]).is_some();
        let message = if is_other {
            format!("`{key}` is called `{meant}` here")
        } else {
            format!("`{key}` is not a field of {name}")
        };
        let help = match value {
            Some(value) => format!("write `{meant}: {value}`"),
            None => format!("write `{meant}:` in its place"),
        };
        let help = if is_other { help } else { format!("did you mean `{meant}`? Then {help}") };
        self.reader.tell(Code::UnknownKey, entry.span, message, help);
        let renamed = instead(self.reader.source, entry.span, key, meant.to_owned());
        self.reader.mend(renamed);
    }

    /// The value of an entry as it was typed, if it is a short one in the same line.
    fn line_of(&self, entry: &Entry) -> Option<&str> {
        let typed = self.reader.source.get(entry.value.span.start as usize..entry.value.span.end as usize)?;
        let is_short = !typed.contains(['\n', '`']) && typed.chars().count() <= 60;
        let between = self.reader.source.get(entry.span.end as usize..entry.value.span.start as usize)?;
        (is_short && !between.contains('\n') && !matches!(entry.value.value, Yaml::Map(_))).then_some(typed)
    }

    /// Tells of a key that this map does not have, and that is no field for certain.
    pub(super) fn stranger<R: Record>(&mut self, entry: &Entry) {
        let (key, name) = (&*entry.key, R::NAME);
        if let Some(publishes) = self.says_whether_published(entry) {
            return self.published_or_not(entry, &publishes);
        }
        let withheld = is_protecting(key);
        self.reader.withhold |= withheld;
        let message = format!("`{key}` is not a field of {name}");
        let inside = !self.reader.keys.is_empty();
        if !self.known.contains(&&*plain(key))
            && let Some(help) = where_it_protects(key, inside, name)
        {
            self.reader.tell(Code::UnknownKey, entry.span, message, help);
            return;
        }
        if self.entries.len() > MOST {
            let help = format!("{name} has: {}", self.known.join(", "));
            return self.reader.tell(Code::UnknownKey, entry.span, message, help);
        }
        // What someone agreed to is not said for them.
        let text = self.line_of(entry).filter(|_| !withheld).unwrap_or("…").to_owned();
        let free = self.free();
        if let Some(meant) = called(key, &self.known) {
            // One mistake, one message: the field that this key was meant to be is not called missing as well.
            self.missing.retain(|(missing, ..)| *missing != meant);
            let mut others = self.entries.iter().filter(|other| other.key != key && !self.known.contains(&&*other.key));
            let help = if let Some(other) = others.find(|other| called(&other.key, &self.known) == Some(meant)) {
                format!("keep one of `{key}` and `{}`, as `{meant}: …`, and take the other out", other.key)
            } else if free.contains(&meant) {
                format!("write `{meant}: {text}`")
            } else {
                format!("there is a line `{meant}: …` already: take this one out, or write what it says into that one")
            };
            return self.reader.tell(Code::UnknownKey, entry.span, format!("`{key}` is called `{meant}` here"), help);
        }
        if self.is_day_for_key(entry) {
            self.missing.retain(|(missing, ..)| !matches!(*missing, "date" | "what"));
            let help = format!("write the day and what happens on two lines:\n  - date: {key}\n    what: {text}");
            return self.reader.tell(Code::UnknownKey, entry.span, "a day stands here in the place of a field", help);
        }
        // Of two fields that are as near, the one is meant that has to be there and is not.
        let near = nearest(key, self.missing.iter().map(|(missing, ..)| *missing).chain(free.iter().copied()));
        if let Some(near) = near {
            self.missing.retain(|(missing, ..)| *missing != near);
        }
        let below = self.field_below::<R>(key);
        let help = if let Some(other) = instead_of(key, &text, &self.known) {
            // An entry of the menu that is the whole menu lacks nothing of its own.
            self.missing.retain(|(missing, ..)| *missing != "to");
            other
        } else if let Some(outer) = below.filter(|outer| !free.contains(outer)) {
            format!(
                "it belongs to `{outer}`, which is there already: put it below that line, two spaces further right: `  {key}: {text}`"
            )
        } else if let Some(outer) = below {
            format!("it stands below `{outer}:`, two spaces further right:\n{outer}:\n  {key}: {text}")
        } else if let Some(near) = near {
            format!("did you mean `{near}`?")
        } else if let Some((kinds, folders)) = self.kinds_with::<R>(key) {
            format!(
                "take this line out, or move the file to {folders}: it is a field of {kinds}, and this file is {name}, because of the \
                 folder that it is in"
            )
        } else if withheld || !self.known.contains(&"extra") {
            format!("{name} has: {}", self.known.join(", "))
        } else {
            format!("{name} has: {}. A field for a template of your own stands below `extra:`", self.known.join(", "))
        };
        self.reader.tell(Code::UnknownKey, entry.span, message, help);
        let repair = match &*plain(key) {
            // It says nothing that could be lost.
            "layout" if !inside => line_out(self.reader.source, entry),
            "permalink" if !inside && text.starts_with('/') && free.contains(&"aliases") => {
                instead(self.reader.source, entry.span, key, "aliases".to_owned())
            }
            _ => None,
        };
        self.reader.mend(repair);
    }

    /// Whether this is a line of a timeline with its day in front: `- 2027-02-11: They vote`.
    fn is_day_for_key(&self, entry: &Entry) -> bool {
        let is_day = Date::strptime("%Y-%m-%d", &*entry.key).is_ok();
        is_day && ["date", "what"].iter().all(|field| self.free().contains(field))
    }

    /// The one field of this map that has a field of this name below it.
    fn field_below<R: Record>(&self, key: &str) -> Option<&'static str> {
        let mut outer = Schema::of::<R>().into_iter().filter(|field| match &field.shape {
            Shape::Map(fields, _) => fields.iter().any(|field| field.key == key),
            _ => false,
        });
        outer.next().filter(|_| outer.next().is_none()).map(|field| field.key)
    }

    /// The one or two kinds that have this field, if this is the front matter of another one, and where they stand.
    fn kinds_with<R: Record>(&self, key: &str) -> Option<(String, String)> {
        let is_document = self.reader.keys.is_empty() && KindName::ALL.iter().any(|kind| kind.name() == R::NAME);
        let has = |kind: &KindName| kind.fields().iter().any(|field| field.key == key);
        let kinds: Vec<_> = KindName::ALL.into_iter().filter(|kind| is_document && has(kind)).collect();
        let folder = |kind: &KindName| match kind.folder() {
            Some(folder) => format!("`content/{folder}`"),
            None if *kind == KindName::Principle => "`content/principles`".to_owned(),
            None => format!("the folder of {}", kind.name()),
        };
        let joined = |of: &dyn Fn(&KindName) -> String, or| kinds.iter().map(of).collect::<Vec<_>>().join(or);
        let names = joined(&|kind| kind.name().to_owned(), " or of ");
        (1..=2).contains(&kinds.len()).then(|| (names, joined(&folder, " or ")))
    }

    fn says_whether_published(&self, entry: &Entry) -> Option<Publishes> {
        let here = self.reader.keys.is_empty() && self.known.contains(&"draft");
        match &entry.value.value {
            Yaml::Text(text, _) if here => publishes(&entry.key, text),
            Yaml::Empty if here => publishes(&entry.key, ""),
            _ => None,
        }
    }

    /// Tells of `published: false` and its like, which hold something back in other programs.
    fn published_or_not(&mut self, entry: &Entry, publishes: &Publishes) {
        let key = &*entry.key;
        let typed = self.line_of(entry).unwrap_or("").to_owned();
        match publishes {
            Publishes::Yes => {
                let help = "take this line out: whatever is no draft is published";
                self.reader.tell(Code::UnknownKey, entry.span, format!("`{key}` is not needed here"), help);
                let out = line_out(self.reader.source, entry);
                self.reader.mend(out);
            }
            Publishes::No => {
                self.reader.withhold = true;
                let has_draft = self.entries.iter().any(|other| other.key == "draft");
                let help = if has_draft {
                    "`draft: yes` says the same: see that it stands here, and take this line out".to_owned()
                } else {
                    "write `draft: yes` in place of this line".to_owned()
                };
                let message = format!("`{key}: {typed}` is written `draft: yes` here");
                self.reader.tell(Code::UnknownKey, entry.span, message, help);
                let whole = Span { start: entry.span.start, end: entry.value.span.end };
                let is_one_line = self.line_of(entry).is_some();
                self.reader.mend((is_one_line && !has_draft).then(|| Repair::one(whole, "draft: yes")));
            }
            Publishes::Unclear => {
                self.reader.withhold = true;
                let help = "write `draft: yes` if it is not to be published yet, or take this line out if it is; the day that it is \
                            from is `date`, and holds nothing back";
                let message = format!("`{key}` does not say whether this is published");
                self.reader.tell(Code::UnknownKey, entry.span, message, help);
            }
        }
    }
}
