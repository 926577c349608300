//! Dates as feeds write them: RFC 3339, RFC 822 and what people make of them. Right, or absent.

use jiff::civil;
use jiff::tz::Offset;

/// A date, as exact as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The day, in the zone it was given in.
    pub day: civil::Date,
    /// Time of day.
    pub time: Option<civil::Time>,
    /// Difference to UTC; None where it is not given.
    pub offset: Option<Offset>,
}

impl Stamp {
    /// As RFC 3339 writes it, or as much of that as is known: `2025-05-04T12:15:00+02:00`, `2025-05-04`.
    pub fn written(&self) -> String {
        let Some(time) = self.time else { return self.day.to_string() };
        let zone = match self.offset {
            None => String::new(),
            Some(offset) if offset.is_zero() => "Z".to_owned(),
            Some(offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        };
        let (h, m, s) = (time.hour(), time.minute(), time.second());
        format!("{}T{h:02}:{m:02}:{s:02}{zone}", self.day)
    }
    /// The same moment in UTC; without a zone as it stands.
    pub fn utc(&self) -> civil::DateTime {
        let local = self.day.to_datetime(self.time.unwrap_or(civil::Time::midnight()));
        match self.offset.and_then(|o| o.to_timestamp(local).ok()) {
            Some(moment) => Offset::UTC.to_datetime(moment),
            None => local,
        }
    }
}

/// Reads a date. None where it is none, or is not exact to the day.
pub fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 || !text.is_ascii() {
        return None;
    }
    iso(text).or_else(|| words(text))
}

/// `2025-05-04T12:15:00Z`, `20250504`, `2025-05-04 12:15:00 +0200`.
fn iso(text: &str) -> Option<Stamp> {
    let split = text.find(['T', 't', ' ']).unwrap_or(text.len());
    let (date, rest) = (text.get(..split)?, text.get(split..)?.trim_start_matches(['T', 't', ' ']));
    let parts: Vec<&str> = date.split('-').collect();
    let number =
        |s: &str| -> Option<i16> { s.bytes().all(|b| b.is_ascii_digit()).then(|| s.parse().ok()).flatten() };
    let day = match parts.as_slice() {
        [y, m, d] if y.len() == 4 && m.len() <= 2 && d.len() <= 2 => day(number(y)?, number(m)?, number(d)?)?,
        [y, n] if y.len() == 4 && n.len() == 3 => civil::Date::new(number(y)?, 1, 1)
            .ok()?
            .checked_add(jiff::Span::new().days(number(n)? - 1))
            .ok()?,
        [all] if all.len() == 8 => {
            day(number(all.get(..4)?)?, number(all.get(4..6)?)?, number(all.get(6..)?)?)?
        }
        _ => return None,
    };
    if rest.is_empty() {
        return Some(Stamp { day, time: None, offset: None });
    }
    let zone = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    let time = clock(rest.get(..zone)?)?;
    moved(day, time, offset(rest.get(zone..)?.trim()))
}

/// `Sun, 04 May 2025 12:15:00 GMT`, `4 May 25`, `Sun May  4 12:15:00 2025`, `May 4, 2025`.
fn words(text: &str) -> Option<Stamp> {
    let mut text = text.to_lowercase();
    if let Some(at) = text.find('(') {
        text.truncate(at);
    }
    let tokens: Vec<&str> = text.split([' ', ',', '\t', '\n']).filter(|t| !t.is_empty()).collect();
    let (mut d, mut m, mut y, mut time, mut zone) = (None, None, None, None, None);
    for token in tokens {
        if let Some((h, _)) = token.split_once(':').filter(|(h, _)| h.len() <= 2 && time.is_none()) {
            h.parse::<u8>().ok()?;
            let end = token.find(['+', '-', 'z']).unwrap_or(token.len());
            time = Some(clock(token.get(..end)?)?);
            zone = token.get(end..).filter(|z| !z.is_empty()).map(str::to_owned);
            continue;
        }
        if token.bytes().all(|b| b.is_ascii_digit()) {
            match (d, m, y) {
                (None, _, _) if token.len() <= 2 => d = token.parse::<i16>().ok(),
                (_, _, None) if token.len() == 4 || token.len() == 2 => y = Some(year(token)?),
                _ => return None,
            }
            continue;
        }
        let parts: Vec<&str> = token.split('-').collect();
        if let [a, b, c] = parts.as_slice()
            && let Some(month) = month(b)
        {
            (d, m, y) = (a.parse().ok(), Some(month), Some(year(c)?));
            continue;
        }
        match (month(token), m) {
            (Some(found), None) => m = Some(found),
            _ if is_weekday(token) => {}
            _ if time.is_some() && zone.is_none() => zone = Some(token.to_owned()),
            _ => return None,
        }
    }
    let day = day(y?, m?, d?)?;
    match time {
        None => Some(Stamp { day, time: None, offset: None }),
        Some(time) => moved(day, time, zone.as_deref().and_then(offset)),
    }
}

