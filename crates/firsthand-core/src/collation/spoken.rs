//! Dates in Extended Date/Time Format (ISO 8601-2:2019, Annex A) and numbers as a reader says them.

/// The months by their English names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2024-04-23` as `23 April 2024`, `198X` as `the 1980s`, `2024-04~` as `about April 2024`, `../2024` as
/// `by 2024`. What cannot be read is given back as it is.
pub fn date(edtf: &str) -> String {
    if let Some((from, to)) = edtf.split_once('/') {
        return match (from, to) {
            ("" | "..", to) => format!("by {}", date(to)),
            (from, "" | "..") => format!("since {}", date(from)),
            (from, to) => format!("{} to {}", date(from), date(to)),
        };
    }
    for (mark, word) in [('~', "about "), ('?', "perhaps "), ('%', "perhaps about ")] {
        if let Some(bare) = edtf.strip_suffix(mark) {
            return format!("{word}{}", date(bare));
        }
    }
    plain(edtf).unwrap_or_else(|| edtf.to_owned())
}

/// As [`date`], without the time of day.
pub fn day(edtf: &str) -> String {
    date(edtf.split_once('T').map_or(edtf, |(day, _)| day))
}

fn plain(edtf: &str) -> Option<String> {
    let (day, time) = edtf.split_once('T').map_or((edtf, None), |(day, time)| (day, Some(time)));
    let mut parts = day.split('-');
    let year = parts.next()?;
    let month = parts.next();
    let number = parts.next();
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let mut words = match (year.strip_suffix('X'), year.parse::<u16>().is_ok()) {
        (_, true) => year.to_owned(),
        (Some(decade), false) if decade.parse::<u16>().is_ok() => format!("the {decade}0s"),
        _ => return None,
    };
    if let Some(month) = month {
        let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        words = format!("{name} {words}");
    }
    if let Some(number) = number {
        words = format!("{} {words}", number.parse::<u8>().ok()?);
    }
    match time {
        Some(time) => Some(format!("{words}, {}", clock(time)?)),
        None => Some(words),
    }
}

/// `09:27:49Z` as `09:27 UTC`: seconds tell a reader nothing. An hour alone (`02`) as `2 a.m.`.
fn clock(time: &str) -> Option<String> {
    if let (2, Ok(hour @ 0..24)) = (time.len(), time.parse::<u8>()) {
        let half = if hour < 12 { "a.m." } else { "p.m." };
        return Some(format!("{} {half}", (hour + 11) % 12 + 1));
    }
    let hours = time.get(..5).filter(|t| t.as_bytes().get(2) == Some(&b':'))?;
    let rest = time.get(5..)?;
    let zone = match rest.find(['Z', '+', '-']).and_then(|at| rest.get(at..)) {
        None => String::new(),
        Some("Z" | "+00:00") => " UTC".into(),
        Some(zone) => format!(" UTC{zone}"),
    };
    Some(format!("{hours}{zone}"))
}

/// `1 report`, `5 reports`.
pub fn count(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {noun}s"),
    }
}

/// A number in digits with its thousands parted: `1234567.5` as `1,234,567.5`. What is no number stays as it is.
pub fn thousands(number: &str) -> String {
    let (whole, part) = number.split_once('.').map_or((number, None), |(w, p)| (w, Some(p)));
    if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    part.map_or(grouped.clone(), |part| format!("{grouped}.{part}"))
}

#[cfg(test)]
mod tests {
    use super::{date, day, thousands};

    #[test]
    fn dates_as_words() {
        let cases = [
            ("2024-04-23", "23 April 2024"),
            ("2024-04-01", "1 April 2024"),
            ("2024-04", "April 2024"),
            ("2019", "2019"),
            ("198X", "the 1980s"),
            ("2024-04-01~", "about 1 April 2024"),
            ("../2024-04-23", "by 23 April 2024"),
            ("2024-04/..", "since April 2024"),
            ("2024-04-01/2024-04-03", "1 April 2024 to 3 April 2024"),
            ("2024-04-23T09:27:49Z", "23 April 2024, 09:27 UTC"),
            ("2024-04-23T12:00", "23 April 2024, 12:00"),
            ("2024-04-23T12:00:00+03:00", "23 April 2024, 12:00 UTC+03:00"),
            ("2024-04-23T02~", "about 23 April 2024, 2 a.m."),
            ("2024-04-23T12", "23 April 2024, 12 p.m."),
            ("2024-04-23T24", "2024-04-23T24"),
            ("2024-13-01", "2024-13-01"),
            ("soon", "soon"),
            ("", ""),
            ("é-é", "é-é"),
        ];
        for (edtf, words) in cases {
            assert_eq!(date(edtf), words, "{edtf}");
        }
        assert_eq!(day("2024-04-23T09:27:49Z"), "23 April 2024");
    }

    #[test]
    fn thousands_are_parted() {
        for (number, words) in [
            ("7", "7"),
            ("700", "700"),
            ("7000", "7,000"),
            ("1234567.25", "1,234,567.25"),
            ("about 7000", "about 7000"),
        ] {
            assert_eq!(thousands(number), words);
        }
    }
}
