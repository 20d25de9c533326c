//! A resource: a course, guide or film to learn from.

use crate::content::at::At;
use crate::content::fields::{Address, Fields, FilePath, Principles, Reader, Record, Ref, choices};
use crate::diagnostic::Code;

choices! {
    /// What a resource is.
    ResourceKind {
        /// A course.
        Course = "course",
        /// A guide.
        Guide = "guide",
        /// A toolkit.
        Toolkit = "toolkit",
        /// A template to fill in.
        Template = "template",
        /// A film.
        Video = "video",
        /// A report.
        Report = "report",
        /// A policy.
        Policy = "policy",
    }
}

choices! {
    /// How a resource is used.
    Format {
        /// Online, whenever you like.
        OnlineOwnTime = "online-own-time",
        /// Online, at a fixed time.
        OnlineLive = "online-live",
        /// In a room.
        InPerson = "in-person",
        /// On paper.
        Printed = "printed",
    }
}

/// A resource.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Resource {
    pub kind: At<ResourceKind>,
    pub url: Option<At<Address>>,
    pub file: Option<At<FilePath>>,
    pub link_text: Option<At<String>>,
    pub length: Option<At<String>>,
    pub parts: Option<At<String>>,
    pub modules: Vec<At<Module>>,
    pub cost: Option<At<String>>,
    pub format: Option<At<Format>>,
    pub provider: Option<At<String>>,
    pub principles: Vec<At<Ref<Principles>>>,
}

impl Record for Resource {
    const NAME: &'static str = "a resource";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            kind: fields.field("kind", "What it is").required(),
            url: fields.field("url", "Where it is; or `file`").optional(),
            file: fields.field("file", "A file of this site; or `url`").optional(),
            link_text: fields.text("link_text", "What the button says: Go to the course").optional(),
            length: fields.text("length", "How long it takes: over 7 hours").optional(),
            parts: fields.text("parts", "What it is made of: 70 videos").optional(),
            modules: fields.field("modules", "Its parts, one by one").list(),
            cost: fields.text("cost", "What it costs").optional(),
            format: fields.field("format", "How it is used").optional(),
            provider: fields.text("provider", "Who offers it").optional(),
            principles: fields.field("principles", "The principles it teaches").list(),
        }
    }

    fn check(&self, reader: &mut Reader) {
        // What is on paper or in a room has no address: the text says where.
        let is_elsewhere =
            self.format.as_ref().is_some_and(|format| matches!(format.value, Format::Printed | Format::InPerson));
        if self.url.is_none() && self.file.is_none() && !is_elsewhere {
            let help = "add `url:` with its address, or `file:` with a file of this site. If it is only on paper or in a room, \
                        write `format: printed` or `format: in-person`, and say in the text where to get it";
            reader.tell_at(Code::FieldRule, &self.kind, "nothing says where this resource is", help);
        }
    }
}

/// A part of a resource; a text is its title.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Module {
    pub title: At<String>,
    pub length: Option<At<String>>,
    pub url: Option<At<Address>>,
    pub free: bool,
}

impl Record for Module {
    const NAME: &'static str = "a module";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            title: fields.text("title", "What it is called").required(),
            length: fields.text("length", "How long it takes").optional(),
            url: fields.field("url", "Where it is").optional(),
            free: fields.flag("free", "It costs nothing"),
        }
    }

    fn from_text(text: &At<String>) -> Option<Self> {
        Some(Self { title: text.clone(), length: None, url: None, free: false })
    }
}
