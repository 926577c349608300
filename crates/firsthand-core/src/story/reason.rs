//! Why is each report in its story? By the report already there that it is nearest to, and what the two share.

use super::Join;
use super::gather::Pair;
use super::sketch::written;
use super::weigh::{Ready, STEPS, Weighed};
use firsthand_text::report::Report;
use std::collections::BTreeMap;

/// How many names and how many words are given as a reason.
const GIVEN: usize = 4;

/// The joins of a story, its first report the seed: always the nearest of those outside next (Prim 1957). `pairs` are those
/// within the story.
pub(super) fn joins(story: &[usize], pairs: &[Pair], reports: &[&Report], weighed: &[&Weighed]) -> Vec<Join> {
    let Some((&seed, rest)) = story.split_first() else { return Vec::new() };
    let mut near: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
    for pair in pairs {
        near.entry(pair.one).or_default().push((pair.other, pair.score));
        near.entry(pair.other).or_default().push((pair.one, pair.score));
    }
    let mut outside: BTreeMap<usize, (usize, f64)> = rest.iter().map(|&r| (r, (seed, 0.0))).collect();
    let mut out = Vec::new();
    let mut last = seed;
    while !outside.is_empty() {
        for &(other, score) in near.get(&last).into_iter().flatten() {
            if let Some(best) = outside.get_mut(&other).filter(|best| score > best.1) {
                *best = (last, score);
            }
        }
        // Of equals the first in order: max_by would take the last.
        let best = outside.iter().rev().max_by(|a, b| a.1.1.total_cmp(&b.1.1)).map(|(&r, &best)| (r, best));
        let Some((report, (nearest, score))) = best else { break };
        outside.remove(&report);
        let shares = shares((reports[report], weighed[report]), (reports[nearest], weighed[nearest]));
        out.push(Join { report, nearest, score, shares });
        last = report;
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
