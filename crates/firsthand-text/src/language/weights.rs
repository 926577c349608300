//! Weights of hashed features, read in place: nothing is built when the program starts.
//!
//! A feature is a 64-bit key. Its high bits name a bucket; within the bucket its low 16 bits tell it from the others
//! (one unseen feature in about 30,000 is taken for another, which costs accuracy nothing that could be measured).
//! An entry is those 16 bits, a count, and that many pairs of class and weight; most features have weights for few
//! classes.
//!
//! Layout, little endian: `FHW1`; u8 bits of the bucket number; u8 count of labels, each a u8 length and its
//! bytes; 2^bits + 1 u32 offsets of the buckets' entries; the entries.

use std::borrow::Cow;
use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"FHW1";
/// Features whose buckets are looked up before the first is read.
const AT_ONCE: usize = 32;

/// A table of weights and the labels of its classes.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    bytes: Cow<'static, [u8]>,
    labels: Vec<String>,
    bits: u32,
    offsets: usize,
    entries: usize,
}

impl Weights {
    /// Takes the bytes of a table; None if they are none.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Option<Weights> {
        let bytes = bytes.into();
        let rest = bytes.strip_prefix(MAGIC)?;
        let bits = u32::from(*rest.first()?);
        let count = usize::from(*rest.get(1)?);
        let mut at = MAGIC.len() + 2;
        let mut labels = Vec::with_capacity(count);
        for _ in 0..count {
            let length = usize::from(*bytes.get(at)?);
            let label = bytes.get(at + 1..at + 1 + length)?;
            labels.push(String::from_utf8(label.to_vec()).ok()?);
            at += 1 + length;
        }
        if bits == 0 || bits > 30 {
            return None;
        }
        let entries = at + ((1usize << bits) + 1) * 4;
        let weights = Weights { offsets: at, entries, bits, labels, bytes };
        let end = weights.offset(1 << bits)?;
        (weights.entries + end == weights.bytes.len()).then_some(weights)
    }

    /// Lays out a table. Rows hold pairs of class and weight; classes index `labels` or whatever its reader knows.
    pub fn write(labels: &[String], rows: &BTreeMap<u64, Vec<(u8, i8)>>) -> Vec<u8> {
        let bits = (usize::BITS - rows.len().leading_zeros()).clamp(4, 24);
        let mut out = MAGIC.to_vec();
        out.push(bits as u8);
        out.push(labels.len() as u8);
        for label in labels {
            out.push(label.len() as u8);
            out.extend_from_slice(label.as_bytes());
        }
        let mut entries = Vec::new();
        let mut next = 0u64;
        for (&key, row) in rows {
            while next <= key >> (64 - bits) {
                out.extend_from_slice(&(entries.len() as u32).to_le_bytes());
                next += 1;
            }
            entries.extend_from_slice(&(key as u16).to_le_bytes());
            entries.push(row.len() as u8);
            entries.extend(row.iter().flat_map(|&(class, weight)| [class, weight as u8]));
        }
        while next <= 1 << bits {
            out.extend_from_slice(&(entries.len() as u32).to_le_bytes());
            next += 1;
        }
        out.extend_from_slice(&entries);
        out
    }

    /// The labels of the classes.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// Whether there are no weights at all.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Adds the weights of features to the scores of their classes.
    ///
    /// First where the buckets of a few features are, then what is in them: the table is larger than the caches, and
    /// look-ups that do not wait for one another overlap.
    pub fn add(&self, keys: &[u64], scores: &mut [i32]) {
        if self.bits == 0 {
            return;
        }
        let mut buckets: [&[u8]; AT_ONCE] = [&[]; AT_ONCE];
        for few in keys.chunks(AT_ONCE) {
            for (bucket, key) in buckets.iter_mut().zip(few) {
                *bucket = self.bucket(*key).unwrap_or(&[]);
            }
            for (bucket, key) in buckets.iter().zip(few) {
                for &[class, weight] in row(bucket, *key).as_chunks::<2>().0 {
                    if let Some(score) = scores.get_mut(usize::from(class)) {
                        *score += UNPACKED[usize::from(weight)];
                    }
                }
            }
        }
    }

    /// The entries among which a feature's is.
    #[inline]
    fn bucket(&self, key: u64) -> Option<&[u8]> {
        let bucket = (key >> (64 - self.bits)) as usize;
        self.bytes.get(self.entries + self.offset(bucket)?..self.entries + self.offset(bucket + 1)?)
    }

    #[inline]
    fn offset(&self, bucket: usize) -> Option<usize> {
        let at = self.offsets + bucket * 4;
        let bytes: [u8; 4] = self.bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes) as usize)
    }
}

