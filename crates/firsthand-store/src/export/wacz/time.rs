//! Dates as web archives write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Where nothing is known. Players want a date; this one says by its age that it is none.
pub(super) const UNKNOWN: &str = "1970-01-01T00:00:00Z";

/// A date of any exactness as an instant in UTC, to the second. One without a zone is taken for UTC, a day for its start.
pub(super) fn instant(text: &str) -> Option<String> {
    let text = text.trim();
    let instant = text
        .parse::<Timestamp>()
        .or_else(|_| text.parse::<DateTime>().and_then(|t| t.to_zoned(TimeZone::UTC)).map(|z| z.timestamp()))
        .or_else(|_| text.parse::<Date>().and_then(|d| d.to_zoned(TimeZone::UTC)).map(|z| z.timestamp()))
        .ok()?;
    Some(instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// `20250312214000` of `2025-03-12T21:40:00Z`: the form of indexes.
pub(super) fn digits(instant: &str) -> String {
    instant.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_become_instants() {
        for (text, want) in [
            ("2025-03-12T21:40:00Z", Some("2025-03-12T21:40:00Z")),
            ("2025-03-12T23:40:00.123+02:00", Some("2025-03-12T21:40:00Z")),
            ("2025-03-12T21:40:00", Some("2025-03-12T21:40:00Z")),
            ("2025-03-12", Some("2025-03-12T00:00:00Z")),
            ("last Tuesday", None),
            ("", None),
        ] {
            assert_eq!(instant(text).as_deref(), want, "{text}");
        }
        assert_eq!(digits("2025-03-12T21:40:00Z"), "20250312214000");
    }
}
