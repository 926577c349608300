//! Which copies hang together? One task for all: a number for each report that is a copy of any.

use crate::id::Id;
use crate::rows::{Bond, Ends};
use crate::tables::Copy;
use crate::work::Desk;
use crate::{table, union::Union};
use anyhow::{Context, Result};
use firsthand_core::story::copy::Label;

/// The labels a row can have, by their words.
const LABELS: [Label; 5] =
    [Label::SharedQuotesOnly, Label::SharesPassages, Label::Excerpt, Label::Extends, Label::Reprint];

/// The label of these words.
pub(super) fn label(words: &str) -> Label {
    LABELS.into_iter().find(|l| l.words() == words).unwrap_or_default()
}

/// Joins all copies and hands out their bonds by component.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let buckets = desk.settings().buckets;
    let files = desk.files("verify", "copies")?;
    let mut union = Union::default();
    for file in &files {
        table::each(file, |row: Ends| {
            if label(&row.label).is_copy() {
                union.join(read(&row.first)?, read(&row.second)?);
            }
            Ok(())
        })?;
    }
    desk.count("copied", union.len());
    let mut sheet = desk.sheet::<Bond>("bonds")?;
    for file in &files {
        table::each(file, |row: Copy| {
            desk.count("copies", 1);
            let (first, second) = (union.root(read(&row.first)?), union.root(read(&row.second)?));
            let (Some(component), true) = (first, first == second) else { return Ok(()) };
            if label(&row.label) < Label::SharesPassages {
                return Ok(());
            }
            desk.count("bonds", 1);
            sheet.add(component.bucket(buckets), bond(component, row))
        })?;
    }
    desk.keep(sheet.close()?);
    Ok(())
}

pub(super) fn read(id: &str) -> Result<Id> {
    Id::read(id).with_context(|| format!("{id}: is no report's number"))
}

fn bond(component: Id, row: Copy) -> Bond {
    Bond {
        component,
        first: row.first,
        second: row.second,
        first_location: row.first_location,
        second_location: row.second_location,
        label: row.label,
        runs: row.runs,
        runs_first: row.runs_first,
        runs_second: row.runs_second,
    }
}
