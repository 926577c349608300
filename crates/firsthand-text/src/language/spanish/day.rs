//! Dates in their own words: `3 de mayo de 2024`, `mayo`, `martes`, `2010`, `siglo XX`, `tercer trimestre de 2009`.

use super::numeral;
use super::scan::Scan;
use super::time::Read;
use crate::language::time::meaning::{Clock, Meaning, Part, Pick, Season, Stretch, Zone};
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
fn trailing(s: &Scan, end: usize, pick: Pick) -> (Pick, usize) {
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
            if digits <= 2 && !(s.glued(i) && !matches!(s.before(i, 1), "-" | "–" | "(")) =>
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

/// `de 2024`, `del 2024`, `del año 2024`, ` 2024`, `, 2024`.
fn year_behind(s: &Scan, end: usize) -> Option<(i16, usize)> {
    let at = match s.word(end) {
        "de" | "del" if s.word(end + 1) == "año" => end + 2,
        "de" | "del" | "," => end + 1,
        _ => end,
    };
    let year = four(s, at)?;
    Some((year, at + 1))
}

/// A year in four digits that belongs to no code.
fn four(s: &Scan, i: usize) -> Option<i16> {
    let (value, digits) = s.plain(i)?;
    let free = !s.glued(i + 1) || !s.is_word(i + 1) && !matches!(s.word(i + 1), "%" | "-" | "€" | "$");
    let span = matches!(s.word(i + 1), "-" | "–") && s.plain(i + 2).is_some_and(|(_, n)| n == 2 || n == 4);
    (digits == 4 && (1000..2200).contains(&value) && (free || span)).then(|| i16::try_from(value).ok())?
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

/// `tercer trimestre de 2009`, `primera mitad de 2010`, `verano pasado`.
fn stretch(s: &Scan, at: usize, pick: Pick) -> Option<Read> {
    let season = match s.word(at) {
        "primavera" => Some(Season::Spring),
        "verano" => Some(Season::Summer),
        "otoño" => Some(Season::Autumn),
        "invierno" => Some(Season::Winter),
        _ => None,
    };
    let (stretch, end) = match season {
        Some(season) => (Stretch::Season(season), at + 1),
        None => {
            let (n, end) = numeral::ordinal(s, at)?;
            let n = n as i8;
            match s.word(end) {
                "trimestre" if n <= 4 => (Stretch::Quarter(n), end + 1),
                "semestre" | "mitad" if n <= 2 => (Stretch::Half(n), end + 1),
                _ => return None,
            }
        }
    };
    let (year, end) = year_behind(s, end).map_or((None, end), |(y, e)| (Some(y), e));
    let half = matches!(stretch, Stretch::Half(_)) && s.word(end - 1) == "mitad";
    let (pick, end) = if year.is_none() { trailing(s, end, pick) } else { (pick, end) };
    (!half).then(|| Read::new(end, Meaning::Stretch { year, stretch, pick }))
}

fn year(s: &Scan, i: usize) -> Option<Read> {
    if s.word(i) == "año" {
        return four(s, i + 1).map(|y| Read::new(i + 2, Meaning::Year(y)));
    }
    let year = four(s, i)?;
    let led = matches!(
        s.before(i, 1),
        "en" | "de"
            | "del"
            | "desde"
            | "hasta"
            | "para"
            | "entre"
            | "hacia"
            | "durante"
            | "y"
            | "("
            | "a"
            | "el"
            | "-"
            | "–"
            | "partir"
    );
    let things = s.is_word(i + 1) && s.word(i + 1).ends_with('s') && s.word(i + 1).len() > 4;
    (led && (1500..2200).contains(&year) && !things && !s.glued(i)
        || led && matches!(s.before(i, 1), "(" | "-" | "–"))
    .then(|| Read::new(i + 1, Meaning::Year(year)))
}

/// `años noventa`, `años 90`, `década de 1990`, `década de los noventa`.
fn decade(s: &Scan, i: usize) -> Option<Read> {
    let at = s.past_any(i, &["década de los años", "década de los", "década del", "década de", "años"])?;
    if let Some(year) = four(s, at).filter(|_| s.word(i) == "década") {
        return Some(Read::new(at + 1, Meaning::Decade(year / 10)));
    }
    let tens = match (s.plain(at), s.word(at)) {
        (Some((n, 2)), _) if n % 10 == 0 => i16::try_from(n / 10).ok()?,
        (_, "veinte") => 2,
        (_, "treinta") => 3,
        (_, "cuarenta") => 4,
        (_, "cincuenta") => 5,
        (_, "sesenta") => 6,
        (_, "setenta") => 7,
        (_, "ochenta") => 8,
        (_, "noventa") => 9,
        _ => return None,
    };
    let free = s.word(i) == "década" || matches!(s.before(i, 1), "los");
    (free && !(s.is_word(at + 1) && s.word(at + 1) == "y"))
        .then(|| Read::new(at + 1, Meaning::Decade(190 + tens)))
}

/// `siglo XX`.
fn century(s: &Scan, i: usize) -> Option<Read> {
    if s.word(i) != "siglo" {
        return None;
    }
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let digits: Vec<i16> = s.raw(i + 1).chars().map(value).collect::<Option<_>>()?;
    let sum: i16 = digits
        .iter()
        .enumerate()
        .map(|(n, d)| if digits.get(n + 1).is_some_and(|next| next > d) { -d } else { *d })
        .sum();
    (1..=21).contains(&sum).then(|| Read::new(i + 2, Meaning::Century(sum - 1)))
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

/// `10:30`, `10:30 horas`, `las cinco de la tarde`, `17.30 horas`.
pub(super) fn clock(s: &Scan, i: usize) -> Option<Read> {
    let colon = s.word(i + 1) == ":" && s.glued(i + 1) && s.glued(i + 2);
    let point = s.raw(i).split_once('.').filter(|(h, m)| h.len() <= 2 && m.len() == 2);
    let (hour, minute, end) = if colon {
        let (minute, digits) = s.plain(i + 2)?;
        if digits != 2 || s.glued(i + 3) && matches!(s.word(i + 3), ":" | "-") {
            return None;
        }
        (s.plain(i).filter(|(_, n)| *n <= 2)?.0, Some(minute), i + 3)
    } else if let Some((hour, minute)) = point {
        if !matches!(s.word(i + 1), "horas" | "h") {
            return None;
        }
        (hour.parse().ok()?, Some(minute.parse().ok()?), i + 1)
    } else {
        if !matches!(s.before(i, 1), "las" | "la") || s.glued(i) {
            return None;
        }
        let read = numeral::read(s, i).filter(|n| n.value <= 24.0 && n.value.fract() == 0.0 && !n.scaled)?;
        (read.value as u32, None, read.end)
    };
    let hours = matches!(s.word(end), "horas" | "h" | "hs" | "hora");
    let end = if hours { end + 1 } else { end };
    let of_day = part(s, end).filter(|_| s.word(end) == "de");
    if minute.is_none() && !of_day.is_some_and(|_| hour <= 12) && !(hours && s.before(i, 2) == "a") {
        return None;
    }
    let late = matches!(of_day, Some((Part::Afternoon | Part::Night | Part::Evening, _))) && hour < 12;
    let hour = i8::try_from(if late { hour + 12 } else { hour }).ok().filter(|h| (0..=24).contains(h))?;
    let minute = match minute {
        Some(m) => Some(i8::try_from(m).ok().filter(|m| *m < 60)?),
        None => None,
    };
    let zone = if matches!(s.raw(of_day.map_or(end, |(_, e)| e)), "GMT" | "UTC") {
        Zone::Offset(0)
    } else {
        Zone::Local
    };
    let end = of_day.map_or(end, |(_, e)| e) + usize::from(zone != Zone::Local);
    let clock = Some(Clock::At { hour, minute, second: None, zone });
    Some(Read { clock, ..Read::new(end, Meaning::TimeOfDay) })
}

/// `por la mañana`, `de la tarde`, `en la noche`: the part of the day and one past it.
pub(super) fn part(s: &Scan, i: usize) -> Option<(Part, usize)> {
    if !matches!(s.word(i), "por" | "de" | "en" | "a") || s.word(i + 1) != "la" {
        return s.past_any(i, &["al mediodía", "a mediodía"]).map(|end| (Part::Noon, end));
    }
    Some((part_of(s.word(i + 2))?, i + 3))
}

/// A part of the day by its word.
pub(super) fn part_of(word: &str) -> Option<Part> {
    Some(match word {
        "mañana" => Part::Morning,
        "tarde" => Part::Afternoon,
        "noche" => Part::Night,
        "madrugada" => Part::Dawn,
        "medianoche" => Part::Midnight,
        "mediodía" => Part::Noon,
        _ => return None,
    })
}
