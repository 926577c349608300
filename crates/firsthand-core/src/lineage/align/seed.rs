//! Equal runs of words.

use super::super::body::{Body, SEED};

/// Words that are the same in both: first word in each, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) length: usize,
}

/// A seed that stands in a report more often is a refrain and tells nothing.
const REFRAIN: usize = 12;

/// All longest runs of equal words that hold a seed, in order of their places.
pub(super) fn runs(one: &Body, other: &Body) -> Vec<Run> {
    let mut hits = meetings(&one.seeds, &other.seeds);
    // By diagonal, so that the seeds of one run follow each other.
    hits.sort_unstable_by_key(|&(a, b)| (i64::from(b) - i64::from(a), a));
    let mut out: Vec<Run> = Vec::new();
    for (a, b) in hits {
        let (a, b) = (a as usize, b as usize);
        match out.last_mut() {
            Some(run) if run.other + a == run.one + b && a <= run.one + run.length => {
                run.length = a + SEED - run.one;
            }
            _ => out.push(Run { one: a, other: b, length: SEED }),
        }
    }
    out.sort_unstable();
    out
}

/// The places of every seed that stands in both.
fn meetings(one: &[(u64, u32)], other: &[(u64, u32)]) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a.0 != b.0 {
            if a.0 < b.0 {
                i += 1
            } else {
                j += 1
            }
            continue;
        }
        let here = one[i..].iter().take_while(|s| s.0 == a.0).count();
        let there = other[j..].iter().take_while(|s| s.0 == a.0).count();
        if here <= REFRAIN && there <= REFRAIN {
            for x in &one[i..i + here] {
                out.extend(other[j..j + there].iter().map(|y| (x.1, y.1)));
            }
        }
        i += here;
        j += there;
    }
    out
}
