//! Which statements speak of the same happening?

use super::happening::{Ground, Weights};
use super::likeness::{Features, Likeness, Party, likeness};
use crate::statement::Statement;
use std::collections::{BTreeMap, BTreeSet};

/// Statements of the same happening.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// Its statements, ascending.
    pub statements: Vec<usize>,
    /// For each statement but the first, in the order of joining: the statement, the one it is most like, and how much.
    pub joins: Vec<(usize, usize, f64)>,
}

/// Two statements must be this alike to bring two groups together.
const JOIN: f64 = 0.40;
/// And all statements of the one must be this alike to all of the other on average.
const MEAN: f64 = 0.30;
/// Likeness on average is taken over no more than this many statements of a side: beyond it the mean no longer moves.
pub(super) const SAMPLE: usize = 24;
/// The same for what is learnt, which takes longer to ask.
const FEW: usize = 8;
/// Two groups this unlikely of one happening on average are not joined: the trip now and the one in 2019, two strikes.
const UNLIKELY: f64 = 0.05;

/// Groups statements into events. The pair that is most alike is joined first, then the next, as long as the two
/// groups are alike on average too (average linkage), no two of their statements are placed far apart in time, and what
/// is learnt of happenings does not speak against it. Ties keep the order of place.
pub fn group(statements: &[Statement], features: &[Features], ground: &Ground) -> Vec<Event> {
    let mut of: Vec<usize> = (0..statements.len()).collect();
    let mut events: Vec<Event> =
        (0..statements.len()).map(|s| Event { statements: vec![s], joins: Vec::new() }).collect();
    let mut refused = Refused::default();
    for (score, a, b) in pairs(features) {
        let (into, from) = (of[a].min(of[b]), of[a].max(of[b]));
        if into == from || refused.again(&events, into, from) {
            continue;
        }
        if !belong(&events[into], &events[from], features)
            || likely(&events[into], &events[from], ground) < UNLIKELY
        {
            refused.note(&events, into, from);
            continue;
        }
        join(&mut events, &mut of, (a, b), score);
    }
    events.retain(|e| !e.statements.is_empty());
    events
}

/// Pairs of events that were not joined. As long as neither has grown they need not be asked again.
#[derive(Debug, Default)]
pub(super) struct Refused(BTreeSet<(usize, usize, usize, usize)>);

impl Refused {
    /// Whether these two were refused as they are.
    pub(super) fn again(&self, events: &[Event], a: usize, b: usize) -> bool {
        self.0.contains(&(a, b, events[a].statements.len(), events[b].statements.len()))
    }
    /// Notes that these two were refused.
    pub(super) fn note(&mut self, events: &[Event], a: usize, b: usize) {
        self.0.insert((a, b, events[a].statements.len(), events[b].statements.len()));
    }
}

/// Puts the event of one statement into that of another; `of` says of which each statement is.
pub(super) fn join(events: &mut [Event], of: &mut [usize], (a, b): (usize, usize), score: f64) {
    let (into, from) = (of[a].min(of[b]), of[a].max(of[b]));
    let taken = std::mem::take(&mut events[from]);
    for &s in &taken.statements {
        of[s] = into;
    }
    let event = &mut events[into];
    event.statements.extend(taken.statements);
    event.statements.sort_unstable();
    event.joins.push((a.max(b), a.min(b), score));
    event.joins.extend(taken.joins);
}

/// How likely the statements of two events are of one happening on average, 0 to 1.
pub(super) fn likely(a: &Event, b: &Event, ground: &Ground) -> f64 {
    let few = |e: &Event| e.statements.len().min(FEW);
    let (xs, ys) = (&a.statements[..few(a)], &b.statements[..few(b)]);
    let pairs = xs.iter().flat_map(|&x| ys.iter().map(move |&y| (x.min(y), x.max(y))));
    let sum: f64 = pairs.map(|(x, y)| super::happening::likely(ground, Weights::built_in(), x, y)).sum();
    sum / (xs.len() * ys.len()).max(1) as f64
}

/// All pairs that may start a join, the most alike first. Only statements whose predicates share a class or a stem are
/// compared: others are never alike enough.
fn pairs(features: &[Features]) -> Vec<(f64, usize, usize)> {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (s, f) in features.iter().enumerate() {
        by_key.entry(f.lemma.chars().take(5).collect()).or_default().push(s);
        for class in &f.classes {
            by_key.entry(format!("#{class}")).or_default().push(s);
        }
    }
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for group in by_key.values() {
        for (n, &a) in group.iter().enumerate() {
            for &b in &group[n + 1..] {
                if a == b || !seen.insert((a.min(b), a.max(b))) {
                    continue;
                }
                let l = likeness(&features[a], &features[b]);
                if joins(&features[a], &features[b], &l) && l.score() >= JOIN {
                    out.push((l.score(), a.min(b), a.max(b)));
                }
            }
        }
    }
    out.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    out
}

/// Whether two groups are alike on average and nowhere far apart in time.
fn belong(a: &Event, b: &Event, features: &[Features]) -> bool {
    let (mut sum, mut count) = (0.0, 0usize);
    if are_parted(a, b, features) {
        return false;
    }
    for &x in a.statements.iter().take(SAMPLE) {
        for &y in b.statements.iter().take(SAMPLE) {
            let l = likeness(&features[x], &features[y]);
            if l.days < -1.0 {
                return false;
            }
            sum += if joins(&features[x], &features[y], &l) { l.score() } else { 0.0 };
            count += 1;
        }
    }
    count > 0 && sum / count as f64 >= MEAN
}

/// Whether a sentence tells a statement of the one apart from a statement of the other.
pub(super) fn are_parted(a: &Event, b: &Event, features: &[Features]) -> bool {
    let of = |s: &usize| features[*s].others.iter();
    a.statements.iter().flat_map(of).any(|other| b.statements.binary_search(other).is_ok())
}

/// Whether two statements may be of one event at all: predicates that mean alike and a shared participant, or
/// sentences that are nearly the same. Where the predicate says nothing by itself (`had`, `made`), the words must tell.
fn joins(a: &Features, b: &Features, l: &Likeness) -> bool {
    let told = !(is_vague(a) && is_vague(b)) || a.classes.iter().any(|c| b.classes.contains(c));
    l.predicate > 0.0
        && !of_others(a, b)
        && (told || l.words >= WORDS_OF_VAGUE)
        && (l.parties > 0.15 || l.words > 0.7 || (l.days >= 1.0 && l.words > 0.15))
}

/// Whether two statements name another person each in one part, and neither sentence the other's: what befell the one did not
/// befall the other.
fn of_others(a: &Features, b: &Features) -> bool {
    let named = |f: &Features, e: usize| f.parties.contains_key(&Party::Entity(e));
    a.persons.iter().zip(&b.persons).any(|pair| match pair {
        (Some(x), Some(y)) => x != y && !named(b, *x) && !named(a, *y),
        _ => false,
    })
}

/// Two statements by verbs that say nothing are of one happening if so much of their words is the same.
const WORDS_OF_VAGUE: f64 = 0.45;

/// Whether the predicate is a verb that tells no happening from another.
fn is_vague(f: &Features) -> bool {
    const VAGUE: [&str; 27] = [
        "have", "be", "do", "get", "give", "take", "make", "come", "go", "see", "say", "keep", "put", "look",
        "need", "want", "know", "think", "feel", "let", "try", "become", "seem", "tell", "ask", "consider",
        "believe",
    ];
    VAGUE.contains(&f.lemma.as_str())
}
