//! Pictures of Markdown and their alternative text. Whether the file is there, the site says later.

use super::compile::{Compiler, bytes};
use super::destination::{Refusal, classify, typed};
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
                    "write the file between the round brackets, and what the picture shows between the square ones: `![…](file.png)`",
                );
            }
            Err(refusal) => return self.refuse(&refusal, &address, span),
        };
        let alt = alt.trim();
        let decorative = alt == "decorative";
        // Dots stand in messages for words of the writer's own.
        if matches!(alt, "" | "…" | "...") {
            let address = typed(&address);
            self.tell(
                Code::NoAltText,
                span,
                "this picture has no alternative text",
                format!(
                    "write what it shows in place of the dots, for people who can't see it: `![…]({address})`; if it has no \
                     meaning, say so: `![decorative]({address})`"
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

#[cfg(test)]
mod tests {
    use crate::content::markdown::testing::{compile, html};
    use crate::diagnostic::Code;

    #[test]
    fn a_picture_alone_is_a_figure_and_its_title_the_caption() {
        let img = |end: &str| {
            format!(
                "<img src=\"/a.png\" alt=\"a &quot;b&quot;\" width=\"4\" height=\"3\"{end} loading=\"lazy\" decoding=\"async\">"
            )
        };
        assert_eq!(
            html("![a *\\\"b\\\"*](a.png 'T')"),
            format!("<figure>{}<figcaption>T</figcaption></figure>\n", img(""))
        );
        assert_eq!(html("x ![a \\\"b\\\"](a.png 'T')"), format!("<p>x {}</p>\n", img(" title=\"T\"")));
    }

    #[test]
    fn several_pictures_stay_in_their_paragraph() {
        let html = html("![a](a.png)![b](b.png)");
        assert!(html.starts_with("<p><img") && html.ends_with("\"></p>\n"), "{html}");
    }

    #[test]
    fn a_hidden_picture_leaves_nothing() {
        assert_eq!(html("![a](withheld.png 'T')"), "");
        assert_eq!(html("[![a](withheld.png)](b.md)"), "<p></p>\n");
    }

    #[test]
    fn pictures_need_words_or_say_that_they_have_no_meaning() {
        let compiled = compile("![](a.png) ![decorative](b%20c.png)");
        assert_eq!(compiled.told(), [(Code::NoAltText, "![](a.png)")]);
        let image = &compiled.body.outline.images[1];
        assert_eq!((image.path.as_str(), image.alt.as_str(), image.decorative), ("b c.png", "", true));
    }

    #[test]
    fn pictures_are_files_of_the_site() {
        let compiled = compile("![a](https://x.example/a.png) ![b](//x.example/b.png) ![c](data:image/png,x) ![d](#e)");
        let codes: Vec<_> = compiled.told().iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [Code::RemotePicture, Code::RemotePicture, Code::UnsafeLink, Code::BrokenLink]);
        assert!(!compiled.render().contains("<img"));
    }
}
