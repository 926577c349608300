//! Amounts with a sign before them: `$4.5m`, `$90 a barrel`, `$5-6 million`, `£3 to £4`.

use super::QuantityKind;
use super::currency::currency_before;
use super::lexeme::Kind;
use super::range::{Link, between, changes, connector, range_start};
use super::read::{Found, amount, finish, plain, scale_of};
use super::section::Section;
use super::unit;

/// `$4.5m`, `$90 a barrel`, `$5-6 million`, `£3 to £4`.
pub(super) fn money(s: &Section, from: usize, code: &str, at: usize) -> Option<Found> {
    let stuck = from > s.from && s.lexemes.glued(from) && !s.lexemes.is(from - 1, Kind::Mark);
    if stuck && s.lexemes.is(from, Kind::Word) {
        return None;
    }
    let first = amount(s, at, true)?;
    let mut found = plain(from, first.end, first.value, QuantityKind::Money, Some(code.to_owned()));
    found.number = (at, first.end);
    if let Some((connector, next_sign)) = connector(s, from, first.end) {
        let next = next_sign;
        let (same, next) = match currency_before(s.lexemes, next, s.to) {
            Some((other, past)) => (other == code, past),
            None => (true, next),
        };
        if let Some(second) = amount(s, next, true).filter(|_| same) {
            // `$5 to 6 million`, but `$200 to $4 million`
            let signed = currency_before(s.lexemes, next_sign, s.to).is_some();
            let scaled = second.scaled
                && !first.scaled
                && first.digits
                && (!signed
                    || first.value < 100.0
                        && second.value < 1e9
                        && first.value * 1e6 < second.value * 1.0001);
            let by = if scaled { scale_of(s, next, &second) } else { 1.0 };
            let low = first.value * by;
            let fits = low < second.value && (connector != Link::And || between(s, from));
            let bare_change = connector == Link::To && changes(s, from);
            if fits && !bare_change && (second.value < low * 1e5) {
                found = Found { low, high: second.value, end: second.end, ..found };
                found.from = range_start(s, from);
                found.number = (at, second.end);
            }
        }
    }
    // `US$1.1 million Canadian`, `$31.20 US`
    if let Some((noun, end)) = unit::per(s.lexemes, found.end, s.to) {
        found.unit = Some(format!("{code}/{noun}"));
        found.end = end;
    }
    Some(finish(s, found))
}
