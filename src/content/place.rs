//! What a file in `content/` is, from its path alone: which kind, which name, which part of the address.

use super::kinds::{KindName, LATER};
use super::slug::slug;
use std::collections::BTreeSet;

/// What a file in `content/` is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A document.
    Document(Standing),
    /// A file that is published when a page uses it.
    File,
    /// A folder of a kind that a later version publishes: its name.
    Later(&'static str),
    /// `_index.md`, which should be called `index.md`.
    UnderscoreIndex,
    /// Not read.
    Ignored,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// Its kind.
    pub kind: KindName,
    /// The folder below `content/` that makes it this kind: `stories`, or that of its set; empty for a page.
    pub folder: String,
    /// Its name in references: the file's name, or its folder's. For a page the whole path below `content/`.
    pub name: String,
    /// It is the introduction of a list or set (`stories/index.md`), or the home page.
    pub index: bool,
    /// The parts of the address before the last.
    pub parents: Vec<String>,
    /// The last part of the address, unless `slug` says otherwise. Empty for the home page.
    pub segment: String,
    /// One or two digits that lead the file's name in a set.
    pub digits: Option<u32>,
}

/// The parts of the address of what stands here; `slug` is the last one if it is written (content model, section 3).
pub fn segments(standing: &Standing, slug: Option<&str>) -> Vec<String> {
    let mut parts = standing.parents.clone();
    let last = slug.unwrap_or(&standing.segment);
    if !last.is_empty() {
        parts.push(last.to_owned());
    }
    parts
}

/// The address of what stands here: `/stories/hannah/`, or `/quotes/#chair` for what stands on one page with others.
/// Two at one address are told by the plan.
pub fn address(standing: &Standing, slug: Option<&str>) -> String {
    let parts = segments(standing, slug);
    if matches!(standing.kind, KindName::Quote | KindName::Action)
        && let [folder, .., last] = parts.as_slice()
    {
        return format!("/{folder}/#{last}");
    }
    if parts.is_empty() { "/".to_owned() } else { format!("/{}/", parts.join("/")) }
}

/// The folders below `content/` that are principle sets.
pub type SetFolders = BTreeSet<String>;

/// The file that makes its folder a set.
const SET: &str = "_set.yaml";

/// Names that people give it by mistake. They are told, and read as it: no other file of these names means anything.
const NEARLY_SET: [&str; 6] = ["set.yaml", "sets.yaml", "_sets.yaml", "_Set.yaml", "Set.yaml", "-set.yaml"];

/// Whether the file at this path makes its folder a set.
pub fn is_set_file(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(_, file)| set_files().any(|name| name == file))
}

/// The names of files that make their folder a set.
pub fn set_files() -> impl Iterator<Item = &'static str> {
    [SET].into_iter().chain(NEARLY_SET)
}

/// Folders of kinds, and of principles, by the names that people give them by mistake: in the singular, in capitals.
fn folder_meant(folder: &str) -> Option<&'static str> {
    let plain = folder.trim().to_lowercase();
    let singular = match plain.as_str() {
        "principle" => Some("principles"),
        "story" => Some("stories"),
        "person" | "persons" | "peoples" => Some("people"),
        _ => None,
    };
    let folders = || KindName::ALL.into_iter().filter_map(KindName::folder).chain(["principles"]);
    let same = || folders().find(|known| *known == plain || known.strip_suffix('s') == Some(plain.as_str()));
    singular.or_else(same).filter(|meant| *meant != folder)
}

/// What is wrong with the name of a file or folder that is read as if it had another: its path, what to say, what to do.
pub fn misnamed(path: &str, standing: &Standing) -> Option<(String, String, String)> {
    let inner = path.strip_prefix("content/")?;
    let (folders, file) = inner.rsplit_once('/').unwrap_or(("", inner));
    let first = folders.split('/').next().unwrap_or("");
    if let Some(meant) = folder_meant(first).filter(|meant| standing.folder.split('/').next() == Some(*meant)) {
        let message = format!("the folder `{first}` should be called `{meant}`");
        let help = format!("rename the folder `content/{first}` to `content/{meant}`, with the files in it");
        return Some((format!("content/{first}"), message, help));
    }
    (standing.kind == KindName::PrincipleSet && file != SET).then(|| {
        let message = format!("the file that makes this folder a set is called `{SET}`, with an underscore in front");
        (path.to_owned(), message, format!("rename `{path}` to `content/{folders}/{SET}`"))
    })
}

