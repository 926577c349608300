//! EDTF values (ISO 8601-2, Library of Congress profile) as this project writes them: read, written, compared.

use super::calendar::Place;
use super::meaning::{Season, Stretch};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use std::fmt;

/// One EDTF value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edtf {
    /// One date.
    At(Point),
    /// From one date to another, both included; None for an open end.
    Between(Option<Point>, Option<Point>),
}

/// One date of an EDTF value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// What is given of it.
    pub grain: Grain,
    /// Whether it is approximate: `~`.
    pub about: bool,
}

/// What is given of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// `19XX` is 19.
    Century(i16),
    /// `198X` is 198.
    Decade(i16),
    /// `2012`
    Year(i16),
    /// `2012-21` to `2012-24` (seasons), `2012-33` to `2012-36` (quarters), `2012-40`, `2012-41` (halves).
    Part(i16, i8),
    /// `2012-04`
    Month(i16, i8),
    /// `2012-04-24`
    Day(Date),
    /// `2012-03-05T08:16`: the instant, how many parts of the clock are given (1 to 3), and minutes east of UTC, if given.
    Instant(DateTime, u8, Option<i16>),
    /// `XXXX-04`
    YearlessMonth(i8),
    /// `XXXX-04-24`
    YearlessDay(i8, i8),
}

impl Edtf {
    /// Reads a value; None where it is not one that this project writes.
    pub fn parse(text: &str) -> Option<Edtf> {
        let Some((from, to)) = text.split_once('/') else {
            return Point::parse(text).map(Edtf::At);
        };
        let end = |text: &str| {
            if text == ".." || text.is_empty() { Some(None) } else { Point::parse(text).map(Some) }
        };
        match (end(from)?, end(to)?) {
            (None, None) => None,
            (from, to) => Some(Edtf::Between(from, to)),
        }
    }

    /// First instant, and the first instant after it, as the clock of the place shows them; None for an open end and
    /// for what has no year.
    pub fn bounds(&self) -> (Option<DateTime>, Option<DateTime>) {
        match self {
            Edtf::At(point) => point.bounds().map_or((None, None), |(low, high)| (Some(low), Some(high))),
            Edtf::Between(from, to) => {
                (from.and_then(|p| p.bounds()).map(|b| b.0), to.and_then(|p| p.bounds()).map(|b| b.1))
            }
        }
    }
}

impl Point {
    fn parse(text: &str) -> Option<Point> {
        let (text, about) = text.strip_suffix('~').map_or((text, false), |t| (t, true));
        Some(Point { grain: grain(text)?, about })
    }

    fn bounds(&self) -> Option<(DateTime, DateTime)> {
        let place = match self.grain {
            Grain::Century(c) => Place::Century(c),
            Grain::Decade(d) => Place::Decade(d),
            Grain::Year(y) => Place::Year(y),
            Grain::Part(y, part) => Place::Stretch(y, stretch(part)?),
            Grain::Month(y, m) => Place::Month(y, m),
            Grain::Day(day) => Place::Day(day),
            Grain::Instant(at, parts, _) => {
                let step = match parts {
                    1 => 1.hour(),
                    2 => 1.minute(),
                    _ => 1.second(),
                };
                return Some((at, at.checked_add(step).ok()?));
            }
            Grain::YearlessMonth(_) | Grain::YearlessDay(..) => return None,
        };
        let (low, high) = place.days()?;
        Some((low.to_datetime(Time::midnight()), high.to_datetime(Time::midnight())))
    }
}

fn stretch(part: i8) -> Option<Stretch> {
    Some(match part {
        21 => Stretch::Season(Season::Spring),
        22 => Stretch::Season(Season::Summer),
        23 => Stretch::Season(Season::Autumn),
        24 => Stretch::Season(Season::Winter),
        33..=36 => Stretch::Quarter(part - 32),
        40 | 41 => Stretch::Half(part - 39),
        _ => return None,
    })
}

fn number(text: &str, digits: usize) -> Option<i16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn small(text: &str) -> Option<i8> {
    number(text, 2).and_then(|n| i8::try_from(n).ok())
}

fn grain(text: &str) -> Option<Grain> {
    if let Some((day, clock)) = text.split_once('T') {
        let Grain::Day(day) = grain(day)? else { return None };
        return instant(day, clock);
    }
    if let Some(rest) = text.strip_prefix("XXXX-") {
        return match rest.split_once('-') {
            // A leap year stands in for the year that is not known.
            Some((m, d)) => {
                Date::new(2000, small(m)?, small(d)?).ok().map(|d| Grain::YearlessDay(d.month(), d.day()))
            }
            None => small(rest).filter(|m| (1..=12).contains(m)).map(Grain::YearlessMonth),
        };
    }
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?;
    match (parts.next(), parts.next()) {
        (None, _) => year
            .strip_suffix("XX")
            .and_then(|c| number(c, 2))
            .map(Grain::Century)
            .or_else(|| year.strip_suffix('X').and_then(|d| number(d, 3)).map(Grain::Decade))
            .or_else(|| number(year, 4).map(Grain::Year)),
        (Some(month), None) => {
            let (year, month) = (number(year, 4)?, small(month)?);
            if (1..=12).contains(&month) {
                return Some(Grain::Month(year, month));
            }
            stretch(month).map(|_| Grain::Part(year, month))
        }
        (Some(month), Some(day)) => {
            Date::new(number(year, 4)?, small(month)?, small(day)?).ok().map(Grain::Day)
        }
    }
}

