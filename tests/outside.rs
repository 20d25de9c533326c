//! Asking other hosts, which are threads of this test: which links are told as gone, and how politely it is asked.
#![cfg(feature = "external")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "site_support/mod.rs"]
#[expect(dead_code, reason = "only small sites are needed here")]
mod site_support;

use handbill::outside::{Manners, check, links};
use handbill::source::{Change, FileContent};
use site_support::{SITE_YAML, line, options, session};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A host that answers each path in its own way, and what it was asked.
struct Host {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Host {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(vec![]));
        let (now, most_at_once) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let host = Self { port, asked: asked.clone(), most_at_once: most_at_once.clone() };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (asked, now, most) = (asked.clone(), now.clone(), most_at_once.clone());
                let mut stream = stream.unwrap();
                std::thread::spawn(move || {
                    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                    let Some(Ok(first)) = lines.next() else { return };
                    while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    asked.lock().unwrap().push(first.rsplit_once(' ').unwrap().0.to_owned());
                    let head = first.starts_with("HEAD ");
                    let status = match first.split(' ').nth(1).unwrap() {
                        "/gone" => "410 Gone",
                        "/nowhere" => "404 Not Found",
                        "/shy" if head => "405 Method Not Allowed",
                        "/liar" if head => "404 Not Found",
                        "/angry" => "500 Internal Server Error",
                        "/circle" => "302 Found\r\nLocation: /circle",
                        "/moved" => "301 Moved Permanently\r\nLocation: /fine",
                        "/slow" => {
                            std::thread::sleep(Duration::from_secs(30));
                            "200 OK"
                        }
                        _ => "200 OK",
                    };
                    std::thread::sleep(Duration::from_millis(5));
                    now.fetch_sub(1, Ordering::SeqCst);
                    let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    let _ = stream.write_all(answer.as_bytes());
                });
            }
        });
        host
    }
}

const MANNERS: Manners = Manners { hosts: 4, pause: Duration::from_millis(1), patience: Duration::from_millis(1500) };

#[test]
fn what_is_gone_is_told_what_is_not_known_is_a_hint_and_nobody_is_asked_twice() {
    let host = Host::new();
    let at = |path: &str| format!("http://127.0.0.1:{}{path}", host.port);
    let paths = ["/fine", "/fine#part", "/gone", "/nowhere", "/shy", "/liar", "/angry", "/circle", "/moved", "/slow"];
    let text: String = paths.iter().map(|path| format!("[a link]({})\n\n", at(path))).collect();
    let draft = format!("---\ntitle: Draft\ndraft: yes\n---\n[a link]({})\n", at("/secret"));
    let resource = format!("---\ntitle: Kit\nkind: tool\nurl: {}\n---\n", at("/gone-too"));
    let files = [
        ("site.yaml", SITE_YAML),
        ("content/links.md", &format!("# Links\n\n{text}[mail](mailto:a@b.example) [there](resources/kit.md)\n")),
        ("content/draft.md", &draft),
        ("content/resources/kit.md", &resource),
    ];
    let changes = files
        .iter()
        .map(|(path, text)| Change { path: (*path).into(), content: Some(FileContent::Text((*text).into())) });
    let edition = session(options(), changes).edition();
    let folder = tempfile::tempdir().unwrap();
    let memory = folder.path().join(".handbill/links.json");
    let links = links(&edition);
    assert_eq!(links.len(), 10, "one a page, the draft's left out: {links:#?}");
    let told = check(&edition, &memory, &MANNERS, &links, &|_| ()).unwrap();
    let port = host.port.to_string();
    let told: Vec<String> = told.iter().map(|told| line(&edition, told).replace(&port, "PORT")).collect();
    let of = |path: &str| told.iter().find(|line| line.contains(&format!("PORT{path}`"))).map(String::as_str);
    assert!(of("/gone").unwrap().starts_with("warning HB0211 content/links.md:"), "{told:#?}");
    assert!(of("/nowhere").unwrap().contains("its host answers 404"), "{told:#?}");
    for unknown in ["/angry", "/circle", "/slow"] {
        assert!(of(unknown).unwrap().starts_with("hint HB0212 content/links.md:"), "{unknown} {told:#?}");
    }
    for there in ["/fine", "/shy", "/liar", "/moved"] {
        assert_eq!(of(there), None, "{told:#?}");
    }
    assert_eq!(host.most_at_once.load(Ordering::SeqCst), 1, "one question at a time");
    assert!(!host.asked.lock().unwrap().iter().any(|asked| asked.contains("/secret")));

    let before = host.asked.lock().unwrap().len();
    let again = check(&edition, &memory, &MANNERS, &links, &|_| ()).unwrap();
    assert_eq!(again.len(), told.len());
    assert_eq!(host.asked.lock().unwrap().len(), before, "all answers are remembered");
    std::fs::write(&memory, "nonsense").unwrap();
    check(&edition, &memory, &MANNERS, &links, &|_| ()).unwrap();
    assert!(host.asked.lock().unwrap().len() > before, "a broken memory is begun anew");
}
