//! What each report leaves out.

use super::{Event, Found, Omission, Point, Silence};
use std::collections::BTreeSet;

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
    let read: BTreeSet<usize> = found.statements.iter().map(|s| s.report).collect();
    let of = |report: usize| {
        let id = format!("r{}", report + 1);
        let lacks = |tellers: &BTreeSet<&str>| !tellers.contains(&*id) && tellers.len() * 2 > others;
        let mut omitted = Vec::new();
        for event in events {
            let tellers: BTreeSet<&str> = event.reports.iter().map(|r| &**r).collect();
            if lacks(&tellers) {
                omitted.push(Omission { event: event.id.clone(), point: None, told_by: tellers.len() });
                continue;
            }
            let own = asked.iter().filter(|p| p.event.as_ref() == Some(&event.id));
            for point in own.filter(|_| tellers.contains(&*id)) {
                let answer: BTreeSet<&str> =
                    point.variants.iter().flat_map(|v| &v.reports).map(|r| &**r).collect();
                if lacks(&answer) {
                    let point = Some(point.id.clone());
                    omitted.push(Omission { event: event.id.clone(), point, told_by: answer.len() });
                }
            }
        }
        Silence { report: id.clone(), omitted: read.contains(&report).then_some(omitted) }
    };
    (0..found.reports.len()).map(of).collect()
}
