//! Zones of times of day: `GMT`, `EST`, `+09:00`, `ET`, `local time`.

use super::meaning::Zone;
use super::reader::Reader;
use jiff::civil::{Date, DateTime, Weekday};

/// A zone and one past it: `GMT`, `Z`, `EST`, `+09:00`, `local time`.
pub(super) fn zone(r: &Reader, i: usize) -> Option<(Zone, usize)> {
    let at = if r.word(i) == "(" { i + 1 } else { i };
    if r.word(at) == "local" && r.word(at + 1) == "time" {
        return (at == i).then_some((Zone::Local, at + 2));
    }
    if matches!(r.word(i), "+" | "-" | "−") && r.glued(i) && r.glued(i + 1) {
        let (value, digits) = r.plain(i + 1)?;
        // `2014-10` is a month.
        let colon = i >= 2 && r.word(i - 2) == ":";
        let (hours, minutes, end) = if digits == 4 {
            (value / 100, value % 100, i + 2)
        } else if r.word(i + 2) == ":" && r.glued(i + 2) {
            (value, r.plain(i + 3)?.0, i + 4)
        } else if colon || r.word(i) == "+" {
            (value, 0, i + 2)
        } else {
            return None;
        };
        if hours > 14 || minutes > 59 || digits == 3 || digits > 4 {
            return None;
        }
        let offset = i16::try_from(hours * 60 + minutes).ok()?;
        return Some((Zone::Offset(if r.word(i) == "+" { offset } else { -offset }), end));
    }
    // Names of zones as English-language papers use them; `IST` and `CST` have more than one reading and are left local.
    let minutes = match r.lexemes.raw(i) {
        "GMT" | "UTC" | "Z" => 0,
        "BST" | "CET" | "WAT" => 60,
        "CEST" | "EET" | "SAST" => 120,
        "EEST" | "MSK" | "EAT" => 180,
        "PKT" => 300,
        "SGT" | "HKT" => 480,
        "KST" | "JST" => 540,
        "AEST" => 600,
        "EDT" => -240,
        "EST" | "CDT" => -300,
        "MDT" => -360,
        "MST" | "PDT" => -420,
        "PST" => -480,
        "IST" | "CST" => return Some((Zone::Local, past_time(r, i + 1))),
        "ET" => return Some((Zone::American(-300), past_time(r, i + 1))),
        "CT" => return Some((Zone::American(-360), past_time(r, i + 1))),
        "MT" => return Some((Zone::American(-420), past_time(r, i + 1))),
        "PT" => return Some((Zone::American(-480), past_time(r, i + 1))),
        "Eastern" => return in_full(r, i, -300),
        "Central" => return in_full(r, i, -360),
        "Mountain" => return in_full(r, i, -420),
        "Pacific" => return in_full(r, i, -480),
        _ => return None,
    };
    if i >= r.to {
        return None;
    }
    Some((Zone::Offset(minutes), past_time(r, i + 1)))
}

/// `Eastern time`, `Pacific Standard Time`: which of the two holds the day tells better than the words.
fn in_full(r: &Reader, i: usize, standard: i16) -> Option<(Zone, usize)> {
    let end = if matches!(r.word(i + 1), "standard" | "daylight") { i + 2 } else { i + 1 };
    (r.word(end) == "time").then_some((Zone::American(standard), end + 1))
}

fn past_time(r: &Reader, i: usize) -> usize {
    if r.word(i) == "time" { i + 1 } else { i }
}

/// What EDTF puts behind a time of day of this zone: `Z`, `-05:00`; nothing for a local time.
pub(super) fn suffix(zone: Zone, at: DateTime) -> String {
    match zone {
        Zone::Local => String::new(),
        Zone::Offset(0) => "Z".to_owned(),
        Zone::Offset(minutes) => offset(minutes),
        Zone::American(standard) => offset(standard + if is_american_summer(at) { 60 } else { 0 }),
    }
}

fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Whether the clocks of the United States stand an hour forward: from the second Sunday of March to the first of November
/// since 2007 (Energy Policy Act of 2005), from the first Sunday of April to the last of October before.
fn is_american_summer(at: DateTime) -> bool {
    let sunday = |month: i8, nth: i8| {
        let first = Date::new(at.year(), month, 1).ok()?;
        first.nth_weekday_of_month(nth, Weekday::Sunday).ok()
    };
    let (from, to) =
        if at.year() >= 2007 { (sunday(3, 2), sunday(11, 1)) } else { (sunday(4, 1), sunday(10, -1)) };
    match (from, to) {
        (Some(from), Some(to)) => from.at(2, 0, 0, 0) <= at && at < to.at(2, 0, 0, 0),
        _ => false,
    }
}
