//! Where two reports place one happening at two times: is it a dispute, or does something explain it?

use super::date::Date;
use super::likeness::Likeness;
use super::point::Told;
use super::rival;
use super::scope::alike;
use super::zone::{self, Band};
use firsthand_text::language::time::{Basis, Time};
use firsthand_text::language::{Annotated, place};
use firsthand_text::report::How;
use jiff::{Unit, civil};

/// Days further apart than this are two happenings, not one told wrongly.
const NEAR: i32 = 3;

/// Whether two dates that stand apart, of these statements, are a dispute if nothing explains them: days beyond doubt, near
/// one another, of one happening.
pub(super) fn differ(told: &Told<'_>, (x, s): (&Date, usize), (y, t): (&Date, usize), l: &Likeness) -> bool {
    x.is_day()
        && y.is_day()
        && near(x, y)
        && !same_clock(x, y)
        && (same_day(x, y) || (is_sure(told, x, s) && is_sure(told, y, t)))
        && !rival::rivals(told, s, t)
        && !rival::strangers(told, s, t)
        && alike(l, 0.25, 0.15)
}

/// Days so near that one of the two must be a slip, not another happening. A day without its year is of the other's.
pub(super) fn near(x: &Date, y: &Date) -> bool {
    let year = |d: &Date| d.edtf.get(..4).filter(|y| *y != "XXXX").map(str::to_owned);
    let any = || year(x).or_else(|| year(y)).unwrap_or_else(|| "2000".to_owned());
    let day = |d: &Date| -> Option<civil::Date> {
        match d.edtf.strip_prefix("XXXX") {
            Some(rest) => format!("{}{rest}", any()).parse().ok(),
            None => d.ends().map(|(at, _)| at.date()),
        }
    };
    match (day(x), day(y)) {
        (Some(a), Some(b)) => (a - b).get_days().abs() <= NEAR,
        _ => false,
    }
}

/// Whether both give the same time of day: then the day was taken from the reports' own, and is no part of what they say.
fn same_clock(x: &Date, y: &Date) -> bool {
    let clock = |d: &Date| d.edtf.split_once('T').map(|(_, t)| t.to_owned());
    clock(x).is_some() && clock(x) == clock(y)
}

fn same_day(x: &Date, y: &Date) -> bool {
    let day = |d: &Date| d.edtf.get(..10).map(str::to_owned);
    day(x) == day(y)
}

/// The expression of a statement, or of its sentence, that gives a date.
fn expression<'a>(told: &'a Told<'_>, date: &Date, s: usize) -> Option<(&'a Annotated, &'a Time)> {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    let gives = |t: &&Time| t.edtf.as_deref() == Some(date.edtf.as_str());
    let sentence = report.sentences[statement.sentence].span;
    let own = statement.times.iter().map(|&t| &report.times[t]).find(gives);
    own.or_else(|| report.times.iter().filter(|t| sentence.holds(t.span)).find(gives)).map(|t| (report, t))
}

/// Whether the day is the report's own beyond doubt: named by its words, or a weekday counted from a date of publication that
/// the report states. `Today` and `yesterday` are as good as the date of the page, which is often that of the site, not
/// of the text; and a bare `9.25 am` names no day at all.
pub(super) fn is_sure(told: &Told<'_>, date: &Date, s: usize) -> bool {
    const COUNTED: [&str; 16] = [
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
        "ago",
        "earlier",
        "later",
        "now",
        "next",
        "following",
        "previous",
        "last",
    ];
    let Some((report, time)) = expression(told, date, s) else { return true };
    let own = &report.report;
    let text = report.text(time.span).to_lowercase();
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    match time.basis {
        Basis::Words => true,
        Basis::Published => {
            let stated = (own.published.day.is_some() && own.published.how != Some(How::Inferred))
                || own.dateline.as_ref().is_some_and(|d| d.date.is_some());
            // `Tuesday night` is counted by its weekday.
            let weekday = words().any(|w| w.ends_with("day") && !COUNTED.contains(&w));
            stated && (weekday || !words().any(|w| COUNTED.contains(&w))) && !is_bare_clock(date, &text)
        }
        // `21 February`, of whatever year.
        Basis::None => date.edtf.starts_with("XXXX-"),
        Basis::Narrated(_) => false,
    }
}

