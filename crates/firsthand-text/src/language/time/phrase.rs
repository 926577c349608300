//! Whole phrases: a date with its stage (`the end of June`), with its article, with its time of day.

use super::clock::clock;
use super::hour::{clock_or_hour, clock_range_start, hour_and_part, in_part, part_alone};
use super::meaning::{Clock, From, Inner, Meaning, Part, Pick, Unit};
use super::reader::{Read, Reader};
use super::words::Term;
use super::year::century_in_digits;
use super::zone::zone;
use super::{Modifier, date, feast, inside, relative};
use crate::language::number::lexeme::Kind;

/// `early`, `the end of`, `mid-` before a date, and the date.
pub(super) fn staged(r: &Reader, i: usize) -> Option<Read> {
    let the = usize::from(r.word(i) == "the");
    let stage = match r.word(i + the) {
        "early" => Some((Modifier::Start, i + the + 1)),
        "late" => Some((Modifier::End, i + the + 1)),
        "mid" | "middle" if r.word(i + the + 1) != "of" => Some((Modifier::Mid, r.past_hyphen(i + the + 1))),
        "earlier" => Some((Modifier::Start, i + the + 1 + usize::from(r.word(i + the + 1) == "in"))),
        "later" => Some((Modifier::End, i + the + 1 + usize::from(r.word(i + the + 1) == "in"))),
        "beginning" | "start" | "outset" if r.word(i + the + 1) == "of" => {
            Some((Modifier::Start, i + the + 2))
        }
        "end" | "close" if r.word(i + the + 1) == "of" => Some((Modifier::End, i + the + 2)),
        "middle" if r.word(i + the + 1) == "of" => Some((Modifier::Mid, i + the + 2)),
        _ => None,
    };
    if let Some((modifier, at)) = stage {
        // `early on Tuesday`
        let on = usize::from(
            r.word(at) == "on" && matches!(r.word(i + the), "early" | "late" | "earlier" | "later"),
        );
        let at = r.past_hyphen(at + on);
        let inner = core(r, at).or_else(|| whole_period(r, at));
        if let Some(mut read) = inner.filter(stageable) {
            if on == 1 {
                return None;
            }
            read.modifier = Some(modifier);
            return Some(read);
        }
    }
    // `fiscal 1989`, `the fiscal third quarter`
    if r.word(i + the) == "fiscal" {
        let at = r.past_hyphen(i + the + 1);
        let inner = date::date(r, at).or_else(|| r.year(at).map(|y| Read::new(at + 1, Meaning::Year(y))));
        return inner.filter(|read| matches!(read.meaning, Meaning::Year(_) | Meaning::Stretch { .. }));
    }
    // `the year-end`, `the weekend`, `the third quarter`, `the 1980s`
    core(r, i).or_else(|| if the == 1 { with_article(r, i + 1) } else { None })
}

pub(super) fn stageable(read: &Read) -> bool {
    matches!(
        read.meaning,
        Meaning::Day { .. }
            | Meaning::Month { .. }
            | Meaning::MonthOf { .. }
            | Meaning::Year(_)
            | Meaning::Decade(_)
            | Meaning::Century(_)
            | Meaning::Stretch { .. }
            | Meaning::Weekday { .. }
            | Meaning::Weekend(_)
    ) || matches!(read.meaning, Meaning::Shift { count: Some(n), .. } if n <= 1.0)
}

/// `the year`, `the month`: the one that is now, behind `the end of` and its like.
pub(super) fn whole_period(r: &Reader, i: usize) -> Option<Read> {
    if r.word(i) != "the" {
        return None;
    }
    let at = i + 1;
    let at = if matches!(r.word(at), "fiscal" | "calendar") { at + 1 } else { at };
    let (unit, _, plural, end) = r.unit(at)?;
    // `later in the day`
    if !plural
        && unit == Unit::Day
        && r.before(i, 1) == "in"
        && matches!(r.before(i, 2), "later" | "earlier" | "late" | "early")
    {
        return Some(Read::new(
            end,
            Meaning::Shift { count: Some(0.0), sign: 1, unit, from: From::Narrated },
        ));
    }
    (!plural && unit >= Unit::Week && r.word(end) != "of")
        .then(|| Read::new(end, Meaning::Shift { count: Some(0.0), sign: 1, unit, from: From::Speech }))
}

/// What may stand behind `the`.
pub(super) fn with_article(r: &Reader, at: usize) -> Option<Read> {
    if r.term(at) == Some(Term::Weekend) {
        return Some(Read::new(at + 1, Meaning::Weekend(Pick::Bare)));
    }
    // `the 24th of April`, `the 1988 third quarter`, `the year 2000`
    if let Some(year) = r.year(at)
        && let Some(mut read) = date::date(r, at + 1)
        && let Meaning::Stretch { year: None, stretch, pick } = read.meaning
    {
        read.meaning = Meaning::Stretch { year: Some(year), stretch, pick };
        return Some(read);
    }
    if r.word(at) == "year" && r.year(at + 1).is_some() {
        return date::date(r, at + 1);
    }
    let read = core(r, at)?;
    let ordinal = matches!(r.word(at + 1), "st" | "nd" | "rd" | "th") && r.is(at, Kind::Digits)
        || r.is(at, Kind::Word) && r.day_word(at).is_some_and(|(_, end)| r.word(end) == "of");
    let takes = matches!(
        read.meaning,
        Meaning::Decade(_) | Meaning::Century(_) | Meaning::Stretch { .. } | Meaning::Weekend(_)
    ) || matches!(read.meaning, Meaning::Duration { .. })
        || ordinal && matches!(read.meaning, Meaning::Day { .. });
    takes.then_some(read)
}

