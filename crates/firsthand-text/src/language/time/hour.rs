//! Times of day that lean on other words: `8 tonight`, `9 to 11 p.m.`, `in the morning`.

use super::clock::clock;
use super::meaning::{Clock, Meaning, Part, Zone};
use super::reader::{Read, Reader};
use super::relative;
use super::words::Term;
use crate::language::number::figure;
use crate::language::number::lexeme::Kind;

/// A time of day within a part of the day: `8` of `tonight` is 20. None for hours past midnight, whose day is not clear.
pub(super) fn in_part(clock: Clock, part: Part) -> Option<Clock> {
    let Clock::At { hour, minute, second, zone } = clock else { return None };
    let hour = match (part, hour) {
        (Part::Morning | Part::Dawn, 0..=12) => hour % 12,
        (Part::Afternoon, 1..=6) | (Part::Evening | Part::Night, 4..=11) => hour + 12,
        (Part::Afternoon, 12..=18) | (Part::Evening | Part::Night, 16..=23) => hour,
        _ => return None,
    };
    Some(Clock::At { hour, minute, second, zone })
}

/// A time of day behind `at`, where a bare hour is one too: `tonight at 8`.
pub(super) fn clock_or_hour(r: &Reader, i: usize) -> Option<(Clock, usize)> {
    if let Some((time @ Clock::At { .. }, end)) = clock(r, i) {
        return Some((time, end));
    }
    let hour =
        r.plain(i).filter(|(_, digits)| *digits <= 2).map(|(n, _)| n).or_else(|| figure::small(r.word(i)))?;
    let hour = i8::try_from(hour).ok().filter(|h| (1..=12).contains(h))?;
    let ends = i + 1 >= r.to
        || r.is(i + 1, Kind::Mark) && !r.glued(i + 2)
        || r.is(i + 1, Kind::Word) && !r.glued(i + 1);
    ends.then_some((Clock::At { hour, minute: None, second: None, zone: Zone::Local }, i + 1))
}

/// `in the morning`, `by mid-afternoon`: a part of the day that is told of.
pub(super) fn part_alone(r: &Reader, i: usize) -> Option<Read> {
    let read =
        |end, part| Read { end, meaning: Meaning::TimeOfDay, modifier: None, clock: Some(Clock::Part(part)) };
    if r.word(i) == "mid" {
        let at = r.past_hyphen(i + 1);
        return match r.term(at) {
            Some(Term::Part(part @ (Part::Morning | Part::Afternoon))) => Some(read(at + 1, part)),
            _ => None,
        };
    }
    if r.word(i) != "the" || r.before(i, 1) != "in" {
        return None;
    }
    let at = i + 1 + usize::from(matches!(r.word(i + 1), "early" | "late"));
    match r.term(at) {
        Some(Term::Part(part @ (Part::Morning | Part::Afternoon | Part::Evening))) => {
            Some(read(at + 1, part))
        }
        _ => None,
    }
}

/// `8` in `8 to 11 p.m.`, `9:30` in `between 9:30 and 10:30 a.m.`: the half of the day stands behind the second.
pub(super) fn clock_range_start(r: &Reader, i: usize) -> Option<Read> {
    let (hour, digits) = r.plain(i).filter(|(h, digits)| *digits <= 2 && (1..=12).contains(h))?;
    let colon = r.word(i + 1) == ":" && r.glued(i + 1) && r.glued(i + 2);
    let (minute, end) = match r.plain(i + 2).filter(|_| colon) {
        Some((minute, 2)) if minute < 60 => (i8::try_from(minute).ok(), i + 3),
        Some(_) => return None,
        None => (None, i + 1),
    };
    if digits == 0 || !matches!(r.word(end), "-" | "–" | "to" | "and" | "until") {
        return None;
    }
    if matches!(r.word(end), "to" | "and") && !matches!(r.before(i, 1), "from" | "between") {
        return None;
    }
    let (last, past) = clock(r, end + 1)?;
    let Clock::At { hour: last, zone, .. } = last else { return None };
    // Only where the second hour says which half it is of.
    let said = (end + 2..past).any(|at| matches!(r.word(at), "am" | "pm" | "a" | "p" | "m"));
    if !said {
        return None;
    }
    let hour = i8::try_from(hour % 12).ok()?;
    let hour = if last >= 12 && (hour + 12 < last || hour + 12 == last && minute.is_none()) {
        hour + 12
    } else {
        hour
    };
    let at = Clock::At { hour, minute, second: None, zone };
    Some(Read { end, meaning: Meaning::TimeOfDay, modifier: None, clock: Some(at) })
}

/// `8 tonight`, `11 this morning`: an hour led by its preposition, or at the head of the text.
pub(super) fn hour_and_part(r: &Reader, i: usize) -> Option<Read> {
    if i != r.from
        && !matches!(
            r.before(i, 1),
            "at" | "by" | "until" | "till" | "around" | "about" | "from" | "after" | "before"
        )
    {
        return None;
    }
    let (clock, end) = clock_or_hour(r, i)?;
    let read = relative::relative(r, end)?;
    let Some(Clock::Part(part)) = read.clock else { return None };
    Some(Read { clock: Some(in_part(clock, part)?), ..read })
}
