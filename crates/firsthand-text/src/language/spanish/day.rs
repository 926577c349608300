//! Days and months in their own words: `3 de mayo de 2024`, `mayo`, `martes`, `fin de semana`, `12/03/2031`.

use super::numeral;
use super::scan::Scan;
use super::time::Read;
use super::year::{century, decade, stretch, year, year_behind};
use crate::language::time::meaning::{Meaning, Pick};
use jiff::civil::Date;

/// Any date that begins here.
pub(super) fn date(s: &Scan, i: usize) -> Option<Read> {
    if s.capital(i) && i > s.from && !(weekday_of(s.word(i)).is_some() && s.before(i, 1) == "el") {
        return None;
    }
    let (pick, at) = leading(s, i);
    numeric(s, i)
        .or_else(|| weekday(s, at, pick))
        .or_else(|| day_month(s, at, pick))
        .or_else(|| month(s, at, pick))
        .or_else(|| weekend(s, at, pick))
        .or_else(|| stretch(s, at, pick))
        .or_else(|| year(s, i))
        .or_else(|| decade(s, i))
        .or_else(|| century(s, i))
}

/// `pasado`, `próximo`, `este` before a name of the calendar.
fn leading(s: &Scan, i: usize) -> (Pick, usize) {
    match s.word(i) {
        "pasado" | "pasada" | "último" | "última" => (Pick::Last, i + 1),
        "próximo" | "próxima" => (Pick::Next, i + 1),
        "este" | "esta" => (Pick::This, i + 1),
        _ => (Pick::Bare, i),
    }
}

/// `pasado`, `próximo`, `que viene`, `siguiente`, `anterior` behind it, which says more than what leads it.
pub(super) fn trailing(s: &Scan, end: usize, pick: Pick) -> (Pick, usize) {
    match s.word(end) {
        // `el lunes pasado mañana`: no
        "pasado" | "pasada" if s.word(end + 1) != "mañana" => (Pick::Last, end + 1),
        "último" | "última" => (Pick::Last, end + 1),
        "próximo" | "próxima" | "entrante" => (Pick::Next, end + 1),
        "que" if s.word(end + 1) == "viene" => (Pick::Next, end + 2),
        "siguiente" => (Pick::Following, end + 1),
        "anterior" => (Pick::Previous, end + 1),
        _ => (pick, end),
    }
}

pub(super) fn month_of(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let at = MONTHS.iter().position(|m| *m == word).or((word == "setiembre").then_some(8))?;
    i8::try_from(at + 1).ok()
}

pub(super) fn weekday_of(word: &str) -> Option<i8> {
    let day = match word {
        "lunes" => 1,
        "martes" => 2,
        "miércoles" => 3,
        "jueves" => 4,
        "viernes" => 5,
        "sábado" | "sábados" => 6,
        "domingo" | "domingos" => 7,
        _ => return None,
    };
    Some(day)
}

fn weekday(s: &Scan, at: usize, pick: Pick) -> Option<Read> {
    let day = weekday_of(s.word(at))?;
    if matches!(s.before(at, 1), "los" | "cada") {
        return Some(Read::new(at + 1, Meaning::EveryWeekday(day)));
    }
    // `martes 3 de mayo`, `martes, 3 de mayo`
    let comma = if s.word(at + 1) == "," { at + 2 } else { at + 1 };
    if let Some(read) = day_month(s, comma, pick) {
        return Some(read);
    }
    let (pick, end) = trailing(s, at + 1, pick);
    Some(Read::new(end, Meaning::Weekday { day, pick }))
}

