//! What reports said before they were edited.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::{self, capital, clean, shorten};

/// A sentence longer than this, in scalar values, is cut.
const SENTENCE: usize = 240;

/// Shows the answers that were changed or withdrawn, each with the sentence as it was.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let revised = selection::revised(index);
    if revised.is_empty() {
        return;
    }
    sheet.head("WHAT WAS CORRECTED");
    for point in revised.iter().take(most.disputes) {
        sheet.noted("↺ ", 2, &paint(HEAD, &capital(&clean(&point.label))), &point.id);
        for past in &point.history {
            let name = index.name(&past.report);
            sheet.hang("  ", 4, &wording::past(&name, &point.slot, past));
            sheet.quote(4, &shorten(&past.passage.text, SENTENCE));
            if let Some(note) = &past.correction {
                sheet.para(4, &paint(FAINT, &clean(note)));
            }
        }
    }
    sheet.more(0, revised.len(), most.disputes);
}

/// A line for each, below the disputes where there are some.
pub(super) fn brief(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let revised = selection::revised(index);
    if revised.is_empty() {
        return;
    }
    if selection::disputes(index).is_empty() {
        sheet.head("WHAT WAS CORRECTED");
    }
    for point in revised.iter().take(most.disputes) {
        for past in &point.history {
            let told = wording::past(&index.name(&past.report), &point.slot, past);
            sheet.hang("↺ ", 2, &format!("{}: {told}", capital(&clean(&point.label))));
        }
    }
    sheet.more(0, revised.len(), most.disputes);
}
