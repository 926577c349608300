//! The texts of a story side by side: which sentences do they share, and in which readings?
//!
//! This is what editors of old texts call a collation. A *place* is a sentence however it is worded, a *reading* one wording
//! of it. Most copies share readings to the letter, so that comparing two reports is comparing two rows of numbers.

use super::super::body::{Body, fingerprint};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Sentences longer than this are cut where the words themselves say so, for texts without marks.
const LONG: usize = 48;
/// On average a piece of a long sentence has so many words above the least.
const CUT: u64 = 8;
/// Least words of such a piece.
const PIECE: usize = 8;
/// Two wordings are readings of one place when so much of the shorter's words stand in the other.
const SAME: f64 = 0.5;

/// One sentence of a report.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    /// Its wording.
    pub(super) reading: usize,
    /// The sentence it is a wording of.
    pub(super) place: usize,
    /// How much it counts: its words, those in quotation marks for a tenth.
    pub(super) weight: f64,
}

/// All reports of a story, sentence by sentence.
#[derive(Debug, Default)]
pub(super) struct Collation {
    /// For each report its sentences in order.
    pub(super) rows: Vec<Vec<Unit>>,
    /// For each reading its words, sorted.
    pub(super) readings: Vec<Vec<u64>>,
    /// For each reading the reports that have it.
    pub(super) held: Vec<Vec<usize>>,
    /// For each place the reports that have it.
    pub(super) standing: Vec<Vec<usize>>,
}

/// Words in quotation marks count so much: whoever heard the same speech has the same words.
const QUOTED: f64 = 0.1;

impl Collation {
    /// Puts the bodies side by side. `names` are outlets, as words: a sentence's opening that names one (a dateline,
    /// `according to`) is not part of it, for every outlet writes its own; a short sentence that names one is a credit.
    pub(super) fn of(bodies: &[&Body], names: &[Vec<u64>]) -> Collation {
        let mut out = Collation::default();
        let mut known: FxHashMap<u64, usize> = FxHashMap::default();
        let mut places = Places::default();
        let mut place_of: Vec<usize> = Vec::new();
        for body in bodies {
            let mut row = Vec::new();
            for range in body.sentences.iter().flat_map(|s| pieces(body, s)) {
                let Some(range) = told(&body.words, range, names) else { continue };
                let words = &body.words[range.clone()];
                let key = fingerprint(words.iter().flat_map(|w| w.to_le_bytes()));
                let reading = *known.entry(key).or_insert_with(|| {
                    let mut sorted = words.to_vec();
                    sorted.sort_unstable();
                    place_of.push(places.enter(&sorted));
                    out.readings.push(sorted);
                    out.readings.len() - 1
                });
                let quoted = body.quoted[range.clone()].iter().filter(|q| **q).count() as f64;
                let weight = range.len() as f64 - quoted * (1.0 - QUOTED);
                row.push(Unit { reading, place: place_of[reading], weight });
            }
            out.rows.push(row);
        }
        out.held = holders(&out.rows, out.readings.len(), |u| u.reading);
        out.standing = holders(&out.rows, places.words.len(), |u| u.place);
        out
    }

    /// How many words one of two readings has that the other lacks.
    pub(super) fn edits(&self, from: usize, to: usize) -> usize {
        let (a, b) = (&self.readings[from], &self.readings[to]);
        a.len() + b.len() - 2 * common(a, b)
    }

    /// How much each sentence of a report counts.
    pub(super) fn weights(&self, report: usize) -> Vec<f64> {
        self.rows[report].iter().map(|u| u.weight).collect()
    }
}

/// For each number the rows that have it.
fn holders(rows: &[Vec<Unit>], numbers: usize, of: impl Fn(&Unit) -> usize) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); numbers];
    for (n, row) in rows.iter().enumerate() {
        for unit in row {
            let held: &mut Vec<usize> = &mut out[of(unit)];
            if held.last() != Some(&n) {
                held.push(n);
            }
        }
    }
    out
}

/// A sentence, or its pieces where it is long: cut before words whose fingerprint ends in zeros, so that two copies are
/// cut at the same words whatever was changed elsewhere (content-defined chunks, Muthitacharoen and others 2001).
fn pieces(body: &Body, sentence: &Range<usize>) -> Vec<Range<usize>> {
    if sentence.len() <= LONG {
        return vec![sentence.clone()];
    }
    let mut out = Vec::new();
    let mut from = sentence.start;
    for at in sentence.clone() {
        let here = (body.words[at] >> 7).is_multiple_of(CUT) && at - from >= PIECE;
        if here || at - from >= LONG {
            out.push(from..at);
            from = at;
        }
    }
    out.push(from..sentence.end);
    out
}

/// An opening is at most so many words.
const OPENING: usize = 7;
/// A sentence that names an outlet and has no more words than this is a credit line.
const CREDIT: usize = 10;

/// A sentence without an opening that names an outlet; none where nothing is left or it is a credit line.
fn told(words: &[u64], range: Range<usize>, names: &[Vec<u64>]) -> Option<Range<usize>> {
    let named = |at: usize| {
        let rest = &words[at..range.end];
        names.iter().filter(|n| !n.is_empty() && rest.starts_with(n)).map(Vec::len).max()
    };
    let opening = (range.start..range.end.min(range.start + OPENING))
        .filter_map(|at| named(at).map(|n| at + n))
        .next_back();
    let from = opening.unwrap_or(range.start);
    let credit = range.len() <= CREDIT && range.clone().any(|at| named(at).is_some());
    (range.end - from >= 4 && !credit).then_some(from..range.end)
}

/// How many words two sorted rows share.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += usize::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    both
}

/// Places by the words of their first readings.
#[derive(Default)]
struct Places {
    /// For each word the places that have it.
    holders: FxHashMap<u64, Vec<u32>>,
    /// For each place the words of its first reading, each once.
    words: Vec<Vec<u64>>,
}

impl Places {
    /// The place of a new reading: the one it shares most with, if that is enough, or a new one.
    fn enter(&mut self, sorted: &[u64]) -> usize {
        let mut words = sorted.to_vec();
        words.dedup();
        let mut shared: FxHashMap<u32, f64> = FxHashMap::default();
        let all = self.words.len() as f64;
        // Rare words tell sentences apart.
        let weight = |holders: usize| ((1.0 + all) / (1.0 + holders as f64)).ln() + 0.1;
        let mut mine = 0.0;
        for word in &words {
            let holders = self.holders.get(word).map_or(&[][..], Vec::as_slice);
            let w = weight(holders.len());
            mine += w;
            for &place in holders {
                *shared.entry(place).or_default() += w;
            }
        }
        let theirs = |place: u32| -> f64 {
            self.words[place as usize].iter().map(|w| weight(self.holders.get(w).map_or(0, Vec::len))).sum()
        };
        let mut found: Vec<(f64, u32)> = shared
            .into_iter()
            .filter(|(_, w)| *w >= SAME * 0.5 * mine)
            .map(|(place, w)| (w / mine.min(theirs(place)).max(f64::MIN_POSITIVE), place))
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        if let Some(&(_, place)) = found.first().filter(|f| f.0 >= SAME) {
            return place as usize;
        }
        let place = self.words.len();
        for word in &words {
            self.holders.entry(*word).or_default().push(place as u32);
        }
        self.words.push(words);
        place
    }
}
