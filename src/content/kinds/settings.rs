//! `site.yaml`: who publishes, how to reach them, and how the site is made.
//!
//! Long because: one record a part of `site.yaml`, all alike.

use super::parts::Contact;
use super::{Accessibility, Kilobytes};
use crate::content::at::At;
use crate::content::fields::{Address, Colour, Extra, Fields, FilePath, Reader, Record, Value, choices, nearest};
use crate::content::slug::slug;
use crate::content::yaml::Node;
use crate::diagnostic::Code;

choices! {
    /// Whether the group is at work.
    Activity {
        /// At work.
        Active = "active",
        /// It has stopped for now.
        Dormant = "dormant",
    }
}

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Settings {
    pub name: At<String>,
    pub lang: At<String>,
    pub contact: At<Contact>,
    pub url: Option<At<String>>,
    pub strapline: Option<At<String>>,
    pub about: Option<At<String>>,
    pub area: Option<At<String>>,
    pub logo: Option<At<FilePath>>,
    pub colour: Option<At<Colour>>,
    pub languages: Vec<At<String>>,
    pub join: Option<At<Address>>,
    pub donate: Option<At<Address>>,
    pub social: Vec<At<Address>>,
    pub licence: Option<At<String>>,
    pub timezone: Option<At<String>>,
    pub theme: Option<At<ThemeChoice>>,
    pub menu: Vec<At<MenuItem>>,
    pub legal: Option<At<Legal>>,
    pub imprint: Option<At<Imprint>>,
    pub safeguarding: Option<At<Safeguarding>>,
    pub privacy: Option<At<Privacy>>,
    pub accessibility: Option<At<Accessibility>>,
    pub status: Option<At<SiteStatus>>,
    pub minify: bool,
    pub typography: bool,
    pub raw_html: bool,
    pub checks: Option<At<Checks>>,
    pub extra: Extra,
}

impl Record for Settings {
    const NAME: &'static str = "site.yaml";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "The group's name").required(),
            lang: fields.text("lang", "The language of the texts: en").required(),
            contact: fields.field("contact", "How to reach the group").required(),
            url: fields.text("url", "The site's address: https://our-group.org").optional(),
            strapline: fields.text("strapline", "One line under the name").optional(),
            about: fields.text("about", "Who the group is, in a sentence or two").optional(),
            area: fields.text("area", "Where it works").optional(),
            logo: fields.field("logo", "The group's logo, a file of this site").optional(),
            colour: fields.field("colour", "The colour of the banner, in quotes").optional(),
            languages: fields.text("languages", "Further languages of the site").list(),
            join: fields
                .field("join", "How to join: an address, a page, an email address or a phone number")
                .optional(),
            donate: fields.field("donate", "How to give: the same").optional(),
            social: fields.field("social", "The group elsewhere on the web").list(),
            licence: fields.text("licence", "The licence of the texts").optional(),
            timezone: fields.text("timezone", "The time zone that decides what today is: Europe/London").optional(),
            theme: fields.field("theme", "The theme: its name, or a map with its options").optional(),
            menu: fields.field("menu", "What the navigation shows: folders or pages").list(),
            legal: fields.field("legal", "What the group is in law").optional(),
            imprint: fields.field("imprint", "Who answers for the content").optional(),
            safeguarding: fields.field("safeguarding", "Who looks after safety").optional(),
            privacy: fields.field("privacy", "Who is responsible for personal data").optional(),
            accessibility: fields
                .field("accessibility", "What you have found out about barriers on the site")
                .optional(),
            status: fields.field("status", "active, or dormant when the group has stopped for now").optional(),
            minify: fields.flag("minify", "Make every page as small as it can be"),
            typography: fields
                .field("typography", "Turn straight quotes and dashes into those of the language; yes if it is missing")
                .or(true),
            raw_html: fields.flag("raw_html", "Let HTML in texts through, without anything that runs"),
            checks: fields
                .field("checks", "How serious a check is: a code or an area, and error, warning, hint or off")
                .optional(),
            extra: fields.extra("extra", "Fields of the site's own, for its own templates"),
        }
    }

    fn check(&self, reader: &mut Reader) {
        if let Some(url) = &self.url {
            let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
            let sound = rest.is_some_and(|rest| {
                let host = rest.split('/').next().unwrap_or("");
                !host.is_empty()
                    && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\\<>\"@%".contains(c))
                    && !rest.contains("/.")
                    && !rest.contains("//")
            });
            if !sound {
                let is_host = !url.contains("://") && url.contains('.') && !url.contains(char::is_whitespace);
                let help = match is_host {
                    true => format!("write the whole address of the home page: `url: https://{}`", url.value),
                    false => "write the whole address of the home page, from `https://` on; until there is one, take this line out"
                        .to_owned(),
                };
                reader.tell_at(Code::BadAddress, url, format!("`{}` is not the address of a site", url.value), help);
            }
        }
        for lang in std::iter::once(&self.lang).chain(&self.languages) {
            // A language that is missing has been told.
            if lang.value != String::placeholder() && !is_language(lang) {
                let known = LANGUAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(lang));
                let help = match known {
                    Some((_, tag)) => format!("write its short form: `{tag}`"),
                    None => "write its short form: `en`, `cy`, `pt-BR`".to_owned(),
                };
                reader.tell_at(Code::WrongType, lang, format!("`{}` is not a language", lang.value), help);
            }
        }
        if let Some(zone) = &self.timezone
            && jiff::tz::TimeZone::get(zone).is_err()
        {
            let help = "write it as a region and a city: `timezone: Europe/London`";
            reader.tell_at(Code::WrongType, zone, format!("`{}` is not a time zone", zone.value), help);
        }
    }
}

