//! The forms that values have: text, dates, addresses, files and references to other documents.
//!
//! Long because: one entry a form of value, all alike.

use super::dates::{Meant, meant, meant_moment};
use super::mention::Named;
use super::protection::PROTECTING;
use super::reader::Reader;
use super::repairs::instead;
use super::schema::{Schema, Shape};
use super::{Record, Value};
use crate::content::slug::slug;
use crate::content::yaml::{Entry, Node, Value as Yaml, as_value};
use crate::diagnostic::Code;
use std::marker::PhantomData;

/// A day in the site's time zone.
pub type Date = jiff::civil::Date;

/// A day and a time in the site's time zone: `2026-10-14 19:00`.
pub type Moment = jiff::civil::DateTime;

impl Value for String {
    fn shape() -> Shape {
        Shape::Text("text")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        reader.cut_off(node, &text);
        Some(text)
    }
    fn placeholder() -> Self {
        "…".to_owned()
    }
}

impl Value for bool {
    fn shape() -> Shape {
        Shape::YesNo
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        match text.to_lowercase().as_str() {
            "yes" | "true" => Some(true),
            "no" | "false" => Some(false),
            _ => {
                let key = reader.key();
                reader.tell(
                    Code::WrongType,
                    node.span,
                    format!("`{key}` is yes or no, not `{text}`"),
                    format!("write `{key}: yes` or `{key}: no`"),
                );
                None
            }
        }
    }
    fn placeholder() -> Self {
        false
    }
}

impl Value for Date {
    fn shape() -> Shape {
        Shape::Text("a date: 2026-10-14")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        date(&text).or_else(|| {
            let (key, meant) = (reader.key(), meant(&text));
            let help = match meant {
                Meant::Day(date) => format!("write `{key}: {date}`"),
                Meant::Either(day, month) => {
                    format!("write `{key}: {day}` or `{key}: {month}`, whichever day is meant")
                }
                Meant::Perhaps(date) => format!("did you mean `{key}: {date}`?"),
                Meant::Unknown if has_form(&text) => {
                    format!("there is no such day: the month comes before the day, `{key}: YYYY-MM-DD`")
                }
                Meant::Unknown => {
                    // Without its day, agreement would have no end.
                    let holds_back = reader.keys.iter().any(|key| PROTECTING.contains(key));
                    let or = match (key, reader.needed || holds_back) {
                        ("date", true) if reader.keys.len() == 1 => "a page of this kind needs it all the same: write `draft: yes` in this file until you know",
                        ("date", _) => "take this line out, or, where it must be there, write `draft: yes` in this file until you know",
                        (_, true) => "ask first, and write `draft: yes` in this file until you know",
                        (_, false) => "take this line out",
                    };
                    format!("write the year, the month and the day, `{key}: YYYY-MM-DD`; if you do not know the day, {or}")
                }
            };
            reader.tell(Code::BadDate, node.span, format!("`{text}` is not a date that I can read"), help);
            if let Meant::Day(date) = meant {
                reader.mend(instead(reader.source, node.span, &text, date.to_string()));
            }
            None
        })
    }
    fn placeholder() -> Self {
        Date::constant(1970, 1, 1)
    }
}

impl Value for Moment {
    fn shape() -> Shape {
        Shape::Text("a day and a time: 2026-10-14 19:00")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        let moment = text.split_once([' ', 'T']).and_then(|(day, time)| {
            let time = jiff::civil::Time::strptime("%H:%M", time.trim()).ok()?;
            Some(date(day)?.to_datetime(time))
        });
        if moment.is_none() {
            let key = reader.key();
            let help = if comes_again(&text) {
                format!(
                    "`{key}` is for one day only. Write in place of this line, and of `where` if there is one: `offline: {}`, \
                     with the place behind it",
                    as_value(&text)
                )
            } else if let Some(moment) = meant_moment(&text) {
                format!("write `{key}: {}`", moment.strftime("%Y-%m-%d %H:%M"))
            } else {
                format!(
                    "write the day and the time, `{key}: YYYY-MM-DD HH:MM`; for what comes again and again, write \
                     `offline: …` in place of this line, with the days, the time and the place"
                )
            };
            reader.tell(Code::BadDate, node.span, format!("`{text}` is not a day and a time"), help);
        }
        moment
    }
    fn placeholder() -> Self {
        Date::constant(1970, 1, 1).at(0, 0, 0, 0)
    }
}