fn instant(day: Date, clock: &str) -> Option<Grain> {
    let (clock, zone) = if let Some(clock) = clock.strip_suffix('Z') {
        (clock, Some(0))
    } else if let Some(at) = clock.find(['+', '-']) {
        let (clock, zone) = clock.split_at(at);
        let (hours, minutes) = zone.get(1..)?.split_once(':')?;
        let minutes = number(hours, 2)? * 60 + number(minutes, 2)?;
        (clock, Some(if zone.starts_with('-') { -minutes } else { minutes }))
    } else {
        (clock, None)
    };
    let parts: Vec<i8> = clock.split(':').map(small).collect::<Option<_>>()?;
    let get = |i: usize| parts.get(i).copied().unwrap_or(0);
    let time = Time::new(get(0), get(1), get(2), 0).ok()?;
    let count = u8::try_from(parts.len()).ok().filter(|n| *n <= 3)?;
    Some(Grain::Instant(day.to_datetime(time), count, zone))
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, point: &Option<Point>| match point {
            Some(point) => point.fmt(f),
            None => f.write_str(".."),
        };
        match self {
            Edtf::At(point) => point.fmt(f),
            Edtf::Between(from, to) => {
                end(f, from)?;
                f.write_str("/")?;
                end(f, to)
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.grain {
            Grain::Century(c) => write!(f, "{c:02}XX")?,
            Grain::Decade(d) => write!(f, "{d:03}X")?,
            Grain::Year(y) => write!(f, "{y:04}")?,
            Grain::Part(y, m) | Grain::Month(y, m) => write!(f, "{y:04}-{m:02}")?,
            Grain::Day(day) => write!(f, "{day}")?,
            Grain::Instant(at, parts, zone) => {
                write!(f, "{}T{:02}", at.date(), at.hour())?;
                if parts > 1 {
                    write!(f, ":{:02}", at.minute())?;
                }
                if parts > 2 {
                    write!(f, ":{:02}", at.second())?;
                }
                match zone {
                    None => {}
                    Some(0) => f.write_str("Z")?,
                    Some(m) => {
                        write!(
                            f,
                            "{}{:02}:{:02}",
                            if m < 0 { '-' } else { '+' },
                            m.abs() / 60,
                            m.abs() % 60
                        )?;
                    }
                }
            }
            Grain::YearlessMonth(m) => write!(f, "XXXX-{m:02}")?,
            Grain::YearlessDay(m, d) => write!(f, "XXXX-{m:02}-{d:02}")?,
        }
        if self.about { f.write_str("~") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_and_bounds() {
        for (text, low, high) in [
            ("2031-03-04", "2031-03-04T00:00:00", "2031-03-05T00:00:00"),
            ("2024-04", "2024-04-01T00:00:00", "2024-05-01T00:00:00"),
            ("198X", "1980-01-01T00:00:00", "1990-01-01T00:00:00"),
            ("19XX", "1900-01-01T00:00:00", "2000-01-01T00:00:00"),
            ("2015-24", "2015-12-01T00:00:00", "2016-03-01T00:00:00"),
            ("2015-36", "2015-10-01T00:00:00", "2016-01-01T00:00:00"),
            ("2024-04-15/2024-04-21", "2024-04-15T00:00:00", "2024-04-22T00:00:00"),
            ("2031-03-05T08:16Z", "2031-03-05T08:16:00", "2031-03-05T08:17:00"),
            ("../2019-07", "", "2019-08-01T00:00:00"),
            ("1973/..", "1973-01-01T00:00:00", ""),
            ("XXXX-09-15", "", ""),
        ] {
            let read = Edtf::parse(text).expect(text);
            let print = |t: Option<DateTime>| t.map_or(String::new(), |t| t.to_string());
            let (a, b) = read.bounds();
            assert_eq!((print(a).as_str(), print(b).as_str()), (low, high), "{text}");
            assert_eq!(read.to_string(), text);
        }
    }

    #[test]
    fn refuses_what_it_does_not_write() {
        for text in [
            "",
            "..",
            "../..",
            "2024-13",
            "2024-02-30",
            "24",
            "2024-4",
            "2031-03-04T",
            "XXXX",
            "XXXX-00",
            "2012?",
            "é",
        ] {
            assert_eq!(Edtf::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(text in "([0-9X]{2,4}(-[0-9]{2}){0,2}(T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-]0[0-9]:[0-5]0)?)?~?|\\.\\.)(/[0-9]{4}(-[0-9]{2}){0,2})?") {
            if let Some(value) = Edtf::parse(&text) {
                prop_assert_eq!(Edtf::parse(&value.to_string()), Some(value));
            }
        }
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            let _ = Edtf::parse(&text);
        }
    }
}
