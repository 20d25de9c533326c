//! The way from a phone to this machine: its address in the network, and a code for the phone's camera.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use console::Term;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// Black on white whatever the terminal's colours are: cameras look for dark on light.
const COLOURS: &str = "\u{1b}[38;5;16;48;5;231m";
const NO_COLOURS: &str = "\u{1b}[0m";

/// This machine's address in the network it reaches others by; `None` if it is in none.
#[must_use]
pub fn address() -> Option<IpAddr> {
    // "Connecting" a datagram socket sends nothing: the system only decides which way it would go. The address stands
    // for documentation (RFC 5737), so it is in nobody's own network.
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}

/// An address as a code to be printed, a line ending after each of its lines; `None` if the terminal is none or is too
/// narrow, or the address too long.
#[must_use]
pub fn code(terminal: &Term, address: &str) -> Option<String> {
    if !terminal.is_term() {
        return None;
    }
    let drawn = draw(address)?;
    let width = drawn.lines().next()?.chars().count();
    let (_, columns) = terminal.size_checked()?;
    (width <= usize::from(columns)).then(|| in_colours(&drawn))
}

/// Two modules a character, one above the other, with the margin of four modules that the standard asks for
/// (ISO/IEC 18004, section 9.1).
fn draw(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, qrcode::EcLevel::L).ok()?;
    Some(code.render::<Dense1x2>().quiet_zone(true).module_dimensions(1, 1).build())
}

fn in_colours(drawn: &str) -> String {
    drawn.lines().map(|line| format!("{COLOURS}{line}{NO_COLOURS}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::{draw, in_colours};
    use qrcode::{Color, EcLevel, QrCode};

    const ADDRESS: &str = "http://192.168.178.105:4444/?key=0123456789abcdef0123456789abcdef";

    #[test]
    fn a_code_has_its_modules_and_a_margin() {
        let code = QrCode::with_error_correction_level(ADDRESS, EcLevel::L).expect("a code");
        let drawn = draw(ADDRESS).expect("a code");
        // Each character is a pair of modules; the last line may have nothing below.
        let rows: Vec<Vec<bool>> = drawn
            .lines()
            .flat_map(|line| {
                let upper = line.chars().map(|sign| matches!(sign, '▀' | '█')).collect();
                let lower = line.chars().map(|sign| matches!(sign, '▄' | '█')).collect();
                [upper, lower]
            })
            .collect();
        let side = code.width();
        for (y, row) in rows.iter().enumerate() {
            assert_eq!(row.len(), side + 8);
            for (x, &dark) in row.iter().enumerate() {
                let inside = (4..side + 4).contains(&x) && (4..side + 4).contains(&y);
                assert_eq!(dark, inside && code[(x - 4, y - 4)] == Color::Dark, "{x} {y}");
            }
        }
        assert!(rows.len() >= side + 8);
    }

    #[test]
    fn a_code_fits_a_usual_terminal_and_brings_its_colours() {
        let drawn = draw(ADDRESS).expect("a code");
        assert!(drawn.lines().count() <= 24 && drawn.lines().all(|line| line.chars().count() <= 80));
        assert!(in_colours(&drawn).lines().all(|line| line.starts_with("\u{1b}[") && line.ends_with("\u{1b}[0m")));
    }
}
