//! A campaign: what a group asks for, of whom, and where that stands.
//!
//! Long because: one record a part of a campaign, all alike.

use super::action::InlineAction;
use super::parts::{Contact, Partner, PlaceField, Source};
use super::quote::InlineQuote;
use crate::content::at::At;
use crate::content::fields::{Count, Date, Fields, Principles, Reader, Record, Ref, Stories, Unchecked, choices};
use crate::diagnostic::{Code, Spot};

choices! {
    /// Where a campaign stands.
    Status {
        /// Listening: there is no demand yet.
        Listening = "listening",
        /// Planning.
        Planning = "planning",
        /// Going on.
        Active = "active",
        /// Paused.
        Paused = "paused",
        /// Won.
        Won = "won",
        /// Won in part.
        PartWon = "part-won",
        /// Lost.
        Lost = "lost",
        /// Ended without being won or lost.
        Ended = "ended",
    }
}

impl Status {
    /// The place in lists: what people can act on comes first (content model, section 3, "Order").
    pub fn rank(self) -> u8 {
        match self {
            Self::Active => 0,
            Self::Planning => 1,
            Self::Listening => 2,
            Self::Paused => 3,
            Self::Won => 4,
            Self::PartWon => 5,
            Self::Lost => 6,
            Self::Ended => 7,
        }
    }

    /// Whether it goes on, so that there is something to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Listening | Self::Planning | Self::Active)
    }

    /// Whether it is over, one way or another.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Won | Self::PartWon | Self::Lost | Self::Ended)
    }
}

choices! {
    /// How a campaign gets what it wants.
    Route {
        /// By asking someone with power.
        Decision = "decision",
        /// By doing it ourselves.
        Together = "together",
    }
}

/// A campaign; the title is the demand. The order of fields is that of the page: how a passer-by reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Campaign {
    pub status: At<Status>,
    pub ask: Option<At<String>>,
    pub target: Vec<At<Target>>,
    pub route: Route,
    pub actions: Vec<At<InlineAction>>,
    pub place: Option<At<PlaceField>>,
    pub started: Option<At<Date>>,
    pub ended: Option<At<Date>>,
    pub deadline: Option<At<Deadline>>,
    pub asks: Vec<At<Ask>>,
    pub timeline: Vec<At<Moment>>,
    pub progress: Vec<At<Progress>>,
    pub stats: Vec<At<Stat>>,
    pub quotes: Vec<At<InlineQuote>>,
    pub partners: Vec<At<Partner>>,
    pub organisers: Vec<At<String>>,
    pub principles: Vec<At<Ref<Principles>>>,
    pub evidence: Vec<At<Source>>,
    pub press: Option<At<Press>>,
    pub share: Option<At<Share>>,
    pub group: Option<At<Ref<Unchecked>>>,
    pub contact: Option<At<Contact>>,
}

impl Record for Campaign {
    const NAME: &'static str = "a campaign";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            status: fields.field("status", "Where it stands").required(),
            ask: fields.text("ask", "What you ask for, in one sentence").optional(),
            target: fields.field("target", "Who can say yes: a person or a post").list(),
            route: fields
                .field("route", "decision: asking someone with power; together: doing it ourselves")
                .or(Route::Decision),
            actions: fields
                .field("actions", "What people can do now; the main one and two more are shown first")
                .list(),
            place: fields.field("place", "Where, as an area").optional(),
            started: fields.date("started", "When it began").optional(),
            ended: fields.date("ended", "When it ended").optional(),
            deadline: fields.field("deadline", "By when").optional(),
            asks: fields.field("asks", "The demands, and where each stands").list(),
            timeline: fields.field("timeline", "What happened, and what is coming up").list(),
            progress: fields.field("progress", "Counts, each with its day").list(),
            stats: fields.field("stats", "Numbers, each with its source").list(),
            quotes: fields.field("quotes", "People's words").list(),
            partners: fields.field("partners", "Who is in it with us").list(),
            organisers: fields.text("organisers", "Who organises it").list(),
            principles: fields.field("principles", "The principles it puts into practice").list(),
            evidence: fields.field("evidence", "What we rely on").list(),
            press: fields.field("press", "For journalists").optional(),
            share: fields.field("share", "A text to copy into a message").optional(),
            group: fields.field("group", "The group that runs it").optional(),
            contact: fields
                .field("contact", "How to reach the campaign; the site's contact if it is missing")
                .optional(),
        }
    }

    fn check(&self, reader: &mut Reader) {
        let needs_ask = !matches!(self.status.value, Status::Listening | Status::Planning);
        if needs_ask && self.ask.is_none() {
            let help = "add a line `ask: …`: what you ask for, in one sentence. It is optional while you are listening or planning";
            reader.tell(Code::MissingField, reader.here, "`ask` is missing", help);
        }
        if needs_ask && self.route == Route::Decision && self.target.is_empty() {
            let help = "add a line `target: …` with the person or post who can say yes, or `route: together` if you do it yourselves";
            reader.tell(Code::MissingField, reader.here, "`target` is missing", help);
        }
        if let (Some(started), Some(ended)) = (&self.started, &self.ended)
            && started.value > ended.value
        {
            reader.tell_at(Code::FieldRule, ended, "it ended before it started", "look at `started` and `ended` again");
        }
        if let Some(ended) = self.ended.as_ref().filter(|_| self.status.value.is_open()) {
            let help = match &self.deadline {
                Some(deadline) if deadline.date.value == ended.value => {
                    "if it goes on, take this line out: `deadline` says that day already; if it is over, change `status`"
                        .to_owned()
                }
                Some(_) => {
                    "if it goes on, take this line out (a line `deadline` is there already); if it is over, change `status`"
                        .to_owned()
                }
                None => format!(
                    "if {} is the day by which you want it, write `deadline: {}` in place of this line; if it is over, change `status`; \
                     else take this line out",
                    ended.value, ended.value
                ),
            };
            let message = format!("`ended` says that this is over, and its status is `{}`", self.status.value.word());
            reader.tell_at(Code::EndedAndGoingOn, ended, message, help);
        }
        if let Some(second) = self.actions.iter().filter(|action| action.action.main).nth(1) {
            let help = "keep `main: yes` on one action only";
            reader.tell_at(Code::FieldRule, &second.title, "two actions are the main one", help);
        }
    }
}

