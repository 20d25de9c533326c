//! Which bytes of a file are asked for: one range, as players of films and recordings ask (RFC 9110, section 14).

use std::ops::Range;

use http_range_header::{EndPosition, StartPosition, parse_range_header};

/// What a `Range` header comes to for something of a known length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Everything: there is no range, or one that is ignored (section 14.2).
    Whole,
    /// These bytes; never empty.
    Part(Range<u64>),
    /// Bytes that are not there: 416.
    Nothing,
}

/// Reads a `Range` header. Several ranges at once are answered with everything, which section 14.2 allows and all
/// players cope with.
pub(super) fn wanted(header: &str, length: u64) -> Wanted {
    let Ok(parsed) = parse_range_header(header) else {
        // The library calls an empty end an error of form; it is a range that cannot be satisfied (section 14.1.2).
        return if header == "bytes=-0" { Wanted::Nothing } else { Wanted::Whole };
    };
    let [range] = parsed.ranges.as_slice() else { return Wanted::Whole };
    let (start, end) = match (range.start, range.end) {
        // More than there is means all there is.
        (StartPosition::FromLast(count), _) => (length.saturating_sub(count), length),
        (StartPosition::Index(start), EndPosition::LastByte) => (start, length),
        (StartPosition::Index(start), EndPosition::Index(last)) if last < start => return Wanted::Whole,
        (StartPosition::Index(start), EndPosition::Index(last)) => (start, last.saturating_add(1).min(length)),
    };
    if start < end { Wanted::Part(start..end) } else { Wanted::Nothing }
}

#[cfg(test)]
mod tests {
    use super::{Wanted, wanted};

    #[test]
    fn one_range_is_cut_to_what_is_there() {
        for (header, range) in [
            ("bytes=0-0", 0..1),
            ("bytes=2-5", 2..6),
            ("bytes=2-", 2..10),
            ("bytes=0-", 0..10),
            ("bytes=8-99", 8..10),
            ("bytes=9-18446744073709551615", 9..10),
            ("bytes=-3", 7..10),
            ("bytes=-99", 0..10),
        ] {
            assert_eq!(wanted(header, 10), Wanted::Part(range), "{header}");
        }
    }

    #[test]
    fn what_is_not_there_cannot_be_had() {
        for header in ["bytes=10-", "bytes=10-12", "bytes=99-", "bytes=-0"] {
            assert_eq!(wanted(header, 10), Wanted::Nothing, "{header}");
        }
        for header in ["bytes=0-", "bytes=0-0", "bytes=-1"] {
            assert_eq!(wanted(header, 0), Wanted::Nothing, "{header} of nothing");
        }
    }

    #[test]
    fn what_is_no_single_range_is_ignored() {
        for header in ["", "bytes", "bytes=", "bytes=5-2", "bytes=a-b", "pages=1-2", "bytes=0-1,4-5", "bytes=--1"] {
            assert_eq!(wanted(header, 10), Wanted::Whole, "{header}");
        }
    }
}
