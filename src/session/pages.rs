//! An edition as the files that are published: every page rendered and finished, every file copied.

use super::Edition;
use super::finishing::Finishing;
use crate::diagnostic::Diagnostic;
use crate::export;
use crate::finish::Finish;
use crate::plan::Target;
use crate::publish::{Content, Pages};
use crate::view::{self, Scene};
use rayon::prelude::*;

/// All files of an edition.
pub struct EditionPages<'e> {
    edition: &'e Edition,
    finishing: Finishing<'e>,
    scene: Scene<'e>,
}

impl<'e> EditionPages<'e> {
    /// All files of an edition, as a web server wants them and the templates made them.
    pub fn new(edition: &'e Edition) -> Self {
        Self::finished(edition, Finish::default())
    }

    /// All files of an edition, finished in this way.
    pub fn finished(edition: &'e Edition, finish: Finish) -> Self {
        let scene = edition.scene();
        let finishing = Finishing::new(edition, finish, scene.href(""));
        Self { edition, finishing, scene }
    }

    /// The number of the file at an address, `stories/hannah/index.html`; `None` if there is none.
    pub fn index(&self, path: &str) -> Option<usize> {
        self.edition.plan.targets.place(path)
    }

    /// Makes what would be at an output path if this target were there, finished like all others.
    ///
    /// # Errors
    /// The template fails on this page, or a picture cannot be read.
    pub fn make_target(&self, path: &str, target: &Target, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        let content = self.edition.make(&self.scene, path, target, buffer)?;
        self.finishing.finish(path, target, content, buffer)
    }

    /// Makes all files and throws them away: what that has to tell, one message for each mistake in a template.
    pub fn try_all(&self) -> Vec<Diagnostic> {
        let all = (0..self.count()).into_par_iter().with_min_len(8);
        let mistakes: Vec<_> = all
            .map_init(Vec::new, |buffer: &mut Vec<u8>, index| {
                buffer.clear();
                self.make(index, buffer).err().unwrap_or_default()
            })
            .collect();
        let mut told = self.edition.merged(mistakes.into_iter().flatten());
        told.extend(self.notices());
        told
    }

    /// What there is to tell of the files that were made until now, in the order of files.
    pub fn notices(&self) -> Vec<Diagnostic> {
        self.finishing.notices()
    }
}

impl Pages for EditionPages<'_> {
    fn count(&self) -> usize {
        self.edition.plan.targets.len()
    }

    fn path(&self, index: usize) -> &str {
        self.edition.plan.targets.at(index).0
    }

    fn make(&self, index: usize, buffer: &mut Vec<u8>) -> Result<Content, Vec<Diagnostic>> {
        let (path, target) = self.edition.plan.targets.at(index);
        self.make_target(path, target, buffer)
    }
}

impl Edition {
    /// Makes what is at an address.
    ///
    /// # Errors
    /// The template fails on this page.
    fn make(
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
