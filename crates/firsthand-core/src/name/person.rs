//! Do two personal names name one person, as far as the spelling goes?

use super::list::{are_one_family, are_one_first_name, is_first_family};
use super::transliterate::{Likeness, likeness};

/// How near two personal names are, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nearness {
    /// The same parts, in any order.
    Same,
    /// One has initials, a short first name or fewer middle names.
    Shortened,
    /// The same sounds.
    Sound,
    /// The same consonants.
    Consonants,
    /// A letter apart; only a shared role makes them one.
    Near,
}

/// How near two full names (parts as [`super::spelling::parts`] gives them) are; None where they are two persons.
pub(crate) fn nearness(a: &[String], b: &[String]) -> Option<Nearness> {
    if a.len() < 2 || b.len() < 2 {
        return None;
    }
    // `Jung-su Yoon` is `Yoon Jung Su` in the order of another country.
    let turned_a = turned(a).filter(|_| family_first(b)).and_then(|t| in_order(&t, b));
    let turned_b = turned(b).filter(|_| family_first(a)).and_then(|t| in_order(a, &t));
    [in_order(a, b), turned_a, turned_b].into_iter().flatten().min()
}

/// A name that ends in a family name of those that stand first elsewhere, in the order it has there.
fn turned(parts: &[String]) -> Option<Vec<String>> {
    let last = parts.last().filter(|last| parts.len() <= 3 && is_first_family(last))?;
    let mut out = vec![last.clone()];
    out.extend_from_slice(&parts[..parts.len() - 1]);
    family_first(&out).then_some(out)
}

fn in_order(a: &[String], b: &[String]) -> Option<Nearness> {
    let (x, y) = (a.concat(), b.concat());
    if x == y || (a.len() == b.len() && sorted(a) == sorted(b)) {
        return Some(Nearness::Same);
    }
    let whole = likeness(&x, &y).filter(|&l| l == Likeness::Sound).map(|_| Nearness::Sound);
    let by_part = aligned(a, b).and_then(|pairs| by_parts(&pairs));
    match (whole, by_part) {
        (Some(x), Some(y)) => Some(x.min(y)),
        (x, y) => x.or(y),
    }
}

fn sorted(parts: &[String]) -> Vec<&String> {
    let mut parts: Vec<&String> = parts.iter().collect();
    parts.sort_unstable();
    parts
}

/// The parts of two names side by side, the family name first; and whether parts were left out.
struct Pairs<'a> {
    family: (&'a str, &'a str),
    others: Vec<(&'a str, &'a str)>,
    left_out: bool,
}

fn aligned<'a>(a: &'a [String], b: &'a [String]) -> Option<Pairs<'a>> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if family_first(long) && family_first(short) {
        if long.len() != short.len() {
            return None;
        }
        let others = long[1..].iter().zip(&short[1..]).map(|(x, y)| (x.as_str(), y.as_str())).collect();
        return Some(Pairs { family: (&long[0], &short[0]), others, left_out: false });
    }
    let family = (long.last()?.as_str(), short.last()?.as_str());
    let (long, short) = (&long[..long.len() - 1], &short[..short.len() - 1]);
    if long.len() == short.len() {
        let others = long.iter().zip(short).map(|(x, y)| (x.as_str(), y.as_str())).collect();
        return Some(Pairs { family, others, left_out: false });
    }
    // Initials are left out all or none: `H. W.` is not `W.`.
    if short.iter().skip(1).any(|p| p.len() == 1) && long.iter().skip(1).any(|p| p.len() == 1) {
        return None;
    }
    // The shorter one leaves parts out: its parts must stand in the longer one in the same order.
    let mut others = Vec::new();
    let mut from = 0;
    for part in short {
        let at = (from..long.len()).find(|&i| first_names(&long[i], part).is_some())?;
        others.push((long[at].as_str(), part.as_str()));
        from = at + 1;
    }
    let first_is_met = others.first().is_some_and(|(x, _)| *x == long[0].as_str());
    let skipped_are_initials = long[0].len() == 1;
    (first_is_met || skipped_are_initials).then_some(Pairs { family, others, left_out: true })
}

fn by_parts(pairs: &Pairs<'_>) -> Option<Nearness> {
    let (x, y) = pairs.family;
    let likeness = likeness(x, y).or_else(|| are_one_family(x, y).then_some(Likeness::Consonants));
    let family = match likeness? {
        Likeness::Same => Nearness::Same,
        Likeness::Sound => Nearness::Sound,
        Likeness::Consonants => Nearness::Consonants,
        Likeness::Near => Nearness::Near,
    };
    let mut worst = if pairs.left_out { family.max(Nearness::Shortened) } else { family };
    // Initials alone carry a family name only where it is spelled alike.
    if pairs.others.iter().all(|(x, y)| x.len() == 1 || y.len() == 1) && family > Nearness::Sound {
        return None;
    }
    for (x, y) in &pairs.others {
        match first_names(x, y) {
            Some(near) => worst = worst.max(near),
            None => return None,
        }
    }
    // Two loose parts are one too many.
    let loose = |n: Nearness| n >= Nearness::Consonants;
    if loose(family) && pairs.others.iter().any(|(x, y)| first_names(x, y).is_some_and(loose)) {
        return None;
    }
    Some(worst)
}

