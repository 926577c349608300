//! Questions and answers in words.

use super::event::Event;
use super::gist::{clip, happening};
use super::point::Told;
use super::{Slot, Value, Variant, spoken};
use crate::statement::{Role, Statement};
use firsthand_text::language::Annotated;

/// A value as account.json writes it.
pub fn value(told: &Told<'_>, value: &Value) -> String {
    value.written(told.names)
}

/// Why two answers are a dispute.
pub fn cannot_both(told: &Told<'_>, a: &Value, b: &Value) -> String {
    let words = |v: &Value| match v {
        Value::Amount(amount) => amount.in_words(),
        Value::Date(date) => spoken::date(&date.edtf),
        _ => value(told, v),
    };
    format!("{} and {} cannot both be true of the same happening", words(a), words(b))
}

/// Whether two names have a word in common: one name in two spellings, or two of one family.
pub fn share_a_word(a: &str, b: &str) -> bool {
    a.split([' ', '-']).any(|x| x.len() > 2 && b.split([' ', '-']).any(|y| x.eq_ignore_ascii_case(y)))
}

/// A statement in its own words, from doer to what it is done to.
pub fn own_words(report: &Annotated, s: &Statement) -> String {
    let mut span = report.tokens[s.predicate].span;
    for a in s.arguments.iter().filter(|a| matches!(a.role, Role::Agent | Role::Patient)) {
        span.start = span.start.min(a.span.start);
        span.end = span.end.max(a.span.end);
    }
    clip(report.text(span), 90)
}

/// The question a point answers.
pub fn question(told: &Told<'_>, slot: Slot, event: &Event, main: &Variant, aside: bool) -> String {
    let statement = main.statements.first().or(event.statements.first()).map(|&s| &told.statements[s]);
    let Some(s) = statement else { return String::new() };
    let what = happening(told.reports[s.report], s);
    let asked = match slot {
        Slot::Date => "when".to_owned(),
        Slot::Place if aside => "place named".to_owned(),
        Slot::Place => "where".to_owned(),
        Slot::Person => "who".to_owned(),
        Slot::Organisation => "which organisation".to_owned(),
        Slot::Text => "whether".to_owned(),
        Slot::Quantity => match &main.value {
            Value::Amount(a) => match (&a.unit, &a.noun) {
                (_, Some(noun)) => format!("how many {noun}"),
                (Some(unit), None) if is_length_of_time(unit) => format!("how many {unit}s"),
                _ => "how much".to_owned(),
            },
            _ => "how many".to_owned(),
        },
    };
    format!("{asked}: {what}")
}

fn is_length_of_time(unit: &str) -> bool {
    matches!(unit, "year" | "month" | "week" | "day" | "hour" | "minute")
}
