//! How does the day of a statement stand to that of a claim?

use super::amount::{Stand, differ};
use super::shape::Day;
use crate::collation::date::Date;
use crate::collation::spoken::MONTHS;
use crate::collation::value::Standing;
use firsthand_text::language::time::edtf::Edtf;
use jiff::civil;

/// Days further apart are two happenings rather than one told wrongly: as between reports (docs/quality.md).
const NEAR: i32 = 3;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Compares a day of a claim with the day (EDTF) of a statement. None where the claim's is not placed.
pub(super) fn compare(claim: &Day, told: &str) -> Option<Stand> {
    if let Some(weekday) = claim.weekday {
        return Some(by_weekday(claim, weekday, told));
    }
    let value = claim.value.as_deref()?;
    // A day without its year is meant in the year of what is told.
    let year = told.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()));
    let filled = match (value.strip_prefix("XXXX"), year) {
        (Some(rest), Some(year)) => format!("{year}{rest}"),
        _ => value.to_owned(),
    };
    let (a, b) = (date(&filled), date(told));
    // Where the claim gives a day, its time adds nothing to what differs.
    let coarse = if filled.contains('T') { told } else { whole(told) };
    let (says, claims) = (words(coarse), words(&filled));
    Some(match a.standing(&b) {
        Standing::Same => Stand::Agrees(format!("the same day: {says}")),
        Standing::Finer if holds(&a, &b) => Stand::Agrees(format!("{says} lies in {claims}")),
        Standing::Finer => Stand::Less(differ(&says, &claims)),
        Standing::Apart if a.is_day() && b.is_day() && near(&a, &b) => Stand::Apart { says, claims },
        // A report handed in in May was not handed in in July.
        Standing::Apart if is_month(&a.edtf) && is_month(&b.edtf) && a.edtf[..4] == b.edtf[..4] => {
            Stand::Apart { says, claims }
        }
        Standing::Apart => Stand::Elsewhere(differ(&says, &claims)),
    })
}

/// The day of a time of day; anything else as it is.
fn whole(edtf: &str) -> &str {
    match edtf.split_once('T') {
        Some((day, _)) if day.len() == 10 && !edtf.contains('/') => day,
        _ => edtf,
    }
}

/// A stretch of time of the report of which the claim gives the end, `until 14 November` where it is 16 October to 14 November, or
/// the beginning, `from 16 October`; `before` is the word before the day.
pub(super) fn ends(claim: &Day, before: &str, told: &str) -> Option<Stand> {
    let (from, to) = told.split_once('/')?;
    let edge = match before {
        "until" | "till" | "through" | "to" | "by" => to,
        "from" | "since" => from,
        _ => return None,
    };
    let value = claim.value.as_deref()?;
    let same = edge == value || value.strip_prefix("XXXX").is_some_and(|v| edge.get(4..) == Some(v));
    same.then(|| Stand::Agrees(format!("the same end: {}", words(told))))
}

fn by_weekday(claim: &Day, weekday: i8, told: &str) -> Stand {
    let says = words(whole(told));
    let claims = WEEKDAYS.get(weekday as usize - 1).map_or_else(|| claim.text.clone(), |w| (*w).to_owned());
    match day(told) {
        Some(d) if d.weekday().to_monday_one_offset() == weekday => {
            Stand::Agrees(format!("the same day of the week: {says}"))
        }
        Some(_) => Stand::Apart { says, claims },
        None => Stand::Less(differ(&says, &claims)),
    }
}

fn date(edtf: &str) -> Date {
    let (low, high) = Edtf::parse(edtf).map_or((None, None), |e| e.bounds());
    Date { edtf: edtf.to_owned(), low, high, approximate: edtf.ends_with('~') }
}

/// Whether all of `inner` lies in `outer`.
fn holds(outer: &Date, inner: &Date) -> bool {
    match (outer.ends(), inner.ends()) {
        (Some(a), Some(b)) => a.0 <= b.0 && b.1 <= a.1,
        // `XXXX-04-23` and a day of that name.
        _ => outer.edtf.starts_with("XXXX"),
    }
}

