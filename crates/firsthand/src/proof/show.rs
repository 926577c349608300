//! A proof on the terminal: what the page says of itself, then its blocks, kept and cut.

use super::{Block, Moment, Proof};
use crate::show::sheet::{AGREED, FAINT, Sheet, paint};
use crate::wording::{clean, count, date, shorten};

/// Of a block that was cut so many characters are shown.
const CUT: usize = 100;

/// Columns for what a block is.
const COLUMN: usize = 15;

/// Shows how a page was read.
pub fn proof(proof: &Proof, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    sheet.head(&clean(&proof.location));
    facts(proof, &mut sheet);
    sheet.head("BLOCKS");
    for block in &proof.blocks {
        one(block, &mut sheet);
    }
    let kept = proof.blocks.iter().filter(|b| b.kept).count();
    let cut = proof.blocks.len() - kept;
    sheet.blank();
    sheet.para(0, &paint(FAINT, &format!("{} kept, {cut} cut", count(kept, "block"))));
    for note in &proof.notes {
        sheet.para(0, &format!("! {}", clean(note)));
    }
    sheet.finish()
}

fn facts(proof: &Proof, sheet: &mut Sheet) {
    let credits: Vec<String> = proof.credits.iter().map(|c| format!("{} ({})", c.name, c.place)).collect();
    let dateline = proof.dateline.as_ref().map(|d| {
        let day = d.date.as_deref().map(date);
        [d.place.clone(), day, d.agency.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    for (key, value) in [
        ("read as", format!("{}, {}", proof.kind, proof.encoding)),
        ("language", text(&proof.language)),
        ("address", text(&proof.url)),
        ("outlet", text(&proof.outlet)),
        ("byline", proof.byline.join(", ")),
        ("desk", proof.desks.join(", ")),
        ("credits", credits.join(", ")),
        ("dateline", dateline.unwrap_or_default()),
    ] {
        fact(sheet, key, &value);
    }
    for line in &proof.credit_lines {
        fact(sheet, "credit line", line);
    }
    for remark in &proof.remarks {
        fact(sheet, remark.kind, &remark.text);
    }
    moment(sheet, "published", &proof.published);
    if !proof.updated.candidates.is_empty() {
        moment(sheet, "updated", &proof.updated);
    }
}

fn moment(sheet: &mut Sheet, key: &str, moment: &Moment) {
    let how = moment.rule.or(moment.how).map(|h| format!(" ({h})")).unwrap_or_default();
    fact(sheet, key, &moment.value.as_deref().map_or("not known".to_owned(), |v| date(v) + &how));
    for (n, candidate) in moment.candidates.iter().enumerate() {
        let chosen = if n == 0 && moment.value.is_some() { ", chosen" } else { "" };
        let line = format!("{} in {}{chosen}", candidate.value, candidate.place);
        sheet.hang(&" ".repeat(COLUMN), COLUMN, &paint(FAINT, &clean(&line)));
    }
}

fn fact(sheet: &mut Sheet, key: &str, value: &str) {
    if !value.is_empty() {
        sheet.hang(&paint(FAINT, &format!("{key:<COLUMN$}")), COLUMN, &clean(value));
    }
}

fn one(block: &Block, sheet: &mut Sheet) {
    let what = format!("{:<width$}", clean(&block.what), width = COLUMN - 2);
    if block.kept {
        sheet.hang(&format!("{} {what}", paint(AGREED, "+")), COLUMN, &clean(&block.text));
    } else {
        let first = paint(FAINT, &format!("- {what}"));
        sheet.hang(&first, COLUMN, &paint(FAINT, &shorten(&block.text, CUT)));
    }
}
