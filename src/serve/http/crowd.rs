//! How many connections there are at once, and which has to go when one more comes.
//!
//! A connection either waits for a request (a browser keeps some open in reserve, and a client that means no good sends
//! a byte now and then) or is being answered. When all places are taken, the one that has waited longest makes room;
//! one that is being answered never does, and a newcomer waits until there is room.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Response;
use hyper::body::{Body as HttpBody, Bytes, Frame, SizeHint};
use tokio::sync::Notify;
use tokio::task::AbortHandle;
use tokio::time::timeout;

/// How many connections there may be. A browser opens six for a server.
const MOST: usize = 256;

/// How long a connection may wait for a request before it has to make room: a newcomer's first request is on its way.
const GRACE: Duration = Duration::from_millis(250);

/// All connections.
#[derive(Default)]
pub(super) struct Crowd {
    held: Vec<(AbortHandle, Place)>,
    changed: Arc<Notify>,
}

/// What one connection is doing.
#[derive(Clone)]
pub(super) struct Place {
    /// Since when it has been waiting for a request; `None` while one is being answered.
    waiting: Arc<Mutex<Option<Instant>>>,
    changed: Arc<Notify>,
}

/// An answer that is being made or sent; when it is dropped, its connection waits again.
pub(super) struct Answering(Place);

impl Crowd {
    /// The place of a connection to come.
    pub(super) fn place(&self) -> Place {
        Place { waiting: Arc::new(Mutex::new(Some(Instant::now()))), changed: self.changed.clone() }
    }

    /// Notes a connection, by the task that serves it.
    pub(super) fn hold(&mut self, task: AbortHandle, place: Place) {
        self.held.push((task, place));
    }

    /// Waits until there is room for one more.
    pub(super) async fn room(&mut self) {
        loop {
            self.held.retain(|(task, _)| !task.is_finished());
            if self.held.len() < MOST {
                return;
            }
            let patience = match self.oldest() {
                Some((since, index)) if since.elapsed() >= GRACE => {
                    self.held.swap_remove(index).0.abort();
                    return;
                }
                Some((since, _)) => GRACE.saturating_sub(since.elapsed()),
                None => GRACE,
            };
            // Either a connection has changed or the oldest is old enough now; both are looked at again.
            let _ = timeout(patience, self.changed.notified()).await;
        }
    }

    /// Ends the connection that has waited longest, if one waits.
    pub(super) fn thin_out(&mut self) {
        self.held.retain(|(task, _)| !task.is_finished());
        if let Some((_, index)) = self.oldest() {
            self.held.swap_remove(index).0.abort();
        }
    }

    fn oldest(&self) -> Option<(Instant, usize)> {
        let waiting = self.held.iter().enumerate().filter_map(|(index, (_, place))| Some((place.since()?, index)));
        waiting.min()
    }
}

impl Place {
    /// Says that a request is being answered, as long as the value lives.
    pub(super) fn answering(&self) -> Answering {
        self.set(None);
        Answering(self.clone())
    }

    /// Says that the connection has ended.
    pub(super) fn left(&self) {
        self.changed.notify_one();
    }

    fn since(&self) -> Option<Instant> {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, waiting: Option<Instant>) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = waiting;
    }
}

impl Answering {
    /// The answer with its body, which keeps the place until it is sent or given up.
    pub(super) fn until_sent(self, response: Response<Body>) -> Response<Body> {
        response.map(|body| Body::new(Sending { body, _answering: self }))
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.set(Some(Instant::now()));
        self.0.changed.notify_one();
    }
}

/// A body that is part of an answer.
struct Sending {
    body: Body,
    _answering: Answering,
}

impl HttpBody for Sending {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
