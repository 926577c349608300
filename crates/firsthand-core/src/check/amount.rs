//! How does a quantity of a report stand to one of a claim?

use super::counted::{is_of_people, is_part, is_round, is_some_time, narrow};
use super::shape::Count;
use super::word::{alike, is_people};
use crate::account::Amount;
use crate::collation::filler::is_person;
use crate::collation::value::{self, Standing, number};
use firsthand_text::language::number::{Bound, QuantityKind};

/// How an answer of a report stands to that of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stand {
    /// If the report is right, so is the claim.
    Agrees(String),
    /// Both can be right, but the report does not say as much as the claim.
    Less(String),
    /// Both cannot be right of one happening.
    Apart {
        /// What the report says.
        says: String,
        /// What the claim says.
        claims: String,
    },
    /// Both cannot be right of one happening, and there may well be two.
    Elsewhere(String),
}

/// Compares a quantity of a claim with those of a statement. None where none of them counts the same thing.
pub(super) fn compare(claim: &Count, told: &[Amount]) -> Option<Stand> {
    let alike: Vec<&Amount> = told.iter().filter(|a| counts_same(claim, a) && !is_some_time(a)).collect();
    let part = |a: &Amount| is_part(&claim.amount, a);
    let stands: Vec<Stand> = alike
        .iter()
        .map(|a| match stand(&claim.amount, a) {
            Stand::Apart { says, claims } if part(a) => Stand::Less(differ(&says, &claims)),
            other => other,
        })
        .collect();
    let best = stands.iter().find(|s| matches!(s, Stand::Agrees(_))).or(stands.first())?;
    // Two counts of the same thing beside each other: there is no telling which the claim means.
    match best {
        Stand::Apart { says, claims } if alike.len() > 1 || claim.ordinal => {
            Some(Stand::Less(differ(says, claims)))
        }
        other => Some(other.clone()),
    }
}

/// `the report says 7 people, the claim 5 people`.
pub(super) fn differ(says: &str, claims: &str) -> String {
    format!("the report says {says}, the claim {claims}")
}

/// Whether both count the same thing in the same way.
fn counts_same(claim: &Count, told: &Amount) -> bool {
    if claim.ordinal != is_ordinal(&told.text) {
        return false;
    }
    let key = |a: &Amount| {
        let unit = a.unit.as_deref().unwrap_or_default().to_lowercase();
        if is_person(&unit) || is_people(&unit) || is_of_people(a) { "person".to_owned() } else { unit }
    };
    let (a, b) = (key(&claim.amount), key(told));
    // `injured 40`: what is counted is left out; `robbers` and `thieves` count the same.
    if told.unit.as_deref().is_none_or(str::is_empty) && !claim.ordinal {
        return a == "person" && told.value.fract() == 0.0;
    }
    if a != "person" && b != "person" && (alike(&a, &b) || (days_in(&a) > 0.0 && days_in(&b) > 0.0)) {
        return true;
    }
    // `two officers` are people, `two people` need not be officers: the claim may be wider, never narrower.
    let wide = claim.amount.unit.as_deref().is_none_or(|u| is_people(&u.to_lowercase()));
    a == b && (a != "person" || wide || claim.amount.unit == told.unit || narrow(claim, told))
}

/// How many days a unit of time has; 0 for others.
pub(super) fn days_in(unit: &str) -> f64 {
    match unit {
        "hour" => 1.0 / 24.0,
        "day" => 1.0,
        "week" => 7.0,
        "month" => 30.0,
        "year" => 365.0,
        _ => 0.0,
    }
}

fn is_ordinal(text: &str) -> bool {
    let word =
        text.split([' ', '-']).find(|w| !w.eq_ignore_ascii_case("the")).unwrap_or_default().to_lowercase();
    const WORDS: [&str; 11] = [
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
        "first-ever",
    ];
    let figure = word.starts_with(|c: char| c.is_ascii_digit());
    WORDS.contains(&word.as_str()) || (figure && ["st", "nd", "rd", "th"].iter().any(|e| word.ends_with(e)))
}

fn stand(claim: &Amount, told: &Amount) -> Stand {
    let (mut a, mut b) = (full(claim), full(told));
    if a.unit != b.unit {
        let days = |x: &value::Amount| days_in(x.unit.as_deref().unwrap_or_default());
        for (x, days) in [(days(&a), &mut a), (days(&b), &mut b)] {
            if x > 0.0 {
                days.low *= x;
                days.high *= x;
            }
        }
    }
    let (says, claims) = (words(told), words(claim));
    // `about 102` is no 108, whatever room `about` has between reports.
    if a.standing(&b) != Standing::Apart && !is_round(&a, &b) {
        let wide = (a.low - b.low).abs() > a.low.abs().max(b.low.abs()) / 20.0;
        return if wide { Stand::Apart { says, claims } } else { Stand::Less(differ(&says, &claims)) };
    }
    match a.standing(&b) {
        Standing::Same => Stand::Agrees(format!("the same number: {says}")),
        // `at least 80` and `more than 80` are one figure to whoever counts.
        Standing::Finer
            if a.low == b.low
                && [a.bound, b.bound].iter().all(|b| matches!(b, Bound::More | Bound::AtLeast)) =>
        {
            Stand::Agrees(format!("the same number: {says}"))
        }
        Standing::Apart => Stand::Apart { says, claims },
        Standing::Finer if covers(&a, &b) => Stand::Agrees(format!("{says} is {claims}")),
        Standing::Finer => Stand::Less(differ(&says, &claims)),
    }
}