/// A day that is more days ago than this is often one of this year with the number of the last.
const LONG_DAYS: i32 = 300;

impl Campaign {
    /// The days of actions that can hardly be meant, each with what is wrong with it: people would find them closed.
    pub fn actions_long_ago(&self, today: Date) -> Vec<(Spot, String)> {
        let is_active = self.status.value == Status::Active;
        let is_long = |day: Date| today.since(day).is_ok_and(|span| span.get_days() > LONG_DAYS);
        let days = self.actions.iter().filter_map(|action| action.action.last_day());
        let days = days.filter_map(|At { value: day, spot }| {
            let before = self.started.as_ref().filter(|started| day < started.value);
            let what = match before {
                Some(started) => format!("before the campaign began on {}", started.value),
                None if is_active && is_long(day) => "and the campaign is still active".to_owned(),
                None => return None,
            };
            Some((spot, format!("this action was over on {day}, {what}")))
        });
        days.collect()
    }
}

choices! {
    /// What someone who can say yes says.
    Position {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Nothing.
        Silent = "silent",
        /// We do not know.
        Unknown = "unknown",
    }
}

/// Who can say yes; a text is their name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Target {
    pub name: At<String>,
    pub role: Option<At<String>>,
    pub organisation: Option<At<String>>,
    pub contact: Option<At<Contact>>,
    pub why: Option<At<String>>,
    pub position: Option<At<Position>>,
    pub position_as_of: Option<At<Date>>,
    pub position_source: Option<At<Source>>,
}

impl Record for Target {
    const NAME: &'static str = "a target";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            name: fields.text("name", "A person or a post").required(),
            role: fields.text("role", "What they are").optional(),
            organisation: fields.text("organisation", "Where").optional(),
            contact: fields.field("contact", "How to reach their office; never a private address").optional(),
            why: fields.text("why", "Why they can say yes").optional(),
            position: fields.field("position", "What they say").optional(),
            position_as_of: fields.date("position_as_of", "The day on which they said so").optional(),
            position_source: fields.field("position_source", "Where they said so").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        if counted(text).is_some() {
            return None;
        }
        let name = text.clone();
        Some(Self {
            name,
            role: None,
            organisation: None,
            contact: None,
            why: None,
            position: None,
            position_as_of: None,
            position_source: None,
        })
    }

    fn explain_text(text: &str, key: &str) -> Option<(Code, String, String)> {
        let (number, what) = counted(text)?;
        let help = format!(
            "write the person or the post who can say yes: `{key}: …`. How many there should be goes below `progress:`\n\
             progress:\n  - label: {what}\n    count: …\n    of: {number}"
        );
        Some((Code::WrongType, format!("`{text}` is nobody who can say yes"), help))
    }

    fn check(&self, reader: &mut Reader) {
        if let (Some(position), None) = (&self.position, &self.position_as_of) {
            let help = "add `position_as_of: YYYY-MM-DD` with the day on which they said so: people change their minds";
            reader.tell_at(Code::PositionWithoutDate, position, "a position without its day", help);
        }
    }
}

