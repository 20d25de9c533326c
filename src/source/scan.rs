//! Lists and reads the whole folder of a site.

use super::{Asset, Change, FileContent, is_on_its_side, orientation};
use crate::diagnostic::{Code, Diagnostic, Place, SitePath};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

/// Text files above this are refused: nobody writes them, and positions stay small.
const LARGEST_TEXT: u64 = 32 * 1024 * 1024;

/// All files of a site.
pub struct Scan {
    /// One change a file, by path.
    pub changes: Vec<Change>,
    /// Files that cannot be published, and why.
    pub told: Vec<Diagnostic>,
}

/// Lists and reads all files of the site in `folder`.
///
/// # Errors
/// When a folder or file cannot be read; the error names it.
pub fn scan(folder: &Path) -> io::Result<Scan> {
    let mut told = vec![];
    let mut found: Vec<(SitePath, PathBuf)> = vec![];
    let settings = folder.join("site.yaml");
    if settings.is_file() {
        found.push(("site.yaml".into(), settings));
    }
    let root = folder.canonicalize().map_err(|error| named(folder, &error))?;
    for top in ["content", "static", "styles", "templates", "themes", "data"] {
        let base = folder.join(top);
        if base.is_dir() {
            list(folder, &root, &base, &mut found, &mut told)?;
        }
    }
    found.sort();
    let changes = found.into_par_iter().map(|(path, disk)| {
        let content = if is_text(&path) { read(&disk) } else { asset(disk.clone()) };
        let content = content.map_err(|error| named(&disk, &error))?;
        Ok(Change { path, content: Some(content) })
    });
    Ok(Scan { changes: changes.collect::<io::Result<_>>()?, told })
}

fn list(
    folder: &Path,
    root: &Path,
    base: &Path,
    found: &mut Vec<(SitePath, PathBuf)>,
    told: &mut Vec<Diagnostic>,
) -> io::Result<()> {
    let walk = WalkDir::new(base).sort_by_file_name().into_iter().filter_entry(|entry| {
        // What editors and systems leave behind is not part of any site; `.well-known` is.
        let name = entry.file_name().to_string_lossy();
        !is_leftover(&name) && (!name.starts_with('.') || base.ends_with("static"))
    });
    for entry in walk {
        let entry = entry.map_err(|error| named(base, &io::Error::other(error)))?;
        let disk = entry.path();
        if entry.file_type().is_dir() {
            continue;
        }
        let relative = disk.strip_prefix(folder).unwrap_or(disk);
        let path = site_path(relative);
        if relative.to_str().is_none() {
            let place = Place::file(&path);
            told.push(
                Diagnostic::new(Code::FileLeftOut, place, "this file's name cannot be read")
                    .help("rename it with ordinary letters"),
            );
            continue;
        }
        if entry.path_is_symlink() {
            let target = disk.canonicalize().ok().filter(|target| target.is_file() && target.starts_with(root));
            if target.is_none() {
                let message = "this link leads out of the site's folder, or to a folder, and is left out";
                told.push(
                    Diagnostic::new(Code::FileLeftOut, Place::file(&path), message).help("put the file itself here"),
                );
                continue;
            }
        } else if !entry.file_type().is_file() {
            continue;
        }
        found.push((path, disk.to_owned()));
    }
    Ok(())
}

/// What editors and systems leave beside files.
fn is_leftover(name: &str) -> bool {
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".swx")
}

/// The path of a file below the site's folder, as all stages know it.
fn site_path(relative: &Path) -> SitePath {
    let parts: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().nfc().collect()).collect();
    parts.join("/").into()
}

/// Whether Handbill itself reads the file.
fn is_text(path: &str) -> bool {
    let top = path.split('/').next().unwrap_or("");
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match top {
        "site.yaml" | "data" => true,
        "content" => matches!(extension, "md" | "yaml"),
        "styles" => extension == "css",
        "templates" => extension == "html",
        "themes" => matches!(extension, "css" | "html" | "ftl" | "yaml"),
        _ => false,
    }
}

fn read(disk: &Path) -> io::Result<FileContent> {
    if disk.metadata()?.len() > LARGEST_TEXT {
        return Ok(FileContent::NotText("it is larger than any text"));
    }
    let bytes = std::fs::read(disk)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => FileContent::NotText("it holds bytes that no text has"),
        Ok(text) => FileContent::Text(Arc::from(text)),
        Err(error) => FileContent::NotText(what_is_it(error.as_bytes())),
    })
}

/// What a file probably is that is no UTF-8 text.
fn what_is_it(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "it is in UTF-16; save it as UTF-8",
        [b'P', b'K', 3, 4, ..] => "it is a Word or other office file with another name",
        [b'%', b'P', b'D', b'F', ..] => "it is a PDF with another name",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "it is an old Word file with another name",
        _ => "it is not in UTF-8; save it again with the encoding UTF-8",
    }
}

fn asset(disk: PathBuf) -> io::Result<FileContent> {
    let metadata = disk.metadata()?;
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let modified = modified.map_or(0, |time| i128::try_from(time.as_nanos()).unwrap_or(i128::MAX));
    let pixels = imagesize::size(&disk)
        .ok()
        .and_then(|size| Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)))
        .map(|(width, height)| if is_shown_on_its_side(&disk) { (height, width) } else { (width, height) });
    let pixels = pixels.or_else(|| {
        disk.extension().is_some_and(|end| end.eq_ignore_ascii_case("svg")).then(|| svg_pixels(&disk)).flatten()
    });
    Ok(FileContent::Asset(Asset { length: metadata.len(), modified, pixels, disk }))
}

/// Whether browsers turn the picture by a quarter.
fn is_shown_on_its_side(disk: &Path) -> bool {
    File::open(disk).is_ok_and(|file| is_on_its_side(orientation(&mut BufReader::new(file))))
}

/// Width and height that an SVG's first tag tells in whole numbers, if it does.
fn svg_pixels(disk: &Path) -> Option<(u32, u32)> {
    let text = std::fs::read_to_string(disk).ok()?;
    let tag = &text[text.find("<svg")?..];
    let tag = &tag[..tag.find('>')?];
    let number = |name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()?.trim_end_matches("px").parse().ok()
    };
    Some((number("width")?, number("height")?))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
