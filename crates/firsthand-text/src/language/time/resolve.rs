//! Places expressions on the calendar.

use super::calendar::{Place, add, month_number, month_of};
use super::meaning::{Clock, From, Lead, Meaning, Pick, Reference, Stretch, Tense, Unit};
use super::pick::{self, Around};
use super::print;
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
    for i in 0..expressions.len() {
        let resolved = one(expressions, &done, i, anchor);
        done.push(resolved);
    }
    // Times of day take the day of their sentence, which may stand behind them.
    for i in 0..expressions.len() {
        if expressions[i].meaning == Meaning::TimeOfDay {
            done[i] = time_of_day(expressions, &done, i, anchor);
        }
    }
    expressions.iter().zip(&done).map(|(e, r)| print::time(e, r)).collect()
}

fn speech(anchor: Anchor) -> Option<Date> {
    anchor.written.or(anchor.published)
}

fn placed(value: Option<Place>, basis: Basis) -> Resolved {
    match value {
        Some(place) => Resolved { value: Value::Placed(place), basis, rough: false },
        None => none(Value::Unplaced),
    }
}

fn none(value: Value) -> Resolved {
    Resolved { value, basis: Basis::None, rough: false }
}

fn one(all: &[Expression], done: &[Resolved], i: usize, anchor: Anchor) -> Resolved {
    let e = &all[i];
    let now = speech(anchor);
    let words = |place| placed(place, Basis::Words);
    let spoken = |place| placed(place, Basis::Published);
    match e.meaning {
        Meaning::Nothing => none(Value::Unplaced),
        Meaning::Day { year: Some(y), month, day } => words(Date::new(y, month, day).ok().map(Place::Day)),
        Meaning::Day { year: None, month, day } => match now {
            Some(now) => spoken(pick::day(month, day, now, e.tense).map(Place::Day)),
            None => none(Value::MonthDay(month, day)),
        },
        Meaning::Month { year: Some(y), month, .. } => words(Some(Place::Month(y, month))),
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
    all.iter().any(|e| {
        e.section.abs_diff(here) <= 1
            && matches!(e.meaning, Meaning::Weekday { day, pick: Pick::Bare } if day == own)
    })
}

/// How many sentences back a narrated day still stands.
const MEMORY: usize = 3;

/// The day last narrated before expression `i`, or the day of speech.
fn narrated_day(all: &[Expression], done: &[Resolved], i: usize, now: Option<Date>) -> (Option<Date>, Basis) {
    let last =
        (0..i).rev().take_while(|j| all[i].section - all[*j].section <= MEMORY).find_map(|j| {
            match done[j].value {
                Value::Placed(Place::Day(day)) => Some((day, j)),
                _ => None,
            }
        });
    match last {
        Some((day, j)) => (Some(day), Basis::Narrated(j)),
        None => (now, Basis::Published),
    }
}

fn shift(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    now: Option<Date>,
    (count, sign, unit, from): (Option<f64>, i8, Unit, From),
) -> Resolved {
    let Some(count) = count else {
        return none(Value::Reference(if sign < 0 { Reference::Past } else { Reference::Future }));
    };
    if unit < Unit::Day {
        return none(Value::Length(Some(count), unit));
    }
    let steps = count * f64::from(sign);
    // `a year ago` beside a quarter is that quarter of the year before.
    if unit == Unit::Year && steps == -1.0 && all[i].modifier.is_none() && all[i].yearly {
        if let Some((y, stretch, j)) = narrated_quarter(all, done, i, 2) {
            return placed(y.checked_sub(1).map(|y| Place::Stretch(y, stretch)), Basis::Narrated(j));
        }
    }
    if from == From::Speech {
        return match now {
            Some(now) => {
                let mut resolved = placed(moved(now, steps, unit), Basis::Published);
                let round = unit == Unit::Year && count >= 10.0 && count % 10.0 == 0.0;
                resolved.rough = count > 1.0 && unit > Unit::Year || round && all[i].modifier.is_some();
                resolved
            }
            None => none(Value::Reference(match sign {
                _ if count == 0.0 => Reference::Present,
                1 => Reference::Future,
                _ => Reference::Past,
            })),
        };
    }
    if unit >= Unit::Quarter {
        if let Some((place, j)) = narrated_period(all, done, i) {
            return placed(period_moved(place, steps, unit), Basis::Narrated(j));
        }
    }
    if let Some(floating) = floating(all, done, i, steps, unit) {
        return floating;
    }
    let (base, basis) = narrated_day(all, done, i, now);
    match base {
        Some(base) => placed(moved(base, steps, unit), basis),
        None => none(Value::Reference(if sign < 0 { Reference::Past } else { Reference::Future })),
    }
}

/// `the previous day` of a weekday or a day of the year that is not placed itself.
fn floating(all: &[Expression], done: &[Resolved], i: usize, steps: f64, unit: Unit) -> Option<Resolved> {
    if unit != Unit::Day {
        return None;
    }
    let steps = steps.round() as i64;
    let before = (0..i).rev().take_while(|j| all[i].section - all[*j].section <= MEMORY);
    let value = before
        .map(|j| &done[j].value)
        .find(|v| matches!(v, Value::Weekday(_) | Value::MonthDay(..) | Value::Placed(Place::Day(_))))?;
    match *value {
        Value::Weekday(day) => {
            let day = (i64::from(day) - 1 + steps).rem_euclid(7) + 1;
            Some(none(Value::Weekday(i8::try_from(day).ok()?)))
        }
        Value::MonthDay(month, day) => {
            // Any year will do that is not a leap year, but for the turn of February.
            let date = add(Date::new(2001, month, day).ok()?, steps.days())?;
            Some(none(Value::MonthDay(date.month(), date.day())))
        }
        _ => None,
    }
}

/// The quarter, month or year last narrated in this sentence or the one before.
fn narrated_period(all: &[Expression], done: &[Resolved], i: usize) -> Option<(Place, usize)> {
    (0..i).rev().take_while(|j| all[i].section - all[*j].section <= 1).find_map(|j| match done[j].value {
        // `last year ... a year earlier` is the year before this one, not the one before that.
        Value::Placed(place @ (Place::Stretch(..) | Place::Month(..) | Place::Year(_)))
            if !all[j].names
                && !matches!(all[j].meaning, Meaning::Shift { .. } | Meaning::Period { years: -1, .. }) =>
        {
            Some((place, j))
        }
        _ => None,
    })
}

/// The quarter last named in the sentences before, by its own words or as `the quarter`.
fn narrated_quarter(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    memory: usize,
) -> Option<(i16, Stretch, usize)> {
    (0..i).rev().take_while(|j| all[i].section - all[*j].section <= memory).find_map(|j| {
        match (all[j].meaning, &done[j].value) {
            (
                Meaning::Stretch { .. }
                | Meaning::StretchOf { years: 0, .. }
                | Meaning::Period { years: 0, year: None },
                Value::Placed(Place::Stretch(y, s @ Stretch::Quarter(_))),
            ) => Some((*y, *s, j)),
            _ => None,
        }
    })
}

/// `the quarter`: the one last named, else the one that ended last; a year off where the words say so.
fn period(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    now: Option<Date>,
    year: Option<i16>,
    years: i8,
) -> Resolved {
    let years = i16::from(years);
    if let Some((y, stretch, j)) = narrated_quarter(all, done, i, usize::MAX) {
        return placed(year.or(y.checked_add(years)).map(|y| Place::Stretch(y, stretch)), Basis::Narrated(j));
    }
    if let Some(year) = year {
        return placed(Some(Place::Year(year)), Basis::Words);
    }
    let Some(now) = now else {
        return none(Value::Unplaced);
    };
    if years != 0 {
        return placed(now.year().checked_add(years).map(Place::Year), Basis::Published);
    }
    placed(moved(now, -1.0, Unit::Quarter), Basis::Published)
}

/// A period some whole units away; it keeps its own grain.
fn period_moved(place: Place, steps: f64, unit: Unit) -> Option<Place> {
    let years = match unit {
        Unit::Year => steps,
        Unit::Decade => steps * 10.0,
        Unit::Century => steps * 100.0,
        _ => return None,
    };
    if years == 0.0 {
        let (first, _) = place.days()?;
        return moved(first, 0.0, unit);
    }
    let by = |y: i16| y.checked_add(years.round() as i16);
    Some(match place {
        Place::Stretch(y, s) => Place::Stretch(by(y)?, s),
        Place::Month(y, m) => Place::Month(by(y)?, m),
        Place::Year(y) => Place::Year(by(y)?),
        _ => return None,
    })
}

/// The place some units from a day, at the grain of the unit.
fn moved(from: Date, steps: f64, unit: Unit) -> Option<Place> {
    if steps.abs() > 10_000.0 {
        return None;
    }
    let whole = steps.round() as i32;
    let split = steps.fract() != 0.0;
    let by_months = |months: f64| {
        let (year, month) = month_of(month_number(from.year(), from.month()) + months.round() as i32)?;
        Some(Place::Month(year, month))
    };
    let by_years = |years: i32| i16::try_from(i32::from(from.year()) + years).ok().filter(|y| *y > 0);
    match unit {
        Unit::Day => add(from, whole.days()).map(Place::Day),
        Unit::Week if split => add(from, ((steps * 7.0).round() as i32).days()).map(Place::Day),
        Unit::Week => add(from, (7 * whole).days()).map(Place::Week),
        Unit::Month => by_months(steps),
        Unit::Quarter => {
            let number = month_number(from.year(), from.month()) + 3 * whole;
            let (year, month) = month_of(number)?;
            Some(Place::Stretch(year, Stretch::Quarter((month - 1) / 3 + 1)))
        }
        Unit::Year if split => by_months(steps * 12.0),
        Unit::Year => by_years(whole).map(Place::Year),
        Unit::Decade if steps.abs() <= 1.0 => by_years(10 * whole).map(|y| Place::Decade(y / 10)),
        Unit::Decade => by_years((10.0 * steps).round() as i32).map(Place::Year),
        Unit::Century if steps.abs() <= 1.0 => by_years(100 * whole).map(|y| Place::Century(y / 100)),
        Unit::Century => by_years((100.0 * steps).round() as i32).map(Place::Year),
        Unit::Second | Unit::Minute | Unit::Hour => None,
    }
}

/// The day of a time of day: that of its own sentence, else the one last narrated, else the day of speech.
fn time_of_day(all: &[Expression], done: &[Resolved], i: usize, anchor: Anchor) -> Resolved {
    let here = all[i].section;
    let day = |j: &usize| matches!(done[*j].value, Value::Placed(Place::Day(_)) if all[*j].clock.is_none() || *j < i);
    let own = (0..i).rev().take_while(|j| all[*j].section == here).find(day);
    let own = own.or_else(|| (i + 1..all.len()).take_while(|j| all[*j].section == here).find(day));
    let own = own.or_else(|| (0..i).rev().take_while(|j| here - all[*j].section <= 1).find(day));
    if let Some(j) = own {
        return Resolved { value: done[j].value.clone(), basis: Basis::Narrated(j), rough: false };
    }
    match speech(anchor) {
        Some(now) => placed(Some(Place::Day(now)), Basis::Published),
        None => none(Value::Unplaced),
    }
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
