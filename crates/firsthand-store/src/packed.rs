//! Bytes made small and made whole again: zlib (RFC 1950), which every language reads.

use zlib_rs::{DeflateConfig, InflateConfig, ReturnCode, compress_bound, compress_slice, decompress_slice};

/// How hard packing tries: the least effort that is more than one pass.
const LEVEL: i32 = 2;

/// The bytes packed. Packing is done for every page that comes in, so it is left to the fastest library in Rust; what comes
/// from outside is unpacked by the intake's own.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = vec![0; compress_bound(bytes.len())];
    let length = compress_slice(&mut packed, bytes, DeflateConfig::new(LEVEL)).0.len();
    packed.truncate(length);
    packed.shrink_to_fit();
    packed
}

/// The bytes unpacked; None where they are not `size` bytes, packed.
pub(crate) fn unpack(packed: &[u8], size: u64) -> Option<Vec<u8>> {
    // Nothing packs to less than a thousandth of its length: a size that says so is damaged.
    let size = usize::try_from(size).ok().filter(|size| size / 1100 <= packed.len())?;
    // One byte more than there should be, so that too long is seen as well.
    let mut bytes = vec![0; size + 1];
    let (whole, code) = decompress_slice(&mut bytes, packed, InflateConfig::default());
    let length = whole.len();
    bytes.truncate(size);
    (code == ReturnCode::Ok && length == size).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..4000)) {
            let packed = pack(&bytes);
            prop_assert_eq!(unpack(&packed, bytes.len() as u64), Some(bytes.clone()));
            prop_assert_eq!(unpack(&packed, bytes.len() as u64 + 1), None);
            if let Some(less) = (bytes.len() as u64).checked_sub(1) {
                prop_assert_eq!(unpack(&packed, less), None);
            }
        }

        #[test]
        fn any_bytes_unpack_or_do_not(bytes in proptest::collection::vec(any::<u8>(), 0..200), size in any::<u64>()) {
            let _ = unpack(&bytes, size);
        }
    }
}
