//! Which statements speak of the same happening?

use super::likeness::{Features, Likeness, likeness};
use crate::statement::Statement;

/// Statements of the same happening.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// Its statements, ascending.
    pub statements: Vec<usize>,
    /// For each statement but the first, in the order of joining: the statement, the one it is most like, and how much.
    pub joins: Vec<(usize, usize, f64)>,
}

/// Two statements must be this alike to be of one event.
const JOIN: f64 = 0.40;
/// And on average this alike to all statements of the event.
const MEAN: f64 = 0.30;

/// Groups statements into events: each joins the event it is most like, or starts one. Statements with times and
/// many participants come first, for they say most plainly what they are about; ties keep the order of place.
pub fn group(statements: &[Statement], features: &[Features]) -> Vec<Event> {
    let mut order: Vec<usize> = (0..statements.len()).collect();
    let plainness = |s: usize| {
        let f = &features[s];
        (!f.days.is_empty()) as usize * 4
            + (!f.classes.is_empty()) as usize * 2
            + statements[s].arguments.len().min(3)
    };
    order.sort_by_key(|&s| (std::cmp::Reverse(plainness(s)), s));
    let mut events: Vec<Event> = Vec::new();
    for s in order {
        let best = events
            .iter()
            .enumerate()
            .filter_map(|(n, e)| fits(e, s, features).map(|(score, nearest)| (score, n, nearest)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match best {
            Some((score, n, nearest)) => {
                events[n].statements.push(s);
                events[n].joins.push((s, nearest, score));
            }
            None => events.push(Event { statements: vec![s], joins: Vec::new() }),
        }
    }
    for e in &mut events {
        e.statements.sort_unstable();
    }
    events
}

/// How well a statement fits an event: its likeness to the nearest statement, which is named too.
fn fits(event: &Event, s: usize, features: &[Features]) -> Option<(f64, usize)> {
    let mut best: Option<(f64, usize)> = None;
    let mut sum = 0.0;
    for &other in &event.statements {
        let l = likeness(&features[s], &features[other]);
        if l.days < -1.0 {
            return None;
        }
        let score = if joins(&l) { l.score() } else { 0.0 };
        sum += score;
        if best.is_none_or(|(b, _)| score > b) {
            best = Some((score, other));
        }
    }
    let (score, nearest) = best?;
    (score >= JOIN && sum / event.statements.len() as f64 >= MEAN).then_some((score, nearest))
}

/// Whether two statements may be of one event at all: predicates that mean alike and a shared participant, or
/// sentences that are nearly the same.
fn joins(l: &Likeness) -> bool {
    l.predicate > 0.0 && (l.parties > 0.15 || l.words > 0.7)
}
