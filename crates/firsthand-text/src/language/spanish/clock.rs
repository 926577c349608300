//! Times of day: `10:30`, `17.30 horas`, `las cinco de la tarde`; parts of the day.

use super::numeral;
use super::scan::Scan;
use super::time::Read;
use crate::language::time::meaning::{Clock, Meaning, Part, Zone};

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
    if minute.is_none() && of_day.is_none_or(|_| hour > 12) && !(hours && s.before(i, 2) == "a") {
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
