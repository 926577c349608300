//! Scans a text for quantities.

use super::lexeme::{Kind, Lexemes};
use super::read::{Found, quantity};
use super::section::Section;
use super::{Bound, Quantity, QuantityKind, bound, noun};
use crate::Span;
use crate::language::time::{Modifier, Time, TimeKind};
use crate::language::{Sentence, Token};

/// All quantities, in order, not overlapping.
pub(super) fn find(text: &str, tokens: &[Token], sentences: &[Sentence], times: &[Time]) -> Vec<Quantity> {
    let lexemes = Lexemes::of(text);
    let mut out: Vec<Quantity> = Vec::new();
    let mut time = 0;
    for (from, to) in lexemes.sections(sentences) {
        let s = Section { lexemes: &lexemes, from, to, title_case: title_case(&lexemes, from, to) };
        let mut i = from;
        while i < to {
            let start = lexemes.span(i, i + 1).start;
            while times.get(time).is_some_and(|t| t.span.end <= start) {
                time += 1;
            }
            let covering = times.get(time).filter(|t| t.span.start <= start);
            let found = match covering {
                Some(t) if t.kind != TimeKind::Duration => None,
                Some(t) => length(&s, i, t),
                None => quantity(&s, i),
            };
            let Some(found) = found else {
                i += 1;
                continue;
            };
            let floor = out.last().map_or(0, |q| q.span.end);
            out.push(written(text, tokens, &lexemes, &found, floor));
            i = found.end.max(i + 1);
        }
    }
    reach_nouns(tokens, &mut out);
    out
}

/// Draws the spans of counted things out to their nouns, where nothing else is counted between.
fn reach_nouns(tokens: &[Token], out: &mut [Quantity]) {
    for i in 0..out.len() {
        let next = out.get(i + 1).map_or(usize::MAX, |q| q.span.start);
        let noun = out[i].noun.and_then(|n| tokens.get(n)).map(|t| t.span);
        let fits =
            |n: &Span| out[i].span.end <= n.start && n.end <= next && out[i].kind == QuantityKind::Count;
        if let Some(noun) = noun.filter(fits) {
            out[i].span = out[i].span.join(noun);
        }
    }
}

/// Whether most longer words begin with a capital.
fn title_case(lexemes: &Lexemes, from: usize, to: usize) -> bool {
    let (mut capital, mut all) = (0, 0);
    for i in from..to {
        if lexemes.is(i, Kind::Word) && lexemes.raw(i).len() > 3 {
            all += 1;
            capital += usize::from(lexemes.capital(i));
        }
    }
    all >= 3 && capital * 10 >= all * 7
}

fn written(text: &str, tokens: &[Token], lexemes: &Lexemes, found: &Found, floor: usize) -> Quantity {
    let mut span = lexemes.span(found.from, found.end);
    let number = lexemes.span(found.number.0, found.number.1);
    if span.start < floor {
        span = Span { start: number.start.max(floor), end: span.end };
    }
    let counts = matches!(found.kind, QuantityKind::Count | QuantityKind::Ordinal | QuantityKind::Percent);
    let noun = counts.then(|| noun::counted(text, tokens, number, span.end)).flatten();
    Quantity {
        span,
        number,
        low: found.low,
        high: found.high,
        bound: found.bound,
        kind: found.kind,
        unit: found.unit.clone(),
        noun,
    }
}

/// A length of time: by its own words, else by the time expression it is.
fn length(s: &Section, i: usize, time: &Time) -> Option<Found> {
    if let Some(found) = quantity(s, i).filter(|f| f.kind == QuantityKind::Duration) {
        return Some(found);
    }
    if s.lexemes.span(i, i + 1).start != time.span.start {
        return None;
    }
    let (value, name) = parse_length(&time.timex)?;
    let mut end = i;
    while end < s.to && s.lexemes.span(end, end + 1).end <= time.span.end {
        end += 1;
    }
    let meant = match time.modifier {
        Some(Modifier::Approx) => Bound::About,
        Some(Modifier::LessThan) => Bound::Less,
        Some(Modifier::MoreThan) if bound::throughout(s, i + 1) => Bound::Exact,
        Some(Modifier::MoreThan) => Bound::More,
        Some(Modifier::EqualOrMore) => Bound::AtLeast,
        Some(Modifier::EqualOrLess) => Bound::AtMost,
        _ => Bound::Exact,
    };
    Some(Found {
        from: i,
        number: (i, end),
        end,
        low: value,
        high: value,
        bound: meant,
        kind: QuantityKind::Duration,
        unit: Some(name.to_owned()),
    })
}

/// Number and unit of a plain TIMEX3 duration: `P25Y`.
fn parse_length(timex: &str) -> Option<(f64, &'static str)> {
    let rest = timex.strip_prefix('P')?;
    let (rest, clock) = rest.strip_prefix('T').map_or((rest, false), |r| (r, true));
    let (number, letter) = rest.split_at(rest.len().checked_sub(1)?);
    let name = match (letter, clock) {
        ("S", true) => "second",
        ("M", true) => "minute",
        ("H", true) => "hour",
        ("D", false) => "day",
        ("W", false) => "week",
        ("M", false) => "month",
        ("Y", false) => "year",
        _ => return None,
    };
    Some((number.parse().ok()?, name))
}
