//! Expressions that hang on another day: `ayer`, `semana pasada`, `hace dos años`, `día siguiente`, `cuatro años`.

use super::scan::Scan;
use super::time::Read;
use super::{clock, count, day, numeral, unit};
use crate::language::time::Modifier;
use crate::language::time::meaning::{Clock, From, Meaning, Part, Reference, Unit};

/// Any relative expression that begins here.
pub(super) fn shift(s: &Scan, i: usize) -> Option<Read> {
    named_day(s, i)
        .or_else(|| ago(s, i))
        .or_else(|| picked(s, i))
        .or_else(|| every(s, i))
        .or_else(|| length(s, i))
        .or_else(|| reference(s, i))
}

fn moved(end: usize, count: f64, unit: Unit, from: From) -> Read {
    let sign = if count < 0.0 { -1 } else { 1 };
    Read::new(end, Meaning::Shift { count: Some(count.abs()), sign, unit, from })
}

/// `hoy`, `ayer`, `anteayer`, `mañana`, `pasado mañana`, `anoche`, `esta noche`.
fn named_day(s: &Scan, i: usize) -> Option<Read> {
    let speech = |end, days| moved(end, days, Unit::Day, From::Speech);
    let capital = s.capital(i) && i > s.from && s.capital(i - 1);
    Some(match s.word(i) {
        "hoy" if !capital => speech(i + 1, 0.0),
        "ayer" => speech(i + 1, -1.0),
        "anteayer" | "antier" => speech(i + 1, -2.0),
        "anoche" => Read { clock: Some(Clock::Part(Part::Night)), ..speech(i + 1, -1.0) },
        "pasado" if s.word(i + 1) == "mañana" => speech(i + 2, 2.0),
        // `la mañana` is a part of the day
        "mañana" if !matches!(s.before(i, 1), "la" | "esta" | "una" | "cada" | "misma" | "toda") => {
            speech(i + 1, 1.0)
        }
        "esta" => Read { clock: Some(Clock::Part(clock::part_of(s.word(i + 1))?)), ..speech(i + 2, 0.0) },
        _ => return None,
    })
}

/// A number of units from `i`: count (None where it is vague), unit, one past it.
fn units(s: &Scan, i: usize) -> Option<(Option<f64>, Unit, usize)> {
    let (i, vague) = match s.word(i) {
        "unos" | "unas" if numeral::read(s, i + 1).is_none() => (i + 1, true),
        "unos" | "unas" | "casi" | "apenas" => (i + 1, false),
        "varios" | "varias" | "algunos" | "algunas" | "pocos" | "pocas" | "muchos" | "muchas" => {
            (i + 1, true)
        }
        _ => (i, false),
    };
    if vague {
        let at = if matches!(s.word(i), "pocos" | "pocas" | "cuantos" | "cuantas") { i + 1 } else { i };
        let (unit, _) = unit::span(s.word(at))?;
        return Some((None, unit, at + 1));
    }
    let (value, at) = match (numeral::read(s, i), s.word(i)) {
        (Some(n), _) => (n.value, n.end),
        (None, "un" | "una") if s.past(i + 1, "par de").is_some() => (2.0, i + 3),
        (None, "un" | "una") => (1.0, i + 1),
        (None, "medio" | "media") => (0.5, i + 1),
        _ => return None,
    };
    let (unit, by) = unit::span(s.word(at))?;
    let half = s.past(at + 1, "y medio").or_else(|| s.past(at + 1, "y media"));
    let value = value + if half.is_some() { 0.5 } else { 0.0 };
    Some((Some(value * by), unit, half.unwrap_or(at + 1)))
}

/// `hace dos años`, `dentro de tres días`, `dos días después`, `dos años antes`, `dos años atrás`.
fn ago(s: &Scan, i: usize) -> Option<Read> {
    let shift = |end, count: Option<f64>, sign, unit, from| {
        Read::new(end, Meaning::Shift { count, sign, unit, from })
    };
    if s.word(i) == "hace" {
        let (modifier, at) =
            match s.past_any(i + 1, &["más de", "menos de", "alrededor de", "cerca de", "ya"]) {
                Some(at) if s.word(i + 1) == "más" => (Some(Modifier::MoreThan), at),
                Some(at) if s.word(i + 1) == "menos" => (Some(Modifier::LessThan), at),
                Some(at) if s.word(i + 1) != "ya" => (Some(Modifier::Approx), at),
                Some(at) => (None, at),
                None => (None, i + 1),
            };
        let about = matches!(s.word(at), "unos" | "unas" | "casi").then_some(Modifier::Approx);
        let (count, unit, end) = units(s, at)?;
        return Some(Read { modifier: modifier.or(about), ..shift(end, count, -1, unit, From::Speech) });
    }
    if let Some(at) = s.past(i, "dentro de") {
        let (count, unit, end) = units(s, at)?;
        return Some(shift(end, count, 1, unit, From::Speech));
    }
    let (count, unit, end) = units(s, i)?;
    let open = |at: usize| !matches!(s.word(at), "de" | "del" | "que");
    match s.word(end) {
        "después" | "más" if s.word(end) == "después" && open(end + 1) || s.word(end + 1) == "tarde" => {
            let end = end + 1 + usize::from(s.word(end + 1) == "tarde");
            Some(shift(end, count, 1, unit, From::Narrated))
        }
        "antes" if open(end + 1) => Some(shift(end + 1, count, -1, unit, From::Narrated)),
        "atrás" => Some(shift(end + 1, count, -1, unit, From::Speech)),
        _ => None,
    }
}

