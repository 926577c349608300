//! The reports that were read, and what was left out of them.

use super::Measure;
use super::sheet::{FAINT, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::{clean, count, date, revision};

/// Shows the reports and the residue.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let reports = &index.account.reports;
    if reports.is_empty() {
        return;
    }
    sheet.head("REPORTS");
    for report in reports.iter().take(most.reports) {
        let when = match (&report.published.value, report.published.how.as_deref()) {
            (Some(day), Some(how)) => format!("{} ({how})", date(day)),
            (Some(day), None) => date(day),
            (None, _) => "no date".into(),
        };
        let id = format!("{:<4}", clean(&report.id));
        sheet.hang(&id, 4, &format!("{}, {when}", index.name(&report.id)));
        sheet.para(4, &paint(FAINT, &clean(&report.location)));
        for version in &report.versions {
            sheet.para(4, &revision(version));
        }
        for note in &report.notes {
            sheet.para(4, &format!("! {}", clean(note)));
        }
    }
    sheet.more(0, reports.len(), most.reports);
    residue(index, sheet);
}

/// What was left out of the bodies, counted by kind.
fn residue(index: &Index<'_>, sheet: &mut Sheet) {
    let kinds = selection::residue(index);
    if kinds.is_empty() {
        return;
    }
    let all: usize = kinds.iter().map(|(_, n)| n).sum();
    let kinds: Vec<String> = kinds.iter().map(|(why, n)| format!("{} {n}", clean(why))).collect();
    let text = format!("Left out of the pages, {}: {}", count(all, "block"), kinds.join(", "));
    sheet.para(0, &paint(FAINT, &text));
}
