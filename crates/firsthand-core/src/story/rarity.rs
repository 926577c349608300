//! How much does a word say? Little if most reports use it: what is known of English at large, and what this run shows.

use super::words::stem;
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
    held: BTreeMap<&'a str, f64>,
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
        let known = SHARES.get(term).or_else(|| SHARES.get(stem(term))).copied().unwrap_or(UNLISTED);
        let held = self.held.get(term).copied().unwrap_or(0.0);
        ((self.reports + PRIOR) / (held + PRIOR * known)).ln().max(0.0)
    }
}
