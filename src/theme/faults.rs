//! What Tera finds wrong in a set of templates, each fault with the template that it is in.
//!
//! Unknown names come from Tera as one text with the places in it (2.4 keeps no structure for them), so that text is read.

use tera::{Error, ErrorKind};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The template can't be read.
    Syntax { message: String, at: At },
    /// A name that is not there.
    Unknown { what: Unknown, name: String, at: At },
    /// It extends a template that is not there.
    NoParent { parent: String },
    /// Templates extend each other in a ring.
    ExtendRing { chain: Vec<String> },
    /// Templates include each other in a ring.
    IncludeRing { chain: Vec<String> },
    /// Two templates define a component of this name.
    TwoComponents { name: String, other: String },
    /// Anything else.
    Other { message: String },
}

/// What kind of name is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknown {
    Filter,
    Test,
    Function,
    Component,
    Template,
    Block,
}

/// A place in the text that Tera was given: a line and a column that begin at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The faults that an error tells of, each with the name of its template.
pub(super) fn faults(error: &Error) -> Vec<(String, Fault)> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let span = report.span();
            let at = At { line: span.start_line.saturating_sub(1), column: span.start_col };
            vec![(report.filename().to_owned(), Fault::Syntax { message: report.message().to_owned(), at })]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![(current.clone(), Fault::NoParent { parent: parent.clone() })]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            vec![(tpl.clone(), Fault::ExtendRing { chain: inheritance_chain.clone() })]
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            vec![(tpl.clone(), Fault::IncludeRing { chain: include_chain.clone() })]
        }
        other => reports(&other.to_string()),
    }
}

fn reports(text: &str) -> Vec<(String, Fault)> {
    let mut faults = Vec::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("error: ") {
            message = rest;
        } else if let Some((template, at)) = line.trim_start().strip_prefix("--> ").and_then(place) {
            faults.push((template.to_owned(), unknown(message, at)));
        }
    }
    if faults.is_empty() {
        let quoted: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
        faults.extend(match (text.starts_with("Component `"), &quoted[..]) {
            (true, [name, other, template]) => {
                let fault = Fault::TwoComponents { name: (*name).to_owned(), other: (*other).to_owned() };
                Some(((*template).to_owned(), fault))
            }
            _ => Some((String::new(), Fault::Other { message: text.to_owned() })),
        });
    }
    faults
}

/// `base.html:3:12`, where both numbers begin at 1.
pub(super) fn place(text: &str) -> Option<(&str, At)> {
    let (rest, column) = text.trim_end().rsplit_once(':')?;
    let (template, line) = rest.rsplit_once(':')?;
    let number = |text: &str| text.parse::<usize>().ok()?.checked_sub(1);
    Some((template, At { line: number(line)?, column: number(column)? }))
}

fn unknown(message: &str, at: At) -> Fault {
    let name = message.split('`').nth(1).unwrap_or_default().to_owned();
    let what = match message.split(' ').take(2).collect::<Vec<_>>()[..] {
        ["Unknown", "filter"] => Unknown::Filter,
        ["Unknown", "test"] => Unknown::Test,
        ["Unknown", "function"] => Unknown::Function,
        ["Unknown", "component"] => Unknown::Component,
        ["Unknown", "template"] => Unknown::Template,
        ["Block", _] => Unknown::Block,
        _ => return Fault::Syntax { message: message.to_owned(), at },
    };
    Fault::Unknown { what, name, at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Tera;

    fn found(templates: &[(&str, &str)]) -> Vec<(String, Fault)> {
        faults(&Tera::new().add_raw_templates(templates.iter().copied()).unwrap_err())
    }

    #[test]
    fn every_unknown_name_is_found_with_its_place() {
        let faults = found(&[
            ("a.html", "x\n  {{ b | nofilter }}{% include \"no.html\" %}"),
            ("b.html", "{{ <nocomponent /> }}{{ nofunction() }}{% if a is notest %}{% endif %}"),
        ]);
        let names: Vec<(&str, Unknown, &str, usize, usize)> = faults
            .iter()
            .map(|(template, fault)| match fault {
                Fault::Unknown { what, name, at } => (&**template, *what, &**name, at.line, at.column),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(
            names,
            [
                ("a.html", Unknown::Filter, "nofilter", 1, 9),
                ("a.html", Unknown::Template, "no.html", 1, 31),
                ("b.html", Unknown::Component, "nocomponent", 0, 3),
                ("b.html", Unknown::Function, "nofunction", 0, 24),
                ("b.html", Unknown::Test, "notest", 0, 50),
            ]
        );
    }

    #[test]
    fn faults_without_a_place_name_their_template() {
        let twice = "{% component c() %}{% endcomponent c %}";
        let fault = Fault::TwoComponents { name: "c".to_owned(), other: "a".to_owned() };
        assert_eq!(found(&[("a", twice), ("b", twice)]), [("b".to_owned(), fault)]);
        let fault = Fault::NoParent { parent: "none".to_owned() };
        assert_eq!(found(&[("a", "{% extends \"none\" %}")]), [("a".to_owned(), fault)]);
        assert!(matches!(&found(&[("a", "{% include \"a\" %}")])[0], (name, Fault::IncludeRing { .. }) if name == "a"));
    }
}
