//! Whole sentences of nearly the same words, for rewriting that left no seed.

use super::super::body::Body;
use super::tile::{Pair, near};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Two sentences are one, rewritten, from this cosine of their words weighted by inverse sentence frequency on
/// (Sanchez-Perez, Gelbukh and Sidorov 2014 take 0.33 for seeds, which they extend and filter).
const ALIKE: f64 = 0.5;
/// A sentence with fewer words is no evidence without a run in it.
const FEWEST: usize = 6;
/// Words left over at the ends of a sentence, both sides, that are taken in with the rest.
const LEFT: usize = 4;

/// Draws passages out to the ends of sentences that are alike on both sides and adds pairs of sentences without one.
pub(super) fn draw_out(pairs: Vec<Pair>, one: &Body, other: &Body) -> Vec<Pair> {
    let weights = weights(one, other);
    let links = links(&pairs, one, other, &weights);
    let mut out = pairs;
    for (a, b) in links {
        let holds =
            |p: &Pair| a.start <= p.0.start && p.0.end <= a.end && b.start <= p.1.start && p.1.end <= b.end;
        out.retain(|p| !holds(p));
        let free = |p: &Pair| p.0.end <= a.start || a.end <= p.0.start;
        let free_there = |p: &Pair| p.1.end <= b.start || b.end <= p.1.start;
        // A passage that reaches into the pair from outside keeps its words; the pair takes the rest.
        let (mut a, mut b) = (a.clone(), b.clone());
        let meeting: Vec<Pair> = out.iter().filter(|p| !(free(p) && free_there(p))).cloned().collect();
        let mut joined = false;
        if let [only] = &meeting[..] {
            let whole = (
                a.start.min(only.0.start)..a.end.max(only.0.end),
                b.start.min(only.1.start)..b.end.max(only.1.end),
            );
            let others = out.iter().filter(|p| *p != only);
            let clear = |p: &Pair| apart(&p.0, &whole.0) && apart(&p.1, &whole.1);
            if others.clone().all(clear) && !apart(&only.0, &a) && !apart(&only.1, &b) {
                let at = out.iter().position(|p| p == only);
                at.into_iter().for_each(|n| out[n] = whole.clone());
                joined = true;
            }
        }
        if joined {
            continue;
        }
        for p in &meeting {
            a = trimmed(a, &p.0);
            b = trimmed(b, &p.1);
        }
        if !a.is_empty() && !b.is_empty() && out.iter().all(|p| apart(&p.0, &a) && apart(&p.1, &b)) {
            out.push((a, b));
        }
    }
    out.sort_by_key(|p| (p.0.start, p.1.start));
    merge(out)
}

fn apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}

/// What of a range lies outside another, the longer end.
fn trimmed(range: Range<usize>, by: &Range<usize>) -> Range<usize> {
    if apart(&range, by) {
        return range;
    }
    let (before, after) = (by.start.saturating_sub(range.start), range.end.saturating_sub(by.end));
    if before >= after { range.start..range.start + before } else { range.end - after..range.end }
}

/// Passages that follow each other closely in both texts, as one.
fn merge(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    for pair in pairs {
        match out.last_mut() {
            Some(last) if near(last, &pair) => {
                last.0.end = pair.0.end;
                last.1.end = pair.1.end;
            }
            _ => out.push(pair),
        }
    }
    out
}

/// For every word its weight: the rarer among the sentences of both, the more.
fn weights(one: &Body, other: &Body) -> FxHashMap<u64, f64> {
    let mut counts: FxHashMap<u64, f64> = FxHashMap::default();
    let mut sentences = 0.0;
    for body in [one, other] {
        for range in &body.sentences {
            sentences += 1.0;
            let mut words = body.words[range.clone()].to_vec();
            words.sort_unstable();
            words.dedup();
            words.into_iter().for_each(|w| *counts.entry(w).or_default() += 1.0);
        }
    }
    // Both texts have it once where it is shared: that is no sign of being common.
    counts.values_mut().for_each(|n| *n = (1.0 + sentences / *n).ln());
    counts
}

