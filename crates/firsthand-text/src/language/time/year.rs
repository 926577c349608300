//! Years, decades and centuries: `2012`, `the 1980s`, `the 19th century`.

use super::meaning::Meaning;
use super::reader::{Read, Reader};
use crate::language::number::lexeme::Kind;
use crate::language::number::{figure, numeral, unit};

/// A year behind a date: `, 2024`, ` 2024`, `of 2024`, ` '24` (and the year after a comma only if it is not a number of things).
pub(super) fn year_after(r: &Reader, i: usize) -> Option<(i16, usize)> {
    for at in [i, r.past_comma(i), if r.word(i) == "of" { i + 1 } else { i }, r.past_hyphen(i)] {
        if let Some(year) = r.year(at) {
            return Some((year, at + 1));
        }
    }
    if matches!(r.word(i), "'" | "’") && r.glued(i + 1) {
        let (value, digits) = r.plain(i + 1)?;
        let year = i16::try_from(value).ok()?;
        return (digits == 2).then_some((year + if year < 69 { 2000 } else { 1900 }, i + 2));
    }
    spelled_year(r, r.past_comma(i))
}

/// Two digits behind a day, `3 Aug 96`, `Aug. 9, 96`, where they can be neither a day nor an hour and nothing follows that
/// they could count; glued by the mark that glues the month too, `31-Oct-74`, they can be any.
pub(super) fn short_year(r: &Reader, i: usize, glued: bool) -> Option<(i16, usize)> {
    let hyphen = r.past_hyphen(i);
    let glued = glued && hyphen > i && r.glued(hyphen);
    let at = if glued { hyphen } else { r.past_comma(i) };
    let (value, digits) = r.plain(at)?;
    let free = at + 1 >= r.to
        || r.is(at + 1, Kind::Mark) && !matches!(r.word(at + 1), "%" | "-" | "–" | ":" | "/" | "°");
    if digits != 2 || !free || !(glued || value > 31) {
        return None;
    }
    Some((i16::try_from(value).ok()? + if value < 69 { 2000 } else { 1900 }, at + 1))
}

/// `1980s`, `'80s`, `80s` after `the`.
pub(super) fn decade(r: &Reader, i: usize) -> Option<Read> {
    let (value, digits) = r.plain(i)?;
    let apostrophe = if matches!(r.word(i + 1), "'" | "’") && r.glued(i + 1) { i + 2 } else { i + 1 };
    if r.word(apostrophe) != "s" || !r.glued(apostrophe) || value % 10 != 0 {
        return None;
    }
    let decade = match digits {
        4 if (1000..=2190).contains(&value) => value / 10,
        2 if value >= 20 && matches!(r.before(i, 1), "the" | "'" | "’" | "early" | "late" | "mid" | "-") => {
            190 + value / 10
        }
        _ => return None,
    };
    Some(Read::new(apostrophe + 1, Meaning::Decade(i16::try_from(decade).ok()?)))
}

/// `the nineties`
pub(super) fn decade_in_words(r: &Reader, i: usize) -> Option<Read> {
    let tens = match r.word(i) {
        "twenties" => 192,
        "thirties" => 193,
        "forties" => 194,
        "fifties" => 195,
        "sixties" => 196,
        "seventies" => 197,
        "eighties" => 198,
        "nineties" => 199,
        _ => return None,
    };
    // `in his sixties` is an age, `in the sixties` mostly a decade; `temperatures in the eighties` come with a number before.
    let led = r.before(i, 1) == "the"
        || matches!(r.before(i, 1), "early" | "late" | "-") && r.before(i, 2) == "the";
    led.then(|| Read::new(i + 1, Meaning::Decade(tens)))
}

/// `20th century`, `nineteenth century`, `twenty-first century`.
pub(super) fn century(r: &Reader, i: usize) -> Option<Read> {
    let (n, end) = numeral::read_ordinal(r.lexemes, i).filter(|(_, end)| *end < r.to)?;
    let at = r.past_hyphen(end);
    if r.word(at) != "century" || !(2..=22).contains(&n) {
        return None;
    }
    Some(Read::new(at + 1, Meaning::Century(i16::try_from(n - 1).ok()?)))
}

/// `20th century` begins with digits.
pub(super) fn century_in_digits(r: &Reader, i: usize) -> Option<Read> {
    r.is(i, Kind::Digits).then(|| century(r, i))?
}

/// `nineteen ninety-six`, `the year two thousand`.
pub(super) fn spelled(r: &Reader, i: usize) -> Option<Read> {
    let (year, end) = spelled_year(r, i)?;
    Some(Read::new(end, Meaning::Year(year)))
}

