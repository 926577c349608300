//! Scans a text for quantities.

use super::lexeme::{Kind, Lexemes};
use super::numeral::{self, Numeral};
use super::refuse::{self, Section, refused};
use super::unit::{self, Unit};
use super::{Bound, Quantity, QuantityKind, age, bound, noun, vague};
use crate::Span;
use crate::language::time::{Modifier, Time, TimeKind};
use crate::language::{Sentence, Token};

/// A quantity in terms of lexemes.
#[derive(Debug, Clone)]
struct Found {
    from: usize,
    number: (usize, usize),
    end: usize,
    low: f64,
    high: f64,
    bound: Bound,
    kind: QuantityKind,
    unit: Option<String>,
}

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
    let bound = match time.modifier {
        Some(Modifier::Approx) => Bound::About,
        Some(Modifier::LessThan) => Bound::Less,
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
        bound,
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

/// The quantity that begins here.
fn quantity(s: &Section, i: usize) -> Option<Found> {
    if let Some((code, at)) = unit::currency_before(s.lexemes, i, s.to) {
        return money(s, i, code, at);
    }
    if let Some(found) = negative(s, i) {
        return Some(found);
    }
    if let Some((low, high, end)) = vague::read(s.lexemes, i, s.to) {
        return Some(finish(s, vague_found(s, i, low, high, end)));
    }
    if let Some((value, end)) = vague::part(s.lexemes, i, s.to) {
        return Some(finish(s, plain(i, end, value, QuantityKind::Count, None)));
    }
    if let Some((value, end)) = vague::dozen(s.lexemes, i, s.to) {
        return Some(finish(s, plain(i, end, value, QuantityKind::Count, None)));
    }
    if let Some(found) = ordinal(s, i) {
        return Some(found);
    }
    let first = amount(s, i, false)?;
    let counted_time = unit::read(s.lexemes, first.end, s.to, first.scaled);
    let measured = counted_time.is_some() || age::before(s, i).is_some();
    if let Some(found) = ranged(s, i, &first, counted_time.as_ref()) {
        return Some(found);
    }
    if refused(s, i, &first, measured) {
        return None;
    }
    Some(finish(s, single(s, i, &first, counted_time)))
}

/// `minus 5 degrees`, `minus-130`, `-4%`.
fn negative(s: &Section, i: usize) -> Option<Found> {
    let minus = s.word(i) == "minus";
    let sign =
        matches!(s.word(i), "−" | "-") && !(i > s.from && s.lexemes.glued(i)) && s.lexemes.glued(i + 1);
    if !minus && !sign {
        return None;
    }
    let at = if minus && s.word(i + 1) == "-" { i + 2 } else { i + 1 };
    let numeral = numeral::read(s.lexemes, at, s.to).filter(|n| n.digits && at < s.to)?;
    let unit = unit::read(s.lexemes, numeral.end, s.to, numeral.scaled);
    if sign && !unit.as_ref().is_some_and(|u| matches!(u.kind, QuantityKind::Percent | QuantityKind::Measure))
    {
        return None;
    }
    let mut found = plain(i, numeral.end, -numeral.value, QuantityKind::Count, None);
    if let Some(unit) = unit {
        apply(&mut found, unit);
    }
    Some(finish(s, found))
}

fn plain(i: usize, end: usize, value: f64, kind: QuantityKind, unit: Option<String>) -> Found {
    Found { from: i, number: (i, end), end, low: value, high: value, bound: Bound::Exact, kind, unit }
}

fn vague_found(s: &Section, i: usize, low: f64, high: f64, end: usize) -> Found {
    let mut found = Found { high, bound: Bound::About, ..plain(i, end, low, QuantityKind::Count, None) };
    // `millions of dollars`, `hundreds of kilometres`
    let at = if s.word(end) == "of" { end + 1 } else { end };
    if let Some(unit) = unit::read(s.lexemes, at, s.to, low >= 1e5) {
        apply(&mut found, unit);
    }
    found
}

/// A numeral with the letter of scale that may be glued to it.
fn amount(s: &Section, i: usize, money: bool) -> Option<Numeral> {
    let mut numeral = numeral::read(s.lexemes, i, s.to)?;
    if i >= s.to {
        return None;
    }
    if numeral.digits && !numeral.scaled && numeral.end < s.to && s.lexemes.glued(numeral.end) {
        // `1.2m tonnes`: millions where something counted follows.
        let counted = matches!(s.lexemes.raw(numeral.end), "m" | "M") && counts(s, numeral.end + 1);
        let money = money || counted;
        if let Some(by) = numeral::scale_letter(s.lexemes.raw(numeral.end), money) {
            numeral = Numeral { value: numeral.value * by, end: numeral.end + 1, scaled: true, ..numeral };
        }
    } else if numeral.digits
        && !numeral.scaled
        && numeral.end < s.to
        && matches!(s.word(numeral.end), "bn" | "mn" | "mln" | "bln")
    {
        let by = numeral::scale_letter(s.word(numeral.end), money)?;
        numeral = Numeral { value: numeral.value * by, end: numeral.end + 1, scaled: true, ..numeral };
    }
    // `two dozen`
    if s.word(numeral.end) == "dozen" && numeral.value < 100.0 {
        numeral = Numeral { value: numeral.value * 12.0, end: numeral.end + 1, ..numeral };
    }
    Some(numeral)
}

/// Whether a unit or a plural noun stands here.
fn counts(s: &Section, at: usize) -> bool {
    if at >= s.to || s.lexemes.glued(at) {
        return false;
    }
    let word = s.word(at);
    unit::read(s.lexemes, at, s.to, false).is_some_and(|u| u.kind != QuantityKind::Duration)
        || refuse::plural(word) && word != "hurdles"
}

fn apply(found: &mut Found, unit: Unit) {
    found.low *= unit.by;
    found.high *= unit.by;
    found.kind = unit.kind;
    found.unit = Some(unit.name);
    found.end = unit.end;
}

/// One number, with what stands behind it.
fn single(s: &Section, i: usize, numeral: &Numeral, unit: Option<Unit>) -> Found {
    let mut found = plain(i, numeral.end, numeral.value, QuantityKind::Count, None);
    if let Some(end) = age::behind(s, numeral.end) {
        return Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), end, ..found };
    }
    if let Some(from) = age::before(s, i).filter(|_| numeral.value < 130.0) {
        return Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), from, ..found };
    }
    if let Some(unit) = unit {
        apply(&mut found, unit);
        // `three metres and a half`
        if s.word(found.end) == "and" && s.word(found.end + 1) == "a" && s.word(found.end + 2) == "half" {
            found.low += 0.5;
            found.high += 0.5;
            found.end += 3;
        }
        return found;
    }
    if magnitude_before(s, i) {
        return Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), ..found };
    }
    if let Some(end) = richter(s, numeral.end) {
        return Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), end, ..found };
    }
    if age::apposed(s, i, numeral.end) {
        return Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), ..found };
    }
    // `5.6 quake`
    let quake = matches!(s.word(numeral.end), "quake" | "earthquake" | "tremor" | "temblor" | "aftershock");
    if quake && numeral.digits && numeral.value < 10.0 && numeral.value.fract() > 0.0 {
        return Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), ..found };
    }
    found
}