/// Pairs of sentences that are one, rewritten; each sentence in one pair at most, the best pairs first.
fn links(pairs: &[Pair], one: &Body, other: &Body, weights: &FxHashMap<u64, f64>) -> Vec<Pair> {
    let bags = |body: &Body| -> Vec<Bag> {
        body.sentences.iter().map(|r| Bag::of(&body.words[r.clone()], weights)).collect()
    };
    let (ours, theirs) = (bags(one), bags(other));
    let covered = |n: usize, r: &Range<usize>| -> usize {
        let part = |p: &Pair| if n == 0 { p.0.clone() } else { p.1.clone() };
        pairs.iter().map(part).map(|p| p.end.min(r.end).saturating_sub(p.start.max(r.start))).sum()
    };
    // Sentences that a passage covers but for a few words need no partner.
    let open = |n: usize, r: &Range<usize>| covered(n, r) < r.len();
    let open_there: Vec<bool> = other.sentences.iter().map(|r| open(1, r)).collect();
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for (i, a) in one.sentences.iter().enumerate().filter(|(_, a)| open(0, a)) {
        for (j, b) in other.sentences.iter().enumerate().filter(|(j, _)| open_there[*j]) {
            let alike = ours[i].cosine(&theirs[j]);
            if alike >= ALIKE && a.len().min(b.len()) >= FEWEST {
                found.push((alike, i, j));
            } else if let Some(rest) = rest(pairs, a, b)
                && rest <= LEFT
            {
                found.push((alike, i, j));
            }
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut taken, mut given) = (vec![false; ours.len()], vec![false; theirs.len()]);
    let mut out = Vec::new();
    for (_, i, j) in found {
        if !taken[i] && !given[j] && agree(pairs, &one.sentences[i], &other.sentences[j]) {
            (taken[i], given[j]) = (true, true);
            out.push((one.sentences[i].clone(), other.sentences[j].clone()));
        }
    }
    out
}

/// How many words of two sentences are left over by the one passage that lies in both; none where there is no such.
fn rest(pairs: &[Pair], a: &Range<usize>, b: &Range<usize>) -> Option<usize> {
    let within =
        |p: &&Pair| a.start <= p.0.start && p.0.end <= a.end && b.start <= p.1.start && p.1.end <= b.end;
    let held = pairs.iter().find(within)?;
    Some((a.len() - held.0.len()).max(b.len() - held.1.len()))
}

/// Whether no passage leads from most of one sentence elsewhere than to the other.
fn agree(pairs: &[Pair], a: &Range<usize>, b: &Range<usize>) -> bool {
    let overlap = |x: &Range<usize>, y: &Range<usize>| x.end.min(y.end).saturating_sub(x.start.max(y.start));
    pairs.iter().all(|p| {
        let (here, there) = (overlap(&p.0, a), overlap(&p.1, b));
        (here == 0) == (there == 0) || (here * 2 < a.len() && there * 2 < b.len())
    })
}

/// The words of a sentence with their weights, in order of the words.
struct Bag {
    words: Vec<(u64, f64)>,
    length: f64,
}

impl Bag {
    fn of(words: &[u64], weights: &FxHashMap<u64, f64>) -> Bag {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let words: Vec<(u64, f64)> =
            sorted.into_iter().map(|w| (w, weights.get(&w).copied().unwrap_or(1.0))).collect();
        let length = words.iter().map(|w| w.1 * w.1).sum::<f64>().sqrt();
        Bag { words, length }
    }

    fn cosine(&self, other: &Bag) -> f64 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(a), Some(b)) = (self.words.get(i), other.words.get(j)) {
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += a.1 * b.1;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        sum / (self.length * other.length).max(f64::MIN_POSITIVE)
    }
}
