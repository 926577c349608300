//! Digits and number words that are no quantity: model names, scores, telephone numbers, versions, pronouns.

use super::figure;
use super::numeral::Numeral;
use super::pronoun::words_refused;
use super::section::Section;
use super::shape::{opens, plural, street};

/// Whether a numeral read at `at` (without a currency before it) is no quantity. `measured`: a unit follows.
pub(super) fn refused(s: &Section, at: usize, numeral: &Numeral, measured: bool) -> bool {
    // `three-storey`, `six-speed`: a quality of one thing, not a number of things.
    let hyphen =
        matches!(s.word(numeral.end), "-" | "‑" | "‐") && s.glued(numeral.end) && s.glued(numeral.end + 1);
    if hyphen
        && s.is_word(numeral.end + 1)
        && !measured
        && !matches!(s.word(numeral.end + 1), "plus" | "odd" | "some")
    {
        return true;
    }
    if numeral.digits {
        digits_refused(s, at, numeral, measured)
    } else {
        words_refused(s, at, numeral, measured)
    }
}

fn digits_refused(s: &Section, at: usize, numeral: &Numeral, measured: bool) -> bool {
    let raw = s.lexemes.raw(at);
    let end = numeral.end;
    let plain = raw.bytes().all(|b| b.is_ascii_digit());
    // Serial numbers and codes.
    if plain && (raw.len() > 9 || raw.len() > 1 && raw.starts_with('0')) {
        return true;
    }
    // Glued to what stands before it: `F-16`, `G7`, `10:30`, `9/11`, `@5`, `#1`, `a_2`.
    if s.glued(at) && at > s.from {
        let mark = s.before(at, 1);
        let lead = s.is_word(at.wrapping_sub(2)) && s.glued(at - 1);
        match mark {
            "-" | "–" | "‑" | "‐" => {
                // `magnitude-5.2` is a measure; behind a range or a score the first number has spoken already.
                if lead && !matches!(s.before(at, 2), "magnitude" | "about" | "around")
                    || s.digits(at.wrapping_sub(2))
                {
                    return true;
                }
            }
            "(" | "[" | "“" | "\"" | "‘" | "'" | "’" | "—" | "~" | "≈" | "+" | "−" | ">" | "<" | "≥"
            | "≤" | "," | ";" | "*" | "•" => {}
            _ => return true,
        }
        if s.is_word(at - 1) {
            return true;
        }
    }
    // Glued to what stands behind it.
    if s.glued(end) {
        match s.word(end) {
            ":" | "/" if s.glued(end + 1) && s.digits(end + 1) => return true,
            "-" | "–" if s.digits(end + 1) && s.glued(end + 1) => return dashed(s, at, end, measured),
            ")" if s.before(at, 1) == "(" || at == s.from => return !measured && raw.len() <= 2,
            "]" => return true,
            "." if at == s.from && raw.len() <= 2 && end + 1 < s.to => return true,
            word if s.is_word(end) && !measured => {
                return !matches!(word, "k" | "m" | "bn" | "mn" | "tn" | "s") || word == "s";
            }
            _ => {}
        }
    }
    if matches!(s.before(at, 1), "no" | "nos" | "number" | "#" | "№")
        || s.before(at, 1) == "." && matches!(s.before(at, 2), "no" | "nos")
    {
        return true;
    }
    // Digits in a row: a telephone number, a table.
    let row = |i: usize| s.digits(i) && !s.lexemes.raw(i).contains([',', '.']);
    if plain && !measured && !numeral.scaled && (row(end) || row(at.wrapping_sub(1))) {
        return true;
    }
    if measured || numeral.scaled || raw.contains(',') {
        return false;
    }
    if street(s, end)
        || at > s.from && s.capital(at - 1) && s.lexemes.raw(at - 1).len() == 1 && s.before(at, 1) != "a"
    {
        return true;
    }
    let counted = s.is_word(end) && !s.lexemes.glued(end) && plural(s.word(end)) && !s.capital(end);
    if counted {
        return false;
    }
    // A year that no time expression took.
    if plain && raw.len() == 4 && (1800.0..=2199.0).contains(&numeral.value) {
        return true;
    }
    // A name that ends with its number: `Boeing 747`, `Flight 370`, `Article 5`.
    let named = at > s.from
        && s.named(at - 1)
        && !s.title_case
        && !(at - 1 == s.from && s.word(at - 1).len() <= 7 && opens(s.word(at - 1)));
    if named && !s.glued(at) {
        return true;
    }
    matches!(
        s.before(at, 1),
        "article"
            | "section"
            | "chapter"
            | "page"
            | "flight"
            | "route"
            | "channel"
            | "game"
            | "phase"
            | "level"
            | "type"
            | "version"
            | "room"
            | "gate"
            | "resolution"
            | "bus"
            | "highway"
            | "grade"
            | "category"
            | "tier"
            | "pages"
            | "episode"
            | "season"
            | "round"
    )
}

/// `2-1`, `555-1234`, `13-15 years`: a range only if the second is larger and something measured or counted follows.
fn dashed(s: &Section, at: usize, end: usize, measured: bool) -> bool {
    let second = end + 1;
    let number = |i: usize| s.lexemes.raw(i).replace(',', "").parse::<f64>().unwrap_or(0.0);
    let more = s.glued(second + 1) && matches!(s.word(second + 1), "-" | "–") && s.digits(second + 2);
    let rises = number(second) > number(at);
    let phone = s.lexemes.raw(at).len() >= 3
        && s.lexemes.raw(second).len() >= 4
        && !s.lexemes.raw(second).contains(',');
    let counted = s.is_word(second + 1) && !s.capital(second + 1) && plural(s.word(second + 1));
    let aged = matches!(s.before(at, 1), "aged" | "ages");
    let unit = measured
        || super::unit::follows(s.lexemes, second + 1, s.to)
        || figure::scale(s.word(second + 1)).is_some();
    more || !rises || phone || !(counted || aged || unit)
}
