//! The search itself: candidates from the automaton, whole words only, the longest at a place, each definition once.

use super::haystack::Haystack;
use super::{Glossary, TermMatch};
use crate::content::markdown::Body;
use std::cmp::Reverse;
use std::collections::HashSet;
use unicode_normalization::char::is_combining_mark;

/// Every definition's first occurrence in the prose of a body, in reading order.
pub fn find(body: &Body, glossary: &Glossary) -> Vec<TermMatch> {
    let Some(automaton) = &glossary.automaton else { return Vec::new() };
    if body.runs().is_empty() {
        return Vec::new();
    }
    let haystack = Haystack::of_body(body);
    let mut candidates = Vec::new();
    for found in automaton.find_overlapping_iter(&haystack.text) {
        if is_whole_word(&haystack.text, found.start(), found.end()) {
            let pattern = &glossary.patterns[found.pattern().as_usize()];
            // Where two names are the same but for their case, the exact one is meant.
            let order = (found.start(), Reverse(found.end()), pattern.exact.is_none(), pattern.definition);
            candidates.push((order, pattern));
        }
    }
    candidates.sort_unstable_by_key(|(order, _)| *order);
    let mut matches = Vec::new();
    let mut seen = HashSet::new();
    let mut done = 0;
    for ((start, Reverse(end), ..), pattern) in candidates {
        if start < done {
            continue;
        }
        let (from, to) = haystack.html_range(start, end);
        if let Some(exact) = &pattern.exact
            && *Haystack::of_html(&body.html()[from as usize..to as usize]).text != **exact
        {
            continue;
        }
        done = end;
        if seen.insert(pattern.definition) {
            matches.push(TermMatch { definition: pattern.definition, start: from, end: to });
        }
    }
    matches
}

/// Neither neighbour is a letter, digit or combining mark of any script.
fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    ![before, after].into_iter().flatten().any(|c| c.is_alphanumeric() || is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::at::Spans;
    use crate::content::markdown::{self, FirstHeading, Options, RawHtml, Source, Typography, WordPlaces};

    fn body(text: &str) -> Body {
        let language = "en".to_owned();
        let typography = Typography::Language(language.clone());
        let options = Options { typography, raw_html: RawHtml::Shown, language, words: WordPlaces::Forgotten };
        let source = Source { path: &"content/a.md".into(), text, body: 0..text.len(), first: FirstHeading::Heading };
        markdown::parse(&source, &options, &mut Spans::default(), &mut Vec::new()).0
    }

    /// The matches as `definition:html`.
    fn found(text: &str, definitions: &[&[&str]]) -> Vec<String> {
        let body = body(text);
        let matches = find(&body, &Glossary::new(definitions.iter().copied()));
        let shown = |found: &TermMatch| {
            format!("{}:{}", found.definition, &body.html()[found.start as usize..found.end as usize])
        };
        matches.iter().map(shown).collect()
    }

    #[test]
    fn the_longest_whole_word_at_a_place_is_taken() {
        let names: &[&[&str]] = &[&["action"], &["social action"], &["act"], &["social"]];
        assert_eq!(found("Social action and actions, an act.", names), ["1:Social action", "2:act"]);
        assert_eq!(found("social actions, one action", names), ["3:social", "0:action"]);
    }

    #[test]
    fn a_definition_is_found_once_by_any_of_its_names() {
        assert_eq!(found("Reps and a rep", &[&["rep", "reps"]]), ["0:Reps"]);
    }

    #[test]
    fn a_longer_name_that_was_seen_still_hides_a_shorter_one_in_it() {
        assert_eq!(found("social action; social action", &[&["social action"], &["action"]]), ["0:social action"]);
    }

    #[test]
    fn line_breaks_and_emphasis_lie_inside_a_term() {
        assert_eq!(found("a social\naction", &[&["social action"]]), ["0:social\naction"]);
        assert_eq!(found("a social  \naction", &[&["social action"]]), ["0:social<br>\naction"]);
        assert_eq!(found("a *social* action", &[&["social action"]]), ["0:social</em> action"]);
        assert_eq!(found("un*fair*", &[&["fair"]]), [""; 0]);
    }

    #[test]
    fn code_links_pictures_headings_and_quotations_hold_no_terms() {
        let text = "# vote\n\n`vote` [vote](a.md) ![vote](b.png) <vote> www.vote.example\n\n> vote\n\n    vote\n";
        assert_eq!(found(text, &[&["vote"]]), [""; 0]);
        assert_eq!(found("social `x` action, social [x](y) action", &[&["social action"]]), [""; 0]);
    }

    #[test]
    fn lists_cells_footnotes_and_alerts_hold_terms() {
        for text in ["- vote", "| a |\n|---|\n| vote |", "a\n: vote", "x[^1]\n\n[^1]: vote", "> [!NOTE]\n> vote"] {
            assert_eq!(found(text, &[&["vote"]]), ["0:vote"], "{text}");
        }
        assert_eq!(found("- social\n- action", &[&["social action"]]), [""; 0]);
    }

    #[test]
    fn case_is_ignored_in_every_script() {
        assert_eq!(found("ÉCOLE, école", &[&["École"]]), ["0:ÉCOLE"]);
        assert_eq!(found("ΛΌΓΟΣ", &[&["λόγος"]]), ["0:ΛΌΓΟΣ"]);
        assert_eq!(
            found("İstanbul ve ev", &[&["ev"], &["istanbul"], &["İSTANBUL x", "i̇stanbul"]]),
            ["2:İstanbul", "0:ev"]
        );
        assert_eq!(found("حق السكن للجميع", &[&["السكن"]]), ["0:السكن"]);
        assert_eq!(found("e\u{301}cole", &[&["école"]]), ["0:e\u{301}cole"]);
    }

    #[test]
    fn a_combining_mark_is_part_of_the_word() {
        assert_eq!(found("cafe\u{301}", &[&["cafe"]]), [""; 0]);
    }

    #[test]
    fn a_name_in_capitals_is_not_the_word_in_small_letters() {
        assert_eq!(found("it is nut, IT is NUT", &[&["IT"], &["NUT"]]), ["0:IT", "1:NUT"]);
        assert_eq!(found("Act and ACT", &[&["act"], &["ACT"]]), ["0:Act", "1:ACT"]);
    }

    #[test]
    fn apostrophes_and_references_are_what_they_stand_for() {
        assert_eq!(found("the tenants' union", &[&["tenants’ union"]]), ["0:tenants’ union"]);
        assert_eq!(found("R&D, a < b", &[&["r&d"], &["a < b"]]), ["0:R&amp;D", "1:a &lt; b"]);
        assert_eq!(found("of amp;", &[&["x"], &["amp"]]), ["1:amp"]);
        assert_eq!(found("R&D", &[&["amp"]]), [""; 0]);
    }

    #[test]
    fn names_of_one_character_are_ignored() {
        assert_eq!(found("a b", &[&["a", " b ", ""]]), [""; 0]);
        assert!(Glossary::new([["a"]]).is_empty());
    }

    #[test]
    fn a_plain_sentence_is_searched_too() {
        let body = markdown::plain("People & power");
        let matches = find(&body, &Glossary::new([["power"]]));
        assert_eq!(&body.html()[matches[0].start as usize..matches[0].end as usize], "power");
    }
}
