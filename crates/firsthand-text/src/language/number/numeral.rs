//! Numerals: what number do these digits or words stand for?

use super::figure::{ordinal, scale, small};
use super::lexeme::{Kind, Lexemes};

/// A numeral that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Numeral {
    /// Its value.
    pub(crate) value: f64,
    /// One past its last lexeme.
    pub(crate) end: usize,
    /// Whether it is written in digits (with or without a word of scale).
    pub(crate) digits: bool,
    /// Whether a word of scale (`million`) stands in it.
    pub(crate) scaled: bool,
}

/// An ordinal: `first`, `twenty-third`, `5th`. Gives value and one past the last lexeme.
pub(crate) fn read_ordinal(lexemes: &Lexemes, at: usize) -> Option<(u32, usize)> {
    if let Some((value, _)) = lexemes.plain(at) {
        let suffix = matches!(lexemes.word(at + 1), "st" | "nd" | "rd" | "th");
        return (suffix && lexemes.glued(at + 1)).then_some((value, at + 2));
    }
    if let Some(value) = ordinal(lexemes.word(at)) {
        return Some((value, at + 1));
    }
    let tens = small(lexemes.word(at)).filter(|n| *n >= 20)?;
    let next = if lexemes.word(at + 1) == "-" { at + 2 } else { at + 1 };
    let ones = ordinal(lexemes.word(next)).filter(|n| *n < 10)?;
    Some((tens + ones, next + 1))
}

/// A cardinal: `7,000`, `twenty-five`, `3.5 million`, `a hundred`, `two and a half`, `2 1/2`.
pub(crate) fn read(lexemes: &Lexemes, at: usize, to: usize) -> Option<Numeral> {
    let first = if lexemes.is(at, Kind::Digits) {
        read_digits(lexemes, at, to)?
    } else if lexemes.is(at, Kind::Word) {
        read_words(lexemes, at, to)?
    } else {
        return None;
    };
    Some(with_half(lexemes, first, to))
}

fn read_digits(lexemes: &Lexemes, at: usize, to: usize) -> Option<Numeral> {
    let raw = lexemes.raw(at);
    // Two points make a date or a version, not a number.
    if raw.matches('.').count() > 1 {
        return None;
    }
    let mut value: f64 = raw.replace(',', "").parse().ok()?;
    let mut end = at + 1;
    // `300 000`: groups of three behind a blank. Only round groups, or a blank that does not break, since a plain blank
    // as often parts two numbers.
    while end < to && raw.len() <= 3 && !raw.contains('.') && lexemes.plain(end).is_some_and(|(_, n)| n == 3)
    {
        let gap = gap(lexemes, end);
        let narrow = matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}");
        if !(narrow || gap == " " && lexemes.raw(end) == "000") {
            break;
        }
        value = value * 1e3 + lexemes.plain(end).map_or(0.0, |(n, _)| f64::from(n));
        end += 1;
    }
    let mut scaled = false;
    loop {
        let next = if lexemes.word(end) == "-" && lexemes.glued(end) { end + 1 } else { end };
        match scale(lexemes.word(next)).filter(|_| next < to) {
            Some(by) => {
                value *= by;
                end = next + 1;
                scaled = true;
            }
            None => break,
        }
    }
    Some(Numeral { value, end, digits: true, scaled })
}

fn gap<'a>(lexemes: &Lexemes<'a>, i: usize) -> &'a str {
    let (Some(a), Some(b)) = (i.checked_sub(1).and_then(|j| lexemes.list.get(j)), lexemes.list.get(i)) else {
        return "";
    };
    lexemes.text.get(a.span.end..b.span.start).unwrap_or("")
}

