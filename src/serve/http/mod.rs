//! HTTP for browsers: listens, keeps out whom the preview is not for, and lets an [`Answers`] answer the rest.
//!
//! HTTP itself is hyper's, streams of events are axum's. What is here is what a preview must hold: a client that is
//! slow, broken or hostile takes one place among many, and nothing that a request says reaches a file.

mod crowd;
mod events;
mod gate;
mod opening;
mod path;
mod patient;
mod range;
mod reply;
mod said;
mod types;

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Response, header};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use self::crowd::{Crowd, Place};
use self::events::Streams;
use self::gate::{Gate, Key};
use self::patient::Patient;
use super::{Answers, Request, lan};

/// Where the news is.
pub const EVENTS: &str = "/_handbill/events";

/// How many further ports are tried.
const TRIES: u16 = 20;

/// How long a client may take to send the head of a request, or to begin with the next one.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// How large the head of a request may be, in bytes. All that was ever developed at `localhost` leaves its cookies.
const HEAD_SIZE: usize = 64 << 10;

/// How long a client may take nothing of an answer. A browser whose film is paused does so too; it comes back with a
/// range.
const PATIENCE: Duration = Duration::from_secs(60);

/// How many answers are made at a time.
const AT_A_TIME: usize = 32;

/// How many threads there are for what blocks: answers, and the reading of files besides.
const THREADS: usize = AT_A_TIME + 32;

/// The stack of a thread that makes answers: minify-html takes some kilobytes for each level of nested elements.
const STACK: usize = 8 << 20;

/// What to listen on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The port to begin with. Zero: any that is free.
    pub port: u16,
    /// Who can look.
    pub reach: Reach,
}

/// Who can look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Browsers on this machine.
    ThisMachine,
    /// Everyone in its networks who has the key.
    Network,
}

/// A server that has its port and does not answer yet.
pub struct Bound {
    listeners: Vec<TcpListener>,
    port: u16,
    key: Option<Key>,
}

/// Takes a port: the one that is asked for, or one of the twenty after it.
///
/// # Errors
///
/// If none of them can be had; the error is that of the first.
pub fn bind(options: &Options) -> io::Result<Bound> {
    let key = match options.reach {
        Reach::ThisMachine => None,
        Reach::Network => Some(Key::new()?),
    };
    let mut failure = None;
    for step in 0..=TRIES {
        let port = if options.port == 0 { Some(0) } else { options.port.checked_add(step) };
        let Some(port) = port else { break };
        match listen(options.reach, port) {
            Ok((listeners, port)) => return Ok(Bound { listeners, port, key }),
            // Windows keeps ranges of ports for itself, and says that they are not permitted.
            Err(error) if matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied) => {
                failure.get_or_insert(error);
            }
            Err(error) => return Err(error),
        }
    }
    Err(failure.expect("at least one port was tried"))
}

/// Listens on a port, and on the same one of the IPv6 loopback, which some browsers mean by `localhost`.
fn listen(reach: Reach, port: u16) -> io::Result<(Vec<TcpListener>, u16)> {
    let address = match reach {
        Reach::ThisMachine => Ipv4Addr::LOCALHOST,
        Reach::Network => Ipv4Addr::UNSPECIFIED,
    };
    let first = TcpListener::bind((address, port))?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(second) => listeners.push(second),
        // Somebody else would answer to `localhost`.
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
        // There is no IPv6 here.
        Err(_) => {}
    }
    Ok((listeners, port))
}

impl Bound {
    /// The port that was taken.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address for a browser on this machine, with the key if there is one.
    #[must_use]
    pub fn address(&self) -> String {
        self.address_at("localhost")
    }

    /// The address for other machines of the network, with the key; `None` if only this machine is answered or it is in
    /// no network.
    #[must_use]
    pub fn network_address(&self) -> Option<String> {
        self.key.as_ref()?;
        Some(self.address_at(&match lan::address()? {
            IpAddr::V4(four) => four.to_string(),
            IpAddr::V6(six) => format!("[{six}]"),
        }))
    }

    fn address_at(&self, host: &str) -> String {
        let key = self.key.as_ref().map(|key| format!("?key={}", key.as_str())).unwrap_or_default();
        format!("http://{host}:{}/{key}", self.port)
    }