/// Whether these words are of something that comes again and again: `Saturdays 10am`, `every first Monday`.
fn comes_again(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        let is_often = matches!(word, "every" | "each" | "daily" | "weekly" | "fortnightly" | "monthly" | "weekends");
        is_often || word.ends_with("days") && word != "days"
    })
}

/// A date in the only form that is taken. `2026-1-4` is not.
fn date(text: &str) -> Option<Date> {
    has_form(text).then(|| Date::strptime("%Y-%m-%d", text).ok()).flatten()
}

/// Whether this is written as dates are, on whatever day.
fn has_form(text: &str) -> bool {
    let digits = |at: std::ops::Range<usize>| text.get(at).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    text.len() == 10 && digits(0..4).is_some() && digits(5..7).is_some() && digits(8..10).is_some()
}

/// A count as it was typed, with the whole number in it for a meter: `1,240`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Count {
    /// What was typed.
    pub text: String,
    /// The number, when it is one.
    pub number: Option<u64>,
}

impl Value for Count {
    fn shape() -> Shape {
        Shape::Text("a number")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        let number = text.replace([',', ' ', '\u{a0}', '_'], "").parse().ok();
        Some(Self { text, number })
    }
    fn placeholder() -> Self {
        Self { text: "0".to_owned(), number: None }
    }
}

/// A colour, `#a3195b`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub String);

impl Value for Colour {
    fn shape() -> Shape {
        Shape::Text("a colour in quotes: \"#a3195b\"")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        let hex = text
            .strip_prefix('#')
            .filter(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|b| b.is_ascii_hexdigit()));
        if hex.is_none() {
            super::colours::tell(node, reader, &text);
        }
        hex.map(|hex| {
            let hex = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
            Self(format!("#{}", hex.to_lowercase()))
        })
    }
    fn placeholder() -> Self {
        Self("#000000".to_owned())
    }
}

/// A tag, as it is spelled.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tag(pub String);

impl Value for Tag {
    fn shape() -> Shape {
        Shape::Text("a tag")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        if reader.is_bulleted(node, &text) {
            return None;
        }
        reader.cut_off(node, &text);
        if text.contains(',') {
            super::front_matter::comma_list(reader, reader.key(), &text, node.span);
            return None;
        }
        // The sign that some write before tags is no part of them.
        let tag = text.trim_start_matches('#').trim_start();
        if slug(tag).is_empty() {
            reader.tell(
                Code::BadSlug,
                node.span,
                format!("`{text}` cannot be a tag"),
                "a tag needs a letter or a digit",
            );
            return None;
        }
        Some(Self(tag.to_owned()))
    }
    fn placeholder() -> Self {
        Self("…".to_owned())
    }
}

/// One segment of an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Segment(pub String);

impl Value for Segment {
    fn shape() -> Shape {
        Shape::Text("one part of an address: fix-the-lifts")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        let clean = slug(&text);
        if clean == text && !clean.is_empty() {
            return Some(Self(clean));
        }
        let help = if clean.is_empty() {
            "write letters and digits".to_owned()
        } else {
            format!("write `{}: {clean}`", reader.key())
        };
        reader.tell(Code::BadSlug, node.span, format!("`{text}` cannot stand in an address as it is"), help);
        None
    }
    fn placeholder() -> Self {
        Self("x".to_owned())
    }
}

/// A file of the site, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FilePath(pub String);

