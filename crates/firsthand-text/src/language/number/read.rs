//! Reads one quantity: number, scale, unit, bound.

use super::currency::currency_before;
use super::figure;
use super::lexeme::Kind;
use super::numeral::{self, Numeral};
use super::range::ranged;
use super::refuse::refused;
use super::section::Section;
use super::shape::plural;
use super::unit::{self, Unit};
use super::{Bound, QuantityKind, age, bound, money::money, vague};

/// A quantity in terms of lexemes.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) number: (usize, usize),
    pub(super) end: usize,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) bound: Bound,
    pub(super) kind: QuantityKind,
    pub(super) unit: Option<String>,
}

/// The quantity that begins here.
pub(super) fn quantity(s: &Section, i: usize) -> Option<Found> {
    if let Some((code, at)) = currency_before(s.lexemes, i, s.to) {
        return money(s, i, code, at);
    }
    if let Some(found) = negative(s, i) {
        return Some(found);
    }
    if let Some((low, high, end)) = vague::read(s.lexemes, i, s.to) {
        return Some(finish(s, vague_found(s, i, low, high, end)));
    }
    if let Some((value, end)) = vague::part(s.lexemes, i, s.to) {
        return Some(finish(s, plain(i, end, value, QuantityKind::Count, None)));
    }
    if let Some((value, end)) = vague::dozen(s.lexemes, i, s.to) {
        return Some(finish(s, plain(i, end, value, QuantityKind::Count, None)));
    }
    if let Some(found) = ordinal(s, i) {
        return Some(found);
    }
    let first = amount(s, i, false)?;
    let counted_time = unit::read(s.lexemes, first.end, s.to, first.scaled);
    let measured = counted_time.is_some() || age::before(s, i).is_some();
    if let Some(found) = ranged(s, i, &first, counted_time.as_ref()) {
        return Some(found);
    }
    if refused(s, i, &first, measured) {
        return None;
    }
    Some(finish(s, single(s, i, &first, counted_time)))
}

/// `minus 5 degrees`, `minus-130`, `-4%`.
pub(super) fn negative(s: &Section, i: usize) -> Option<Found> {
    let minus = s.word(i) == "minus";
    let sign =
        matches!(s.word(i), "−" | "-") && !(i > s.from && s.lexemes.glued(i)) && s.lexemes.glued(i + 1);
    if !minus && !sign {
        return None;
    }
    let at = if minus && s.word(i + 1) == "-" { i + 2 } else { i + 1 };
    let numeral = numeral::read(s.lexemes, at, s.to).filter(|n| n.digits && at < s.to)?;
    let unit = unit::read(s.lexemes, numeral.end, s.to, numeral.scaled);
    if sign && !unit.as_ref().is_some_and(|u| matches!(u.kind, QuantityKind::Percent | QuantityKind::Measure))
    {
        return None;
    }
    let mut found = plain(i, numeral.end, -numeral.value, QuantityKind::Count, None);
    if let Some(unit) = unit {
        apply(&mut found, unit);
    }
    Some(finish(s, found))
}

pub(super) fn plain(i: usize, end: usize, value: f64, kind: QuantityKind, unit: Option<String>) -> Found {
    Found { from: i, number: (i, end), end, low: value, high: value, bound: Bound::Exact, kind, unit }
}

pub(super) fn vague_found(s: &Section, i: usize, low: f64, high: f64, end: usize) -> Found {
    let mut found = Found { high, bound: Bound::About, ..plain(i, end, low, QuantityKind::Count, None) };
    // `millions of dollars`, `hundreds of kilometres`
    let at = if s.word(end) == "of" { end + 1 } else { end };
    if let Some(unit) = unit::read(s.lexemes, at, s.to, low >= 1e5) {
        apply(&mut found, unit);
    }
    found
}

/// A numeral with the letter of scale that may be glued to it.
pub(super) fn amount(s: &Section, i: usize, money: bool) -> Option<Numeral> {
    let mut numeral = numeral::read(s.lexemes, i, s.to)?;
    if i >= s.to {
        return None;
    }
    if numeral.digits && !numeral.scaled && numeral.end < s.to && s.lexemes.glued(numeral.end) {
        // `1.2m tonnes`: millions where something counted follows.
        let counted = matches!(s.lexemes.raw(numeral.end), "m" | "M") && counts(s, numeral.end + 1);
        let money = money || counted;
        if let Some(by) = figure::scale_letter(s.lexemes.raw(numeral.end), money) {
            numeral = Numeral { value: numeral.value * by, end: numeral.end + 1, scaled: true, ..numeral };
        }
    } else if numeral.digits
        && !numeral.scaled
        && numeral.end < s.to
        && matches!(s.word(numeral.end), "bn" | "mn" | "mln" | "bln")
    {
        let by = figure::scale_letter(s.word(numeral.end), money)?;
        numeral = Numeral { value: numeral.value * by, end: numeral.end + 1, scaled: true, ..numeral };
    }
    // `two dozen`
    if s.word(numeral.end) == "dozen" && numeral.value < 100.0 {
        numeral = Numeral { value: numeral.value * 12.0, end: numeral.end + 1, ..numeral };
    }
    Some(numeral)
}

