//! Values of points as words.

use super::date;
use firsthand_core::collation::spoken::thousands;

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
