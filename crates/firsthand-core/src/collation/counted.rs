//! Which nouns can count the same people?

use super::filler::is_person;
use super::value::Amount;
use crate::statement::alike;

/// Whether two nouns can count the same persons: one group of words, or one of them says no more than that they are people.
pub(super) fn nouns_meet(a: &str, b: &str) -> bool {
    let (a, b) = (singular(a), singular(b));
    a == b || is_anybody(&a) || is_anybody(&b) || alike::grouped(&alike::spelled(&a), &alike::spelled(&b))
}

/// Whether the smaller of two counts names a kind of person and the larger any: three students are a part of the six people.
pub(super) fn is_kind_of(a: &Amount, b: &Amount) -> bool {
    let (small, large) = if a.low < b.low { (a, b) } else { (b, a) };
    match (&small.noun, &large.noun) {
        (Some(kind), Some(any)) => {
            let (kind, any) = (singular(kind), singular(any));
            is_person(&kind) && !is_anybody(&kind) && is_anybody(&any)
        }
        _ => false,
    }
}

fn is_anybody(noun: &str) -> bool {
    matches!(noun, "people" | "person" | "other" | "victim" | "casualty" | "individual" | "man")
}

fn singular(noun: &str) -> String {
    match noun {
        "men" => "man".to_owned(),
        "women" => "woman".to_owned(),
        "children" => "child".to_owned(),
        "casualties" => "casualty".to_owned(),
        "thieves" => "thief".to_owned(),
        _ => noun.strip_suffix('s').filter(|s| !s.ends_with('s')).unwrap_or(noun).to_owned(),
    }
}