fn day(year: i16, month: i16, day: i16) -> Option<civil::Date> {
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Two digits are of 1950 to 2049 (RFC 2822, 4.3).
fn year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 => Some(if year < 50 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

/// A time; a full 24:00:00 is of the next day.
fn clock(text: &str) -> Option<(u8, u8, u8)> {
    let whole = text.split('.').next()?;
    let joined = match whole.len() {
        6 if !whole.contains(':') => format!("{}:{}:{}", whole.get(..2)?, whole.get(2..4)?, whole.get(4..)?),
        4 if !whole.contains(':') => format!("{}:{}", whole.get(..2)?, whole.get(2..)?),
        _ => whole.to_owned(),
    };
    let parts: Vec<u8> = joined.split(':').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    match *parts.as_slice() {
        [h] => Some((h, 0, 0)),
        [h, m] => Some((h, m, 0)),
        [h, m, s] => Some((h, m, s)),
        _ => None,
    }
    .filter(|(h, m, s)| *h <= 24 && *m < 60 && *s <= 60 && (*h < 24 || *m == 0 && *s == 0))
}

fn moved(day: civil::Date, (h, m, s): (u8, u8, u8), offset: Option<Offset>) -> Option<Stamp> {
    let day = if h == 24 { day.tomorrow().ok()? } else { day };
    let part = |n: u8| i8::try_from(n).ok();
    let time = civil::Time::new(part(h % 24)?, part(m)?, part(s.min(59))?, 0).ok()?;
    Some(Stamp { day, time: Some(time), offset })
}

/// `Z`, `GMT`, `+0200`, `+02:00`, `EST`. Names that mean several zones are not read.
fn offset(zone: &str) -> Option<Offset> {
    let zone = zone.trim().to_lowercase();
    let hours = match zone.as_str() {
        "z" | "gmt" | "utc" | "ut" | "+0" | "-0" => 0,
        "est" => -5,
        "edt" => -4,
        "cst" => -6,
        "cdt" => -5,
        "mst" => -7,
        "mdt" => -6,
        "pst" => -8,
        "pdt" => -7,
        "cet" => 1,
        "cest" => 2,
        _ => {
            let zone = zone.trim_start_matches(['g', 'm', 't', 'u', 'c']);
            let sign = match zone.chars().next()? {
                '+' => 1,
                '-' => -1,
                _ => return None,
            };
            let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
            let (h, m): (i32, i32) = match digits.len() {
                1 | 2 => (digits.parse().ok()?, 0),
                4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
                _ => return None,
            };
            return Offset::from_seconds(sign * (h * 3600 + m * 60)).ok();
        }
    };
    Offset::from_seconds(hours * 3600).ok()
}

fn month(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|m| *m == word).or_else(|| FULL.iter().position(|m| *m == word));
    let at = at.or_else(|| (word == "sept").then_some(8))?;
    i16::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    word.len() >= 3
        && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            .iter()
            .any(|d| d.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_right_or_absent() {
        for (text, want) in [
            ("2025-05-04T12:15:00Z", "2025-05-04T12:15:00Z"),
            ("2025-05-04T12:15:00.250+02:00", "2025-05-04T12:15:00+02:00"),
            ("2025-05-04 12:15:00 -0330", "2025-05-04T12:15:00-03:30"),
            ("2025-05-04T12:15", "2025-05-04T12:15:00"),
            ("2025-05-04T24:00:00Z", "2025-05-05T00:00:00Z"),
            ("2025-05-04", "2025-05-04"),
            ("20250504", "2025-05-04"),
            ("2025-124", "2025-05-04"),
            ("Sun, 04 May 2025 12:15:00 GMT", "2025-05-04T12:15:00Z"),
            ("Sun, 4 May 25 12:15 EDT", "2025-05-04T12:15:00-04:00"),
            ("4 May 2025 12:15:00 +0200 (CEST)", "2025-05-04T12:15:00+02:00"),
            ("Sun May  4 12:15:00 UTC 2025", "2025-05-04T12:15:00Z"),
            ("04-May-2025 12:15:00 IST", "2025-05-04T12:15:00"),
            ("May 4, 2025", "2025-05-04"),
        ] {
            assert_eq!(stamp(text).map(|s| s.written()).as_deref(), Some(want), "{text}");
        }
        for text in [
            "",
            "2025",
            "2025-05",
            "yesterday",
            "31 February 2025",
            "2025-13-01",
            "12:15",
            "04/05/2025",
            "May 2025",
            "Sun, 04 May 2025 25:00:00 GMT",
        ] {
            assert_eq!(stamp(text), None, "{text}");
        }
        assert_eq!(
            stamp("2025-05-04T01:15:00+02:00").map(|s| s.utc().to_string()).as_deref(),
            Some("2025-05-03T23:15:00")
        );
    }
}
