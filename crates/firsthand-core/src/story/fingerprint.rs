//! FNV-1a, 64 bits (Fowler, Noll and Vo): fingerprints that are the same on every machine.

/// What a fingerprint begins with.
pub(super) const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// A fingerprint with one byte more taken in.
pub(super) fn taken(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

/// The fingerprint of some bytes.
pub fn fingerprint(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(BASIS, taken)
}