/// `magnitude-5.2`, `a magnitude of 6.1`, `magnitude 5`.
fn magnitude_before(s: &Section, i: usize) -> bool {
    let word = |back: usize| s.before(i, back);
    word(1) == "magnitude"
        || matches!(word(1), "of" | "-" | "‐" | "–" | "at" | "was") && word(2) == "magnitude"
        || matches!(word(1), "about" | "around") && word(2) == "of" && word(3) == "magnitude"
}

/// ` on the Richter scale`, ` Richter`.
fn richter(s: &Section, end: usize) -> Option<usize> {
    let at = if matches!(s.word(end), "on" | "in") && s.word(end + 1) == "the" { end + 2 } else { end };
    if s.word(at) != "richter" {
        return None;
    }
    Some(if s.word(at + 1) == "scale" { at + 2 } else { at + 1 })
}

/// `$4.5m`, `$90 a barrel`, `$5-6 million`, `£3 to £4`.
fn money(s: &Section, from: usize, code: &str, at: usize) -> Option<Found> {
    let stuck = from > s.from && s.lexemes.glued(from) && !s.lexemes.is(from - 1, Kind::Mark);
    if stuck && s.lexemes.is(from, Kind::Word) {
        return None;
    }
    let first = amount(s, at, true)?;
    let mut found = plain(from, first.end, first.value, QuantityKind::Money, Some(code.to_owned()));
    found.number = (at, first.end);
    if let Some((connector, next_sign)) = connector(s, from, first.end) {
        let next = next_sign;
        let (same, next) = match unit::currency_before(s.lexemes, next, s.to) {
            Some((other, past)) => (other == code, past),
            None => (true, next),
        };
        if let Some(second) = amount(s, next, true).filter(|_| same) {
            // `$5 to 6 million`, but `$200 to $4 million`
            let signed = unit::currency_before(s.lexemes, next_sign, s.to).is_some();
            let scaled = second.scaled
                && !first.scaled
                && first.digits
                && (!signed
                    || first.value < 100.0
                        && second.value < 1e9
                        && first.value * 1e6 < second.value * 1.0001);
            let by = if scaled { scale_of(s, next, &second) } else { 1.0 };
            let low = first.value * by;
            let fits = low < second.value && (connector != Link::And || between(s, from));
            let bare_change = connector == Link::To && changes(s, from);
            if fits && !bare_change && (second.value < low * 1e5) {
                found = Found { low, high: second.value, end: second.end, ..found };
                found.from = range_start(s, from);
                found.number = (at, second.end);
            }
        }
    }
    // `US$1.1 million Canadian`, `$31.20 US`
    if let Some((noun, end)) = unit::per(s.lexemes, found.end, s.to) {
        found.unit = Some(format!("{code}/{noun}"));
        found.end = end;
    }
    Some(finish(s, found))
}

