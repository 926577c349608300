//! Dates and durations in HTTP's headers.

use super::clock::until;
use jiff::Timestamp;
use std::time::Duration;

/// Reads `Retry-After`: seconds, or a date of HTTP. None where it is neither.
pub(super) fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::from(u32::MAX))));
    }
    date(value).map(|at| until(now, at))
}

/// Reads a date of HTTP: `Sun, 06 Nov 1994 08:49:37 GMT`, and the two forms of old.
pub(super) fn date(value: &str) -> Option<Timestamp> {
    if let Ok(at) = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_timestamp(value) {
        return Some(at);
    }
    // RFC 850: Sunday, 06-Nov-94 08:49:37 GMT. asctime: Sun Nov  6 08:49:37 1994.
    let forms = ["%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    forms.iter().find_map(|form| {
        let civil = jiff::civil::DateTime::strptime(form, value).ok()?;
        civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    })
}

/// Reads `max-age` of `Cache-Control`; None where nothing may be kept, or nothing is said.
pub(super) fn max_age(value: &str) -> Option<Duration> {
    let parts: Vec<String> = value.split(',').map(|p| p.trim().to_ascii_lowercase()).collect();
    if parts.iter().any(|p| p == "no-cache" || p == "no-store") {
        return None;
    }
    let age = parts.iter().find_map(|p| p.strip_prefix("max-age="))?;
    age.trim_matches('"').parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now: Timestamp = "1994-11-06T08:49:00Z".parse().unwrap();
        for (value, want) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("99999999999999999999", Some(u64::from(u32::MAX))),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(37)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", Some(37)),
            ("Sun Nov  6 08:49:37 1994", Some(37)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("soon", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(retry_after(value, now).map(|d| d.as_secs()), want, "{value}");
        }
    }

    #[test]
    fn an_age_is_read() {
        for (value, want) in [
            ("max-age=600", Some(600)),
            ("public, Max-Age=\"60\"", Some(60)),
            ("no-cache, max-age=600", None),
            ("max-age=x", None),
            ("", None),
        ] {
            assert_eq!(max_age(value).map(|d| d.as_secs()), want, "{value}");
        }
    }
}