/// Whether the claim's number is right if the report's is: `at least 5` where it says 7, `7,000` where it says 6,987.
fn covers(claim: &value::Amount, told: &value::Amount) -> bool {
    let open = |b: Bound| matches!(b, Bound::More | Bound::AtLeast | Bound::Less | Bound::AtMost);
    match claim.bound {
        Bound::AtLeast => told.low >= claim.low && !matches!(told.bound, Bound::Less | Bound::AtMost),
        Bound::More => {
            (told.low > claim.low || (told.low == claim.low && told.bound == Bound::More))
                && !matches!(told.bound, Bound::Less | Bound::AtMost)
        }
        Bound::AtMost => told.high <= claim.high && !matches!(told.bound, Bound::More | Bound::AtLeast),
        Bound::Less => {
            (told.high < claim.high || (told.high == claim.high && told.bound == Bound::Less))
                && !matches!(told.bound, Bound::More | Bound::AtLeast)
        }
        // `About` the same, rounded, or within a range; an open end says less than a number.
        Bound::About | Bound::Exact => {
            !open(told.bound) && told.high - told.low <= claim.high - claim.low + 1e-9
        }
    }
}

fn full(a: &Amount) -> value::Amount {
    value::Amount {
        low: a.value,
        high: a.high.unwrap_or(a.value),
        bound: bound(&a.bound),
        kind: QuantityKind::Count,
        unit: a.unit.clone(),
        noun: None,
    }
}

fn bound(name: &str) -> Bound {
    match name {
        "about" => Bound::About,
        "more" => Bound::More,
        "at least" => Bound::AtLeast,
        "less" => Bound::Less,
        "at most" => Bound::AtMost,
        _ => Bound::Exact,
    }
}

/// A quantity in the words of whoever gives it, without needless blanks: `at least 7 people`.
pub(super) fn words(a: &Amount) -> String {
    let text = a.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let unit = a.unit.as_deref().unwrap_or_default();
    let counted = !unit.is_empty()
        && unit.chars().all(char::is_lowercase)
        && text.chars().next_back().is_some_and(|c| c.is_ascii_digit() || !text.contains(' '));
    if text.is_empty() {
        return number(a.value);
    }
    match (counted, a.value == 1.0, unit) {
        (false, _, _) => text,
        (true, _, "people" | "person") => format!("{text} people"),
        (true, true, _) => format!("{text} {unit}"),
        (true, false, _) if unit.ends_with('s') => format!("{text} {unit}"),
        (true, false, _) => format!("{text} {unit}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64, bound: &str, unit: &str) -> Amount {
        Amount {
            value,
            high: None,
            bound: bound.to_owned(),
            unit: Some(unit.to_owned()),
            text: format!("{bound} {value}"),
        }
    }

    #[test]
    fn a_number_agrees_says_less_or_stands_apart() {
        for (claim, told, want) in [
            ((5.0, "exact", "people"), (5.0, "exact", "villager"), "agrees"),
            ((5.0, "exact", "people"), (7.0, "exact", "people"), "apart"),
            ((5.0, "at least", "people"), (7.0, "exact", "people"), "agrees"),
            ((8.0, "at least", "people"), (7.0, "exact", "people"), "apart"),
            ((5.0, "exact", "people"), (4.0, "more", "people"), "less"),
            ((7000.0, "exact", "container"), (6987.0, "exact", "container"), "agrees"),
            ((7000.0, "about", "container"), (6800.0, "exact", "container"), "agrees"),
            ((6987.0, "exact", "container"), (7000.0, "about", "container"), "agrees"),
            ((5.0, "exact", "house"), (5.0, "exact", "car"), "other"),
        ] {
            let count = Count { amount: amount(claim.0, claim.1, claim.2), ordinal: false, main: true };
            let got = match compare(&count, &[amount(told.0, told.1, told.2)]) {
                None => "other",
                Some(Stand::Agrees(_)) => "agrees",
                Some(Stand::Less(_) | Stand::Elsewhere(_)) => "less",
                Some(Stand::Apart { .. }) => "apart",
            };
            assert_eq!(got, want, "{claim:?} {told:?}");
        }
    }

    #[test]
    fn first_is_no_number_of_things() {
        assert!(is_ordinal("first") && is_ordinal("the 21st") && !is_ordinal("21") && !is_ordinal("month"));
    }
}
