//! A sentence laid out for the grammar: lexemes and what they mean to a calendar.

use super::Modifier;
use super::meaning::{Clock, Meaning, Unit};
use super::words::{Term, term};
use crate::language::number::lexeme::{Kind, Lexemes};
use crate::language::number::{figure, numeral};

/// One section (a sentence, or a line) of a cut text.
pub(super) struct Reader<'a> {
    pub(super) lexemes: &'a Lexemes<'a>,
    terms: &'a [Option<Term>],
    /// First lexeme.
    pub(super) from: usize,
    /// One past the last lexeme.
    pub(super) to: usize,
    /// Whether no word of the section begins with a capital: then none can be asked for.
    caseless: bool,
}

/// What a rule of the grammar read: up to where, and what it means.
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

/// The terms of all lexemes.
pub(super) fn terms(lexemes: &Lexemes) -> Vec<Option<Term>> {
    (0..lexemes.list.len())
        .map(|i| if lexemes.is(i, Kind::Word) { term(lexemes.word(i)) } else { None })
        .collect()
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        lexemes: &'a Lexemes<'a>,
        terms: &'a [Option<Term>],
        (from, to): (usize, usize),
    ) -> Reader<'a> {
        let caseless = (from..to).all(|i| !lexemes.capital(i));
        Reader { lexemes, terms, from, to, caseless }
    }
    /// Whether all longer words of the section begin with a capital, as in a headline.
    pub(super) fn is_title(&self) -> bool {
        let long = || {
            (self.from..self.to.min(self.from + 60))
                .filter(|i| self.is(*i, Kind::Word) && self.lexemes.raw(*i).len() > 4)
        };
        long().count() > 2 && long().all(|i| self.capital(i))
    }
    fn within(&self, i: usize) -> bool {
        self.from <= i && i < self.to
    }
    /// Lower-case word; empty outside the section.
    pub(super) fn word(&self, i: usize) -> &str {
        if self.within(i) { self.lexemes.word(i) } else { "" }
    }
    /// The word so many places before; empty outside the section.
    pub(super) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.word(j))
    }
    pub(super) fn term(&self, i: usize) -> Option<Term> {
        if self.within(i) { self.terms.get(i).copied().flatten() } else { None }
    }
    pub(super) fn is(&self, i: usize, kind: Kind) -> bool {
        self.within(i) && self.lexemes.is(i, kind)
    }
    pub(super) fn glued(&self, i: usize) -> bool {
        self.within(i) && self.lexemes.glued(i)
    }
    pub(super) fn capital(&self, i: usize) -> bool {
        self.within(i) && self.lexemes.capital(i)
    }
    /// Whether a word of the calendar is written as one: with a capital, or where it is no other word, or in a text that
    /// has no capitals.
    pub(super) fn upright(&self, i: usize) -> bool {
        self.capital(i)
            || self.caseless
            || matches!(self.term(i), Some(Term::Weekday(_)))
            || matches!(self.term(i), Some(Term::Month(m)) if !matches!(m, 3 | 5 | 8))
    }
    /// Whether no word of the section begins with a capital.
    pub(super) fn caseless(&self) -> bool {
        self.caseless
    }
    /// Whole number in digits alone, and how many.
    pub(super) fn plain(&self, i: usize) -> Option<(u32, usize)> {
        if self.within(i) { self.lexemes.plain(i) } else { None }
    }
    /// One past a mark that is glued to what stands before it, if it is there: the point of `Sept.`.
    pub(super) fn past(&self, i: usize, mark: &str) -> usize {
        if self.glued(i) && self.word(i) == mark { i + 1 } else { i }
    }
    /// One past a comma, glued or not.
    pub(super) fn past_comma(&self, i: usize) -> usize {
        if self.word(i) == "," { i + 1 } else { i }
    }
    /// One past a hyphen (or a dash used as one).
    pub(super) fn past_hyphen(&self, i: usize) -> usize {
        if matches!(self.word(i), "-" | "‐" | "‑" | "–") && self.glued(i) { i + 1 } else { i }
    }
    /// A year in four digits.
    pub(super) fn year(&self, i: usize) -> Option<i16> {
        let (value, digits) = self.plain(i)?;
        let tail = self.glued(i + 1) && self.is(i + 1, Kind::Word);
        (digits == 4 && (1000..=2199).contains(&value) && !tail).then(|| i16::try_from(value).ok())?
    }
    /// A day of the month in digits, with or without `th`: value and one past it.
    pub(super) fn day(&self, i: usize) -> Option<(i8, usize)> {
        let (value, digits) = self.plain(i)?;
        if digits > 2 || !(1..=31).contains(&value) {
            return None;
        }
        let day = i8::try_from(value).ok()?;
        if self.glued(i + 1) && matches!(self.word(i + 1), "st" | "nd" | "rd" | "th") {
            return Some((day, i + 2));
        }
        if self.glued(i + 1) && self.is(i + 1, Kind::Word) {
            return None;
        }
        Some((day, i + 1))
    }
    /// A day of the month as an ordinal word: `eighth`.
    pub(super) fn day_word(&self, i: usize) -> Option<(i8, usize)> {
        if !self.is(i, Kind::Word) {
            return None;
        }
        let (value, end) = numeral::read_ordinal(self.lexemes, i)?;
        (end <= self.to && (1..=31).contains(&value)).then(|| Some((i8::try_from(value).ok()?, end)))?
    }
    /// A month, full or cut short (then with its point, or before a number): value and one past it.
    pub(super) fn month(&self, i: usize) -> Option<(i8, usize)> {
        match self.term(i)? {
            Term::Month(m) => Some((m, i + 1)),
            Term::MonthShort(m) => {
                let end = self.past(i + 1, ".");
                let next = self.past_hyphen(end);
                let numbered = end > i + 1 || self.plain(next).is_some() || self.plain_before(i);
                (self.upright(i) && (numbered || self.led_short(i, m))).then_some((m, end))
            }
            _ => None,
        }
    }
    /// Whether a month cut short stands alone as a month: `in Jan`, `since Sept`, `Sep to Nov`.
    fn led_short(&self, i: usize, month: i8) -> bool {
        let free = !(self.is(i + 1, Kind::Word) && self.capital(i + 1) && !self.short_month(i + 1));
        let led = match self.before(i, 1) {
            "in" | "since" | "until" | "last" | "next" | "this" | "late" | "mid" | "early" | "of" => true,
            // `Jan` and `Mar` are names too.
            "from" | "to" | "by" | "after" | "before" | "through" => !matches!(month, 1 | 3),
            _ => false,
        };
        let beside =
            |at: usize, word: usize| matches!(self.word(at), "-" | "–" | "to") && self.short_month(word);
        free && led || beside(i + 1, i + 2) || i >= 2 && beside(i - 1, i - 2)
    }
    fn short_month(&self, i: usize) -> bool {
        matches!(self.term(i), Some(Term::Month(_) | Term::MonthShort(_))) && self.upright(i)
    }
    fn plain_before(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|j| self.plain(j).is_some() || self.is(j, Kind::Word) && self.glued(j))
    }
    /// A number of units: `four`, `2.5`, `several`, `a couple of`. None for a vague one.
    pub(super) fn count(&self, i: usize) -> Option<(Option<f64>, usize)> {
        match self.word(i) {
            "several" | "many" | "some" | "few" | "numerous" => return Some((None, i + 1)),
            "couple" => return Some((Some(2.0), if self.word(i + 1) == "of" { i + 2 } else { i + 1 })),
            "dozens" | "scores" | "hundreds" | "thousands" if self.word(i + 1) == "of" => {
                return Some((None, i + 2));
            }
            "dozen" => return Some((Some(12.0), i + 1)),
            "half" => {
                let next =
                    if matches!(self.word(i + 1), "a" | "an") { i + 2 } else { self.past_hyphen(i + 1) };
                return if self.word(next) == "dozen" {
                    Some((Some(6.0), next + 1))
                } else {
                    Some((Some(0.5), next))
                };
            }
            "a" | "an" => match self.word(i + 1) {
                "few" => return Some((None, i + 2)),
                "couple" | "dozen" => return self.count(i + 1),
                "half" if self.past_hyphen(i + 2) > i + 2 => return self.count(i + 1),
                "quarter" if matches!(self.word(i + 2), "of") && matches!(self.word(i + 3), "a" | "an") => {
                    return Some((Some(0.25), i + 4));
                }
                _ => {}
            },
            _ => {}
        }
        if !self.is(i, Kind::Digits)
            && figure::small(self.word(i)).is_none()
            && !matches!(self.word(i), "a" | "an")
        {
            return None;
        }
        if let Some(numeral) = numeral::read(self.lexemes, i, self.to) {
            // A year is no number of units: `in 2012 months of talks`.
            return Some((Some(numeral.value), numeral.end));
        }
        matches!(self.word(i), "a" | "an").then_some((Some(1.0), i + 1))
    }
    /// A unit of time, singular or plural: unit, by how many of it the word counts, whether it is plural, one past it.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, f64, bool, usize)> {
        match self.term(i)? {
            Term::Unit(unit) => Some((unit, 1.0, false, i + 1)),
            Term::Units(unit) => Some((unit, 1.0, true, i + 1)),
            Term::Fortnight => Some((Unit::Week, 2.0, self.word(i).ends_with('s'), i + 1)),
            _ => None,
        }
    }
}
