//! Expressions that hang on another day: `yesterday`, `last week`, `two years ago`, `the previous day`, `four years`.

use super::counted::counted;
use super::meaning::{Clock, From, Meaning, Part, Reference, Unit};
use super::picked::picked;
use super::quarter::quarter;
use super::reader::{Read, Reader};
use super::words::Term;
use crate::language::number::lexeme::Kind;

/// Any relative expression that begins here.
pub(super) fn relative(r: &Reader, i: usize) -> Option<Read> {
    let j = if r.word(i) == "the" { i + 1 } else { i };
    named_day(r, i)
        .or_else(|| quarter(r, i))
        .or_else(|| picked(r, i, j))
        .or_else(|| day_beside(r, j))
        .or_else(|| counted(r, if r.count(i).is_some() { i } else { j }))
        .or_else(|| every(r, i))
        .or_else(|| reference(r, i))
}

pub(super) fn shift(end: usize, count: f64, unit: Unit, from: From) -> Read {
    let sign = if count < 0.0 { -1 } else { 1 };
    Read::new(end, Meaning::Shift { count: Some(count.abs()), sign, unit, from })
}

/// `today`, `yesterday`, `tonight`, `the day before yesterday`.
fn named_day(r: &Reader, i: usize) -> Option<Read> {
    match r.term(i) {
        Some(Term::Today(n)) => {
            // `USA Today`, `Russia Today`: a name.
            if i > r.from && r.capital(i) && r.is(i - 1, Kind::Word) && r.capital(i - 1) {
                return None;
            }
            return Some(shift(i + 1, f64::from(n), Unit::Day, From::Speech));
        }
        Some(Term::Tonight) => {
            let mut read = shift(i + 1, 0.0, Unit::Day, From::Speech);
            read.clock = Some(Clock::Part(Part::Night));
            return Some(read);
        }
        _ => {}
    }
    let j = if r.word(i) == "the" { i + 1 } else { i };
    if r.word(j) == "day" {
        match (r.word(j + 1), r.word(j + 2)) {
            ("before", "yesterday") => return Some(shift(j + 3, -2.0, Unit::Day, From::Speech)),
            ("after", "tomorrow") => return Some(shift(j + 3, 2.0, Unit::Day, From::Speech)),
            _ => {}
        }
    }
    None
}

/// `the day before`, `the day after`, where no word follows that it would be before or after of.
fn day_beside(r: &Reader, j: usize) -> Option<Read> {
    let (unit, _, plural, at) = r.unit(j)?;
    if r.before(j, 1) != "the" || plural || unit < Unit::Day {
        return None;
    }
    let sign = match r.word(at) {
        "before" => -1.0,
        "after" => 1.0,
        _ => return None,
    };
    let free = !r.is(at + 1, Kind::Word) && !r.is(at + 1, Kind::Digits)
        || matches!(
            r.word(at + 1),
            "in" | "at"
                | "on"
                | "to"
                | "from"
                | "and"
                | "but"
                | "for"
                | "that"
                | "when"
                | "by"
                | "with"
                | "as"
        );
    free.then(|| shift(at + 1, sign, unit, From::Narrated))
}

/// `every day`, `each July`, `daily`.
fn every(r: &Reader, i: usize) -> Option<Read> {
    if let Some(Term::Each(unit)) = r.term(i) {
        let named = r.capital(i) && i > r.from;
        let noun = matches!(r.word(i), "annual" | "monthly" | "yearly" | "nightly" | "quarterly");
        return (!named && !noun).then(|| Read::new(i + 1, Meaning::Every { count: 1.0, unit }));
    }
    if !matches!(r.word(i), "every" | "each") {
        return None;
    }
    if r.word(i + 1) == "other" {
        let (unit, by, _, end) = r.unit(i + 2)?;
        return Some(Read::new(end, Meaning::Every { count: 2.0 * by, unit }));
    }
    match r.term(i + 1) {
        Some(Term::Weekday(day)) => return Some(Read::new(i + 2, Meaning::EveryWeekday(day))),
        Some(Term::Month(month)) => return Some(Read::new(i + 2, Meaning::EveryMonth(month))),
        Some(Term::Part(_)) => return Some(Read::new(i + 2, Meaning::Every { count: 1.0, unit: Unit::Day })),
        _ => {}
    }
    if let Some((unit, by, _, end)) = r.unit(i + 1) {
        return Some(Read::new(end, Meaning::Every { count: by, unit }));
    }
    let (count, at) = r.count(i + 1)?;
    let (unit, by, _, end) = r.unit(at)?;
    Some(Read::new(end, Meaning::Every { count: count? * by, unit }))
}

/// `now`, `recently`, `soon`, `the future`.
fn reference(r: &Reader, i: usize) -> Option<Read> {
    let (reference, end) = match r.word(i) {
        // `Now,` at the head of a sentence mostly turns to the next thing.
        "now" if i > r.from => (Reference::Present, i + 1),
        "right" if r.word(i + 1) == "now" => (Reference::Present, i + 2),
        "currently" | "nowadays" => (Reference::Present, i + 1),
        "these" if r.word(i + 1) == "days" => (Reference::Present, i + 2),
        "recently" => (Reference::Past, i + 1),
        "more" if r.word(i + 1) == "recently" => (Reference::Past, i + 2),
        "the" => match (r.word(i + 1), r.word(i + 2)) {
            ("future", next) if !r.is(i + 2, Kind::Word) || !matches!(next, "of") => {
                (Reference::Future, i + 2)
            }
            ("near", "future") => (Reference::Future, i + 3),
            ("past", _)
                if r.before(i, 1) == "in"
                    && r.unit(i + 2).is_none()
                    && r.count(i + 2).is_none()
                    && !matches!(r.word(i + 2), "of" | "tense" | "participle") =>
            {
                (Reference::Past, i + 2)
            }
            _ => return None,
        },
        _ => return None,
    };
    Some(Read::new(end, Meaning::Reference(reference)))
}