/// Words in the usual order: groups below a thousand, each with its scale, each scale smaller than the one before.
fn read_words(lexemes: &Lexemes, at: usize, to: usize) -> Option<Numeral> {
    let mut end = at;
    let mut total = 0.0;
    let mut scaled = false;
    // `a hundred`, `a million`
    if matches!(lexemes.word(at), "a" | "an") {
        let by = scale(lexemes.word(at + 1)).filter(|_| at + 1 < to)?;
        total = by;
        end = at + 2;
        scaled = true;
        if by >= 1e3 {
            return Some(Numeral { value: total, end, digits: false, scaled });
        }
    }
    let mut group = if scaled { total } else { 0.0 };
    total = 0.0;
    let mut last_scale = f64::INFINITY;
    let mut read_any = scaled;
    let mut expects_small = true;
    while end < to {
        let mut next = end;
        if read_any && lexemes.word(next) == "-" && lexemes.glued(next) {
            next += 1;
        }
        if read_any
            && group % 100.0 == 0.0
            && lexemes.word(next) == "and"
            && small(lexemes.word(next + 1)).is_some()
            && scaled
        {
            next += 1;
        }
        if next >= to {
            break;
        }
        let word = lexemes.word(next);
        if let Some(n) = small(word) {
            let n = f64::from(n);
            let fits = if group % 100.0 == 0.0 {
                expects_small
            } else {
                (20.0..100.0).contains(&(group % 100.0)) && group % 10.0 == 0.0 && (1.0..10.0).contains(&n)
            };
            if !fits {
                break;
            }
            group += n;
            expects_small = false;
        } else if let Some(by) = scale(word).filter(|_| read_any) {
            if by == 100.0 {
                if group <= 0.0 || group >= 100.0 {
                    break;
                }
                group *= 100.0;
                expects_small = true;
            } else {
                if group == 0.0 || by >= last_scale {
                    break;
                }
                total += group * by;
                group = 0.0;
                last_scale = by;
                expects_small = true;
            }
            scaled = true;
        } else {
            break;
        }
        read_any = true;
        end = next + 1;
    }
    read_any.then_some(Numeral { value: total + group, end, digits: false, scaled })
}

/// `and a half`, `1/2` and `½` behind a numeral.
fn with_half(lexemes: &Lexemes, numeral: Numeral, to: usize) -> Numeral {
    let e = numeral.end;
    let part = |i: usize| match lexemes.word(i) {
        "½" => Some(0.5),
        "¼" => Some(0.25),
        "¾" => Some(0.75),
        _ => None,
    };
    if e < to {
        if let Some(half) = part(e) {
            return Numeral { value: numeral.value + half, end: e + 1, ..numeral };
        }
        let and_a = lexemes.word(e) == "and" && lexemes.word(e + 1) == "a";
        if and_a && e + 2 < to && matches!(lexemes.word(e + 2), "half" | "quarter") && !numeral.scaled {
            let half = if lexemes.word(e + 2) == "half" { 0.5 } else { 0.25 };
            return Numeral { value: numeral.value + half, end: e + 3, ..numeral };
        }
        // `2-1/2 years` is `2 1/2 years`.
        let hyphen = lexemes.word(e) == "-" && lexemes.glued(e) && lexemes.glued(e + 1);
        let e = if hyphen && lexemes.word(e + 2) == "/" { e + 1 } else { e };
        let slash = lexemes.word(e + 1) == "/" && lexemes.glued(e + 1) && lexemes.glued(e + 2);
        if slash
            && e + 2 < to
            && (hyphen || !lexemes.glued(e))
            && let (Some((a, _)), Some((b, _))) = (lexemes.plain(e), lexemes.plain(e + 2))
            && a > 0
            && a < b
            && b <= 16
        {
            return Numeral { value: numeral.value + f64::from(a) / f64::from(b), end: e + 3, ..numeral };
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_cardinals() {
        for (text, value, end) in [
            ("7,000 crates", 7000.0, 1),
            ("300 000 people", 300_000.0, 2),
            ("twenty-five men", 25.0, 3),
            ("three hundred soldiers", 300.0, 2),
            ("one hundred and ten", 110.0, 4),
            ("a hundred goats", 100.0, 2),
            ("two million three hundred thousand", 2_300_000.0, 5),
            ("3.5 million", 3_500_000.0, 2),
            ("two and a half years", 2.5, 4),
            ("2-1/2 years", 2.5, 5),
            ("2 1/2 years", 2.5, 4),
            ("seven two", 7.0, 1),
            ("six thousand and forty", 6040.0, 4),
            ("5 lakh", 500_000.0, 2),
        ] {
            let lexemes = Lexemes::of(text);
            let read = read(&lexemes, 0, lexemes.list.len()).expect(text);
            assert_eq!((read.value, read.end), (value, end), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_cardinal() {
        for text in ["15.03.2031", "crates", "a goat", "hundred-odd", "-"] {
            let lexemes = Lexemes::of(text);
            assert_eq!(read(&lexemes, 0, lexemes.list.len()), None, "{text}");
        }
    }

    #[test]
    fn reads_ordinals() {
        for (text, want) in [
            ("first time", Some((1, 1))),
            ("twenty-third", Some((23, 3))),
            ("5th", Some((5, 2))),
            ("5 th", None),
        ] {
            assert_eq!(read_ordinal(&Lexemes::of(text), 0), want, "{text}");
        }
    }
}
