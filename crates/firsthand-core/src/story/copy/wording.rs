//! What is compared of a report: its runs of five words, and the few of them that stand for all.

use super::bits::Bits;
use super::lookup::Lookup;
use super::read::Words;
use firsthand_text::Span;

/// Words of a run: five is what studies of news reuse count (Clough and others 2002; Nicholls 2019).
pub(super) const GRAM: usize = 5;
/// Of so many runs next to each other the least is kept, so that every shared passage of `WINDOW + GRAM - 1` words is
/// found (Schleimer, Wilkerson and Aiken 2003); a little over a fifth of all runs are kept.
const WINDOW: usize = 8;

/// A report as copy detection holds it.
#[derive(Debug, Clone, Default)]
pub(super) struct Wording {
    /// Bytes of each word in the report's text.
    pub(super) spans: Vec<(u32, u32)>,
    /// Hash of the run that begins at each word but the last four.
    pub(super) grams: Vec<u64>,
    /// Whether the run has no quoted word.
    pub(super) outside: Bits,
    /// Runs that stand for all, ascending, each once.
    pub(super) prints: Vec<u64>,
    /// How many different runs it has.
    pub(super) distinct: usize,
    /// How many of them stand outside quotations.
    pub(super) own: usize,
}

impl Wording {
    /// From the words, without the paragraphs (by number) that are the outlet's own boilerplate.
    pub(super) fn new(words: &Words, boilerplate: &[bool], lookup: &mut Lookup) -> Wording {
        let mut kept = Words::default();
        let words = if boilerplate.iter().any(|b| *b) {
            let mut from = 0;
            for (&end, &drop) in words.ends.iter().zip(boilerplate) {
                if !drop {
                    kept.hashes.extend_from_slice(&words.hashes[from..end]);
                    kept.spans.extend_from_slice(&words.spans[from..end]);
                    kept.quoted.extend_from_slice(&words.quoted[from..end]);
                }
                from = end;
            }
            &kept
        } else {
            words
        };
        let grams = grams(&words.hashes);
        let mut out = Wording {
            outside: outside(&words.quoted),
            prints: winnow(&grams),
            spans: words.spans.clone(),
            grams,
            ..Wording::default()
        };
        (out.distinct, out.own) = lookup.fill(&out);
        out
    }

    /// One number for all runs and for which of them are quoted.
    pub(super) fn whole(&self) -> u64 {
        let runs = self.grams.iter().fold(self.grams.len() as u64, |h, gram| mixed(h ^ gram));
        (0..self.grams.len()).step_by(64).fold(runs, |h, at| mixed(h ^ self.outside.from(at)))
    }

    /// The bytes from the first to the last of some words.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.spans[first].0 as usize, self.spans[last].1 as usize)
    }
}

/// An odd number without a pattern: the golden ratio in 64 bits (Knuth).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Hashes of all runs: a polynomial of five word hashes that rolls on, its bits mixed (the finish of MurmurHash3) so that
/// the least of a window is any of them.
fn grams(words: &[u64]) -> Vec<u64> {
    if words.len() < GRAM {
        return Vec::new();
    }
    let highest = (1..GRAM).fold(1u64, |p, _| p.wrapping_mul(STEP));
    let mut rolled = words[..GRAM - 1].iter().fold(0u64, |h, w| h.wrapping_mul(STEP).wrapping_add(*w));
    let mut out = Vec::with_capacity(words.len() + 1 - GRAM);
    for (at, word) in words.iter().enumerate().skip(GRAM - 1) {
        rolled = rolled.wrapping_mul(STEP).wrapping_add(*word);
        out.push(mixed(rolled));
        rolled = rolled.wrapping_sub(words[at + 1 - GRAM].wrapping_mul(highest));
    }
    out
}

pub(super) fn mixed(mut h: u64) -> u64 {
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

/// For each run whether none of its words is quoted.
fn outside(quoted: &[bool]) -> Bits {
    let mut clear = 0;
    let runs = quoted.iter().enumerate().filter_map(move |(at, quoted)| {
        clear = if *quoted { 0 } else { clear + 1 };
        (at + 1 >= GRAM).then_some(clear >= GRAM)
    });
    runs.collect()
}

/// The least of every window of runs, each once, ascending. A text shorter than a window gives its least run.
fn winnow(grams: &[u64]) -> Vec<u64> {
    let mut out = Vec::with_capacity(grams.len() * 2 / (WINDOW + 1) + 2);
    let width = WINDOW.min(grams.len());
    let (mut least, mut at) = (u64::MAX, usize::MAX);
    for end in width..=grams.len() {
        let window = &grams[end - width..end];
        let Some(&newest) = window.last() else { break };
        if at == usize::MAX || at < end - width {
            for (n, &gram) in window.iter().enumerate() {
                if n == 0 || gram <= least {
                    (least, at) = (gram, end - width + n);
                }
            }
            out.push(least);
        } else if newest <= least {
            if newest < least {
                out.push(newest);
            }
            (least, at) = (newest, end - 1);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_passage_of_twelve_words_is_always_found() {
        let noise = |seed: u64, n: u64| (0..n).map(move |i| mixed(seed.wrapping_mul(1000) + i));
        for seed in 0..200 {
            let passage: Vec<u64> = noise(seed, 12).collect();
            let one: Vec<u64> =
                noise(1000 + seed, 30).chain(passage.clone()).chain(noise(2000 + seed, 30)).collect();
            let other: Vec<u64> =
                noise(3000 + seed, 17).chain(passage).chain(noise(4000 + seed, 5)).collect();
            let (one, other) = (winnow(&grams(&one)), winnow(&grams(&other)));
            assert!(one.iter().any(|p| other.contains(p)), "{seed}");
        }
    }

    #[test]
    fn runs_and_windows_of_short_texts() {
        assert!(grams(&[1, 2, 3, 4]).is_empty());
        assert!(winnow(&[]).is_empty());
        assert_eq!(winnow(&[7, 3, 9]), [3]);
        assert_eq!(grams(&[1, 2, 3, 4, 5, 1, 2, 3, 4, 5])[0], grams(&[9, 1, 2, 3, 4, 5])[1]);
        assert_eq!(winnow(&[5; 40]), [5]);
    }

    #[test]
    fn a_run_with_a_quoted_word_is_not_outside() {
        let quoted = [false, false, false, false, false, true, false, false, false, false, false];
        let found = outside(&quoted);
        let flags: Vec<bool> = (0..7).map(|at| found.has(at)).collect();
        assert_eq!(flags, [true, false, false, false, false, false, true]);
    }

    #[test]
    fn one_number_stands_for_all_that_is_compared() {
        let words = |hashes: &[u64], quoted: usize| Words {
            hashes: hashes.to_vec(),
            spans: hashes.iter().map(|_| (0, 1)).collect(),
            quoted: (0..hashes.len()).map(|n| n < quoted).collect(),
            ends: vec![hashes.len()],
        };
        let whole = |hashes: &[u64], quoted| {
            Wording::new(&words(hashes, quoted), &[], &mut Lookup::default()).whole()
        };
        let all: Vec<u64> = (1..90).collect();
        assert_eq!(whole(&all, 0), whole(&all, 0));
        assert_ne!(whole(&all, 0), whole(&all, 2));
        assert_ne!(whole(&all, 0), whole(&all[1..], 0));
        let other: Vec<u64> = all.iter().map(|n| if *n == 70 { 700 } else { *n }).collect();
        assert_ne!(whole(&all, 0), whole(&other, 0));
    }
}
