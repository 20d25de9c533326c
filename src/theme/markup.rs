//! Follows HTML through the text of a template: in text, in a tag, in an attribute, in an element whose text is kept.
//!
//! This is the part of the HTML standard's tokenizer that white space depends on (section 13.2.5), and no more; when in
//! doubt it takes white space for something that matters.

/// Elements that begin and end a line by themselves, so that white space beside them is never shown.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that hold text and no tags.
const TEXT_ONLY: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

/// Where in the markup one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    mode: Mode,
    /// How many `pre` are open.
    pre: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Text,
    Tag {
        tag: Tag,
        at: InTag,
    },
    Comment,
    /// `<!doctype …>` and the like, up to `>`.
    Declaration,
    /// In one of [`TEXT_ONLY`].
    TextOnly(&'static str),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Tag {
    /// In lower case; empty if it can't be known.
    name: String,
    /// Whether the name is all there, or Tera may add to it.
    whole: bool,
    closes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum InTag {
    Between,
    AfterEquals,
    Unquoted,
    Quoted(char),
}

impl Tag {
    fn keeps_text(&self) -> bool {
        matches!(&*self.name, "pre" | "listing") || TEXT_ONLY.contains(&&*self.name)
    }

    fn is_block(&self) -> bool {
        self.whole && BLOCKS.contains(&&*self.name)
    }
}

impl Position {
    /// Where one is after two branches, if what follows can be read in one way only.
    pub(super) fn meet(self, other: &Self) -> Option<Self> {
        if self == *other {
            return Some(self);
        }
        // `<{% if a %}h2{% else %}h3{% endif %} class="b">`
        match (&self.mode, &other.mode) {
            (Mode::Tag { tag: a, at }, Mode::Tag { tag: b, at: other_at })
                if self.pre == other.pre
                    && at == other_at
                    && a.closes == b.closes
                    && !a.keeps_text()
                    && !b.keeps_text() =>
            {
                let tag = Tag { name: String::new(), whole: false, closes: a.closes };
                Some(Self { mode: Mode::Tag { tag, at: *at }, pre: self.pre })
            }
            _ => None,
        }
    }
}

/// The markup read so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Markup {
    position: Position,
    /// The last thing was the tag of a block.
    after_block: bool,
}

impl Markup {
    /// Where one is.
    pub(super) fn position(&self) -> &Position {
        &self.position
    }

    /// Goes on from another position.
    pub(super) fn set_position(&mut self, position: Position) {
        self.position = position;
    }

    /// Whether a run of white space here is the same as one space.
    pub(super) fn folds_white_space(&self) -> bool {
        self.position.mode == Mode::Text && self.position.pre == 0
    }

    /// Whether the tag of a block stands directly before.
    pub(super) fn after_block(&self) -> bool {
        self.after_block
    }

    /// White space has gone by.
    pub(super) fn passed_white_space(&mut self) {
        self.after_block = false;
    }

    /// Something of Tera's has gone by, which writes a value or writes nothing itself.
    pub(super) fn tera(&mut self, value: bool) {
        self.after_block = false;
        if let Mode::Tag { at: at @ InTag::AfterEquals, .. } = &mut self.position.mode
            && value
        {
            *at = InTag::Unquoted;
        }
    }

    /// Reads on from `at`, and gives the end of what was read: at least one character, white space in text not included.
    pub(super) fn step(&mut self, text: &str, at: usize, next_is_tera: bool) -> usize {
        let rest = &text[at..];
        self.after_block = false;
        let read = match &mut self.position.mode {
            Mode::Text => {
                if let Some((mode, length)) = opening(rest, next_is_tera) {
                    self.position.mode = mode;
                    length
                } else {
                    let first = rest.chars().next().map_or(0, char::len_utf8);
                    let stop = |c: char| c == '<' || (c.is_ascii_whitespace() && self.position.pre == 0);
                    rest[first..].find(stop).map_or(rest.len(), |more| first + more)
                }
            }
            Mode::Comment => {
                // Here from its first dashes on, because `<!-->` is a whole comment.
                let end = [rest.find("-->").map(|end| end + 3), rest.find("--!>").map(|end| end + 4)];
                self.close_at(rest, end.into_iter().flatten().min())
            }
            Mode::Declaration => {
                self.after_block = rest.contains('>');
                self.close_at(rest, rest.find('>').map(|end| end + 1))
            }
            Mode::TextOnly(name) => {
                let name = *name;
                let Some(end) = find_closing(rest, name, next_is_tera) else { return text.len() };
                let tag = Tag { name: name.to_owned(), whole: true, closes: true };
                self.position.mode = Mode::Tag { tag, at: InTag::Between };
                end
            }
            Mode::Tag { .. } => self.in_tag(rest),
        };
        at + read.max(1)
    }

