//! What speaks for two mentions being of one happening, and what against it.

use super::ground::Ground;
use super::sheet::{Party, Sheet};
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// The names of the figures, in their order. `-1` is against, `0` says nothing, `1` is for, where a figure is no measure.
pub const NAMES: [&str; COUNT] = [
    "one",
    "same word",
    "shared meaning",
    "shared beginning",
    "one group",
    "one class",
    "one cluster",
    "one coarse cluster",
    "other particle",
    "participants",
    "agent",
    "patient",
    "any participant",
    "names of sentence",
    "clause",
    "sentence",
    "day",
    "day of sentence",
    "place",
    "number",
    "one report",
    "one sentence",
    "places apart",
    "lead",
    "verbs",
    "one denied",
    "sayings",
    "light verbs",
    "log rarer count",
    "log commoner count",
    "together in sentence",
    "together in report",
    "company",
    "same governor",
    "least rarity",
    "spread",
    "one modal",
    "same word × saying",
    "same word × light",
    "same word × clause",
    "same word × agent",
    "saying × agent",
    "kin",
    "kin × clause",
    "kin × company",
    "other × clause",
    "other × company",
    "kin × together in sentence",
    "one kind",
    "kind × clause",
    "kind × company",
    "kind × any participant",
];

/// How many figures there are.
pub const COUNT: usize = 52;

/// Days between two mentions that nothing else makes up for: the trip now and the one of last year.
const FAR: i32 = 45;

/// What is seen of two mentions; None where they are of two times far apart, or where nothing at all says that they mean alike
/// and their sentences neither, which is most pairs of a story.
pub fn of(ground: &Ground, a: usize, b: usize) -> Option<[f32; COUNT]> {
    let (x, y) = (&ground.sheets[a], &ground.sheets[b]);
    let (v, w) = (&ground.words[ground.word[a]], &ground.words[ground.word[b]]);
    if are_far(&x.days, &y.days) {
        return None;
    }
    let same_word = ground.word[a] == ground.word[b];
    let shared = x.meanings.iter().any(|m| y.meanings.contains(m));
    let beginning = beginning(x, y);
    let meet = |p: bool| f32::from(u8::from(p));
    let group = meets(&x.groups, &y.groups);
    let class = meets(&x.classes, &y.classes);
    let kind = meets(&x.kinds, &y.kinds);
    let fine = meets(&x.clusters, &y.clusters);
    let coarse = x.clusters.iter().any(|c| y.clusters.iter().any(|d| (c - 1) / 16 == (d - 1) / 16));
    let kin = shared || same_word || group || kind || class || fine || beginning >= 0.5;
    let clause = dot(&ground.clause[a], &ground.clause[b]);
    let company = if same_word { 1.0 } else { dot(&v.company, &w.company) };
    if !kin && clause < 0.1 && company < 0.15 {
        return None;
    }
    let sentence = dot(&ground.sentence[a], &ground.sentence[b]);
    let share = |n: usize, p: usize, q: usize| n as f32 / p.min(q).max(1) as f32;
    let (together, reported) = if same_word {
        (0.0, 0.0)
    } else {
        (
            share(v.sentences.intersection(&w.sentences).count(), v.sentences.len(), w.sentences.len()),
            share(v.reports.intersection(&w.reports).count(), v.reports.len(), w.reports.len()),
        )
    };
    let one_report = x.report == y.report;
    let agent = met(&x.agents, &y.agents);
    let sayings = meet(x.saying) + meet(y.saying);
    let light = meet(x.light) + meet(y.light);
    let (low, high) = (v.count.min(w.count) as f32, v.count.max(w.count) as f32);
    let k = meet(kin);
    Some([
        1.0,
        meet(same_word),
        meet(shared),
        beginning,
        meet(group),
        meet(class),
        meet(fine),
        meet(coarse),
        meet(x.particles != y.particles && !x.particles.is_empty() && !y.particles.is_empty()),
        overlap(&x.parties, &y.parties),
        agent,
        met(&x.patients, &y.patients),
        met(&x.own, &y.own),
        x.around.iter().filter(|e| y.around.contains(e)).count() as f32
            / x.around.len().min(y.around.len()).max(1) as f32,
        clause,
        sentence,
        when(&x.days, &y.days),
        when(&x.dates, &y.dates),
        met(&x.places, &y.places),
        numbers(&x.numbers, &y.numbers),
        meet(one_report),
        meet(one_report && x.sentence == y.sentence),
        (x.sentence.abs_diff(y.sentence) as f32).min(30.0) / 10.0,
        meet(x.sentence < 2) + meet(y.sentence < 2),
        meet(x.verb) + meet(y.verb),
        meet(x.negative != y.negative),
        sayings,
        light,
        low.ln(),
        high.ln(),
        together,
        reported,
        company,
        meet(x.governor.is_some() && x.governor == y.governor),
        v.rarity.min(w.rarity),
        v.spread.max(w.spread),
        meet(x.modal != y.modal),
        meet(same_word) * sayings,
        meet(same_word) * light,
        meet(same_word) * clause,
        meet(same_word) * agent,
        meet(x.saying && y.saying) * agent,
        k,
        k * clause,
        k * company,
        (1.0 - k) * clause,
        (1.0 - k) * company,
        k * together,
        meet(kind),
        meet(kind) * clause,
        meet(kind) * company,
        meet(kind) * met(&x.own, &y.own),
    ])
}

