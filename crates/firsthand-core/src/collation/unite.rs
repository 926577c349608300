//! Which points ask one question, though their statements reached different events?

use super::against::set_against;
use super::filler::is_person;
use super::likeness::{Likeness, likeness};
use super::point::{Told, status};
use super::scope::{answers_same, comparable, is_firm, same_end, same_time, share_date};
use super::value::{Amount, Standing};
use super::verdict::{Relation, relation, standing};
use super::{Point, Slot, Value, Variant};
use crate::account::Status;
use std::collections::BTreeMap;

/// A place that so many statements name at most is evidence of its own: the scene of a whole story is none.
const RARE: usize = 12;

/// Puts together points that reached different events though they ask one question: they share an answer, or their
/// answers refine or dispute one another, in sentences that share participants and words.
pub fn unite(told: &Told<'_>, points: Vec<Point>) -> Vec<Point> {
    let mut named: BTreeMap<usize, usize> = BTreeMap::new();
    for v in points.iter().flat_map(|p| &p.variants) {
        if let Value::Entity(e) = v.value {
            *named.entry(e).or_default() += v.statements.len();
        }
    }
    let mut out: Vec<Point> = Vec::new();
    for p in points {
        let into = out.iter().position(|o| {
            o.slot == p.slot
                && (o.event != p.event || o.key != p.key)
                && share(&o.key) == share(&p.key)
                && (same_answer(told, o, &p, &named) || same_question(told, o, &p))
        });
        let Some(into) = into else {
            out.push(p);
            continue;
        };
        let target = &mut out[into];
        for v in p.variants {
            match target.variants.iter_mut().find(|o| standing(told, &o.value, &v.value) == Standing::Same) {
                Some(o) => {
                    o.statements.extend(v.statements);
                    o.reports.extend(v.reports);
                    o.statements.sort_unstable();
                    o.statements.dedup();
                    o.reports.sort_unstable();
                    o.reports.dedup();
                }
                None => target.variants.push(v),
            }
        }
        target.variants.sort_by_key(|v| (std::cmp::Reverse(v.reports.len()), v.statements.clone()));
        (target.status, target.reason) = status(told, target.slot, &target.variants);
    }
    out
}

/// Whether a key is that of a part or of an addition, which is never set beside the whole.
fn share(key: &str) -> (bool, bool) {
    (key == "part", key.starts_with("more "))
}

/// Whether two points share an answer and two of its statements, of different reports, are alike. An equal value is
/// evidence of its own that the same thing is meant; so less likeness is asked than for an event.
fn same_answer(told: &Told<'_>, a: &Point, b: &Point, named: &BTreeMap<usize, usize>) -> bool {
    if a.status == Status::Disputed || b.status == Status::Disputed || a.aside != b.aside {
        return false;
    }
    a.variants.iter().any(|x| {
        b.variants.iter().any(|y| {
            let rare = matches!(x.value, Value::Entity(e) if named.get(&e).is_some_and(|&n| n <= RARE));
            standing(told, &x.value, &y.value) == Standing::Same
                && pairs(told, x, y).any(|(s, t)| {
                    let l = likeness(&told.features[s], &told.features[t]);
                    agrees(a.slot, &x.value, &y.value, &l, rare)
                })
        })
    })
}

/// Statements of different reports, one for each answer.
fn pairs<'a>(
    told: &'a Told<'_>,
    x: &'a Variant,
    y: &'a Variant,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let apart = |s: usize, t: usize| told.statements[s].report != told.statements[t].report;
    x.statements
        .iter()
        .flat_map(|&s| y.statements.iter().map(move |&t| (s, t)))
        .filter(move |&(s, t)| apart(s, t))
}

/// Whether likeness is enough for two equal answers to be one.
fn agrees(slot: Slot, x: &Value, y: &Value, l: &Likeness, rare: bool) -> bool {
    match (x, y) {
        (Value::Amount(p), Value::Amount(q)) => {
            let telling = p.low >= 3.0 || (p.noun.is_some() && p.noun == q.noun && l.parties >= 0.4);
            let one = counts_same(p, q) || (p.low >= 13.0 && p.unit == q.unit && p.kind == q.kind);
            one && telling && l.days >= 0.0 && ((l.words >= 0.15 && l.parties >= 0.2) || evidence(l) >= 0.42)
        }
        (Value::Date(p), _) if p.is_day() => l.words >= 0.15 && evidence(l) >= 0.35,
        (Value::Date(_), _) => l.words >= 0.15 && l.parties >= 0.2 && l.predicate > 0.0,
        _ if slot == Slot::Place => {
            (l.words >= 0.25 && l.parties >= 0.2)
                || (l.days >= 0.0 && l.words >= 0.1 && evidence(l) >= 0.45 && (rare || l.predicate > 0.0))
        }
        _ => l.words >= 0.25 && l.parties >= 0.2,
    }
}

/// How much besides the answer speaks for one question.
fn evidence(l: &Likeness) -> f64 {
    l.parties + l.words + 0.2 * l.predicate
}

/// Whether two amounts count the same: one measure, one noun, or people.
fn counts_same(p: &Amount, q: &Amount) -> bool {
    let person = |noun: &str| is_person(noun.trim_end_matches('s'));
    p.unit == q.unit
        && p.kind == q.kind
        && match (&p.noun, &q.noun) {
            (Some(a), Some(b)) => a == b || (person(a) && person(b)),
            _ => true,
        }
}

/// Whether answers of two points refine or dispute one another in two statements that ask the same: with a predicate that
/// means the same, of the same time, at no other place.
fn same_question(told: &Told<'_>, a: &Point, b: &Point) -> bool {
    if a.slot != Slot::Quantity {
        return false;
    }
    let far = far_apart(told, a, b);
    let all: Vec<Variant> = a.variants.iter().chain(&b.variants).cloned().collect();
    a.variants.iter().any(|x| {
        b.variants.iter().any(|y| {
            let (Value::Amount(p), Value::Amount(q)) = (&x.value, &y.value) else { return false };
            let against = set_against(told, x, y);
            p.unit == q.unit
                && (against
                    || !far
                        && pairs(told, x, y).any(|(s, t)| {
                            let l = likeness(&told.features[s], &told.features[t]);
                            is_firm(told, s)
                                && is_firm(told, t)
                                && (same_time(told, s, t) || same_end(told, (p, s), (q, t)))
                                && comparable(told, (p, s), (q, t))
                                && l.days >= 0.0
                                && (same_end(told, (p, s), (q, t))
                                    || (answers_same(told, p, &l, s, t)
                                        && (evidence(&l) >= 0.65 || share_date(told, s, t))))
                        }))
                && relation(told, a.slot, x, y, &all) != Relation::Unrelated
        })
    })
}

/// Whether any two statements of two points are placed far apart in time, or speak of earthquakes of two magnitudes.
fn far_apart(told: &Told<'_>, a: &Point, b: &Point) -> bool {
    let of =
        |p: &Point| -> Vec<usize> { p.variants.iter().flat_map(|v| v.statements.iter().copied()).collect() };
    let (xs, ys) = (of(a), of(b));
    xs.iter().any(|&x| ys.iter().any(|&y| likeness(&told.features[x], &told.features[y]).days < -1.0))
}