impl Value for FilePath {
    fn shape() -> Shape {
        Shape::Text("a file of the site")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        if text.contains("://") || text.starts_with("//") || text.contains('\\') {
            let help = if text.contains("://") || text.starts_with("//") {
                "put the file into the site's folder, beside this one, and write its name".to_owned()
            } else {
                format!("write `{}`: folders are parted by `/`", text.replace('\\', "/"))
            };
            reader.tell(Code::RemotePicture, node.span, format!("`{text}` is not a file of the site"), help);
            return None;
        }
        reader.mention(Named::File(text.clone()));
        Some(Self(text))
    }
    fn placeholder() -> Self {
        Self(String::new())
    }
}

/// Somewhere to go: on the web, by email or phone, or a page of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// `https:` or `http:`.
    Web(String),
    /// An email address, with what follows it in a `mailto:`.
    Email(String),
    /// A phone number as it is written.
    Phone(String),
    /// A page or file of the site, with the heading in it.
    Page(String, Option<String>),
}

impl Address {
    /// What a text means, or why it is no address.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let lower = text.to_ascii_lowercase();
        if text.chars().any(char::is_control) || text.contains('\\') {
            return Err("it holds a sign that no address has");
        }
        if lower.starts_with("https://") || lower.starts_with("http://") {
            let host = text.split_once("://").map_or("", |(_, rest)| rest);
            let sound = !host.is_empty() && !host.starts_with('/') && !text.contains(char::is_whitespace);
            return if sound {
                Ok(Self::Web(text.to_owned()))
            } else {
                Err("its host is missing, or it holds a space")
            };
        }
        if lower.starts_with("mailto:") {
            return Ok(Self::Email(text[7..].to_owned()));
        }
        if lower.starts_with("tel:") {
            return Ok(Self::Phone(text[4..].to_owned()));
        }
        if text.starts_with("//") {
            return Err("it hides which protocol is used; write https:// in front");
        }
        if text.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':')) {
            return Err("only https:, http:, mailto: and tel: are allowed, or a page of the site");
        }
        if is_email(text) {
            return Ok(Self::Email(text.to_owned()));
        }
        if is_phone(text) {
            return Ok(Self::Phone(text.to_owned()));
        }
        if text.starts_with("www.") {
            return Err("write https:// in front");
        }
        let (path, anchor) =
            text.split_once('#').map_or((text, None), |(path, anchor)| (path, Some(anchor.to_owned())));
        Ok(Self::Page(path.to_owned(), anchor))
    }
}

/// Tells of addresses with a name before each, as in `mastodon: https://…`. What cannot be read has been told.
fn named_addresses(reader: &mut Reader, node: &Node, entries: &[Entry]) {
    if entries.iter().any(|entry| entry.value.value == Yaml::Unread) {
        return;
    }
    let key = reader.key();
    let addresses: Vec<&str> = entries
        .iter()
        .filter_map(|entry| match &entry.value.value {
            Yaml::Text(address, _) => Some(address.trim()),
            _ => None,
        })
        .collect();
    let message = format!("`{key}` takes an address alone, and here it has the name `{}`", entries[0].key);
    let help = match addresses[..] {
        [address] if matches!(Address::parse(address), Ok(Address::Page(..))) => {
            "write the whole address alone, as your browser shows it, beginning with `https://`".to_owned()
        }
        [address] => format!("write the address without the name: `{address}`"),
        _ => format!(
            "write each address on a line of its own, after a dash and without its name:\n{key}:\n{}",
            addresses.iter().map(|address| format!("  - {address}")).collect::<Vec<_>>().join("\n")
        ),
    };
    reader.tell(Code::WrongType, node.span, message, help);
}

/// A plain email address: one `@`, something before it, a dot after it, no spaces.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !host.contains('@')
        && !text.contains(|c: char| c.is_whitespace() || "<>\"/,;".contains(c))
}

