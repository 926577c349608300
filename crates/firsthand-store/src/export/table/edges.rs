//! Who has it from whom.

use super::{Cell, Column, Row, Table, flag, number, text, whole};
use crate::export::Dossier;
use firsthand_core::account::{Edge, Passage};

pub(super) const TABLE: Table = Table { name: "edges", columns: &COLUMNS, rows };

const COLUMNS: [Column; 21] = [
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
    flag("further"),
    number("confidence"),
    text("alternatives"),
    text("evidence"),
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
    let or = edge.or.iter().map(|o| match dossier.place(&o.to) {
        Some(place) => format!("{} {}", place.copy.first, o.odds),
        None => format!("{} {}", dossier.name(&o.to), o.odds),
    });
    let evidence = edge.evidence.iter().map(|e| format!("{}: {}", e.cue, e.says));
    let is_copy = edge.kind == "copies";
    row.extend([
        is_copy.then_some(edge.second).into(),
        edge.confidence.into(),
        joined(or.collect()),
        joined(evidence.collect()),
    ]);
    row
}

/// Parts of one cell, as in the other tables.
fn joined(parts: Vec<String>) -> Cell {
    (!parts.is_empty()).then(|| parts.join("; ")).into()
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
