//! Earlier versions of a report, written down.

use super::passage::Cutter;
use super::{Change, Found, Past, Revision};
use crate::collation::history::{self, Fate};
use crate::version::{self, Version};
use firsthand_text::language::Annotated;
use firsthand_text::report::RemarkKind;

/// The earlier versions of a report; the last of them changed into the report itself.
pub(super) fn revisions(newest: &Annotated, earlier: &[Version]) -> Vec<Revision> {
    let next = earlier.iter().skip(1).map(|v| &v.report).chain([newest]);
    earlier
        .iter()
        .zip(next)
        .map(|(version, next)| {
            let (before, after) = (Cutter::new(&version.report.report), Cutter::new(&next.report));
            Revision {
                archived: None,
                location: version.report.report.location.clone(),
                value: version::moment(&version.report.report),
                changes: version.changes.iter().map(|c| change(c, &before, &after)).collect(),
            }
        })
        .collect()
}

/// An answer to a point that a report gave before it was edited.
pub(super) fn past(found: &Found<'_>, past: &history::Past) -> Past {
    let earlier = found.earlier[past.report];
    let newest = &found.reports[past.report].report;
    let next = earlier.get(past.version + 1).map_or(newest, |v| &v.report.report);
    let correction = newest.remarks.iter().find(|r| r.kind == RemarkKind::Correction);
    Past {
        report: format!("r{}", past.report + 1),
        version: past.version,
        kind: match past.fate {
            Fate::Changed => "changed",
            Fate::Refined => "refined",
            Fate::Withdrawn => "withdrawn",
        }
        .to_owned(),
        value: past.value.clone(),
        passage: Cutter::new(&earlier[past.version].report.report).cut(past.sentence),
        now: past.now.as_ref().map(|(value, _)| value.clone()),
        statement: past.now.as_ref().map(|(_, statement)| format!("t{}", statement + 1)),
        until: version::moment(next),
        correction: correction.map(|r| r.text.clone()),
    }
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
