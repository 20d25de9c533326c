//! An action: something to do now, with a way to do it.

use super::parts::{check_email, check_phone};
use crate::content::at::At;
use crate::content::fields::{Address, Date, Fields, FilePath, Moment, Reader, Record, Ref, Unchecked, choices};
use crate::diagnostic::Code;

choices! {
    /// What an action is, as a verb.
    Deed {
        /// Put your name to something.
        Sign = "sign",
        /// Write to someone.
        Write = "write",
        /// Phone someone.
        Call = "call",
        /// Be there.
        Come = "come",
        /// Become a member.
        Join = "join",
        /// Give money or things.
        Give = "give",
        /// Get help.
        GetHelp = "get-help",
        /// Give time.
        Volunteer = "volunteer",
        /// Tell others.
        Share = "share",
        /// Tell us something.
        TellUs = "tell-us",
        /// Promise something.
        Pledge = "pledge",
        /// Learn something.
        Learn = "learn",
        /// Put something up.
        Display = "display",
        /// Vote.
        Vote = "vote",
        /// Something else.
        Other = "other",
    }
}

/// Something to do. The title stands in [`InlineAction`], or is the file's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Action {
    pub deed: At<Deed>,
    pub url: Option<At<Address>>,
    pub email: Option<At<String>>,
    pub phone: Option<At<String>>,
    pub post: Option<At<String>>,
    pub event: Option<At<Ref<Unchecked>>>,
    pub file: Option<At<FilePath>>,
    pub offline: Option<At<String>>,
    pub when: Option<At<Moment>>,
    pub place: Option<At<String>>,
    pub time: Option<At<String>>,
    pub deadline: Option<At<Date>>,
    pub template: Option<At<Letter>>,
    pub to: Option<At<String>>,
    pub hosted_by: Option<At<String>>,
    pub main: bool,
}

impl Action {
    /// Whether its last day, or the day on which it takes place, is past.
    pub fn is_past(&self, today: Date) -> bool {
        self.last_day().is_some_and(|day| day.value < today)
    }

    /// The last day on which it can be done: its deadline, or the day on which it takes place, whichever is first.
    pub fn last_day(&self) -> Option<At<Date>> {
        let when = self.when.as_ref().map(|when| At { value: when.value.date(), spot: when.spot });
        self.deadline.iter().cloned().chain(when).min_by_key(|day| day.value)
    }
}

/// A letter to send or to copy.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Letter {
    /// Its subject.
    pub subject: Option<At<String>>,
    /// Its text.
    pub body: At<String>,
}

impl Record for Letter {
    const NAME: &'static str = "a letter";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            subject: fields.text("subject", "The subject of the email").optional(),
            body: fields.text("body", "The text to send or copy").required(),
        }
    }

    fn explain_text(text: &str, key: &str) -> Option<(Code, String, String)> {
        let message = format!("`{key}` holds the letter itself, and here is a text");
        let is_name = !text.contains(char::is_whitespace) || text.chars().count() < 30;
        let help = if is_name {
            format!(
                "write the letter here; what its name is elsewhere is not looked at. If you do not have its words, take this line \
                 out:\n{key}:\n  subject: …\n  body: |\n    …"
            )
        } else {
            format!("write in place of this line:\n{key}:\n  subject: …\n  body: |\n    {text}")
        };
        Some((Code::WrongType, message, help))
    }
}

impl Record for Action {
    const NAME: &'static str = "an action";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            deed: fields.field("do", "What it is").required(),
            url: fields.field("url", "Where to do it: an address on the web, or a page of this site").optional(),
            email: fields.text("email", "An email address to write to").optional(),
            phone: fields.text("phone", "A number to call").optional(),
            post: fields.text("post", "An address to write to on paper").optional(),
            event: fields.field("event", "An event to come to").optional(),
            file: fields.field("file", "A file to use or print").optional(),
            offline: fields.text("offline", "How to do it without the internet").optional(),
            when: fields.field("when", "The day and the time to come, beside `where`").optional(),
            place: fields.text("where", "The place to come to, beside `when`").optional(),
            time: fields.text("time", "How long it takes: 2 minutes").optional(),
            deadline: fields.date("deadline", "The last day").optional(),
            template: fields.field("template", "A letter to send or copy").optional(),
            to: fields.text("to", "Who it goes to").optional(),
            hosted_by: fields.text("hosted_by", "Whose site it opens").optional(),
            main: fields.flag("main", "The one to show first"),
        }
    }

    fn check(&self, reader: &mut Reader) {
        check_email(self.email.as_ref(), reader);
        check_phone(self.phone.as_ref(), reader);
        let way = self.url.is_some() || self.email.is_some() || self.phone.is_some() || self.post.is_some();
        let way = way || self.event.is_some() || self.file.is_some() || self.offline.is_some();
        match (&self.when, &self.place) {
            (Some(when), None) => reader.tell_at(
                Code::FieldRule,
                when,
                "`when` stands without `where`",
                "add a line `where: …` with the place",
            ),
            (None, Some(place)) => {
                let help = if self.offline.is_some() {
                    "for one day, add a line `when: YYYY-MM-DD HH:MM`; if it comes again and again, write the place into `offline` \
                     and take this line out"
                        .to_owned()
                } else {
                    format!(
                        "for one day, add a line `when: YYYY-MM-DD HH:MM`; if it comes again and again, write in place of this line \
                         `offline: …, {}`, with the days and the time in place of the dots",
                        place.value
                    )
                };
                reader.tell_at(Code::FieldRule, place, "`where` stands without `when`", help);
            }
            (None, None) if !way => {
                let help = "add a line that says how: `url: …`, `email: …`, `phone: …`, `post: …`, `file: …`, `event: …` or `offline: …`; or two, `when: …` and `where: …`";
                reader.tell_at(Code::FieldRule, &self.deed, "this action has no way to do it", help);
            }
            _ => {}
        }
    }
}

/// An action of a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InlineAction {
    /// What it says.
    pub title: At<String>,
    /// The rest.
    pub action: Action,
}

impl Record for InlineAction {
    const NAME: &'static str = "an action";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            title: fields.text("title", "What it says: Sign our open letter").required(),
            action: Action::read(fields),
        }
    }

    fn check(&self, reader: &mut Reader) {
        self.action.check(reader);
    }
}