/// Whether a value is a month of a year.
fn is_month(edtf: &str) -> bool {
    edtf.len() == 7
        && edtf.bytes().enumerate().all(|(n, b)| if n == 4 { b == b'-' } else { b.is_ascii_digit() })
}

fn near(a: &Date, b: &Date) -> bool {
    match (a.ends(), b.ends()) {
        (Some(x), Some(y)) => (x.0.date() - y.0.date()).get_days().abs() <= NEAR,
        _ => false,
    }
}

/// The day an EDTF value is of, if it is one day or a time of it.
fn day(edtf: &str) -> Option<civil::Date> {
    let day = edtf.split('T').next().unwrap_or(edtf);
    (day.len() == 10).then(|| day.parse().ok())?
}

/// An EDTF value as words: `Tuesday 23 April 2024`, `April 2024`; what has no such words as it is.
pub(super) fn words(edtf: &str) -> String {
    if let Some(bare) = edtf.strip_suffix('~') {
        return format!("about {}", words(bare));
    }
    match edtf.split_once('/') {
        Some(("" | "..", to)) => return format!("by {}", words(to)),
        Some((from, "" | "..")) => return format!("since {}", words(from)),
        Some((from, to)) => return format!("{} to {}", words(from), words(to)),
        None => {}
    }
    let month = |m: &str| m.parse::<usize>().ok().and_then(|m| MONTHS.get(m.checked_sub(1)?));
    if let Some(d) = day(edtf) {
        let weekday = WEEKDAYS[usize::from(d.weekday().to_monday_zero_offset().unsigned_abs())];
        let clock = edtf.split_once('T').and_then(|(_, t)| t.get(..5)).map(|t| format!(", {t}"));
        let month = MONTHS[usize::from(d.month().unsigned_abs()) - 1];
        return format!("{weekday} {} {month} {}{}", d.day(), d.year(), clock.unwrap_or_default());
    }
    let parts: Vec<&str> = edtf.split('-').collect();
    match parts[..] {
        ["XXXX", m, d] => match (month(m), d.parse::<u8>()) {
            (Some(m), Ok(d)) => format!("{d} {m}"),
            _ => edtf.to_owned(),
        },
        [y, m] => match (y, month(m)) {
            ("XXXX", Some(m)) => (*m).to_owned(),
            (y, Some(m)) => format!("{m} {y}"),
            _ => edtf.to_owned(),
        },
        [decade] if decade.len() == 4 && decade.ends_with('X') => {
            format!("the {}s", decade.replace('X', "0"))
        }
        _ => edtf.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_agrees_says_less_or_stands_apart() {
        for (claim, told, want) in [
            ("2025-03-04", "2025-03-04", "agrees"),
            ("2025-03-04", "2025-03-03", "apart"),
            ("2025-03-04", "2025-03-12", "elsewhere"),
            ("2025-03", "2025-03-04", "agrees"),
            ("2025-03-04", "2025-03", "less"),
            ("2025-03-04", "2025-03-04T20:15", "agrees"),
            ("2019", "2025-03-04", "elsewhere"),
            ("XXXX-03-04", "2025-03-04", "agrees"),
            ("XXXX-03-04", "2025-03-03", "apart"),
            ("2025-03-04", "2025-03-04~", "agrees"),
        ] {
            let day = Day { value: Some(claim.to_owned()), ..Day::default() };
            let got = match compare(&day, told) {
                Some(Stand::Agrees(_)) => "agrees",
                Some(Stand::Less(_)) => "less",
                Some(Stand::Apart { .. }) => "apart",
                Some(Stand::Elsewhere(_)) => "elsewhere",
                None => "none",
            };
            assert_eq!(got, want, "{claim} {told}");
        }
    }

    #[test]
    fn days_as_words() {
        for (edtf, want) in [
            ("2025-03-04", "Tuesday 4 March 2025"),
            ("2025-03-04T20:15:00Z", "Tuesday 4 March 2025, 20:15"),
            ("2025-03", "March 2025"),
            ("2025", "2025"),
            ("198X", "the 1980s"),
            ("XXXX-03-04", "4 March"),
            ("../2025-03", "by March 2025"),
            ("2025-13", "2025-13"),
            ("é-é", "é-é"),
        ] {
            assert_eq!(words(edtf), want);
        }
    }
}
