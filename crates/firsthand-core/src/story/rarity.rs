//! How much does a word say? Little if most reports use it: what is known of English at large, and what this run shows.

use super::sketch::number;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Document frequencies of English stems, counted in openly licensed texts (`models/rarity.md`).
static TABLE: &str = include_str!("../../models/rarity.tsv");

/// For how many documents the table counts beside those of the run. So large that a run of five reports of one story
/// does not make its own subject worthless, so small that a run of thousands speaks for itself.
const PRIOR: f32 = 400.0;

/// The share of documents thought to hold a stem the table does not list.
const UNLISTED: f32 = 0.001;

/// Steps of a code for each factor of e: 255 of them reach down to 1 in 40,000.
const STEPS: f32 = 24.0;

/// The table, read once: number of a stem to the code of the share of documents that hold it.
static CODES: LazyLock<FxHashMap<u32, u8>> = LazyLock::new(|| {
    let mut lines = TABLE.lines().filter(|l| !l.starts_with('#'));
    let total: f32 = lines.next().and_then(|l| l.strip_prefix("documents\t")?.parse().ok()).unwrap_or(1.0);
    let listed = |line: &'static str| {
        let (word, count) = line.split_once('\t')?;
        Some((word, encode(count.parse::<f32>().ok()? / total)))
    };
    lines.filter_map(listed).map(|(word, code)| (number(word), code)).collect()
});

/// The share of each code.
static SHARES: LazyLock<[f32; 256]> =
    LazyLock::new(|| std::array::from_fn(|code| (-(code as f32) / STEPS).exp()));

fn encode(share: f32) -> u8 {
    (-share.ln() * STEPS).round().clamp(0.0, 255.0) as u8
}

/// The share of English documents that hold a term, as one byte: 24 steps for each factor of e, 0 for all. The term is
/// given by the numbers it may be listed under, the stem's last.
pub(super) fn code(numbers: &[u32]) -> u8 {
    static UNKNOWN: LazyLock<u8> = LazyLock::new(|| encode(UNLISTED));
    numbers.iter().find_map(|n| CODES.get(n)).copied().unwrap_or(*UNKNOWN)
}

/// In how many of the reports at hand each term stands, as a word and as a name.
#[derive(Debug, Default, Clone)]
pub(super) struct Rarity {
    reports: u32,
    held: FxHashMap<u32, (u32, u32)>,
}

impl Rarity {
    /// Counts a report, given by its terms: number, whether it is a word, whether a name.
    pub(super) fn add(&mut self, terms: impl Iterator<Item = (u32, bool, bool)>) {
        self.reports += 1;
        for (number, word, name) in terms {
            let held = self.held.entry(number).or_default();
            held.0 += u32::from(word);
            held.1 += u32::from(name);
        }
    }

    /// Takes a report out again.
    pub(super) fn remove(&mut self, terms: impl Iterator<Item = (u32, bool, bool)>) {
        self.reports = self.reports.saturating_sub(1);
        for (number, word, name) in terms {
            let Some(held) = self.held.get_mut(&number) else { continue };
            held.0 = held.0.saturating_sub(u32::from(word));
            held.1 = held.1.saturating_sub(u32::from(name));
            if *held == (0, 0) {
                self.held.remove(&number);
            }
        }
    }

    /// The natural logarithm of one over the share of documents that hold a term of this number and code: as a word and
    /// as a name.
    pub(super) fn weights(&self, number: u32, common: u8) -> (f32, f32) {
        let held = self.held.get(&number).copied().unwrap_or_default();
        let all = self.reports as f32 + PRIOR;
        let known = PRIOR * SHARES[usize::from(common)];
        let weight = |held: u32| (all / (held as f32 + known)).ln().max(0.0);
        (weight(held.0), weight(held.1))
    }
}