/// How near two given names are.
fn first_names(a: &str, b: &str) -> Option<Nearness> {
    if a == b {
        return Some(Nearness::Same);
    }
    let initial = |x: &str, y: &str| x.len() == 1 && y.starts_with(x);
    if initial(a, b) || initial(b, a) || are_one_first_name(a, b) {
        return Some(Nearness::Shortened);
    }
    match likeness(a, b)? {
        Likeness::Same => Some(Nearness::Same),
        Likeness::Sound => Some(Nearness::Sound),
        Likeness::Consonants => Some(Nearness::Consonants),
        Likeness::Near => Some(Nearness::Near),
    }
}

/// Whether the family name stands first, as in Korean, Chinese and Vietnamese names.
pub(super) fn family_first(parts: &[String]) -> bool {
    let Some(first) = parts.first() else { return false };
    parts.len() >= 2
        && parts.len() <= 3
        && is_first_family(first)
        && parts.iter().skip(1).all(|p| p.len() <= 6)
}

/// The parts a person may be called by alone: the family name, or the first part where that is the family name.
pub(super) fn call_names(parts: &[String]) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    if family_first(parts) {
        out.extend(parts.first().map(String::as_str));
        if parts.len() > 2 {
            return out;
        }
    }
    out.extend(parts.last().map(String::as_str));
    out
}

#[cfg(test)]
mod tests {
    use super::super::spelling::parts;
    use super::*;
    use Nearness::*;

    #[test]
    fn names_of_one_person_and_of_two() {
        for (a, b, want) in [
            ("Tae Jung Su", "Tae Jong-su", Some(Sound)),
            ("Tae Jong Su", "Cho Jong Un", None),
            ("Ryu Chan-mi", "Ryu Won-sik", None),
            ("Ryu Won-sik", "Yoo Chol-su", None),
            ("Omar al-Sbari", "Omar al-Sabri", Some(Consonants)),
            ("Omar al-Sebiri", "Omar al-Sabri", Some(Consonants)),
            ("Omar al-Srebi", "Omar al-Sabri", Some(Near)),
            ("Tariq al-Obadi", "Omar al-Sabri", None),
            ("Samar Obadi", "Samer al-Obadi", Some(Consonants)),
            ("Samir Talih", "Samir Tlaih", Some(Consonants)),
            ("Munira al-Hassouni", "Fadel al-Hossani", None),
            ("Zoran Lukić", "Zoran Lukici", Some(Consonants)),
            ("Zoran Lukic", "Goran Lukovasic", None),
            ("B R Mole", "BR Mole", Some(Same)),
            ("B.R Mole", "Bina Ravi Mole", Some(Shortened)),
            ("P. Chandra Mole", "Chandra Mole", Some(Shortened)),
            ("Farid Turannejad", "Farid turan-Nejad", Some(Same)),
            ("Bill Gull", "William Gull", Some(Shortened)),
            ("Russ Gull", "Anton Russell", None),
            ("Thomas Mole", "Tom Mole", Some(Shortened)),
            ("Thomas Mole", "Rosamund Mole", None),
            ("Lena M. Gull", "Lena Gull", Some(Shortened)),
            ("A. Peter Gull", "Peter Gull", Some(Shortened)),
            ("Wilfred Gull", "William Gull", None),
            ("Seo Min", "Min Seo", Some(Same)),
            ("Omar Fawzi al-Sabri", "Omar al-Sabri", Some(Shortened)),
            ("Samir Abu Nahla", "Samer al-Tamimi", None),
            ("George H. W. Bush", "George W. Bush", None),
            ("Jung-su Yoon", "Yun Jeong-su", Some(Sound)),
            ("Pak Chol Min", "Park Chol-min", Some(Consonants)),
            ("Pak Chol Min", "Park Chan-ho", None),
            ("Ri Sol Ha", "Lee Sol-ha", Some(Consonants)),
            ("Boris Malkov", "Boris Malkoff", Some(Sound)),
            ("Dora Ho", "Ho Dora", Some(Same)),
            ("Dora Ho", "Ha Dora", None),
        ] {
            assert_eq!(nearness(&parts(a), &parts(b)), want, "{a} / {b}");
            assert_eq!(nearness(&parts(b), &parts(a)), want, "{b} / {a}");
        }
    }

    #[test]
    fn a_person_is_called_by_the_family_name() {
        for (name, want) in
            [("Cho Jong Su", "cho"), ("Omar al-Sabri", "sabri"), ("Dora Ho", "ho"), ("Hong Lim", "hong lim")]
        {
            assert_eq!(call_names(&parts(name)).join(" "), want, "{name}");
        }
    }
}
