//! The line of a file that a place is in, ready to be shown with the place marked. Where it is shown is not known here.

use super::files::located;
use super::position::{before_break, line_end, line_start};
use super::visible::visible_lines;
use super::{Files, Place, position};

/// Longer lines are cut: a whole paragraph is often one line, and the place in it is what is to be seen.
const LONGEST: usize = 240;
/// How much of a line that is cut stands before the place.
const BEFORE: usize = 60;

/// A line of a file with a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which line of the file, from 1.
    pub number: usize,
    /// In which column of the file the place begins, in Unicode characters from 1.
    pub column: usize,
    /// The line without its break. Control characters and those that turn the direction of text are stand-ins, and `…`
    /// stands for what was cut.
    pub text: String,
    /// The first character of the place in `text`, from 0.
    pub from: usize,
    /// One past its last character in `text`; of a place that goes on, only what is in this line.
    pub to: usize,
}

/// The first line of a place; nothing for whole files and for files without text.
pub fn line(place: &Place, files: &dyn Files) -> Option<Line> {
    let (text, range) = located(place, files)?;
    let start = before_break(text, range.start);
    let begin = line_start(text, start);
    let end = line_end(text, start);
    let at = position(text, start);
    let characters: Vec<char> = visible_lines(&text[begin..end]).chars().collect();
    let from = at.column - 1;
    let to = from + text[start..range.end.clamp(start, end)].chars().count();
    let mut line = Line { number: at.line, column: at.column, text: String::new(), from, to };
    if characters.len() <= LONGEST {
        line.text = characters.into_iter().collect();
        return Some(line);
    }
    let first = from.saturating_sub(BEFORE).min(characters.len() - LONGEST);
    let last = first + LONGEST;
    if first > 0 {
        line.text.push('…');
    }
    line.text.extend(&characters[first..last]);
    let shift = usize::from(first > 0);
    line.from = from - first + shift;
    line.to = to.min(last) - first + shift;
    if last < characters.len() {
        line.text.push('…');
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::super::draw::tests::{Texts, any_text};
    use super::super::{SitePath, Span, Spot};
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str, start: usize, end: usize) -> Line {
        let place = Place::span(&SitePath::from("x.md"), Span::new(start, end));
        line(&place, &Texts(vec![("x.md", text)])).unwrap()
    }

    fn marked(line: &Line) -> String {
        line.text.chars().skip(line.from).take(line.to - line.from).collect()
    }

    #[test]
    fn a_place_is_marked_in_its_line() {
        let text = "title: Größe\r\nwho: 日本\u{202e}x\n";
        let start = text.find("日").unwrap();
        let line = at(text, start, text.len());
        assert_eq!((line.number, line.column), (2, 6));
        assert_eq!(line.text, "who: 日本\u{fffd}x");
        assert_eq!(marked(&line), "日本\u{fffd}x");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{} here {}", "é".repeat(1000), "ñ".repeat(1000));
        let start = text.find("here").unwrap();
        let line = at(&text, start, start + 4);
        assert_eq!(line.column, 1002);
        assert_eq!(marked(&line), "here");
        assert_eq!(line.text.chars().count(), LONGEST + 2);
        assert!(line.text.starts_with('…') && line.text.ends_with('…'));
        let line = at(&text, 0, text.len());
        assert_eq!((line.from, line.to), (0, LONGEST));
        let line = at(&text, text.len(), text.len());
        assert_eq!((line.from, line.to), (LONGEST + 1, LONGEST + 1));
    }

    #[test]
    fn what_has_no_line_has_none() {
        let path = SitePath::from("site.yaml");
        for place in [Place::file(&path), Place::span(&path, Span::new(0, 1)), Place::spot(&path, Spot(7))] {
            assert_eq!(line(&place, &Texts(vec![])), None);
        }
    }

    proptest! {
        #[test]
        fn any_place_in_any_text_is_inside_its_line(text in any_text(), start in 0..60_usize, end in 0..60_usize) {
            let line = at(&text, start, end);
            prop_assert!(line.from <= line.to && line.to <= line.text.chars().count());
            prop_assert!(!line.text.contains('\n'));
        }
    }
}
