//! Two expressions that are one stretch: `from 3 to 5 May`, `between Monday and Wednesday`, `1998-2001`.

use super::meaning::{Meaning, Pick, Unit};
use super::reader::Reader;
use super::{Expression, Time, TimeKind, edtf::Edtf};
use crate::Span;

/// An expression and the lexemes it was read from.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) expression: Expression,
}

/// Marks the second of two expressions that a word or a hyphen makes one stretch, and gives the first the year of the second.
pub(super) fn join(r: &Reader, found: &mut [Found]) {
    for i in 1..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let (Some(a), Some(b)) = (before.last_mut(), rest.first_mut()) else { continue };
        if a.expression.closes || !alike(&a.expression, &b.expression) || !connected(r, a, b) {
            continue;
        }
        lend_year(&mut a.expression.meaning, b.expression.meaning);
        b.expression.closes = true;
    }
}

/// Gives a weekday the week that is named beside it: `Tuesday and Wednesday of next week`, `next week on Tuesday or Thursday`.
pub(super) fn lend_week(r: &Reader, found: &mut [Found]) {
    let beside = |a: &Found, b: &Found| {
        b.start >= a.end
            && b.start - a.end <= 2
            && (a.end..b.start).all(|i| matches!(r.word(i), "," | "or" | "and"))
    };
    let bare = |e: &Expression| match e.meaning {
        Meaning::Weekday { day, pick: Pick::Bare } => Some(day),
        _ => None,
    };
    for i in 1..found.len() {
        for (to, from) in [(i, i - 1), (found.len() - 1 - i, found.len() - i)] {
            let Meaning::WeekdayOfWeek { weeks, .. } = found[from].expression.meaning else { continue };
            let (a, b) = (&found[to.min(from)], &found[to.max(from)]);
            if beside(a, b)
                && let Some(day) = bare(&found[to].expression)
            {
                found[to].expression.meaning = Meaning::WeekdayOfWeek { day, weeks };
            }
        }
    }
}

/// Whether both are of a kind that can begin and end one stretch.
fn alike(a: &Expression, b: &Expression) -> bool {
    let level = |e: &Expression| match e.meaning {
        Meaning::Day { .. }
        | Meaning::Weekday { .. }
        | Meaning::WeekdayOnDay { .. }
        | Meaning::Feast { .. } => 1,
        Meaning::Shift { unit: Unit::Day, count: Some(_), .. } => 1,
        Meaning::Month { .. } | Meaning::MonthOf { .. } => 2,
        Meaning::Year(_) => 3,
        Meaning::Decade(_) => 4,
        Meaning::TimeOfDay => 5,
        _ => 0,
    };
    // `9 to 11 p.m. on Tuesday`: the day stands behind both.
    if level(a) == 5 {
        return a.clock.is_some() && b.clock.is_some() && matches!(level(b), 1 | 5);
    }
    level(a) > 0 && level(a) == level(b) && a.clock.is_none() && b.clock.is_none()
}

fn connected(r: &Reader, a: &Found, b: &Found) -> bool {
    let at = a.end;
    if b.start != at + 1 && !(b.start == at + 2 && r.word(at + 1) == "the") {
        return false;
    }
    let led = if r.before(a.start, 1) == "the" { 2 } else { 1 };
    match r.word(at) {
        "-" | "–" | "—" | "through" | "until" | "till" | "thru" => true,
        "to" => {
            !moved(r, a.start)
                && (r.before(a.start, led) == "from"
                    || r.before(a.start, led).is_empty()
                    || plain(&a.expression))
        }
        "and" => r.before(a.start, led) == "between",
        _ => false,
    }
}

/// A day or month by its name alone: `Monday to Friday`, `May to September`.
fn plain(e: &Expression) -> bool {
    matches!(
        e.meaning,
        Meaning::Weekday { pick: Pick::Bare, .. } | Meaning::Month { .. } | Meaning::Day { .. }
    )
}

/// `postponed from Monday to Friday` is two days and not the time between them.
fn moved(r: &Reader, start: usize) -> bool {
    (start.saturating_sub(8).max(r.from)..start).any(|i| {
        let word = r.word(i);
        ["postpon", "delay", "resched", "push", "shift", "mov", "chang", "brought", "defer"]
            .iter()
            .any(|stem| word.starts_with(stem))
    })
}

/// `10 August - 12 September 2013`: the first day is of the year that stands behind the second.
pub(super) fn lend_year(a: &mut Meaning, b: Meaning) {
    match (a, b) {
        (
            Meaning::Day { year: year @ None, month, day },
            Meaning::Day { year: Some(y), month: m, day: d },
        ) => *year = if (*month, *day) > (m, d) { y.checked_sub(1) } else { Some(y) },
        (
            Meaning::Month { year: year @ None, month, pick: Pick::Bare },
            Meaning::Month { year: Some(y), month: m, .. },
        ) => *year = if *month > m { y.checked_sub(1) } else { Some(y) },
        _ => {}
    }
}

/// One end of a stretch, as TIMEX3 marks it: by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Where it stands.
    pub span: Span,
    /// What kind it is.
    pub kind: TimeKind,
    /// TIMEX3 value.
    pub timex: String,
}

/// The stretch from one time to another, both included; a time of day that ends it is its last instant.
pub(super) fn stretch(a: Time, b: Time) -> Time {
    let ends = [&a, &b].map(|t| End { span: t.span, kind: t.kind, timex: t.timex.clone() });
    let high = if b.kind == TimeKind::Time { b.low } else { b.high };
    let half = |edtf: &Option<String>, last: bool| {
        let edtf = edtf.as_deref()?;
        let part = edtf.split_once('/').map_or(edtf, |(first, end)| if last { end } else { first });
        (part != "..").then(|| part.to_owned())
    };
    let edtf = match (half(&a.edtf, false), half(&b.edtf, true)) {
        (Some(from), Some(to)) => Some(format!("{from}/{to}")),
        _ => None,
    };
    // A stretch that ends before it begins was not understood.
    let forward = match (a.low, high) {
        (Some(low), Some(high)) => low < high,
        (None, None) => a.low.is_none() && b.high.is_none(),
        _ => false,
    };
    let edtf = edtf.filter(|e| forward && Edtf::parse(e).is_some());
    let placed = edtf.is_some() && a.low.is_some();
    Time {
        span: Span { start: a.span.start, end: b.span.end },
        kind: if a.kind == b.kind { a.kind } else { TimeKind::Date },
        timex: format!("{}/{}", a.timex, b.timex),
        modifier: None,
        basis: if edtf.is_some() { a.basis } else { super::Basis::None },
        edtf,
        low: a.low.filter(|_| placed),
        high: high.filter(|_| placed),
        ends: ends.into(),
    }
}
