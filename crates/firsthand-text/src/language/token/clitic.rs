//! Parts one written word into the words of the grammar: `don't` into `do` `n't`, `5pm` into `5` `pm`.

use super::is_apostrophe;
use crate::Span;

/// What stands apart after an apostrophe.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Units that stand apart from the number they are written to.
const UNITS: [&str; 34] = [
    "am", "pm", "km", "kg", "cm", "mm", "m", "bn", "tn", "mn", "ft", "lb", "lbs", "mph", "kmh", "kph", "kw",
    "mw", "gw", "mb", "gb", "tb", "hrs", "mins", "secs", "hz", "khz", "mhz", "ghz", "ha", "sqm", "kt", "kn",
    "gmt",
];

/// Pushes the tokens of one written word that stands at `span`.
pub(super) fn part(text: &str, span: Span, out: &mut Vec<Span>) {
    let mut end = span.end;
    let mut tail: [Option<usize>; 2] = [None, None];
    // at most two: `couldn't've`
    for slot in &mut tail {
        let Some(cut) = clitic_at(text.get(span.start..end).unwrap_or("")) else { break };
        *slot = Some(span.start + cut);
        end = span.start + cut;
    }
    body(text, Span::new(span.start, end), out);
    let mut from = end;
    for next in [tail[0].filter(|_| tail[1].is_some()), Some(span.end)].into_iter().flatten() {
        if next > from {
            out.push(Span::new(from, next));
            from = next;
        }
    }
}

/// Where the clitic at the end of a word begins.
fn clitic_at(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c))?;
    let after = word.get(at + mark.len_utf8()..)?;
    let before = word.get(..at)?;
    if after.eq_ignore_ascii_case("t") && before.ends_with(['n', 'N']) && before.len() > 1 {
        return Some(at - 1);
    }
    let known = CLITICS.iter().any(|c| after.eq_ignore_ascii_case(c));
    (known && !before.is_empty()).then_some(at)
}

fn body(text: &str, span: Span, out: &mut Vec<Span>) {
    let word = span.of(text);
    let first_digit = word.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if first_digit {
        return number(word, span, out);
    }
    if word.eq_ignore_ascii_case("cannot") {
        return push_cuts(span, &[3], out);
    }
    if !span.is_empty() {
        out.push(span);
    }
}

fn number(word: &str, span: Span, out: &mut Vec<Span>) {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    // a range or a score: `10-15`; but not `2031-03-04`
    let mut parts = word.split('-');
    if let (Some(a), Some(b), None) = (parts.next(), parts.next(), parts.next())
        && digits(a)
        && digits(b)
    {
        return push_cuts(span, &[a.len(), a.len() + 1], out);
    }
    let end = word.find(|c: char| !(c.is_ascii_digit() || ".,:".contains(c))).unwrap_or(word.len());
    let unit = word.get(end..).unwrap_or("");
    let plain = unit.replace('.', "");
    if end > 0
        && UNITS.iter().any(|u| plain.eq_ignore_ascii_case(u))
        && !word[..end].ends_with(['.', ',', ':'])
    {
        return push_cuts(span, &[end], out);
    }
    out.push(span);
}

/// Pushes the pieces of a span between cuts, given in bytes from its start.
fn push_cuts(span: Span, cuts: &[usize], out: &mut Vec<Span>) {
    let mut from = span.start;
    for to in cuts.iter().map(|c| span.start + c).chain([span.end]) {
        out.push(Span::new(from, to));
        from = to;
    }
}
