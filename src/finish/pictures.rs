//! Pictures without what they tell besides the picture: where and when it was taken, with what, by whom.
//!
//! What is kept is listed, not what is taken away: pixels, colours, animation, and which way up. Anything else, known
//! or not, does not get through, such as a second picture or a film behind the first one.

use crate::source::orientation;
use img_parts::Bytes;
use img_parts::png::{Png, PngChunk};
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::WebP;
use std::borrow::Cow;
use std::io::Cursor;

/// Markers of a JPEG (ITU-T T.81, table B.1).
const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;

/// Chunks of a PNG that change how it looks (PNG, third edition, section 11).
const PNG_CHUNKS: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"acTL", b"fcTL", b"fdAT",
];

/// Chunks of a WebP that change how it looks (RFC 9649, section 2.7).
const WEBP_CHUNKS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH"];

/// The kind of picture that a file's name says, if Handbill can take metadata out of it.
pub fn kind(path: &str) -> Option<&'static str> {
    match end(path).as_str() {
        "jpg" | "jpeg" | "jpe" | "jfif" => Some("JPEG"),
        "png" | "apng" => Some("PNG"),
        "webp" => Some("WebP"),
        _ => None,
    }
}

/// Whether a file's name says that it is a picture which may hold metadata that Handbill cannot take out.
pub fn may_tell_more(path: &str) -> bool {
    matches!(end(path).as_str(), "heic" | "heif" | "avif" | "jxl" | "tif" | "tiff")
}

fn end(path: &str) -> String {
    path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase()
}

/// A JPEG, PNG or WebP, whatever its name says, without metadata; `None` if it is none of them, or broken.
pub fn bare(picture: &[u8]) -> Option<Vec<u8>> {
    let turned = match orientation(&mut Cursor::new(picture)) {
        1 => None,
        turn => Some(exif(turn)),
    };
    match picture {
        [0xff, 0xd8, ..] => jpeg(picture, turned.as_deref()),
        [0x89, b'P', b'N', b'G', ..] => png(picture, turned.as_deref()),
        [b'R', b'I', b'F', b'F', ..] => webp(picture, turned.as_deref()),
        _ => None,
    }
}

/// An EXIF block that says which way up, and nothing else: a TIFF header and a directory of one entry.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    // Tag 274, type SHORT, one value; no further directory.
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
    exif
}

/// A JPEG is read by hand: img-parts takes everything after the first scan over as it is, and there phones put a second
/// picture or a film, with a place of their own.
fn jpeg(picture: &[u8], turned: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(picture.len());
    out.extend([0xff, SOI]);
    // Where the block that says which way up belongs: after the resolution, before all else.
    let mut head = out.len();
    let (mut frame, mut scan) = (false, false);
    let mut rest = &picture[2..];
    loop {
        let data = rest.iter().position(|byte| *byte == 0xff).unwrap_or(rest.len());
        if scan {
            out.extend(&rest[..data]);
        }
        rest = &rest[data..];
        let Some(fill) = rest.iter().position(|byte| *byte != 0xff) else { break };
        let marker = rest[fill];
        rest = &rest[fill + 1..];
        match marker {
            SOI | EOI => break,
            // An escaped byte or a restart inside a scan; they have no length.
            0x00 | 0x01 | 0xd0..=0xd7 if scan => out.extend([0xff, marker]),
            0x00 | 0x01 | 0xd0..=0xd7 => {}
            _ => {
                let Some(length) = rest.get(..2).map(|bytes| usize::from(u16::from_be_bytes([bytes[0], bytes[1]])))
                else {
                    break;
                };
                let Some(contents) = rest.get(2..length) else { break };
                rest = &rest[length..];
                if let Some(contents) = jpeg_segment(marker, contents) {
                    jpeg_write(marker, &contents, &mut out);
                    frame |= matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
                    scan |= marker == SOS;
                    if marker == APP0 && !frame {
                        head = out.len();
                    }
                }
            }
        }
    }
    out.extend([0xff, EOI]);
    if let Some(exif) = turned {
        let mut block = vec![];
        jpeg_write(APP0 + 1, &[b"Exif\0\0", exif].concat(), &mut block);
        out.splice(head..head, block);
    }
    (frame && scan).then_some(out)
}

fn jpeg_write(marker: u8, contents: &[u8], out: &mut Vec<u8>) {
    let length = u16::try_from(contents.len() + 2).expect("no segment becomes longer than it was");
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend(contents);
}

/// What stays of a segment; `None` if it does not change how the picture looks.
fn jpeg_segment(marker: u8, contents: &[u8]) -> Option<Cow<'_, [u8]>> {
    match marker {
        // A thumbnail may show what was cut off later: only the 14 bytes before it stay, with no size for it.
        APP0 if contents.starts_with(b"JFIF\0") && contents.len() >= 14 => {
            let mut head = contents[..14].to_vec();
            head[12..].fill(0);
            Some(Cow::Owned(head))
        }
        0xe2 if contents.starts_with(b"ICC_PROFILE\0") => Some(Cow::Borrowed(contents)),
        // It says how colours are stored.
        0xee if contents.starts_with(b"Adobe") && contents.len() >= 12 => Some(Cow::Borrowed(&contents[..12])),
        // Tables, frames, scans: all others are for applications, extensions and comments.
        0xc0..=0xdf => Some(Cow::Borrowed(contents)),
        _ => None,
    }
}

