//! Whose word stands behind each statement, once the statements of one event are seen together?

use super::Event;
use crate::lineage::{Lineage, OriginKind};
use crate::statement::Statement;
use std::collections::BTreeMap;

/// For each statement the origin behind it.
///
/// Lineage gives each statement the origin its own sentence shows. A report that names its source for a happening in
/// one sentence has it from there in its other sentences too: in an event, statements of a report without a source of
/// their own, or with an unnamed one (`official media`), take the source the same report names for the same event.
pub fn origins(events: &[Event], statements: &[Statement], lineage: &Lineage) -> Vec<usize> {
    let mut out = lineage.origin.clone();
    let named = |o: usize| lineage.origins.get(o).is_some_and(|x| x.kind != OriginKind::Unnamed);
    for event in events {
        // By report: the source named most often for this event, the earliest sentence first among equals.
        let mut sources: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for &s in &event.statements {
            let origin = lineage.origin[s];
            if statements[s].attribution.is_empty() || !named(origin) {
                continue;
            }
            let list = sources.entry(statements[s].report).or_default();
            match list.iter_mut().find(|(o, _)| *o == origin) {
                Some((_, n)) => *n += 1,
                None => list.push((origin, 1)),
            }
        }
        for &s in &event.statements {
            let open = statements[s].attribution.is_empty() || !named(lineage.origin[s]);
            let Some(list) = sources.get(&statements[s].report).filter(|_| open) else { continue };
            let most = list.iter().map(|(_, n)| *n).max().unwrap_or(0);
            if let Some((origin, _)) = list.iter().find(|(_, n)| *n == most) {
                out[s] = *origin;
            }
        }
    }
    out
}
