//! Fingerprints: 128-bit hashes that tell whether something is as it was. They never leave the process.

use std::hash::{Hash, Hasher};
use twox_hash::xxhash3_128;

struct Fingerprinter(xxhash3_128::Hasher);

impl Hasher for Fingerprinter {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }
    fn finish(&self) -> u64 {
        u64::try_from(self.0.finish_128() >> 64).unwrap_or(0)
    }
}

/// The fingerprint of a value.
pub fn fingerprint(value: &(impl Hash + ?Sized)) -> u128 {
    let mut hasher = Fingerprinter(xxhash3_128::Hasher::new());
    value.hash(&mut hasher);
    hasher.0.finish_128()
}
