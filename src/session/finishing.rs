//! How the files of an edition are finished, and what there is to tell of it.
//!
//! Finishing happens in the threads that publish; what they have to tell is a set, so that neither their order nor a
//! file that is made twice makes a difference.

use super::Edition;
use crate::content::fingerprint::fingerprint;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::finish::{Finish, Links, Size, pictures, portable, svg};
use crate::plan::Target;
use crate::publish::Content;
use std::collections::BTreeSet;
use std::fs;
use std::sync::{Mutex, PoisonError};

/// More pages than this that are not minified for the same reason are counted, not named.
const NAMED: usize = 5;

/// Finishes the files of an edition.
pub(super) struct Finishing<'e> {
    edition: &'e Edition,
    how: Finish,
    /// The base path as it stands in pages.
    base: String,
    notices: Mutex<BTreeSet<Diagnostic>>,
    /// The output paths of pages of which there is something to tell.
    told_of: Mutex<BTreeSet<String>>,
}

impl<'e> Finishing<'e> {
    pub(super) fn new(edition: &'e Edition, how: Finish, base: String) -> Self {
        Self { edition, how, base, notices: Mutex::default(), told_of: Mutex::default() }
    }

    /// Finishes what is at an address.
    ///
    /// # Errors
    /// A picture cannot be read, so that nobody knows what else it tells.
    pub(super) fn finish(
        &self,
        path: &str,
        target: &Target,
        mut content: Content,
        buffer: &mut Vec<u8>,
    ) -> Result<Content, Vec<Diagnostic>> {
        let is_copy = matches!(target, Target::File(_) | Target::Theme(_));
        if is_copy {
            content = self.picture(path, target, content, buffer)?;
        }
        if self.how.links == Links::Portable {
            content = self.without_server(path, content, buffer);
        }
        if self.how.size == Size::Minified
            && !is_copy
            && !matches!(target, Target::Sitemap | Target::Robots | Target::Icon)
        {
            self.smaller(path, target, buffer);
        }
        Ok(content)
    }

    /// What finishing has to tell, in the order of files.
    pub(super) fn notices(&self) -> Vec<Diagnostic> {
        let notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (mut kept, mut notices): (Vec<_>, Vec<_>) =
            notices.into_iter().partition(|notice| notice.code == Code::NotMinified);
        if kept.len() > NAMED {
            let more = kept.split_off(NAMED).len();
            let message = format!("{more} more pages are published as they are, for such reasons");
            kept.push(Diagnostic::new(Code::NotMinified, Place::file(&"templates".into()), message));
        }
        notices.append(&mut kept);
        self.edition.settle(notices)
    }

    /// The fingerprint of all that decides how a page is finished, but for its text.
    pub(super) fn print(&self) -> u128 {
        let targets = (self.how.links == Links::Portable)
            .then(|| self.edition.targets().map(|(path, _)| path).collect::<Vec<_>>());
        fingerprint(&(self.how, &self.base, targets))
    }

    /// Whether finishing the page at an output path had something to tell.
    pub(super) fn told_of(&self, path: &str) -> bool {
        self.told_of.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    fn tell(&self, notice: Diagnostic) {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).insert(notice);
    }

    /// A picture without metadata. Other files, and drawings, stay as they are.
    fn picture(
        &self,
        path: &str,
        target: &Target,
        content: Content,
        buffer: &mut Vec<u8>,
    ) -> Result<Content, Vec<Diagnostic>> {
        let place = || match target {
            Target::File(source) => Place::file(source),
            _ => Place::file(&path.into()),
        };
        if pictures::may_tell_more(path) {
            let message = "this picture may tell where and when it was taken, and Handbill cannot take that out";
            let help =
                "save it as JPEG, PNG or WebP, which all browsers show; then nothing but the picture is published";
            self.tell(Diagnostic::new(Code::PictureTellsMore, place(), message).help(help));
        }
        let kind = pictures::kind(path);
        if kind.is_none() && !path.to_ascii_lowercase().ends_with(".svg") {
            return Ok(content);
        }
        if let Content::File(disk) = &content {
            match fs::read(disk) {
                Ok(bytes) => *buffer = bytes,
                // What cannot be read is told by whoever copies it.
                Err(_) => return Ok(content),
            }
        }
        let Some(kind) = kind else {
            if let Some(does) = svg::does(&String::from_utf8_lossy(buffer)) {
                let message = format!("this drawing does more than draw: {does}");
                let help =
                    "save it as plain SVG, or as PNG; browsers do not let it do so inside a page, but on its own";
                self.tell(Diagnostic::new(Code::ActiveDrawing, place(), message).help(help));
            }
            return Ok(Content::Buffer);
        };
        let Some(bare) = pictures::bare(buffer) else {
            let message = format!("this picture cannot be read as a {kind}");
            let help = "open it and save it again as JPEG, PNG or WebP; as it is, it could tell where it was taken";
            return Err(vec![Diagnostic::new(Code::PictureUnreadable, place(), message).help(help)]);
        };
        *buffer = bare;
        Ok(Content::Buffer)
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
        let from = self.edition.scene().href(&format!("/{path}"));
        let targets = &self.edition.plan.targets;
        let site = portable::Site { base: &self.base, has_file: &|path| targets.contains_key(path) };
        buffer.extend_from_slice(write(&text, &from[self.base.len() + 1..], site).as_bytes());
        Content::Buffer
    }

    /// The page as small as it can be, unless it would say something else.
    #[cfg(feature = "minify")]
    fn smaller(&self, path: &str, target: &Target, buffer: &mut Vec<u8>) {
        use crate::finish::minify::{Kept, page};
        let Ok(html) = std::str::from_utf8(buffer) else { return };
        let kept = match page(html) {
            Ok(small) => {
                buffer.clear();
                buffer.extend_from_slice(small.as_bytes());
                return;
            }
            Err(kept) => kept,
        };
        let place = match target {
            Target::Document(doc) => Place::file(&self.edition.documents[*doc].shape.path),
            _ => Place::file(&path.into()),
        };
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let (why, help) = match kept {
            Kept::TooDeep => (
                "its elements are nested too deep to be made smaller".to_owned(),
                "nobody sees a difference; fewer quotes and lists inside each other make it smaller",
            ),
            Kept::Text(was, is) => (
                format!("made smaller, it would say `{is}` and not `{was}`"),
                "nobody sees a difference; links and pictures that follow each other belong into a list or a paragraph",
            ),
            Kept::Facts(was, is) => (
                format!("made smaller, it would have `{is}` and not `{was}`"),
                "nobody sees a difference; look for an attribute that is written twice",
            ),
        };
        let message = format!("the page `{address}` is published as it is: {why}");
        self.tell(Diagnostic::new(Code::NotMinified, place, message).help(help));
        self.told_of.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// This build makes nothing smaller, which the command tells.
    #[cfg(not(feature = "minify"))]
    fn smaller(&self, _: &str, _: &Target, _: &mut Vec<u8>) {}
}