fn png(picture: &[u8], turned: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(picture)).ok()?;
    let chunks = png.chunks_mut();
    chunks.retain(|chunk| PNG_CHUNKS.contains(&&chunk.kind()));
    let has = |kind| chunks.iter().any(|chunk| chunk.kind() == kind);
    if chunks.first()?.kind() != *b"IHDR" || !has(*b"IDAT") || !has(*b"IEND") {
        return None;
    }
    if let Some(exif) = turned {
        chunks.insert(1, PngChunk::new(*b"eXIf", Bytes::copy_from_slice(exif)));
    }
    Some(png.encoder().bytes().to_vec())
}

fn webp(picture: &[u8], turned: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(picture)).ok()?;
    let chunks = webp.chunks_mut();
    chunks.retain(|chunk| WEBP_CHUNKS.contains(&&chunk.id()));
    if !chunks.iter().any(|chunk| matches!(&chunk.id(), b"VP8 " | b"VP8L" | b"ANMF")) {
        return None;
    }
    for chunk in chunks.iter_mut() {
        let id = chunk.id();
        let RiffContent::Data(data) = chunk.content_mut() else { return None };
        if id == *b"VP8X" {
            // The flags say whether there is an EXIF block and an XMP block.
            let mut flags = data.to_vec();
            *flags.first_mut()? &= !0b1100;
            flags[0] |= if turned.is_some() { 0b1000 } else { 0 };
            *data = Bytes::from(flags);
        } else if id == *b"ANMF" {
            *data = Bytes::from(webp_frame(data)?);
        }
    }
    if let Some(exif) = turned {
        chunks.push(RiffChunk::new(*b"EXIF", RiffContent::Data(Bytes::copy_from_slice(exif))));
    }
    Some(webp.encoder().bytes().to_vec())
}

