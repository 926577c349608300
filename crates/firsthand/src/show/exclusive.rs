//! What one origin alone says.

use super::Measure;
use super::sheet::{FAINT, Sheet, paint};
use crate::index::Index;
use crate::wording::shorten;

/// A sentence longer than this, in scalar values, is cut.
const SENTENCE: usize = 160;

/// Shows what one origin alone says, each with its sentence: what matters most to the story first.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let exclusives = &index.account.exclusives;
    if exclusives.is_empty() {
        return;
    }
    sheet.head("SAID BY ONE ORIGIN ALONE");
    for exclusive in exclusives.iter().take(most.exclusive) {
        let Some(statement) = index.statement(&exclusive.statement) else { continue };
        // The sentence may be an item of a list itself.
        let text = statement.passage.text.trim_start_matches(['•', '*', ' ']);
        sheet.noted("• ", 2, &shorten(text, SENTENCE), &statement.id);
        let mut source = format!("— {}", index.chain(statement));
        let others: Vec<String> =
            exclusive.reports.iter().filter(|r| **r != statement.report).cloned().collect();
        if !others.is_empty() {
            source.push_str(&format!("; the same in {}", index.names(&others)));
        }
        sheet.hang("  ", 4, &paint(FAINT, &source));
    }
    sheet.more(0, exclusives.len(), most.exclusive);
}
