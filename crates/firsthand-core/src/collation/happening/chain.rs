//! Chains: mentions that are joined while they are likely of one happening on average.

use super::ground::Ground;
use super::weights::Weights;
use super::{evidence, likely};

/// Two chains are joined while their mentions are this likely of one happening on average. Set by folds of ECB+ (docs/quality.md).
pub const JOIN: f64 = 0.3;
/// The same for chains of two stories of one affair, which are mostly of two happenings.
pub const ACROSS: f64 = 0.9;

/// The chains of the mentions, each ascending, in order of their first mention (average linkage; of equals the earlier pair).
pub fn chains(ground: &Ground, weights: &Weights, limit: f64) -> Vec<Vec<usize>> {
    join((0..ground.sheets.len()).map(|n| vec![n]).collect(), ground, weights, limit)
}

/// Joins chains of linked stories: `ground` holds the mentions of all, `chains` those of each.
pub fn linked(chains: Vec<Vec<usize>>, ground: &Ground, weights: &Weights, limit: f64) -> Vec<Vec<usize>> {
    join(chains, ground, weights, limit)
}

fn join(mut chains: Vec<Vec<usize>>, ground: &Ground, weights: &Weights, limit: f64) -> Vec<Vec<usize>> {
    let count = chains.len();
    // Mean likelihood of every two chains, only that of a later with an earlier one.
    let mut mean: Vec<Vec<f64>> = vec![Vec::new(); count];
    for (a, row) in mean.iter_mut().enumerate() {
        for b in 0..a {
            let pairs = chains[a].iter().flat_map(|&x| chains[b].iter().map(move |&y| (x, y)));
            let sum: f64 = pairs.map(|(x, y)| likely(ground, weights, y.min(x), y.max(x))).sum();
            row.push(sum / (chains[a].len() * chains[b].len()).max(1) as f64);
        }
    }
    // The best earlier chain of each.
    let best = |row: &[f64]| {
        row.iter().enumerate().fold((usize::MAX, 0.0), |m, (b, &x)| if x > m.1 { (b, x) } else { m })
    };
    let mut nearest: Vec<(usize, f64)> = mean.iter().map(|row| best(row)).collect();
    loop {
        let top = nearest
            .iter()
            .enumerate()
            .fold((usize::MAX, (usize::MAX, 0.0)), |m, (a, &n)| if n.1 > m.1.1 { (a, n) } else { m });
        let (from, (into, score)) = top;
        if score < limit || from == usize::MAX {
            break;
        }
        let (p, q) = (chains[into].len() as f64, chains[from].len() as f64);
        for other in (0..count).filter(|&o| o != into && o != from && !chains[o].is_empty()) {
            let of = |x: usize, y: usize| (x.max(y), x.min(y));
            let (near, far) = (of(into, other), of(from, other));
            let joined = (p * mean[near.0][near.1] + q * mean[far.0][far.1]) / (p + q);
            mean[near.0][near.1] = joined;
            mean[far.0][far.1] = 0.0;
        }
        mean[from][into] = 0.0;
        let moved = std::mem::take(&mut chains[from]);
        chains[into].extend(moved);
        for (a, row) in mean.iter().enumerate() {
            let stale = a == into || a == from || nearest[a].0 == into || nearest[a].0 == from;
            if stale {
                nearest[a] = best(row);
            } else if a > into && row[into] > nearest[a].1 {
                nearest[a] = (into, row[into]);
            }
        }
    }
    chains.retain(|c| !c.is_empty());
    chains.iter_mut().for_each(|c| c.sort_unstable());
    chains.sort_by_key(|c| c.first().copied());
    chains
}

/// What is seen of every pair of mentions that is compared at all, for learning: the two and the figures.
pub fn pairs(ground: &Ground) -> impl Iterator<Item = (usize, usize, [f32; evidence::COUNT])> + '_ {
    let count = ground.sheets.len();
    (0..count)
        .flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
        .filter_map(move |(a, b)| evidence::of(ground, a, b).map(|e| (a, b, e)))
}
