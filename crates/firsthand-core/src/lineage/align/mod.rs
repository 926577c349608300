//! Which passages of two reports are one text, where do they stand in each, and how far were they changed?
//!
//! Seeds of four words that stand in both are drawn out to the longest equal runs; runs that follow each other in both
//! reports are chained, the best chain first, so that passages may be reordered and none is used twice (greedy tiling,
//! Wise 1993; chaining as in minimap2, Li 2018); short gaps within a chain are aligned word by word in a band around the
//! diagonal. What rewriting left no seed in is found by whole sentences of nearly the same rare words (Sanchez-Perez,
//! Gelbukh and Sidorov 2014).

mod band;
mod chain;
mod seed;
mod sentence;
#[cfg(test)]
mod tests;
mod tile;

use super::body::Body;
use seed::Run;
use std::ops::Range;

/// A passage two reports share.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Its words in the one.
    pub one: Range<usize>,
    /// Its words in the other.
    pub other: Range<usize>,
    /// Part of the words of the longer side that stand in the other too, in whatever order, 0 to 1.
    pub identity: f64,
    /// What kind of passage it is.
    pub kind: Kind,
    /// Words outside quotation marks that stand in equal runs of five or more: how much it weighs as evidence of copying.
    pub equal: usize,
}

/// Kinds of passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Word for word.
    Verbatim,
    /// With words changed, left out, added or moved.
    Edited,
    /// Mostly words of a quotation: two reporters who heard the same speech write down the same words.
    Quote,
}

/// A passage has at least so many words: shorter ones are phrases anybody may write.
pub const LEAST: usize = 8;

/// Shorter runs are turns of phrase.
const SOLID: usize = 5;

/// Part of the words that must stand in quotation marks, on both sides, for a passage to be a quotation.
const MOSTLY: f64 = 0.8;

/// Finds the passages two reports share, in the order of the one; none meets another on either side.
pub fn align(one: &Body, other: &Body) -> Vec<Passage> {
    let runs = seed::runs(one, other);
    let chained = chain::tiles(runs, one.words.len(), other.words.len());
    let joined = tile::join(&chained, one, other);
    let drawn = sentence::draw_out(joined, one, other);
    drawn
        .into_iter()
        .filter(|(a, b)| a.len().min(b.len()) >= LEAST)
        .map(|(a, b)| passage(a, b, one, other, &chained))
        .filter(|p| p.identity >= tile::ALIKE)
        .collect()
}

fn passage(a: Range<usize>, b: Range<usize>, one: &Body, other: &Body, runs: &[Run]) -> Passage {
    let (ours, theirs) = (&one.words[a.clone()], &other.words[b.clone()]);
    let identity = if ours == theirs { 1.0 } else { shared(ours, theirs) };
    let quoted = |body: &Body, r: &Range<usize>| {
        let inside = body.quoted[r.clone()].iter().filter(|q| **q).count();
        inside as f64 >= MOSTLY * r.len() as f64
    };
    let kind = if quoted(one, &a) && quoted(other, &b) {
        Kind::Quote
    } else if ours == theirs {
        Kind::Verbatim
    } else {
        Kind::Edited
    };
    let inside = |r: &&Run| {
        r.length >= SOLID && a.contains(&r.one) && r.one + r.length <= a.end && b.contains(&r.other)
    };
    let own =
        |r: &Run| (0..r.length).filter(|n| !one.quoted[r.one + n] && !other.quoted[r.other + n]).count();
    let equal = runs.iter().filter(inside).map(own).sum();
    Passage { one: a, other: b, identity, kind, equal }
}

/// Part of the words of the longer row that stand in the other too.
fn shared(one: &[u64], other: &[u64]) -> f64 {
    let sorted = |row: &[u64]| {
        let mut row = row.to_vec();
        row.sort_unstable();
        row
    };
    let (ours, theirs) = (sorted(one), sorted(other));
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(a), Some(b)) = (ours.get(i), theirs.get(j)) {
        both += usize::from(a == b);
        (i, j) = (i + usize::from(a <= b), j + usize::from(b <= a));
    }
    both as f64 / ours.len().max(theirs.len()).max(1) as f64
}