/// Whether a unit or a plural noun stands here.
pub(super) fn counts(s: &Section, at: usize) -> bool {
    if at >= s.to || s.lexemes.glued(at) {
        return false;
    }
    let word = s.word(at);
    unit::read(s.lexemes, at, s.to, false).is_some_and(|u| u.kind != QuantityKind::Duration)
        || plural(word) && word != "hurdles"
}

pub(super) fn apply(found: &mut Found, unit: Unit) {
    found.low *= unit.by;
    found.high *= unit.by;
    found.kind = unit.kind;
    found.unit = Some(unit.name);
    found.end = unit.end;
}

/// One number, with what stands behind it.
pub(super) fn single(s: &Section, i: usize, numeral: &Numeral, unit: Option<Unit>) -> Found {
    let mut found = plain(i, numeral.end, numeral.value, QuantityKind::Count, None);
    if let Some(end) = age::behind(s, numeral.end) {
        return Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), end, ..found };
    }
    if let Some(from) = age::before(s, i).filter(|_| numeral.value < 130.0) {
        return Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), from, ..found };
    }
    if let Some(unit) = unit {
        apply(&mut found, unit);
        // `three metres and a half`
        if s.word(found.end) == "and" && s.word(found.end + 1) == "a" && s.word(found.end + 2) == "half" {
            found.low += 0.5;
            found.high += 0.5;
            found.end += 3;
        }
        return found;
    }
    if magnitude_before(s, i) {
        return Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), ..found };
    }
    if let Some(end) = richter(s, numeral.end) {
        return Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), end, ..found };
    }
    if age::apposed(s, i, numeral.end) {
        return Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), ..found };
    }
    // `5.6 quake`
    let quake = matches!(s.word(numeral.end), "quake" | "earthquake" | "tremor" | "temblor" | "aftershock");
    if quake && numeral.digits && numeral.value < 10.0 && numeral.value.fract() > 0.0 {
        return Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), ..found };
    }
    found
}

/// `magnitude-4.8`, `a magnitude of 4.3`, `magnitude 5`.
pub(super) fn magnitude_before(s: &Section, i: usize) -> bool {
    let word = |back: usize| s.before(i, back);
    word(1) == "magnitude"
        || matches!(word(1), "of" | "-" | "‐" | "–" | "at" | "was") && word(2) == "magnitude"
        || matches!(word(1), "about" | "around") && word(2) == "of" && word(3) == "magnitude"
}

/// ` on the Richter scale`, ` Richter`.
pub(super) fn richter(s: &Section, end: usize) -> Option<usize> {
    let at = if matches!(s.word(end), "on" | "in") && s.word(end + 1) == "the" { end + 2 } else { end };
    if s.word(at) != "richter" {
        return None;
    }
    Some(if s.word(at + 1) == "scale" { at + 2 } else { at + 1 })
}

pub(super) fn scale_of(s: &Section, at: usize, numeral: &Numeral) -> f64 {
    let digits: f64 = s.lexemes.raw(at).replace(',', "").parse().unwrap_or(0.0);
    if digits > 0.0 { numeral.value / digits } else { 1.0 }
}

/// `first`, `5th`, `twenty-third`.
pub(super) fn ordinal(s: &Section, i: usize) -> Option<Found> {
    let (value, end) = numeral::read_ordinal(s.lexemes, i).filter(|(_, end)| *end <= s.to)?;
    let inside = i > s.from && s.lexemes.glued(i) && !matches!(s.before(i, 1), "(" | "“" | "\"" | "‘" | "'");
    // `seconds`, `second-hand`, `Fifth Avenue`.
    let named = s.lexemes.is(i, Kind::Word)
        && s.lexemes.capital(i)
        && i > s.from
        && s.lexemes.capital(end)
        && !s.title_case;
    (!inside && !named).then(|| plain(i, end, f64::from(value), QuantityKind::Ordinal, None))
}

/// Puts the bound words and the per-unit to a quantity.
pub(super) fn finish(s: &Section, mut found: Found) -> Found {
    if let Some((bound, at)) = bound::after(s.lexemes, found.end, s.to) {
        found.bound = bound;
        found.end = at;
        // `20 or more people`, `500-plus homes`
    }
    if found.kind != QuantityKind::Count
        && found.kind != QuantityKind::Age
        && !found.unit.as_ref().is_some_and(|u| u.contains('/'))
        && let Some((noun, end)) = unit::per(s.lexemes, found.end, s.to)
    {
        if let Some(unit) = &mut found.unit {
            *unit = format!("{unit}/{noun}");
        }
        found.end = end;
    }
    if found.kind == QuantityKind::Duration && bound::throughout(s, found.from) {
        return found;
    }
    if let Some((bound, at)) = bound::before(s.lexemes, found.from, s.from) {
        if found.bound == Bound::Exact || found.low != found.high {
            found.bound = bound;
        }
        found.from = at;
    }
    found
}
