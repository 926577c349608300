//! How many, of what, and how exactly is it meant?

use super::count;
use super::numeral::{self, Numeral};
use super::scan::Scan;
use super::unit::{self, Unit};
use crate::language::number::lexeme::Lexemes;
use crate::language::number::{Bound, Quantity, QuantityKind};
use crate::language::time::{Time, TimeKind};
use crate::language::{Sentence, Token};

/// A quantity in lexemes: from, to, the numeral's own lexemes, its ends, what it is.
struct Found {
    from: usize,
    end: usize,
    number: (usize, usize),
    low: f64,
    high: f64,
    bound: Bound,
    kind: QuantityKind,
    unit: Option<&'static str>,
}

/// All quantities, in order, not overlapping; numbers inside a time expression are left to it, lengths of time are both.
pub(super) fn find(text: &str, tokens: &[Token], sentences: &[Sentence], times: &[Time]) -> Vec<Quantity> {
    let lexemes = Lexemes::of(text);
    let mut out: Vec<Quantity> = Vec::new();
    for (from, to) in lexemes.sections(sentences) {
        let s = Scan { lexemes: &lexemes, from, to };
        let mut i = from;
        while i < to {
            let start = lexemes.span(i, i + 1).start;
            let covered = times.partition_point(|t| t.span.end <= start);
            let time = times.get(covered).filter(|t| t.span.start <= start);
            let found = match time {
                Some(t) if t.kind != TimeKind::Duration => None,
                _ => quantity(&s, i),
            };
            let Some(found) = found else {
                i += 1;
                continue;
            };
            let floor = out.last().map_or(0, |q| q.span.end);
            let mut span = lexemes.span(found.from, found.end);
            let number = lexemes.span(found.number.0, found.number.1);
            span.start = span.start.max(floor);
            let counts = found.kind == QuantityKind::Count;
            let noun = counts.then(|| count::noun(text, tokens, span.end)).flatten();
            if let Some(noun) = noun {
                span = span.join(tokens[noun].span);
            }
            let unit = found.unit.map(str::to_owned);
            let (low, high, bound, kind) = (found.low, found.high, found.bound, found.kind);
            out.push(Quantity { span, number, low, high, bound, kind, unit, noun });
            i = found.end.max(i + 1);
        }
    }
    out
}

/// The quantity whose number begins at `i`.
fn quantity(s: &Scan, i: usize) -> Option<Found> {
    if let Some((code, at)) = unit::money_before(s, i) {
        let numeral = numeral::read(s, at)?;
        let of = Unit { kind: QuantityKind::Money, name: code, by: 1.0, end: numeral.end };
        return Some(bounded(s, i, &numeral, (at, numeral.end), Some(of), numeral.value));
    }
    if let Some((value, end)) = numeral::ordinal(s, i) {
        let kind = QuantityKind::Ordinal;
        let bound = Bound::Exact;
        return Some(Found {
            from: i,
            end,
            number: (i, end),
            low: value,
            high: value,
            bound,
            kind,
            unit: None,
        });
    }
    let numeral = numeral::read(s, i)?;
    if let Some(range) = range(s, i, &numeral) {
        return Some(range);
    }
    let of = unit::read(s, numeral.end);
    if refused(s, i, &numeral, of.is_some()) {
        return None;
    }
    Some(bounded(s, i, &numeral, (i, numeral.end), of, numeral.value))
}

