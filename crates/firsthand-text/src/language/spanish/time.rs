//! When? Scans a text for time expressions; placing them is the same for all languages.

use super::scan::Scan;
use super::{clock, day, shift, tense};
use crate::language::number::lexeme::Lexemes;
use crate::language::time::meaning::{Clock, Lead, Meaning};
use crate::language::time::{Expression, Modifier};
use crate::language::{Sentence, Token};

/// What a rule read: up to where, and what it means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Read {
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) modifier: Option<Modifier>,
    pub(super) clock: Option<Clock>,
}

impl Read {
    pub(super) fn new(end: usize, meaning: Meaning) -> Read {
        Read { end, meaning, modifier: None, clock: None }
    }
}

/// All expressions, in order, not overlapping.
pub(super) fn find(text: &str, _tokens: &[Token], sentences: &[Sentence]) -> Vec<Expression> {
    let lexemes = Lexemes::of(text);
    let mut out = Vec::new();
    for (section, (from, to)) in lexemes.sections(sentences).into_iter().enumerate() {
        let s = Scan { lexemes: &lexemes, from, to };
        let mut i = from;
        while i < to {
            let Some(read) = expression(&s, i) else {
                i += 1;
                continue;
            };
            out.push(Expression {
                span: lexemes.span(i, read.end.min(to)),
                meaning: read.meaning,
                clock: read.clock,
                modifier: read.modifier,
                lead: lead(&s, i),
                tense: tense::around(&s, i, read.end),
                stated: tense::stated(&s, i),
                yearly: false,
                names: matches!(read.meaning, Meaning::Year(_)) && !dates(s.before(i, 1)),
                section,
                closes: false,
            });
            i = read.end.max(i + 1);
        }
    }
    out
}

/// The expression that begins here, with the words that say which part of it is meant and the part of the day behind it.
fn expression(s: &Scan, i: usize) -> Option<Read> {
    let (modifier, at) = stage(s, i).map_or((None, i), |(m, at)| (Some(m), at));
    let mut read = clock::clock(s, at).or_else(|| day::date(s, at)).or_else(|| shift::shift(s, at))?;
    if modifier.is_some() && matches!(read.meaning, Meaning::Duration { .. } | Meaning::Reference(_)) {
        return None;
    }
    read.modifier = modifier.or(read.modifier);
    if read.clock.is_none()
        && matches!(read.meaning, Meaning::Day { .. } | Meaning::Weekday { .. } | Meaning::Shift { .. })
        && let Some((part, end)) = clock::part(s, read.end)
    {
        (read.clock, read.end) = (Some(Clock::Part(part)), end);
    }
    Some(read)
}

/// `a principios de`, `mediados de`, `finales de`.
fn stage(s: &Scan, i: usize) -> Option<(Modifier, usize)> {
    let modifier = match s.word(i) {
        "principios" | "comienzos" | "inicios" => Modifier::Start,
        "mediados" => Modifier::Mid,
        "finales" | "fines" => Modifier::End,
        _ => return None,
    };
    let at = match s.word(i + 1) {
        "de" if matches!(s.word(i + 2), "la" | "el" | "los") => i + 3,
        "de" | "del" => i + 2,
        _ => return None,
    };
    Some((modifier, at))
}

/// The word that leads the expression.
fn lead(s: &Scan, start: usize) -> Lead {
    let article = matches!(s.before(start, 1), "el" | "la" | "los" | "las");
    let word = |back: usize| s.before(start, back + usize::from(article));
    match (word(2), word(1)) {
        (_, "desde") | ("a", "partir") => Lead::Since,
        ("partir", "del" | "de") => Lead::Since,
        ("antes", "de" | "del") => Lead::Before,
        ("después", "de" | "del") => Lead::After,
        (_, "hasta") => Lead::Until,
        _ => Lead::None,
    }
}

/// Words before a year that make it a date and no part of a name.
fn dates(word: &str) -> bool {
    matches!(
        word,
        "en" | "de"
            | "del"
            | "desde"
            | "hasta"
            | "para"
            | "año"
            | "entre"
            | "hacia"
            | "y"
            | "a"
            | "("
            | "el"
            | "durante"
            | "partir"
    )
}