/// A number of things that campaigns collect, and what they are: `1000 signatures`. Councillors can be twelve too.
fn counted(text: &str) -> Option<(&str, &str)> {
    const COLLECTED: [&str; 8] =
        ["signatures", "names", "pledges", "pounds", "euros", "firmas", "unterschriften", "llofnodion"];
    let (number, what) = text.trim().split_once(' ')?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let is_collected = COLLECTED.iter().any(|word| what.trim().eq_ignore_ascii_case(word));
    (is_number && is_collected).then_some((number, what.trim()))
}

/// By when; a text is the date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    /// The day.
    pub date: At<Date>,
    /// What happens then.
    pub what: Option<At<String>>,
}

impl Record for Deadline {
    const NAME: &'static str = "a deadline";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            date: fields.date("date", "The day").required(),
            what: fields.text("what", "What happens then").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        let date = Date::strptime("%Y-%m-%d", &text.value).ok()?;
        Some(Self { date: At { value: date, spot: text.spot }, what: None })
    }
}

choices! {
    /// Where a demand stands.
    AskStatus {
        /// Not answered.
        Open = "open",
        /// Won in part, or promised.
        PartWon = "part-won",
        /// Won.
        Won = "won",
        /// Refused.
        Refused = "refused",
        /// Given up.
        Dropped = "dropped",
    }
}

/// A demand; a text is the demand, and it is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Ask {
    pub text: At<String>,
    pub status: AskStatus,
    pub date: Option<At<Date>>,
    pub source: Option<At<Source>>,
}

impl Record for Ask {
    const NAME: &'static str = "a demand";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            text: fields.text("text", "What is demanded").required(),
            status: fields.field("status", "Where it stands; open if it is missing").or(AskStatus::Open),
            date: fields.date("date", "Since when").optional(),
            source: fields.field("source", "Who says so").optional(),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { text: text.clone(), status: AskStatus::Open, date: None, source: None })
    }
}

choices! {
    /// What happened.
    MomentKind {
        /// It began.
        Launch = "launch",
        /// We did something.
        Action = "action",
        /// We met.
        Meeting = "meeting",
        /// They answered.
        Response = "response",
        /// We won something.
        Win = "win",
        /// It went badly.
        Setback = "setback",
        /// It was reported.
        Media = "media",
        /// They decided.
        Decision = "decision",
    }
}

/// Something on a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Moment {
    pub date: At<Date>,
    pub what: At<String>,
    pub kind: Option<At<MomentKind>>,
    pub story: Option<At<Ref<Stories>>>,
    pub source: Option<At<Source>>,
}

impl Record for Moment {
    const NAME: &'static str = "a line of the timeline";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            date: fields.date("date", "The day").required(),
            what: fields.text("what", "What happened, or what will").required(),
            kind: fields.field("kind", "What sort of thing it is").optional(),
            story: fields.field("story", "The story that tells of it").optional(),
            source: fields.field("source", "Who says so").optional(),
        }
    }
}

/// A count with its day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Progress {
    pub label: At<String>,
    pub count: At<Count>,
    pub of: Option<At<Count>>,
    pub as_of: Option<At<Date>>,
}

impl Record for Progress {
    const NAME: &'static str = "a count";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            label: fields.text("label", "What is counted").required(),
            count: fields.field("count", "How many").required(),
            of: fields.field("of", "Of how many").optional(),
            as_of: fields.date("as_of", "The day on which it was counted").optional(),
        }
    }
}

/// A number with its source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Stat {
    pub value: At<String>,
    pub label: At<String>,
    pub source: Option<At<Source>>,
    pub as_of: Option<At<Date>>,
}

impl Record for Stat {
    const NAME: &'static str = "a number";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            value: fields.text("value", "The number, as readers see it").required(),
            label: fields.text("label", "What it counts").required(),
            source: fields.field("source", "Who says so").optional(),
            as_of: fields.date("as_of", "Of which day").optional(),
        }
    }
}

/// For journalists.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Press {
    pub contact: Option<At<Contact>>,
    pub lines: Vec<At<String>>,
    pub notes: Option<At<String>>,
}

impl Record for Press {
    const NAME: &'static str = "a press box";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            contact: fields.field("contact", "Whom to ask").optional(),
            lines: fields.text("lines", "Lines to quote").list(),
            notes: fields.text("notes", "Notes to editors").optional(),
        }
    }
}

/// A text to copy into a message; a text stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// The text.
    pub text: At<String>,
}

impl Record for Share {
    const NAME: &'static str = "a text to share";

    fn read(fields: &mut impl Fields) -> Self {
        Self { text: fields.text("text", "What to copy into a message").required() }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { text: text.clone() })
    }
}