    fn close_at(&mut self, rest: &str, end: Option<usize>) -> usize {
        if end.is_some() {
            self.position.mode = Mode::Text;
        }
        end.unwrap_or(rest.len())
    }

    fn in_tag(&mut self, rest: &str) -> usize {
        let Position { mode, pre } = &mut self.position;
        let Mode::Tag { tag, at } = mode else { return 0 };
        for (offset, c) in rest.char_indices() {
            *at = match (*at, c) {
                (InTag::Quoted(quote), _) if c != quote => InTag::Quoted(quote),
                (InTag::AfterEquals, '"' | '\'') => InTag::Quoted(c),
                (InTag::Between | InTag::AfterEquals | InTag::Unquoted, '>') => {
                    self.after_block = tag.is_block();
                    let text_only = TEXT_ONLY.iter().find(|name| **name == tag.name);
                    if matches!(&*tag.name, "pre" | "listing") {
                        *pre = if tag.closes { pre.saturating_sub(1) } else { *pre + 1 };
                    }
                    *mode = match text_only {
                        Some(name) if !tag.closes => Mode::TextOnly(name),
                        _ => Mode::Text,
                    };
                    return offset + 1;
                }
                (InTag::Between, '=') => InTag::AfterEquals,
                (InTag::AfterEquals, c) if c.is_ascii_whitespace() => InTag::AfterEquals,
                (InTag::AfterEquals, _) => InTag::Unquoted,
                (InTag::Unquoted, c) if !c.is_ascii_whitespace() => InTag::Unquoted,
                (InTag::Between | InTag::Unquoted | InTag::Quoted(_), _) => InTag::Between,
            };
        }
        rest.len()
    }
}

/// If something of HTML opens here: what, and the bytes up to where its inside begins.
fn opening(rest: &str, next_is_tera: bool) -> Option<(Mode, usize)> {
    let inside = rest.strip_prefix('<')?;
    if let Some(after) = inside.strip_prefix('!') {
        return Some(if after.starts_with("--") { (Mode::Comment, 2) } else { (Mode::Declaration, 2) });
    }
    if inside.starts_with('?') {
        return Some((Mode::Declaration, 2));
    }
    let (closes, name_on) = inside.strip_prefix('/').map_or((false, inside), |on| (true, on));
    let before = rest.len() - name_on.len();
    let name = tag_name(name_on);
    let whole = name.len() < name_on.len();
    if name.is_empty() && (whole || !next_is_tera) {
        return closes.then_some((Mode::Declaration, before));
    }
    // A name that reaches to a tag of Tera's may go on in its value.
    let tag = Tag { name: name.to_ascii_lowercase(), whole: whole || !next_is_tera, closes };
    Some((Mode::Tag { tag, at: InTag::Between }, before + name.len()))
}

fn tag_name(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).map_or(text, |end| &text[..end])
}

/// Whether the tag of a block opens here.
pub(super) fn opens_block(rest: &str) -> bool {
    matches!(opening(rest, true), Some((Mode::Tag { tag, .. }, _)) if tag.is_block())
}

/// The end of `</name` in the text of an element that holds no tags.
fn find_closing(rest: &str, name: &str, next_is_tera: bool) -> Option<usize> {
    rest.match_indices("</").find_map(|(at, _)| {
        let end = at + 2 + name.len();
        let matches = rest.get(at + 2..end).is_some_and(|word| word.eq_ignore_ascii_case(name));
        let ends = match rest.as_bytes().get(end) {
            Some(byte) => byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'),
            None => next_is_tera,
        };
        (matches && ends).then_some(end)
    })
}
