//! When? Time expressions and what days they mean.
//!
//! Two steps: [`find`] reads expressions without any date in hand; [`resolve`] places them on the calendar,
//! given the [`Anchor`]. The second can be run again when a better anchor becomes known.

mod calendar;
mod clock;
mod counted;
mod date;
pub mod edtf;
mod feast;
mod find;
mod hour;
mod inside;
mod long_ago;
pub mod meaning;
mod month;
mod narrated;
mod phrase;
mod pick;
mod picked;
mod print;
mod quarter;
mod range;
mod reader;
mod relative;
mod resolve;
mod tense;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_forms;
mod within;
mod words;
mod year;
mod zone;

use super::{Sentence, Token};
use crate::Span;
use crate::report::Report;
use jiff::civil;
use meaning::{Clock, Lead, Meaning, Tense};
pub use range::End;

/// One time expression, resolved as far as the text supports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Where it stands.
    pub span: Span,
    /// What kind it is.
    pub kind: TimeKind,
    /// TIMEX3 value: `2031-03-04`, `P4Y`, `199`, `PAST_REF`, `XXXX-WXX-2`.
    pub timex: String,
    /// How exactly it is meant.
    pub modifier: Option<Modifier>,
    /// EDTF value where it is placed on the calendar: `2031-03-04`, `2024-04`, `198X`, `../2031-03-04`. A day whose year
    /// the text does not give is `XXXX-09-15`.
    pub edtf: Option<String>,
    /// First instant meant, if it is placed.
    pub low: Option<civil::DateTime>,
    /// One past the last instant meant, if it is placed.
    pub high: Option<civil::DateTime>,
    /// What the value rests on.
    pub basis: Basis,
    /// The two ends of a stretch from one day to another, as TIMEX3 marks them (it has no stretches); empty for all else.
    pub ends: Vec<End>,
}

/// TIMEX3 types, and references such as `recently`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// TIMEX3 modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// What the calendar value of an expression rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// The words alone give it: `23 April 2024`.
    Words,
    /// The day of publication (or of the dateline).
    Published,
    /// The day last narrated: the time expression with this index.
    Narrated(usize),
    /// Nothing: it is not placed.
    None,
}

/// What is known of the day the report speaks from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Day of publication, in the zone it was given in.
    pub published: Option<civil::Date>,
    /// Day of the dateline, which is the day the words were written.
    pub written: Option<civil::Date>,
}

impl Anchor {
    /// The anchor a report gives by itself.
    pub fn of(report: &Report) -> Anchor {
        Anchor { published: report.published.day, written: report.dateline.as_ref().and_then(|d| d.date) }
    }
}

/// One time expression as the words give it, not yet placed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expression {
    /// Where it stands.
    pub span: Span,
    /// What day, stretch or length the words give.
    pub meaning: Meaning,
    /// The time of day they give.
    pub clock: Option<Clock>,
    /// How exactly they mean it.
    pub modifier: Option<Modifier>,
    /// The word that leads them: `since`, `by`.
    pub lead: Lead,
    /// The tense of the nearest verb.
    pub tense: Tense,
    /// Whether they date a report or a statement: `said on Wednesday`.
    pub stated: bool,
    /// Whether they count back from now in years with a comparison in hand: `a year ago`, `a year earlier`, not `last year`.
    pub yearly: bool,
    /// Whether they name a thing rather than date an event: `the 2020 census`.
    pub names: bool,
    /// Whether they end a stretch that the expression before them begins: `5 May` in `from 3 to 5 May`.
    pub closes: bool,
    /// The sentence they stand in (the line, where there are no sentences), counted from 0.
    pub section: usize,
}

/// Finds time expressions, in order, not overlapping.
pub fn find(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Expression> {
    find::find(text, tokens, sentences)
}

/// Places expressions on the calendar, as far as the anchor allows. One [`Time`] for each expression, same order, but
/// one for two that are the ends of a stretch.
pub fn resolve(
    _text: &str,
    _tokens: &[Token],
    _sentences: &[Sentence],
    expressions: &[Expression],
    anchor: Anchor,
) -> Vec<Time> {
    resolve::resolve(expressions, anchor)
}

/// Whether the lower-case word is a month or a weekday.
pub(crate) fn names_calendar(word: &str) -> bool {
    use words::Term;
    matches!(
        words::term(word),
        Some(Term::Month(_) | Term::MonthShort(_) | Term::Weekday(_) | Term::WeekdayShort(_))
    )
}
