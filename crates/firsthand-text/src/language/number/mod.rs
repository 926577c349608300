//! How many, of what, and how exactly is it meant?

mod age;
mod bound;
mod currency;
pub(crate) mod figure;
mod find;
pub(crate) mod lexeme;
mod money;
mod noun;
pub(crate) mod numeral;
mod pronoun;
mod range;
mod read;
mod refuse;
mod section;
mod shape;
#[cfg(test)]
mod tests;
pub(crate) mod unit;
mod vague;

use super::{Sentence, Time, Token};
use crate::Span;

/// One quantity in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The whole expression with bound words and unit: `around 8,400 crates`, `above $70 a barrel`.
    pub span: Span,
    /// The numeral alone: `7,000`.
    pub number: Span,
    /// Lower end, or the value itself.
    pub low: f64,
    /// Upper end; equal to `low` for a plain value.
    pub high: f64,
    /// How exactly it is meant.
    pub bound: Bound,
    /// What kind of quantity it is.
    pub kind: QuantityKind,
    /// Normalised unit, if it has one: `USD`, `USD/barrel`, `percent`, `km`, `year`, `magnitude`; for counted things
    /// None, and the noun is in `noun`.
    pub unit: Option<String>,
    /// The token that heads the counted noun (`crates` in `8,400 crates of herring`).
    pub noun: Option<usize>,
}

/// How exactly a quantity is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Bound {
    Exact,
    About,
    More,
    AtLeast,
    Less,
    AtMost,
}

impl Bound {
    /// Its name, as an account writes it.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::More => "more",
            Bound::AtLeast => "at least",
            Bound::Less => "less",
            Bound::AtMost => "at most",
        }
    }
}

/// What kind of quantity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum QuantityKind {
    /// Things counted.
    Count,
    /// `second`, `5th`.
    Ordinal,
    Percent,
    Money,
    /// Length, mass, temperature, magnitude ...
    Measure,
    /// How old somebody is, in years.
    Age,
    /// A span of time: `four years`.
    Duration,
}

/// Finds quantities; numbers that are part of a time expression (years, days, clock times) are left to it, except
/// durations, which are both.
pub fn find(text: &str, tokens: &[Token], sentences: &[Sentence], times: &[Time]) -> Vec<Quantity> {
    find::find(text, tokens, sentences, times)
}
