//! The fields of every kind.

use crate::content::at::At;
use crate::content::fields::{
    Address, Any, Date, Definitions, Extra, Fields, FilePath, Reader, Record, Ref, Segment, Tag, choices,
};
use crate::diagnostic::Code;

/// The fields that every kind has (content model, section 4).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Common {
    pub title: Option<At<String>>,
    pub summary: Option<At<String>>,
    pub date: Option<At<Date>>,
    pub updated: Option<At<Date>>,
    pub image: Option<At<Image>>,
    pub tags: Vec<At<Tag>>,
    pub show: Vec<At<Ref<Any>>>,
    pub content_note: Option<At<String>>,
    pub expires: Option<At<Date>>,
    pub review_by: Option<At<Date>>,
    pub slug: Option<At<Segment>>,
    pub aliases: Vec<At<String>>,
    pub short: Option<At<String>>,
    pub draft: bool,
    pub owner: Option<At<String>>,
    pub terms: Vec<At<Ref<Definitions>>>,
    pub autolink: bool,
    pub election_material: Option<At<bool>>,
    pub sensitive: bool,
    pub extra: Extra,
}

impl Common {
    /// Reads these fields for a kind: some kinds need a date.
    pub(super) fn read_for<K: Record>(fields: &mut impl Fields) -> Self {
        Self {
            title: fields.text("title", "The heading of the page").optional(),
            summary: fields.text("summary", "One sentence for cards, search results and share text; the first sentence of the text if it is missing").optional(),
            date: match fields.date("date", "The day it is from") {
                date if K::NEEDS_DATE => Some(date.required()),
                date => date.optional(),
            },
            updated: fields.date("updated", "The day of the last change that readers should know of").optional(),
            image: fields.field("image", "A picture, with its alternative text").optional(),
            tags: fields.field("tags", "Words to find pages by").list(),
            show: fields.field("show", "What to show as cards after the text, in this order; each with its folder, as in campaigns/fix-the-lifts").list(),
            content_note: fields.text("content_note", "A warning that is shown before the text").optional(),
            expires: fields.date("expires", "From this day on it is not published").optional(),
            review_by: fields.date("review_by", "The day by which someone should read it again; never published").optional(),
            slug: fields.field("slug", "The last part of the address, in place of the file's name").optional(),
            aliases: fields.text("aliases", "Old addresses that lead here: /news/2023/lifts.html").list(),
            short: fields.text("short", "A short address for print: lifts").optional(),
            draft: fields.flag("draft", "Not published yet"),
            owner: fields.text("owner", "Who looks after this page; never published").optional(),
            terms: fields.field("terms", "Definitions of words that the page uses").list(),
            autolink: fields.field("autolink", "Whether words with a definition are linked in the text; yes if it is missing").or(true),
            election_material: fields.field("election_material", "It could influence how people vote: the imprint is shown").optional(),
            sensitive: fields.flag("sensitive", "Someone may be harmed by being seen with it: a neutral title, and a way to leave quickly"),
            extra: fields.extra("extra", "Fields of the site's own, for its own templates"),
        }
    }
}

impl Record for Common {
    const NAME: &'static str = "a page of any kind";

    fn read(fields: &mut impl Fields) -> Self {
        Self::read_for::<Self>(fields)
    }

    fn check(&self, reader: &mut Reader) {
        for alias in self.aliases.iter().chain(&self.short) {
            if !is_local_path(alias) {
                let path = alias.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| path);
                let help = match path.filter(|path| is_local_path(path)) {
                    Some(path) => format!("write what stands behind the name of the site: `/{path}`"),
                    None => "write a path of this site, such as `/news/2023/lifts.html` or `lifts`".to_owned(),
                };
                reader.tell_at(
                    Code::BadAddress,
                    alias,
                    format!("`{}` cannot be an address of this site", alias.value),
                    help,
                );
            }
        }
    }
}

/// A path without a host, without a way up, and without signs that paths do not have.
fn is_local_path(path: &str) -> bool {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    !inner.is_empty()
        && !path.contains([':', '?', '#', '\\', '<', '>', '"', '*', '|'])
        && !path.contains(char::is_control)
        && inner.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.trim() == part)
        && matches!(Address::parse(&format!("/{inner}")), Ok(Address::Page(..)))
}

/// A picture: always a map, since it needs its alternative text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each field's meaning stands beside its key below, where the reference takes it from")]
pub struct Image {
    pub file: At<FilePath>,
    pub alt: Option<At<String>>,
    pub credit: Option<At<String>>,
    pub shows: Option<At<Shows>>,
    pub guardian: bool,
    pub decorative: bool,
}

choices! {
    /// Who can be seen in a picture.
    Shows {
        /// Nobody.
        Nobody = "none",
        /// People who cannot be told apart.
        Crowd = "crowd",
        /// People who are adults.
        Adults = "adults",
        /// Children: only with their guardians' agreement.
        Children = "children",
    }
}

impl Record for Image {
    const NAME: &'static str = "a picture";

    fn read(fields: &mut impl Fields) -> Self {
        Self {
            file: fields.field("file", "The file, beside this one or from / on").required(),
            alt: fields.text("alt", "What the picture shows, for people who do not see it").optional(),
            credit: fields.text("credit", "Who made it").optional(),
            shows: fields.field("shows", "Who can be seen").optional(),
            guardian: fields.flag("guardian", "The guardians of the children in it have agreed"),
            decorative: fields.flag("decorative", "It has no meaning of its own"),
        }
    }

    fn explain_text(text: &str, key: &str) -> Option<(Code, String, String)> {
        let file = text.replace('\\', "/");
        let help = format!(
            "write it on three lines, with what it shows in place of the dots:\n{key}:\n  file: {file}\n  alt: …"
        );
        Some((Code::PictureNotMap, "a picture needs a text for people who do not see it".to_owned(), help))
    }

    fn check(&self, reader: &mut Reader) {
        if self.alt.is_none() && !self.decorative {
            let help = "add `alt: …`, with what the picture shows in place of the dots, or `decorative: yes` if it has no meaning";
            reader.tell_at(Code::NoAltText, &self.file, "this picture has no text for people who do not see it", help);
        }
    }
}
