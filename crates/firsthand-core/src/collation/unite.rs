//! Which points ask one question, though their statements reached different events?

use super::likeness::likeness;
use super::point::{Told, status};
use super::value::Standing;
use super::verdict::standing;
use super::{Point, Value};
use crate::account::Status;

/// Puts together answers that reached different events though they are one: the same date or amount, in sentences
/// that share participants and words. An equal value is evidence of its own that the same thing is meant; so less
/// likeness is asked than for an event.
pub fn unite(told: &Told<'_>, points: Vec<Point>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for p in points {
        let into =
            out.iter().position(|o| o.slot == p.slot && o.event != p.event && same_answer(told, o, &p));
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

/// Whether two points share an answer and two of its statements, of different reports, are alike.
fn same_answer(told: &Told<'_>, a: &Point, b: &Point) -> bool {
    if a.status == Status::Disputed || b.status == Status::Disputed {
        return false;
    }
    a.variants.iter().any(|x| {
        b.variants.iter().any(|y| {
            let comparable = match (&x.value, &y.value) {
                (Value::Amount(p), Value::Amount(q)) => p.unit == q.unit && p.kind == q.kind && p.low >= 3.0,
                (Value::Date(_), Value::Date(_)) => true,
                (Value::Entity(_), Value::Entity(_)) => true,
                _ => false,
            };
            comparable
                && standing(told, &x.value, &y.value) == Standing::Same
                && x.statements.iter().any(|&s| {
                    y.statements.iter().any(|&t| {
                        let apart = told.statements[s].report != told.statements[t].report;
                        let l = likeness(&told.features[s], &told.features[t]);
                        let enough = if matches!(x.value, Value::Entity(_)) { 0.25 } else { 0.15 };
                        let alike = !is_coarse(&x.value) || l.predicate > 0.0;
                        apart && l.words >= enough && l.parties >= 0.2 && alike
                    })
                })
        })
    })
}

/// Whether the value is a month, a year or longer: much happens in one, so that it is no evidence that the same thing is meant.
fn is_coarse(value: &Value) -> bool {
    matches!(value, Value::Date(date) if !date.is_day())
}
