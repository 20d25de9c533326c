//! The preview's server as a client on the loopback meets it: what it answers, what it refuses, what it survives.
//! Long because: each test is one behaviour, with the requests that show it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "serving_support/mod.rs"]
mod support;

use handbill::serve::http::{Options, Reach, bind};
use proptest::prelude::*;
use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};
use support::{Running, start};

/// Tests that open hundreds of connections take turns: a process may have only so many.
static CROWDED: Mutex<()> = Mutex::new(());

fn alone() -> Running {
    start(Reach::ThisMachine)
}

/// Looks again and again until something holds; only a failing test takes long.
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_page_comes_with_what_keeps_it_private() {
    let server = alone();
    let reply = server.get("/?a=b");
    assert_eq!((reply.status, reply.text()), (200, "<p>Damp homes"));
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("content-length", "13"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(reply.header(name), Some(value), "{name}");
    }
    let asked = server.made.asked.lock().unwrap().clone();
    assert_eq!((asked[0].path.as_str(), asked[0].query.as_deref()), ("/", Some("a=b")));
    // Refusals and pages that are not there are no different.
    for reply in [server.get("/nothing/"), server.get("/.."), server.ask("POST /", "Host: localhost\r\n")] {
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{}", reply.status);
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"), "{}", reply.status);
    }
}

