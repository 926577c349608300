//! Where two reports tell one happening in all but one thing: another place, another doer, or that it was not.

use super::event::Event;
use super::label;
use super::likeness::likeness;
use super::point::Told;
use super::scope::is_firm;
use super::value::{Date, Standing};
use super::{Point, Slot, Value, Variant, filler};
use crate::account::Status;
use crate::statement::{Certainty, Role, Statement};
use firsthand_text::language::{NameKind, Tag, place};

/// Two sentences with this much in common, by their rare words, and by their participants, tell one happening where their days
/// are the same too. Set on sentences of fiction (docs/quality.md); the gold accounts lose nothing by it.
const WORDS: f64 = 0.5;
const PARTIES: f64 = 0.4;

/// The points of the places, doers and denials in which two statements of different reports that are otherwise one clash.
pub fn points(told: &Told<'_>, events: &[Event], of: &[usize], known: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for s in 0..told.statements.len() {
        for t in s + 1..told.statements.len() {
            if told.statements[s].report == told.statements[t].report || !twins(told, s, t) {
                continue;
            }
            let Some(point) = clash(told, events, of, s, t) else { continue };
            let same =
                |p: &Point| p.slot == point.slot && p.status == Status::Disputed && p.event == point.event;
            if !known.iter().chain(&out).any(same) {
                out.push(point);
            }
        }
    }
    out
}

/// Whether two statements tell one happening, on one day, as far as words and participants go.
fn twins(told: &Told<'_>, s: usize, t: usize) -> bool {
    let (a, b) = (&told.statements[s], &told.statements[t]);
    let verb = |x: &Statement| told.reports[x.report].tokens[x.predicate].tag == Tag::Verb;
    if !verb(a) || !verb(b) {
        return false;
    }
    let l = likeness(&told.features[s], &told.features[t]);
    l.predicate >= 0.85
        && l.words >= WORDS
        && l.parties >= PARTIES
        && same_days(told, a, b)
        && same_counts(told, a, b)
}

/// Whether both give a day, and the same.
fn same_days(told: &Told<'_>, a: &Statement, b: &Statement) -> bool {
    let days = |s: &Statement| -> Vec<Date> {
        s.times.iter().filter_map(|&t| Date::of(&told.reports[s.report].times[t])).collect()
    };
    let (x, y) = (days(a), days(b));
    !x.is_empty()
        && x.iter().any(|d| d.is_day() && y.iter().any(|e| e.is_day() && d.standing(e) == Standing::Same))
}

/// Whether no number of the one stands apart from all of the other.
fn same_counts(told: &Told<'_>, a: &Statement, b: &Statement) -> bool {
    let counts = |s: &Statement| -> Vec<f64> {
        s.quantities.iter().map(|&q| told.reports[s.report].quantities[q].low).collect()
    };
    let (x, y) = (counts(a), counts(b));
    x.is_empty() || y.is_empty() || x.iter().any(|n| y.contains(n))
}

/// The one thing in which two statements of one happening clash, if it is one.
fn clash(told: &Told<'_>, events: &[Event], of: &[usize], s: usize, t: usize) -> Option<Point> {
    let (firm, other) = (is_firm(told, s), is_firm(told, t));
    let (a, b) = (&told.statements[s], &told.statements[t]);
    let place = places(told, a, b);
    let doer = doers(told, a, b);
    match (firm, other, place, doer) {
        (true, true, Some((x, y)), None) => {
            point(told, events, of, Slot::Place, (s, Value::Entity(x)), (t, Value::Entity(y)))
        }
        (true, true, None, Some((x, y))) => {
            let person = told.names.entities[x].kind == NameKind::Person;
            let slot = if person { Slot::Person } else { Slot::Organisation };
            point(told, events, of, slot, (s, Value::Entity(x)), (t, Value::Entity(y)))
        }
        (true, false, None, None) if plainly_not(told, b) => denied(told, of, s, t),
        (false, true, None, None) if plainly_not(told, a) => denied(told, of, t, s),
        _ => None,
    }
}

/// Whether a statement says in its report's own words that it did not happen.
fn plainly_not(told: &Told<'_>, s: &Statement) -> bool {
    s.negative
        && s.certainty == Certainty::Asserted
        && told.reports[s.report].tokens[s.predicate].tag == Tag::Verb
}

/// The places of the same part that lie apart, where each statement has one.
fn places(told: &Told<'_>, a: &Statement, b: &Statement) -> Option<(usize, usize)> {
    let named = |s: &Statement| -> Vec<(&'static str, usize)> {
        let all = s.arguments.iter().chain(&s.nearby).filter_map(|x| Some((&x.role, x.entity?)));
        all.filter(|(_, e)| told.names.entities[*e].kind.is_place())
            .map(|(role, e)| (filler::whereabouts(role, s), e))
            .filter(|(key, _)| !key.is_empty())
            .collect()
    };
    let (x, y) = (named(a), named(b));
    let name = |e: usize| told.names.entities[e].name.as_str();
    let meet =
        |p: usize, q: usize| p == q || place::within(name(p), name(q)) || place::within(name(q), name(p));
    if x.iter().any(|p| y.iter().any(|q| meet(p.1, q.1))) {
        return None;
    }
    x.iter().find_map(|p| y.iter().find(|q| q.0 == p.0).map(|q| (p.1, q.1)))
}

/// The doers, of one kind and not the same.
fn doers(told: &Told<'_>, a: &Statement, b: &Statement) -> Option<(usize, usize)> {
    let agent = |s: &Statement| s.arguments.iter().find(|x| x.role == Role::Agent).and_then(|x| x.entity);
    let (x, y) = (agent(a)?, agent(b)?);
    let kind = |e: usize| told.names.entities[e].kind;
    let party = |k: NameKind| matches!(k, NameKind::Person | NameKind::Organisation);
    (x != y && party(kind(x)) && party(kind(y))).then_some((x, y))
}

fn point(
    told: &Told<'_>,
    events: &[Event],
    of: &[usize],
    slot: Slot,
    (s, x): (usize, Value),
    (t, y): (usize, Value),
) -> Option<Point> {
    let variant = |s: usize, value: Value| Variant {
        value,
        statements: vec![s],
        reports: vec![told.statements[s].report],
    };
    let variants = vec![variant(s, x), variant(t, y)];
    let event = events.get(of[s])?;
    let label = label::question(told, slot, event, &variants[0], false);
    let words = |n: usize| label::value(told, &variants[n].value);
    let reason = format!("{} and {} cannot both be true of the same happening", words(0), words(1));
    let status = Status::Disputed;
    Some(Point {
        event: Some(of[s]),
        slot,
        key: String::new(),
        label,
        status,
        reason,
        variants,
        aside: false,
        denied: false,
    })
}

/// That it happened against that it did not.
fn denied(told: &Told<'_>, of: &[usize], yes: usize, no: usize) -> Option<Point> {
    let words = |s: usize| label::own_words(told.reports[told.statements[s].report], &told.statements[s]);
    let variant = |s: usize| Variant {
        value: Value::Text(words(s)),
        statements: vec![s],
        reports: vec![told.statements[s].report],
    };
    Some(Point {
        event: Some(of[yes]),
        slot: Slot::Text,
        key: String::new(),
        label: format!("whether {}", words(yes)),
        status: Status::Disputed,
        reason: format!("some say “{}”, others “{}”", words(yes), words(no)),
        variants: vec![variant(yes), variant(no)],
        aside: false,
        denied: true,
    })
}
