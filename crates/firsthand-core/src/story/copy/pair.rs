//! What two reports have in common, counted in full: every run of five words, not only those that found the pair.

use super::bits::Bits;
use super::lookup::Lookup;
use super::wording::{GRAM, Wording};
use firsthand_text::Span;

/// Shared stretches with no more than so many other words between them, in both reports, are one passage.
const GAP: usize = 6;
/// A passage has at least so many words.
const PASSAGE: usize = 8;

/// What two reports share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shared {
    /// Different runs of five words in both.
    pub grams: usize,
    /// Of these, those outside quotations in both.
    pub outside: usize,
    /// The longest shared stretch outside quotations, in words.
    pub run: usize,
    /// Different runs of each report.
    pub of: (usize, usize),
    /// The same outside quotations.
    pub of_outside: (usize, usize),
}

impl Shared {
    /// Part of each that stands in the other, 0 to 1: containment (Broder 1997).
    pub fn parts(&self) -> (f64, f64) {
        (share(self.grams, self.of.0), share(self.grams, self.of.1))
    }
    /// The same outside quotations.
    pub fn parts_outside(&self) -> (f64, f64) {
        (share(self.outside, self.of_outside.0), share(self.outside, self.of_outside.1))
    }
    /// Part of the shorter that stands in the longer, 0 to 1.
    pub fn contained(&self) -> f64 {
        share(self.grams, self.of.0.min(self.of.1))
    }
    /// Runs of both among the runs of either, 0 to 1 (Jaccard).
    pub fn alike(&self) -> f64 {
        share(self.grams, self.of.0 + self.of.1 - self.grams)
    }
    /// The same seen from the other report.
    pub(super) fn turned(self) -> Shared {
        let turn = |(a, b): (usize, usize)| (b, a);
        Shared { of: turn(self.of), of_outside: turn(self.of_outside), ..self }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The longest row of set flags among so many: `open` are set before the first, `run` is the longest so far. Gives how many are
/// set at the end, and the longest.
fn longest(flags: u64, count: usize, mut open: usize, mut run: usize) -> (usize, usize) {
    let (mut left, mut flags) = (count, flags);
    while left > 0 {
        let set = (flags.trailing_ones() as usize).min(left);
        open += set;
        run = run.max(open);
        left -= set;
        if left == 0 {
            break;
        }
        flags = if set == 64 { 0 } else { flags >> set };
        let unset = (flags.trailing_zeros() as usize).min(left);
        open = 0;
        left -= unset;
        flags = if unset == 64 { 0 } else { flags >> unset };
    }
    (open, run)
}

/// A stretch of words in both: first word in each, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    one: usize,
    other: usize,
    words: usize,
}

/// Stretches that are one passage: first and last word in each report, and how many words are shared.
type Joined = ((usize, usize), (usize, usize), usize);

/// Compares reports with the one whose runs stand in the lookup.
#[derive(Debug, Default)]
pub(super) struct Comparer {
    pub(super) lookup: Lookup,
    /// First places of the runs that the last comparison has seen, and of those it has seen outside quotations.
    seen: Bits,
    clear: Bits,
    /// The stretches of the last comparison, in order of the other report.
    stretches: Vec<Stretch>,
}

impl Comparer {
    /// The report that the next ones are compared with.
    pub(super) fn face(&mut self, one: &Wording) {
        self.lookup.fill(one);
    }

    /// Compares another with it.
    pub(super) fn compare(&mut self, one: &Wording, other: &Wording) -> Shared {
        self.stretches.clear();
        self.seen.clear(one.grams.len());
        self.clear.clear(one.grams.len());
        let mut out = Shared {
            of: (one.distinct, other.distinct),
            of_outside: (one.own, other.own),
            ..Shared::default()
        };
        let (mut at, mut run) = (0, 0);
        while let Some(&gram) = other.grams.get(at) {
            let Some(place) = self.lookup.find(gram) else {
                at += 1;
                continue;
            };
            let pairs = one.grams[place..].iter().zip(&other.grams[at..]);
            // The first is the same but for 0, which the lookup keeps as 1.
            let runs = pairs.take_while(|(a, b)| a == b).count().max(1);
            self.stretches.push(Stretch { one: place, other: at, words: runs + GRAM - 1 });
            let mut open = 0;
            for n in (0..runs).step_by(64) {
                let (place, at, count) = (place + n, at + n, (runs - n).min(64));
                let all = u64::MAX >> (64 - count);
                let others = other.outside.from(at) & all;
                (open, run) = longest(one.outside.from(place) & others, count, open, run);
                if self.lookup.again.from(place) & all != 0 {
                    (0..count).for_each(|n| self.count(place + n, others >> n & 1, &mut out));
                } else {
                    out.grams += self.seen.add(place, all);
                    out.outside += self.clear.add(place, self.lookup.outside.from(place) & others);
                }
            }
            at += runs;
        }
        out.run = if run > 0 { run + GRAM - 1 } else { 0 };
        out
    }

