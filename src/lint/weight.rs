//! How heavy pages are: what has to arrive before a page can be read, and the pictures on it.
//!
//! Pages are weighed while `check` makes them all, since making them is what takes time.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::plan::Target;
use crate::session::Edition;
use memchr::memchr;
use memchr::memmem::Finder;
use miniz_oxide::deflate::compress_to_vec;
use percent_encoding::percent_decode_str;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// What a page may weigh with its styles unless `checks:` says otherwise, in bytes as they are sent: some seven thousand
/// words, and a second on a slow line.
const PAGE: usize = 40_000;

/// What the pictures of a page may weigh together unless `checks:` says otherwise: ten seconds on a slow line.
const PICTURES: u64 = 500_000;

/// How hard servers compress, and the least that they do. What fits after the least needs no second look.
const USUAL: u8 = 6;
const LEAST: u8 = 1;

/// So many bytes of a page are compressed as servers usually do. What is so long and too heavy is so by far.
const LOOKED_AT: usize = 200_000;

/// The longest tag of a picture that is looked at: longer than any address.
const LONGEST_TAG: usize = 10_000;

/// The bytes that gzip puts around what it compresses (RFC 1952).
const GZIP: usize = 18;

/// More heavy pages than this are counted, not named.
const NAMED: usize = 5;

/// Weighs the pages of an edition.
pub struct Scales<'e> {
    edition: &'e Edition,
    /// The base path as it stands in pages.
    base: String,
    page: usize,
    pictures: u64,
    styles: usize,
    /// Finds [`PICTURE`].
    tags: Finder<'static>,
    heavy: Mutex<Vec<Heavy>>,
}

/// A page that is too heavy.
struct Heavy {
    code: Code,
    weight: u64,
    place: Place,
    message: String,
    help: String,
}

impl<'e> Scales<'e> {
    /// Scales for the pages of this edition, with the budgets of its `checks:`.
    pub fn of(edition: &'e Edition) -> Self {
        let checks = edition.settings.settings.checks.as_ref();
        let budget = |at: Option<u32>| at.map(|weight| u64::from(weight) * 1000);
        let page = budget(checks.and_then(|checks| checks.page_weight.as_ref()).map(|at| at.value.0));
        let pictures = budget(checks.and_then(|checks| checks.picture_weight.as_ref()).map(|at| at.value.0));
        Self {
            edition,
            base: edition.scene().href(""),
            page: page.map_or(PAGE, |weight| usize::try_from(weight).unwrap_or(usize::MAX)),
            pictures: pictures.unwrap_or(PICTURES),
            styles: sent(edition.theme.stylesheet().1, USUAL),
            tags: Finder::new(PICTURE),
            heavy: Mutex::default(),
        }
    }

    /// Weighs what was made for an output path; what is no page weighs nothing.
    pub fn weigh(&self, path: &str, target: &Target, bytes: &[u8]) {
        let is_copy = matches!(target, Target::File(_) | Target::Theme(_) | Target::Redirect(_));
        if is_copy || !path.ends_with(".html") {
            return;
        }
        // Where the styles alone are too heavy, there is one message about them. Most pages would fit as they are.
        let may_be_heavy = self.styles < self.page && self.styles + bytes.len() > self.page;
        let weight = if may_be_heavy { weight_unless_less(bytes, self.page - self.styles) } else { None };
        if let Some(weight) = weight {
            self.page(path, target, bytes, weight);
        }
        self.pictures(path, target, bytes);
    }

    /// What there is to tell of the pages that were weighed, the heaviest first named, in the order of files.
    pub fn told(self) -> Vec<Diagnostic> {
        let mut heavy = self.heavy.into_inner().unwrap_or_else(PoisonError::into_inner);
        heavy.sort_by(|a, b| (a.code, Reverse(a.weight), &a.message).cmp(&(b.code, Reverse(b.weight), &b.message)));
        let mut told = vec![];
        for code in [Code::HeavyPage, Code::HeavyPictures] {
            let all: Vec<_> = heavy.iter().filter(|heavy| heavy.code == code).collect();
            for heavy in all.iter().take(NAMED) {
                let place = heavy.place.clone();
                told.push(Diagnostic::new(code, place, heavy.message.clone()).help(heavy.help.clone()));
            }
            if let Some(more) = all.len().checked_sub(NAMED).filter(|more| *more > 0) {
                let pages = if more == 1 { "1 more page is".to_owned() } else { format!("{more} more pages are") };
                let message = format!("{pages} too heavy, though less so");
                told.push(Diagnostic::new(code, Place::file(&"site.yaml".into()), message));
            }
        }
        if self.styles >= self.page {
            let message =
                format!("the styles alone weigh {}, and a page with them may weigh {}", kb(self.styles), kb(self.page));
            let help = "make the files in `styles` smaller: every page needs all of them";
            told.push(Diagnostic::new(Code::HeavyPage, Place::file(&"styles".into()), message).help(help));
        }
        self.edition.settle(told)
    }

    fn note(&self, heavy: Heavy) {
        self.heavy.lock().unwrap_or_else(PoisonError::into_inner).push(heavy);
    }

