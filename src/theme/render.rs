//! Makes a page of a template and a view, and says what is wrong when that fails.

use super::explain::{span_at, suggestion};
use super::faults::{Unknown, place};
use super::once::{self, Made};
use super::plain::{plain, with_name};
use super::steps;
use super::templates::Templates;
use crate::diagnostic::{Code, Diagnostic, Place, SitePath, Span};
use std::io::{self, Write};
use std::sync::Arc;
use tera::{Context, Error, ErrorKind};

/// The most bytes that one page may have. A loop that writes nothing is stopped by its turns, in [`super::steps`].
const MOST_BYTES: usize = 20_000_000;

/// A template that fails on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// Where in the template, and then from where that template was used.
    pub places: Vec<Place>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl TemplateError {
    /// The diagnostic, with the address of the page that was being made.
    pub fn into_diagnostic(self, address: &str) -> Diagnostic {
        let code = Code::TemplateRender;
        let message = format!("{}, while making {address}", self.message);
        Diagnostic { places: self.places, code, severity: code.severity(), message, help: self.help, repair: None }
    }
}

impl std::fmt::Display for TemplateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TemplateError {}

impl Templates {
    /// Appends the page to `out`, or leaves `out` as it was.
    pub(super) fn render(
        &self,
        template: &str,
        context: &Context,
        made: &Arc<Made>,
        out: &mut Vec<u8>,
    ) -> Result<(), TemplateError> {
        let before = out.len();
        steps::begin();
        once::begin(made);
        let capped = Capped { left: MOST_BYTES, out };
        let rendered = self.tera.render_to(template, context, capped);
        once::end();
        rendered.map_err(|error| {
            out.truncate(before);
            self.template_error(template, &error)
        })
    }

    fn template_error(&self, template: &str, error: &Error) -> TemplateError {
        let name = self.resolve(template).unwrap_or(template);
        let file = self.sources.get(name).map_or_else(
            || Place::file(&SitePath::from(format!("templates/{template}"))),
            |source| Place::file(&source.path),
        );
        let at_file = |message: String, help| TemplateError { places: vec![file.clone()], message, help };
        match error.kind() {
            ErrorKind::RenderingError(report) => {
                let mut places = Vec::new();
                if let Some(source) = self.sources.get(report.filename()) {
                    let range = &report.span().range;
                    let start = source.collapsed.origin(range.start);
                    let end = source.collapsed.origin(range.end.saturating_sub(1)) + 1;
                    let place = if self.broken.contains(report.filename()) {
                        Place::file(&source.path)
                    } else {
                        Place::span(&source.path, Span::new(start, end.max(start)))
                    };
                    places.push(place);
                }
                places.extend(self.callers(&error.to_string()));
                if places.is_empty() {
                    places.push(file.clone());
                }
                if self.broken.contains(report.filename()) {
                    let message = "this template cannot be used".to_owned();
                    return TemplateError { places, message, help: Some("See the message about it.".to_owned()) };
                }
                let (message, help) = plain(report.message());
                let help = match self.sources.get(report.filename()) {
                    Some(source) => with_name(help, &message, &source.collapsed.text, report.span().range.clone()),
                    None => help,
                };
                TemplateError { places, message, help }
            }
            ErrorKind::TemplateNotFound(_) => at_file(
                format!("there is no template `{template}`"),
                suggestion(&self.sources, Unknown::Template, template),
            ),
            ErrorKind::Io(_) => at_file(
                format!("the page is larger than {} MB", MOST_BYTES / 1_000_000),
                Some("A loop probably writes more than it should.".to_owned()),
            ),
            other => {
                let (message, help) = plain(&other.to_string());
                at_file(message, help)
            }
        }
    }

    /// The places from which a template was included; Tera has them in its text only.
    fn callers(&self, report: &str) -> Vec<Place> {
        let notes = report.lines().filter_map(|line| place(line.strip_prefix("note: called from ")?));
        notes
            .filter_map(|(name, at)| {
                let source = self.sources.get(name)?;
                Some(Place::span(&source.path, span_at(source, at)).label("used from here"))
            })
            .collect()
    }
}

/// A writer that takes so many bytes and no more.
struct Capped<'a> {
    left: usize,
    out: &'a mut Vec<u8>,
}

impl Write for Capped<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self.left.checked_sub(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
