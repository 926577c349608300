//! Well-known bodies and places under names that share no letters: `ISIS`, `Daesh`, `Islamic State`.
//!
//! The table is `data/names.tsv`; its forms are compared as [`key`]s, so case, accents, hyphens and articles do not count.

use super::spelling::key;
use firsthand_text::language::NameKind;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// One line of the table.
pub(super) struct Set {
    /// What it is.
    pub(super) kind: NameKind,
}

struct Table {
    sets: Vec<Set>,
    /// From a key to a place in `sets`.
    sure: BTreeMap<String, usize>,
    /// Likewise, for forms that count only in company.
    unsure: BTreeMap<String, usize>,
}

/// The line a name is of, as a number; forms that count only in company left out.
pub(super) fn of(name_key: &str) -> Option<usize> {
    let table = table();
    let bare = name_key.strip_prefix("the").filter(|k| k.len() > 4).unwrap_or(name_key);
    table.sure.get(name_key).or_else(|| table.sure.get(bare)).copied()
}

/// The line of which a form is only where another form of it stands in the same report.
pub(super) fn in_company(name_key: &str) -> Option<usize> {
    table().unsure.get(name_key).copied()
}

/// A line by its number.
pub(super) fn set(number: usize) -> Option<&'static Set> {
    table().sets.get(number)
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { sets: Vec::new(), sure: BTreeMap::new(), unsure: BTreeMap::new() };
        for line in include_str!("../../data/names.tsv").lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(kind), Some(name), Some(forms)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let kind = if kind == "p" { NameKind::Place } else { NameKind::Organisation };
            let number = table.sets.len();
            for form in std::iter::once(name).chain(forms.split('|')) {
                let (into, form) = match form.strip_prefix('?') {
                    Some(form) => (&mut table.unsure, form),
                    None => (&mut table.sure, form),
                };
                into.entry(key(form)).or_insert(number);
            }
            table.sets.push(Set { kind });
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_thing() {
        for (a, b) in [
            ("ISIS", "Islamic State of Iraq and al-Sham"),
            ("Daash", "داعش"),
            ("the UN", "U.N."),
            ("Médecins sans Frontières", "Doctors Without Borders"),
            ("КИЕВ", "Kyiv"),
            ("조선중앙통신", "KCNA"),
        ] {
            assert_eq!(of(&key(a)).map(|n| (n, true)), of(&key(b)).map(|n| (n, true)), "{a} {b}");
            assert!(of(&key(a)).is_some(), "{a}");
        }
        assert_eq!((of("is"), of("au"), of("state")), (None, None, None));
        assert_eq!(in_company("is"), of("isis"));
    }

    #[test]
    fn the_table_is_sound() {
        let text = include_str!("../../data/names.tsv");
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
        assert_eq!(table().sets.len(), lines.len(), "a line without its three fields");
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for line in lines {
            let (kind, forms) = line.split_once('\t').expect("a kind");
            assert!(matches!(kind, "o" | "p"), "{line}");
            for form in forms.split(['\t', '|']).map(|f| f.trim_start_matches('?')) {
                assert!(!key(form).is_empty() && form.trim() == form, "{line}");
                let other = seen.insert(key(form), line);
                assert!(other.is_none_or(|other| other == line), "{form} stands in two lines");
            }
        }
    }
}
