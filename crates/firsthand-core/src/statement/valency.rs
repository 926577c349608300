//! What verbs and nouns do with the words after them: `asked the army to leave`, `failed to come`. Data in
//! `data/valency.tsv`, written for this program.

use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Whether a dictionary form is of this kind; the kinds are told in the table.
pub(super) fn is(kind: &'static str, lemma: &str) -> bool {
    table().contains(&(kind, lemma))
}

fn table() -> &'static BTreeSet<(&'static str, &'static str)> {
    static TABLE: OnceLock<BTreeSet<(&str, &str)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        include_str!("../../data/valency.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .filter_map(|l| l.split_once('\t'))
            .flat_map(|(kind, words)| words.split(' ').map(move |w| (kind, w)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::is;

    #[test]
    fn verbs_govern() {
        for (kind, lemma, held) in [
            ("persuade", "ask", true),
            ("persuade", "begin", false),
            ("fails", "refuse", true),
            ("happens", "refuse", false),
            ("nothing", "ask", false),
        ] {
            assert_eq!(is(kind, lemma), held, "{kind} {lemma}");
        }
    }
}
