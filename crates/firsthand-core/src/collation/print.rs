//! What is compared of every two statements, as numbers: names and words have one each, in their own order, so that sums are
//! taken in one order and a comparison walks two short lists.

use super::likeness::Features;
use firsthand_text::language::place::{Whereabouts, lies_within};
use std::collections::{BTreeMap, BTreeSet};

/// The participants, words and places of a statement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Print {
    parties: Vec<(u32, f64)>,
    /// Their weights together.
    weight: f64,
    words: Vec<(u32, f64)>,
    places: Vec<u32>,
    /// Its places, those within them and those they lie in, as far as the story names them.
    reach: Vec<u32>,
}

/// The prints of all statements of a story, of the words of their sentences (length 1 as a vector).
pub(super) fn of(features: &[Features], words: Vec<BTreeMap<String, f64>>) -> Vec<Print> {
    let parties = numbers(features.iter().flat_map(|f| f.parties.keys()));
    let stems = numbers(words.iter().flat_map(BTreeMap::keys));
    let places = numbers(features.iter().flat_map(|f| &f.places));
    let around = around(&places);
    let prints = features.iter().zip(&words).map(|(f, words)| {
        let own: Vec<u32> = f.places.iter().map(|p| places[p]).collect();
        let reach: BTreeSet<u32> = own.iter().flat_map(|&p| &around[p as usize]).copied().collect();
        Print {
            parties: f.parties.iter().map(|(p, w)| (parties[p], *w)).collect(),
            weight: f.parties.values().sum(),
            words: words.iter().map(|(w, x)| (stems[w], *x)).collect(),
            places: own,
            reach: reach.into_iter().collect(),
        }
    });
    prints.collect()
}

/// A number for each, in their own order.
fn numbers<'a, T: Ord>(all: impl Iterator<Item = &'a T>) -> BTreeMap<&'a T, u32> {
    let all: BTreeSet<&T> = all.collect();
    all.into_iter().zip(0..).collect()
}

/// For each place the places that are it, lie in it or hold it.
fn around(places: &BTreeMap<&String, u32>) -> Vec<Vec<u32>> {
    let all: Vec<Whereabouts> = places.keys().map(|name| Whereabouts::of(name)).collect();
    let meet = |a: usize, b: usize| a == b || lies_within(&all[a], &all[b]) || lies_within(&all[b], &all[a]);
    (0..all.len())
        .map(|a| (0..all.len()).zip(0u32..).filter(|&(b, _)| meet(a, b)).map(|(_, n)| n).collect())
        .collect()
}

impl Print {
    /// Shared weight of the participants over the smaller weight of the two sides, at most 1.
    pub fn parties(&self, other: &Print) -> f64 {
        let shared: f64 = common(&self.parties, &other.parties).map(|(w, v)| w.min(v)).sum();
        (shared / self.weight.min(other.weight).max(1.0)).min(1.0)
    }

    /// Cosine of the words of the sentences.
    pub fn words(&self, other: &Print) -> f64 {
        common(&self.words, &other.words).map(|(x, y)| x * y).sum()
    }

    /// 1 where the clauses name a common place or one that lies in the other's, -1 where all their places lie apart, 0 where one
    /// of them names none.
    pub fn places(&self, other: &Print) -> f64 {
        if self.places.is_empty() || other.places.is_empty() {
            return 0.0;
        }
        if other.places.iter().any(|p| self.reach.binary_search(p).is_ok()) { 1.0 } else { -1.0 }
    }
}

/// The figures of what stands in both lists, which are in order.
fn common<'a>(a: &'a [(u32, f64)], b: &'a [(u32, f64)]) -> impl Iterator<Item = (f64, f64)> + 'a {
    let mut rest = b;
    a.iter().filter_map(move |&(n, x)| {
        while rest.first().is_some_and(|&(m, _)| m < n) {
            rest = &rest[1..];
        }
        rest.first().filter(|&&(m, _)| m == n).map(|&(_, y)| (x, y))
    })
}
