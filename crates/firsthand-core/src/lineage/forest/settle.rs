//! From odds to names: which report is each said to come from?

use super::sample::{Odds, Slot};

/// How much it counts to name one that is behind a report, beside naming the parent: where a text came by one of several alike
/// copies, the original they were all copied from is a better answer than a guess among them.
const BEHIND: f64 = 0.5;
/// A report comes from nobody where that is likelier than all else.
const NOBODY: f64 = 0.5;

/// Names a parent for each slot, or none; no two for the slots of one report, and never in a circle. The surest come first.
pub(super) fn named(slots: &[Slot], odds: &Odds, reports: usize) -> Vec<Option<usize>> {
    let mut out = vec![None; slots.len()];
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); reports];
    let surest = |n: &usize| odds.parents[*n].first().map_or(0.0, |o| o.1);
    let mut order: Vec<usize> = (0..slots.len()).filter(|n| odds.nobody[*n] <= NOBODY).collect();
    order.sort_by(|a, b| surest(b).total_cmp(&surest(a)).then(a.cmp(b)));
    for n in order {
        let child = slots[n].child;
        let mut scores: Vec<(usize, f64)> = odds.behind[child].iter().map(|b| (b.0, BEHIND * b.1)).collect();
        for &(parent, odds) in &odds.parents[n] {
            match scores.binary_search_by_key(&parent, |s| s.0) {
                Ok(at) => scores[at].1 += odds,
                Err(at) => scores.insert(at, (parent, odds)),
            }
        }
        scores.retain(|s| s.0 != child && !parents[child].contains(&s.0));
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let open = |s: &&(usize, f64)| !behind(&parents, s.0).contains(&child);
        if let Some(&(parent, _)) = scores.iter().find(open) {
            parents[child].push(parent);
            out[n] = Some(parent);
        }
    }
    out
}

/// All reports behind one, itself left out.
pub(in crate::lineage) fn behind(parents: &[Vec<usize>], report: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut open = parents[report].clone();
    while let Some(next) = open.pop() {
        if !out.contains(&next) {
            out.push(next);
            open.extend(&parents[next]);
        }
    }
    out
}
