//! Pictures on their way from the folder of a site to the published one: nothing but the picture arrives.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use handbill::diagnostic::{Code, Diagnostic};
use handbill::publish::{Failure, publish};
use handbill::session::{EditionPages, Options, Session, Today};
use handbill::site::Drafts;
use handbill::source::Folder;
use std::fs;
use std::path::Path;

const PLACE: &[u8] = b"51 deg 30' N";

/// A JPEG of 30 by 20 pixels, with an EXIF block that has an orientation and a place.
fn photo(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(PLACE);
    let mut out = vec![0xff, 0xd8];
    let mut segment = |marker: u8, contents: &[u8]| {
        out.extend([0xff, marker, 0, u8::try_from(contents.len() + 2).unwrap()]);
        out.extend(contents);
    };
    segment(0xe1, &exif);
    segment(0xc0, &[8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
    segment(0xda, &[1, 1, 0, 0, 63, 0]);
    out.extend([1, 2, 3, 0xff, 0xd9]);
    out
}

/// A site with these files, published: what it told, or why it was not.
fn published(folder: &Path, files: &[(&str, &[u8])]) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let site = folder.join("site");
    let yaml: &[u8] = b"name: Copper Street\nlang: en\ncontact: a@b.example\nurl: https://a.example\n";
    for (path, bytes) in files.iter().chain([&("site.yaml", yaml)]) {
        fs::create_dir_all(site.join(path).parent().unwrap()).unwrap();
        fs::write(site.join(path), bytes).unwrap();
    }
    let changes = Folder::new(&site).open().unwrap();
    let today = Today::Date(jiff::civil::date(2026, 11, 24));
    let mut session = Session::new(Options { base_url: None, drafts: Drafts::LeftOut, today });
    session.apply(changes);
    let edition = session.edition();
    assert_eq!(edition.diagnostics, []);
    let pages = EditionPages::new(&edition);
    match publish(&folder.join("public"), &pages, &|_| {}) {
        Ok(_) => Ok(pages.notices()),
        Err(Failure::Pages(errors)) => Err(errors),
        Err(failure) => panic!("{failure}"),
    }
}

#[test]
fn no_published_picture_tells_where_it_was_taken() {
    let folder = tempfile::tempdir().unwrap();
    let page = b"---\ntitle: Here\n---\n![Us at the door](door.jpg)\n";
    let (upright, turned) = (photo(1), photo(6));
    let files: [(&str, &[u8]); 4] = [
        ("content/here.md", page),
        ("content/door.jpg", &turned),
        ("static/wall.JPEG", &upright),
        ("static/named-wrong.png", &upright),
    ];
    assert_eq!(published(folder.path(), &files), Ok(vec![]));
    let public = folder.path().join("public");
    for name in ["door.jpg", "wall.JPEG", "named-wrong.png"] {
        let bytes = fs::read(public.join(name)).unwrap();
        assert!(!bytes.windows(PLACE.len()).any(|window| window == PLACE), "{name}");
    }
    let html = fs::read_to_string(public.join("here/index.html")).unwrap();
    assert!(html.contains("width=\"20\" height=\"30\""), "the size is that of the turned picture: {html}");
    let before = fs::metadata(public.join("door.jpg")).unwrap().modified().unwrap();
    assert_eq!(published(folder.path(), &files), Ok(vec![]));
    let after = fs::metadata(public.join("door.jpg")).unwrap().modified().unwrap();
    assert_eq!(before, after, "the same bytes again");
}

#[test]
fn a_picture_that_cannot_be_read_is_not_published() {
    let folder = tempfile::tempdir().unwrap();
    let errors = published(folder.path(), &[("static/a.jpg", b"IMG 51 deg"), ("static/b.webp", b"")]).unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| (error.code, &*error.places[0].path)).collect();
    assert_eq!(told, [(Code::PictureUnreadable, "static/a.jpg"), (Code::PictureUnreadable, "static/b.webp")]);
    assert!(errors[0].message.contains("as a JPEG"), "{}", errors[0].message);
    assert!(!folder.path().join("public").exists());
}

#[test]
fn what_handbill_cannot_look_into_is_told_and_copied() {
    let folder = tempfile::tempdir().unwrap();
    let files: [(&str, &[u8]); 4] = [
        ("static/a.heic", b"?"),
        ("static/b.svg", b"<svg onclick='x'></svg>"),
        ("static/c.svg", b"<svg></svg>"),
        ("static/d.gif", b"GIF89a"),
    ];
    let notices = published(folder.path(), &files).unwrap();
    let told: Vec<_> = notices.iter().map(|notice| (notice.code, &*notice.places[0].path)).collect();
    assert_eq!(told, [(Code::PictureTellsMore, "static/a.heic"), (Code::ActiveDrawing, "static/b.svg")]);
    for (path, bytes) in files {
        assert_eq!(fs::read(folder.path().join("public").join(path.trim_start_matches("static/"))).unwrap(), bytes);
    }
}
