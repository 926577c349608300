//! Which words may tell of one happening where all else agrees? Kinds of `data/happenings.tsv`.

use crate::statement::alike::spelled;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The kinds a dictionary form, spelled alike, is of.
pub(super) fn of(word: &str) -> &'static BTreeSet<usize> {
    static NONE: BTreeSet<usize> = BTreeSet::new();
    static KINDS: OnceLock<BTreeMap<String, BTreeSet<usize>>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| {
        let mut out: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let lines = include_str!("../../../data/happenings.tsv").lines();
        for (n, line) in lines.filter(|l| !l.is_empty() && !l.starts_with('#')).enumerate() {
            for word in line.split(' ').filter(|w| !w.is_empty()) {
                out.entry(spelled(&word.replace('_', " "))).or_default().insert(n);
            }
        }
        out
    });
    kinds.get(word).unwrap_or(&NONE)
}
