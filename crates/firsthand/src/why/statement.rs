//! Why a statement: its sentence, what was read out of it, and whose word it is.

use super::evidence::{evidence, fact, title};
use crate::index::Index;
use crate::show::sheet::Sheet;
use crate::wording::date;
use firsthand_core::account::Statement;

pub(super) fn explain(index: &Index<'_>, statement: &Statement, sheet: &mut Sheet) {
    title(sheet, &statement.id, &format!("a statement of {}", index.name(&statement.report)));
    evidence(index, &statement.report, &statement.passage, sheet);
    fact(sheet, "predicate", &statement.predicate.lemma);
    for argument in &statement.arguments {
        fact(sheet, &argument.role, &with_id(&argument.text, argument.entity.as_deref()));
    }
    if let Some(time) = &statement.time {
        fact(sheet, "when", &format!("{}, from “{}”", date(&time.value), time.text));
    }
    if let Some(place) = &statement.place {
        fact(sheet, "where", &with_id(&place.text, place.entity.as_deref()));
    }
    for amount in &statement.quantities {
        let high = amount.high.map(|h| format!(" to {h}")).unwrap_or_default();
        let unit = amount.unit.as_deref().unwrap_or("(no unit)");
        fact(
            sheet,
            "how many",
            &format!("{} {}{high} {unit}, from “{}”", amount.bound, amount.value, amount.text),
        );
    }
    fact(sheet, "said", &format!("{}, {}", statement.polarity, statement.certainty));
    sheet.head("Whose word it is");
    if statement.attribution.is_empty() {
        sheet.para(2, "the report's own: its sentence names no source");
    }
    for step in &statement.attribution {
        let source = with_id(&index.name(&step.source), Some(&step.source));
        sheet.hang("  ", 4, &format!("{source}, {}, by the rule {}", step.kind, step.rule));
        evidence(index, &statement.report, &step.passage, sheet);
    }
    if let Some(origin) = &statement.origin {
        fact(sheet, "enters the record with", &with_id(&index.name(origin), Some(origin)));
    }
    sheet.head("Where it is used");
    let event = statement.event.as_deref().and_then(|id| index.event(id));
    fact(sheet, "event", &event.map(|e| with_id(&e.label, Some(&e.id))).unwrap_or_default());
    for point in &index.account.points {
        if point.variants.iter().any(|v| v.statements.contains(&statement.id)) {
            fact(sheet, "point", &with_id(&point.label, Some(&point.id)));
        }
    }
}

/// `Port Sarnay (e3)`.
pub(super) fn with_id(text: &str, id: Option<&str>) -> String {
    id.map_or_else(|| text.to_owned(), |id| format!("{text} ({id})"))
}
