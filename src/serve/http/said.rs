//! What the server itself has to say: small pages for someone who expected another.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};

/// A page of one sentence, and what to do about it. Both are ours: nothing a browser sent stands in them.
pub(super) fn page(status: StatusCode, sentence: &'static str, help: &'static str) -> Response<Body> {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{sentence}</title>\n\
         <style>body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:34em;margin:3em auto;padding:0 1em}}</style>\n\
         <h1>{sentence}</h1>\n<p>{help}</p>\n"
    );
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

/// The name in the address is not one of this machine's.
pub(super) fn wrong_host() -> Response<Body> {
    page(
        StatusCode::FORBIDDEN,
        "This preview is not shown under this address",
        "Open it as the terminal shows it. Other names are refused, so that no website can read your drafts through \
         your browser.",
    )
}

/// The key is missing or an old one.
pub(super) fn no_key() -> Response<Body> {
    page(
        StatusCode::FORBIDDEN,
        "This preview needs its key",
        "Open the whole address as the terminal shows it, with everything after the question mark, or scan the code \
         there. Each start of the preview has a new key. If you have just opened the whole address, \
         <a href=\"\">try again</a>.",
    )
}

/// Another website's page asked.
pub(super) fn foreign() -> Response<Body> {
    page(StatusCode::FORBIDDEN, "Only the preview's own pages may ask for this", "Open the preview itself.")
}

/// Neither GET nor HEAD.
pub(super) fn method() -> Response<Body> {
    let mut response = page(
        StatusCode::METHOD_NOT_ALLOWED,
        "The preview only shows pages",
        "Forms and other programs cannot send anything to it. Go back, and open the page with its address.",
    );
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

/// An address that no page has.
pub(super) fn bad_path() -> Response<Body> {
    page(
        StatusCode::BAD_REQUEST,
        "There can be no page at this address",
        "There are signs in it that no address of the site has. Check it, or begin at the <a href=\"/\">first page</a>.",
    )
}

/// A file that was there and cannot be opened.
pub(super) fn no_file() -> Response<Body> {
    page(
        StatusCode::NOT_FOUND,
        "This file cannot be opened",
        "It has just been moved, may not be read, or is a link that leads out of the site's folder.",
    )
}

/// Making the answer failed.
pub(super) fn failed() -> Response<Body> {
    page(
        StatusCode::INTERNAL_SERVER_ERROR,
        "Handbill failed at this page",
        "That is a mistake in Handbill, not yours. The terminal says more. The other pages are still there.",
    )
}
