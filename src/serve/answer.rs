//! What is asked and what is answered, as it stands between HTTP and whoever knows the pages.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;

/// What answers requests.
pub trait Answers: Send + Sync + 'static {
    /// Answers a GET. It may block, and it is called on several threads at once. If it panics, the browser is told
    /// that this page failed, and the next request is answered as if nothing had been.
    ///
    /// It is asked for HEAD as well; the body is then left out afterwards, so that the length is that of the GET.
    fn answer(&self, request: &Request) -> Answer;

    /// The news: a new value whenever there is a new edition. Each value is the JSON text of one Server-Sent Event
    /// named `edition`. Only the newest value is sent to a browser that is slow. It must not block.
    fn news(&self) -> watch::Receiver<Arc<str>>;
}

/// What a browser asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path, percent-decoded.
    ///
    /// **Invariant**: it begins with `/`, and has no segment `.` or `..`, no empty segment but the one after a final
    /// `/`, no backslash and no control character; no `/` in it was written as `%2F`.
    pub path: String,
    /// What stands after `?`, as the browser wrote it.
    pub query: Option<String>,
}

/// What is sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status code, 200 to 599.
    pub status: u16,
    /// The media type, with its charset. `None`: by the ending of the path; a path that ends with `/` is HTML.
    pub content_type: Option<Cow<'static, str>>,
    /// Where the page is instead, percent-encoded: `/stories/hannah/`. For the statuses 301 to 308.
    pub location: Option<String>,
    /// More headers, names in any case. They replace those that are sent with everything.
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// What the page or file holds.
    pub body: Body,
}

/// Where the bytes of an answer are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Here.
    Bytes(Vec<u8>),
    /// In a file, which is streamed and never held in memory whole.
    ///
    /// It is opened only if it is a plain file below the folder, links followed: a link that was put in the file's
    /// place since the folder was read does not lead out of it.
    File {
        /// The folder that is not left, usually the site's. It may itself be reached by links.
        root: PathBuf,
        /// The file, as a complete path or one from the folder.
        path: PathBuf,
    },
}

impl Answer {
    /// An answer of bytes whose type follows from the path.
    #[must_use]
    pub fn bytes(status: u16, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status, content_type: None, location: None, headers: vec![], body: Body::Bytes(bytes.into()) }
    }

    /// An HTML page.
    #[must_use]
    pub fn html(status: u16, html: impl Into<Vec<u8>>) -> Self {
        Self { content_type: Some(Cow::Borrowed("text/html; charset=utf-8")), ..Self::bytes(status, html) }
    }

    /// A file below a folder; see [`Body::File`].
    #[must_use]
    pub fn file(root: impl Into<PathBuf>, path: impl Into<PathBuf>) -> Self {
        Self { body: Body::File { root: root.into(), path: path.into() }, ..Self::bytes(200, []) }
    }

    /// Says that the page is at another address for now (302, which no browser remembers).
    #[must_use]
    pub fn elsewhere(location: impl Into<String>) -> Self {
        Self { location: Some(location.into()), ..Self::html(302, []) }
    }
}
