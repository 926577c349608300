//! Expressions that hang on another day: `yesterday`, `last week`, `two years ago`, `the previous day`, `four years`.

use super::meaning::{Clock, From, Meaning, Part, Pick, Reference, Stretch, Unit};
use super::reader::{Read, Reader};
use super::words::Term;
use super::{Modifier, quarter};
use crate::language::number::lexeme::Kind;

/// Any relative expression that begins here.
pub(super) fn relative(r: &Reader, i: usize) -> Option<Read> {
    let j = if r.word(i) == "the" { i + 1 } else { i };
    named_day(r, i)
        .or_else(|| quarter::quarter(r, i))
        .or_else(|| picked(r, i, j))
        .or_else(|| day_beside(r, j))
        .or_else(|| counted(r, if r.count(i).is_some() { i } else { j }))
        .or_else(|| every(r, i))
        .or_else(|| reference(r, i))
}

fn shift(end: usize, count: f64, unit: Unit, from: From) -> Read {
    let sign = if count < 0.0 { -1 } else { 1 };
    Read::new(end, Meaning::Shift { count: Some(count.abs()), sign, unit, from })
}

/// `today`, `yesterday`, `tonight`, `the day before yesterday`.
fn named_day(r: &Reader, i: usize) -> Option<Read> {
    match r.term(i) {
        Some(Term::Today(n)) => {
            // `USA Today`, `Russia Today`: a name.
            if i > r.from && r.capital(i) && r.is(i - 1, Kind::Word) && r.capital(i - 1) {
                return None;
            }
            return Some(shift(i + 1, f64::from(n), Unit::Day, From::Speech));
        }
        Some(Term::Tonight) => {
            let mut read = shift(i + 1, 0.0, Unit::Day, From::Speech);
            read.clock = Some(Clock::Part(Part::Night));
            return Some(read);
        }
        _ => {}
    }
    let j = if r.word(i) == "the" { i + 1 } else { i };
    if r.word(j) == "day" {
        match (r.word(j + 1), r.word(j + 2)) {
            ("before", "yesterday") => return Some(shift(j + 3, -2.0, Unit::Day, From::Speech)),
            ("after", "tomorrow") => return Some(shift(j + 3, 2.0, Unit::Day, From::Speech)),
            _ => {}
        }
    }
    None
}

/// `the day before`, `the day after`, where no word follows that it would be before or after of.
fn day_beside(r: &Reader, j: usize) -> Option<Read> {
    let (unit, _, plural, at) = r.unit(j)?;
    if r.before(j, 1) != "the" || plural || unit < Unit::Day {
        return None;
    }
    let sign = match r.word(at) {
        "before" => -1.0,
        "after" => 1.0,
        _ => return None,
    };
    let free = !r.is(at + 1, Kind::Word) && !r.is(at + 1, Kind::Digits)
        || matches!(
            r.word(at + 1),
            "in" | "at"
                | "on"
                | "to"
                | "from"
                | "and"
                | "but"
                | "for"
                | "that"
                | "when"
                | "by"
                | "with"
                | "as"
        );
    free.then(|| shift(at + 1, sign, unit, From::Narrated))
}

