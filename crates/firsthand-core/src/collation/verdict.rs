//! How do the answers to a point stand to one another, and what explains a difference before it is called a dispute?

use super::likeness::{Likeness, likeness};
use super::point::Told;
use super::value::Standing;
use super::{Slot, Value, Variant};
use crate::statement::Certainty;
use firsthand_text::language::number::QuantityKind;

/// How two answers stand.
pub fn standing(told: &Told<'_>, a: &Value, b: &Value) -> Standing {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => a.standing(b),
        (Value::Amount(a), Value::Amount(b)) => a.standing(b),
        (Value::Entity(a), Value::Entity(b)) if a == b => Standing::Same,
        (Value::Entity(a), Value::Entity(b)) => {
            let name = |e: &usize| told.names.entities[*e].name.as_str();
            let within = firsthand_text::language::place::within;
            if within(name(a), name(b)) || within(name(b), name(a)) {
                Standing::Finer
            } else {
                Standing::Apart
            }
        }
        _ => Standing::Apart,
    }
}

/// Whether two answers that stand apart are a dispute: said of the same happening beyond doubt, by different reports,
/// as a fact, and no later count of something that grows.
pub fn disputes(told: &Told<'_>, slot: Slot, a: &Variant, b: &Variant) -> bool {
    // A report that gives both speaks of two things.
    if a.reports.iter().any(|r| b.reports.contains(r)) {
        return false;
    }
    let firm = |s: &usize| {
        let s = &told.statements[*s];
        !s.negative && matches!(s.certainty, Certainty::Asserted | Certainty::Alleged)
    };
    let nearest = a
        .statements
        .iter()
        .filter(|s| firm(s))
        .flat_map(|&x| b.statements.iter().filter(|s| firm(s)).map(move |&y| (x, y)))
        .map(|(x, y)| likeness(&told.features[x], &told.features[y]))
        .max_by(|x, y| x.score().total_cmp(&y.score()));
    let Some(l) = nearest else { return false };
    match (&a.value, &b.value) {
        (Value::Date(x), Value::Date(y)) => {
            slot == Slot::Date && x.is_day() && y.is_day() && near_days(x, y) && alike(&l, 0.25, 0.15)
        }
        (Value::Amount(x), Value::Amount(y)) => {
            x.kind != QuantityKind::Ordinal
                && x.unit == y.unit
                && l.predicate >= 0.85
                && alike(&l, 0.3, 0.25)
                && !grows(told, a, b)
        }
        _ => false,
    }
}

fn alike(l: &Likeness, parties: f64, words: f64) -> bool {
    l.predicate > 0.0 && l.parties >= parties && l.words >= words && l.places >= 0.0
}

/// Days so near that one of the two must be a slip, not another happening.
fn near_days(x: &super::value::Date, y: &super::value::Date) -> bool {
    match (x.ends(), y.ends()) {
        (Some(a), Some(b)) => (a.0.date() - b.0.date()).get_days().abs() <= 3,
        _ => false,
    }
}

/// Whether the larger count is the later one: a toll that rose, not a dispute.
pub fn grows(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(x), Value::Amount(y)) = (&a.value, &b.value) else { return false };
    if x.unit.is_some() {
        return false;
    }
    let (small, large) = if x.low < y.low { (a, b) } else { (b, a) };
    let published = |r: &usize| told.reports[*r].report.published.value.clone();
    let first = |v: &Variant| v.reports.iter().filter_map(published).min();
    let last = |v: &Variant| v.reports.iter().filter_map(published).max();
    match (last(small), first(large)) {
        (Some(s), Some(l)) => {
            let n = s.len().min(l.len());
            s.as_bytes()[..n] < l.as_bytes()[..n]
        }
        _ => false,
    }
}
