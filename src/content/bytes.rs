//! Looking for bytes of a sort in texts where there are few.

/// The place of the first byte of a sort.
///
/// Sixteen bytes are looked at in one step, for which compilers have instructions as long as `is` only compares.
pub fn find(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let (steps, _) = bytes.as_chunks::<16>();
    let without = steps.iter().take_while(|step| !step.iter().fold(false, |any, byte| any | is(*byte)));
    let start = without.count() * 16;
    bytes[start..].iter().position(|byte| is(*byte)).map(|at| start + at)
}

/// The place of the first two neighbours of a sort, that of the first of them, found in the same way.
pub fn find_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let next = bytes.get(1..)?;
    let steps = bytes.as_chunks::<16>().0.iter().zip(next.as_chunks::<16>().0);
    let without =
        steps.take_while(|(first, second)| !first.iter().zip(*second).fold(false, |any, (a, b)| any | is(*a, *b)));
    let start = without.count() * 16;
    let mut rest = bytes[start..].iter().zip(&next[start..]);
    rest.position(|(a, b)| is(*a, *b)).map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use super::{find, find_pair};

    #[test]
    fn the_first_one_is_found_wherever_it_is() {
        for length in 0..50 {
            let mut bytes = vec![b'a'; length];
            assert_eq!(find(&bytes, |byte| byte == b'&'), None);
            for at in (0..length).rev() {
                bytes[at] = b'&';
                assert_eq!(find(&bytes, |byte| byte == b'&'), Some(at), "of {length}");
            }
        }
    }

    #[test]
    fn the_first_pair_is_found_wherever_it_is() {
        for length in 0..50 {
            for at in 0..length {
                let mut bytes = vec![b'a'; length];
                bytes[at] = b'&';
                let before = at.checked_sub(1);
                assert_eq!(find_pair(&bytes, |a, b| (a == b'a') & (b == b'&')), before, "of {length}");
            }
        }
    }
}
