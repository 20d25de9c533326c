//! Names that must not be shown: found wherever they would be published, told at that place.
//!
//! Content model, section 7: with `changed` or `anonymous`, a whole word of `name` in anything that readers see is an
//! error. The child rules that need no other file stand here too.

use super::at::At;
use super::fields::Reader;
use super::kinds::{Common, KnownAs, Story, fold};
use super::place::Standing;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use std::ops::Range;

/// A story's text: as it is typed, and as readers see it.
pub(super) struct Text<'a> {
    /// The bytes of the Markdown in the file.
    pub(super) source: Range<usize>,
    /// The same as HTML.
    pub(super) html: &'a str,
}

/// Checks everything that a story would publish against the names that it hides.
pub(super) fn check(
    story: &Story,
    title: Option<&At<String>>,
    common: &Common,
    standing: &Standing,
    text: Text,
    reader: &mut Reader,
) {
    let Some(who) = &story.who else { return };
    children(story, common, reader);
    let hidden = who.hidden();
    if hidden.is_empty() {
        return;
    }
    let said = |known_as| if known_as == KnownAs::Changed { "changed" } else { "anonymous" };
    let help = format!(
        "`known_as: {}` hides this name: take the word out, or write the name that readers see",
        said(who.known_as)
    );
    let image = common.image.as_ref();
    let quote = story.quote.as_ref();
    let fields = [
        title,
        common.summary.as_ref(),
        common.content_note.as_ref(),
        image.and_then(|image| image.alt.as_ref()),
        image.and_then(|image| image.credit.as_ref()),
        quote.map(|quote| &quote.text),
        quote.and_then(|quote| quote.by.as_ref()),
        story.what_changed.as_ref(),
        story.what_we_learned.as_ref(),
        story.place.as_ref().map(|place| &place.name),
        story.support.as_ref().map(|support| &support.text),
        who.role.as_ref(),
    ];
    for at in fields.into_iter().flatten() {
        // The value may be folded or quoted, so the word is looked for in what was typed.
        let span = reader.spans.span(at.spot);
        let typed = &reader.source[span.start as usize..span.end as usize];
        if let Some(found) = find(typed, &hidden) {
            tell(reader, Span::new(span.start as usize + found.start, span.start as usize + found.end), &help);
        } else if find(at, &hidden).is_some() {
            tell(reader, span, &help);
        }
    }
    let names = common.tags.iter().map(|tag| (tag.spot, tag.0.as_str()));
    let names = names.chain(common.aliases.iter().chain(&common.short).map(|at| (at.spot, at.value.as_str())));
    let names = names.chain(image.map(|image| (image.file.spot, image.file.0.as_str())));
    for (spot, _) in names.filter(|(_, text)| find(text, &hidden).is_some()).collect::<Vec<_>>() {
        tell(reader, reader.spans.span(spot), &help);
    }
    let start = text.source.start;
    let typed = find_all(&reader.source[text.source], &hidden);
    // Markup or entities may cut a name that readers see whole: `z**ar**ah`.
    if typed.is_empty() && find(&words_of(text.html), &hidden).is_some() {
        tell(reader, Span::new(start, start), &help);
    }
    for found in typed {
        tell(reader, Span::new(start + found.start, start + found.end), &help);
    }
    match &common.slug {
        Some(slug) if find(&slug.0, &hidden).is_some() => tell(reader, reader.spans.span(slug.spot), &help),
        None if find(&standing.segment, &hidden).is_some()
            || standing.parents.iter().any(|part| find(part, &hidden).is_some()) =>
        {
            let help = "rename the file, or add `slug:` with other words: its name becomes the address";
            let parts = std::iter::once(&standing.segment).chain(&standing.parents);
            let shown = parts.filter_map(|part| find(part, &hidden).map(|found| part[found].to_owned())).next();
            let shown = shown.unwrap_or_default();
            let message = format!("the name of this file shows `{shown}`, a name that must not be shown");
            reader.told.push(Diagnostic::new(Code::NameShown, Place::file(&reader.path), message).help(help));
        }
        _ => {}
    }
}

/// NSPCC guidance: never a child's name together with their picture.
fn children(story: &Story, common: &Common, reader: &mut Reader) {
    let under_18 = story.under_18.as_ref().filter(|under_18| under_18.value);
    let shows_children = common
        .image
        .as_ref()
        .filter(|image| image.shows.as_ref().is_some_and(|shows| shows.value == super::kinds::Shows::Children));
    if let (Some(under_18), Some(_), Some(who)) = (under_18, shows_children, &story.who)
        && who.shown().is_some()
    {
        let help = "take out the picture, or write `known_as: anonymous` below `who:`";
        reader.tell_at(Code::ChildShown, under_18, "a child would be shown together with a name", help);
    }
}

fn tell(reader: &mut Reader, span: Span, help: &str) {
    reader.tell(Code::NameShown, span, "a name that must not be shown stands here", help);
}

/// The words of compiled Markdown as readers see them: markup inside a line is no gap, every other element is.
fn words_of(html: &str) -> String {
    const INSIDE: [&str; 10] = ["em", "strong", "del", "code", "a", "sub", "sup", "span", "b", "i"];
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        if !INSIDE.contains(&name) {
            words.push(' ');
        }
        rest = after;
    }
    words.push_str(rest);
    words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
}

/// Whether one of these folded words, which a story hides, stands in a text as a whole word.
pub fn shows(text: &str, hidden: &[String]) -> bool {
    find(text, hidden).is_some()
}

/// The first whole word of a text that is one of these folded words.
fn find(text: &str, words: &[String]) -> Option<Range<usize>> {
    find_all(text, words).into_iter().next()
}

/// All of them.
pub(super) fn find_all(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let is_word = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut found = vec![];
    if words.is_empty() {
        return found;
    }
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_word(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let word = fold(&text[from..at]);
                if words.iter().any(|hidden| {
                    *hidden == word || hidden.split('\'').any(|part| part.chars().count() >= 3 && part == word)
                }) {
                    found.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_markup_cuts_is_whole_to_readers() {
        assert_eq!(words_of("<p>z<strong>ar</strong>ah</p><p>and &amp; I"), " zarah  and & I");
    }

    #[test]
    fn a_name_is_found_in_any_case_and_with_or_without_accents() {
        let words = ["achebe".to_owned()];
        for text in ["ACHEBE", "said Áchebe.", "photo-of-achebe.jpg", "**Achebe**", "Achebe's"] {
            assert!(find(text, &words).is_some(), "{text}");
        }
        assert!(find("achebes", &words).is_none());
    }
}
