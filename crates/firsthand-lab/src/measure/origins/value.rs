//! When a value said is the value that was wanted: a plain form of the rules of the scorer of accounts.

use firsthand_text::language::country::fold;
use std::collections::BTreeSet;

/// Words before a name that are no part of it.
const TITLES: &[&str] = &["the", "mr", "mrs", "ms", "dr", "lt", "capt", "gen", "sgt", "prof"];

/// Words of a place that say only what kind of place it is.
const KINDS: &[&str] =
    &["the", "of", "province", "city", "town", "village", "island", "camp", "refugee", "district", "avenue"];

/// Units of measure; what is merely counted may be named in many ways (soldiers, troops), these may not.
const MEASURES: &[&str] = &[
    "usd",
    "eur",
    "gbp",
    "percent",
    "metre",
    "km",
    "mile",
    "foot",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "magnitude",
];

/// Whether two values of a slot are one, given the sets of spellings (as [`key`]s) that belong together.
pub(super) fn same(slot: &str, said: &str, wanted: &str, spellings: &[BTreeSet<String>]) -> bool {
    match slot {
        "date" => same_date(said, wanted),
        "quantity" => same_quantity(said, wanted),
        "text" => same_text(said, wanted),
        _ => same_name(said, wanted, spellings) || slot == "place" && place(said) == place(wanted),
    }
}

/// A name without case, marks, titles and spaces.
pub(super) fn key(name: &str) -> String {
    let words = words(name);
    let titles = words.iter().take_while(|w| TITLES.contains(&w.as_str())).count();
    words[titles.min(words.len().saturating_sub(1))..].concat()
}

fn same_name(said: &str, wanted: &str, spellings: &[BTreeSet<String>]) -> bool {
    let (said, wanted) = (key(said), key(wanted));
    said == wanted || spellings.iter().any(|s| s.contains(&said) && s.contains(&wanted))
}

fn place(name: &str) -> String {
    words(name).iter().filter(|w| !KINDS.contains(&w.as_str())).cloned().collect()
}

fn words(text: &str) -> Vec<String> {
    let bare: String = text.chars().filter(|c| !matches!(c, '.' | '\'' | '’')).collect();
    let bare = fold(&bare);
    bare.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Every end as exact as wanted, and alike so far; an X may be any digit.
fn same_date(said: &str, wanted: &str) -> bool {
    let (said, wanted) = (ends(said), ends(wanted));
    let alike = |(s, w): (&Vec<String>, &Vec<String>)| {
        s.len() >= w.len() && s.iter().zip(w).all(|(s, w)| s.len() == w.len() && digits(s, w))
    };
    said.len() == wanted.len() && said.iter().zip(&wanted).all(alike)
}

fn digits(said: &str, wanted: &str) -> bool {
    said.chars().zip(wanted.chars()).all(|(s, w)| s == w || s == 'X' || w == 'X')
}

/// Year, month and day of each end of an EDTF value; `before D` is `../D`.
fn ends(value: &str) -> Vec<Vec<String>> {
    let value: String =
        value.replace("before ", "../").chars().filter(|c| !matches!(c, '~' | '?' | '%')).collect();
    let day = |end: &str| end.split('T').next().unwrap_or("").split('-').map(str::to_owned).collect();
    value.split('/').map(day).collect()
}

fn same_quantity(said: &str, wanted: &str) -> bool {
    let ((said, one), (wanted, other)) = (amount(said), amount(wanted));
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    let units = one.is_empty() || other.is_empty() || measures(&one) == measures(&other);
    !said.is_empty() && said.len() == wanted.len() && said.iter().zip(&wanted).all(near) && units
}

/// The numbers of a quantity and the words behind them; what stands before the first number is its bound.
fn amount(value: &str) -> (Vec<f64>, Vec<String>) {
    let from = value.find(|c: char| c.is_ascii_digit()).unwrap_or(value.len());
    let rest = &value[from..];
    let to = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    let numbers = rest[..to].replace(',', "");
    (numbers.split("..").filter_map(|n| n.parse().ok()).collect(), words(&rest[to..]))
}

fn measures(unit: &[String]) -> BTreeSet<&str> {
    let one = |w: &'_ String| {
        let singular = match w.as_str() {
            "feet" => "foot",
            "meters" | "meter" => "metre",
            "kilometres" | "kilometre" | "kilometers" | "kilometer" => "km",
            other => other.strip_suffix('s').unwrap_or(other),
        };
        MEASURES.iter().copied().find(|m| *m == singular)
    };
    unit.iter().filter_map(one).collect()
}

/// Six in ten of the words wanted.
fn same_text(said: &str, wanted: &str) -> bool {
    let (said, wanted): (BTreeSet<String>, BTreeSet<String>) =
        (words(said).into_iter().collect(), words(wanted).into_iter().collect());
    !wanted.is_empty() && said.intersection(&wanted).count() * 10 >= wanted.len() * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_are_one_and_that_are_not() {
        let spellings = [["ilsemork".to_owned(), "elsemorch".to_owned()].into()];
        for (slot, said, wanted, one) in [
            ("date", "2031-04-23", "2031-04", true),
            ("date", "2031-04", "2031-04-23", false),
            ("date", "2031-09-15", "XXXX-09-15", true),
            ("date", "../2031-04-23", "before 2031-04-23", true),
            ("date", "2031-04-22", "2031-04-23", false),
            ("quantity", ">1,200 crates", "1200 boxes", true),
            ("quantity", "12 USD", "12 EUR", false),
            ("quantity", "12 year", "12 years", true),
            ("quantity", "2.8..3.8", "2.8..3.8 magnitude", true),
            ("quantity", "2..3 boats", "2 boats", false),
            ("quantity", "a few boats", "2 boats", false),
            ("person", "Dr. Ilse Mork", "Ilse Mork", true),
            ("person", "Else Morch", "Ilse Mork", true),
            ("person", "Ilse Mork", "Ilse Berg", false),
            ("place", "Tarn", "Tarn Province", true),
            ("organisation", "Tarn", "Tarn Province", false),
            ("text", "the dam was opened at night", "the dam was opened", true),
            ("text", "no dam", "the dam was opened", false),
        ] {
            assert_eq!(same(slot, said, wanted, &spellings), one, "{slot}: {said} and {wanted}");
        }
    }
}
