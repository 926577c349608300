//! A point written down: its answers, who gives them, and what was said before.

use super::ids;
use crate::account::{Disagreement, Found, Point, Variant, revision, testimony};
use crate::collation::{self, Slot};

pub(super) fn point(found: &Found<'_>, n: usize) -> Point {
    let p = &found.collation.points[n];
    let answers: Vec<usize> = p.variants.iter().flat_map(|v| v.statements.iter().copied()).collect();
    Point {
        id: format!("p{}", n + 1),
        event: p.event.map(|e| format!("v{}", e + 1)),
        slot: match p.slot {
            Slot::Date => "date",
            Slot::Quantity => "quantity",
            Slot::Place => "place",
            Slot::Person => "person",
            Slot::Organisation => "organisation",
            Slot::Text => "text",
        }
        .to_owned(),
        label: p.label.clone(),
        status: p.status,
        reason: p.reason.clone(),
        variants: p
            .variants
            .iter()
            .map(|v| Variant {
                value: v.value.written(&found.names),
                statements: ids('t', &v.statements),
                reports: ids('r', &v.reports),
                origins: ids('o', &behind(found, &v.statements)),
                support: testimony::support(found, &v.statements),
            })
            .collect(),
        support: testimony::support(found, &answers),
        disagreement: p.denied.then(|| disagreement(found, &p.variants)),
        history: found.history.iter().filter(|x| x.point == n).map(|x| revision::past(found, x)).collect(),
    }
}

/// Who says it and who denies it: the first answer of such a point is what is said, the second its denial.
fn disagreement(found: &Found<'_>, variants: &[collation::Variant]) -> Disagreement {
    let behind =
        |n: usize| variants.get(n).map(|v| ids('o', &behind(found, &v.statements))).unwrap_or_default();
    Disagreement { says: behind(0), denies: behind(1) }
}

/// Origins behind the statements of a variant: here every statement gives the value, noun or verb.
pub(super) fn behind(found: &Found<'_>, statements: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = statements.iter().map(|&s| found.collation.origin[s]).collect();
    out.sort_unstable();
    out.dedup();
    out
}
