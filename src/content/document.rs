//! A document: what one file of `content/` says, on its own.

use super::at::{At, Spans};
use super::bones::Bones;
use super::children;
use super::face::Face;
use super::fields::{Mention, Reader, Record, nearest};
use super::findable;
use super::fingerprint::fingerprint;
use super::front_texts::{self, Shown};
use super::initials;
use super::kinds::{Common, Content, KindName, Whole};
use super::markdown::{self, Body, FirstHeading, Outline, Words};
use super::names;
use super::not_to_publish;
use super::place::{Standing, address, segments};
use super::said_changed;
use super::split::{self, Front};
use super::typed::Typed;
use super::yaml::{self, Value};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span, Spot};
use std::ops::Range;
use std::sync::Arc;

/// What one file says: the shape that other pages depend on, and the text that only its own page shows.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the rest of the site depends on.
    pub shape: Arc<Shape>,
    /// The fingerprint of the shape.
    pub shape_print: u128,
    /// The fingerprint of its bones.
    pub bones_print: u128,
    /// The fingerprint of what the references of others see of it.
    pub face_print: u128,
    /// The text.
    pub body: Arc<Body>,
    /// For a definition: its sentence.
    pub sentence: Option<Arc<Body>>,
    /// The words of the text and their places, if they are kept.
    pub words: Option<Words>,
    /// Where the texts in its front matter are that may be published, if words are kept.
    pub fields: Option<Vec<Shown>>,
    /// The fingerprint of the text, for remembering the terms in it.
    pub text_print: u128,
    /// Where each spot is.
    pub spans: Spans,
    /// What was wrong in the file alone.
    pub told: Vec<Diagnostic>,
}

/// What the rest of the site depends on: while all shapes are as they were, the site is as it was.
///
/// **Invariant**: equal shapes have their n-th spot at the same thing, wherever it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shape {
    /// The file.
    pub path: SitePath,
    /// Its kind, name and place in the address.
    pub standing: Standing,
    /// Where it is published: a path that begins and ends with `/`. Quotes and actions, which stand on one page
    /// together, have an anchor after it.
    pub address: Arc<str>,
    /// The title; the file's name where there is none.
    pub title: At<String>,
    /// The fields of every kind.
    pub common: Common,
    /// The fields of its kind.
    pub content: Content,
    /// What its fields name.
    pub mentions: Vec<Mention>,
    /// The headings, links and pictures of its text.
    pub outline: Arc<Outline>,
    /// A field was wrong: placeholders may stand in it.
    pub broken: bool,
    /// A mistake in a field that protects someone, such as `consent`: nothing of it may be published.
    pub withhold: bool,
}

/// Reads a Markdown file, or a `_set.yaml`. Never fails: mistakes are told in [`Document::told`].
pub fn parse(path: &SitePath, text: &str, standing: Standing, options: &markdown::Options) -> Document {
    let split = if standing.kind == KindName::PrincipleSet { split::all_front(text) } else { split::split(path, text) };
    let mut reader = Reader::new(path.clone(), text, Span { start: split.here, end: split.here });
    let mut told = split.told;
    let entries = match &split.front {
        Front::None => vec![],
        Front::Yaml(range) => yaml::fields(path, text, range, "the front matter", &mut told),
        Front::Unread(range) => vec![yaml::unread(range)],
    };
    let (common, content) = read(standing.kind, &mut reader, &entries);
    // What cannot be read may hold more than its first line shows.
    told.iter_mut().filter(|told| reader.protects(told)).for_each(|told| told.repair = None);
    let has_front = !matches!(split.front, Front::None);
    let first = if has_front { FirstHeading::Heading } else { FirstHeading::Title };
    let mut spans = std::mem::take(&mut reader.spans);
    let source = markdown::Source { path, text, body: split.body.clone(), first };
    let (body, words) = markdown::parse(&source, options, &mut spans, &mut reader.told);
    reader.spans = spans;
    let needs_title = !matches!(standing.kind, KindName::Quote) && !standing.index;
    let title = common.title.clone().or_else(|| body.outline.title.clone());
    let explained = || {
        let is_mistyped = |key: &str| key != "title" && nearest(key, std::iter::once("title")).is_some();
        entries.iter().any(|entry| entry.key == "title" && entry.value.value != Value::Empty)
            || entries.iter().any(|entry| is_mistyped(&entry.key))
            || reader.told.iter().any(|told| told.code == Code::EmptyValue)
    };
    if title.is_none() && needs_title && !explained() && !reader.may_be_unread(&entries, "title") {
        let help = if has_front {
            "add a line `title: …` (the heading of the page)"
        } else {
            "begin the file with `# The title`, or with front matter:\n---\ntitle: …\n---"
        };
        reader.tell(Code::MissingField, reader.here, "`title` is missing", help);
    }
    // Where the title is missing, the first heading was meant as that.
    let heading = || body.outline.headings.first().map(|first| At { value: first.text.clone(), spot: first.spot });
    if let Some(title) = title.clone().or_else(heading) {
        standing.kind.check_title(&title, &mut reader);
    }
    let is_named = title.is_some();
    let title = title.unwrap_or_else(|| {
        let name = standing.name.rsplit('/').next().unwrap_or(&standing.name).replace('-', " ");
        At { value: name, spot: reader.spans.note(reader.here) }
    });
    let front = match &split.front {
        Front::Yaml(range) => Some(range.clone()),
        Front::None | Front::Unread(_) => None,
    };
    let typed = Typed { source: text, front, entries: &entries, body: split.body.clone(), words: words.as_ref() };
    if !common.draft {
        not_to_publish::check(&typed, &mut reader);
    }
    let english = options.language.starts_with("en");
    if english && !matches!(content, Content::Story(_)) {
        findable::check_homes(&typed, &mut reader);
    }
    if let Content::Story(story) = &content {
        findable::check(&typed, english, &mut reader);
        children::check(story, &common, &typed, english, &mut reader);
        said_changed::check(story, &typed, &mut reader);
        initials::check(story, &standing, &typed, &mut reader);
        let text = names::Text { source: split.body, html: body.html() };
        // A title that is the name of the file is looked at as that.
        names::check(story, Some(&title).filter(|_| is_named), &common, &standing, text, &mut reader);
    }
    if matches!(&content, Content::Quote(quote) if quote.text.is_none())
        && body.outline.is_empty
        && !reader.may_be_unread(&entries, "text")
    {
        reader.tell(
            Code::MissingField,
            reader.here,
            "the words of the quote are missing",
            "write them below the front matter, or as `text: …`",
        );
    }
    let sentence = match &content {
        Content::Definition(definition) => Some(Arc::new(markdown::plain(&definition.definition))),
        _ => None,
    };
    told.append(&mut reader.told);
    // What `checks:` may call less than an error leaves no placeholder behind.
    let is_error = |severity| severity == crate::diagnostic::Severity::Error;
    let broken = told.iter().any(|told| is_error(told.severity) && is_error(told.code.severity()));
    let shape = Shape {
        path: path.clone(),
        address: address(&standing, common.slug.as_ref().map(|slug| slug.0.as_str())).into(),
        standing,
        title,
        common,
        content,
        mentions: reader.mentions,
        outline: body.outline.clone(),
        broken,
        withhold: reader.withhold,
    };
    let shape = Arc::new(shape);
    Document {
        shape_print: fingerprint(&shape),
        bones_print: fingerprint(&Bones(&shape)),
        face_print: fingerprint(&Face::of(&shape)),
        shape,
        text_print: fingerprint(&(&body, &sentence)),
        body: Arc::new(body),
        fields: words.is_some().then(|| front_texts::places(&entries)),
        words,
        sentence,
        spans: reader.spans,
        told,
    }
}

