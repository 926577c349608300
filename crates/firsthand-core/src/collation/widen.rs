//! Which events are one happening, told by a noun here and a verb there: `the inquiry`, `was investigated`?
//!
//! Points are taken from the narrower events: a noun that only refers to a happening answers no question more.

use super::event::{Event, Refused, SAMPLE, are_parted, join, likely as likely_on_average};
use super::happening::{Ground, Weights, likely};
use super::likeness::{Features, likeness};
use std::collections::{BTreeMap, BTreeSet};

/// Two statements, one of them a noun, are a reason to join their events where they are this likely of one happening.
const JOIN: f64 = 0.6;
/// And all statements of the one and of the other must be this likely on average.
const MEAN: f64 = 0.5;

/// Joins events by their nouns, the likeliest first.
pub fn widen(mut events: Vec<Event>, features: &[Features], ground: &Ground) -> Vec<Event> {
    let mut of = vec![0; features.len()];
    for (n, event) in events.iter().enumerate() {
        event.statements.iter().for_each(|&s| of[s] = n);
    }
    let mut refused = Refused::default();
    for (score, a, b) in pairs(&of, ground) {
        let (into, from) = (of[a].min(of[b]), of[a].max(of[b]));
        if into == from || refused.again(&events, into, from) {
            continue;
        }
        let likely = likely_on_average(&events[into], &events[from], ground) >= MEAN;
        if likely && !is_apart(&events[into], &events[from], features) {
            join(&mut events, &mut of, (a, b), score);
        } else {
            refused.note(&events, into, from);
        }
    }
    events.retain(|e| !e.statements.is_empty());
    events
}

/// All pairs of two events, one by a verb and one by a noun, that are likely of one happening, the likeliest first. Of two nouns
/// neither says which it is: `under sanctions` and `sanctions on Iran` are two.
fn pairs(of: &[usize], ground: &Ground) -> Vec<(f64, usize, usize)> {
    let mut by_key: BTreeMap<(u8, usize), Vec<usize>> = BTreeMap::new();
    for (s, sheet) in ground.sheets.iter().enumerate() {
        let keys = std::iter::once((0, ground.word[s]))
            .chain(sheet.kinds.iter().map(|&k| (1, k)))
            .chain(sheet.groups.iter().map(|&g| (2, g)))
            .chain(sheet.classes.iter().map(|&c| (3, usize::from(c))));
        keys.for_each(|key| by_key.entry(key).or_default().push(s));
    }
    let noun = |s: usize| ground.sheets[s].noun;
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for group in by_key.values() {
        for (n, &a) in group.iter().enumerate() {
            for &b in &group[n + 1..] {
                if of[a] == of[b] || noun(a) == noun(b) || !seen.insert((a, b)) {
                    continue;
                }
                let score = likely(ground, Weights::built_in(), a, b);
                if score >= JOIN {
                    out.push((score, a, b));
                }
            }
        }
    }
    out.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    out
}

/// Whether any two statements of two events are placed far apart in time, or told apart by their sentence.
fn is_apart(a: &Event, b: &Event, features: &[Features]) -> bool {
    let far = |x: usize, y: usize| likeness(&features[x], &features[y]).days < -1.0;
    are_parted(a, b, features)
        || a.statements.iter().take(SAMPLE).any(|&x| b.statements.iter().take(SAMPLE).any(|&y| far(x, y)))
}
