//! Two happenings told in the same words: two quakes, two raids on jewellers. What parts them is that each has names and
//! numbers of its own, which every report of the one has and none of the other.

use super::rules::Rules;
use super::weigh::Weighed;
use std::collections::BTreeMap;

/// In how many reports of a story each name and number stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    reports: usize,
    /// Names and numbers of title and lead.
    keys: BTreeMap<u32, usize>,
    /// All words.
    body: BTreeMap<u32, usize>,
}

impl Tally {
    /// Of one report; of its words only those count that are a key somewhere.
    pub(super) fn of(report: &Weighed, is_key: impl Fn(u32) -> bool) -> Tally {
        let words = report.terms().filter(|(number, weight)| weight.body > 0 && is_key(*number));
        Tally {
            reports: 1,
            keys: report.keys().map(|key| (key, 1)).collect(),
            body: words.map(|(number, _)| (number, 1)).collect(),
        }
    }
    pub(super) fn add(&mut self, other: Tally) {
        self.reports += other.reports;
        other.keys.into_iter().for_each(|(k, n)| *self.keys.entry(k).or_default() += n);
        other.body.into_iter().for_each(|(k, n)| *self.body.entry(k).or_default() += n);
    }
    /// Whether two stories are of different happenings: each is marked by a name or number the other never has, and that
    /// is no accident.
    pub(super) fn differs(&self, other: &Tally, rules: &Rules) -> bool {
        least_chance(self.reports, other.reports) < rules.apart
            && self.chance(other, rules) * other.chance(self, rules) < rules.apart
    }
    /// The probability that the reports with our rarest mark would all be ours if reports fell into the two stories by
    /// chance (Fisher's exact test, one tail); 1 if we have no mark of our own.
    fn chance(&self, other: &Tally, rules: &Rules) -> f64 {
        let enough = rules.share * self.reports as f64;
        let marks = self.keys.iter().filter(|(k, n)| **n as f64 >= enough && !other.body.contains_key(*k));
        let all = self.reports + other.reports;
        marks
            .map(|(k, _)| chance(self.reports, all, self.body.get(k).map_or(0, |&n| n.min(self.reports))))
            .fold(1.0, f64::min)
    }
}

/// The probability that `held` of `all` reports all fall among the `ours` that are ours.
fn chance(ours: usize, all: usize, held: usize) -> f64 {
    (0..held).map(|i| (ours - i) as f64 / (all - i) as f64).product()
}

/// The least that [`Tally::differs`] can find for two stories of these sizes.
pub(super) fn least_chance(one: usize, other: usize) -> f64 {
    let all = one + other;
    chance(one, all, one) * chance(other, all, other)
}
