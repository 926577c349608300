//! Whose word stands behind each statement, once the statements of one event are seen together?

use super::Event;
use crate::Reports;
use crate::lineage::{Lineage, OriginKind};
use crate::statement::{Kind, Statement};
use firsthand_text::language::Tag;
use std::collections::BTreeMap;

/// For each statement the origin behind it.
///
/// Lineage gives each statement the origin its own sentence shows. A report that names its source for a happening in
/// one sentence has it from there in its other sentences too: in an event, statements of a report without a source of
/// their own, or with an unnamed one (`official media`), take the source of the same report for the same event.
pub fn origins(
    reports: &Reports<'_>,
    events: &[Event],
    statements: &[Statement],
    lineage: &Lineage,
) -> Vec<usize> {
    let mut out = lineage.origin.clone();
    for event in events {
        let sources = sources(reports, event, statements, lineage);
        for &s in &event.statements {
            let open = statements[s].attribution.is_empty() || !is_named(lineage, lineage.origin[s]);
            if let Some(&source) = sources.get(&statements[s].report).filter(|_| open) {
                out[s] = source;
            }
        }
    }
    out
}

/// For each report of an event the named source it has it from, where it names one: that of the statements that say
/// most plainly what happened, with a verb and a day; then that named most often; then the first. Quoted comment
/// counts only where there is nothing else.
pub fn sources(
    reports: &Reports<'_>,
    event: &Event,
    statements: &[Statement],
    lineage: &Lineage,
) -> BTreeMap<usize, usize> {
    let mut weights: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for &s in &event.statements {
        let (statement, origin) = (&statements[s], lineage.origin[s]);
        if statement.attribution.is_empty() || !is_named(lineage, origin) {
            continue;
        }
        let report = reports[statement.report];
        let quoted = statement.attribution.iter().any(|a| a.kind == Kind::Quoted);
        let verbal = report.tokens[statement.predicate].tag == Tag::Verb;
        let weight = match (quoted, verbal, statement.times.is_empty()) {
            (true, _, _) => 1,
            (false, true, false) => 100,
            (false, true, true) => 10,
            (false, false, _) => 2,
        };
        let list = weights.entry(statement.report).or_default();
        match list.iter_mut().find(|(o, _)| *o == origin) {
            Some((_, w)) => *w += weight,
            None => list.push((origin, weight)),
        }
    }
    let best = |list: &Vec<(usize, usize)>| {
        let most = list.iter().map(|(_, w)| *w).max()?;
        list.iter().find(|(_, w)| *w == most).map(|(o, _)| *o)
    };
    weights.iter().filter_map(|(r, list)| Some((*r, best(list)?))).collect()
}

fn is_named(lineage: &Lineage, origin: usize) -> bool {
    lineage.origins.get(origin).is_some_and(|x| x.kind != OriginKind::Unnamed)
}