/// Where in the text of a document its front matter and its Markdown are, in bytes. `None` if there is no front matter.
pub fn parts(kind: KindName, path: &SitePath, text: &str) -> (Option<Range<usize>>, Range<usize>) {
    let split = if kind == KindName::PrincipleSet { split::all_front(text) } else { split::split(path, text) };
    let front = match split.front {
        Front::Yaml(range) => Some(range),
        Front::None | Front::Unread(_) => None,
    };
    (front, split.body)
}

/// A file that cannot be read as text: it still exists for the references of others.
pub fn unreadable(path: &SitePath, why: &str, standing: Standing, options: &markdown::Options) -> Document {
    let mut document = parse(path, "", standing, options);
    document.told = vec![
        Diagnostic::new(Code::NotText, Place::file(path), format!("this file cannot be read as text: {why}"))
            .help("open it in a text editor and save it as plain text in UTF-8"),
    ];
    document
}

/// Reads the fields of a kind, those of every kind first.
fn read(kind: KindName, reader: &mut Reader, entries: &[yaml::Entry]) -> (Common, Content) {
    fn whole<K: Record>(
        reader: &mut Reader,
        entries: &[yaml::Entry],
        wrap: impl FnOnce(K) -> Content,
    ) -> (Common, Content) {
        let here = reader.here;
        let whole: Whole<K> = reader.map(entries, here);
        (whole.common, wrap(whole.kind))
    }
    match kind {
        KindName::Page => whole(reader, entries, Content::Page),
        KindName::PrincipleSet => whole(reader, entries, |kind| Content::PrincipleSet(Box::new(kind))),
        KindName::Principle => whole(reader, entries, |kind| Content::Principle(Box::new(kind))),
        KindName::Campaign => whole(reader, entries, |kind| Content::Campaign(Box::new(kind))),
        KindName::Story => whole(reader, entries, |kind| Content::Story(Box::new(kind))),
        KindName::Definition => whole(reader, entries, |kind| Content::Definition(Box::new(kind))),
        KindName::Quote => whole(reader, entries, |kind| Content::Quote(Box::new(kind))),
        KindName::Person => whole(reader, entries, Content::Person),
        KindName::Resource => whole(reader, entries, |kind| Content::Resource(Box::new(kind))),
        KindName::Action => whole(reader, entries, |kind| Content::Action(Box::new(kind))),
    }
}

impl Shape {
    /// The parts of its address.
    pub fn segments(&self) -> Vec<String> {
        segments(&self.standing, self.common.slug.as_ref().map(|slug| slug.0.as_str()))
    }

    /// Where a spot of this document is told.
    pub fn place(&self, spot: Spot) -> Place {
        Place::spot(&self.path, spot)
    }

    /// The sentence for cards and search results: `summary`, else what the kind has, else the first sentence of the text.
    pub fn summary(&self) -> Option<String> {
        let own = match &self.content {
            Content::Definition(definition) => Some(definition.definition.value.clone()),
            Content::Campaign(campaign) => campaign.ask.as_ref().map(|ask| ask.value.clone()),
            Content::Principle(principle) => principle.statement.as_ref().map(|statement| statement.value.clone()),
            _ => None,
        };
        let first = Some(self.outline.summary.clone()).filter(|summary| !summary.is_empty());
        self.common.summary.as_ref().map(|summary| summary.value.clone()).or(own).or(first)
    }
}
