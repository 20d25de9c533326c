//! A `handbill serve` on a real folder, and a browser that only fetches.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The day on which previews take place.
pub(crate) const TODAY: &str = "2026-11-24";

/// A preview that runs until it is dropped.
pub(crate) struct Preview {
    child: Child,
    /// Where it answers.
    pub(crate) port: u16,
}

impl Preview {
    /// Serves the site in a folder on any free port.
    pub(crate) fn start(site: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_handbill"))
            .arg("serve")
            .arg(site)
            .args(["--port", "0", "--date", TODAY])
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.by_ref().map(Result::unwrap).find(|line| line.contains("http://")).unwrap();
        let port = address.rsplit_once(':').unwrap().1.split('/').next().unwrap().parse().unwrap();
        // What it says later must not block it.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    /// The status and the body at a path.
    pub(crate) fn get(&self, path: &str) -> (u16, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port);
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = vec![];
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        assert!(!head.to_lowercase().contains("transfer-encoding"), "{head}");
        (status, answer.split_off(end + 4))
    }

    /// A page without the preview's own tag.
    pub(crate) fn page(&self, path: &str) -> (u16, String) {
        let (status, body) = self.get(path);
        (status, untagged(&String::from_utf8_lossy(&body)))
    }

    /// How a page stands.
    pub(crate) fn status(&self, page: &str) -> serde_json::Value {
        let (_, body) = self.get(&format!("/_handbill/status?page={page}"));
        serde_json::from_slice(&body).unwrap()
    }

    /// Whether the process still runs.
    pub(crate) fn lives(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A page without the preview's own tag.
pub(crate) fn untagged(html: &str) -> String {
    let Some(start) = html.rfind("<script src=\"/_handbill/live.js\"") else { return html.to_owned() };
    let end = start + html[start..].find("</script>").unwrap() + "</script>".len();
    format!("{}{}", &html[..start], &html[end..])
}

/// Asks again until the answer is right, at most ten seconds; the last wrong answer.
pub(crate) fn eventually<T>(mut ask: impl FnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        match ask() {
            Ok(right) => return right,
            Err(wrong) if Instant::now() >= end => panic!("after ten seconds still:\n{wrong}"),
            Err(_) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}
