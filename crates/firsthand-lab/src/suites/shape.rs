//! The form of an expression: its words, with numbers, months, weekdays and their like replaced by what they are.

/// One piece of a text: what it is, and where it stands (bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) form: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
];
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];
const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
];
const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];
const UNITS: &[&str] = &["year", "month", "week", "day", "quarter", "decade", "century"];
const MANY: &[&str] = &["years", "months", "weeks", "days", "quarters", "decades", "centuries"];
const CLOCK: &[&str] = &["hour", "hours", "minute", "minutes", "seconds"];

/// What a lower-case word is; itself where it is none of the calendar's.
fn class(word: &str) -> String {
    let name = match word {
        w if WEEKDAYS.contains(&w) => "WEEKDAY",
        w if MONTHS.contains(&w) => "MONTH",
        w if ORDINALS.contains(&w) => "ORDINAL",
        w if NUMBERS.contains(&w) => "NUMBER",
        w if UNITS.contains(&w) => "UNIT",
        w if MANY.contains(&w) => "UNITS",
        w if CLOCK.contains(&w) => "CLOCK-UNIT",
        "spring" | "summer" | "autumn" | "fall" | "winter" => "SEASON",
        "morning" | "afternoon" | "evening" | "night" => "PART",
        "today" | "yesterday" | "tomorrow" => "TODAY",
        "am" | "pm" => "AM",
        "’" => "'",
        "–" | "—" | "‑" => "-",
        w => w,
    };
    name.to_owned()
}

/// The pieces of a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let lower = text.to_ascii_lowercase();
    let mut out: Vec<Piece> = Vec::new();
    let mut rest = lower.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let alike = |d: char| if c.is_ascii_digit() { d.is_ascii_digit() } else { d.is_alphabetic() };
        if c.is_ascii_digit() || c.is_alphabetic() {
            while let Some((at, d)) = rest.next_if(|(_, d)| alike(*d)) {
                end = at + d.len_utf8();
            }
        }
        let word = lower.get(start..end).unwrap_or("");
        let glued = out.last().is_some_and(|p| p.end == start);
        if let Some(last) = out.last_mut() {
            // `15th` is one piece, and so is `a.m.`; the point of a short form belongs to it.
            let number = last.form == "NUMBER" || last.form.starts_with("DIGITS");
            if glued && number && matches!(word, "st" | "nd" | "rd" | "th") {
                (last.form, last.end) = ("ORDINAL".into(), end);
                continue;
            }
            let short = matches!(last.form.as_str(), "MONTH" | "WEEKDAY") && last.end - last.start <= 5;
            if glued && word == "." && (short || matches!(last.form.as_str(), "AM" | "a" | "p")) {
                last.end = end;
                continue;
            }
            let dotted = lower.get(last.start..last.end).is_some_and(|l| l.ends_with('.'));
            if word == "m" && dotted && matches!(last.form.as_str(), "a" | "p") {
                (last.form, last.end) = ("AM".into(), end);
                continue;
            }
        }
        let form = match word.parse::<u64>() {
            Ok(_) if word.len() <= 2 => "NUMBER".to_owned(),
            Ok(1000..=2199) if word.len() == 4 => "YEAR".to_owned(),
            Ok(_) => format!("DIGITS{}", word.len()),
            Err(_) => class(word),
        };
        out.push(Piece { form, start, end });
    }
    out
}

/// The form of a phrase.
pub(super) fn form(text: &str) -> Vec<String> {
    pieces(text).into_iter().map(|p| p.form).collect()
}

/// The form without the words that lead it: `in`, `the`.
pub(super) fn bare(form: &[String]) -> &[String] {
    let leads = |w: &String| {
        matches!(
            w.as_str(),
            "in" | "within"
                | "for"
                | "over"
                | "during"
                | "about"
                | "the"
                | "on"
                | "at"
                | "from"
                | "by"
                | "since"
                | "around"
                | "of"
                | "to"
                | "between"
                | "after"
                | "before"
                | "until"
        )
    };
    form.get(form.iter().take_while(|w| leads(w)).count()..).unwrap_or(&[])
}

/// Whether a form has a piece of the calendar or the clock.
pub(super) fn of_calendar(form: &[String]) -> bool {
    form.iter().any(|w| {
        matches!(
            w.as_str(),
            "WEEKDAY"
                | "MONTH"
                | "SEASON"
                | "PART"
                | "UNIT"
                | "UNITS"
                | "CLOCK-UNIT"
                | "TODAY"
                | "AM"
                | "YEAR"
                | "noon"
                | "midnight"
                | "midday"
                | "weekend"
                | "tonight"
                | "christmas"
                | "easter"
                | "thanksgiving"
                | "eve"
                | "now"
                | "ago"
                | ":"
                | "/"
        )
    })
}

/// A form in words of our own, without the words of the phrase.
pub(super) fn described(form: &[String]) -> String {
    let mut out: Vec<&str> = Vec::new();
    for piece in form {
        let name = match piece.as_str() {
            "WEEKDAY" => "weekday",
            "MONTH" => "month",
            "ORDINAL" => "ordinal",
            "NUMBER" => "number",
            "UNIT" | "UNITS" => "unit",
            "CLOCK-UNIT" => "unit of the clock",
            "SEASON" => "season",
            "PART" | "tonight" | "midday" | "noon" | "midnight" => "part of day",
            "TODAY" => "day beside today",
            "AM" | ":" => "clock",
            "YEAR" => "year",
            "/" => "slash",
            "-" | "to" | "through" | "until" | "till" => "mark of a stretch",
            "last" | "past" | "previous" | "this" | "current" | "next" | "following" | "coming"
            | "upcoming" => "picking word",
            "ago" | "earlier" | "later" | "hence" | "now" => "counting word",
            "early" | "late" | "mid" | "middle" | "end" | "beginning" | "start" => "stage",
            other if other.starts_with("DIGITS") => "digits",
            _ => continue,
        };
        if !out.contains(&name) {
            out.push(name);
        }
    }
    if out.is_empty() { "words alone".into() } else { out.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, want) in [
            ("on Tuesday the 14th", "on WEEKDAY the ORDINAL"),
            ("3 May 2031", "NUMBER MONTH YEAR"),
            ("Sept. 3 at 9:15 p.m.", "MONTH NUMBER at NUMBER : NUMBER AM"),
            ("two weeks ago", "NUMBER UNITS ago"),
            ("nineteen-ninety", "NUMBER - NUMBER"),
            ("room 20170", "room DIGITS5"),
        ] {
            assert_eq!(form(text).join(" "), want, "{text}");
        }
        assert_eq!(bare(&form("in the last week")).join(" "), "last UNIT");
        assert_eq!(described(&form("the last Monday of May")), "picking word, weekday, month");
    }
}
