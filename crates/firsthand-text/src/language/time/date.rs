//! Dates in their own words: `24 April 2024`, `2024-04-24`, `April`, `the 1980s`, `the third quarter of 1989`.

use super::meaning::{Meaning, Pick, Stretch};
use super::reader::{Read, Reader};
use super::words::{Term, names_a_day, names_a_paper};
use crate::language::number::lexeme::Kind;
use crate::language::number::numeral;
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
        _ if r.is(i, Kind::Word) => {
            feast(r, i).or_else(|| stretch(r, i)).or_else(|| century(r, i)).or_else(|| spelled(r, i))
        }
        _ if r.word(i) == "'" || r.word(i) == "’" => decade(r, i + 1).filter(|_| r.glued(i + 1)),
        _ => None,
    }
}

fn day_of(end: usize, year: Option<i16>, month: i8, day: i8) -> Option<Read> {
    // A leap year stands in where none is given.
    Date::new(year.unwrap_or(2000), month, day).ok()?;
    Some(Read::new(end, Meaning::Day { year, month, day }))
}

/// `2024-04-24`, `24/04/2024` (either order where it can be only one), `24.04.2024`.
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
    if !matches!(mark, "-" | "/" | "–" | "‑") || !r.glued(i + 1) || !r.glued(i + 2) {
        return None;
    }
    if r.word(i + 3) != mark || !r.glued(i + 3) || !r.glued(i + 4) {
        return None;
    }
    let (b, _) = r.plain(i + 2)?;
    let (c, c_len) = r.plain(i + 4)?;
    let end = i + 5;
    if a_len == 4 {
        let month = i8::try_from(b).ok().filter(|m| (1..=12).contains(m))?;
        return day_of(end, i16::try_from(a).ok(), month, i8::try_from(c).ok()?);
    }
    if r.word(end) == mark && r.glued(end) {
        return None;
    }
    small_first(end, a, b, c, c_len)
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

/// A year behind a date: `, 2024`, ` 2024`, `of 2024`, ` '24` (and the year after a comma only if it is not a number of things).
fn year_after(r: &Reader, i: usize) -> Option<(i16, usize)> {
    for at in [i, r.past_comma(i), if r.word(i) == "of" { i + 1 } else { i }, r.past_hyphen(i)] {
        if let Some(year) = r.year(at) {
            return Some((year, at + 1));
        }
    }
    if matches!(r.word(i), "'" | "’") && r.glued(i + 1) {
        let (value, digits) = r.plain(i + 1)?;
        let year = i16::try_from(value).ok()?;
        return (digits == 2).then_some((year + if year < 69 { 2000 } else { 1900 }, i + 2));
    }
    spelled_year(r, r.past_comma(i))
}

/// `24 April 2024`, `24th of April`, `24-Apr-2024`.
fn day_month(r: &Reader, i: usize) -> Option<Read> {
    let (day, end) = r.day(i)?;
    let mut at = r.past_hyphen(end);
    if r.word(at) == "of" && end > i {
        at += 1;
    }
    let (month, end) = r.month(at)?;
    if !r.capital(at) && end == at + 1 && matches!(r.word(at), "may" | "march") {
        return None;
    }
    match year_after(r, end) {
        Some((year, end)) => day_of(end, Some(year), month, day),
        None => day_of(end, None, month, day),
    }
}

