//! Where the reports cannot all be right: each answer with a sentence that gives it.

use super::Measure;
use super::sheet::{DISPUTED, FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::{capital, clean, shorten, value};
use firsthand_core::account::{Point, Variant};

/// A sentence longer than this, in scalar values, is cut.
const SENTENCE: usize = 320;

/// Shows the disputes with their sentences.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let disputes = selection::disputes(index);
    if disputes.is_empty() {
        return;
    }
    sheet.head("WHERE THEY DISAGREE");
    for point in disputes.iter().take(most.disputes) {
        let mark = format!("{} ", paint(DISPUTED, "✗"));
        sheet.noted(&mark, 2, &paint(HEAD, &capital(&clean(&point.label))), &point.id);
        for variant in point.variants.iter().take(most.variants) {
            answer(index, point, variant, sheet);
        }
        sheet.more(4, point.variants.len(), most.variants);
        if !point.reason.is_empty() {
            sheet.para(2, &paint(FAINT, &clean(&point.reason)));
        }
    }
    sheet.more(0, disputes.len(), most.disputes);
}

/// Shows the disputes, a line or two each.
pub(super) fn brief(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let disputes = selection::disputes(index);
    if disputes.is_empty() {
        return;
    }
    sheet.head("WHERE THEY DISAGREE");
    for point in disputes.iter().take(most.disputes) {
        let answers: Vec<String> = point
            .variants
            .iter()
            .take(most.variants)
            .map(|v| format!("{} ({})", value(&point.slot, &v.value), index.names(&v.reports)))
            .collect();
        let mark = format!("{} ", paint(DISPUTED, "✗"));
        sheet.hang(&mark, 2, &format!("{}: {}", capital(&clean(&point.label)), answers.join(" or ")));
    }
    sheet.more(0, disputes.len(), most.disputes);
}

fn answer(index: &Index<'_>, point: &Point, variant: &Variant, sheet: &mut Sheet) {
    let counts = index.counts(&variant.reports, &variant.support);
    sheet.noted("  ", 2, &paint(DISPUTED, &value(&point.slot, &variant.value)), &counts);
    let Some(statement) = variant.statements.iter().find_map(|id| index.statement(id)) else {
        sheet.para(4, &paint(FAINT, &index.names(&variant.reports)));
        return;
    };
    sheet.quote(4, &shorten(&statement.passage.text, SENTENCE));
    let others: Vec<String> = variant.reports.iter().filter(|r| **r != statement.report).cloned().collect();
    let mut source = format!("— {}", index.chain(statement));
    if !others.is_empty() {
        source.push_str(&format!("; also {}", index.names(&others)));
    }
    sheet.hang("    ", 6, &paint(FAINT, &source));
}