    fn place(&self, path: &str, target: &Target) -> Place {
        match target {
            Target::Document(doc) => Place::file(&self.edition.documents[*doc].shape.path),
            Target::Home if self.edition.text("content/index.md").is_some() => Place::file(&"content/index.md".into()),
            _ => Place::file(&path.into()),
        }
    }

    /// Notes a page that weighs so much without its styles.
    fn page(&self, path: &str, target: &Target, bytes: &[u8], own: Weight) {
        let weight = self.styles + own.usual;
        // What is heavy in it is found out for those that are named alone.
        let heavier = |heavy: &&Heavy| heavy.code == Code::HeavyPage && heavy.weight > weight as u64;
        let is_named = self.heavy.lock().unwrap_or_else(PoisonError::into_inner).iter().filter(heavier).count() < NAMED;
        let mut parts = if is_named { parts(bytes, own) } else { vec![] };
        parts.push(Part {
            what: "styles".to_owned(),
            weight: self.styles,
            advice: "make the files in `styles` smaller",
        });
        parts.sort_by_key(|part| Reverse(part.weight));
        let named: Vec<_> = parts.iter().map(|part| format!("{} {}", part.what, kb(part.weight))).collect();
        let message =
            format!("`{}` weighs {} with its styles, and may weigh {}", address(path), kb(weight), kb(self.page));
        // The styles are the same on every page, so they are what to begin with only where they are most of all.
        let help = format!("{}. Most of it: {}", parts[0].advice, named.join(", "));
        let place = self.place(path, target);
        self.note(Heavy { code: Code::HeavyPage, weight: weight as u64, place, message, help });
    }

    fn pictures(&self, path: &str, target: &Target, html: &[u8]) {
        let files: BTreeSet<&str> =
            sources(html, &self.tags).filter_map(|source| source.strip_prefix(self.base.as_str())).collect();
        let mut pictures: Vec<(u64, String)> = vec![];
        for file in files {
            let file = percent_decode_str(file.trim_start_matches('/')).decode_utf8_lossy();
            let Some(Target::File(source)) = self.edition.plan.targets.get(&file) else { continue };
            pictures.extend(self.edition.asset(source).map(|asset| (asset.length, source.to_string())));
        }
        let weight = pictures.iter().map(|(length, _)| length).sum();
        if weight <= self.pictures {
            return;
        }
        pictures.sort_by(|a, b| b.cmp(a));
        let named: Vec<_> = pictures.iter().take(3).map(|(length, file)| format!("`{file}` {}", kb(*length))).collect();
        let message =
            format!("the pictures of `{}` weigh {}, and may weigh {}", address(path), kb(weight), kb(self.pictures));
        let help = format!("save them smaller, no wider than 1600 pixels. The heaviest: {}", named.join(", "));
        let place = self.place(path, target);
        self.note(Heavy { code: Code::HeavyPictures, weight, place, message, help });
    }
}

/// A part of a page, and what it adds to the weight.
struct Part {
    what: String,
    weight: usize,
    advice: &'static str,
}

/// What makes a page heavy: cards, tables, drawings, and all the rest. All together weigh so much.
///
/// What share each part has is found out by the least compression, in the beginning of the page if it is very long.
fn parts(bytes: &[u8], Weight { usual: whole, least: all }: Weight) -> Vec<Part> {
    let mut html = match str::from_utf8(bytes) {
        Ok(html) => html.to_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    };
    let kinds = [
        (
            "<li class=\"card ",
            "li",
            "card",
            "show fewer cards, with `list_size` of the theme or with fewer names in `show`",
        ),
        ("<table", "table", "table", "put tables into a file that people can download, or split the page"),
        ("<svg", "svg", "drawing", "put drawings into files of their own"),
    ];
    let mut parts = vec![];
    let mut rest = html[..html.floor_char_boundary(LOOKED_AT)].to_owned();
    let is_long = rest.len() < html.len();
    let mut left = all;
    for (opening, tag, word, advice) in kinds {
        let (without, count) = cut(&html, opening, tag);
        if count == 0 {
            continue;
        }
        html = without;
        let mut without = if is_long { cut(&rest, opening, tag).0 } else { html.clone() };
        // The beginning may end in the middle of one.
        if is_long {
            without.truncate(without.find(opening).unwrap_or(without.len()));
        }
        let weight = sent(without.as_bytes(), LEAST);
        let plural = if count == 1 { "" } else { "s" };
        let share = left.saturating_sub(weight) * whole / all;
        parts.push(Part { what: format!("{count} {word}{plural}"), weight: share, advice });
        (rest, left) = (without, weight);
    }
    parts.push(Part { what: "text".to_owned(), weight: left * whole / all, advice: "split the page into several" });
    parts
}

/// The page without the elements that begin so, and how many they were.
fn cut(html: &str, opening: &str, tag: &str) -> (String, usize) {
    let (mut kept, mut rest, mut count) = (String::with_capacity(html.len()), html, 0);
    let openings = Finder::new(opening);
    while let Some(start) = openings.find(rest.as_bytes()) {
        let Some(length) = element(&rest[start..], tag) else { break };
        kept.push_str(&rest[..start]);
        rest = &rest[start + length..];
        count += 1;
    }
    kept.push_str(rest);
    (kept, count)
}

