//! Days of the year that have a name: Christmas Eve, Thanksgiving Day, Easter Monday.
//!
//! Only days whose date goes by one rule wherever English-language papers mean them. Days that differ by country
//! (Independence Day, Mother's Day) or hang on sightings of the moon are left alone.

use super::calendar::add;
use super::meaning::{Feast, Meaning, Pick};
use super::reader::{Read, Reader};
use super::year::year_after;
use jiff::ToSpan;
use jiff::civil::Date;

/// Names in lower case, longest first where one begins another; `'` stands for any apostrophe. The days of the United
/// States follow 5 U.S.C. 6103.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["christmas", "eve"], Feast::Fixed { month: 12, day: 24 }),
    (&["christmas", "day"], Feast::Fixed { month: 12, day: 25 }),
    (&["christmas"], Feast::Fixed { month: 12, day: 25 }),
    (&["boxing", "day"], Feast::Fixed { month: 12, day: 26 }),
    (&["new", "year", "'", "s", "day"], Feast::Fixed { month: 1, day: 1 }),
    (&["new", "year", "'", "s", "eve"], Feast::Fixed { month: 12, day: 31 }),
    (&["new", "years", "eve"], Feast::Fixed { month: 12, day: 31 }),
    (&["new", "years", "day"], Feast::Fixed { month: 1, day: 1 }),
    (&["valentine", "'", "s", "day"], Feast::Fixed { month: 2, day: 14 }),
    (&["st", ".", "patrick", "'", "s", "day"], Feast::Fixed { month: 3, day: 17 }),
    (&["st", "patrick", "'", "s", "day"], Feast::Fixed { month: 3, day: 17 }),
    (&["april", "fools", "'", "day"], Feast::Fixed { month: 4, day: 1 }),
    (&["april", "fool", "'", "s", "day"], Feast::Fixed { month: 4, day: 1 }),
    (&["may", "day"], Feast::Fixed { month: 5, day: 1 }),
    (&["fourth", "of", "july"], Feast::Fixed { month: 7, day: 4 }),
    (&["halloween"], Feast::Fixed { month: 10, day: 31 }),
    (&["veterans", "day"], Feast::Fixed { month: 11, day: 11 }),
    (&["armistice", "day"], Feast::Fixed { month: 11, day: 11 }),
    (&["earth", "day"], Feast::Fixed { month: 4, day: 22 }),
    (&["martin", "luther", "king", "day"], Feast::Nth { month: 1, nth: 3, weekday: 1 }),
    (&["martin", "luther", "king", "jr", ".", "day"], Feast::Nth { month: 1, nth: 3, weekday: 1 }),
    (&["presidents", "day"], Feast::Nth { month: 2, nth: 3, weekday: 1 }),
    (&["presidents", "'", "day"], Feast::Nth { month: 2, nth: 3, weekday: 1 }),
    (&["memorial", "day"], Feast::Nth { month: 5, nth: -1, weekday: 1 }),
    (&["labor", "day"], Feast::Nth { month: 9, nth: 1, weekday: 1 }),
    (&["columbus", "day"], Feast::Nth { month: 10, nth: 2, weekday: 1 }),
    (&["thanksgiving", "day"], Feast::Nth { month: 11, nth: 4, weekday: 4 }),
    (&["thanksgiving"], Feast::Nth { month: 11, nth: 4, weekday: 4 }),
    (&["ash", "wednesday"], Feast::Easter(-46)),
    (&["palm", "sunday"], Feast::Easter(-7)),
    (&["maundy", "thursday"], Feast::Easter(-3)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["whit", "monday"], Feast::Easter(50)),
];

/// A named day that begins here, with `last` and its like before it and its year behind it.
pub(super) fn feast(r: &Reader, i: usize) -> Option<Read> {
    let the = usize::from(r.word(i) == "the");
    let (pick, at) = match r.word(i + the) {
        "last" | "past" => (Pick::Last, i + the + 1),
        "this" if the == 0 => (Pick::This, i + 1),
        "next" | "coming" => (Pick::Next, i + the + 1),
        "previous" => (Pick::Previous, i + the + 1),
        "following" => (Pick::Following, i + the + 1),
        _ if the == 0 => (Pick::Bare, i),
        _ => return None,
    };
    if !r.capital(at) && !r.caseless() {
        return None;
    }
    let (feast, end, words) = named(r, at)?;
    let year = year_after(r, end);
    // `Christmas shopping`: a season more than a day, unless something leads it.
    let led = pick != Pick::Bare
        || year.is_some()
        || matches!(
            r.before(i, 1),
            "on" | "at" | "by" | "before" | "after" | "since" | "until" | "till" | "for" | "around"
        );
    let noun = r.is(end, crate::language::number::lexeme::Kind::Word)
        && !matches!(
            r.word(end),
            "in" | "at"
                | "and"
                | "or"
                | "when"
                | "with"
                | "for"
                | "to"
                | "by"
                | "as"
                | "but"
                | "on"
                | "of"
                | "after"
                | "before"
                | "while"
                | "because"
                | "from"
        );
    if words == 1 && r.word(at) == "christmas" && (!led || noun && year.is_none()) {
        return None;
    }
    if words == 1 && noun && !led && !r.before(i, 1).is_empty() {
        return None;
    }
    let (year, end) = year.map_or((None, end), |(y, e)| (Some(y), e));
    Some(Read::new(end, Meaning::Feast { feast, year, pick }))
}

fn named(r: &Reader, at: usize) -> Option<(Feast, usize, usize)> {
    if !FEASTS.iter().any(|(words, _)| words.first().is_some_and(|w| r.word(at) == *w)) {
        return None;
    }
    FEASTS.iter().find_map(|(words, feast)| {
        let fits = words.iter().enumerate().all(|(n, want)| match (r.word(at + n), *want) {
            ("’", "'") => true,
            (word, want) => word == want,
        });
        fits.then_some((*feast, at + words.len(), words.len()))
    })
}

/// The day it falls on in a year.
pub(super) fn day_in(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed { month, day } => Date::new(year, month, day).ok(),
        Feast::Nth { month, nth, weekday } => nth_weekday(year, month, nth, weekday),
        Feast::Easter(days) => add(easter(year)?, i32::from(days).days()),
    }
}

/// A weekday of a month; -1 is the last. None where there is no fifth.
pub(super) fn nth_weekday(year: i16, month: i8, nth: i8, weekday: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    let ahead =
        |day: Date| (i32::from(weekday) - i32::from(day.weekday().to_monday_one_offset())).rem_euclid(7);
    if nth < 0 {
        let last = first.last_of_month();
        let back = (7 - ahead(last)).rem_euclid(7);
        return add(last, (-back - 7 * (i32::from(-nth) - 1)).days());
    }
    let day = add(first, (ahead(first) + 7 * (i32::from(nth) - 1)).days())?;
    (day.month() == month).then_some(day)
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus; Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2038, 4, 25)] {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
    }

    #[test]
    fn weekdays_of_months() {
        for (year, month, nth, weekday, want) in [
            (2013, 11, 4, 4, Some(28)),
            (2013, 5, -1, 1, Some(27)),
            (2013, 3, 5, 5, Some(29)),
            (2013, 2, 5, 5, None),
            (2013, 9, 1, 1, Some(2)),
        ] {
            assert_eq!(nth_weekday(year, month, nth, weekday).map(Date::day), want);
        }
    }
}
