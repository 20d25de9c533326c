//! Reads an explanation from its Markdown file; CONTRIBUTING.md describes the form.

use super::{Cause, Example, Explanation, File, Form, Part};

/// The parts of an explanation, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    What,
    Why,
    Before,
    Wrong,
    Right,
}

impl Section {
    fn of_heading(heading: &str) -> Option<Self> {
        Some(match heading {
            "Why" => Self::Why,
            "Before" => Self::Before,
            "Wrong" => Self::Wrong,
            "Right" => Self::Right,
            _ => return None,
        })
    }
}

/// Reads an explanation.
///
/// # Errors
/// What is wrong with the text, with the number of its line.
pub fn read(text: &str) -> Result<Explanation, String> {
    let mut explanation = Explanation {
        title: String::new(),
        what: vec![],
        why: vec![],
        cause: Cause::Files,
        along_with: vec![],
        before: Example::default(),
        wrong: Example::default(),
        right: Example::default(),
    };
    let mut section = Section::What;
    // A path that waits for its block.
    let mut path: Option<String> = None;
    let mut blocks = Blocks { lines: text.lines().enumerate().peekable() };
    while let Some((number, block)) = blocks.next()? {
        let wrong = |what: &str| Err(format!("line {number}: {what}"));
        let block = match (block, path.take()) {
            (Block::Fence { language, text }, Some(path)) => {
                let Some(example) = explanation.example(section) else { return wrong("an example in a text") };
                let form = form(&language);
                example.parts.push(Part::File(File { path, form, language, text }));
                continue;
            }
            (Block::Fence { .. }, None) => return wrong("a block without the path of its file"),
            (Block::Lines(_), Some(path)) => return wrong(&format!("no block follows `{path}`")),
            (Block::Lines(block), None) => block,
        };
        if let Some(title) = block.strip_prefix("# ") {
            if !explanation.title.is_empty() {
                return wrong("a second title");
            }
            title.clone_into(&mut explanation.title);
        } else if let Some(heading) = block.strip_prefix("## ") {
            match Section::of_heading(heading) {
                Some(next) if next > section => section = next,
                _ => return wrong(&format!("`## {heading}` does not belong here")),
            }
        } else if let Some(cause) = block.strip_prefix("Raised by: ") {
            explanation.cause = match cause {
                "check" => Cause::Check,
                "build" => Cause::Build,
                "the machine" => Cause::Machine,
                _ => return wrong("it is raised by `check`, by `build` or by `the machine`"),
            };
        } else if let Some(codes) = block.strip_prefix("Along with: ") {
            explanation.along_with = codes.split(", ").map(str::to_owned).collect();
        } else if let Some(example) = explanation.example(section) {
            let one_line = !block.contains('\n');
            if let Some(day) = block.strip_prefix("Day: ") {
                example.day = Some(day.to_owned());
            } else if let Some(inner) = block.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'))
                && one_line
                && !inner.contains('`')
            {
                path = Some(inner.to_owned());
            } else {
                example.parts.push(Part::Remark(block));
            }
        } else if section == Section::Why {
            explanation.why.push(block);
        } else {
            explanation.what.push(block);
        }
    }
    match (path, &explanation) {
        (Some(path), _) => Err(format!("no block follows `{path}`")),
        (_, explanation) if explanation.title.is_empty() => Err("there is no title".to_owned()),
        (_, explanation) if explanation.what.is_empty() => Err("it does not say what was found".to_owned()),
        (_, explanation) if explanation.why.is_empty() => Err("it does not say why".to_owned()),
        (_, explanation) if explanation.wrong.parts.is_empty() => Err("there is no wrong example".to_owned()),
        (_, explanation) if explanation.right.parts.is_empty() => Err("there is no right example".to_owned()),
        _ => Ok(explanation),
    }
}

impl Explanation {
    fn example(&mut self, section: Section) -> Option<&mut Example> {
        match section {
            Section::What | Section::Why => None,
            Section::Before => Some(&mut self.before),
            Section::Wrong => Some(&mut self.wrong),
            Section::Right => Some(&mut self.right),
        }
    }
}

fn form(language: &str) -> Form {
    match language {
        "picture" => Form::Picture,
        "latin1" => Form::Latin1,
        "link" => Form::Link,
        _ => Form::Text,
    }
}

/// What stands between empty lines.
enum Block {
    Lines(String),
    Fence { language: String, text: String },
}

struct Blocks<'t, L: Iterator<Item = (usize, &'t str)>> {
    lines: std::iter::Peekable<L>,
}

impl<'t, L: Iterator<Item = (usize, &'t str)>> Blocks<'t, L> {
    /// The next block, with the number of its first line.
    fn next(&mut self) -> Result<Option<(usize, Block)>, String> {
        while self.lines.next_if(|(_, line)| line.trim().is_empty()).is_some() {}
        let Some((index, first)) = self.lines.next() else { return Ok(None) };
        if !first.starts_with("```") {
            let mut block = first.to_owned();
            while let Some((_, line)) = self.lines.next_if(|(_, line)| !line.trim().is_empty() && !is_fence(line)) {
                block.push('\n');
                block.push_str(line);
            }
            return Ok(Some((index + 1, Block::Lines(block))));
        }
        let language = first.trim_start_matches('`');
        let fence = &first[..first.len() - language.len()];
        let mut text = String::new();
        for (_, line) in self.lines.by_ref() {
            if line == fence {
                return Ok(Some((index + 1, Block::Fence { language: language.trim().to_owned(), text })));
            }
            text.push_str(line);
            text.push('\n');
        }
        Err(format!("line {}: this block is not closed", index + 1))
    }
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# A title\n\nWhat it\nis.\n\nAlong with: HB0401\n\n## Why\n\nBecause.\n\n- one\n- two\n\n## Wrong\n\n\
        Day: 2026-12-01\n\n`content/a.md`\n\n````markdown\n```\nx\n```\n````\n\n## Right\n\nAs before, but:\n\n\
        `content/a.jpg`\n\n```picture\nUs\n```\n";

    #[test]
    fn an_explanation_has_its_parts() {
        let explanation = read(TEXT).unwrap();
        assert_eq!(explanation.title, "A title");
        assert_eq!(explanation.what, ["What it\nis."]);
        assert_eq!(explanation.why, ["Because.", "- one\n- two"]);
        assert_eq!(explanation.along_with, ["HB0401"]);
        assert_eq!(explanation.wrong.day.as_deref(), Some("2026-12-01"));
        let file = explanation.wrong.files().next().unwrap();
        assert_eq!((file.path.as_str(), file.text.as_str()), ("content/a.md", "```\nx\n```\n"));
        assert_eq!(explanation.right.parts[0], Part::Remark("As before, but:".to_owned()));
        assert_eq!(explanation.right.files().next().unwrap().form, Form::Picture);
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        let error = |text: &str| read(text).unwrap_err();
        assert_eq!(error(&TEXT.replace("````\n\n## Right", "## Right")), "line 21: this block is not closed");
        assert_eq!(error(&TEXT.replace("## Why", "## Whence")), "line 8: `## Whence` does not belong here");
        assert_eq!(
            error(&TEXT.replace("`content/a.md`", "The file:")),
            "line 21: a block without the path of its file"
        );
        assert_eq!(error("# T\n\nW.\n\n## Why\n\nB.\n\n## Wrong\n\n`a`\n"), "no block follows `a`");
        assert_eq!(error("# T\n\nW.\n\n## Why\n\nB.\n"), "there is no wrong example");
    }
}