/// The pairs of class and weight of a feature, in the entries of its bucket.
#[inline]
fn row(mut bucket: &[u8], key: u64) -> &[u8] {
    let mark = (key as u16).to_le_bytes();
    while let [low, high, count, rest @ ..] = bucket {
        let Some((pairs, others)) = rest.split_at_checked(usize::from(*count) * 2) else { break };
        if [*low, *high] == mark {
            return pairs;
        }
        bucket = others;
    }
    &[]
}

/// What a stored weight adds to a score. Steps grow with the weight, since few weights are great but those decide:
/// from 17 between the smallest to 270 between the greatest.
#[inline]
pub const fn unpack(stored: i8) -> i32 {
    let q = stored as i32;
    q * (16 + q.abs())
}

/// What every byte of a table adds.
const UNPACKED: [i32; 256] = {
    let mut out = [0; 256];
    let mut byte = 0;
    while byte < out.len() {
        out[byte] = unpack(byte as u8 as i8);
        byte += 1;
    }
    out
};

/// The stored weight that comes nearest to a number.
pub fn pack(weight: f64) -> i8 {
    // solves q * (16 + q) = |weight|
    let q = ((64.0 + weight.abs()).sqrt() - 8.0).round().min(127.0);
    (q * weight.signum()) as i8
}

/// Joins two numbers into one key, every bit of which depends on both (constants of splitmix64, Steele et al. 2014).
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    let mut x = a.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29) ^ b;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Key of a string of bytes (FNV-1a, then mixed).
#[inline]
pub fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mut x = 0xcbf2_9ce4_8422_2325u64;
    for b in bytes {
        x = (x ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(x, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read(rows in proptest::collection::btree_map(
            proptest::num::u64::ANY, proptest::collection::vec((0u8..9, -127i8..=127), 1..9), 0..200
        )) {
            // the low bits tell the features of a bucket apart
            let apart = |(i, (key, row)): (usize, (u64, Vec<(u8, i8)>))| (key & !0xffff | i as u64, row);
            let rows: BTreeMap<u64, Vec<(u8, i8)>> = rows.into_iter().enumerate().map(apart).collect();
            let labels = ["a".to_owned(), "bc".to_owned()];
            let weights = Weights::read(Weights::write(&labels, &rows)).unwrap();
            assert_eq!(weights.labels(), labels);
            for (key, row) in &rows {
                let mut expected = [0i32; 9];
                row.iter().for_each(|&(c, w)| expected[usize::from(c)] += unpack(w));
                let mut scores = [0i32; 9];
                weights.add(&[*key], &mut scores);
                assert_eq!(scores, expected);
            }
        }

        #[test]
        fn what_is_packed_is_near(weight in -18_000.0..18_000.0f64) {
            let back = f64::from(unpack(pack(weight)));
            assert!((back - weight).abs() <= 9.0 + weight.abs().sqrt() * 1.1, "{weight} became {back}");
        }

        #[test]
        fn broken_bytes_are_refused(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60), head: bool) {
            if head {
                bytes.splice(0..0, *MAGIC);
            }
            if let Some(weights) = Weights::read(bytes) {
                weights.add(&[7], &mut [0; 4]);
            }
        }
    }
}
