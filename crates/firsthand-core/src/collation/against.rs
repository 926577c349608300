//! Where does one report set one source against another?

use super::likeness::likeness;
use super::point::Told;
use super::scope::{is_firm, share_date};
use super::value::Standing;
use super::verdict::standing;
use super::{Value, Variant};
use crate::statement::Role;
use firsthand_text::language::number::QuantityKind;

/// Whether one report sets two sources against one another: the same measure, nearly the same amount, each by a source
/// of its own (`state television says a 5.2 quake`, `the survey put it at 5.4`).
pub fn set_against(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&a.value, &b.value) else { return false };
    let near = p.low.min(q.low) > 0.0 && p.high.max(q.high) <= 1.25 * p.low.min(q.low);
    if p.unit != q.unit
        || p.kind != QuantityKind::Measure
        || !near
        || standing(told, &a.value, &b.value) != Standing::Apart
    {
        return false;
    }
    a.statements.iter().any(|&s| {
        b.statements.iter().any(|&t| {
            let l = likeness(&told.features[s], &told.features[t]);
            told.statements[s].report == told.statements[t].report
                && is_firm(told, s)
                && is_firm(told, t)
                && (share_date(told, s, t)
                    || told.features[s].around.is_empty()
                    || told.features[t].around.is_empty())
                && l.words > 0.1
                && matches!((source(told, s), source(told, t)), (Some(x), Some(y)) if x != y)
        })
    })
}

/// Who gives a figure: the innermost source of the statement, or whoever puts or estimates it.
fn source(told: &Told<'_>, s: usize) -> Option<String> {
    const GIVE: [&str; 8] = ["put", "estimate", "measure", "rate", "calculate", "register", "record", "give"];
    let statement = &told.statements[s];
    let entity = |e: usize| told.names.entities[e].name.clone();
    if let Some(a) = statement.attribution.last() {
        return Some(a.source.entity.map_or_else(|| a.source.name.to_lowercase(), entity));
    }
    if !GIVE.contains(&statement.lemma.as_str()) {
        return None;
    }
    let agent = statement.arguments.iter().find(|a| a.role == Role::Agent)?;
    let words = || told.reports[statement.report].text(agent.span).to_lowercase();
    Some(agent.entity.map_or_else(words, entity))
}
