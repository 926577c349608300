//! Scans a text for time expressions.

use super::meaning::{Lead, Meaning};
use super::phrase::staged;
use super::range::{Found, join, lend_week, lend_year};
use super::reader::{Read, Reader, terms};
use super::year::year_after;
use super::{Expression, Modifier, date, tense, year};
use crate::language::number::lexeme::{Kind, Lexemes};
use crate::language::{Sentence, Token};

/// All expressions, in order, not overlapping.
pub(super) fn find(text: &str, _tokens: &[Token], sentences: &[Sentence]) -> Vec<Expression> {
    let lexemes = Lexemes::of(text);
    let terms = terms(&lexemes);
    let mut out = Vec::new();
    for (number, section) in lexemes.sections(sentences).into_iter().enumerate() {
        let r = Reader::new(&lexemes, &terms, section);
        let mut found: Vec<Found> = Vec::new();
        let mut i = r.from;
        let mut last: Option<Read> = None;
        while i < r.to {
            let another = last.as_ref().and_then(|read| another_day(&r, read, i));
            if let (Some(read), Some(before)) = (&another, found.last_mut()) {
                lend_year(&mut before.expression.meaning, read.meaning);
            }
            let Some((start, read)) = another.map(|read| (i, read)).or_else(|| expression(&r, i)) else {
                i += 1;
                continue;
            };
            let span = lexemes.span(start, read.end.min(r.to));
            let expression = Expression {
                span,
                meaning: read.meaning,
                clock: read.clock,
                modifier: read.modifier,
                lead: if read.meaning == Meaning::Earlier { Lead::Before } else { lead(&r, start) },
                tense: tense::around(&r, start, read.end),
                stated: tense::stated(&r, start),
                yearly: matches!(r.before(read.end, 1), "ago" | "earlier"),
                names: matches!(read.meaning, Meaning::Year(_)) && !year::dates(r.before(start, 1)),
                closes: false,
                section: number,
            };
            found.push(Found { start, end: read.end, expression });
            i = read.end.max(i + 1);
            last = Some(read);
        }
        lend_week(&r, &mut found);
        join(&r, &mut found);
        out.extend(found.into_iter().map(|f| f.expression));
    }
    out
}

/// `5` in `4 February and 5`, `25` in `April 24 and 25`: a day of the month just named, if nothing follows that it could count.
fn another_day(r: &Reader, last: &Read, i: usize) -> Option<Read> {
    let Meaning::Day { month, year, .. } = last.meaning else { return None };
    if i != last.end + 1
        || !matches!(r.word(last.end), "and" | "or" | "to" | "-" | "–" | "through" | "until" | "till")
        || last.clock.is_some()
    {
        return None;
    }
    let (day, end) = r.day(i).or_else(|| r.day_word(i))?;
    jiff::civil::Date::new(year.unwrap_or(2000), month, day).ok()?;
    let free = end >= r.to
        || r.is(end, Kind::Mark) && !matches!(r.word(end), "%" | "-" | "/" | ":" | "$" | "°")
        || matches!(
            r.word(end),
            "in" | "at"
                | "for"
                | "with"
                | "on"
                | "as"
                | "and"
                | "but"
                | "after"
                | "before"
                | "when"
                | "to"
                | "by"
                | "from"
        );
    if !free || r.word(end) == "." && r.glued(end + 1) {
        return None;
    }
    // `July 13-15, 2014`
    let (year, end) = match year_after(r, end).filter(|_| year.is_none()) {
        Some((year, end)) => (Some(year), end),
        None => (year, end),
    };
    Some(Read::new(end, Meaning::Day { year, month, day }))
}

/// The expression that begins here, with the lexeme its span begins at.
fn expression(r: &Reader, i: usize) -> Option<(usize, Read)> {
    if r.is(i, Kind::Mark) && !matches!(r.word(i), "'" | "’") {
        return None;
    }
    if (i == r.from || r.before(i, 1) == ".") && r.word(i) == "earlier" && r.word(i + 1) == "," {
        return Some((i, Read::new(i + 1, Meaning::Earlier)));
    }
    if let Some(list) = day_of_list(r, i) {
        return Some((i, list));
    }
    if let Some((modifier, at)) = bound(r, i) {
        let inner = staged(r, at).filter(|read| bounded(r, i, read));
        if let Some(mut read) = inner {
            read.modifier = Some(modifier);
            return Some((i, read));
        }
    }
    staged(r, i).map(|read| (i, read))
}

/// `3` in `3 and 4 February`, `3-5 February 2015`.
fn day_of_list(r: &Reader, i: usize) -> Option<Read> {
    let (day, end) = r.day(i)?;
    if !matches!(r.word(end), "and" | "-" | "–" | "to" | "or" | "through" | "until" | "till") {
        return None;
    }
    let (_, at) = r.day(end + 1)?;
    let (month, _) = r.month(if r.word(at) == "of" { at + 1 } else { at })?;
    let last = date::date(r, end + 1)?;
    match last.meaning {
        Meaning::Day { year, month: m, .. } if m == month => {
            jiff::civil::Date::new(year.unwrap_or(2000), month, day).ok()?;
            Some(Read::new(end, Meaning::Day { year, month, day }))
        }
        _ => None,
    }
}

/// Whether a bound word belongs to what follows it.
fn bounded(r: &Reader, i: usize, read: &Read) -> bool {
    match read.meaning {
        Meaning::Duration { .. } | Meaning::Shift { count: Some(_), .. } => {
            !matches!(r.word(i), "over" | "under" | "some") || r.count(i + 1).is_some()
        }
        Meaning::Nothing | Meaning::Reference(_) => false,
        Meaning::Weekday { .. } => false,
        _ => matches!(r.word(i), "about" | "around" | "approximately" | "roughly" | "circa"),
    }
}

/// `about`, `nearly`, `more than`, and one past it.
fn bound(r: &Reader, i: usize) -> Option<(Modifier, usize)> {
    Some(match (r.word(i), r.word(i + 1)) {
        ("about" | "around" | "roughly" | "approximately" | "circa" | "some", _) => (Modifier::Approx, i + 1),
        ("nearly" | "almost", _) => (Modifier::Approx, i + 1),
        ("more", "than") => (Modifier::MoreThan, i + 2),
        ("over", _) => (Modifier::MoreThan, i + 1),
        ("less" | "fewer", "than") => (Modifier::LessThan, i + 2),
        ("under", _) => (Modifier::LessThan, i + 1),
        ("at", "least") => (Modifier::EqualOrMore, i + 2),
        ("at", "most") | ("up", "to") => (Modifier::EqualOrLess, i + 2),
        ("no", "more") if r.word(i + 2) == "than" => (Modifier::EqualOrLess, i + 3),
        ("no", "less" | "fewer") if r.word(i + 2) == "than" => (Modifier::EqualOrMore, i + 3),
        ("as", "many" | "long") if r.word(i + 2) == "as" => (Modifier::EqualOrLess, i + 3),
        _ => return None,
    })
}

/// The word that leads the expression.
fn lead(r: &Reader, start: usize) -> Lead {
    let back = if matches!(r.before(start, 1), "the" | "about" | "around" | "at" | "late" | "early") {
        2
    } else {
        1
    };
    match (r.before(start, back), r.before(start, back + 1)) {
        ("since", _) | ("to", "dating" | "back") => Lead::Since,
        ("than", "later") => Lead::By,
        ("by", _) => Lead::By,
        ("before", _) => Lead::Before,
        ("after", _) => Lead::After,
        ("until" | "till", _) => Lead::Until,
        _ => Lead::None,
    }
}
