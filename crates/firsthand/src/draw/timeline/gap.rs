//! How much time passes between two dates, and how that is drawn.

use crate::wording::count;
use jiff::civil::Date;

/// The way from one date to the next on the axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Gap {
    /// So many units down.
    Short(f64),
    /// A break, with words for the time it stands for.
    Long(String),
}

/// More days than this are a break.
const BREAK: i64 = 60;

/// From one date (EDTF) to a later one. What cannot be read is drawn as a short way.
pub(super) fn between(from: &str, to: &str) -> Gap {
    let (Some(from), Some(to)) = (read(from), read(to)) else { return Gap::Short(8.0) };
    let days = i64::from((to.day - from.day).get_days());
    if days <= BREAK && from.exact.min(to.exact) > 1 {
        return Gap::Short(6.0 + 4.0 * (days.max(1) as f64).ln());
    }
    let years = i64::from(to.day.year()) - i64::from(from.day.year());
    let months = years * 12 + i64::from(to.day.month()) - i64::from(from.day.month());
    // A date that gives only the year says nothing of months.
    let words = match from.exact.min(to.exact) {
        1 if years < 1 => return Gap::Short(8.0),
        1 => count(whole(years), "year"),
        _ if months < 24 => count(whole(months), "month"),
        _ => count(whole(months / 12), "year"),
    };
    Gap::Long(format!("about {words} later"))
}

fn whole(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

/// The first day of a date and how exact it is: 1 year, 2 month, 3 day.
struct Read {
    day: Date,
    exact: usize,
}

fn read(edtf: &str) -> Option<Read> {
    let first = edtf.split('/').find(|part| !part.is_empty() && *part != "..")?;
    let plain = first.trim_end_matches(['~', '?', '%']);
    let mut parts = plain.split('T').next()?.split('-');
    let year = parts.next()?.replace('X', "0");
    let year = if year.len() == 4 { year.parse::<i16>().ok()? } else { return None };
    let month = parts.next().map(str::parse::<i8>).transpose().ok()?;
    let day = parts.next().map(str::parse::<i8>).transpose().ok()?;
    let exact = 1 + usize::from(month.is_some()) + usize::from(day.is_some());
    Some(Read { day: Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?, exact })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_that_passes() {
        let cases = [
            ("1994", "2025-03-12", Some("about 31 years later")),
            ("2025-01-02", "2025-06-30", Some("about 5 months later")),
            ("2020-12-31", "2025-06-30", Some("about 4 years later")),
            ("2024", "2024-05-01", None),
            ("2025-03-11", "2025-03-12", None),
            ("198X", "2024?", Some("about 44 years later")),
            ("../2024-01", "2024-02-03~", None),
            ("soon", "2024", None),
            ("2024-13-45", "2025", None),
        ];
        for (from, to, expected) in cases {
            let words = match between(from, to) {
                Gap::Long(words) => Some(words),
                Gap::Short(height) => {
                    assert!((6.0..40.0).contains(&height), "{from} {to}");
                    None
                }
            };
            assert_eq!(words.as_deref(), expected, "{from} {to}");
        }
    }
}
