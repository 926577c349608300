//! Lists of words that say what a name beside them, or around them, is the name of.

mod date;
mod group;
mod head;
mod site;
mod title;

pub use date::DATES;
pub use group::GROUPS;
pub use head::HEADS;
use rustc_hash::FxHashMap;
pub use site::SITES;
pub use title::TITLES;

/// Kinds of words as bits, for the features.
pub const TITLE: u32 = 1;

/// See [`HEADS`].
pub const HEAD: u32 = 2;

/// See [`SITES`].
pub const SITE: u32 = 4;

/// See [`GROUPS`].
pub const GROUP: u32 = 8;

/// See [`DATES`].
pub const DATE: u32 = 16;

/// The lists a word in lower case stands in; a point at its end does not matter.
pub fn bits(lower: &str) -> u32 {
    let word = lower.strip_suffix('.').unwrap_or(lower);
    table().get(word).copied().unwrap_or(0)
}

fn table() -> &'static FxHashMap<&'static str, u32> {
    static TABLE: std::sync::OnceLock<FxHashMap<&'static str, u32>> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let mut out: FxHashMap<&'static str, u32> = FxHashMap::default();
        for (list, bit) in [(TITLES, TITLE), (HEADS, HEAD), (SITES, SITE), (GROUPS, GROUP), (DATES, DATE)] {
            list.iter().for_each(|word| *out.entry(word).or_default() |= bit);
        }
        out
    })
}