/// The day of the month at `i`: `3`, `1º`, `primero`.
fn number(s: &Scan, i: usize) -> Option<(i8, usize)> {
    if s.word(i) == "primero" {
        return Some((1, i + 1));
    }
    let raised = numeral::ordinal(s, i).filter(|_| s.is_digits(i));
    let (value, end) = match (raised, s.plain(i)) {
        (Some((value, end)), _) => (value as u32, end),
        (None, Some((value, digits)))
            if digits <= 2 && (!s.glued(i) || matches!(s.before(i, 1), "-" | "–" | "(")) =>
        {
            (value, i + 1)
        }
        (None, None) if s.is_word(i) => {
            let read = numeral::read(s, i).filter(|n| !n.scaled)?;
            (read.value as u32, read.end)
        }
        _ => return None,
    };
    (1..=31).contains(&value).then(|| Some((i8::try_from(value).ok()?, end)))?
}

fn day_month(s: &Scan, i: usize, pick: Pick) -> Option<Read> {
    let (day, end) = number(s, i)?;
    let (month, end) = match s.word(end) {
        "de" => (month_of(s.word(end + 1))?, end + 2),
        // `3 y 5 de mayo`, `3 al 5 de mayo`, `3 y el 5 de mayo`
        "y" | "al" | "a" | "-" | "–" => {
            let next = end + 1 + usize::from(s.word(end + 1) == "el");
            let read = number(s, next).and_then(|_| day_month(s, next, pick))?;
            let Meaning::Day { year, month, day: other } = read.meaning else { return None };
            return (day < other).then(|| Read::new(end, Meaning::Day { year, month, day }));
        }
        word => (month_of(word).filter(|_| s.is_digits(i))?, end + 1),
    };
    let (year, end) = year_behind(s, end).map_or((None, end), |(y, e)| (Some(y), e));
    Date::new(year.unwrap_or(2000), month, day).ok()?;
    let (_, end) = if year.is_none() { trailing(s, end, pick) } else { (pick, end) };
    Some(Read::new(end, Meaning::Day { year, month, day }))
}

fn month(s: &Scan, at: usize, pick: Pick) -> Option<Read> {
    let month = month_of(s.word(at))?;
    if s.before(at, 1) == "cada" {
        return Some(Read::new(at + 1, Meaning::EveryMonth(month)));
    }
    if let Some((year, end)) = year_behind(s, at + 1).filter(|_| s.word(at + 1) != ",") {
        return Some(Read::new(end, Meaning::Month { year: Some(year), month, pick }));
    }
    if let Some(end) = s.past_any(at + 1, &["del año pasado", "del pasado año"]) {
        return Some(Read::new(end, Meaning::MonthOf { month, years: -1 }));
    }
    let (pick, end) = trailing(s, at + 1, pick);
    Some(Read::new(end, Meaning::Month { year: None, month, pick }))
}

fn weekend(s: &Scan, at: usize, pick: Pick) -> Option<Read> {
    let end = s.past(at, "fin de semana")?;
    let (pick, end) = trailing(s, end, pick);
    Some(Read::new(end, Meaning::Weekend(pick)))
}

/// `15/03/2031`, `15-03-2031`, `15.03.2031` (day first), `2031-03-15`.
fn numeric(s: &Scan, i: usize) -> Option<Read> {
    let raw = s.raw(i);
    let parts: Vec<u32> = if raw.matches('.').count() == 2 {
        raw.split('.').filter_map(|p| p.parse().ok()).collect()
    } else {
        let mark = s.word(i + 1);
        let whole = matches!(mark, "-" | "/") && s.word(i + 3) == mark && (i + 1..i + 5).all(|k| s.glued(k));
        if !whole {
            return None;
        }
        [i, i + 2, i + 4].into_iter().filter_map(|k| Some(s.plain(k)?.0)).collect()
    };
    let end = if raw.contains('.') { i + 1 } else { i + 5 };
    let [a, b, c] = parts[..] else { return None };
    let (year, month, day) = if a > 31 { (a, b, c) } else { (c, b, a) };
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = Date::new(year, month, day).ok().filter(|_| year > 999)?;
    Some(Read::new(end, Meaning::Day { year: Some(date.year()), month, day }))
}