fn scale_of(s: &Section, at: usize, numeral: &Numeral) -> f64 {
    let digits: f64 = s.lexemes.raw(at).replace(',', "").parse().unwrap_or(0.0);
    if digits > 0.0 { numeral.value / digits } else { 1.0 }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    To,
    Dash,
    And,
    Or,
}

/// What may join two ends of a range, and one past it.
fn connector(s: &Section, from: usize, end: usize) -> Option<(Link, usize)> {
    let next = end + 1;
    Some(match s.word(end) {
        "to" => (Link::To, next),
        "-" | "–" | "—" | "‑" if s.lexemes.glued(end) || s.lexemes.glued(next) => {
            // `five-to-seven`
            if s.word(next) == "to" {
                (Link::To, next + 1 + usize::from(s.word(next + 1) == "-"))
            } else {
                (Link::Dash, next)
            }
        }
        "and" if between(s, from) => (Link::And, next),
        "and" => (Link::And, next),
        "or" => (Link::Or, next),
        _ => return None,
    })
}

fn between(s: &Section, from: usize) -> bool {
    (1..=2).any(|back| s.before(from, back) == "between")
}

/// The first lexeme of a range: `between`, `from`, where they stand right before it.
fn range_start(s: &Section, from: usize) -> usize {
    if matches!(s.before(from, 1), "between" | "from") { from - 1 } else { from }
}

/// Whether the words before `from` tell of a change, so that `from 3 to 12` are two values.
fn changes(s: &Section, from: usize) -> bool {
    if s.before(from, 1) != "from" {
        return false;
    }
    (2..=5).any(|back| {
        let word = s.before(from, back);
        matches!(
            word,
            "rose"
                | "rise"
                | "rises"
                | "risen"
                | "fell"
                | "fall"
                | "falls"
                | "fallen"
                | "grew"
                | "grow"
                | "grown"
                | "cut"
                | "up"
                | "down"
                | "went"
                | "shrank"
                | "slid"
                | "sank"
                | "doubled"
                | "tripled"
                | "raise"
                | "increase"
                | "decrease"
                | "drop"
                | "climb"
                | "reduce"
                | "lower"
                | "boost"
                | "toll"
                | "number"
        ) || matches!(
            word,
            "increased"
                | "decreased"
                | "dropped"
                | "climbed"
                | "jumped"
                | "declined"
                | "raised"
                | "reduced"
                | "lowered"
                | "boosted"
                | "narrowed"
                | "widened"
                | "soared"
                | "plunged"
                | "revised"
                | "upgraded"
                | "expanded"
                | "slipped"
                | "surged"
                | "changed"
        )
    })
}

