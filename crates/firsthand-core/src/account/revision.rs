//! Earlier versions of a report, written down.

use super::passage::Cutter;
use super::{Change, Revision};
use crate::version::{self, Version};
use firsthand_text::language::Annotated;

/// The earlier versions of a report; the last of them changed into the report itself.
pub(super) fn revisions(newest: &Annotated, earlier: &[Version]) -> Vec<Revision> {
    let next = earlier.iter().skip(1).map(|v| &v.report).chain([&newest.report]);
    earlier
        .iter()
        .zip(next)
        .map(|(version, next)| {
            let (before, after) = (Cutter::new(&version.report), Cutter::new(next));
            Revision {
                archived: None,
                location: version.report.location.clone(),
                value: version::moment(&version.report),
                changes: version.changes.iter().map(|c| change(c, &before, &after)).collect(),
            }
        })
        .collect()
}

fn change(change: &version::Change, before: &Cutter<'_>, after: &Cutter<'_>) -> Change {
    let kind = match (change.before, change.after) {
        (None, _) => "added",
        (_, None) => "removed",
        _ => "changed",
    };
    Change {
        kind: kind.to_owned(),
        before: change.before.map(|s| before.cut(s)),
        after: change.after.map(|s| after.cut(s)),
    }
}
