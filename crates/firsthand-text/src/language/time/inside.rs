//! Days picked out of longer stretches: `the last Monday of March`, `Tuesday of next week`, `the week of April 10`.

use super::meaning::{Inner, Meaning, Unit, Whole};
use super::month::{day_month, month};
use super::reader::{Read, Reader};
use super::words::Term;

/// Any of them that begins here; `the` may stand before it.
pub(super) fn inside(r: &Reader, i: usize) -> Option<Read> {
    let at = if r.word(i) == "the" { i + 1 } else { i };
    week_of(r, at)
        .or_else(|| nth(r, at))
        .or_else(|| weekday_of_week(r, i))
        .or_else(|| week_then_weekday(r, i))
        .or_else(|| weekday_on_day(r, i))
}

/// `1st`, `first`, `last`, and one past it; -1 is the last. Words are read up to the fifth: nobody counts on in words.
fn ordinal(r: &Reader, i: usize) -> Option<(i8, usize)> {
    Some(match r.word(i) {
        "first" => (1, i + 1),
        "second" => (2, i + 1),
        "third" => (3, i + 1),
        "fourth" => (4, i + 1),
        "fifth" => (5, i + 1),
        "last" | "final" => (-1, i + 1),
        _ => r.day(i).filter(|(_, end)| *end == i + 2)?,
    })
}

/// `last Monday of March`, `first week of 2015`, `last weekend in July`, `third day of next month`.
fn nth(r: &Reader, i: usize) -> Option<Read> {
    let (nth, at) = ordinal(r, i)?;
    let inner = match r.term(at)? {
        Term::Weekday(day) => Inner::Weekday(day),
        Term::Weekend => Inner::Weekend,
        Term::Unit(Unit::Day) => Inner::Day,
        Term::Unit(Unit::Week) => Inner::Week,
        _ => return None,
    };
    if !matches!(r.word(at + 1), "of" | "in") {
        return None;
    }
    let (whole, end) = whole(r, at + 2)?;
    // ISO 8601 counts weeks within years only; of a month every paper has its own first week. Weekdays and weekends
    // are counted within months.
    let counted = match (inner, whole) {
        (Inner::Week, Whole::Year(_) | Whole::Years(_)) => true,
        (Inner::Week, _) => false,
        (Inner::Weekday(_) | Inner::Weekend, Whole::Month { .. } | Whole::Months(_)) => nth <= 5,
        (Inner::Weekday(_) | Inner::Weekend, _) => nth.abs() == 1,
        (Inner::Day, Whole::Month { .. } | Whole::Months(_)) => true,
        (Inner::Day, _) => nth.abs() == 1,
    };
    counted.then(|| Read::new(end, Meaning::Inside { nth, inner, whole }))
}

/// A month or a year, and one past it.
fn whole(r: &Reader, i: usize) -> Option<(Whole, usize)> {
    if let Some(year) = r.year(i) {
        return Some((Whole::Year(year), i + 1));
    }
    if let Some(read) = month(r, i) {
        return match read.meaning {
            Meaning::Month { year, month, .. } => Some((Whole::Month { year, month }, read.end)),
            _ => None,
        };
    }
    let at = if r.word(i) == "the" { i + 1 } else { i };
    let (away, at) = match r.word(at) {
        "last" | "previous" => (-1, at + 1),
        "this" | "current" => (0, at + 1),
        "next" | "following" => (1, at + 1),
        _ => return None,
    };
    match r.term(at)? {
        Term::Unit(Unit::Month) => Some((Whole::Months(away), at + 1)),
        Term::Unit(Unit::Year) => Some((Whole::Years(away), at + 1)),
        _ => None,
    }
}

/// `week of April 10`, `week of 10 April 2031`.
fn week_of(r: &Reader, i: usize) -> Option<Read> {
    if r.word(i) != "week" || !matches!(r.word(i + 1), "of" | "beginning" | "ending") {
        return None;
    }
    let at = if r.word(i + 2) == "the" { i + 3 } else { i + 2 };
    let read = month(r, at).or_else(|| day_month(r, at))?;
    match read.meaning {
        Meaning::Day { year, month, day } => Some(Read::new(read.end, Meaning::WeekOf { year, month, day })),
        _ => None,
    }
}

/// `last`, `this`, `next` before `week`, by weeks from this one, and one past it.
fn week_away(r: &Reader, i: usize) -> Option<(i8, usize)> {
    let at = if r.word(i) == "the" { i + 1 } else { i };
    let weeks = match r.word(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    (r.term(at + 1) == Some(Term::Unit(Unit::Week))).then_some((weeks, at + 2))
}

/// `Tuesday of next week`, `Tuesday last week`, `Tuesday, next week`.
fn weekday_of_week(r: &Reader, i: usize) -> Option<Read> {
    let Some(Term::Weekday(day)) = r.term(i).filter(|_| r.upright(i)) else { return None };
    let at = if r.word(i + 1) == "of" { i + 2 } else { r.past_comma(i + 1) };
    let (weeks, end) = week_away(r, at)?;
    Some(Read::new(end, Meaning::WeekdayOfWeek { day, weeks }))
}

/// `next week on Tuesday`.
fn week_then_weekday(r: &Reader, i: usize) -> Option<Read> {
    let (weeks, at) = week_away(r, i)?;
    let at = if r.word(at) == "on" { at + 1 } else { return None };
    let Some(Term::Weekday(day)) = r.term(at).filter(|_| r.upright(at)) else { return None };
    Some(Read::new(at + 1, Meaning::WeekdayOfWeek { day, weeks }))
}

/// `Tuesday the 19th`, `Tuesday 19th`, `Wed 13th`: the month is not said.
fn weekday_on_day(r: &Reader, i: usize) -> Option<Read> {
    let (weekday, at) = match r.term(i).filter(|_| r.upright(i))? {
        Term::Weekday(day) => (day, i + 1),
        Term::WeekdayShort(day) => (day, r.past(i + 1, ".")),
        _ => return None,
    };
    let at = r.past_comma(at);
    let at = if r.word(at) == "the" { at + 1 } else { at };
    let (day, end) = r.day(at).filter(|(_, end)| *end == at + 2)?;
    let named = r.month(end).is_some()
        || r.word(end) == "of"
        || r.is(end, crate::language::number::lexeme::Kind::Word) && r.capital(end);
    (!named).then(|| Read::new(end, Meaning::WeekdayOnDay { weekday, day }))
}
