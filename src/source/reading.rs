//! Reads one file: text into memory, of pictures only their size.

use super::stamp::Stamp;
use super::{Asset, FileContent, is_on_its_side, orientation};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Text files above this are refused: nobody writes them, and positions stay small.
const LARGEST_TEXT: u64 = 32 * 1024 * 1024;

/// What the file holds; `stamp` is what it looked like when it was listed.
///
/// # Errors
/// When it cannot be read.
pub(super) fn read(path: &str, disk: &Path, stamp: &Stamp) -> io::Result<FileContent> {
    if is_text(path) { text(disk, stamp) } else { asset(disk.to_owned(), stamp) }
}
/// Whether Handbill itself reads the file.
fn is_text(path: &str) -> bool {
    let top = path.split('/').next().unwrap_or("");
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match top {
        "site.yaml" | "data" => true,
        "content" => matches!(extension, "md" | "yaml"),
        "styles" => extension == "css",
        "strings" => extension == "ftl",
        "templates" => extension == "html",
        "themes" => matches!(extension, "css" | "html" | "ftl" | "yaml"),
        _ => false,
    }
}

fn text(disk: &Path, stamp: &Stamp) -> io::Result<FileContent> {
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.length.min(LARGEST_TEXT)).map_or(0, |length| length + 1));
    // A file may grow while it is read, without end.
    File::open(disk)?.take(LARGEST_TEXT + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST_TEXT) {
        return Ok(FileContent::NotText("it is larger than any text"));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') || text.starts_with("%PDF-") || text.starts_with(RICH_TEXT) => {
            FileContent::NotText(what_is_it(text.as_bytes()))
        }
        Ok(text) => FileContent::Text(Arc::from(text)),
        Err(error) => FileContent::NotText(what_is_it(error.as_bytes())),
    })
}

/// How word processors begin what they save as "rich text".
const RICH_TEXT: &str = "{\\rtf";

/// What a file probably is that is no UTF-8 text.
fn what_is_it(bytes: &[u8]) -> &'static str {
    // Every second byte of plain text in UTF-16 is zero.
    let zeros = |odd: usize| bytes.len() > 3 && bytes[..4].iter().skip(odd).step_by(2).all(|byte| *byte == 0);
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "it was saved as Unicode text of another sort, UTF-16",
        [b'P', b'K', 3, 4, ..] => "it is a Word or other office file with another name",
        [b'%', b'P', b'D', b'F', ..] => "it is a PDF with another name",
        _ if bytes.starts_with(RICH_TEXT.as_bytes()) => "it is rich text of a word processor with another name",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "it is an old Word file with another name",
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => {
            "it is a picture with another name"
        }
        _ if zeros(0) || zeros(1) => "it was saved as Unicode text of another sort, UTF-16",
        _ if bytes.contains(&0) => "it holds bytes that no text has",
        _ => {
            "its letters with accents, or its curly quotes, were saved in an old way (often called Windows-1252 or ANSI)"
        }
    }
}

/// A file that is published as it is.
///
/// # Errors
/// When it cannot be opened, for then it could not be published either.
fn asset(disk: PathBuf, stamp: &Stamp) -> io::Result<FileContent> {
    File::open(&disk)?;
    let pixels = imagesize::size(&disk)
        .ok()
        .and_then(|size| Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)))
        .map(|(width, height)| if is_shown_on_its_side(&disk) { (height, width) } else { (width, height) });
    let pixels = pixels.or_else(|| {
        disk.extension().is_some_and(|end| end.eq_ignore_ascii_case("svg")).then(|| svg_pixels(&disk)).flatten()
    });
    Ok(FileContent::Asset(Asset { length: stamp.length, modified: stamp.modified, pixels, disk }))
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
