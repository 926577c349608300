//! Numbers that are meant as an order of size: `dozens`, `hundreds of thousands`.

use super::lexeme::Lexemes;

/// A vague number: its lowest and highest value, and one past it.
///
/// The ranges are a convention of our own: a plural is at least two of its kind and less than the next kind up, so
/// `dozens` are 24 to 99, `hundreds` 200 to 999, `tens of thousands` 20,000 to 99,999.
pub(super) fn read(lexemes: &Lexemes, at: usize, to: usize) -> Option<(f64, f64, usize)> {
    if at >= to {
        return None;
    }
    let plural = |word: &str| {
        Some(match word {
            "tens" => (20.0, 99.0),
            "dozens" => (24.0, 99.0),
            "scores" => (40.0, 99.0),
            "hundreds" => (200.0, 999.0),
            "thousands" => (2e3, 9_999.0),
            "millions" => (2e6, 999e6),
            "billions" => (2e9, 999e9),
            _ => return None,
        })
    };
    let (low, high) = plural(lexemes.word(at))?;
    let of = |i: usize| lexemes.word(i) == "of";
    if of(at + 1) && matches!(lexemes.word(at), "tens" | "hundreds" | "dozens" | "scores") {
        let by = match lexemes.word(at + 2) {
            "thousands" => 1e3,
            "millions" => 1e6,
            "billions" => 1e9,
            _ => 0.0,
        };
        if by > 0.0 && at + 2 < to {
            return Some((low * by, (high + 1.0) * by - 1.0, at + 3));
        }
    }
    // `scores` and `tens` are other things as well.
    let sure = of(at + 1) || !matches!(lexemes.word(at), "scores" | "tens");
    sure.then_some((low, high, at + 1))
}

/// `a dozen`, `half a dozen`, `two dozen`, `a couple of`: a definite number in an unusual word, and one past it.
pub(super) fn dozen(lexemes: &Lexemes, at: usize, to: usize) -> Option<(f64, usize)> {
    let w = |i: usize| if i < to { lexemes.word(i) } else { "" };
    let found = match (w(at), w(at + 1), w(at + 2)) {
        ("half", "a", "dozen") => (6.0, at + 3),
        ("a", "half", "dozen") => (6.0, at + 3),
        ("a", "dozen", _) => (12.0, at + 2),
        ("a", "couple", "of") => (2.0, at + 3),
        ("a", "pair", "of") => (2.0, at + 3),
        ("dozen", ..) => (12.0, at + 1),
        _ => return None,
    };
    Some(found)
}

/// `half`, `a third`, `two-thirds`, `three quarters`: a part of something, and one past it.
pub(super) fn part(lexemes: &Lexemes, at: usize, to: usize) -> Option<(f64, usize)> {
    let w = |i: usize| if i < to { lexemes.word(i) } else { "" };
    let of = |i: usize| matches!(w(i), "of" | "the" | "its" | "their" | "all");
    if w(at) == "half" {
        return of(at + 1).then_some((0.5, at + 1));
    }
    let top = match w(at) {
        "a" | "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        _ => return None,
    };
    let next = if w(at + 1) == "-" { at + 2 } else { at + 1 };
    let bottom = match w(next) {
        "half" if top == 1.0 => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" | "fourth" | "fourths" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "eighth" | "eighths" => 8.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    };
    of(next + 1).then_some((top / bottom, next + 1))
}