/// A phone number: digits, spaces and the signs between them.
pub fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3 && text.chars().all(|c| c.is_ascii_digit() || " +()-./\u{a0}".contains(c))
}

impl Value for Address {
    fn shape() -> Shape {
        Shape::Text("an address on the web, an email address, a phone number, or a page of the site")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        if let Yaml::Map(entries) = &node.value {
            named_addresses(reader, node, entries);
            return None;
        }
        let text = reader.text(node)?;
        match Self::parse(&text) {
            Ok(address) => {
                match &address {
                    Self::Page(path, anchor) => reader.mention(Named::Page(path.clone(), anchor.clone())),
                    Self::Web(url) => reader.mention(Named::Web(url.clone())),
                    Self::Email(_) | Self::Phone(_) => {}
                }
                Some(address)
            }
            Err(why) => {
                let help = "write a web address that begins with https://, an email address, a phone number, or the file of a page";
                reader.tell(Code::BadAddress, node.span, format!("`{text}` is not an address: {why}"), help);
                None
            }
        }
    }
    fn placeholder() -> Self {
        Self::Web("https://example.org/".to_owned())
    }
}

/// The kinds that a reference may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum To {
    /// A principle of any set.
    Principle,
    /// A campaign.
    Campaign,
    /// A story.
    Story,
    /// A definition.
    Definition,
    /// A person.
    Person,
    /// A page.
    Page,
    /// Where a quote is shown: `home`, or a page.
    Placed,
    /// Any kind: the folder comes first.
    Any,
    /// A kind that is not built yet: only the form is checked.
    Unchecked,
}

/// Which kind a [`Ref`] names.
pub trait Target {
    /// The kind.
    const TO: To;
    /// Its name for the reference.
    const NAME: &'static str;
}

macro_rules! targets {
    ($($name:ident $to:ident $text:literal)*) => { $(
        #[doc = concat!("A reference names ", $text, ".")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name;
        impl Target for $name { const TO: To = To::$to; const NAME: &'static str = $text; }
    )* };
}

targets! {
    Principles Principle "a principle"
    Campaigns Campaign "a campaign"
    Stories Story "a story"
    Definitions Definition "a definition"
    People Person "a person"
    Pages Page "a page"
    Placed Placed "`home`, or a page"
    Any Any "anything, with its folder"
    Unchecked Unchecked "a group or an event"
}

/// The name of another document: its file name, without `.md`; a folder may come first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ref<K> {
    /// The name as it is looked up.
    pub name: String,
    kind: PhantomData<K>,
}

impl<K> Ref<K> {
    /// A reference to this name.
    pub fn new(name: &str) -> Self {
        let name = name.strip_suffix(".md").unwrap_or(name);
        let name = name.strip_suffix("/index").unwrap_or(name);
        // Nearly all names are plain ASCII, which is normal as it is.
        let name = if name.is_ascii() {
            name.to_owned()
        } else {
            unicode_normalization::UnicodeNormalization::nfc(name).collect()
        };
        Self { name, kind: PhantomData }
    }
}

impl<K: Target> Value for Ref<K> {
    fn shape() -> Shape {
        Shape::Reference(K::NAME)
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        if reader.is_bulleted(node, &text) {
            return None;
        }
        reader.cut_off(node, &text);
        if text.contains(',') {
            super::front_matter::comma_list(reader, reader.key(), &text, node.span);
            return None;
        }
        let reference = Self::new(text.trim_matches('/'));
        reader.mention(Named::Document(K::TO, reference.name.clone()));
        Some(reference)
    }
    fn placeholder() -> Self {
        Self::new("")
    }
}

impl<R: Record> Value for R {
    fn shape() -> Shape {
        let probe = super::At { value: "x".to_owned(), spot: crate::diagnostic::Spot(0) };
        Shape::Map(Schema::of::<R>(), R::from_text(&probe).is_some())
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        reader.record(node)
    }
    fn placeholder() -> Self {
        R::read(&mut Schema::default())
    }
}