/// A date, a time of day, or both.
pub(super) fn core(r: &Reader, i: usize) -> Option<Read> {
    if let Some(read) = date::numeric(r, i) {
        return Some(with_clock(r, read));
    }
    if let Some(read) = hour_and_part(r, i).or_else(|| clock_range_start(r, i)).or_else(|| part_alone(r, i)) {
        return Some(read);
    }
    if let Some((clock, end)) = clock(r, i) {
        return Some(clock_first(r, i, clock, end));
    }
    if let Some(read) = inside::inside(r, i).or_else(|| feast::feast(r, i)) {
        return Some(with_clock(r, read));
    }
    let read = if r.is(i, Kind::Digits) {
        date::date(r, i).or_else(|| century_in_digits(r, i)).or_else(|| relative::relative(r, i))
    } else {
        relative::relative(r, i).or_else(|| date::date(r, i))
    }?;
    Some(with_clock(r, read))
}

/// `10 p.m. on Wednesday`, `12:00, 5 March 2031`, `noon`.
pub(super) fn clock_first(r: &Reader, _i: usize, clock: Clock, end: usize) -> Read {
    let mut at = r.past_comma(end);
    if matches!(r.word(at), "on" | "of") {
        at += 1;
    }
    let day = relative::relative(r, at).or_else(|| date::date(r, at)).filter(|read| is_day(read.meaning));
    // `8 a.m. this morning`, `10:30 last night`
    if let Some(Read { clock: Some(Clock::Part(part)), end, meaning, .. }) = day
        && let Some(clock) = in_part(clock, part)
    {
        return Read { end, meaning, modifier: None, clock: Some(clock) };
    }
    match day.filter(|read| read.clock.is_none()) {
        Some(day) => Read { end: day.end, meaning: day.meaning, modifier: None, clock: Some(clock) },
        None => Read { end, meaning: Meaning::TimeOfDay, modifier: None, clock: Some(clock) },
    }
}

pub(super) fn is_day(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Day { .. }
            | Meaning::Weekday { .. }
            | Meaning::WeekdayOnDay { .. }
            | Meaning::WeekdayOfWeek { .. }
            | Meaning::Feast { .. }
            | Meaning::Inside { inner: Inner::Weekday(_) | Inner::Day, .. }
            | Meaning::Shift { unit: Unit::Day, count: Some(_), .. }
    )
}

/// `Wednesday night`, `24 April at 5 p.m.`, `2031-03-05T08:16:43Z`.
pub(super) fn with_clock(r: &Reader, read: Read) -> Read {
    if let Some(Clock::Part(part)) = read.clock
        && r.word(read.end) == "at"
        && let Some((time, end)) = clock_or_hour(r, read.end + 1)
        && let Some(time) = in_part(time, part)
    {
        return Read { end, clock: Some(time), ..read };
    }
    if read.clock.is_some() || !is_day(read.meaning) {
        return read;
    }
    // `Tuesday in the morning`
    if matches!(r.word(read.end), "in")
        && r.word(read.end + 1) == "the"
        && let Some(Term::Part(part)) = r.term(read.end + 2)
    {
        return Read { end: read.end + 3, clock: Some(Clock::Part(part)), ..read };
    }
    if let Some(Term::Part(part)) = r.term(read.end)
        && (!matches!(part, Part::Noon | Part::Midnight) || !r.glued(read.end))
    {
        return with_clock(r, Read { end: read.end + 1, clock: Some(Clock::Part(part)), ..read });
    }
    let glued_t = r.word(read.end) == "t" && r.glued(read.end) && r.glued(read.end + 1);
    let mut at = if glued_t { read.end + 1 } else { r.past_comma(read.end) };
    if r.word(at) == "at" {
        at += 1;
    }
    if matches!(r.word(at), "around" | "about" | "approximately" | "roughly") {
        at += 1;
    }
    match clock(r, at) {
        // A bare hour behind a date is a number of something else.
        Some((time, end)) => {
            let end = if glued_t { zone(r, end).map_or(end, |(_, e)| e) } else { end };
            // `Thu Oct 26 11:00:09 2023`
            if let Meaning::Day { year: None, month, day } = read.meaning
                && let Some(year) = r.year(end)
            {
                return Read {
                    end: end + 1,
                    clock: Some(time),
                    meaning: Meaning::Day { year: Some(year), month, day },
                    ..read
                };
            }
            Read { end, clock: Some(time), ..read }
        }
        None => read,
    }
}
