//! Numbers of units: `two years ago`, `a year earlier`, `four years`, `five-day`.

use super::Modifier;
use super::meaning::{From, Meaning, Unit};
use super::reader::{Read, Reader};
use super::relative::shift;
use super::words::Term;
use crate::language::number::lexeme::Kind;

/// `two years ago`, `a year earlier`, `three days later`, `four years`, `five-day`.
pub(super) fn counted(r: &Reader, i: usize) -> Option<Read> {
    if r.term(i) == Some(Term::Unit(Unit::Year)) && r.past_hyphen(i + 1) > i + 1 {
        // `year-ago`, `year-earlier`
        let at = i + 2;
        if matches!(r.word(at), "ago" | "earlier") {
            return Some(shift(at + 1, -1.0, Unit::Year, From::Speech));
        }
    }
    if let Some((unit, _, true, end)) = r.unit(i) {
        // `years ago`, `for years`, `hours later`
        if r.word(end) == "ago" {
            return Some(Read::new(
                end + 1,
                Meaning::Shift { count: None, sign: -1, unit, from: From::Speech },
            ));
        }
        if matches!(r.word(end), "earlier" | "later") {
            let sign = if r.word(end) == "later" { 1 } else { -1 };
            return Some(Read::new(
                end + 1,
                Meaning::Shift { count: None, sign, unit, from: From::Narrated },
            ));
        }
        let led = matches!(r.before(i, 1), "for" | "in" | "takes" | "took" | "take" | "within");
        return (led && unit >= Unit::Day).then(|| Read::new(end, Meaning::Duration { count: None, unit }));
    }
    let (mut count, mut at) = r.count(i)?;
    // `two to three weeks`, `three or four days`: the first number is the value, as TIMEX3 has it.
    if matches!(r.word(at), "to" | "or" | "-" | "–")
        && count.is_some()
        && let Some((Some(_), past)) = r.count(at + 1).filter(|(_, past)| r.unit(*past).is_some())
    {
        at = past;
    }
    let article = matches!(r.word(i), "a" | "an") && at == i + 1;
    if matches!(
        r.word(at),
        "more" | "additional" | "full" | "straight" | "consecutive" | "further" | "whole" | "long" | "short"
    ) && r.unit(at + 1).is_some()
    {
        at += 1;
    }
    let hyphen = r.past_hyphen(at) > at;
    if hyphen {
        at = r.past_hyphen(at);
    }
    let (unit, by, plural, mut end) = r.unit(at)?;
    count = count.map(|n| n * by);
    // `a year and a half`
    if r.word(end) == "and" && r.word(end + 1) == "a" && r.word(end + 2) == "half" {
        count = count.map(|n| n + 0.5);
        end += 3;
    }
    if old(r, end) {
        return None;
    }
    if let Some(read) = moved(r, count, unit, end) {
        return Some(read);
    }
    if unit == Unit::Second && (!plural || article) && !hyphen {
        return None;
    }
    let stretched = r.word(at) == "quarters" || unit == Unit::Quarter;
    if stretched && !matches!(r.before(i, 1), "last" | "next" | "past" | "for" | "first") {
        return None;
    }
    if article && !led_duration(r, i) && !matches!(r.word(end), "long") {
        return None;
    }
    // `the two days`, `nine months`: plain.
    let mut read = Read::new(end, Meaning::Duration { count, unit });
    if r.word(end) == "or" && r.word(end + 1) == "so" {
        read.end = end + 2;
        read.modifier = Some(Modifier::Approx);
    }
    Some(read)
}

/// Whether an age follows the unit: `-old`, ` old`, ` of age`.
pub(super) fn old(r: &Reader, end: usize) -> bool {
    let at = r.past_hyphen(end);
    matches!(r.word(at), "old" | "olds") || r.word(end) == "of" && r.word(end + 1) == "age"
}

pub(super) fn led_duration(r: &Reader, i: usize) -> bool {
    matches!(
        r.before(i, 1),
        "for"
            | "in"
            | "within"
            | "about"
            | "nearly"
            | "almost"
            | "over"
            | "than"
            | "least"
            | "under"
            | "after"
            | "around"
            | "half"
            | "of"
    )
}

pub(super) fn moved(r: &Reader, count: Option<f64>, unit: Unit, end: usize) -> Option<Read> {
    let (end, modifier) = if r.word(end) == "or" && r.word(end + 1) == "so" {
        (end + 2, Some(Modifier::Approx))
    } else {
        (end, None)
    };
    let free = !r.is(end + 1, Kind::Word)
        || matches!(r.word(end + 1), "in" | "at" | "on" | "by" | "and" | "but" | "when" | "to");
    let (sign, from, end) = match r.word(end) {
        "ago" => (-1, From::Speech, end + 1),
        "earlier" | "previously" | "prior" if r.word(end + 1) != "than" => (-1, From::Narrated, end + 1),
        "before" if free => (-1, From::Narrated, end + 1),
        "later" | "afterwards" | "afterward" | "thereafter" => (1, From::Narrated, end + 1),
        "hence" => (1, From::Speech, end + 1),
        "from" if matches!(r.word(end + 1), "now" | "today") => (1, From::Speech, end + 2),
        _ => return None,
    };
    // `a decade ago` is a year, about; `last decade` is a decade.
    let (count, unit, modifier) = match (count, unit) {
        (Some(n), Unit::Decade) if n <= 1.0 => {
            (Some(10.0 * n), Unit::Year, modifier.or(Some(Modifier::Approx)))
        }
        (Some(n), Unit::Century) if n <= 1.0 => {
            (Some(100.0 * n), Unit::Year, modifier.or(Some(Modifier::Approx)))
        }
        _ => (count, unit, modifier),
    };
    let mut read = Read::new(end, Meaning::Shift { count, sign, unit, from });
    read.modifier = modifier;
    Some(read)
}
