//! Dates that name a month or a weekday: `5 March 2031`, `Apr. 24`, `April`, `Wednesday`.

use super::date::{date, day_of};
use super::meaning::{Meaning, Pick};
use super::reader::{Read, Reader};
use super::words::{Term, names_a_day, names_a_paper};
use super::year::{short_year, year_after};
use crate::language::number::lexeme::Kind;

/// `5 March 2031`, `24th of April`, `24-Apr-2024`.
pub(super) fn day_month(r: &Reader, i: usize) -> Option<Read> {
    if matches!(r.before(i, 1), "$" | "€" | "£" | "¥") {
        return None;
    }
    let (day, end) = r.day(i)?;
    let mut at = r.past_hyphen(end);
    let glued = at > end;
    if r.word(at) == "of" && end > i {
        at += 1;
    }
    let (month, end) = r.month(at)?;
    if !r.upright(at) && end == at + 1 && matches!(r.word(at), "may" | "march") {
        return None;
    }
    match year_after(r, end).or_else(|| short_year(r, end, glued)) {
        Some((year, end)) => day_of(end, Some(year), month, day),
        None => day_of(end, None, month, day),
    }
}

/// `second of August`, `the first of March 2031`: an ordinal in words, which nothing before it makes a fraction of.
pub(super) fn ordinal_of_month(r: &Reader, i: usize) -> Option<Read> {
    let (day, end) = r.day_word(i)?;
    let fraction = crate::language::number::figure::small(r.before(i, 1)).is_some()
        || matches!(r.before(i, 1), "a" | "-");
    if r.word(end) != "of" || fraction {
        return None;
    }
    let (month, end) = r.month(end + 1)?;
    match year_after(r, end) {
        Some((year, end)) => day_of(end, Some(year), month, day),
        None => day_of(end, None, month, day),
    }
}

/// `March 5, 2031`, `Apr. 24`, `April 2024`, `April`.
pub(super) fn month(r: &Reader, i: usize) -> Option<Read> {
    let (month, end) = r.month(i)?;
    if !r.upright(i) {
        return None;
    }
    if let Some((day, past)) = r.day(r.past_hyphen(end)).or_else(|| r.day_word(end)) {
        let clock = r.word(past) == ":" && r.glued(past) && r.glued(past + 1) && r.plain(past + 1).is_some();
        // `May 20 men`: a small number after a comma-less month is a day all the same.
        if !clock {
            if let Some((year, past)) = year_after(r, past).or_else(|| short_year(r, past, false)) {
                return day_of(past, Some(year), month, day);
            }
            return day_of(past, None, month, day);
        }
    }
    if r.word(end) == "the"
        && r.word(i) != "may"
        && let Some((day, past)) = r.day(end + 1).or_else(|| r.day_word(end + 1))
    {
        return day_of(past, None, month, day);
    }
    if let Some((year, past)) = year_after(r, end) {
        return Some(Read::new(past, Meaning::Month { year: Some(year), month, pick: Pick::Bare }));
    }
    let years = match (r.word(if r.word(end) == "of" { end + 1 } else { end }), r.word(end) == "of") {
        ("last", _) => Some(-1),
        ("this", _) => Some(0),
        ("next", _) => Some(1),
        _ => None,
    };
    if let Some(years) = years {
        let at = if r.word(end) == "of" { end + 2 } else { end + 1 };
        if r.word(at) == "year" {
            return Some(Read::new(at + 1, Meaning::MonthOf { month, years }));
        }
    }
    bare_month(r, i, end).then(|| Read::new(end, Meaning::Month { year: None, month, pick: Pick::Bare }))
}

/// Whether a month that stands alone is a month and not a name, a verb or a rank.
pub(super) fn bare_month(r: &Reader, i: usize, end: usize) -> bool {
    let before = r.before(i, 1);
    // `May to March`, `Jan-Feb`
    let ranged = |mark: usize, other: usize| {
        matches!(r.word(mark), "to" | "-" | "–" | "through") && r.month(other).is_some() && r.upright(other)
    };
    if r.capital(i) && (ranged(end, end + 1) || i >= 2 && ranged(i - 1, i - 2)) {
        return true;
    }
    let led = matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "early"
            | "late"
            | "mid"
            | "last"
            | "next"
            | "this"
            | "from"
            | "to"
            | "through"
            | "between"
            | "during"
            | "before"
            | "after"
            | "each"
            | "every"
            | "previous"
            | "for"
            | "around"
            | "about"
    ) || before == "-" && r.before(i, 2) == "mid";
    let named = r.is(end, Kind::Word) && r.capital(end) && r.month(end).is_none() && end == i + 1;
    match r.word(i) {
        "may" | "march" => led && !named && !matches!(r.word(end), "on" | "for" | "against"),
        "mar" | "jan" | "dec" => led || end > i + 1,
        _ => led || !(named || i > r.from && r.is(i - 1, Kind::Word) && r.capital(i - 1)),
    }
}

/// `Wednesday`, `Wednesday, March 5, 2031`, `Wed 24 Apr`.
pub(super) fn weekday(r: &Reader, i: usize) -> Option<Read> {
    let (day, short) = match r.term(i)? {
        Term::Weekday(day) => (day, false),
        Term::WeekdayShort(day) => (day, true),
        _ => return None,
    };
    if !r.upright(i) {
        return None;
    }
    let end = if short { r.past(i + 1, ".") } else { i + 1 };
    let mut at = r.past_comma(end);
    if r.word(at) == "the" {
        at += 1;
    }
    let follows = r.is(at, Kind::Digits) || matches!(r.term(at), Some(Term::Month(_) | Term::MonthShort(_)));
    if follows && let Some(read) = date(r, at).filter(|read| matches!(read.meaning, Meaning::Day { .. })) {
        return Some(read);
    }
    // `Tuesday 24th`: the day of a month that is not said.
    if short && r.before(i, 1) != "on" {
        return None;
    }
    let paper = r.capital(i + 1) && names_a_paper(r.word(i + 1));
    let feast = i > r.from && r.capital(i - 1) && names_a_day(r.before(i, 1));
    (!paper && !feast).then(|| Read::new(end, Meaning::Weekday { day, pick: Pick::Bare }))
}
