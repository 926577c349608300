//! Which Friday, which April, which summer?

use super::calendar::{Place, add, month_number, month_of, season_number, season_of};
use super::meaning::{Pick, Stretch, Tense};
use jiff::ToSpan;
use jiff::civil::Date;

/// How much farther a day ahead seems than one that lies back, by the tense of the nearest verb. Chosen on TimeBank and
/// AQUAINT (TempEval-3 training part).
fn ahead(tense: Tense) -> i64 {
    match tense {
        Tense::Past => 20,
        Tense::Unknown | Tense::Present => 12,
        Tense::Future => 4,
    }
}

/// The same for months, whose names reach farther.
fn months_ahead(tense: Tense) -> i64 {
    if tense == Tense::Past { 60 } else { ahead(tense) }
}

/// The day of the month in the year that brings it nearest to the anchor.
pub(super) fn day(month: i8, day: i8, anchor: Date, tense: Tense) -> Option<Date> {
    let year = anchor.year();
    let years = [year.checked_sub(1), Some(year), year.checked_add(1)].into_iter().flatten();
    nearest(years.filter_map(|y| Date::new(y, month, day).ok()), anchor, tense)
}

/// The day that seems nearest to the anchor.
pub(super) fn nearest(days: impl Iterator<Item = Date>, anchor: Date, tense: Tense) -> Option<Date> {
    days.min_by_key(|d| {
        let days = i64::from(d.duration_since(anchor).as_hours() as i32 / 24);
        if days > 0 { days * ahead(tense) } else { -days * 10 }
    })
}

/// The month in the year that is meant.
pub(super) fn month(month: i8, pick: Pick, anchor: Date, tense: Tense) -> Option<Place> {
    let now = month_number(anchor.year(), anchor.month());
    let this = month_number(anchor.year(), month);
    let number = match pick {
        Pick::Last | Pick::Previous => last_before(this, now, 12),
        Pick::Next | Pick::Following => this + if this > now { 0 } else { 12 },
        Pick::This => this,
        Pick::Bare => [this - 12, this, this + 12].into_iter().min_by_key(|n| {
            if *n > now { i64::from(n - now) * months_ahead(tense) } else { i64::from(now - n) * 10 }
        })?,
    };
    let (year, month) = month_of(number)?;
    Some(Place::Month(year, month))
}

fn last_before(this: i32, now: i32, step: i32) -> i32 {
    if this < now { this } else { this - step }
}

/// The quarter, half or season in the year that is meant.
pub(super) fn stretch(stretch: Stretch, pick: Pick, anchor: Date, tense: Tense) -> Option<Place> {
    let months: i32 = if matches!(stretch, Stretch::Half(_)) { 6 } else { 3 };
    let first = match stretch {
        Stretch::Quarter(q) => 3 * q - 2,
        Stretch::Half(h) => 6 * h - 5,
        Stretch::Season(s) => 3 * season_number(s),
    };
    let now = month_number(anchor.year(), anchor.month());
    let this = month_number(anchor.year(), first);
    let (season_year, season) = season_of(anchor);
    let running = matches!(stretch, Stretch::Season(s) if s == season);
    let number = match pick {
        Pick::This if running => month_number(season_year, first),
        Pick::This => this,
        // The one that has ended last.
        Pick::Last | Pick::Previous => {
            [this - 12, this].into_iter().rfind(|n| n + months <= now).unwrap_or(this - 12)
        }
        Pick::Next | Pick::Following => [this, this + 12].into_iter().find(|n| *n > now).unwrap_or(this + 12),
        Pick::Bare => [this - 12, this, this + 12].into_iter().min_by_key(|n| {
            if *n > now {
                i64::from(n - now) * months_ahead(tense)
            } else {
                i64::from((now - n - months + 1).max(0)) * 10
            }
        })?,
    };
    let (year, _) = month_of(number)?;
    Some(Place::Stretch(year, stretch))
}

/// What the text around a weekday says of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// The tense of the nearest verb.
    pub(super) tense: Tense,
    /// Whether it dates a report or a statement.
    pub(super) stated: bool,
    /// Whether the text names the anchor's own weekday, or says today or yesterday, near it.
    pub(super) beside: bool,
    /// Whether the anchor is the day of the page, which can be a day off the day of the words.
    pub(super) page: bool,
}

/// The day of that name that is meant: the most recent one, the anchor's own day included (right for 91 of 100 bare
/// weekdays of TimeBank and AQUAINT); one ahead only where the verb looks ahead.
///
/// A page is often dated by a clock west of the words, so that its text speaks of the next day as of today. A weekday
/// that would lie six days back is therefore the next day if it dates a report or stands beside the anchor's own day:
/// who means a day six days back says `last`.
pub(super) fn weekday(day: i8, pick: Pick, anchor: Date, around: Around) -> Option<Date> {
    let back = i64::from((anchor.weekday().to_monday_one_offset() - day).rem_euclid(7));
    let days = match pick {
        Pick::Bare if around.tense == Tense::Future => {
            if back == 0 {
                0
            } else {
                7 - back
            }
        }
        Pick::Bare if back == 6 && around.page && (around.stated || around.beside) => 1,
        Pick::Bare => -back,
        Pick::Last | Pick::Previous => {
            if back == 0 {
                -7
            } else {
                -back
            }
        }
        // Nobody calls the Friday of tomorrow `next Friday`: that is the one of the week after. Farther ahead papers differ, and the
        // coming one is taken; from one week into the next both readings are the same.
        Pick::Next if back >= 5 && day > anchor.weekday().to_monday_one_offset() => 14 - back,
        Pick::Next | Pick::Following => 7 - back,
        Pick::This if around.tense == Tense::Past => -back,
        Pick::This => {
            if back == 0 {
                0
            } else {
                7 - back
            }
        }
    };
    add(anchor, days.days())
}
