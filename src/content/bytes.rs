//! Looking for bytes of a sort in texts where there are few.

/// How many bytes are looked at in one step. Compilers have instructions for it as long as what is asked only compares,
/// without `&&` and `||`.
const STEP: usize = 16;

/// The place of the first byte of a sort.
pub fn find(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let any = |step: &[u8; STEP]| step.iter().fold(false, |any, byte| any | is(*byte));
    let steps = bytes.as_chunks::<STEP>().0;
    let without = steps.iter().take_while(|step| !any(step)).count();
    // What is left over is looked at in one step too, with bytes before it.
    if without == steps.len() && bytes.last_chunk().is_some_and(|last| !any(last)) {
        return None;
    }
    let start = without * STEP;
    bytes[start..].iter().position(|byte| is(*byte)).map(|at| start + at)
}

/// The place of the first two neighbours of a sort, that of the first of them, found in the same way.
pub fn find_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> Option<usize> {
    let any = |(firsts, seconds): (&[u8; STEP], &[u8; STEP])| {
        firsts.iter().zip(seconds).fold(false, |any, (first, second)| any | is(*first, *second))
    };
    let (_, seconds) = bytes.split_first()?;
    let firsts = &bytes[..seconds.len()];
    let steps = firsts.as_chunks::<STEP>().0;
    let without = steps.iter().zip(seconds.as_chunks().0).take_while(|step| !any(*step)).count();
    if without == steps.len() && firsts.last_chunk().zip(seconds.last_chunk()).is_some_and(|last| !any(last)) {
        return None;
    }
    let start = without * STEP;
    let mut pairs = firsts[start..].iter().zip(&seconds[start..]);
    pairs.position(|(first, second)| is(*first, *second)).map(|at| start + at)
}

/// How many bytes of a sort there are, counted in the same way.
pub fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // No more of them than a byte can count, and whole steps.
    let some = bytes.chunks(u8::MAX as usize / STEP * STEP);
    some.map(|some| usize::from(some.iter().map(|byte| u8::from(is(*byte))).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::{count, find, find_pair};

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
    fn all_are_counted() {
        for length in [0usize, 1, 16, 239, 240, 241, 255, 256, 1000] {
            let bytes: Vec<u8> = (0..length).map(|at| if at % 3 == 0 { b'&' } else { b'a' }).collect();
            assert_eq!(count(&bytes, |byte| byte == b'&'), length.div_ceil(3));
            assert_eq!(count(&bytes, |_| true), length);
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