/// The share of letters that the most alike of their meanings begin with together, from three letters on.
fn beginning(x: &Sheet, y: &Sheet) -> f32 {
    let mut best = 0.0f32;
    for p in &x.meanings {
        for q in &y.meanings {
            let same = p.bytes().zip(q.bytes()).take_while(|(a, b)| a == b).count();
            if same >= 3 {
                best = best.max(same as f32 / p.len().max(q.len()) as f32);
            }
        }
    }
    best
}

fn meets<T: PartialEq>(x: &[T], y: &[T]) -> bool {
    x.iter().any(|p| y.contains(p))
}

/// 1 where one of them is the same, -1 where none is, 0 where one side has none.
fn met(x: &[Party], y: &[Party]) -> f32 {
    if x.is_empty() || y.is_empty() {
        return 0.0;
    }
    if meets(x, y) { 1.0 } else { -1.0 }
}

/// Whether all times of the one are far from all of the other.
fn are_far(x: &[(DateTime, DateTime)], y: &[(DateTime, DateTime)]) -> bool {
    let far = |p: &(DateTime, DateTime), q: &(DateTime, DateTime)| {
        let (early, late) = if p.0 < q.0 { (p, q) } else { (q, p) };
        (late.0.date() - early.1.date()).get_days() > FAR
    };
    !x.is_empty() && !y.is_empty() && x.iter().all(|p| y.iter().all(|q| far(p, q)))
}

fn when<T: PartialOrd>(x: &[(T, T)], y: &[(T, T)]) -> f32 {
    if x.is_empty() || y.is_empty() {
        return 0.0;
    }
    let meet = x.iter().any(|p| y.iter().any(|q| p.0 < q.1 && q.0 < p.1));
    if meet { 1.0 } else { -1.0 }
}

fn numbers(x: &[f64], y: &[f64]) -> f32 {
    if x.is_empty() || y.is_empty() {
        return 0.0;
    }
    if meets(x, y) { 1.0 } else { -1.0 }
}

/// Shared weight over the smaller weight of the two sides.
fn overlap(x: &BTreeMap<Party, f32>, y: &BTreeMap<Party, f32>) -> f32 {
    let shared: f32 = x.iter().filter_map(|(p, w)| y.get(p).map(|v| w.min(*v))).sum();
    let total = |m: &BTreeMap<Party, f32>| m.values().sum::<f32>();
    (shared / total(x).min(total(y)).max(1.0)).min(1.0)
}

/// Product of two sorted vectors.
fn dot(x: &[(u32, f32)], y: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        match p.0.cmp(&q.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += p.1 * q.1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
