//! What each report leaves out.

use super::{Event, Found, Omission, Point, Silence};
use std::collections::{BTreeMap, BTreeSet};

/// Report by report the happenings, and the answers to questions about happenings it tells, that stand in more than half of
/// the other reports and not in it. Nothing in a story of two reports: there it is what the other alone says.
pub(super) fn silences(found: &Found<'_>, events: &[Event], points: &[Point]) -> Vec<Silence> {
    // A place that is named in passing answers no question.
    let asked: Vec<&Point> =
        points.iter().zip(&found.collation.points).filter(|(_, p)| !p.aside).map(|(p, _)| p).collect();
    let others = found.reports.len().saturating_sub(1);
    if others < 2 {
        return Vec::new();
    }
    let tellers = |reports: &[String]| -> BTreeSet<String> { reports.iter().cloned().collect() };
    let mut by_event: BTreeMap<&str, Vec<(&Point, BTreeSet<String>)>> = BTreeMap::new();
    for point in asked {
        let answer = point.variants.iter().flat_map(|v| v.reports.iter().cloned()).collect();
        if let Some(event) = &point.event {
            by_event.entry(event).or_default().push((point, answer));
        }
    }
    let told: Vec<(&Event, BTreeSet<String>)> = events.iter().map(|e| (e, tellers(&e.reports))).collect();
    let read: BTreeSet<usize> = found.statements.iter().map(|s| s.report).collect();
    let of = |report: usize| {
        let id = format!("r{}", report + 1);
        let lacks = |tellers: &BTreeSet<String>| !tellers.contains(&id) && tellers.len() * 2 > others;
        let mut omitted = Vec::new();
        for (event, tellers) in &told {
            if lacks(tellers) {
                omitted.push(Omission { event: event.id.clone(), point: None, told_by: tellers.len() });
                continue;
            }
            let own = by_event.get(&*event.id).into_iter().flatten().filter(|_| tellers.contains(&id));
            omitted.extend(own.filter(|(_, answer)| lacks(answer)).map(|(point, answer)| Omission {
                event: event.id.clone(),
                point: Some(point.id.clone()),
                told_by: answer.len(),
            }));
        }
        Silence { report: id.clone(), omitted: read.contains(&report).then_some(omitted) }
    };
    (0..found.reports.len()).map(of).collect()
}
