//! Which words stand for one another where the same happening is told? Groups of `data/alike.tsv`, and one spelling for the two
//! of English.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A word as it is spelled in the United States, as far as endings go: `defence` and `defense` are one word.
pub fn spelled(word: &str) -> String {
    const ENDS: [(&str, &str); 11] = [
        ("efence", "efense"),
        ("ffence", "ffense"),
        ("entre", "enter"),
        ("metre", "meter"),
        ("litre", "liter"),
        ("theatre", "theater"),
        ("rogramme", "rogram"),
        ("jewellery", "jewelry"),
        ("jeweller", "jeweler"),
        ("isation", "ization"),
        ("aecologist", "ecologist"),
    ];
    for (british, american) in ENDS {
        if let Some(stem) = word.strip_suffix(british) {
            return format!("{stem}{american}");
        }
    }
    match (word.strip_suffix("our"), word.strip_suffix("ise")) {
        (Some(stem), _) if stem.len() >= 4 => format!("{stem}or"),
        (_, Some(stem)) if stem.len() >= 4 => format!("{stem}ize"),
        _ => word.to_owned(),
    }
}

/// Whether two dictionary forms, spelled alike, are of one group.
pub fn grouped(a: &str, b: &str) -> bool {
    !of(a).is_disjoint(of(b))
}

/// The groups a dictionary form, spelled alike, is of.
pub fn of(word: &str) -> &'static BTreeSet<usize> {
    static NONE: BTreeSet<usize> = BTreeSet::new();
    groups().get(word).unwrap_or(&NONE)
}

/// For every word of `data/alike.tsv` the groups it is of.
fn groups() -> &'static BTreeMap<String, BTreeSet<usize>> {
    static GROUPS: OnceLock<BTreeMap<String, BTreeSet<usize>>> = OnceLock::new();
    GROUPS.get_or_init(|| lines(include_str!("../../data/alike.tsv")))
}

/// For every word of a list, spelled alike, the lines it stands on: a group a line, `_` for a blank, `#` before a remark.
pub(crate) fn lines(list: &str) -> BTreeMap<String, BTreeSet<usize>> {
    let mut out: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let groups = list.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    for (n, line) in groups.enumerate() {
        for word in line.split(' ').filter(|w| !w.is_empty()) {
            out.entry(spelled(&word.replace('_', " "))).or_default().insert(n);
        }
    }
    out
}
