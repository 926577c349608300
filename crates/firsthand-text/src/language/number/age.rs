//! How old somebody is: `51-year-old`, `aged 13`, `Holm, 51,`.

use super::lexeme::Kind;
use super::section::Section;

/// One past an age that follows a number: `-year-old`, ` years old`, ` years of age`.
pub(super) fn behind(s: &Section, at: usize) -> Option<usize> {
    let hyphen = |i: usize| if matches!(s.word(i), "-" | "‐" | "‑" | "–") { i + 1 } else { i };
    let unit = hyphen(at);
    if !matches!(s.word(unit), "year" | "years" | "yr" | "yrs") {
        return None;
    }
    let old = hyphen(unit + 1);
    match s.word(old) {
        "old" | "olds" => Some(old + 1),
        "of" if s.word(old + 1) == "age" => Some(old + 2),
        _ => None,
    }
}

/// Whether the words before a number say that it is an age, and the first of them: `aged 13`, `at the age of 11`.
pub(super) fn before(s: &Section, at: usize) -> Option<usize> {
    match (s.before(at, 2), s.before(at, 1)) {
        (_, "aged" | "ages") => Some(at - 1),
        ("age" | "ages", "of" | "between") | ("aged", "between" | "about" | "around" | "from") => {
            Some(at - 2)
        }
        ("at" | "from" | "under" | "over", "age") => Some(at - 1),
        ("died" | "dies" | "dead" | "retired" | "married", "at") => Some(at - 1),
        _ => None,
    }
}

/// `Nils Holm, both 51`, `Holm, 51, was`, `Ada Vale, 46`: a name, a comma, a number below 120 and no noun.
pub(super) fn apposed(s: &Section, at: usize, end: usize) -> bool {
    let comma = if s.before(at, 1) == "both" { at - 1 } else { at };
    if s.before(comma, 1) != "," || comma < s.from + 2 {
        return false;
    }
    let name = comma - 2;
    let named = s.lexemes.is(name, Kind::Word) && s.lexemes.capital(name);
    let small = s.lexemes.plain(at).is_some_and(|(n, digits)| (1..120).contains(&n) && digits <= 3);
    // `Oct. 3, 15 people`; a month or a weekday is no person.
    let dated = crate::language::time::names_calendar(s.word(name));
    let closes = end >= s.to
        || matches!(
            s.word(end),
            "," | "." | ";" | ")" | "—" | "–" | "and" | "of" | "who" | "was" | "were" | "is"
        );
    named && small && !dated && closes
}