/// Languages that groups translate their pages into (ISO 639-1), but for those that are a word of English.
const LANGUAGES: [&str; 30] = [
    "ar", "bn", "bg", "cs", "cy", "de", "el", "en", "es", "fa", "fr", "ga", "gd", "gu", "hu", "hi", "ku", "lt", "nl",
    "pa", "pl", "ps", "pt", "ro", "ru", "ta", "tr", "uk", "ur", "zh",
];

/// The page that the one at this path would be a translation of, by its name: `index.md` of `index_en.md`. Names of
/// this form are ordinary ones; whether they mean this can be told from the other page alone.
pub fn translation_of(path: &str) -> Option<String> {
    let (stem, language) = path.strip_suffix(".md")?.rsplit_once(['_', '.'])?;
    LANGUAGES.contains(&language).then(|| format!("{stem}.md"))
}

/// The folders that are sets, from all paths of a site.
pub fn set_folders<'p>(paths: impl Iterator<Item = &'p str>) -> SetFolders {
    let declared = paths.filter(|path| is_set_file(path));
    let declared = declared.filter_map(|path| Some(path.strip_prefix("content/")?.rsplit_once('/')?.0));
    let declared = declared.filter(|folder| !folder.split('/').any(|part| part.starts_with(['_', '.'])));
    declared.map(str::to_owned).chain(["principles".to_owned()]).collect()
}

/// What the file at `path` is. `languages` are the site's further languages.
pub fn role(path: &str, sets: &SetFolders, languages: &[String]) -> Role {
    let Some(inner) = path.strip_prefix("content/") else { return Role::Ignored };
    let parts: Vec<&str> = inner.split('/').collect();
    let (file, folders) = parts.split_last().expect("a path has a part");
    // Read as what it is meant to be, so that consent is heeded; that its name is another is told.
    let is_page_of_its_own = folders.len() == 1 && *file == "index.md";
    let meant = folders.first().filter(|first| !is_page_of_its_own && !sets.contains(**first));
    let meant: Vec<&str> = match meant.and_then(|first| folder_meant(first)) {
        Some(meant) => [meant].into_iter().chain(folders[1..].iter().copied()).collect(),
        None => folders.to_vec(),
    };
    let folders = meant.as_slice();
    if folders.iter().any(|part| part.starts_with(['_', '.'])) {
        return Role::Ignored;
    }
    if let Some(later) = LATER.into_iter().find(|later| folders.first() == Some(later)) {
        return Role::Later(later);
    }
    let folder = folders.join("/");
    if *file == SET || NEARLY_SET.contains(file) && !folders.is_empty() {
        let (segment, parents) = folders.split_last().map_or(("", &[][..]), |(last, rest)| (*last, rest));
        return Role::Document(Standing {
            kind: KindName::PrincipleSet,
            name: folder.clone(),
            folder,
            index: false,
            parents: parents.iter().map(|part| slug(part)).collect(),
            segment: slug(segment),
            digits: None,
        });
    }
    if *file == "_index.md" {
        return Role::UnderscoreIndex;
    }
    if file.starts_with(['_', '.']) {
        return Role::Ignored;
    }
    let Some(stem) = file.strip_suffix(".md") else {
        return if file.ends_with(".yaml") { Role::Ignored } else { Role::File };
    };
    if let Some((_, language)) = stem.rsplit_once('.')
        && languages.iter().any(|known| known == language)
    {
        return Role::Later("translations");
    }
    let set =
        sets.iter().filter(|set| folder == **set || folder.starts_with(&format!("{set}/"))).max_by_key(|set| set.len());
    let kind = match set {
        Some(_) => KindName::Principle,
        None => folders.first().and_then(|first| KindName::of_folder(first)).unwrap_or(KindName::Page),
    };
    let base = match (set, kind) {
        (Some(set), _) => set.as_str(),
        (None, KindName::Page) => "",
        (None, _) => folders[0],
    };
    let depth = if base.is_empty() { 0 } else { base.split('/').count() };
    let inside = &folders[depth..];
    if stem == "index" && inside.is_empty() {
        return Role::Document(Standing {
            kind: KindName::Page,
            folder: base.to_owned(),
            name: if base.is_empty() { "index".to_owned() } else { format!("{base}/index") },
            index: true,
            parents: base.split('/').filter(|part| !part.is_empty()).map(slug).collect(),
            segment: String::new(),
            digits: None,
        });
    }
    let (last, inside) = if stem == "index" {
        inside.split_last().map_or((stem, inside), |(last, rest)| (*last, rest))
    } else {
        (stem, inside)
    };
    let (digits, bare) = if kind == KindName::Principle { leading_digits(last) } else { (None, last) };
    let parents = base.split('/').filter(|part| !part.is_empty()).chain(inside.iter().copied()).map(slug).collect();
    let name = if kind == KindName::Page {
        inside.iter().chain([&last]).copied().collect::<Vec<_>>().join("/")
    } else {
        bare.to_owned()
    };
    Role::Document(Standing { kind, folder: base.to_owned(), name, index: false, parents, segment: slug(bare), digits })
}

