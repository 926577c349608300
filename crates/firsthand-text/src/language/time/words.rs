//! Words of the calendar and the clock.

use super::meaning::{Part, Season, Unit};

/// What a word can mean to a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Term {
    /// Monday is 1.
    Weekday(i8),
    /// A weekday cut short: `Mon`, `Tues`.
    WeekdayShort(i8),
    /// January is 1.
    Month(i8),
    /// A month cut short: `Jan`, `Sept`.
    MonthShort(i8),
    /// A unit of time in the singular.
    Unit(Unit),
    /// A unit of time in the plural.
    Units(Unit),
    /// A fortnight or several: two weeks each.
    Fortnight,
    /// `weekend`.
    Weekend,
    /// A season.
    Season(Season),
    /// A part of the day.
    Part(Part),
    /// `today` is 0, `yesterday` -1, `tomorrow` 1.
    Today(i8),
    /// `tonight`.
    Tonight,
    /// `daily`, `weekly`: once in each unit.
    Each(Unit),
}

use Part::{Afternoon, Dawn, Evening, Midday, Midnight, Morning, Night, Noon};
use Season::{Autumn, Spring, Summer, Winter};
use Term as T;
use Unit::{Century, Day, Decade, Hour, Minute, Month, Quarter, Second, Week, Year};

/// All words, in alphabetic order.
const WORDS: &[(&str, Term)] = &[
    ("afternoon", T::Part(Afternoon)),
    ("annual", T::Each(Year)),
    ("annually", T::Each(Year)),
    ("apr", T::MonthShort(4)),
    ("april", T::Month(4)),
    ("aug", T::MonthShort(8)),
    ("august", T::Month(8)),
    ("autumn", T::Season(Autumn)),
    ("centuries", T::Units(Century)),
    ("century", T::Unit(Century)),
    ("daily", T::Each(Day)),
    ("dawn", T::Part(Dawn)),
    ("day", T::Unit(Day)),
    ("days", T::Units(Day)),
    ("dec", T::MonthShort(12)),
    ("decade", T::Unit(Decade)),
    ("decades", T::Units(Decade)),
    ("december", T::Month(12)),
    ("evening", T::Part(Evening)),
    ("fall", T::Season(Autumn)),
    ("feb", T::MonthShort(2)),
    ("february", T::Month(2)),
    ("fortnight", T::Fortnight),
    ("fortnights", T::Fortnight),
    ("fri", T::WeekdayShort(5)),
    ("friday", T::Weekday(5)),
    ("hour", T::Unit(Hour)),
    ("hourly", T::Each(Hour)),
    ("hours", T::Units(Hour)),
    ("hrs", T::Units(Hour)),
    ("jan", T::MonthShort(1)),
    ("january", T::Month(1)),
    ("jul", T::MonthShort(7)),
    ("july", T::Month(7)),
    ("jun", T::MonthShort(6)),
    ("june", T::Month(6)),
    ("mar", T::MonthShort(3)),
    ("march", T::Month(3)),
    ("may", T::Month(5)),
    ("midday", T::Part(Midday)),
    ("midnight", T::Part(Midnight)),
    ("mins", T::Units(Minute)),
    ("minute", T::Unit(Minute)),
    ("minutes", T::Units(Minute)),
    ("mon", T::WeekdayShort(1)),
    ("monday", T::Weekday(1)),
    ("month", T::Unit(Month)),
    ("monthly", T::Each(Month)),
    ("months", T::Units(Month)),
    ("morning", T::Part(Morning)),
    ("night", T::Part(Night)),
    ("nightly", T::Each(Day)),
    ("noon", T::Part(Noon)),
    ("nov", T::MonthShort(11)),
    ("november", T::Month(11)),
    ("oct", T::MonthShort(10)),
    ("october", T::Month(10)),
    ("overnight", T::Part(Night)),
    ("quarter", T::Unit(Quarter)),
    ("quarterly", T::Each(Quarter)),
    ("quarters", T::Units(Quarter)),
    ("sat", T::WeekdayShort(6)),
    ("saturday", T::Weekday(6)),
    ("second", T::Unit(Second)),
    ("seconds", T::Units(Second)),
    ("secs", T::Units(Second)),
    ("sep", T::MonthShort(9)),
    ("sept", T::MonthShort(9)),
    ("september", T::Month(9)),
    ("spring", T::Season(Spring)),
    ("summer", T::Season(Summer)),
    ("sun", T::WeekdayShort(7)),
    ("sunday", T::Weekday(7)),
    ("thu", T::WeekdayShort(4)),
    ("thur", T::WeekdayShort(4)),
    ("thurs", T::WeekdayShort(4)),
    ("thursday", T::Weekday(4)),
    ("today", T::Today(0)),
    ("tomorrow", T::Today(1)),
    ("tonight", T::Tonight),
    ("tue", T::WeekdayShort(2)),
    ("tues", T::WeekdayShort(2)),
    ("tuesday", T::Weekday(2)),
    ("wed", T::WeekdayShort(3)),
    ("wednesday", T::Weekday(3)),
    ("week", T::Unit(Week)),
    ("weekend", T::Weekend),
    ("weekly", T::Each(Week)),
    ("weeks", T::Units(Week)),
    ("winter", T::Season(Winter)),
    ("year", T::Unit(Year)),
    ("yearly", T::Each(Year)),
    ("years", T::Units(Year)),
    ("yesterday", T::Today(-1)),
    ("yr", T::Unit(Year)),
    ("yrs", T::Units(Year)),
];

/// What a lower-case word means to a calendar, if anything.
pub(super) fn term(word: &str) -> Option<Term> {
    if !(2..=11).contains(&word.len()) {
        return None;
    }
    WORDS.binary_search_by(|(w, _)| (*w).cmp(word)).ok().map(|i| WORDS[i].1)
}

/// Second words of newspapers and programmes that begin with a weekday, and of their like.
pub(super) fn names_a_paper(word: &str) -> bool {
    matches!(
        word,
        "times"
            | "telegraph"
            | "mirror"
            | "express"
            | "mail"
            | "herald"
            | "world"
            | "star"
            | "post"
            | "sun"
            | "independent"
            | "tribune"
            | "review"
            | "guardian"
            | "news"
            | "business"
            | "school"
            | "mass"
            | "league"
            | "club"
            | "politics"
    )
}

/// First words of days and works that end with a weekday: `Good Friday`, `Bloody Sunday`.
pub(super) fn names_a_day(word: &str) -> bool {
    matches!(
        word,
        "good"
            | "black"
            | "bloody"
            | "ash"
            | "fat"
            | "shrove"
            | "maundy"
            | "cyber"
            | "super"
            | "easter"
            | "palm"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_found() {
        assert!(WORDS.windows(2).all(|w| w[0].0 < w[1].0));
        assert_eq!(term("thursday"), Some(T::Weekday(4)));
        assert_eq!(term("yrs"), Some(T::Units(Year)));
        assert_eq!(term("goat"), None);
    }
}