/// The length of the element at the start, with all in it; `None` if it has no end.
fn element(html: &str, tag: &str) -> Option<usize> {
    let (mut depth, mut at) = (0usize, 0);
    loop {
        let start = at + memchr(b'<', &html.as_bytes()[at..])?;
        let inside = &html[start + 1..];
        let (closing, name) = inside.strip_prefix('/').map_or((false, inside), |name| (true, name));
        at = start + 1;
        let is_same = name.strip_prefix(tag).is_some_and(|after| after.starts_with(['>', ' ', '\n', '/']));
        if is_same && closing {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(start + inside.find('>')? + 2);
            }
        } else if is_same {
            depth += 1;
        }
    }
}

/// What the tag of a picture begins with.
const PICTURE: &[u8] = b"<img ";

/// The addresses of the pictures of a page, as they are written.
fn sources<'h>(html: &'h [u8], tags: &Finder) -> impl Iterator<Item = &'h str> {
    let attributes = tags.find_iter(html).map(|at| &html[at + PICTURE.len()..]);
    // What comes after the end of the tag is of no interest, and may be long.
    attributes.filter_map(|tag| source(&tag[..tag.len().min(LONGEST_TAG)]))
}

/// The value of `src` among the attributes at the start.
fn source(tag: &[u8]) -> Option<&str> {
    let mut rest = tag.trim_ascii_start();
    while !rest.is_empty() && !rest.starts_with(b">") {
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>');
        let (name, after) = rest.split_at(rest.iter().position(is_end)?);
        rest = after;
        if let Some(value) = rest.strip_prefix(b"=") {
            let (value, after) = match value.split_first() {
                Some((quote @ (b'"' | b'\''), value)) => value.split_at(memchr(*quote, value)?),
                _ => {
                    let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
                    value.split_at(value.iter().position(is_end).unwrap_or(value.len()))
                }
            };
            if name == b"src" {
                return str::from_utf8(value).ok();
            }
            rest = after.strip_prefix(b"\"").or_else(|| after.strip_prefix(b"'")).unwrap_or(after);
        }
        rest = rest.trim_ascii_start();
    }
    None
}

/// How many bytes a server sends for a page.
#[derive(Clone, Copy)]
struct Weight {
    /// Usually.
    usual: usize,
    /// With the least compression, of a very long page for its beginning.
    least: usize,
}

/// What a page weighs, if that is more than so many bytes.
///
/// How much better it usually is than with the least compression shows at the beginning already, and is not looked for in
/// all of a very long page.
fn weight_unless_less(bytes: &[u8], most: usize) -> Option<Weight> {
    let least = Some(sent(bytes, LEAST)).filter(|least| *least > most)?;
    let weight = match bytes.get(..LOOKED_AT) {
        Some(beginning) => {
            let of_beginning = sent(beginning, LEAST);
            Weight { usual: least * sent(beginning, USUAL) / of_beginning, least: of_beginning }
        }
        None => Weight { usual: sent(bytes, USUAL), least },
    };
    Some(weight).filter(|weight| weight.usual > most)
}

/// How many bytes a server sends for these.
fn sent(bytes: &[u8], level: u8) -> usize {
    compress_to_vec(bytes, level).len() + GZIP
}

/// A weight in kilobytes, rounded up, so that what is too heavy never looks as if it were not.
fn kb(bytes: impl TryInto<u64>) -> String {
    format!("{} kB", bytes.try_into().unwrap_or(u64::MAX).div_ceil(1000))
}

fn address(path: &str) -> String {
    format!("/{}", path.strip_suffix("index.html").unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_cut_with_what_is_in_them() {
        let html = "a<li class=\"card x\"><ul><li>b</li></ul></li>c<li>d</li><li class=\"card y\">e</li>f";
        assert_eq!(cut(html, "<li class=\"card ", "li"), ("ac<li>d</li>f".to_owned(), 2));
        assert_eq!(cut("a<svg><svgx></svg >b<svg", "<svg", "svg"), ("ab<svg".to_owned(), 1));
        assert_eq!(cut("<table><table></table>é", "<table", "table"), ("<table><table></table>é".to_owned(), 0));
    }

    #[test]
    fn pictures_are_found_however_they_are_written() {
        let html = "<img src=\"/a b.png\" alt=\"\"><img alt=\"x > src=y\" src=/c.jpg><img alt hidden src='/e.png' width=3><img alt=\"\"><p><img src=\"";
        assert_eq!(
            sources(html.as_bytes(), &Finder::new(PICTURE)).collect::<Vec<_>>(),
            ["/a b.png", "/c.jpg", "/e.png"]
        );
    }

    #[test]
    fn weights_are_rounded_up() {
        assert_eq!([kb(1u64), kb(40_000u64), kb(40_001u64)], ["1 kB", "40 kB", "41 kB"]);
    }
}
