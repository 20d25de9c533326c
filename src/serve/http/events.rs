//! The news as Server-Sent Events, so that an open page knows of a new edition (HTML standard, section 9.2).

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::Response;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use tokio::sync::{Semaphore, watch};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// How many streams there may be at once, so that three quarters of all connections are left for pages.
const MOST: usize = 64;

/// How soon a page asks again after the stream has ended: the preview was started again.
const RETRY: Duration = Duration::from_millis(500);

/// How soon a page asks again for which there is no stream.
const RETRY_WITHOUT_STREAM: Duration = Duration::from_secs(5);

/// How often a line is sent when there is no news, so that whatever is in between does not think the stream dead, and
/// so that we notice a client that has gone without a word.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// The streams that there may be.
pub(super) struct Streams(Arc<Semaphore>);

impl Streams {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
    }

    /// A stream that begins with the news as it is and goes on with each that follows.
    ///
    /// One page too many gets the news as it is, and asks again from time to time: it is late but not blind.
    pub(super) fn open(&self, news: watch::Receiver<Arc<str>>) -> Response<Body> {
        let Ok(permit) = self.0.clone().try_acquire_owned() else {
            let now = event(&news.borrow()).retry(RETRY_WITHOUT_STREAM);
            return Sse::new(tokio_stream::once(Ok::<_, Infallible>(now))).into_response();
        };
        let mut first = true;
        let events = WatchStream::new(news).map(move |news| {
            // The stream has the permit for as long as it lives.
            let _ = &permit;
            let event = event(&news);
            Ok::<_, Infallible>(if std::mem::take(&mut first) { event.retry(RETRY) } else { event })
        });
        Sse::new(events).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
    }
}

fn event(news: &str) -> Event {
    Event::default().event("edition").data(news)
}