pub(super) fn spelled_year(r: &Reader, i: usize) -> Option<(i16, usize)> {
    let hundreds = match r.word(i) {
        "nineteen" => 1900,
        "eighteen" => 1800,
        "twenty" => 2000,
        "two" if r.word(i + 1) == "thousand" && r.before(i, 1) == "year" => return Some((2000, i + 2)),
        _ => return None,
    };
    let tens = figure::small(r.word(i + 1)).filter(|n| *n >= 10)?;
    let at = r.past_hyphen(i + 2);
    let ones = if tens >= 20 { figure::small(r.word(at)).filter(|n| (1..10).contains(n)) } else { None };
    let end = if ones.is_some() { at + 1 } else { i + 2 };
    if hundreds == 2000 && ones.is_none() && tens >= 20 {
        return None;
    }
    Some((i16::try_from(hundreds + tens + ones.unwrap_or(0)).ok()?, end))
}

/// A year alone, where what stands around it says that it is one.
pub(super) fn year(r: &Reader, i: usize) -> Option<Read> {
    let value = r.year(i)?;
    let read = Some(Read::new(i + 1, Meaning::Year(value)));
    // `1990."` ends a sentence, `1990.5` is a number.
    let goes_on = |at: usize| r.is(at, Kind::Digits) || r.is(at, Kind::Word);
    let joined = |at: usize| match r.word(at) {
        "-" | "–" | "/" | "°" => r.glued(at) && r.glued(at + 1),
        "." | ":" => r.glued(at) && r.glued(at + 1) && goes_on(at + 1),
        _ => false,
    };
    let span = joined(i + 1)
        && matches!(r.word(i + 1), "-" | "–" | "/")
        && r.plain(i + 2).is_some_and(|(_, n)| n == 2 || n == 4);
    let hyphen_before = r.glued(i) && i > r.from && matches!(r.before(i, 1), "-" | "–" | "/");
    let span_before = hyphen_before && i >= 2 && r.year(i - 2).is_some();
    let adjective = hyphen_before && matches!(r.before(i, 2), "mid" | "post" | "pre" | "early" | "late");
    if span_before || adjective {
        return read;
    }
    if hyphen_before || joined(i + 1) && !span {
        // `F-2000`, `2000-strong`, but `2015-dated` is as rare.
        return None;
    }
    if r.glued(i)
        && i > r.from
        && !matches!(r.before(i, 1), "(" | "[" | "“" | "\"" | "‘" | "'" | "’" | "—" | ",")
    {
        return None;
    }
    let next = r.word(i + 1);
    if r.glued(i + 1) && matches!(next, "%" | "°" | "$") {
        return None;
    }
    let modern = (1800..=2199).contains(&value);
    let before = r.before(i, 1);
    let plural = r.is(i + 1, Kind::Word)
        && next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !matches!(
            next,
            "this"
                | "was"
                | "does"
                | "says"
                | "has"
                | "census"
                | "always"
                | "perhaps"
                | "elections"
                | "olympics"
                | "games"
        );
    let measured = unit::follows(r.lexemes, i + 1, r.to);
    if measured {
        return None;
    }
    let led = matches!(
        before,
        "in" | "into"
            | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "of"
            | "during"
            | "before"
            | "after"
            | "through"
            | "late"
            | "early"
            | "mid"
            | "circa"
            | "year"
            | "fiscal"
            | "between"
            | "for"
            | "season"
            | "summer"
            | "winter"
            | "autumn"
    );
    if led && !plural && (modern || matches!(before, "in" | "year" | "circa")) {
        return read;
    }
    if !modern {
        return None;
    }
    // `between 1998 and 2001`, `2019 and 2020`
    let two = i >= 2 && matches!(before, "and" | "to" | "or" | "-" | "–" | ",") && r.year(i - 2).is_some();
    let two_ahead = matches!(next, "and" | "or") && r.year(i + 2).is_some();
    if two || two_ahead || span {
        return read;
    }
    if matches!(before, "(" | "[" | "©") && matches!(next, ")" | "]" | "," | ";") {
        return read;
    }
    // A name that ends with a number: `Euro 2020`.
    if i > r.from
        && r.is(i - 1, Kind::Word)
        && r.capital(i - 1)
        && !matches!(before, "a" | "an" | "the" | "in" | "its" | "his" | "her")
    {
        return None;
    }
    let near = (1900..=2050).contains(&value);
    let noun = r.is(i + 1, Kind::Word) && !plural && !r.glued(i + 1);
    let owned = matches!(
        before,
        "a" | "an" | "the" | "s" | "his" | "her" | "their" | "its" | "our" | "this" | "newly"
    );
    let opens = i == r.from || matches!(before, "." | ":" | "“" | "\"");
    let described = i > r.from && r.is(i - 1, Kind::Word) && figure::small(before).is_none();
    if near && (noun && (owned || described) || opens && (noun || next == ":" || next == ",")) {
        return read;
    }
    None
}

/// Whether the word before a year says that something happened then.
pub(super) fn dates(before: &str) -> bool {
    matches!(
        before,
        "in" | "into"
            | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "during"
            | "before"
            | "after"
            | "through"
            | "and"
            | "to"
            | "of"
            | ","
            | "("
    )
}