/// One or two digits and a dash at the start of a name, and the name without them.
fn leading_digits(name: &str) -> (Option<u32>, &str) {
    match name.split_once('-') {
        Some((digits, rest))
            if (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !rest.is_empty() =>
        {
            (digits.parse().ok(), rest)
        }
        _ => (None, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(path: &str) -> Standing {
        let sets = set_folders(["content/framework/_set.yaml"].into_iter());
        match role(path, &sets, &["cy".to_owned()]) {
            Role::Document(standing) => standing,
            other => panic!("{path} is {other:?}"),
        }
    }

    #[test]
    fn the_folder_says_the_kind() {
        assert_eq!(standing("content/stories/2024/hannah/index.md").name, "hannah");
        assert_eq!(standing("content/stories/2024/hannah.md").parents, ["stories", "2024"]);
        assert_eq!(standing("content/framework/02-hear.md").kind, KindName::Principle);
        assert_eq!(standing("content/framework/02-hear.md").segment, "hear");
        assert_eq!(standing("content/framework/02-hear.md").digits, Some(2));
        assert_eq!(standing("content/principles/listen.md").folder, "principles");
        assert_eq!(standing("content/help/rent.md").name, "help/rent");
        assert_eq!(standing("content/help/index.md").segment, "help");
        assert!(standing("content/stories/index.md").index);
        assert!(standing("content/index.md").index);
    }

    #[test]
    fn a_folder_or_set_by_a_name_that_is_nearly_right_is_read_as_what_is_meant_and_told() {
        for (path, kind, folder) in [
            ("content/Story/dave.md", KindName::Story, "stories"),
            ("content/STORIES/2024/dave/index.md", KindName::Story, "stories"),
            ("content/person/dave.md", KindName::Person, "people"),
            ("content/people /dave.md", KindName::Person, "people"),
            ("content/Principle/02-hear.md", KindName::Principle, "principles"),
            ("content/ladder/set.yaml", KindName::PrincipleSet, "ladder"),
        ] {
            let standing = standing(path);
            assert_eq!((standing.kind, standing.folder.as_str()), (kind, folder), "{path}");
            assert!(misnamed(path, &standing).is_some(), "{path}");
        }
        for path in ["content/stories/dave.md", "content/story/index.md", "content/storey/dave.md", "content/story.md"]
        {
            assert_eq!(misnamed(path, &standing(path)), None, "{path}");
        }
        assert_eq!(standing("content/story/index.md").kind, KindName::Page);
        assert_eq!(set_folders(["content/ladder/set.yaml"].into_iter()).len(), 2);
    }

    #[test]
    fn a_name_with_a_language_behind_it_may_be_that_of_a_translation() {
        assert_eq!(translation_of("content/index_en.md").as_deref(), Some("content/index.md"));
        assert_eq!(translation_of("content/a.b/about.cy.md").as_deref(), Some("content/a.b/about.md"));
        for path in ["content/vote_no.md", "content/about-us.md", "content/en.md", "content/index_en.txt"] {
            assert_eq!(translation_of(path), None, "{path}");
        }
    }

    #[test]
    fn what_is_no_document_is_said_so() {
        let sets = SetFolders::new();
        let of = |path| role(path, &sets, &["cy".to_owned()]);
        assert_eq!(of("content/_notes/a.md"), Role::Ignored);
        assert_eq!(of("content/stories/_index.md"), Role::UnderscoreIndex);
        assert_eq!(of("content/events/a.md"), Role::Later("events"));
        assert_eq!(of("content/about.cy.md"), Role::Later("translations"));
        assert_eq!(of("content/stories/hannah/photo.jpg"), Role::File);
    }
}
