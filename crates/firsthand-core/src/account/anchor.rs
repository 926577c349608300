//! From which day does a report without a date speak?

use firsthand_text::language::Annotated;
use firsthand_text::language::time::{self, Anchor, TimeKind};
use jiff::civil;

/// For each report without a date of its own, the report with its times placed by the days of the others; None where
/// it has a date or where nothing supports one.
///
/// A day of another report is taken only where it is the weekday that the report itself names: `on Wednesday` in a
/// report without a date, beside reports of Wednesday the 24th. The date of publication itself stays absent.
pub(super) fn borrow(reports: &[&Annotated]) -> Vec<Option<Annotated>> {
    let mut days: Vec<civil::Date> = reports.iter().filter_map(|r| day(r)).collect();
    days.sort_unstable();
    days.dedup();
    let close = match (days.first(), days.last()) {
        (Some(a), Some(b)) => (*b - *a).get_days() <= 7,
        _ => false,
    };
    reports
        .iter()
        .map(|r| {
            if !close || day(r).is_some() {
                return None;
            }
            let named = weekdays(r);
            let anchor = days.iter().rev().find(|d| named.contains(&d.weekday().to_monday_one_offset()))?;
            let mut report = (*r).clone();
            let anchor = Anchor { published: Some(*anchor), ..Anchor::default() };
            let text = &report.report.text;
            report.times =
                time::resolve(text, &report.tokens, &report.sentences, &report.expressions, anchor);
            Some(report)
        })
        .collect()
}

fn day(report: &Annotated) -> Option<civil::Date> {
    let own = &report.report;
    own.published.day.or_else(|| own.dateline.as_ref().and_then(|d| d.date))
}

/// Weekdays the report names and could not place, Monday as 1.
fn weekdays(report: &Annotated) -> Vec<i8> {
    report
        .times
        .iter()
        .filter(|t| t.kind == TimeKind::Date && t.edtf.is_none())
        .filter_map(|t| t.timex.strip_prefix("XXXX-WXX-")?.get(..1)?.parse().ok())
        .collect()
}
