//! Who may look: the names this machine is reached under, the key of a network, the preview's own pages.
//!
//! The preview shows what is not published yet. A website that is open in the same browser must not read it, and nor
//! must somebody in the same café.

use std::net::{Ipv4Addr, Ipv6Addr};

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};

use super::{path, said};

/// A secret of 128 bits, made anew for each start, in 32 hexadecimal digits.
#[derive(Clone)]
pub(super) struct Key(String);

/// Whom requests are let through from.
pub(super) struct Gate {
    key: Option<Key>,
    cookie: String,
}

impl Key {
    /// A new key, from the operating system.
    ///
    /// # Errors
    ///
    /// If the system has no random numbers.
    pub(super) fn new() -> std::io::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares in a time that does not tell how much of the key was right.
    fn is(&self, other: &str) -> bool {
        let differing = self.0.bytes().zip(other.bytes()).fold(0, |differing, (a, b)| differing | (a ^ b));
        self.0.len() == other.len() && std::hint::black_box(differing) == 0
    }
}

impl Gate {
    /// A gate for what is served at a port: with a key for a network, without one for this machine alone.
    pub(super) fn new(key: Option<Key>, port: u16) -> Self {
        // Cookies know no ports (RFC 6265, section 8.5), and two previews of one machine have two keys.
        Self { key, cookie: format!("handbill-{port}") }
    }

    /// Looks at a request before anything else is done with it, and gives what is answered at the gate: a refusal, or
    /// for a key in the address a cookie and the way to the same address without it. `None`: it may come in.
    pub(super) fn stop(&self, request: &Parts) -> Option<Response<Body>> {
        let Some(host) = host(request).filter(|host| self.knows(host)) else { return Some(said::wrong_host()) };
        if let Some(stopped) = self.key.as_ref().and_then(|key| self.stop_without(key, request)) {
            return Some(stopped);
        }
        let foreign = request.uri.path().starts_with("/_handbill/") && is_foreign(&request.headers, host);
        foreign.then(said::foreign)
    }

    /// Whether this is a name of this machine.
    ///
    /// A website reaches a machine behind a browser by giving its own name the machine's address ("DNS rebinding"). It
    /// cannot do so with `localhost` nor with an address in digits.
    fn knows(&self, host: &str) -> bool {
        let name = without_port(host);
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let six = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        let six = six.and_then(|name| name.parse::<Ipv6Addr>().ok());
        let four = name.parse::<Ipv4Addr>().ok();
        if self.key.is_some() {
            return six.is_some() || four.is_some();
        }
        six == Some(Ipv6Addr::LOCALHOST) || four == Some(Ipv4Addr::LOCALHOST)
    }

    fn stop_without(&self, key: &Key, request: &Parts) -> Option<Response<Body>> {
        let pairs = || request.uri.query().into_iter().flat_map(|query| query.split('&'));
        if pairs().any(|pair| pair.strip_prefix("key=").is_some_and(|given| key.is(given))) {
            let rest: Vec<_> = pairs().filter(|pair| !pair.starts_with("key=")).collect();
            return Some(self.to_address_without_key(key, request, &rest.join("&")));
        }
        let cookies = request.headers.get_all(header::COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
        let mut cookies = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.split_once('='));
        let known = cookies.any(|(name, value)| name.trim() == self.cookie && key.is(value.trim()));
        (!known).then(said::no_key)
    }

    fn to_address_without_key(&self, key: &Key, request: &Parts, query: &str) -> Response<Body> {
        let raw = request.uri.path();
        // `//evil.example` would lead away; it is no path of ours, and neither is all else that is refused there.
        if path::decode(raw).is_none() {
            return said::bad_path();
        }
        let location = if query.is_empty() { raw.to_owned() } else { format!("{raw}?{query}") };
        let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Lax", self.cookie, key.as_str());
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SEE_OTHER;
        for (name, value) in [(header::LOCATION, location), (header::SET_COOKIE, cookie)] {
            let Ok(value) = HeaderValue::try_from(value) else { return said::bad_path() };
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// The host as the browser wrote it; `None` if it says none or several (RFC 9112, section 3.2).
fn host(request: &Parts) -> Option<&str> {
    // Only a proxy is asked with a complete address, and we are none.
    if request.uri.authority().is_some() {
        return None;
    }
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?;
    hosts.next().is_none().then_some(host)
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Whether a page of somebody else asks. Browsers say so in `Sec-Fetch-Site`, if they think the connection safe, and in
/// `Origin`, if the asking page wants to read the answer.
fn is_foreign(headers: &HeaderMap, host: &str) -> bool {
    let own = |origin: &HeaderValue| {
        origin
            .to_str()
            .is_ok_and(|origin| origin.strip_prefix("http://").is_some_and(|origin| origin.eq_ignore_ascii_case(host)))
    };
    headers.get_all(header::ORIGIN).iter().any(|origin| !own(origin))
        || headers.get_all("sec-fetch-site").iter().any(|site| site != "same-origin" && site != "none")
}

#[cfg(test)]
mod tests {
    use super::{Gate, Key};

    #[test]
    fn this_machine_alone_has_three_names() {
        let gate = Gate::new(None, 4444);
        for host in ["localhost", "LOCALHOST:4444", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:4444"] {
            assert!(gate.knows(host), "{host}");
        }
        for host in [
            "",
            ":",
            ":4444",
            "localhost:",
            "localhost.",
            "localhost.evil.example",
            "evil.example:4444",
            "127.0.0.1.evil.example",
            "192.168.1.5",
            "127.1",
            "2130706433",
            "0.0.0.0",
            "::1",
            "[::1",
            "[::1]x",
            "[::2]",
            "localhost:4444:4444",
            "localhost:44a",
            "user@localhost",
            " localhost",
            "[::ffff:127.0.0.1]",
        ] {
            assert!(!gate.knows(host), "{host}");
        }
    }

    #[test]
    fn a_network_has_addresses_in_digits() {
        let gate = Gate::new(Some(Key("a".repeat(32))), 4444);
        for host in ["localhost", "192.168.1.5:4444", "10.0.0.7", "[fe80::1]:4444", "127.0.0.1"] {
            assert!(gate.knows(host), "{host}");
        }
        for host in ["evil.example", "192.168.1.5.evil.example", "192.168.1", "laptop.local", ""] {
            assert!(!gate.knows(host), "{host}");
        }
    }

    #[test]
    fn a_key_is_long_and_new_each_time() {
        let (one, other) = (Key::new().expect("a key"), Key::new().expect("a key"));
        assert_eq!(one.as_str().len(), 32);
        assert!(one.as_str().bytes().all(|digit| digit.is_ascii_hexdigit()));
        assert_ne!(one.as_str(), other.as_str());
        assert!(one.is(one.as_str()));
        assert!(
            !one.is(other.as_str()) && !one.is("") && !one.is(&one.as_str()[1..]) && !one.is(&format!("{}0", one.0))
        );
    }
}
