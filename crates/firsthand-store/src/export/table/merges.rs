//! What was put together, by which rule or by whose hand.

use super::{Cell, Column, Row, Table, text, whole};
use crate::export::{Decision, Dossier};

pub(super) const TABLE: Table = Table { name: "merges", columns: &COLUMNS, rows };

const COLUMNS: [Column; 8] = [
    whole("story"),
    text("what"),
    text("local"),
    text("name"),
    text("rule"),
    text("why"),
    text("when"),
    whole("report"),
];

/// Names that were taken for one. Nobody did it at a time: the same reports always give the same names.
fn rows(dossier: &Dossier) -> Vec<Row> {
    let mut rows = Vec::new();
    for entity in &dossier.account.entities {
        for reason in &entity.reasons {
            rows.push(vec![
                dossier.id.into(),
                "name".into(),
                (&entity.id).into(),
                (&entity.name).into(),
                (&reason.rule).into(),
                (&reason.because).into(),
                Cell::Empty,
                Cell::Empty,
            ]);
        }
    }
    rows
}

/// What was decided by hand and stands, in the order in which it was: a row for each report, with the story it was in before.
pub(super) fn decided(decisions: &[Decision]) -> Vec<Row> {
    let mut rows = Vec::new();
    for decision in decisions.iter().filter(|d| d.undone.is_none()) {
        for before in &decision.before {
            rows.push(vec![
                before.story.into(),
                (&decision.kind).into(),
                Cell::Empty,
                Cell::Empty,
                "by hand".into(),
                (&decision.detail).into(),
                (&decision.at).into(),
                before.report.into(),
            ]);
        }
    }
    rows
}
