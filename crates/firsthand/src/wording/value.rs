//! Values of points as words.

use super::date;

/// The value of a point in words: dates written out, bounds as `at least` and `about`, thousands parted.
pub fn value(slot: &str, value: &str) -> String {
    match slot {
        "date" => date(value),
        "quantity" => quantity(value),
        _ => super::clean(value).into_owned(),
    }
}

/// `~7000 containers` as `about 7,000 containers`, `>=2` as `at least 2`, `3..5` as `3 to 5`.
fn quantity(value: &str) -> String {
    let value = super::clean(value);
    let bounds =
        [(">=", "at least "), ("<=", "at most "), (">", "more than "), ("<", "less than "), ("~", "about ")];
    for (mark, word) in bounds {
        if let Some(rest) = value.strip_prefix(mark) {
            return format!("{word}{}", quantity(rest.trim_start()));
        }
    }
    let (number, unit) = value.split_once(' ').map_or((&*value, None), |(n, u)| (n, Some(u)));
    let number = match number.split_once("..") {
        Some((low, high)) => format!("{} to {}", thousands(low), thousands(high)),
        None => thousands(number),
    };
    unit.map_or(number.clone(), |unit| format!("{number} {unit}"))
}

/// Five digits and more in groups of three, `7000` too: it stands for a count here, never for a year.
fn thousands(number: &str) -> String {
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
    use super::value;

    #[test]
    fn values_as_words() {
        let cases = [
            ("quantity", "7000 containers", "7,000 containers"),
            ("quantity", "~7000 containers", "about 7,000 containers"),
            ("quantity", ">90 USD/barrel", "more than 90 USD/barrel"),
            ("quantity", ">=2", "at least 2"),
            ("quantity", "<=2.5 km", "at most 2.5 km"),
            ("quantity", "3..5", "3 to 5"),
            ("quantity", "1234567", "1,234,567"),
            ("quantity", "12", "12"),
            ("quantity", "a few", "a few"),
            ("date", "2024-04-23", "23 April 2024"),
            ("place", "Tehran", "Tehran"),
        ];
        for (slot, given, words) in cases {
            assert_eq!(value(slot, given), words);
        }
    }
}
