//! Places expressions on the calendar.

use super::calendar::{Place, add};
use super::long_ago;
use super::meaning::{Clock, Lead, Meaning, Pick, Reference, Stretch, Tense, Unit};
use super::narrated::{narrated_day, period, shift, time_of_day};
use super::pick::{self, Around};
use super::print;
use super::range::stretch;
use super::within::within;
use super::{Anchor, Basis, Expression, Modifier, Time, TimeKind};
use jiff::ToSpan;
use jiff::civil::Date;

/// What an expression comes to, before it is written down.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// On the calendar.
    Placed(Place),
    /// A weekday of no known week; Monday is 1.
    Weekday(i8),
    /// A season, quarter or half of no known year.
    YearlessStretch(Stretch),
    /// A weekend of no known week.
    Weekend,
    /// A day of no known year.
    MonthDay(i8, i8),
    /// A month of no known year.
    YearlessMonth(i8),
    /// A length of time: units, or None for a vague number of them.
    Length(Option<f64>, Unit),
    /// Once in so many units.
    Every(f64, Unit),
    /// Each such month.
    EveryMonth(i8),
    /// Each such weekday.
    EveryWeekday(i8),
    /// No day in particular.
    Reference(Reference),
    /// A time of day of no known day.
    Unplaced,
}

/// A value and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    pub(super) value: Value,
    pub(super) basis: Basis,
    /// Whether the day itself is only about right: `two decades ago`.
    pub(super) rough: bool,
}

/// One [`Time`] for each expression.
pub(super) fn resolve(expressions: &[Expression], anchor: Anchor) -> Vec<Time> {
    let mut done: Vec<Resolved> = Vec::with_capacity(expressions.len());
    let history = long_ago::tells_of_long_ago(expressions, speech(anchor));
    for i in 0..expressions.len() {
        let end = match done.last() {
            Some(start) if expressions[i].closes => {
                let weekday = |e: &Expression| matches!(e.meaning, Meaning::Weekday { .. });
                let apart = weekday(&expressions[i]) && !weekday(&expressions[i - 1]);
                if apart { None } else { closing(&expressions[i], start) }
            }
            _ => None,
        };
        let resolved = end.unwrap_or_else(|| one(expressions, &done, i, anchor, history));
        done.push(resolved);
    }
    // Times of day take the day of their sentence, which may stand behind them.
    for i in 0..expressions.len() {
        if expressions[i].meaning == Meaning::TimeOfDay {
            done[i] = time_of_day(expressions, &done, i, anchor);
        }
    }
    let mut out: Vec<Time> = Vec::with_capacity(expressions.len());
    // Where each expression went: two that are one stretch went to one place.
    let mut places = Vec::with_capacity(expressions.len());
    for (e, r) in expressions.iter().zip(&done) {
        let time = print::time(e, r);
        let first = if e.closes { out.pop() } else { None };
        out.push(match first {
            Some(first) => stretch(first, time),
            None => time,
        });
        places.push(out.len() - 1);
    }
    for time in &mut out {
        if let Basis::Narrated(j) = &mut time.basis {
            *j = places.get(*j).copied().unwrap_or(*j);
        }
    }
    out
}

/// The end of a stretch that names no year or week: the first of its name that does not lie before the beginning.
fn closing(e: &Expression, start: &Resolved) -> Option<Resolved> {
    let Value::Placed(place) = start.value else { return None };
    let (from, _) = place.days()?;
    let end = match e.meaning {
        Meaning::Day { year: None, month, day } => {
            let here = Date::new(from.year(), month, day).ok().filter(|d| *d >= from);
            Place::Day(here.or_else(|| Date::new(from.year().checked_add(1)?, month, day).ok())?)
        }
        Meaning::Month { year: None, month, pick: Pick::Bare } => {
            Place::Month(if month >= from.month() { from.year() } else { from.year().checked_add(1)? }, month)
        }
        Meaning::Weekday { day, pick: Pick::Bare } => {
            let ahead = i32::from(day) - i32::from(from.weekday().to_monday_one_offset());
            Place::Day(add(from, ahead.rem_euclid(7).days())?)
        }
        _ => return None,
    };
    Some(placed(Some(end), start.basis))
}

pub(super) fn speech(anchor: Anchor) -> Option<Date> {
    anchor.written.or(anchor.published)
}

pub(super) fn placed(value: Option<Place>, basis: Basis) -> Resolved {
    match value {
        Some(place) => Resolved { value: Value::Placed(place), basis, rough: false },
        None => none(Value::Unplaced),
    }
}

pub(super) fn none(value: Value) -> Resolved {
    Resolved { value, basis: Basis::None, rough: false }
}

