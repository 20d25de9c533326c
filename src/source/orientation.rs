//! Which way up a picture is: cameras store it as it was taken and note how to turn it.
//!
//! Only the place that browsers look at counts: the first EXIF block of a JPEG, a PNG, or a WebP that says it has one.

use std::io::{self, Read, Seek, SeekFrom};

/// EXIF blocks above this are not looked at; the orientation stands in the first few hundred bytes.
const LARGEST_EXIF: u64 = 1 << 20;

/// How a picture is to be turned: 1 not at all, 3 by half, 6 and 8 by a quarter, the others mirrored (EXIF 2.32, tag 274).
pub fn orientation(picture: &mut (impl Read + Seek)) -> u8 {
    // A file that breaks off says nothing of turning.
    exif(picture).ok().flatten().and_then(|exif| of_exif(&exif)).unwrap_or(1)
}

/// Whether width and height change places when the picture is turned.
pub fn is_on_its_side(orientation: u8) -> bool {
    (5..=8).contains(&orientation)
}

/// The picture's EXIF block, from its byte order on.
fn exif(picture: &mut (impl Read + Seek)) -> io::Result<Option<Vec<u8>>> {
    let mut start = [0; 12];
    picture.read_exact(&mut start)?;
    match &start {
        [0xff, 0xd8, ..] => {
            picture.seek(SeekFrom::Start(2))?;
            of_jpeg(picture)
        }
        [0x89, b'P', b'N', b'G', ..] => {
            picture.seek(SeekFrom::Start(8))?;
            of_png(picture)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => of_webp(picture),
        _ => Ok(None),
    }
}

fn of_jpeg(picture: &mut (impl Read + Seek)) -> io::Result<Option<Vec<u8>>> {
    loop {
        let mut marker = byte(picture)?;
        if marker != 0xff {
            continue;
        }
        while marker == 0xff {
            marker = byte(picture)?;
        }
        match marker {
            // The picture itself begins, or ends.
            0xda | 0xd9 => return Ok(None),
            0x00 | 0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let length = u64::from(u16::from_be_bytes([byte(picture)?, byte(picture)?]).saturating_sub(2));
        if marker == 0xe1 {
            let contents = take(picture, length)?;
            if let Some(exif) = contents.strip_prefix(b"Exif\0\0") {
                return Ok(Some(exif.to_owned()));
            }
        } else {
            skip(picture, length)?;
        }
    }
}

fn of_png(picture: &mut (impl Read + Seek)) -> io::Result<Option<Vec<u8>>> {
    loop {
        let head: [u8; 8] = array(picture)?;
        let length = u64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
        match &head[4..] {
            b"eXIf" if length <= LARGEST_EXIF => return take(picture, length).map(Some),
            b"IEND" => return Ok(None),
            _ => skip(picture, length + 4)?,
        }
    }
}

fn of_webp(picture: &mut (impl Read + Seek)) -> io::Result<Option<Vec<u8>>> {
    loop {
        let head: [u8; 8] = array(picture)?;
        let length = u64::from(u32::from_le_bytes([head[4], head[5], head[6], head[7]]));
        match &head[..4] {
            b"VP8X" => {
                let flags = take(picture, length)?;
                if flags.first().is_none_or(|flags| flags & 0b1000 == 0) {
                    return Ok(None);
                }
            }
            b"VP8 " | b"VP8L" if picture.stream_position()? == 20 => return Ok(None),
            b"EXIF" if length <= LARGEST_EXIF => {
                let exif = take(picture, length)?;
                // Some writers put the prefix of JPEG in front.
                return Ok(Some(exif.strip_prefix(b"Exif\0\0").map(<[u8]>::to_owned).unwrap_or(exif)));
            }
            _ => skip(picture, length + length % 2)?,
        }
    }
}

/// The orientation in an EXIF block, which is a TIFF file (TIFF 6.0, section 2).
fn of_exif(exif: &[u8]) -> Option<u8> {
    let big = match exif.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    };
    let directory = usize::try_from(long(4)?).ok().filter(|at| *at < exif.len())?;
    let entries = usize::from(short(directory)?);
    let entry = (0..entries).map(|index| directory + 2 + 12 * index).find(|at| short(*at) == Some(274))?;
    let value = short(entry + 8)?;
    u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
}

fn byte(picture: &mut impl Read) -> io::Result<u8> {
    array::<1>(picture).map(|[byte]| byte)
}

fn array<const N: usize>(picture: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    picture.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn take(picture: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![];
    picture.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn skip(picture: &mut impl Seek, length: u64) -> io::Result<()> {
    picture.seek_relative(i64::try_from(length).unwrap_or(i64::MAX))
}