/// One number or range with its unit and the words that say how exactly it is meant.
fn bounded(
    s: &Scan,
    i: usize,
    first: &Numeral,
    number: (usize, usize),
    of: Option<Unit>,
    high: f64,
) -> Found {
    let mut end = of.as_ref().map_or(number.1, |u| u.end);
    let by = of.as_ref().map_or(1.0, |u| u.by);
    let mut kind = of.as_ref().map_or(QuantityKind::Count, |u| u.kind);
    let mut unit = of.map(|u| u.name);
    if kind == QuantityKind::Duration
        && unit == Some("year")
        && high < 130.0
        && let Some(after) = count::age(s, i, end)
    {
        (kind, end) = (QuantityKind::Age, after);
    }
    if kind == QuantityKind::Count && high < 10.0 && count::magnitude(s, i) {
        (kind, unit) = (QuantityKind::Measure, Some("magnitude"));
    }
    let (mut bound, from) = count::before(s, i).unwrap_or((Bound::Exact, i));
    if let Some(after) = s.past(end, "o más") {
        (bound, end) = (Bound::AtLeast, after);
    } else if let Some(after) = s.past(end, "o menos") {
        (bound, end) = (Bound::AtMost, after);
    }
    Found { from, end, number, low: first.value * by, high: high * by, bound, kind, unit }
}

/// `entre 20 y 30`, `de 20 a 30`, `30-60 días`, `dos o tres`: the second end, with what stands behind it.
fn range(s: &Scan, i: usize, first: &Numeral) -> Option<Found> {
    let link = s.word(first.end);
    let dash = matches!(link, "-" | "–") && s.glued(first.end + 1);
    let second = numeral::read(s, first.end + 1)?;
    let of = unit::read(s, second.end);
    let noun = of.is_some() || s.is_word(second.end) && !s.capital(second.end);
    let fits = match link {
        "y" => s.before(i, 1) == "entre",
        "a" => s.before(i, 1) == "de" && noun || s.before(i, 1) == "entre",
        "o" | "u" => noun && second.value <= first.value * 2.0,
        _ => dash && noun && !s.glued(i) && !(s.glued(second.end) && of.is_none()),
    };
    let scale = if second.scaled && !first.scaled && second.digits && first.value < 1e3 {
        second.value / numeral::digits(s.raw(first.end + 1)).filter(|d| *d > 0.0)?
    } else {
        1.0
    };
    let first = Numeral { value: first.value * scale, ..*first };
    if !fits || first.value >= second.value {
        return None;
    }
    let mut out = bounded(s, i, &first, (i, second.end), of, second.value);
    let led = s.before(i, 1) == "entre" || link == "a";
    out.from = if led { i - 1 } else { out.from };
    Some(out)
}

/// Whether a number counts nothing: part of a name or code, a year, a time of day, a score.
fn refused(s: &Scan, i: usize, n: &Numeral, measured: bool) -> bool {
    if !n.digits {
        return s.capital(i) && i > s.from && s.is_word(i - 1) && s.capital(i - 1);
    }
    let raw = s.raw(i);
    let plain = raw.bytes().all(|b| b.is_ascii_digit());
    if plain && (raw.len() > 9 || raw.len() > 1 && raw.starts_with('0')) {
        return true;
    }
    let open = matches!(s.before(i, 1), "(" | "\"" | "“" | "«" | "¿" | "¡" | "'" | "+" | ",");
    if s.glued(i) && !open {
        return true;
    }
    if s.glued(n.end) && !measured {
        let next = s.word(n.end);
        let joined = matches!(next, "-" | "–" | ":" | "/" | "'" | "°") && s.glued(n.end + 1);
        let item = next == ")" && s.before(i, 1) != "(" && raw.len() <= 2 || next == "." && i == s.from;
        if s.is_word(n.end) || joined || item {
            return true;
        }
    }
    if measured || n.scaled {
        return false;
    }
    let counted = s.is_word(n.end) && !s.capital(n.end) && s.word(n.end).ends_with('s');
    if plain && raw.len() == 4 && (1500.0..2200.0).contains(&n.value) && !counted {
        return true;
    }
    if count::label(s.before(i, 1)) || s.before(i, 1) == "." && count::label(s.before(i, 2)) {
        return true;
    }
    // `Boeing 777`: a name that ends with its number
    let named = i > s.from + 1 && s.is_word(i - 1) && s.capital(i - 1) && !counted;
    named && !super::list::small(s.before(i, 1))
}
