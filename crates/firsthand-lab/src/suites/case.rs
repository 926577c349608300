//! One case of a suite of phrases, and whether a prediction is right (the rule of `score_statements.py time-expr`).

use firsthand_text::language::time::Time;
use jiff::civil::{Date, DateTime};
use serde_json::Value;

/// One expression of a suite with all the answers it takes.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) id: String,
    /// The sentence it stands in.
    pub(super) text: String,
    /// Its span, in bytes.
    pub(super) span: (usize, usize),
    /// The day it is told on.
    pub(super) told: Date,
    pub(super) answers: Vec<Answer>,
}

/// One answer a suite takes.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// First instant, or the instant itself, with whether only its day counts.
    pub(super) low: Option<(DateTime, bool)>,
    /// One past the last instant.
    pub(super) high: Option<DateTime>,
    /// Year, month, day and hour where only these are named, and whether the hour is named with its minute.
    parts: Option<([Option<i64>; 4], bool)>,
}

impl Case {
    /// The words of the expression.
    pub(super) fn words(&self) -> &str {
        self.text.get(self.span.0..self.span.1).unwrap_or("")
    }
}

/// The cases of one record that have a place on the calendar.
pub(super) fn cases(record: &Value) -> Vec<Case> {
    let text = record["text"].as_str().unwrap_or("");
    let bytes = |at: &Value| {
        let at = usize::try_from(at.as_u64()?).ok()?;
        text.char_indices().map(|(i, _)| i).chain([text.len()]).nth(at)
    };
    let Some(told) = record["ref"].as_str().and_then(|r| r.get(..10)?.parse().ok()) else {
        return Vec::new();
    };
    let gold = record["gold"].as_array().cloned().unwrap_or_default();
    gold.iter()
        .filter_map(|g| {
            let answers: Vec<Answer> = g["alts"].as_array()?.iter().filter_map(answer).collect();
            let span = (bytes(&g["start"])?, bytes(&g["end"])?);
            let id = record["id"].as_str().unwrap_or("").to_owned();
            (!answers.is_empty()).then(|| Case { id, text: text.to_owned(), span, told, answers })
        })
        .collect()
}

/// An instant to the minute, and whether it is written as a day. Badly written ones have no place.
fn instant(value: &Value) -> Option<(DateTime, bool)> {
    let text = value.as_str()?;
    if text.len() <= 10 {
        return Some((text.parse::<Date>().ok()?.to_datetime(jiff::civil::Time::midnight()), true));
    }
    text.get(..16)?.replace(' ', "T").parse().ok().map(|t| (t, false))
}

fn answer(alt: &Value) -> Option<Answer> {
    let placed = |key: &str| alt[key].as_str().is_some_and(|t| !t.is_empty());
    if !placed("lo") && !placed("hi") && !placed("point") {
        return None;
    }
    let low = if placed("lo") { instant(&alt["lo"]) } else { instant(&alt["point"]) };
    let high = if alt["type"] == "instant" { None } else { instant(&alt["hi"]).map(|(t, _)| t) };
    let parts = alt["components"].as_object().map(|c| {
        let get = |key: &str| c.get(key).and_then(Value::as_i64);
        ([get("year"), get("month"), get("day"), get("hour")], c.contains_key("minute"))
    });
    Some(Answer { low, high, parts })
}

/// Whether the start is right, and whether both ends are.
pub(super) fn right(case: &Case, time: &Time) -> (bool, bool) {
    let minute = |t: DateTime| t.with().second(0).subsec_nanosecond(0).build().unwrap_or(t);
    let (low, high) = (time.low.map(minute), time.high.map(minute));
    let mut best = (false, false);
    for answer in &case.answers {
        let start = match (answer.low, low) {
            (_, Some(low)) if answer.parts.is_some() => named(answer, low),
            (Some((want, true)), Some(low)) => want.date() == low.date(),
            (Some((want, false)), Some(low)) => want == low,
            (None, low) => low.is_none(),
            (Some(_), None) => false,
        };
        let both = start && (answer.high.is_none() || answer.high == high);
        best = (best.0 || start, best.1 || both);
    }
    best
}

/// Whether the parts an answer names agree; noon stands for no hour at all.
fn named(answer: &Answer, low: DateTime) -> bool {
    let Some(([year, month, day, hour], minute)) = answer.parts else { return false };
    let agrees = |want: Option<i64>, is: i64| want.is_none_or(|w| w == is);
    agrees(year, low.year().into())
        && agrees(month, low.month().into())
        && agrees(day, low.day().into())
        && (agrees(hour, low.hour().into()) || hour == Some(12) && !minute)
}

/// The time matched with each case of a record: pairs by overlap, longest first, each used once.
pub(super) fn matched<'a>(cases: &[Case], times: &'a [Time]) -> Vec<Option<&'a Time>> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, case) in cases.iter().enumerate() {
        for (j, time) in times.iter().enumerate() {
            let shared = case.span.1.min(time.span.end).saturating_sub(case.span.0.max(time.span.start));
            if shared > 0 {
                pairs.push((shared, i, j));
            }
        }
    }
    pairs.sort_by_key(|(shared, i, j)| (usize::MAX - shared, *i, *j));
    let mut out = vec![None; cases.len()];
    let mut used = vec![false; times.len()];
    for (_, i, j) in pairs {
        if out[i].is_none() && !used[j] {
            out[i] = times.get(j);
            used[j] = true;
        }
    }
    out
}
