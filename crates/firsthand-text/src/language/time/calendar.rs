//! Stretches of the calendar, and how TIMEX3 and EDTF write them.

use super::meaning::{Season, Stretch};
use jiff::civil::Date;
use jiff::{Span as Step, ToSpan};

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The years 1900 to 1999 are 19.
    Century(i16),
    /// The years 1980 to 1989 are 198.
    Decade(i16),
    Year(i16),
    /// A quarter, half or season.
    Stretch(i16, Stretch),
    Month(i16, i8),
    /// The ISO week the day lies in.
    Week(Date),
    /// The Saturday and Sunday of the ISO week the day lies in.
    Weekend(Date),
    Day(Date),
}

impl Place {
    /// First day, and the first day after it.
    pub(super) fn days(self) -> Option<(Date, Date)> {
        let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
        let years = |from: i16, n: i16| Some((first(from, 1)?, first(from.checked_add(n)?, 1)?));
        let months = |year: i16, month: i8, n: i32| {
            let low = first(year, month)?;
            Some((low, low.checked_add(n.months()).ok()?))
        };
        match self {
            Place::Century(c) => years(c.checked_mul(100)?, 100),
            Place::Decade(d) => years(d.checked_mul(10)?, 10),
            Place::Year(y) => years(y, 1),
            Place::Stretch(y, Stretch::Quarter(q)) => months(y, 3 * q - 2, 3),
            Place::Stretch(y, Stretch::Half(h)) => months(y, 6 * h - 5, 6),
            Place::Stretch(y, Stretch::Season(s)) => months(y, 3 * season_number(s), 3),
            Place::Month(y, m) => months(y, m, 1),
            Place::Week(d) => {
                let low = monday(d)?;
                Some((low, add(low, 7.days())?))
            }
            Place::Weekend(d) => {
                let low = monday(d)?;
                Some((add(low, 5.days())?, add(low, 7.days())?))
            }
            Place::Day(d) => Some((d, add(d, 1.day())?)),
        }
    }

    /// TIMEX3 value.
    pub(super) fn timex(self) -> String {
        match self {
            Place::Century(c) => format!("{c:02}"),
            Place::Decade(d) => format!("{d:03}"),
            Place::Year(y) => format!("{y:04}"),
            Place::Stretch(y, stretch) => format!("{y:04}-{}", stretch_code(stretch)),
            Place::Month(y, m) => format!("{y:04}-{m:02}"),
            Place::Week(d) => {
                let week = d.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Place::Weekend(d) => {
                let week = d.iso_week_date();
                format!("{:04}-W{:02}-WE", week.year(), week.week())
            }
            Place::Day(d) => format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day()),
        }
    }

    /// EDTF value (ISO 8601-2). EDTF has no weeks: they are written as an interval of days.
    pub(super) fn edtf(self) -> String {
        match self {
            Place::Century(c) => format!("{c:02}XX"),
            Place::Decade(d) => format!("{d:03}X"),
            Place::Stretch(y, Stretch::Quarter(q)) => format!("{y:04}-{}", 32 + q),
            Place::Stretch(y, Stretch::Half(h)) => format!("{y:04}-{}", 39 + h),
            Place::Stretch(y, Stretch::Season(s)) => format!("{y:04}-{}", 20 + season_number(s)),
            Place::Week(_) | Place::Weekend(_) => match self.days() {
                Some((low, high)) => format!("{low}/{}", high.yesterday().unwrap_or(high)),
                None => String::new(),
            },
            Place::Year(_) | Place::Month(..) | Place::Day(_) => self.timex(),
        }
    }
}

/// A day some time away; None at the ends of the calendar.
pub(super) fn add(day: Date, step: Step) -> Option<Date> {
    day.checked_add(step).ok()
}

/// The Monday of the ISO week.
pub(super) fn monday(day: Date) -> Option<Date> {
    add(day, (-i32::from(day.weekday().to_monday_zero_offset())).days())
}

/// Months, counted from year 0, as a number.
pub(super) fn month_number(year: i16, month: i8) -> i32 {
    i32::from(year) * 12 + i32::from(month) - 1
}

/// Year and month of such a number.
pub(super) fn month_of(number: i32) -> Option<(i16, i8)> {
    let year = i16::try_from(number.div_euclid(12)).ok()?;
    let month = i8::try_from(number.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok().map(|_| (year, month))
}

/// Spring is 1.
pub(super) fn season_number(season: Season) -> i8 {
    match season {
        Season::Spring => 1,
        Season::Summer => 2,
        Season::Autumn => 3,
        Season::Winter => 4,
    }
}

/// What TIMEX3 writes for a quarter, half or season: `Q3`, `SU`.
pub(super) fn stretch_code(stretch: Stretch) -> String {
    match stretch {
        Stretch::Quarter(q) => format!("Q{q}"),
        Stretch::Half(h) => format!("H{h}"),
        Stretch::Season(Season::Spring) => "SP".to_owned(),
        Stretch::Season(Season::Summer) => "SU".to_owned(),
        Stretch::Season(Season::Autumn) => "FA".to_owned(),
        Stretch::Season(Season::Winter) => "WI".to_owned(),
    }
}

/// The season a day lies in, and the year that season began.
pub(super) fn season_of(day: Date) -> (i16, Season) {
    match day.month() {
        3..=5 => (day.year(), Season::Spring),
        6..=8 => (day.year(), Season::Summer),
        9..=11 => (day.year(), Season::Autumn),
        12 => (day.year(), Season::Winter),
        _ => (day.year().saturating_sub(1), Season::Winter),
    }
}
