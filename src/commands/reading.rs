//! Reads a whole site, as every command does that builds or checks one.

use super::Failed;
use super::telling::strict;
use crate::cli::Reading;
use crate::diagnostic::{Diagnostic, Severity, SitePath};
use crate::session::{Edition, Instead, MendedFile, Options, Session, Today};
use crate::site::Drafts;
use crate::source::Folder;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A site that was read.
pub(super) struct Read {
    /// Its files on disk.
    pub(super) folder: Folder,
    session: Session,
    /// The site as it is.
    pub(super) edition: Arc<Edition>,
    strict: bool,
}

/// Reads the site that was asked for, in a session that begins so. What it is published to is no part of it.
///
/// # Errors
/// Wrong use or a failing machine.
pub(super) fn read(asked: &Reading, output: &Path, begin: fn(Options) -> Session) -> Result<Read, Failed> {
    if !asked.site.is_dir() {
        return Err(Failed::new(format!("there is no folder {}", asked.site.display())));
    }
    let base_url = asked.base_url.as_deref().map(checked_url).transpose()?;
    let today = asked.date.map_or_else(|| Today::At(jiff::Timestamp::now()), Today::Date);
    let drafts = if asked.drafts { Drafts::Shown } else { Drafts::LeftOut };
    let mut session = begin(Options { base_url, drafts, today });
    let mut folder = Folder::new(&asked.site).without(&[output.to_owned()]);
    session.apply(folder.open()?);
    let edition = session.edition();
    Ok(Read { folder, session, edition, strict: asked.strict })
}

impl Read {
    /// Everything that is to be told before a page is made.
    pub(super) fn told(&self) -> Vec<Diagnostic> {
        let mut told = self.edition.diagnostics.clone();
        if self.strict {
            strict(&mut told);
        }
        told
    }

    /// Mends what can be mended safely, in memory and in all files but these; the edition is then that of the mended
    /// files.
    pub(super) fn mend(&mut self, without: &BTreeSet<SitePath>) -> Vec<MendedFile> {
        let mended = self.session.mend(without);
        self.edition = self.session.edition();
        mended
    }

    /// How many of these errors `handbill fix` mends, with all of them tried as it does. The session then holds the mended
    /// files; the edition stays as it was.
    pub(super) fn mendable(&mut self, told: &[Diagnostic], without: &BTreeSet<SitePath>) -> usize {
        let offered = told.iter().filter(|told| told.severity == Severity::Error && told.repair.is_some());
        let offered: Vec<&Diagnostic> = offered.collect();
        if offered.is_empty() {
            return 0;
        }
        self.session.mend(without);
        let after = self.session.edition();
        let key = |told: &Diagnostic| (told.places[0].path.clone(), told.code, told.message.clone());
        let left: BTreeSet<_> = after.diagnostics.iter().map(key).collect();
        offered.into_iter().filter(|told| !left.contains(&key(told))).count()
    }

    /// Leaves out every document that has errors, until none has.
    pub(super) fn leave_out_broken(&mut self) {
        let mut instead = Instead::default();
        loop {
            let mut broken = self.edition.with_errors();
            broken.retain(|path| !instead.left_out.contains(path));
            if broken.is_empty() {
                return;
            }
            instead.left_out.append(&mut broken);
            self.edition = self.session.edition_instead(&instead);
        }
    }
}

/// An address to publish under, from the command line.
fn checked_url(url: &str) -> Result<String, Failed> {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://")).unwrap_or("");
    let sound = !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\\<>\"@%".contains(c))
        && !rest.contains("/.")
        && !rest.contains("//");
    if sound {
        Ok(url.to_owned())
    } else {
        Err(Failed::new(format!("`{url}` is not the address of a site: write it as https://our-group.org")))
    }
}
