//! Draws an explanation for a terminal or a pipe: wrapped to the width, examples with the names of their files.

use super::{Example, Explanation, Form, Part, explanation};
use crate::diagnostic::{Area, Canvas, Code, Look};
use console::{Style, measure_text_width};

/// Narrower terminals get lines of this width all the same, and wider ones no longer lines than can be read.
const WIDTHS: (usize, usize) = (40, 88);

/// Before the lines of files.
const BAR: &str = "  | ";

/// The explanation of a code, each line ended.
pub fn draw(code: Code, explanation: &Explanation, canvas: Canvas) -> String {
    let mut page = Page::new(canvas);
    let kind = format!("{}, {}", code.severity().word(), code.area().word());
    page.paragraph(&format!("{code}: {}", explanation.title), &page.bold.clone());
    page.paragraph(&format!("({kind})"), &page.dim.clone());
    page.paragraphs(&explanation.what);
    page.heading("Why");
    page.paragraphs(&explanation.why);
    page.example("Before", &explanation.before);
    page.example("Wrong", &explanation.wrong);
    page.example("Right", &explanation.right);
    page.text
}

/// All codes with their titles, by area.
pub fn draw_list(canvas: Canvas) -> String {
    let mut page = Page::new(canvas);
    let mut areas: Vec<Area> = Code::ALL.iter().map(|code| code.area()).collect();
    areas.sort();
    areas.dedup();
    for area in areas {
        page.heading(area.word());
        for code in Code::ALL.iter().copied().filter(|code| code.area() == area) {
            page.wrapped(&explanation(code).title, &format!("  {code}  "), "          ", &Style::new());
        }
        page.text.push('\n');
    }
    page.paragraph("`handbill explain HB0103` says more about one of them.", &page.dim.clone());
    page.text.truncate(page.text.trim_end().len() + 1);
    page.text
}

/// A text that grows downwards.
struct Page {
    text: String,
    width: usize,
    bold: Style,
    dim: Style,
}

impl Page {
    fn new(canvas: Canvas) -> Self {
        let style = || match canvas.look {
            // The caller has looked at the terminal already.
            Look::Coloured => Style::new().force_styling(true),
            Look::Plain => Style::new().force_styling(false),
        };
        let width = canvas.width.clamp(WIDTHS.0, WIDTHS.1);
        Self { text: String::new(), width, bold: style().bold(), dim: style().dim() }
    }

    fn heading(&mut self, words: &str) {
        let heading = self.bold.apply_to(words).to_string();
        self.text.push_str(&heading);
        self.text.push('\n');
    }

    /// Paragraphs and lists.
    fn paragraphs(&mut self, blocks: &[String]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &str) {
        if block.starts_with("- ") {
            for item in block.lines() {
                self.wrapped(item, "", "  ", &Style::new());
            }
            self.text.push('\n');
        } else {
            self.paragraph(block, &Style::new());
        }
    }

    fn paragraph(&mut self, words: &str, style: &Style) {
        self.wrapped(words, "", "", style);
        self.text.push('\n');
    }

    /// Words in lines of the width, the first after one margin and the others after another.
    fn wrapped(&mut self, words: &str, first: &str, others: &str, style: &Style) {
        let mut line = String::new();
        let mut margin = first;
        for word in words.split_whitespace() {
            let width = measure_text_width(margin) + measure_text_width(&line) + 1 + measure_text_width(word);
            if !line.is_empty() && width > self.width {
                self.text.push_str(&format!("{margin}{}\n", style.apply_to(&line)));
                line.clear();
                margin = others;
            }
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        self.text.push_str(&format!("{margin}{}\n", style.apply_to(&line)));
    }

    fn example(&mut self, heading: &str, example: &Example) {
        if example.parts.is_empty() {
            return;
        }
        self.heading(heading);
        let mut day = example.day.as_ref();
        for part in &example.parts {
            match part {
                Part::Remark(words) => self.block(words),
                Part::File(file) => {
                    if let Some(day) = day.take() {
                        self.paragraph(&format!("On {day}:"), &Style::new());
                    }
                    let path = match file.form {
                        Form::Text => file.path.clone(),
                        Form::Picture => format!("{} (a picture)", file.path),
                        Form::Latin1 => format!("{} (in the encoding Latin-1)", file.path),
                        Form::Link => format!("{} (a link, which leads to)", file.path),
                    };
                    self.text.push_str(&format!("  {}\n", self.bold.apply_to(path)));
                    for line in file.text.lines() {
                        let bar = self.dim.apply_to(BAR.trim_end());
                        let line = format!("{bar} {line}");
                        self.text.push_str(line.trim_end());
                        self.text.push('\n');
                    }
                    self.text.push('\n');
                }
            }
        }
    }
}
