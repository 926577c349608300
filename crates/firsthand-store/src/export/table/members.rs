//! Which report is in which story, and why.

use super::{Column, Row, Table, text, whole};
use crate::export::Dossier;

pub(super) const TABLE: Table = Table { name: "members", columns: &COLUMNS, rows };

const COLUMNS: [Column; 5] = [whole("story"), whole("report"), whole("version"), text("local"), text("why")];

/// How the notes of an account begin that say why a report joined its story.
const JOINED: &str = "joined the story by ";

fn rows(dossier: &Dossier) -> Vec<Row> {
    let mut rows: Vec<(i64, Row)> = Vec::new();
    for place in dossier.places() {
        let why = place.report.notes.iter().find_map(|n| n.strip_prefix(JOINED));
        let row = vec![
            dossier.id.into(),
            place.copy.first.into(),
            place.copy.id.into(),
            (&place.report.id).into(),
            why.into(),
        ];
        rows.push((place.copy.first, row));
    }
    rows.sort_by_key(|(first, _)| *first);
    rows.into_iter().map(|(_, row)| row).collect()
}
