//! What is known of single words: names of persons, usual words, clusters of like words.
//!
//! An [`fst::Map`] made by `firsthand-lab train lexicon` (see `firsthand_data_names`), from words in plain lower-case
//! letters.

use fst::Map;
use std::sync::OnceLock;

/// The word is a given name.
pub const GIVEN: u64 = 1;
/// The word is a family name.
pub const FAMILY: u64 = 2;
/// The word is usually written in lower case.
pub const USUAL: u64 = 4;

const BITS: u32 = 3;

/// Joins the bits above and a cluster (0 for none) to one value of the map.
pub fn pack(bits: u64, cluster: u64) -> u64 {
    bits | cluster << BITS
}

/// What the lexicon says of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Entry {
    /// [`GIVEN`], [`FAMILY`], [`USUAL`].
    pub bits: u64,
    /// Cluster from 1, 0 where there is none; sixteen fine clusters in a row make a coarse one.
    pub cluster: u64,
}

/// The entry of a folded word; an empty one where it is not listed.
pub fn entry(folded: &str) -> Entry {
    let value = map().and_then(|m| m.get(folded)).unwrap_or(0);
    Entry { bits: value & ((1 << BITS) - 1), cluster: value >> BITS }
}

fn map() -> Option<&'static Map<&'static [u8]>> {
    static MAP: OnceLock<Option<Map<&'static [u8]>>> = OnceLock::new();
    MAP.get_or_init(|| Map::new(firsthand_data_names::LEXICON).ok()).as_ref()
}
