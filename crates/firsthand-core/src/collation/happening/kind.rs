//! Which words may tell of one happening where all else agrees? Kinds of `data/happenings.tsv`.

use crate::statement::alike::lines;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The kinds a dictionary form, spelled alike, is of.
pub(super) fn of(word: &str) -> &'static BTreeSet<usize> {
    static NONE: BTreeSet<usize> = BTreeSet::new();
    static KINDS: OnceLock<BTreeMap<String, BTreeSet<usize>>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| lines(include_str!("../../../data/happenings.tsv")));
    kinds.get(word).unwrap_or(&NONE)
}
