//! An answer as HTTP: its headers, the part that was asked for, and its bytes as they are read.

use std::io::{self, Seek, SeekFrom};
use std::ops::Range;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, Response, StatusCode, header};
use hyper::body::{Body as _, Bytes};
use tokio::io::AsyncReadExt;
use tokio::task::spawn_blocking;
use tokio_util::io::ReaderStream;

use super::range::{Wanted, wanted};
use super::{opening, said, types};
use crate::serve::answer::{self, Answer};

/// How much of a file is read at a time, in bytes.
const CHUNK: usize = 64 << 10;

/// What is sent with everything: nothing is kept by a browser, guessed, or handed to other websites.
const ALWAYS: [(HeaderName, &str); 4] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::REFERRER_POLICY, "no-referrer"),
];

/// The bytes of an answer, with their number known.
enum Source {
    Bytes(Bytes),
    File(std::fs::File, u64),
}

/// Makes the response to a request for a path. An answer that is none (a status or header that cannot be) is a failure
/// of whoever gave it, and told as one.
pub(super) async fn reply(request: &Parts, path: &str, answer: Answer) -> Response<Body> {
    let status = StatusCode::from_u16(answer.status).ok().filter(|status| (200..600).contains(&status.as_u16()));
    let Some(status) = status else { return said::failed() };
    let source = match answer.body {
        answer::Body::Bytes(bytes) => Source::Bytes(bytes.into()),
        answer::Body::File { root, path } => match spawn_blocking(move || opening::open(&root, &path)).await {
            Ok(Ok((file, length))) => Source::File(file, length),
            _ => return said::no_file(),
        },
    };
    let mut headers = vec![(header::CONTENT_TYPE, answer.content_type.map_or_else(|| types::of(path), String::from))];
    headers.extend(answer.location.map(|location| (header::LOCATION, location)));
    for (name, value) in answer.headers {
        let Ok(name) = HeaderName::try_from(name.as_ref()) else { return said::failed() };
        headers.push((name, value));
    }

    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    for (name, value) in headers {
        let Ok(value) = HeaderValue::try_from(value) else { return said::failed() };
        response.headers_mut().insert(name, value);
    }
    if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) {
        return response;
    }
    let length = source.length();
    let wanted = if status == StatusCode::OK { part(request, length) } else { Wanted::Whole };
    let headers = response.headers_mut();
    if status == StatusCode::OK {
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    }
    let range = match wanted {
        Wanted::Whole => 0..length,
        Wanted::Part(range) => {
            headers.insert(
                header::CONTENT_RANGE,
                value(&format!("bytes {}-{}/{length}", range.start, range.end.saturating_sub(1))),
            );
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            range
        }
        Wanted::Nothing => {
            headers.insert(header::CONTENT_RANGE, value(&format!("bytes */{length}")));
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            0..0
        }
    };
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
    match source.body(range) {
        Ok(body) => response.map(|_| body),
        Err(_) => said::no_file(),
    }
}

/// Adds what is sent with everything, and takes the body away if only the head was asked for.
pub(super) fn finish(request: &Parts, mut response: Response<Body>) -> Response<Body> {
    for (name, value) in ALWAYS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    if request.method != Method::HEAD {
        return response;
    }
    if let Some(length) = response.body().size_hint().exact() {
        response.headers_mut().entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from(length));
    }
    response.map(|_| Body::empty())
}

/// The part that is asked for (RFC 9110, section 14.2: of a GET alone).
fn part(request: &Parts, length: u64) -> Wanted {
    // "If it is still as it was": we give nothing to tell by, so it counts as changed (section 13.1.5).
    if request.method != Method::GET || request.headers.contains_key(header::IF_RANGE) {
        return Wanted::Whole;
    }
    let mut ranges = request.headers.get_all(header::RANGE).iter();
    match (ranges.next().and_then(|range| range.to_str().ok()), ranges.next()) {
        (Some(range), None) => wanted(range, length),
        _ => Wanted::Whole,
    }
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("words and numbers are a header's value")
}

impl Source {
    fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(_, length) => *length,
        }
    }

    /// The bytes of a range below the length. Should the file have become shorter since, the connection breaks off,
    /// which is how a browser notices.
    fn body(self, range: Range<u64>) -> io::Result<Body> {
        match self {
            Self::Bytes(bytes) => {
                let at = |place| usize::try_from(place).expect("a place in bytes that are in memory");
                Ok(Body::from(bytes.slice(at(range.start)..at(range.end))))
            }
            Self::File(mut file, _) => {
                file.seek(SeekFrom::Start(range.start))?;
                let part = tokio::fs::File::from_std(file).take(range.end - range.start);
                Ok(Body::from_stream(ReaderStream::with_capacity(part, CHUNK)))
            }
        }
    }
}
