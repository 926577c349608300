//! What one report alone says.

use super::Measure;
use super::sheet::{FAINT, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::shorten;

/// A sentence longer than this, in scalar values, is cut.
const SENTENCE: usize = 160;

/// Shows the events of one report only, report by report, each with its sentence.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let found = selection::exclusive(index);
    if found.is_empty() {
        return;
    }
    sheet.head("SAID BY ONE REPORT ALONE");
    let mut of = "";
    for statement in found.iter().take(most.exclusive) {
        if statement.report != of {
            of = &statement.report;
            sheet.para(0, &format!("{}:", index.name(of)));
        }
        let sources: Vec<String> = statement.attribution.iter().map(|a| index.name(&a.source)).collect();
        let mut text = shorten(&statement.passage.text, SENTENCE).into_owned();
        if !sources.is_empty() {
            text.push_str(&paint(FAINT, &format!(" (from {})", sources.join(" ← "))));
        }
        sheet.noted("• ", 2, &text, &statement.id);
    }
    sheet.more(0, found.len(), most.exclusive);
}
