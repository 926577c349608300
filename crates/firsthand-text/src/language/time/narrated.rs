//! Days counted from other days: from the day of the report, or from what the text last told of.

use super::calendar::{Place, add, month_number, month_of};
use super::meaning::{From, Meaning, Reference, Stretch, Unit};
use super::resolve::{Resolved, Value, none, placed, speech};
use super::{Anchor, Basis, Expression};
use jiff::ToSpan;
use jiff::civil::Date;

/// How many expressions are looked through for a day, so that a text of nothing else is still read in linear time.
pub(super) const REACH: usize = 60;

/// How many sentences back a narrated day still stands.
pub(super) const MEMORY: usize = 3;

/// How many sentences back the quarter stands that `a year ago` compares with.
const COMPARED: usize = 2;

/// The day last narrated before expression `i`, or the day of speech.
pub(super) fn narrated_day(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    now: Option<Date>,
) -> (Option<Date>, Basis) {
    let last =
        (0..i).rev().take(REACH).take_while(|j| all[i].section - all[*j].section <= MEMORY).find_map(|j| {
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

pub(super) fn shift(
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
    if unit == Unit::Year
        && steps == -1.0
        && all[i].modifier.is_none()
        && all[i].yearly
        && let Some((y, stretch, j)) = narrated_quarter(all, done, i, COMPARED)
    {
        return placed(y.checked_sub(1).map(|y| Place::Stretch(y, stretch)), Basis::Narrated(j));
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
    if unit >= Unit::Quarter
        && let Some((place, j)) = narrated_period(all, done, i)
    {
        return placed(period_moved(place, steps, unit), Basis::Narrated(j));
    }
    if unit == Unit::Month
        && let Some((y, m, j)) = narrated_month(all, done, i)
    {
        let place = Date::new(y, m, 1).ok().and_then(|first| moved(first, steps, unit));
        return placed(place, Basis::Narrated(j));
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
pub(super) fn floating(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    steps: f64,
    unit: Unit,
) -> Option<Resolved> {
    if unit != Unit::Day {
        return None;
    }
    let steps = steps.round() as i64;
    let before = (0..i).rev().take(REACH).take_while(|j| all[i].section - all[*j].section <= MEMORY);
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
pub(super) fn narrated_period(all: &[Expression], done: &[Resolved], i: usize) -> Option<(Place, usize)> {
    (0..i).rev().take(REACH).take_while(|j| all[i].section - all[*j].section <= 1).find_map(|j| {
        match done[j].value {
            // `last year ... a year earlier` is the year before this one, not the one before that.
            Value::Placed(place @ (Place::Stretch(..) | Place::Month(..) | Place::Year(_)))
                if !all[j].names
                    && !matches!(
                        all[j].meaning,
                        Meaning::Shift { .. } | Meaning::Period { years: -1, .. }
                    ) =>
            {
                Some((place, j))
            }
            _ => None,
        }
    })
}

/// The month last narrated in the sentences just before, if no day was told of since.
fn narrated_month(all: &[Expression], done: &[Resolved], i: usize) -> Option<(i16, i8, usize)> {
    let before = (0..i).rev().take(REACH).take_while(|j| all[i].section - all[*j].section <= MEMORY);
    let mut before =
        before.filter(|j| matches!(done[*j].value, Value::Placed(Place::Month(..) | Place::Day(_))));
    let last = before.next()?;
    match done[last].value {
        Value::Placed(Place::Month(y, m)) => Some((y, m, last)),
        _ => None,
    }
}

/// The quarter last named in the sentences before, by its own words or as `the quarter`.
pub(super) fn narrated_quarter(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    memory: usize,
) -> Option<(i16, Stretch, usize)> {
    (0..i).rev().take(REACH).take_while(|j| all[i].section - all[*j].section <= memory).find_map(|j| {
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
pub(super) fn period(
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
pub(super) fn period_moved(place: Place, steps: f64, unit: Unit) -> Option<Place> {
    let years = match unit {
        Unit::Year => steps,
        Unit::Decade => steps * 10.0,
        Unit::Century => steps * 100.0,
        Unit::Quarter => 0.0,
        _ => return None,
    };
    if unit == Unit::Quarter {
        let (first, _) = place.days()?;
        return moved(first, steps, unit);
    }
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
pub(super) fn moved(from: Date, steps: f64, unit: Unit) -> Option<Place> {
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
pub(super) fn time_of_day(all: &[Expression], done: &[Resolved], i: usize, anchor: Anchor) -> Resolved {
    let here = all[i].section;
    if all.get(i + 1).is_some_and(|next| next.closes && next.meaning != Meaning::TimeOfDay)
        && let Value::Placed(Place::Day(_)) = done[i + 1].value
    {
        return done[i + 1].clone();
    }
    let day = |j: &usize| matches!(done[*j].value, Value::Placed(Place::Day(_)) if all[*j].clock.is_none() || *j < i);
    let own = (0..i).rev().take(REACH).take_while(|j| all[*j].section == here).find(day);
    let own =
        own.or_else(|| (i + 1..all.len()).take(REACH).take_while(|j| all[*j].section == here).find(day));
    let own = own.or_else(|| (0..i).rev().take(REACH).take_while(|j| here - all[*j].section <= 1).find(day));
    if let Some(j) = own {
        return Resolved { value: done[j].value.clone(), basis: Basis::Narrated(j), rough: false };
    }
    match speech(anchor) {
        Some(now) => placed(Some(Place::Day(now)), Basis::Published),
        None => none(Value::Unplaced),
    }
}
