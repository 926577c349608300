//! What is known of a report, and where the page says so.

use super::evidence::{fact, title};
use super::lineage::sentence;
use crate::index::Index;
use crate::show::sheet::Sheet;
use crate::wording::{count, date, revision, sentences, shorten};
use firsthand_core::account::{Published, Report};

/// Of a dropped block so many scalar values are shown.
const BLOCK: usize = 70;
/// So many dropped blocks are shown.
const BLOCKS: usize = 40;

pub(super) fn explain(index: &Index<'_>, report: &Report, sheet: &mut Sheet) {
    title(sheet, &report.id, &index.name(&report.id));
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    fact(sheet, "location", &report.location);
    fact(sheet, "address", &text(&report.url));
    fact(sheet, "title", &text(&report.title));
    fact(sheet, "outlet", &text(&report.outlet));
    fact(sheet, "byline", &text(&report.byline));
    fact(sheet, "credits", &report.credits.join(" ← "));
    if let Some(line) = &report.dateline {
        let parts =
            [text(&line.place), line.date.as_deref().map(date).unwrap_or_default(), text(&line.agency)];
        fact(sheet, "dateline", &parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", "));
    }
    for line in &report.credit_lines {
        fact(sheet, "credit line", &line.text);
    }
    for remark in &report.remarks {
        fact(sheet, &remark.kind, &remark.text);
    }
    fact(sheet, "published", &published(&report.published));
    if let Some(updated) = &report.updated {
        fact(sheet, "updated", &published(updated));
    }
    fact(sheet, "language", &text(&report.language));
    fact(sheet, "body", &count(report.body.chars().count(), "character"));
    for caption in &report.captions {
        fact(sheet, "caption", caption);
    }
    for note in &report.notes {
        fact(sheet, "note", note);
    }
    for version in &report.versions {
        sheet.head(&revision(version));
        fact(sheet, "location", &version.location);
        for change in &version.changes {
            let (before, after) = sentences(change);
            fact(sheet, "was", before.unwrap_or("not there"));
            fact(sheet, "is", after.unwrap_or("gone"));
        }
    }
    let steps: Vec<_> =
        index.account.lineage.iter().filter(|l| l.from == report.id || l.to == report.id).collect();
    if !steps.is_empty() {
        sheet.head("Where it comes from, and who has it from there");
    }
    for edge in steps {
        fact(sheet, &edge.id, &sentence(index, edge));
    }
    if !report.dropped.is_empty() {
        sheet.head("Left out of the body");
    }
    for dropped in report.dropped.iter().take(BLOCKS) {
        fact(sheet, &dropped.why, &shorten(&dropped.text, BLOCK));
    }
    sheet.more(2, report.dropped.len(), BLOCKS);
}

fn published(known: &Published) -> String {
    let Some(value) = &known.value else { return "not known".into() };
    let how = known.how.as_deref().map(|how| format!(", {how}")).unwrap_or_default();
    let words = known.text.as_deref().map(|text| format!(", from “{text}”")).unwrap_or_default();
    let bytes = known.bytes.map(|[a, b]| format!(", bytes {a} to {b}")).unwrap_or_default();
    format!("{}{how}{words}{bytes}", date(value))
}
