//! Stories.

use super::{Column, Row, Table, text, whole};
use crate::export::{Dossier, id};
use firsthand_core::account::Measure;

pub(super) const TABLE: Table = Table { name: "stories", columns: &COLUMNS, rows };

const COLUMNS: [Column; 10] = [
    whole("story"),
    text("urn"),
    text("headline"),
    text("finding"),
    text("first_published"),
    text("last_published"),
    whole("reports"),
    whole("origins"),
    whole("origins_possible"),
    text("origins_state"),
];

fn rows(dossier: &Dossier) -> Vec<Row> {
    let story = &dossier.account.story;
    vec![vec![
        dossier.id.into(),
        id::story(dossier).into(),
        (&story.headline).into(),
        (&story.finding).into(),
        story.first_published.as_ref().into(),
        story.last_published.as_ref().into(),
        story.reports.into(),
        story.origins.into(),
        story.support.possible.into(),
        state(story.measure).into(),
    ]]
}

/// How far a count is measured, as a word.
pub(super) fn state(measure: Measure) -> &'static str {
    match measure {
        Measure::Measured => "measured",
        Measure::Partial => "partial",
        Measure::Unmeasured => "unmeasured",
    }
}