/// Two numbers that make a range: `between 20 and 30`, `13 to 15`, `three or four`, `15 to 18 percent`.
fn ranged(s: &Section, i: usize, first: &Numeral, first_unit: Option<&Unit>) -> Option<Found> {
    let after_unit = first_unit.map(|u| u.end);
    let try_at = [Some(first.end), after_unit];
    let (link, next, spelled) = try_at.into_iter().flatten().find_map(|end| {
        let (link, next) = connector(s, i, end)?;
        (next < s.to && numeral::read(s.lexemes, next, s.to).is_some()).then_some((
            link,
            next,
            end != first.end,
        ))
    })?;
    let second = amount(s, next, false)?;
    let unit = unit::read(s.lexemes, second.end, s.to, second.scaled);
    let scaled = second.scaled && !first.scaled && !spelled && first.value < 1000.0;
    let by = if scaled && second.digits { scale_of(s, next, &second) } else { 1.0 };
    let low = first.value * by;
    if low >= second.value {
        return None;
    }
    if spelled && unit.as_ref().map(|u| &u.name) != first_unit.map(|u| &u.name) {
        return None;
    }
    let aged_behind = age::behind(s, second.end);
    let aged_before =
        age::before(s, i).or_else(|| (s.before(i, 1) == "between").then(|| age::before(s, i - 1)).flatten());
    let close = second.value - low <= 2.0 || second.value <= low * 1.5;
    let fits = match link {
        Link::To => !changes(s, i) && (second.value < low * 1000.0),
        Link::Dash => {
            !refused(s, i, first, unit.is_some() || aged_behind.is_some()) && second.value < low * 100.0
        }
        Link::And => between(s, i) || aged_behind.is_some() && close || aged_before.is_some() && close,
        Link::Or => close && !first.digits || aged_behind.is_some() || aged_before.is_some(),
    };
    if !fits || link != Link::Dash && refused(s, i, first, true) {
        return None;
    }
    let mut found = Found { high: second.value, ..plain(i, second.end, low, QuantityKind::Count, None) };
    found.from = range_start(s, i);
    if let Some(end) = aged_behind {
        found = Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), end, ..found };
    } else if let Some(from) = aged_before.filter(|_| second.value < 130.0) {
        found = Found { kind: QuantityKind::Age, unit: Some("year".to_owned()), from, ..found };
    } else if let Some(unit) = unit {
        apply(&mut found, unit);
    } else if let Some(end) = richter(s, second.end) {
        found = Found { kind: QuantityKind::Measure, unit: Some("magnitude".to_owned()), end, ..found };
    } else if matches!(link, Link::Dash) && !counted_follows(s, second.end) {
        return None;
    }
    Some(finish(s, found))
}

fn counted_follows(s: &Section, end: usize) -> bool {
    end < s.to && s.lexemes.is(end, Kind::Word)
}

/// `first`, `5th`, `twenty-third`.
fn ordinal(s: &Section, i: usize) -> Option<Found> {
    let (value, end) = numeral::read_ordinal(s.lexemes, i).filter(|(_, end)| *end <= s.to)?;
    let inside = i > s.from && s.lexemes.glued(i) && !matches!(s.before(i, 1), "(" | "“" | "\"" | "‘" | "'");
    // `seconds`, `second-hand`, `Fifth Avenue`.
    let named = s.lexemes.is(i, Kind::Word)
        && s.lexemes.capital(i)
        && i > s.from
        && s.lexemes.capital(end)
        && !s.title_case;
    (!inside && !named).then(|| plain(i, end, f64::from(value), QuantityKind::Ordinal, None))
}

/// Puts the bound words and the per-unit to a quantity.
fn finish(s: &Section, mut found: Found) -> Found {
    if let Some((bound, at)) = bound::after(s.lexemes, found.end, s.to) {
        found.bound = bound;
        found.end = at;
        // `20 or more people`, `500-plus homes`
    }
    if found.kind != QuantityKind::Count
        && found.kind != QuantityKind::Age
        && !found.unit.as_ref().is_some_and(|u| u.contains('/'))
    {
        if let Some((noun, end)) = unit::per(s.lexemes, found.end, s.to) {
            if let Some(unit) = &mut found.unit {
                *unit = format!("{unit}/{noun}");
            }
            found.end = end;
        }
    }
    if let Some((bound, at)) = bound::before(s.lexemes, found.from, s.from) {
        if found.bound == Bound::Exact || found.low != found.high {
            found.bound = bound;
        }
        found.from = at;
    }
    found
}
