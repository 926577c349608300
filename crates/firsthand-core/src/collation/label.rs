//! Questions and answers in words.

use super::event::Event;
use super::point::Told;
use super::{Slot, Value, Variant};
use crate::statement::{Argument, Role, Statement};
use firsthand_text::language::{Annotated, Tag};

/// A value as account.json writes it.
pub fn value(told: &Told<'_>, value: &Value) -> String {
    value.written(told.names)
}

/// Why two answers are a dispute.
pub fn cannot_both(told: &Told<'_>, a: &Value, b: &Value) -> String {
    let words = |v: &Value| match v {
        Value::Amount(amount) => amount.in_words(),
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

/// What a statement says happened, in a few of its own words: agent, predicate, what it is done to or where.
pub fn happening(report: &Annotated, s: &Statement) -> String {
    let clip = |span: firsthand_text::Span| clip(report.text(span), 45);
    let verbal = report.tokens[s.predicate].tag == Tag::Verb;
    let by = |wanted: &dyn Fn(&Role) -> bool| s.arguments.iter().find(|a| wanted(&a.role));
    let agent = by(&|r| *r == Role::Agent);
    let patient = by(&|r| *r == Role::Patient);
    let with = s
        .arguments
        .iter()
        .filter(|a| !s.times.iter().any(|&t| report.times[t].span.meets(a.span)))
        .find(|a| matches!(&a.role, Role::With(p) if p != "according to") && a.head > s.predicate);
    let predicate = report.word(s.predicate).to_owned();
    let mut words: Vec<String> = Vec::new();
    match (verbal, agent, patient) {
        (true, Some(a), p) => {
            words.push(clip(a.span));
            words.push(predicate);
            words.extend(p.map(|p| clip(p.span)));
        }
        (true, None, Some(p)) if p.head < s.predicate => {
            words.push(clip(p.span));
            words.push(predicate);
        }
        (true, None, p) => {
            words.push(predicate);
            words.extend(p.map(|p| clip(p.span)));
        }
        (false, a, p) => {
            words.push(predicate);
            // `It was the worst fire` tells nothing of `it`.
            let names = |x: &&Argument| x.head != s.predicate && report.tokens[x.head].tag != Tag::Pron;
            words.extend(p.filter(names).or(a.filter(names)).map(|p| clip(p.span)));
        }
    }
    if let Some(a) = with
        && let Role::With(preposition) = &a.role
    {
        words.push(format!("{preposition} {}", clip(a.span)));
    }
    clip_words(&words.join(" "), 90)
}

/// The first so many characters, cut between words.
fn clip(text: &str, limit: usize) -> String {
    clip_words(&text.split_whitespace().collect::<Vec<_>>().join(" "), limit)
}

fn clip_words(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > limit {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out + " …"
}
