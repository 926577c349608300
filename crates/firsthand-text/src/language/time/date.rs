//! Dates in their own words: `5 March 2031`, `2031-03-05`, `April`, `the 1980s`, `the third quarter of 1989`.

use super::meaning::{Meaning, Pick, Stretch};
use super::month::{day_month, month, ordinal_of_month, weekday};
use super::reader::{Read, Reader};
use super::words::Term;
use super::year::{century, decade, decade_in_words, spelled, year, year_after};
use crate::language::number::lexeme::Kind;
use jiff::civil::Date;

/// Any date that begins here.
pub(super) fn date(r: &Reader, i: usize) -> Option<Read> {
    if r.is(i, Kind::Digits) {
        return day_month(r, i).or_else(|| decade(r, i)).or_else(|| year(r, i));
    }
    match r.term(i) {
        Some(Term::Month(_) | Term::MonthShort(_)) => month(r, i),
        Some(Term::Weekday(_) | Term::WeekdayShort(_)) => weekday(r, i),
        Some(Term::Season(_)) => stretch(r, i),
        _ if r.is(i, Kind::Word) => stretch(r, i)
            .or_else(|| ordinal_of_month(r, i))
            .or_else(|| decade_in_words(r, i))
            .or_else(|| century(r, i))
            .or_else(|| spelled(r, i)),
        _ if r.word(i) == "'" || r.word(i) == "’" => decade(r, i + 1).filter(|_| r.glued(i + 1)),
        _ => None,
    }
}

pub(super) fn day_of(end: usize, year: Option<i16>, month: i8, day: i8) -> Option<Read> {
    // A leap year stands in where none is given.
    Date::new(year.unwrap_or(2000), month, day).ok()?;
    Some(Read::new(end, Meaning::Day { year, month, day }))
}

/// `2031-03-05`, `15/03/2031` (either order where it can be only one), `15.03.2031`.
pub(super) fn numeric(r: &Reader, i: usize) -> Option<Read> {
    if !r.is(i, Kind::Digits) {
        return None;
    }
    let raw = r.lexemes.raw(i);
    if raw.matches('.').count() == 2 && !raw.contains(',') {
        let parts: Vec<u32> = raw.split('.').filter_map(|p| p.parse().ok()).collect();
        let [a, b, c] = parts[..] else { return None };
        return small_first(i + 1, a, b, c, raw.split('.').next_back().map_or(0, str::len));
    }
    let (a, a_len) = r.plain(i)?;
    let mark = r.word(i + 1);
    if let Some(read) = year_first(r, i).or_else(|| month_and_year(r, i)) {
        return Some(read);
    }
    if !matches!(mark, "-" | "/" | "–" | "‑") || !r.glued(i + 1) || !r.glued(i + 2) {
        return None;
    }
    if r.word(i + 3) != mark || !r.glued(i + 3) || !r.glued(i + 4) {
        return None;
    }
    let (c, c_len) = r.plain(i + 4)?;
    let end = i + 5;
    // `31/Oct/1974`
    if mark == "/" && a_len <= 2 && c_len == 4 && r.is(i + 2, Kind::Word) {
        return day_of(end, r.year(i + 4), named_month(r, i + 2)?, i8::try_from(a).ok()?);
    }
    let (b, _) = r.plain(i + 2)?;
    if a_len == 4 {
        let month = i8::try_from(b).ok().filter(|m| (1..=12).contains(m))?;
        return day_of(end, i16::try_from(a).ok(), month, i8::try_from(c).ok()?);
    }
    if r.word(end) == mark && r.glued(end) {
        return None;
    }
    small_first(end, a, b, c, c_len)
}

/// `2031 March 5`, `2031/Mar/5`.
fn year_first(r: &Reader, i: usize) -> Option<Read> {
    let year = r.year(i)?;
    let slash = r.word(i + 1) == "/";
    let at = if slash { i + 2 } else { i + 1 };
    let (month, end) =
        if slash { (named_month(r, at)?, at + 1) } else { r.month(at).filter(|_| r.upright(at))? };
    let at = if slash && r.word(end) == "/" { end + 1 } else { end };
    let (day, past) = r.day(at)?;
    // `in 2031 March 5 came`: a day that has its own year is another date.
    if super::year::year_after(r, past).is_some() {
        return None;
    }
    day_of(past, Some(year), month, day)
}

/// A month between slashes, full or cut short.
fn named_month(r: &Reader, i: usize) -> Option<i8> {
    match r.term(i)? {
        Term::Month(month) | Term::MonthShort(month) if r.upright(i) => Some(month),
        _ => None,
    }
}

