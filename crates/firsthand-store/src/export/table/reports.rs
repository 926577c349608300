//! Reports, each version a row.

use super::{Column, Row, Table, flag, text, whole};
use crate::ReportRow;
use crate::export::{Dossier, id};

pub(super) const TABLE: Table = Table { name: "reports", columns: &COLUMNS, rows };

const COLUMNS: [Column; 19] = [
    whole("story"),
    whole("report"),
    whole("version"),
    flag("newest"),
    text("urn"),
    text("url"),
    text("location"),
    text("outlet"),
    text("title"),
    text("byline"),
    text("credits"),
    text("published"),
    text("published_how"),
    text("modified"),
    text("captured"),
    text("added"),
    text("language"),
    text("digest"),
    text("notes"),
];

fn rows(dossier: &Dossier) -> Vec<Row> {
    let mut rows: Vec<(i64, Row)> = Vec::new();
    for place in dossier.places() {
        rows.extend(place.earlier.iter().map(|copy| (copy.id, row(dossier, copy, None))));
        rows.push((place.copy.id, row(dossier, place.copy, Some(place.report))));
    }
    rows.sort_by_key(|(id, _)| *id);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Credits and notes are known of the newest version only: the account speaks of no other.
fn row(dossier: &Dossier, copy: &ReportRow, newest: Option<&firsthand_core::account::Report>) -> Row {
    let joined = |list: &[String]| (!list.is_empty()).then(|| list.join("; "));
    vec![
        dossier.id.into(),
        copy.first.into(),
        copy.id.into(),
        newest.is_some().into(),
        id::version(copy).into(),
        copy.url.as_ref().into(),
        (&copy.location).into(),
        copy.outlet.as_ref().into(),
        copy.title.as_ref().into(),
        copy.byline.as_ref().into(),
        newest.and_then(|r| joined(&r.credits)).into(),
        copy.published.as_ref().into(),
        copy.how.as_ref().into(),
        copy.updated.as_ref().into(),
        copy.crawled.as_ref().into(),
        (&copy.added).into(),
        copy.language.as_ref().into(),
        (&copy.digest).into(),
        newest.and_then(|r| joined(&r.notes)).into(),
    ]
}