#[test]
fn an_answer_says_type_place_and_headers() {
    let server = alone();
    assert_eq!(server.get("/robots.txt").header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(server.get("/caf%C3%A9/").text(), "café");
    assert_eq!(server.get("/nothing/").status, 404);
    let moved = server.get("/moved/");
    assert_eq!((moved.status, moved.header("location")), (302, Some("/caf%C3%A9/")));
    let told = server.get("/told.txt");
    assert_eq!((told.header("x-told"), told.header("cache-control")), (Some("yes"), Some("max-age=5")));
    for path in ["/bad-status", "/bad-header", "/bad-location"] {
        let reply = server.get(path);
        assert_eq!((reply.status, reply.header("set-cookie")), (500, None), "{path}");
    }
}

#[test]
fn the_head_alone_has_the_length_and_no_body() {
    let server = alone();
    fs::write(server.made.folder().join("static/film.mp4"), vec![7; 100_000]).unwrap();
    // On one connection: a body that were sent nevertheless would stand where the next answer begins.
    let mut client = server.connect();
    for (path, status, length) in
        [("/", 200, Some("13")), ("/static/film.mp4", 200, Some("100000")), ("/nothing/", 404, Some("7"))]
    {
        client.send(format!("HEAD {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes());
        let head = client.head();
        assert_eq!((head.status, head.header("content-length")), (status, length), "{path}");
    }
    client.send(b"HEAD /a/../b HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let head = client.head();
    assert_eq!(head.status, 400);
    assert!(head.header("content-length").unwrap().parse::<u32>().unwrap() > 100);
    assert_eq!(client.reply().text(), "<p>Damp homes");
    assert_eq!(server.ask("HEAD /_handbill/events", "Host: localhost\r\n").body, b"");
}

#[test]
fn only_pages_are_shown() {
    let server = alone();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        let reply = server.ask(&format!("{method} /"), "Host: localhost\r\n");
        assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")), "{method}");
        assert!(reply.text().contains("only shows pages"));
    }
    assert_eq!(server.ask("OPTIONS *", "Host: localhost\r\n").status, 405);
    // A body without end is not waited for, and nobody is told to send one.
    for headers in ["Content-Length: 1000000000\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n"] {
        let reply = server.ask("POST /", &format!("Host: localhost\r\n{headers}"));
        assert_eq!(reply.status, 405, "{headers}");
        let reply = server.ask("GET /", &format!("Host: localhost\r\n{headers}"));
        assert_eq!((reply.status, reply.text()), (200, "<p>Damp homes"), "{headers}");
    }
    assert!(server.made.asked.lock().unwrap().iter().all(|request| request.path == "/"));
}

#[test]
fn a_player_gets_the_part_it_asks_for() {
    let server = alone();
    let film: Vec<u8> = (0..300_000_u32).map(|number| (number % 251) as u8).collect();
    fs::write(server.made.folder().join("static/film.mp4"), &film).unwrap();
    let part = |path: &str, range: &str| server.ask(&format!("GET {path}"), &format!("Host: localhost\r\n{range}\r\n"));
    for (range, from, to) in [
        ("bytes=0-0", 0, 1),
        ("bytes=65530-65540", 65_530, 65_541),
        ("bytes=100-", 100, 300_000),
        ("bytes=299999-400000", 299_999, 300_000),
        ("bytes=-500", 299_500, 300_000),
        ("bytes=-400000", 0, 300_000),
    ] {
        let reply = part("/static/film.mp4", &format!("Range: {range}"));
        assert_eq!(reply.status, 206, "{range}");
        assert_eq!(reply.header("content-range"), Some(format!("bytes {from}-{}/300000", to - 1).as_str()), "{range}");
        assert_eq!(reply.header("content-type"), Some("video/mp4"), "{range}");
        assert!(reply.body == film[from..to], "{range}");
    }
    for range in ["bytes=300000-", "bytes=-0"] {
        let reply = part("/static/film.mp4", &format!("Range: {range}"));
        assert_eq!((reply.status, reply.header("content-range")), (416, Some("bytes */300000")), "{range}");
        assert_eq!(reply.body, b"", "{range}");
    }
    for range in
        ["bytes=0-1,5-6", "bytes=9-2", "lines=1-2", "bytes=0-1\r\nRange: bytes=2-3", "bytes=0-1\r\nIf-Range: \"a\""]
    {
        let reply = part("/static/film.mp4", &format!("Range: {range}"));
        assert!(reply.status == 200 && reply.body == film, "{range}");
    }
    let bytes = part("/robots.txt", "Range: bytes=2-4");
    assert_eq!((bytes.status, bytes.text(), bytes.header("content-range")), (206, "234", Some("bytes 2-4/10")));
    assert_eq!(part("/empty.txt", "Range: bytes=0-").status, 416);
    assert_eq!(part("/nothing/", "Range: bytes=0-1").text(), "no page");
    let head = server.ask("HEAD /robots.txt", "Host: localhost\r\nRange: bytes=2-4\r\n");
    assert_eq!((head.status, head.header("content-length")), (200, Some("10")));
}

#[test]
fn odd_paths_reach_nobody() {
    let server = alone();
    for path in [
        "/..",
        "/../etc/passwd",
        "/static/../../secret",
        "/%2e%2e/etc/passwd",
        "/.%2e/a",
        "/%2E%2E%2Fetc",
        "/..%2f..%2fetc",
        "/..%5c..%5cwindows",
        "/static\\..\\secret",
        "//etc/passwd",
        "/static//a",
        "/./a",
        "/a/.",
        "/%00",
        "/a%00.html",
        "/%c0%ae%c0%ae/a",
        "/%c0%af",
        "/%ff",
        "/%",
        "/%f",
        "/%zz",
        "/a%0d%0ab:c",
        "/%u002e%u002e/",
        "/static/%2e%2e/",
    ] {
        let reply = server.get(path);
        assert_eq!(reply.status, 400, "{path}");
        assert!(reply.text().contains("no page at this address") || reply.body.is_empty(), "{path}");
    }
    assert!(server.made.asked.lock().unwrap().is_empty());
    // Decoded once and not twice.
    assert_eq!(server.get("/static/%252e%252e/secret").status, 404);
    assert_eq!(server.made.asked.lock().unwrap()[0].path, "/static/%2e%2e/secret");
}

#[cfg(unix)]
#[test]
fn a_link_put_in_the_place_of_a_file_leads_nowhere() {
    use std::os::unix::fs::symlink;

    let server = alone();
    let folder = server.made.folder();
    let secret = server.made.site.path().join("secret.txt");
    fs::write(&secret, "a secret").unwrap();
    fs::write(folder.join("static/a.txt"), "a leaflet").unwrap();
    assert_eq!(server.get("/static/a.txt").text(), "a leaflet");

    fs::remove_file(folder.join("static/a.txt")).unwrap();
    symlink(&secret, folder.join("static/a.txt")).unwrap();
    symlink(server.made.site.path(), folder.join("static/up")).unwrap();
    for path in ["/static/a.txt", "/static/up/secret.txt", "/static/up", "/static/nothing.txt"] {
        let reply = server.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text().contains("cannot be opened"), "{path}");
    }
    // A link to another file of the site is as good as the file.
    fs::write(folder.join("b.txt"), "another").unwrap();
    symlink("../b.txt", folder.join("static/b.txt")).unwrap();
    assert_eq!(server.get("/static/b.txt").text(), "another");
}

#[test]
fn other_names_for_this_machine_are_refused() {
    let server = alone();
    let port = server.port;
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        for host in [host.to_owned(), format!("{host}:{port}")] {
            assert_eq!(server.ask("GET /", &format!("Host: {host}\r\n")).status, 200, "{host}");
        }
    }
    for headers in [
        "",
        "Host:\r\n",
        "Host: evil.example\r\n",
        "Host: evil.example:4444\r\n",
        "Host: 192.168.1.5\r\n",
        "Host: localhost.evil.example\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        "Host: evil.example\r\nHost: localhost\r\n",
        "Host: localhost,evil.example\r\n",
        "Host: a@localhost\r\n",
    ] {
        for path in ["/", "/_handbill/events", "/nothing", "/.."] {
            let reply = server.ask(&format!("GET {path}"), headers);
            assert_eq!(reply.status, 403, "{headers}{path}");
            assert!(reply.text().contains("not shown under this address"), "{headers}");
        }
    }
    assert_eq!(server.ask("GET http://evil.example/", "Host: localhost\r\n").status, 403);
    assert_eq!(server.ask("CONNECT evil.example:80", "Host: localhost\r\n").status, 403);
    assert_eq!(server.made.asked.lock().unwrap().len(), 6);
}

#[test]
fn pages_of_others_are_told_no_news() {
    let server = alone();
    for headers in [
        "Origin: https://evil.example",
        "Origin: http://localhost:3000",
        "Origin: null",
        "Origin: https://localhost",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ] {
        for path in ["/_handbill/events", "/_handbill/script.js"] {
            let reply = server.ask(&format!("GET {path}"), &format!("Host: localhost\r\n{headers}\r\n"));
            assert_eq!(reply.status, 403, "{headers} {path}");
        }
    }
    assert!(server.made.asked.lock().unwrap().is_empty());
    for headers in ["Origin: http://localhost", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none"] {
        let reply = server.ask("GET /_handbill/script.js", &format!("Host: localhost\r\n{headers}\r\n"));
        assert_eq!(reply.status, 404, "{headers}: it is asked for, and the made-up answers know of none");
    }
}

#[test]
fn a_network_sees_nothing_without_the_key() {
    let server = start(Reach::Network);
    let key = server.key();
    let cookie = format!("handbill-{}", server.port);
    assert!(key.len() >= 22 && key.bytes().all(|sign| sign.is_ascii_alphanumeric()));
    let almost = format!("{}{}", &key[..31], if key.ends_with('0') { '1' } else { '0' });
    for path in ["/", "/robots.txt", "/nothing/", "/_handbill/events", "/..", "/?key=", "/?key=a"] {
        for headers in [
            String::new(),
            "Cookie: a=b\r\n".to_owned(),
            format!("Cookie: {cookie}={almost}\r\n"),
            format!("Cookie: handbill={key}\r\n"),
            format!("Cookie: {cookie}=\r\n"),
        ] {
            for method in ["GET", "HEAD", "POST"] {
                let reply = server.ask(&format!("{method} {path}"), &format!("Host: 192.168.1.5:4444\r\n{headers}"));
                assert_eq!((reply.status, reply.header("set-cookie")), (403, None), "{method} {path} {headers}");
                assert!(method == "HEAD" || reply.text().contains("scan the code"), "{path}");
            }
        }
    }
    for query in [format!("key={almost}"), format!("key={key}0"), format!("yek={key}"), format!("key=%20{key}")] {
        assert_eq!(server.ask(&format!("GET /?{query}"), "Host: localhost\r\n").status, 403, "{query}");
    }
    // The key does not open the door to a website that has taken this machine's address.
    assert_eq!(server.ask(&format!("GET /?key={key}"), "Host: evil.example\r\n").status, 403);
    assert!(server.made.asked.lock().unwrap().is_empty());
}

#[test]
fn the_key_becomes_a_cookie() {
    let server = start(Reach::Network);
    let (key, port) = (server.key(), server.port);
    for (asked, location) in [
        (format!("/?key={key}"), "/"),
        (format!("/caf%C3%A9/?key={key}"), "/caf%C3%A9/"),
        (format!("/?a=b&key={key}&c=d"), "/?a=b&c=d"),
        (format!("/?key=old&key={key}"), "/"),
    ] {
        let reply = server.ask(&format!("GET {asked}"), "Host: 192.168.1.5:4444\r\n");
        assert_eq!((reply.status, reply.header("location")), (303, Some(location)), "{asked}");
        let cookie = format!("handbill-{port}={key}; Path=/; HttpOnly; SameSite=Lax");
        assert_eq!(reply.header("set-cookie"), Some(cookie.as_str()));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
    }
    // `Location: //evil.example` would lead to another website.
    let away = server.ask(&format!("GET //evil.example/?key={key}"), "Host: localhost\r\n");
    assert_eq!((away.status, away.header("location")), (400, None));
    assert!(server.made.asked.lock().unwrap().is_empty());

    let with_cookie = format!("Host: 192.168.1.5:4444\r\nCookie: a=b; handbill-{port}={key}; c=d\r\n");
    assert_eq!(server.ask("GET /", &with_cookie).text(), "<p>Damp homes");
    assert_eq!(server.ask("GET /?key=old", &with_cookie).text(), "<p>Damp homes");
    assert_eq!(server.ask("GET /nothing/", &with_cookie).status, 404);
    assert_eq!(server.ask("POST /", &with_cookie).status, 405);
}

#[test]
fn without_a_network_a_key_is_nothing_special() {
    let server = alone();
    assert_eq!(server.address, format!("http://localhost:{}/", server.port));
    assert_eq!(server.get("/?key=a").text(), "<p>Damp homes");
}

#[test]
fn a_page_has_the_news_at_once_and_as_it_comes() {
    let server = alone();
    let mut events = server.events();
    // The length of a chunk stands before it, and an empty line after it.
    let mut next = || {
        let mut lines = vec![];
        loop {
            let line = events.line().expect("an event");
            if line.is_empty() && !lines.is_empty() {
                return lines;
            }
            if line.contains(':') {
                lines.push(line);
            }
        }
    };
    let mut first = next();
    first.sort();
    assert_eq!(first, ["data: {\"edition\":1}", "event: edition", "retry: 500"]);
    for edition in 2..5 {
        server.made.news.send_replace(format!("{{\"edition\":{edition}}}").into());
        assert_eq!(next(), ["event: edition".to_owned(), format!("data: {{\"edition\":{edition}}}")]);
    }
    let head = server.ask("HEAD /_handbill/events", "Host: localhost\r\n");
    assert_eq!(head.header("cache-control"), Some("no-store"));
}

#[test]
fn a_closed_tab_takes_its_stream_with_it() {
    let server = alone();
    let streams: Vec<_> = (0..5).map(|_| server.events()).collect();
    until("five pages listen", || server.made.news.receiver_count() == 5);
    drop(streams);
    until("nobody listens", || server.made.news.receiver_count() == 0);
}

#[test]
fn a_quiet_stream_stays_and_a_quiet_client_goes() {
    let server = alone();
    let mut streams = server.events();
    let mut idle = server.connect();
    idle.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!(idle.reply().status, 200);
    let mut silent = server.connect();
    silent.send(b"GET / HT");
    // The time for a head is over before the first sign of life is due.
    assert_eq!((idle.line(), silent.line()), (None, None));
    let lines = std::iter::from_fn(|| streams.line());
    assert!(lines.take(12).any(|line| line == ":"), "a comment tells that the stream lives");
    server.made.news.send_replace("2".into());
    until("the news", || streams.line().expect("a stream") == "data: 2");
}

#[test]
fn many_open_tabs_leave_room_for_pages() {
    let _turn = CROWDED.lock().unwrap_or_else(PoisonError::into_inner);
    let server = alone();
    let mut streams: Vec<_> = (0..80).map(|_| server.events()).collect();
    let mut short = 0;
    for stream in &mut streams {
        let mut lines: Vec<_> = (0..5).filter_map(|_| stream.line()).filter(|line| line.contains(':')).collect();
        lines.sort();
        assert_eq!(lines[..2], ["data: {\"edition\":1}", "event: edition"]);
        short += usize::from(lines[2] == "retry: 5000");
    }
    assert_eq!(short, 16, "those that found no stream have the news and come again");
    server.is_alive();
    drop(streams);
    until("nobody listens", || server.made.news.receiver_count() == 0);
}

#[test]
fn what_is_no_request_is_the_senders_trouble() {
    let server = alone();
    for bytes in [
        &b"\r\n\r\n"[..],
        b"\0\0\0\0\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n",
        b"GET / HTTP/1.1\r\n folded: a\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 a browser that tries https",
    ] {
        let mut client = server.connect();
        client.send(bytes);
        client.half_close();
        let answer = String::from_utf8_lossy(&client.rest()).into_owned();
        assert!(!answer.contains("Damp homes"), "{}: {answer}", bytes.escape_ascii());
    }
    server.is_alive();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_end_the_server(
        start in prop::sample::select(vec!["", "GET / HTTP/1.1\r\n", "GET /", "HEAD /a HTTP/1.1\r\nHost: localhost\r\nRange: "]),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        static SERVER: LazyLock<Running> = LazyLock::new(alone);
        let mut client = SERVER.connect();
        client.send(start.as_bytes());
        client.send(&bytes);
        client.send(b"\r\n\r\n");
        client.half_close();
        client.rest();
        SERVER.is_alive();
    }
}

#[test]
fn a_head_has_its_limits() {
    let server = alone();
    // The cookies of everything at `localhost` still fit.
    let cookies = format!("Host: localhost\r\nCookie: {}\r\n", "a=b; ".repeat(6_000));
    assert_eq!(server.ask("GET /", &cookies).status, 200);
    for head in [
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\n\r\n", "a".repeat(100_000)),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "a: b\r\n".repeat(200)),
        format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "a".repeat(66_000)),
        "a".repeat(10_000_000),
    ] {
        let mut client = server.connect();
        // It closes in the middle of this.
        client.try_send(head.as_bytes());
        let answer = String::from_utf8_lossy(&client.rest()).into_owned();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    assert!(server.made.asked.lock().unwrap().len() == 1);
    server.is_alive();
}

#[test]
fn those_who_only_wait_make_room() {
    let _turn = CROWDED.lock().unwrap_or_else(PoisonError::into_inner);
    let server = alone();
    let streams: Vec<_> = (0..10).map(|_| server.events()).collect();
    let mut waiting = vec![];
    for number in 0..300 {
        let mut client = server.connect();
        match number % 3 {
            0 => {}
            1 => client.send(b"GET / HT"),
            _ => client.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a"),
        }
        waiting.push(client);
    }
    let begin = Instant::now();
    server.is_alive();
    // Well before any of them runs out of time by itself.
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
    // The newest of them may still go on.
    let mut newest = waiting.pop().unwrap();
    newest.send(b"\r\n\r\n");
    assert_eq!(newest.reply().text(), "<p>Damp homes");
    // Older than all of them, but being answered.
    server.made.news.send_replace("2".into());
    for mut stream in streams {
        until("the news", || stream.line().expect("a stream") == "data: 2");
    }
}

#[test]
fn those_who_are_answered_are_not_cut_off() {
    let _turn = CROWDED.lock().unwrap_or_else(PoisonError::into_inner);
    let server = alone();
    fs::File::create(server.made.folder().join("static/film.mp4")).unwrap().set_len(100 << 20).unwrap();
    let mut players: Vec<_> = (0..256)
        .map(|_| {
            let mut client = server.connect();
            client.send(b"GET /static/film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assert_eq!(client.head().status, 200);
            client
        })
        .collect();
    std::thread::scope(|scope| {
        // There is no room for these until somebody leaves.
        for _ in 0..5 {
            scope.spawn(|| server.is_alive());
        }
        players.truncate(250);
    });
    // The oldest would have had to go. More than what may already be on its way to them.
    let mut some = vec![1; 20 << 20];
    for player in &mut players[..10] {
        player.reader().read_exact(&mut some).unwrap();
    }
}

#[test]
fn many_are_answered_at_once() {
    let _turn = CROWDED.lock().unwrap_or_else(PoisonError::into_inner);
    let server = alone();
    fs::write(server.made.folder().join("static/a.txt"), "a leaflet").unwrap();
    std::thread::scope(|scope| {
        for number in 0..200 {
            let server = &server;
            scope.spawn(move || match number % 2 {
                0 => server.is_alive(),
                _ => assert_eq!(server.get("/static/a.txt").text(), "a leaflet"),
            });
        }
    });
    // And one after the other on one connection.
    let mut client = server.connect();
    for _ in 0..100 {
        client.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert_eq!(client.reply().text(), "<p>Damp homes");
    }
}

#[test]
fn a_panic_is_told_and_the_server_lives_on() {
    let server = alone();
    let mut client = server.connect();
    for _ in 0..40 {
        client.send(b"GET /panic HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let reply = client.reply();
        assert_eq!(reply.status, 500);
        assert!(reply.text().contains("a mistake in Handbill, not yours"));
    }
    client.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert_eq!(client.reply().text(), "<p>Damp homes");
}

#[test]
fn a_client_that_leaves_in_mid_answer_is_let_go() {
    let server = alone();
    let film = server.made.folder().join("static/film.mp4");
    fs::File::create(&film).unwrap().set_len(200 << 20).unwrap();
    for _ in 0..20 {
        let mut client = server.connect();
        client.send(b"GET /static/film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert_eq!(client.head().header("content-length"), Some("209715200"));
        let mut some = vec![1; 1_000_000];
        client.reader().read_exact(&mut some).unwrap();
        assert!(some.iter().all(|&byte| byte == 0));
    }
    server.is_alive();
    // Nobody keeps the file open.
    #[cfg(target_os = "linux")]
    until("the file is closed", || {
        let open = fs::read_dir("/proc/self/fd").unwrap().filter_map(|entry| fs::read_link(entry.unwrap().path()).ok());
        open.filter(|path| *path == film).count() == 0
    });
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let Ok(bound) = bind(&Options { port, reach: Reach::ThisMachine }) else {
        assert!(port > u16::MAX - 20, "one of twenty ports is free");
        return;
    };
    assert!((1..=20).contains(&(bound.port() - port)));
    assert_eq!(bound.address(), format!("http://localhost:{}/", bound.port()));
    assert_eq!(bound.network_address(), None);
}
