//! Two numbers that make a range: `between 20 and 30`, `13 to 15`, `three or four`, `20 to 24 percent`.

use super::lexeme::Kind;
use super::numeral::{self, Numeral};
use super::read::{Found, amount, apply, finish, plain, richter, scale_of};
use super::refuse::refused;
use super::section::Section;
use super::unit::{self, Unit};
use super::{QuantityKind, age};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    To,
    Dash,
    And,
    Or,
}

/// What may join two ends of a range, and one past it.
pub(super) fn connector(s: &Section, from: usize, end: usize) -> Option<(Link, usize)> {
    let next = end + 1;
    Some(match s.word(end) {
        "to" => (Link::To, next),
        "-" | "–" | "—" | "‑" if s.lexemes.glued(end) || s.lexemes.glued(next) => {
            // `five-to-seven`
            if s.word(next) == "to" {
                (Link::To, next + 1 + usize::from(s.word(next + 1) == "-"))
            } else {
                (Link::Dash, next)
            }
        }
        "and" if between(s, from) => (Link::And, next),
        "and" => (Link::And, next),
        "or" => (Link::Or, next),
        _ => return None,
    })
}

pub(super) fn between(s: &Section, from: usize) -> bool {
    (1..=2).any(|back| s.before(from, back) == "between")
}

/// The first lexeme of a range: `between`, `from`, where they stand right before it.
pub(super) fn range_start(s: &Section, from: usize) -> usize {
    if matches!(s.before(from, 1), "between" | "from") { from - 1 } else { from }
}

/// Whether the words before `from` tell of a change, so that `from 3 to 12` are two values.
pub(super) fn changes(s: &Section, from: usize) -> bool {
    if s.before(from, 1) != "from" {
        return false;
    }
    (2..=5).any(|back| {
        let word = s.before(from, back);
        matches!(
            word,
            "rose"
                | "rise"
                | "rises"
                | "risen"
                | "fell"
                | "fall"
                | "falls"
                | "fallen"
                | "grew"
                | "grow"
                | "grown"
                | "cut"
                | "up"
                | "down"
                | "went"
                | "shrank"
                | "slid"
                | "sank"
                | "doubled"
                | "tripled"
                | "raise"
                | "increase"
                | "decrease"
                | "drop"
                | "climb"
                | "reduce"
                | "lower"
                | "boost"
                | "toll"
                | "number"
        ) || matches!(
            word,
            "increased"
                | "decreased"
                | "dropped"
                | "climbed"
                | "jumped"
                | "declined"
                | "raised"
                | "reduced"
                | "lowered"
                | "boosted"
                | "narrowed"
                | "widened"
                | "soared"
                | "plunged"
                | "revised"
                | "upgraded"
                | "expanded"
                | "slipped"
                | "surged"
                | "changed"
        )
    })
}

/// Two numbers that make a range: `between 20 and 30`, `13 to 15`, `three or four`, `20 to 24 percent`.
pub(super) fn ranged(s: &Section, i: usize, first: &Numeral, first_unit: Option<&Unit>) -> Option<Found> {
    let after_unit = first_unit.map(|u| u.end);
    let try_at = [Some(first.end), after_unit];
    let (link, next, spelled) = try_at.into_iter().flatten().find_map(|end| {
        let (link, next) = connector(s, i, end)?;
        (next < s.to && numeral::read(s.lexemes, next, s.to).is_some()).then_some((
            link,
            next,
            end != first.end,
        ))
    })?;
    let second = amount(s, next, false)?;
    let unit = unit::read(s.lexemes, second.end, s.to, second.scaled);
    let scaled = second.scaled && !first.scaled && !spelled && first.value < 1000.0;
    let by = if scaled && second.digits { scale_of(s, next, &second) } else { 1.0 };
    let low = first.value * by;
    if low >= second.value {
        return None;
    }
    if spelled && unit.as_ref().map(|u| &u.name) != first_unit.map(|u| &u.name) {
        return None;
    }
    let aged_behind = age::behind(s, second.end);
    let aged_before =
        age::before(s, i).or_else(|| (s.before(i, 1) == "between").then(|| age::before(s, i - 1)).flatten());
    let close = second.value - low <= 2.0 || second.value <= low * 1.5;
    let fits = match link {
        Link::To => !changes(s, i) && (second.value < low * 1000.0),
        Link::Dash => {
            !refused(s, i, first, unit.is_some() || aged_behind.is_some()) && second.value < low * 100.0
        }
        Link::And => between(s, i) || aged_behind.is_some() && close || aged_before.is_some() && close,
        Link::Or => close && !first.digits || aged_behind.is_some() || aged_before.is_some(),
    };
    if !fits || link != Link::Dash && refused(s, i, first, true) {
        return None;
    }
    let mut found = Found { high: second.value, ..plain(i, second.end, low, QuantityKind::Count, None) };
    found.from = range_start(s, i);
    if let Some(end) = aged_behind {
        found = Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), end, ..found };
    } else if let Some(from) = aged_before.filter(|_| second.value < 130.0) {
        found = Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), from, ..found };
    } else if let Some(unit) = unit {
        apply(&mut found, unit);
    } else if let Some(end) = richter(s, second.end) {
        found = Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), end, ..found };
    } else if matches!(link, Link::Dash) && !counted_follows(s, second.end) {
        return None;
    }
    Some(finish(s, found))
}

pub(super) fn counted_follows(s: &Section, end: usize) -> bool {
    end < s.to && s.lexemes.is(end, Kind::Word)
}
