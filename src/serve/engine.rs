//! Takes changes of files in and makes the next moment of them; in idle times it looks for mistakes in all pages.

use super::earlier::Earlier;
use super::editor::Editor;
use super::http::Reach;
use super::moment::{Moment, pages};
use super::preview::Preview;
use crate::diagnostic::{Diagnostic, SitePath};
use crate::plan::Target;
use crate::session::{Edition, Session, Today};
use crate::source::{Asset, Change, FileContent};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Keeps the preview as the files are.
pub struct Engine {
    session: Session,
    earlier: Earlier,
    preview: Arc<Preview>,
    look: Option<Look>,
    /// Files that are published as they are and have been looked at as they are now, with what there is to tell of each.
    files: BTreeMap<SitePath, (Asset, Vec<Diagnostic>)>,
}

/// A look at all pages of a moment, to find what is wrong in templates.
struct Look {
    moment: Arc<Moment>,
    /// How many files have been made.
    made: usize,
    told: BTreeSet<Diagnostic>,
}

/// Whether a look at all pages came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    /// Something more urgent came up.
    Interrupted,
    /// Every page has been made once.
    AtAll,
}

impl Engine {
    /// An engine for a session that has taken in all files, and the preview of its first edition.
    pub fn start(mut session: Session, root: PathBuf, reach: Reach, editor: Option<Editor>) -> (Self, Arc<Preview>) {
        let mut earlier = Earlier::default();
        let moment = Arc::new(moment(1, &mut session, &mut earlier, BTreeMap::new(), reach));
        let preview = Arc::new(Preview::new(moment, reach, root, editor));
        let mut engine = Self { session, earlier, preview: preview.clone(), look: None, files: BTreeMap::new() };
        engine.look_again();
        (engine, preview)
    }

    /// What there is to tell now, and the files that it is about.
    pub fn told(&self) -> (Vec<Diagnostic>, Arc<Edition>) {
        let now = self.now();
        (now.problems(), now.told.clone())
    }

    /// What browsers see now.
    fn now(&self) -> Arc<Moment> {
        self.preview.now()
    }

    /// Takes changes in, and tells all browsers.
    pub fn take(&mut self, changes: Vec<Change>) {
        let before = self.earlier.before(&self.session, &changes);
        let files: Vec<SitePath> = changes
            .iter()
            .filter(|change| matches!(change.content, Some(FileContent::Asset(_))))
            .map(|change| change.path.clone())
            .collect();
        self.session.apply(changes);
        self.renew(before, &files);
    }

    /// Looks which day it is; whether another one has come.
    pub fn set_today(&mut self, today: Today) -> bool {
        self.session.set_today(today);
        let is_another = self.session.today() != self.now().told.site.today;
        if is_another {
            self.renew(BTreeMap::new(), &[]);
        }
        is_another
    }

    fn renew(&mut self, before: BTreeMap<SitePath, FileContent>, files: &[SitePath]) {
        let number = self.now().number + 1;
        let moment = moment(number, &mut self.session, &mut self.earlier, before, self.preview.reach());
        // A network is told of no file that is not published: its name may say whom a story is about.
        let is_told = |path: &&SitePath| {
            let planned =
                || moment.shown.plan.targets.iter().any(|(_, target)| *target == Target::File((*path).clone()));
            self.preview.reach() == Reach::ThisMachine || planned()
        };
        let hrefs = files.iter().filter(is_told).map(|path| moment.shown.scene().file_href(path)).collect();
        self.preview.show(Arc::new(moment), hrefs);
        self.look_again();
    }

    fn look_again(&mut self) {
        self.look = Some(Look { moment: self.now(), made: 0, told: BTreeSet::new() });
    }

    /// Makes every page, only to see whether that can be done; goes on where it was interrupted. When all have been
    /// made, browsers are told if anything is new.
    pub fn look(&mut self, interrupted: impl Fn() -> bool) -> Looked {
        let Some(mut look) = self.look.take() else { return Looked::AtAll };
        let moment = look.moment.clone();
        let shown = &moment.shown;
        let pages = pages(shown);
        let (mut buffer, mut new_files) = (vec![], vec![]);
        let mut ended = Looked::AtAll;
        for (path, target) in shown.plan.targets.iter().skip(look.made) {
            if interrupted() {
                ended = Looked::Interrupted;
                break;
            }
            look.made += 1;
            let file = match target {
                Target::File(source) => shown.asset(source).map(|asset| (source, asset)),
                _ => None,
            };
            if let Some((source, asset)) = file {
                // A film or a thousand photographs are read once, not after every edit.
                match self.files.get(source) {
                    Some((known, told)) if known == asset => {
                        look.told.extend(told.iter().cloned());
                        continue;
                    }
                    _ => new_files.push((source.clone(), asset.clone())),
                }
            }
            buffer.clear();
            if let Err(mistakes) = pages.make_target(path, target, &mut buffer) {
                if file.is_some() {
                    new_files.pop();
                }
                moment.note(path, mistakes);
            }
        }
        let notices = pages.notices();
        for (source, asset) in new_files {
            let told = notices.iter().filter(|notice| notice.places[0].path == source).cloned().collect();
            self.files.insert(source, (asset, told));
        }
        look.told.extend(notices);
        if ended == Looked::Interrupted {
            self.look = Some(look);
        } else {
            self.preview.looked(&moment, look.told.into_iter().collect());
        }
        ended
    }
}

/// The moment that the session's files make.
fn moment(
    number: u64,
    session: &mut Session,
    earlier: &mut Earlier,
    before: BTreeMap<SitePath, FileContent>,
    reach: Reach,
) -> Moment {
    let told = session.edition();
    earlier.after(&told, before);
    let instead = earlier.instead(&told, reach);
    let shown = if instead.is_nothing() { told.clone() } else { session.edition_instead(&instead) };
    Moment::new(number, told, shown, instead)
}