/// `last week`, `this Friday`, `next summer`, `the past four years`, `that day`, `recent months`.
fn picked(r: &Reader, i: usize, j: usize) -> Option<Read> {
    let the = j > i;
    let (pick, mut at) = match r.word(j) {
        "last" | "past" => (Pick::Last, j + 1),
        "this" if !the => (Pick::This, j + 1),
        "current" => (Pick::This, j + 1),
        "next" | "coming" | "upcoming" => (Pick::Next, j + 1),
        "previous" | "preceding" => (Pick::Previous, j + 1),
        "following" | "ensuing" | "subsequent" => (Pick::Following, j + 1),
        "same" if the => return same(r, j + 1),
        "that" if !the => return same(r, if r.word(j + 1) == "same" { j + 2 } else { j + 1 }),
        "recent" => {
            let (_, _, plural, end) = r.unit(j + 1)?;
            return plural.then(|| Read::new(end, Meaning::Reference(Reference::Past)));
        }
        _ => return None,
    };
    // `this past April`, `this coming Friday`
    let past = r.word(j) == "past" || pick == Pick::This && r.word(at) == "past";
    let pick = match (pick, r.word(at)) {
        (Pick::This, "past" | "last") => Pick::Last,
        (Pick::This, "coming" | "next") => Pick::Next,
        _ => pick,
    };
    if matches!(r.word(j), "this") && matches!(r.word(at), "past" | "coming" | "last" | "next") {
        at += 1;
    }
    if matches!(r.word(at), "fiscal" | "financial" | "calendar" | "full") && r.unit(at + 1).is_some() {
        at += 1;
    }
    if let Some((unit, by, plural, end)) = r.unit(at) {
        return picked_unit(r, pick, the, past, (unit, by, plural, end));
    }
    match r.term(at) {
        Some(Term::Weekday(day)) => return Some(Read::new(at + 1, Meaning::Weekday { day, pick })),
        Some(Term::Month(month)) if r.capital(at) => {
            return Some(Read::new(at + 1, Meaning::Month { year: None, month, pick }));
        }
        Some(Term::Season(season)) => {
            return Some(Read::new(
                at + 1,
                Meaning::Stretch { year: None, stretch: Stretch::Season(season), pick },
            ));
        }
        Some(Term::Weekend) => return Some(Read::new(at + 1, Meaning::Weekend(pick))),
        Some(Term::Part(part)) => return picked_part(pick, the, part, at),
        _ => {}
    }
    // `the last five years`
    let (count, end) = r.count(at)?;
    let end = if r.word(end) == "more" { end + 1 } else { end };
    let (unit, by, plural, end) = r.unit(end)?;
    (plural && unit != Unit::Second)
        .then(|| Read::new(end, Meaning::Duration { count: count.map(|n| n * by), unit }))
}

fn picked_unit(
    r: &Reader,
    pick: Pick,
    the: bool,
    past: bool,
    unit: (Unit, f64, bool, usize),
) -> Option<Read> {
    let (unit, by, plural, end) = unit;
    if plural {
        let reference = match pick {
            Pick::Last if past => Reference::Past,
            Pick::Next if r.word(end.saturating_sub(2)) == "coming" => Reference::Future,
            _ => return None,
        };
        return Some(Read::new(end, Meaning::Reference(reference)));
    }
    // `told This Week in Asia`: a name.
    let named = r.capital(end - 1) && r.before(end, 1).len() > 3 && !r.is_title();
    if unit < Unit::Day || named {
        return None;
    }
    Some(match pick {
        Pick::Last if past && unit != Unit::Year => {
            Read::new(end, Meaning::Duration { count: Some(by), unit })
        }
        Pick::Last if unit == Unit::Day => return None,
        Pick::Last => shift(end, -by, unit, From::Speech),
        Pick::This => shift(end, 0.0, unit, From::Speech),
        Pick::Next if unit == Unit::Day => shift(end, 1.0, unit, From::Narrated),
        Pick::Next if the && unit == Unit::Decade => {
            Read::new(end, Meaning::Duration { count: Some(by), unit })
        }
        Pick::Next if the => shift(end, by, unit, From::Narrated),
        Pick::Next => shift(end, by, unit, From::Speech),
        Pick::Previous => shift(end, -by, unit, From::Narrated),
        Pick::Following => shift(end, by, unit, From::Narrated),
        Pick::Bare => return None,
    })
}

fn picked_part(pick: Pick, the: bool, part: Part, at: usize) -> Option<Read> {
    let mut read = match pick {
        Pick::Last if part == Part::Night => shift(at + 1, -1.0, Unit::Day, From::Speech),
        Pick::This if !the => shift(at + 1, 0.0, Unit::Day, From::Speech),
        Pick::Next | Pick::Following => shift(at + 1, 1.0, Unit::Day, From::Narrated),
        Pick::Previous => shift(at + 1, -1.0, Unit::Day, From::Narrated),
        _ => return None,
    };
    read.clock = Some(Clock::Part(part));
    Some(read)
}