    /// Counts one shared run at a place where one may stand that stood before; `clear` is 1 where the other has it outside
    /// quotations.
    fn count(&mut self, place: usize, clear: u64, out: &mut Shared) {
        let first = self.lookup.first[place] as usize;
        out.grams += self.seen.add(first, 1);
        out.outside += self.clear.add(first, self.lookup.outside.from(first) & clear);
    }

    /// The passages of the last comparison: spans in the one and in the other, in order of the other.
    pub(super) fn passages(&self, one: &Wording, other: &Wording) -> Vec<(Span, Span)> {
        let mut out: Vec<(Span, Span)> = Vec::new();
        let mut open: Option<Joined> = None;
        let mut close = |open: Option<Joined>| {
            if let Some((a, b, _)) = open.filter(|o| o.2 >= PASSAGE) {
                out.push((one.span(a.0, a.1), other.span(b.0, b.1)));
            }
        };
        for s in &self.stretches {
            let (first, last) = ((s.one, s.other), (s.one + s.words - 1, s.other + s.words - 1));
            open = match open {
                Some((a, b, words))
                    if first.0 > a.0
                        && last.0 > a.1
                        && last.1 > b.1
                        && first.0 <= a.1 + 1 + GAP
                        && first.1 <= b.1 + 1 + GAP =>
                {
                    let twice = (a.1 + 1).saturating_sub(first.0).max((b.1 + 1).saturating_sub(first.1));
                    Some(((a.0, last.0), (b.0, last.1), words + s.words.saturating_sub(twice)))
                }
                before => {
                    close(before);
                    Some(((first.0, last.0), (first.1, last.1), s.words))
                }
            };
        }
        close(open);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::copy::read::Words;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn worded(words: &[(u8, bool)]) -> Wording {
        let read = Words {
            hashes: words.iter().map(|w| u64::from(w.0) + 7).collect(),
            spans: (0..words.len() as u32).map(|n| (n, n + 1)).collect(),
            quoted: words.iter().map(|w| w.1).collect(),
            ends: vec![words.len()],
        };
        Wording::new(&read, &[], &mut Lookup::default())
    }

    /// Different runs, and those that stand outside quotations somewhere, the plain way.
    fn runs(words: &[(u8, bool)]) -> (BTreeSet<Vec<u8>>, BTreeSet<Vec<u8>>) {
        let run = |w: &[(u8, bool)]| w.iter().map(|w| w.0).collect::<Vec<u8>>();
        let clear = |w: &&[(u8, bool)]| w.iter().all(|w| !w.1);
        (words.windows(GRAM).map(run).collect(), words.windows(GRAM).filter(clear).map(run).collect())
    }

    proptest! {
        #[test]
        fn counts_are_those_of_sets(
            one in proptest::collection::vec((0u8..3, proptest::bool::weighted(0.02)), 0..400),
            other in proptest::collection::vec((0u8..3, proptest::bool::weighted(0.02)), 0..200),
            copied in 0usize..300,
        ) {
            let mut other = other;
            let middle = other.len() / 2;
            other.splice(middle..middle, one.iter().skip(copied).take(150).copied());
            let (a, b) = (worded(&one), worded(&other));
            let mut comparer = Comparer::default();
            comparer.face(&a);
            let shared = comparer.compare(&a, &b);
            let ((all, clear), (others, others_clear)) = (runs(&one), runs(&other));
            prop_assert_eq!(shared.of, (all.len(), others.len()));
            prop_assert_eq!(shared.of_outside, (clear.len(), others_clear.len()));
            prop_assert_eq!(shared.grams, all.intersection(&others).count());
            prop_assert_eq!(shared.outside, clear.intersection(&others_clear).count());
            prop_assert!(shared.run <= one.len().min(other.len()));
        }
    }
}
