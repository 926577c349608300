//! The happenings in order of time.

use super::Measure;
use super::sheet::{FAINT, Sheet, paint};
use crate::index::Index;
use crate::wording::{capital, clean, date};
use firsthand_core::account::Moment;
use textwrap::core::display_width;

/// The column of dates is never wider than this.
const COLUMN: usize = 24;

/// Shows the timeline, a date once.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let moments = &index.account.timeline;
    if moments.is_empty() {
        return;
    }
    sheet.head("TIMELINE");
    let shown: Vec<(String, &Moment)> =
        moments.iter().take(most.moments).map(|m| (date(&m.when), m)).collect();
    let column = shown.iter().map(|(day, _)| display_width(day)).max().unwrap_or(0).min(COLUMN);
    let mut before = "";
    for (day, moment) in &shown {
        let first = if day == before { "" } else { day };
        before = day;
        let pad = " ".repeat(column.saturating_sub(display_width(first)));
        let by = paint(FAINT, &format!(" — {}", index.names(&moment.reports)));
        let by = if moment.reports.is_empty() { "" } else { &by };
        sheet.hang(
            &format!("{first}{pad}  "),
            column + 2,
            &format!("{}{by}", capital(&clean(&moment.label))),
        );
    }
    sheet.more(0, moments.len(), most.moments);
}
