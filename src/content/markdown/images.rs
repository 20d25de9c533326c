//! Pictures of Markdown and their alternative text. Whether the file is there, the site says later.

use super::compile::{Compiler, bytes};
use super::destination::{Refusal, classify};
use super::outline::{Destination, Image};
use super::writer::{Fill, Flow};
use crate::diagnostic::Code;
use pulldown_cmark::Event;
use std::ops::Range;

/// The picture whose alternative text is being read.
pub(super) struct OpenImage {
    address: String,
    title: String,
    alt: String,
    /// How many elements are open, the picture included.
    depth: usize,
}

impl<'a> Compiler<'a> {
    pub(super) fn start_image(&mut self, address: &str, title: &str) {
        let (address, title) = (address.to_owned(), title.to_owned());
        self.image = Some(OpenImage { address, title, alt: String::new(), depth: 1 });
    }

    /// Takes what is written between the square brackets; of it only the words count.
    pub(super) fn image_event(&mut self, event: Event<'a>, span: &Range<usize>) {
        let turned = match &event {
            Event::Text(text) => {
                let typed = self.source.text.get(span.clone()).unwrap_or_default();
                self.turned(text, typed, span)
            }
            _ => None,
        };
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(_) => {
                image.depth -= 1;
                if image.depth == 0 {
                    self.end_image(span);
                }
            }
            Event::Text(text) => image.alt.push_str(turned.as_ref().unwrap_or(&text)),
            Event::Code(text) => image.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    fn end_image(&mut self, span: &Range<usize>) {
        let Some(OpenImage { address, title, alt, .. }) = self.image.take() else { return };
        self.flow = Flow::New;
        let path = match classify(&address) {
            Ok(Destination::Internal { path, .. }) => path,
            Ok(Destination::External(_)) | Err(Refusal::HostOnly) => {
                return self.tell(
                    Code::RemotePicture,
                    span,
                    "this picture is on another host",
                    "save it beside the text and write its file name: a page that fetches pictures elsewhere tells other \
                     hosts who reads it",
                );
            }
            Ok(Destination::Anchor(_)) | Err(Refusal::Empty) => {
                return self.tell(
                    Code::BrokenLink,
                    span,
                    "this picture has no file",
                    "write the file between the round brackets: `![what the picture shows](file.png)`",
                );
            }
            Err(refusal) => return self.refuse(&refusal, &address, span),
        };
        let alt = alt.trim();
        let decorative = alt == "decorative";
        if alt.is_empty() {
            self.tell(
                Code::NoAltText,
                span,
                "this picture has no alternative text",
                format!(
                    "write what it shows, for people who can't see it: `![what the picture shows]({address})`; if it has \
                     no meaning, say so: `![decorative]({address})`"
                ),
            );
        }
        let alt = if decorative { String::new() } else { alt.to_owned() };
        if self.link.is_some() || self.heading.is_some() {
            self.words.push_str(&alt);
        }
        let spot = self.spans.note(bytes(span));
        self.writer.hole(Fill::Image(u32::try_from(self.outline.images.len()).unwrap_or(u32::MAX)));
        self.outline.images.push(Image { path, alt, decorative, title, spot });
    }
}