/// Languages that people write out, and their short forms.
const LANGUAGES: [(&str, &str); 14] = [
    ("English", "en"),
    ("Welsh", "cy"),
    ("Cymraeg", "cy"),
    ("French", "fr"),
    ("German", "de"),
    ("Deutsch", "de"),
    ("Spanish", "es"),
    ("Polish", "pl"),
    ("Urdu", "ur"),
    ("Arabic", "ar"),
    ("Irish", "ga"),
    ("Gaelic", "gd"),
    ("Scottish", "gd"),
    ("British", "en-GB"),
];

/// Whether this is the short form of a language. Longer ones are allowed by RFC 5646, section 2.2.1, and there are none.
fn is_language(text: &str) -> bool {
    text.parse::<unic_langid::LanguageIdentifier>().is_ok_and(|tag| matches!(tag.language.as_str().len(), 2 | 3))
}

/// The theme; a text is its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ThemeChoice {
    /// Its name.
    pub name: Option<At<String>>,
    /// Its options, checked by the theme.
    pub options: Vec<(At<String>, At<OptionValue>)>,
}

/// A value for an option of the theme, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OptionValue(pub String);

impl crate::content::fields::Value for OptionValue {
    fn shape() -> crate::content::fields::Shape {
        crate::content::fields::Shape::Text("as the theme takes it")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        reader.text(node).map(Self)
    }
    fn placeholder() -> Self {
        Self(String::new())
    }
}

impl Record for ThemeChoice {
    const NAME: &'static str = "a theme";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "Its name: commons, or a folder in themes/").optional(),
            options: fields.rest("The theme's options"),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { name: Some(text.clone()), options: vec![] })
    }
}

/// Something in the navigation; a text is a folder or a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MenuItem {
    /// What it says; the title of what it leads to if it is missing.
    pub title: Option<At<String>>,
    /// Where it leads.
    pub to: At<String>,
}

impl Record for MenuItem {
    const NAME: &'static str = "an entry of the menu";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            title: fields.text("title", "What it says").optional(),
            to: fields.text("to", "Where it leads: a folder or a page").required(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        (!text.contains(',')).then(|| Self { title: None, to: text.clone() })
    }

    fn explain_text(text: &str, key: &str) -> Option<(Code, String, String)> {
        // Entries are names of folders and pages, and people write the words that readers are to see.
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        let names = names.map(|name| match slug(name.trim_end_matches(".md")).as_str() {
            "home" => "{title: Home, to: /}".to_owned(),
            _ if name.contains('/') => name.to_owned(),
            slug => slug.to_owned(),
        });
        let help = format!(
            "put it in brackets, with the names of folders and of files without their `.md`: `{key}: [{}]`",
            names.collect::<Vec<_>>().join(", ")
        );
        Some((Code::CommaList, "a list is not written with commas alone".to_owned(), help))
    }
}

/// What the group is in law.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Legal {
    pub form: Option<At<String>>,
    pub registrations: Vec<At<Registration>>,
    pub charity_number: Option<At<String>>,
    pub company_number: Option<At<String>>,
    pub office: Option<At<String>>,
}

impl Record for Legal {
    const NAME: &'static str = "the legal form";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            form: fields
                .text("form", "informal, charity, cio, cic, company, coop, union, or words of your own")
                .optional(),
            registrations: fields.field("registrations", "Where it is registered").list(),
            charity_number: fields.text("charity_number", "A charity number").optional(),
            company_number: fields.text("company_number", "A company number").optional(),
            office: fields.text("office", "The registered office").optional(),
        }
    }
}

/// A registration.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Registration {
    pub with: At<String>,
    pub number: At<String>,
}

impl Record for Registration {
    const NAME: &'static str = "a registration";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            with: fields.text("with", "The register").required(),
            number: fields.text("number", "The number there").required(),
        }
    }
}

/// Who answers for the content.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Imprint {
    pub promoter: Option<At<String>>,
    pub responsible: Option<At<String>>,
    pub address: Option<At<String>>,
    pub on_behalf_of: Option<At<String>>,
    pub printer: Option<At<String>>,
}

impl Imprint {
    /// Whether election material may be published with it (content model, section 7).
    pub fn is_complete(&self) -> bool {
        (self.promoter.is_some() || self.responsible.is_some()) && self.address.is_some()
    }
}

