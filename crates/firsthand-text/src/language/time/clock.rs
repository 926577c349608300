//! Times of day: `16:08`, `7:23 p.m. local time`, `1238 GMT`, `noon`.

use super::meaning::{Clock, Part, Zone};
use super::reader::Reader;
use super::zone::zone;
use crate::language::number::figure;
use crate::language::number::lexeme::Kind;

/// A time of day that begins here, and one past it.
pub(super) fn clock(r: &Reader, i: usize) -> Option<(Clock, usize)> {
    match r.word(i) {
        "midday" => return Some((Clock::Part(Part::Midday), i + 1)),
        "noon" => return Some((Clock::Part(Part::Noon), i + 1)),
        "midnight" => return Some((Clock::Part(Part::Midnight), i + 1)),
        _ => {}
    }
    if let Some(hour) = figure::small(r.word(i)).filter(|n| (1..=12).contains(n)) {
        return spoken(r, i, hour);
    }
    if !r.is(i, Kind::Digits) {
        return None;
    }
    let raw = r.lexemes.raw(i);
    if let Some((h, m)) = raw.split_once('.').filter(|(h, m)| h.len() <= 2 && m.len() == 2) {
        // `5.11 pm`: British clocks; without the half of the day it is a decimal number.
        let (half, end) = half(r, i + 1)?;
        return at(r, h.parse().ok()?, Some(m.parse().ok()?), None, Some(half), end);
    }
    let (hour, digits) = r.plain(i)?;
    let colon = r.word(i + 1) == ":" && r.glued(i + 1) && r.glued(i + 2);
    if colon && digits <= 2 {
        let (minute, n) = r.plain(i + 2)?;
        if n != 2 || minute > 59 {
            return None;
        }
        let mut end = i + 3;
        let mut second = None;
        if r.word(end) == ":" && r.glued(end) && r.glued(end + 1) {
            let (value, _) = r.plain(end + 1).or_else(|| fraction(r, end + 1)).filter(|(s, _)| *s <= 60)?;
            second = Some(value.min(59));
            end += 2;
        }
        // A race, a score or a verse: `1:36.6`, `10:35:2`.
        if r.glued(end) && (r.word(end) == ":" || r.is(end, Kind::Digits)) || is_of_a_game(r, end) {
            return None;
        }
        let end = if matches!(r.word(end), "hrs" | "hours") { end + 1 } else { end };
        let (half, end) = half(r, end).map_or((None, end), |(h, e)| (Some(h), e));
        return at(r, hour, Some(minute), second, half, end);
    }
    if let Some((half, end)) = half(r, i + 1).filter(|_| digits <= 2) {
        return at(r, hour, None, None, Some(half), end);
    }
    if let Some((half, end)) = half(r, i + 1).filter(|_| digits == 3 || digits == 4) {
        return at(r, hour / 100, Some(hour % 100), None, Some(half), end);
    }
    if digits == 4
        && hour <= 2400
        && hour % 100 < 60
        && (zone(r, i + 1).is_some() || matches!(r.word(i + 1), "hrs" | "hours"))
    {
        let end = if matches!(r.word(i + 1), "hrs" | "hours") { i + 2 } else { i + 1 };
        return at(r, hour / 100, Some(hour % 100), None, None, end);
    }
    if digits <= 2 {
        return spoken(r, i, hour);
    }
    None
}

/// Whether the clock that ends here is that of a game, which counts down: `with 4:43 to play`, `3:12 left`.
fn is_of_a_game(r: &Reader, end: usize) -> bool {
    match r.word(end) {
        "to" => matches!(r.word(end + 1), "play" | "go" | "spare"),
        "left" | "remaining" | "mark" => true,
        _ => false,
    }
}

/// Whole part of `49.123` in `10:09:49.123`.
fn fraction(r: &Reader, i: usize) -> Option<(u32, usize)> {
    let (whole, _) = r.lexemes.raw(i).split_once('.')?;
    Some((whole.parse().ok()?, whole.len()))
}

/// `10 o'clock`, `four in the morning`.
fn spoken(r: &Reader, i: usize, hour: u32) -> Option<(Clock, usize)> {
    let mut end = i + 1;
    if r.word(end) == "o" && matches!(r.word(end + 1), "'" | "’") && r.word(end + 2) == "clock" {
        end += 3;
        let (half, end) = half(r, end).map_or((None, end), |(h, e)| (Some(h), e));
        return at(r, hour, None, None, half, end);
    }
    if let Some((half, end)) = half(r, end) {
        return at(r, hour, None, None, Some(half), end);
    }
    None
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Evening,
}

/// `a.m.`, `pm`, and one past it.
fn half(r: &Reader, i: usize) -> Option<(Half, usize)> {
    match r.word(i) {
        "in" if r.word(i + 1) == "the" => match r.word(i + 2) {
            "morning" => Some((Half::Morning, i + 3)),
            "afternoon" | "evening" => Some((Half::Evening, i + 3)),
            _ => None,
        },
        "am" => Some((Half::Morning, i + 1)),
        "pm" => Some((Half::Evening, i + 1)),
        "a" | "p" if r.past(i + 1, ".") > i + 1 && r.glued(i + 2) && r.word(i + 2) == "m" => {
            let half = if r.word(i) == "a" { Half::Morning } else { Half::Evening };
            // The point that ends the sentence is the point of the short form.
            Some((half, r.past(i + 3, ".")))
        }
        _ => None,
    }
}

fn at(
    r: &Reader,
    hour: u32,
    minute: Option<u32>,
    second: Option<u32>,
    half: Option<Half>,
    end: usize,
) -> Option<(Clock, usize)> {
    let hour = match (half, hour) {
        (Some(Half::Morning), 12) => 0,
        (Some(Half::Evening), 1..=11) => hour + 12,
        (Some(_), 13..=24) | (None, 0..=24) => hour,
        (Some(_), 1..=12) => hour,
        _ => return None,
    };
    if minute.is_some_and(|m| m > 59) {
        return None;
    }
    let (zone, end) = zone(r, end).unwrap_or((Zone::Local, end));
    let small = |n: Option<u32>| n.and_then(|n| i8::try_from(n).ok());
    Some((
        Clock::At { hour: i8::try_from(hour).ok()?, minute: small(minute), second: small(second), zone },
        end,
    ))
}
