//! May one name be a spelling of another, nothing but the two in hand?

use super::acronym::{is_acronym, stands_for};
use super::person::{Nearness, nearness};
use super::spelling::{key, parts};
use super::transliterate::{Likeness, likeness};

/// Whether two names are the same but for case, accents, hyphens, articles, transliteration or initials. `person` says
/// that they name persons, whose parts may change place or be left out.
pub fn called(a: &str, b: &str, person: bool) -> bool {
    if key(a) == key(b) {
        return !key(a).is_empty();
    }
    let (x, y) = (parts(a), parts(b));
    if person {
        return nearness(&x, &y).is_some_and(|n| n <= Nearness::Sound);
    }
    if (is_acronym(a) && stands_for(a, b)) || (is_acronym(b) && stands_for(b, a)) {
        return true;
    }
    let sounds = |(p, q): (&String, &String)| likeness(p, q).is_some_and(|l| l <= Likeness::Sound);
    x.len() == y.len() && !x.is_empty() && x.iter().zip(&y).all(sounds)
}

/// Whether a name of one part is the family name, or the first, of a fuller name of a person: `Orlik` of `Pavel Orlik`.
pub fn short_for(short: &str, full: &str) -> bool {
    let (s, f) = (parts(short), parts(full));
    let [only] = s.as_slice() else { return false };
    f.len() > 1 && (f.last() == Some(only) || (super::person::family_first(&f) && f.first() == Some(only)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_be_one() {
        for (a, b, person, want) in [
            ("Pak Jun Seo", "Pak Jun-seo", true, true),
            ("Pak Jun Seo", "Pak Joon Seo", true, true),
            ("Pavel Orlik", "Anna Orlik", true, false),
            ("Harbour Board of Mole", "HBM", false, true),
            ("Saqlawiya", "Saqlawiyah", false, true),
            ("Tarn", "Velmark", false, false),
            ("", "", false, false),
        ] {
            assert_eq!(called(a, b, person), want, "{a} {b}");
        }
        assert!(short_for("Orlik", "Pavel Orlik") && !short_for("Pavel", "Pavel Orlik"));
    }
}
