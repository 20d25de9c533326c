//! Who is to have which address, and what two of them at one address are told.

use super::{Target, Targets};
use crate::content::document::Shape;
use crate::diagnostic::{Code, Diagnostic, Place, Spot, Where};
use crate::site::DocId;
use rayon::prelude::*;
use std::sync::Arc;

/// Something that is to be at an address.
struct Claim {
    path: String,
    /// The path in lower case, where that is another one.
    lower: Option<String>,
    target: Target,
    by: By,
}

/// What claims an address. Its place is made only if it has to be told.
enum By {
    /// A spot of a document; if that is its `slug:`.
    Document(DocId, Spot, IsSlug),
    /// Something else.
    Other(Box<Place>),
}

/// Whether a spot is that of a `slug:`.
type IsSlug = bool;

impl Claim {
    /// The path in lower case: some systems do not tell cases apart.
    fn key(&self) -> &str {
        self.lower.as_deref().unwrap_or(&self.path)
    }

    fn place(&self, shapes: &[Arc<Shape>]) -> Place {
        match &self.by {
            By::Document(doc, spot, _) => shapes[*doc].place(*spot),
            By::Other(place) => (**place).clone(),
        }
    }

    /// The address without the `slug:` that gives it.
    fn without_slug(&self, shapes: &[Arc<Shape>]) -> Option<String> {
        match &self.by {
            By::Document(doc, _, true) => Some(crate::content::place::address(&shapes[*doc].standing, None)),
            _ => None,
        }
    }
}

/// What is to be at which address, in the order of importance: of two at one address the first has it.
pub(super) struct Claims {
    made: Vec<Claim>,
}

impl Claims {
    /// Room for so many.
    pub(super) fn with_capacity(many: usize) -> Self {
        Self { made: Vec::with_capacity(many) }
    }

    pub(super) fn claim(&mut self, path: String, target: Target, place: Place) {
        self.add(path, target, By::Other(Box::new(place)));
    }

    /// Claims what a document wants at one of its spots.
    pub(super) fn spot(&mut self, path: String, target: Target, doc: DocId, spot: Spot) {
        self.add(path, target, By::Document(doc, spot, false));
    }

    /// Adds those of another, which come after these.
    pub(super) fn append(&mut self, mut other: Self) {
        self.made.append(&mut other.made);
    }

    /// Claims the address of a document, which the file's name gives it, or its `slug:`.
    pub(super) fn document(&mut self, path: String, target: Target, doc: DocId, shape: &Shape) {
        let by = match &shape.common.slug {
            Some(slug) => By::Document(doc, slug.spot, true),
            None => By::Document(doc, shape.title.spot, false),
        };
        self.add(path, target, by);
    }

    fn add(&mut self, path: String, target: Target, by: By) {
        let is_lower = path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let lower = if is_lower { None } else { Some(path.to_lowercase()) };
        self.made.push(Claim { path, lower, target, by });
    }

    /// Gives each address to the first that claimed it, and tells the others.
    pub(super) fn granted(mut self, shapes: &[Arc<Shape>], told: &mut Vec<Diagnostic>) -> Granted {
        self.made.par_sort_by(|one, other| one.key().cmp(other.key()));
        let mut granted: Vec<Claim> = Vec::with_capacity(self.made.len());
        for claim in self.made {
            match granted.last().filter(|first| first.key() == claim.key()) {
                Some(first) => told.push(clash(first, &claim, shapes)),
                None => granted.push(claim),
            }
        }
        Granted(granted)
    }
}

/// What is at each address, in the order of the paths in lower case.
pub(super) struct Granted(Vec<Claim>);

impl Granted {
    /// Where a path in lower case stands, or would stand.
    fn find(&self, path: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|claim| claim.key().cmp(path))
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.find(path).is_ok()
    }

    /// Adds what has an address only where nothing else has it.
    pub(super) fn add(&mut self, path: String, target: Target, place: Place) {
        if let Err(at) = self.find(&path) {
            self.0.insert(at, Claim { path, lower: None, target, by: By::Other(Box::new(place)) });
        }
    }

    /// What is published, in the order of its path.
    pub(super) fn into_targets(self) -> Targets {
        let pages = self.0.into_iter().filter(|claim| !claim.path.contains('#'));
        let mut targets: Vec<_> = pages.map(|claim| (claim.path, claim.target)).collect();
        targets.sort_unstable_by(|(path, _), (other, _)| path.cmp(other));
        Targets(targets)
    }

    /// Tells of files where a folder has to be: `stories` beside `stories/hannah/index.html`.
    pub(super) fn tell_folders(&self, shapes: &[Arc<Shape>], told: &mut Vec<Diagnostic>) {
        // Nearly everything is published as `index.html`, and below that there is nothing.
        let plain = !self.0.iter().any(|claim| claim.key().contains("index.html/"));
        for file in self.0.iter().filter(|claim| !(plain && claim.key().ends_with("index.html"))) {
            let folder = format!("{}/", file.key());
            let first = self.find(&folder).unwrap_or_else(|first| first);
            let Some(below) = self.0.get(first).filter(|below| below.key().starts_with(&folder)) else { continue };
            let path = below.path.get(..folder.len() - 1).unwrap_or(&below.path);
            let message = format!("a file is published at `/{path}`, where a folder has to be");
            told.push(
                Diagnostic::new(Code::AddressTaken, file.place(shapes), message)
                    .also(below.place(shapes).label("this needs the folder"))
                    .help("rename the file"),
            );
        }
    }
}

/// Tells that an address is taken.
fn clash(first: &Claim, second: &Claim, shapes: &[Arc<Shape>]) -> Diagnostic {
    let address = second.path.strip_suffix("index.html").unwrap_or(&second.path);
    let mut message = format!("two things would be published at `/{address}`");
    // The one that can be changed is the main place: a document rather than a folder or a generated file, and one whose
    // address somebody chose rather than one that has it from its file's name.
    let is_file = |claim: &Claim| matches!(claim.place(shapes).at, Where::File);
    let is_chosen =
        |claim: &Claim| matches!(claim.by, By::Document(_, _, true)) || matches!(claim.target, Target::Redirect(_));
    let first_is_main = is_file(second) && !is_file(first)
        || is_chosen(first) && !is_chosen(second) && is_file(first) == is_file(second);
    let (main, other) = if first_is_main { (first, second) } else { (second, first) };
    let (place, other) = (main.place(shapes), other.place(shapes));
    let help = match (&main.target, main.without_slug(shapes)) {
        (Target::Redirect(_), _) if place.path == other.path => {
            message = format!("this page is at `/{address}` already");
            "take this address out".to_owned()
        }
        (Target::Redirect(_), _) => "take this address out, or write another one".to_owned(),
        (Target::File(_) | Target::Theme(_), _) => "rename one of the two".to_owned(),
        (_, Some(without)) if without.trim_matches('/') != address.trim_matches('/') => {
            format!("write another word after `slug:`, or take the line out: then this page is at `{without}`")
        }
        (_, Some(_)) => "write another word after `slug:`".to_owned(),
        _ => "rename one of the two, or give one another address with `slug: …`".to_owned(),
    };
    Diagnostic::new(Code::AddressTaken, place, message).also(other.label("the other is here")).help(help)
}
