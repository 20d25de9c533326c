//! `handbill explain`: what a message means, why it matters and how to mend it; without a code, all codes.

use super::Failed;
use super::telling::output_canvas;
use crate::cli::{Explain, FAILURE, SUCCESS, Telling};
use crate::diagnostic::{Code, visible_line};
use crate::explain::{Example, Explanation, Found, draw, draw_list, explanation, find};
use serde_json::{Value, json};
use std::io::Write;

/// Explains a code, or lists all of them.
///
/// # Errors
/// Standard output fails.
pub fn run(args: &Explain) -> Result<u8, Failed> {
    let Some(typed) = &args.code else {
        let list = match args.format {
            Telling::Text => draw_list(output_canvas()),
            Telling::Json => Code::ALL.iter().map(|code| format!("{}\n", json(*code, &explanation(*code)))).collect(),
        };
        return write(&list);
    };
    match find(typed) {
        Found::Code(code) => {
            let explanation = explanation(code);
            write(&match args.format {
                Telling::Text => draw(code, &explanation, output_canvas()),
                Telling::Json => format!("{}\n", json(code, &explanation)),
            })
        }
        Found::Near(near) => {
            eprintln!("handbill: there is no code `{}`", visible_line(typed));
            if near.is_empty() {
                eprintln!("`handbill explain` lists all codes");
            } else {
                eprintln!("did you mean:");
                for code in near {
                    eprintln!("  {code}  {}", explanation(code).title);
                }
            }
            Ok(FAILURE)
        }
    }
}

/// Writes to standard output; whoever stops reading early (`| head`) has seen enough.
fn write(text: &str) -> Result<u8, Failed> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(SUCCESS),
    }
}

/// The explanation for programs. Texts are Markdown.
fn json(code: Code, explanation: &Explanation) -> Value {
    json!({
        "code": code.to_string(),
        "severity": code.severity().word(),
        "area": code.area().word(),
        "title": explanation.title,
        "what": explanation.what.join("\n\n"),
        "why": explanation.why.join("\n\n"),
        "before": files(&explanation.before),
        "wrong": files(&explanation.wrong),
        "right": files(&explanation.right),
    })
}

fn files(example: &Example) -> Vec<Value> {
    example.files().map(|file| json!({ "path": file.path, "language": file.language, "text": file.text })).collect()
}