impl Record for Imprint {
    const NAME: &'static str = "an imprint";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            promoter: fields.text("promoter", "Who has it published").optional(),
            responsible: fields.text("responsible", "Who is responsible for the content").optional(),
            address: fields.text("address", "Their address").optional(),
            on_behalf_of: fields.text("on_behalf_of", "On whose behalf").optional(),
            printer: fields.text("printer", "Who prints it; at home, that is you").optional(),
        }
    }
}

/// Who looks after safety.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Safeguarding {
    pub lead: Option<At<String>>,
    pub contact: Option<At<Contact>>,
    pub policy: Option<At<Address>>,
}

impl Record for Safeguarding {
    const NAME: &'static str = "safeguarding";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            lead: fields.text("lead", "Who looks after it").optional(),
            contact: fields.field("contact", "How to reach them").optional(),
            policy: fields.field("policy", "The policy: a page, file or address").optional(),
        }
    }
}

/// Who is responsible for personal data.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Privacy {
    pub controller: Option<At<String>>,
    pub contact: Option<At<Contact>>,
}

impl Record for Privacy {
    const NAME: &'static str = "privacy";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            controller: fields.text("controller", "Who is responsible").optional(),
            contact: fields.field("contact", "How to reach them").optional(),
        }
    }
}

/// Whether the group is at work; a text is the word for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct SiteStatus {
    pub is: At<Activity>,
    pub note: Option<At<String>>,
    pub go_to: Option<At<Address>>,
}

impl Record for SiteStatus {
    const NAME: &'static str = "the site's status";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            is: fields.field("is", "active or dormant").required(),
            note: fields.text("note", "Why, in a sentence").optional(),
            go_to: fields.field("go_to", "Where to go instead").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        let is = match text.as_str() {
            "active" => Activity::Active,
            "dormant" => Activity::Dormant,
            _ => return None,
        };
        Some(Self { is: At { value: is, spot: text.spot }, note: None, go_to: None })
    }

    fn explain_text(text: &str, _: &str) -> Option<(Code, String, String)> {
        let help = "write `status: active` or `status: dormant`".to_owned();
        Some((Code::UnknownChoice, format!("`{text}` is not a choice for `status`"), help))
    }
}

/// How serious each check is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checks {
    /// What a page may weigh with its styles, compressed.
    pub page_weight: Option<At<Kilobytes>>,
    /// What the pictures of a page may weigh together.
    pub picture_weight: Option<At<Kilobytes>>,
    /// By code or area.
    pub levels: Vec<(At<String>, At<Check>)>,
}

impl Record for Checks {
    const NAME: &'static str = "checks";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            page_weight: fields
                .field("page_weight", "What a page may weigh with its styles, as sent: 40 kB")
                .optional(),
            picture_weight: fields.field("picture_weight", "What the pictures of a page may weigh: 500 kB").optional(),
            levels: fields.rest("A code such as HB0302, or an area such as accessibility"),
        }
    }

    fn check(&self, reader: &mut Reader) {
        use crate::diagnostic::{Code as C, Severity};
        let areas = || C::ALL.iter().map(|code| code.area().word());
        for (name, check) in &self.levels {
            match C::from_name(name) {
                // What could harm someone, and what makes a site that cannot be read, stays an error.
                Some(code) if code.severity() == Severity::Error && check.level.value != CheckLevel::Error => {
                    let help = "take the line out: errors of this kind cannot be made smaller";
                    reader.tell_at(C::FieldRule, name, format!("{code} is always an error"), help);
                }
                Some(code @ (C::Withheld | C::TakenOut)) if check.level.value == CheckLevel::Off => {
                    let help = "take the line out: nothing is withheld silently";
                    reader.tell_at(C::FieldRule, name, format!("{code} is always told"), help);
                }
                Some(_) => {}
                None if areas().any(|area| area == name.value) => {}
                None => {
                    let mut all: Vec<_> = areas().collect();
                    all.sort_unstable();
                    all.dedup();
                    let codes: Vec<_> = C::ALL.iter().map(C::to_string).collect();
                    let near = nearest(name, all.iter().copied().chain(codes.iter().map(String::as_str)));
                    let meant = near.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
                    let help = format!("{meant}write a code such as `HB0302`, or one of: {}", all.join(", "));
                    reader.tell_at(C::UnknownChoice, name, format!("`{}` is not a check", name.value), help);
                }
            }
        }
    }
}

choices! {
    /// How serious a check is.
    CheckLevel {
        /// Nothing is published.
        Error = "error",
        /// Told, and published.
        Warning = "warning",
        /// Told in passing.
        Hint = "hint",
        /// Not told.
        Off = "off",
    }
}

/// How serious one check is; a text is the word for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Check {
    pub level: At<CheckLevel>,
    pub why: Option<At<String>>,
}

impl Record for Check {
    const NAME: &'static str = "a check";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            level: fields.field("level", "error, warning, hint or off").required(),
            why: fields.text("why", "Why").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        let level = match text.as_str() {
            "error" => CheckLevel::Error,
            "warning" => CheckLevel::Warning,
            "hint" => CheckLevel::Hint,
            "off" => CheckLevel::Off,
            _ => return None,
        };
        Some(Self { level: At { value: level, spot: text.spot }, why: None })
    }
}
