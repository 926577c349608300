//! Days and times of day as answers, and how two of them stand to one another.

use super::value::Standing;
use firsthand_text::language::time::edtf::{Edtf, Grain};
use firsthand_text::language::time::{Modifier, Time};
use jiff::civil;

/// A date as EDTF with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// EDTF.
    pub edtf: String,
    /// First instant meant.
    pub low: Option<civil::DateTime>,
    /// One past the last instant meant.
    pub high: Option<civil::DateTime>,
    /// Whether it is only approximate.
    pub approximate: bool,
}

impl Date {
    /// The date of a time expression that is placed, wholly or but for its year.
    pub fn of(time: &Time) -> Option<Date> {
        let edtf = time.edtf.clone()?;
        let approximate = time.modifier == Some(Modifier::Approx) || edtf.ends_with('~');
        Some(Date { edtf, low: time.low, high: time.high, approximate })
    }
    /// How it stands to another.
    pub fn standing(&self, other: &Date) -> Standing {
        // `1980` and `a decade before 1990` name the same year.
        if self.edtf.trim_end_matches('~') == other.edtf.trim_end_matches('~') {
            return Standing::Same;
        }
        let (Some(mut a), Some(mut b)) = (self.ends(), other.ends()) else {
            return if patterns_meet(&self.edtf, &other.edtf) { Standing::Finer } else { Standing::Apart };
        };
        // 11 p.m. in New York and 0400 GMT are one moment.
        if let (Some(p), Some(q)) = (self.offset(), other.offset()) {
            let utc = |at: civil::DateTime, offset: i16| {
                at.checked_sub(jiff::Span::new().minutes(offset)).unwrap_or(at)
            };
            (a, b) = ((utc(a.0, p), utc(a.1, p)), (utc(b.0, q), utc(b.1, q)));
            if a.0 == b.0 {
                return Standing::Same;
            }
        }
        if let (Some(x), Some(y)) = (self.minute(), other.minute())
            && is_rounded_minute(x, y, a.0, b.0)
        {
            return Standing::Finer;
        }
        let holds = |x: (civil::DateTime, civil::DateTime), y: (civil::DateTime, civil::DateTime)| {
            x.0 <= y.0 && y.1 <= x.1
        };
        // An open end (`earlier`) or an approximate day says no more than that the two can meet.
        let loose = |d: &Date| d.approximate || d.low.is_none() || d.high.is_none();
        if holds(a, b) || holds(b, a) || ((loose(self) || loose(other)) && a.0 < b.1 && b.0 < a.1) {
            return Standing::Finer;
        }
        Standing::Apart
    }
    /// Both ends; an open end is the end of time.
    pub fn ends(&self) -> Option<(civil::DateTime, civil::DateTime)> {
        if self.low.is_none() && self.high.is_none() {
            return None;
        }
        Some((self.low.unwrap_or(civil::DateTime::MIN), self.high.unwrap_or(civil::DateTime::MAX)))
    }
    /// Minutes east of UTC of a time of day whose words name its zone.
    pub fn offset(&self) -> Option<i16> {
        match Edtf::parse(&self.edtf)? {
            Edtf::At(point) => match point.grain {
                Grain::Instant(_, _, zone) => zone,
                _ => None,
            },
            Edtf::Between(..) => None,
        }
    }
    /// Whether it gives a time of day.
    pub fn is_clock(&self) -> bool {
        self.edtf.contains('T')
    }
    /// The minute of a time of day that gives one.
    fn minute(&self) -> Option<i8> {
        match Edtf::parse(&self.edtf)? {
            Edtf::At(point) => match point.grain {
                Grain::Instant(at, parts, _) if parts > 1 => Some(at.minute()),
                _ => None,
            },
            Edtf::Between(..) => None,
        }
    }
    /// Whether it is no longer than a day.
    pub fn is_day(&self) -> bool {
        self.ends().is_some_and(|(a, b)| {
            b.date()
                .since(a.date())
                .is_ok_and(|s| s.get_days() <= 1 && s.get_months() == 0 && s.get_years() == 0)
        }) || self.edtf.len() >= 10
    }
}

/// Whether one of two times of day, no more than five minutes apart, is given to five minutes and the other to one: `3:30` is
/// 3:33 as clocks are read out. Five minutes are a convention of our own.
fn is_rounded_minute(x: i8, y: i8, a: civil::DateTime, b: civil::DateTime) -> bool {
    let apart = (a - b).total(jiff::Unit::Minute).unwrap_or(f64::MAX).abs();
    apart <= 5.0 && (x % 5 == 0) != (y % 5 == 0)
}

/// Whether two EDTF values with unknown digits (`XXXX-09-15`) can mean the same day.
fn patterns_meet(a: &str, b: &str) -> bool {
    a.bytes().zip(b.bytes()).all(|(x, y)| x == y || x == b'X' || y == b'X')
}
