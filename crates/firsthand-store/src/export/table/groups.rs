//! Statements that answer one question, side by side: a row for each statement of each answer.

use super::{Column, Row, Table, stories, text, whole};
use crate::export::{Dossier, id};
use firsthand_core::account::Status;

pub(super) const TABLE: Table = Table { name: "groups", columns: &COLUMNS, rows };

const COLUMNS: [Column; 13] = [
    whole("story"),
    text("point"),
    text("event"),
    text("slot"),
    text("label"),
    text("relation"),
    whole("answer"),
    text("value"),
    text("statement"),
    whole("origins"),
    whole("origins_possible"),
    text("origins_state"),
    text("reason"),
];

fn rows(dossier: &Dossier) -> Vec<Row> {
    let account = &dossier.account;
    let mut rows = Vec::new();
    for point in &account.points {
        for (n, variant) in point.variants.iter().enumerate() {
            for statement in &variant.statements {
                let held = account.statements.iter().find(|s| s.id == *statement);
                let urn = held.and_then(|s| Some(id::statement(dossier.place(&s.report)?.copy, s)));
                rows.push(vec![
                    dossier.id.into(),
                    (&point.id).into(),
                    point.event.as_ref().into(),
                    (&point.slot).into(),
                    (&point.label).into(),
                    relation(point.status).into(),
                    (n + 1).into(),
                    (&variant.value).into(),
                    urn.into(),
                    variant.support.certain.into(),
                    variant.support.possible.into(),
                    stories::state(account.story.measure).into(),
                    (&point.reason).into(),
                ]);
            }
        }
    }
    rows
}

/// How the answers stand to one another, as a word.
fn relation(status: Status) -> &'static str {
    match status {
        Status::Disputed => "disputed",
        Status::Refined => "refined",
        Status::Agreed => "agreed",
        Status::Single => "single",
    }
}
