//! How sure is it? The text is drawn again from its own sentences, many times (the bootstrap, Felsenstein 1985).

use super::candidate::Choice;
use super::cost;

/// How many times.
const DRAWS: usize = 24;
/// Candidates that cost more than the cheapest by this much have no odds worth counting.
const REACH: f64 = 6.0;
/// More candidates are not weighed.
const MOST: usize = 12;

/// The odds of each candidate to be the parent, if there is one, over all draws: (report, probability), likeliest first.
pub(super) fn odds(choice: &Choice, weights: &[f64], seed: u64) -> Vec<(usize, f64)> {
    let Some(least) = choice.candidates.first().map(|c| c.cost()) else { return Vec::new() };
    let near: Vec<_> = choice.candidates.iter().take(MOST).filter(|c| c.cost() <= least + REACH).collect();
    let mut out: Vec<(usize, f64)> = near.iter().map(|c| (c.parent, 0.0)).collect();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    for _ in 0..DRAWS {
        let mut times = vec![0.0; weights.len()];
        for _ in weights {
            times[dice.below(weights.len())] += 1.0;
        }
        let costs: Vec<f64> = near
            .iter()
            .map(|c| cost::text(&c.way, &c.way.tally(weights, &times)) + c.time + c.credit)
            .collect();
        let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
        let sum: f64 = costs.iter().map(|c| (least - c).exp()).sum();
        for (odds, cost) in out.iter_mut().zip(&costs) {
            odds.1 += (least - cost).exp() / sum / DRAWS as f64;
        }
    }
    out.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    out
}

/// xorshift (Marsaglia 2003), so that the same story gives the same draws.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}
