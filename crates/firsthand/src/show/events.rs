//! What happened: events with their answers to when, where, who and how many.

use super::Measure;
use super::sheet::{AGREED, DISPUTED, FAINT, HEAD, REFINED, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::{capital, clean, date, shorten, value};
use anstyle::Style;
use firsthand_core::account::{Event, Point, Status, Variant};

/// A sentence longer than this, in scalar values, is cut.
const SENTENCE: usize = 180;

/// Shows the events more than one report speaks of, or all where there is one report only.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let events = selection::shared(index);
    if events.is_empty() {
        return;
    }
    sheet.head("WHAT HAPPENED");
    for event in events.iter().take(most.events) {
        let counts = match event.reports.len() {
            0 | 1 => event.id.clone(),
            _ => format!("{} · {}", index.counts(&event.reports, &event.support), event.id),
        };
        sheet.noted("• ", 2, &paint(HEAD, &capital(&clean(&event.label))), &counts);
        let points: Vec<&Point> = index.points_of(&event.id).collect();
        for point in points.iter().take(most.points) {
            show_point(index, point, most, sheet);
        }
        sheet.more(4, points.len(), most.points);
        if points.is_empty() {
            without_points(index, event, sheet);
        }
    }
    sheet.more(0, events.len(), most.events);
}

/// Shows the events, a line each, and the first number of each.
pub(super) fn brief(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let events = selection::shared(index);
    if events.is_empty() {
        return;
    }
    sheet.head("WHAT HAPPENED");
    for event in events.iter().take(most.events) {
        let when = event.time.as_deref().map(|t| format!(", {}", date(t))).unwrap_or_default();
        let label = format!("{}{when}", capital(&clean(&event.label)));
        match event.reports.len() {
            0 | 1 => sheet.hang("• ", 2, &label),
            _ => sheet.noted("• ", 2, &label, &index.counts(&event.reports, &event.support)),
        }
        let numbers =
            index.points_of(&event.id).filter(|p| p.slot == "quantity" && p.status != Status::Disputed);
        for point in numbers.take(most.points) {
            sheet.hang("  ", 4, &format!("{}: {}", clean(&point.label), values(point, most.variants)));
        }
    }
    sheet.more(0, events.len(), most.events);
}

fn show_point(index: &Index<'_>, point: &Point, most: &Measure, sheet: &mut Sheet) {
    let (mark, style, word) = look(point.status);
    let first = format!("  {} ", paint(style, mark));
    let label = clean(&point.label);
    if let [only] = point.variants.as_slice() {
        sheet.noted(&first, 4, &format!("{label}: {}", answer(index, point, only)), &point.id);
        return;
    }
    if point.status == Status::Disputed {
        let text = format!("{label}: {} {}", values(point, most.variants), paint(style, "(see above)"));
        sheet.noted(&first, 4, &text, &point.id);
        return;
    }
    sheet.noted(&first, 4, &format!("{label} {}", paint(style, &format!("({word})"))), &point.id);
    for variant in point.variants.iter().take(most.variants) {
        sheet.hang("      ", 8, &answer(index, point, variant));
    }
    sheet.more(6, point.variants.len(), most.variants);
}

/// The answers to a point, without who gives them.
fn values(point: &Point, most: usize) -> String {
    let values: Vec<String> =
        point.variants.iter().take(most).map(|v| value(&point.slot, &v.value)).collect();
    values.join(if point.status == Status::Disputed { " or " } else { ", " })
}

fn answer(index: &Index<'_>, point: &Point, variant: &Variant) -> String {
    let outlets: Vec<String> = variant.reports.iter().map(|r| index.name(r)).collect();
    let origins: Vec<String> =
        variant.origins.iter().filter(|o| !outlets.contains(&index.name(o))).cloned().collect();
    let mut source = format!(" — {}", index.names(&variant.reports));
    if !origins.is_empty() {
        source.push_str(&format!("; from {}", index.names(&origins)));
    }
    format!("{}{}", value(&point.slot, &variant.value), paint(FAINT, &source))
}

fn without_points(index: &Index<'_>, event: &Event, sheet: &mut Sheet) {
    let Some(statement) = event.statements.iter().find_map(|id| index.statement(id)) else { return };
    sheet.quote(2, &shorten(&statement.passage.text, SENTENCE));
    sheet.para(2, &paint(FAINT, &format!("— {}", index.chain(statement))));
}

/// Mark, style and word of a status; the mark is there for those who see no colour.
fn look(status: Status) -> (&'static str, Style, &'static str) {
    match status {
        Status::Disputed => ("✗", DISPUTED, "disputed"),
        Status::Refined => ("≈", REFINED, "can all be true"),
        Status::Agreed => ("=", AGREED, "agreed"),
        Status::Single => ("·", FAINT, "one report"),
    }
}
