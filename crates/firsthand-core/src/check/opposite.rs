//! What cannot be true beside one another: opposites, sides of the compass, offices that one holds at a time.

use super::word::{alike, spelled};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Whether two dictionary forms are opposites (`data/opposite.tsv`).
pub(super) fn opposite(a: &str, b: &str) -> bool {
    let all = sides();
    let (Some(x), Some(y)) = (all.get(&spelled(a)), all.get(&spelled(b))) else { return false };
    x.iter().any(|(line, side)| y.contains(&(*line, !side)))
}

/// Whether two dictionary forms, both of deeds (`deed`) or both of things (`thing`), are of one group of which one happening has one (`data/exclusive.tsv`).
pub(super) fn exclusive(kind: &str, a: &str, b: &str) -> bool {
    static GROUPS: OnceLock<Vec<(&str, Vec<String>)>> = OnceLock::new();
    let groups = GROUPS.get_or_init(|| {
        let lines = include_str!("../../data/exclusive.tsv").lines();
        let lines = lines.filter(|l| !l.is_empty() && !l.starts_with('#'));
        let groups = lines.filter_map(|l| l.split_once('\t'));
        groups.map(|(kind, words)| (kind, words.split(' ').map(spelled).collect())).collect()
    });
    let (a, b) = (spelled(a), spelled(b));
    !alike(&a, &b) && groups.iter().any(|(k, g)| *k == kind && g.contains(&a) && g.contains(&b))
}

/// For every word the lines it is of, and on which side.
fn sides() -> &'static BTreeMap<String, Vec<(usize, bool)>> {
    static SIDES: OnceLock<BTreeMap<String, Vec<(usize, bool)>>> = OnceLock::new();
    SIDES.get_or_init(|| {
        let mut out: BTreeMap<String, Vec<(usize, bool)>> = BTreeMap::new();
        let lines = include_str!("../../data/opposite.tsv").lines();
        for (n, line) in lines.filter(|l| !l.is_empty() && !l.starts_with('#')).enumerate() {
            for (side, words) in line.split('\t').enumerate() {
                for word in words.split(' ').filter(|w| !w.is_empty()) {
                    out.entry(spelled(word)).or_default().push((n, side == 1));
                }
            }
        }
        out
    })
}

/// Whether a noun is an office: of one body one holds it at a time, and one who holds it under one name does not hold it
/// under another (`interior minister`, `foreign minister`).
pub(super) fn is_office(lemma: &str) -> bool {
    const OFFICES: [&str; 18] = [
        "manager",
        "minister",
        "secretary",
        "president",
        "governor",
        "mayor",
        "premier",
        "chancellor",
        "chief",
        "head",
        "director",
        "chairman",
        "chairwoman",
        "commander",
        "ambassador",
        "speaker",
        "coordinator",
        "executive",
    ];
    OFFICES.contains(&lemma) || (lemma != "leader" && alike(lemma, "chief"))
}

/// Whether of one thing only one does it: who leads a delegation, who orders a dismissal.
pub(super) fn is_for_one(lemma: &str) -> bool {
    const ONE: [&str; 12] = [
        "lead", "head", "order", "win", "found", "invent", "discover", "command", "hire", "appoint", "buy",
        "acquire",
    ];
    ONE.contains(&lemma)
}

/// Whether it happens once to whom it happens, so that another year of it is a slip, not another happening.
pub(super) fn is_once(lemma: &str) -> bool {
    const ONCE: [&str; 12] = [
        "die",
        "death",
        "born",
        "birth",
        "found",
        "establish",
        "set up",
        "create",
        "join",
        "abolish",
        "graduate",
        "marry",
    ];
    ONCE.contains(&lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_of_two_sides_of_one_line() {
        for (a, b, want) in [
            ("approve", "reject", true),
            ("reject", "approve", true),
            ("armed", "unarmed", true),
            ("approve", "accept", false),
            ("approve", "fall", false),
            ("confirm", "deny", true),
        ] {
            assert_eq!(opposite(a, b), want, "{a} {b}");
        }
    }
}