/// `04/2016`, `2015-12`: a month of a year. `2009-10` is as often two years, `2015-12` is not.
fn month_and_year(r: &Reader, i: usize) -> Option<Read> {
    let mark = r.word(i + 1);
    if !matches!(mark, "/" | "-") || !r.glued(i + 1) || !r.glued(i + 2) {
        return None;
    }
    let end = i + 3;
    if r.glued(end)
        && (r.is(end, Kind::Word) || r.is(end, Kind::Digits) || matches!(r.word(end), "/" | "-" | ":"))
    {
        return None;
    }
    let small = |at: usize| {
        let (value, digits) = r.plain(at)?;
        i8::try_from(value).ok().filter(|m| digits <= 2 && (1..=12).contains(m))
    };
    let near = |at: usize| r.year(at).filter(|y| (1900..=2099).contains(y));
    let (year, month) = if let Some(year) = near(i) {
        let month = small(i + 2)?;
        if i16::from(month) > year % 100 || mark == "-" && r.plain(i + 2)?.1 != 2 {
            return None;
        }
        (year, month)
    } else if mark == "/" {
        (near(i + 2)?, small(i)?)
    } else {
        return None;
    };
    if r.glued(i) && i > r.from && !matches!(r.before(i, 1), "(" | "[") {
        return None;
    }
    Some(Read::new(end, Meaning::Month { year: Some(year), month, pick: Pick::Bare }))
}

/// Day, month and year in an order that only one reading allows.
fn small_first(end: usize, a: u32, b: u32, c: u32, c_len: usize) -> Option<Read> {
    let year = match c_len {
        4 if (1000..=2199).contains(&c) => c,
        // Two digits: the hundred years that end with 2068, as POSIX strptime reads them.
        2 => c + if c < 69 { 2000 } else { 1900 },
        _ => return None,
    };
    let (day, month) = match (a, b) {
        (13..=31, 1..=12) => (a, b),
        (1..=12, 13..=31) => (b, a),
        (1..=12, _) if a == b => (a, b),
        _ => return None,
    };
    day_of(end, i16::try_from(year).ok(), i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// `summer 2015`, `third quarter of 1989`, `third-quarter`, `second half of 2020`, `Q3 2024`, `1988 third quarter`.
fn stretch(r: &Reader, i: usize) -> Option<Read> {
    if let Some(Term::Season(season)) = r.term(i) {
        if let Some((year, end)) = year_after(r, i + 1) {
            return Some(Read::new(
                end,
                Meaning::Stretch { year: Some(year), stretch: Stretch::Season(season), pick: Pick::Bare },
            ));
        }
        let led = matches!(r.before(i, 1), "in" | "early" | "late" | "mid" | "by" | "since" | "until")
            || r.before(i, 1) == "the"
                && matches!(
                    r.before(i, 2),
                    "in" | "into" | "during" | "over" | "throughout" | "by" | "since" | "until"
                );
        let of_something = r.word(i + 1) == "of" && matches!(r.word(i), "fall" | "spring");
        return (led && !of_something).then(|| {
            Read::new(
                i + 1,
                Meaning::Stretch { year: None, stretch: Stretch::Season(season), pick: Pick::Bare },
            )
        });
    }
    let (stretch, end) = if r.word(i) == "q" && r.glued(i + 1) {
        let (n, _) = r.plain(i + 1).filter(|(n, _)| (1..=4).contains(n))?;
        (Stretch::Quarter(i8::try_from(n).ok()?), i + 2)
    } else {
        let (n, end) = match r.word(i) {
            "first" => (1, i + 1),
            "second" => (2, i + 1),
            "third" => (3, i + 1),
            "fourth" => (4, i + 1),
            "last" | "latter" if r.word(i + 1) == "half" => (2, i + 1),
            _ => return None,
        };
        let at = r.past_hyphen(end);
        match r.word(at) {
            "quarter" => (Stretch::Quarter(n), at + 1),
            "half"
                if n <= 2
                    && matches!(r.word(at + 1), "of")
                    && (r.year(at + 2).is_some() || r.word(at + 2) == "the") =>
            {
                (Stretch::Half(n), at + 1)
            }
            _ => return None,
        }
    };
    if matches!(stretch, Stretch::Half(_)) && r.word(end) == "of" && r.year(end + 1).is_none() {
        let of_year = r.word(end + 1) == "the" && r.word(end + 2) == "year";
        return of_year
            .then(|| Read::new(end + 3, Meaning::Stretch { year: None, stretch, pick: Pick::Bare }));
    }
    let (year, end) = year_after(r, end).map_or((None, end), |(y, e)| (Some(y), e));
    Some(Read::new(end, Meaning::Stretch { year, stretch, pick: Pick::Bare }))
}