/// A frame of an animation: 16 bytes, and chunks of its own, which may be unknown ones too.
fn webp_frame(frame: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = frame.split_at_checked(16)?;
    let mut out = head.to_vec();
    while rest.len() >= 8 {
        let length = usize::try_from(u32::from_le_bytes([rest[4], rest[5], rest[6], rest[7]])).ok()?;
        let chunk = rest.get(..8 + length)?;
        let padded = (8 + length + length % 2).min(rest.len());
        if matches!(&chunk[..4], b"ALPH" | b"VP8 " | b"VP8L") {
            out.extend(&rest[..padded]);
        }
        rest = &rest[padded..];
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What no published picture may hold.
    const SECRET: &[u8] = b"51.5034N 0.1276W";

    fn holds(bytes: &[u8], what: &[u8]) -> bool {
        bytes.windows(what.len()).any(|window| window == what)
    }

    /// An EXIF block with an orientation and a place.
    fn camera(turn: u8, big: bool) -> Vec<u8> {
        let mut block = if big { b"MM\0*\0\0\0\x08\0\x02".to_vec() } else { b"II*\0\x08\0\0\0\x02\0".to_vec() };
        let entries: [[u16; 2]; 2] = [[0x010f, 7], [0x0112, 3]];
        for [tag, kind] in entries {
            let value = if tag == 0x0112 { u16::from(turn) } else { 38 };
            if big {
                block.extend(tag.to_be_bytes());
                block.extend(kind.to_be_bytes());
                block.extend(1u32.to_be_bytes());
                block.extend(value.to_be_bytes());
            } else {
                block.extend(tag.to_le_bytes());
                block.extend(kind.to_le_bytes());
                block.extend(1u32.to_le_bytes());
                block.extend(value.to_le_bytes());
            }
            block.extend([0, 0]);
        }
        block.extend([0; 4]);
        block.extend(SECRET);
        block
    }

    fn photo(turn: u8, big: bool) -> Vec<u8> {
        let mut out = vec![0xff, SOI];
        jpeg_write(APP0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x0151.5034N 0.1276W", &mut out);
        jpeg_write(0xe1, &[b"Exif\0\0".as_slice(), &camera(turn, big)].concat(), &mut out);
        jpeg_write(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat(), &mut out);
        jpeg_write(0xe2, b"ICC_PROFILE\0\x01\x01colours", &mut out);
        jpeg_write(0xe2, &[b"MPF\0", SECRET].concat(), &mut out);
        jpeg_write(0xed, &[b"Photoshop 3.0\0", SECRET].concat(), &mut out);
        jpeg_write(0xfe, SECRET, &mut out);
        jpeg_write(0xdb, &[0; 65], &mut out);
        jpeg_write(0xc2, &[8, 0, 20, 0, 30, 1, 1, 0x11, 0], &mut out);
        jpeg_write(SOS, &[1, 1, 0, 0, 0, 0], &mut out);
        out.extend([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]);
        jpeg_write(0xfe, SECRET, &mut out);
        jpeg_write(SOS, &[1, 1, 0, 1, 5, 0], &mut out);
        out.extend([5, 6, 0xff, EOI]);
        // A film of the moment, as phones append it.
        out.extend(SECRET);
        out
    }

    fn drawing(turn: Option<u8>) -> Vec<u8> {
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut chunk = |kind: &[u8; 4], contents: &[u8]| {
            let chunk = PngChunk::new(*kind, Bytes::copy_from_slice(contents));
            out.extend(&chunk.encoder().bytes()[..]);
        };
        chunk(b"IHDR", &[0, 0, 0, 30, 0, 0, 0, 20, 8, 2, 0, 0, 0]);
        chunk(b"iCCP", b"colours\0\0x");
        chunk(b"tEXt", SECRET);
        chunk(b"iTXt", SECRET);
        chunk(b"prVt", SECRET);
        chunk(b"IDAT", b"pixels");
        if let Some(turn) = turn {
            chunk(b"eXIf", &camera(turn, true));
        }
        chunk(b"tIME", &[7, 234, 11, 24, 1, 2, 3]);
        chunk(b"IEND", b"");
        out.extend(SECRET);
        out
    }

    fn web(turn: u8) -> Vec<u8> {
        let chunk = |kind: &[u8; 4], contents: &[u8]| {
            let mut out = kind.to_vec();
            out.extend(u32::try_from(contents.len()).unwrap().to_le_bytes());
            out.extend(contents);
            out.extend(vec![0; contents.len() % 2]);
            out
        };
        let frame = [&[0; 16][..], &chunk(b"VP8L", b"\x2fpixel"), &chunk(b"oops", SECRET)].concat();
        let chunks = [
            chunk(b"VP8X", &[0b0010_1110, 0, 0, 0, 29, 0, 0, 19, 0, 0]),
            chunk(b"ICCP", b"colours"),
            chunk(b"ANIM", &[0; 6]),
            chunk(b"ANMF", &frame),
            chunk(b"EXIF", &camera(turn, false)),
            chunk(b"XMP ", SECRET),
            chunk(b"oops", SECRET),
        ];
        [chunk(b"RIFF", &[b"WEBP".as_slice(), &chunks.concat()].concat()), SECRET.to_vec()].concat()
    }

    #[test]
    fn nothing_but_the_picture_is_published() {
        for picture in [photo(1, true), photo(6, false), drawing(None), drawing(Some(8)), web(1), web(3)] {
            assert!(holds(&picture, SECRET));
            let bare = bare(&picture).unwrap();
            assert!(!holds(&bare, SECRET), "{bare:?}");
            assert!(holds(&bare, b"colours"), "the colour profile stays");
            assert_eq!(super::bare(&picture).unwrap(), bare, "the same bytes every time");
            assert_eq!(super::bare(&bare).unwrap(), bare, "nothing is left to take away");
        }
    }

    #[test]
    fn pictures_stay_the_right_way_up() {
        for turn in 1..=8 {
            for picture in [photo(turn, true), photo(turn, false), drawing(Some(turn)), web(turn)] {
                assert_eq!(orientation(&mut Cursor::new(&picture)), turn);
                let bare = bare(&picture).unwrap();
                assert_eq!(orientation(&mut Cursor::new(&bare)), turn);
                let block = [0xffu8, 0xe1].as_slice();
                assert!(turn > 1 || !(holds(&bare, block) || holds(&bare, b"eXIf") || holds(&bare, b"EXIF")));
            }
        }
    }

    #[test]
    fn pixels_are_as_they_were() {
        let bare = bare(&photo(6, true)).unwrap();
        assert!(holds(&bare, &[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, SOS]), "scans follow each other");
        assert!(bare.ends_with(&[5, 6, 0xff, EOI]));
        let size = imagesize::blob_size(&bare).unwrap();
        assert_eq!((size.width, size.height), (30, 20));
        assert_eq!(imagesize::blob_size(&super::bare(&drawing(None)).unwrap()).unwrap().width, 30);
        assert_eq!(imagesize::blob_size(&super::bare(&web(1)).unwrap()).unwrap().width, 30);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for broken in
            [&b""[..], b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBP"]
        {
            assert_eq!(bare(broken), None, "{broken:?}");
        }
        let mut damaged = drawing(None);
        damaged[20] ^= 1;
        assert_eq!(bare(&damaged), None);
        for picture in [photo(6, true), drawing(Some(6)), web(6)] {
            for length in 0..picture.len() {
                let kept = bare(&picture[..length]);
                assert!(kept.is_none_or(|kept| !holds(&kept, SECRET)));
            }
        }
    }
}
