//! How much does a word say? Little if most reports use it: what is known of English at large, and what this run shows.

use super::words::stem;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Document frequencies of English stems, counted in openly licensed texts (`models/rarity.md`).
static TABLE: &str = include_str!("../../../../models/rarity.tsv");

/// For how many documents the table counts beside those of the run. So large that a run of five reports of one story
/// does not make its own subject worthless, so small that a run of thousands speaks for itself.
const PRIOR: f64 = 400.0;

/// The table, read once: stem to the share of documents that hold it.
static SHARES: LazyLock<HashMap<&'static str, f64>> = LazyLock::new(|| {
    let mut lines = TABLE.lines().filter(|l| !l.starts_with('#'));
    let total: f64 = lines.next().and_then(|l| l.strip_prefix("documents\t")?.parse().ok()).unwrap_or(1.0);
    lines
        .filter_map(|l| l.split_once('\t'))
        .filter_map(|(w, n)| Some((w, n.parse::<f64>().ok()? / total)))
        .collect()
});

/// The share of documents thought to hold a stem the table does not list.
const UNLISTED: f64 = 0.001;

/// How rare terms are among the reports of one run.
#[derive(Debug, Default)]
pub(super) struct Rarity<'a> {
    reports: f64,
    held: FxHashMap<&'a str, f64>,
}

impl<'a> Rarity<'a> {
    /// Counts the terms of a run.
    pub(super) fn of(terms: impl Iterator<Item = &'a BTreeMap<String, f64>>) -> Rarity<'a> {
        let mut out = Rarity::default();
        for report in terms {
            out.reports += 1.0;
            for term in report.keys() {
                *out.held.entry(term).or_default() += 1.0;
            }
        }
        out
    }
    /// The natural logarithm of one over the share of documents that hold the term.
    pub(super) fn weight(&self, term: &str) -> f64 {
        weight(self.reports, self.held.get(term).copied().unwrap_or(0.0), known(term))
    }
}

/// The natural logarithm of one over the share of documents that hold a term: `held` of `reports`, and `known` of English
/// at large.
pub(super) fn weight(reports: f64, held: f64, known: f64) -> f64 {
    ((reports + PRIOR) / (held + PRIOR * known)).ln().max(0.0)
}

fn known(term: &str) -> f64 {
    SHARES.get(term).or_else(|| SHARES.get(stem(term))).copied().unwrap_or(UNLISTED)
}

/// The share of English documents that hold a term, as one byte: 24 steps for each factor of e.
pub(super) fn code(term: &str) -> u8 {
    (-known(term).ln() * STEPS).round().clamp(0.0, 255.0) as u8
}

/// The share behind a code.
pub(super) fn share(code: u8) -> f64 {
    (-f64::from(code) / STEPS).exp()
}

/// Steps of a code for each factor of e: 255 of them reach down to 1 in 40,000.
const STEPS: f64 = 24.0;
