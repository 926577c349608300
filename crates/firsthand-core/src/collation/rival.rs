//! Are two statements of two persons, bodies or places, so that what each says is of its own?

use super::point::Told;
use super::value::Amount;
use crate::statement::{Argument, Role};
use firsthand_text::language::{NameKind, country};

/// Whether two statements name different persons, organisations or ships in the same part: what the one did the other did
/// not.
pub(super) fn rivals(told: &Told<'_>, s: usize, t: usize) -> bool {
    let named = |s: usize, part: &Role| {
        told.statements[s].arguments.iter().find(|a| a.role == *part).and_then(|a| a.entity)
    };
    let moves = |e: usize| {
        !matches!(told.names.entities[e].kind, NameKind::Place | NameKind::Facility | NameKind::Event)
    };
    [Role::Agent, Role::Patient].iter().any(|part| match (named(s, part), named(t, part)) {
        (Some(a), Some(b)) => a != b && moves(a) && moves(b),
        _ => false,
    })
}

/// Whether two statements name persons or bodies, and none in common.
pub(super) fn strangers(told: &Told<'_>, s: usize, t: usize) -> bool {
    let named = |s: usize| -> Vec<usize> {
        let s = &told.statements[s];
        let party =
            |e: &usize| matches!(told.names.entities[*e].kind, NameKind::Person | NameKind::Organisation);
        s.arguments.iter().chain(&s.nearby).filter_map(|a| a.entity).filter(party).collect()
    };
    let (a, b) = (named(s), named(t));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|e| b.contains(e))
}

/// Whether two ages are of one named person: ages of two people are no dispute.
pub(super) fn of_one_person(told: &Told<'_>, (x, s): (&Amount, usize), (y, t): (&Amount, usize)) -> bool {
    let (a, b) = (aged(told, x, s), aged(told, y, t));
    a.iter().any(|e| b.contains(e))
}

/// Whose age it may be: the person in whose words it stands (`Oskar Brenn, 51, died`).
fn aged(told: &Told<'_>, x: &Amount, s: usize) -> Vec<usize> {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    let mut ages = statement.quantities.iter().map(|&q| report.quantities[q].number);
    let age = ages.find(|n| report.quantities.iter().any(|q| q.number == *n && q.low == x.low));
    let parts = || statement.arguments.iter().filter(|a| matches!(a.role, Role::Agent | Role::Patient));
    let holds = |a: &&Argument| age.is_some_and(|n| a.span.holds(n));
    let person = |a: &Argument| a.entity.filter(|&e| told.names.entities[e].kind == NameKind::Person);
    if parts().any(|a| holds(&a)) {
        return parts().filter(holds).filter_map(person).collect();
    }
    // `Brenn is 51`.
    let says_age = matches!(statement.lemma.as_str(), "be" | "turn" | "age" | "aged");
    if says_age { parts().filter_map(person).collect() } else { Vec::new() }
}

/// Whether two statements name places, and none of one lies in one of the other: two attacks, not one told twice. A country
/// alone says nothing.
pub(super) fn elsewhere(told: &Told<'_>, s: usize, t: usize) -> bool {
    let places = |s: usize| -> Vec<usize> {
        let statement = &told.statements[s];
        let sentence = told.reports[statement.report].sentences[statement.sentence].span;
        let mentions = told.names.mentions.get(statement.report).map_or(&[][..], Vec::as_slice);
        mentions
            .iter()
            .filter(|m| sentence.holds(m.span) && told.names.entities[m.entity].kind == NameKind::Place)
            .map(|m| m.entity)
            .collect()
    };
    let (a, b) = (places(s), places(t));
    let name = |e: usize| told.names.entities[e].name.as_str();
    let local =
        |list: &[usize]| list.iter().any(|&e| country::of(name(e)).is_none_or(|c| c.capital == name(e)));
    local(&a) && local(&b) && !a.iter().any(|&x| b.iter().any(|&y| told.meet(x, y)))
}
