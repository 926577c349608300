//! Places what is picked out of a longer stretch, and days that have a name.

use super::Basis;
use super::calendar::{Place, add, month_number, month_of};
use super::feast::{day_in, nth_weekday};
use super::meaning::{Feast, Inner, Meaning, Pick, Tense, Whole};
use super::pick;
use super::resolve::{Resolved, Value, none, placed};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The value of a picked-out day, week or weekend; `now` is the day it is told from, with what that rests on.
pub(super) fn within(meaning: Meaning, now: Option<(Date, Basis)>, tense: Tense) -> Resolved {
    let Some((place, own)) = (match meaning {
        Meaning::Inside { whole: Whole::Year(y), nth, inner } => Some((of_year(y, nth, inner), true)),
        Meaning::Inside { whole: Whole::Month { year: Some(y), month }, nth, inner } => {
            Some((of_month(y, month, nth, inner), true))
        }
        Meaning::WeekOf { year: Some(y), month, day } => {
            Some((Date::new(y, month, day).ok().map(Place::Week), true))
        }
        Meaning::Feast { feast, year: Some(y), .. } => Some((day_in(feast, y).map(Place::Day), true)),
        _ => now.map(|(now, _)| (hung(meaning, now, tense), false)),
    }) else {
        return match meaning {
            Meaning::Feast { feast: Feast::Fixed { month, day }, .. } => none(Value::MonthDay(month, day)),
            Meaning::WeekdayOfWeek { day, .. } => none(Value::Weekday(day)),
            Meaning::WeekOf { month, .. } | Meaning::Inside { whole: Whole::Month { month, .. }, .. } => {
                none(Value::YearlessMonth(month))
            }
            _ => none(Value::Unplaced),
        };
    };
    let basis = if own { Basis::Words } else { now.map_or(Basis::None, |(_, basis)| basis) };
    placed(place, basis)
}

/// The value where it hangs on the day it is told from.
fn hung(meaning: Meaning, now: Date, tense: Tense) -> Option<Place> {
    match meaning {
        Meaning::WeekdayOfWeek { day, weeks } => {
            let back = i32::from(now.weekday().to_monday_zero_offset());
            add(now, (7 * i32::from(weeks) + i32::from(day) - 1 - back).days()).map(Place::Day)
        }
        Meaning::WeekdayOnDay { weekday, day } => {
            let here = month_number(now.year(), now.month());
            let days = (here - 12..=here + 12).filter_map(|n| {
                let (year, month) = month_of(n)?;
                let date = Date::new(year, month, day).ok()?;
                let past = tense != Tense::Past || date <= now;
                (date.weekday().to_monday_one_offset() == weekday && past).then_some(date)
            });
            pick::nearest(days, now, tense).map(Place::Day)
        }
        Meaning::WeekOf { month, day, .. } => pick::day(month, day, now, tense).map(Place::Week),
        Meaning::Feast { feast, pick, .. } => feast_near(feast, pick, now, tense).map(Place::Day),
        Meaning::Inside { nth, inner, whole } => match whole {
            Whole::Month { month, .. } => match pick::month(month, Pick::Bare, now, tense)? {
                Place::Month(year, month) => of_month(year, month, nth, inner),
                _ => None,
            },
            Whole::Months(n) => {
                let (year, month) = month_of(month_number(now.year(), now.month()) + i32::from(n))?;
                of_month(year, month, nth, inner)
            }
            Whole::Years(n) => of_year(now.year().checked_add(i16::from(n))?, nth, inner),
            Whole::Year(year) => of_year(year, nth, inner),
        },
        _ => None,
    }
}

fn feast_near(feast: Feast, pick: Pick, now: Date, tense: Tense) -> Option<Date> {
    let year = now.year();
    let mut days = [-1, 0, 1].into_iter().filter_map(|n| day_in(feast, year.checked_add(n)?));
    match pick {
        Pick::Last | Pick::Previous => days.rfind(|d| *d < now),
        Pick::Next | Pick::Following => days.find(|d| *d > now),
        Pick::This => day_in(feast, year),
        Pick::Bare => pick::nearest(days, now, tense),
    }
}

fn of_month(year: i16, month: i8, nth: i8, inner: Inner) -> Option<Place> {
    let first = Date::new(year, month, 1).ok()?;
    match inner {
        Inner::Weekday(day) => nth_weekday(year, month, nth, day).map(Place::Day),
        Inner::Weekend => nth_weekday(year, month, nth, 6).map(Place::Weekend),
        Inner::Day if nth < 0 => Some(Place::Day(first.last_of_month())),
        Inner::Day => Date::new(year, month, nth).ok().map(Place::Day),
        Inner::Week => None,
    }
}

fn of_year(year: i16, nth: i8, inner: Inner) -> Option<Place> {
    match inner {
        // ISO 8601: week 1 holds the first Thursday; 28 December lies in the last week.
        Inner::Week if nth < 0 => Date::new(year, 12, 28).ok().map(Place::Week),
        Inner::Week => ISOWeekDate::new(year, nth, Weekday::Monday).ok().map(|w| Place::Week(w.date())),
        Inner::Day => {
            Date::new(year, if nth < 0 { 12 } else { 1 }, if nth < 0 { 31 } else { 1 }).ok().map(Place::Day)
        }
        Inner::Weekday(_) | Inner::Weekend => of_month(year, if nth < 0 { 12 } else { 1 }, nth, inner),
    }
}
