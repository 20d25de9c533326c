//! An edition as the files that are published: every page rendered and finished, every file copied.

use super::Edition;
use crate::diagnostic::Diagnostic;
use crate::export;
use crate::finish::{Finish, Links, portable};
use crate::plan::Target;
use crate::publish::{Content, Pages};
use crate::view::{self, Scene};
use std::fs;

/// All files of an edition.
pub struct EditionPages<'e> {
    edition: &'e Edition,
    finish: Finish,
    /// The base path as it stands in pages.
    base: String,
    scene: Scene<'e>,
    targets: Vec<(&'e str, &'e Target)>,
}

impl<'e> EditionPages<'e> {
    /// All files of an edition, as a web server wants them.
    pub fn new(edition: &'e Edition) -> Self {
        Self::finished(edition, Finish::default())
    }

    /// All files of an edition, finished in this way.
    pub fn finished(edition: &'e Edition, finish: Finish) -> Self {
        let scene = edition.scene();
        let base = scene.href("");
        Self { edition, finish, base, scene, targets: edition.targets().collect() }
    }

    /// Links that need no server, in whatever has links.
    fn without_server(&self, path: &str, content: Content, buffer: &mut Vec<u8>) -> Content {
        let write: fn(&str, &str, portable::Site<'_>) -> String = match path.rsplit_once('.').map(|(_, end)| end) {
            Some("html" | "htm") => portable::page,
            Some("css") => |css, from, site| portable::stylesheet(css, from, site).into_owned(),
            _ => return content,
        };
        let bytes = match &content {
            Content::Buffer => std::mem::take(buffer),
            // What cannot be read is told by whoever copies it.
            Content::File(disk) => match fs::read(disk) {
                Ok(bytes) => bytes,
                Err(_) => return content,
            },
        };
        // A file of the author's in another encoding stays as it is.
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                *buffer = error.into_bytes();
                return Content::Buffer;
            }
        };
        let from = self.scene.href(&format!("/{path}"));
        let targets = &self.edition.plan.targets;
        let site = portable::Site { base: &self.base, has_file: &|path| targets.contains_key(path) };
        buffer.extend_from_slice(write(&text, &from[self.base.len() + 1..], site).as_bytes());
        Content::Buffer
    }
}

impl Pages for EditionPages<'_> {
    fn count(&self) -> usize {
        self.targets.len()
    }

    fn path(&self, index: usize) -> &str {
        self.targets[index].0
    }

    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        let (path, target) = self.targets[index];
        let mut content = self.edition.make(&self.scene, path, target, buffer)?;
        if self.finish.links == Links::Portable {
            content = self.without_server(path, content, buffer);
        }
        Ok(content)
    }
}

impl Edition {
    /// Makes what is at an address.
    ///
    /// # Errors
    /// The template fails on this page.
    pub fn make(
        &self,
        scene: &Scene,
        path: &str,
        target: &Target,
        buffer: &mut Vec<u8>,
    ) -> Result<Content, Vec<Diagnostic>> {
        match target {
            Target::File(source) => {
                let asset = self.asset(source).expect("the plan holds only files that are there");
                return Ok(Content::File(asset.disk.clone()));
            }
            Target::Theme(index) => match self.theme_file(*index) {
                Ok(bytes) => buffer.extend_from_slice(bytes),
                Err(disk) => return Ok(Content::File(disk.clone())),
            },
            Target::Sitemap => buffer.extend_from_slice(export::sitemap(scene).as_bytes()),
            Target::Robots => buffer.extend_from_slice(export::robots(scene).as_bytes()),
            _ => {
                let view = view::page(scene, target).expect("every other target is a page");
                let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
                self.theme
                    .render(view.template, &view.context, buffer)
                    .map_err(|error| vec![error.into_diagnostic(&address)])?;
            }
        }
        Ok(Content::Buffer)
    }
}
