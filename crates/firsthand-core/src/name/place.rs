//! When do two spellings of a place name one place?

use super::bundle::Bundles;
use super::feature;
use super::join::{Ground, pairs, spellings};
use super::strand::Strand;
use super::transliterate::{Likeness, consonants, distance, likeness, sound};
use firsthand_text::language::{NameKind, country, place as atlas};
use std::collections::BTreeSet;

/// Joins spellings of places: those of one sound at once, looser ones only with the same surroundings.
pub(super) fn join(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    with_sort(ground, bundles);
    let strands = bundles.strands;
    let fit = spellings(strands, may_vary);
    let mut found: Vec<(Likeness, usize, usize)> = Vec::new();
    for (i, j) in pairs(&fit) {
        let (a, b) = (&strands[i], &strands[j]);
        let near = likeness(&a.key, &b.key).or_else(|| loosely(a, b));
        found.extend(near.filter(|l| !two_places(*l, a, b)).map(|l| (l, i, j)));
    }
    found.sort_unstable();
    for (near, i, j) in found {
        let (a, b) = (&strands[i], &strands[j]);
        if bundles.of(i) == bundles.of(j) || (near > Likeness::Sound && in_one_report(bundles, i, j)) {
            continue;
        }
        let shared: Vec<String> = match near {
            Likeness::Same | Likeness::Sound => Vec::new(),
            Likeness::Consonants | Likeness::Near => match surroundings(bundles, i, j, near) {
                Some(shared) => shared,
                None => continue,
            },
        };
        let rule = match near {
            Likeness::Same => "same spelling",
            Likeness::Sound => "same sound",
            Likeness::Consonants => "same consonants",
            Likeness::Near => "near spelling",
        };
        let with =
            if shared.is_empty() { String::new() } else { format!(", both beside {}", shared.join(", ")) };
        let because = format!("“{}” and “{}” can be spellings of one name{with}", a.text, b.text);
        bundles.join(i, j, || ground.reason(rule, because, a, b));
    }
}

/// Whether the atlas has both names, and as those of two places: in two countries, or further apart than a vowel.
fn two_places(near: Likeness, a: &Strand, b: &Strand) -> bool {
    if near == Likeness::Same || !atlas::known(&a.text) || !atlas::known(&b.text) {
        return false;
    }
    let country = |s: &Strand| atlas::country(&s.text);
    let vowel = near <= Likeness::Consonants && distance(&sound(&a.key), &sound(&b.key)) <= 1;
    !vowel || country(a).zip(country(b)).is_some_and(|(x, y)| x != y)
}

/// `Island of Mole` and `Mole`: one place named with its sort and without.
fn with_sort(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    let fit = spellings(strands, |s| s.kind == NameKind::Place);
    for (i, j) in pairs(&fit) {
        let (a, b) = (&strands[i], &strands[j]);
        // An island beside a town of its name is not the town.
        let town = |y: &Strand| {
            let known = strands.iter().filter(|s| s.key == y.key && s.kind == NameKind::Place);
            known.flat_map(|s| &s.nouns).any(|noun| feature::is_settlement(noun))
        };
        let bare = |x: &Strand, y: &Strand| {
            bare(&x.parts).is_some_and(|p| p.concat() == y.key)
                // A district or a town of a country's name is not the country: `U.S. District`.
                && country::of(&y.text).is_none()
                && !(x.parts.iter().any(|p| p == "island") && town(y))
        };
        if bare(a, b) || bare(b, a) {
            let because = format!("“{}” and “{}” differ by the sort of place", a.text, b.text);
            bundles.join(i, j, || ground.reason("sort of place", because, a, b));
        }
    }
}

/// The name without its sort: `Island of Mole`, `Mole Island`, `Mole Province`; `Mole City` may be another place.
fn bare(parts: &[String]) -> Option<&[String]> {
    let sort = |w: &String| {
        matches!(
            w.as_str(),
            "island" | "province" | "governorate" | "district" | "municipality" | "village" | "town"
        )
    };
    let head = parts.windows(2).position(|w| sort(&w[0]) && w[1] == "of").and_then(|at| parts.get(at + 2..));
    let rest = match parts {
        _ if head.is_some() => head,
        [rest @ .., last] if sort(last) => Some(rest),
        _ => None,
    };
    rest.filter(|r| !r.is_empty())
}

/// Countries have settled names; very short names say too little.
fn may_vary(s: &Strand) -> bool {
    s.kind == NameKind::Place && s.key.len() >= 4 && country::of(&s.text).is_none()
}

/// Short names whose sound differs by one vowel or half-vowel: only with the same company.
fn loosely(a: &Strand, b: &Strand) -> Option<Likeness> {
    let (x, y) = (consonants(&a.key), consonants(&b.key));
    let near = x.chars().next() == y.chars().next()
        && distance(&sound(&a.key), &sound(&b.key)) <= 1
        && a.key.len().min(b.key.len()) >= 5;
    near.then_some(Likeness::Near)
}

/// Whether a writer uses both spellings: then they are likely two places.
fn in_one_report(bundles: &Bundles<'_>, i: usize, j: usize) -> bool {
    let reports = |k: usize| -> BTreeSet<usize> {
        bundles.members(bundles.of(k)).iter().map(|&m| bundles.strands[m].report).collect()
    };
    !reports(i).is_disjoint(&reports(j))
}

/// What two places have about them in common, if it is enough: names beside them, the same sort of place.
fn surroundings(bundles: &Bundles<'_>, i: usize, j: usize, near: Likeness) -> Option<Vec<String>> {
    let gather = |k: usize| {
        let mut names: BTreeSet<String> = BTreeSet::new();
        let mut nouns: BTreeSet<String> = BTreeSet::new();
        for &m in bundles.members(bundles.of(k)) {
            let s = &bundles.strands[m];
            // Names that are one by now count as one: each stands for its bundle's first key.
            for other in bundles
                .strands
                .iter()
                .enumerate()
                .filter(|(_, o)| o.report == s.report && s.beside.contains(&o.key))
            {
                names.insert(bundles.strands[bundles.of(other.0)].key.clone());
            }
            nouns.extend(s.nouns.iter().cloned());
        }
        (names, nouns)
    };
    let ((names_a, nouns_a), (names_b, nouns_b)) = (gather(i), gather(j));
    let names: Vec<String> = names_a.intersection(&names_b).cloned().collect();
    let nouns: Vec<String> = nouns_a.intersection(&nouns_b).cloned().collect();
    let (a, b) = (&bundles.strands[i], &bundles.strands[j]);
    let letters = consonants(&a.key).len();
    let close = distance(&sound(&a.key), &sound(&b.key)) <= 1 && a.key.len().min(b.key.len()) >= 6;
    let enough = match near {
        Likeness::Consonants => {
            close
                || (letters >= 3 && (!names.is_empty() || !nouns.is_empty()))
                || (!names.is_empty() && !nouns.is_empty())
        }
        _ => !names.is_empty() && !nouns.is_empty(),
    };
    enough.then(|| names.into_iter().chain(nouns).collect())
}
