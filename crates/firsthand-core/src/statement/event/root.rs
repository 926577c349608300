//! The root of an event by learned weights: one linear scorer for each of PLOVER's roots.

use super::feature;
use super::pair::Pair;
use crate::statement::voice::view::View;
use firsthand_text::language::weights::Weights;
use std::sync::OnceLock;

/// The roots of PLOVER (2021 names), verbal and material cooperation first, then verbal and material conflict.
pub const ROOTS: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

/// What a weight of one adds to a score.
pub const SCALE: f64 = 2000.0;

/// The best root and by how much it leads the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Name of the class.
    pub root: String,
    /// Lead over the second: thousandths of the logarithm of how much likelier the best is.
    pub margin: i32,
}

/// The weights that come with the program.
pub fn built_in() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS
        .get_or_init(|| Weights::read(&include_bytes!("../../../models/events.bin")[..]).unwrap_or_default())
}

/// What the weights say of a pair; None where there are no weights.
pub fn judge(view: &View<'_>, pair: &Pair, weights: &Weights) -> Option<Verdict> {
    let mut keys = Vec::new();
    feature::keys(view, pair, &mut keys);
    verdict(&keys, weights)
}

/// What the weights say of these features.
pub fn verdict(keys: &[u64], weights: &Weights) -> Option<Verdict> {
    let mut scores = vec![0; weights.labels().len()];
    weights.add(keys, &mut scores);
    // The first of equals, so that ties are always broken alike.
    let best = (0..scores.len()).max_by_key(|&n| (scores[n], std::cmp::Reverse(n)))?;
    let next = (0..scores.len()).filter(|&n| n != best).map(|n| scores[n]).max().unwrap_or(0);
    // Learnt so: a sum over n features is shared by the root of n.
    let unit = SCALE * (keys.len().max(1) as f64).sqrt();
    let margin = (f64::from(scores[best] - next) * 1000.0 / unit).round() as i32;
    Some(Verdict { root: weights.labels()[best].clone(), margin })
}