/// `April 24, 2024`, `Apr. 24`, `April 2024`, `April`.
fn month(r: &Reader, i: usize) -> Option<Read> {
    let (month, end) = match r.month(i) {
        Some(read) => read,
        None => return None,
    };
    if !r.capital(i) {
        return None;
    }
    if let Some((day, past)) = r.day(r.past_hyphen(end)).or_else(|| r.day_word(end)) {
        let clock = r.word(past) == ":" && r.glued(past) && r.glued(past + 1) && r.plain(past + 1).is_some();
        // `May 20 men`: a small number after a comma-less month is a day all the same.
        if !clock {
            if let Some((year, past)) = year_after(r, past) {
                return day_of(past, Some(year), month, day);
            }
            return day_of(past, None, month, day);
        }
    }
    if r.word(end) == "the" && r.word(i) != "may" {
        if let Some((day, past)) = r.day(end + 1).or_else(|| r.day_word(end + 1)) {
            return day_of(past, None, month, day);
        }
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
fn bare_month(r: &Reader, i: usize, end: usize) -> bool {
    let before = r.before(i, 1);
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
        _ => led || !named && !(i > r.from && r.is(i - 1, Kind::Word) && r.capital(i - 1)),
    }
}

/// `Wednesday`, `Wednesday, April 24, 2024`, `Wed 24 Apr`.
fn weekday(r: &Reader, i: usize) -> Option<Read> {
    let (day, short) = match r.term(i)? {
        Term::Weekday(day) => (day, false),
        Term::WeekdayShort(day) => (day, true),
        _ => return None,
    };
    if !r.capital(i) {
        return None;
    }
    let end = if short { r.past(i + 1, ".") } else { i + 1 };
    let mut at = r.past_comma(end);
    if r.word(at) == "the" {
        at += 1;
    }
    let follows = r.is(at, Kind::Digits) || matches!(r.term(at), Some(Term::Month(_) | Term::MonthShort(_)));
    if follows {
        if let Some(read) = date(r, at).filter(|read| matches!(read.meaning, Meaning::Day { .. })) {
            return Some(read);
        }
        // `Tuesday 24th`: the day of a month that is not said.
    }
    if short && r.before(i, 1) != "on" {
        return None;
    }
    let paper = r.capital(i + 1) && names_a_paper(r.word(i + 1));
    let feast = i > r.from && r.capital(i - 1) && names_a_day(r.before(i, 1));
    (!paper && !feast).then(|| Read::new(end, Meaning::Weekday { day, pick: Pick::Bare }))
}

/// Days of the same date every year.
fn feast(r: &Reader, i: usize) -> Option<Read> {
    if !r.capital(i) {
        return None;
    }
    let apostrophe = |at: usize| matches!(r.word(at), "'" | "’");
    match r.word(i) {
        "christmas" if matches!(r.word(i + 1), "day" | "eve") => {
            let eve = r.word(i + 1) == "eve";
            let (year, end) = year_after(r, i + 2).map_or((None, i + 2), |(y, e)| (Some(y), e));
            day_of(end, year, 12, if eve { 24 } else { 25 })
        }
        "new" if r.word(i + 1) == "year" && apostrophe(i + 2) && r.word(i + 3) == "s" => {
            match r.word(i + 4) {
                "day" => day_of(i + 5, None, 1, 1),
                "eve" => day_of(i + 5, None, 12, 31),
                _ => None,
            }
        }
        "valentine" if apostrophe(i + 1) && r.word(i + 3) == "day" => day_of(i + 4, None, 2, 14),
        _ => None,
    }
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
                    "in" | "during" | "over" | "throughout" | "by" | "since" | "until"
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

/// `1980s`, `'80s`, `80s` after `the`.
fn decade(r: &Reader, i: usize) -> Option<Read> {
    let (value, digits) = r.plain(i)?;
    let apostrophe = if matches!(r.word(i + 1), "'" | "’") && r.glued(i + 1) { i + 2 } else { i + 1 };
    if r.word(apostrophe) != "s" || !r.glued(apostrophe) || value % 10 != 0 {
        return None;
    }
    let decade = match digits {
        4 if (1000..=2190).contains(&value) => value / 10,
        2 if value >= 20 && matches!(r.before(i, 1), "the" | "'" | "’" | "early" | "late" | "mid" | "-") => {
            190 + value / 10
        }
        _ => return None,
    };
    Some(Read::new(apostrophe + 1, Meaning::Decade(i16::try_from(decade).ok()?)))
}

/// `20th century`, `nineteenth century`, `twenty-first century`.
fn century(r: &Reader, i: usize) -> Option<Read> {
    let (n, end) = numeral::read_ordinal(r.lexemes, i).filter(|(_, end)| *end < r.to)?;
    let at = r.past_hyphen(end);
    if r.word(at) != "century" || !(2..=22).contains(&n) {
        return None;
    }
    Some(Read::new(at + 1, Meaning::Century(i16::try_from(n - 1).ok()?)))
}

/// `20th century` begins with digits.
pub(super) fn century_in_digits(r: &Reader, i: usize) -> Option<Read> {
    r.is(i, Kind::Digits).then(|| century(r, i))?
}

/// `nineteen ninety-six`, `the year two thousand`.
fn spelled(r: &Reader, i: usize) -> Option<Read> {
    let (year, end) = spelled_year(r, i)?;
    Some(Read::new(end, Meaning::Year(year)))
}

fn spelled_year(r: &Reader, i: usize) -> Option<(i16, usize)> {
    let hundreds = match r.word(i) {
        "nineteen" => 1900,
        "eighteen" => 1800,
        "twenty" => 2000,
        "two" if r.word(i + 1) == "thousand" && r.before(i, 1) == "year" => return Some((2000, i + 2)),
        _ => return None,
    };
    let tens = numeral::small(r.word(i + 1)).filter(|n| *n >= 10)?;
    let at = r.past_hyphen(i + 2);
    let ones = if tens >= 20 { numeral::small(r.word(at)).filter(|n| (1..10).contains(n)) } else { None };
    let end = if ones.is_some() { at + 1 } else { i + 2 };
    if hundreds == 2000 && ones.is_none() && tens >= 20 {
        return None;
    }
    Some((i16::try_from(hundreds + tens + ones.unwrap_or(0)).ok()?, end))
}

/// A year alone, where what stands around it says that it is one.
fn year(r: &Reader, i: usize) -> Option<Read> {
    let value = r.year(i)?;
    let read = Some(Read::new(i + 1, Meaning::Year(value)));
    let joined =
        |at: usize| matches!(r.word(at), "-" | "–" | "/" | "." | ":" | "°") && r.glued(at) && r.glued(at + 1);
    let span = joined(i + 1)
        && matches!(r.word(i + 1), "-" | "–" | "/")
        && r.plain(i + 2).is_some_and(|(_, n)| n == 2 || n == 4);
    let hyphen_before = r.glued(i) && i > r.from && matches!(r.before(i, 1), "-" | "–" | "/");
    let span_before = hyphen_before && i >= 2 && r.year(i - 2).is_some();
    let adjective = hyphen_before && matches!(r.before(i, 2), "mid" | "post" | "pre" | "early" | "late");
    if span_before || adjective {
        return read;
    }
    if hyphen_before || joined(i + 1) && !span {
        // `F-2000`, `2000-strong`, but `2015-dated` is as rare.
        return None;
    }
    if r.glued(i)
        && i > r.from
        && !matches!(r.before(i, 1), "(" | "[" | "“" | "\"" | "‘" | "'" | "’" | "—" | ",")
    {
        return None;
    }
    let next = r.word(i + 1);
    if r.glued(i + 1) && matches!(next, "%" | "°" | "$") {
        return None;
    }
    let modern = (1800..=2199).contains(&value);
    let before = r.before(i, 1);
    let plural = r.is(i + 1, Kind::Word)
        && next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !matches!(
            next,
            "this"
                | "was"
                | "does"
                | "says"
                | "has"
                | "census"
                | "always"
                | "perhaps"
                | "elections"
                | "olympics"
                | "games"
        );
    let measured = super::super::number::unit::follows(r.lexemes, i + 1, r.to);
    if measured {
        return None;
    }
    let led = matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "of"
            | "during"
            | "before"
            | "after"
            | "through"
            | "late"
            | "early"
            | "mid"
            | "circa"
            | "year"
            | "fiscal"
            | "between"
            | "for"
            | "season"
            | "summer"
            | "winter"
            | "autumn"
    );
    if led && !plural && (modern || matches!(before, "in" | "year" | "circa")) {
        return read;
    }
    if !modern {
        return None;
    }
    // `between 1998 and 2001`, `2019 and 2020`
    let two = i >= 2 && matches!(before, "and" | "to" | "or" | "-" | "–" | ",") && r.year(i - 2).is_some();
    let two_ahead = matches!(next, "and" | "or") && r.year(i + 2).is_some();
    if two || two_ahead || span {
        return read;
    }
    if matches!(before, "(" | "[" | "©") && matches!(next, ")" | "]" | "," | ";") {
        return read;
    }
    // A name that ends with a number: `Euro 2020`.
    if i > r.from
        && r.is(i - 1, Kind::Word)
        && r.capital(i - 1)
        && !matches!(before, "a" | "an" | "the" | "in" | "its" | "his" | "her")
    {
        return None;
    }
    let near = (1900..=2050).contains(&value);
    let noun = r.is(i + 1, Kind::Word) && !plural && !r.glued(i + 1);
    let owned = matches!(
        before,
        "a" | "an" | "the" | "s" | "his" | "her" | "their" | "its" | "our" | "this" | "newly"
    );
    let opens = i == r.from || matches!(before, "." | ":" | "“" | "\"");
    let described = i > r.from && r.is(i - 1, Kind::Word) && !numeral::small(before).is_some();
    if near && (noun && (owned || described) || opens && (noun || next == ":" || next == ",")) {
        return read;
    }
    None
}

/// Whether the word before a year says that something happened then.
pub(super) fn dates(before: &str) -> bool {
    matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "during"
            | "before"
            | "after"
            | "through"
            | "and"
            | "to"
            | "of"
            | ","
            | "("
    )
}