/// Whether the words give no more than a time of day (`around 9.25 am`, `1023 GMT`).
fn is_bare_clock(date: &Date, words: &str) -> bool {
    const CLOCK: [&str; 20] = [
        "a", "m", "p", "am", "pm", "gmt", "utc", "est", "edt", "et", "local", "time", "around", "about",
        "at", "o", "clock", "hours", "minutes", "seconds",
    ];
    date.is_clock() && words.split(|c: char| !c.is_alphabetic()).all(|w| w.is_empty() || CLOCK.contains(&w))
}

/// What explains that two statements of one happening give two times: their clocks are of two zones, or it was near midnight.
pub(super) fn explained(
    told: &Told<'_>,
    (x, s): (&Date, usize),
    (y, t): (&Date, usize),
) -> Option<&'static str> {
    let ((a, _), (b, _)) = (x.ends()?, y.ends()?);
    if (a.date() - b.date()).get_days().abs() > 1 {
        return None;
    }
    let named = x.offset().is_some() || y.offset().is_some();
    let ahead = zone::ahead(clocks(told, x, s), clocks(told, y, t), named);
    let meet = match (x.is_clock(), y.is_clock()) {
        (true, true) => ahead.is_some_and(|band| shows(a, b, band)),
        (true, false) => ahead.is_some_and(|band| reaches(a, b.date(), band)),
        (false, true) => ahead.is_some_and(|band| reaches(b, a.date(), (-band.1, -band.0))),
        // Two days, of papers whose clocks are hours apart.
        (false, false) => ahead.is_some_and(|band| band.0.abs().min(band.1.abs()) >= 5 * 60),
    };
    if meet {
        return Some("the times are told by clocks of two time zones");
    }
    let night = a.date() != b.date() && (at_night(told, x, s, a < b) || at_night(told, y, t, b < a));
    night.then_some("it was near midnight, and may be told as either day")
}

/// What the clock by which a statement tells its time can show: the zone its words name, that of the place where it happened
/// if they say `local time`, else that of the place the report was written.
fn clocks(told: &Told<'_>, date: &Date, s: usize) -> Option<Band> {
    if let Some(minutes) = date.offset() {
        return Some((i32::from(minutes), i32::from(minutes)));
    }
    let (report, time) = expression(told, date, s)?;
    let scene = || told.features[s].places.iter().find_map(|p| place::country(p));
    let desk = || report.report.dateline.as_ref().and_then(|d| place::country(d.place.as_deref()?));
    let local = report.text(time.span).to_lowercase().contains("local");
    let code = if local { scene().or_else(desk) } else { desk() };
    code.and_then(zone::of_country)
}

/// Whether the second clock shows `b` when the first shows `a`, if it is ahead by so much. Zones differ by quarters of an
/// hour.
fn shows(a: civil::DateTime, b: civil::DateTime, ahead: Band) -> bool {
    let Ok(minutes) = (b - a).total(Unit::Minute) else { return false };
    let (low, high) = (f64::from(ahead.0), f64::from(ahead.1));
    minutes != 0.0 && minutes % 15.0 == 0.0 && (low..=high).contains(&minutes)
}

/// Whether the second clock can show this day when the first shows `a`, if it is ahead by so much.
fn reaches(a: civil::DateTime, day: civil::Date, ahead: Band) -> bool {
    let shift = |minutes: i32| a.checked_add(jiff::Span::new().minutes(minutes)).ok();
    match (shift(ahead.0), shift(ahead.1)) {
        (Some(low), Some(high)) => low.date() <= day && day <= high.date(),
        _ => false,
    }
}

/// Whether a time lies so near the midnight between it and the other day that papers tell it as either: within three hours by
/// the clock, or `late` on the earlier day, in the `small hours` of the later.
fn at_night(told: &Told<'_>, date: &Date, s: usize, earlier: bool) -> bool {
    const LATE: [&str; 3] = ["late", "midnight", "overnight"];
    const EARLY: [&str; 5] = ["early", "midnight", "overnight", "small hours", "predawn"];
    if date.is_clock() {
        let hour = date.ends().map(|(at, _)| at.hour());
        return hour.is_some_and(|h| if earlier { h >= 21 } else { h < 3 });
    }
    let Some((report, time)) = expression(told, date, s) else { return false };
    // `late on Monday`: the word before counts too.
    let first = report.tokens.partition_point(|t| t.span.start < time.span.start).saturating_sub(2);
    let last = report.tokens.partition_point(|t| t.span.end <= time.span.end);
    let words: Vec<String> = (first..last).map(|t| report.word(t).to_lowercase()).collect();
    let text = format!(" {} ", words.join(" "));
    let marks: &[&str] = if earlier { &LATE } else { &EARLY };
    marks.iter().any(|m| text.contains(&format!(" {m} ")))
}
