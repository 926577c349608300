//! The number of a report, the same in every run: six bytes of its address, ten of its text.

use sha2::{Digest, Sha256};
use std::fmt;

/// Bytes that stand for the address.
pub(crate) const ADDRESS: usize = 6;

/// A report's number. Pages of one address begin alike, so that one bucket holds all versions of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(pub [u8; 16]);

impl Id {
    /// From what stands for the address of a page (or the place it was found at, where it has none) and from its text.
    pub fn of(address: &str, text: &str) -> Id {
        let mut id = [0; 16];
        let (head, tail) = id.split_at_mut(ADDRESS);
        head.iter_mut().zip(Sha256::digest(address.as_bytes())).for_each(|(to, from)| *to = from);
        tail.iter_mut().zip(Sha256::digest(text.as_bytes())).for_each(|(to, from)| *to = from);
        Id(id)
    }

    /// What stands for its address: the same for all versions of a report.
    pub(crate) fn address(self) -> [u8; ADDRESS] {
        let mut head = [0; ADDRESS];
        head.iter_mut().zip(self.0).for_each(|(to, from)| *to = from);
        head
    }

    /// The bucket of so many that its address falls into.
    pub fn bucket(self, buckets: u32) -> u32 {
        let head = self.0.iter().take(ADDRESS).fold(0u64, |n, b| n << 8 | u64::from(*b));
        // Buckets are ranges: the files of ascending buckets are in ascending order of id.
        u32::try_from((u128::from(head) * u128::from(buckets)) >> (8 * ADDRESS)).unwrap_or(0)
    }

    /// As it is written, or None where this is no id.
    pub fn read(text: &str) -> Option<Id> {
        let number = u128::from_str_radix(text, 16).ok().filter(|_| text.len() == 32)?;
        Some(Id(number.to_be_bytes()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// The bucket of so many that a name falls into (FNV-1a, 64 bit).
pub fn bucket_of(name: &str, buckets: u32) -> u32 {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    bucket_of_number(hash, buckets)
}

/// The same for a number whose high bits are as good as random.
pub fn bucket_of_number(number: u64, buckets: u32) -> u32 {
    u32::try_from((u128::from(number) * u128::from(buckets)) >> 64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_and_say_their_bucket() {
        let id = Id::of("gull.example/a?", "A pier burned.");
        assert_eq!(id, Id::of("gull.example/a?", "A pier burned."));
        assert_eq!(Id::read(&id.to_string()), Some(id));
        assert_eq!(Id::read("x"), None);
        let other = Id::of("gull.example/a?", "A pier burned down.");
        assert_ne!(id, other);
        for buckets in [1, 2, 7, 64] {
            assert!(id.bucket(buckets) < buckets);
            assert_eq!(id.bucket(buckets), other.bucket(buckets), "one address, one bucket");
            assert!(bucket_of("gull", buckets) < buckets);
        }
        assert_eq!(Id([255; 16]).bucket(3), 2);
        assert_eq!(Id([0; 16]).bucket(3), 0);
    }
}