fn one(all: &[Expression], done: &[Resolved], i: usize, anchor: Anchor, history: bool) -> Resolved {
    let e = &all[i];
    let now = speech(anchor);
    let words = |place| placed(place, Basis::Words);
    let spoken = |place| placed(place, Basis::Published);
    let past = long_ago::past_time(all, done, i, now, history);
    match e.meaning {
        Meaning::Nothing => none(Value::Unplaced),
        Meaning::Day { year: Some(y), month, day } => words(Date::new(y, month, day).ok().map(Place::Day)),
        Meaning::Day { year: None, month, day } if past.is_some() => past
            .map_or(none(Value::Unplaced), |(then, basis)| {
                placed(pick::day(month, day, then, Tense::Present).map(Place::Day), basis)
            }),
        Meaning::Day { year: None, month, day } => match now {
            Some(now) => spoken(pick::day(month, day, now, e.tense).map(Place::Day)),
            None => none(Value::MonthDay(month, day)),
        },
        Meaning::Month { year: Some(y), month, .. } => words(Some(Place::Month(y, month))),
        Meaning::Month { year: None, month, pick: Pick::Bare } if past.is_some() => past
            .map_or(none(Value::Unplaced), |(then, basis)| {
                placed(pick::month(month, Pick::Bare, then, Tense::Present), basis)
            }),
        Meaning::Month { year: None, month, pick } => match now {
            Some(now) => spoken(pick::month(month, pick, now, e.tense)),
            None => none(Value::YearlessMonth(month)),
        },
        Meaning::MonthOf { month, years } => match now {
            Some(now) => spoken(now.year().checked_add(i16::from(years)).map(|y| Place::Month(y, month))),
            None => none(Value::YearlessMonth(month)),
        },
        Meaning::Year(y) => words(Some(Place::Year(y))),
        Meaning::Decade(d) => words(Some(Place::Decade(d))),
        Meaning::Century(c) => words(Some(Place::Century(c))),
        Meaning::Stretch { year: Some(y), stretch, .. } => words(Some(Place::Stretch(y, stretch))),
        Meaning::Stretch { year: None, stretch, pick: Pick::Bare } if history && past.is_some() => past
            .map_or(none(Value::Unplaced), |(then, basis)| {
                placed(pick::stretch(stretch, Pick::Bare, then, Tense::Present), basis)
            }),
        Meaning::Stretch { year: None, stretch, pick } => {
            let floating = none(Value::YearlessStretch(stretch));
            now.map_or(floating, |now| spoken(pick::stretch(stretch, pick, now, e.tense)))
        }
        Meaning::StretchOf { years, stretch } => now.map_or(none(Value::YearlessStretch(stretch)), |now| {
            spoken(now.year().checked_add(i16::from(years)).map(|y| Place::Stretch(y, stretch)))
        }),
        Meaning::Period { year, years } => period(all, done, i, now, year, years),
        Meaning::Weekday { day, pick: pick @ (Pick::Previous | Pick::Following) } => {
            let (base, basis) = narrated_day(all, done, i, now);
            base.map_or(none(Value::Weekday(day)), |base| {
                placed(pick::weekday(day, pick, base, Around::default()).map(Place::Day), basis)
            })
        }
        Meaning::Weekday { day, pick } => match now {
            Some(now) => {
                let around = Around {
                    tense: e.tense,
                    stated: e.stated,
                    beside: beside(all, i, now),
                    page: anchor.written.is_none(),
                };
                spoken(pick::weekday(day, pick, now, around).map(Place::Day))
            }
            None => none(Value::Weekday(day)),
        },
        Meaning::WeekdayOnDay { .. }
        | Meaning::WeekdayOfWeek { .. }
        | Meaning::WeekOf { .. }
        | Meaning::Feast { .. }
        | Meaning::Inside { .. } => match past {
            Some(past) => within(e.meaning, Some(past), Tense::Present),
            None => within(e.meaning, now.map(|now| (now, Basis::Published)), e.tense),
        },
        Meaning::Weekend(pick) => now.map_or(none(Value::Weekend), |now| {
            let weeks = match (pick, e.tense) {
                (Pick::Next | Pick::Following, _) => 1,
                (Pick::This, _) | (Pick::Bare, Tense::Future) => 0,
                _ if now.weekday().to_monday_one_offset() >= 6 && pick == Pick::Bare => 0,
                _ => -1,
            };
            spoken(add(now, (7 * weeks).days()).map(Place::Weekend))
        }),
        Meaning::Shift { count, sign, unit, from } => shift(all, done, i, now, (count, sign, unit, from)),
        Meaning::Duration { count, unit } => none(Value::Length(count, unit)),
        Meaning::Every { count, unit } => none(Value::Every(count, unit)),
        Meaning::EveryMonth(m) => none(Value::EveryMonth(m)),
        Meaning::EveryWeekday(d) => none(Value::EveryWeekday(d)),
        Meaning::Reference(r) => none(Value::Reference(r)),
        Meaning::TimeOfDay => none(Value::Unplaced),
        Meaning::Earlier => match narrated_day(all, done, i, None) {
            (Some(day), basis) => placed(Some(Place::Day(day)), basis),
            _ => none(Value::Reference(Reference::Past)),
        },
    }
}

/// Whether the sentence of an expression, or one beside it, names the anchor's own weekday.
fn beside(all: &[Expression], i: usize, now: Date) -> bool {
    let here = all[i].section;
    let own = now.weekday().to_monday_one_offset();
    all.iter().take(i + 8).skip(i.saturating_sub(8)).any(|e| {
        e.section.abs_diff(here) <= 1
            && matches!(e.meaning, Meaning::Weekday { day, pick: Pick::Bare } if day == own)
    })
}

/// Whether a lead word makes the value open to one side, and the modifier it stands for.
pub(super) fn led(lead: Lead) -> Option<Modifier> {
    match lead {
        Lead::Since => Some(Modifier::OnOrAfter),
        Lead::By => Some(Modifier::OnOrBefore),
        Lead::Before => Some(Modifier::Before),
        Lead::After => Some(Modifier::After),
        Lead::Until | Lead::None => None,
    }
}

/// The kind of an expression.
pub(super) fn kind(e: &Expression, value: &Value) -> TimeKind {
    match value {
        Value::Length(..) => TimeKind::Duration,
        Value::Every(..) | Value::EveryMonth(_) | Value::EveryWeekday(_) => TimeKind::Set,
        _ if matches!(e.clock, Some(Clock::At { .. } | Clock::Part(_))) => TimeKind::Time,
        _ => TimeKind::Date,
    }
}
