//! Lengths of time as people write them: `90s`, `15m`, `6h`, `7d`.

use serde::{Deserialize, Deserializer};
use std::time::Duration;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub Duration);

impl Span {
    /// So many seconds.
    pub const fn seconds(seconds: u64) -> Span {
        Span(Duration::from_secs(seconds))
    }

    /// Reads `90s`, `15m`, `6h` or `7d`. Errors: what is wrong with it, in words.
    pub fn read(text: &str) -> Result<Span, String> {
        let wrong = || format!("{text:?} is no length of time; write it like 90s, 15m, 6h or 7d");
        let text = text.trim();
        let end = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let (number, unit) = text.split_at(end);
        let unit = match unit.trim() {
            "s" => 1,
            "m" => 60,
            "h" => 60 * 60,
            "d" => 24 * 60 * 60,
            _ => return Err(wrong()),
        };
        let number: u64 = number.parse().map_err(|_| wrong())?;
        let seconds =
            number.checked_mul(unit).filter(|s| *s <= 100 * 366 * 24 * 60 * 60).ok_or_else(wrong)?;
        Ok(Span::seconds(seconds))
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Span, D::Error> {
        Span::read(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn lengths_of_time_are_read() {
        for (text, want) in [
            ("90s", Some(90)),
            ("15m", Some(900)),
            ("6 h", Some(21_600)),
            (" 7d ", Some(604_800)),
            ("0s", Some(0)),
        ] {
            assert_eq!(Span::read(text).ok().map(|s| s.0.as_secs()), want, "{text}");
        }
        for wrong in ["", "15", "m", "-5m", "1.5h", "5 weeks", "99999999999d", "99999999999999999999s"] {
            assert!(Span::read(wrong).is_err(), "{wrong}");
        }
    }
}