/// `semana pasada`, `pasado año`, `próximo mes`, `este año`, `día siguiente`, `año que viene`.
fn picked(s: &Scan, i: usize) -> Option<Read> {
    let single = |word: &str| {
        let (unit, by) = unit::span(word)?;
        (by == 1.0 && !word.ends_with('s') || word == "mes").then_some(unit)
    };
    let lead = match s.word(i) {
        "pasado" | "pasada" => Some(-1.0),
        "próximo" | "próxima" => Some(1.0),
        "este" | "esta" => Some(0.0),
        _ => None,
    };
    if let Some(by) = lead {
        let unit = single(s.word(i + 1)).filter(|u| *u >= Unit::Day)?;
        let mismo = usize::from(s.word(i + 2) == "mismo");
        return Some(moved(i + 2 + mismo, by, unit, From::Speech));
    }
    let unit = single(s.word(i))?;
    let end = i + 2;
    Some(match s.word(i + 1) {
        "pasado" | "pasada" => moved(end, -1.0, unit, From::Speech),
        "próximo" | "próxima" | "entrante" => moved(end, 1.0, unit, From::Speech),
        "que" if s.word(end) == "viene" => moved(end + 1, 1.0, unit, From::Speech),
        "siguiente" => moved(end, 1.0, unit, From::Narrated),
        "anterior" | "previo" | "previa" => moved(end, -1.0, unit, From::Narrated),
        "después" => moved(end, 1.0, unit, From::Narrated),
        _ => return None,
    })
}

/// `cada año`, `todos los días`, `cada dos semanas`, `a diario`.
fn every(s: &Scan, i: usize) -> Option<Read> {
    if let Some(end) = s.past_any(i, &["a diario", "diariamente"]) {
        return Some(Read::new(end, Meaning::Every { count: 1.0, unit: Unit::Day }));
    }
    if s.word(i) == "cada" {
        if let Some((unit, by)) = unit::span(s.word(i + 1)).filter(|(u, _)| *u >= Unit::Day) {
            return Some(Read::new(i + 2, Meaning::Every { count: by, unit }));
        }
        let (count, unit, end) = units(s, i + 1)?;
        return Some(Read::new(end, Meaning::Every { count: count?, unit }));
    }
    let at = s.past_any(i, &["todos los", "todas las"])?;
    if let Some(day) = day::weekday_of(s.word(at)) {
        return Some(Read::new(at + 1, Meaning::EveryWeekday(day)));
    }
    let (unit, by) = unit::span(s.word(at)).filter(|(u, _)| *u >= Unit::Day)?;
    Some(Read::new(at + 1, Meaning::Every { count: by, unit }))
}

/// `cuatro años`, `24 horas`, `varias semanas`; an age is none.
fn length(s: &Scan, i: usize) -> Option<Read> {
    if matches!(s.word(i), "un" | "una")
        && !matches!(s.before(i, 1), "durante" | "de" | "por" | "en" | "tras")
    {
        return None;
    }
    let (count, unit, end) = units(s, i)?;
    let number = numeral::read(s, i);
    let aged =
        unit == Unit::Year && number.is_some_and(|n| n.value < 130.0) && count::age(s, i, end).is_some();
    if aged || s.glued(i) || unit < Unit::Minute && count.is_none() {
        return None;
    }
    let modifier = match count::before(s, i).map(|(bound, _)| bound) {
        Some(crate::language::number::Bound::More) => Some(Modifier::MoreThan),
        Some(crate::language::number::Bound::Less) => Some(Modifier::LessThan),
        Some(crate::language::number::Bound::AtLeast) => Some(Modifier::EqualOrMore),
        Some(crate::language::number::Bound::AtMost) => Some(Modifier::EqualOrLess),
        Some(crate::language::number::Bound::About) => Some(Modifier::Approx),
        _ => None,
    };
    Some(Read { modifier, ..Read::new(end, Meaning::Duration { count, unit }) })
}

/// `ahora`, `actualmente`, `recientemente`, `en el futuro`.
fn reference(s: &Scan, i: usize) -> Option<Read> {
    let reference = match s.word(i) {
        "ahora" if s.word(i + 1) != "bien" => Reference::Present,
        "actualmente" | "actualidad" => Reference::Present,
        "recientemente" | "últimamente" => Reference::Past,
        "futuro" if s.before(i, 1) == "el" && s.before(i, 2) == "en" => Reference::Future,
        _ => return None,
    };
    Some(Read::new(i + 1, Meaning::Reference(reference)))
}
