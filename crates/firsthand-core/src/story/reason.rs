//! Why is each report in its story? By the report already there that it is nearest to, and what the two share.

use super::Join;
use super::gather::Pair;
use super::sketch::written;
use super::weigh::{Ready, STEPS, Weighed};
use firsthand_text::report::Report;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// How many names and how many words are given as a reason.
const GIVEN: usize = 4;

/// A report that may join next: the nearest, of equals the first in order.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Next {
    score: f64,
    report: usize,
}

impl Eq for Next {}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Next) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Next {
    fn cmp(&self, other: &Next) -> Ordering {
        self.score.total_cmp(&other.score).then(other.report.cmp(&self.report))
    }
}

/// The joins of a story, its first report the seed. `pairs` are those within the story.
pub(super) fn joins(story: &[usize], pairs: &[Pair], reports: &[&Report], weighed: &[&Weighed]) -> Vec<Join> {
    let join = |(report, nearest, score): (usize, usize, f64)| {
        let shares = shares((reports[report], weighed[report]), (reports[nearest], weighed[nearest]));
        Join { report, nearest, score, shares }
    };
    order(story, pairs).into_iter().map(join).collect()
}

/// In what order reports join, each with the one it is nearest to: always the nearest of those outside next (Prim 1957).
fn order(story: &[usize], pairs: &[Pair]) -> Vec<(usize, usize, f64)> {
    let Some((&seed, rest)) = story.split_first() else { return Vec::new() };
    let mut near: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
    for pair in pairs {
        near.entry(pair.one).or_default().push((pair.other, pair.score));
        near.entry(pair.other).or_default().push((pair.one, pair.score));
    }
    let mut outside: BTreeMap<usize, (usize, f64)> = rest.iter().map(|&r| (r, (seed, 0.0))).collect();
    // Those that were seen to be near; one that was found nearer since is in it twice.
    let mut seen: BinaryHeap<Next> = BinaryHeap::new();
    let mut out = Vec::with_capacity(rest.len());
    let mut last = seed;
    while let Some((&first, _)) = outside.first_key_value() {
        for &(other, score) in near.get(&last).into_iter().flatten() {
            if let Some(best) = outside.get_mut(&other).filter(|best| score > best.1) {
                *best = (last, score);
                seen.push(Next { score, report: other });
            }
        }
        // Of equals the first in order; one that is near to none comes last.
        let mut next = first;
        while let Some(Next { score, report }) = seen.pop() {
            if outside.get(&report).is_some_and(|best| best.1 == score) {
                next = report;
                break;
            }
        }
        let (nearest, score) = outside.remove(&next).unwrap_or((seed, 0.0));
        out.push((next, nearest, score));
        last = next;
    }
    out
}

/// What two reports share: names, then words, the weightiest first, as the first of them writes them, then the day.
pub(super) fn shares(one: (&Report, &Weighed), other: (&Report, &Weighed)) -> Vec<String> {
    let (mut names, mut words) = (Vec::new(), Vec::new());
    for (number, a, b) in Ready::of(one.1).shared(other.1) {
        let weight = |x: u8, y: u8| u32::from(x) * u32::from(y);
        names.push((weight(a.names, b.names), number));
        // What one report in three uses is no reason.
        let tells = a.rare() >= STEPS as u8;
        words.push((if tells { weight(a.body, b.body) } else { 0 }, number));
    }
    let written = written(one.0);
    let mut out: Vec<String> = Vec::new();
    for mut terms in [names, words] {
        terms.retain(|(weight, _)| *weight > 0);
        terms.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let limit = out.len() + GIVEN;
        for word in terms.iter().filter_map(|(_, number)| written.get(number)) {
            if out.len() < limit && !out.iter().any(|w| w.to_lowercase().contains(&word.to_lowercase())) {
                out.push(word.clone());
            }
        }
    }
    if one.1.day.is_some() && one.1.day == other.1.day {
        let day = one.0.published.day.or(one.0.dateline.as_ref().and_then(|d| d.date));
        out.extend(day.map(|d| d.to_string()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The plain way: all that are outside are looked at each time.
    fn plain(story: &[usize], pairs: &[Pair]) -> Vec<(usize, usize, f64)> {
        let seed = story[0];
        let mut outside: BTreeMap<usize, (usize, f64)> =
            story[1..].iter().map(|&r| (r, (seed, 0.0))).collect();
        let (mut out, mut last) = (Vec::new(), seed);
        while !outside.is_empty() {
            for pair in pairs {
                let other = if pair.one == last { pair.other } else { pair.one };
                if pair.one == last || pair.other == last {
                    let best = outside.get_mut(&other).filter(|best| pair.score > best.1);
                    best.into_iter().for_each(|best| *best = (last, pair.score));
                }
            }
            let (next, best) = outside
                .iter()
                .rev()
                .max_by(|a, b| a.1.1.total_cmp(&b.1.1))
                .map(|(r, best)| (*r, *best))
                .expect("one is outside");
            outside.remove(&next);
            out.push((next, best.0, best.1));
            last = next;
        }
        out
    }

    proptest! {
        #[test]
        fn reports_join_as_if_all_were_looked_at(scores in proptest::collection::vec((0usize..9, 0usize..9, 1u8..5), 0..30)) {
            let mut known: BTreeMap<(usize, usize), f64> = BTreeMap::new();
            for (a, b, score) in scores.into_iter().filter(|(a, b, _)| a != b) {
                known.insert((a.min(b) * 3, a.max(b) * 3), f64::from(score) / 5.0);
            }
            let pairs: Vec<Pair> = known.into_iter().map(|((one, other), score)| Pair { one, other, score }).collect();
            let story: Vec<usize> = (0..9).map(|n| n * 3).collect();
            prop_assert_eq!(order(&story, &pairs), plain(&story, &pairs));
        }
    }
}
