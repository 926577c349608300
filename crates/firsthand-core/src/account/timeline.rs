//! Past and present happenings in order of time.

use super::{Found, Moment};
use crate::collation::{Slot, Value, gist};
use std::collections::BTreeMap;

/// One entry for each dated event and day: what happened, and which reports say so.
pub(super) fn timeline(found: &Found<'_>) -> Vec<Moment> {
    let mut moments: BTreeMap<(String, usize), Moment> = BTreeMap::new();
    for point in found.collation.points.iter().filter(|p| p.slot == Slot::Date) {
        let Some(event) = point.event else { continue };
        for variant in &point.variants {
            let Value::Date(date) = &variant.value else { continue };
            if date.low.is_none() && date.high.is_none() {
                continue;
            }
            let s = &found.statements[variant.statements[0]];
            let moment = moments.entry((sort_key(&date.edtf), event)).or_insert_with(|| Moment {
                when: date.edtf.clone(),
                label: gist::happening(found.reports[s.report], s),
                events: vec![format!("v{}", event + 1)],
                reports: Vec::new(),
            });
            moment.reports.extend(variant.reports.iter().map(|r| format!("r{}", r + 1)));
            moment.reports.sort_unstable();
            moment.reports.dedup();
        }
    }
    moments.into_values().collect()
}

/// EDTF values in order of time: what is open at the start comes before what it ends with.
fn sort_key(edtf: &str) -> String {
    let open = edtf.strip_prefix("../");
    format!("{}{}", open.unwrap_or(edtf).replace('X', "0"), if open.is_some() { " 0" } else { " 1" })
}
