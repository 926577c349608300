//! The weights of names: a read-only table probed where it lies.
//!
//! Layout, all numbers little-endian: the mark `FHNAMES2`; f32 scale (a weight is its byte times this);
//! [`LABELS`]² f32 transitions; u32 b; 2^b + 1 u32 starts of buckets, in entries; then the entries of four bytes:
//! u16 check, u8 label, i8 weight. A feature's bucket is the top b bits of its hash, its check the low 16 bits.

use super::decode::Transitions;
use super::label::LABELS;

/// First bytes of the file.
pub const MARK: &[u8; 8] = b"FHNAMES2";
/// Features whose buckets are looked up before the first is read.
const AT_ONCE: usize = 32;
const STARTS: usize = 8 + 4 + 4 * LABELS * LABELS + 4;

/// The weights, borrowed from the bytes they came in.
#[derive(Debug, Clone)]
pub struct Weights<'a> {
    scale: f32,
    /// Scores of one label after another.
    pub transitions: Transitions,
    shift: u32,
    starts: &'a [u8],
    entries: &'a [u8],
}

/// A weight to be written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// Hash of the feature.
    pub feature: u64,
    /// The label it speaks for or against.
    pub label: u8,
    /// How much, in steps of the scale.
    pub steps: i8,
}

impl<'a> Weights<'a> {
    /// Reads the table; None where the bytes are not one.
    pub fn read(bytes: &'a [u8]) -> Option<Weights<'a>> {
        let rest = bytes.strip_prefix(MARK)?;
        let mut numbers = rest.chunks_exact(4).map(|b| [b[0], b[1], b[2], b[3]]);
        let scale = f32::from_le_bytes(numbers.next()?);
        let mut transitions = [[0.0; LABELS]; LABELS];
        for cell in transitions.iter_mut().flatten() {
            *cell = f32::from_le_bytes(numbers.next()?);
        }
        let bits = u32::from_le_bytes(numbers.next()?);
        if !(1..=24).contains(&bits) {
            return None;
        }
        let length = 4 * ((1_usize << bits) + 1);
        let starts = bytes.get(STARTS..STARTS + length)?;
        let entries = bytes.get(STARTS + length..)?;
        Some(Weights { scale, transitions, shift: 64 - bits, starts, entries })
    }

    /// Adds up the weights of the features for each label.
    pub fn scores(&self, features: &[u64]) -> [f32; LABELS] {
        let mut sums = [0_i32; LABELS];
        // First where the buckets of a few features are, then what is in them: the table is larger than the caches, and
        // look-ups that do not wait for one another overlap.
        let mut buckets: [&[u8]; AT_ONCE] = [&[]; AT_ONCE];
        for few in features.chunks(AT_ONCE) {
            for (bucket, feature) in buckets.iter_mut().zip(few) {
                let at = (feature >> self.shift) as usize * 4;
                *bucket = self.entries.get(self.start(at)..self.start(at + 4)).unwrap_or(&[]);
            }
            for (entries, feature) in buckets.iter().zip(few) {
                let check = *feature as u16;
                for entry in entries.chunks_exact(4) {
                    if u16::from_le_bytes([entry[0], entry[1]]) == check
                        && let Some(sum) = sums.get_mut(usize::from(entry[2]))
                    {
                        *sum += i32::from(entry[3] as i8);
                    }
                }
            }
        }
        sums.map(|s| s as f32 * self.scale)
    }

    fn start(&self, at: usize) -> usize {
        let bytes = self.starts.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        bytes.map_or(0, |b| u32::from_le_bytes(b) as usize * 4)
    }
}

/// Writes a table; the weights may come in any order.
pub fn write(scale: f32, transitions: &Transitions, weights: &[Weight]) -> Vec<u8> {
    // About two weights a bucket.
    let bits = (weights.len().max(4) / 2).ilog2().max(1);
    let mut sorted = weights.to_vec();
    sorted.sort_by_key(|w| (w.feature, w.label));
    let mut out = MARK.to_vec();
    out.extend(scale.to_le_bytes());
    out.extend(transitions.iter().flatten().flat_map(|t| t.to_le_bytes()));
    out.extend(bits.to_le_bytes());
    for bucket in 0..=1_u64 << bits {
        let start = sorted.partition_point(|w| w.feature >> (64 - bits) < bucket);
        out.extend((start as u32).to_le_bytes());
    }
    for weight in &sorted {
        out.extend((weight.feature as u16).to_le_bytes());
        out.extend([weight.label, weight.steps as u8]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_weights_are_found_again() {
        let weights: Vec<Weight> = (0..500_u64)
            .map(|n| Weight {
                feature: super::super::hash::mix(n, 7),
                label: (n % LABELS as u64) as u8,
                steps: (n % 255) as u8 as i8,
            })
            .collect();
        let mut transitions = [[0.0; LABELS]; LABELS];
        transitions[3][4] = 1.5;
        let bytes = write(0.5, &transitions, &weights);
        let read = Weights::read(&bytes).expect("a table");
        assert_eq!(read.transitions, transitions);
        for w in &weights {
            let scores = read.scores(&[w.feature]);
            assert_eq!(scores[usize::from(w.label)], f32::from(w.steps) * 0.5);
        }
        assert_eq!(read.scores(&[1, 2, 3]), [0.0; LABELS]);
    }

    #[test]
    fn other_bytes_are_refused() {
        assert!(Weights::read(b"").is_none());
        assert!(Weights::read(b"FHNAMES2").is_none());
        assert!(Weights::read(&[0; 4000]).is_none());
    }
}
