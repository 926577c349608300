//! Why an event, and why the verdict on a point.

use super::evidence::{evidence, fact, reason, title};
use super::statement::with_id;
use crate::index::Index;
use crate::show::sheet::{FAINT, HEAD, Sheet, paint};
use crate::wording::{date, past, value};
use firsthand_core::account::{Event, Point, Status};

pub(super) fn explain_event(index: &Index<'_>, event: &Event, sheet: &mut Sheet) {
    title(sheet, &event.id, &event.label);
    fact(sheet, "when", &event.time.as_deref().map(date).unwrap_or_default());
    fact(sheet, "code", event.code.as_deref().unwrap_or_default());
    fact(sheet, "reports", &index.names(&event.reports));
    fact(sheet, "origins", &index.names(&event.origins));
    for point in index.points_of(&event.id) {
        fact(sheet, "point", &with_id(&point.label, Some(&point.id)));
    }
    if !event.reasons.is_empty() {
        sheet.head("Why its statements are of one happening");
    }
    for because in &event.reasons {
        reason(index, because, sheet);
    }
    sheet.head("Its statements");
    statements(index, &event.statements, sheet);
}

pub(super) fn explain_point(index: &Index<'_>, point: &Point, sheet: &mut Sheet) {
    title(sheet, &point.id, &point.label);
    let event = point.event.as_deref().and_then(|id| index.event(id));
    fact(sheet, "of", &event.map(|e| with_id(&e.label, Some(&e.id))).unwrap_or_default());
    let status = match point.status {
        Status::Disputed => "disputed: the answers cannot all be true",
        Status::Refined => "refined: the answers can all be true, one more exact than another",
        Status::Agreed => "agreed: several reports, one answer",
        Status::Single => "one report, or copies of one",
    };
    fact(sheet, "verdict", status);
    fact(sheet, "since", &point.reason);
    for variant in &point.variants {
        sheet.blank();
        let counts = index.counts(&variant.reports, &variant.support);
        sheet.noted("", 0, &paint(HEAD, &value(&point.slot, &variant.value)), &counts);
        fact(sheet, "origins", &index.names(&variant.origins));
        variant.support.because.iter().for_each(|b| fact(sheet, "counted", b));
        statements(index, &variant.statements, sheet);
    }
    if !point.history.is_empty() {
        sheet.head("Before reports were edited");
    }
    for told in &point.history {
        sheet.para(0, &past(&index.name(&told.report), &point.slot, told));
        sheet.quote(2, &told.passage.text);
        fact(sheet, "correction", told.correction.as_deref().unwrap_or_default());
    }
}

/// Statements with their sentences and whose word they are.
pub(super) fn statements(index: &Index<'_>, ids: &[String], sheet: &mut Sheet) {
    for statement in ids.iter().filter_map(|id| index.statement(id)) {
        let id = format!("{:<4}", statement.id);
        sheet.hang(&format!("  {}", paint(FAINT, &id)), 6, &index.chain(statement));
        evidence(index, &statement.report, &statement.passage, sheet);
    }
}
