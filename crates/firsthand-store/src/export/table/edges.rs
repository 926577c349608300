//! Who has it from whom.

use super::{Cell, Column, Row, Table, number, text, whole};
use crate::export::Dossier;
use firsthand_core::account::{Edge, Passage};

pub(super) const TABLE: Table = Table { name: "edges", columns: &COLUMNS, rows };

const COLUMNS: [Column; 17] = [
    whole("story"),
    text("local"),
    whole("child"),
    text("child_name"),
    whole("parent"),
    text("parent_name"),
    text("kind"),
    text("child_part"),
    whole("child_start"),
    whole("child_end"),
    text("child_text"),
    text("parent_part"),
    whole("parent_start"),
    whole("parent_end"),
    text("parent_text"),
    number("coverage"),
    text("reason"),
];

fn rows(dossier: &Dossier) -> Vec<Row> {
    dossier.account.lineage.iter().map(|edge| row(dossier, edge)).collect()
}

/// `child` and `parent` are numbers of reports; empty where it is an origin of which no report is held.
fn row(dossier: &Dossier, edge: &Edge) -> Row {
    let report = |id: &str| Cell::from(dossier.place(id).map(|p| p.copy.first));
    let passage = |of: &str| edge.passages.iter().find(|p| p.report.as_deref() == Some(of));
    let mut row: Row = vec![
        dossier.id.into(),
        (&edge.id).into(),
        report(&edge.from),
        dossier.name(&edge.from).into(),
        report(&edge.to),
        dossier.name(&edge.to).into(),
        (&edge.kind).into(),
    ];
    row.extend(span(passage(&edge.from)));
    row.extend(span(passage(&edge.to)));
    row.extend([edge.share.into(), (&edge.reason).into()]);
    row
}

fn span(passage: Option<&Passage>) -> [Cell; 4] {
    let part = |p: &Passage| p.part.clone().unwrap_or_else(|| "body".into());
    [
        passage.map(part).into(),
        passage.map(|p| p.start).into(),
        passage.map(|p| p.end).into(),
        passage.map(|p| &p.text).into(),
    ]
}
