//! Runs that lie close together become one passage.

use super::super::body::Body;
use super::band;
use super::seed::Run;
use std::ops::Range;

/// Runs with no more than so many other words between them, on both sides, are one passage.
const GAP: usize = 8;
/// A passage with a smaller part of its words in common is two texts.
pub(super) const ALIKE: f64 = 0.4;
/// A gap is taken into the passage when what is around it has at least so many words for each word of the gap.
const WORTH: f64 = 1.0;

/// A passage in the making: words of the one, words of the other.
pub(super) type Pair = (Range<usize>, Range<usize>);

/// Joins runs over short gaps, in the order of the one.
pub(super) fn join(runs: &[Run], one: &Body, other: &Body) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    for run in runs {
        let next = (run.one..run.one + run.length, run.other..run.other + run.length);
        match out.last_mut() {
            Some(last) if near(last, &next) => {
                last.0.end = next.0.end;
                last.1.end = next.1.end;
            }
            _ => out.push(next),
        }
    }
    out.retain(|(a, b)| identity(&one.words[a.clone()], &other.words[b.clone()]) >= ALIKE);
    out
}

/// Whether a passage goes on with the next after a short gap.
pub(super) fn near(last: &Pair, next: &Pair) -> bool {
    if next.0.start < last.0.end || next.1.start < last.1.end {
        return false;
    }
    let gap = (next.0.start - last.0.end).max(next.1.start - last.1.end);
    let around = last.0.len().min(last.1.len()) + next.0.len().min(next.1.len());
    gap <= GAP && gap as f64 * WORTH <= around as f64
}

/// Part of the words of the longer side that are the same in the same order.
pub(super) fn identity(one: &[u64], other: &[u64]) -> f64 {
    band::common(one, other) as f64 / one.len().max(other.len()).max(1) as f64
}
