//! Fingerprints: 128-bit hashes that tell whether something is as it was. They never leave the process.

use std::hash::{Hash, Hasher};
use twox_hash::XxHash3_128;

/// What is hashed. It comes in very many small pieces, and hashing all of it at once takes half the time.
struct Gathered(Vec<u8>);

impl Hasher for Gathered {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }
    fn finish(&self) -> u64 {
        u64::try_from(XxHash3_128::oneshot(&self.0) >> 64).unwrap_or(0)
    }
}

/// The fingerprint of a value.
pub fn fingerprint(value: &(impl Hash + ?Sized)) -> u128 {
    let mut gathered = Gathered(Vec::with_capacity(1024));
    value.hash(&mut gathered);
    XxHash3_128::oneshot(&gathered.0)
}

/// The fingerprint of bytes that were gathered elsewhere.
pub fn fingerprint_of_bytes(bytes: &[u8]) -> u128 {
    XxHash3_128::oneshot(bytes)
}
