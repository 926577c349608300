//! Why is each report in its story? By the report already there that it is nearest to, and what the two share.

use super::Join;
use super::near::{Weighed, nearness, shared};
use super::rules::Rules;
use super::sketch::Sketch;

/// How many names and how many words are given as a reason.
const GIVEN: usize = 4;

/// What reasons are made of.
pub(super) struct Grounds<'a> {
    pub(super) sketches: &'a [Sketch],
    pub(super) weighed: &'a [Weighed],
    pub(super) terms: &'a [&'a str],
    pub(super) rules: &'a Rules,
}

impl Grounds<'_> {
    /// The joins of a story, its first report the seed: always the nearest of those outside next (Prim 1957).
    pub(super) fn joins(&self, story: &[usize]) -> Vec<Join> {
        let Some((&seed, rest)) = story.split_first() else { return Vec::new() };
        let near = |a: usize, b: usize| nearness(&self.weighed[a], &self.weighed[b], self.rules);
        let mut outside: Vec<(usize, usize, f64)> = rest.iter().map(|&r| (r, seed, near(r, seed))).collect();
        let mut out = Vec::new();
        while !outside.is_empty() {
            // Of equals the first in order: max_by would take the last.
            let best = (0..outside.len()).rev().max_by(|&a, &b| outside[a].2.total_cmp(&outside[b].2));
            let (report, nearest, score) = outside.remove(best.unwrap_or(0));
            out.push(Join { report, nearest, score, shares: self.shares(report, nearest) });
            for other in &mut outside {
                let score = near(other.0, report);
                if score > other.2 {
                    (other.1, other.2) = (report, score);
                }
            }
        }
        out
    }

    /// What two reports share: names, then words, as the first of them writes them, then the day.
    pub(super) fn shares(&self, one: usize, other: usize) -> Vec<String> {
        let (names, words) = shared(&self.weighed[one], &self.weighed[other]);
        let written = &self.sketches[one].written;
        let mut out: Vec<String> = Vec::new();
        for terms in [names, words] {
            let limit = out.len() + GIVEN;
            for term in terms {
                let Some(word) = self.terms.get(term as usize).and_then(|t| written.get(*t)) else {
                    continue;
                };
                if out.len() < limit && !out.iter().any(|w| w.to_lowercase().contains(&word.to_lowercase())) {
                    out.push(word.clone());
                }
            }
        }
        let days = (self.sketches[one].day, self.sketches[other].day);
        out.extend(days.0.filter(|_| days.0 == days.1).map(|d| d.to_string()));
        out
    }
}
