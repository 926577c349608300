//! Two happenings told in the same words: two quakes, two raids on jewellers. What parts them is that each has names and
//! numbers of its own, which every report of the one has and none of the other.

use super::rules::Rules;
use super::sketch::Sketch;
use std::collections::BTreeMap;

/// In how many reports of a story each term stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally<'a> {
    reports: usize,
    /// Names and numbers of title and lead.
    keys: BTreeMap<&'a str, usize>,
    /// All words.
    body: BTreeMap<&'a str, usize>,
}

impl<'a> Tally<'a> {
    pub(super) fn of(sketch: &'a Sketch) -> Tally<'a> {
        let keys = sketch.keys.iter().map(|k| (k.as_str(), 1)).collect();
        Tally { reports: 1, keys, body: sketch.body.keys().map(|k| (k.as_str(), 1)).collect() }
    }
    pub(super) fn add(&mut self, other: Tally<'a>) {
        self.reports += other.reports;
        other.keys.into_iter().for_each(|(k, n)| *self.keys.entry(k).or_default() += n);
        other.body.into_iter().for_each(|(k, n)| *self.body.entry(k).or_default() += n);
    }
    /// Whether two stories are of different happenings: each is marked by a name or number the other never has, and that
    /// is no accident.
    pub(super) fn differs(&self, other: &Tally<'_>, rules: &Rules) -> bool {
        self.chance(other, rules) * other.chance(self, rules) < rules.apart
    }
    /// The probability that the reports with our rarest mark would all be ours if reports fell into the two stories by
    /// chance (Fisher's exact test, one tail); 1 if we have no mark of our own.
    fn chance(&self, other: &Tally<'_>, rules: &Rules) -> f64 {
        let enough = rules.share * self.reports as f64;
        let marks = self.keys.iter().filter(|(k, n)| **n as f64 >= enough && !other.body.contains_key(*k));
        let all = self.reports + other.reports;
        let chance = |held: usize| (0..held).map(|i| (self.reports - i) as f64 / (all - i) as f64).product();
        marks.map(|(k, _)| chance(self.body.get(k).map_or(0, |&n| n.min(self.reports)))).fold(1.0, f64::min)
    }
}
