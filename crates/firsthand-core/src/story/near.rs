//! Which reports could be of one story, and how near are they? An inverted index finds pairs; several views of the
//! two sketches decide.

use super::rarity::Rarity;
use super::rules::Rules;
use super::sketch::Sketch;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Terms of one view, sorted, as numbers; the squares of the weights add up to one.
type View = Vec<(u32, f32)>;

/// A sketch with weights.
#[derive(Debug, Clone, Default)]
pub(super) struct Weighed {
    body: View,
    lead: View,
    names: View,
    day: Option<i32>,
}

/// A pair of reports and how near they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) score: f64,
}

/// How many of a report's weightiest terms are looked up.
const LOOKED_UP: usize = 48;
/// A term of more reports than this, and than a twentieth of all, finds no pairs.
const COMMON: usize = 400;
/// How many candidates of a report are weighed in full.
const CANDIDATES: usize = 60;
/// Pairs less near than this are forgotten.
pub(super) const FLOOR: f64 = 0.03;

/// Weighs the terms of all sketches: (1 + ln count) times rarity (Salton and Buckley 1988). Also gives the terms behind
/// the numbers.
pub(super) fn weigh(sketches: &[Sketch]) -> (Vec<Weighed>, Vec<&str>) {
    // Terms are numbered in their order: numbers decide between equals.
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    seen.extend(sketches.iter().flat_map(|s| s.body.keys().chain(s.names.keys())).map(String::as_str));
    let mut terms: Vec<&str> = seen.into_iter().collect();
    terms.sort_unstable();
    let numbers: FxHashMap<&str, u32> = terms.iter().copied().zip(0..).collect();
    let bodies = Rarity::of(sketches.iter().map(|s| &s.body));
    let names = Rarity::of(sketches.iter().map(|s| &s.names));
    let view = |terms: &BTreeMap<String, f64>, rarity: &Rarity<'_>| {
        let weight = |term: &str, count: f64| ((1.0 + count.ln()) * rarity.weight(term)) as f32;
        let numbered = terms.iter().filter_map(|(t, &n)| Some((*numbers.get(t.as_str())?, weight(t, n))));
        let mut out: View = numbered.filter(|(_, w)| *w > 0.0).collect();
        out.sort_unstable_by_key(|(term, _)| *term);
        let length = out.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        out.iter_mut().for_each(|(_, w)| *w /= length);
        out
    };
    let weighed = sketches.iter().map(|s| Weighed {
        body: view(&s.body, &bodies),
        lead: view(&s.lead, &bodies),
        names: view(&s.names, &names),
        day: s.day.and_then(|d| Some(d.since(jiff::civil::Date::ZERO).ok()?.get_days())),
    });
    (weighed.collect(), terms)
}

/// How near two reports are, 0 to 1: the cosines of the views both have, less for every day between them.
pub(super) fn nearness(a: &Weighed, b: &Weighed, rules: &Rules) -> f64 {
    let mut sum = rules.body * dot(&a.body, &b.body) + rules.lead * dot(&a.lead, &b.lead);
    let mut weight = rules.body + rules.lead;
    if !a.names.is_empty() && !b.names.is_empty() {
        sum += rules.names * dot(&a.names, &b.names);
        weight += rules.names;
    }
    let apart = a.day.zip(b.day).map_or(0.0, |(x, y)| f64::from(x - y));
    sum / weight * (-apart * apart / (2.0 * rules.days * rules.days)).exp()
}

/// The terms that bring two reports near, the weightiest first: names, then words.
pub(super) fn shared(a: &Weighed, b: &Weighed) -> (Vec<u32>, Vec<u32>) {
    let ordered = |a: &View, b: &View| {
        let mut out = Vec::new();
        meet(a, b, |term, weight| out.push((weight, term)));
        out.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        out.into_iter().map(|(_, term)| term).collect()
    };
    (ordered(&a.names, &b.names), ordered(&a.body, &b.body))
}

pub(super) fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f64 {
    let mut sum = 0.0;
    meet(a, b, |_, weight| sum += weight);
    sum
}

fn meet(a: &[(u32, f32)], b: &[(u32, f32)], mut at: impl FnMut(u32, f64)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let order = x.0.cmp(&y.0);
        if order == Ordering::Equal {
            at(x.0, f64::from(x.1) * f64::from(y.1));
        }
        i += usize::from(order != Ordering::Greater);
        j += usize::from(order != Ordering::Less);
    }
}

/// All pairs worth weighing, in order of (one, other), `one` being the smaller.
pub(super) fn pairs(reports: &[Weighed], rules: &Rules) -> Vec<Pair> {
    let mut found = candidates(reports);
    found.sort_unstable();
    found.dedup();
    let score = |&(one, other): &(usize, usize)| nearness(&reports[one], &reports[other], rules);
    let weighed = found.iter().map(|p| Pair { one: p.0, other: p.1, score: score(p) });
    let mut out: Vec<Pair> = weighed.filter(|p| p.score >= FLOOR).collect();
    let crowds = crowds(reports.len(), &out, rules);
    for pair in &mut out {
        pair.score -= rules.crowd * (crowds[pair.one] + crowds[pair.other]) / 2.0;
    }
    out
}

/// Pairs that share rare words: for each report the [`CANDIDATES`] with the greatest part of the cosine.
fn candidates(reports: &[Weighed]) -> Vec<(usize, usize)> {
    let mut index: BTreeMap<u32, Vec<(usize, f32)>> = BTreeMap::new();
    for (n, report) in reports.iter().enumerate() {
        for &(term, weight) in &report.body {
            index.entry(term).or_default().push((n, weight));
        }
    }
    index.retain(|_, held| held.len() > 1 && held.len() <= COMMON.max(reports.len() / 20));
    let mut found = Vec::new();
    let mut sums = vec![0.0f32; reports.len()];
    for (n, report) in reports.iter().enumerate() {
        let mut terms: View = report.body.iter().filter(|(t, _)| index.contains_key(t)).copied().collect();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut touched = Vec::new();
        for (term, weight) in terms.into_iter().take(LOOKED_UP) {
            for &(other, theirs) in index.get(&term).into_iter().flatten().filter(|(o, _)| *o != n) {
                if sums[other] == 0.0 {
                    touched.push(other);
                }
                sums[other] += weight * theirs;
            }
        }
        touched.sort_by(|&a, &b| sums[b].total_cmp(&sums[a]).then(a.cmp(&b)));
        found.extend(touched.iter().take(CANDIDATES).map(|&o| (n.min(o), n.max(o))));
        touched.into_iter().for_each(|o| sums[o] = 0.0);
    }
    found
}

/// For each report how near the crowd is: the nearness of its neighbour at the rank of the rules, 0 where it has fewer.
/// A report of a subject on which everything sounds alike must be nearer to join.
fn crowds(count: usize, pairs: &[Pair], rules: &Rules) -> Vec<f64> {
    let mut near: Vec<Vec<f64>> = vec![Vec::new(); count];
    for pair in pairs {
        near[pair.one].push(pair.score);
        near[pair.other].push(pair.score);
    }
    let at_rank = |scores: &mut Vec<f64>| {
        scores.sort_by(|a, b| b.total_cmp(a));
        scores.get(rules.rank).copied().unwrap_or(0.0)
    };
    near.iter_mut().map(at_rank).collect()
}