    /// Answers requests, on this thread and some of its own, as long as the process lives.
    ///
    /// # Errors
    ///
    /// If the operating system gives no means to wait for connections. No client can bring that about.
    pub fn run(self, answers: Arc<impl Answers>) -> io::Result<Infallible> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(THREADS)
            .thread_stack_size(STACK)
            .build()?;
        let server = Server {
            answers,
            gate: Gate::new(self.key, self.port),
            streams: Streams::new(),
            at_a_time: Arc::new(Semaphore::new(AT_A_TIME)),
        };
        runtime.block_on(serve(self.listeners, Arc::new(server)))
    }
}

/// What all connections share.
struct Server<A> {
    answers: Arc<A>,
    gate: Gate,
    streams: Streams,
    at_a_time: Arc<Semaphore>,
}

async fn serve<A: Answers>(listeners: Vec<TcpListener>, server: Arc<Server<A>>) -> io::Result<Infallible> {
    let listen = |listener: TcpListener| {
        listener.set_nonblocking(true)?;
        tokio::net::TcpListener::from_std(listener)
    };
    let listeners = listeners.into_iter().map(listen).collect::<io::Result<Vec<_>>>()?;
    let mut crowd = Crowd::default();
    loop {
        let stream = match accept(&listeners).await {
            Ok(stream) => stream,
            // The client has thought better of it.
            Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset) => {
                continue;
            }
            // Most likely the process may have no more open files.
            Err(_) => {
                crowd.thin_out();
                sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        crowd.room().await;
        let place = crowd.place();
        let task = tokio::spawn(converse(stream, server.clone(), place.clone()));
        crowd.hold(task.abort_handle(), place);
    }
}

/// The next connection to any of the listeners.
async fn accept(listeners: &[tokio::net::TcpListener]) -> io::Result<TcpStream> {
    poll_fn(|context| {
        let mut accepted = listeners.iter().map(|listener| listener.poll_accept(context));
        accepted.find(Poll::is_ready).unwrap_or(Poll::Pending).map_ok(|(stream, _)| stream)
    })
    .await
}

/// Serves one connection until it ends.
async fn converse<A: Answers>(stream: TcpStream, server: Arc<Server<A>>, place: Place) {
    // Small answers are sent at once; without it they are only slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        let (server, place) = (server.clone(), place.clone());
        async move { Ok::<_, Infallible>(server.handle(request, &place).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_header_size(HEAD_SIZE)
        .max_buf_size(2 * HEAD_SIZE)
        .serve_connection(TokioIo::new(Patient::new(stream, PATIENCE)), service);
    // What goes wrong here is the client's: it has broken off, or does not speak HTTP.
    let _ = connection.await;
    place.left();
}

impl<A: Answers> Server<A> {
    async fn handle(&self, request: hyper::Request<Incoming>, place: &Place) -> Response<Body> {
        let answering = place.answering();
        // The body is dropped unread; hyper then closes the connection instead of reading it to its end.
        let (request, _) = request.into_parts();
        let response = self.respond(&request).await;
        answering.until_sent(reply::finish(&request, response))
    }

    async fn respond(&self, request: &Parts) -> Response<Body> {
        if let Some(stopped) = self.gate.stop(request) {
            return stopped;
        }
        if request.method != Method::GET && request.method != Method::HEAD {
            return said::method();
        }
        let Some(path) = path::decode(request.uri.path()) else { return said::bad_path() };
        if path == EVENTS {
            let mut response = self.streams.open(self.answers.news());
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return response;
        }
        self.answer(request, path).await
    }

    async fn answer(&self, request: &Parts, path: String) -> Response<Body> {
        let permit = self.at_a_time.clone().acquire_owned().await.expect("the semaphore is never closed");
        let asked = Request { path: path.clone(), query: request.uri.query().map(str::to_owned) };
        let answers = self.answers.clone();
        let answer = spawn_blocking(move || {
            let _permit = permit;
            answers.answer(&asked)
        });
        match answer.await {
            Ok(answer) => reply::reply(request, &path, answer).await,
            // It panicked, and the terminal has its words.
            Err(_) => said::failed(),
        }
    }
}
