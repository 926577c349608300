//! Periods of business reports: `the quarter`, `the year-ago period`, `this year's third quarter`.

use super::meaning::{From, Meaning, Stretch, Unit};
use super::reader::{Read, Reader};

/// A period of a business report that begins here.
pub(super) fn quarter(r: &Reader, i: usize) -> Option<Read> {
    let the = usize::from(matches!(r.word(i), "the" | "a"));
    owned(r, i).or_else(|| ended(r, i)).or_else(|| reported(r, i, i + the))
}

/// `the fiscal year ended Sept. 30` is a length of time; `year-end` is a day.
fn ended(r: &Reader, i: usize) -> Option<Read> {
    let at = i + usize::from(r.word(i) == "the");
    if at > i && r.word(at) == "full" && r.word(at + 1) == "year" && r.before(i, 1) == "for" {
        let this = Meaning::Shift { count: Some(0.0), sign: 1, unit: Unit::Year, from: From::Speech };
        return Some(Read::new(at + 2, this));
    }
    let at = if matches!(r.word(at), "fiscal" | "financial") { at + 1 } else { at };
    if r.word(at) != "year" {
        return None;
    }
    if at > i && matches!(r.word(at + 1), "ended" | "ending") {
        return Some(Read::new(at + 1, Meaning::Duration { count: Some(1.0), unit: Unit::Year }));
    }
    let owned = matches!(r.word(at + 1), "'" | "’") && r.word(at + 2) == "s";
    let end = if owned { at + 3 } else { r.past_hyphen(at + 1) };
    let led = matches!(r.before(i, 1), "by" | "at" | "since" | "until" | "before" | "after" | "around");
    // `for the full year`, `the first nine months of the year`
    let whole = r.before(i, 1) == "of" && matches!(r.before(i, 2), "months" | "half" | "quarters" | "rest");
    if at == i + 1 && whole && end == at + 1 {
        let this = Meaning::Shift { count: Some(0.0), sign: 1, unit: Unit::Year, from: From::Speech };
        return Some(Read::new(at + 1, this));
    }
    (r.word(end) == "end" && led && at == i)
        .then(|| Read::new(end + 1, Meaning::Day { year: None, month: 12, day: 31 }))
}

/// `this year's third quarter`, `next year's first half`.
fn owned(r: &Reader, i: usize) -> Option<Read> {
    let years = match r.word(i) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let apostrophe = r.word(i + 1) == "year" && matches!(r.word(i + 2), "'" | "’") && r.word(i + 3) == "s";
    if !apostrophe {
        return None;
    }
    let (stretch, end) = ordinal_quarter(r, i + 4)?;
    Some(Read::new(end, Meaning::StretchOf { years, stretch }))
}

/// `third quarter`, `third-quarter`, and one past it.
fn ordinal_quarter(r: &Reader, i: usize) -> Option<(Stretch, usize)> {
    let n = match r.word(i) {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        _ => return None,
    };
    let at = r.past_hyphen(i + 1);
    (r.word(at) == "quarter").then_some((Stretch::Quarter(n), at + 1))
}

/// `the quarter`, `the latest period`, `the year-ago quarter`, `the 1988 period`.
fn reported(r: &Reader, i: usize, j: usize) -> Option<Read> {
    let the = j > i;
    let period = |at: usize| matches!(r.word(at), "quarter" | "period");
    let read = |end, year, years| Some(Read::new(end, Meaning::Period { year, years }));
    if the && r.word(j) == "quarter" {
        let other = matches!(r.word(j + 1), "of" | "-" | "century" | "final" | "finals" | "mile");
        return if other { None } else { read(j + 1, None, 0) };
    }
    if the && r.word(j) == "latest" && period(j + 1) {
        return read(j + 2, None, 0);
    }
    if the && r.year(j).is_some() && period(j + 1) {
        return read(j + 2, r.year(j), 0);
    }
    let same = usize::from(matches!(r.word(j), "comparable" | "corresponding" | "same"));
    let at = j + same;
    let hyphen = r.past_hyphen(at + 1);
    if r.word(at) != "year" || hyphen == at + 1 || !matches!(r.word(hyphen), "ago" | "earlier") {
        return None;
    }
    let end = hyphen + 1;
    if period(end) {
        return read(end + 1, None, -1);
    }
    if let Some((stretch, end)) = ordinal_quarter(r, end) {
        return Some(Read::new(end, Meaning::StretchOf { years: -1, stretch }));
    }
    // `year-ago results`: the article is not part of it.
    None
}
