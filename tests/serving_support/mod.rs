//! A server with made-up answers, and a client that sends exactly what it is told to.

use handbill::serve::http::{Options, Reach, bind};
use handbill::serve::{Answer, Answers, Request};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;

/// Knows a few paths, and notes what it was asked.
pub(crate) struct Made {
    pub(crate) site: TempDir,
    pub(crate) asked: Mutex<Vec<Request>>,
    pub(crate) news: watch::Sender<Arc<str>>,
}

impl Made {
    pub(crate) fn folder(&self) -> PathBuf {
        self.site.path().join("site")
    }
}

impl Answers for Made {
    fn answer(&self, request: &Request) -> Answer {
        self.asked.lock().unwrap().push(request.clone());
        match request.path.as_str() {
            "/" => Answer::html(200, "<p>Damp homes"),
            "/robots.txt" => Answer::bytes(200, "0123456789"),
            "/empty.txt" => Answer::bytes(200, ""),
            "/café/" => Answer::html(200, "café"),
            "/moved/" => Answer::elsewhere("/caf%C3%A9/"),
            "/told.txt" => Answer {
                headers: vec![("X-Told".into(), "yes".into()), ("Cache-Control".into(), "max-age=5".into())],
                ..Answer::bytes(200, "told")
            },
            "/bad-status" => Answer::bytes(99, ""),
            "/bad-header" => Answer { headers: vec![("a".into(), "b\r\nc: d".into())], ..Answer::bytes(200, "") },
            "/bad-location" => Answer::elsewhere("/\r\nSet-Cookie: a=b"),
            "/panic" => panic!("this answer panics, as the test wants it"),
            path if path.starts_with("/static/") => Answer::file(self.folder(), &path[1..]),
            _ => Answer::html(404, "no page"),
        }
    }

    fn news(&self) -> watch::Receiver<Arc<str>> {
        self.news.subscribe()
    }
}

/// A server on its own threads, for as long as the tests run.
pub(crate) struct Running {
    pub(crate) made: Arc<Made>,
    pub(crate) port: u16,
    /// The address with the key.
    pub(crate) address: String,
}

pub(crate) fn start(reach: Reach) -> Running {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(site.path().join("site/static")).unwrap();
    let made = Arc::new(Made { site, asked: Mutex::default(), news: watch::Sender::new(Arc::from("{\"edition\":1}")) });
    let bound = bind(&Options { port: 0, reach }).unwrap();
    let (port, address) = (bound.port(), bound.address());
    let answers = made.clone();
    std::thread::spawn(move || bound.run(answers));
    Running { made, port, address }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A connection that answers can be read from.
pub(crate) struct Client(BufReader<TcpStream>);

impl Client {
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.0.get_mut().write_all(bytes).unwrap();
    }

    /// Sends as much as the server takes.
    pub(crate) fn try_send(&mut self, bytes: &[u8]) {
        let _ = self.0.get_mut().write_all(bytes);
    }

    /// Says that no more is sent.
    pub(crate) fn half_close(&mut self) {
        // The server may have closed already.
        let _ = self.0.get_ref().shutdown(Shutdown::Write);
    }

    pub(crate) fn reader(&mut self) -> &mut impl Read {
        &mut self.0
    }

    /// Reads a line without its end; `None` when the connection is at its end.
    pub(crate) fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let count = self.0.read_line(&mut line).unwrap();
        (count > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
    }

    pub(crate) fn head(&mut self) -> Reply {
        let status = self.line().expect("an answer");
        let mut head = String::new();
        while let Some(line) = self.line().filter(|line| !line.is_empty()) {
            head.push_str(&line);
            head.push('\n');
        }
        Reply { status: status.split(' ').nth(1).unwrap().parse().unwrap(), head, body: vec![] }
    }

    /// Reads one answer whose length is told.
    pub(crate) fn reply(&mut self) -> Reply {
        let mut reply = self.head();
        let length = reply.header("content-length").map_or(0, |length| length.parse().unwrap());
        reply.body = vec![0; length];
        self.0.read_exact(&mut reply.body).unwrap();
        reply
    }

    pub(crate) fn rest(mut self) -> Vec<u8> {
        let mut rest = vec![];
        // A server that closes while more is on its way to it resets the connection.
        let _ = self.0.read_to_end(&mut rest);
        rest
    }
}

impl Running {
    pub(crate) fn connect(&self) -> Client {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        Client(BufReader::new(stream))
    }

    /// Sends one request line with headers, each ended with `\r\n`, and reads the answer to its end.
    pub(crate) fn ask(&self, request: &str, headers: &str) -> Reply {
        let mut client = self.connect();
        client.send(format!("{request} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").as_bytes());
        let mut reply = client.head();
        reply.body = client.rest();
        reply
    }

    /// Asks as a browser on this machine does.
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask(&format!("GET {path}"), "Host: localhost\r\n")
    }

    pub(crate) fn key(&self) -> &str {
        self.address.split_once("?key=").unwrap().1
    }

    /// Opens the events and reads up to the first of them.
    pub(crate) fn events(&self) -> Client {
        let mut client = self.connect();
        client.send(b"GET /_handbill/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let head = client.head();
        assert_eq!((head.status, head.header("content-type")), (200, Some("text/event-stream")));
        client
    }

    /// That a page is answered, whatever went before.
    pub(crate) fn is_alive(&self) {
        let reply = self.get("/");
        assert_eq!((reply.status, reply.text()), (200, "<p>Damp homes"));
    }
}
