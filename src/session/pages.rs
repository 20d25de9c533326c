//! An edition as the files that are published: every page rendered and finished, every file copied.

use super::Edition;
use super::finishing::Finishing;
use crate::content::fingerprint::fingerprint;
use crate::diagnostic::Diagnostic;
use crate::export;
use crate::finish::Finish;
use crate::plan::Target;
use crate::publish::{Content, Outcome, Pages, Print};
use crate::view::{self, Scene, View};
use rayon::prelude::*;
use std::sync::OnceLock;

/// All files of an edition.
pub struct EditionPages<'e> {
    edition: &'e Edition,
    finishing: Finishing<'e>,
    scene: Scene<'e>,
    /// The fingerprint of what all pages are made from, which only builds ask for.
    print: OnceLock<u128>,
    /// The fingerprint of the whole site but for its texts, likewise.
    around: OnceLock<u128>,
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
        Self { edition, finishing, scene, print: OnceLock::new(), around: OnceLock::new() }
    }

    /// The fingerprint of what all pages are made from: the theme, the frame, and how they are finished.
    fn print(&self) -> u128 {
        let make =
            || fingerprint(&(self.edition.theme_print, view::print_of(&self.scene.frame), self.finishing.print()));
        *self.print.get_or_init(make)
    }

    /// The fingerprint of all that the page of a target could show: the whole site but for its texts, and the texts that
    /// this page shows.
    fn around(&self, target: &Target) -> u128 {
        let all = self.around.get_or_init(|| fingerprint(&(self.print(), self.edition.all_print())));
        let prints = view::texts(&self.scene, target).into_iter().map(|doc| self.scene.documents[doc].text_print);
        fingerprint(&(all, target, prints.collect::<Vec<_>>()))
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
        self.try_each(&|_, _, _| {})
    }

    /// The same, and shows each file before it is thrown away: its output path, what it is, and its bytes, unless it
    /// is copied as it is.
    pub fn try_each(&self, look: &(dyn Fn(&str, &Target, &[u8]) + Sync)) -> Vec<Diagnostic> {
        let all = (0..self.count()).into_par_iter().with_min_len(8);
        let mistakes: Vec<_> = all
            .map_init(Vec::new, |buffer: &mut Vec<u8>, index| {
                buffer.clear();
                let made = self.make(index, buffer);
                if let Ok(Content::Buffer) = made {
                    let (path, target) = self.edition.plan.targets.at(index);
                    look(path, target, buffer);
                }
                made.err().unwrap_or_default()
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

    fn make_unless(
        &self,
        index: usize,
        known: Option<Print>,
        buffer: &mut Vec<u8>,
    ) -> Result<Outcome, Vec<Diagnostic>> {
        let (path, target) = self.edition.plan.targets.at(index);
        let around = self.around(target);
        if known.is_some_and(|known| known.around == around) {
            return Ok(Outcome { content: None, print: known });
        }
        let Some(view) = view::page(&self.scene, target) else {
            return Ok(Outcome { content: Some(self.make(index, buffer)?), print: None });
        };
        let print = Print { around, shown: fingerprint(&(self.print(), view.print(self.scene.cards))) };
        if known.is_some_and(|known| known.shown == print.shown) {
            return Ok(Outcome { content: None, print: Some(print) });
        }
        self.edition.render(view, path, buffer)?;
        let content = self.finishing.finish(path, target, Content::Buffer, buffer)?;
        Ok(Outcome { content: Some(content), print: Some(print).filter(|_| !self.finishing.told_of(path)) })
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
            Target::Icon => buffer.extend_from_slice(export::icon(scene.settings).as_bytes()),
            Target::Robots => buffer.extend_from_slice(export::robots(scene).as_bytes()),
            _ => {
                let view = view::page(scene, target).expect("every other target is a page");
                self.render(view, path, buffer)?;
            }
        }
        Ok(Content::Buffer)
    }

    /// Makes the page of a view.
    fn render(&self, view: View, path: &str, buffer: &mut Vec<u8>) -> Result<(), Vec<Diagnostic>> {
        self.theme.render(view.template, &view.context(), &self.made, buffer).map_err(|error| {
            let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
            vec![error.into_diagnostic(&address)]
        })
    }
}
