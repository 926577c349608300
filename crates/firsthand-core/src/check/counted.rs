//! Of what and how exactly is something counted?

use super::shape::Count;
use super::word::is_people;
use crate::account::Amount;
use crate::collation::value;
use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::number::Bound;

/// Whether fewer of one kind are counted where the claim counts people of all kinds: `nine children` beside 26 dead.
pub(super) fn is_part(claim: &Amount, told: &Amount) -> bool {
    const KINDS: [&str; 14] = [
        "child",
        "kid",
        "woman",
        "man",
        "girl",
        "boy",
        "baby",
        "civilian",
        "militant",
        "soldier",
        "militiaman",
        "fighter",
        "pupil",
        "student",
    ];
    let unit = told.unit.as_deref().unwrap_or_default().to_lowercase();
    let wide =
        claim.unit.as_deref().is_none_or(|u| matches!(&*u.to_lowercase(), "people" | "person" | "victim"));
    let kind = KINDS.contains(&unit.as_str()) || is_of_people(told);
    wide && kind && told.high.unwrap_or(told.value) < claim.value
}

/// Whether those of one people are counted: `28 Velmarkers`.
pub(super) fn is_of_people(a: &Amount) -> bool {
    let last = a.text.split_whitespace().next_back().unwrap_or_default();
    let capital = last.chars().next().is_some_and(char::is_uppercase);
    capital && country::sense(last).is_some_and(|(_, s)| s == Sense::Demonym)
}

/// Whether the report counts people in general where the claim counts some kind of them, which the rest of the sentence
/// may name.
pub(super) fn narrow(claim: &Count, told: &Amount) -> bool {
    claim.amount.unit.is_some() && told.unit.as_deref().is_none_or(|u| is_people(&u.to_lowercase()))
}

/// Whether of two numbers of which one is `about` the exact one may have been rounded to the other: they differ by no more than one
/// in its last place that is not 0.
pub(super) fn is_round(a: &value::Amount, b: &value::Amount) -> bool {
    let (about, exact) = match (a.bound, b.bound) {
        (Bound::About, Bound::Exact) => (a, b),
        (Bound::Exact, Bound::About) => (b, a),
        _ => return true,
    };
    if about.low != about.high || exact.low != exact.high {
        return true;
    }
    let mut place = 1.0;
    while about.low >= place * 10.0 && about.low % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    if about.low % (place * 5.0) == 0.0 {
        place *= 5.0;
    }
    (about.low - exact.low).abs() <= place || about.low < 1.0 || about.low.fract() != 0.0
}

/// `a day`, `an hour`: some while, no count of it.
pub(super) fn is_some_time(a: &Amount) -> bool {
    let text = a.text.to_lowercase();
    super::amount::days_in(a.unit.as_deref().unwrap_or_default()) > 0.0
        && (text.starts_with("a ") || text.starts_with("an "))
}