/// `that day`, `the same year`.
fn same(r: &Reader, at: usize) -> Option<Read> {
    if let Some(Term::Part(part)) = r.term(at) {
        let mut read = shift(at + 1, 0.0, Unit::Day, From::Narrated);
        read.clock = Some(Clock::Part(part));
        return Some(read);
    }
    let (unit, _, plural, end) = r.unit(at)?;
    (!plural && unit >= Unit::Day).then(|| shift(end, 0.0, unit, From::Narrated))
}

/// `two years ago`, `a year earlier`, `three days later`, `four years`, `five-day`.
fn counted(r: &Reader, i: usize) -> Option<Read> {
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
    if matches!(r.word(at), "to" | "or" | "-" | "–") && count.is_some() {
        if let Some((Some(_), past)) = r.count(at + 1).filter(|(_, past)| r.unit(*past).is_some()) {
            at = past;
        }
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

fn led_duration(r: &Reader, i: usize) -> bool {
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

fn moved(r: &Reader, count: Option<f64>, unit: Unit, end: usize) -> Option<Read> {
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

/// `every day`, `each July`, `daily`.
fn every(r: &Reader, i: usize) -> Option<Read> {
    if let Some(Term::Each(unit)) = r.term(i) {
        let named = r.capital(i) && i > r.from;
        let noun = matches!(r.word(i), "annual" | "monthly" | "yearly" | "nightly" | "quarterly");
        return (!named && !noun).then(|| Read::new(i + 1, Meaning::Every { count: 1.0, unit }));
    }
    if !matches!(r.word(i), "every" | "each") {
        return None;
    }
    if r.word(i + 1) == "other" {
        let (unit, by, _, end) = r.unit(i + 2)?;
        return Some(Read::new(end, Meaning::Every { count: 2.0 * by, unit }));
    }
    match r.term(i + 1) {
        Some(Term::Weekday(day)) => return Some(Read::new(i + 2, Meaning::EveryWeekday(day))),
        Some(Term::Month(month)) => return Some(Read::new(i + 2, Meaning::EveryMonth(month))),
        Some(Term::Part(_)) => return Some(Read::new(i + 2, Meaning::Every { count: 1.0, unit: Unit::Day })),
        _ => {}
    }
    if let Some((unit, by, _, end)) = r.unit(i + 1) {
        return Some(Read::new(end, Meaning::Every { count: by, unit }));
    }
    let (count, at) = r.count(i + 1)?;
    let (unit, by, _, end) = r.unit(at)?;
    Some(Read::new(end, Meaning::Every { count: count? * by, unit }))
}

/// `now`, `recently`, `soon`, `the future`.
fn reference(r: &Reader, i: usize) -> Option<Read> {
    let (reference, end) = match r.word(i) {
        // `Now,` at the head of a sentence mostly turns to the next thing.
        "now" if i > r.from => (Reference::Present, i + 1),
        "right" if r.word(i + 1) == "now" => (Reference::Present, i + 2),
        "currently" | "nowadays" => (Reference::Present, i + 1),
        "these" if r.word(i + 1) == "days" => (Reference::Present, i + 2),
        "recently" => (Reference::Past, i + 1),
        "more" if r.word(i + 1) == "recently" => (Reference::Past, i + 2),
        "the" => match (r.word(i + 1), r.word(i + 2)) {
            ("future", next) if !r.is(i + 2, Kind::Word) || !matches!(next, "of") => {
                (Reference::Future, i + 2)
            }
            ("near", "future") => (Reference::Future, i + 3),
            ("past", _) if r.before(i, 1) == "in" && !r.is(i + 2, Kind::Word) => (Reference::Past, i + 2),
            _ => return None,
        },
        _ => return None,
    };
    Some(Read::new(end, Meaning::Reference(reference)))
}
