//! Small maps that several kinds use, each of which a plain text may stand for.

use crate::content::at::At;
use crate::content::fields::{Address, Date, Fields, FilePath, Reader, Record, is_email, is_phone};
use crate::diagnostic::Code;

/// A way to reach someone: a text is an email address, a phone number or a postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Contact {
    pub name: Option<At<String>>,
    pub email: Option<At<String>>,
    pub phone: Option<At<String>>,
    pub address: Option<At<String>>,
}

impl Record for Contact {
    const NAME: &'static str = "a contact";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "Whom to ask for").optional(),
            email: fields.text("email", "An email address").optional(),
            phone: fields.text("phone", "A phone number").optional(),
            address: fields.text("address", "A postal address").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        let mut contact = Self::default();
        let field = match text.strip_prefix("mailto:").or(text.strip_prefix("tel:")).unwrap_or(text) {
            text if is_email(text) => &mut contact.email,
            text if is_phone(text) => &mut contact.phone,
            _ => &mut contact.address,
        };
        *field =
            Some(text.clone().map(|text| text.trim_start_matches("mailto:").trim_start_matches("tel:").to_owned()));
        Some(contact)
    }

    fn check(&self, reader: &mut Reader) {
        check_email(self.email.as_ref(), reader);
        check_phone(self.phone.as_ref(), reader);
    }
}

/// Tells a text that is no email address.
pub(super) fn check_email(email: Option<&At<String>>, reader: &mut Reader) {
    if let Some(email) = email.filter(|email| !is_email(email)) {
        let help = "an email address looks like `hello@our-group.org`";
        reader.tell_at(Code::BadAddress, email, format!("`{}` is not an email address", email.value), help);
    }
}

/// The phone number among other words, if there is one.
fn number_in(text: &str) -> Option<&str> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || " +()-".contains(c))).map(str::trim);
    let number = runs.filter(|run| is_phone(run)).max_by_key(|run| run.len())?;
    (number.bytes().filter(u8::is_ascii_digit).count() >= 7).then_some(number)
}

/// Tells a text that is no phone number.
pub(super) fn check_phone(phone: Option<&At<String>>, reader: &mut Reader) {
    if let Some(phone) = phone.filter(|phone| !is_phone(phone)) {
        let wanted = "a phone number has digits, spaces and a `+` only";
        let help = match number_in(phone) {
            Some(number) => format!("{wanted}: write `{number}`"),
            None => wanted.to_owned(),
        };
        reader.tell_at(Code::BadAddress, phone, format!("`{}` is not a phone number", phone.value), help);
    }
}

/// Who says so: a text is a title, or an address on the web.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Source {
    pub title: Option<At<String>>,
    pub url: Option<At<Address>>,
    pub by: Option<At<String>>,
    pub publisher: Option<At<String>>,
    pub date: Option<At<Date>>,
    pub licence: Option<At<String>>,
}

impl Record for Source {
    const NAME: &'static str = "a source";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            title: fields.text("title", "What it is called").optional(),
            url: fields.field("url", "Where it is").optional(),
            by: fields.text("by", "Who wrote it").optional(),
            publisher: fields.text("publisher", "Who published it").optional(),
            date: fields.date("date", "When").optional(),
            licence: fields.text("licence", "Under which licence").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        let mut source = Self { title: None, url: None, by: None, publisher: None, date: None, licence: None };
        match Address::parse(text) {
            Ok(Address::Web(url)) => source.url = Some(At { value: Address::Web(url), spot: text.spot }),
            _ => source.title = Some(text.clone()),
        }
        Some(source)
    }
}

/// Somewhere, as an area; a text is its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct PlaceField {
    pub name: At<String>,
    pub area: Option<At<String>>,
}

impl Record for PlaceField {
    const NAME: &'static str = "a place";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "What it is called").required(),
            area: fields.text("area", "The larger area around it").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { name: text.clone(), area: None })
    }
}

impl PlaceField {
    /// The place as readers see it.
    pub fn text(&self) -> String {
        match &self.area {
            Some(area) => format!("{}, {}", self.name.value, area.value),
            None => self.name.value.clone(),
        }
    }
}

/// Who is in it with us; a text is their name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Partner {
    pub name: At<String>,
    pub url: Option<At<Address>>,
    pub logo: Option<At<FilePath>>,
}

impl Record for Partner {
    const NAME: &'static str = "a partner";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "What they are called").required(),
            url: fields.field("url", "Their site").optional(),
            logo: fields.field("logo", "Their logo, a file of this site").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { name: text.clone(), url: None, logo: None })
    }
}
